"""Test DX-TIME and PCL-STOP: what stays settled, what does not step down, what is old."""

from __future__ import annotations

import pytest

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Treatment
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
    result,
    serum,
)

MM = "multiple_myeloma"
PRIMARY, SECONDARY = "primary_plasma_cell_leukemia", "secondary_plasma_cell_leukemia"
IGG = serum("IgG-kappa")
CLEAR = (ct(), mri())
NEGATIVE = (
    serum(),
    finding("urine_immunofixation", []),
    result("flc_ratio", 1),
    marrow(0),
    labs(),
)


def named(*entries: object, as_of: str = "2026-06-30") -> tuple[str | None, str]:
    diagnosis = assessed(*entries, as_of=as_of).diagnosis
    return diagnosis.category, diagnosis.status


def smear(percent: object, on: str = "2026-06-01") -> object:
    return result("circulating_plasma_cells", percent, on=on)


@pytest.mark.parametrize(
    "then",
    [
        (result("marrow_plasma_cells", 70, on="2024-01-01"),),
        (
            result("marrow_plasma_cells", 15, on="2024-01-01"),
            result("hemoglobin", 8, on="2024-01-02"),
            cause("anemia", "clone", on="2024-02-01"),
        ),
        (
            result("marrow_plasma_cells", 15, on="2024-01-01"),
            result("flc_kappa", 400, on="2024-01-01"),
            result("flc_lambda", 2, on="2024-01-01"),
        ),
        (
            result("marrow_plasma_cells", 15, on="2024-01-01"),
            finding("mri_focal_lesions", {"count": 3, "extent": "whole_body"}, on="2024-03"),
        ),
    ],
)
def test_myeloma_that_was_certain_once_stays(then: tuple[object, ...]) -> None:
    now = (IGG, marrow(2), result("serum_m_protein", "0.2"), flc(10, 10), labs(), CLEAR)

    assert named(*now)[0] == "mgus_non_igm"
    assert named(*now, *then) == (MM, "confirmed")
    assert "settled_earlier" in codes(assessed(*now, *then).diagnosis.notes)


def test_no_model_of_smouldering_disease_scores_a_myeloma_that_responded() -> None:
    then = (result("marrow_plasma_cells", 70, on="2024-01-01"),)
    now = (IGG, marrow(15), result("serum_m_protein", 1), flc(10, 10), labs(), CLEAR)
    assert assessed(*now).mayo_20_2_20.applicable

    made = assessed(*now, *then)

    assert made.diagnosis.category == MM
    assert not made.mayo_20_2_20.applicable
    assert made.other_models == ()


def test_nothing_is_asked_for_a_diagnosis_that_earlier_values_settled() -> None:
    then = (result("marrow_plasma_cells", 70, on="2024-01-01"),)
    now = (IGG, marrow(2), result("serum_m_protein", "0.2"), labs())

    open_ = assessed(*now).missing
    settled = assessed(*now, *then).missing

    assert any("diagnosis" in each.settles for each in open_)
    assert not any("diagnosis" in each.settles for each in settled)


def test_the_class_of_the_clone_may_become_known_later_but_not_undo_the_myeloma() -> None:
    cells = result("marrow_plasma_cells", 70, on="2024-01-01")
    first = finding("serum_immunofixation", ["IgG-kappa"], on="2024-02-01")
    then = finding("serum_immunofixation", ["IgM-kappa"], on="2026-01-01")

    assert named(cells) == (None, "undetermined")
    assert named(cells, first) == (MM, "confirmed")
    assert named(cells, first, then) == (MM, "confirmed")


def test_values_of_different_days_that_never_stood_together_settle_nothing() -> None:
    cells = result("marrow_plasma_cells", 15, on="2024-01-01")
    now = (IGG, result("serum_m_protein", 1), marrow(5), flc(10, 10), CLEAR)

    diagnosis = assessed(*now, cells, labs(hemoglobin=8), cause("anemia", "clone")).diagnosis

    assert diagnosis.category is None


def test_a_later_value_is_not_used_before_its_day() -> None:
    facts = (
        finding("serum_immunofixation", ["IgG-kappa"], on="2025-01-01"),
        result("serum_m_protein", 1, on="2025-01-01"),
        result("marrow_plasma_cells", 70, on="2026-01-01"),
    )

    assert named(*facts, as_of="2025-12-31")[0] is None
    assert named(*facts, as_of="2026-01-01") == (MM, "confirmed")


