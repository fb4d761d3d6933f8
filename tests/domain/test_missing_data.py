"""Test the missing-data table: what each gap allows to presume, and what it forbids."""

from __future__ import annotations

import pytest

from desktop_app.domain.conclusions import Diagnosis
from tests.domain.cases import (
    assessed,
    cause,
    codes,
    ct,
    finding,
    flc,
    history,
    labs,
    marrow,
    mri,
    plasmacytoma,
    result,
    serum,
)

IGG, IGA, IGM, KAPPA = serum("IgG-kappa"), serum("IgA-kappa"), serum("IgM-kappa"), serum("kappa")
CLEAR = (ct(), mri())
OPEN = (None, "undetermined")


def m(value: object) -> object:
    return result("serum_m_protein", value)


def ratio(value: object) -> object:
    return result("flc_ratio", value)


def named(*entries: object) -> tuple[str | None, str]:
    diagnosis = assessed(*entries).diagnosis
    return diagnosis.category, diagnosis.status


def row(diagnosis: Diagnosis) -> set[str]:
    """Give the row of the table that the diagnosis rests on."""
    return {code for code in codes(diagnosis.notes) if code.startswith(("MISS", "DX"))}


LOW_RISK = (IGG, m("1.4"), ratio(1), labs())


def test_low_risk_without_marrow_is_presumed() -> None:
    diagnosis = assessed(*LOW_RISK).diagnosis

    assert (diagnosis.category, diagnosis.status) == ("mgus_non_igm", "presumed")
    assert row(diagnosis) == {"MISS-MARROW-LOW"}
    assert "smm" in diagnosis.possible


@pytest.mark.parametrize("symptom", ["fatigue", "recurrent_infection", "numbness"])
def test_a_symptom_forbids_the_low_risk_presumption(symptom: str) -> None:
    assert named(*LOW_RISK, finding(symptom, True)) == OPEN
    assert named(*LOW_RISK, finding(symptom, False)) == ("mgus_non_igm", "presumed")


@pytest.mark.parametrize(
    "disturbance",
    [
        finding("bone_pain", True),
        mri(1),
        plasmacytoma(biopsied=False),
        finding("pet_focal_uptake_without_lysis", True),
        finding("macroglossia", True),
        finding("weight_loss", True),
        mri(2),
        (result("hemoglobin", 9, on="2026-06-02"), cause("anemia", "unknown")),
        result("creatinine", 3, on="2026-06-02"),
        ct(1),
    ],
)
@pytest.mark.parametrize(
    "facts",
    [
        LOW_RISK,
        (IGG, m(2), ratio(3), labs()),
        (IGG, m(2), ratio(3), marrow(5), labs()),
        (IGG, m(2), flc(50, 10), marrow(25), labs()),
        (IGM, m(2), labs()),
        (KAPPA, flc(40, 10), finding("urine_immunofixation", []), labs()),
    ],
)
def test_no_row_presumes_while_anything_disturbs(
    facts: tuple[object, ...], disturbance: object
) -> None:
    assert named(*facts)[1] == "presumed"
    assert named(*facts, disturbance)[1] != "presumed"


@pytest.mark.parametrize(
    "facts",
    [
        (IGG, m("1.5"), ratio(1)),
        (IGG, m("2.9"), ratio(1)),
        (IGA, m(1), ratio(1)),
        (IGG, m(1), ratio(3)),
        (IGG, m(1)),
    ],
)
def test_a_mayo_factor_that_is_met_or_unknown_presumes_and_asks_for_marrow(
    facts: tuple[object, ...],
) -> None:
    diagnosis = assessed(*facts, labs()).diagnosis

    assert (diagnosis.category, diagnosis.status) == ("mgus_non_igm", "presumed")
    assert row(diagnosis) == {"MISS-MARROW"}
    assert "smm" in diagnosis.possible


@pytest.mark.parametrize(
    ("isotype", "possible"),
    [
        (IGG, {"smm", "multiple_myeloma"}),
        (IGM, {"smoldering_waldenstrom", "waldenstrom_suspected"}),
    ],
)
def test_three_grams_are_undetermined_whatever_the_marrow(
    isotype: object, possible: set[str]
) -> None:
    diagnosis = assessed(isotype, m(3), ratio(1), labs()).diagnosis

    assert (diagnosis.category, diagnosis.status) == OPEN
    assert set(diagnosis.possible) == possible


@pytest.mark.parametrize(
    "facts", [(IGG, ratio(1)), (m(1), ratio(1)), (IGG, result("serum_m_protein", "<3.1"), ratio(1))]
)
def test_without_isotype_or_amount_nothing_is_presumed(facts: tuple[object, ...]) -> None:
    assert named(*facts, labs()) == OPEN


