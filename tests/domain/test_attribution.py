"""Test MM-ATTR: an organ value counts only if the clone causes it, and how long an answer holds."""

from __future__ import annotations

import pytest

from desktop_app.domain.conclusions import Criterion
from desktop_app.domain.truth import Truth
from tests.domain.cases import (
    assessed,
    cause,
    codes,
    ct,
    finding,
    gathered,
    note_of,
    part,
    plasmacytoma,
    result,
    serum,
    words,
)

YES, NO, OPEN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
LOW, FINE, LIMITLESS = result("hemoglobin", 8), result("hemoglobin", 14), result("hemoglobin", 11)


@pytest.mark.parametrize(
    ("value", "answer", "state"),
    [
        (FINE, None, NO),
        (FINE, "clone", NO),
        (FINE, "other", NO),
        (FINE, "unknown", NO),
        (LOW, "clone", YES),
        (LOW, "other", NO),
        (LOW, "unknown", OPEN),
        (LOW, None, OPEN),
        (LIMITLESS, "clone", OPEN),
        (LIMITLESS, "other", NO),
        (LIMITLESS, "unknown", OPEN),
        (LIMITLESS, None, OPEN),
        (None, "clone", OPEN),
        (None, "other", NO),
        (None, "unknown", OPEN),
        (None, None, OPEN),
    ],
)
def test_value_and_cause_together(value: object, answer: str | None, state: Truth) -> None:
    entries = [x for x in (value, answer and cause("anemia", answer)) if x is not None]

    assert gathered(*entries).hemoglobin.state is state


@pytest.mark.parametrize(
    ("organ", "criterion", "value"),
    [
        ("anemia", "hemoglobin", LOW),
        ("calcium", "calcium", result("calcium_corrected", 12)),
        ("renal", "renal", result("creatinine", 3)),
        ("bone", "bone", ct(2)),
    ],
)
def test_every_organ_has_its_own_question(organ: str, criterion: str, value: object) -> None:
    def judged(answer: str) -> Criterion:
        return getattr(gathered(value, cause(organ, answer)), criterion)  # type: ignore[no-any-return]

    assert judged("clone").state is YES
    assert judged("other").state is NO
    assert note_of(part(getattr(gathered(value), criterion), "MM-ATTR")) == "attribution_missing"


@pytest.mark.parametrize(
    ("lesion", "state"),
    [
        ("cast_nephropathy", YES),
        ("al", NO),
        ("midd", NO),
        ("pgnmid", NO),
        ("proximal_tubulopathy", NO),
        ("c3g", NO),
        ("cryoglobulinemic", NO),
        ("other_mgrs", NO),
        ("unrelated", NO),
        ("something in free text", OPEN),
    ],
)
@pytest.mark.parametrize("answer", ["clone", "other"])
def test_a_kidney_biopsy_decides_over_any_answer(answer: str, lesion: str, state: Truth) -> None:
    entries = (result("creatinine", 3), cause("renal", answer), finding("renal_biopsy", lesion))

    assert gathered(*entries).renal.state is state


def test_a_kidney_biopsy_in_free_text_refers() -> None:
    follow_up = assessed(finding("renal_biopsy", "deposits, type not stated")).follow_up

    assert follow_up.refer
    assert "refer_kidney_biopsy" in codes(follow_up.reasons)


def test_a_biopsied_bone_plasmacytoma_proves_the_cause() -> None:
    bone = gathered(ct(1), plasmacytoma(), cause("bone", "other")).bone

    assert bone.state is YES
    assert note_of(part(bone, "MM-ATTR")) == "bone_plasmacytoma_biopsied"


THEN, NOW = "2026-01-10", "2026-06-01"
HB, CA, CR = "hemoglobin", "calcium_corrected", "creatinine"


