"""Test that equal content has one text, and that no kind of value is written by accident."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import partial
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.canonical import canonical


class Colour(Enum):
    """Name a colour."""

    RED = 1


@dataclass(frozen=True)
class Point:
    """Hold a point."""

    x: int
    of: Mapping[str, Decimal]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (3, '"3"'),
        (Decimal("2.50"), '"2.5"'),
        (Decimal(100), '"100"'),
        (Decimal("0.00"), '"0"'),
        ('a"b\\c\n', '"a\\"b\\\\c\\u000a"'),
        (date(2026, 1, 2), '"2026-01-02"'),
        (Colour.RED, '{"$":"Colour","name":"RED"}'),
        ((1, [2]), '["1",["2"]]'),
        (range(1, 3), '["1","2"]'),
        (frozenset({"b", "a"}), '["a","b"]'),
        ({"b": 1, "a": 2}, '{"a":"2","b":"1"}'),
        ({("a", 1): 2}, '{"[\\"a\\",\\"1\\"]":"2"}'),
        (MappingProxyType({"a": 1}), '{"a":"1"}'),
        (Point(1, {"y": Decimal("1.0")}), '{"$":"Point","of":{"y":"1"},"x":"1"}'),
        (re.compile("a+"), '"a+"'),
        (canonical, '"canonical"'),
        (partial(canonical, 1), '["canonical",["1"],{}]'),
    ],
)
def test_every_kind_has_its_text(value: object, text: str) -> None:
    assert canonical(value) == text


def test_what_has_no_text_is_refused_rather_than_written_with_its_address() -> None:
    with pytest.raises(TypeError, match="object"):
        canonical({"a": (object(),)})


plain = st.recursive(
    st.none() | st.booleans() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(plain)
def test_the_text_is_json_of_the_same_content(value: object) -> None:
    assert json.loads(canonical(value)) == value


@given(st.dictionaries(st.text(), st.integers()))
def test_the_order_of_entries_is_nothing(entries: dict[str, int]) -> None:
    assert canonical(entries) == canonical(dict(reversed(entries.items())))
