"""Enter diagnoses that were established before the record begins, each with its day if known."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.visit import DraftDiagnosis
from desktop_app.domain.visit_form import CATEGORIES
from ui import theme
from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceList
from ui.widgets.day_edit import DayEdit
from ui.widgets.entry.entry_part import message_label, show_message
from ui.widgets.row_list import ListRow, RowsPart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from desktop_app.domain.record import EarlierDiagnosis
    from ui.terms import Terms

FIELD = "history"


class DiagnosisEditor(ListRow[DraftDiagnosis]):
    """Hold one diagnosis and since when it is known."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.diagnosis = ChoiceList(self)
        self.diagnosis.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.day = DayEdit(today, partial=True, parent=self)
        self.remove = QPushButton("✕", self)
        theme.set_property(self.remove, "role", "chip")
        theme.set_property(self.remove, "kind", "neutral")
        self._since = QLabel(self)
        self._since.setBuddy(self.day.line)
        self.message = message_label(self)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.diagnosis, 1)
        first.addWidget(self.remove)
        second.addWidget(self._since)
        second.addWidget(self.day, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(3)
        for line in (first, second):
            line.setSpacing(6)
            column.addLayout(line)
        column.addWidget(self.message)
        self.diagnosis.edited.connect(self.edited)
        self.day.edited.connect(self.edited)
        self.remove.clicked.connect(self.removed)

    @override
    def set_words(self, terms: Terms) -> None:
        named = [Choice(code, terms.of("category", code)) for code in CATEGORIES]
        self.diagnosis.set_choices([Choice(UNKNOWN, self.tr("Diagnosis?")), *named])
        self.diagnosis.setAccessibleName(self.tr("Earlier diagnosis"))
        self._since.setText(self.tr("since"))
        self.day.setAccessibleName(self.tr("Day of the earlier diagnosis"))
        self.remove.setAccessibleName(self.tr("Remove this diagnosis from the entry"))
        self.remove.setToolTip(self.remove.accessibleName())

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return self.diagnosis, self.remove, self.day.line

    @override
    def target(self, field: str) -> QWidget:
        return self.day.line if field == "date" else self.diagnosis

    @override
    def value(self) -> DraftDiagnosis | None:
        day = self.day
        draft = DraftDiagnosis(self.diagnosis.code(), day.day_text(), day.typed_text())
        return None if draft == DraftDiagnosis("") else draft

    @override
    def show_value(self, draft: DraftDiagnosis) -> None:
        self.diagnosis.set_code(draft.diagnosis)
        self.day.set_day_text(draft.date, draft.typed)
        self.show_problems({})

    @override
    def show_problems(self, problems: Mapping[str, str]) -> None:
        show_message(self.message, "\n".join(problems.values()))
        self.day.mark("bad" if "date" in problems else "")


class HistoryList(RowsPart[DiagnosisEditor, DraftDiagnosis]):
    """Hold one editor a diagnosis, and say which the record holds already."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(FIELD, partial(DiagnosisEditor, today), DraftDiagnosis(""), parent)
        self._terms: Terms | None = None
        self._known: tuple[EarlierDiagnosis, ...] = ()
        self._past = QLabel(self)
        self._past.setWordWrap(True)
        theme.set_property(self._past, "role", "past")
        adding = QHBoxLayout()
        adding.addWidget(self.add)
        adding.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._past)
        column.addWidget(self.list)
        column.addLayout(adding)
        self.list.edited.connect(self.edited)
        self.list.rearranged.connect(self.rearranged)

    @override
    def set_words(self, terms: Terms) -> None:
        self._terms = terms
        self.add.setText(self.tr("+ earlier diagnosis"))
        self.add.setAccessibleName(self.tr("Add an earlier diagnosis"))
        self.list.set_words(terms)
        self._show_past()

    @override
    def target(self, field: str) -> QWidget | None:
        if field == FIELD:
            return self.editors[0].diagnosis if self.editors else self.add
        return super().target(field)

    def show_known(self, history: Iterable[EarlierDiagnosis]) -> None:
        """Show what the record holds."""
        self._known = tuple(history)
        self._show_past()

    def _show_past(self) -> None:
        if self._terms is None:
            return
        said = []
        for known in self._known:
            on = f" {known.date.text}" if known.date is not None else ""
            said.append(f"{self._terms.of('category', known.diagnosis)}{on}")
        self._past.setText(self.tr("On record: {0}").format(" · ".join(said)))
        self._past.setVisible(bool(said))
