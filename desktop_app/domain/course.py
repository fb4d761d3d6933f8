"""Put the stages of a disease in order: what the history tells, and what was concluded since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop_app.domain.journal import Stage
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import EarlierDiagnosis
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop_app.domain.conclusions import Assessment, Criterion


class Gravity(Enum):
    """Say how far a disease has gone, from no clone to one that is treated or acute."""

    NONE = "none"
    PRECURSOR = "precursor"
    ADVANCED = "advanced"
    MALIGNANT = "malignant"


GRAVITY: Mapping[str, Gravity] = MappingProxyType(
    {
        "no_clone": Gravity.NONE,
        "mgus_non_igm": Gravity.PRECURSOR,
        "mgus_igm": Gravity.PRECURSOR,
        "mgus_light_chain": Gravity.PRECURSOR,
        "smm": Gravity.ADVANCED,
        "smm_light_chain": Gravity.ADVANCED,
        "smoldering_waldenstrom": Gravity.ADVANCED,
        "waldenstrom_suspected": Gravity.ADVANCED,
        "solitary_plasmacytoma": Gravity.ADVANCED,
        "solitary_plasmacytoma_minimal_marrow": Gravity.ADVANCED,
        "poems": Gravity.MALIGNANT,
        "multiple_myeloma": Gravity.MALIGNANT,
        "primary_plasma_cell_leukemia": Gravity.MALIGNANT,
        "secondary_plasma_cell_leukemia": Gravity.MALIGNANT,
    }
)


@dataclass(frozen=True, slots=True)
class Conclusion:
    """Hold what was concluded as of a day, and the category that the doctor put in its place."""

    assessment_id: int
    as_of: date
    category: str | None
    status: str
    visit_id: int | None = None
    override: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Hold a stage, and the assessments between which the category changed, where it did."""

    stage: Stage
    before: int | None = None
    after: int | None = None


def steps(
    history: Sequence[EarlierDiagnosis], conclusions: Sequence[Conclusion]
) -> tuple[Step, ...]:
    """Give the stages by their days; one begins where the category is another than before.

    ``conclusions`` are the last ones of each day, oldest first. A diagnosis that is told comes
    before what was concluded on the same day, and first of all where nobody knows its day.
    """
    told = [(_begin(known), _told(known)) for known in history]
    befores = (None, *conclusions)
    concluded = [
        (each.as_of, _concluded(each, before))
        for each, before in zip(conclusions, befores, strict=False)
    ]
    found: list[Step] = []
    for _, step in sorted((*told, *concluded), key=lambda dated: dated[0]):
        if not found or step.stage.category != found[-1].stage.category:
            found.append(step)
    return tuple(found)


def diagnoses(course: Sequence[Step]) -> tuple[EarlierDiagnosis, ...]:
    """Give each diagnosis with its first day; days on which it was undetermined do not part it."""
    found: list[EarlierDiagnosis] = []
    for step in course:
        category = step.stage.category
        if category is not None and (not found or category != found[-1].diagnosis):
            found.append(EarlierDiagnosis(category, step.stage.since))
    return tuple(found)


def newly_met(before: Assessment, after: Assessment) -> tuple[str, ...]:
    """Name the criteria of the diagnosis that are met now and were not, the most particular."""
    known = {each.id for each in _walk(before.diagnosis.criteria) if each.state is Truth.MET}
    return tuple(dict.fromkeys(_new(after.diagnosis.criteria, known)))


def _new(criteria: Sequence[Criterion], known: set[str]) -> Iterator[str]:
    for criterion in criteria:
        parts = tuple(_new(criterion.criteria, known))
        if parts:
            yield from parts
        elif criterion.state is Truth.MET and criterion.id not in known:
            yield criterion.id


def _walk(criteria: Sequence[Criterion]) -> Iterator[Criterion]:
    for criterion in criteria:
        yield criterion
        yield from _walk(criterion.criteria)


def _begin(known: EarlierDiagnosis) -> date:
    return known.date.first if known.date is not None else date.min


def _told(known: EarlierDiagnosis) -> Step:
    return Step(Stage(known.diagnosis, known.date, from_history=True))


def _concluded(each: Conclusion, before: Conclusion | None) -> Step:
    since = PartialDate.of(each.as_of)
    if each.override is not None:
        stage = Stage(each.override, since, visit_id=each.visit_id, overridden=True)
        return Step(stage)
    stage = Stage(each.category, since, each.status, each.visit_id)
    if before is None:
        return Step(stage)
    return Step(stage, before.assessment_id, each.assessment_id)
