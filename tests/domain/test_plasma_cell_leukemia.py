"""Prove that leukaemia is told by every definition under its own name (PCL-*)."""

from __future__ import annotations

from decimal import Decimal as D

import pytest

from desktop_app.domain.conclusions import Criterion
from desktop_app.domain.myeloma_conclusions import PlasmaCellLeukemia
from desktop_app.domain.record import Result
from desktop_app.domain.truth import Truth
from tests.domain.cases import codes, finding, flc, history, labs, marrow, result, serum, words
from tests.domain.lesion_records import (
    MET,
    MYELOMA,
    count,
    lesion,
    leukemia,
    smear,
    treated,
    white_cells,
)

LATER = "2024-12"


def found(*entries: object, as_of: str = "2026-06-30") -> PlasmaCellLeukemia:
    judged = leukemia(*entries, as_of=as_of)
    assert judged is not None
    return judged


def answers(judged: PlasmaCellLeukemia) -> str:
    """Give the states of IMWG, Kyle, WHO and either, as the contract words them."""
    states = (judged.imwg_2021, judged.kyle_1974, judged.who, judged.either)
    return " ".join(state.state for state in states)


def response(*entries: object) -> dict[str, Criterion]:
    judged = found(MYELOMA, *entries)
    parts = [part for each in judged.criteria if each.id == "PCL-RESP" for part in each.criteria]
    return {part.id.removeprefix("PCL-RESP-"): part for part in parts}


def test_t_pcl_each_definition_answers_by_itself() -> None:
    """T-PCL: copies know one definition only."""
    judged = found(MYELOMA, smear(21))

    assert answers(judged) == "yes unknown unknown yes"


@pytest.mark.parametrize(
    ("percent", "cells", "expected"),
    [
        ("4.9", 10, "no no no no"),
        ("5.0", 10, "yes no no no"),
        ("20.0", 10, "yes no yes no"),
        ("20.1", 10, "yes yes yes yes"),
        (21, "1.2", "yes no no yes"),
        (10, 30, "yes no no yes"),
    ],
)
def test_percent_and_count_meet_their_own_cuts(
    percent: object, cells: object, expected: str
) -> None:
    judged = found(MYELOMA, smear(percent), white_cells(cells))

    assert answers(judged) == expected


def test_the_count_is_white_cells_times_percent_of_the_same_day() -> None:
    same = found(MYELOMA, smear(21), white_cells("1.2"))
    other_day = found(MYELOMA, smear(21), white_cells("1.2", "2024-09"))

    assert (same.absolute, other_day.absolute) == (D("0.25"), None)
    assert answers(other_day) == "yes unknown unknown yes"


def test_white_cells_in_another_unit_give_the_same_count() -> None:
    judged = found(MYELOMA, smear(87), white_cells(22200, unit="/uL"))

    assert (judged.absolute, answers(judged)) == (D("19.31"), "yes yes yes yes")


def test_a_reported_count_goes_before_the_computed_one() -> None:
    judged = found(MYELOMA, smear(30), white_cells(2), count("2.5"))

    assert (judged.absolute, judged.kyle_1974) == (D("2.50"), Truth.MET)


def test_a_count_alone_answers_what_it_can() -> None:
    judged = found(MYELOMA, count(3))

    assert answers(judged) == "unknown unknown unknown yes"


def test_no_cell_is_no_cell_of_any_number() -> None:
    judged = found(MYELOMA, smear(0))

    assert (answers(judged), judged.absolute, judged.type) == ("no no no no", D(0), None)


@pytest.mark.parametrize(
    ("percent", "cells", "expected"),
    [
        (">=25", 10, "yes yes yes yes"),
        (21, ">10", "yes yes yes yes"),
        ("<21", ">10", "unknown unknown unknown unknown"),
        ("<1", 10, "no no no no"),
    ],
)
def test_a_bound_stays_a_bound_in_the_count(percent: str, cells: object, expected: str) -> None:
    judged = found(MYELOMA, smear(percent), white_cells(cells))

    assert answers(judged) == expected
    assert judged.absolute is None


@pytest.mark.parametrize(
    "cells",
    [words("wbc", "high", "2024-10"), white_cells(10, unit="mmol/L"), smear(30)],
    ids=["word", "unit", "none"],
)
def test_white_cells_without_a_usable_number_leave_the_count_unknown(cells: Result) -> None:
    judged = found(MYELOMA, smear(30), cells)

    assert judged.kyle_1974 is Truth.UNKNOWN


def test_two_smears_of_a_day_must_agree() -> None:
    judged = found(MYELOMA, smear(3), smear(30), white_cells(30))

    assert answers(judged).startswith("unknown unknown")
    assert judged.absolute is None


def test_without_certain_myeloma_the_headline_stays_open() -> None:
    judged = found(serum("IgG-kappa"), smear(25))

    assert (judged.imwg_2021, judged.type) == (Truth.UNKNOWN, "primary")
    assert codes(judged.notes) == {"pcl_myeloma_open"}


def test_fewer_cells_than_the_cut_deny_it_whatever_else_is_known() -> None:
    judged = found(serum("IgG-kappa"), smear(1))

    assert judged.imwg_2021 is Truth.NOT_MET


def test_cells_without_any_clone_are_no_leukemia() -> None:
    nothing = (serum(), finding("urine_immunofixation", []), *flc(10, 10), *labs(), *marrow(0))

    judged = found(*nothing, smear(30))

    assert judged.imwg_2021 is Truth.NOT_MET


