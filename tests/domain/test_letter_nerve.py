"""Word the nerves and what was given, in the letter about POEMS."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D

from desktop_app.domain.letter import Letter
from desktop_app.domain.myeloma_conclusions import Myeloma
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import ClinicalEvent, Finding, Result
from tests.domain.letters import section
from tests.domain.poems_letters import a_poems_letter, recorded, rows, told, word
from tests.poems_picture import FIRST, LINES, SECOND, THIRD, a_poems_record, assessed_poems

DASH = "\N{EN DASH}"
NERVES, LINES_GIVEN = "Nerves and function", "Treatment by lines"


def findings(*made: Finding) -> Letter:
    """Write the letter of these findings alone."""
    return recorded(findings=made)


def test_the_nerves_are_told_with_both_grades_their_total_and_mrs() -> None:
    assert told(NERVES) == [
        f"Polyneuropathy: yes · {word('polyneuropathy', 'mixed')} (2025-03-10)",
        "Nerves are clearly better about 6 months after therapy ends, best at 2–3 years.",
    ]
    assert rows(NERVES) == [
        "2025-03-10 | 2 | 3 | 5 | 3",
        "2025-09-12 | 2 | 3 | 5 | 3",
        "2026-06-19 | 1 | 2 | 3 | 2",
    ]


def test_what_stands_beside_the_neuropathy_is_told_as_far_as_it_was_answered() -> None:
    first, last = PartialDate(FIRST), PartialDate(THIRD)
    letter = findings(
        Finding(first, "polyneuropathy", {"present": True}),
        Finding(last, "polyneuropathy", {"present": True, "type": "axonal"}),
        Finding(last, "papilledema", value=False),
        Finding(last, "autonomic_neuropathy", value=True),
        Finding(last, "anti_mag", "pending"),
    )

    said = told(NERVES, letter)
    assert said[0] == (
        f"Polyneuropathy: yes (2025-03-10); yes · {word('polyneuropathy', 'axonal')} (2026-06-19)"
    )
    assert said[1].startswith("Beside it: Autonomic neuropathy yes (2026-06-19); ")
    assert said[1].count("(") == 2


def test_onls_asked_in_two_ways_has_two_rows_and_a_lone_grade_no_total() -> None:
    def grade(code: str, value: str, day: str = FIRST, mode: str | None = None) -> Result:
        return Result(PartialDate(day), code, D(value), "{score}", method=mode)

    letter = recorded(
        results=(
            grade("onls_arm", "2", mode="observed"),
            grade("onls_leg", "3", mode="observed"),
            grade("onls_arm", "1", mode="interview"),
            grade("modified_rankin", "2", SECOND),
            replace(grade("modified_rankin", "2", THIRD), value=None),
        )
    )

    assert rows(NERVES, letter) == [
        f"2025-03-10 {word('onls', 'interview')} | 1 | {DASH} | {DASH} | {DASH}",
        f"2025-03-10 {word('onls', 'observed')} | 2 | 3 | 5 | {DASH}",
        f"2025-09-12 | {DASH} | {DASH} | {DASH} | 2",
    ]


def test_of_many_days_the_first_and_the_last_are_told() -> None:
    days = [f"2025-{month:02}-01" for month in range(1, 13)]
    grades = tuple(Result(PartialDate(day), "onls_leg", D(3), "{score}") for day in days)

    told_days = [x[:10] for x in rows(NERVES, recorded(results=grades))]

    assert told_days == [days[0], *days[5:]]


def test_lines_are_told_without_a_response_of_myeloma() -> None:
    table = section(a_poems_letter(), LINES_GIVEN).table

    assert table is not None
    assert table.heads == ("Line", "Given", "From, to", "Why it began, why it ended")
    assert {len(each) for each in table.rows} == {4}
    assert "VGPR" not in " ".join(rows(LINES_GIVEN))


def test_radiotherapy_that_is_part_of_no_line_is_told_beside() -> None:
    events = (
        ClinicalEvent(PartialDate("2025-02-01"), "radiotherapy"),
        ClinicalEvent(PartialDate("2027-02-01"), "radiotherapy"),
    )
    counted = replace(
        LINES[0], parts=(replace(LINES[0].parts[1], kind="radiotherapy", start="2025-02-01"),)
    )
    record = a_poems_record(events=events)
    within = assessed_poems(myeloma=Myeloma(lines=(counted,)))
    alone = assessed_poems(myeloma=Myeloma())

    assert told(LINES_GIVEN, a_poems_letter(record=record)) == ["Radiotherapy: 2025-02-01"]
    assert told(LINES_GIVEN, a_poems_letter(within, record=record)) == []
    assert told(LINES_GIVEN, a_poems_letter(alone, record=record)) == ["Radiotherapy: 2025-02-01"]