@pytest.mark.parametrize(
    ("organ", "criterion", "before", "after", "covered"),
    [
        ("anemia", "hemoglobin", (HB, "9.5", "g/dL"), (HB, "8.51", "g/dL"), True),
        ("anemia", "hemoglobin", (HB, "9.5", "g/dL"), (HB, "8.5", "g/dL"), False),
        ("anemia", "hemoglobin", (HB, "95", "g/L"), (HB, "8.6", "g/dL"), True),
        ("anemia", "hemoglobin", (HB, "95", "g/L"), (HB, "85", "g/L"), False),
        ("anemia", "hemoglobin", (HB, "95", "g/L"), (HB, "5.2", "mmol/L"), False),
        ("renal", "renal", (CR, "2.4", "mg/dL"), (CR, "3.0", "mg/dL"), True),
        ("renal", "renal", (CR, "2.4", "mg/dL"), (CR, "3.01", "mg/dL"), False),
        ("renal", "renal", (CR, "200", "umol/L"), (CR, "250", "umol/L"), True),
        ("renal", "renal", (CR, "200", "umol/L"), (CR, "251", "umol/L"), False),
        ("renal", "renal", (CR, "2.4", "mg/dL"), (CR, "270", "umol/L"), False),
        ("calcium", "calcium", (CA, "11.5", "mg/dL"), (CA, "11.99", "mg/dL"), True),
        ("calcium", "calcium", (CA, "11.5", "mg/dL"), (CA, "12", "mg/dL"), False),
        ("calcium", "calcium", (CA, "2.90", "mmol/L"), (CA, "3.01", "mmol/L"), True),
        ("calcium", "calcium", (CA, "2.90", "mmol/L"), (CA, "3.02", "mmol/L"), False),
        ("calcium", "calcium", (CA, "5.8", "mEq/L"), (CA, "6.03", "mEq/L"), True),
        ("calcium", "calcium", (CA, "5.8", "mEq/L"), (CA, "6.04", "mEq/L"), False),
        ("calcium", "calcium", ("calcium", "11.5", "mg/dL"), (CA, "12.5", "mg/dL"), False),
    ],
)
@pytest.mark.parametrize("answer", ["clone", "other"])
def test_an_answer_covers_later_values_that_are_not_worse(
    organ: str,
    criterion: str,
    before: tuple[str, str, str],
    after: tuple[str, str, str],
    covered: bool,
    answer: str,
) -> None:
    values = (result(*before, on=THEN), result(*after, on=NOW))

    judged = getattr(gathered(*values, cause(organ, answer, on=THEN)), criterion)

    settled = YES if answer == "clone" else NO
    assert judged.state is (settled if covered else OPEN)
    if not covered:
        assert note_of(part(judged, "MM-ATTR")) == "attribution_outdated"


@pytest.mark.parametrize(
    ("organ", "criterion", "later"),
    [
        ("anemia", "hemoglobin", result("hemoglobin", 8, on=NOW)),
        ("renal", "renal", result("creatinine", 3, on=NOW)),
        ("calcium", "calcium", result("calcium_corrected", 12, on=NOW)),
        ("bone", "bone", finding("bone_lytic_ct", {"count": 2}, on=NOW)),
    ],
)
def test_an_answer_about_no_value_does_not_cover_a_later_one(
    organ: str, criterion: str, later: object
) -> None:
    early = gathered(cause(organ, "other", on=THEN), later)
    same_day = gathered(cause(organ, "other", on=NOW), later)

    assert getattr(early, criterion).state is OPEN
    assert getattr(same_day, criterion).state is NO


def test_an_answer_given_later_covers_the_values_before_it() -> None:
    judged = gathered(result("hemoglobin", 8, on=THEN), cause("anemia", "other", on=NOW))

    assert judged.hemoglobin.state is NO


@pytest.mark.parametrize(
    ("organ", "criterion", "before", "after"),
    [
        ("renal", "renal", words(CR, "high", on=THEN), result(CR, 3, on=NOW)),
        ("renal", "renal", result(CR, 3, on=THEN), words(CR, "high", on=NOW)),
        ("anemia", "hemoglobin", words(HB, "low", on=THEN), result(HB, 8, on=NOW)),
        ("anemia", "hemoglobin", result(HB, 8, on=THEN), words(HB, "low", on=NOW)),
    ],
)
def test_values_that_cannot_be_compared_are_asked_about_again(
    organ: str, criterion: str, before: object, after: object
) -> None:
    judged = gathered(before, after, cause(organ, "clone", on=THEN))

    assert getattr(judged, criterion).state is OPEN


