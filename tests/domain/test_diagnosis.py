"""Test the diagnosis beside the table of the rule book: cuts, order, no clone, conflicts."""

from __future__ import annotations

import pytest

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Cytogenetic
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
    words,
)

MM = "multiple_myeloma"
IGG, IGM, KAPPA = serum("IgG-kappa"), serum("IgM-kappa"), serum("kappa")
NO_URINE_BAND = finding("urine_immunofixation", [])
CLEAR = (ct(), mri())


def m(value: object, unit: str = "g/dL") -> object:
    return result("serum_m_protein", value, unit)


def ratio(value: object) -> object:
    return result("flc_ratio", value)


def named(*entries: object) -> tuple[str | None, str]:
    diagnosis = assessed(*entries).diagnosis
    return diagnosis.category, diagnosis.status


def possible(*entries: object) -> set[str]:
    return set(assessed(*entries).diagnosis.possible)


@pytest.mark.parametrize(
    ("value", "unit", "category"),
    [
        ("2.9", "g/dL", "mgus_non_igm"),
        ("3", "g/dL", "smm"),
        ("29", "g/L", "mgus_non_igm"),
        ("30", "g/L", "smm"),
        ("0", "g/dL", "mgus_non_igm"),
    ],
)
@pytest.mark.parametrize("band", ["IgG-kappa", "IgA-lambda", "IgD-kappa", "IgE-kappa"])
def test_smouldering_myeloma_by_m_protein(value: str, unit: str, category: str, band: str) -> None:
    facts = (serum(band), m(value, unit), ratio(1), marrow(5), labs())

    assert named(*facts) == (category, "confirmed")


@pytest.mark.parametrize(
    ("value", "unit", "heavy", "light"),
    [
        ("499", "mg/(24.h)", "mgus_non_igm", "mgus_light_chain"),
        ("500", "mg/(24.h)", "smm", "smm_light_chain"),
        ("0.5", "g/(24.h)", "smm", "smm_light_chain"),
    ],
)
def test_smouldering_myeloma_by_urine(value: str, unit: str, heavy: str, light: str) -> None:
    urine = result("urine_m_protein_24h", value, unit)

    assert named(IGG, m(1), marrow(5), flc(30, 10), labs(), urine) == (heavy, "confirmed")
    assert named(KAPPA, marrow(5), flc(30, 10), labs(), urine) == (light, "confirmed")


@pytest.mark.parametrize(
    ("cells", "category"),
    [("9.9", "mgus_non_igm"), ("10", "smm"), ("59.9", "smm"), ("60", MM)],
)
def test_smouldering_myeloma_by_marrow(cells: str, category: str) -> None:
    facts = (IGG, m(1), marrow(cells), flc(15, 10), labs(), CLEAR)

    assert named(*facts) == (category, "confirmed")


NEGATIVE = (serum(), NO_URINE_BAND, ratio(1), labs(), marrow(0))


def test_no_clone_needs_both_immunofixations_and_a_normal_ratio() -> None:
    assert named(*NEGATIVE) == ("no_clone", "confirmed")
    assert named(serum(), ratio(1), labs(), marrow(0)) == (None, "undetermined")
    assert named(serum(), NO_URINE_BAND, labs(), marrow(0)) == (None, "undetermined")
    assert named(NO_URINE_BAND, ratio(1), labs(), marrow(0)) == (None, "undetermined")


@pytest.mark.parametrize(
    "sign",
    [
        result("hemoglobin", 8, on="2026-06-02"),
        (result("hemoglobin", 8, on="2026-06-02"), cause("anemia", "unknown", on="2026-06-02")),
        (result("creatinine", 3, on="2026-06-02"), cause("renal", "clone", on="2026-06-02")),
        ct(2),
        (ct(2), cause("bone", "other")),
        finding("macroglossia", True),
        finding("congo_red", True),
        finding("renal_biopsy", "midd"),
        finding("renal_biopsy", "cast_nephropathy"),
        finding("hematuria", True),
        result("urine_protein_24h", 501),
    ],
)
def test_an_organ_sign_forbids_no_clone_and_keeps_non_secretory_myeloma_possible(
    sign: object,
) -> None:
    assert named(*NEGATIVE, sign) == (None, "undetermined")
    assert MM in possible(*NEGATIVE, sign)
    assert "no_clone" in possible(*NEGATIVE, sign)


@pytest.mark.parametrize(
    "harmless",
    [
        (result("hemoglobin", 8, on="2026-06-02"), cause("anemia", "other", on="2026-06-02")),
        finding("hematuria", False),
        finding("renal_biopsy", "unrelated"),
        finding("macroglossia", False),
    ],
)
def test_what_has_another_cause_does_not_forbid_no_clone(harmless: object) -> None:
    assert named(*NEGATIVE, harmless) == ("no_clone", "confirmed")


