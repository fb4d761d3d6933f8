"""Test the tier of POEMS: what opens the panel, what stays, what is said beside it."""

from __future__ import annotations

import pytest
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as st

from desktop_app.domain.criteria.poems import tier_logic
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Interpretation, Result
from desktop_app.domain.rulepack import truth_table
from desktop_app.domain.truth import Truth
from tests.domain.cases import DAY, finding, flc, history, marrow, result, serum, words
from tests.domain.poems_entries import (
    EDEMA,
    LAMBDA,
    MET,
    NO_CLONE,
    NO_MAJORS,
    NO_MINORS,
    NODE,
    POLYNEUROPATHY,
    answer,
    found,
    given,
    mass,
    nerve,
    noted,
    part_of,
    tier_of,
    vegf,
)

SKIN = finding("skin", ["flushing"])
REFRACTORY = finding("neuropathy_refractory_to_immunotherapy", True)


def test_an_ordinary_mgus_opens_nothing() -> None:
    assert tier_of(LAMBDA, result("serum_m_protein", 1), marrow(5)) is None
    assert tier_of(LAMBDA, EDEMA, history("mgus_non_igm")) is None


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        ((POLYNEUROPATHY, LAMBDA), "poems_opened_clone"),
        ((POLYNEUROPATHY, history("mgus_non_igm")), "poems_opened_clone"),
        ((POLYNEUROPATHY, history("smm")), "poems_opened_clone"),
        ((POLYNEUROPATHY, REFRACTORY), "poems_opened_refractory"),
        ((REFRACTORY,), "poems_opened_refractory"),
        ((history("poems"),), "poems_opened_history"),
        ((LAMBDA, EDEMA, SKIN), "poems_opened_evidence"),
        ((POLYNEUROPATHY,), None),
        ((nerve(False), REFRACTORY), None),
        ((nerve(False), LAMBDA), None),
        ((vegf(100),), None),
    ],
)
def test_the_panel_opens_by_itself_where_the_rule_book_says(
    entries: tuple[object, ...], why: str | None
) -> None:
    opened = found(*entries).opened

    assert (None if opened is None else opened.code) == why


def test_the_blocks_are_those_of_the_tier() -> None:
    tier = found(POLYNEUROPATHY, *NO_MAJORS, EDEMA)

    assert dict(tier.blocks) == {
        "neuropathy": "yes",
        "clone": "unknown",
        "majors": "no",
        "minors": "yes",
    }


def test_every_input_stands_in_the_trace_by_its_own_id() -> None:
    shown = [x.id for x in found(*MET).criteria]

    assert shown[0] == "POEMS-DX"
    assert shown[1:12] == [
        *("POEMS-DX-PN", "POEMS-DX-CLONE", "POEMS-DX-CD", "POEMS-DX-BONE", "POEMS-DX-VEGF"),
        *("POEMS-DX-ORG", "POEMS-DX-EVO", "POEMS-DX-ENDO", "POEMS-DX-SKIN"),
        *("POEMS-DX-PAP", "POEMS-DX-CBC"),
    ]
    assert {"POEMS-DX-OTHER", "POEMS-CD", "POEMS-CD-VARIANT", "POEMS-CD-TAFRO"} < set(shown)


def test_with_every_answer_no_each_input_is_no() -> None:
    tier = found(nerve(False), *NO_CLONE, *NO_MAJORS, *NO_MINORS)

    assert {x.id for x in tier.criteria if x.state is not Truth.NOT_MET} == {"POEMS-DX-OTHER"}
    assert dict(tier.blocks) == dict.fromkeys(("neuropathy", "clone", "majors", "minors"), "no")


