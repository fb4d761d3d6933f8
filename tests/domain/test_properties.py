"""Prove what holds for every record: nothing raises, order is nothing, facts only narrow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.assessment import assess
from desktop_app.domain.criteria.evidence import gather
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record_rules import problems
from desktop_app.domain.rulesets.precursor.diagnosis import settled
from desktop_app.domain.rulesets.precursor.diagnosis.categories import ORDER
from desktop_app.domain.rulesets.precursor.diagnosis.facts import facts_of
from desktop_app.domain.view import RecordView, latest_of
from tests.domain.cases import catalogue, finding, history, result
from tests.domain.records import RESULT_CODES, listed, records, results

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Assessment, Evolving
    from desktop_app.domain.record import PatientRecord, Result

AS_OF = date(2026, 6, 30)
REPEATED = ("egfr", "creatinine", "flc_kappa", "flc_lambda", "flc_ratio", "serum_m_protein")
ENTRIES = ("history", "results", "findings", "lesions", "cytogenetics")


def assessed(record: PatientRecord, as_of: date = AS_OF) -> Assessment:
    return assess(record, as_of, catalogue=catalogue())


def models(assessment: Assessment) -> dict[str, object]:
    """Give what every model says, but for the order in which its trace lists what it saw."""
    every = (*assessment.scores, *assessment.other_models)
    return {name: replace(score, criteria=()) for name, score in every}


def untraced(evolving: tuple[Evolving, ...]) -> list[Evolving]:
    return [replace(entry, criteria=()) for entry in evolving]


def judged(assessment: Assessment) -> tuple[object, ...]:
    """Give what is concluded of POEMS but for care, which counts any entry as a visit."""
    poems = assessment.poems
    if poems is None:
        return ()
    # What was met on an earlier day of the record is settled: any later entry makes a later day.
    return replace(poems.tier, settled=False), poems.pumch, poems.adverse, poems.response


def states(assessment: Assessment) -> list[object]:
    """Give what is concluded of POEMS without its traces."""
    poems = assessment.poems
    if poems is None:
        return []
    axes = () if poems.response is None else poems.response.axes
    return [
        replace(poems.tier, criteria=()),
        *((axis.axis, axis.current, axis.possible, axis.best) for axis in axes),
    ]


@settings(max_examples=200)
@given(records, st.sampled_from([date(2023, 1, 1), date(2025, 3, 1), AS_OF]))
def test_every_record_that_the_contract_allows_is_assessed(
    record: PatientRecord, as_of: date
) -> None:
    assert list(problems(record, catalogue())) == []

    diagnosis = assessed(record, as_of).diagnosis

    assert diagnosis.status in ("confirmed", "presumed", "undetermined")
    assert (diagnosis.category is None) is (diagnosis.status == "undetermined")
    assert diagnosis.category is None or diagnosis.category in diagnosis.possible
    assert list(diagnosis.possible) == sorted(diagnosis.possible, key=ORDER.index)
    if diagnosis.status == "confirmed":
        assert diagnosis.possible == (diagnosis.category,)


@settings(max_examples=70)
@given(records, st.integers(0, 2**16))
def test_the_order_of_entry_changes_nothing(record: PatientRecord, seed: int) -> None:
    mixed: dict[str, Any] = {}
    for name in (*ENTRIES, "treatments", "events"):
        entries = list(getattr(record, name))
        Random(seed).shuffle(entries)
        mixed[name] = tuple(entries)

    one, other = assessed(record), assessed(replace(record, **mixed))

    assert one == other


@settings(max_examples=70)
@given(records, listed(results(REPEATED), 8), st.randoms(use_true_random=False))
def test_the_order_of_entry_within_a_day_changes_nothing(
    record: PatientRecord, repeated: tuple[Result, ...], random: Random
) -> None:
    of_one_day = [replace(x, date=PartialDate("2026-06-01")) for x in repeated]
    mixed = random.sample(of_one_day, len(of_one_day))

    one = replace(record, results=record.results + tuple(of_one_day))
    other = replace(record, results=record.results + tuple(mixed))

    assert assessed(one) == assessed(other)


@settings(max_examples=70)
@given(records)
def test_what_is_dated_later_changes_nothing(record: PatientRecord) -> None:
    day = date(2025, 3, 1)
    until = replace(
        record,
        results=tuple(x for x in record.results if x.date.last <= day),
        findings=tuple(x for x in record.findings if x.date.last <= day),
        lesions=tuple(x for x in record.lesions if x.date.last <= day),
        cytogenetics=tuple(x for x in record.cytogenetics if x.date.last <= day),
        history=tuple(x for x in record.history if x.date is None or x.date.first <= day),
    )
    if record.patient.birth_date is None:
        # An age belongs to the first day of the record, which must not move.
        until = replace(until, patient=replace(until.patient, age_years=None))
        record = replace(record, patient=until.patient)

    one, other = assessed(record, day), assessed(until, day)

    assert one.diagnosis == other.diagnosis
    assert one.mayo_mgus == other.mayo_mgus
    assert one.alerts == other.alerts
    assert models(one) == models(other)
    assert (one.evolving, one.mgrs, one.follow_up) == (other.evolving, other.mgrs, other.follow_up)
    assert (one.workup, one.early_treatment) == (other.workup, other.early_treatment)
    assert (one.myeloma, one.poems) == (other.myeloma, other.poems)


@settings(max_examples=70)
@given(records)
def test_the_same_record_twice_is_the_same_assessment(record: PatientRecord) -> None:
    assert assessed(record) == assessed(record)


@settings(max_examples=70)
@given(records)
def test_entries_written_twice_change_nothing(record: PatientRecord) -> None:
    twice = replace(
        record, results=record.results * 2, findings=record.findings * 2, lesions=record.lesions * 2
    )

    one, other = assessed(record), assessed(twice)

    assert one.diagnosis == other.diagnosis
    assert models(one) == models(other)
    assert (one.mgrs, one.follow_up) == (other.mgrs, other.follow_up)
    assert states(one) == states(other)
    assert untraced(one.evolving) == untraced(other.evolving)


@settings(max_examples=70)
@given(records)
def test_what_no_rule_reads_reverses_nothing(record: PatientRecord) -> None:
    # A settled conclusion is reversed by changed facts only, not by any further entry.
    silent = (result("neutrophils_percent", 55, "%"), finding("fatigue", False))
    with_more = replace(
        record, results=(*record.results, silent[0]), findings=(*record.findings, silent[1])
    )

    one, other = assessed(record), assessed(with_more)

    assert one.diagnosis == other.diagnosis
    assert models(one) == models(other)
    assert (one.evolving, one.mgrs, one.alerts) == (other.evolving, other.mgrs, other.alerts)
    assert one.follow_up.interval_months == other.follow_up.interval_months
    assert one.early_treatment == other.early_treatment
    assert one.myeloma == other.myeloma
    assert judged(one) == judged(other)


@settings(max_examples=150)
@given(records)
def test_the_day_of_certain_myeloma_is_found_as_if_every_day_were_judged(
    record: PatientRecord,
) -> None:
    # Days are passed over that cannot be certain; marrow and bands make that more often a question.
    known = replace(
        record, results=(*record.results, result("marrow_plasma_cells", 12, on="2024-06"))
    )
    view = RecordView.of(known, catalogue(), AS_OF)
    evidence = gather(view)
    now = facts_of(evidence)

    judged = [day for day in settled._days(view) if settled._certain(view.at(day), now)]

    if "multiple_myeloma" not in settled.established(view):
        assert settled.myeloma_since(view, evidence) == next(iter(judged), None)


@settings(max_examples=150)
@given(records, st.sampled_from(RESULT_CODES), st.sampled_from(RESULT_CODES))
def test_the_latest_values_are_those_that_no_other_certainly_follows(
    record: PatientRecord, code: str, other: str
) -> None:
    view = RecordView.of(record, catalogue(), AS_OF)

    everything = (*view.results(code), *view.results(other))

    assert view.latest(code, other) == latest_of(everything)
    assert view.latest(code) == latest_of(view.results(code))


MALIGNANT = {
    "multiple_myeloma",
    "primary_plasma_cell_leukemia",
    "secondary_plasma_cell_leukemia",
}
MYELOMA = (
    result("marrow_plasma_cells", 70, on="2024-01-01"),
    result("hemoglobin", 8, on="2024-01-01"),
)


@settings(max_examples=70)
@given(records)
def test_certain_myeloma_stays_a_malignancy_whatever_comes_later(record: PatientRecord) -> None:
    bands = finding("serum_immunofixation", ["IgG-kappa"], on="2024-01-01")
    known = replace(
        record,
        history=(),
        results=(*record.results, *MYELOMA),
        findings=(*record.findings, bands),
    )
    assert assessed(known, date(2024, 1, 1)).diagnosis.category == "multiple_myeloma"

    for day in (date(2024, 7, 1), AS_OF):
        diagnosis = assessed(known, day).diagnosis
        assert diagnosis.status == "confirmed"
        assert diagnosis.category in MALIGNANT


@settings(max_examples=70)
@given(records, st.sampled_from(sorted(MALIGNANT | {"poems"})))
def test_a_malignancy_of_the_history_is_never_undone(record: PatientRecord, known: str) -> None:
    diagnosis = assessed(replace(record, history=(history(known, None),))).diagnosis

    if known == "poems":
        assert "poems" in diagnosis.possible or diagnosis.category in MALIGNANT
    else:
        assert diagnosis.status == "confirmed"
        assert diagnosis.category in MALIGNANT
