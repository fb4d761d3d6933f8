"""Print every leaflet for every kind of reader, and read the sheets back."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from io import BytesIO

import pypdf
import pypdfium2
import pytest

from desktop_app.domain.document import OPEN_GROUP
from desktop_app.domain.record import PatientRecord
from desktop_app.reports.line_breaking import NO_END, NO_START
from tests.domain.myelomas import TREATED
from tests.poems_picture import PICTURE, a_poems_record
from tests.reports.sheets import (
    EDITIONS,
    NEXT,
    PAIRS,
    TAIWAN,
    a_myeloma_record,
    a_record,
    a_sheet,
    letters_of,
    lines_of,
    pages_of,
    squeezed,
)

RISING = ("2.1", "2.2", "2.2", "2.3", "3.2")
READERS = {
    "smm low": ("smm", "smm", "confirmed", "low"),
    "smm intermediate": ("smm", "smm", "confirmed", "intermediate"),
    "smm high": ("smm", "smm", "confirmed", "high"),
    "smm presumed": ("smm", "smm", "presumed", OPEN_GROUP),
    "smm light chain": ("smm", "smm_light_chain", "confirmed", OPEN_GROUP),
    "first steps": ("first_m_protein", None, "undetermined", OPEN_GROUP),
    "first steps, presumed": ("first_m_protein", "mgus_igm", "presumed", "low"),
    "questions, open": ("questions", None, "undetermined", OPEN_GROUP),
    "questions, low risk": ("questions", "mgus_non_igm", "confirmed", "low"),
    "questions, smouldering": ("questions", "smm", "confirmed", "high"),
    "start": ("myeloma_start", "multiple_myeloma", "confirmed", OPEN_GROUP),
    "on treatment": ("myeloma_on_treatment", "multiple_myeloma", "confirmed", OPEN_GROUP),
    "outside": ("extramedullary", "multiple_myeloma", "confirmed", OPEN_GROUP),
    "lenalidomide": ("lenalidomide", "multiple_myeloma", "confirmed", OPEN_GROUP),
    "lenalidomide early": ("lenalidomide", "smm", "confirmed", "high"),
    "poems": ("poems", "poems", "confirmed", OPEN_GROUP),
    "poems presumed": ("poems", "poems", "presumed", OPEN_GROUP),
    "marrow": ("bone_marrow", "multiple_myeloma", "confirmed", OPEN_GROUP),
    "marrow, open": ("bone_marrow", None, "undetermined", OPEN_GROUP),
}
RECORDS = {"multiple_myeloma": a_myeloma_record, "poems": a_poems_record}
FIGURES = {"smm low": 6, "smm intermediate": 18, "smm high": 44}
MOST_PAGES = {
    "smm": 3,
    "first_m_protein": 2,
    "questions": 1,
    "myeloma_start": 2,
    "myeloma_on_treatment": 2,
    "extramedullary": 2,
    "lenalidomide": 2,
    "bone_marrow": 2,
    "poems": 3,
}
FOOT, HEAD = 60, 800  # points: outside stand small print and page numbers


def rising_record() -> PatientRecord:
    """Give a record whose M-protein rises at last."""
    return a_record(RISING)


@cache
def printed(
    name: str, pair: tuple[str, ...] = TAIWAN, large: bool = False, next_due: date | None = NEXT
) -> bytes:
    """Print the sheet of a reader."""
    kind, category, status, group = READERS[name]
    return a_sheet(
        pair,
        kind=kind,
        large_print=large,
        record=RECORDS.get(category or "", rising_record)(),
        myeloma=TREATED if category == "multiple_myeloma" else None,
        poems=PICTURE if category == "poems" else None,
        category=category,
        status=status,
        group=group,
        next_due=next_due,
        fictional=True,
    )


def read(name: str, pair: tuple[str, ...] = TAIWAN) -> str:
    """Read a sheet without white space."""
    return squeezed("".join(pages_of(printed(name, pair))))


@pytest.mark.parametrize(("pair", "large"), EDITIONS)
@pytest.mark.parametrize("name", READERS)
def test_every_font_is_embedded(name: str, pair: tuple[str, ...], large: bool) -> None:
    reader = pypdf.PdfReader(BytesIO(printed(name, pair, large)))
    fonts = [
        font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()
    ]

    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in fonts)


@pytest.mark.parametrize(("pair", "large"), EDITIONS)
@pytest.mark.parametrize("name", READERS)
def test_nothing_leaves_the_page_or_breaks_a_rule_of_lines(
    name: str, pair: tuple[str, ...], large: bool
) -> None:
    pdf = printed(name, pair, large)
    letters = letters_of(pdf)
    lines = ["".join(letter.char for letter in line) for line in lines_of(pdf)]
    prose = [line for line in lines if re.search(r"[\u4e00-\u9fff]{3}", line)]

    assert min(letter.left for letter in letters) > 30
    assert max(letter.right for letter in letters) < 595 - 30
    assert min(letter.bottom for letter in letters) > 15
    assert [line for line in prose if line[0] in NO_START - {"•", "‧", "·"}] == []
    assert [line for line in prose if line[-1] in NO_END] == []


@pytest.mark.parametrize(("pair", "large"), EDITIONS)
@pytest.mark.parametrize("name", READERS)
def test_body_text_is_as_large_as_promised(name: str, pair: tuple[str, ...], large: bool) -> None:
    least = 16 if large else 12
    prose = [
        line
        for line in lines_of(printed(name, pair, large))
        if FOOT < line[0].bottom < HEAD
        and len(line) > 12
        and not re.search(
            r"\d{4}-\d{2}|核可|批准|虛構|虚构|g/dL|g/L|mL/min|pg/mL|10⁹/L",
            "".join(letter.char for letter in line),
        )
    ]

    assert len(prose) > 10
    assert min(letter.size for line in prose for letter in line) >= least


@pytest.mark.parametrize("next_due", [NEXT, None])
@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("name", READERS)
def test_no_leaflet_is_longer_than_meant(
    name: str, pair: tuple[str, ...], next_due: date | None
) -> None:
    pages = pages_of(printed(name, pair, next_due=next_due))

    assert len(pages) <= MOST_PAGES[READERS[name][0]]


@pytest.mark.parametrize("name", READERS)
def test_a_figure_is_printed_only_for_its_group(name: str) -> None:
    text = read(name)
    said = re.findall(r"100位病友中，2年內約(\d+)位", text)

    assert said == ([str(FIGURES[name])] if name in FIGURES else [])
    assert ("1,996" in text) is (name in FIGURES)
    if name in FIGURES:
        count = FIGURES[name]
        assert f"about{count}needtreatment" in text
        assert "within2years" in text
        assert f"About{100 - count}donot" in text


@pytest.mark.parametrize("name", FIGURES)
def test_as_many_people_are_filled_as_the_figure_says(name: str) -> None:
    document = pypdfium2.PdfDocument(printed(name))
    filled = empty = 0
    for page in document:
        for item in page.get_objects():
            if item.type == 2 and _is_head(item):
                if _is_dark(item):
                    filled += 1
                else:
                    empty += 1

    count = FIGURES[name]
    assert (filled, empty) == (count + 1, 100 - count + 1)  # one more of each in the legend


@pytest.mark.parametrize("name", [name for name in READERS if "first" in name or "open" in name])
@pytest.mark.parametrize("pair", PAIRS)
def test_an_open_diagnosis_is_told_no_figure_and_no_disease(
    name: str, pair: tuple[str, ...]
) -> None:
    text = read(name, pair)

    assert not re.search(r"每100位|100位|Of100people|outof100", text)
    assert not re.search("骨髓瘤|myeloma|MGUS", text)


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("pair", PAIRS)
def test_survival_is_told_nowhere(name: str, pair: tuple[str, ...]) -> None:
    assert not re.search(
        "surviv|存活|生存|壽命|寿命|mortal|lifeexpect", read(name, pair), re.IGNORECASE
    )


@pytest.mark.parametrize("name", READERS)
def test_small_print_never_runs_into_the_page_number(name: str) -> None:
    for line in lines_of(printed(name)):
        if line[0].bottom < 16 * 72 / 25.4:
            text = "".join(letter.char for letter in line)
            ours = re.search("Page|共", text) is not None
            assert ours is not ("revision" in text or "版" in text), text


@pytest.mark.parametrize("language", ["zh-TW", "zh-CN", "en"])
@pytest.mark.parametrize("name", READERS)
def test_one_language_alone_is_printed_too(name: str, language: str) -> None:
    pages = pages_of(printed(name, (language,)))

    assert len(pages) <= MOST_PAGES[READERS[name][0]]
    if language == "en":
        assert not re.search(r"[\u4e00-\u9fff]", "".join(pages).replace("κ", ""))


@pytest.mark.parametrize("name", ["smm high", "first steps", "questions, open"])
def test_the_same_input_gives_the_same_bytes(name: str) -> None:
    first = printed(name)
    printed.cache_clear()

    assert printed(name) == first


def _is_head(item: pypdfium2.PdfObject) -> bool:
    """Tell whether a path is the round head of a person, not the body and not a mark."""
    left, bottom, right, top = item.get_bounds()
    wide, high = right - left, top - bottom
    return 3 < wide < 8 and abs(wide - high) < 0.2


def _is_dark(path: pypdfium2.PdfObject) -> bool:
    from ctypes import byref, c_uint

    from pypdfium2 import raw

    color = [c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(path.raw, *(byref(part) for part in color))
    return tuple(part.value for part in color[:3]) == (0x1B, 0x27, 0x33)
