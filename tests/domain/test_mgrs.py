"""Test the kidney prompt: where it applies, what a biopsy settles, and what is said of it."""

from __future__ import annotations

import pytest

from desktop_app.domain.conclusions import Mgrs
from desktop_app.domain.truth import Truth
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
    note_of,
    part,
    result,
    serum,
    words,
)

IGG = serum("IgG-kappa")
BLOOD, NO_BLOOD = finding("hematuria", True), finding("hematuria", False)
NO_PROTEIN = result("upcr", 100)
STABLE = (result("egfr", 80, on="2026-01-01"), result("egfr", 78))
LOW = (IGG, result("serum_m_protein", "1.0"), result("flc_ratio", 1), labs())
SMM = (IGG, marrow(15), flc(50, 10), labs(), ct(), mri())
NONE = (serum(), finding("urine_immunofixation", []), result("flc_ratio", 1), marrow(0), labs())


def seen(*entries: object) -> Mgrs:
    return assessed(*entries).mgrs


def answers(mgrs: Mgrs) -> dict[str, str]:
    """Give every rule of the trace with its answer."""
    return {x.id: x.state.state for x in mgrs.criteria}


def alerts(*entries: object) -> dict[str, tuple[str, str]]:
    """Give level and sentence of the alerts by rule."""
    return {x.id: (x.level, x.message.code) for x in assessed(*entries).alerts}


def test_nothing_recorded_is_unknown_and_advises_nothing() -> None:
    mgrs = seen(*LOW)

    assert mgrs.suspected is Truth.UNKNOWN
    assert not mgrs.biopsy_advised
    assert mgrs.reasons == ()
    assert [note_of(x) for x in mgrs.criteria[0].criteria] == [
        "missing",
        "missing",
        "egfr_no_earlier_value",
    ]


@pytest.mark.parametrize("left_out", [None, "protein", "blood", "kidney"])
def test_no_takes_every_part_recorded_and_negative(left_out: str | None) -> None:
    parts = {"protein": NO_PROTEIN, "blood": NO_BLOOD, "kidney": STABLE}
    facts = [value for name, value in parts.items() if name != left_out]

    assert seen(*LOW, *facts).suspected is (Truth.UNKNOWN if left_out else Truth.NOT_MET)


@pytest.mark.parametrize(
    ("sign", "reason"),
    [
        (BLOOD, "mgrs_hematuria"),
        (result("upcr", 500), "mgrs_proteinuria"),
        ((result("egfr", 100, on="2026-01-01"), result("egfr", 60)), "mgrs_egfr_fall"),
    ],
)
@pytest.mark.parametrize("facts", [LOW, SMM, ()])
def test_each_sign_is_enough_while_a_clone_is_not_excluded(
    facts: tuple[object, ...], sign: object, reason: str
) -> None:
    mgrs = seen(facts, sign)

    assert (mgrs.suspected, mgrs.biopsy_advised, mgrs.lesion) == (Truth.MET, True, None)
    assert reason in codes(mgrs.reasons)
    assert "MGRS-FREQ" in codes(mgrs.reasons)


def test_a_prompt_refers_and_says_that_the_clone_is_not_treated_for_it() -> None:
    assessment = assessed(*LOW, BLOOD)

    assert "refer_mgrs" in codes(assessment.follow_up.reasons)
    assert assessment.follow_up.refer
    assert alerts(*LOW, BLOOD)["MGRS-PROMPT"] == ("warning", "mgrs_suspected")
    assert alerts(*LOW, BLOOD)["MGRS-GATE"] == ("info", "mgrs_gate")
    assert answers(assessment.mgrs) == {
        "MGRS-PROMPT": "yes",
        "MGRS-DX": "unknown",
        "MGRS-LESIONS": "unknown",
        "MGRS-GATE": "unknown",
        "MGRS-IKMG": "yes",
    }
    assert not alerts(*LOW).keys() & {"MGRS-PROMPT", "MGRS-GATE", "MGRS-DX"}


