"""Type the lesions outside the marrow and follow them over time (EMD-LESION, EMD-CLASS)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.criteria.lesion_classes import (
    AWAY,
    BESIDE_BONE,
    BOTH,
    CLASSES,
    IN_BONE,
    NONE,
    UNKNOWN,
    class_of,
    gone,
    typed_lesions,
    whole_body_days,
)
from desktop_app.domain.criteria.myeloma_names import ACTIVE, EMM, SOLITARY
from desktop_app.domain.criteria.plasmacytoma_dose import radiotherapy
from desktop_app.domain.criterion import Rule
from desktop_app.domain.myeloma_conclusions import (
    Extramedullary,
    ExtramedullaryState,
    LesionCourse,
    LesionLook,
)
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.conclusions import Criterion, Diagnosis
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criteria.lesion_classes import TypedLesion
    from desktop_app.domain.criteria.treatment_lines import CountedLine
    from desktop_app.domain.view import RecordView

LESION = Rule(
    "EMD-LESION",
    "cn2024emp",
    "secondary",
    "lesion outside the bone; contact with bone EM-B, none EM-E",
)
CLASS = Rule("EMD-CLASS", "cn2024emp", "decision", "any lesion outside the bone")
TRUE_EMD = Rule("EMD-BLADE", "blade2022", "primary", "lesion without contact with bone")
NAME = Rule("EMD-CN2024", "cn2024emp", "secondary", "solitary plasmacytoma, or EMM in myeloma")
NEAR_DAYS = 90  # as in MM-STAGE-BASE
AT_DIAGNOSIS, AT_RELAPSE = "diagnosis", "relapse"
OF_BONE, OF_SOFT_TISSUE = "SBP", "SEP"
# EMD-LESION: a mass of these places may reach it from the rib or vertebra beside it.
BESIDE_RIBS = ("pleura", "retroperit", "胸膜", "肋膜", "腹膜後", "後腹膜", "腹膜后")


def extramedullary(
    evidence: Evidence, diagnosis: Diagnosis, lines: tuple[CountedLine, ...]
) -> Extramedullary | None:
    """Give the class, the sites and the course; None where it does not concern the patient."""
    view = evidence.view
    lesions = typed_lesions(view)
    named = diagnosis.category
    outside = tuple(x for x in lesions if x.classes)
    if not outside and named not in ACTIVE | SOLITARY:
        return None
    possible = class_of(view, lesions)
    category = _settled(possible)
    onset, fresh = _onset(diagnosis, outside, lines, view)
    name = _name_cn(named, lesions)
    return Extramedullary(
        category,
        possible,
        _sites(lesions),
        onset,
        _true_emd(possible),
        name,
        tuple(map(_course_of, lesions)),
        tuple(_states(view, lesions)),
        (*_criteria(lesions, possible, named, name), *_treatment(named, view)),
        tuple(_notes(category, possible, named, fresh)),
        _as_of(view, category, outside),
    )


def _settled(possible: tuple[str, ...]) -> str:
    return possible[0] if len(possible) == 1 else UNKNOWN


def _as_of(view: RecordView, category: str, outside: tuple[TypedLesion, ...]) -> str | None:
    """Give the day of the latest look: at the whole body where nothing is left, else at lesions."""
    looks = (x.looks[-1].date for x in outside)
    days = whole_body_days(view) if category == NONE else looks
    latest = max(days, key=lambda day: (day.last, day.first), default=None)
    return None if latest is None else latest.text


def _sites(lesions: tuple[TypedLesion, ...]) -> int:
    return sum(bool(x.classes) and x.present is Truth.MET for x in lesions)


def _true_emd(possible: tuple[str, ...]) -> Truth:
    """Tell whether soft tissue away from bone is affected (EMD-BLADE)."""
    answers = {name in (AWAY, BOTH) for name in possible}
    return Truth.of(answers.pop() if len(answers) == 1 else None)


def _onset(
    diagnosis: Diagnosis,
    outside: tuple[TypedLesion, ...],
    lines: tuple[CountedLine, ...],
    view: RecordView,
) -> tuple[str | None, int]:
    """Give when disease outside the marrow was first seen, and how many sites came at relapse.

    The month in which treatment began counts as before it, as in MM-STAGE-BASE; what was first
    seen soon after it may have been there before, so that neither is said (D).
    """
    first = [x.looks[0].date for x in outside]
    if not first:
        return None, 0
    if not lines:
        return (AT_DIAGNOSIS if _untreated_onset(diagnosis, first, view) else None), 0
    begun = lines[0].start
    late = [day.first > begun.last for day in first]
    if all(late):
        soon = min(day.first for day in first) <= begun.last + timedelta(days=NEAR_DAYS)
        return (None if soon else AT_RELAPSE), 0
    month = PartialDate(f"{begun.first:%Y-%m}").last
    early = any(day.last <= month for day, after in zip(first, late, strict=True) if not after)
    return (AT_DIAGNOSIS if early else None), sum(late)


def _untreated_onset(diagnosis: Diagnosis, first: list[PartialDate], view: RecordView) -> bool:
    """Tell whether myeloma without recorded treatment had its lesions when it was diagnosed."""
    if diagnosis.category not in ACTIVE | SOLITARY:
        return False
    seen = min(day.first for day in first)
    if diagnosis.since is not None:
        return seen <= diagnosis.since + timedelta(days=NEAR_DAYS)
    known = [x.date for x in view.history() if x.diagnosis in ACTIVE]
    return all(day is not None and day.last >= seen for day in known)


def _name_cn(named: str | None, lesions: tuple[TypedLesion, ...]) -> str | None:
    """Give the name of EMD-CN2024; None where there is nothing to name, or the contact is open."""
    if named in ACTIVE:
        return EMM if any(x.classes for x in lesions) else None
    if named not in SOLITARY:
        return None
    names = {OF_SOFT_TISSUE if x.classes == (AWAY,) else OF_BONE for x in lesions}
    open_ = any(x.classes == (BESIDE_BONE, AWAY) for x in lesions)
    return names.pop() if len(names) == 1 and not open_ else None


def _course_of(lesion: TypedLesion) -> LesionCourse:
    told = reversed(lesion.looks)
    return LesionCourse(
        lesion.name,
        lesion.kind,
        lesion.classes,
        lesion.present,
        next((x.site for x in told if x.site), None),
        _proven(lesion),
        tuple(
            LesionLook(x.date.text, x.modality, x.diameters_mm, x.suv_max, gone(x))
            for x in lesion.looks
        ),
        tuple(_remarks(lesion)),
    )


def _proven(lesion: TypedLesion) -> bool | None:
    """Tell whether any look was proven by biopsy; None where none says."""
    answers = {x.biopsy_proven for x in lesion.looks} - {None}
    return any(answers) if answers else None


def _remarks(lesion: TypedLesion) -> Iterator[Note]:
    if lesion.kind == IN_BONE:
        yield Note("emd_in_bone")
    if lesion.classes == (BESIDE_BONE, AWAY):
        places = " ".join(f"{x.lesion} {x.site}" for x in lesion.looks).lower()
        beside = any(word in places for word in BESIDE_RIBS)
        yield Note("emd_ask_contact" if beside else "emd_contact_unknown")


def _states(view: RecordView, lesions: tuple[TypedLesion, ...]) -> Iterator[ExtramedullaryState]:
    """Give the class on every day of a look; a contact told later counts from the start."""
    days = {look.date.text: look.date for lesion in lesions for look in lesion.looks}
    told = {x.name: x.classes for x in lesions}
    for day in sorted(days.values(), key=lambda day: (day.last, day.first)):
        then = view.at(day.last)
        seen = tuple(_as_told(x, told[x.name]) for x in typed_lesions(then))
        yield ExtramedullaryState(day.text, _settled(class_of(then, seen)), _sites(seen))


def _as_told(lesion: TypedLesion, told: tuple[str, ...]) -> TypedLesion:
    both = tuple(name for name in lesion.classes if name in told)
    return replace(lesion, classes=both or lesion.classes)


def _criteria(
    lesions: tuple[TypedLesion, ...],
    possible: tuple[str, ...],
    named: str | None,
    name: str | None,
) -> tuple[Criterion, ...]:
    rows = tuple(_row(x) for x in lesions)
    state = Truth.UNKNOWN if NONE in possible else Truth.MET
    if possible == (NONE,):
        state = Truth.NOT_MET
    called = Truth.MET if name else Truth.of(None if named not in ACTIVE else False)
    return (
        CLASS.answer(state, (), _not_imaged(possible), rows),
        TRUE_EMD.answer(_true_emd(possible)),
        NAME.answer(called),
    )


def _treatment(named: str | None, view: RecordView) -> tuple[Criterion, ...]:
    return (radiotherapy(view),) if named in SOLITARY else ()


def _row(lesion: TypedLesion) -> Criterion:
    seen = (Input("lesion", lesion.name, None, x.date.text) for x in lesion.looks[-1:])
    return LESION.answer(Truth.of(bool(lesion.classes)), seen, next(_remarks(lesion), None))


def _not_imaged(possible: tuple[str, ...]) -> Note | None:
    return Note("emd_not_imaged") if possible == CLASSES else None


def _notes(
    category: str, possible: tuple[str, ...], named: str | None, fresh: int
) -> Iterator[Note]:
    if note := _not_imaged(possible):
        yield note
    if category == BOTH:
        yield Note("emd_both_as_away")
    if named in SOLITARY:
        yield Note("emd_solitary")
    if fresh:
        yield Note("emd_new_at_relapse", (("sites", str(fresh)),))
