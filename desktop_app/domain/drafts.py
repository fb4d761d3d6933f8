"""Turn a draft with its texts as typed into a checked visit, or say what is wrong where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain import draft_entries, draft_treatments
from desktop_app.domain.errors import FieldError, FieldErrors
from desktop_app.domain.finding_codes import SHAPES, fits
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import (
    ClinicalEvent,
    Cytogenetic,
    EarlierDiagnosis,
    Finding,
    Lesion,
    PatientRecord,
    Result,
    Treatment,
)
from desktop_app.domain.record_rules import outside_hard_limits
from desktop_app.domain.typed_values import parse_number
from desktop_app.domain.unit_label import unit_label
from desktop_app.domain.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.catalogue import Analyte, Catalogue
    from desktop_app.domain.visit import DraftFinding, DraftResult, VisitDraft


@dataclass(frozen=True, slots=True)
class KnownPart:
    """Hold what is valid of a draft so far, and every error."""

    results: tuple[Result, ...] = ()
    findings: tuple[Finding, ...] = ()
    cytogenetics: tuple[Cytogenetic, ...] = ()
    lesions: tuple[Lesion, ...] = ()
    history: tuple[EarlierDiagnosis, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    events: tuple[ClinicalEvent, ...] = ()
    errors: tuple[FieldError, ...] = ()

    def joined(self, record: PatientRecord) -> PatientRecord:
        """Give a record as it would be with this part."""
        return replace(
            record,
            results=record.results + self.results,
            findings=record.findings + self.findings,
            cytogenetics=record.cytogenetics + self.cytogenetics,
            lesions=record.lesions + self.lesions,
            history=record.history + self.history,
            treatments=record.treatments + self.treatments,
            events=record.events + self.events,
        )


def known_part(
    draft: VisitDraft, *, today: date, birth: PartialDate | None, catalogue: Catalogue
) -> KnownPart:
    """Give what is valid of a draft so far, and every error.

    Without a valid day nothing is valid: a value without its day means nothing.
    """
    day, errors = _day(draft, today, birth)
    if day is None:
        return KnownPart(errors=tuple(errors))
    return KnownPart(
        results=_results(draft.results, day, catalogue, errors),
        findings=_findings(draft.findings, day, errors),
        cytogenetics=draft_entries.cytogenetics(draft.cytogenetics, day, errors),
        lesions=draft_entries.lesions(draft.lesions, day, errors),
        history=draft_entries.history(draft.history, today, birth, errors),
        treatments=draft_treatments.treatments(draft.treatments, today, birth, errors),
        events=draft_treatments.events(draft.events, today, birth, errors),
        errors=tuple(errors),
    )


def checked_visit(
    draft: VisitDraft, *, today: date, birth: PartialDate | None, catalogue: Catalogue
) -> Visit:
    """Give the visit that a draft means.

    Raises:
        FieldErrors: a field is wrong, or the draft is empty; nothing of it is taken then.
    """
    known = known_part(draft, today=today, birth=birth, catalogue=catalogue)
    if known.errors:
        raise FieldErrors(known.errors)
    visit = Visit(
        patient_id=draft.patient_id,
        observed_on=date.fromisoformat(draft.observed_on.strip()),
        results=known.results,
        findings=known.findings,
        note=draft.note.strip(),
        cytogenetics=known.cytogenetics,
        lesions=known.lesions,
        history=known.history,
        treatments=known.treatments,
        events=known.events,
    )
    if known == KnownPart() and not visit.note:
        raise FieldErrors((FieldError("visit", "empty_visit"),))
    return visit


def _day(
    draft: VisitDraft, today: date, birth: PartialDate | None
) -> tuple[date | None, list[FieldError]]:
    text = draft.observed_on.strip()
    if not text:
        return None, [FieldError("observed_on", "required")]
    try:
        on = PartialDate(text)
    except ValueError:
        on = None
    if on is None or not on.whole:
        return None, [FieldError("observed_on", "not_a_date", (("text", text),))]
    day = on.first
    if day > today:
        return None, [FieldError("observed_on", "in_the_future", (("text", text),))]
    if birth is not None and day < birth.first:
        return None, [FieldError("observed_on", "before_birth", (("text", text),))]
    return day, []


def _results(
    entries: tuple[DraftResult, ...], day: date, catalogue: Catalogue, errors: list[FieldError]
) -> tuple[Result, ...]:
    results: list[Result] = []
    for entry in entries:
        if not entry.text.strip():
            continue
        result, found = _result(entry, day, catalogue)
        errors += found
        if result is not None:
            results.append(result)
    return tuple(results)


def _findings(
    answers: tuple[DraftFinding, ...], day: date, errors: list[FieldError]
) -> tuple[Finding, ...]:
    findings: list[Finding] = []
    for answer in answers:
        if answer.code in SHAPES and fits(answer.code, answer.value):
            on = PartialDate.of(day)
            findings.append(Finding(on, answer.code, answer.value, answer.note or None))
        else:
            errors.append(_misfit(answer))
    return tuple(findings)


def _result(
    entry: DraftResult, day: date, catalogue: Catalogue
) -> tuple[Result | None, list[FieldError]]:
    analyte = catalogue.get(entry.code)
    if analyte is None or not analyte.knows(entry.unit):
        return None, [FieldError(entry.code, "unit_unknown", (("unit", entry.unit),))]
    number = parse_number(entry.text)
    if number is None:
        return None, [FieldError(entry.code, "not_a_number", (("text", entry.text),))]
    comparator, value = number
    if analyte.is_scale and (comparator or value != int(value) or _off(analyte, value)):
        ends = (("low", f"{analyte.hard_low}"), ("high", f"{analyte.hard_high}"))
        return None, [FieldError(entry.code, "off_scale", ends)]
    beyond = outside_hard_limits(analyte, value, entry.unit)
    reason = entry.reason.strip()
    if beyond is not None and not reason:
        values = (("low", beyond[0]), ("high", beyond[1]), ("unit", unit_label(entry.unit)))
        return None, [FieldError(entry.code, "outside_hard_limits", values, overridable=True)]
    limits, errors = _limits(entry)
    result = Result(
        date=PartialDate.of(day),
        code=entry.code,
        value=value,
        unit=entry.unit,
        comparator=comparator,
        low=limits[0],
        high=limits[1],
        lab=entry.lab.strip() or None,
        method=entry.method.strip() or None,
        note=reason or None,
        confirmed=beyond is not None,
    )
    return (None if errors else result), errors


def _off(analyte: Analyte, value: Decimal) -> bool:
    return outside_hard_limits(analyte, value, analyte.canonical_unit) is not None


def _limits(entry: DraftResult) -> tuple[tuple[Decimal | None, Decimal | None], list[FieldError]]:
    ends: list[Decimal | None] = []
    errors: list[FieldError] = []
    for name, text in (("low", entry.low), ("high", entry.high)):
        number = parse_number(text) if text.strip() else None
        if text.strip() and (number is None or number[0] is not None):
            errors.append(FieldError(f"{entry.code}.{name}", "not_a_number", (("text", text),)))
            number = None
        ends.append(number[1] if number else None)
    low, high = ends
    if low is not None and high is not None and low > high:
        errors.append(FieldError(f"{entry.code}.high", "limits_reversed"))
    return (low, high), errors


def _misfit(answer: DraftFinding) -> FieldError:
    return FieldError(answer.code, "answer_not_understood")


def tenfold_slips(
    results: tuple[Result, ...], earlier: tuple[Result, ...], catalogue: Catalogue
) -> Iterator[FieldError]:
    """Ask about values about ten times, or a tenth of, the last one: a decimal or unit slip.

    A question beside the field, never a refusal.
    """
    last: dict[str, Result] = {}
    for result in earlier:
        known = last.get(result.code)
        if known is None or result.date.last >= known.date.last:
            last[result.code] = result
    for result in results:
        before = last.get(result.code)
        if before is None or before.value is None or result.value is None:
            continue
        if before.unit is None or result.unit is None or not before.value:
            continue
        analyte = catalogue[result.code]
        old = analyte.canonical(before.value, before.unit)
        ratio = analyte.canonical(result.value, result.unit) / old if old else Decimal(1)
        if Decimal(8) <= ratio <= Decimal(12) or Decimal("0.08") <= ratio <= Decimal("0.125"):
            values = (("last", f"{before.value}"), ("unit", unit_label(before.unit)))
            yield FieldError(result.code, "tenfold_of_last", values, overridable=True)
