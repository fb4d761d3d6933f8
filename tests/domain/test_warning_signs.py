"""Test AL-SUSPECT, IgM organ damage and the cuts of Waldenstrom."""

from __future__ import annotations

import pytest

from desktop_app.domain.record import Result
from desktop_app.domain.truth import Truth
from tests.domain.cases import (
    assessed,
    cause,
    codes,
    criterion,
    finding,
    gathered,
    labs,
    marrow,
    note_of,
    result,
    serum,
    words,
)

YES, NO, OPEN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
MGUS = (
    serum("IgG-kappa"),
    result("serum_m_protein", 1),
    result("flc_ratio", 1),
    marrow(5),
    labs(),
)


def suspected(*entries: object) -> bool:
    return gathered(*entries).amyloid.suspected


@pytest.mark.parametrize(
    "code",
    [
        "heart_failure_preserved_ef",
        "hepatomegaly",
        "autonomic_neuropathy",
        "carpal_tunnel_bilateral",
        "macroglossia",
        "periorbital_purpura",
        "constitutional_symptoms",
        "weight_loss",
    ],
)
def test_any_sign_bars_mgus(code: str) -> None:
    barred = assessed(*MGUS, finding(code, True)).diagnosis

    assert (barred.category, barred.status) == (None, "undetermined")
    assert "bar_amyloidosis" in codes(barred.notes)
    assert assessed(*MGUS, finding(code, False)).diagnosis.status == "confirmed"


def test_polyneuropathy_is_a_sign_if_it_is_present() -> None:
    assert suspected(finding("polyneuropathy", {"present": True}))
    assert not suspected(finding("polyneuropathy", {"present": False}))
    assert not suspected(finding("polyneuropathy", {"type": "axonal"}))


@pytest.mark.parametrize(
    ("code", "value", "unit", "sign"),
    [
        ("urine_protein_24h", "499", "mg/(24.h)", False),
        ("urine_protein_24h", "500", "mg/(24.h)", True),
        ("urine_protein_24h", "0.5", "g/(24.h)", True),
        ("upcr", "499", "mg/g", False),
        ("upcr", "500", "mg/g", True),
        ("upcr", "0.5", "g/g", True),
        ("nt_probnp", "332", "ng/L", False),
        ("nt_probnp", "333", "ng/L", True),
        ("nt_probnp", "333", "pg/mL", True),
        ("nt_probnp", ">332", "ng/L", True),
    ],
)
def test_laboratory_signs_at_their_cuts(code: str, value: str, unit: str, sign: bool) -> None:
    assert suspected(result(code, value, unit)) is sign


@pytest.mark.parametrize(
    ("entry", "sign"),
    [
        (result("troponin_t", "14", "ng/L", high=14), False),
        (result("troponin_t", "14.1", "ng/L", high=14), True),
        (result("troponin_i", "30", "ng/L", high=26), True),
        (result("troponin_t", "30", "ng/L"), False),
        (words("troponin_t", "high"), True),
        (words("troponin_t", "normal"), False),
        (result("alp", "150", high=100), False),
        (result("alp", "151", high=100), True),
        (result("alp", "900"), False),
        (words("alp", "high"), False),
    ],
)
def test_signs_against_the_limit_of_the_laboratory(entry: Result, sign: bool) -> None:
    assert suspected(entry) is sign


@pytest.mark.parametrize(
    ("uacr", "upcr", "unit", "sign"),
    [
        ("300", "600", "mg/g", False),
        ("301", "600", "mg/g", True),
        ("30", "600", "mg/g", False),
        (">30", "600", "mg/g", True),
        ("30", "100", "mg/mmol", False),
    ],
)
def test_protein_that_is_mostly_no_albumin_is_no_sign(
    uacr: str, upcr: str, unit: str, sign: bool
) -> None:
    assert suspected(result("uacr", uacr, unit), result("upcr", upcr, unit)) is sign


def test_a_kidney_biopsy_that_is_unrelated_explains_the_protein() -> None:
    protein = result("urine_protein_24h", 900)

    assert suspected(protein, finding("renal_biopsy", "c3g"))
    assert not suspected(protein, finding("renal_biopsy", "unrelated"))
    assert suspected(protein, result("uacr", 50))


@pytest.mark.parametrize(
    ("sign", "question"),
    [
        (result("nt_probnp", 900), "heart_failure_preserved_ef"),
        (result("troponin_t", 90, "ng/L", high=14), "heart_failure_preserved_ef"),
        (result("alp", 300, high=100), "hepatomegaly"),
    ],
)
def test_an_organ_found_well_clears_its_laboratory_sign(sign: Result, question: str) -> None:
    assert suspected(sign)
    assert not suspected(sign, finding(question, False))


