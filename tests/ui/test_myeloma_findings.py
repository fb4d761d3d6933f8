"""Test what is asked on treatment: side effects, protection, frailty, thrombosis, MRD."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.domain.errors import FieldError
from desktop_app.domain.finding_codes import fits
from desktop_app.domain.visit_form import (
    ANCESTRY,
    ELIGIBILITY,
    FRAILTY_SCORES,
    HEPATITIS,
    MYELOMA_RISK,
    PROTECTION,
    VTE_FACTORS,
)
from tests.ui.entry_stage import EMPTY, FULL, finding_values, press, unfold
from tests.ui.ime import commit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.panels.entry import EntryPanel


def test_side_effects_are_named_and_graded_by_keyboard(qtbot: QtBot, entry: EntryPanel) -> None:
    toxicity = entry.parts.tolerance.toxicity
    unfold(entry, entry.parts.tolerance)
    press(toxicity.add, Qt.Key.Key_Space)
    row = toxicity.list.rows[0]
    assert entry.focusWidget() is row.item
    with qtbot.waitSignal(entry.edited):
        commit(row.item, "皮疹")
    press(row.item, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Down)

    assert finding_values(entry) == {"toxicity": ({"item": "皮疹", "grade": "2"},)}
    assert fits("toxicity", finding_values(entry)["toxicity"])  # type: ignore[arg-type]

    with qtbot.waitSignal(entry.edited):
        press(row.remove, Qt.Key.Key_Space)
    assert entry.draft() == EMPTY


def test_a_side_effect_without_a_grade_is_asked_for_it(entry: EntryPanel) -> None:
    entry.show_draft(FULL, None)

    entry.show_problems((FieldError("toxicity", "answer_not_understood"),), focus=True)

    toxicity = entry.parts.tolerance.toxicity
    assert toxicity.message.isVisible()
    assert entry.focusWidget() is toxicity.list.rows[1].item


def test_protection_and_hepatitis_are_answered_by_keyboard(entry: EntryPanel) -> None:
    tolerance = entry.parts.tolerance
    unfold(entry, tolerance)
    for code in PROTECTION:
        press(tolerance.protection.chips[code], Qt.Key.Key_Y)
    for code in HEPATITIS:
        press(tolerance.hepatitis.chips[code], Qt.Key.Key_N)
    tolerance.neuropathy.box.setFocus()
    press(tolerance.neuropathy.box, *[Qt.Key.Key_Down] * 3)

    given = finding_values(entry)
    answers = {**dict.fromkeys(PROTECTION, True), **dict.fromkeys(HEPATITIS, False)}
    assert given == {**answers, "neuropathy_grade": Decimal(2)}
    assert "▲" not in tolerance.protection.chips["dental_check"].text()


def test_fitness_is_answered_by_keyboard(entry: EntryPanel) -> None:
    fitness = entry.parts.fitness
    unfold(entry, fitness)
    for code, typed in zip(FRAILTY_SCORES, ("６", "8", "1"), strict=True):
        commit(fitness.scores.numbers[code], typed)
    for row in fitness.choices.values():
        row.box.setFocus()
        press(row.box, Qt.Key.Key_Down, Qt.Key.Key_Down)
    flags = (*VTE_FACTORS, *ANCESTRY, *ELIGIBILITY, *MYELOMA_RISK)
    groups = (fitness.factors, fitness.ancestry, fitness.eligibility, fitness.risk)
    for group in groups:
        for chip in group.chips.values():
            press(chip, Qt.Key.Key_Y)
    mrd = fitness.mrd
    mrd.answer.setFocus()
    press(mrd.answer, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    press(mrd.sensitivity, Qt.Key.Key_Down, Qt.Key.Key_Down)

    given = finding_values(entry)
    assert given == {
        "adl": Decimal(6),
        "iadl": Decimal(8),
        "charlson": Decimal(1),
        "anticoagulation": "prophylactic",
        "dexamethasone_dose": "low",
        **dict.fromkeys(flags, True),
        "mrd": {"negative": True, "method": "ngf", "sensitivity": Decimal("0.00001")},
    }
    for code, value in given.items():
        assert fits(code, value)  # type: ignore[arg-type]


def test_a_score_that_is_no_number_is_said_with_its_name_and_kept(entry: EntryPanel) -> None:
    entry.show_draft(FULL, None)

    entry.show_problems((FieldError("adl", "answer_not_understood"),), focus=True)

    scores = entry.parts.fitness.scores
    assert entry.focusWidget() is scores.numbers["adl"]
    assert scores.message.text().startswith("ADL: ")
    assert finding_values(entry)["adl"] == "5-6"
