"""Break what is longer than a page, and keep together what belongs together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reportlab.platypus import Flowable

from desktop_app.domain.document import Block, BlockKind
from desktop_app.reports.flowables import Row, Stack
from desktop_app.reports.leaflet import leaflet_pdf
from desktop_app.reports.paragraph import TextBlock
from desktop_app.reports.styles import NORMAL
from tests.reports.sheets import PAIRS, TAIWAN, mgus, pages_of, squeezed, values_for, wordings

LONG = {
    "en": " ".join(f"Sentence number {number} ends here." for number in range(1, 400)),
    "zh-TW": "".join(f"第 {number} 句到這裡結束。" for number in range(1, 400)),
    "zh-CN": "".join(f"第 {number} 句到这里结束。" for number in range(1, 400)),
}
SHORT = {"en": "A heading", "zh-TW": "標題", "zh-CN": "标题"}


def lines(count: int) -> TextBlock:
    """Give a paragraph of so many lines."""
    return TextBlock("\n".join("骨髓" for _ in range(count)), NORMAL.body, "zh-TW")


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("large", [False, True])
def test_a_paragraph_longer_than_a_page_is_printed_whole(
    pair: tuple[str, ...], large: bool
) -> None:
    blocks = (Block(BlockKind.HEADING, SHORT), Block(BlockKind.PARAGRAPH, LONG))
    leaflet = replace(mgus(), blocks=blocks)

    pages = pages_of(leaflet_pdf(leaflet, values_for(pair), pair, wordings(), large_print=large))

    assert len(pages) > 4
    text = squeezed("".join(pages))
    for number in (1, 57, 200, 399):
        assert f"Sentencenumber{number}ends" in text
        assert f"第{number}句" in text


def test_a_heading_goes_to_the_next_page_with_its_text() -> None:
    filler = Block(BlockKind.PARAGRAPH, {language: LONG[language][:2900] for language in LONG})
    heading = Block(BlockKind.HEADING, SHORT)
    text = Block(BlockKind.PARAGRAPH, {**SHORT, "en": "The text below the heading."})
    leaflet = replace(mgus(), blocks=(filler, *[heading, text] * 25))

    pages = pages_of(leaflet_pdf(leaflet, values_for(), TAIWAN, wordings()))

    assert len(pages) > 2
    assert all(page.count("A heading") == page.count("The text below") for page in pages)


def test_a_low_stack_moves_to_the_next_page_whole() -> None:
    assert Stack([lines(3), lines(3)]).split(200, 60) == []


def test_a_high_stack_breaks_between_its_parts() -> None:
    parts = [lines(10) for _ in range(5)]

    first, second = Stack(parts, head=1).split(200, 400)

    assert [len(stack.parts) for stack in (first, second)] == [2, 3]


def test_a_stack_whose_head_alone_fits_moves_whole() -> None:
    assert Stack([lines(2), lines(20), lines(20)], head=1).split(200, 100) == []
    assert Stack([lines(60)], head=1).split(200, 100) == []


def test_a_part_that_cannot_break_keeps_its_stack_whole() -> None:
    class Solid(Flowable):
        def wrap(self, width: float, _height: float) -> tuple[float, float]:
            return width, 700.0

    assert Stack([lines(1), Solid()], head=1).split(200, 300) == []
    assert Row([Solid(), lines(60)], [100, 100], 10).split(200, 300) == []


def test_a_row_breaks_all_its_columns_at_one_height() -> None:
    row = Row([lines(60), lines(2)], [100, 100], 10, after=4)
    row.wrap(210, 300)

    first, second = row.split(210, 300)

    assert first.wrap(210, 300)[1] <= 300
    assert second.wrap(210, 2000)[1] == pytest.approx((60 - 300 // 17) * 17 + 4)


def test_a_paragraph_breaks_between_lines_and_keeps_its_marker_in_front() -> None:
    block = TextBlock("\n".join("abc"), NORMAL.bullet, "zh-TW", marker="•")

    first, second = block.split(200, 40)

    assert (first.lines, second.lines) == (("a", "b"), ("c",))
    assert (bool(first._marker), bool(second._marker)) == (True, False)
    assert first.wrap(200, 40)[1] == 34


def test_a_paragraph_that_fits_or_finds_no_room_does_not_break() -> None:
    assert lines(3).split(200, 500) == []
    assert lines(3).split(200, 10) == []
