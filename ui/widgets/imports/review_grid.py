"""Show arriving values in rows; Enter accepts what is ready, letters answer the chosen row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from typing_extensions import override

from desktop_app.domain.arrivals.deciding import ASKED
from desktop_app.domain.arrivals.review import LineAnswer
from ui.models.arrivals import ArrivalColumns
from ui.models.rows import RowModel
from ui.qt_types import ROW
from ui.widgets.table.list_table import ListTable
from ui.widgets.table.span_delegate import SpanDelegate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.arrivals.review import Arrival
    from ui.terms import Terms

ROW_HEIGHT = 26
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ANSWERS = {
    Qt.Key.Key_T: LineAnswer.TAKE,
    Qt.Key.Key_L: LineAnswer.LEAVE,
    Qt.Key.Key_R: LineAnswer.REPLACE,
}
_WIDTHS = (112, 210, 170, 170, 96)
_WIDTHS_OF_MANY = (112, 150, 180, 160, 130, 92)


class ReviewGrid(ListTable):
    """Hold the rows; a row is painted when it is seen, so their number does not matter."""

    chosen = Signal(object)  # Arrival | None
    accepted = Signal()
    answered = Signal(object)  # LineAnswer of the chosen row

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: RowModel[Arrival] = RowModel(self)
        self.setItemDelegate(SpanDelegate(ROW_HEIGHT, self))
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setModel(self.rows)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)

    def set_words(self, terms: Terms, person: Callable[[Arrival], str] | None = None) -> None:
        """Word the columns in a language; ``person`` adds the column of patients."""
        place = self.currentIndex().row()
        with QSignalBlocker(self.selectionModel()):
            self.rows.set_columns(ArrivalColumns(terms, person).columns())
            self.set_widths(_WIDTHS_OF_MANY if person else _WIDTHS)
            self.choose_row(place)

    def show_arrivals(self, arrivals: Sequence[Arrival], place: int | None = None) -> None:
        """Show other rows; the next that asks something from ``place`` on is chosen."""
        with QSignalBlocker(self.selectionModel()):
            self.rows.set_rows(arrivals)
            self.choose_row(self._row_to_choose(place))
        self.chosen.emit(self.current())

    def current(self) -> Arrival | None:
        """Give the chosen row."""
        found: Arrival | None = self.currentIndex().data(ROW)
        return found

    def next_asked(self) -> bool:
        """Choose the next row that asks something, round the end; tell whether there is one."""
        rows = self.rows.rows
        here = max(self.currentIndex().row(), 0)
        order = (*range(here, len(rows)), *range(here))
        found = next((row for row in order if rows[row].state in ASKED), None)
        if found is not None:
            self.choose_row(found)
        return found is not None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in _ENTER:
            self.accepted.emit()
        elif plain and event.key() in _ANSWERS:
            self.answered.emit(_ANSWERS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())  # the controls below may have taken its room

    def _row_to_choose(self, place: int | None) -> int:
        """Give the next row that asks something, round the end; else the row of ``place``."""
        rows = self.rows.rows
        asked = [row for row, each in enumerate(rows) if each.state in ASKED]
        here = 0
        if place is not None:
            after = (row for row, each in enumerate(rows) if each.reading.place >= place)
            here = next(after, len(rows) - 1)
        return next((row for row in asked if row >= here), asked[0] if asked else here)

    def _on_current_changed(self) -> None:
        self.chosen.emit(self.current())
