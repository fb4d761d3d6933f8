"""Test FISH: found, not found or not tested, by keyboard, kept as typed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Cytogenetic
from desktop_app.domain.truth import Truth
from desktop_app.domain.visit import (
    DraftCytogenetic,
    VisitDraft,
)
from desktop_app.domain.visit_form import (
    ABNORMALITIES,
    MODEL_ABNORMALITIES,
)
from tests.ui.entry_stage import EMPTY, press, terms_of, unfold
from tests.ui.ime import commit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.services import Services
    from ui.panels.entry import EntryPanel


def test_what_has_no_chip_is_carried_along(entry: EntryPanel) -> None:
    odd = DraftCytogenetic("t(6;14)", detected=True)

    entry.show_draft(VisitDraft(7, "2026-11-22", cytogenetics=(odd,)), None)

    assert entry.draft().cytogenetics == (odd,)


def test_every_abnormality_is_answered_by_letters_and_tab(qtbot: QtBot, entry: EntryPanel) -> None:
    fish = entry.parts.fish
    unfold(entry, fish)
    fish.chips["t(4;14)"].setFocus()
    with qtbot.waitSignal(entry.edited):
        press(fish.chips["t(4;14)"], Qt.Key.Key_Y)
    for _ in ABNORMALITIES[1:]:
        press(entry.focusWidget(), Qt.Key.Key_Tab, Qt.Key.Key_N)

    given = {test.abnormality: test.detected for test in entry.draft().cytogenetics}
    assert given == {code: code == "t(4;14)" for code in ABNORMALITIES}
    assert entry.parts.folds[fish].text().endswith(f"{len(ABNORMALITIES)}")


def test_a_share_is_asked_only_of_what_was_found(entry: EntryPanel) -> None:
    fish = entry.parts.fish
    unfold(entry, fish)
    chip, share = fish.chips["del(17p)"], fish.rows["del(17p)"]
    press(chip, Qt.Key.Key_Y)
    assert share.isVisible()
    commit(share.number, "６０％")
    assert entry.draft().cytogenetics[0].clone_percent == "60%"
    assert share.number.state == "known"

    press(chip, Qt.Key.Key_N)

    assert not share.isVisible()
    assert entry.draft().cytogenetics[0].clone_percent == ""


def test_copies_and_alleles_are_asked_where_a_report_says_them(entry: EntryPanel) -> None:
    fish = entry.parts.fish
    unfold(entry, fish)
    for code in ABNORMALITIES:
        press(fish.chips[code], Qt.Key.Key_Y)

    counted = [code for code in ABNORMALITIES if fish.rows[code].copies.isVisible()]
    paired = [code for code in ABNORMALITIES if fish.rows[code].alleles.isVisible()]

    assert counted == ["gain(1q)", "amp(1q)"]
    assert sorted(paired) == ["del(17p)", "del(1p32)"]


def test_copies_and_alleles_are_entered_by_keyboard(qtbot: QtBot, entry: EntryPanel) -> None:
    fish = entry.parts.fish
    unfold(entry, fish)
    press(fish.chips["amp(1q)"], Qt.Key.Key_Y)
    press(fish.chips["del(1p32)"], Qt.Key.Key_Y)
    fish.rows["amp(1q)"].number.setFocus()
    press(fish.rows["amp(1q)"].number, Qt.Key.Key_Tab)
    commit(fish.rows["amp(1q)"].copies, "５")
    press(fish.rows["amp(1q)"].copies, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    with qtbot.waitSignal(entry.edited):
        press(fish.rows["del(1p32)"].alleles, Qt.Key.Key_Y)

    amplified, deleted = entry.draft().cytogenetics
    assert entry.focusWidget() is fish.rows["del(1p32)"].alleles
    assert (amplified.copies, amplified.biallelic) == ("5", None)
    assert (deleted.copies, deleted.biallelic) == ("", True)
    assert "del(1p32)" in fish.rows["del(1p32)"].alleles.accessibleName()
    assert "amp(1q)" in fish.rows["amp(1q)"].copies.accessibleName()

    press(fish.rows["del(1p32)"].alleles, Qt.Key.Key_N)
    assert entry.draft().cytogenetics[1].biallelic is False
    press(fish.chips["amp(1q)"], Qt.Key.Key_N)
    assert entry.draft().cytogenetics[0].copies == ""


def test_a_wrong_share_and_wrong_copies_are_said_in_one_place(entry: EntryPanel) -> None:
    wrong = DraftCytogenetic("gain(1q)", detected=True, clone_percent="x", copies="4.5")
    entry.show_draft(VisitDraft(7, "2026-11-22", cytogenetics=(wrong,)), None)
    fish, row = entry.parts.fish, entry.parts.fish.rows["gain(1q)"]

    said = {"cytogenetics.0.clone_percent": "no share", "cytogenetics.0.copies": "no number"}

    assert fish.show_problems(said) == said.keys()
    assert row.message.text() == "no share\nno number"
    assert fish.target("cytogenetics.0.copies") is row.copies
    assert fish.target("cytogenetics.1.copies") is None


def test_a_method_follows_the_abnormality(entry: EntryPanel) -> None:
    fish = entry.parts.fish
    for code in ("TP53_mutation", "t(14;20)"):
        fish.chips[code].set_answer(Truth.MET)

    methods = {test.abnormality: test.method for test in entry.draft().cytogenetics}

    assert methods == {"t(14;20)": "fish", "TP53_mutation": "sequencing"}


def test_one_key_answers_the_four_of_the_model_but_none_that_was_answered(
    qtbot: QtBot, entry: EntryPanel
) -> None:
    fish = entry.parts.fish
    fish.chips["t(4;14)"].set_answer(Truth.MET)

    with qtbot.waitSignal(entry.edited):
        entry.deny_abnormalities()

    given = {test.abnormality: test.detected for test in entry.draft().cytogenetics}
    assert given == {code: code == "t(4;14)" for code in MODEL_ABNORMALITIES}
    assert entry.parts.folds[fish].isChecked()
    with qtbot.assertNotEmitted(entry.edited):
        fish.negative.click()


def test_the_last_tests_are_said_and_not_entered(entry: EntryPanel) -> None:
    old = Cytogenetic(PartialDate("2020"), "t(4;14)", detected=False)
    new = Cytogenetic(PartialDate("2024-05"), "t(4;14)", detected=True, clone_percent=Decimal(60))

    entry.show_known([new, old], [], [])

    said = entry.parts.fish._past.text()
    assert "t(4;14) + 60 % 2024-05" in said
    assert "2020" not in said
    counted = replace(new, abnormality="amp(1q)", copies=5)
    entry.show_known([counted, replace(new, abnormality="del(1p32)", biallelic=False)], [], [])
    assert "60 %, 5 copies 2024-05" in entry.parts.fish._past.text()
    assert "60 %, not both alleles 2024-05" in entry.parts.fish._past.text()
    assert entry.draft() == EMPTY


def test_the_mainland_writes_a_share_without_a_space(services: Services, entry: EntryPanel) -> None:
    entry.set_words(terms_of(services, "zh-CN"))
    test = Cytogenetic(PartialDate("2024"), "t(4;14)", detected=True, clone_percent=Decimal(60))

    entry.show_known([test], [], [])

    assert "60%" in entry.parts.fish._past.text()
