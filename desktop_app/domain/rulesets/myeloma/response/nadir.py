"""Find the nadir of a marker: the lowest confirmed value of the line (RESP-ALG-NADIR)."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.domain.criteria.spans import Span, higher, lower


class Nadir(NamedTuple):
    """Hold the lowest confirmed value, and the lowest of all; None before the first value.

    Confirmed is the higher of two consecutive samples; the baseline is so by itself.
    """

    confirmed: Span | None
    lowest: Span | None
    previous: Span | None

    @classmethod
    def at(cls, base: Span | None) -> Nadir:
        """Begin with the baseline."""
        return cls(base, base, base)

    def after(self, sample: Span, *, repeated: bool = True) -> Nadir:
        """Give the nadir after one more sample; what is not repeated, as marrow, confirms itself.

        Args:
            sample: the amount.
            repeated: whether a second sample is asked for.
        """
        lowest = _lower(self.lowest, sample)
        if not repeated:
            return Nadir(lowest, lowest, sample)
        if self.previous is None:
            return Nadir(self.confirmed, lowest, sample)
        return Nadir(_lower(self.confirmed, higher(self.previous, sample)), lowest, sample)


def _lower(known: Span | None, other: Span) -> Span:
    return other if known is None else lower(known, other)
