"""Write the summary of a case, from an assessment made by hand."""

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
from tests.domain.myelomas import TREATED, a_myeloma_record, assessed_myeloma


@cache
def texts() -> LetterTexts:
    """Read the words of the summary once."""
    return load_letters(RESOURCES)["case_summary"]


def a_summary(
    assessment: Assessment | None = None,
    *,
    language: str = "en",
    record: PatientRecord | None = None,
    **changes: Any,
) -> Letter:
    """Write the summary."""
    return build_letter(
        assessment or assessed_myeloma(),
        record or a_myeloma_record(),
        replace(LetterContext(TODAY, "ZZSENTINEL · 17"), **changes),
        texts(),
        catalogue=catalogue(),
        words=wordings()[language],
    )


def told(heading: str, letter: Letter | None = None) -> list[str]:
    """Give the lines under a heading."""
    return [line.text for line in section(letter or a_summary(), heading).lines]


def rows(heading: str, letter: Letter | None = None) -> list[str]:
    """Give the rows of the table under a heading."""
    table = section(letter or a_summary(), heading).table
    assert table is not None
    return [" | ".join(f"{x.text} {x.aside}".strip() for x in row) for row in table.rows]


def of(**changes: object) -> Letter:
    """Write the summary of another picture."""
    return a_summary(assessed_myeloma(replace(TREATED, **changes)))
