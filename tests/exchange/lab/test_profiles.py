"""Prove that a profile survives its file, and that a wrong file is named and not half read."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.arrivals.rows import FIELDS, DateStyle, Layout, SiteProfile
from desktop_app.domain.errors import InputError
from desktop_app.exchange.lab.profiles import FORMAT, profile_text, read_profile

TEXTS = st.dictionaries(st.text(max_size=9), st.text(max_size=9), max_size=3)
PROFILES = st.builds(
    SiteProfile,
    name=st.text(min_size=1, max_size=9),
    encoding=st.sampled_from([None, "cp950", "utf-8-sig"]),
    delimiter=st.sampled_from([None, ",", "\t", "  "]),
    layout=st.sampled_from(Layout),
    header_row=st.integers(0, 1000),
    date_style=st.sampled_from(DateStyle),
    columns=st.dictionaries(st.text(max_size=9), st.sampled_from([*FIELDS, "age", "-"])),
    items=TEXTS,
    units=TEXTS,
    fixed=st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=9)),
    number_is_line=st.booleans(),
    number_prefix=st.text(max_size=9),
    name_is_number=st.booleans(),
)


@given(PROFILES)
def test_profile_comes_back_as_it_was(profile: SiteProfile) -> None:
    assert read_profile(profile_text(profile)) == profile


def test_what_a_profile_does_not_say_has_its_default() -> None:
    assert read_profile(json.dumps({"format": FORMAT, "name": "x"})) == SiteProfile("x")


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ({"name": ""}, "/name"),
        ({"encoding": "klingon"}, "/encoding"),
        ({"delimiter": ",,"}, "/delimiter"),
        ({"delimiter": '"'}, "/delimiter"),
        ({"layout": "round"}, "/layout"),
        ({"date_style": ["ymd"]}, "/date_style"),
        ({"header_row": True}, "/header_row"),
        ({"header_row": -1}, "/header_row"),
        ({"columns": {"a/b": "colour"}}, "/columns/a~1b"),
        ({"columns": {"a": 1}}, "/columns/a"),
        ({"fixed": {"colour": "x"}}, "/fixed/colour"),
        ({"items": ["a"]}, "/items"),
        ({"number_is_line": 1}, "/number_is_line"),
        ({"number_prefix": None}, "/number_prefix"),
        ({"colour": "red"}, "/colour"),
        ({"format": "other/1"}, "/format"),
    ],
)
def test_mistake_is_named_with_its_place(content: dict[str, object], place: str) -> None:
    with pytest.raises(InputError) as caught:
        read_profile(json.dumps({"format": FORMAT, "name": "x", **content}))

    assert caught.value.place == place


@pytest.mark.parametrize("text", ["", "[]", "{", "[" * 100_000])
def test_other_text_is_no_profile(text: str) -> None:
    with pytest.raises(InputError):
        read_profile(text)


@given(st.recursive(st.none() | st.integers() | st.text(), lambda x: st.lists(x) | TEXTS))
def test_nothing_but_a_named_mistake_comes_of_a_wrong_field(value: object) -> None:
    for key in ("name", "columns", "layout", "header_row", "delimiter", "encoding", "fixed"):
        text = json.dumps({"format": FORMAT, "name": "x", key: value})
        place = ""
        try:
            read_profile(text)
        except InputError as error:
            place = error.place

        assert place == "" or place.startswith(f"/{key}")
