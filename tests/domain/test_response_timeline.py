"""Prove what the timeline says of a line: pending, confirmed, held, and where it stops."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.criteria.evidence import gather
from desktop_app.domain.rulesets.myeloma.response.imwg import ResponseJudge, imwg_response
from tests.domain.cases import finding, view
from tests.domain.responses import (
    START,
    bands,
    both,
    cells,
    chains,
    course,
    day,
    death,
    last,
    line,
    m,
    mass,
    notes,
    points,
    responded,
    said,
    treatment,
    u,
)

BASE = (*both("4.0", "500"), *bands("IgG-kappa"))


def visits(*serum: object, urine: object = "0") -> list[object]:
    """Give one visit a month with these values of serum."""
    return [both(value, urine, day(at)) for at, value in enumerate(serum, 1)]


def wanted(*entries: object) -> dict[str, str]:
    """Give what the last visit lacks, by what is said of it."""
    return {x.code: dict(x.values)["codes"] for x in last(*entries).notes}


def second() -> tuple[object, ...]:
    """Give two lines; the second begins in the middle of April."""
    return (
        line(treatment(START, "2024-04-01")),
        line(treatment("2024-04-15", None, regimen="DKPd"), number=2),
    )


def test_nothing_is_said_of_who_was_never_treated() -> None:
    assert imwg_response(gather(view(m("4.0"))), ()) is None


def test_a_response_waits_for_the_next_visit_and_is_confirmed_by_it() -> None:
    assert course(BASE, visits("1.8")) == "PR?"
    assert course(BASE, visits("1.8", "1.7")) == "PR PR"


def test_a_better_level_waits_while_the_confirmed_one_holds_before_it() -> None:
    assert course(BASE, visits("1.8", "1.7", "0.3")) == "PR PR VGPR?"
    assert course(BASE, visits("1.8", "1.7", "0.3", "0.3")) == "PR PR VGPR VGPR"


def test_a_lower_level_does_not_take_the_confirmed_one_away() -> None:
    # RESP-ALG-HOLD.
    assert course(BASE, visits("0.3", "0.3", "0.7")) == "VGPR VGPR VGPR"


def test_a_laboratory_progression_waits_for_a_second_sample() -> None:
    assert course(BASE, visits("1.0", "1.0", "1.6")) == "PR PR PD?"
    assert course(BASE, visits("1.0", "1.0", "1.6", "1.7")) == "PR PR PD PD"
    assert course(BASE, visits("1.0", "1.0", "1.6", "1.1")) == "PR PR PR PR"


def test_a_first_progression_that_was_not_repeated_is_not_evaluable() -> None:
    assert course(BASE, visits("5.2", "1.8")) == "NE~ PR?"


def test_a_progression_is_confirmed_in_the_next_line() -> None:
    sequence = [*visits("1.0", "1.0"), both("1.6", "0", "2024-04-12")]

    waiting = course(BASE, sequence, lines=second())
    confirmed = course(BASE, sequence, both("1.7", "0", "2024-05-02"), lines=second())
    refuted = course(BASE, sequence, both("1.1", "0", "2024-05-02"), lines=second())

    assert waiting == "PR PR PD?"
    assert confirmed.startswith("PR PR PD ")
    assert refuted.startswith("PR PR PR ")


def test_a_progression_is_confirmed_in_the_next_line_whatever_tells_nothing_before() -> None:
    sequence = [*visits("1.0", "1.0"), both("1.6", "0", "2024-04-12")]
    silent = (finding("marrow_flow_clonal", True, "2024-04-20"), chains("9", "9", "2024-04-25"))

    found = points(BASE, sequence, silent, both("1.7", "0", "2024-05-02"), lines=second())

    assert [said(x) for x in found if x.line == 1] == ["PR", "PR", "PD"]


def test_a_response_before_new_therapy_is_never_confirmed_by_what_comes_after() -> None:
    after = both("1.7", "0", "2024-05-02")

    assert course(BASE, visits("3.9", "1.8"), lines=second()) == "SD SD"
    assert course(BASE, visits("3.9", "1.8"), after, lines=second()).startswith("SD SD ")


def test_a_sample_of_the_day_on_which_the_next_line_starts_belongs_to_the_line_before() -> None:
    found = points(BASE, visits("1.0"), both("1.1", "0", "2024-04-15"), lines=second())

    assert [(point.date, point.line) for point in found] == [
        (day(1), 1),
        ("2024-04-15", 1),
    ]


def test_the_baseline_is_set_anew_for_the_next_line() -> None:
    found = responded(
        BASE,
        visits("1.0", "1.0"),
        both("3.0", "0", "2024-04-15"),
        both("1.4", "0", "2024-05-15"),
        both("1.4", "0", "2024-06-15"),
        lines=second(),
    )

    assert [base.date for base in found.baselines] == ["2024-01-08", "2024-04-15"]
    assert [said(x) for x in found.timeline if x.line == 2] == ["PR", "PR"]
    assert found.current is not None
    assert found.current.line == 2
    assert found.best is not None
    assert found.best.date == "2024-05-15"


def test_a_line_without_a_visit_leaves_the_last_one_current() -> None:
    found = responded(BASE, visits("1.0", "1.0"), lines=second())

    assert found.current is not None
    assert (found.current.line, found.current.category) == (1, "PR")


def test_a_line_without_any_visit_has_no_current_response() -> None:
    found = responded(BASE)

    assert (found.current, found.best, found.timeline) == (None, None, ())


def test_best_is_the_best_confirmed_level_before_a_progression() -> None:
    found = responded(BASE, visits("0.3", "0.3", "1.0", "1.1", "0.1", "0.1"))

    assert [said(x) for x in found.timeline] == ["VGPR", "VGPR", "PD", "PD", "VGPR", "VGPR"]
    assert found.best is not None
    assert found.best.date == day(1)


def test_best_is_the_progression_where_nothing_came_before_it() -> None:
    found = responded(BASE, mass("T10", 20, 20), mass("liver", on=day(1)))

    assert found.best is not None
    assert found.best.category == "PD"


def test_best_is_none_where_nothing_can_be_evaluated() -> None:
    found = responded(visits("1.0"))

    assert found.best is None
    assert found.current is not None
    assert found.current.category == "NE"


def test_a_visit_that_cannot_be_evaluated_shows_what_holds() -> None:
    ratio_only = chains("10", "10", day(3))

    assert course(BASE, visits("1.8", "1.7"), ratio_only) == "PR PR PR"
    assert course(BASE, visits("1.8"), chains("10", "10", day(2))) == "PR? PR?"
    assert last(BASE, visits("1.8", "1.7"), ratio_only).read == "NE"


def test_serum_only_gives_a_level_that_is_not_confirmable() -> None:
    serum = [m("1.8", day(1)), m("1.7", day(2))]

    found = points(m("4.0"), bands("IgG-kappa"), serum)

    assert [said(point) for point in found] == ["PR~", "PR~"]
    assert notes(found[-1]) == {"not_confirmable"}
    assert (found[-1].at_least, found[-1].possible) == ("MR", ("MR", "PR"))


def test_what_is_not_confirmable_names_the_tests_that_would_settle_it() -> None:
    base = (m("4.0"), bands("IgG-kappa"))
    masses = (BASE, mass("T10", 20, 20))

    assert wanted(base, m("1.8", day(1))) == {"not_confirmable": "urine_m_protein_24h"}
    assert wanted(masses, both("1.8", "0", day(1))) == {"not_confirmable": "lesion_sizes"}
    assert wanted(masses, m("1.8", day(1))) == {
        "not_confirmable": "urine_m_protein_24h,lesion_sizes"
    }
    assert wanted(u("500"), both("0", "20", day(1))) == {
        "not_confirmable_baseline": "serum_m_protein"
    }
    assert wanted(BASE, u("20", day(1))) == {"not_confirmable": "serum_m_protein"}


def test_what_imaging_leaves_open_is_either_stable_or_what_the_markers_say() -> None:
    found = last(BASE, mass("T10", 20, 20), both("0.3", "0", day(1)))

    assert found.possible == ("SD", "VGPR")
    assert last(BASE, mass("T10", 20, 20), both("3.9", "400", day(1))).possible == ("SD",)


def test_a_response_is_confirmed_by_a_visit_without_urine_that_is_surely_as_good() -> None:
    base = (*both("4.0", "0"), *bands("IgG-kappa"))

    found = points(base, both("2.8", "0", day(1)), m("1.8", day(2)))

    assert [said(point) for point in found] == ["MR", "PR~"]


def test_a_progression_is_refuted_by_a_visit_without_urine() -> None:
    fallen = visits("1.0", "1.0", "1.6")

    found = course(BASE, fallen, m("1.1", day(4)), both("1.7", "0", day(5)))

    assert found == "PR PR PR PR PD?"


def test_what_is_surely_reached_without_urine_is_confirmed_while_more_may_be() -> None:
    base = (*both("4.0", "0"), *bands("IgG-kappa"))

    found = points(base, m("2.8", day(1)), m("2.7", day(2)), m("1.9", day(3)))

    assert [said(point) for point in found] == ["MR", "MR", "PR~"]


def test_a_bound_that_leaves_the_level_open_is_no_stable_disease() -> None:
    base = (*both("4.0", "0"), *bands("IgG-kappa"))

    found = last(base, m("<3.5", day(1)), u("50", day(1)))

    assert (said(found), found.possible) == ("SD~", ("SD", "MR", "PR", "VGPR"))


def test_a_negative_immunofixation_beside_much_protein_is_no_complete_response() -> None:
    clean = (bands(on=day(1)), cells("1", day(1)), chains("10", "10", day(1)))

    assert last(BASE, both("1.8", "0", day(1)), clean).possible == ("PR",)
    assert last(BASE, both("0.3", "0", day(1)), clean).at_least == "CR"


def test_lines_that_are_counted_anew_keep_what_was_read_under_their_new_number() -> None:
    evidence = gather(view(treatment(), BASE, *visits("1.0", "1.0")))
    judge = ResponseJudge(evidence)
    first = judge.judge((line(),))

    again = judge.judge((line(number=2),))

    assert first is not None
    assert again is not None
    assert [(x.line, x.category) for x in again.timeline] == [(2, "PR"), (2, "PR")]
    assert [x.criteria for x in again.timeline] == [x.criteria for x in first.timeline]
    assert again.baselines[0].line == 2


def test_what_is_not_confirmable_never_takes_a_progression_back() -> None:
    found = course(BASE, visits("1.0", "1.0", "2.0", "2.0"), m("0.9", day(5)))

    assert found == "PR PR PD PD PD"


def test_a_visit_that_may_be_better_shows_so_beside_what_holds() -> None:
    assert course(BASE, visits("1.8", "1.8"), m("0.2", day(3))) == "PR PR VGPR~"


def test_a_death_from_myeloma_is_a_progression_and_confirms_one() -> None:
    assert course(BASE, visits("1.0", "1.0"), death(day(5))) == "PR PR PD"
    assert course(BASE, visits("1.0", "1.0", "2.0"), death(day(5))) == "PR PR PD PD"


@pytest.mark.parametrize("note", [None, "infection", "not myeloma"])
def test_a_death_of_another_or_unknown_cause_confirms_nothing(note: str | None) -> None:
    assert course(BASE, visits("1.0", "1.0", "2.0"), death(day(5), note)) == "PR PR PD?"


def test_a_death_on_a_day_with_values_is_one_visit() -> None:
    found = last(BASE, visits("1.0"), death(day(1)))

    assert (said(found), notes(found)) == ("PD", {"died_of_myeloma"})


def test_what_is_dated_later_is_not_used() -> None:
    assert course(BASE, visits("1.0", "1.0", "2.0"), death(day(5)), as_of=day(2)) == "PR PR"


def test_a_year_alone_belongs_to_no_line_and_is_named() -> None:
    found = responded(BASE, visits("1.0"), both("3.9", "0", "2024"))

    assert [point.date for point in found.timeline] == [day(1)]
    assert [dict(note.values) for note in found.notes] == [{"dates": "2024"}]


def test_another_laboratory_than_at_the_baseline_is_said() -> None:
    base = (m("4.0", lab="A"), u("0"))

    assert "laboratory_differs_from_baseline" in notes(last(base, m("1.0", day(1), lab="B")))
    assert "laboratory_differs_from_baseline" not in notes(last(base, m("1.0", day(1))))


def test_a_drug_antibody_may_be_the_band_and_leaves_cr_open() -> None:
    dara = line(treatment(START, None, "daratumumab"))
    clean = (both("0", "0", day(1)), bands("IgG-kappa", on=day(1)), cells("1", day(1)))

    found = last(BASE, clean, lines=(dara,))

    assert "band_may_be_the_drug" in notes(found)
    assert found.possible == ("VGPR", "CR", "sCR")


def test_the_band_of_the_clone_is_no_drug_where_none_was_given() -> None:
    clean = (both("0", "0", day(1)), bands("IgG-kappa", on=day(1)), cells("1", day(1)))

    found = last(BASE, clean)

    assert (notes(found), found.possible) == (set(), ("VGPR",))


AMOUNTS = st.sampled_from(["0", "0.3", "0.4", "1.0", "1.6", "2.5", "4.0", "5.2", "<0.1", None])
URINES = st.sampled_from(["0", "90", "150", "400", "600", None])
SEQUENCES = st.lists(st.tuples(AMOUNTS, URINES), min_size=1, max_size=6)


def entries(sequence: list[tuple[str | None, str | None]]) -> list[object]:
    found: list[object] = []
    for at, (serum, urine) in enumerate(sequence, 1):
        found += [] if serum is None else [m(serum, day(at))]
        found += [] if urine is None else [u(urine, day(at))]
    return found


@settings(max_examples=60, deadline=None)
@given(SEQUENCES, st.integers(0, 999))
def test_the_order_of_entry_changes_nothing(
    sequence: list[tuple[str | None, str | None]], seed: int
) -> None:
    given_in_order = [*BASE, *entries(sequence), mass("T10", 20, 20), mass("T10", 9, 9, on=day(2))]
    mixed = list(given_in_order)
    Random(seed).shuffle(mixed)

    assert responded(mixed) == responded(given_in_order)


@settings(max_examples=60, deadline=None)
@given(SEQUENCES, AMOUNTS, URINES)
def test_a_later_value_never_changes_what_is_confirmed(
    sequence: list[tuple[str | None, str | None]], serum: str | None, urine: str | None
) -> None:
    known = points(BASE, entries(sequence))
    settled = {point.date: point.category for point in known if point.confirmed}

    later = points(BASE, entries([*sequence, (serum, urine)]))

    again = {point.date: point.category for point in later}
    assert {on: again[on] for on in settled} == settled


@settings(max_examples=60, deadline=None)
@given(SEQUENCES)
def test_progression_by_laboratory_is_never_confirmed_by_one_value(
    sequence: list[tuple[str | None, str | None]],
) -> None:
    found = points(BASE, entries(sequence))

    first = next((at for at, x in enumerate(found) if x.category == "PD" and x.confirmed), None)
    if first is not None:
        assert sum(x.read == "PD" for x in found) > 1


def test_a_response_under_the_same_drugs_is_read_from_findings_alone() -> None:
    base = (*BASE, finding("urine_immunofixation", ["kappa"], "2024-01-08"))

    found = last(base, bands(on=day(1)))

    assert found.at_least == "VGPR"
    assert "CR" in found.possible