@pytest.mark.parametrize(("now", "state"), [(2, NO), (3, OPEN)])
def test_a_new_bone_lesion_asks_again(now: int, state: Truth) -> None:
    before = finding("bone_lytic_ct", {"count": 2}, on=THEN)
    after = finding("bone_lytic_ct", {"count": now}, on=NOW)

    assert gathered(before, after, cause("bone", "other", on=THEN)).bone.state is state


def test_light_chain_and_marrow_events_need_no_attribution() -> None:
    diagnosis = assessed(serum("IgG-kappa"), result("marrow_plasma_cells", 60)).diagnosis

    assert diagnosis.category == "multiple_myeloma"


BEFORE, TODAY = "2015-03-01", "2026-05-01"


def kidney(*entries: object) -> Truth:
    """Judge the kidney."""
    return gathered(*entries).renal.state


@pytest.mark.parametrize(
    ("lesion", "was", "worse"), [("unrelated", NO, OPEN), ("cast_nephropathy", YES, YES)]
)
def test_a_biopsy_covers_later_values_that_are_not_worse_but_a_proof_stays(
    lesion: str, was: Truth, worse: Truth
) -> None:
    biopsy = finding("renal_biopsy", lesion, on=BEFORE)
    before = result("creatinine", "2.4", on=BEFORE)

    assert kidney(before, biopsy, result("creatinine", "3.0", on=TODAY)) is was
    assert kidney(before, biopsy, result("creatinine", "3.01", on=TODAY)) is worse


def test_an_answer_against_cast_nephropathy_is_for_a_person_to_settle() -> None:
    biopsy, value = finding("renal_biopsy", "cast_nephropathy", on=BEFORE), result("creatinine", 3)

    assert kidney(biopsy, value, cause("renal", "other")) is OPEN
    assert kidney(biopsy, value, cause("renal", "clone")) is YES


@pytest.mark.parametrize(("day", "state"), [("2026-04-01", NO), ("2026-04-02", OPEN)])
def test_a_biopsy_stands_for_a_first_value_of_its_time_only(day: str, state: Truth) -> None:
    assert (
        kidney(
            finding("renal_biopsy", "unrelated", on="2026-01-01"), result("creatinine", 3, on=day)
        )
        is state
    )


def test_a_biopsy_stands_for_the_first_value_after_it() -> None:
    biopsy = finding("renal_biopsy", "unrelated", on="2026-01-01")
    first = result("creatinine", 3, on="2026-02-01")

    assert kidney(biopsy, first) is NO
    assert kidney(biopsy, first, result("creatinine", "3.75", on=TODAY)) is NO
    assert kidney(biopsy, first, result("creatinine", "3.76", on=TODAY)) is OPEN


def test_an_answer_later_than_the_biopsy_counts() -> None:
    biopsy = finding("renal_biopsy", "unrelated", on=BEFORE)
    value = result("creatinine", 3, on=TODAY)

    assert kidney(biopsy, value, cause("renal", "clone", on=TODAY)) is YES


@pytest.mark.parametrize("code", ["egfr", "creatinine_clearance"])
def test_a_clearance_that_fell_is_asked_about_again(code: str) -> None:
    before, answer = result(code, 35, on=BEFORE), cause("renal", "other", on=BEFORE)

    assert kidney(before, answer, result(code, 28, on=TODAY)) is NO
    assert kidney(before, answer, result(code, "27.9", on=TODAY)) is OPEN


def test_a_creatinine_that_stayed_covers_a_clearance_that_is_new() -> None:
    before = (result("creatinine", 3, on=BEFORE), cause("renal", "other", on=BEFORE))
    now = (result("creatinine", 3, on=TODAY), result("egfr", 20, on=TODAY))

    assert kidney(*before, *now) is NO
    assert kidney(*before, now[1]) is OPEN
