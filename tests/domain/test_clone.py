"""Test MM-CLONE: plasma cells in the marrow, plasmacytoma, and what is read as none."""

from __future__ import annotations

import pytest

from desktop_app.domain.criteria.evidence import myeloma
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Lesion, Result
from desktop_app.domain.truth import Truth
from tests.domain.cases import (
    DAY,
    assessed,
    cause,
    ct,
    finding,
    flc,
    gathered,
    labs,
    marrow,
    mri,
    note_of,
    part,
    plasmacytoma,
    result,
    serum,
    words,
)

YES, NO, OPEN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
ASPIRATE, BIOPSY = "marrow_plasma_cells_aspirate", "marrow_plasma_cells_biopsy"


def lesion(kind: str, *, biopsied: bool | None, resolved: bool = False, on: str = DAY) -> Lesion:
    return Lesion(PartialDate(on), "left", kind, biopsy_proven=biopsied, resolved=resolved)


@pytest.mark.parametrize(
    ("value", "ten", "sixty"),
    [
        ("9.9", NO, NO),
        ("10", YES, NO),
        ("10.1", YES, NO),
        ("59.9", YES, NO),
        ("60", YES, YES),
        (">60", YES, YES),
        (">=60", YES, YES),
        ("<10", NO, NO),
        ("<=10", OPEN, NO),
        (">10", YES, OPEN),
        ("<60", OPEN, NO),
    ],
)
def test_plasma_cells_at_their_cuts(value: str, ten: Truth, sixty: Truth) -> None:
    judged = gathered(marrow(value)).marrow

    assert (judged.ten, judged.sixty) == (ten, sixty)


@pytest.mark.parametrize(
    ("value", "bins"),
    [
        ("0", ("none",)),
        ("5", ("low",)),
        ("10", ("mid",)),
        ("60", ("high",)),
        ("<5", ("none", "low")),
        ("<=10", ("none", "low", "mid")),
        (">10", ("mid", "high")),
    ],
)
def test_the_ranges_in_which_plasma_cells_may_lie(value: str, bins: tuple[str, ...]) -> None:
    assert gathered(marrow(value)).marrow.bins == bins
    assert gathered().marrow.bins == ("none", "low", "mid", "high")


def test_the_highest_of_aspirate_and_core_of_the_latest_marrow_counts() -> None:
    both = (result(ASPIRATE, 4, "%"), result(BIOPSY, 30, "%"))
    older = result(BIOPSY, 70, "%", on="2020-01-01")

    assert gathered(*both).marrow.ten is YES
    assert gathered(*both, older).marrow.sixty is NO
    assert gathered(result(ASPIRATE, 4, "%"), older).marrow.ten is NO


@pytest.mark.parametrize(
    ("value", "bins"),
    [
        ("12", ("mid", "high")),
        ("10", ("mid", "high")),
        ("65", ("high",)),
        ("9", ("low", "mid", "high")),
        (">9", ("low", "mid", "high")),
        ("0", ("none", "low", "mid", "high")),
        ("<0.01", ("none", "low", "mid", "high")),
    ],
)
@pytest.mark.parametrize("by_method", [True, False])
def test_flow_is_only_a_lower_bound(value: str, bins: tuple[str, ...], by_method: bool) -> None:
    flow = (
        result("marrow_plasma_cells", value, method="Flow")
        if by_method
        else result("marrow_plasma_cells_flow", value)
    )

    assert gathered(flow).marrow.bins == bins


def test_flow_may_raise_but_never_lower_what_was_counted() -> None:
    counted = result("marrow_plasma_cells", 8)

    assert gathered(counted, result("marrow_plasma_cells_flow", 1)).marrow.ten is NO
    assert gathered(counted, result("marrow_plasma_cells_flow", 12)).marrow.ten is YES


def test_a_marrow_in_words_settles_nothing() -> None:
    assert gathered(words("marrow_plasma_cells", "normal")).marrow.ten is OPEN


def test_clonality_that_was_not_recorded_is_a_convention_of_the_trace() -> None:
    ten, sixty = gathered(result("marrow_plasma_cells", 12)).marrow.criteria()

    assert (ten.state, note_of(ten), note_of(sixty)) == (YES, "clonality_not_recorded", None)
    assert note_of(gathered(marrow(12)).marrow.criteria()[0]) is None
    flow = (result("marrow_plasma_cells", 12), finding("marrow_flow_clonal", True))
    assert note_of(gathered(*flow).marrow.criteria()[0]) is None


