"""Choose the blocks of a leaflet that are true of a reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.document import Block, BlockKind, Fact, Leaflet, Reader, bold_spans

TEXTS = {"en": "a", "zh-TW": "b", "zh-CN": "c"}


def test_bold_parts_are_told_apart() -> None:
    assert bold_spans("**a** b **c**") == (("a", True), (" b ", False), ("c", True))
    assert bold_spans("plain") == (("plain", False),)
    assert bold_spans("") == ()


def test_an_open_bold_mark_is_an_error() -> None:
    with pytest.raises(ValueError, match="without its partner"):
        bold_spans("a **b")


IGM = Reader("mgus_igm", "confirmed", "high")


@pytest.mark.parametrize(
    ("reader", "facts", "fits"),
    [
        (IGM, {Fact.NEXT_KNOWN}, True),
        (replace(IGM, category="mgus_non_igm"), {Fact.NEXT_KNOWN}, False),
        (replace(IGM, category=None), {Fact.NEXT_KNOWN}, False),
        (replace(IGM, status="presumed"), {Fact.NEXT_KNOWN}, False),
        (replace(IGM, group="low"), {Fact.NEXT_KNOWN}, False),
        (IGM, set[Fact](), False),
    ],
)
def test_a_block_asks_for_category_status_group_and_fact(
    reader: Reader, facts: set[Fact], fits: bool
) -> None:
    block = Block(
        BlockKind.PARAGRAPH,
        TEXTS,
        frozenset({"mgus_igm"}),
        frozenset({"confirmed"}),
        Fact.NEXT_KNOWN,
        groups=frozenset({"high"}),
    )

    assert block.fits(reader, frozenset(facts)) is fits


def test_a_block_without_conditions_is_true_for_everyone() -> None:
    block = Block(BlockKind.PARAGRAPH, TEXTS)

    assert block.fits(Reader(None, "undetermined"), frozenset())


def test_a_review_is_overdue_from_the_day_after() -> None:
    leaflet = Leaflet("mgus", 1, TEXTS, date(2027, 11, 22), (), ())

    assert not leaflet.overdue(date(2027, 11, 22))
    assert leaflet.overdue(date(2027, 11, 23))
