"""Test that the tests which would settle something are ranked, and that few of them are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.conclusions import Missing
from tests.ui.words import terms
from ui.widgets.conclusion.asked_tests import AskedTests

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("english")
CODES = ("calcium", "hemoglobin", "creatinine", "ldh", "albumin", "upcr", "uacr", "nt_probnp")
MANY = (
    *(Missing(code, ("iss",)) for code in CODES),
    Missing("beta2_microglobulin", ("iss", "r_iss")),
    Missing("serum_m_protein", ("diagnosis",)),
)


def shown(asked: AskedTests) -> list[str]:
    """Give the codes of the chips that can be read."""
    chips = [chip for chip in asked.chips if not chip.isHidden()]
    return [str(chip.property("code")) for chip in chips]


def test_what_settles_the_diagnosis_and_then_what_settles_most_stands_first(qtbot: QtBot) -> None:
    asked = AskedTests(MANY, terms())
    qtbot.addWidget(asked)

    assert shown(asked)[:3] == ["serum_m_protein", "beta2_microglobulin", "calcium"]


def test_more_than_eight_wait_behind_a_chip_that_says_how_many(qtbot: QtBot) -> None:
    asked = AskedTests(MANY, terms())
    qtbot.addWidget(asked)
    asked.show()
    assert len(shown(asked)) == 8
    assert asked.more.text() == "2 more"

    qtbot.keyClick(asked.more, Qt.Key.Key_Space)

    assert len(shown(asked)) == len(MANY)
    assert asked.more.isHidden()
    assert asked.focusWidget() is asked.chips[8]


def test_eight_or_fewer_are_all_shown(qtbot: QtBot) -> None:
    asked = AskedTests(MANY[:8], terms())
    qtbot.addWidget(asked)

    assert len(shown(asked)) == 8
    assert asked.more.isHidden()
