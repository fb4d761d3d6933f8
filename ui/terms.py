"""Put the domain's codes into the words of the interface's language."""

from __future__ import annotations

from desktop_app.domain.trace_words import TraceWords
from desktop_app.domain.unit_label import unit_label

LIMITS = ".limits"  # ends the code of a missing reference limit


class Terms(TraceWords):
    """Hold the words of the window, which are those of letters too."""

    __slots__ = ()

    def analyte(self, code: str) -> str:
        """Give the short name of an analyte, of a finding, or of an analyte's limits."""
        return self.name(code)

    def unit(self, code: str) -> str:
        """Give a unit as laboratories print it; empty for a plain ratio."""
        return unit_label(code)
