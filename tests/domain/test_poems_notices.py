"""Test what POEMS does to the diagnosis, and what is raised beside it."""

from __future__ import annotations

import pytest

from desktop_app.domain.conclusions import Alert
from tests.domain.cases import (
    assessed,
    cause,
    finding,
    flc,
    history,
    labs,
    marrow,
    plasmacytoma,
    result,
    serum,
)
from tests.domain.poems_entries import (
    EDEMA,
    LAMBDA,
    MET,
    NO_CLONE,
    NO_MAJORS,
    NODE,
    POLYNEUROPATHY,
    given,
    happened,
    nerve,
    vegf,
)

SKIN = finding("skin", ["flushing"])
REFRACTORY = finding("neuropathy_refractory_to_immunotherapy", True)
SICK = (vegf(740, "plasma"), happened("infection"))
TUMOURS = (plasmacytoma(), finding("bone_lytic_ct", {"count": 3}), marrow(8))
MYELOMA = (marrow(70),)


def alerts(*entries: object) -> dict[str, Alert]:
    """Give the alerts of POEMS by what they say."""
    said = {x.message.code: x for x in assessed(*entries).alerts}
    return {code: x for code, x in said.items() if code.startswith("poems")}


def diagnosis(*entries: object) -> tuple[str | None, str]:
    found = assessed(*entries).diagnosis
    return found.category, found.status


def test_poems_is_confirmed_while_myeloma_is_open() -> None:
    found = assessed(*MET)

    assert (found.diagnosis.category, found.diagnosis.status) == ("poems", "confirmed")
    assert found.diagnosis.possible == ("poems",)
    assert "poems_myeloma_open" in {x.code for x in found.diagnosis.notes}
    assert "hemoglobin" in {x.code for x in found.missing if "diagnosis" in x.settles}


def test_atypical_poems_is_never_confirmed() -> None:
    assert diagnosis(POLYNEUROPATHY, serum("IgG-kappa"), NODE, EDEMA) == ("poems", "presumed")


def test_myeloma_comes_before_poems_and_says_so() -> None:
    entries = (*MET, *MYELOMA)

    assert diagnosis(*entries) == ("multiple_myeloma", "confirmed")
    assert "poems_with_myeloma" in alerts(*entries)


def test_a_plasmacytoma_and_bone_lesions_alone_leave_it_poems() -> None:
    entries = (*MET, *TUMOURS)

    assert diagnosis(*entries) == ("poems", "presumed")
    assert {"poems_with_myeloma", "poems_atypical"} <= set(alerts(*entries))


def test_another_event_beside_them_makes_it_myeloma() -> None:
    entries = (*MET, *TUMOURS, result("hemoglobin", 8), cause("anemia", "clone"))

    assert diagnosis(*entries) == ("multiple_myeloma", "confirmed")


def test_without_a_marrow_they_make_it_myeloma() -> None:
    assert diagnosis(*MET, *TUMOURS[:2]) == ("multiple_myeloma", "confirmed")


def test_leukaemia_that_is_not_settled_keeps_poems_that_is_met() -> None:
    found = assessed(*MET, result("circulating_plasma_cells", 6)).diagnosis

    assert (found.category, set(found.possible)) == (
        None,
        {"primary_plasma_cell_leukemia", "poems"},
    )


@pytest.mark.parametrize(
    ("entries", "is_open"),
    [
        ((POLYNEUROPATHY, LAMBDA, EDEMA), True),
        ((POLYNEUROPATHY, NODE, EDEMA), True),
        ((POLYNEUROPATHY, *NO_CLONE, NODE, EDEMA), True),
        ((LAMBDA, EDEMA, SKIN), True),
        ((POLYNEUROPATHY, LAMBDA, *NO_MAJORS), False),
        ((nerve(False), LAMBDA), False),
        ((POLYNEUROPATHY,), False),
    ],
)
def test_poems_is_possible_at_the_tiers_that_the_rule_book_names(
    entries: tuple[object, ...], is_open: bool
) -> None:
    found = assessed(*entries).diagnosis

    assert ("poems" in found.possible) is is_open
    assert found.category != "poems"


def test_a_precursor_is_never_confirmed_while_poems_is_suspected() -> None:
    clear = (finding("bone_lytic_ct", {"count": 0}), result("urine_m_protein_24h", 0))
    entries = (LAMBDA, result("serum_m_protein", 1), marrow(5), *flc(10, 10), *labs(), *clear)

    assert diagnosis(*entries) == ("mgus_non_igm", "confirmed")
    assert diagnosis(*entries, EDEMA, SKIN)[1] != "confirmed"


def test_poems_of_the_history_stays_and_is_not_confirmed_where_it_is_atypical() -> None:
    assert diagnosis(history("poems"), serum("IgG-lambda")) == ("poems", "confirmed")
    assert diagnosis(history("poems"), serum("IgG-kappa")) == ("poems", "presumed")


