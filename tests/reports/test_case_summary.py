"""Print the summary of a case and read it back."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from desktop_app.data.content.fonts import font_source
from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.criteria.regimens import DRUGS as KNOWN_DRUGS
from desktop_app.domain.letter import Letter, Line
from desktop_app.reports.fonts import register_fonts
from desktop_app.reports.letter import letter_pdf
from desktop_app.reports.line_breaking import NO_END, NO_START, break_points
from tests.domain.letters import RESOURCES, wordings
from tests.domain.summaries import a_summary
from tests.reports.sheets import lines_of, pages_of, squeezed

SIDE = 18 * 72 / 25.4
DRUGS = (
    *("bortezomib", "cyclophosphamide", "dexamethasone"),
    *("daratumumab", "carfilzomib", "pomalidomide"),
)


def printed(letter: Letter) -> bytes:
    """Print the summary."""
    register_fonts(font_source(RESOURCES))
    return letter_pdf(letter, wordings())


def drawn(letter: Letter) -> list[str]:
    """Give the lines as they stand on the pages, without white space."""
    return ["".join(each.char for each in line) for line in lines_of(printed(letter))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_the_summary_says_is_printed(language: str) -> None:
    letter = a_summary(language=language)
    text = squeezed("".join(pages_of(printed(letter))))

    for section in (*letter.sections, *letter.enclosed):
        assert squeezed(section.heading) in text
        assert all(squeezed(line.text) in text for line in section.lines)
        for row in section.table.rows if section.table else ():
            assert all(squeezed(cell.text) in text for cell in row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_names_the_patient_and_its_number(language: str) -> None:
    pages = pages_of(printed(a_summary(language=language)))
    count = {"en": "Page {} of {}", "zh-TW": "第 {} 頁，共 {} 頁", "zh-CN": "第 {} 页，共 {} 页"}

    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert count[language].format(number, len(pages)) in page
        assert "ZZSENTINEL · 17" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_a_drug_or_of_a_change_stands_on_one_line(language: str) -> None:
    drugs = (wordings()[language].text(f"drug.{name}") for name in DRUGS)
    lines = drawn(a_summary(language=language))

    for name in (*drugs, "t(4;14)", "del(1p32)"):
        assert any(name in line for line in lines), name


def test_every_name_of_a_drug_stands_whole_in_a_narrow_column() -> None:
    for language in LANGUAGES:
        for code in KNOWN_DRUGS:
            for name in wordings()[language].text(f"drug.{code}").split():
                text = f"药物：{name}、其他"
                within = range(text.index(name) + 1, text.index(name) + len(name))
                assert not [place for place in break_points(text) if place in within], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_stands_outside_the_margins(language: str) -> None:
    letters = [x for line in lines_of(printed(a_summary(language=language))) for x in line]

    assert min(letter.left for letter in letters) > SIDE - 1
    assert max(letter.right for letter in letters) < 595.3 - SIDE + 1


@pytest.mark.parametrize("language", ["zh-TW", "zh-CN"])
def test_no_line_starts_or_ends_with_a_forbidden_mark(language: str) -> None:
    lines = [line.lstrip("?·>") for line in drawn(a_summary(language=language))]
    prose = [line for line in lines if re.search(r"[\u4e00-\u9fff]{3}", line)]

    assert [line for line in prose if line[0] in NO_START] == []
    assert [line for line in prose if line[-1] in NO_END] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("extra", range(0, 60, 6))
def test_a_heading_never_stands_on_another_page_than_the_first_row_below(
    language: str, extra: int
) -> None:
    letter = a_summary(language=language)
    diagnosis = letter.sections[0]
    pushed = replace(diagnosis, lines=(Line("x"),) * extra)
    letter = replace(letter, sections=(pushed, *letter.sections[1:]), enclosed=())
    pages = [squeezed(page) for page in pages_of(printed(letter))]

    for section in letter.sections:
        if section.table is not None:
            *_, first = (
                (line.text for line in section.lines) if section.lines else (section.heading,)
            )
            row = "".join(squeezed(cell.text + cell.aside) for cell in section.table.rows[0])
            both = [page for page in pages if squeezed(first) in page and row in page]
            assert both, section.heading


def test_the_same_input_gives_the_same_bytes() -> None:
    assert printed(a_summary()) == printed(a_summary())
