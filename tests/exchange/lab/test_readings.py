"""Test what a staged row says once it is read: day, value, limits, and what is asked of it."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.arrivals.review import (
    ArrivalState,
    ArrivingPerson,
    Decisions,
    PersonState,
    Reading,
)
from desktop_app.domain.arrivals.rows import (
    LEAVE_OUT,
    DateStyle,
    Layout,
    SiteProfile,
    Staged,
    StagedRow,
)
from desktop_app.domain.record import Comparator, Finding, Interpretation, Result, Sex
from desktop_app.exchange.lab.number_notes import number_notes
from desktop_app.exchange.lab.readings import read_rows
from tests.domain.cases import catalogue

TODAY = date(2026, 11, 22)
HB = {"item_name": "Hb", "value": "13.1", "unit": "g/dL", "collected_at": "2026-11-02 08:30"}


def readings(
    *rows: dict[str, str],
    profile: SiteProfile | None = None,
    decisions: Decisions | None = None,
    sex: Sex = Sex.UNKNOWN,
) -> tuple[Reading, ...]:
    """Read rows, each given by its texts."""
    staged = tuple(StagedRow(place + 1, "", **row) for place, row in enumerate(rows))
    return read_rows(
        Staged("test", "", staged, Layout.LONG),
        profile or SiteProfile("test"),
        decisions or Decisions(),
        catalogue(),
        TODAY,
        sex,
    )


def read_one(*rows: dict[str, str], **more: object) -> Reading:
    """Read one row of several parts."""
    (reading,) = readings({key: text for row in rows for key, text in row.items()}, **more)  # type: ignore[arg-type]
    return reading


def result_of(reading: Reading) -> Result:
    """Give the result of a reading."""
    assert isinstance(reading.entry, Result)
    return reading.entry


def told(reading: Reading) -> tuple[str, list[str], list[str]]:
    """Give state, notes and questions."""
    notes = [note.code for note in reading.notes]
    return reading.state.value, notes, [question.code for question in reading.questions]


def test_a_row_becomes_a_result() -> None:
    more = {"lab": "North", "method": "Cyanmet", "specimen": "blood", "ref_text": "12-16"}

    reading = read_one(HB, more)

    assert told(reading) == ("new", [], [])
    assert (reading.minute, reading.code, reading.place) == ("08:30", "hemoglobin", 0)
    entry = result_of(reading)
    assert (entry.date.text, entry.value, entry.unit) == ("2026-11-02", Decimal("13.1"), "g/dL")
    assert (entry.low, entry.high) == (Decimal(12), Decimal(16))
    assert (entry.lab, entry.method, entry.specimen) == ("North", "Cyanmet", "blood")


@pytest.mark.parametrize(
    ("texts", "day", "answer"),
    [
        ({"collected_at": "115/11/02"}, None, ("new", [], [])),
        ({"collected_at": ""}, None, ("question", [], ["day"])),
        ({"collected_at": ""}, date(2026, 11, 2), ("new", [], [])),
        ({"collected_at": ""}, date(2026, 12, 2), ("refused", ["in_the_future"], [])),
        ({"collected_at": "2026-11-23"}, None, ("refused", ["in_the_future"], [])),
        ({"collected_at": "2026-11"}, None, ("new", [], [])),
        ({"collected_at": "115/2/29"}, None, ("refused", ["no_such_day"], [])),
        ({"collected_at": "03/04/2026"}, date(2026, 11, 2), ("question", [], ["date_style"])),
    ],
)
def test_a_day_is_read_or_asked_for(
    texts: dict[str, str], day: date | None, answer: tuple[str, list[str], list[str]]
) -> None:
    reading = read_one(HB, texts, decisions=Decisions(day=day))

    assert told(reading) == answer
    assert (reading.entry is None) == (answer[0] != "new")


def test_a_grade_of_a_scale_comes_in() -> None:
    assert result_of(read_one(HB, {"item_name": "ECOG", "value": "2", "unit": ""})).value == 2


def test_the_profile_settles_how_days_are_written() -> None:
    profile = SiteProfile("test", date_style=DateStyle.DAY_FIRST)

    assert result_of(read_one(HB, {"collected_at": "03/04/2026"}, profile=profile)).date.text == (
        "2026-04-03"
    )


@pytest.mark.parametrize(
    ("texts", "state", "note"),
    [
        ({"value": ""}, "absent", "empty"),
        ({"value": "溶血"}, "absent", "absent"),
        ({"value": "0 NIL"}, "absent", "absent"),
        ({"status": "X"}, "absent", "withdrawn"),
        ({"status": "I"}, "absent", "empty"),
        ({"value": "see the picture"}, "refused", "not_understood"),
        ({"value": "negative"}, "refused", "not_understood"),
        ({"item_name": "尿蛋白", "value": "1+", "unit": ""}, "refused", "no_place"),
        ({"item_name": "IFE", "value": "something odd", "unit": ""}, "refused", "isotype_unread"),
        ({"item_name": "IFE", "value": "faint IgG ?", "unit": ""}, "refused", "isotype_unread"),
        ({"item_name": "ECOG", "value": "1.5", "unit": ""}, "refused", "off_scale"),
        ({"item_name": "ECOG", "value": "7", "unit": ""}, "refused", "off_scale"),
        ({"item_name": "ECOG", "value": "1-2", "unit": ""}, "refused", "off_scale"),
        ({"status": "P"}, "new", "status"),
        ({"status": "Z9"}, "new", "status"),
        ({"ref_low": "16", "ref_high": "12"}, "new", "limits_reversed"),
        ({"ref_text": "see leaflet"}, "new", "range_unread"),
        ({"item_name": "RBC(尿)", "value": "5-10", "unit": "/HPF"}, "new", "interval"),
    ],
)
def test_what_is_no_plain_result_says_why(texts: dict[str, str], state: str, note: str) -> None:
    reading = read_one(HB, texts)

    assert (reading.state, reading.notes[0].code) == (state, note)


@pytest.mark.parametrize(
    ("texts", "question"),
    [
        ({"value": "13.1 (hemolysis)"}, "quality"),
        ({"value": "13.1 (+)"}, "more_than_a_number"),
        ({"value": "13.1", "unit": ""}, "unit"),
        ({"value": "131"}, "reason"),
        ({"item_name": "M-spike", "value": "not detected"}, "nothing_as_zero"),
        ({"item_name": "尿M蛋白", "value": "未檢出", "unit": ""}, "nothing_as_zero"),
        ({"item_name": "IFE", "value": "faint IgG kappa", "unit": ""}, "immunofixation"),
    ],
)
def test_what_is_in_doubt_is_asked(texts: dict[str, str], question: str) -> None:
    reading = read_one(HB, texts)

    assert told(reading)[0::2] == ("question", [question])


@pytest.mark.parametrize("name", ["Hb", "M-spike", "IFE"])
def test_a_value_without_its_day_is_no_entry(name: str) -> None:
    for value in ("13.1", "low", "not detected"):
        reading = read_one({"item_name": name, "value": value, "unit": "g/dL"})

        assert reading.entry is None


def test_a_value_beyond_the_hard_limits_needs_a_reason() -> None:
    (without,) = readings(HB | {"value": "27"})
    (with_it,) = readings(
        HB | {"value": "27", "comment": "repeated"}, decisions=Decisions(reasons={0: " seen "})
    )

    assert dict(without.questions[0].values) == {"low": "2", "high": "26", "unit": "g/dL"}
    entry = result_of(with_it)
    assert (entry.confirmed, entry.note) == (True, "seen; repeated")


@pytest.mark.parametrize(
    ("texts", "comparator", "note"),
    [
        ({"value": "<5.0"}, Comparator.LT, None),
        ({"value": "5-10"}, Comparator.GE, "5-10"),
        ({"value": "13.1 (36.1%)"}, None, "36.1 %"),
        ({"value": "13.1 (repeated)", "status": "P"}, None, "repeated; P"),
        ({"comment": " see note "}, None, "see note"),
    ],
)
def test_what_stands_beside_a_number_is_kept(
    texts: dict[str, str], comparator: Comparator | None, note: str | None
) -> None:
    entry = result_of(read_one(HB, texts))

    assert (entry.comparator, entry.note) == (comparator, note)


@pytest.mark.parametrize(
    ("word", "interpretation"),
    [("偏低", Interpretation.LOW), ("normal", Interpretation.NORMAL), ("H", Interpretation.HIGH)],
)
def test_a_word_is_kept_as_what_it_says(word: str, interpretation: Interpretation) -> None:
    entry = result_of(read_one(HB, {"value": word, "unit": ""}))

    assert (entry.interpretation, entry.value, entry.unit) == (interpretation, None, None)


def test_nothing_detected_is_zero_if_a_person_says_so() -> None:
    entry = result_of(read_one(HB, {"item_name": "尿M蛋白", "value": "未檢出", "unit": ""}))

    assert (entry.value, entry.unit, entry.note) == (Decimal(0), "mg/(24.h)", "未檢出")


@pytest.mark.parametrize(
    ("text", "isotypes"), [("IgG lambda", ("IgG-lambda",)), ("陰性", ()), ("Negative", ())]
)
def test_an_immunofixation_is_a_finding_with_its_text(text: str, isotypes: tuple[str, ...]) -> None:
    reading = read_one(HB, {"item_name": "IFE", "value": text, "unit": ""})

    assert isinstance(reading.entry, Finding)
    assert (reading.entry.value, reading.entry.note) == (isotypes, text)


@pytest.mark.parametrize(
    ("texts", "limits"),
    [
        ({"ref_low": "12", "ref_high": "16"}, ("12", "16")),
        ({"ref_high": "16"}, (None, "16")),
        ({"ref_low": "12-16"}, ("12", "16")),
        ({"ref_text": "M: 13-17 F: 12-16", "sex": "F"}, ("12", "16")),
        ({"ref_text": "M: 13-17 F: 12-16"}, ("13", "17")),
        ({"ref_text": " "}, (None, None)),
    ],
)
def test_limits_come_with_the_result(
    texts: dict[str, str], limits: tuple[str | None, str | None]
) -> None:
    entry = result_of(read_one(HB, texts, sex=Sex.MALE))

    assert (entry.low, entry.high) == tuple(None if x is None else Decimal(x) for x in limits)


def test_what_nobody_wants_is_left_out_and_what_nobody_knows_is_listed() -> None:
    profile = SiteProfile("test", items={"hb|": LEAVE_OUT})

    assert read_one(HB, profile=profile).state is ArrivalState.LEFT_OUT
    assert told(read_one(HB, {"item_name": "Zz"})) == ("unknown", [], ["item"])


SHARE = HB | {"item_name": "M-spike", "value": "20", "unit": "%"}
TOTAL = HB | {"item_name": "TP", "value": "8.0", "unit": "g/dL"}
SPIKE = HB | {"item_name": "M-spike", "value": "1.5", "unit": "g/dL"}


def test_an_m_protein_follows_from_its_share_and_the_total_protein() -> None:
    share, _, computed = readings(SHARE, TOTAL)

    assert told(computed) == ("new", ["computed"], [])
    entry = result_of(computed)
    assert (entry.code, entry.value, entry.unit) == ("serum_m_protein", Decimal("1.6"), "g/dL")
    assert (entry.method, computed.row, computed.place) == ("computed", share.row, share.place)


def test_one_day_alone_does_not_tell_that_it_was_one_specimen() -> None:
    day = {"collected_at": "2026-11-02"}

    computed = readings(SHARE | day, TOTAL | day)[-1]
    numbered = readings(SHARE | day | {"accession": "7"}, TOTAL | day | {"accession": "7"})[-1]

    assert told(computed) == ("question", ["computed"], ["same_specimen"])
    assert told(numbered) == ("new", ["computed"], [])


@pytest.mark.parametrize(
    "rows",
    [
        (SHARE, TOTAL, SPIKE),  # measured
        (SHARE, TOTAL, TOTAL | {"value": "7.0"}),  # which one?
        (SHARE, TOTAL | {"collected_at": "2026-11-03"}),
        (SHARE, TOTAL | {"patient_id": "2"}),
        (SHARE, TOTAL | {"value": "<8"}),
        (SHARE, TOTAL | {"value": "normal"}),
        (SHARE, TOTAL | {"unit": ""}),
        (SHARE | {"value": "<20"}, TOTAL),
        (SHARE | {"value": "not detected"}, TOTAL),
        (SHARE,),
        (TOTAL, HB),
    ],
)
def test_no_m_protein_is_computed_of_anything_else(rows: tuple[dict[str, str], ...]) -> None:
    assert len(readings(*rows)) == len(rows)


def test_a_total_protein_and_an_m_protein_have_the_same_units() -> None:
    assert catalogue()["total_protein"].units == catalogue()["serum_m_protein"].units


@pytest.mark.parametrize(
    ("number", "sex", "birth", "notes"),
    [
        ("A123456789", Sex.MALE, "", []),
        ("A123456788", Sex.MALE, "", ["number_misspelt"]),
        ("A123456789", Sex.FEMALE, "", ["number_other_sex"]),
        ("0012", Sex.FEMALE, "", []),
        ("11010519491231002X", Sex.FEMALE, "1949-12-31", []),
        ("11010519491231002X", Sex.FEMALE, "1950-12-31", ["number_other_birth_date"]),
    ],
)
def test_a_number_that_tells_something_else_warns(
    number: str, sex: Sex, birth: str, notes: list[str]
) -> None:
    person = ArrivingPerson(number, number, "ZZSENTINEL", birth, sex, PersonState.NEW)

    assert [note.code for note in number_notes(person)] == notes


@pytest.mark.shared
def test_strings_of_real_systems_never_land_where_they_do_not_belong(shared: Path) -> None:
    with (shared / "data/traps/real_value_strings.csv").open(encoding="utf-8") as stream:
        lines = list(csv.DictReader(stream))
    rows = [
        {
            "item_name": line["analyte_text"],
            "item_code": line["loinc_given"].split(" ")[0],
            "value": line["value_as_sent"],
            "unit": line["unit_as_sent"],
            "ref_text": line["reference_as_sent"],
            "collected_at": "2026-11-02",
        }
        for line in lines
    ]

    found = readings(*rows)

    entered = {x.row.item_name: x.code for x in found if x.state is ArrivalState.NEW}
    assert len(found) == 21
    assert entered == {"Leukocytes": "wbc", "GFR": "egfr"}
    by_name = {x.row.item_name: x for x in found}
    assert by_name["溶血"].state is ArrivalState.ABSENT
    assert by_name["Estimated GFR"].state is ArrivalState.UNKNOWN
    assert by_name["Platelets"].state is ArrivalState.UNKNOWN


@given(rows=st.permutations([HB, SHARE, TOTAL, SPIKE | {"patient_id": "2"}, HB | {"value": "H"}]))
def test_the_order_of_rows_changes_no_reading(rows: list[dict[str, str]]) -> None:
    found = {(x.row.item_name, x.code, x.state, str(x.entry)) for x in readings(*rows)}

    assert found == {
        (x.row.item_name, x.code, x.state, str(x.entry))
        for x in readings(HB, SHARE, TOTAL, SPIKE | {"patient_id": "2"}, HB | {"value": "H"})
    }


@given(texts=st.lists(st.text(max_size=30), min_size=22, max_size=22))
def test_no_row_of_any_texts_crashes(texts: list[str]) -> None:
    row = StagedRow(1, "", *texts[:19])

    staged = Staged("test", "", (row,), Layout.LONG)
    found = read_rows(staged, SiteProfile("test"), Decisions(), catalogue(), TODAY)

    assert len(found) == 1
