"""Test the page of settings: kept, refused beside the field, and never lost in silence."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop_app.domain.document import Clinic
from desktop_app.domain.policy import Policy
from desktop_app.domain.policy_draft import DraftIntervals, DraftNoise, PolicyDraft
from tests.ui.ime import commit
from tests.ui.screen import show_active
from ui.pages.settings import SettingsPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.services import Services
    from ui.context import UiContext

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def settings_page(qtbot: QtBot, context: UiContext) -> SettingsPage:
    """Give the page of a clinic that set nothing yet."""
    made = SettingsPage(context)
    qtbot.addWidget(made)
    made.resize(1366, 724)
    show_active(qtbot, made)
    with qtbot.waitSignal(made.shown):
        made.start()
    return made


def save(qtbot: QtBot, page: SettingsPage) -> None:
    """Save by keyboard."""
    with qtbot.waitSignal(page.saved):
        qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)


def test_a_new_clinic_sees_the_published_values_in_grey(settings_page: SettingsPage) -> None:
    page = settings_page

    row = page.intervals["FU-SMM"]
    assert [edit.text() for step in row.steps for edit in step] == [""] * 6
    assert [edit.placeholderText() for edit in row.steps[0]] == ["2", "3"]
    assert "22\N{NO-BREAK SPACE}%" in page.noise._known.text()
    assert page.unsaved() is None
    assert page.focusWidget() is page.lines["name"]


def test_everything_is_typed_and_kept_by_keyboard(
    qtbot: QtBot, services: Services, settings_page: SettingsPage
) -> None:
    page = settings_page
    for name, text in (("name", "示範診所"), ("phone", "02-1234"), ("doctor", "林醫師")):
        commit(page.lines[name], text)
    first = page.intervals["FU-MGUS-LOW"]
    for (low, high), months in zip(first.steps, (("６", ""), ("12", "24")), strict=True):
        commit(low, months[0])
        commit(high, months[1])
    page.noise.add.setFocus()
    qtbot.keyClick(page.noise.add, Qt.Key.Key_Space)
    row = page.noise.rows[0]
    assert page.focusWidget() is row.laboratory
    commit(row.laboratory, "甲院")
    qtbot.keyClick(row.code, Qt.Key.Key_Down)
    commit(row.percent, "１５ ％")

    save(qtbot, page)

    assert services.settings.clinic() == Clinic("示範診所", "02-1234", "", "林醫師")
    policy = services.settings.policy()
    assert policy.intervals == {"FU-MGUS-LOW": ((6, 6), (12, 24))}
    assert policy.noise_percent == {("甲院", "serum_m_protein"): Decimal(15)}
    assert page.unsaved() is None
    assert "Saved" in page.banner.text()


def test_what_was_kept_is_shown_again(
    qtbot: QtBot, services: Services, settings_page: SettingsPage
) -> None:
    services.settings.keep_clinic(Clinic("診所"))
    services.settings.keep_policy(
        PolicyDraft(
            (DraftNoise("", "hemoglobin", "5"),),
            (
                DraftIntervals("FU-LC", (("3", "3"), ("6", "6"))),
                DraftIntervals("FU-MGUS-1", (("3", "3"), ("6", "12"))),
            ),
        )
    )
    page = settings_page

    with qtbot.waitSignal(page.shown):
        page.start()

    assert page.lines["name"].text() == "診所"
    assert page.intervals["FU-LC"].steps[1][0].text() == "6"
    assert page.noise.rows[0].percent.text() == "5"
    assert "8 %" in page.noise.rows[0]._published.text()
    assert page.unsaved() is None


def test_what_was_set_for_a_rule_that_is_gone_or_has_other_steps_is_left_out(
    qtbot: QtBot, services: Services, settings_page: SettingsPage
) -> None:
    known = {"FU-LC": ((3, 3), (6, 6))}
    kept = Policy(intervals=known | {"FU-GONE": ((1, 1),), "FU-SMM": ((2, 2),)})
    with services.settings._access.system() as work:
        work.settings.keep_policy(kept)
    page = settings_page

    with qtbot.waitSignal(page.shown):
        page.start()

    assert page.intervals["FU-LC"].steps[0][0].text() == "3"
    assert page.intervals["FU-SMM"].steps[0][0].text() == ""
    assert page.unsaved() is None
    save(qtbot, page)
    assert services.settings.policy().intervals == known


def test_one_press_goes_back_to_the_guideline(
    qtbot: QtBot, services: Services, settings_page: SettingsPage
) -> None:
    page = settings_page
    row = page.intervals["FU-SMM-HIGH"]
    assert not row.reset.isEnabled()
    commit(row.steps[0][0], "1")
    save(qtbot, page)
    assert services.settings.policy().intervals

    row.reset.setFocus()
    qtbot.keyClick(row.reset, Qt.Key.Key_Space)
    save(qtbot, page)

    assert services.settings.policy().intervals == {}
    assert page.focusWidget() is row.steps[0][0]


def test_a_noise_that_is_removed_gives_the_published_one_back(
    qtbot: QtBot, services: Services, settings_page: SettingsPage
) -> None:
    services.settings.keep_policy(PolicyDraft((DraftNoise("", "hemoglobin", "5"),)))
    page = settings_page
    with qtbot.waitSignal(page.shown):
        page.start()

    qtbot.keyClick(page.noise.rows[0].remove, Qt.Key.Key_Space)
    save(qtbot, page)

    assert services.settings.policy().noise_percent == {}


def test_each_mistake_stands_beside_its_field_and_the_rest_is_kept(
    qtbot: QtBot, services: Services, settings_page: SettingsPage
) -> None:
    page = settings_page
    commit(page.lines["name"], "示範診所")
    commit(page.intervals["FU-SMM"].steps[1][1], "x")
    page.noise.add.click()
    commit(page.noise.rows[0].percent, "130")

    with qtbot.assertNotEmitted(page.saved):
        qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
        qtbot.waitUntil(page.banner.isVisible)

    assert page.intervals["FU-SMM"].message.isVisible()
    assert page.intervals["FU-SMM"].steps[1][1].state == "bad"
    assert page.noise.rows[0].message.isVisible()
    assert services.settings.clinic().name == "示範診所"
    assert services.settings.policy().intervals == {}
    assert page.unsaved() is not None
    assert page.focusWidget() in (page.noise.rows[0].code, page.noise.rows[0].percent)


def test_a_rule_filled_in_half_is_said_beside_it(qtbot: QtBot, settings_page: SettingsPage) -> None:
    page = settings_page
    row = page.intervals["FU-SMM"]
    commit(row.steps[0][0], "3")

    qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(page.banner.isVisible)

    assert row.message.text() == "Fill in every step, or none."
    assert page.focusWidget() is row.steps[1][0]


def test_a_text_too_long_for_paper_is_said_beside_it(
    qtbot: QtBot, services: Services, settings_page: SettingsPage
) -> None:
    page = settings_page
    commit(page.lines["address"], "很長" * 40)

    qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(page.banner.isVisible)

    assert page.clinic["address"].message()
    assert page.lines["address"].property("state") == "bad"
    assert page.focusWidget() is page.lines["address"]
    assert services.settings.clinic() == Clinic()


def test_changes_stay_when_the_page_is_shown_again_and_can_be_dropped(
    settings_page: SettingsPage,
) -> None:
    page = settings_page
    commit(page.lines["name"], "半個名字")

    page.start()

    assert page.lines["name"].text() == "半個名字"
    assert "not saved" in page.banner.text()
    page.banner.action_requested.emit()
    assert page.lines["name"].text() == ""
    assert page.unsaved() is None


def test_changes_come_back_after_a_lock(
    qtbot: QtBot, context: UiContext, settings_page: SettingsPage
) -> None:
    commit(settings_page.lines["name"], "半個名字")
    typed = settings_page.unsaved()
    assert typed is not None
    again = SettingsPage(context)
    qtbot.addWidget(again)

    with qtbot.waitSignal(again.shown):
        again.resume(typed)

    assert again.lines["name"].text() == "半個名字"
    assert again.unsaved() == typed


def test_a_record_that_is_locked_is_said(
    qtbot: QtBot, services: Services, settings_page: SettingsPage
) -> None:
    services.clinic.lock()

    qtbot.keyClick(settings_page, Qt.Key.Key_Return, CTRL)

    qtbot.waitUntil(settings_page.banner.isVisible)


@pytest.mark.parametrize("language", ["en", "zh-TW", "zh-CN"])
def test_nothing_is_cut_off_in_any_language_and_what_is_typed_stays(
    qtbot: QtBot, context: UiContext, settings_page: SettingsPage, language: str
) -> None:
    page = settings_page
    page.noise.add.click()
    commit(page.noise.rows[0].laboratory, "甲院")

    context.languages.use(language)
    page.retranslate()

    def cut() -> list[str]:
        shown: list[QLabel | QPushButton] = [
            each for each in page.findChildren(QLabel) if not each.wordWrap()
        ]
        shown += page.findChildren(QPushButton)
        return [
            each.text()
            for each in shown
            if each.isVisible() and each.minimumSizeHint().width() > each.width() + 1
        ]

    qtbot.waitUntil(lambda: cut() == [])
    assert page.minimumSizeHint().width() <= 1366
    assert page.typed().policy.noise == (DraftNoise("甲院", "", ""),)


def test_tab_walks_through_every_named_field(settings_page: SettingsPage) -> None:
    page = settings_page
    page.noise.add.click()
    page.lines["name"].setFocus()
    walked: list[QWidget] = []
    last = next(reversed(page.intervals.values())).steps[-1][-1]
    while page.focusWidget() is not last:
        walked.append(page.focusWidget())
        page.focusNextChild()

    assert [each for each in walked if not each.accessibleName().strip()] == []
    months = [edit for row in page.intervals.values() for step in row.steps for edit in step]
    assert [each for each in walked if each in months] == months[:-1]


def test_the_criteria_of_poems_and_its_limit_are_set_by_keyboard(
    qtbot: QtBot, services: Services, settings_page: SettingsPage
) -> None:
    poems = settings_page.poems
    assert poems.limit.placeholderText() == "771"
    poems.preset.setFocus()
    qtbot.keyClick(settings_page.focusWidget(), Qt.Key.Key_Right)
    commit(poems.limit, "８００")

    save(qtbot, settings_page)

    policy = services.settings.policy()
    assert (policy.poems_preset, policy.poems_vegf_limit) == ("pumch", Decimal(800))


def test_a_limit_that_is_no_number_is_said_beside_it(
    qtbot: QtBot, services: Services, settings_page: SettingsPage
) -> None:
    poems = settings_page.poems
    commit(poems.limit, "high")

    qtbot.keyClick(settings_page, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(poems.message.isVisible)

    assert settings_page.focusWidget() is poems.limit
    assert services.settings.policy() == Policy()