@pytest.mark.parametrize(
    ("albumin", "reason"),
    [
        ((), "mgrs_albumin_open"),
        ((result("uacr", 100),), "mgrs_little_albumin"),
        ((result("uacr", 500),), "mgrs_mostly_albumin"),
        ((words("uacr", "high"),), "mgrs_albumin_open"),
    ],
)
def test_the_share_of_albumin_is_asked_for_or_said(
    albumin: tuple[object, ...], reason: str
) -> None:
    mgrs = seen(*LOW, result("upcr", 600), *albumin)

    assert reason in codes(mgrs.reasons)
    assert not {"mgrs_albumin_open", "mgrs_little_albumin"} & codes(seen(*LOW, BLOOD).reasons)


def test_a_biopsy_proven_lesion_overlays_smouldering_myeloma() -> None:
    facts = (IGG, marrow(15), flc(50, 10), labs(creatinine="3.5"), ct(), mri())
    assessment = assessed(*facts, cause("renal", "clone"), finding("renal_biopsy", "midd"))

    assert (assessment.diagnosis.category, assessment.diagnosis.status) == ("smm", "confirmed")
    mgrs = assessment.mgrs
    assert (mgrs.suspected, mgrs.biopsy_advised, mgrs.lesion) == (Truth.MET, False, "midd")
    assert answers(mgrs) == {
        "MGRS-PROMPT": "unknown",
        "MGRS-DX": "yes",
        "MGRS-LESIONS": "yes",
        "MGRS-GATE": "yes",
    }
    assert alerts(*facts, finding("renal_biopsy", "midd"))["MGRS-DX"] == (
        "warning",
        "mgrs_proven",
    )


def test_a_lesion_without_a_known_clone_leaves_the_name_open() -> None:
    assert answers(seen(finding("renal_biopsy", "pgnmid")))["MGRS-DX"] == "unknown"
    assert answers(seen(*LOW, finding("renal_biopsy", "pgnmid")))["MGRS-DX"] == "unknown"
    settled = (*LOW, marrow(5), finding("renal_biopsy", "pgnmid"))
    assert answers(seen(*settled))["MGRS-DX"] == "yes"


def test_an_unrelated_biopsy_explains_protein_and_blood() -> None:
    mgrs = seen(*LOW, BLOOD, result("upcr", 900), finding("renal_biopsy", "unrelated"))

    assert (mgrs.suspected, mgrs.biopsy_advised) == (Truth.NOT_MET, False)
    assert codes(mgrs.reasons) == {"mgrs_unrelated"}
    assert {note_of(x) for x in mgrs.criteria[0].criteria} == {"kidney_biopsy_unrelated"}
    assert answers(mgrs)["MGRS-GATE"] == "no"


def test_a_fall_after_an_unrelated_biopsy_asks_again_but_not_for_the_same_biopsy() -> None:
    fall = (result("egfr", 100, on="2026-01-01"), result("egfr", 60))
    mgrs = seen(*LOW, finding("renal_biopsy", "unrelated", on="2025-06-01"), *fall)

    assert (mgrs.suspected, mgrs.biopsy_advised) == (Truth.MET, False)
    assert {"mgrs_unrelated", "mgrs_egfr_fall"} <= codes(mgrs.reasons)


def test_cast_nephropathy_is_myeloma_and_alarms() -> None:
    facts = (*LOW, BLOOD, finding("renal_biopsy", "cast_nephropathy"))

    assert seen(*facts).suspected is Truth.NOT_MET
    assert codes(seen(*facts).reasons) == {"mgrs_hematuria", "mgrs_cast"}
    assert alerts(*facts)["MGRS-DX"] == ("critical", "cast_nephropathy")