def test_clonal_cells_below_ten_without_a_band_have_no_name() -> None:
    facts = (serum(), NO_URINE_BAND, ratio(1), labs(), marrow(5))

    assert named(*facts) == (None, "undetermined")
    assert "no_clone" not in possible(*facts)


def test_a_negative_immunofixation_with_an_m_protein_is_a_conflict() -> None:
    assessment = assessed(*NEGATIVE, m("0.5"))

    assert (assessment.diagnosis.category, assessment.diagnosis.status) == (None, "undetermined")
    assert "bar_band_conflict" in codes(assessment.diagnosis.notes)
    assert "DX-NOCLONE" in {alert.id for alert in assessment.alerts}
    assert named(*NEGATIVE, m("0")) == ("no_clone", "confirmed")


def test_a_urine_light_chain_with_a_normal_ratio_is_repeated() -> None:
    urine = finding("urine_immunofixation", ["kappa"])
    facts = (urine, ratio(1), marrow(5), labs())

    assessment = assessed(KAPPA, *facts)

    assert (assessment.diagnosis.category, assessment.diagnosis.status) == (None, "undetermined")
    assert "bar_light_chain_ratio_normal" in codes(assessment.diagnosis.notes)
    assert "MGUS-LC-DX" in {alert.id for alert in assessment.alerts}
    # Beside a heavy chain it belongs to that clone.
    assert named(IGG, m(1), *facts) == ("mgus_non_igm", "confirmed")


@pytest.mark.parametrize(
    ("value", "egfr", "possible_names"),
    [
        ("0.25", 59, {"mgus_light_chain"}),
        ("3.10", 59, {"no_clone", "mgus_light_chain"}),
        ("3.11", 59, {"mgus_light_chain"}),
        ("3.10", 60, {"mgus_light_chain"}),
    ],
)
def test_in_kidney_disease_a_slightly_abnormal_ratio_is_not_taken_as_a_clone(
    value: str, egfr: int, possible_names: set[str]
) -> None:
    chain = result("flc_lambda" if value == "0.25" else "flc_kappa", 90)
    facts = (serum(), NO_URINE_BAND, marrow(0), labs(), result("egfr", egfr), ratio(value), chain)

    assert possible(*facts) == possible_names


@pytest.mark.parametrize(
    ("chain", "possible_names"),
    [
        (None, {"no_clone", "mgus_light_chain"}),
        (result("flc_kappa", "19.4"), {"no_clone", "mgus_light_chain"}),
        (result("flc_kappa", "19.5"), {"mgus_light_chain"}),
        (words("flc_kappa", "high"), {"mgus_light_chain"}),
        (words("flc_kappa", "normal"), {"no_clone", "mgus_light_chain"}),
    ],
)
def test_an_abnormal_ratio_alone_is_a_clone_only_with_its_chain_above_the_range(
    chain: object, possible_names: set[str]
) -> None:
    facts = (serum(), NO_URINE_BAND, marrow(0), labs(), ratio("2.5"))

    assert possible(*facts, *([] if chain is None else [chain])) == possible_names


@pytest.mark.parametrize(
    ("cells", "possible_names", "noted"),
    [
        ((result("marrow_plasma_cells", 0),), {"no_clone"}, False),
        ((result("marrow_plasma_cells", 3),), {"no_clone", "mgus_non_igm"}, True),
        ((marrow(3),), {"mgus_non_igm"}, True),
        ((), {"no_clone", "smm", "multiple_myeloma"}, False),
    ],
)
def test_a_negative_screen_with_a_few_plasma_cells_is_left_to_the_haematologist(
    cells: tuple[object, ...], possible_names: set[str], noted: bool
) -> None:
    diagnosis = assessed(serum(), NO_URINE_BAND, ratio(1), m(0), labs(), *cells).diagnosis

    assert set(diagnosis.possible) == possible_names
    assert ("bar_cells_without_protein" in codes(diagnosis.notes)) is noted
    assert (diagnosis.status == "confirmed") is (possible_names == {"no_clone"})


def test_a_light_chain_on_immunofixation_is_a_clone_whatever_the_kidney() -> None:
    facts = (KAPPA, NO_URINE_BAND, marrow(0), labs(), result("egfr", 40), ratio("2.5"))

    assert named(*facts) == ("mgus_light_chain", "confirmed")


