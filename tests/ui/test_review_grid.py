"""Test the rows of a review: many of them, letters that answer, and what each one offers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.arrivals.review import (
    Arrival,
    ArrivalState,
    Decisions,
    ImportReview,
    LineAnswer,
    Question,
    Reading,
)
from desktop_app.domain.arrivals.rows import Layout, SiteProfile, Staged, StagedRow
from desktop_app.domain.conclusions import Note
from desktop_app.domain.journal import EntryKind, Kept
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Finding, Interpretation, Result
from tests.ui.paste_stage import press, row_text
from tests.ui.patient_stage import words_on
from tests.ui.screen import show_active
from tests.ui.words import terms
from ui.models.arrival_words import change_text, entry_value, state_text
from ui.widgets.imports.answer_bar import style_text
from ui.widgets.imports.review_view import OPEN, ReviewView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.language import LanguageSwitch

MANY = 200_000
DAY = PartialDate("2026-11-20")
HB = Result(DAY, "hemoglobin", Decimal("12.1"), "g/dL")
ROW = StagedRow(2, "Hb\t12.1\tg/dL", item_name="Hb", value="12.1", unit="g/dL")
READY = Arrival(Reading(ROW, 0, "hb", ArrivalState.NEW, "hemoglobin", HB), ArrivalState.NEW)
KEPT = Kept(EntryKind.RESULT, 5, 1, None, amended=False, entry=HB)


def asked(code: str, place: int = 1, **values: object) -> Arrival:
    """Give a row that asks something."""
    options = tuple(map(str, values.pop("options", ())))  # type: ignore[arg-type]
    question = Question(code, tuple((k, str(v)) for k, v in values.items()), options)
    reading = replace(READY.reading, place=place, state=ArrivalState.QUESTION)
    return Arrival(reading, ArrivalState.QUESTION, questions=(question,))


def review_of(*arrivals: Arrival, decisions: Decisions | None = None) -> ImportReview:
    """Give a review of these rows."""
    staged = Staged("a.csv", "", tuple(each.reading.row for each in arrivals), Layout.LONG)
    return ImportReview(staged, SiteProfile(""), decisions or Decisions(), arrivals, ())


@pytest.fixture
def view(qtbot: QtBot, english: LanguageSwitch) -> ReviewView:
    """Give an empty review on the screen, in English."""
    assert english.language == "en"
    made = ReviewView(lambda: date(2026, 11, 22))
    made.set_words(terms())
    qtbot.addWidget(made)
    made.resize(1000, 560)
    show_active(qtbot, made)
    made.begin()
    return made


def test_the_largest_file_is_shown_and_walked_without_waiting(view: ReviewView) -> None:
    rows = tuple(replace(READY, reading=replace(READY.reading, place=n)) for n in range(MANY))
    big = review_of(*rows[:-1], asked("replaced_twice", MANY))

    began = perf_counter()
    view.show_review(big)
    view.grid.grab()
    press(view.grid, Qt.Key.Key_Home)
    press(view.grid, Qt.Key.Key_PageDown)
    view.grid.grab()
    took = perf_counter() - began

    assert view.grid.rows.rowCount() == MANY
    assert took < 3  # seconds, on any machine; the rows themselves are painted when seen


def test_the_first_question_is_chosen_and_its_line_is_shown(view: ReviewView) -> None:
    view.show_review(review_of(READY, asked("replaced_twice")))

    assert view.grid.currentIndex().row() == 1
    assert view.focusWidget() is view.grid
    assert "Line 2: Hb 12.1 g/dL" in words_on(view.bar)


@pytest.mark.parametrize(
    ("arrival", "offered"),
    [
        (asked("replaced_twice"), {"Take  T", "Leave out  L"}),
        (asked("unit", options=("g/dL", "g/L"), key="hb"), {"g/dL", "g/L", "Leave out  L"}),
        (
            asked("date_style", options=("dmy", "mdy"), text="03/04/2026"),
            {"Day, month, year", "Month, day, year", "Leave out  L"},
        ),
        (asked("reason", low=3, high=25, unit="g/dL"), {"Leave out  L"}),
        (asked("day"), {"Leave out  L"}),
        (
            replace(asked("differs_from_record"), stored=KEPT),
            {"Keep both  T", "Replace the stored value  R", "Leave out  L"},
        ),
        (READY, {"Leave out  L"}),
        (replace(READY, state=ArrivalState.SAME), set()),
        (replace(READY, state=ArrivalState.REFUSED, notes=(Note("x"),)), set()),
    ],
)
def test_a_row_offers_exactly_the_answers_that_fit(
    view: ReviewView, arrival: Arrival, offered: set[str]
) -> None:
    view.show_review(review_of(arrival))

    buttons = (
        *view.bar.units.buttons,
        *view.bar.styles.buttons,
        *view.bar.buttons.values(),
        *(view.bar.never, view.bar.again, view.bar.claim),
    )
    assert {button.text() for button in buttons if button.isVisible()} == offered


def test_letters_answer_the_chosen_row_and_only_what_is_offered(
    qtbot: QtBot, view: ReviewView
) -> None:
    view.show_review(review_of(asked("replaced_twice", 3)))

    with qtbot.assertNotEmitted(view.decided):
        press(view.grid, Qt.Key.Key_R)
    with qtbot.waitSignal(view.decided) as told:
        press(view.grid, Qt.Key.Key_T)

    assert told.args == [Decisions(answers={3: LineAnswer.TAKE})]


def test_a_unit_is_settled_under_the_key_of_its_question(qtbot: QtBot, view: ReviewView) -> None:
    view.show_review(review_of(asked("unit_unknown", options=("g/dL",), key="hb[gr%]", unit="gr%")))

    with qtbot.waitSignal(view.decided) as told:
        view.bar.units.buttons[0].click()

    assert told.args == [Decisions(units={"hb[gr%]": "g/dL"})]


def test_the_style_of_days_is_settled_for_the_whole_source(qtbot: QtBot, view: ReviewView) -> None:
    view.show_review(review_of(asked("date_style", options=("dmy", "mdy"), text="03/04/2026")))

    with qtbot.waitSignal(view.style_settled) as told:
        view.bar.styles.buttons[1].click()

    assert told.args == ["mdy"]


def test_an_answer_can_be_taken_back(qtbot: QtBot, view: ReviewView) -> None:
    decided = Decisions(answers={0: LineAnswer.LEAVE})
    view.show_review(review_of(replace(READY, state=ArrivalState.LEFT_OUT), decisions=decided))

    with qtbot.waitSignal(view.decided) as told:
        view.bar.again.click()

    assert told.args == [Decisions()]


def test_only_questions_can_be_shown(view: ReviewView) -> None:
    view.show_review(review_of(READY, asked("replaced_twice"), READY))

    view.shown.set_code(OPEN)
    view.shown.edited.emit()

    assert [row.reading.place for row in view.grid.rows.rows] == [1]


def test_the_summary_counts_every_state(view: ReviewView) -> None:
    rows = [replace(READY, state=state) for state in ArrivalState]
    view.show_review(review_of(*rows))

    assert view.summary() == (
        "2 will be stored · 1 will be withdrawn · ▲ 2 questions · 1 already there"
        " · 1 without a result · 1 left out · ● 1 not possible"
    )


def test_every_state_and_style_has_a_word() -> None:
    assert len({state_text(state) for state in ArrivalState}) == len(ArrivalState)
    styles = ("auto", "ymd", "dmy", "mdy", "roc")
    assert len({style_text(style) for style in styles}) == len(styles)


def test_values_and_changes_are_said_as_they_are_kept() -> None:
    last = replace(HB, value=Decimal(11))
    worded = Result(DAY, "vegf", None, interpretation=Interpretation.HIGH)

    assert change_text(replace(READY, last=last), "en") == "+10 %"
    assert change_text(replace(READY, last=HB), "zh-CN") == "±0%"
    assert change_text(READY, "en") == ""
    assert change_text(replace(READY, last=replace(last, unit="g/L")), "en") == ""
    assert entry_value(Finding(DAY, "serum_immunofixation", ()), terms()) == "negative"
    assert entry_value(worded, terms()) != ""


def test_rows_show_stored_values_limits_and_what_was_printed(view: ReviewView) -> None:
    low = replace(READY, reading=replace(READY.reading, entry=replace(HB, low=Decimal(12))))
    high = replace(READY, reading=replace(READY.reading, entry=replace(HB, high=Decimal(16))))
    bare = Reading(ROW, 1, "hb", ArrivalState.UNKNOWN)
    view.show_review(review_of(low, high, Arrival(bare, ArrivalState.UNKNOWN)))

    assert row_text(view.grid, 0)[2] == "12.1 g/dL  ≥ 12"
    assert row_text(view.grid, 1)[2] == "12.1 g/dL  ≤ 16"
    assert row_text(view.grid, 2)[1:4] == ["Hb", "12.1 g/dL", "–"]
