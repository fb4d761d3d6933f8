"""Keep the summary of a case short and to the point: what decided, what is new, what was last."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.myeloma_conclusions import SystemStage
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Finding, Result
from desktop_app.domain.truth import Truth
from tests.domain.myelomas import FIRST, STAGING, a_myeloma_record, assessed_myeloma
from tests.domain.summaries import a_summary, of, rows, told

TIMES = "\N{MULTIPLICATION SIGN}"
DASH = "\N{EN DASH}"
HB = Input("hemoglobin", D(66), "g/L", "2022-07")
LDH = Input("ldh", D(210), "U/L", "2022-07")


def test_a_stage_rests_on_what_met_it_and_the_rest_was_only_looked_at() -> None:
    calcium = Input("calcium_corrected", D("2.9"), "mmol/L", "2022-07")
    items = (
        Criterion("MM-DS-STAGE-HB", Truth.MET, (HB,)),
        Criterion("MM-DS-STAGE-CA", Truth.NOT_MET, (calcium, HB)),
    )
    staged = replace(STAGING.durie_salmon, criteria=items, notes=())
    letter = of(staging=replace(STAGING, durie_salmon=staged))

    assert rows("Staging", letter)[0] == (
        "Durie-Salmon IIIB | Hb 66 g/L Also looked at: Ca corrected 2.9 mmol/L."
    )


def test_of_a_stage_in_between_every_value_has_its_share() -> None:
    items = (
        Criterion("MM-HRCA", Truth.MET, (HB,)),
        Criterion("MM-RISS-LDH", Truth.NOT_MET, (LDH,)),
    )
    letter = of(staging=replace(STAGING, r_iss=SystemStage("II", ("II",), criteria=items)))

    assert rows("Staging", letter)[2] == "R-ISS II | Hb 66 g/L; LDH 210 U/L"


def test_a_variant_of_the_same_stage_is_not_told_again() -> None:
    same = replace(STAGING.durie_salmon)
    other = replace(STAGING.durie_salmon, stage="II", possible=("II",))

    def told_of(variant: SystemStage) -> list[str]:
        staging = replace(STAGING, others=(("MM-DS-VERSION", variant),))
        return rows("Staging", of(staging=staging))

    assert len(told_of(same)) == 4
    assert told_of(other)[-1].startswith("Durie-Salmon, older Chinese version IIB")


def test_without_a_present_treatment_the_last_one_is_named() -> None:
    letter = of(lines=(FIRST,), response=None)

    assert told("Where the patient stands", letter)[:2] == [
        "Given now: no treatment of the myeloma is recorded as ongoing.",
        f"Last given: VCd {TIMES}4, 2022-07 {DASH} 2022-10",
    ]


def test_an_event_of_the_first_days_stands_though_treatment_ended_it() -> None:
    later = Result(PartialDate("2024-09"), "hemoglobin", D(130), "g/L")
    cause = Finding(PartialDate("2022-07"), "attribution_anemia", "clone")
    record = a_myeloma_record()
    recovered = replace(
        record, results=(*record.results, later), findings=(*record.findings, cause)
    )
    made = assessed_myeloma()
    judged = Criterion("MM-DX", Truth.MET, criteria=(Criterion("MM-CRAB-HB", Truth.NOT_MET),))
    now = replace(made, diagnosis=replace(made.diagnosis, criteria=(judged,)))

    letter = a_summary(now, record=recovered)

    events = next(x for x in told("Presentation", letter) if "events so far" in x)
    assert "Anaemia (CRAB)" in events


def test_values_that_are_as_old_share_a_sentence_about_their_age() -> None:
    old = [
        Note("old_value", (("code", code), ("date", day)))
        for code, day in (("hemoglobin", "2022-07"), ("ldh", "2023-01"), ("creatinine", "2022-07"))
    ]
    letter = a_summary(assessed_myeloma(quality=(*old, Note("not_corrected"))))

    (limits,) = (x.text for one in letter.enclosed for x in one.lines if "Limits" in x.text)
    assert limits == (
        "Limits of the data: Calcium is not corrected for albumin. "
        "Hb; Creatinine: the latest value is more than 12 months old (2022-07). "
        "LDH: the latest value is more than 12 months old (2023-01)."
    )


def test_an_age_that_is_not_exact_is_told_as_a_range() -> None:
    record = a_myeloma_record()
    aged = replace(record, patient=replace(record.patient, birth_date=None, age_years=53))

    assert a_summary(record=aged).person.endswith(f"57{DASH}58 years")


def test_of_a_whole_course_the_curve_comes_before_the_criteria() -> None:
    enclosed = a_summary().enclosed

    places = [one.chart is not None for one in enclosed]
    assert places.index(True) < [one.heading for one in enclosed].index("Criteria")


def test_where_all_that_we_computed_was_reported_too_nothing_stands_alone() -> None:
    letter = of(staging=replace(STAGING, derived=STAGING.derived[:1]))

    assert told("Staging", letter)[-1].endswith("24.7 mL/min computed, 8.72 mg/L reported")
