"""Prove what the list before and on treatment asks for, and when it counts as done or old."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.conclusions import Diagnosis, WorkupItem
from desktop_app.domain.record import Person, Sex
from desktop_app.domain.rulesets.myeloma.care.prophylaxis import prophylaxis
from desktop_app.domain.rulesets.myeloma.care.scores import care_scores
from desktop_app.domain.rulesets.myeloma.lines.counting import counted_lines
from tests.domain.cases import ct, finding, gathered, marrow, result
from tests.domain.therapies import AS_OF, MYELOMA, asct, event, given

SMM = Diagnosis("smm", ("smm",), "confirmed")
R = given("R", "2026-06-01")
VD = given("Vd", "2026-06-01")
TEC = given("teclistamab", "2026-06-01")
WHEN_UNKNOWN = ["vte", "zoster", "pjp", "pregnancy_prevention", "levofloxacin"]


def items(
    *entries: object,
    diagnosis: Diagnosis = MYELOMA,
    as_of: str = AS_OF,
    sex: Sex = Sex.FEMALE,
) -> dict[str, WorkupItem]:
    evidence = gathered(*entries, patient=Person(sex), as_of=as_of)
    lines = counted_lines(evidence.view)
    scores = care_scores(evidence, diagnosis, lines)
    return {x.item: x for x in prophylaxis(evidence, diagnosis, lines, scores)}


def state(item: str, *entries: object, as_of: str = AS_OF) -> tuple[str, str | None]:
    found = items(*entries, as_of=as_of)[item]
    return found.state, found.on


def reason(item: WorkupItem) -> str:
    assert item.reason is not None
    return item.reason.code


@pytest.mark.parametrize(
    ("diagnosis", "entries", "given_"),
    [
        (MYELOMA, (), True),
        (SMM, (), False),
        (SMM, (given("Rd", "2026-01", "2026-03"),), False),
        (SMM, (R,), True),
    ],
)
def test_it_is_for_those_on_or_before_treatment(
    diagnosis: Diagnosis, entries: tuple[object, ...], given_: bool
) -> None:
    assert bool(items(*entries, diagnosis=diagnosis)) is given_


def test_before_any_treatment_everything_that_a_drug_may_ask_for_is_due() -> None:
    found = items()

    assert set(found) == {
        *WHEN_UNKNOWN,
        *("hepatitis_b", "low_dose_ct", "vaccines"),
        *("bone_agent", "dental_check", "creatinine", "calcium"),
    }
    assert {x.state for x in found.values()} == {"due"}


def test_without_myeloma_bones_and_imaging_are_left_out() -> None:
    found = items(R, diagnosis=SMM)

    assert set(found) == {
        *("hepatitis_b", "levofloxacin", "vaccines", "vte", "pregnancy_prevention"),
    }


@pytest.mark.parametrize(
    ("entries", "asked"),
    [
        ((R,), {"vte", "pregnancy_prevention"}),
        ((VD,), {"zoster", "pjp"}),
        ((VD, finding("dexamethasone_dose", "low")), {"zoster"}),
        ((VD, finding("dexamethasone_dose", "high")), {"zoster", "pjp"}),
        ((given("ixazomib", "2026-06-01"),), {"zoster"}),
        ((given("thalidomide", "2026-06-01"),), {"vte", "pregnancy_prevention"}),
        ((given("daratumumab", "2026-06-01"),), {"zoster"}),
        ((TEC,), {"pjp"}),
        ((given("trial", "2026-06-01"),), {"vte", "pregnancy_prevention", "zoster", "pjp"}),
    ],
)
def test_drugs_ask_for_their_prevention(entries: tuple[object, ...], asked: set[str]) -> None:
    found = set(items(*entries)) & set(WHEN_UNKNOWN) - {"levofloxacin"}

    assert found == asked


def test_cell_therapy_asks_for_pneumocystis_prevention_and_a_transplant_does_not() -> None:
    after = given("R", "2026-06-01", seq=1)

    assert {"pjp", "zoster"} <= set(items(event("car_t", "2026-05-01", 1), after))
    assert {"pjp", "zoster"} <= set(items(given("cilta-cel", "2026-05", "2026-05", seq=1), after))
    assert {"pjp", "zoster"} <= set(items(given("CAR-T", "2026-05", seq=1), after))
    assert {"pjp", "zoster"} & set(items(asct("2026-05-01", 1), after)) == {"zoster"}
    assert {"pjp", "zoster"} & set(items(given("ASCT", "2026-05", seq=1), after)) == {"zoster"}
    assert "zoster" not in items(given("Vd", "2020-01", "2020-06", "pd"), asct("2020-09"), R)


def test_the_screen_for_hepatitis_needs_both_tests() -> None:
    surface, core = finding("hbsag", False, "2026-01-05"), finding("anti_hbc", False, "2026-01-03")

    assert state("hepatitis_b", surface) == ("due", None)
    assert state("hepatitis_b", surface, core) == ("done", "2026-01-03")
    assert reason(items(surface, core)["hepatitis_b"]) == "care_hbv"
    assert reason(items(finding("hbsag", True))["hepatitis_b"]) == "care_hbv_positive"
    assert reason(items(finding("anti_hbc", True))["hepatitis_b"]) == "care_hbv_positive"


def test_a_prevention_counts_for_the_line_in_which_it_was_begun() -> None:
    earlier, now = (
        finding("prophylaxis_zoster", True, day) for day in ("2026-05-31", "2026-06-01")
    )

    assert state("zoster", VD, now) == ("done", "2026-06-01")
    assert state("zoster", VD, earlier) == ("old", "2026-05-31")
    assert state("zoster", VD, finding("prophylaxis_zoster", False)) == ("due", None)
    assert state("zoster", earlier) == ("done", "2026-05-31")


def test_anticoagulation_answers_the_prevention_of_thrombosis() -> None:
    said = finding("anticoagulation", "prophylactic", "2026-06-02")

    assert state("vte", R, said) == ("done", "2026-06-02")
    assert state("vte", R, finding("anticoagulation", "none")) == ("due", None)
    assert state("vte", R, finding("prophylaxis_vte", True, "2026-06-03"), said) == (
        "done",
        "2026-06-03",
    )


def test_the_points_are_the_reason_where_enough_of_them_is_known() -> None:
    said = [finding(code, False) for code in ("fracture_pelvis_hip_femur", "erythropoietin")]

    few, more = items(R, *said[:1])["vte"], items(R, *said)["vte"]

    assert reason(few) == "care_imid"
    assert reason(more) == "care_vte"
    assert dict(more.reason.values) == {"points": "−3–12"}  # type: ignore[union-attr]


def test_without_a_score_an_imid_is_the_reason() -> None:
    evidence = gathered(R, as_of=AS_OF)

    found = prophylaxis(evidence, MYELOMA, counted_lines(evidence.view), ())

    assert [reason(x) for x in found if x.item == "vte"] == ["care_imid"]


def test_pregnancy_prevention_is_asked_of_men_too_unless_pregnancy_is_impossible() -> None:
    assert reason(items(R)["pregnancy_prevention"]) == "care_pregnancy"
    assert reason(items(R, sex=Sex.MALE)["pregnancy_prevention"]) == "care_pregnancy_man"
    assert "pregnancy_prevention" not in items(R, finding("pregnancy_possible", False))
    assert "pregnancy_prevention" in items(R, finding("pregnancy_possible", True))


LOW = result("igg", "3.9", "g/L")


@pytest.mark.parametrize(
    ("entries", "item"),
    [
        ((R, LOW), None),
        ((TEC, LOW), "igg_replacement"),
        ((TEC, result("igg", "399", "mg/dL")), "igg_replacement"),
        ((TEC, result("igg", "4", "g/L")), None),
        ((TEC,), "immunoglobulins"),
        ((R, finding("recurrent_infection", True)), "immunoglobulins"),
        ((R, LOW, finding("recurrent_infection", True)), "igg_replacement"),
        ((R, LOW, event("infection", "2026-05")), "igg_replacement"),
        ((R, LOW, event("infection", "2026-07")), None),
        ((R, LOW, event("fracture", "2026-05")), None),
        ((event("car_t", "2026-05-01"), LOW), "igg_replacement"),
    ],
)
def test_low_igg_asks_for_replacement_with_infections_or_such_treatment(
    entries: tuple[object, ...], item: str | None
) -> None:
    found = {"igg_replacement", "immunoglobulins"} & set(items(*entries))

    assert found == (set() if item is None else {item})


def test_levofloxacin_is_for_the_first_twelve_weeks_of_the_first_treatment() -> None:
    begun = given("R", "2026-01-01")

    assert "levofloxacin" in items(begun, as_of="2026-03-25")
    assert "levofloxacin" not in items(begun, as_of="2026-03-26")


def test_imaging_is_old_after_a_year_and_mri_follows_a_ct_without_lesions() -> None:
    def looked(count: int, *more: object, as_of: str) -> dict[str, str]:
        found = items(ct(count), *more, as_of=as_of)
        return {x: found[x].state for x in ("low_dose_ct", "mri") if x in found}

    assert looked(0, as_of="2027-06-01") == {"low_dose_ct": "done", "mri": "due"}
    assert looked(0, as_of="2027-06-02") == {"low_dose_ct": "old", "mri": "due"}
    assert looked(2, as_of="2026-06-30") == {"low_dose_ct": "done"}
    assert looked(0, marrow(60), as_of="2026-06-30") == {"low_dose_ct": "done"}


def test_imaging_of_the_year_before_the_first_treatment_stays_done() -> None:
    before = given("VRd", "2027-06-01", "2027-12-01", "p")
    late = given("VRd", "2027-06-02", "2027-12-01", "p")

    assert state("low_dose_ct", ct(), before, as_of="2030-01-01") == ("done", "2026-06-01")
    assert state("low_dose_ct", ct(), late, as_of="2030-01-01") == ("old", "2026-06-01")


def test_an_igg_whose_limit_leaves_replacement_open_is_asked_for_again() -> None:
    below = result("igg", "<5", "g/L")

    assert state("immunoglobulins", TEC, below) == ("due", None)
    assert "immunoglobulins" not in items(TEC, result("igg", "4", "g/L"))


def test_creatinine_and_calcium_count_for_one_dose_of_the_bone_drug() -> None:
    value = result("creatinine", "0.9", on="2026-06-01")

    assert state("creatinine", value, as_of="2026-07-02") == ("done", "2026-06-01")
    assert state("creatinine", value, as_of="2026-07-03") == ("old", "2026-06-01")
    assert state("calcium", value) == ("due", None)
    assert state("calcium", result("calcium_corrected", "9.2", on=str(date(2026, 6, 20)))) == (
        "done",
        "2026-06-20",
    )