@pytest.mark.parametrize(
    ("code", "value", "rule"),
    [
        *((code, True, "POEMS-DX-ORG") for code in ("splenomegaly", "hepatomegaly")),
        ("lymphadenopathy", True, "POEMS-DX-ORG"),
        *((code, True, "POEMS-DX-EVO") for code in ("edema", "ascites", "pleural_effusion")),
        *((code, True, "POEMS-DX-CBC") for code in ("thrombocytosis", "polycythemia")),
        ("papilledema", True, "POEMS-DX-PAP"),
        ("castleman", "hyaline_vascular", "POEMS-DX-CD"),
        ("castleman", "unspecified", "POEMS-DX-CD"),
        ("bone_sclerotic", {"count": 1}, "POEMS-DX-BONE"),
        ("clubbing", True, "POEMS-DX-OTHER"),
        ("budd_chiari", True, "POEMS-DX-OTHER"),
    ],
)
def test_one_sign_is_enough_for_its_input(code: str, value: object, rule: str) -> None:
    assert answer(rule, POLYNEUROPATHY, finding(code, value)) == "yes"


def test_fluid_around_the_heart_is_told_and_not_counted() -> None:
    tier = found(POLYNEUROPATHY, finding("pericardial_effusion", True))

    assert part_of(tier, "POEMS-DX-EVO").state is Truth.UNKNOWN
    assert [x.code for x in tier.flags] == ["PERICARDIAL"]


def test_low_b12_is_kept_and_never_counts() -> None:
    b12 = result("vitamin_b12", 166, "pg/mL", low=232)

    tier = found(POLYNEUROPATHY, b12)

    assert part_of(tier, "POEMS-DX-OTHER").inputs[0].code == "vitamin_b12"
    assert dict(tier.blocks)["minors"] == "unknown"


@pytest.mark.parametrize(
    ("code", "word", "rule", "state"),
    [
        ("vegf_serum", "normal", "POEMS-DX-VEGF", "no"),
        ("vegf_plasma", "low", "POEMS-DX-VEGF", "no"),
        ("vegf_serum", "high", "POEMS-DX-VEGF", "unknown"),
        ("platelets", "high", "POEMS-DX-CBC", "yes"),
        ("hemoglobin", "high", "POEMS-DX-CBC", "yes"),
        ("platelets", "normal", "POEMS-DX-CBC", "unknown"),
        ("flc_ratio", "normal", "POEMS-CLONE-FLC", "no"),
        ("flc_ratio", "high", "POEMS-CLONE-FLC", "yes"),
        ("flc_ratio", "low", "POEMS-CLONE-FLC", "yes"),
    ],
)
def test_a_report_in_words_answers_the_limit_alone(
    code: str, word: str, rule: str, state: str
) -> None:
    assert answer(rule, POLYNEUROPATHY, words(code, word)) == state


def test_light_chains_without_a_ratio_say_nothing() -> None:
    only_kappa = result("flc_kappa", 400)

    assert answer("POEMS-CLONE-FLC", POLYNEUROPATHY, only_kappa) == "unknown"
    assert answer("POEMS-CLONE-FLC", POLYNEUROPATHY, *flc(400, 10)) == "yes"


def test_low_platelets_in_words_are_unusual() -> None:
    assert [x.code for x in found(*MET, words("platelets", "low")).unusual] == [
        "poems_atypical_platelets"
    ]


def test_platelets_lowered_by_treatment_are_not_unusual() -> None:
    low = result("platelets", 60, "10*9/L", on="2026-06-20")

    tier = found(*MET, given("Rd", "2026-06-10"), low)

    assert (tier.tier, tier.unusual) == ("confirmed", ())


def test_bands_of_the_recovery_do_not_type_the_clone() -> None:
    later = serum("IgG-kappa", on="2026-06-20")

    tier = found(*MET, given("Rd", "2026-06-10"), later)

    assert tier.tier == "confirmed"
    assert tier.flags == ()


def test_the_band_of_an_antibody_is_no_clone() -> None:
    antibody = given("D", "2026-05-01", "daratumumab")
    small = result("serum_m_protein", "0.1")

    assert answer("POEMS-DX-CLONE", POLYNEUROPATHY, antibody, serum("IgG-kappa"), small) == (
        "unknown"
    )
    assert answer("POEMS-DX-CLONE", POLYNEUROPATHY, antibody, LAMBDA) == "yes"


