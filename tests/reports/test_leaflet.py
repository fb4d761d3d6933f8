"""Print leaflets and read them back."""

from __future__ import annotations

import re
from io import BytesIO

import pypdf
import pypdfium2
import pytest

from desktop_app.domain.document import BlockKind
from desktop_app.domain.record import PatientRecord, Person
from desktop_app.reports.line_breaking import NO_END, NO_START
from tests.reports.sheets import (
    EDITIONS,
    MAINLAND,
    PAIRS,
    TAIWAN,
    a_record,
    a_sheet,
    letters_of,
    lines_of,
    mgus,
    pages_of,
    squeezed,
)

FOOT = 60  # points: below stand small print and page numbers
HEAD = 800


def text_of(pdf: bytes) -> str:
    """Give all text without white space."""
    return squeezed("".join(pages_of(pdf)))


@pytest.mark.parametrize(("pair", "large"), EDITIONS)
def test_every_font_is_embedded_and_helvetica_is_not_named(
    pair: tuple[str, ...], large: bool
) -> None:
    reader = pypdf.PdfReader(BytesIO(a_sheet(pair, large_print=large)))

    fonts = [
        font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()
    ]

    assert fonts
    assert [font["/BaseFont"] for font in fonts if "Helvetica" in font["/BaseFont"]] == []
    assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in fonts)


@pytest.mark.parametrize(("pair", "large"), EDITIONS)
def test_all_that_is_true_of_the_patient_is_printed_in_both_languages(
    pair: tuple[str, ...], large: bool
) -> None:
    text = text_of(a_sheet(pair, large_print=large))

    for block in mgus().blocks:
        if block.categories and "mgus_non_igm" not in block.categories:
            continue
        if (block.statuses and "confirmed" not in block.statuses) or block.when is not None:
            continue
        for language in pair:
            plain = block.texts[language].replace("**", "")
            pieces = [squeezed(piece) for piece in re.split(r"\{\w+\}", plain)]
            assert all(piece in text for piece in pieces), block.texts[language]


@pytest.mark.parametrize("pair", PAIRS)
def test_the_two_languages_stand_paragraph_beside_paragraph(pair: tuple[str, ...]) -> None:
    lines = lines_of(a_sheet(pair))
    by_text = {"".join(letter.char for letter in line): line[0] for line in lines}
    checked = 0

    for block in mgus().blocks:
        if block.kind in (BlockKind.HEADING, BlockKind.BULLET) and not block.categories:
            starts = [squeezed(block.texts[language])[:6] for language in pair]
            left, right = (
                next(
                    letter for text, letter in by_text.items() if text.lstrip("•").startswith(start)
                )
                for start in starts
            )
            assert (left.page, left.bottom) == pytest.approx((right.page, right.bottom), abs=1.5)
            assert left.left < right.left
            checked += 1

    assert checked >= 10


@pytest.mark.parametrize(("pair", "large"), EDITIONS)
def test_no_line_starts_or_ends_with_a_forbidden_mark(pair: tuple[str, ...], large: bool) -> None:
    pdf = a_sheet(pair, large_print=large)
    lines = ["".join(letter.char for letter in line) for line in lines_of(pdf)]
    prose = [line for line in lines if re.search(r"[\u4e00-\u9fff]{3}", line)]

    assert [line for line in prose if line[0] in NO_START - {"•", "‧", "·"}] == []
    assert [line for line in prose if line[-1] in NO_END] == []


@pytest.mark.parametrize(("pair", "large"), EDITIONS)
def test_body_text_is_as_large_as_promised(pair: tuple[str, ...], large: bool) -> None:
    least = 16 if large else 12
    prose = [
        line
        for line in lines_of(a_sheet(pair, large_print=large))
        if FOOT < line[0].bottom < HEAD
        and len(line) > 12
        and not re.search(
            r"\d{4}-\d{2}|核可|批准|g/dL|mL/min", "".join(letter.char for letter in line)
        )
    ]

    assert len(prose) > 25
    assert min(letter.size for line in prose for letter in line) >= least


def test_large_print_has_lines_one_and_a_half_times_the_size_apart() -> None:
    lines = lines_of(a_sheet(TAIWAN, large_print=True))
    texts = ["".join(letter.char for letter in line) for line in lines]
    first = next(i for i, text in enumerate(texts) if text.startswith("這是美國"))

    assert lines[first][0].bottom - lines[first + 1][0].bottom == pytest.approx(24, abs=0.2)


def test_large_print_gives_each_language_its_own_pages() -> None:
    pages = pages_of(a_sheet(TAIWAN, large_print=True))
    half = len(pages) // 2

    assert all("Call us within" not in page for page in pages[:half])
    assert all("請在幾天內" not in page for page in pages[half:])
    assert "What is MGUS?" in pages[half]


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("category", ["mgus_non_igm", "mgus_igm", "mgus_light_chain"])
@pytest.mark.parametrize("status", ["confirmed", "presumed"])
def test_a_leaflet_has_two_pages_at_most(pair: tuple[str, ...], category: str, status: str) -> None:
    pdf = a_sheet(pair, category=category, status=status, fictional=True, overdue=True)

    assert len(pages_of(pdf)) <= 2


def test_every_page_says_which_of_how_many_in_both_languages() -> None:
    pages = pages_of(a_sheet(MAINLAND))

    for number, page in enumerate(pages, 1):
        assert f"第 {number} 页，共 {len(pages)} 页" in page
        assert f"Page {number} of {len(pages)}" in page


