"""Say what a part can do that shows last time's answers until somebody confirms them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.entry.entry_part import FindingPart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.record import Finding, Result


class CarriedPart(FindingPart):
    """Hold answers of which the last ones stand grey; nothing carried over is entered by itself."""

    @property
    def carried(self) -> int:
        """Give how many answers of last time wait to be confirmed."""
        raise NotImplementedError

    def show_last(self, last: Mapping[str, Result | Finding]) -> None:
        """Show what is recorded last of each code, with its day."""
        raise NotImplementedError

    def confirm(self) -> bool:
        """Enter everything that stands grey as it was; tell whether there was any."""
        raise NotImplementedError
