"""Run the diagnosis tests of the rule book (precursor chapter, section 12)."""

from __future__ import annotations

import pytest

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Cytogenetic, EarlierDiagnosis
from tests.domain.cases import (
    assessed,
    cause,
    ct,
    finding,
    flc,
    labs,
    marrow,
    mri,
    plasmacytoma,
    result,
    serum,
)

CLEAR = (ct(), mri())
IGG = serum("IgG-kappa")
CONFIRMED, PRESUMED, OPEN = "confirmed", "presumed", "undetermined"
MM = "multiple_myeloma"
EVERY_CLONE = {
    "mgus_non_igm",
    "mgus_igm",
    "mgus_light_chain",
    "smm",
    "smm_light_chain",
    "smoldering_waldenstrom",
    "waldenstrom_suspected",
    MM,
}

ROWS = [
    ("m_protein_three", (IGG, result("serum_m_protein", "3.2"), labs()), None, OPEN, {"smm", MM}),
    (
        "attribution_unknown",
        (IGG, marrow(12), flc(50, 10), CLEAR, labs(hemoglobin=9), cause("anemia", "unknown")),
        None,
        OPEN,
        {"smm", MM},
    ),
    (
        "attribution_other",
        (IGG, marrow(12), flc(50, 10), CLEAR, labs(hemoglobin=9), cause("anemia", "other")),
        "smm",
        CONFIRMED,
        {"smm"},
    ),
    (
        "calcium_and_creatinine_missing",
        (IGG, marrow(15), flc(50, 10), CLEAR, labs(calcium=None, creatinine=None)),
        None,
        OPEN,
        {"smm", MM},
    ),
    (
        "imaging_missing",
        (IGG, marrow(25), result("serum_m_protein", "2.5"), flc(40, 1), labs()),
        "smm",
        PRESUMED,
        {"smm", MM},
    ),
    ("slim_light_chains", (IGG, marrow(25), flc(400, "2.6")), MM, CONFIRMED, {MM}),
    (
        "printed_ratio_rounds_across",
        (
            serum("lambda"),
            marrow(12),
            labs(),
            result("flc_ratio", "0.01"),
            result("flc_lambda", 150),
        ),
        None,
        OPEN,
        {"smm_light_chain", MM},
    ),
    (
        "both_chains_measured",
        (serum("lambda"), marrow(12), labs(), flc("2.1", 150), CLEAR),
        "smm_light_chain",
        CONFIRMED,
        {"smm_light_chain"},
    ),
    (
        "kidney_biopsy_beats_attribution",
        (
            IGG,
            marrow(15),
            flc(50, 10),
            CLEAR,
            labs(creatinine="3.5"),
            cause("renal", "clone"),
            finding("renal_biopsy", "midd"),
        ),
        "smm",
        CONFIRMED,
        {"smm"},
    ),
    (
        "nothing_but_iga",
        (serum("IgA-kappa"), result("serum_m_protein", "0.45")),
        None,
        OPEN,
        {"mgus_non_igm", "smm", MM},
    ),
    (
        "low_risk_without_marrow",
        (IGG, result("serum_m_protein", "1.0"), result("flc_ratio", 1), labs()),
        "mgus_non_igm",
        PRESUMED,
        {"mgus_non_igm", "smm", MM},
    ),
    (
        "urine_missing",
        (IGG, result("serum_m_protein", "2.5"), marrow(7), result("flc_ratio", 3), labs()),
        "mgus_non_igm",
        PRESUMED,
        {"mgus_non_igm", "smm"},
    ),
    (
        "urine_known",
        (
            IGG,
            result("serum_m_protein", "2.5"),
            marrow(7),
            result("flc_ratio", 3),
            labs(),
            result("urine_m_protein_24h", 100),
        ),
        "mgus_non_igm",
        CONFIRMED,
        {"mgus_non_igm"},
    ),
    (
        "no_immunofixation",
        (result("serum_m_protein", "0.4"), result("flc_ratio", 1), labs()),
        None,
        OPEN,
        EVERY_CLONE - {"mgus_light_chain", "smm_light_chain"},
    ),
    (
        "light_chain_without_immunofixation",
        (flc(180, 15), result("serum_m_protein", 0), labs()),
        None,
        OPEN,
        EVERY_CLONE,
    ),
    (
        "light_chain_urine_missing",
        (serum("kappa"), result("flc_ratio", 8), result("flc_kappa", 160), marrow(5), labs()),
        None,
        OPEN,
        {"mgus_light_chain", "smm_light_chain"},
    ),
    (
        "light_chain_urine_negative",
        (
            serum("kappa"),
            result("flc_ratio", 8),
            result("flc_kappa", 160),
            marrow(5),
            labs(),
            finding("urine_immunofixation", []),
        ),
        "mgus_light_chain",
        CONFIRMED,
        {"mgus_light_chain"},
    ),
    (
        "igm_signs_missing",
        (serum("IgM-kappa"), result("serum_m_protein", "2.0"), labs()),
        "mgus_igm",
        PRESUMED,
        {"mgus_igm", "smoldering_waldenstrom", "waldenstrom_suspected"},
    ),
    (
        "igm_three_with_anemia",
        (
            serum("IgM-kappa"),
            result("serum_m_protein", "3.5"),
            result("hemoglobin", 9),
            cause("anemia", "unknown"),
        ),
        None,
        OPEN,
        {"smoldering_waldenstrom", "waldenstrom_suspected"},
    ),
    (
        "igm_marrow_fifteen",
        (
            serum("IgM-kappa"),
            result("serum_m_protein", 1),
            marrow(15),
            result("hemoglobin", 9),
            cause("anemia", "clone"),
        ),
        None,
        OPEN,
        {"waldenstrom_suspected", MM},
    ),
    (
        "igm_myeloma_with_lysis",
        (
            serum("IgM-kappa"),
            result("serum_m_protein", 1),
            marrow(15),
            result("hemoglobin", 9),
            cause("anemia", "clone"),
            ct(3),
            cause("bone", "clone"),
        ),
        MM,
        CONFIRMED,
        {MM},
    ),
    (
        "plasmacytoma_elsewhere_not_imaged",
        (plasmacytoma(), marrow(8), result("flc_ratio", 1), labs()),
        None,
        OPEN,
        {"solitary_plasmacytoma_minimal_marrow", MM},
    ),
    (
        "plasmacytoma_else_clear",
        (plasmacytoma(), marrow(8), result("flc_ratio", 1), labs(), ct(1), mri(1)),
        "solitary_plasmacytoma_minimal_marrow",
        CONFIRMED,
        {"solitary_plasmacytoma_minimal_marrow"},
    ),
    (
        "event_without_clone",
        (
            IGG,
            result("serum_m_protein", 1),
            marrow(5),
            result("flc_ratio", 1),
            labs(hemoglobin="8.5"),
            cause("anemia", "clone"),
        ),
        None,
        OPEN,
        {"mgus_non_igm", MM},
    ),
    (
        "event_without_clone_imaged",
        (
            IGG,
            result("serum_m_protein", 1),
            marrow(5),
            result("flc_ratio", 1),
            labs(hemoglobin="8.5"),
            cause("anemia", "clone"),
            CLEAR,
        ),
        None,
        OPEN,
        {"mgus_non_igm", MM},
    ),
    (
        "non_secretory",
        (
            serum(),
            finding("urine_immunofixation", []),
            result("flc_ratio", 1),
            result("hemoglobin", 8),
            ct(3),
        ),
        None,
        OPEN,
        {"no_clone", "smm", MM},
    ),
    (
        "neuropathy",
        (
            IGG,
            result("serum_m_protein", 1),
            marrow(5),
            result("flc_ratio", 1),
            labs(),
            finding("polyneuropathy", {"present": True}),
        ),
        None,
        OPEN,
        {"mgus_non_igm", "poems"},
    ),
    (
        "circulating_cells",
        (result("circulating_plasma_cells", 6),),
        None,
        OPEN,
        {"primary_plasma_cell_leukemia"},
    ),
]


