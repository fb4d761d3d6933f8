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
from desktop_app.domain.typed_values import parse_plain_number, sizes_text
from desktop_app.domain.visit import (
    DraftCytogenetic,
    DraftDiagnosis,
    DraftEvent,
    DraftFinding,
    DraftLesion,
    DraftTreatment,
)
from desktop_app.domain.visit_form import (
    ATTRIBUTIONS,
    MRD,
    RENAL_BIOPSIES,
    RENAL_BIOPSY,
    STAIN,
    TOXICITY,
    VTE_CHOICES,
    answer_of,
    answer_value,
)
from ui.widgets.answer_box import Choice, ChoiceList
from ui.widgets.answer_chip import AnswerChip, Asking
from ui.widgets.correction.abnormality_fields import AbnormalityFields
from ui.widgets.entry.history_list import DiagnosisEditor
from ui.widgets.entry.immunofixation_field import ImmunofixationField
from ui.widgets.entry.lesion_editor import LesionEditor
from ui.widgets.entry.lesion_field import LesionField
from ui.widgets.entry.mrd_field import MrdField
from ui.widgets.entry.stain_field import StainField
from ui.widgets.entry.treatment.ending_fields import EndingFields
from ui.widgets.entry.treatment.event_list import EventEditor
from ui.widgets.entry.treatment.toxicity_list import ToxicityList
from ui.widgets.entry.treatment.treatment_editor import TreatmentEditor
from ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from datetime import date

    from ui.models.plans import Plans
    from ui.terms import Terms
    from ui.widgets.entry.entry_part import FindingPart

NUMBER_WIDTH = 78
Draft = DraftFinding | DraftCytogenetic | DraftLesion | DraftDiagnosis | DraftTreatment | DraftEvent


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
    plans: Plans,
    parent: QWidget,
) -> CorrectionFields | None:
    """Make the fields of an entry; None for what no form asks: it can only be withdrawn.

    ``plans`` are the planned sequences that a treatment or event can be part of.
    """
    match entry:
        case Cytogenetic():
            return _test(entry, terms, parent)
        case Lesion():
            return _lesion(entry, terms, parent)
        case EarlierDiagnosis():
            return _diagnosis(entry, terms, today, parent)
        case Finding():
            return _finding(entry, terms, parent)
        case Treatment():
            return _treatment(entry, terms, today, plans, parent)
        case ClinicalEvent():
            return _event(entry, terms, today, plans, parent)


def ending_of(
    treatment: Treatment, terms: Terms, today: Callable[[], date], parent: QWidget
) -> CorrectionFields:
    """Make the fields that end a regimen; everything else of it stays as it is."""
    kept = _draft_of(treatment)
    fields = EndingFields(today, parent)
    fields.set_words(terms)
    fields.show_value(kept)
    return CorrectionFields(fields, fields.focus_order(), lambda: fields.written(kept))


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
            return _parted(entry, terms, parent)


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
    codes = _answers(entry.code)
    if entry.code in ATTRIBUTIONS:
        box.set_choices([Choice(code, terms.of("attribution", code)) for code in codes])
    else:
        box.set_choices([Choice(code, terms.answer(entry.code, code)) for code in codes])
    box.set_code(str(entry.value))
    box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    box.setAccessibleName(terms.analyte(entry.code))

    def draft() -> DraftFinding:
        return DraftFinding(entry.code, box.code(), entry.note or "")

    return CorrectionFields(box, (box,), draft)


def _answers(code: str) -> tuple[str, ...]:
    """Give the answers of a question in the order in which they are offered."""
    asked = {RENAL_BIOPSY: RENAL_BIOPSIES, **VTE_CHOICES}
    return asked[code] if code in asked else tuple(sorted(CHOICES[code]))


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


def _parted(entry: Finding, terms: Terms, parent: QWidget) -> CorrectionFields | None:
    makers: dict[str, Callable[[QWidget], FindingPart]] = {
        MRD: MrdField,
        TOXICITY: ToxicityList,
        STAIN: StainField,
    }
    if entry.code not in makers:
        return None
    part = makers[entry.code](parent)
    part.set_words(terms)
    part.show_findings({entry.code: DraftFinding(entry.code, entry.value, entry.note or "")})

    def draft() -> DraftFinding | None:
        return next(iter(part.findings()), None)

    return CorrectionFields(part, part.focus_order(), draft)


def _test(entry: Cytogenetic, terms: Terms, parent: QWidget) -> CorrectionFields:
    share = entry.clone_percent
    kept = DraftCytogenetic(
        abnormality=entry.abnormality,
        detected=entry.detected,
        method=entry.method or "",
        clone_percent="" if share is None else f"{share:f}",
        note=entry.note or "",
        copies=_text(entry.copies),
        biallelic=entry.biallelic,
    )
    fields = AbnormalityFields(kept, terms.of("abnormality", entry.abnormality), parent)
    return CorrectionFields(fields, fields.focus_order(), fields.value)


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


def _treatment(
    entry: Treatment, terms: Terms, today: Callable[[], date], plans: Plans, parent: QWidget
) -> CorrectionFields:
    editor = TreatmentEditor(today, parent)
    editor.plan.show_plans(plans)
    editor.set_words(terms)
    editor.show_value(_draft_of(entry))
    editor.remove.hide()
    return CorrectionFields(editor, editor.focus_order(), editor.value)


def _event(
    entry: ClinicalEvent, terms: Terms, today: Callable[[], date], plans: Plans, parent: QWidget
) -> CorrectionFields:
    editor = EventEditor(today, parent)
    editor.plan.show_plans(plans)
    editor.set_words(terms)
    number = _text(entry.sequence)
    editor.show_value(DraftEvent(entry.code, entry.date.text, number, entry.note or ""))
    editor.remove.hide()
    return CorrectionFields(editor, editor.focus_order(), editor.value)


def _draft_of(treatment: Treatment) -> DraftTreatment:
    return DraftTreatment(
        regimen=treatment.regimen,
        drugs=treatment.drugs,
        start=treatment.start.text,
        stop=treatment.stop.text if treatment.stop is not None else "",
        cycles=_text(treatment.cycles),
        cycle_days=_text(treatment.cycle_days),
        stop_reason=treatment.stop_reason or "",
        sequence=_text(treatment.sequence),
        note=treatment.note or "",
    )


def _text(number: int | None) -> str:
    return "" if number is None else str(number)