def test_a_yes_stays_and_a_later_no_does_not_undo_it() -> None:
    gone = [finding(x.code, False, "2026-06-20") for x in (EDEMA,)]

    tier = found(*MET, *gone, nerve(False, "2026-06-20"), serum(on="2026-06-20"))

    assert (tier.tier, tier.since, tier.settled) == ("confirmed", DAY, True)


def test_the_latest_no_before_treatment_decides_without_a_yes() -> None:
    early = vegf(700, "unspecified", on="2026-05-01")

    assert answer("POEMS-DX-VEGF", early, vegf(150, "unspecified")) == "no"


def test_poems_of_the_history_stays_met() -> None:
    tier = found(history("poems", "2021-03"), nerve(False))

    assert (tier.tier, tier.met, tier.since) == ("confirmed", Truth.MET, "2021-03")
    assert tier.settled
    assert part_of(tier, "POEMS-DX").note is not None


def test_poems_of_an_undated_history_has_no_first_day() -> None:
    assert found(history("poems", None)).since is None


def test_neuropathy_first_seen_after_a_harmful_drug_is_unknown_even_after_a_no() -> None:
    drug = given("VCd", "2026-02-01")
    early = nerve(False, "2026-01-01")

    assert answer("POEMS-DX-PN", early, drug, POLYNEUROPATHY) == "unknown"
    assert noted("POEMS-DX-PN", early, drug, POLYNEUROPATHY) == "poems_neuropathy_after_drug"
    assert answer("POEMS-DX-PN", nerve(True, "2026-01-01"), drug, POLYNEUROPATHY) == "yes"


@pytest.mark.parametrize(
    ("rule", "entries", "note"),
    [
        ("POEMS-DX-PN", (finding("numbness", True), NODE), "poems_numbness_alone"),
        ("POEMS-DX-PN", (NODE,), "missing"),
        ("POEMS-DX-PN", (finding("polyneuropathy", {"type": "axonal"}),), None),
        ("POEMS-DX-BONE", (NODE, finding("bone_lytic_ct", {"count": 1})), "poems_lytic_alone"),
        ("POEMS-DX-BONE", (NODE, finding("bone_lytic_ct", {"count": 0})), "missing"),
        ("POEMS-DX-VEGF", (vegf(900, "unspecified"),), "poems_specimen_unknown"),
        ("POEMS-DX-VEGF", (vegf(150, "plasma", 96),), "poems_vegf_above_limit"),
        ("POEMS-DX-VEGF", (vegf(90, "plasma", 96),), None),
        ("POEMS-DX-VEGF", (vegf(150), vegf(90, "plasma")), "FALLBACK_CUTOFF"),
        ("POEMS-DX-CLONE", (nerve(True),), "poems_clone_review"),
        ("POEMS-DX-ORG", (NODE, finding("splenomegaly", False)), "poems_signs_open"),
        ("POEMS-CLONE-PCT", (NODE,), "poems_no_lesion"),
        (
            "POEMS-DX-PAP",
            (NODE, given("Rd", "2025"), finding("papilledema", False)),
            "poems_only_after_treatment",
        ),
    ],
)
def test_the_trace_says_why(rule: str, entries: tuple[object, ...], note: str | None) -> None:
    assert noted(rule, *entries) == note


def test_castleman_disease_belongs_to_poems_once_it_is_met() -> None:
    assert found(*MET).castleman is Truth.MET
    assert found(POLYNEUROPATHY, LAMBDA, NODE).castleman is Truth.UNKNOWN


def test_an_attributed_organ_value_is_unusual() -> None:
    anemia = (result("hemoglobin", 8), finding("attribution_anemia", "clone"))

    tier = found(*MET, *anemia)

    assert tier.tier == "confirmed_atypical"
    assert [x.code for x in tier.unusual] == ["poems_atypical_crab"]


