"""Choose the leaflet that fits, and the blocks in it that are true."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.document import (
    LEAFLET_KINDS,
    Block,
    BlockKind,
    Fact,
    Leaflet,
    bold_spans,
    categories_of,
    kinds_for,
)

TEXTS = {"en": "a", "zh-TW": "b", "zh-CN": "c"}


@pytest.mark.parametrize("category", ["mgus_non_igm", "mgus_igm", "mgus_light_chain"])
@pytest.mark.parametrize("status", ["confirmed", "presumed"])
def test_mgus_has_its_leaflet(category: str, status: str) -> None:
    assert kinds_for(category, status) == ("mgus",)


@pytest.mark.parametrize(
    ("category", "status"),
    [
        (None, "undetermined"),
        ("mgus_non_igm", "undetermined"),
        ("multiple_myeloma", "confirmed"),
        ("no_clone", "confirmed"),
        ("smm", "presumed"),
    ],
)
def test_what_is_open_or_something_else_has_no_mgus_leaflet(
    category: str | None, status: str
) -> None:
    assert kinds_for(category, status) == ()


def test_every_kind_that_is_proposed_is_one_of_the_contract() -> None:
    assert "mgus" in LEAFLET_KINDS
    assert categories_of("mgus") == ("mgus_non_igm", "mgus_igm", "mgus_light_chain")
    assert categories_of("poems") == ()


def test_bold_parts_are_told_apart() -> None:
    assert bold_spans("**a** b **c**") == (("a", True), (" b ", False), ("c", True))
    assert bold_spans("plain") == (("plain", False),)
    assert bold_spans("") == ()


def test_an_open_bold_mark_is_an_error() -> None:
    with pytest.raises(ValueError, match="without its partner"):
        bold_spans("a **b")


def test_a_block_asks_for_category_status_and_fact() -> None:
    block = Block(
        BlockKind.PARAGRAPH,
        TEXTS,
        frozenset({"mgus_igm"}),
        frozenset({"confirmed"}),
        Fact.NEXT_KNOWN,
    )

    assert block.fits("mgus_igm", "confirmed", frozenset({Fact.NEXT_KNOWN}))
    assert not block.fits("mgus_non_igm", "confirmed", frozenset({Fact.NEXT_KNOWN}))
    assert not block.fits("mgus_igm", "presumed", frozenset({Fact.NEXT_KNOWN}))
    assert not block.fits("mgus_igm", "confirmed", frozenset())


def test_a_review_is_overdue_from_the_day_after() -> None:
    leaflet = Leaflet("mgus", 1, TEXTS, date(2027, 11, 22), (), ())

    assert not leaflet.overdue(date(2027, 11, 22))
    assert leaflet.overdue(date(2027, 11, 23))
