"""Test that grades of the nerves are typed, or come of the questions, and that worse is said."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain import onls
from desktop_app.domain.conclusions import Input
from desktop_app.domain.visit import DraftResult, VisitDraft
from tests.poems_picture import NERVE, RESPONSE, assessed_poems, picture
from tests.ui.conclusions import smouldering
from tests.ui.entry_stage import EMPTY, press, unfold
from tests.ui.ime import commit

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Assessment
    from ui.panels.entry import EntryPanel
    from ui.widgets.entry.poems.nerve_part import NervePart


@pytest.fixture
def nerves(entry: EntryPanel) -> NervePart:
    """Give the fold, open, with its questions."""
    part = entry.parts.nerves
    unfold(entry, part)
    press(part.guide, Qt.Key.Key_Space)
    return part


def lowest(total: int) -> Assessment:
    """Give an assessment in which the line's lowest total is known."""
    nadir = Input("onls_total", Decimal(total), "{score}", "2026-03-01")
    response = replace(RESPONSE, axes=(replace(NERVE, nadir=nadir),))
    return assessed_poems(picture(response=response))


def type_digits(part: NervePart, digits: str) -> None:
    """Answer the questions from the first on, a digit each."""
    part.form.boxes[onls.ARM_SYMPTOMS.code].setFocus()
    for digit in digits:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, digit)


def typed(entry: EntryPanel) -> dict[str, tuple[str, str]]:
    """Give the results of the draft with their methods."""
    return {x.code: (x.text, x.method) for x in entry.draft().results}


def test_digits_answer_and_go_on_to_the_grades(entry: EntryPanel, nerves: NervePart) -> None:
    press(nerves.mode, Qt.Key.Key_I)

    type_digits(nerves, "1" + "00100" + "110" + "1" + "00")

    assert typed(entry) == {"onls_arm": ("2", "interview"), "onls_leg": ("3", "interview")}
    assert nerves.total.text() == "ONLS: arm 2 + leg 3 = 5"
    assert entry.focusWidget() is nerves.form.clear_button


def test_questions_that_do_not_apply_are_not_asked(entry: EntryPanel, nerves: NervePart) -> None:
    boxes = nerves.form.boxes
    assert not boxes[onls.ARM_MOVEMENT.code].isVisible()
    assert not boxes[onls.STANDING.code].isVisible()

    type_digits(nerves, "1" + "22222" + "0" + "111" + "3" + "0" + "1")

    assert typed(entry) == {"onls_arm": ("5", ""), "onls_leg": ("6", "")}
    press(boxes[onls.AID.code], Qt.Key.Key_0)
    assert not boxes[onls.STANDING.code].isVisible()
    assert typed(entry)["onls_leg"] == ("2", "")


def test_an_incomplete_form_has_no_grade_and_no_total(entry: EntryPanel, nerves: NervePart) -> None:
    type_digits(nerves, "1" + "0010")

    assert entry.draft() == EMPTY
    commit(nerves.fields["onls_leg"].number, "3")
    assert nerves.total.text().endswith("No total before both grades are there.")
    assert "= –" in nerves.total.text()


def test_half_a_form_leaves_the_other_half_as_typed(entry: EntryPanel, nerves: NervePart) -> None:
    commit(nerves.fields["onls_leg"].number, "4")

    type_digits(nerves, "0" + "00000")

    assert typed(entry) == {"onls_arm": ("0", ""), "onls_leg": ("4", "")}


def test_an_answer_is_taken_back_and_all_are_cleared(entry: EntryPanel, nerves: NervePart) -> None:
    type_digits(nerves, "1" + "00000")
    press(nerves.form.boxes["hair"], Qt.Key.Key_Delete)
    assert entry.draft() == EMPTY

    press(nerves.form.boxes["hair"], Qt.Key.Key_0)
    press(nerves.form.clear_button, Qt.Key.Key_Space)

    assert nerves.form.answers() == {}
    assert typed(entry) == {"onls_arm": ("1", "")}


def test_a_contradiction_is_said(nerves: NervePart) -> None:
    type_digits(nerves, "0" + "10000")

    assert nerves.form.message.isVisible()
    assert "the tasks decide" in nerves.form.message.text()


def test_the_questions_are_marked_as_our_own_wording(nerves: NervePart) -> None:
    assert "official form is licensed" in nerves.form._own.text()
    assert all(box.accessibleName() for box in nerves.form.boxes.values())


@pytest.mark.parametrize(("total", "said"), [(4, True), (5, False), (6, False)])
def test_a_point_above_the_lowest_of_the_line_is_flagged_with_the_reminder(
    entry: EntryPanel, nerves: NervePart, total: int, said: bool
) -> None:
    entry.ask(lowest(total))

    commit(nerves.fields["onls_arm"].number, "2")
    commit(nerves.fields["onls_leg"].number, "3")

    assert nerves.worse.isVisible() is said
    if said:
        assert nerves.worse.text().startswith("▲ +1 above the lowest of this line (4 on 2026-03")
        assert "recover slowly" in nerves.worse.text()


def test_without_a_line_nothing_is_flagged(entry: EntryPanel, nerves: NervePart) -> None:
    entry.ask(lowest(0))
    entry.ask(smouldering())

    commit(nerves.fields["onls_arm"].number, "2")
    commit(nerves.fields["onls_leg"].number, "3")

    assert not nerves.worse.isVisible()


def test_the_rankin_grade_is_chosen_in_words_or_typed(entry: EntryPanel, nerves: NervePart) -> None:
    nerves.rankin.setFocus()
    QTest.keyClicks(nerves.rankin, "3")
    assert typed(entry) == {"modified_rankin": ("3", "")}

    nerves.fields["modified_rankin"].number.clear()
    commit(nerves.fields["modified_rankin"].number, "2")
    assert nerves.rankin.code() == "2"

    commit(nerves.fields["modified_rankin"].number, "x")
    assert nerves.rankin.code() == ""
    assert typed(entry) == {"modified_rankin": ("2x", "")}


def test_a_kept_draft_shows_its_grades_and_how_they_were_had(entry: EntryPanel) -> None:
    results = (
        DraftResult("onls_arm", "2", "{score}", method="observed"),
        DraftResult("onls_leg", "3", "{score}", method="observed"),
        DraftResult("modified_rankin", "3", "{score}"),
    )
    draft = VisitDraft(7, "2026-11-22", results=results)

    entry.show_draft(draft, None)

    nerves = entry.parts.nerves
    assert entry.draft() == draft
    assert nerves.mode.code() == "observed"
    assert nerves.rankin.code() == "3"
    assert not nerves.fields["onls_arm"].source.isVisibleTo(nerves)
    entry.show_draft(EMPTY, None)
    assert entry.draft() == EMPTY
    assert nerves.mode.code() == ""


def test_tab_meets_every_field_once_and_each_has_a_name(nerves: NervePart) -> None:
    order = nerves.focus_order()

    assert len(order) == len(set(order))
    shown = [each for each in order if each.isVisibleTo(nerves)]
    assert [each for each in shown if not each.accessibleName()] == []
