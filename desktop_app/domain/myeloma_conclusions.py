"""Hold what an assessment says of myeloma: stage, lesions, lines, response, and the care.

As in ``conclusions`` nothing is translated. Days are texts as entered, since they may be partial.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.conclusions import Criterion, Input, Note, Score, WorkupItem
from desktop_app.domain.truth import Truth


@dataclass(frozen=True, slots=True)
class Outcome:
    """Hold one printed figure of a group: a median in months, or a percent at a time.

    ``measure`` is ``overall_survival``, ``progression_free_survival`` or what else was counted;
    ``status`` that of the figure in the rule book.
    """

    measure: str
    group: str
    source: str
    status: str
    months: Decimal | None = None
    percent: Decimal | None = None
    at_months: int | None = None
    reached: bool = True  # False where the median was not reached


@dataclass(frozen=True, slots=True)
class SystemStage:
    """Hold what one staging system says, as the set of stages that the known facts allow.

    ``suffix`` is that of Durie-Salmon; ``points`` least and most of a system that adds points.
    """

    stage: str | None
    possible: tuple[str, ...]
    suffix: str | None = None
    possible_suffixes: tuple[str, ...] = ()
    points: tuple[Decimal, Decimal] | None = None
    outcomes: tuple[Outcome, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Derived:
    """Hold a quantity that we computed, apart from what a laboratory reported of the same."""

    rule: str
    code: str
    value: Decimal
    unit: str
    inputs: tuple[Input, ...] = ()
    reported: Input | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Staging:
    """Hold every staging system at the anchor of MM-STAGE-BASE.

    ``if_myeloma`` tells that myeloma is not confirmed; ``others`` stand by their rule ID.
    """

    durie_salmon: SystemStage
    iss: SystemStage
    r_iss: SystemStage
    r2_iss: SystemStage
    ims_2025: SystemStage
    others: tuple[tuple[str, SystemStage], ...] = ()
    anchor: str | None = None
    basis: Note | None = None
    if_myeloma: bool = False
    derived: tuple[Derived, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def systems(self) -> tuple[tuple[str, SystemStage], ...]:
        """Give the systems by the contract's name."""
        return (
            ("durie_salmon", self.durie_salmon),
            ("iss", self.iss),
            ("r_iss", self.r_iss),
            ("r2_iss", self.r2_iss),
            ("ims_2025", self.ims_2025),
        )


