"""Enter one look at one lesion: which, of what kind, proven or not, how large, and still there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.domain.truth import Truth
from desktop_app.domain.typed_values import parse_plain_number, parse_sizes, sizes_text
from desktop_app.domain.visit import DraftLesion
from desktop_app.domain.visit_form import LESION_KINDS, MODALITIES
from ui import theme
from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceList
from ui.widgets.answer_chip import AnswerChip, Asking
from ui.widgets.entry.entry_part import message_label, show_message
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.number_edit import NumberEdit
from ui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.record import Lesion
    from ui.terms import Terms

KIND_WIDTH, SIZE_WIDTH, SUV_WIDTH, REMOVE_WIDTH = 124, 104, 60, 28


class LesionEditor(ListRow[DraftLesion]):
    """Hold one lesion; what was known of it before stands in grey and is not taken as seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = DraftLesion("", "")
        self._last: Lesion | None = None
        self.lesion, self.site = QLineEdit(self), QLineEdit(self)
        self.kind, self.modality = ChoiceList(self), ChoiceList(self)
        self.diameters = NumberEdit(self, reads=parse_sizes)
        self.suv = NumberEdit(self, reads=parse_plain_number)
        self.proven = AnswerChip("", self, Asking.KNOWN)
        self.contiguous = AnswerChip("", self, Asking.KNOWN)
        self.resolved, self.remove = QPushButton(self), QPushButton("✕", self)
        self.message = message_label(self)
        self._suv_name = QLabel("SUV", self)
        self._dress()
        self._lay_out()
        self._connect()

    @override
    def set_words(self, terms: Terms) -> None:
        self.lesion.setPlaceholderText(self.tr("such as T10"))
        self.lesion.setAccessibleName(self.tr("Name of the lesion"))
        self.site.setPlaceholderText(self.tr("Site"))
        self.site.setAccessibleName(self.tr("Site of the lesion"))
        self.diameters.setAccessibleName(self.tr("Diameters in mm"))
        self.suv.setAccessibleName(self.tr("SUVmax"))
        self.suv.set_hint("")
        kinds = [Choice(code, terms.of("lesion_kind", code)) for code in LESION_KINDS]
        self.kind.set_choices([Choice(UNKNOWN, self.tr("kind?")), *kinds])
        self.kind.setAccessibleName(self.tr("Kind of the lesion"))
        ways = [Choice(code, terms.of("modality", code)) for code in MODALITIES]
        self.modality.set_choices([Choice(UNKNOWN, self.tr("seen by?")), *ways])
        self.modality.setAccessibleName(self.tr("Seen by"))
        self.proven.set_question(self.tr("Proven by biopsy"))
        self.contiguous.set_question(self.tr("Touches bone"))
        self.resolved.setText(self.tr("Gone"))
        self.resolved.setAccessibleName(self.tr("The lesion is gone"))
        self.remove.setAccessibleName(self.tr("Remove this lesion from the entry"))
        self.remove.setToolTip(self.remove.accessibleName())
        self._show_hint()

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        first = (self.lesion, self.site, self.kind, self.remove)
        second = (self.diameters, self.modality, self.suv)
        return *first, *second, self.proven, self.contiguous, self.resolved

    @override
    def target(self, field: str) -> QWidget:
        named = {
            "kind": self.kind,
            "diameters": self.diameters,
            "suv_max": self.suv,
            "site": self.site,
            "modality": self.modality,
            "biopsy_proven": self.proven,
            "contiguous_with_bone": self.contiguous,
        }
        return named.get(field, self.lesion)

    @override
    def show_problems(self, problems: Mapping[str, str]) -> None:
        said = dict(problems)
        if "kind" in said and not self.kind.code():
            said["kind"] = self.tr("Choose the kind of the lesion.")
        show_message(self.message, "\n".join(said.values()))
        theme.set_property(self.lesion, "state", "bad" if "lesion" in problems else "known")
        theme.set_property(
            self.kind, "state", "bad" if "kind" in problems else _state(self.kind.code())
        )

    @override
    def value(self) -> DraftLesion | None:
        draft = replace(
            self._kept,
            lesion=self.lesion.text().strip(),
            kind=self.kind.code(),
            site=self.site.text().strip(),
            contiguous_with_bone=_answer(self.contiguous),
            biopsy_proven=_answer(self.proven),
            diameters=self.diameters.number_text(),
            suv_max=self.suv.number_text(),
            modality=self.modality.code(),
            resolved=self.resolved.isChecked(),
        )
        return None if draft == DraftLesion("", "") else draft

    @override
    def show_value(self, draft: DraftLesion) -> None:
        self._kept = draft
        self.lesion.setText(draft.lesion)
        self.site.setText(draft.site)
        for box, code in ((self.kind, draft.kind), (self.modality, draft.modality)):
            box.set_code(code)
        self.diameters.set_number_text(draft.diameters)
        self.suv.set_number_text(draft.suv_max)
        for chip, answer in (
            (self.proven, draft.biopsy_proven),
            (self.contiguous, draft.contiguous_with_bone),
        ):
            chip.set_answer(Truth.UNKNOWN if answer is None else Truth.of(answer))
        self.resolved.setChecked(draft.resolved)
        self.show_problems({})

    def show_last(self, last: Lesion | None) -> None:
        """Show in grey how large the lesion was when it was seen last."""
        self._last = last
        self._show_hint()

    def _show_hint(self) -> None:
        sizes = self._last.diameters_mm if self._last is not None else ()
        self.diameters.set_hint(sizes_text(sizes) or "42 x 30")
        said = ""
        if self._last is not None and sizes:
            #: {0} are diameters, {1} is a day
            pattern = self.tr("Last: {0} mm, {1}")
            said = pattern.format(self.diameters.placeholderText(), self._last.date.text)
        self.diameters.setToolTip(said)
        self.diameters.setAccessibleDescription(said)

    def _dress(self) -> None:
        self.kind.setFixedWidth(KIND_WIDTH)
        self.diameters.setFixedWidth(SIZE_WIDTH)
        self.suv.setFixedWidth(SUV_WIDTH)
        self.remove.setFixedWidth(REMOVE_WIDTH)
        self.modality.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.resolved.setCheckable(True)
        for button in (self.resolved, self.remove):
            theme.set_property(button, "role", "chip")
            theme.set_property(button, "kind", "neutral")

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for line, widgets in (
            (first, (self.lesion, self.site, self.kind, self.remove)),
            (second, (self.diameters, QLabel("mm", self), self.modality, self._suv_name, self.suv)),
        ):
            line.setSpacing(6)
            for widget in widgets:
                line.addWidget(widget)
        second.setStretchFactor(self.modality, 1)
        chips = QWidget(self)
        flow = FlowLayout(chips)
        for chip in (self.proven, self.contiguous, self.resolved):
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(3)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(chips)
        column.addWidget(self.message)

    def _connect(self) -> None:
        for line in (self.lesion, self.site):
            line.textEdited.connect(self.edited)
        for edit in (self.diameters, self.suv):
            edit.edited.connect(self.edited)
        for box in (self.kind, self.modality):
            box.edited.connect(self.edited)
        for chip in (self.proven, self.contiguous):
            chip.answer_changed.connect(self._on_answer)
        self.resolved.clicked.connect(self._on_answer)
        self.remove.clicked.connect(self.removed)

    def _on_answer(self) -> None:
        self.edited.emit()


def _answer(chip: AnswerChip) -> bool | None:
    return None if not chip.answer.known else chip.answer is Truth.MET


def _state(code: str) -> str:
    return "known" if code else "unknown"