def test_who_has_no_smear_and_no_leukemia_is_not_concerned() -> None:
    assert leukemia(MYELOMA) is None


def test_known_myeloma_makes_it_secondary() -> None:
    judged = found(*MET, smear(30, "2026-06-10"))

    assert (judged.imwg_2021, judged.type, judged.since) == (Truth.MET, "secondary", "2026-06-10")
    assert codes(judged.notes) == {"pcl_definition_for_primary"}


def test_leukemia_with_myeloma_is_primary() -> None:
    judged = found(*MET, smear(30, "2026-06-01"))

    assert (judged.imwg_2021, judged.type, judged.notes) == (Truth.MET, "primary", ())


def test_treatment_before_without_a_named_disease_is_flagged() -> None:
    judged = found(serum("IgG-kappa"), treated("2020-01", "2021-10"), smear(30))

    assert judged.type == "secondary"
    assert "pcl_type_by_treatment" in codes(judged.notes)


def test_treatment_before_leukemia_and_myeloma_of_one_day_is_flagged() -> None:
    judged = found(*MET, treated("2020-01", "2021-10"), smear(30, "2026-06-01"))

    assert (judged.type, codes(judged.notes)) == ("secondary", {"pcl_type_by_treatment"})


def test_once_met_it_stays_when_later_smears_clear() -> None:
    judged = found(MYELOMA, smear(21), white_cells(20), smear(0, LATER))

    assert (answers(judged), judged.since) == ("yes yes yes yes", "2024-10")
    assert judged.absolute == D("4.20")
    (note,) = [note for note in judged.notes if note.code == "pcl_cleared"]
    assert dict(note.values) == {"date": "2024-10"}


def test_smears_before_the_first_of_leukemia_do_not_count() -> None:
    judged = found(MYELOMA, smear(1, "2024-01"), smear(6), white_cells(3))

    assert (judged.since, judged.absolute) == ("2024-10", D("0.18"))


def test_a_smear_that_waited_for_myeloma_counts_from_the_day_of_both() -> None:
    judged = found(*MET, smear(30, "2026-05-01"))

    assert (judged.imwg_2021, judged.since) == (Truth.MET, "2026-06-01")


def test_a_smear_that_cleared_before_myeloma_was_known_is_no_leukemia() -> None:
    judged = found(*MET, smear(30, "2026-04-01"), smear(0, "2026-05-01"))

    assert (judged.imwg_2021, judged.since) == (Truth.NOT_MET, None)


def test_leukemia_of_the_history_is_met_without_a_day() -> None:
    bare = found(history("secondary_plasma_cell_leukemia"))
    later = found(history("primary_plasma_cell_leukemia"), smear(30), white_cells(30))

    assert (answers(bare), bare.type) == ("yes unknown unknown unknown", "secondary")
    assert codes(bare.notes) >= {"settled_in_history"}
    assert (answers(later), later.since, later.type) == ("yes yes yes yes", None, "primary")


def test_a_response_needs_a_second_smear() -> None:
    assert response(smear(30)) == {}


def test_clear_blood_and_no_lesion_is_a_complete_response() -> None:
    imaged = lesion("rib", LATER, kind="bone", by="pet_ct")

    clear = response(smear(30), smear(0, LATER), imaged)
    lesions = response(smear(30), smear(0, LATER), lesion(on=LATER))
    not_looked = response(smear(30), smear(0, LATER))

    states = [each["CR"].state for each in (clear, lesions, not_looked)]
    assert states == [Truth.MET, Truth.NOT_MET, Truth.UNKNOWN]
    assert clear["CR"].note is not None
    assert clear["CR"].note.code == "pcl_held_six_weeks"


@pytest.mark.parametrize(
    ("blood", "cells", "expected"),
    [
        ("0.9", 5, Truth.NOT_MET),
        (1, 5, Truth.MET),
        (5, 25, Truth.MET),
        ("5.1", 25, Truth.NOT_MET),
        (3, "4.9", Truth.NOT_MET),
        (3, "25.1", Truth.NOT_MET),
    ],
)
def test_a_partial_response_lies_in_two_bands(
    blood: object, cells: object, expected: Truth
) -> None:
    imaged = lesion("rib", LATER, kind="bone", by="pet_ct")
    of_marrow = result("marrow_plasma_cells", cells, on=LATER)

    parts = response(smear(30), smear(blood, LATER), of_marrow, imaged)

    assert parts["PR"].state is expected


@pytest.mark.parametrize(("now", "expected"), [("7.0", Truth.NOT_MET), ("7.1", Truth.MET)])
def test_a_rise_by_more_than_five_points_is_progression(now: str, expected: Truth) -> None:
    parts = response(smear(30), smear(2, "2024-11"), smear(now, LATER))

    assert parts["PD"].state is expected


def test_a_rise_from_a_bound_is_not_known() -> None:
    parts = response(smear(">=30"), smear(50, LATER))

    assert parts["PD"].state is Truth.UNKNOWN


def test_any_cell_after_clearing_is_relapse() -> None:
    back = response(smear(30), smear(0, "2024-11"), smear(1, LATER))
    still = response(smear(30), smear(9, "2024-11"), smear(1, LATER))

    assert (back["REL"].state, still["REL"].state) == (Truth.MET, Truth.NOT_MET)
