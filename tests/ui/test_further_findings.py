"""Test further findings and earlier diagnoses: by keyboard, kept as typed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.domain.errors import FieldError
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import EarlierDiagnosis
from desktop_app.domain.visit import (
    DraftDiagnosis,
    DraftFinding,
    VisitDraft,
)
from desktop_app.domain.visit_form import (
    CATEGORIES,
    FURTHER,
    FURTHER_PERCENTS,
    RENAL_BIOPSIES,
)
from tests.ui.entry_stage import EMPTY, finding_values, press, unfold
from tests.ui.ime import commit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.panels.entry import EntryPanel


def test_every_further_finding_is_answered_by_keyboard(entry: EntryPanel) -> None:
    further = entry.parts.further
    unfold(entry, further)
    for topic, group in further.groups.items():
        for chip in group.chips.values():
            press(chip, Qt.Key.Key_Y)
        for code in FURTHER_PERCENTS.get(topic, ()):
            commit(further.percents[code].number, "１２．５")
    further.biopsy.setFocus()
    press(further.biopsy, *[Qt.Key.Key_Down] * 3)

    given = finding_values(entry)
    asked = {code: True for codes in FURTHER.values() for code in codes}
    shares = {code: Decimal("12.5") for codes in FURTHER_PERCENTS.values() for code in codes}
    assert given == {**asked, **shares, "renal_biopsy": RENAL_BIOPSIES[2]}


def test_allergies_are_not_asked_none_or_named(qtbot: QtBot, entry: EntryPanel) -> None:
    field = entry.parts.further.allergy
    unfold(entry, entry.parts.further)
    with qtbot.waitSignal(entry.edited):
        press(field.chip, Qt.Key.Key_N)
    assert finding_values(entry) == {"allergy": ()}
    assert not field.names.isVisible()

    press(field.chip, Qt.Key.Key_Y)
    assert finding_values(entry) == {"allergy": ""}
    entry.show_problems((FieldError("allergy", "answer_not_understood"),), focus=True)
    assert field.message.isVisible()
    assert entry.focusWidget() is field.names
    commit(field.names, "盤尼西林、thalidomide，")
    named = entry.draft()
    assert finding_values(entry) == {"allergy": ("盤尼西林", "thalidomide")}

    entry.show_draft(EMPTY, None)
    entry.show_draft(named, None)
    assert entry.draft() == named
    assert entry.parts.folds[entry.parts.further].text().count("1") == 1


def test_a_kidney_biopsy_in_free_text_is_kept(entry: EntryPanel) -> None:
    free = DraftFinding("renal_biopsy", "immunotactoid")

    entry.show_draft(VisitDraft(7, "2026-11-22", findings=(free,)), None)

    assert entry.draft().findings == (free,)


def test_an_earlier_diagnosis_is_entered_by_keyboard(qtbot: QtBot, entry: EntryPanel) -> None:
    history = entry.parts.history
    unfold(entry, history)
    press(history.add, Qt.Key.Key_Space)
    editor = history.editors[0]
    with qtbot.waitSignal(entry.edited):
        press(editor.diagnosis, *[Qt.Key.Key_Down] * 2)
    press(editor.diagnosis, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert entry.focusWidget() is editor.day.line
    commit(editor.day.line, "2019-05")

    assert entry.draft().history == (DraftDiagnosis(CATEGORIES[1], "2019-05"),)

    with qtbot.waitSignal(entry.edited):
        press(editor.remove, Qt.Key.Key_Space)
    assert entry.draft() == EMPTY


def test_diagnoses_on_record_are_said(entry: EntryPanel) -> None:
    known = EarlierDiagnosis("smm", PartialDate("2019"))

    entry.show_known([], [], [known, EarlierDiagnosis("mgus_non_igm")])

    said = entry.parts.history._past.text()
    assert "2019" in said
    assert entry.draft() == EMPTY


def test_a_year_half_typed_stays_half_typed_in_the_draft(entry: EntryPanel) -> None:
    entry.parts.history.add.click()
    commit(entry.parts.history.editors[0].day.line, "20")
    entry.day.line.clear()
    commit(entry.day.line, "11-2")

    draft = entry.draft()
    entry.show_draft(EMPTY, None)
    entry.show_draft(draft, None)

    assert entry.parts.history.editors[0].day.line.text() == "20"
    assert entry.day.line.text() == "11-2"
    assert entry.draft() == draft
