"""Print letters and read them back."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pypdf
import pytest

from desktop_app.data.content.fonts import font_source
from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.document import Clinic
from desktop_app.domain.journal import Override
from desktop_app.domain.letter import Letter, Part
from desktop_app.reports.fonts import register_fonts
from desktop_app.reports.letter import letter_pdf
from desktop_app.reports.line_breaking import NO_END, NO_START
from tests.domain.letters import FULL, RESOURCES, a_letter, smouldering, wordings
from tests.reports.sheets import lines_of, pages_of, squeezed

CLINIC = Clinic("ZZSENTINEL 診所", "02-2312 3456", "示範路 1 號", "Dr ZZSENTINEL")
SIDE, FOOT, HEAD = 18 * 72 / 25.4, 16 * 72 / 25.4, 842 - 8 * 72 / 25.4


def printed(letter: Letter) -> bytes:
    """Print a letter."""
    register_fonts(font_source(RESOURCES))
    return letter_pdf(letter, wordings())


def read(letter: Letter) -> str:
    """Print a letter and read its text, without white space."""
    return squeezed("".join(pages_of(printed(letter))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_font_is_embedded_and_helvetica_is_not_named(language: str) -> None:
    reader = pypdf.PdfReader(BytesIO(printed(a_letter(FULL, language=language))))

    fonts = [
        font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()
    ]

    assert fonts
    assert [font["/BaseFont"] for font in fonts if "Helvetica" in font["/BaseFont"]] == []
    assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in fonts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_the_letter_says_is_printed(language: str) -> None:
    letter = a_letter(FULL, language=language, clinic=CLINIC)
    text = read(letter)

    for section in (*letter.sections, *letter.enclosed):
        assert squeezed(section.heading) in text
        assert all(squeezed(line.text) in text for line in section.lines)
        for row in section.table.rows if section.table else ():
            assert all(squeezed(cell.text) in text for cell in row)
    for said in (letter.to, letter.salutation, letter.opening, letter.closing, letter.signature):
        assert squeezed(said) in text
    assert all(squeezed(part) in text for part in (CLINIC.name, CLINIC.address, CLINIC.doctor))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_letter_has_two_pages(language: str) -> None:
    assert len(pages_of(printed(a_letter(FULL, language=language, clinic=CLINIC)))) == 2


def test_the_chart_shows_both_plots_where_they_fit_else_the_first() -> None:
    chart_only = read(a_letter(parts=frozenset({Part.CHART})))
    everything = read(a_letter(FULL, clinic=CLINIC))

    assert "κFLC(mg/L)" in chart_only
    assert "lackofroom" not in chart_only
    assert "M-protein(g/dL)" in everything


def test_what_is_enclosed_does_not_begin_at_the_foot_of_a_page() -> None:
    for letter in (a_letter(FULL), a_letter(FULL, language="zh-TW"), a_letter()):
        pages = pages_of(printed(letter))
        (began,) = (page for page in pages if letter.enclosed_heading in page)
        assert letter.enclosed[0].heading in began


def test_a_letter_without_enclosures_has_one_page() -> None:
    letter = a_letter(parts=frozenset())

    assert len(pages_of(printed(letter))) == 1
    assert "Enclosed" not in read(letter)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_names_the_patient_its_number_revision_and_rules(language: str) -> None:
    pages = pages_of(printed(a_letter(FULL, language=language, clinic=CLINIC)))
    count = {"en": "Page {} of {}", "zh-TW": "第 {} 頁，共 {} 頁", "zh-CN": "第 {} 页，共 {} 页"}

    for number, page in enumerate(pages, 1):
        assert count[language].format(number, len(pages)) in page
        assert "ZZSENTINEL · 17" in page
        assert "ZZSENTINEL 診所" in page
        assert "ab" * 32 in squeezed(page)
        assert "2026.2" in page


@pytest.mark.parametrize(
    ("changes", "mark"),
    [({"fictional": True}, "Fictional patient"), ({"today": date(2028, 1, 1)}, "Review overdue")],
)
def test_a_mark_stands_on_every_page(changes: dict[str, object], mark: str) -> None:
    pages = pages_of(printed(a_letter(FULL, **changes)))

    assert all(mark in page for page in pages)
    assert mark not in read(a_letter())


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_stands_outside_the_margins_or_in_the_foot(language: str) -> None:
    letters = [
        letter for line in lines_of(printed(a_letter(FULL, language=language))) for letter in line
    ]

    assert min(letter.left for letter in letters) > SIDE - 1
    assert max(letter.right for letter in letters) < 595.3 - SIDE + 1
    assert all(0.3 * FOOT < letter.bottom < HEAD for letter in letters)


@pytest.mark.parametrize("language", ["zh-TW", "zh-CN"])
def test_no_line_starts_or_ends_with_a_forbidden_mark(language: str) -> None:
    pdf = printed(a_letter(FULL, language=language))
    # A sign stands before a line, and a cut-off begins with its own.
    lines = ["".join(letter.char for letter in line).lstrip("?·>") for line in lines_of(pdf)]
    prose = [line for line in lines if re.search(r"[\u4e00-\u9fff]{3}", line)]

    assert [line for line in prose if line[0] in NO_START] == []
    assert [line for line in prose if line[-1] in NO_END] == []


def test_the_same_input_gives_the_same_bytes() -> None:
    assert printed(a_letter(FULL)) == printed(a_letter(FULL))
    assert printed(a_letter(FULL)) != printed(a_letter(FULL, parts=frozenset({Part.CHART})))


def test_title_and_language_are_set_and_no_identity_stands_in_the_properties() -> None:
    reader = pypdf.PdfReader(BytesIO(printed(a_letter(language="zh-CN"))))

    assert reader.metadata is not None
    assert reader.metadata.title == "血液科转诊信"
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"
    assert "ZZSENTINEL" not in str(reader.metadata)


def test_what_somebody_typed_is_printed_as_it_stands() -> None:
    override = Override("smm", "a ** b <b>&amp;", datetime(2026, 11, 21, tzinfo=UTC))

    assert "a**b<b>&amp;" in read(a_letter(override=override, label="x ** y"))


def test_a_long_name_of_a_clinic_does_not_run_into_the_patients() -> None:
    clinic = Clinic("診" * 60, "02-2312 3456")
    head = [
        line
        for line in lines_of(printed(a_letter(clinic=clinic)))
        if line[0].bottom > 842 - 14 * 72 / 25.4
    ]
    ends = sorted((line[0].left, line[-1].right) for line in head if line[0].page == 0)

    assert len(ends) == 2
    assert ends[0][1] < ends[1][0]


def test_a_table_that_goes_on_repeats_its_heads() -> None:
    criteria = FULL.diagnosis.criteria
    many = tuple(replace(criteria[-1], id=f"SMM-DX-URINE-{n}") for n in range(140))
    long = smouldering(diagnosis=replace(FULL.diagnosis, criteria=many))
    pages = pages_of(printed(a_letter(long, parts=frozenset({Part.CRITERIA}))))

    assert len(pages) > 2
    assert all("Cut-off" in page for page in pages[1:])
