"""Turn a draft with its texts as typed into a checked visit, or say what is wrong where."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.errors import FieldError, FieldErrors
from desktop_app.domain.finding_codes import SHAPES, fits
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Comparator, Finding, Result
from desktop_app.domain.record_rules import outside_hard_limits
from desktop_app.domain.unit_label import unit_label
from desktop_app.domain.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.visit import DraftFinding, DraftResult, VisitDraft

_NUMBER = re.compile(r"(<=|>=|<|>)?(\d{1,9}(?:\.\d{1,6})?|\.\d{1,6})", re.ASCII)
# Full-width forms only: a general folding would read "10²" as 102.
_FULL_WIDTH = {0xFF01 + place: 0x21 + place for place in range(94)} | {0x3000: " "}
_SPELLED = _FULL_WIDTH | str.maketrans(
    {"≤": "<=", "≥": ">=", "〈": "<", "〉": ">", "﹤": "<", "﹥": ">"}
)


def parse_number(text: str) -> tuple[Comparator | None, Decimal] | None:
    """Read a number as laboratories print it, full-width digits and ``<0.5`` included.

    None for a text that is no such number (``1e2``, ``1,5``, ``-3``, words).
    """
    match = _NUMBER.fullmatch(text.translate(_SPELLED).replace(" ", ""))
    if match is None:
        return None
    sign, digits = match.groups()
    return (Comparator(sign) if sign else None), Decimal(digits)


def known_part(
    draft: VisitDraft, *, today: date, birth: PartialDate | None, catalogue: Catalogue
) -> tuple[tuple[Result, ...], tuple[Finding, ...], tuple[FieldError, ...]]:
    """Give the results and findings of a draft that are valid so far, and every error.

    Without a valid day nothing is valid: a value without its day means nothing.
    """
    day, errors = _day(draft, today, birth)
    if day is None:
        return (), (), tuple(errors)
    results: list[Result] = []
    for entry in draft.results:
        if not entry.text.strip():
            continue
        result, found = _result(entry, day, catalogue)
        errors += found
        if result is not None:
            results.append(result)
    findings: list[Finding] = []
    for answer in draft.findings:
        if answer.code in SHAPES and fits(answer.code, answer.value):
            findings.append(
                Finding(PartialDate.of(day), answer.code, answer.value, answer.note or None)
            )
        else:
            errors.append(_misfit(answer))
    return tuple(results), tuple(findings), tuple(errors)


def checked_visit(
    draft: VisitDraft, *, today: date, birth: PartialDate | None, catalogue: Catalogue
) -> Visit:
    """Give the visit that a draft means.

    Raises:
        FieldErrors: a field is wrong, or the draft is empty; nothing of it is taken then.
    """
    day, wrong = _day(draft, today, birth)
    if day is None:
        raise FieldErrors(tuple(wrong))
    results, findings, errors = known_part(draft, today=today, birth=birth, catalogue=catalogue)
    if errors:
        raise FieldErrors(errors)
    if not (results or findings or draft.note.strip()):
        raise FieldErrors((FieldError("visit", "empty_visit"),))
    return Visit(draft.patient_id, day, results, findings, draft.note.strip())


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
