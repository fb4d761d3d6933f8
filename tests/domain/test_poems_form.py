"""Test what a visit for POEMS stores of an answer, and how lists and parts of findings read."""

from __future__ import annotations

import pytest

from desktop_app.domain.conclusions import Input
from desktop_app.domain.finding_codes import CHOICES, SHAPES, fits
from desktop_app.domain.poems_form import (
    ASKED,
    CASTLEMAN,
    CASTLEMAN_ANSWERS,
    neuropathy_value,
    words_value,
)
from desktop_app.domain.truth import Truth
from tests.ui.words import terms


def test_every_finding_that_the_form_asks_for_is_of_the_contract() -> None:
    assert set(ASKED) <= SHAPES.keys()
    assert CHOICES[CASTLEMAN] == set(CASTLEMAN_ANSWERS)


@pytest.mark.parametrize(
    ("answer", "kind", "value"),
    [
        (Truth.UNKNOWN, "axonal", None),
        (Truth.NOT_MET, "axonal", {"present": False}),
        (Truth.MET, "", {"present": True}),
        (Truth.MET, "axonal", {"present": True, "type": "axonal"}),
    ],
)
def test_a_neuropathy_has_a_type_only_where_it_is_there(
    answer: Truth, kind: str, value: object
) -> None:
    assert neuropathy_value(answer, kind) == value


def test_none_of_these_is_an_empty_list_and_nothing_chosen_no_answer() -> None:
    assert words_value((), none=True) == ()
    assert words_value(("flushing",), none=False) == ("flushing",)
    assert words_value((), none=False) is None
    assert fits("skin", ())


@pytest.mark.parametrize(
    ("code", "value", "said"),
    [
        ("skin", ("white_nails", "flushing"), "white nails; flushing"),
        ("skin", ("own word",), "own word"),
        ("endocrine", (), "none"),
        ("castleman", "plasma_cell", "plasma cell"),
        ("polyneuropathy", {"present": True, "type": "axonal"}, "yes, axonal"),
        ("clinical_change", ({"item": "edema", "change": "worse"},), "Oedema, worse"),
        ("serum_immunofixation", (), "negative"),
    ],
)
def test_lists_and_parts_read_in_the_words_of_their_finding(
    code: str, value: object, said: str
) -> None:
    assert terms().value(Input(code, value)) == said
