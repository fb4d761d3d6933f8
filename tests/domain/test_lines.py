"""Prove that lines of therapy are counted by the definition of 2015, with an unknown plan open."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from desktop_app.domain.criteria.treatment_lines import CountedLine
from desktop_app.domain.record import ClinicalEvent, Treatment
from desktop_app.domain.rulesets.myeloma.lines.counting import counted_lines
from desktop_app.domain.view import RecordView, last_day
from desktop_app.exchange.case import read_case
from tests.domain.cases import catalogue
from tests.domain.records import treatments
from tests.domain.therapies import asct, counted, event, given, numbers, reasons

VCD = given("VCd", "2022-07", "2022-10", "p", seq=1, cycles=4)
CASES = (
    ("myeloma-L1-planned-sequence-one-line", 1),
    ("myeloma-L3-toxicity-switch-then-transplant", 2),
    ("myeloma-emm2025a-diagnosis", 0),
    ("myeloma-emm2025b-progression", 1),
    ("myeloma-emm2025c-secondary-pcl", 2),
)


def codes(line: CountedLine) -> list[str]:
    return [x.reason.code for x in line.parts if x.reason is not None]


@pytest.mark.shared
@pytest.mark.parametrize(("name", "count"), CASES)
def test_the_shared_cases_have_the_lines_that_their_source_states(
    shared: Path, name: str, count: int
) -> None:
    case = read_case((shared / "cases" / f"{name}.case.json").read_bytes(), catalogue())
    day = last_day(case)
    assert day is not None

    lines = counted_lines(RecordView.of(case, catalogue(), day))

    assert len(lines) == count


def test_a_planned_sequence_is_one_line_whatever_it_holds() -> None:
    lines = counted(
        given("Vd", "2020-01", "2020-04", "p", seq=1),
        asct("2020-06"),
        given("Vd", "2020-09", "2020-10", "p", seq=1),
        given("R", "2020-11", seq=1),
    )

    assert [line.numbers for line in lines] == [(1,)]
    assert codes(lines[0]) == ["line_started", "line_between", "line_planned", "line_planned"]
    assert lines[0].stop is None


def test_the_same_without_sequence_numbers_leaves_the_plan_open() -> None:
    entries = (
        given("Vd", "2020-01", "2020-04", "p"),
        asct("2020-06"),
        given("Vd", "2020-09", "2020-10", "p"),
        given("R", "2020-11"),
    )

    assert numbers(*entries) == ((1,), (1, 2), (1, 2, 3))


def test_a_drug_added_outside_the_plan_is_a_new_line() -> None:
    entries = given("Rd", "2020-01", "2020-06", "other"), given("VRd", "2020-06")

    assert numbers(*entries) == ((1,), (2,))
    assert counted(*entries)[1].reason.code == "line_drug_added"
    assert dict(counted(*entries)[1].reason.values) == {"drugs": "bortezomib"}


def test_a_switch_for_toxicity_is_a_new_line_and_its_transplant_is_presumed_planned() -> None:
    entries = (
        given("Rd", "2020-01", "2020-02", "tox"),
        given("VCd", "2020-03", "2020-06", "p"),
        asct("2020-08"),
    )

    assert numbers(*entries) == ((1,), (2,))
    assert reasons(*entries) == ("line_started", "line_different", "line_transplant_presumed")


def test_lenalidomide_after_a_transplant_without_maintenance_is_a_new_line_once_that_is_said() -> (
    None
):
    induction, drug = given("VRd", "2020-01", "2020-04", "p", seq=1), "2020-12"

    assert numbers(induction, asct("2020-06"), given("R", drug, seq=2)) == ((1,), (2,))
    assert numbers(induction, asct("2020-06"), given("R", drug)) == ((1,), (1, 2))
    assert numbers(asct("2020-06"), given("R", drug)) == ((1,), (1, 2))


@pytest.mark.parametrize("numbered", [True, False])
def test_a_return_to_the_first_regimen_after_another_is_a_third_line(numbered: bool) -> None:
    first, second, third = (1, 2, 3) if numbered else (None, None, None)

    lines = numbers(
        given("RVd", "2020-01", "2020-06", "pd", seq=first),
        given("VCd", "2020-07", "2020-12", "pd", seq=second),
        given("RVd", "2021-01", seq=third),
    )

    assert lines == ((1,), (2,), (3,))


def test_a_regimen_without_a_cycle_does_not_hide_why_the_one_before_it_was_stopped() -> None:
    first = given("VRd", "2020-01", "2020-06", "pd")
    tried = given("Kd", "2020-07", "2020-07", cycles=0)

    assert numbers(first, tried, given("DPd", "2020-08")) == ((1,), (2,))
    assert numbers(first, tried, given("VRd", "2020-08")) == ((1,),)


def test_a_regimen_without_a_cycle_that_was_stopped_for_a_reason_was_not_planned() -> None:
    first = given("VRd", "2020-01", "2020-06", "p")
    tried = given("Kd", "2020-07", "2020-07", "tox", cycles=0)

    assert numbers(first, tried, given("DPd", "2020-08")) == ((1,), (2,))


def test_car_t_after_the_golden_case_is_the_third_line_or_later() -> None:
    lines = counted(
        VCD,
        given("DKPd", "2023-03", "2023-09", "p", seq=2),
        asct("2023-10"),
        given("DKPd", "2024-01", "2024-05", "p", seq=2),
        given("KPd", "2024-06", "2024-10", "pd", seq=2),
        event("car_t", "2025-01"),
    )

    assert [line.numbers for line in lines] == [(1,), (2,), (3,)]
    assert lines[2].reason.code == "line_cell_therapy"


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        # dose, schedule, or a pause
        (given("VRd", "2020-01", "2020-03"), given("RVd", "2020-04"), "line_same_drugs"),
        (given("VRd", "2020-01", "2020-03"), given("RVd", "2021-04"), "line_restarted"),
        # some drugs stopped
        (given("VRd", "2020-01", "2020-03", "tox"), given("R", "2020-04"), "line_drugs_stopped"),
        (given("VRd", "2020-01"), given("R", "2020-04"), "line_drugs_stopped"),
        # no cycle was completed: no line
        (given("VRd", "2020-01", "2020-01", "tox", cycles=0), VCD, "line_no_cycle"),
        (given("Rd", "2020"), given("VRd", "2021", "2021", "tox", cycles=0), "line_no_cycle"),
    ],
)
def test_these_are_no_new_line(first: Treatment, second: Treatment, reason: str) -> None:
    assert numbers(first, second) == ((1,),)
    assert reasons(first, second) == ("line_started", reason)


@pytest.mark.parametrize(
    ("first", "second", "found", "reason"),
    [
        # without a reason, or as planned, what follows may have been planned
        (given("VRd", "2020-01", "2020-04"), given("KPd", "2020-05"), (1, 2), "line_plan_open"),
        (
            given("VRd", "2020-01", "2020-04", "p"),
            given("KPd", "2020-05"),
            (1, 2),
            "line_plan_open",
        ),
        (given("Rd", "2020-01"), given("VRd", "2020-05"), (1, 2), "line_plan_open"),
        (given("trial", "2020-01"), given("VRd", "2020-05"), (1, 2), "line_plan_open"),
        (
            given("trial", "2020-01", "2020-02", "pd"),
            given("VRd", "2020-05"),
            (1, 2),
            "line_drugs_unknown",
        ),
        (
            given("VRd", "2020-01", "2020-02", "pd"),
            given("trial", "2020-05"),
            (1, 2),
            "line_drugs_unknown",
        ),
        # stopped for a reason
        (given("VRd", "2020-01", "2020-04", "pd"), given("KPd", "2020-05"), (2,), "line_different"),
        (
            given("VRd", "2020-01", "2020-04", "tox"),
            given("KRd", "2020-05"),
            (2,),
            "line_substituted",
        ),
        # all were stopped for long, then only some given again
        (
            given("VRd", "2020-01", "2020-04", "pd"),
            given("Vd", "2021"),
            (2,),
            "line_other_sequence",
        ),
        (given("VRd", "2020-01", "2020-04", "p"), given("Vd", "2021"), (1, 2), "line_plan_open"),
        # the doctor numbered another sequence
        (given("Vd", "2020", seq=1), given("Vd", "2021", seq=2), (2,), "line_other_sequence"),
        (given("Vd", "2020", seq=1), asct("2021", 2), (2,), "line_new_transplant"),
        (given("Vd", "2020", seq=1), event("car_t", "2021", 2), (2,), "line_cell_therapy"),
        (given("d", "2020", None, None, "dexamethasone", seq=1), VCD, (1,), "line_planned"),
        (given("Vd", "2020", seq=1), given("trial", "2021", seq=2), (2,), "line_different"),
    ],
)
def test_what_follows_is_a_new_line_or_left_open(
    first: Treatment, second: Treatment | ClinicalEvent, found: tuple[int, ...], reason: str
) -> None:
    lines = counted(first, second)

    assert lines[-1].numbers == found
    assert codes(lines[-1])[-1] == reason


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        ((given("VRd", "2020-01", "2020-04", "pd"), asct("2020-06")), ((1,), (2,))),
        ((given("VRd", "2020-01", "2020-04", "tox"), asct("2020-06")), ((1,), (1, 2))),
        ((given("VRd", "2020-01", "2020-04"), asct("2020-06")), ((1,), (1, 2))),
        ((given("VRd", "2020-01"), asct("2020-06")), ((1,), (1, 2))),
        # a transplant long after its induction is not presumed
        ((given("VRd", "2020-01", "2020-04", "p"), asct("2021-04")), ((1,),)),
        ((given("VRd", "2020-01", "2020-04", "p"), asct("2021-05")), ((1,), (1, 2))),
        # a tandem may be planned; a later one is not
        ((asct("2020-01-01"), asct("2020-04-01")), ((1,), (1, 2))),
        ((asct("2020-01-01"), asct("2021-04-01")), ((1,), (2,))),
        ((asct("2020-01-01", 1), asct("2020-04-01", 1)), ((1,),)),
        # a second transplant in a later line is not presumed
        (
            (
                given("VRd", "2020-01", "2020-04", "p"),
                asct("2020-06"),
                given("KPd", "2023-01", "2023-04", "p", seq=2),
                asct("2023-06"),
            ),
            ((1,), (1, 2), (1, 2, 3)),
        ),
        (
            (
                given("VRd", "2020-01", "2020-04", "p", seq=1),
                asct("2020-06", 1),
                given("R", "2020-09", "2021-01", "p", seq=1),
                asct("2023-06"),
            ),
            ((1,), (2,)),
        ),
    ],
)
def test_transplants_count_by_their_plan(
    entries: tuple[object, ...], found: tuple[tuple[int, ...], ...]
) -> None:
    assert numbers(*entries) == found


def test_conditioning_and_cells_typed_as_regimens_belong_to_their_event() -> None:
    lines = counted(
        given("VRd", "2020-01", "2020-04", "p"),
        given("HDM", "2020-06-01"),
        given("melphalan 200", "2020-05-30", "2020-05-31"),
        asct("2020-06-03"),
        given("KPd", "2022-01", "2022-06", "pd"),
        given("fludarabine + cyclophosphamide", "2022-08-01", "2022-08-03", "p"),
        given("Carvykti", "2022-08-06"),
        event("car_t", "2022-08-06"),
    )

    assert [[x.name for x in line.parts] for line in lines] == [["VRd", "ASCT"], ["KPd"], ["CAR-T"]]
    assert [len(line.treatments) for line in lines] == [3, 1, 2]
    assert lines[0].stop is not None
    assert lines[2].stop is not None


def test_a_transplant_typed_as_a_regimen_alone_is_a_transplant() -> None:
    (line,) = counted(given("VRd", "2020-01", "2020-04", "p"), given("ASCT", "2020-06-03"))

    assert [(x.name, x.kind, x.stop) for x in line.parts] == [
        ("VRd", "regimen", "2020-04"),
        ("ASCT", "auto_hsct", "2020-06-03"),
    ]


@pytest.mark.parametrize("name", ["CAR-T", "Carvykti"])
def test_cells_typed_as_a_regimen_alone_are_given_on_one_day(name: str) -> None:
    first, second = counted(given("KPd", "2020-01", "2020-04", "pd"), given(name, "2020-06-03"))

    assert (first.numbers, second.numbers) == ((1,), (2,))
    assert [(x.name, x.kind, x.stop) for x in second.parts] == [("CAR-T", "car_t", "2020-06-03")]


def test_radiotherapy_is_shown_with_the_line_in_which_it_lies_and_is_none_itself() -> None:
    lines = counted(
        event("radiotherapy", "2019-12"),
        given("VRd", "2020-01", "2020-04", "pd"),
        event("radiotherapy", "2020-02-01"),
        given("KPd", "2020-05-01"),
        event("radiotherapy", "2020-06-01"),
        event("fracture", "2020-06-02"),
    )

    assert [[x.name for x in line.parts] for line in lines] == [
        ["VRd", "radiotherapy"],
        ["KPd", "radiotherapy"],
    ]
    assert counted(event("radiotherapy", "2019-12")) == ()


def test_only_what_was_known_on_the_day_counts() -> None:
    entries = VCD, given("DKPd", "2023-03-05", "2023-09-01", "pd", seq=2, cycles=6), asct("2024-01")

    (line,) = counted(*entries, as_of="2023-03-04")
    (_, running) = counted(*entries, as_of="2023-08-31")

    assert line.parts[0].stop == "2022-10"
    assert (running.stop, running.parts[0].stop_reason, running.parts[0].cycles) == (None,) * 3


def test_the_cycle_goes_by_the_calendar_of_what_is_still_given() -> None:
    start, stop = "2026-06-01", "2026-06-29"

    def cycle(day: str, **more: int) -> tuple[int | None, int | None]:
        ((part,),) = (line.parts for line in counted(given("VRd", start, **more), as_of=day))  # type: ignore[arg-type]
        return part.cycle, part.cycle_day

    assert [cycle(day, days=21) for day in (start, "2026-06-21", "2026-06-22")] == [
        (1, 1),
        (1, 21),
        (2, 1),
    ]
    assert cycle("2026-06-22") == (None, None)
    ((ended,),) = (x.parts for x in counted(given("VRd", start, stop, days=21)))
    ((monthly,),) = (x.parts for x in counted(given("VRd", "2026-05", days=21)))
    assert (ended.cycle, monthly.cycle) == (None, None)


def test_the_trace_names_the_rule_of_every_step() -> None:
    (first, second) = counted(
        given("Rd", "2020-01", "2020-02", "tox"),
        given("VCd", "2020-03", "2020-06", "p"),
        asct("2020-08"),
    )

    assert [(x.id, x.state.state) for x in first.criteria] == [("LINE-DEF", "yes")]
    assert [(x.id, x.state.state) for x in second.criteria] == [
        ("LINE-NEW", "yes"),
        ("LINE-DEF-PRESUMED", "yes"),
    ]
    assert [x.value for each in second.criteria for x in each.inputs] == ["VCd", "ASCT"]


EVENTS = st.builds(
    event,
    st.sampled_from(["auto_hsct", "allo_hsct", "car_t", "radiotherapy"]),
    st.sampled_from(["2024-03-01", "2024-06", "2025", "2026-01"]),
    st.none() | st.integers(1, 2),
)


@settings(deadline=None)
@drawn(st.data(), st.lists(treatments(), max_size=5), st.lists(EVENTS, max_size=3))
def test_lines_do_not_depend_on_the_order_of_entry(
    data: st.DataObject, regimens: list[Treatment], events: list[ClinicalEvent]
) -> None:
    shuffled = data.draw(st.permutations(regimens)), data.draw(st.permutations(events))

    there = counted(*regimens, *events)

    assert counted(*shuffled[0], *shuffled[1]) == there
    assert all(line.numbers for line in there)