def test_polyclonal_plasma_cells_never_count_and_alert() -> None:
    facts = (result("marrow_plasma_cells", 70), finding("marrow_clonality", False))

    assert gathered(*facts).marrow.bins == ("none",)
    assert note_of(gathered(*facts).marrow.criteria()[0]) == "polyclonal"
    assert "MM-CLONE-PC" in {alert.id for alert in assessed(*facts).alerts}


@pytest.mark.parametrize(
    ("entry", "state", "note"),
    [
        (plasmacytoma(), YES, None),
        (plasmacytoma(biopsied=False), OPEN, "lesion_not_biopsied"),
        (lesion("plasmacytoma", biopsied=None), OPEN, "lesion_not_biopsied"),
        (lesion("effusion", biopsied=True), YES, None),
        (lesion("effusion", biopsied=None), OPEN, "lesion_not_biopsied"),
        (lesion("csf", biopsied=True), YES, None),
        (lesion("csf", biopsied=False), OPEN, "lesion_not_biopsied"),
        (lesion("bone", biopsied=False), OPEN, "lesion_not_biopsied"),
        # What a biopsied bone lesion was is not said: it is neither proven nor absent.
        (lesion("bone", biopsied=True), OPEN, "lesion_not_biopsied"),
        (lesion("bone", biopsied=False, resolved=True), NO, "none_recorded_not_imaged"),
        (ct(1), OPEN, "lesion_not_biopsied"),
        (finding("bone_lytic_xray", {"count": 1}), OPEN, "lesion_not_biopsied"),
        (mri(1), OPEN, "lesion_not_biopsied"),
        (finding("pet_focal_uptake_without_lysis", True), OPEN, "lesion_not_biopsied"),
        (finding("pet_focal_uptake_without_lysis", False), NO, "none_recorded_not_imaged"),
        (ct(0), NO, "none_recorded_imaged"),
        (mri(0), NO, "none_recorded_imaged"),
        ((), NO, "none_recorded_not_imaged"),
    ],
)
def test_plasmacytoma(entry: object, state: Truth, note: str | None) -> None:
    judged = gathered(entry).tumours.criterion

    assert (judged.state, note_of(judged)) == (state, note)


LOW_HB = result("hemoglobin", 8)


@pytest.mark.parametrize(
    ("reason", "state"),
    [
        (finding("bone_pain", True), OPEN),
        (finding("bone_pain", False), NO),
        (LOW_HB, OPEN),
        ((LOW_HB, cause("anemia", "clone")), OPEN),
        ((LOW_HB, cause("anemia", "unknown")), OPEN),
        ((LOW_HB, cause("anemia", "other")), NO),
        (result("hemoglobin", 14), NO),
    ],
)
def test_no_lesion_recorded_is_unknown_while_a_reason_stands_and_nothing_was_imaged(
    reason: object, state: Truth
) -> None:
    judged = gathered(reason).tumours.criterion

    assert judged.state is state
    if state is OPEN:
        assert note_of(judged) == "no_lesion_recorded_not_imaged"


@pytest.mark.parametrize(
    ("imaging", "state"),
    [
        (ct(), NO),
        (finding("bone_lytic_pet_ct", {"count": 0}), NO),
        (mri(), NO),
        (finding("bone_lytic_xray", {"count": 0}), OPEN),
        (finding("bone_lytic_ct", {"count": 0, "extent": "partial"}), OPEN),
        (mri(0, "partial"), OPEN),
        # Only a CT is read as whole body where nothing is said of its extent.
        (finding("mri_focal_lesions", {"count": 0}), OPEN),
    ],
)
def test_whole_body_imaging_lifts_the_exception(imaging: object, state: Truth) -> None:
    assert gathered(finding("bone_pain", True), imaging).tumours.criterion.state is state


def test_a_lesion_proven_once_stays_proven() -> None:
    then = plasmacytoma(on="2020-01-01")
    now = Lesion(PartialDate("2026-01-01"), "T10", "plasmacytoma", resolved=True)

    assert gathered(then, now).tumours.criterion.state is YES
    assert gathered(now, then).tumours.proven == 1