def test_igm_without_marrow_is_presumed_unless_a_sign_is_yes() -> None:
    facts = (IGM, m(2), labs())

    assert named(*facts) == ("mgus_igm", "presumed")
    assert named(*facts, finding("splenomegaly", False)) == ("mgus_igm", "presumed")
    assert named(*facts, finding("splenomegaly", True)) == ("waldenstrom_suspected", "presumed")


LIGHT = (KAPPA, labs())


@pytest.mark.parametrize(
    ("value", "band", "presumed"),
    [
        ("8", "kappa", True),
        ("8.1", "kappa", False),
        ("1.7", "kappa", True),
        ("0.125", "lambda", True),
        ("0.124", "lambda", False),
        (">8", "kappa", False),
    ],
)
def test_light_chains_without_marrow_are_presumed_up_to_eight(
    value: str, band: str, presumed: bool
) -> None:
    facts = (serum(band), labs(), ratio(value), result("urine_m_protein_24h", 100))

    expected = ("mgus_light_chain", "presumed") if presumed else OPEN

    assert named(*facts) == expected


@pytest.mark.parametrize(
    ("urine", "expected"),
    [
        ((), OPEN),
        (finding("urine_immunofixation", []), ("mgus_light_chain", "presumed")),
        (finding("urine_immunofixation", ["kappa"]), OPEN),
        (result("urine_m_protein_24h", 499), ("mgus_light_chain", "presumed")),
        (result("urine_m_protein_24h", 500), OPEN),
    ],
)
def test_light_chains_without_marrow_need_the_urine(
    urine: object, expected: tuple[str | None, str]
) -> None:
    assert named(KAPPA, labs(), ratio(5), urine) == expected


def test_without_imaging_a_marrow_below_ten_may_still_be_confirmed() -> None:
    facts = (IGG, m("2.5"), marrow(5), ratio(1), labs())

    assert named(*facts) == ("mgus_non_igm", "confirmed")


@pytest.mark.parametrize("cells", [10, 25, "59.9"])
def test_without_imaging_smouldering_myeloma_is_presumed_if_light_chains_are_known(
    cells: object,
) -> None:
    facts = (IGG, m("2.5"), marrow(cells), labs())

    assert named(*facts, flc(50, 10)) == ("smm", "presumed")
    assert named(*facts, flc(50, 10), ct()) == ("smm", "presumed")
    assert named(*facts, flc(50, 10), mri()) == ("smm", "presumed")
    assert named(*facts, flc(50, 10), CLEAR) == ("smm", "confirmed")
    assert named(*facts) == OPEN
    assert named(*facts, CLEAR) == OPEN


def test_without_imaging_light_chain_smouldering_myeloma_is_presumed() -> None:
    facts = (KAPPA, flc(50, 10), marrow(12), labs())

    assert named(*facts) == ("smm_light_chain", "presumed")
    assert row(assessed(*facts).diagnosis) == {"MISS-BONE"}


def test_an_x_ray_alone_never_confirms_smouldering_myeloma() -> None:
    xray = finding("bone_lytic_xray", {"count": 0})

    assert named(IGG, m(1), marrow(12), flc(50, 10), labs(), xray, mri())[1] == "presumed"


def test_missing_light_chains_leave_urine_to_decide() -> None:
    facts = (IGG, m(2), marrow(5), labs())

    assert named(*facts) == ("mgus_non_igm", "presumed")
    assert row(assessed(*facts).diagnosis) == {"MISS-URINE"}
    assert named(*facts, result("urine_m_protein_24h", 100)) == ("mgus_non_igm", "confirmed")


def test_missing_urine_with_an_abnormal_ratio_is_presumed_not_confirmed() -> None:
    facts = (IGG, m(2), marrow(5), ratio(3), labs())

    assert named(*facts) == ("mgus_non_igm", "presumed")
    assert named(*facts, finding("urine_immunofixation", [])) == ("mgus_non_igm", "confirmed")
    assert named(*facts, result("urine_m_protein_24h", 499)) == ("mgus_non_igm", "confirmed")
    assert named(*facts, result("urine_m_protein_24h", 500)) == ("smm", "confirmed")


def test_missing_urine_leaves_the_light_chain_path_open() -> None:
    assert named(KAPPA, flc(80, 10), marrow(5), labs()) == OPEN


