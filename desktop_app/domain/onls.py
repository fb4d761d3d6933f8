"""Score the limitation of arms and legs (ONLS) from plain answers, and name the Rankin grades.

The questions are asked in our own words: the official form is licensed (ONLS-ARM, ONLS-LEG). They
are not those of INCAT, whose leg ends at 5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

YES, NO = "yes", "no"
NOT_AFFECTED, AFFECTED, PREVENTED = "not_affected", "affected", "prevented"
OTHER_CAUSE = "other_cause"
UNAIDED, ONE_SIDE, TWO_SIDES, WHEELCHAIR = "unaided", "one_side", "two_sides", "wheelchair"
FLAG = (YES, NO)
TASK = (NOT_AFFECTED, AFFECTED, PREVENTED, OTHER_CAUSE)
AIDS = (UNAIDED, ONE_SIDE, TWO_SIDES, WHEELCHAIR)
SIDES = ("none", "right", "left", "both")
# How the answers were had; the two are not interchangeable (RESP-POEMS-N).
MODES = ("interview", "observed")
# MRS, from no symptoms to dead.
RANKIN = tuple(map(str, range(7)))
ERROR, WARNING = "error", "warning"


@dataclass(frozen=True, slots=True)
class Question:
    """Hold one question by its code, with what can be answered; some are not scored."""

    code: str
    answers: tuple[str, ...] = FLAG
    scored: bool = True


ARM_SYMPTOMS = Question("arm_symptoms")
ARM_TASKS = tuple(
    Question(code, TASK)
    for code in ("dress_upper_body", "hair", "turn_key", "cutlery", "buttons_zips")
)
ARM_MOVEMENT = Question("arm_movement")
RUNNING, WALKING, GAIT = Question("running_stairs"), Question("walking"), Question("gait_abnormal")
AID = Question("walking_ten_metres", AIDS)
STANDING, LEG_MOVEMENT = Question("standing_with_helper"), Question("leg_movement")
ORTHOSIS = Question("foot_orthosis", SIDES, scored=False)
OTHER_DISEASE = Question("other_disease", scored=False)
QUESTIONS = (
    *(ARM_SYMPTOMS, *ARM_TASKS, ARM_MOVEMENT),
    *(RUNNING, WALKING, GAIT, AID, STANDING, LEG_MOVEMENT, ORTHOSIS, OTHER_DISEASE),
)
# The leg grades that go with each way of walking (ONLS-LEG).
GRADES: Mapping[str, tuple[int, ...]] = {
    UNAIDED: (0, 1, 2),
    ONE_SIDE: (3,),
    TWO_SIDES: (4,),
    WHEELCHAIR: (5, 6, 7),
}
PROBLEMS = ("leg_and_aid_disagree", "tasks_without_symptoms")
Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Problem:
    """Hold what does not fit together (ONLS-GUARD): ``level`` is error or warning."""

    level: str
    code: str


@dataclass(frozen=True, slots=True)
class Onls:
    """Hold the grade of the arms, 0 to 5, and of the legs, 0 to 7; None while incomplete."""

    arm: int | None
    leg: int | None
    problems: tuple[Problem, ...] = ()

    @property
    def total(self) -> int | None:
        """Give the total, 0 to 12; an incomplete form has none."""
        return None if self.arm is None or self.leg is None else self.arm + self.leg


def scored(answers: Answers) -> Onls:
    """Score a form; where it contradicts itself the legs have no grade."""
    problems = tuple(_problems(answers))
    wrong = any(problem.level == ERROR for problem in problems)
    return Onls(_arm(answers), None if wrong else _leg(answers), problems)


def asked(answers: Answers) -> tuple[Question, ...]:
    """Give the questions that apply to what was answered so far, in order."""
    tasks = set(_tasks(answers))
    left_out = set()
    if tasks != {PREVENTED}:
        left_out.add(ARM_MOVEMENT)
    if answers.get(AID.code) != WHEELCHAIR:
        left_out |= {STANDING, LEG_MOVEMENT}
    if answers.get(STANDING.code) != NO:
        left_out.add(LEG_MOVEMENT)
    return tuple(question for question in QUESTIONS if question not in left_out)


def grade_fits(leg: int, aid: str) -> bool:
    """Tell whether a grade of the legs goes with how the patient walks (ONLS-GUARD)."""
    return leg in GRADES[aid]


def _tasks(answers: Answers) -> Iterator[str | None]:
    """Give what was answered of each task; what another disease causes is left out."""
    for task in ARM_TASKS:
        answer = answers.get(task.code)
        if answer != OTHER_CAUSE:
            yield answer


def _arm(answers: Answers) -> int | None:
    tasks = set(_tasks(answers))
    if not tasks or None in tasks:
        return None
    if tasks == {NOT_AFFECTED}:
        return {NO: 0, YES: 1}.get(answers.get(ARM_SYMPTOMS.code, ""))
    if PREVENTED not in tasks:
        return 2
    if tasks != {PREVENTED}:
        return 3
    return {YES: 4, NO: 5}.get(answers.get(ARM_MOVEMENT.code, ""))


def _leg(answers: Answers) -> int | None:
    match answers.get(AID.code):
        case "unaided":
            return _unaided(answers)
        case "one_side":
            return 3
        case "two_sides":
            return 4
        case "wheelchair":
            return _seated(answers)
    return None


def _unaided(answers: Answers) -> int | None:
    gait = answers.get(GAIT.code)
    if gait != NO:
        return 2 if gait == YES else None
    trouble = {answers.get(RUNNING.code), answers.get(WALKING.code)}
    if None in trouble:
        return None
    return 1 if YES in trouble else 0


def _seated(answers: Answers) -> int | None:
    standing = answers.get(STANDING.code)
    if standing != NO:
        return 5 if standing == YES else None
    return {YES: 6, NO: 7}.get(answers.get(LEG_MOVEMENT.code, ""))


def _problems(answers: Answers) -> Iterator[Problem]:
    aid = answers.get(AID.code)
    if aid in GRADES and aid != WHEELCHAIR and answers.get(STANDING.code) == NO:
        yield Problem(ERROR, "leg_and_aid_disagree")
    if answers.get(ARM_SYMPTOMS.code) == NO and {AFFECTED, PREVENTED} & set(_tasks(answers)):
        yield Problem(WARNING, "tasks_without_symptoms")
