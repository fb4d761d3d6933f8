"""Test regimens: entered by keyboard, known ones found while typing, open ones ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.errors import FieldError
from desktop_app.domain.visit import DraftTreatment, VisitDraft
from tests.ui.entry_stage import EMPTY, FULL, KPD, VCD, press, terms_of, unfold
from tests.ui.ime import commit, compose

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import UiContext
    from ui.panels.entry import EntryPanel
    from ui.widgets.entry.treatment.treatment_editor import TreatmentEditor

# What the platform without a screen cannot do for the list that opens below the field.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
VRD = ("bortezomib", "lenalidomide", "dexamethasone")


def begin(entry: EntryPanel) -> TreatmentEditor:
    """Add a regimen by keyboard."""
    treatments = entry.parts.treatments
    unfold(entry, treatments)
    press(treatments.add, Qt.Key.Key_Space)
    return treatments.editors[-1]


def name(editor: TreatmentEditor, text: str) -> None:
    """Write a name and go on to the drugs."""
    editor.regimen.setFocus()
    editor.regimen.selectAll()
    commit(editor.regimen, text)
    found = editor.regimen.completer().popup()
    assert found is not None
    found.hide()
    press(editor.regimen, Qt.Key.Key_Return)


def choices(editor: TreatmentEditor) -> list[str]:
    """Give the plans on offer."""
    return [editor.plan.itemText(place) for place in range(editor.plan.count())]


def test_a_regimen_is_entered_by_keyboard_from_name_to_note(
    qtbot: QtBot, entry: EntryPanel
) -> None:
    editor = begin(entry)
    assert entry.focusWidget() is editor.regimen

    with qtbot.waitSignal(entry.edited):
        QTest.keyClicks(editor.regimen, "vrd")
    found = editor.regimen.completer().popup()
    assert found is not None
    QTest.keyClick(found, Qt.Key.Key_Tab)  # an open list gets the keys first
    assert not found.isVisible()
    press(editor.remove, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert entry.focusWidget() is editor.start.line
    QTest.keyClicks(editor.start.line, "2026-03")
    press(editor.start.line, Qt.Key.Key_Return)
    QTest.keyClicks(editor.stop.line, "2026-08-31")
    press(editor.stop.line, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    commit(editor.cycles, "６")
    press(editor.cycles, Qt.Key.Key_Return)
    commit(editor.cycle_days, "21")
    press(editor.cycle_days, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert entry.focusWidget() is editor.note
    commit(editor.note, "誘導治療")

    assert entry.draft().treatments == (
        DraftTreatment("VRd", VRD, "2026-03", "2026-08-31", "6", "21", "planned", "1", "誘導治療"),
    )
    assert entry.parts.folds[entry.parts.treatments].text().endswith("1")


def test_the_known_regimens_open_below_the_field_and_one_is_chosen_by_keyboard(
    qtbot: QtBot, entry: EntryPanel
) -> None:
    editor = begin(entry)
    press(editor.regimen, Qt.Key.Key_Down)
    found = editor.regimen.completer().popup()
    assert found is not None
    qtbot.waitUntil(found.isVisible)

    QTest.keyClick(found, Qt.Key.Key_Down)
    QTest.keyClick(found, Qt.Key.Key_Return)

    assert editor.value() == DraftTreatment("VRd", VRD, sequence="1")
    assert not found.isVisible()


def test_typing_a_part_of_the_name_narrows_the_known_regimens(
    qtbot: QtBot, entry: EntryPanel
) -> None:
    editor = begin(entry)

    QTest.keyClicks(editor.regimen, "kpd")

    finder = editor.regimen.completer()
    popup = finder.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    assert {finder.completionModel().index(row, 0).data().split()[0] for row in range(2)} <= {
        "DKPd",
        "KPd",
    }


def test_a_name_of_one_s_own_is_taken_also_from_an_input_method(entry: EntryPanel) -> None:
    editor = begin(entry)

    compose(editor.regimen, "shi yan")
    assert entry.draft().treatments == ()
    commit(editor.regimen, "試驗藥物")
    commit(editor.drugs, "硼替佐米、thalidomide，")

    drugs = ("硼替佐米", "thalidomide")
    assert entry.draft().treatments == (DraftTreatment("試驗藥物", drugs, sequence="1"),)


def test_drugs_that_the_doctor_changed_stay_when_the_name_changes(entry: EntryPanel) -> None:
    editor = begin(entry)
    name(editor, "VRd")
    assert editor.drugs.text() == ", ".join(VRD)

    name(editor, "Rd")
    assert editor.drugs.text() == "lenalidomide, dexamethasone"
    editor.drugs.selectAll()
    commit(editor.drugs, "lenalidomide")
    name(editor, "VRd")

    assert editor.drugs.text() == "lenalidomide"


def test_the_beginning_of_a_name_fills_in_no_drugs_and_an_addition_keeps_them(
    entry: EntryPanel,
) -> None:
    editor = begin(entry)
    QTest.keyClicks(editor.regimen, "V")  # a regimen by itself
    QTest.keyClicks(editor.regimen, "R")
    assert editor.drugs.text() == ""
    name(editor, "VRd")

    name(editor, "VRd lite")

    assert editor.value() == DraftTreatment("VRd lite", VRD, sequence="1")


def test_the_drugs_of_a_regimen_on_record_follow_its_corrected_name(entry: EntryPanel) -> None:
    entry.show_draft(VisitDraft(1, "2026-06-01", treatments=(DraftTreatment("VRd", VRD),)), None)
    unfold(entry, entry.parts.treatments)
    (editor,) = entry.parts.treatments.editors

    name(editor, "Rd")

    assert editor.drugs.text() == "lenalidomide, dexamethasone"


def test_a_wrong_last_day_is_said_beside_it_and_nothing_is_lost(entry: EntryPanel) -> None:
    entry.show_draft(FULL, None)
    problems = (
        FieldError("treatments.0.stop", "stop_before_start", (("text", "2022-06-30"),)),
        FieldError("treatments.1.start", "required"),
    )

    entry.show_problems(problems, focus=True)

    first, second = entry.parts.treatments.editors
    assert entry.focusWidget() is first.stop.line
    assert "2022-06-30" in first.ending.message.text()
    assert first.stop.state == "bad"
    assert second.ending.message.isVisible()
    assert entry.draft().treatments == FULL.treatments


def test_known_regimens_are_listed_and_only_open_ones_can_be_ended(
    qtbot: QtBot, entry: EntryPanel
) -> None:
    entry.show_known([], [], [], [VCD, KPD])
    treatments = entry.parts.treatments
    unfold(entry, treatments)

    (stop,) = treatments.known.stops
    assert "KPd" in stop.accessibleName()
    with qtbot.waitSignal(entry.stop_wanted) as asked:
        press(stop, Qt.Key.Key_Space)

    assert asked.args == [KPD]
    assert entry.draft() == EMPTY


def test_a_regimen_is_part_of_the_running_plan_of_a_new_one_or_of_nobody_knows_which(
    entry: EntryPanel,
) -> None:
    entry.show_known([], [], [], [VCD, KPD])
    editor = begin(entry)

    assert editor.plan.code() == ""
    assert choices(editor) == [
        "planned? not stated",
        "planned part of plan 2: KPd",
        "new line (plan 3)",
        "planned part of plan 1: VCd",
    ]


def test_the_next_regimen_can_be_part_of_the_plan_of_the_one_above_it(entry: EntryPanel) -> None:
    editor = begin(entry)
    commit(editor.regimen, "VRd")
    press(editor.plan, Qt.Key.Key_Down)
    entry.parts.treatments.add.click()

    below = entry.parts.treatments.editors[1]
    assert choices(below)[1:] == ["planned part of plan 1: VRd", "new line (plan 2)"]
    entry.parts.events.add.click()
    assert "planned part of plan 1: VRd" in [
        entry.parts.events.editors[0].plan.itemText(place) for place in range(3)
    ]


def test_the_first_regimen_of_all_begins_a_plan_unless_the_doctor_takes_that_back(
    entry: EntryPanel,
) -> None:
    editor = begin(entry)
    name(editor, "VRd")
    assert editor.plan.currentText() == "new line (plan 1)"

    press(editor.plan, Qt.Key.Key_Up)
    commit(editor.note, "x")

    assert editor.plan.code() == ""
    entry.parts.events.add.click()
    entry.show_known([], [], [], [KPD])
    entry.show_draft(EMPTY, None)
    another = begin(entry)
    name(another, "VRd")
    assert another.plan.code() == ""


def test_a_plan_stays_when_the_regimen_that_began_it_is_removed(entry: EntryPanel) -> None:
    kept = (DraftTreatment("VRd", sequence="1"), DraftTreatment("Rd", sequence="2"))
    entry.show_draft(VisitDraft(7, "2026-11-22", treatments=kept), None)

    entry.parts.treatments.editors[0].remove.click()

    assert entry.draft().treatments == kept[1:]
    assert entry.parts.treatments.editors[0].plan.currentText() == "new line (plan 2)"


def test_the_drugs_and_plans_follow_the_language(context: UiContext, entry: EntryPanel) -> None:
    entry.show_known([], [], [], [VCD])
    entry.show_draft(FULL, None)

    context.languages.use("zh-TW")
    entry.set_words(terms_of(context.services, "zh-TW"))

    editor = entry.parts.treatments.editors[0]
    assert editor.plan.currentText().startswith("計畫 1")
    assert editor.stop_reason.currentText() == "依計畫完成"
    assert entry.draft().treatments == FULL.treatments