def test_an_answer_yes_stands_although_another_of_the_same_day_says_no() -> None:
    both = (finding("macroglossia", True), finding("macroglossia", False))
    nerves = (
        finding("polyneuropathy", {"present": False}),
        finding("polyneuropathy", {"present": True}),
    )

    assert suspected(*both)
    assert suspected(*reversed(both))
    assert suspected(*nerves)


def test_a_later_no_takes_a_sign_back() -> None:
    assert not suspected(
        finding("macroglossia", True, on="2025-01-01"), finding("macroglossia", False)
    )


def test_none_recorded_is_read_as_not_suspected_and_the_trace_says_so() -> None:
    judged = gathered().amyloid.criterion

    assert judged.state is NO
    assert judged.note is not None
    assert judged.note.code == "al_signs_not_recorded"
    assert "macroglossia" in dict(judged.note.values)["codes"]


def test_what_was_asked_is_not_listed_as_not_recorded() -> None:
    judged = gathered(finding("macroglossia", False)).amyloid.criterion

    assert judged.note is not None
    assert "macroglossia" not in dict(judged.note.values)["codes"]


def test_nothing_is_listed_once_everything_was_asked() -> None:
    everything = [
        finding(code, False)
        for code in [
            "heart_failure_preserved_ef",
            "hepatomegaly",
            "autonomic_neuropathy",
            "carpal_tunnel_bilateral",
            "macroglossia",
            "periorbital_purpura",
            "constitutional_symptoms",
            "weight_loss",
        ]
    ]

    judged = gathered(*everything, finding("polyneuropathy", {"present": False})).amyloid

    assert note_of(judged.criterion) is None


@pytest.mark.parametrize("tissue", [finding("congo_red", True), finding("renal_biopsy", "al")])
def test_amyloid_in_tissue_is_critical(tissue: object) -> None:
    assessment = assessed(*MGUS, tissue)

    assert assessment.diagnosis.category is None
    assert ("AL-SUSPECT", "critical") in {(x.id, x.level) for x in assessment.alerts}
    assert assessment.follow_up.next_due is None
    assert "refer_amyloidosis" in codes(assessment.follow_up.reasons)


def test_a_sign_is_a_warning_and_refers_now() -> None:
    assessment = assessed(*MGUS, finding("macroglossia", True))

    assert ("AL-SUSPECT", "warning") in {(x.id, x.level) for x in assessment.alerts}
    assert assessment.follow_up.next_due is None
    assert assessment.follow_up.refer


def test_a_negative_congo_red_allows_presumption_at_best() -> None:
    assert assessed(*MGUS, finding("congo_red", False)).diagnosis.status == "presumed"


def test_a_negative_congo_red_says_nothing_where_there_is_no_precursor() -> None:
    nothing = (serum(), finding("urine_immunofixation", []), result("flc_ratio", 1), marrow(0))

    diagnosis = assessed(*nothing, *labs(), finding("congo_red", False)).diagnosis

    assert (diagnosis.category, diagnosis.status) == ("no_clone", "confirmed")


IGM = (serum("IgM-kappa"), labs())
NO_SIGNS = tuple(
    finding(code, False)
    for code in (
        "constitutional_symptoms",
        "hyperviscosity",
        "lymphadenopathy",
        "hepatomegaly",
        "splenomegaly",
    )
)


@pytest.mark.parametrize(
    ("m_protein", "unit", "percent", "category"),
    [
        ("2.9", "g/dL", 9, "mgus_igm"),
        ("3", "g/dL", 9, "smoldering_waldenstrom"),
        ("29", "g/L", 9, "mgus_igm"),
        ("30", "g/L", 9, "smoldering_waldenstrom"),
        ("2.9", "g/dL", 10, "smoldering_waldenstrom"),
    ],
)
def test_waldenstrom_at_its_cuts(m_protein: str, unit: str, percent: int, category: str) -> None:
    facts = (
        result("serum_m_protein", m_protein, unit),
        finding("lymphoplasmacytic_infiltration", percent),
    )

    diagnosis = assessed(*IGM, *NO_SIGNS, *facts).diagnosis

    assert (diagnosis.category, diagnosis.status) == (category, "confirmed")


