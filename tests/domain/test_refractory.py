"""Prove what a line gave, and which drugs, classes and regimens are refractory."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.conclusions import Criterion
from desktop_app.domain.myeloma_conclusions import TreatmentLine
from desktop_app.domain.rulesets.myeloma.lines.counting import counted_lines
from desktop_app.domain.rulesets.myeloma.lines.refractory import refractory, treatment_lines
from tests.domain.cases import view
from tests.domain.therapies import asct, event, given, point, state_of, told

# The golden case of section 10.
GOLDEN = (
    given("VCd", "2022-07", "2022-10", "p", seq=1),
    given("DKPd", "2023-03", "2023-09", "p", seq=2),
    asct("2023-10"),
    given("DKPd", "2024-01", "2024-05", "p", seq=2),
    given("KPd", "2024-06", "2024-10", "pd", seq=2),
)
FIRST_PD, SECOND_PD = point("2023-01", 1, "PD"), point("2024-10", 2, "PD")


def golden() -> tuple[TreatmentLine, ...]:
    return told(*GOLDEN, points=(FIRST_PD, SECOND_PD))


def multi(lines: tuple[TreatmentLine, ...]) -> dict[str, str]:
    return {x.id.removeprefix("REF-MULTI-"): x.state.state for x in refractory(lines)}


def one(*points: object, stop: str | None = "2020-06-30", reason: str | None = "p") -> str:
    """Judge bortezomib, given from January to the end of June 2020."""
    lines = told(given("Vd", "2020-01-01", stop, reason), points=points)  # type: ignore[arg-type]
    return state_of(lines, 1, "bortezomib")


def test_the_golden_case_is_refractory_to_two_classes_and_exposed_to_three() -> None:
    lines = golden()

    assert {state_of(lines, 1, x) for x in ("bortezomib", "cyclophosphamide", "VCd")} == {"no"}
    assert state_of(lines, 2, "carfilzomib") == state_of(lines, 2, "pomalidomide") == "yes"
    assert state_of(lines, 2, "daratumumab") == state_of(lines, 2, "anti_CD38") == "no"
    assert multi(lines) == {
        "DOUBLE": "yes",
        "TRIPLE": "no",
        "PENTA": "no",
        "DOUBLE-EXPOSED": "yes",
        "TRIPLE-EXPOSED": "yes",
        "PENTA-EXPOSED": "no",
    }


def test_the_golden_case_relapsed_first_and_was_refractory_then() -> None:
    first, second = golden()

    assert (first.outcome, second.outcome) == ("relapsed", "refractory")


def test_the_golden_case_has_the_intervals_of_the_article() -> None:
    first, second = golden()

    assert (first.months_to_progression, first.months_to_next) == ((6, 6), (8, 8))
    assert (second.months_to_progression, second.months_to_next) == ((19, 19), None)
    assert [dict(x.values) for x in second.notes] == [{"months": "12"}]


def test_months_of_partial_days_are_given_from_least_to_most() -> None:
    (line,) = told(given("VRd", "2020", "2020-06", "p", seq=1), asct("2020", 1), points=(FIRST,))

    assert line.months_to_progression == (14, 25)
    assert [dict(x.values) for x in line.notes] == [{"months": "14–25"}]


FIRST = point("2022-02", 1, "PD")


@pytest.mark.parametrize(
    ("points", "state"),
    [
        ((), "unknown"),
        ((point("2020-03-01", 1, "PD"),), "yes"),
        ((point("2020-03-01", 1, "PD", confirmed=False),), "unknown"),
        ((point("2020-08-29", 1, "PD"),), "yes"),
        ((point("2020-08-30", 1, "PD"),), "no"),
        ((point("2020-08", 1, "PD"),), "unknown"),
        # judged only while on it: what came in the 60 days after is not known
        ((point("2020-06-01", 1, "PR"),), "unknown"),
        ((point("2020-09-01", 1, "PR"),), "no"),
        ((point("2020-09-01", 1, "NE"),), "unknown"),
        # progression on the very first day is what the line was begun for
        ((point("2020-01-01", 1, "PD"), point("2020-09-01", 1, "PR")), "no"),
    ],
)
def test_a_drug_is_refractory_within_sixty_days_of_its_last_dose(
    points: tuple[object, ...], state: str
) -> None:
    assert one(*points) == state


def test_a_drug_still_given_is_judged_by_what_was_seen_since() -> None:
    assert one(stop=None, reason=None) == "unknown"
    assert one(point("2020-02-01", 1, "PR"), stop=None, reason=None) == "no"
    assert one(point("2020-01-01", 1, "PR"), stop=None, reason=None) == "unknown"
    assert one(point("2020-02-01", 1, "PD"), stop=None, reason=None) == "yes"


def test_the_doctors_reason_of_a_stop_is_a_progression_on_it() -> None:
    lines = told(given("VRd", "2020-01", "2020-01", "pd"))
    (drug, *_) = lines[0].refractory

    assert state_of(lines, 1, "lenalidomide") == "yes"
    assert drug.note is not None
    assert drug.note.code == "ref_stated"
    assert [x.value for x in drug.criteria[0].inputs] == ["2020-01"]


def test_progression_of_an_earlier_line_does_not_count_for_a_later_one() -> None:
    lines = told(
        given("VRd", "2020-01-01", "2020-06-30", "pd"),
        given("KPd", "2020-06-30"),
        points=(point("2020-06-30", 1, "PD"), point("2020-09-01", 2, "PR")),
    )

    assert state_of(lines, 1, "lenalidomide") == "yes"
    assert state_of(lines, 2, "pomalidomide") == "no"


def test_progression_soon_after_the_next_line_began_counts_for_both() -> None:
    lines = told(
        given("VRd", "2020-01-01", "2020-06-30", "tox"),
        given("KPd", "2020-07-05"),
        points=(point("2020-08-01", 2, "PD"),),
    )

    assert state_of(lines, 1, "lenalidomide") == state_of(lines, 2, "pomalidomide") == "yes"


def test_conditioning_is_no_course_of_a_drug() -> None:
    (line,) = told(
        given("VRd", "2020-01", "2020-04", "p"),
        given("HDM", "2020-06-01"),
        given("cyclophosphamide", "2020-05-20", "2020-05-21"),
        asct("2020-06-03"),
    )

    assert {x.name for x in line.refractory if x.kind == "drug"} == {
        "bortezomib",
        "lenalidomide",
        "dexamethasone",
    }


@pytest.mark.parametrize(
    ("points", "reason", "state", "outcome"),
    [
        ((), "p", "unknown", None),
        ((point("2020-04-01", 1, "SD"), point("2020-09-01", 1, "SD")), "p", "yes", "primary"),
        ((point("2020-04-01", 1, "MR"), point("2020-09-01", 1, "MR")), "p", "no", None),
        ((point("2020-04-01", 1, "MR"), point("2020-09-01", 1, "PD")), "p", "no", "relapsed"),
        (
            (point("2020-04-01", 1, "MR"), point("2020-09-01", 1, "PD", confirmed=False)),
            *("p", "no", None),
        ),
        ((point("2020-04-01", 1, "PR"), point("2020-06-01", 1, "PD")), "p", "yes", "both"),
        ((point("2020-09-01", 1, "PR"),), "p", "no", None),
        # the response is often seen only after the last dose, but not after its progression
        ((point("2020-09-01", 1, "PR"),), "tox", "no", None),
        ((point("2020-04-01", 1, "SD"), point("2020-07-10", 1, "PR")), "tox", "unknown", None),
        ((point("2020-06-30", 1, "PR"),), "pd", "yes", "both"),
        ((point("2020-09-01", 1, "PR"),), "pd", "yes", "refractory"),
    ],
)
def test_a_line_is_refractory_relapsed_or_both(
    points: tuple[object, ...], reason: str, state: str, outcome: str | None
) -> None:
    names = {"primary": "primary_refractory", "both": "relapsed_and_refractory"}

    (line,) = told(given("Vd", "2020-01-01", "2020-06-30", reason), points=points)  # type: ignore[arg-type]

    assert line.refractory[-1].state.state == state
    assert line.outcome == names.get(outcome or "", outcome)


def test_less_than_mr_of_what_is_still_given_is_not_yet_refractory() -> None:
    (line,) = told(given("Vd", "2020-01-01"), points=(point("2020-04-01", 1, "SD"),))

    assert line.refractory[-1].state.state == "unknown"


def test_refractory_after_an_earlier_response_is_relapsed_and_refractory() -> None:
    lines = told(
        given("VRd", "2020-01-01", "2020-06-30", "p", seq=1),
        given("KPd", "2022-01-01", "2022-06-30", "pd", seq=2),
        points=(point("2020-04-01", 1, "PR"), point("2022-02-01", 2, "SD")),
    )

    assert lines[1].outcome == "relapsed_and_refractory"


def test_progression_after_a_transplant_is_progression_of_its_line() -> None:
    (line,) = told(
        given("VRd", "2020-01-01", "2020-06-30", "p"),
        asct("2020-09-01"),
        points=(point("2020-10-15", 1, "PD"),),
    )

    assert line.refractory[-1].state.state == "yes"
    assert state_of((line,), 1, "bortezomib") == "no"


@pytest.mark.parametrize(
    ("points", "best"),
    [
        ((), (None, False)),
        ((point("2020-03-01", 1, "NE"),), (None, False)),
        ((point("2020-03-01", 1, "PR"), point("2020-04-01", 1, "VGPR")), ("VGPR", True)),
        (
            (point("2020-03-01", 1, "PR"), point("2020-04-01", 1, "VGPR", confirmed=False)),
            ("PR", True),
        ),
        ((point("2020-04-01", 1, "VGPR", confirmed=False), FIRST), ("VGPR", False)),
        ((point("2020-04-01", 1, "PD"),), ("PD", True)),
        ((FIRST,), (None, False)),
    ],
)
def test_the_best_response_is_the_best_that_is_confirmed(
    points: tuple[object, ...], best: tuple[str | None, bool]
) -> None:
    (line,) = told(given("Vd", "2020-01-01", "2020-06-30", "p"), points=points)  # type: ignore[arg-type]

    assert (line.best, line.best_confirmed) == best


def test_a_day_goes_to_the_line_of_its_number_and_of_several_to_that_of_its_time() -> None:
    lines = told(
        given("VRd", "2020-01", "2020-04", "p"),
        given("R", "2020-09"),
        points=(
            point("2020-03-01", 1, "PR"),
            point("2020-12-01", 1, "CR"),
            point("2020-12-01", 7, "sCR"),
        ),
    )

    assert [x.possible_numbers for x in lines] == [(1,), (1, 2)]
    assert [x.number for x in lines] == [1, None]
    assert [x.best for x in lines] == ["PR", "CR"]


def test_a_day_before_its_line_still_belongs_to_it() -> None:
    (line,) = told(given("VRd", "2020-02-01"), points=(point("2020-01-01", 1, "PR"),))

    assert line.best == "PR"


def test_lines_are_told_without_a_response() -> None:
    seen = view(given("Vd", "2020-01-01", "2020-06-30", "pd"))

    (line,) = treatment_lines(seen, counted_lines(seen), None)

    assert (line.best, line.outcome) == (None, "refractory")


def test_several_classes_need_drugs_of_each() -> None:
    five = (
        given("VRd", "2020-01", "2020-06", "pd"),
        given("DKPd", "2021-01", "2021-06", "pd"),
    )

    assert set(multi(told(*five)).values()) == {"yes"}
    assert multi(told(five[0])) == {
        "DOUBLE": "yes",
        "TRIPLE": "no",
        "PENTA": "no",
        "DOUBLE-EXPOSED": "yes",
        "TRIPLE-EXPOSED": "no",
        "PENTA-EXPOSED": "no",
    }
    assert refractory(()) == ()


def test_a_drug_counts_as_refractory_by_any_of_its_lines() -> None:
    lines = told(
        given("VRd", "2020-01", "2020-06", "pd"),
        given("KPd", "2021-01", "2021-06", "pd"),
        given("VRd", "2022-01", "2022-06", "p"),
        points=(point("2023-01-01", 3, "PR"),),
    )

    assert state_of(lines, 3, "lenalidomide") == "no"
    assert multi(lines)["DOUBLE"] == "yes"


def notes(lines: tuple[TreatmentLine, ...]) -> set[str | None]:
    return {x.note.code if x.note else None for x in refractory(lines)}


def test_unknown_drugs_leave_open_what_was_given() -> None:
    lines = told(given("trial", "2020-01", "2020-06", "pd"), given("Vd", "2021"))

    assert set(multi(lines).values()) == {"unknown"}
    assert notes(lines) == {"ref_drugs_unknown"}


def test_drugs_that_stand_in_no_class_are_named_apart() -> None:
    found: tuple[Criterion, ...] = refractory(told(given("Td", "2020-01", "2020-06", "pd")))

    assert {x.state.state for x in found} == {"no"}
    assert {x.note.code for x in found if x.note} == {"ref_not_in_lists"}
    assert notes(told(given("Vd", "2020-01"))) == {None}


def test_radiotherapy_is_no_name_of_a_line() -> None:
    (line,) = told(given("VRd", "2020-01"), event("radiotherapy", "2020-02"))

    assert line.regimens == ("VRd",)


@pytest.mark.shared
def test_the_golden_table_stands_in_the_chapter(shared: Path) -> None:
    text = (shared / "clinical" / "myeloma.md").read_text("utf-8")

    assert "double-class refractory, triple-class exposed" in text
