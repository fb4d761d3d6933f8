"""Check the cytogenetics, lesions and earlier diagnoses of a draft, each in its own place.

The place of an error is part, position in the draft and field, such as ``lesions.0.diameters``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.errors import FieldError
from desktop_app.domain.finding_codes import ABNORMALITIES, LESION_KINDS
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Cytogenetic, EarlierDiagnosis, Lesion
from desktop_app.domain.record_rules import copies_of
from desktop_app.domain.rulesets.precursor.diagnosis.categories import ORDER as CATEGORIES
from desktop_app.domain.typed_values import (
    parse_partial_date,
    parse_percent,
    parse_plain_number,
    parse_sizes,
    parse_whole_number,
)
from desktop_app.domain.visit import DraftDiagnosis, DraftLesion

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.domain.visit import DraftCytogenetic


def cytogenetics(
    drafts: Sequence[DraftCytogenetic], day: date, errors: list[FieldError]
) -> tuple[Cytogenetic, ...]:
    """Give the tests that are valid so far; the errors of the others are added to ``errors``."""
    known: dict[tuple[str, str], Cytogenetic] = {}
    for place, draft in enumerate(drafts):
        field = f"cytogenetics.{place}"
        found: list[FieldError] = []
        if draft.abnormality not in ABNORMALITIES:
            found.append(FieldError(field, "answer_not_understood"))
        name = (draft.abnormality, draft.method.strip())
        if name in known:
            found.append(FieldError(field, "entered_twice"))
        share = parse_percent(draft.clone_percent)
        if share is None and draft.clone_percent.strip():
            values = (("text", draft.clone_percent),)
            found.append(FieldError(f"{field}.clone_percent", "not_a_percent", values))
        limits = copies_of(draft.abnormality)
        copies = whole_number(draft.copies, f"{field}.copies", limits, found)
        if not found:
            known[name] = Cytogenetic(
                date=PartialDate.of(day),
                abnormality=draft.abnormality,
                detected=draft.detected,
                method=name[1] or None,
                clone_percent=share,
                copies=copies,
                biallelic=draft.biallelic,
                note=draft.note.strip() or None,
            )
        errors += found
    return tuple(known.values())


def lesions(
    drafts: Sequence[DraftLesion], day: date, errors: list[FieldError]
) -> tuple[Lesion, ...]:
    """Give the lesions that are valid so far; a row of which only the kind is chosen is left out.

    A lesion may be looked at by several methods on one day, but by each only once.
    """
    known: dict[tuple[str, str | None], Lesion] = {}
    for place, draft in enumerate(drafts):
        if draft == DraftLesion(lesion="", kind=draft.kind):
            continue
        lesion, found = _lesion(draft, f"lesions.{place}", day)
        name = (lesion.lesion.casefold(), lesion.modality)
        if name in known:
            found.append(FieldError(f"lesions.{place}.lesion", "entered_twice"))
        if not found:
            known[name] = lesion
        errors += found
    return tuple(known.values())


def history(
    drafts: Sequence[DraftDiagnosis],
    today: date,
    birth: PartialDate | None,
    errors: list[FieldError],
) -> tuple[EarlierDiagnosis, ...]:
    """Give the earlier diagnoses that are valid so far; each once, its day may be left out."""
    known: dict[str, EarlierDiagnosis] = {}
    for place, draft in enumerate(drafts):
        if draft == DraftDiagnosis(""):
            continue
        field = f"history.{place}"
        found: list[FieldError] = []
        if not draft.diagnosis:
            found.append(FieldError(f"{field}.diagnosis", "required"))
        elif draft.diagnosis not in CATEGORIES:
            found.append(FieldError(f"{field}.diagnosis", "answer_not_understood"))
        elif draft.diagnosis in known:
            found.append(FieldError(f"{field}.diagnosis", "entered_twice"))
        on = partial_day(draft.date, f"{field}.date", today, birth, found)
        if not found:
            known[draft.diagnosis] = EarlierDiagnosis(draft.diagnosis, on)
        errors += found
    return tuple(known.values())


def partial_day(
    text: str, field: str, today: date, birth: PartialDate | None, errors: list[FieldError]
) -> PartialDate | None:
    """Read a day that may be partial, from birth to today; None where nothing was typed."""
    if not text.strip():
        return None
    on = parse_partial_date(text)
    values = (("text", text.strip()),)
    if on is None:
        errors.append(FieldError(field, "not_a_partial_date", values))
    elif on.first > today:
        errors.append(FieldError(field, "in_the_future", values))
    elif birth is not None and on.last < birth.first:
        errors.append(FieldError(field, "before_birth", values))
    return on


def whole_number(
    text: str, field: str, limits: tuple[int, int], errors: list[FieldError]
) -> int | None:
    """Read a count between its least and most; None where nothing was typed."""
    if not text.strip():
        return None
    number = parse_whole_number(text)
    low, high = limits
    if number is None or not low <= number <= high:
        values = (("text", text.strip()), ("low", str(low)), ("high", str(high)))
        errors.append(FieldError(field, "not_a_whole_number", values))
    return number


def _lesion(draft: DraftLesion, field: str, day: date) -> tuple[Lesion, list[FieldError]]:
    errors: list[FieldError] = []
    name = " ".join(draft.lesion.split())
    if not name:
        errors.append(FieldError(f"{field}.lesion", "required"))
    if draft.kind not in LESION_KINDS:
        errors.append(FieldError(f"{field}.kind", "answer_not_understood"))
    sizes = parse_sizes(draft.diameters) if draft.diameters.strip() else ()
    if sizes is None:
        values = (("text", draft.diameters),)
        errors.append(FieldError(f"{field}.diameters", "not_a_size", values))
    uptake = parse_plain_number(draft.suv_max)
    if uptake is None and draft.suv_max.strip():
        values = (("text", draft.suv_max),)
        errors.append(FieldError(f"{field}.suv_max", "not_a_number", values))
    lesion = Lesion(
        date=PartialDate.of(day),
        lesion=name,
        kind=draft.kind,
        site=draft.site.strip() or None,
        contiguous_with_bone=draft.contiguous_with_bone,
        biopsy_proven=draft.biopsy_proven,
        diameters_mm=sizes or (),
        suv_max=uptake,
        modality=draft.modality.strip() or None,
        resolved=draft.resolved,
        note=draft.note.strip() or None,
    )
    return lesion, errors
