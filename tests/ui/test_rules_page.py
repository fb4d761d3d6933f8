"""Test the page of the rules in force: whom they would place elsewhere, on a real record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.conclusions import RulePack
from desktop_app.domain.drift import Drift, DriftReport, Standing
from desktop_app.domain.rulepack import rule_pack
from tests.ui.patient_stage import words_on
from tests.ui.screen import show_active
from ui.models.drift_columns import DriftColumns
from ui.pages.rules import RulesPage
from ui.spans import cell_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import UiContext

MGUS = Standing("mgus_non_igm", "confirmed", ("mgus_non_igm",), "mayo_mgus", "low", ("low",),
                (6, 6), refer=False)  # fmt: skip
SMM = replace(MGUS, category="smm", status="presumed", groups=("intermediate", "high"))
OPEN = replace(MGUS, category=None, status="undetermined", possible=("mgus_non_igm", "smm"),
               groups=())  # fmt: skip
LATER = replace(MGUS, interval_months=(12, 12))
OLD_RULES = RulePack("2025.1", "f" * 64)


def drift(after: Standing, number: int = 1, *, same_rules: bool = False) -> Drift:
    """Give a patient who had MGUS and would stand elsewhere."""
    name = f"示範 病人{number}"
    return Drift(number, f"00{number}", name, date(2026, 5, 1), MGUS, after, OLD_RULES, same_rules)


@pytest.fixture
def rules(qtbot: QtBot, context: UiContext, people: tuple[int, int]) -> RulesPage:
    """Give the page on a record of two patients."""
    assert people
    made = RulesPage(context)
    qtbot.addWidget(made)
    made.resize(1366, 724)
    show_active(qtbot, made)
    return made


def test_version_and_hash_of_the_rules_are_shown(rules: RulesPage) -> None:
    said = words_on(rules)

    assert f"version {rule_pack().version}" in said
    assert rule_pack().sha256[:12] in said
    assert "Nothing is rewritten" in said


def test_a_record_concluded_with_the_rules_in_force_shows_nobody(
    qtbot: QtBot, rules: RulesPage
) -> None:
    with qtbot.waitSignal(rules.compared):
        qtbot.keyClick(rules, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert rules.model.rows == ()
    assert "Compared: 1 of 2. 0 would change group." in words_on(rules)
    assert not rules.progress.isVisible()
    assert rules.buttons["compare"].isEnabled()


def test_only_who_would_change_group_is_listed_and_the_rest_is_counted(rules: RulesPage) -> None:
    drifts = (drift(SMM), drift(OPEN, 2), drift(LATER, 3))
    report = DriftReport(rule_pack(), 9, 8, drifts, unreadable=(7,), cancelled=True)

    rules._on_compared(report)

    assert [row.patient_id for row in rules.model.rows] == [1, 2]
    said = words_on(rules)
    for part in (
        "Compared: 8 of 9.",
        "2 would change group.",
        "1 would only come back at another time.",
        "1 could not be read.",
        "Stopped before the end.",
    ):
        assert part in said


def test_the_chosen_patient_is_opened_by_enter(qtbot: QtBot, rules: RulesPage) -> None:
    rules._on_compared(DriftReport(rule_pack(), 1, 1, (drift(SMM, 5),)))

    with qtbot.waitSignal(rules.open_requested) as opened:
        qtbot.keyClick(rules.table, Qt.Key.Key_Return)

    assert opened.args == [5]


def test_nobody_is_opened_from_an_empty_list(qtbot: QtBot, rules: RulesPage) -> None:
    with qtbot.assertNotEmitted(rules.open_requested):
        rules.open_current()


def test_a_comparison_that_is_stopped_says_so(qtbot: QtBot, rules: RulesPage) -> None:
    with qtbot.waitSignal(rules.compared):
        rules.compare()
        rules.compare()  # a second one is not begun beside the first
        rules.stop()

    assert "Compared: " in words_on(rules)
    assert rules.buttons["compare"].isEnabled()


def test_a_locked_record_is_said_in_the_page(
    qtbot: QtBot, context: UiContext, rules: RulesPage
) -> None:
    context.services.clinic.lock()

    rules.compare()

    qtbot.waitUntil(rules.banner.isVisible)
    assert "locked" in rules.banner.text()
    assert rules.buttons["compare"].isEnabled()


def test_the_back_key_leads_back(qtbot: QtBot, rules: RulesPage) -> None:
    with qtbot.waitSignal(rules.back_requested):
        qtbot.keyClick(rules, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def cells(context: UiContext, row: Drift, *, hidden: bool = False) -> list[str]:
    """Give what the columns say of a row."""
    columns = DriftColumns(context.words, names_hidden=hidden).columns()
    return [cell_text(column.cell(row)) for column in columns]


def test_a_row_says_both_standings_and_what_made_them_differ(context: UiContext) -> None:
    assert cells(context, drift(SMM)) == [
        "示範 病人1  001",
        "2026-05-01",
        "MGUS  low risk",
        "SMM  presumed  intermediate risk–high risk",
        "rules 2025.1",
    ]
    assert cells(context, drift(OPEN))[3] == "MGUS or SMM"
    assert cells(context, drift(SMM, same_rules=True))[4] == "data or settings"


def test_many_possibilities_are_counted_and_names_can_be_hidden(context: UiContext) -> None:
    many = replace(OPEN, possible=("mgus_non_igm", "smm", "multiple_myeloma"))

    said = cells(context, drift(many), hidden=True)

    assert said[0] == "示○○  …"
    assert said[3] == "3 possible"


def test_what_moved_is_a_chip_and_what_stayed_is_not(context: UiContext) -> None:
    column = DriftColumns(context.words, names_hidden=False).columns()[3]

    after = column.cell(drift(replace(MGUS, groups=("high",))))

    assert [(span.text, span.chip) for span in after] == [("MGUS", False), ("high risk", True)]


@pytest.mark.parametrize("language", ["zh-TW", "zh-CN"])
def test_the_page_follows_the_language(
    qtbot: QtBot, context: UiContext, rules: RulesPage, language: str
) -> None:
    context.languages.use(language)

    qtbot.waitUntil(lambda: "Rules" not in words_on(rules))
    assert rule_pack().version in words_on(rules)


@pytest.mark.parametrize("language", ["zh-TW", "zh-CN"])
def test_no_space_stands_between_chinese_sentences(
    qtbot: QtBot, context: UiContext, rules: RulesPage, language: str
) -> None:
    report = DriftReport(rule_pack(), 9, 8, (drift(SMM), drift(LATER, 3)), (7,), cancelled=True)
    rules._on_compared(report)

    context.languages.use(language)

    qtbot.waitUntil(lambda: "8/9" in rules._said.text())
    assert "。 " not in rules._said.text()
    assert len(rules._said.text().splitlines()) == 3


def test_the_page_opens_with_the_cursor_on_its_button_or_in_its_list(rules: RulesPage) -> None:
    rules.start()
    assert rules.focusWidget() is rules.buttons["compare"]

    rules.model.set_rows([drift(SMM)])
    rules.start()
    assert rules.focusWidget() is rules.table
