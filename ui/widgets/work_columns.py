"""Lay the three columns of the patient's page; one wide view may take the place of two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

LEFT_WIDTH, RIGHT_WIDTH, GAP = 316, 422, 10


class WorkColumns(QWidget):
    """Hold what is concluded at the left, the course in the middle, the entry at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 10, 12, 10)
        self._row.setSpacing(GAP)
        self._usual: tuple[QWidget, ...] = ()
        self._wide: QWidget | None = None

    def lay(
        self, left: Sequence[QWidget], middle: Sequence[QWidget], right: QWidget, *, wide: QWidget
    ) -> None:
        """Put the parts in; the first of each column takes the room that is left."""
        for widget in (*left, right):
            widget.setFixedWidth(RIGHT_WIDTH if widget is right else LEFT_WIDTH)
        course = QWidget(self)
        course.setLayout(_column(middle))
        self._row.addLayout(_column(left))
        self._row.addWidget(course, 1)
        self._row.addWidget(right)
        self._row.addWidget(wide, 1)
        self._usual, self._wide = (course, right), wide
        wide.hide()

    def show_wide(self, shown: bool) -> None:
        """Show the wide view in the place of middle and right, or what stood there before."""
        if self._wide is not None:
            self._wide.setVisible(shown)
        for widget in self._usual:
            widget.setVisible(not shown)


def _column(widgets: Sequence[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    for place, widget in enumerate(widgets):
        column.addWidget(widget, 0 if place else 1)
    return column
