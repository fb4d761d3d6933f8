"""Prove that rows which begin on one day are one regimen, each with its own last day."""

from __future__ import annotations

from desktop_app.domain.myeloma_conclusions import Myeloma
from tests.domain.therapies import asct, counted, given, numbers, point, reasons, state_of, told
from tests.domain.trend_records import a_chart, a_record, a_result

V, R, X = "Velcade", "lenalidomide", "dexamethasone"


def shown(*entries: object) -> list[tuple[str, str, str | None]]:
    """Give the parts of the only line, each with its days."""
    (line,) = counted(*entries)
    return [(x.name, x.start, x.stop) for x in line.parts]


def test_single_drugs_of_one_day_are_the_regimen_that_they_make() -> None:
    rows = [given(name, "2020-01-06", "2020-05-20", "p", cycles=4) for name in (X, V, R)]

    (line,) = counted(*rows)

    (part,) = line.parts
    assert (part.name, part.start, part.stop) == ("VRd", "2020-01-06", "2020-05-20")
    assert part.drugs == ("bortezomib", "lenalidomide", "dexamethasone")
    assert (part.cycles, part.stop_reason) == (4, "planned")
    assert set(line.treatments) == set(rows)


def test_parts_of_a_regimen_of_one_month_are_the_regimen_that_they_make() -> None:
    assert shown(given("KRd", "2020-01"), given("Dara", "2020-01")) == [
        ("KRd+Dara", "2020-01", None)
    ]


def test_a_drug_that_stops_earlier_is_no_new_line() -> None:
    rows = given(V, "2020-01", "2020-06", "tox"), given(R, "2020-01"), given(X, "2020-01")

    (line,) = counted(*rows)

    assert shown(*rows) == [("VRd", "2020-01", "2020-06"), ("Rd", "2020-06", None)]
    assert reasons(*rows) == ("line_started", "line_drugs_stopped")
    assert [x.id for x in line.criteria] == ["LINE-DEF", "LINE-SAME"]
    assert [x.stop_reason for x in line.parts] == ["toxicity", None]
    assert line.stop is None


def test_a_drug_that_stops_on_its_first_day_leaves_the_others() -> None:
    rows = given(V, "2020-01-06", "2020-01-06", "tox"), given("Rd", "2020-01-06", None)

    assert shown(*rows) == [("VRd", "2020-01-06", "2020-01-06"), ("Rd", "2020-01-06", None)]
    assert reasons(*rows) == ("line_started", "line_drugs_stopped")


def test_what_follows_is_compared_with_what_was_left_of_the_regimen() -> None:
    rows = given(V, "2020-01", "2020-06", "tox"), given("Rd", "2020-01", "2020-12", "pd")

    assert numbers(*rows, given("Rd", "2021-01")) == ((1,),)
    assert numbers(*rows, given("VRd", "2021-01")) == ((1,), (2,))
    assert reasons(*rows, given("VRd", "2021-01"))[-1] == "line_drug_added"


def test_a_transplant_after_the_induction_that_they_make_is_presumed_planned() -> None:
    rows = [given(name, "2020-01-06", "2020-05-20", "p") for name in (V, R, X)]

    assert reasons(*rows, asct("2020-07-01")) == ("line_started", "line_transplant_presumed")


def test_each_drug_is_refractory_by_its_own_last_day() -> None:
    lines = told(
        given(V, "2022-01-03", "2022-03-01", "tox"),
        given("Rd", "2022-01-03"),
        points=(point("2022-02-01", 1, "PR"), point("2022-10-01", 1, "PD")),
    )

    assert state_of(lines, 1, "bortezomib") == "no"
    assert state_of(lines, 1, "lenalidomide") == "yes"
    assert lines[0].regimens == ("VRd", "Rd")


def test_rows_with_other_sequence_numbers_or_other_days_stay_apart() -> None:
    assert numbers(given("Vd", "2020-01", seq=1), given("R", "2020-01", seq=2)) == ((1,), (2,))
    assert numbers(given("Rd", "2020-01-01"), given(V, "2020-01-02")) == ((1,), (1, 2))


def test_a_regimen_that_may_have_ended_before_the_other_began_stays_apart() -> None:
    first, second = given("VRd", "2020", "2020", "pd"), given("KPd", "2020", "2021")

    assert len(numbers(first, second)) == 2


def test_a_row_without_a_cycle_stays_apart() -> None:
    rows = given("Vd", "2020-01-02", "2020-01-05", "tox", cycles=0), given("KPd", "2020-01-02")

    assert sorted(x[0] for x in shown(*rows)) == ["KPd", "Vd"]


def test_a_row_of_unknown_drugs_leaves_the_regimen_unknown_but_not_the_others() -> None:
    rows = given("trial", "2020-01-02", "2020-03", "pd"), given("Dara", "2020-01-02", "2020-03")

    (line,) = counted(*rows)

    assert [(x.name, x.drugs) for x in line.parts] == [("D", ("daratumumab",)), ("trial", ())]
    assert [x.note.values for x in line.criteria if x.note and x.note.values] == []
    assert [x.inputs[0].value for x in line.criteria] == ["D + trial"]
    assert reasons(*rows, given("KPd", "2021"))[-1] == "line_drugs_unknown"


def test_drugs_without_a_name_for_their_set_are_named_one_by_one() -> None:
    rows = given("Pomalyst", "2020-01-02"), given("Velcade", "2020-01-02")

    assert [x[0] for x in shown(*rows)] == ["bortezomib + pomalidomide"]


def test_the_same_drug_typed_twice_is_given_till_its_last_day() -> None:
    rows = given("Rd", "2020-01-02", "2020-03"), given("Rd", "2020-01-02", "2020-06", "pd")

    assert shown(*rows) == [("Rd", "2020-01-02", "2020-06")]


def test_the_cycle_goes_by_the_calendar_from_the_day_on_which_all_began() -> None:
    (line,) = counted(
        given(V, "2026-06-01", "2026-06-12", days=21),
        given(R, "2026-06-01", days=21),
        given(X, "2026-06-01"),
        as_of="2026-06-22",
    )

    assert [(x.name, x.cycle, x.cycle_day) for x in line.parts] == [
        ("VRd", None, None),
        ("Rd", 2, 1),
    ]


def test_the_lanes_of_a_chart_carry_the_line_of_the_regimen_that_rows_make() -> None:
    rows = given(V, "2024-01", "2024-06"), given("Rd", "2024-01"), given("Zometa", "2024-01")
    found = Myeloma(lines=told(*rows))

    spec = a_chart(a_record(a_result("2024-01-05", "3"), treatments=rows), myeloma=found)

    assert sorted(lane.label.split(" (")[0] for lane in spec.lanes) == [
        "1 · Rd",
        "1 · Velcade",
        "Zometa",
    ]