@pytest.mark.parametrize(
    ("kappa", "lambda_", "high", "possible_names"),
    [
        ("19.4", "9", None, {"no_clone", "mgus_light_chain"}),
        ("19.5", "9", None, {"mgus_light_chain"}),
        ("5", "26.3", None, {"no_clone", "mgus_light_chain"}),
        ("5", "26.4", None, {"mgus_light_chain"}),
        ("22", "9", "25", {"no_clone", "mgus_light_chain"}),
        ("18", "9", "17", {"mgus_light_chain"}),
    ],
)
def test_an_abnormal_ratio_whose_chain_is_not_raised_does_not_prove_a_clone(
    kappa: str, lambda_: str, high: str | None, possible_names: set[str]
) -> None:
    chains = (result("flc_kappa", kappa, high=high), result("flc_lambda", lambda_))

    assert possible(serum(), NO_URINE_BAND, marrow(0), labs(), *chains) == possible_names


def test_igm_with_another_class_follows_the_other_and_says_so() -> None:
    facts = (serum("IgG-kappa", "IgM-kappa"), m(1), ratio(1), marrow(5), labs())

    assert named(*facts) == ("mgus_non_igm", "confirmed")
    assert ("DX-ORDER", "info") in {(x.id, x.level) for x in assessed(*facts).alerts}


@pytest.mark.parametrize(
    ("extra", "names"),
    [
        ((), {"waldenstrom_suspected", MM}),
        (Cytogenetic(PartialDate("2026-05"), "t(11;14)", detected=True), {MM}),
        ((ct(1), cause("bone", "clone")), {MM}),
    ],
)
def test_igm_myeloma_needs_lysis_or_the_translocation(extra: object, names: set[str]) -> None:
    facts = (IGM, m(1), marrow(15), labs(hemoglobin=9), cause("anemia", "clone"))

    assert possible(*facts, extra) == names


def test_a_plasmacytoma_without_immunofixation_and_an_event_is_myeloma() -> None:
    facts = (plasmacytoma(), labs(hemoglobin=8), cause("anemia", "clone"))

    assert possible(*facts) >= {MM}
    assert named(IGG, *facts) == (MM, "confirmed")


def test_an_igm_plasmacytoma_with_an_event_leaves_both() -> None:
    facts = (IGM, plasmacytoma(), ct(2), marrow(2), labs())

    assert possible(*facts) == {"waldenstrom_suspected", MM}


def test_neuropathy_with_myeloma_warns_of_poems() -> None:
    assessment = assessed(IGG, marrow(70), finding("polyneuropathy", {"present": True}))

    assert assessment.diagnosis.category == MM
    assert "POEMS-CATEGORY" in {alert.id for alert in assessment.alerts}


def test_the_trace_names_the_igm_arm_only_where_igm_is_possible() -> None:
    def ids(*entries: object) -> set[str]:
        return {x.id for x in assessed(*entries).diagnosis.criteria}

    assert "MGUS-IGM-DX-ORGAN" in ids(IGM)
    assert "MGUS-IGM-DX-ORGAN" not in ids(IGG)
    assert {"MM-DX", "SMM-DX-M", "SMM-DX-URINE", "PCL-STOP", "AL-SUSPECT"} <= ids(IGG)


def test_nothing_recorded_leaves_every_clone_and_none() -> None:
    diagnosis = assessed().diagnosis

    assert (diagnosis.category, diagnosis.status) == (None, "undetermined")
    assert {"no_clone", "mgus_non_igm", "smm", MM} <= set(diagnosis.possible)


def test_categories_are_listed_in_one_order() -> None:
    listed = assessed().diagnosis.possible

    assert listed.index("mgus_non_igm") < listed.index("smm") < listed.index(MM)
    assert len(set(listed)) == len(listed)


@pytest.mark.parametrize("value", ["normal", "high"])
def test_an_m_protein_in_words(value: str) -> None:

    facts = (IGG, words("serum_m_protein", value), ratio(1), marrow(5), labs())

    assert (named(*facts) == ("mgus_non_igm", "confirmed")) is (value == "normal")


def test_ledger_entries_that_touch_the_patient() -> None:
    low = assessed(IGG, m(1), ratio(1), labs())
    smm = assessed(IGG, m(1), flc(50, 10), marrow(12), labs(), CLEAR)
    high = assessed(serum("IgA-kappa"), m("1.6"), ratio(3), labs())
    middle = assessed(serum("IgA-kappa"), m("1"), ratio(1), labs(hemoglobin="10.5"))

    assert {"C-MGUS-RATE", "C-ISOTYPE", "C-LOWRISK-SHARE"} <= set(low.conflicts)
    assert {"C-SMM-ROW", "C-FU-SMM"} <= set(smm.conflicts)
    assert "C-MGUS-HIGH" in high.conflicts
    assert {"C-MGUS-MARROW", "C-CRAB-HB"} <= set(middle.conflicts)
    assert assessed(history(MM)).conflicts == ()
