"""Test what a visit for POEMS enters: carried answers wait grey, and nothing is mixed silently."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.errors import FieldError
from desktop_app.domain.finding_codes import fits
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.poems_form import ALSO, ASKED, WORDS
from desktop_app.domain.record import Finding, Result
from desktop_app.domain.truth import Truth
from desktop_app.domain.visit import DraftFinding, DraftResult, VisitDraft
from tests.ui.entry_stage import EMPTY, finding_values, press, terms_of, unfold
from tests.ui.ime import commit
from ui.widgets.entry.poems.carried_part import CarriedPart

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import UiContext
    from ui.panels.entry import EntryPanel
    from ui.widgets.entry.poems.poems_findings import PoemsFindings

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ON = PartialDate("2026-08-20")
CHANGES = ({"item": "edema", "change": "better"}, {"item": "skin", "change": "same"})
LAST: dict[str, Result | Finding] = {
    "polyneuropathy": Finding(ON, "polyneuropathy", {"present": True, "type": "mixed"}),
    "edema": Finding(ON, "edema", value=True),
    "ascites": Finding(ON, "ascites", value=False),
    "skin": Finding(ON, "skin", ("plethora", "white_nails")),
    "endocrine": Finding(ON, "endocrine", ()),
    "castleman": Finding(ON, "castleman", "mixed"),
    "clinical_change": Finding(ON, "clinical_change", CHANGES),
    "vegf_serum": Result(ON, "vegf_serum", Decimal(510), "pg/mL"),
    "platelets": Result(ON, "platelets", Decimal(420), "10*9/L"),
}
FULL = VisitDraft(
    7,
    "2026-11-22",
    results=(
        DraftResult("vegf_plasma", "88", "pg/mL", high="96.2"),
        DraftResult("dlco", "4x", "%"),
    ),
    findings=(
        DraftFinding("polyneuropathy", {"present": True, "type": "axonal"}, "legs"),
        DraftFinding("edema", False, "less"),
        DraftFinding("skin", ("flushing", "own word"), "face"),
        DraftFinding("endocrine", ()),
        DraftFinding("castleman", "unspecified", "2019"),
        DraftFinding("bone_sclerotic", {"count": "two"}, "CT"),
        DraftFinding("fdg_uptake", {"suv_max": "9,x", "new_lesion": False}, "PET"),
        DraftFinding("hhv8", False),
        DraftFinding(
            "clinical_change",
            ({"item": "edema", "change": "better"}, {"item": "gait", "change": "worse"}),
            "3 months",
        ),
    ),
)


@pytest.fixture
def poems(entry: EntryPanel) -> PoemsFindings:
    """Give the fold, open, with what was recorded at the last visit."""
    entry.show_last(LAST)
    unfold(entry, entry.parts.poems)
    return entry.parts.poems


def carried(poems: PoemsFindings) -> int:
    """Count what stands grey."""
    return sum(part.carried for part in poems._parts if isinstance(part, CarriedPart))


def test_what_was_found_last_stands_grey_with_its_day_and_is_not_entered(
    entry: EntryPanel, poems: PoemsFindings
) -> None:
    assert entry.draft() == EMPTY
    assert poems.fluid.chips["edema"].text() == "Oedema: yes · 2026-08-20"
    assert poems.fluid.chips["edema"].property("kind") == "carried"
    assert "not confirmed" in poems.fluid.chips["edema"].accessibleName()
    assert "axonal · 2026-08-20" in poems.neuropathy.chip.text()
    assert poems.words["skin"].last.text() == "plethora; white nails · 2026-08-20"
    assert poems.words["endocrine"].last.text() == "none of these · 2026-08-20"
    assert poems.changes.chips["edema"].text() == "Oedema: better · 2026-08-20"
    assert poems.same.text() == "Same as last time: 7  Alt+A"


def test_one_key_takes_over_all_that_is_grey_but_no_scan_and_no_histology(
    qtbot: QtBot, entry: EntryPanel, poems: PoemsFindings
) -> None:
    with qtbot.waitSignal(entry.edited):
        qtbot.keyClick(entry, Qt.Key.Key_A, ALT)

    assert finding_values(entry) == {
        "polyneuropathy": {"present": True, "type": "mixed"},
        "edema": True,
        "ascites": False,
        "skin": ("plethora", "white_nails"),
        "endocrine": (),
        "clinical_change": CHANGES,
    }
    assert carried(poems) == 0
    assert not poems.same.isVisible()


def test_the_key_first_shows_what_it_would_take_over(qtbot: QtBot, entry: EntryPanel) -> None:
    entry.show_last(LAST)

    qtbot.keyClick(entry, Qt.Key.Key_A, ALT)

    assert entry.parts.poems.isVisible()
    assert entry.focusWidget() is entry.parts.poems.same
    assert entry.draft() == EMPTY


def test_each_grey_answer_is_confirmed_by_itself(entry: EntryPanel, poems: PoemsFindings) -> None:
    press(poems.fluid.chips["edema"], Qt.Key.Key_Equal)
    press(poems.neuropathy.chip, Qt.Key.Key_Space)
    press(poems.words["skin"].last, Qt.Key.Key_Space)
    press(poems.changes.chips["edema"], Qt.Key.Key_Equal)

    assert finding_values(entry) == {
        "edema": True,
        "polyneuropathy": {"present": True, "type": "mixed"},
        "skin": ("plethora", "white_nails"),
        "clinical_change": CHANGES[:1],
    }


def test_another_answer_takes_nothing_over(entry: EntryPanel, poems: PoemsFindings) -> None:
    press(poems.fluid.chips["edema"], Qt.Key.Key_N)
    press(poems.neuropathy.chip, Qt.Key.Key_Y)
    press(poems.words["skin"].words["flushing"], Qt.Key.Key_Space)
    press(poems.changes.chips["skin"], Qt.Key.Key_Minus)

    assert finding_values(entry) == {
        "edema": False,
        "polyneuropathy": {"present": True},
        "skin": ("flushing",),
        "clinical_change": ({"item": "skin", "change": "worse"},),
    }
    press(poems.fluid.chips["edema"], Qt.Key.Key_Delete)
    assert poems.fluid.chips["edema"].carried


def test_everything_is_answered_by_keyboard_in_the_contract_s_shapes(
    entry: EntryPanel, poems: PoemsFindings
) -> None:
    for chips in (poems.fluid, poems.organs, poems.heart, poems.also):
        for chip in chips.chips.values():
            press(chip, Qt.Key.Key_Y)
    press(poems.neuropathy.chip, Qt.Key.Key_Y)
    press(poems.neuropathy.kind, Qt.Key.Key_Down)
    for code in WORDS:
        for chip in poems.words[code].words.values():
            press(chip, Qt.Key.Key_Space)
    press(poems.castleman.box, Qt.Key.Key_Down, Qt.Key.Key_Down)
    for chip in poems.tested.chips.values():
        press(chip, Qt.Key.Key_N)
    commit(poems.imaging.lesions.count, "２")
    commit(poems.imaging.suv, "8.4")
    press(poems.imaging.normal, Qt.Key.Key_N)
    for chip in poems.changes.chips.values():
        press(chip, Qt.Key.Key_Space)

    given = finding_values(entry)

    assert given.keys() == set(ASKED)
    assert [code for code, value in given.items() if not fits(code, value)] == []  # type: ignore[arg-type]
    assert given["polyneuropathy"] == {"present": True, "type": "sensorimotor"}
    assert given["fdg_uptake"] == {"suv_max": Decimal("8.4"), "normal": False}
    assert entry.parts.folds[poems].text().endswith(str(len(ASKED)))


def test_none_of_these_and_a_word_exclude_each_other(
    entry: EntryPanel, poems: PoemsFindings
) -> None:
    skin = poems.words["skin"]
    press(skin.words["flushing"], Qt.Key.Key_Space)
    press(skin.none, Qt.Key.Key_Space)
    assert finding_values(entry) == {"skin": ()}

    press(skin.words["flushing"], Qt.Key.Key_Space)
    assert finding_values(entry) == {"skin": ("flushing",)}

    press(skin.words["flushing"], Qt.Key.Key_Space)
    assert entry.draft() == EMPTY
    assert skin.last.isVisible()


def test_a_question_that_stands_twice_has_one_answer(
    entry: EntryPanel, poems: PoemsFindings
) -> None:
    signs = entry.parts.signs.chips
    press(poems.organs.chips["splenomegaly"], Qt.Key.Key_Y)
    press(poems.neuropathy.chip, Qt.Key.Key_Y)
    press(poems.neuropathy.kind, Qt.Key.Key_Down)
    unfold(entry, entry.parts.signs)
    assert signs["splenomegaly"].answer is Truth.MET

    press(signs["splenomegaly"], Qt.Key.Key_N)

    assert finding_values(entry) == {
        "splenomegaly": False,
        "polyneuropathy": {"present": True, "type": "sensorimotor"},
    }
    press(signs["polyneuropathy"], Qt.Key.Key_N)
    assert finding_values(entry)["polyneuropathy"] == {"present": False}
    assert not poems.neuropathy.kind.isVisible()


def test_a_kept_draft_comes_back_exactly_also_what_means_nothing(entry: EntryPanel) -> None:
    entry.show_draft(FULL, None)

    given = entry.draft()

    assert sorted(given.results, key=lambda x: x.code) == sorted(FULL.results, key=lambda x: x.code)
    assert sorted(given.findings, key=lambda x: x.code) == sorted(
        FULL.findings, key=lambda x: x.code
    )
    assert entry.parts.poems.vegf.field.specimen.code() == "plasma"
    entry.show_draft(EMPTY, None)
    assert entry.draft() == EMPTY


def test_problems_stand_beside_their_fields_and_mark_the_fold(entry: EntryPanel) -> None:
    entry.show_draft(FULL, None)
    wrong = ("bone_sclerotic", "fdg_uptake", "dlco")

    entry.show_problems(tuple(FieldError(x, "answer_not_understood") for x in wrong), focus=True)

    poems = entry.parts.poems
    assert entry.focusWidget() is poems.imaging.lesions.count
    assert poems.imaging.message.isVisible()
    assert poems.pressures.fields["dlco"].message.isVisible()
    assert entry.parts.folds[poems].property("kind") == "critical"


def test_vegf_asks_for_its_specimen_once_and_takes_the_number_along(
    entry: EntryPanel, poems: PoemsFindings
) -> None:
    vegf = poems.vegf.field
    commit(vegf.fields[""].number, "512")
    assert vegf.message.text().startswith("Serum or plasma?")
    assert vegf.fields[""].limits_asked
    assert entry.draft().results[0].code == "vegf_unspecified"

    press(vegf.specimen, Qt.Key.Key_S)

    assert [(x.code, x.text) for x in entry.draft().results] == [("vegf_serum", "512")]
    assert not vegf.message.isVisible()


def test_platelets_are_typed_beside_the_vegf_that_they_disturb(
    entry: EntryPanel, poems: PoemsFindings
) -> None:
    platelets = poems.weight.fields["platelets"]
    assert platelets.past.text() == "420 · 2026-08"

    platelets.number.setFocus()
    commit(platelets.number, "418")
    press(platelets.number, Qt.Key.Key_Return)

    assert [(x.code, x.text) for x in entry.draft().results] == [("platelets", "418")]
    assert poems.vegf.field.specimen.isAncestorOf(entry.focusWidget())


@pytest.mark.parametrize("language", ["en", "zh-TW", "zh-CN"])
def test_nothing_of_the_sheet_is_wider_than_the_entry(
    context: UiContext, entry: EntryPanel, poems: PoemsFindings, language: str
) -> None:
    entry.set_words(terms_of(context.services, language))
    poems.confirm()
    press(poems.vegf.field.specimen, Qt.Key.Key_S)
    commit(poems.vegf.field.fields["serum"].number, "340")

    assert entry._scroll.widget().minimumSizeHint().width() <= entry._scroll.viewport().width()
    assert poems.neuropathy.kind.minimumSizeHint().width() <= poems.neuropathy.kind.width()


def test_vegf_of_another_specimen_than_before_is_warned_of(
    entry: EntryPanel, poems: PoemsFindings
) -> None:
    vegf = poems.vegf.field
    press(vegf.specimen, Qt.Key.Key_P)

    commit(vegf.fields["plasma"].number, "88")

    assert "not compared" in vegf.message.text()
    assert entry.draft().results[0].code == "vegf_plasma"


def test_a_test_that_is_asked_for_leads_to_its_field_in_the_fold(entry: EntryPanel) -> None:
    vegf = entry.parts.poems.vegf.field

    entry.focus_field("vegf_serum")
    assert entry.focusWidget() is vegf.fields["serum"].number

    commit(vegf.fields["serum"].number, "512")
    entry.focus_field("vegf_serum.limits")
    assert entry.focusWidget() is vegf.fields["serum"].low
    entry.focus_field("vegf_plasma")  # what was typed stays with its specimen
    assert entry.draft().results[0].code == "vegf_serum"


def test_limits_and_method_of_a_test_in_the_fold_open_by_their_key(
    entry: EntryPanel, poems: PoemsFindings
) -> None:
    field = poems.weight.fields["weight"]
    field.number.setFocus()

    entry.toggle_details()

    assert entry.focusWidget() is field.low
    entry.toggle_details()
    assert entry.focusWidget() is field.number


def test_tab_meets_every_field_of_the_fold_and_each_has_a_name(poems: PoemsFindings) -> None:
    order = poems.focus_order()

    assert len(order) == len(set(order))
    shown = [each for each in order if each.isVisibleTo(poems)]
    assert [each for each in shown if not each.accessibleName()] == []
    assert len(shown) > len(ALSO)


@pytest.mark.parametrize("language", ["en", "zh-TW", "zh-CN"])
def test_nothing_in_the_fold_is_wider_than_the_entry(
    entry: EntryPanel, context: UiContext, language: str
) -> None:
    entry.show_last(LAST)
    context.languages.use(language)
    entry.set_words(terms_of(context.services, language))

    for part in (entry.parts.poems, entry.parts.nerves):
        entry.parts.folds[part].setChecked(True)
    entry.parts.nerves.guide.setChecked(True)

    inside = entry._scroll.widget()
    assert inside.minimumSizeHint().width() <= entry._scroll.viewport().width()
    context.languages.use("en")


def test_keys_go_from_group_to_group_and_back(entry: EntryPanel, poems: PoemsFindings) -> None:
    poems.weight.fields["weight"].number.setFocus()

    seen = []
    for _ in range(4):
        QTest.keyClick(entry, Qt.Key.Key_Down, CONTROL)
        seen.append(entry.focusWidget())
    QTest.keyClick(entry, Qt.Key.Key_Up, CONTROL)

    specimen = poems.vegf.field.specimen
    assert specimen.isAncestorOf(seen[0])
    assert seen[1:] == [
        poems.neuropathy.chip,
        poems.fluid.focus_order()[0],
        poems.organs.focus_order()[0],
    ]
    assert entry.focusWidget() is poems.fluid.focus_order()[0]
