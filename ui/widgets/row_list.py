"""Hold rows of one kind that are added by a button and removed one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.entry.entry_part import EntryPart, place_in

if TYPE_CHECKING:
    from ui.terms import Terms

Draft = TypeVar("Draft")
SPACING = 3


class ListRow(QWidget, Generic[Draft]):
    """Enter one draft; it goes with ``removed``."""

    edited = Signal()
    removed = Signal()

    def set_words(self, terms: Terms) -> None:
        """Word the fields in a language."""
        raise NotImplementedError

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        raise NotImplementedError

    def target(self, field: str) -> QWidget:
        """Give the widget of a draft's field."""
        raise NotImplementedError

    def value(self) -> Draft | None:
        """Give what was entered, as typed; None while nothing was."""
        raise NotImplementedError

    def show_value(self, draft: Draft) -> None:
        """Show a kept draft."""
        raise NotImplementedError

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong, by field."""
        raise NotImplementedError


Row = TypeVar("Row", bound="ListRow[Any]")


class RowList(QWidget, Generic[Row, Draft]):
    """Add, drop and number the rows of a part such as ``lesions``; an empty row gives nothing.

    The owner lays ``add`` out.
    """

    edited = Signal()
    rearranged = Signal()  # there are other rows than before

    def __init__(
        self, part: str, make: Callable[[], Row], empty: Draft, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._part, self._make, self._empty = part, make, empty
        self._terms: Terms | None = None
        self.rows: list[Row] = []
        self.add = QPushButton(parent)
        theme.set_property(self.add, "role", "chip")
        theme.set_property(self.add, "kind", "accent")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACING)
        self.hide()
        self.add.clicked.connect(self._on_add)

    def set_words(self, terms: Terms) -> None:
        """Word the rows in a language."""
        self._terms = terms
        for row in self.rows:
            row.set_words(terms)

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        return *(part for row in self.rows for part in row.focus_order()), self.add

    def values(self) -> tuple[Draft, ...]:
        """Give what was entered."""
        return tuple(value for row in self.rows if (value := row.value()) is not None)

    def show_values(self, drafts: Iterable[Draft]) -> None:
        """Show kept drafts in place of all rows."""
        while self.rows:
            self._drop(self.rows[-1])
        for draft in drafts:
            self._append(draft)
        self.rearranged.emit()

    def append(self, draft: Draft) -> Row:
        """Add a row that shows a draft."""
        row = self._append(draft)
        self.rearranged.emit()
        return row

    def target(self, field: str) -> QWidget | None:
        """Give the widget of a field such as ``lesions.0.diameters``, or None where none is."""
        place = self._place_of(field)
        return None if place is None else place[0].target(place[1])

    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        """Say beside each field what is wrong; give the fields that said it."""
        said: dict[Row, dict[str, str]] = {row: {} for row in self.rows}
        handled = set()
        for field, words in problems.items():
            place = self._place_of(field)
            if place is not None:
                said[place[0]][place[1]] = words
                handled.add(field)
        for row, found in said.items():
            row.show_problems(found)
        return frozenset(handled)

    def _place_of(self, field: str) -> tuple[Row, str] | None:
        """Give row and field of a name; only rows in which something was entered are numbered."""
        place = place_in(self._part, field)
        entered = [row for row in self.rows if row.value() is not None]
        if place is None or place[0] >= len(entered):
            return None
        return entered[place[0]], place[1]

    def _append(self, draft: Draft) -> Row:
        row = self._make()
        if self._terms is not None:
            row.set_words(self._terms)
        row.show_value(draft)
        row.edited.connect(self.edited)
        row.removed.connect(partial(self._on_removed, row))
        self.rows.append(row)
        self._column.addWidget(row)
        row.show()
        self.show()
        return row

    def _drop(self, row: Row) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.setVisible(bool(self.rows))

    def _on_add(self) -> None:
        self.append(self._empty).focus_order()[0].setFocus()

    def _on_removed(self, row: Row) -> None:
        self.add.setFocus()
        self._drop(row)
        self.rearranged.emit()
        self.edited.emit()


class RowsPart(EntryPart, Generic[Row, Draft]):
    """Hold such rows as a part of the visit's form; the part lays ``list`` and ``add`` out."""

    def __init__(
        self, part: str, make: Callable[[QWidget], Row], empty: Draft, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.list = RowList(part, partial(make, self), empty, self)
        self.add = self.list.add

    @property
    def editors(self) -> list[Row]:
        """Give the rows from above."""
        return self.list.rows

    @property
    @override
    def filled(self) -> int:
        return len(self.entries())

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return self.list.focus_order()

    @override
    def target(self, field: str) -> QWidget | None:
        return self.list.target(field)

    @override
    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        return self.list.show_problems(problems)

    def begin(self) -> None:
        """Put the cursor where typing begins: into the last row, a new one where there is none."""
        if self.editors:
            self.editors[-1].focus_order()[0].setFocus()
        else:
            self.add.click()

    def entries(self) -> tuple[Draft, ...]:
        """Give what was entered; an empty row gives nothing."""
        return self.list.values()

    def show_entries(self, entries: Iterable[Draft]) -> None:
        """Show kept entries."""
        self.list.show_values(entries)