def test_kidneys_that_estimates_disagree_on_are_open_in_tafro() -> None:
    low = result("platelets", 90, "10*9/L")
    egfrs = (result("egfr", 50), result("egfr", 70), words("crp", "high"))

    assert found(NODE, low, *egfrs).tafro_suspected is Truth.UNKNOWN
    assert found(NODE, low, egfrs[0], egfrs[2]).tafro_suspected is Truth.MET
    spoken = Result(PartialDate(DAY), "egfr", interpretation=Interpretation.LOW)
    assert found(NODE, low, spoken, egfrs[2]).tafro_suspected is Truth.UNKNOWN


@pytest.mark.parametrize(
    ("entries", "first"),
    [
        ((POLYNEUROPATHY, NODE, EDEMA), "serum_immunofixation"),
        ((POLYNEUROPATHY, LAMBDA, EDEMA), "vegf_serum"),
        ((LAMBDA, EDEMA, SKIN), "polyneuropathy"),
        ((vegf(100, "plasma"),), "polyneuropathy"),
        ((POLYNEUROPATHY,), "serum_immunofixation"),
        ((POLYNEUROPATHY, *NO_CLONE, NODE, EDEMA), "serum_immunofixation"),
        ((nerve(False), *NO_CLONE, NODE, EDEMA, SKIN), "hhv8"),
        ((nerve(False), *NO_CLONE, NODE, EDEMA), "hhv8"),
        ((POLYNEUROPATHY, LAMBDA, *NO_MAJORS, EDEMA, SKIN), "vegf_serum"),
        ((*MET,), "pleural_effusion"),
    ],
)
def test_the_next_tests_begin_with_what_helps_most(entries: tuple[object, ...], first: str) -> None:
    assert found(*entries).next_tests[0] == first


def test_what_is_done_is_not_asked_again_and_a_lesion_asks_for_its_biopsy() -> None:
    done = (
        serum(),
        finding("urine_immunofixation", []),
        result("marrow_plasma_cells_flow", 0, "%"),
    )

    tests = found(POLYNEUROPATHY, NODE, EDEMA, *done, mass()).next_tests

    assert tests == ("flc_ratio", "marrow_ihc_kappa_lambda", "mass_clonal")


def test_nothing_is_asked_where_poems_is_not_supported() -> None:
    assert found(nerve(False), LAMBDA).next_tests == ()


def test_the_decision_of_the_tier_covers_every_tier_and_every_fact() -> None:
    worlds = truth_table("poems_tier")

    assert frozenset().union(*(x.outcome for x in worlds)) == set(tier_logic.TIERS)
    assert {fact for x in worlds for fact, _ in x.assumed} == set(tier_logic.VALUES)
    assert all(len(x.outcome) == 1 for x in worlds)


ANY = (
    *(*MET, *NO_CLONE, *NO_MAJORS, SKIN, REFRACTORY, mass(), vegf(900, "unspecified")),
    *(vegf(1300, on="2026-05-02"), given("VCd", "2026-05-10"), nerve(False, "2026-05-01")),
    *(serum("IgM-kappa", on="2026-06-10"), result("egfr", 50), result("flc_ratio", 2)),
)


@settings(max_examples=100, deadline=None)
@given_any(st.lists(st.sampled_from(ANY), unique_by=id), st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(entries: list[object], random: object) -> None:
    mixed = list(entries)
    random.shuffle(mixed)  # type: ignore[attr-defined]

    one, other = found(NODE, *entries), found(NODE, *mixed)

    assert one == other


@settings(max_examples=100, deadline=None)
@given_any(st.lists(st.sampled_from(ANY), unique_by=id))
def test_poems_once_met_stays_met_whatever_comes_later(entries: list[object]) -> None:
    early = [nerve(True, "2026-01"), serum("IgA-lambda", on="2026-01")]
    early += [finding("castleman", "mixed", "2026-01"), finding("edema", True, "2026-01")]

    tier = found(*early, *entries)

    assert (tier.met, tier.since) == (Truth.MET, "2026-01")
