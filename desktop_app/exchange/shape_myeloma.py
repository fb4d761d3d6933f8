"""Name the keys of what the assessment file says of myeloma."""

from __future__ import annotations

from decimal import Decimal

from typing_extensions import TypedDict

from desktop_app.exchange.shape_parts import Criterion, Input, Open, Score, WorkupItem


class Outcome(TypedDict):
    """One printed figure of a group: a median in months, or a percent at a time."""

    measure: str
    group: str
    months: Decimal | None
    percent: Decimal | None
    at_months: int | None
    reached: bool
    source: str
    status: str


class Stage(TypedDict):
    """A stage, or null, and every stage that the known facts allow."""

    stage: str | None
    possible: list[str]
    suffix: str | None
    possible_suffixes: list[str]
    points: tuple[Decimal, Decimal] | None
    outcomes: list[Outcome]
    criteria: list[Criterion]
    notes: list[str]


class OtherStage(Stage):
    """A system that stands beside the leading ones, named by its rule ID."""

    system: str


class Derived(TypedDict):
    """A quantity that we computed, beside what a laboratory reported of the same."""

    rule: str
    code: str
    value: Decimal
    unit: str
    inputs: list[Input]
    reported: Input | None
    note: str | None


class Staging(TypedDict):
    """The staging systems at one anchor; ``if_myeloma`` where myeloma is not confirmed."""

    durie_salmon: Stage | Open
    iss: Stage | Open
    r_iss: Stage | Open
    r2_iss: Stage | Open
    ims_2025: Stage | Open
    others: list[OtherStage]
    anchor: str | None
    basis: str | None
    if_myeloma: bool
    derived: list[Derived]
    notes: list[str]


class LesionLook(TypedDict):
    """One look at a lesion."""

    date: str
    modality: str | None
    diameters_mm: list[Decimal]
    suv_max: Decimal | None
    gone: bool


# "class" is a word of the language, so this one is not written as a class.
LesionCourse = TypedDict(
    "LesionCourse",
    {
        "lesion": str,
        "site": str | None,
        "kind": str,
        "class": str | None,
        "possible": list[str],
        "present": str,
        "biopsy_proven": bool | None,
        "looks": list[LesionLook],
        "notes": list[str],
    },
)

ExtramedullaryState = TypedDict(
    "ExtramedullaryState",
    {"date": str, "class": str, "sites": int},
)

Extramedullary = TypedDict(
    "Extramedullary",
    {
        "class": str,
        "as_of": str | None,
        "possible": list[str],
        "sites": int,
        "onset": str | None,
        "true_emd": str,
        "name_cn": str | None,
        "lesions": list[LesionCourse],
        "course": list[ExtramedullaryState],
        "criteria": list[Criterion],
        "notes": list[str],
    },
)


class PlasmaCellLeukemia(TypedDict):
    """Plasma cell leukaemia by each definition: yes, no or unknown."""

    imwg_2021: str
    kyle_1974: str
    who: str
    either: str
    type: str | None
    absolute: Decimal | None
    since: str | None
    criteria: list[Criterion]
    notes: list[str]


class LinePart(TypedDict):
    """One regimen, transplant or cell therapy of a line, and why it belongs there."""

    name: str
    kind: str
    start: str
    stop: str | None
    drugs: list[str]
    cycles: int | None
    stop_reason: str | None
    reason: str | None
    cycle: int | None
    cycle_day: int | None


class Refractoriness(TypedDict):
    """Whether a drug, a class or a regimen is refractory."""

    name: str
    kind: str
    state: str
    note: str | None
    criteria: list[Criterion]


class TreatmentLine(TypedDict):
    """One line of therapy; its number is null where the plan leaves it open."""

    number: int | None
    possible_numbers: list[int]
    regimens: list[str]
    start: str
    stop: str | None
    reason: str
    best_response: str | None
    best_confirmed: bool
    months_to_next: tuple[int, int] | None
    months_to_progression: tuple[int, int] | None
    outcome: str | None
    parts: list[LinePart]
    refractory: list[Refractoriness]
    criteria: list[Criterion]
    notes: list[str]


class ResponseBaseline(TypedDict):
    """The baseline of one line, and the markers that are measurable there."""

    line: int
    date: str | None
    markers: list[str]
    values: list[Input]
    criteria: list[Criterion]
    notes: list[str]


class ResponsePoint(TypedDict):
    """The response on one day of a line."""

    date: str
    line: int
    category: str
    confirmed: bool
    read: str | None
    possible: list[str]
    at_least: str | None
    pending: bool
    criteria: list[Criterion]
    notes: list[str]


class ResponseMark(TypedDict):
    """A level that a chart draws in a line."""

    code: str
    unit: str
    value: Decimal
    role: str
    line: int
    start: str
    stop: str | None


class ImwgResponse(TypedDict):
    """The response by IMWG; ``baseline`` is that of the current line."""

    criteria_version: str
    baseline: ResponseBaseline | Open
    baselines: list[ResponseBaseline]
    timeline: list[ResponsePoint]
    best: ResponsePoint | Open
    current: ResponsePoint | Open
    endpoints: list[Criterion]
    marks: list[ResponseMark]
    notes: list[str]


class CareScore(Score):
    """A score of frailty or thrombosis, named by its rule ID."""

    model: str


class MyelomaCare(TypedDict):
    """What the contract lets us add of myeloma: drugs that fail, reminders, supportive care."""

    refractory: list[Criterion]
    reminders: list[Criterion]
    care_scores: list[CareScore]
    prophylaxis: list[WorkupItem]
    smm_end: list[Criterion]