@pytest.mark.parametrize(
    "biopsies",
    [
        (finding("renal_biopsy", "a text"),),
        (finding("renal_biopsy", "midd"), finding("renal_biopsy", "unrelated")),
    ],
)
def test_a_biopsy_that_names_no_lesion_settles_nothing(biopsies: tuple[object, ...]) -> None:
    mgrs = seen(*LOW, NO_BLOOD, NO_PROTEIN, *STABLE, *biopsies)

    assert (mgrs.suspected, mgrs.lesion, mgrs.biopsy_advised) == (Truth.UNKNOWN, None, False)
    assert "renal_biopsy_free_text" in codes(mgrs.reasons)


def test_two_answers_of_one_day_on_blood_are_unknown() -> None:
    assert seen(*LOW, BLOOD, NO_BLOOD).suspected is Truth.UNKNOWN


@pytest.mark.parametrize(
    ("facts", "reason"),
    [((IGG, marrow(70)), "mgrs_ended"), (history("multiple_myeloma"), "mgrs_ended"),
     (history("primary_plasma_cell_leukemia"), "mgrs_ended")],
)  # fmt: skip
def test_mgrs_ends_with_myeloma(facts: tuple[object, ...], reason: str) -> None:
    assert seen(facts, BLOOD) == Mgrs(Truth.NOT_MET)
    ended = seen(facts, finding("renal_biopsy", "midd"))
    assert (ended.suspected, ended.lesion, codes(ended.reasons)) == (
        Truth.NOT_MET,
        "midd",
        {reason},
    )


def test_without_a_clone_there_is_no_mgrs_but_a_sign_keeps_the_clone_open() -> None:
    assert assessed(*NONE).diagnosis.category == "no_clone"
    assert seen(*NONE) == Mgrs(Truth.NOT_MET)
    unrelated = seen(*NONE, finding("renal_biopsy", "unrelated"))
    assert codes(unrelated.reasons) == {"mgrs_without_clone"}
    for sign in (BLOOD, result("upcr", 600), finding("renal_biopsy", "midd")):
        open_ = assessed(*NONE, sign)
        assert open_.diagnosis.category is None
        assert open_.mgrs.suspected is Truth.MET
    fall = (result("egfr", 100, on="2026-01-01"), result("egfr", 60))
    assert assessed(*NONE, *fall).diagnosis.category is None


def test_the_trace_shows_what_fell_as_egfr() -> None:
    by_creatinine = (result("creatinine", "1.0", on="2026-01-01"), result("creatinine", "1.6"))
    mgrs = seen(IGG, *by_creatinine)

    fall = part(mgrs.criteria[0], "MGRS-PROMPT-EGFR")
    assert fall.state is Truth.MET
    assert [x.code for x in fall.inputs] == ["egfr_computed", "egfr_computed"]
    assert [x.date for x in fall.inputs] == ["2026-01-01", "2026-06-01"]


def test_reported_and_estimated_values_are_never_compared_with_each_other() -> None:
    mixed = (result("egfr", 100, on="2026-01-01"), result("creatinine", "2.0"))

    assert seen(IGG, *mixed).suspected is Truth.UNKNOWN


def test_without_a_number_the_fall_is_open() -> None:
    worded = (result("egfr", 100, on="2026-01-01"), words("egfr", "low"))

    fall = part(seen(IGG, *worded).criteria[0], "MGRS-PROMPT-EGFR")
    assert fall.state is Truth.UNKNOWN
    nothing = part(seen(IGG).criteria[0], "MGRS-PROMPT-EGFR")
    assert note_of(nothing) == "missing"


def test_little_light_chain_makes_cast_nephropathy_unlikely_until_a_biopsy() -> None:
    facts = (IGG, flc(100, 10), labs(creatinine=3))

    assert alerts(*facts)["MM-CRAB-RENAL"] == ("warning", "cast_nephropathy_unlikely")
    for answer in (cause("renal", "other"), finding("renal_biopsy", "midd"), labs(creatinine=1)):
        assert "MM-CRAB-RENAL" not in alerts(*facts[:2], answer)
    assert "MM-CRAB-RENAL" not in alerts(labs(creatinine=3))