@dataclass(frozen=True, slots=True)
class LesionLook:
    """Hold one look at a lesion; no diameters where none were given."""

    date: str
    modality: str | None = None
    diameters_mm: tuple[Decimal, ...] = ()
    suv_max: Decimal | None = None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class LesionCourse:
    """Hold one lesion over time; ``classes`` are EM-B and EM-E as far as the contact is known.

    A lesion inside the bone has no class; ``present`` is whether it is there at the last look.
    """

    lesion: str
    kind: str
    classes: tuple[str, ...]
    present: Truth
    site: str | None = None
    biopsy_proven: bool | None = None
    looks: tuple[LesionLook, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class ExtramedullaryState:
    """Hold the class and the number of sites on a day on which lesions were looked at."""

    date: str
    category: str
    sites: int


@dataclass(frozen=True, slots=True)
class Extramedullary:
    """Hold extramedullary disease: ``category`` is none, EM-B, EM-E, EM-B+EM-E or unknown.

    ``possible`` are the classes that the known facts allow. ``onset`` is ``diagnosis``,
    ``relapse`` or None; ``true_emd`` is EMD-BLADE; ``name_cn`` the name of EMD-CN2024. ``as_of``
    is the day of the look on which the class rests; None where nobody looked.
    """

    category: str
    possible: tuple[str, ...] = ()
    sites: int = 0
    onset: str | None = None
    true_emd: Truth = Truth.UNKNOWN
    name_cn: str | None = None
    lesions: tuple[LesionCourse, ...] = ()
    course: tuple[ExtramedullaryState, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    notes: tuple[Note, ...] = ()
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class PlasmaCellLeukemia:
    """Hold plasma cell leukaemia under each definition by its name; ``type`` as in PCL-TYPE.

    ``absolute`` is the computed count in 10*9/L; None where the white cells are not known.
    """

    imwg_2021: Truth
    kyle_1974: Truth
    who: Truth
    either: Truth
    type: str | None = None
    absolute: Decimal | None = None
    since: str | None = None
    criteria: tuple[Criterion, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class LinePart:
    """Hold one regimen, transplant or cell therapy of a line, and why it belongs there.

    ``cycle`` and ``cycle_day`` are those of the day of the assessment by the calendar, of what is
    still given and whose length of a cycle is recorded.
    """

    name: str
    kind: str  # ``regimen`` or the code of the event
    start: str
    stop: str | None = None
    drugs: tuple[str, ...] = ()
    cycles: int | None = None
    stop_reason: str | None = None
    reason: Note | None = None
    cycle: int | None = None
    cycle_day: int | None = None


@dataclass(frozen=True, slots=True)
class Refractoriness:
    """Hold whether a drug, class or regimen is refractory; exposed alone is not refractory.

    ``kind`` is ``drug``, ``class`` or ``regimen``.
    """

    name: str
    kind: str
    state: Truth
    note: Note | None = None
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True)
class TreatmentLine:
    """Hold one line of therapy (LINE-DEF); ``number`` is None where the plan leaves it open.

    ``best`` is the best response category, ``months_to_next`` least and most months to the next
    line, ``months_to_progression`` to progression in this line. ``outcome`` is that of
    REF-REGIMEN: ``refractory``, ``relapsed``, ``relapsed_and_refractory``, ``primary_refractory``.
    """

    number: int | None
    possible_numbers: tuple[int, ...]
    regimens: tuple[str, ...]
    start: str
    stop: str | None
    reason: Note
    parts: tuple[LinePart, ...] = ()
    best: str | None = None
    best_confirmed: bool = False
    months_to_next: tuple[int, int] | None = None
    months_to_progression: tuple[int, int] | None = None
    outcome: str | None = None
    refractory: tuple[Refractoriness, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class ResponseBaseline:
    """Hold the baseline of one line (RESP-BASE) and the markers that are measurable there."""

    line: int
    date: str | None
    markers: tuple[str, ...] = ()  # ``serum``, ``urine``, ``flc``, ``marrow``, ``lesions``
    values: tuple[Input, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class ResponsePoint:
    """Hold the response on one day of a line.

    ``category`` is the level that holds on that day: the confirmed one, or what was read where
    that is not confirmed yet (``confirmed`` is False then). ``read`` is what the day by itself
    says, ``possible`` all that its unknown parts allow, ``at_least`` the best level whose
    conditions are all known. ``pending`` tells that a second value is awaited.
    """

    date: str
    line: int
    category: str
    confirmed: bool
    read: str | None = None
    possible: tuple[str, ...] = ()
    at_least: str | None = None
    pending: bool = False
    criteria: tuple[Criterion, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class ResponseMark:
    """Hold a level that a chart draws in a line: baseline, nadir, or where progression begins.

    ``role`` is ``baseline``, ``nadir`` or ``progression``; days bound where it holds.
    """

    code: str
    unit: str
    value: Decimal
    role: str
    line: int
    start: str
    stop: str | None = None


@dataclass(frozen=True, slots=True)
class ImwgResponse:
    """Hold the response by IMWG: a baseline for each line, the timeline, best and current.

    ``endpoints`` are clinical relapse, relapse from CR, MRD and what needs action (section 5.4).
    """

    criteria_version: str
    baselines: tuple[ResponseBaseline, ...] = ()
    timeline: tuple[ResponsePoint, ...] = ()
    best: ResponsePoint | None = None
    current: ResponsePoint | None = None
    endpoints: tuple[Criterion, ...] = ()
    marks: tuple[ResponseMark, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Myeloma:
    """Hold the whole picture of myeloma; None or empty where a part does not apply.

    ``refractory`` are REF-MULTI and what belongs to it; ``reminders`` the REC-EMM sentences;
    ``scores`` frailty and thrombosis by rule ID; ``prophylaxis`` the list before and on treatment;
    ``smm_end`` is SMM-PROG.
    """

    staging: Staging | None = None
    extramedullary: Extramedullary | None = None
    plasma_cell_leukemia: PlasmaCellLeukemia | None = None
    lines: tuple[TreatmentLine, ...] = ()
    refractory: tuple[Criterion, ...] = ()
    response: ImwgResponse | None = None
    reminders: tuple[Criterion, ...] = ()
    scores: tuple[tuple[str, Score], ...] = ()
    prophylaxis: tuple[WorkupItem, ...] = ()
    smm_end: Criterion | None = None

    @property
    def response_now(self) -> ResponsePoint | None:
        """Give the latest response if the last line has one: that of a line before says nothing."""
        point = self.response.current if self.response is not None else None
        if point is None or not self.lines:
            return None
        last = self.lines[-1]
        return point if point.line in (last.number, *last.possible_numbers) else None
