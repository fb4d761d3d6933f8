"""Let Tab walk in reading order also over what was made later."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


def chain(widgets: Iterable[QWidget]) -> None:
    """Put the widgets behind each other in the order of Tab; the first one stays where it is."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
