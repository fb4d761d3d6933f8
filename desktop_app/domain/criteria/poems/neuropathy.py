"""Judge the neuropathy: mandatory, demyelinating or not (POEMS-DX-PN)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.poems.neurotoxic import neurotoxic_from
from desktop_app.domain.criteria.poems.reading import Feature, feature
from desktop_app.domain.criterion import MISSING, Judgement, Rule
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.criteria.poems.reading import Reading
    from desktop_app.domain.record import Finding
    from desktop_app.domain.view import RecordView

NEUROPATHY = Rule(
    "POEMS-DX-PN",
    "dispenzieri2023",
    "primary",
    "polyneuropathy, clinical and/or NCS, EMG, biopsy",
)
CODE, REFRACTORY = "polyneuropathy", "neuropathy_refractory_to_immunotherapy"
GRADE, NUMBNESS = "neuropathy_grade", "numbness"
# POEMS-CD-VARIANT: mild.
MILD = 1


def neuropathy(reading: Reading) -> Feature:
    """Judge every entry; seen only after a drug that harms nerves it is unknown."""
    harmed = neurotoxic_from(reading.view)

    def judged(entry: Finding) -> Judgement:
        there = entry.value.get("present") if isinstance(entry.value, Mapping) else None
        if there is not True:
            return Judgement(Truth.of(there if isinstance(there, bool) else None))
        if harmed is None or entry.date.last <= harmed:
            return Judgement(Truth.MET)
        return Judgement(Truth.UNKNOWN, Note("poems_neuropathy_after_drug"))

    told = tuple(reading.findings(CODE, judged))
    late = [x for x in told if x.note is not None]
    answer = reading.answer(told)
    if late and answer.truth is not Truth.MET:
        return Feature(NEUROPATHY.answer(Truth.UNKNOWN, [late[0].input], late[0].note))
    if answer.note == MISSING.note and reading.view.flag(NUMBNESS) is True:
        return Feature(NEUROPATHY.answer(Truth.UNKNOWN, (), Note("poems_numbness_alone")))
    return feature(NEUROPATHY, answer)


def refractory(reading: Reading) -> Truth:
    """Tell whether immunoglobulin or steroids did not help (POEMS-TRIG-CIDP)."""
    return reading.answer(reading.flags(REFRACTORY)).truth


def mild(view: RecordView) -> Truth:
    """Tell whether the neuropathy is of grade 1."""
    grade = view.latest_finding(GRADE)
    if grade is None or isinstance(grade.value, bool) or not isinstance(grade.value, int | D):
        return Truth.UNKNOWN
    return Truth.of(grade.value == MILD)