def test_every_page_carries_revision_review_sources_and_disclaimer() -> None:
    for page in pages_of(a_sheet(TAIWAN)):
        assert "第 1 版" in page
        assert "revision 1, review by 2027-11-22" in page
        assert "Kyle 2018" in page
        assert "不能取代醫師" in page
        assert "Does not replace your doctor" in page


@pytest.mark.parametrize(
    ("mark", "in_chinese", "in_english"),
    [
        ({"approved": False}, "本診所尚未核可", "Not yet approved by this clinic"),
        ({"approved": True, "overdue": True}, "已過審閱日期", "Review overdue"),
        ({"approved": True, "fictional": True}, "虛構病人", "Fictional patient"),
    ],
)
def test_a_mark_stands_on_every_page_in_both_languages(
    mark: dict[str, bool], in_chinese: str, in_english: str
) -> None:
    pages = pages_of(a_sheet(TAIWAN, **mark))

    assert all(in_chinese in page and in_english in page for page in pages)


def test_an_approved_leaflet_in_time_carries_no_mark() -> None:
    text = text_of(a_sheet(TAIWAN, approved=True))

    assert not re.search("尚未核可|Notyet|overdue|Fictional", text)


def test_the_same_input_gives_the_same_bytes() -> None:
    assert a_sheet(TAIWAN) == a_sheet(TAIWAN)
    assert a_sheet(TAIWAN) != a_sheet(TAIWAN, approved=True)


@pytest.mark.parametrize(("pair", "large"), EDITIONS)
def test_title_and_language_are_set(pair: tuple[str, ...], large: bool) -> None:
    reader = pypdf.PdfReader(BytesIO(a_sheet(pair, large_print=large)))

    assert reader.metadata is not None
    assert reader.metadata.title == mgus().titles[pair[0]]
    assert reader.trailer["/Root"]["/Lang"] == pair[0]


def test_ten_of_a_hundred_people_are_filled() -> None:
    page = pypdfium2.PdfDocument(a_sheet(TAIWAN))[0]
    paths = [item for item in page.get_objects() if item.type == 2]

    filled = [path for path in paths if _fill_of(path) == (0x1B, 0x27, 0x33)]
    empty = [path for path in paths if _fill_of(path) == (255, 255, 255) and _is_small(path)]

    assert len(filled) >= 2 * 10
    assert len(empty) == 2 * (90 + 1)  # head and body; one more in the legend


def _fill_of(path: pypdfium2.PdfObject) -> tuple[int, ...]:
    from ctypes import byref, c_uint

    from pypdfium2 import raw

    color = [c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(path.raw, *(byref(part) for part in color))
    return tuple(part.value for part in color[:3])


def _is_small(path: pypdfium2.PdfObject) -> bool:
    left, _, right, _ = path.get_pos() if hasattr(path, "get_pos") else path.get_bounds()
    return bool(right - left < 20)


def test_a_presumed_category_is_told_as_such_and_gets_the_general_figure() -> None:
    text = text_of(a_sheet(TAIWAN, status="presumed"))

    assert "目前的檢查結果符合MGUS" in text
    assert "10年內" in text


def test_light_chain_mgus_is_told_neither_of_m_protein_nor_of_its_risk() -> None:
    text = text_of(a_sheet(TAIWAN, category="mgus_light_chain", record=_empty()))

    assert "輕鏈" in text
    assert "M蛋白" not in text
    assert "10年內" not in text


def test_igm_gets_its_own_statements_and_others_do_not() -> None:
    assert "IgM" in text_of(a_sheet(TAIWAN, category="mgus_igm"))
    assert "IgM" not in text_of(a_sheet(TAIWAN))


def test_a_patient_without_results_gets_no_empty_table() -> None:
    text = text_of(a_sheet(TAIWAN, record=_empty()))

    assert "您的結果" not in text
    assert "2027年11月22日" in text


def test_an_unknown_next_date_is_left_to_be_filled_in() -> None:
    text = text_of(a_sheet(TAIWAN, next_due=None))

    assert "日期由醫師告訴您" in text
    assert "約診時間" in text


def test_own_results_are_printed_as_reported_with_day_and_meaning() -> None:
    text = " ".join(pages_of(a_sheet(TAIWAN, record=a_record(("0.50", "0.80")))))

    assert "0.50" in text
    assert "0.80" in text
    assert "↑ 升高 higher" in text
    assert "2025-11-22" in text


def test_a_first_value_is_called_so_and_has_no_picture() -> None:
    text = text_of(a_sheet(TAIWAN, record=a_record(("0.8",))))

    assert "第一次測firstvalue" in text
    assert "從2026年" not in text


def test_clinic_and_patient_stand_in_the_head() -> None:
    from desktop_app.domain.document import Clinic

    pages = pages_of(a_sheet(TAIWAN, clinic=Clinic("示範診所", "02-2312 3456"), person="林 · 17"))

    assert all(
        "示範診所" in page and "02-2312 3456" in page and "林 · 17" in page for page in pages
    )


def test_nothing_stands_outside_the_margins() -> None:
    letters = [
        letter
        for pair, large in EDITIONS
        for letter in letters_of(a_sheet(pair, large_print=large))
    ]

    assert min(letter.left for letter in letters) > 30
    assert max(letter.right for letter in letters) < 595 - 30


@pytest.mark.parametrize("language", ["zh-TW", "zh-CN", "en"])
def test_one_language_alone_is_printed_too(language: str) -> None:
    text = text_of(a_sheet((language,)))

    assert squeezed(mgus().titles[language]) in text


def _empty() -> PatientRecord:
    return PatientRecord(Person())
