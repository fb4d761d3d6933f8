"""Enter the clinic's own noise of a test, for every laboratory or for one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.policy_draft import DraftNoise
from desktop_app.domain.typed_values import parse_percent
from ui import theme
from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceList
from ui.widgets.entry_part import message_label, place_in, show_message
from ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from ui.terms import Terms

FIELD = "noise"
LAB_WIDTH, TEST_WIDTH, PERCENT_WIDTH, REMOVE_WIDTH = 126, 130, 60, 28


class NoiseRow(QWidget):
    """Hold laboratory, test and percent; no laboratory means every laboratory."""

    edited = Signal()
    removed = Signal()

    def __init__(self, published: Mapping[str, Decimal], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes = published
        self.laboratory, self.code = QLineEdit(self), ChoiceList(self)
        self.percent = NumberEdit(self, reads=parse_percent)
        self.percent.set_hint("")
        self._published = QLabel(self)
        theme.set_property(self._published, "role", "past")
        self.remove = QPushButton("✕", self)
        theme.set_property(self.remove, "role", "chip")
        theme.set_property(self.remove, "kind", "neutral")
        self.message = message_label(self)
        line = QHBoxLayout()
        line.setSpacing(6)
        for widget, width in (
            (self.laboratory, LAB_WIDTH),
            (self.code, TEST_WIDTH),
            (self.percent, PERCENT_WIDTH),
            (QLabel("%", self), 12),
            (self.remove, REMOVE_WIDTH),
        ):
            widget.setFixedWidth(width)
            line.addWidget(widget)
        line.addWidget(self._published, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self.message)
        self.laboratory.textEdited.connect(self.edited)
        self.code.edited.connect(self._on_code)
        self.percent.edited.connect(self.edited)
        self.remove.clicked.connect(self.removed)

    def set_words(self, terms: Terms) -> None:
        """Word the row in a language."""
        self.laboratory.setPlaceholderText(self.tr("every laboratory"))
        self.laboratory.setAccessibleName(self.tr("Laboratory"))
        tests = [Choice(code, terms.analyte(code)) for code in self._codes]
        self.code.set_choices([Choice(UNKNOWN, self.tr("test?")), *tests])
        self.code.setAccessibleName(self.tr("Test"))
        self.percent.setAccessibleName(self.tr("Noise in percent"))
        self.remove.setAccessibleName(self.tr("Remove: the published value holds again"))
        self.remove.setToolTip(self.remove.accessibleName())
        self._show_published()

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        return self.laboratory, self.code, self.percent, self.remove

    def value(self) -> DraftNoise | None:
        """Give what was typed; None while nothing was."""
        draft = DraftNoise(
            self.laboratory.text().strip(), self.code.code(), self.percent.number_text()
        )
        return None if draft == DraftNoise("", "", "") else draft

    def show_value(self, draft: DraftNoise) -> None:
        """Show what the clinic set."""
        self.laboratory.setText(draft.laboratory)
        self.code.set_code(draft.code)
        self.percent.set_number_text(draft.percent)
        self._show_published()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong, by field."""
        show_message(self.message, "\n".join(problems.values()))
        self.percent.mark("bad" if "percent" in problems else "")

    def _show_published(self) -> None:
        published = self._codes.get(self.code.code())
        #: {0} is a percentage
        words = self.tr("published: {0} %")
        self._published.setText("" if published is None else words.format(f"{published:f}"))

    def _on_code(self) -> None:
        self._show_published()
        self.edited.emit()


class NoiseList(QWidget):
    """Hold one row a noise that the clinic set itself, and say what is published."""

    edited = Signal()
    rearranged = Signal()

    def __init__(self, published: Mapping[str, Decimal], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._published = published
        self._terms: Terms | None = None
        self.rows: list[NoiseRow] = []
        self._known = QLabel(self)
        self._known.setWordWrap(True)
        theme.set_property(self._known, "role", "past")
        self.add = QPushButton(self)
        theme.set_property(self.add, "role", "chip")
        theme.set_property(self.add, "kind", "accent")
        self._place = QVBoxLayout()
        self._place.setSpacing(4)
        adding = QHBoxLayout()
        adding.addWidget(self.add)
        adding.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._known)
        column.addLayout(self._place)
        column.addLayout(adding)
        self.add.clicked.connect(self._on_add)

    def set_words(self, terms: Terms) -> None:
        """Word the list in a language."""
        self._terms = terms
        self.add.setText(self.tr("+ own value"))
        self.add.setAccessibleName(self.tr("Add a value of the clinic's own"))
        said = [
            f"{terms.analyte(code)} {share:f}\N{NO-BREAK SPACE}%"
            for code, share in self._published.items()
        ]
        self._known.setText(self.tr("Published: {0}").format(" · ".join(said)))
        for row in self.rows:
            row.set_words(terms)

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        return *(part for row in self.rows for part in row.focus_order()), self.add

    def value(self) -> tuple[DraftNoise, ...]:
        """Give what was typed; an empty row gives nothing."""
        return tuple(value for row in self.rows if (value := row.value()) is not None)

    def show_value(self, kept: Iterable[DraftNoise]) -> None:
        """Show what the clinic set."""
        while self.rows:
            self._drop(self.rows[-1])
        for draft in kept:
            self._add_row(draft)
        self.rearranged.emit()

    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        """Say beside each field what is wrong; give the fields that said it."""
        filled = [row for row in self.rows if row.value() is not None]
        said: dict[NoiseRow, dict[str, str]] = {row: {} for row in self.rows}
        handled = set()
        for field, words in problems.items():
            place = place_in(FIELD, field)
            if place is not None and place[0] < len(filled):
                said[filled[place[0]]][place[1]] = words
                handled.add(field)
        for row, found in said.items():
            row.show_problems(found)
        return frozenset(handled)

    def target(self, field: str) -> QWidget | None:
        """Give the widget of a field such as ``noise.0.percent``."""
        place = place_in(FIELD, field)
        filled = [row for row in self.rows if row.value() is not None]
        if place is None or place[0] >= len(filled):
            return None
        row = filled[place[0]]
        return row.code if place[1] == "code" else row.percent

    def _add_row(self, draft: DraftNoise) -> NoiseRow:
        row = NoiseRow(self._published, self)
        if self._terms is not None:
            row.set_words(self._terms)
        row.show_value(draft)
        row.edited.connect(self.edited)
        row.removed.connect(partial(self._on_removed, row))
        self.rows.append(row)
        self._place.addWidget(row)
        row.show()
        return row

    def _drop(self, row: NoiseRow) -> None:
        self.rows.remove(row)
        self._place.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_add(self) -> None:
        row = self._add_row(DraftNoise("", "", ""))
        self.rearranged.emit()
        row.laboratory.setFocus()

    def _on_removed(self, row: NoiseRow) -> None:
        self.add.setFocus()
        self._drop(row)
        self.rearranged.emit()
        self.edited.emit()