@pytest.mark.parametrize(
    ("diagnosis", "category"),
    [(MM, MM), (PRIMARY, PRIMARY), (SECONDARY, SECONDARY), ("poems", "poems")],
)
@pytest.mark.parametrize("on", ["2020", None])
def test_a_malignancy_of_the_history_stays(diagnosis: str, category: str, on: str | None) -> None:
    # A kappa clone would make POEMS atypical, which is never confirmed.
    band = finding("serum_immunofixation", ["IgG-lambda"])
    clean = (band, result("serum_m_protein", "0.5"), marrow(2), result("flc_ratio", 1), labs())

    assert named(history(diagnosis, on), *clean) == (category, "confirmed")
    assert named(history(diagnosis, on), *NEGATIVE) == (category, "confirmed")


def test_a_diagnosis_dated_later_is_not_history_yet() -> None:
    known = history(MM, "2026-01")
    early = result("serum_m_protein", 1, on="2025-01-01")

    assert named(known, early, as_of="2025-12-31")[0] is None
    assert named(known, early, as_of="2026-01-15") == (MM, "confirmed")


def test_circulating_cells_after_myeloma_stay_a_malignancy_when_all_else_is_negative() -> None:
    assert named(*NEGATIVE, smear(6))[0] == "no_clone"
    assert named(*NEGATIVE, smear(6), history(MM)) == (SECONDARY, "confirmed")


MYELOMA = (IGG, result("marrow_plasma_cells", 70, on="2024-01-01"))


@pytest.mark.parametrize(
    ("facts", "category"),
    [
        ((*MYELOMA, smear("4.9")), MM),
        ((IGG, marrow(70), smear(5)), PRIMARY),
        ((*MYELOMA, smear(5, on="2024-01-01")), PRIMARY),
        ((*MYELOMA, smear(5)), SECONDARY),
        # A clean smear before the myeloma does not make the leukaemia primary.
        ((*MYELOMA, smear(0, on="2023-01-01"), smear(20)), SECONDARY),
        ((IGG, marrow(70), smear(20), history(MM)), SECONDARY),
        ((IGG, marrow(70), smear(20), history(SECONDARY)), SECONDARY),
        ((IGG, marrow(70), smear(20), Treatment("VRd", PartialDate("2025-01"))), SECONDARY),
        ((IGG, marrow(70), smear(20), Treatment("VRd", PartialDate("2026-06-02"))), PRIMARY),
    ],
)
def test_leukemia_is_secondary_if_myeloma_was_known_before(
    facts: tuple[object, ...], category: str
) -> None:
    assert named(*facts) == (category, "confirmed")


def test_leukemia_that_was_certain_once_stays_after_the_smear_has_cleared() -> None:
    then = (result("marrow_plasma_cells", 70, on="2024-01-01"), smear(20, on="2024-01-01"))

    assert named(IGG, *then, smear(0)) == (PRIMARY, "confirmed")
    assert named(*MYELOMA, smear(20, on="2025-01-01"), smear(0)) == (SECONDARY, "confirmed")


@pytest.mark.parametrize("answer", ["unknown", "clone"])
def test_circulating_cells_without_certain_myeloma_are_undetermined(answer: str) -> None:
    facts = (IGG, result("serum_m_protein", 1), labs(hemoglobin=8), cause("anemia", answer))

    assessment = assessed(*facts, smear(6))

    assert (assessment.diagnosis.category, assessment.diagnosis.status) == (None, "undetermined")
    assert assessment.diagnosis.possible == (PRIMARY,)
    assert ("PCL-STOP", "critical") in {(x.id, x.level) for x in assessment.alerts}


def test_without_any_clone_circulating_cells_are_an_alert_only() -> None:
    assessment = assessed(*NEGATIVE, smear(6))

    assert assessment.diagnosis.possible == ("no_clone",)
    assert ("PCL-STOP", "critical") in {(x.id, x.level) for x in assessment.alerts}


