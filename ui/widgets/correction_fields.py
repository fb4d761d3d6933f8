"""Give the fields in which one entry of the record is corrected, filled with what it says now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.finding_codes import CHOICES, SHAPES, Shape
from desktop_app.domain.record import (
    ClinicalEvent,
    Cytogenetic,
    EarlierDiagnosis,
    Finding,
    Lesion,
    Treatment,
)
from desktop_app.domain.truth import Truth
from desktop_app.domain.typed_values import parse_plain_number, sizes_text
from desktop_app.domain.visit import (
    DraftCytogenetic,
    DraftDiagnosis,
    DraftFinding,
    DraftLesion,
)
from desktop_app.domain.visit_form import (
    ATTRIBUTIONS,
    RENAL_BIOPSIES,
    RENAL_BIOPSY,
    answer_of,
    answer_value,
)
from ui.widgets.abnormality_fields import AbnormalityFields
from ui.widgets.answer_box import Choice, ChoiceList
from ui.widgets.answer_chip import AnswerChip, Asking
from ui.widgets.history_list import DiagnosisEditor
from ui.widgets.immunofixation_field import ImmunofixationField
from ui.widgets.lesion_editor import LesionEditor
from ui.widgets.lesion_field import LesionField
from ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from datetime import date

    from ui.terms import Terms

NUMBER_WIDTH = 78
Draft = DraftFinding | DraftCytogenetic | DraftLesion | DraftDiagnosis


@dataclass(frozen=True, slots=True)
class CorrectionFields:
    """Hold the fields; ``draft`` gives what they say, or None where they say nothing."""

    widget: QWidget
    order: tuple[QWidget, ...]  # what takes the focus, in reading order
    draft: Callable[[], Draft | None]

    @property
    def first(self) -> QWidget:
        """Give where the cursor begins."""
        return self.order[0]


def fields_for(
    entry: Finding | Cytogenetic | Lesion | EarlierDiagnosis | Treatment | ClinicalEvent,
    terms: Terms,
    today: Callable[[], date],
    parent: QWidget,
) -> CorrectionFields | None:
    """Make the fields of an entry; None for what no form asks: it can only be withdrawn."""
    match entry:
        case Cytogenetic():
            return _test(entry, terms, parent)
        case Lesion():
            return _lesion(entry, terms, parent)
        case EarlierDiagnosis():
            return _diagnosis(entry, terms, today, parent)
        case Finding():
            return _finding(entry, terms, parent)
        case Treatment() | ClinicalEvent():
            return None


def _finding(entry: Finding, terms: Terms, parent: QWidget) -> CorrectionFields | None:
    if answer_of(entry.value).known:
        return _answer(entry, terms, parent)
    match SHAPES.get(entry.code):
        case Shape.CHOICE | Shape.WORD:
            return _choice(entry, terms, parent)
        case Shape.NUMBER:
            return _number(entry, terms, parent)
        case Shape.ISOTYPES:
            return _bands(entry, terms, parent)
        case Shape.COUNT:
            return _count(entry, terms, parent)
        case _:
            return None


def _answer(entry: Finding, terms: Terms, parent: QWidget) -> CorrectionFields:
    chip = AnswerChip(terms.analyte(entry.code), parent, Asking.EXAMINED)
    chip.set_answer(answer_of(entry.value))
    chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def draft() -> DraftFinding | None:
        same = chip.answer is answer_of(entry.value)
        value = entry.value if same else answer_value(entry.code, chip.answer)
        return None if value is None else DraftFinding(entry.code, value, entry.note or "")

    return CorrectionFields(chip, (chip,), draft)


def _choice(entry: Finding, terms: Terms, parent: QWidget) -> CorrectionFields:
    box = ChoiceList(parent)
    table = "attribution" if entry.code in ATTRIBUTIONS else "answer"
    codes = RENAL_BIOPSIES if entry.code == RENAL_BIOPSY else sorted(CHOICES[entry.code])
    box.set_choices([Choice(code, terms.of(table, code)) for code in codes])
    box.set_code(str(entry.value))
    box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    box.setAccessibleName(terms.analyte(entry.code))

    def draft() -> DraftFinding:
        return DraftFinding(entry.code, box.code(), entry.note or "")

    return CorrectionFields(box, (box,), draft)


def _number(entry: Finding, terms: Terms, parent: QWidget) -> CorrectionFields:
    edit = NumberEdit(parent, reads=parse_plain_number)
    edit.set_number_text(str(entry.value))
    edit.setFixedWidth(NUMBER_WIDTH)
    edit.setAccessibleName(terms.analyte(entry.code))

    def draft() -> DraftFinding | None:
        text = edit.number_text()
        number = parse_plain_number(text)
        value = text if number is None else number
        return DraftFinding(entry.code, value, entry.note or "") if text else None

    return CorrectionFields(edit, (edit,), draft)


def _bands(entry: Finding, terms: Terms, parent: QWidget) -> CorrectionFields:
    field = ImmunofixationField(entry.code, parent)
    field.set_words(terms)
    bands = entry.value if isinstance(entry.value, tuple) else ()
    field.show_value(tuple(str(band) for band in bands))

    def draft() -> DraftFinding | None:
        value = field.value()
        return None if value is None else DraftFinding(entry.code, value, entry.note or "")

    return CorrectionFields(field, field.focus_order(), draft)


def _count(entry: Finding, terms: Terms, parent: QWidget) -> CorrectionFields:
    field = LesionField(entry.code, parent)
    field.set_words(terms)
    field.show_value(entry.value)

    def draft() -> DraftFinding | None:
        value = field.value()
        return None if value is None else DraftFinding(entry.code, value, entry.note or "")

    return CorrectionFields(field, field.focus_order(), draft)


def _test(entry: Cytogenetic, terms: Terms, parent: QWidget) -> CorrectionFields:
    fields = AbnormalityFields(terms.of("abnormality", entry.abnormality), parent)
    share = entry.clone_percent
    fields.show_value(Truth.of(entry.detected), "" if share is None else f"{share:f}")

    def draft() -> DraftCytogenetic | None:
        if not fields.chip.answer.known:
            return None
        return DraftCytogenetic(
            abnormality=entry.abnormality,
            detected=fields.chip.answer is Truth.MET,
            method=entry.method or "",
            clone_percent=fields.share(),
            note=entry.note or "",
        )

    return CorrectionFields(fields, (fields.chip, fields.percent.number), draft)


def _lesion(entry: Lesion, terms: Terms, parent: QWidget) -> CorrectionFields:
    editor = LesionEditor(parent)
    editor.set_words(terms)
    editor.show_value(
        DraftLesion(
            lesion=entry.lesion,
            kind=entry.kind,
            site=entry.site or "",
            contiguous_with_bone=entry.contiguous_with_bone,
            biopsy_proven=entry.biopsy_proven,
            diameters=sizes_text(entry.diameters_mm),
            suv_max="" if entry.suv_max is None else f"{entry.suv_max:f}",
            modality=entry.modality or "",
            resolved=entry.resolved,
            note=entry.note or "",
        )
    )
    editor.remove.hide()
    return CorrectionFields(editor, editor.focus_order(), editor.value)


def _diagnosis(
    entry: EarlierDiagnosis, terms: Terms, today: Callable[[], date], parent: QWidget
) -> CorrectionFields:
    editor = DiagnosisEditor(today, parent)
    editor.set_words(terms)
    on = entry.date.text if entry.date is not None else ""
    editor.show_value(DraftDiagnosis(entry.diagnosis, on))
    editor.remove.hide()
    return CorrectionFields(editor, editor.focus_order(), editor.value)