@pytest.mark.parametrize("gap", ["hemoglobin", "calcium", "creatinine"])
@pytest.mark.parametrize(
    "facts",
    [
        (IGG, m(1), ratio(1), marrow(5), CLEAR),
        (IGG, m(1), flc(50, 10), marrow(15), CLEAR),
        (IGG, m(1), ratio(1)),
    ],
)
def test_a_missing_laboratory_value_leaves_the_class_of_the_clone_only(
    facts: tuple[object, ...], gap: str
) -> None:
    assert named(*facts, labs()) != OPEN
    assert named(*facts, labs(**{gap: None})) == OPEN
    assert "multiple_myeloma" in assessed(*facts, labs(**{gap: None})).diagnosis.possible


@pytest.mark.parametrize("answer", [None, "unknown"])
def test_a_missing_attribution_is_asked_for(answer: str | None) -> None:
    entries = (IGG, m(1), flc(50, 10), marrow(15), CLEAR, labs(hemoglobin=8))
    asked = () if answer is None else cause("anemia", answer)

    assessment = assessed(*entries, asked)

    assert (assessment.diagnosis.category, assessment.diagnosis.status) == OPEN
    assert set(assessment.diagnosis.possible) == {"smm", "multiple_myeloma"}
    assert "MISS-ATTR" in {alert.id for alert in assessment.alerts}
    assert assessment.missing[0].code == "attribution_anemia"


def test_nobody_calls_myeloma_of_the_history_possible() -> None:
    assessment = assessed(history("multiple_myeloma"), labs(hemoglobin=8))

    assert "MISS-ATTR" not in {alert.id for alert in assessment.alerts}


def test_flow_alone_below_ten_presumes_nothing() -> None:
    flow = result("marrow_plasma_cells_flow", 3)

    assert named(IGG, m(1), ratio(1), labs(), flow) == OPEN


PRECURSOR = (IGG, m(1), ratio(1), labs(hemoglobin=None))


def test_a_precursor_of_the_history_that_is_possible_is_presumed() -> None:
    diagnosis = assessed(*PRECURSOR, history("mgus_non_igm")).diagnosis

    assert named(*PRECURSOR) == OPEN
    assert (diagnosis.category, diagnosis.status) == ("mgus_non_igm", "presumed")
    assert row(diagnosis) == {"DX-TIME"}


@pytest.mark.parametrize(
    "disturbance",
    [
        result("hemoglobin", 8),
        (result("hemoglobin", 8), cause("anemia", "clone")),
        (result("calcium_corrected", 12, on="2026-06-02"), cause("calcium", "unknown")),
        mri(1),
        plasmacytoma(biopsied=False),
        finding("carpal_tunnel_bilateral", True),
        mri(2),
    ],
)
def test_a_disturbed_precursor_of_the_history_is_not_presumed(disturbance: object) -> None:
    assert named(*PRECURSOR, history("mgus_non_igm"), disturbance) == OPEN


def test_a_precursor_of_the_history_that_is_impossible_is_not_presumed() -> None:
    assert named(*PRECURSOR, history("mgus_igm")) == OPEN
    assert named(*PRECURSOR, history("no_clone")) == OPEN


@pytest.mark.parametrize(
    ("facts", "category"),
    [
        ((ratio(150),), None),
        ((ratio("99.6"),), "mgus_non_igm"),
        ((ratio(100), result("flc_kappa", 400)), None),
        ((ratio(150), result("flc_kappa", "99.9")), "mgus_non_igm"),
        ((ratio(90),), "mgus_non_igm"),
    ],
)
def test_a_ratio_of_a_hundred_without_its_chain_is_not_presumed_mgus(
    facts: tuple[object, ...], category: str | None
) -> None:
    assert named(IGG, m(1), labs(), *facts)[0] == category


def test_a_plasmacytoma_without_imaging_is_not_presumed_to_be_smouldering() -> None:
    facts = (IGG, marrow(15), flc(50, 10), labs())

    assert named(*facts) == ("smm", "presumed")
    assert named(*facts, plasmacytoma()) == OPEN


@pytest.mark.parametrize("disturbing", [plasmacytoma(), ratio(150)])
def test_history_does_not_presume_over_what_a_value_or_lesion_keeps_open(
    disturbing: object,
) -> None:
    assert named(history("smm"), IGG, marrow(12)) == ("smm", "presumed")
    assert named(history("smm"), IGG, marrow(12), disturbing) == OPEN


def test_a_far_ratio_beside_few_cells_asks_for_its_chain() -> None:
    assessment = assessed(IGG, m(1), marrow(5), ratio(150), labs())

    assert assessment.diagnosis.category is None
    assert "multiple_myeloma" in assessment.diagnosis.possible
    assert "flc_kappa" in {test.code for test in assessment.missing}