@pytest.mark.parametrize(
    ("lighter", "heavier", "facts"),
    [
        (
            "mgus_non_igm",
            "smm",
            (IGG, result("serum_m_protein", 1), marrow(5), result("flc_ratio", 1)),
        ),
        (
            "mgus_light_chain",
            "smm_light_chain",
            (serum("kappa"), flc(40, 10), marrow(5), finding("urine_immunofixation", [])),
        ),
    ],
)
def test_a_precursor_does_not_step_down_below_its_cut(
    lighter: str, heavier: str, facts: tuple[object, ...]
) -> None:
    diagnosis = assessed(history(heavier), *facts, labs()).diagnosis

    assert named(*facts, labs()) == (lighter, "confirmed")
    assert diagnosis.category == heavier
    assert diagnosis.possible == (heavier,)
    assert "does_not_step_down" in codes(diagnosis.notes)


@pytest.mark.parametrize(
    ("then", "category"),
    [
        (result("serum_m_protein", "3.1", on="2024-01-01"), "smm"),
        (result("serum_m_protein", "2.9", on="2024-01-01"), "mgus_non_igm"),
        (result("marrow_plasma_cells", 12, on="2024-01-01"), "smm"),
        (result("urine_m_protein_24h", 600, on="2024-01-01"), "smm"),
    ],
)
def test_smouldering_myeloma_that_was_certain_once_does_not_step_down(
    then: object, category: str
) -> None:
    day = "2024-01-01"
    start = (
        finding("serum_immunofixation", ["IgG-kappa"], on=day),
        result("marrow_plasma_cells", 5, on="2023-01-01"),
        result("flc_ratio", 1, on=day),
        *(result(x.code, x.value, on=day) for x in labs()),
        finding("bone_lytic_ct", {"count": 0}, on=day),
        finding("mri_focal_lesions", {"count": 0, "extent": "whole_body"}, on=day),
    )
    now = (IGG, result("serum_m_protein", "2.8"), marrow(5), result("flc_ratio", 1), labs())
    urine = result("urine_m_protein_24h", 100)

    diagnosis = assessed(*start, then, *now, urine).diagnosis

    assert diagnosis.category == category
    assert ("does_not_step_down" in codes(diagnosis.notes)) is (category == "smm")


def test_a_precursor_may_step_up() -> None:
    facts = (IGG, result("serum_m_protein", "3.2"), flc(50, 10), marrow(12), labs(), CLEAR)

    diagnosis = assessed(history("mgus_non_igm"), *facts).diagnosis

    assert (diagnosis.category, diagnosis.status) == ("smm", "confirmed")
    assert "does_not_step_down" not in codes(diagnosis.notes)


@pytest.mark.parametrize(
    ("on", "old"),
    [("2025-06-30", False), ("2025-06-29", True), ("2025-06", False), ("2020", True)],
)
def test_a_value_older_than_twelve_months_is_used_and_flagged(on: str, old: bool) -> None:
    assessment = assessed(IGG, result("serum_m_protein", 1, on=on), result("flc_ratio", 1))

    notes = {(x.code, dict(x.values).get("code")) for x in assessment.quality}
    assert (("old_value", "serum_m_protein") in notes) is old
    assert assessment.mayo_mgus.group == "low"


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (result("marrow_plasma_cells", 5, on="2020-01-01"), "marrow_plasma_cells"),
        (result("flc_kappa", 5, on="2020-01-01"), "flc_kappa"),
        (result("urine_m_protein_24h", 5, on="2020-01-01"), "urine_m_protein_24h"),
        (result("hemoglobin", 13, on="2020-01-01"), "hemoglobin"),
        (result("egfr", 60, on="2020-01-01"), "egfr"),
        (finding("serum_immunofixation", ["IgG-kappa"], on="2020-01-01"), "serum_immunofixation"),
        (finding("bone_lytic_ct", {"count": 0}, on="2020-01-01"), "bone_lytic_ct"),
    ],
)
def test_every_old_input_is_named(entry: object, code: str) -> None:
    quality = assessed(entry, result("weight", 60)).quality

    assert [dict(x.values)["code"] for x in quality if x.code == "old_value"] == [code]


def test_a_replaced_old_value_is_not_flagged() -> None:
    old, new = result("hemoglobin", 13, on="2020-01-01"), result("hemoglobin", 13)

    assert assessed(old, new).quality == ()
