"""Test further findings and earlier diagnoses: by keyboard, kept as typed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.drafts import known_part
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
    STAIN,
)
from tests.domain.cases import catalogue
from tests.ui.entry_stage import EMPTY, finding_values, press, unfold
from tests.ui.ime import commit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.panels.entry import EntryPanel

TODAY = date(2026, 11, 22)


def test_every_further_finding_is_answered_by_keyboard(entry: EntryPanel) -> None:
    further = entry.parts.further
    unfold(entry, further)
    for topic, group in further.groups.items():
        for chip in group.chips.values():
            press(chip, Qt.Key.Key_Y)
        for code in FURTHER_PERCENTS.get(topic, ()):
            commit(further.percents[code].number, "１２．５")
    further.stain.ratio.setFocus()
    commit(further.stain.ratio, "１．５")
    press(further.stain.ratio, Qt.Key.Key_Tab)
    assert entry.focusWidget() is further.stain.cells
    commit(further.stain.cells, "120")
    further.biopsy.setFocus()
    press(further.biopsy, *[Qt.Key.Key_Down] * 3)

    given = finding_values(entry)
    asked = {code: True for codes in FURTHER.values() for code in codes}
    shares = {code: Decimal("12.5") for codes in FURTHER_PERCENTS.values() for code in codes}
    stain = {"ratio": Decimal("1.5"), "cells": 120}
    assert given == {**asked, **shares, STAIN: stain, "renal_biopsy": RENAL_BIOPSIES[2]}


@pytest.mark.parametrize(
    ("value", "first"),
    [
        ({"ratio": "4:1"}, "ratio"),
        ({"cells": 120}, "ratio"),
        ({"ratio": Decimal(4), "cells": "99.5"}, "cells"),
    ],
)
def test_a_stain_half_typed_is_kept_and_said_beside_its_fields(
    entry: EntryPanel, value: dict[str, int | Decimal | str], first: str
) -> None:
    stain = entry.parts.further.stain
    half = VisitDraft(7, "2026-11-22", findings=(DraftFinding(STAIN, {**value}, "2nd slide"),))
    entry.show_draft(half, None)
    assert entry.draft() == half
    (problem,) = known_part(half, today=TODAY, birth=None, catalogue=catalogue()).errors

    entry.show_problems((problem,), focus=True)

    assert stain.message.isVisible()
    assert entry.focusWidget() is getattr(stain, first)
    entry.show_problems(())
    assert not stain.message.isVisible()


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