@pytest.mark.parametrize(
    ("facts", "category", "status", "possible"),
    [pytest.param(*row[1:], id=row[0]) for row in ROWS],
)
def test_diagnosis_of_the_rule_book(
    facts: tuple[object, ...], category: str | None, status: str, possible: set[str]
) -> None:
    diagnosis = assessed(*_flat(facts)).diagnosis

    assert (diagnosis.category, diagnosis.status) == (category, status)
    assert set(diagnosis.possible) == possible


def _flat(facts: tuple[object, ...]) -> list[object]:
    flat: list[object] = []
    for fact in facts:
        flat.extend(_flat(fact) if isinstance(fact, tuple) else [fact])
    return flat


def test_lone_iga_scores_one_to_two_if_it_is_mgus() -> None:
    score = assessed(serum("IgA-kappa"), result("serum_m_protein", "0.45")).mayo_mgus

    assert score.score_range == (1, 2)
    assert score.reason is not None
    assert score.reason.code == "valid_only_if_mgus"


def test_immunofixation_is_asked_first_for_light_chains_alone() -> None:
    missing = assessed(flc(180, 15), result("serum_m_protein", 0), *labs()).missing

    assert missing[0].code == "serum_immunofixation"


def test_event_without_clone_calls_the_specialist() -> None:
    assessment = assessed(IGG, marrow(5), labs(hemoglobin="8.5"), cause("anemia", "clone"))

    assert assessment.follow_up.refer
    assert assessment.follow_up.next_due is None
    assert "MM-DX" in {alert.id for alert in assessment.alerts}


