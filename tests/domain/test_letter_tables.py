"""Set the tables of a letter: results over time, and criteria with what they saw."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D

from desktop_app.domain.conclusions import Criterion, Diagnosis, Score
from desktop_app.domain.letter import Tone
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.policy import Policy
from desktop_app.domain.record import PatientRecord, Person, Result
from desktop_app.domain.truth import Truth
from tests.domain.letters import (
    DAYS,
    MAYO,
    a_letter,
    a_record,
    section,
    smouldering,
    text_of,
)


def test_results_show_course_change_and_noise() -> None:
    table = section(a_letter(), "Results").table

    assert table is not None
    rows = {row[0].text: row for row in table.rows}
    m_protein = rows["M-protein"]
    assert [cell.text for cell in m_protein] == [
        *("M-protein", "3.1", "2.3", "1.6", "1.6", "+94 %", "beyond noise"),
    ]
    assert m_protein[0].aside == "g/dL"
    assert [cell.aside for cell in m_protein[1:5]] == [*reversed(DAYS), DAYS[0]]
    assert rows["Hb"][6].text == "within noise"
    assert rows["κ FLC"][1].tone is Tone.WARNING


def test_the_clinics_own_noise_counts() -> None:
    own = Policy({("", "serum_m_protein"): D(95)})
    table = section(a_letter(policy=own), "Results").table

    assert table is not None
    assert table.rows[0][6].text == "within noise"


def test_a_test_that_was_done_once_stands_in_a_line_with_its_side_of_the_limits() -> None:
    (once,) = section(a_letter(), "Results").lines

    assert once.text == (
        "Measured once: IgG 3900 mg/dL ↑ (2026-11-20); IgA 50 mg/dL ↓ (2026-11-20)"
    )


def test_a_change_that_cannot_be_calculated_is_not_calculated() -> None:
    zero = [
        Result(PartialDate(day), "serum_m_protein", D(value), "g/dL")
        for day, value in zip(DAYS, ("0", "0", "0.4"), strict=True)
    ]
    table = section(a_letter(record=PatientRecord(Person(), results=tuple(zero))), "Results").table

    assert table is not None
    assert [cell.text for cell in table.rows[0][5:]] == ["+0.4", "–"]
    moved = replace(zero[0], lab="A"), replace(zero[2], lab="B")
    other = section(a_letter(record=PatientRecord(Person(), results=moved)), "Results").table
    assert other is not None
    assert [cell.text for cell in other.rows[0][5:]] == ["–", "–"]


def test_a_record_without_values_has_neither_table_nor_chart() -> None:
    empty = a_letter(record=PatientRecord(Person()))

    assert [one.heading for one in empty.enclosed] == ["", "Criteria"]


def test_values_measured_once_have_no_chart_and_no_table() -> None:
    once = PatientRecord(Person(), results=(a_record().results[-1],))
    letter = a_letter(record=once)

    assert section(letter, "Results").table is None
    assert all(one.chart is None for one in letter.enclosed)


def test_nothing_after_the_day_of_the_assessment_is_used() -> None:
    later = Result(PartialDate("2026-11-21"), "serum_m_protein", D("9.9"), "g/dL")
    record = replace(a_record(), results=(*a_record().results, later))

    assert "9.9" not in text_of(a_letter(record=record))


def test_criteria_show_state_value_day_and_cut_off() -> None:
    table = section(a_letter(), "Criteria").table

    assert table is not None
    rows = {row[0].text: row for row in table.rows}
    assert list(rows) == [
        "Multiple myeloma",
        "· Calcium (CRAB)",
        "· Anaemia (CRAB)",
        "Urine M-protein ≥ 500 mg/24 h",
        "Marrow plasma cells > 20 %",
    ]
    calcium = rows["· Calcium (CRAB)"]
    assert [(cell.text, cell.aside) for cell in calcium[1:3]] == [
        ("✖ not met", ""),
        ("9.4 mg/dL", "2026-11-20"),
    ]
    assert calcium[3].text.startswith("> 11 mg/dL or > ULN")
    assert rows["· Anaemia (CRAB)"][2].text == "10.2 g/dL"
    assert rows["Marrow plasma cells > 20 %"][1].tone is Tone.STRONG


def test_what_is_unknown_looks_unknown_in_the_table() -> None:
    table = section(a_letter(), "Criteria").table

    assert table is not None
    urine = table.rows[3]
    assert [cell.text for cell in urine[1:3]] == ["? unknown", "Not recorded."]
    assert {cell.tone for cell in urine[:3]} == {Tone.UNKNOWN}


def test_a_criterion_stands_once_and_points_do_not_repeat_factors() -> None:
    points = Criterion("SMM-IMWG2020-POINTS-PC", Truth.MET)
    count = replace(MAYO, criteria=(*MAYO.criteria, points))
    table = section(a_letter(smouldering(imwg_2020_points=count)), "Criteria").table

    assert table is not None
    assert len(table.rows) == 5


def test_an_assessment_without_criteria_has_no_such_table() -> None:
    bare = smouldering(
        diagnosis=Diagnosis(None, (), "undetermined"), mayo_20_2_20=Score(applicable=False)
    )

    assert "Criteria" not in [one.heading for one in a_letter(bare).enclosed]