@pytest.mark.parametrize(
    "sign", ["constitutional_symptoms", "hyperviscosity", "lymphadenopathy", "splenomegaly"]
)
def test_any_sign_of_an_igm_clone_suspects_waldenstrom(sign: str) -> None:
    facts = (result("serum_m_protein", 1), finding("lymphoplasmacytic_infiltration", 5))
    others = [x for x in NO_SIGNS if x.code != sign]

    assessment = assessed(*IGM, *facts, *others, finding(sign, True))

    assert assessment.diagnosis.category == "waldenstrom_suspected"
    assert assessment.diagnosis.status == "presumed"
    assert "refer_waldenstrom" in codes(assessment.follow_up.reasons)
    assert assessment.follow_up.next_due is None


@pytest.mark.parametrize(("answer", "state"), [("clone", YES), ("other", NO), ("unknown", OPEN)])
def test_anemia_of_an_igm_clone_is_organ_damage_if_attributed(answer: str, state: Truth) -> None:
    facts = (serum("IgM-kappa"), result("hemoglobin", 8), cause("anemia", answer), *NO_SIGNS)

    assert gathered(*facts).igm_damage.state is state


def test_an_igm_anemia_that_nobody_has_judged_refers_now() -> None:
    facts = (serum("IgM-kappa"), result("serum_m_protein", 1), labs(hemoglobin=8), NO_SIGNS)

    follow_up = assessed(*facts).follow_up

    assert follow_up.refer
    assert follow_up.next_due is None
    assert "refer_waldenstrom" in codes(follow_up.reasons)


def test_signs_that_were_not_recorded_are_named() -> None:
    judged = gathered(serum("IgM-kappa"), finding("hyperviscosity", False)).igm_damage

    assert judged.state is OPEN
    assert judged.note is not None
    assert "hyperviscosity" not in dict(judged.note.values)["codes"]
    assert "splenomegaly" in dict(judged.note.values)["codes"]


@pytest.mark.parametrize("value", [None, True])
def test_infiltration_that_is_no_number_is_unknown(value: object) -> None:
    entries = () if value is None else (finding("lymphoplasmacytic_infiltration", value),)

    assert gathered(*entries).lymphoplasmacytic is OPEN


@pytest.mark.parametrize(("cells", "state"), [("4.9", NO), ("5", YES), ("5.1", YES)])
def test_circulating_plasma_cells_at_their_cut(cells: str, state: Truth) -> None:
    assert gathered(result("circulating_plasma_cells", cells)).circulating.state is state


MGUS = (serum("IgG-kappa"), result("serum_m_protein", 1), result("flc_ratio", 1), marrow(5), labs())


@pytest.mark.parametrize(
    ("value", "state"),
    [
        (result("troponin_t", 2000, "ng/L"), Truth.UNKNOWN),
        (result("troponin_t", 14, "ng/L", high=14), Truth.NOT_MET),
        (words("troponin_t", "high"), Truth.MET),
        (words("troponin_t", "normal"), Truth.NOT_MET),
        (result("alp", 300, "U/L"), Truth.UNKNOWN),
        (words("alp", "high"), Truth.UNKNOWN),
        (words("alp", "normal"), Truth.NOT_MET),
        (words("nt_probnp", "high"), Truth.UNKNOWN),
        (words("nt_probnp", "low"), Truth.NOT_MET),
        (result("nt_probnp", ">300"), Truth.UNKNOWN),
        (result("nt_probnp", ">332"), Truth.MET),
        (result("upcr", ">400"), Truth.UNKNOWN),
        (words("upcr", "high"), Truth.UNKNOWN),
        (result("urine_protein_24h", ">400"), Truth.UNKNOWN),
    ],
)
def test_a_recorded_value_that_is_not_settled_is_unknown_and_never_no(
    value: Result, state: Truth
) -> None:
    assessment = assessed(*MGUS, value)

    sign = criterion(assessment, "AL-SUSPECT")
    assert sign.state is state
    status = {Truth.NOT_MET: "confirmed", Truth.UNKNOWN: "presumed", Truth.MET: "undetermined"}
    assert assessment.diagnosis.status == status[state]
    open_ = state is Truth.UNKNOWN
    assert ("al_value_unsettled" in codes(assessment.diagnosis.notes)) is open_
    assert ([x.code for x in sign.inputs] == [value.code]) is (state is not Truth.NOT_MET)


def test_an_unsettled_value_does_not_lower_what_is_no_precursor() -> None:
    none = (serum(), finding("urine_immunofixation", ()), result("flc_ratio", 1), labs())

    diagnosis = assessed(*none, marrow(0), result("alp", 300, "U/L")).diagnosis

    assert (diagnosis.category, diagnosis.status) == ("no_clone", "confirmed")
