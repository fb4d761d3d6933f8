"""Write the letter about POEMS, from an assessment made by hand."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from desktop_app.data.content.letters import load_letters
from desktop_app.domain.conclusions import Assessment
from desktop_app.domain.letter import Letter, LetterTexts
from desktop_app.domain.letter_building import LetterContext, build_letter
from desktop_app.domain.record import PatientRecord
from tests.domain.letters import RESOURCES, TODAY, catalogue, section, wordings
from tests.poems_picture import a_poems_record, assessed_poems, picture


@cache
def texts() -> LetterTexts:
    """Read the words of the letter once."""
    return load_letters(RESOURCES)["poems_neurology"]


def a_poems_letter(
    assessment: Assessment | None = None,
    *,
    language: str = "en",
    record: PatientRecord | None = None,
    **changes: Any,
) -> Letter:
    """Write the letter."""
    return build_letter(
        assessment or assessed_poems(),
        record or a_poems_record(),
        replace(LetterContext(TODAY, "ZZSENTINEL · 17"), **changes),
        texts(),
        catalogue=catalogue(),
        words=wordings()[language],
    )


def told(heading: str, letter: Letter | None = None) -> list[str]:
    """Give the lines under a heading."""
    return [line.text for line in section(letter or a_poems_letter(), heading).lines]


def rows(heading: str, letter: Letter | None = None) -> list[str]:
    """Give the rows of the table under a heading."""
    table = section(letter or a_poems_letter(), heading).table
    assert table is not None
    return [" | ".join(f"{x.text} {x.aside}".strip() for x in row) for row in table.rows]


def of(**changes: object) -> Letter:
    """Write the letter of another picture."""
    return a_poems_letter(assessed_poems(picture(**changes)))


def word(table: str, code: str) -> str:
    """Give the English words of a code, or the code."""
    return wordings()["en"].sentences.get(f"{table}.{code}", code)


def recorded(**changes: object) -> Letter:
    """Write the letter of another record."""
    return a_poems_letter(record=a_poems_record(**changes))