def test_circulating_cells_alert_is_critical() -> None:
    alerts = assessed(result("circulating_plasma_cells", 6)).alerts

    assert [(alert.id, alert.level) for alert in alerts] == [("PCL-STOP", "critical")]


def test_circulating_cells_with_myeloma_is_leukemia() -> None:
    facts = (IGG, *marrow(70), result("circulating_plasma_cells", 20))

    primary = assessed(*facts).diagnosis
    secondary = assessed(
        *facts, EarlierDiagnosis("multiple_myeloma", PartialDate("2020"))
    ).diagnosis

    assert (primary.category, primary.status) == ("primary_plasma_cell_leukemia", CONFIRMED)
    assert (secondary.category, secondary.status) == ("secondary_plasma_cell_leukemia", CONFIRMED)


def test_settled_myeloma_stays_after_the_values_recover() -> None:
    then = (result("marrow_plasma_cells", 70, on="2024-01-01"),)
    now = (result("marrow_plasma_cells", 2, on="2026-01-01"), *labs())

    diagnosis = assessed(IGG, *then, *now).diagnosis

    assert (diagnosis.category, diagnosis.status) == (MM, CONFIRMED)


def test_smouldering_myeloma_does_not_step_down() -> None:
    history = EarlierDiagnosis("smm", PartialDate("2020"))
    facts = (IGG, result("serum_m_protein", 1), *marrow(5), result("flc_ratio", 1), *labs())

    diagnosis = assessed(history, *facts).diagnosis

    assert (diagnosis.category, diagnosis.status) == ("smm", PRESUMED)
    assert "does_not_step_down" in {note.code for note in diagnosis.notes}


def test_translocation_makes_igm_myeloma() -> None:
    facts = (
        serum("IgM-kappa"),
        *marrow(15),
        result("hemoglobin", 9),
        cause("anemia", "clone"),
        Cytogenetic(PartialDate("2026-05"), "t(11;14)", detected=True),
    )

    assert assessed(*facts).diagnosis.category == MM
