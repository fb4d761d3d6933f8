"""Print the letter about POEMS and read it back."""

from __future__ import annotations

import re

import pytest

from desktop_app.data.content.fonts import font_source
from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.letter import Letter
from desktop_app.reports.fonts import register_fonts
from desktop_app.reports.letter import letter_pdf
from desktop_app.reports.line_breaking import NO_END, NO_START
from tests.domain.letters import RESOURCES, wordings
from tests.domain.poems_letters import a_poems_letter
from tests.reports.sheets import lines_of, pages_of, squeezed

SIDE = 18 * 72 / 25.4
MOST_PAGES = 3


def printed(letter: Letter) -> bytes:
    """Print the letter."""
    register_fonts(font_source(RESOURCES))
    return letter_pdf(letter, wordings())


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_the_letter_says_is_printed(language: str) -> None:
    letter = a_poems_letter(language=language)
    text = squeezed("".join(pages_of(printed(letter))))

    for section in (*letter.sections, *letter.enclosed):
        assert squeezed(section.heading) in text
        assert all(squeezed(line.text) in text for line in section.lines)
        for row in section.table.rows if section.table else ():
            assert all(squeezed(cell.text) in text for cell in row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_names_the_patient_and_its_number(language: str) -> None:
    pages = pages_of(printed(a_poems_letter(language=language)))

    assert 1 < len(pages) <= MOST_PAGES
    assert all("ZZSENTINEL · 17" in page for page in pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_stands_outside_the_margins(language: str) -> None:
    letters = [x for line in lines_of(printed(a_poems_letter(language=language))) for x in line]

    assert min(letter.left for letter in letters) > SIDE - 1
    assert max(letter.right for letter in letters) < 595.3 - SIDE + 1


@pytest.mark.parametrize("language", ["zh-TW", "zh-CN"])
def test_no_line_starts_or_ends_with_a_forbidden_mark(language: str) -> None:
    drawn = lines_of(printed(a_poems_letter(language=language)))
    lines = ["".join(each.char for each in line).lstrip("?·>") for line in drawn]
    prose = [line for line in lines if re.search(r"[\u4e00-\u9fff]{3}", line)]

    assert [line for line in prose if line[0] in NO_START] == []
    assert [line for line in prose if line[-1] in NO_END] == []


def test_the_same_input_gives_the_same_bytes() -> None:
    assert printed(a_poems_letter()) == printed(a_poems_letter())
