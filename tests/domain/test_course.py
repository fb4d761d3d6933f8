"""Test the order of the stages of a disease, and what moved a patient."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.domain.conclusions import Assessment, Criterion
from desktop_app.domain.course import (
    GRAVITY,
    Conclusion,
    Gravity,
    Step,
    diagnoses,
    newly_met,
    steps,
)
from desktop_app.domain.journal import Stage
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import EarlierDiagnosis
from desktop_app.domain.rulesets.precursor.diagnosis.categories import ORDER, PRECURSORS
from desktop_app.domain.truth import Truth
from tests.domain.cases import assessed

MGUS = Conclusion(1, date(2024, 1, 10), "mgus_non_igm", "presumed", 5)
SAME = Conclusion(2, date(2025, 1, 10), "mgus_non_igm", "confirmed", 6)
OPEN = Conclusion(3, date(2025, 7, 10), None, "undetermined", 7)
SMM = Conclusion(4, date(2026, 1, 10), "smm", "confirmed", None)


def test_a_stage_begins_where_the_category_is_another_one() -> None:
    assert steps((), (MGUS, SAME, OPEN, SMM)) == (
        Step(Stage("mgus_non_igm", PartialDate("2024-01-10"), "presumed", 5)),
        Step(Stage(None, PartialDate("2025-07-10"), "undetermined", 7), 2, 3),
        Step(Stage("smm", PartialDate("2026-01-10"), "confirmed"), 3, 4),
    )


def test_what_the_history_tells_stands_at_its_day() -> None:
    told = (EarlierDiagnosis("smm", PartialDate("2025")), EarlierDiagnosis("mgus_igm"))

    found = [step.stage for step in steps(told, (MGUS, SAME))]

    assert [(x.category, x.from_history, x.status) for x in found] == [
        ("mgus_igm", True, None),
        ("mgus_non_igm", False, "presumed"),
        ("smm", True, None),
        ("mgus_non_igm", False, "confirmed"),
    ]


def test_a_conclusion_that_agrees_with_the_history_begins_nothing() -> None:
    told = (EarlierDiagnosis("mgus_non_igm", PartialDate("2019")),)

    (step,) = steps(told, (MGUS, SAME))

    assert step.stage == Stage("mgus_non_igm", PartialDate("2019"), from_history=True)


def test_on_the_same_day_the_history_comes_first() -> None:
    told = (EarlierDiagnosis("mgus_igm", PartialDate("2024-01-10")),)

    assert [step.stage.category for step in steps(told, (MGUS,))] == ["mgus_igm", "mgus_non_igm"]


def test_what_the_doctor_put_in_its_place_was_moved_by_no_criterion() -> None:
    overridden = replace(SAME, override="smm")

    _, moved, back = steps((), (MGUS, overridden, replace(SAME, assessment_id=9)))

    assert moved == Step(Stage("smm", PartialDate("2025-01-10"), None, 6, overridden=True))
    assert (back.before, back.after) == (2, 9)


def test_undetermined_days_do_not_part_a_diagnosis() -> None:
    course = steps((), (MGUS, OPEN, replace(SAME, as_of=date(2026, 1, 1))))

    assert len(course) == 3
    assert diagnoses(course) == (EarlierDiagnosis("mgus_non_igm", PartialDate("2024-01-10")),)


def test_nobody_without_history_and_assessment_has_a_course() -> None:
    assert steps((), ()) == ()
    assert diagnoses(()) == ()


def concluded(*criteria: Criterion) -> Assessment:
    made = assessed()
    return replace(made, diagnosis=replace(made.diagnosis, criteria=criteria))


def test_the_most_particular_criteria_that_are_newly_met_are_named_once() -> None:
    part = Criterion("SMM-M", Truth.MET)
    known = Criterion("CLONE", Truth.MET)
    before = concluded(
        known, Criterion("SMM", Truth.UNKNOWN, criteria=(Criterion("SMM-M", Truth.NOT_MET),))
    )
    after = concluded(
        known,
        Criterion("SMM", Truth.MET, criteria=(part, Criterion("SMM-BMPC", Truth.UNKNOWN))),
        Criterion("OTHER", Truth.NOT_MET, criteria=(part,)),
        Criterion("MM-EVENT", Truth.MET),
    )

    assert newly_met(before, after) == ("SMM-M", "MM-EVENT")
    assert newly_met(after, after) == ()


def test_every_category_has_its_gravity() -> None:
    assert GRAVITY.keys() == set(ORDER)
    assert {GRAVITY[each] for each in PRECURSORS} == {Gravity.PRECURSOR, Gravity.ADVANCED}
    grave = {each for each in ORDER if GRAVITY[each] is Gravity.MALIGNANT}
    assert grave == {
        "poems",
        "multiple_myeloma",
        "primary_plasma_cell_leukemia",
        "secondary_plasma_cell_leukemia",
    }
    assert [each for each in ORDER if GRAVITY[each] is Gravity.NONE] == ["no_clone"]