def test_a_negative_congo_red_does_not_take_back_the_sign_of_amyloidosis() -> None:
    found = assessed(*MET, finding("congo_red", False))

    assert (found.diagnosis.category, found.diagnosis.status) == ("poems", "confirmed")
    assert [x.level for x in found.alerts if x.id == "AL-SUSPECT"] == ["warning"]


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        (MET, {"poems_treat_at_once"}),
        ((*MET, given("Rd", "2026-06-10")), set()),
        ((*MET, given("IVIG", "2026-06-10")), {"poems_treat_at_once"}),
        (
            (POLYNEUROPATHY, serum("IgG-kappa"), NODE, EDEMA),
            {"poems_atypical", "poems_treat_at_once"},
        ),
        ((POLYNEUROPATHY, LAMBDA, EDEMA, *SICK), {"poems_repeat_vegf_first"}),
        ((*MET, *SICK), {"poems_treat_at_once"}),
        ((POLYNEUROPATHY, LAMBDA, *SICK), {"poems_panel", "poems_repeat_vegf"}),
        ((POLYNEUROPATHY, LAMBDA, EDEMA), {"poems_panel"}),
        ((POLYNEUROPATHY, LAMBDA, *NO_MAJORS), set()),
        ((POLYNEUROPATHY, REFRACTORY), {"poems_panel_not_helped"}),
        ((LAMBDA, EDEMA, SKIN), set()),
        ((POLYNEUROPATHY, *NO_CLONE, NODE, EDEMA), {"poems_clone_negative"}),
        ((POLYNEUROPATHY, NODE, EDEMA), {"poems_clone_open"}),
        ((nerve(False), *NO_CLONE, NODE, EDEMA, SKIN), {"poems_castleman_variant"}),
        ((nerve(False), *NO_CLONE, NODE, EDEMA), {"poems_castleman_alone"}),
        ((nerve(False), *NO_CLONE, *NO_MAJORS, EDEMA), set()),
        ((POLYNEUROPATHY, serum("IgM-lambda"), EDEMA), {"poems_igm", "poems_panel"}),
        (
            (NODE, result("platelets", 90, "10*9/L"), EDEMA, finding("splenomegaly", True)),
            {"poems_tafro"},
        ),
    ],
)
def test_the_doctor_is_told(entries: tuple[object, ...], said: set[str]) -> None:
    assert set(alerts(*entries)) == said


def test_missing_names_what_settles_the_tier_and_then_the_risk() -> None:
    def asked(*entries: object) -> dict[str, tuple[str, ...]]:
        return {x.code: x.settles for x in assessed(*entries).missing}

    assert "poems_tier" in asked(POLYNEUROPATHY, NODE, EDEMA)["serum_immunofixation"]
    assert "poems_tier" in asked(POLYNEUROPATHY, LAMBDA, EDEMA)["vegf_serum"]
    assert "pumch" in asked(*MET)["pasp"]
    assert "poems_tier" not in {x for what in asked(*MET).values() for x in what}
    assert "pumch" not in {x for what in asked(nerve(False), LAMBDA).values() for x in what}


@pytest.mark.parametrize(
    ("entries", "entry"),
    [
        ((vegf(900),), "C-P-SPECIMEN"),
        ((vegf(900),), "C-P-CUTOFF"),
        ((POLYNEUROPATHY,), "C-P-DEMYEL"),
        ((POLYNEUROPATHY, vegf(900)), "C-P-CIDPVEGF"),
        ((LAMBDA, EDEMA, SKIN), "C-P-PN60"),
        ((POLYNEUROPATHY, finding("endocrine", ["thyroid"])), "C-P-ENDO"),
        ((POLYNEUROPATHY, serum("IgG-kappa")), "C-P-LAMBDA"),
        ((POLYNEUROPATHY, serum("IgG-kappa", "IgG-lambda")), "C-P-LAMBDA"),
        ((POLYNEUROPATHY, result("flc_ratio", 5)), "C-P-FLC"),
        ((POLYNEUROPATHY, result("flc_ratio", 2)), "C-P-FLC"),
        ((POLYNEUROPATHY, *NO_CLONE, NODE, EDEMA), "C-P-CLONENEG"),
        ((nerve(False), *NO_CLONE, NODE, EDEMA, SKIN), "C-P-CDVAR"),
        ((POLYNEUROPATHY, SKIN), "C-P-SKIN"),
        ((POLYNEUROPATHY, finding("pericardial_effusion", True)), "C-P-PERIC"),
        ((POLYNEUROPATHY, finding("thrombocytosis", True)), "C-P-CBC"),
        ((*MET, history("smm", "2020")), "C-P-SMMTX"),
        (MET, "C-P-SCORE"),
        (MET, "C-P-PH"),
    ],
)
def test_the_entries_of_the_ledger_that_touch_the_patient_are_named(
    entries: tuple[object, ...], entry: str
) -> None:
    assert entry in assessed(*entries).conflicts


def test_the_ledger_is_silent_of_poems_without_it() -> None:
    found = assessed(LAMBDA, result("serum_m_protein", 1))

    assert [x for x in found.conflicts if x.startswith("C-P-") and x != "C-PC-CIRC"] == []
    assert found.poems is None
