"""Test that no text, however contrived, takes the readers of values longer than a moment."""

from __future__ import annotations

import pytest

from desktop_app.domain.record import Sex
from desktop_app.exchange.lab.days import ambiguous
from desktop_app.exchange.lab.immunofixation import read_isotypes
from desktop_app.exchange.lab.person_numbers import check_number
from desktop_app.exchange.lab.ranges import read_range
from desktop_app.exchange.lab.units import read_unit
from desktop_app.exchange.lab.values import read_value
from tests.domain.cases import catalogue

PIECES = ("(", "[", "{}", "<", "+", "-", "1", "1,", "1-", "1:", "^", " ", "M ", "no ", "IgG ")
MORE = (
    "IgG(+) ",
    "κ",
    "年",
    "1/",
    "mg/",
    "a",
    "m 蛋白",
    "ig ",
    "10*",
    "溶血",
    "小於",
    "\x00",
    "²",
    "民國",
    "not ",
)


@pytest.mark.timeout(5)
@pytest.mark.parametrize("piece", [*PIECES, *MORE])
@pytest.mark.parametrize("length", [30, 60, 200, 300, 2000])
def test_a_long_run_of_one_piece_is_read_at_once(piece: str, length: int) -> None:
    text = (piece * length)[:length]

    assert read_value(text) is not None
    assert read_unit(text, catalogue()["wbc"]) is None
    assert not ambiguous(text)
    assert check_number(text) is None
    read_range(text, Sex.MALE)
    read_isotypes(text)
