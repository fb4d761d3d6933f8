"""Enter diagnoses that were established before the record begins, each with its day if known."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.visit import DraftDiagnosis
from desktop_app.domain.visit_form import CATEGORIES
from ui import theme
from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceList
from ui.widgets.day_edit import DayEdit
from ui.widgets.entry_part import EntryPart, message_label, place_in, show_message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from desktop_app.domain.record import EarlierDiagnosis
    from ui.terms import Terms

FIELD = "history"


class DiagnosisEditor(QWidget):
    """Hold one diagnosis and since when it is known."""

    edited = Signal()
    removed = Signal()

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

    def set_words(self, terms: Terms) -> None:
        """Word the fields in a language."""
        named = [Choice(code, terms.of("category", code)) for code in CATEGORIES]
        self.diagnosis.set_choices([Choice(UNKNOWN, self.tr("Diagnosis?")), *named])
        self.diagnosis.setAccessibleName(self.tr("Earlier diagnosis"))
        self._since.setText(self.tr("since"))
        self.day.setAccessibleName(self.tr("Day of the earlier diagnosis"))
        self.remove.setAccessibleName(self.tr("Remove this diagnosis from the entry"))
        self.remove.setToolTip(self.remove.accessibleName())

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        return self.diagnosis, self.remove, self.day.line

    def value(self) -> DraftDiagnosis | None:
        """Give what was entered; None while nothing was."""
        draft = DraftDiagnosis(self.diagnosis.code(), self.day.day_text())
        return None if draft == DraftDiagnosis("") else draft

    def show_value(self, draft: DraftDiagnosis) -> None:
        """Show a kept draft."""
        self.diagnosis.set_code(draft.diagnosis)
        self.day.set_day_text(draft.date)
        self.show_problems({})

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong, by field."""
        show_message(self.message, "\n".join(problems.values()))
        self.day.mark("bad" if "date" in problems else "")


class HistoryList(EntryPart):
    """Hold one editor a diagnosis, and say which the record holds already."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._terms: Terms | None = None
        self._known: tuple[EarlierDiagnosis, ...] = ()
        self.editors: list[DiagnosisEditor] = []
        self.add = QPushButton(self)
        theme.set_property(self.add, "role", "chip")
        theme.set_property(self.add, "kind", "accent")
        self._past = QLabel(self)
        self._past.setWordWrap(True)
        theme.set_property(self._past, "role", "past")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        adding = QHBoxLayout()
        adding.addWidget(self.add)
        adding.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._past)
        column.addLayout(self._rows)
        column.addLayout(adding)
        self.add.clicked.connect(self._on_add)

    @property
    @override
    def filled(self) -> int:
        return len(self.entries())

    @override
    def set_words(self, terms: Terms) -> None:
        self._terms = terms
        self.add.setText(self.tr("+ earlier diagnosis"))
        self.add.setAccessibleName(self.tr("Add an earlier diagnosis"))
        for editor in self.editors:
            editor.set_words(terms)
        self._show_past()

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return *(part for editor in self.editors for part in editor.focus_order()), self.add

    @override
    def target(self, field: str) -> QWidget | None:
        if field == FIELD:
            return self.editors[0].diagnosis if self.editors else self.add
        place = self._place_of(field)
        if place is None:
            return None
        return place[0].day.line if place[1] == "date" else place[0].diagnosis

    @override
    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        said: dict[DiagnosisEditor, dict[str, str]] = {editor: {} for editor in self.editors}
        handled = set()
        for field, words in problems.items():
            place = self._place_of(field)
            if place is not None:
                said[place[0]][place[1]] = words
                handled.add(field)
        for editor, found in said.items():
            editor.show_problems(found)
        return frozenset(handled)

    def entries(self) -> tuple[DraftDiagnosis, ...]:
        """Give what was entered; an empty row gives nothing."""
        return tuple(value for each in self.editors if (value := each.value()) is not None)

    def show_entries(self, entries: Iterable[DraftDiagnosis]) -> None:
        """Show kept entries."""
        while self.editors:
            self._drop(self.editors[-1])
        for entry in entries:
            self._add_editor(entry)

    def show_known(self, history: Iterable[EarlierDiagnosis]) -> None:
        """Show what the record holds."""
        self._known = tuple(history)
        self._show_past()

    def _place_of(self, field: str) -> tuple[DiagnosisEditor, str] | None:
        """Give editor and field of a name such as ``history.0.date``."""
        place = place_in(FIELD, field)
        entered = [editor for editor in self.editors if editor.value() is not None]
        if place is None or place[0] >= len(entered):
            return None
        return entered[place[0]], place[1]

    def _add_editor(self, draft: DraftDiagnosis) -> DiagnosisEditor:
        editor = DiagnosisEditor(self._today, self)
        if self._terms is not None:
            editor.set_words(self._terms)
        editor.show_value(draft)
        editor.edited.connect(self.edited)
        editor.removed.connect(partial(self._on_removed, editor))
        self.editors.append(editor)
        self._rows.addWidget(editor)
        editor.show()
        self.rearranged.emit()
        return editor

    def _drop(self, editor: DiagnosisEditor) -> None:
        self.editors.remove(editor)
        self._rows.removeWidget(editor)
        editor.hide()
        editor.deleteLater()

    def _on_add(self) -> None:
        self._add_editor(DraftDiagnosis("")).diagnosis.setFocus()

    def _on_removed(self, editor: DiagnosisEditor) -> None:
        self.add.setFocus()
        self._drop(editor)
        self.rearranged.emit()
        self.edited.emit()

    def _show_past(self) -> None:
        if self._terms is None:
            return
        said = []
        for known in self._known:
            on = f" {known.date.text}" if known.date is not None else ""
            said.append(f"{self._terms.of('category', known.diagnosis)}{on}")
        self._past.setText(self.tr("On record: {0}").format(" · ".join(said)))
        self._past.setVisible(bool(said))
