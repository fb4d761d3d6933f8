"""Prove every grade of ONLS-ARM and ONLS-LEG, its guards, and that it is not INCAT's scale."""

from __future__ import annotations

import pytest

from desktop_app.domain.onls import (
    ARM_MOVEMENT,
    ARM_TASKS,
    ERROR,
    GRADES,
    LEG_MOVEMENT,
    ORTHOSIS,
    OTHER_DISEASE,
    PROBLEMS,
    QUESTIONS,
    RANKIN,
    STANDING,
    WARNING,
    asked,
    grade_fits,
    scored,
)

NONE, SOME, FULL, OTHER = "not_affected", "affected", "prevented", "other_cause"
TASKS = tuple(task.code for task in ARM_TASKS)
STEADY = {"running_stairs": "no", "walking": "no", "gait_abnormal": "no"}


def arms(*answers: str, **others: str) -> dict[str, str]:
    """Answer the tasks of the arms; the last answer holds for those that follow."""
    whole = (*answers, *[answers[-1]] * len(TASKS))
    return {**dict(zip(TASKS, whole, strict=False)), **others}


def legs(aid: str, **others: str) -> dict[str, str]:
    return {"walking_ten_metres": aid, **others}


@pytest.mark.parametrize(
    ("answers", "grade"),
    [
        (arms(NONE, arm_symptoms="no"), 0),
        (arms(NONE, arm_symptoms="yes"), 1),
        (arms(SOME, NONE), 2),
        (arms(SOME), 2),
        (arms(FULL, NONE), 3),
        (arms(FULL, SOME), 3),
        (arms(FULL, arm_movement="yes"), 4),
        (arms(FULL, arm_movement="no"), 5),
        (arms(OTHER, FULL, arm_movement="no"), 5),
        (arms(OTHER, NONE, arm_symptoms="no"), 0),
    ],
)
def test_every_grade_of_the_arms(answers: dict[str, str], grade: int) -> None:
    assert scored(answers).arm == grade


@pytest.mark.parametrize(
    ("answers", "grade"),
    [
        (legs("unaided", **STEADY), 0),
        (legs("unaided", **{**STEADY, "running_stairs": "yes"}), 1),
        (legs("unaided", **{**STEADY, "walking": "yes"}), 1),
        (legs("unaided", **{**STEADY, "gait_abnormal": "yes"}), 2),
        (legs("one_side"), 3),
        (legs("two_sides"), 4),
        (legs("wheelchair", standing_with_helper="yes"), 5),
        (legs("wheelchair", standing_with_helper="no", leg_movement="yes"), 6),
        (legs("wheelchair", standing_with_helper="no", leg_movement="no"), 7),
    ],
)
def test_every_grade_of_the_legs(answers: dict[str, str], grade: int) -> None:
    assert scored(answers).leg == grade


@pytest.mark.parametrize(
    "answers",
    [
        arms(NONE),
        arms(FULL),
        arms(OTHER, arm_symptoms="yes"),
        dict.fromkeys(TASKS[:-1], NONE) | {"arm_symptoms": "no"},
        legs("unaided"),
        legs("unaided", gait_abnormal="no", running_stairs="yes"),
        legs("wheelchair"),
        legs("wheelchair", standing_with_helper="no"),
        {},
    ],
)
def test_an_incomplete_form_has_no_total(answers: dict[str, str]) -> None:
    form = scored(answers)

    assert form.total is None
    assert form.problems == ()


def test_the_published_totals() -> None:
    arm_one = arms(NONE, arm_symptoms="yes")

    walking = scored({**arm_one, **legs("unaided", **{**STEADY, "gait_abnormal": "yes"})})
    seated = scored(
        {**arm_one, **legs("wheelchair", standing_with_helper="no", leg_movement="yes")}
    )

    assert (walking.arm, walking.leg, walking.total) == (1, 2, 3)
    assert (seated.arm, seated.leg, seated.total) == (1, 6, 7)


def test_the_leg_ends_at_7_where_incat_ends_at_5() -> None:
    worst = scored(
        arms(FULL, arm_movement="no")
        | legs("wheelchair", standing_with_helper="no", leg_movement="no")
    )

    assert worst.total == 12


@pytest.mark.parametrize("aid", ["unaided", "one_side", "two_sides"])
def test_who_walks_so_but_cannot_stand_contradicts_the_form(aid: str) -> None:
    # ONLS-GUARD
    form = scored(legs(aid, standing_with_helper="no", leg_movement="yes", **STEADY))

    assert form.leg is None
    assert [(x.level, x.code) for x in form.problems] == [(ERROR, "leg_and_aid_disagree")]


def test_a_task_affected_without_symptoms_is_warned_of_and_scored_by_the_task() -> None:
    form = scored(arms(SOME, NONE, arm_symptoms="no"))

    assert form.arm == 2
    assert [(x.level, x.code) for x in form.problems] == [(WARNING, "tasks_without_symptoms")]


def test_a_grade_typed_by_hand_is_held_against_the_way_of_walking() -> None:
    fitting = {aid: [leg for leg in range(8) if grade_fits(leg, aid)] for aid in GRADES}

    assert fitting == {
        "unaided": [0, 1, 2],
        "one_side": [3],
        "two_sides": [4],
        "wheelchair": [5, 6, 7],
    }


def test_only_the_questions_that_apply_are_asked() -> None:
    at_first = asked({})
    seated = asked(arms(FULL) | legs("wheelchair", standing_with_helper="no"))
    stands = asked(legs("wheelchair", standing_with_helper="yes"))

    assert {ARM_MOVEMENT, STANDING, LEG_MOVEMENT}.isdisjoint(at_first)
    assert seated == QUESTIONS
    assert set(QUESTIONS) - set(stands) == {ARM_MOVEMENT, LEG_MOVEMENT}


def test_orthosis_and_other_disease_are_recorded_and_not_scored() -> None:
    assert [x for x in QUESTIONS if not x.scored] == [ORTHOSIS, OTHER_DISEASE]


def test_rankin_runs_from_0_to_6() -> None:
    # MRS
    assert RANKIN == ("0", "1", "2", "3", "4", "5", "6")


def test_every_problem_has_its_code_in_the_list_for_the_wording() -> None:
    wrong = scored(legs("one_side", standing_with_helper="no") | arms(SOME, arm_symptoms="no"))

    assert tuple(x.code for x in wrong.problems) == PROBLEMS
