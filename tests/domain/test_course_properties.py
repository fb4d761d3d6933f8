"""Prove for every course of values what holds for evolving disease, trends and follow-up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.assessment import assess
from desktop_app.domain.truth import Truth
from tests.domain.cases import catalogue, flc, marrow, record, result, serum

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Assessment
    from desktop_app.domain.record import PatientRecord, Result

START = date(2022, 3, 1)
AS_OF = date(2026, 6, 30)
VALUES = {
    "serum_m_protein": ("1.0", "2.0", "2.4", "2.5", "3.0", "3.3", "3.5", "4.2", "<0.5"),
    "hemoglobin": ("13.5", "13.0", "12.5", "11.0"),
    "creatinine": ("0.8", "1.0", "1.1"),
    "flc_ratio": ("5", "20", "25", "45"),
}


@st.composite
def values(draw: st.DrawFn) -> Result:
    """Draw a value on one of the days on which the windows of the definitions end, or beside."""
    code = draw(st.sampled_from(sorted(VALUES)))
    months = draw(st.sampled_from([0, 3, 6, 7, 9, 12, 13, 24, 36, 48]))
    day = START + timedelta(days=round(months * 30.4) + draw(st.integers(-1, 1)))
    lab = draw(st.sampled_from(["A", "A", "A", "B"]))
    return result(code, draw(st.sampled_from(VALUES[code])), on=day.isoformat(), lab=lab)


@st.composite
def courses(draw: st.DrawFn) -> PatientRecord:
    """Draw the course of a smouldering myeloma."""
    own = draw(st.lists(values(), min_size=3, max_size=14))
    known = (serum("IgG-kappa"), *marrow(15), *flc(50, 10))
    return record(*known, *own)


def assessed(patient: PatientRecord, as_of: date = AS_OF) -> Assessment:
    return assess(patient, as_of, catalogue=catalogue())


@settings(max_examples=100)
@given(courses(), st.integers(0, 2**16))
def test_the_order_of_values_changes_nothing(patient: PatientRecord, seed: int) -> None:
    mixed = list(patient.results)
    Random(seed).shuffle(mixed)

    one, other = assessed(patient), assessed(replace(patient, results=tuple(mixed)))

    assert one.evolving == other.evolving
    assert one.series == other.series
    assert one.follow_up == other.follow_up
    assert one.quality == other.quality


@settings(max_examples=60)
@given(courses(), st.integers(0, 50))
def test_values_of_later_days_change_nothing(patient: PatientRecord, months: int) -> None:
    day = START + timedelta(days=30 * months)
    until = replace(patient, results=tuple(x for x in patient.results if x.date.last <= day))

    one, other = assessed(patient, day), assessed(until, day)

    assert one.evolving == other.evolving
    assert one.series == other.series


@settings(max_examples=100)
@given(courses())
def test_each_definition_answers_once_and_says_what_it_compared(patient: PatientRecord) -> None:
    found = assessed(patient).evolving

    assert len({(entry.definition, entry.code) for entry in found}) == len(found)
    for entry in found:
        if entry.state is Truth.MET and entry.change_absolute is not None:
            assert entry.baseline is not None
            assert entry.value is not None
            assert entry.value.value - entry.baseline.value == entry.change_absolute
        assert entry.state is Truth.MET or not entry.confirmed


LATER = st.lists(
    st.tuples(st.sampled_from(VALUES["serum_m_protein"]), st.integers(14, 50)), max_size=6
)


@settings(max_examples=100)
@given(LATER)
def test_values_after_the_window_take_back_no_early_rise(later: list[tuple[str, int]]) -> None:
    # EVO-RAVI-EMP speaks of the first year from the baseline: 3.0 to 3.5 g/dL in six months.
    rise = (("3.0", 0), ("3.5", 6), ("3.6", 8))
    spikes = [
        result("serum_m_protein", value, on=_months_on(months), lab="A")
        for value, months in (*rise, *later)
    ]

    found = assessed(record(serum("IgG-kappa"), *marrow(15), *flc(50, 10), *spikes)).evolving

    (entry,) = [x for x in found if x.definition == "EVO-RAVI-EMP"]
    assert entry.state is Truth.MET
    assert entry.confirmed


def _months_on(months: int) -> str:
    year, month = divmod(START.month - 1 + months, 12)
    return START.replace(year=START.year + year, month=month + 1).isoformat()
