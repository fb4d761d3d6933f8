"""Test the interval of each group, early and later, and every reason to refer."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.assessment import assess
from desktop_app.domain.conclusions import FollowUp, Note, Schedule
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.policy import Policy
from desktop_app.domain.record import Treatment
from tests.domain.cases import (
    assessed,
    catalogue,
    cause,
    codes,
    ct,
    finding,
    flattened,
    flc,
    history,
    labs,
    marrow,
    mri,
    plasmacytoma,
    record,
    result,
    serum,
)

IGG, IGA, IGM, KAPPA = serum("IgG-kappa"), serum("IgA-kappa"), serum("IgM-kappa"), serum("kappa")
CLEAR = (ct(), mri())
EARLIER = result("serum_m_protein", "1.0", on="2020-06-01")
LOW = (IGG, result("serum_m_protein", "1.0"), result("flc_ratio", 1), labs())
ONE = (IGA, result("serum_m_protein", "1.0"), result("flc_ratio", 1), labs())
TWO = (IGA, result("serum_m_protein", "1.0"), result("flc_ratio", 3), labs())
THREE = (IGA, result("serum_m_protein", "1.6"), result("flc_ratio", 3), labs())
GAP = (IGG, result("serum_m_protein", "1.0"), labs())
SMM = (IGG, result("serum_m_protein", "1.0"), flc(50, 10), marrow(12), labs(), CLEAR)
HIGH = (IGG, result("serum_m_protein", "2.1"), flc(210, 10), marrow(12), labs(), CLEAR)
OPEN_RISK = (IGG, result("serum_m_protein", "2.1"), marrow(12), labs(), CLEAR)
LIGHT = (KAPPA, flc(40, 10), marrow(5), finding("urine_immunofixation", []), labs())
NO_SIGNS = (
    finding("constitutional_symptoms", False),
    finding("hyperviscosity", False),
    finding("lymphadenopathy", False),
    finding("hepatomegaly", False),
    finding("splenomegaly", False),
)
SWM = (IGM, result("serum_m_protein", "3.5"), labs(), NO_SIGNS)


def followed(*entries: object, as_of: str = "2026-06-30") -> FollowUp:
    return assessed(*entries, as_of=as_of).follow_up


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        (LOW, "FU-MGUS-LOW"),
        (ONE, "FU-MGUS-1"),
        (TWO, "FU-MGUS-2"),
        (THREE, "FU-MGUS-3"),
        (LIGHT, "FU-LC"),
    ],
)
def test_mgus_is_seen_again_after_six_months_first(facts: tuple[object, ...], rule: str) -> None:
    follow_up = followed(*facts)

    assert follow_up.interval_months == (6, 6)
    assert follow_up.next_due == date(2026, 12, 1)
    assert rule in codes(follow_up.reasons)
    assert follow_up.tests


@pytest.mark.parametrize(
    ("facts", "rule", "months", "due"),
    [
        (LOW, "FU-MGUS-LOW", (24, 36), date(2028, 6, 1)),
        (ONE, "FU-MGUS-1", (12, 12), date(2027, 6, 1)),
        (TWO, "FU-MGUS-2", (12, 12), date(2027, 6, 1)),
        (THREE, "FU-MGUS-3", (12, 12), date(2027, 6, 1)),
        (GAP, "FU-MGUS-1", (12, 12), date(2027, 6, 1)),
    ],
)
def test_mgus_later(
    facts: tuple[object, ...], rule: str, months: tuple[int, int], due: date
) -> None:
    earlier = EARLIER if facts is not THREE else result("serum_m_protein", "1.5", on="2020-06-01")

    follow_up = followed(*facts, earlier)

    assert follow_up.interval_months == months
    assert follow_up.next_due == due
    assert rule in codes(follow_up.reasons)


def test_low_risk_that_is_not_known_to_be_stable_keeps_the_short_interval() -> None:
    rising = result("serum_m_protein", "0.5", on="2020-06-01")

    assert followed(*LOW, rising).interval_months == (6, 6)
    assert followed(*LOW, history("mgus_non_igm")).interval_months == (6, 6)


def test_light_chain_mgus_later_is_yearly() -> None:
    earlier = flc(40, 10)
    then = tuple(result(x.code, x.value, on="2020-06-01") for x in earlier)

    assert followed(*LIGHT, *then).interval_months == (12, 12)


@pytest.mark.parametrize(
    ("first", "months"),
    [
        ("2026-06-01", (2, 3)),
        ("2026-03-02", (2, 3)),
        ("2026-03-01", (4, 6)),
        ("2025-03-02", (4, 6)),
        ("2025-03-01", (6, 12)),
        ("2020-01-01", (6, 12)),
    ],
)
def test_smouldering_myeloma_by_time_since_diagnosis(first: str, months: tuple[int, int]) -> None:
    follow_up = followed(*SMM, history("smm", first))

    assert follow_up.interval_months == months
    assert "FU-SMM" in codes(follow_up.reasons)


def test_an_unsettled_category_takes_the_shortest_interval_that_is_possible() -> None:
    open_ = (IGG, result("serum_m_protein", "0.45"))
    light = (KAPPA, flc(180, 15), marrow(5), labs())
    igm = (IGM, result("serum_m_protein", "1"), result("hemoglobin", 14))

    assert followed(*open_).interval_months == (2, 3)
    assert followed(*light).interval_months == (2, 3)
    assert followed(*igm).interval_months == (6, 6)


def test_an_unsettled_group_takes_the_shortest_interval_that_is_possible() -> None:
    assert followed(*GAP, EARLIER).interval_months == (12, 12)
    assert "FU-MGUS-1" in codes(followed(*GAP, EARLIER).reasons)


@pytest.mark.parametrize("facts", [LOW, ONE, SMM, (*ONE, EARLIER), (*LOW, EARLIER)])
def test_a_visit_that_is_overdue_does_not_move(facts: tuple[object, ...]) -> None:
    due = followed(*facts).next_due

    assert due is not None
    for as_of in ("2026-06-01", "2026-11-30", "2027-01-15", "2031-01-01"):
        assert followed(*facts, as_of=as_of).next_due == due


def test_nothing_recorded_gives_no_interval_that_could_fall_due_from_nowhere() -> None:
    follow_up = followed(as_of="2026-06-30")

    assert follow_up.interval_months == (2, 3)
    assert follow_up.next_due == date(2026, 8, 30)
    assert not follow_up.refer


MYELOMA = (IGG, marrow(70))


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (MYELOMA, "refer_myeloma"),
        ((IGG, marrow(12), labs(hemoglobin=8)), "refer_myeloma_open"),
        ((IGG, result("serum_m_protein", 1), ct(2)), "refer_myeloma_open"),
        ((IGG, marrow(5), labs(hemoglobin=8), cause("anemia", "clone")),
         "refer_event_without_clone"),
        ((LOW, finding("macroglossia", True)), "refer_amyloidosis"),
        ((LOW, result("circulating_plasma_cells", 5)), "refer_leukemia"),
        ((MYELOMA, result("circulating_plasma_cells", 20)), "refer_leukemia"),
        ((IGM, result("serum_m_protein", 1), labs(), finding("hyperviscosity", True)),
         "refer_waldenstrom"),
        ((LOW, mri(1)), "refer_myeloma_open"),
        ((LOW, plasmacytoma(biopsied=False)), "refer_myeloma_open"),
        (history("primary_plasma_cell_leukemia"), "refer_leukemia"),
        (history("secondary_plasma_cell_leukemia"), "refer_leukemia"),
        (history("multiple_myeloma"), "refer_myeloma"),
        (history("poems"), "refer_poems"),
    ],
)  # fmt: skip
def test_what_keeps_a_malignancy_open_is_referred_now_without_an_interval(
    facts: tuple[object, ...], reason: str
) -> None:
    follow_up = followed(facts)

    assert follow_up.refer
    assert reason in codes(follow_up.reasons)
    assert (follow_up.interval_months, follow_up.next_due) == (None, None)


@pytest.mark.parametrize(
    ("start", "refer", "reason"),
    [
        ("2026-05-01", False, "regimen_sets_visits"),
        ("2026-06", False, "regimen_sets_visits"),
        ("2027-01-01", True, "refer_myeloma"),
    ],
)
def test_treated_myeloma_is_with_the_specialist_and_its_regimen_sets_the_visits(
    start: str, refer: bool, reason: str
) -> None:
    follow_up = followed(MYELOMA, Treatment("VRd", PartialDate(start)))

    assert follow_up.refer is refer
    assert reason in codes(follow_up.reasons)
    assert (follow_up.interval_months, follow_up.next_due) == (None, None)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (SMM, "refer_smouldering"),
        (SWM, "refer_smouldering"),
        ((LOW, finding("renal_biopsy", "pgnmid")), "refer_kidney_biopsy"),
        ((LOW, finding("renal_biopsy", "not in the list")), "refer_kidney_biopsy"),
        ((IGG, result("serum_m_protein", "1.5"), result("flc_ratio", 1), labs()),
         "refer_MGUS-MAYO-M"),
        (ONE, "refer_MGUS-MAYO-ISO"),
        ((IGG, result("serum_m_protein", "1"), result("flc_ratio", "0.25"), labs()),
         "refer_MGUS-MAYO-FLC"),
    ],
)  # fmt: skip
def test_reasons_to_refer_beside_an_interval(facts: tuple[object, ...], reason: str) -> None:
    follow_up = followed(facts)

    assert follow_up.refer
    assert reason in codes(follow_up.reasons)


def test_smouldering_waldenstrom_leaves_the_interval_to_the_specialist() -> None:
    follow_up = followed(*SWM)

    assert assessed(*SWM).diagnosis.category == "smoldering_waldenstrom"
    assert (follow_up.interval_months, follow_up.refer) == (None, True)


def test_low_risk_is_not_referred() -> None:
    assert not followed(*LOW).refer
    assert not followed(*LOW, finding("renal_biopsy", "unrelated")).refer


def test_a_solitary_plasmacytoma_is_referred_without_an_interval() -> None:
    facts = (plasmacytoma(), marrow(0), result("flc_ratio", 1), labs(), ct(1), mri(1))

    follow_up = followed(IGG, result("serum_m_protein", "0.5"), *facts)

    assert "refer_tumour" in codes(follow_up.reasons)
    assert follow_up.interval_months is None


def test_no_clone_needs_no_interval() -> None:
    facts = (
        serum(),
        finding("urine_immunofixation", []),
        result("flc_ratio", 1),
        labs(),
        marrow(0),
    )

    assert assessed(*facts).diagnosis.category == "no_clone"
    assert followed(*facts) == FollowUp(None, None, (), refer=False, reasons=())


def by(follow_up: FollowUp) -> dict[str, tuple[tuple[int, int] | None, str | None]]:
    """Give what others propose: months and words, by whom."""
    return {x.by: (x.interval_months, x.words.code if x.words else None) for x in follow_up.beside}


def test_mgus_shows_what_others_propose() -> None:
    follow_up = followed(*TWO, EARLIER)

    assert follow_up.schedule == Schedule("FU-MGUS-2", "kyle2010", (12, 12))
    assert by(follow_up) == {
        "lin2026": ((12, 12), "lin_consider_marrow"),
        "ukmf_nmsg": (None, "fu_ukmf_nmsg"),
        "denmark": (None, "fu_denmark"),
    }
    assert by(followed(*LIGHT)).keys() == {"ukmf_nmsg", "denmark"}


def test_smouldering_myeloma_shows_what_others_propose() -> None:
    others = {"lin2026", "uptodate", "nice", "nccn"}

    assert by(followed(*SMM)).keys() == others
    assert by(followed(*SMM))["lin2026"] == ((3, 6), "lin_yearly_marrow")
    high = followed(*HIGH)
    assert by(high).keys() == others
    assert by(high)["lin2026"] == ((2, 3), "lin_discuss_trials")


def test_while_nothing_is_settled_nothing_is_shown_beside() -> None:
    follow_up = followed(IGG, result("serum_m_protein", "0.45"))

    assert follow_up.schedule == Schedule("FU-SMM-HIGH", "kyle2010", (2, 3))
    assert follow_up.beside == ()


def test_high_risk_by_20_2_20_keeps_the_short_interval_for_years() -> None:
    high = followed(*HIGH, history("smm", "2015"))
    open_ = followed(*OPEN_RISK, history("smm", "2015"))

    for follow_up in (high, open_):
        assert follow_up.interval_months == (2, 3)
        assert "FU-SMM-HIGH" in codes(follow_up.reasons)
    assert followed(*SMM, history("smm", "2015")).interval_months == (6, 12)


def test_smouldering_waldenstrom_names_the_specialist_as_its_schedule() -> None:
    follow_up = followed(*SWM)

    assert follow_up.schedule == Schedule("FU-SWM", "kyle2012", None, Note("FU-SWM"))
    assert follow_up.tests


def test_the_clinics_interval_stands_before_the_guideline_which_is_shown_beside_it() -> None:
    own = Policy(intervals={"FU-MGUS-LOW": ((4, 6), (12, 18))})
    whole = record(*flattened((*LOW, EARLIER)))

    follow_up = assess(whole, date(2026, 6, 30), catalogue=catalogue(), policy=own).follow_up

    assert follow_up.interval_months == (12, 18)
    assert follow_up.next_due == date(2027, 6, 1)
    assert follow_up.schedule == Schedule("FU-MGUS-LOW", "clinic", (12, 18))
    assert by(follow_up)["kyle2010"] == ((24, 36), None)


def test_the_shortest_interval_counts_whatever_group_has_it() -> None:
    own = Policy(intervals={"FU-MGUS-LOW": ((2, 2), (3, 3))})
    whole = record(*flattened((*GAP, EARLIER)))

    follow_up = assess(whole, date(2026, 6, 30), catalogue=catalogue(), policy=own).follow_up

    assert (follow_up.interval_months, codes(follow_up.reasons)) == ((3, 3), {"FU-MGUS-LOW"})


BASIC = ("serum_m_protein", "flc_ratio", "hemoglobin", "calcium", "creatinine")


@pytest.mark.parametrize(
    ("facts", "more"),
    [
        (LOW, ()),
        (ONE, ()),
        (TWO, ("urine_m_protein_24h", "nt_probnp", "uacr")),
        ((*TWO, result("nt_probnp", 100), result("uacr", 10)), ("urine_m_protein_24h",)),
        ((LOW, finding("hematuria", True)), ("urine_m_protein_24h", "upcr", "uacr")),
        (HIGH, ("urine_m_protein_24h", "nt_probnp", "uacr")),
        (MYELOMA, ()),
        (
            (IGG, marrow(12), result("flc_ratio", 1), labs(), ct(), mri(1)),
            ("urine_m_protein_24h", "mri_focal_lesions"),
        ),
    ],
)
def test_the_tests_of_the_next_visit(facts: tuple[object, ...], more: tuple[str, ...]) -> None:
    assert followed(facts).tests == (*BASIC, *more)


def test_a_kidney_under_suspicion_is_referred_beside_the_interval() -> None:
    follow_up = followed(*LOW, finding("hematuria", True))

    assert follow_up.refer
    assert "refer_mgrs" in codes(follow_up.reasons)
    assert follow_up.interval_months == (6, 6)


def test_a_biopsy_that_is_done_is_not_asked_for_by_a_referral() -> None:
    follow_up = followed(*LOW, finding("hematuria", True), finding("renal_biopsy", "midd"))

    assert "refer_mgrs" not in codes(follow_up.reasons)
    assert "refer_kidney_biopsy" in codes(follow_up.reasons)


def test_myeloma_is_not_referred_for_what_asks_for_a_look_at_mgus() -> None:
    reasons = codes(followed((*THREE, marrow(70))).reasons)

    assert "refer_myeloma" in reasons
    assert not any(code.startswith("refer_MGUS") for code in reasons)
