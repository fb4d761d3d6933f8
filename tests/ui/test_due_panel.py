"""Test what the panel of the next visit says of interval, source, work-up and referral."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.conclusions import FollowUp, Note, Schedule, WorkupItem
from desktop_app.domain.poems_conclusions import WatchedSeries
from tests.ui.conclusions import with_everything
from tests.ui.patient_stage import words_on
from tests.ui.words import terms
from ui.models.due_words import DueWords
from ui.panels.due import DuePanel
from ui.widgets.chip import Chip

pytestmark = pytest.mark.usefixtures("english")
FULL = with_everything()


@pytest.fixture
def panel(qtbot: QtBot) -> DuePanel:
    """Give the panel of a patient with everything."""
    made = DuePanel()
    qtbot.addWidget(made)
    made.show_follow_up(FULL.follow_up, date(2026, 6, 30), terms(), FULL.workup)
    return made


def test_the_next_visit_stands_with_its_source_and_what_others_propose(panel: DuePanel) -> None:
    said = words_on(panel)

    assert "2026-09-30" in said
    assert "every 3 months" in said
    assert f"after {terms().of('source', 'kyle2010')}" in said
    assert "1 other" in said


def test_every_plan_is_named_with_its_rule_in_the_tip(panel: DuePanel) -> None:
    tips = [label.toolTip() for label in panel.findChildren(QLabel) if "FU-SMM" in label.toolTip()]

    assert len(tips) == 1
    assert [line.partition(": ")[2] for line in tips[0].splitlines()[:2]] == [
        "every 2–3 months (FU-SMM)",
        "every 3–6 months (FU-SMM)",
    ]


def test_a_plan_of_the_clinic_says_so() -> None:
    own = FollowUp((4, 4), date(2026, 9, 30), schedule=Schedule("FU-SMM", "clinic", (4, 4)))

    assert DueWords(terms()).source(own) == "set by the clinic"
    assert DueWords(terms()).schedules(own) == ("the clinic: every 4 months (FU-SMM)",)


def test_a_plan_in_words_or_without_any_is_told() -> None:
    said = DueWords(terms())
    in_words = Schedule("FU-SWM", "kyle2010", words=Note("refer_smouldering"))

    assert "haematologist" in said.plan(in_words)
    assert said.plan(replace(in_words, words=None)) == "no number"
    assert said.source(FollowUp()) == ""
    assert said.others(FollowUp()) == ""


def test_a_long_work_up_shows_the_first_and_leads_to_the_rest(qtbot: QtBot) -> None:
    made = DuePanel()
    qtbot.addWidget(made)
    many = tuple(WorkupItem(f"test{n}", "due", "WORKUP-LIN", (f"c{n}",)) for n in range(9))

    made.show_follow_up(FULL.follow_up, date(2026, 6, 30), terms(), many)

    chips = made.findChildren(QPushButton)
    assert len(chips) == 6
    assert chips[-1].text() == "4 more"
    assert "test8" in chips[-1].toolTip()
    with qtbot.waitSignal(made.reasons_wanted):
        chips[-1].click()


def test_the_work_up_counts_what_is_done_and_shows_the_rest(panel: DuePanel) -> None:
    chips = panel.findChildren(QPushButton)

    assert "Work-up: 1 of 3 done" in words_on(panel)
    assert [chip.property("code") for chip in chips] == ["flc_kappa", "mri_focal_lesions"]
    assert chips[0].text().startswith("? ")
    assert chips[1].text().endswith("2024-03")
    assert "WORKUP-LIN" in chips[0].toolTip()


def test_a_chip_leads_to_the_field_of_its_test(qtbot: QtBot, panel: DuePanel) -> None:
    with qtbot.waitSignal(panel.field_wanted) as wanted:
        panel.findChildren(QPushButton)[0].click()

    assert wanted.args == ["flc_kappa"]


def test_a_complete_work_up_has_no_chip(qtbot: QtBot) -> None:
    made = DuePanel()
    qtbot.addWidget(made)
    done = (WorkupItem("spep", "done", "WORKUP-LIN"),)

    made.show_follow_up(FULL.follow_up, date(2026, 6, 30), terms(), done)

    assert "Work-up: 1 of 1 done" in words_on(made)
    assert made.findChildren(QPushButton) == []


def test_reasons_to_refer_are_said(panel: DuePanel) -> None:
    assert "▲ refer" in words_on(panel)
    assert "haematologist" in words_on(panel)


def test_the_plan_itself_is_no_reason_to_refer_and_more_reasons_are_counted() -> None:
    plan = replace(
        FULL.follow_up,
        reasons=(Note("FU-SMM"), Note("refer_smouldering"), Note("refer_myeloma")),
    )

    said = DueWords(terms()).referral(plan)

    assert said.startswith(terms().sentence("note", Note("refer_smouldering")))
    assert said.endswith("1 more")
    assert DueWords(terms()).referral(replace(plan, reasons=(Note("FU-SMM"),))) == ""


def test_what_poems_watches_is_told_with_what_is_late_first(qtbot: QtBot) -> None:
    made = DuePanel()
    qtbot.addWidget(made)
    dues = {"vegf": "2026-05-01", "onls": "2026-06-30", "pasp": "2026-09-01", "dlco": None}
    watched = tuple(
        WatchedSeries(series, "early", (), Note("x"), due=due) for series, due in dues.items()
    )

    made.show_follow_up(FULL.follow_up, date(2026, 6, 30), terms(), (), watched)

    said = words_on(made)
    late, ahead = terms().of("poems_series", "vegf"), terms().of("poems_series", "onls")
    assert f"POEMS, overdue: {late}\n" in said
    assert f"POEMS, next: {ahead} (2026-06-30)" in said


def test_many_series_are_cut_short_and_none_says_nothing() -> None:
    words = DueWords(terms())
    many = tuple(WatchedSeries(x, "early", (), Note("x"), due="2026-01-01") for x in "abcde")

    assert words.overdue(many, date(2026, 6, 30)) == "POEMS, overdue: a; b; c; d …"
    assert words.coming(many, date(2026, 6, 30)) == ""
    assert words.overdue((), date(2026, 6, 30)) == ""


def test_a_missed_visit_counts_its_days(qtbot: QtBot) -> None:
    made = DuePanel()
    qtbot.addWidget(made)

    made.show_follow_up(FULL.follow_up, date(2026, 10, 2), terms())

    assert "2 days overdue" in words_on(made)


def test_a_chip_of_an_overdue_visit_is_no_window_that_takes_the_focus(qtbot: QtBot) -> None:
    chip = Chip("125 days overdue", "warning")
    assert not chip.isVisible()

    holder = QWidget()
    qtbot.addWidget(holder)
    QVBoxLayout(holder).addWidget(chip)
    holder.show()
    assert chip.isVisible()
