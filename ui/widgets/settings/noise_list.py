"""Enter the clinic's own noise of a test, for every laboratory or for one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.policy_draft import DraftNoise
from desktop_app.domain.typed_values import parse_percent
from desktop_app.domain.unit_label import percent
from ui import theme
from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceList
from ui.widgets.entry.entry_part import message_label, show_message
from ui.widgets.number_edit import NumberEdit
from ui.widgets.row_list import ListRow, RowList

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from ui.terms import Terms

FIELD = "noise"
LAB_WIDTH, TEST_WIDTH, PERCENT_WIDTH, REMOVE_WIDTH = 126, 130, 60, 28


class NoiseRow(ListRow[DraftNoise]):
    """Hold laboratory, test and percent; no laboratory means every laboratory."""

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

    @override
    def set_words(self, terms: Terms) -> None:
        self.laboratory.setPlaceholderText(self.tr("every laboratory"))
        self.laboratory.setAccessibleName(self.tr("Laboratory"))
        tests = [Choice(code, terms.analyte(code)) for code in self._codes]
        self.code.set_choices([Choice(UNKNOWN, self.tr("test?")), *tests])
        self.code.setAccessibleName(self.tr("Test"))
        self.percent.setAccessibleName(self.tr("Noise in percent"))
        self.remove.setAccessibleName(self.tr("Remove: the published value holds again"))
        self.remove.setToolTip(self.remove.accessibleName())
        self._show_published()

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return self.laboratory, self.code, self.percent, self.remove

    @override
    def target(self, field: str) -> QWidget:
        return self.code if field == "code" else self.percent

    @override
    def value(self) -> DraftNoise | None:
        draft = DraftNoise(
            self.laboratory.text().strip(), self.code.code(), self.percent.number_text()
        )
        return None if draft == DraftNoise("", "", "") else draft

    @override
    def show_value(self, draft: DraftNoise) -> None:
        self.laboratory.setText(draft.laboratory)
        self.code.set_code(draft.code)
        self.percent.set_number_text(draft.percent)
        self._show_published()

    @override
    def show_problems(self, problems: Mapping[str, str]) -> None:
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
        self._known = QLabel(self)
        self._known.setWordWrap(True)
        theme.set_property(self._known, "role", "past")
        make = partial(NoiseRow, published, self)
        self.list = RowList(FIELD, make, DraftNoise("", "", ""), self)
        self.add = self.list.add
        adding = QHBoxLayout()
        adding.addWidget(self.add)
        adding.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._known)
        column.addWidget(self.list)
        column.addLayout(adding)
        self.list.edited.connect(self.edited)
        self.list.rearranged.connect(self.rearranged)

    @property
    def rows(self) -> list[NoiseRow]:
        """Give the rows from above."""
        return self.list.rows

    def set_words(self, terms: Terms) -> None:
        """Word the list in a language."""
        self.add.setText(self.tr("+ own value"))
        self.add.setAccessibleName(self.tr("Add a value of the clinic's own"))
        said = [
            f"{terms.analyte(code)} {_unbroken(percent(f'{share:f}', terms.language))}"
            for code, share in self._published.items()
        ]
        self._known.setText(self.tr("Published: {0}").format(" · ".join(said)))
        self.list.set_words(terms)

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        return self.list.focus_order()

    def value(self) -> tuple[DraftNoise, ...]:
        """Give what was typed; an empty row gives nothing."""
        return self.list.values()

    def show_value(self, kept: Iterable[DraftNoise]) -> None:
        """Show what the clinic set."""
        self.list.show_values(kept)

    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        """Say beside each field what is wrong; give the fields that said it."""
        return self.list.show_problems(problems)

    def target(self, field: str) -> QWidget | None:
        """Give the widget of a field such as ``noise.0.percent``."""
        return self.list.target(field)


def _unbroken(text: str) -> str:
    return text.replace(" ", "\N{NO-BREAK SPACE}")