@pytest.mark.parametrize("order", [1, -1])
def test_entries_of_one_lesion_and_day_count_whatever_their_order(order: int) -> None:
    pair = (lesion("bone", biopsied=False), lesion("bone", biopsied=False, resolved=True))[::order]

    assert gathered(*pair).tumours.criterion.state is OPEN


def test_the_clone_is_no_only_if_both_are_no() -> None:
    def clone(*entries: object) -> Truth:
        return part(myeloma(gathered(*entries)), "MM-CLONE").state

    assert clone(marrow(5)) is NO
    assert clone(marrow(5), plasmacytoma()) is YES
    assert clone(marrow(12)) is YES
    assert clone() is OPEN
    assert clone(marrow(5), ct(1)) is OPEN


CLEAR = (ct(), mri())
IGG = (serum("IgG-kappa"), result("serum_m_protein", 1), result("flc_ratio", 1), labs())


@pytest.mark.parametrize(
    ("facts", "category"),
    [
        ((plasmacytoma(), marrow(0), ct(1), mri(1)), "solitary_plasmacytoma"),
        ((plasmacytoma(), marrow(8), ct(1), mri(1)), "solitary_plasmacytoma_minimal_marrow"),
        ((plasmacytoma(), marrow(12), ct(1), mri(1)), "multiple_myeloma"),
        ((plasmacytoma(), marrow(12), CLEAR), "smm"),
        ((plasmacytoma(), marrow(0), ct(2), mri(1)), "multiple_myeloma"),
    ],
)
def test_one_biopsied_plasmacytoma_by_marrow_and_bone(
    facts: tuple[object, ...], category: str
) -> None:
    assert assessed(*IGG, *facts).diagnosis.category == category


def test_marrow_below_ten_that_was_not_tested_for_clonality_leaves_both() -> None:
    facts = (plasmacytoma(), result("marrow_plasma_cells", 8), ct(1), mri(1))

    assert set(assessed(*IGG, *facts).diagnosis.possible) == {
        "solitary_plasmacytoma",
        "solitary_plasmacytoma_minimal_marrow",
    }


def test_two_biopsied_plasmacytomas_without_an_event_have_no_category() -> None:
    two = (plasmacytoma("T10"), plasmacytoma("rib"), marrow(0), CLEAR)

    assessment = assessed(*IGG, *two)

    assert (assessment.diagnosis.category, assessment.diagnosis.status) == (None, "undetermined")
    assert assessment.follow_up.refer
    assert "SP-DX" in {alert.id for alert in assessment.alerts}


def test_several_plasmacytomas_beside_ten_percent_are_smouldering_for_the_specialist() -> None:
    two = (plasmacytoma("T10"), plasmacytoma("rib"), marrow(10), CLEAR)

    assessment = assessed(*IGG, flc(10, 10), *two)

    assert (assessment.diagnosis.category, assessment.diagnosis.status) == ("smm", "confirmed")
    said = {alert.id for alert in assessment.alerts}
    assert "SP-MM" in said
    assert "SP-DX" not in said


def test_a_lesion_without_biopsy_beside_a_plasmacytoma_leaves_it_open() -> None:
    other = plasmacytoma("rib", biopsied=False)

    diagnosis = assessed(*IGG, plasmacytoma(), other, marrow(0), ct(1), mri(1)).diagnosis

    assert (diagnosis.category, diagnosis.status) == (None, "undetermined")
    assert "solitary_plasmacytoma" in diagnosis.possible


def test_smouldering_myeloma_with_a_plasmacytoma_goes_to_the_specialist() -> None:
    assessment = assessed(*IGG, flc(10, 10), plasmacytoma(), marrow(12), CLEAR)

    assert assessment.diagnosis.category == "smm"
    assert assessment.follow_up.refer
    assert "SP-MM" in {alert.id for alert in assessment.alerts}


def test_lesions_dated_later_are_not_seen() -> None:
    assert gathered(plasmacytoma(on="2027-01-01")).tumours.criterion.state is NO


def test_an_old_result_is_used_whatever_its_age() -> None:
    old: Result = result("marrow_plasma_cells", 12, on="1999-01-01")

    assert gathered(old).marrow.ten is YES
