"""Test that the entry copies what is typed, as typed, and that unknown stays unknown."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.conclusions import (
    Assessment,
    Diagnosis,
    FollowUp,
    Missing,
    RulePack,
    Score,
)
from desktop_app.domain.errors import FieldError
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Finding, Result
from desktop_app.domain.truth import Truth
from desktop_app.domain.visit import DraftFinding, DraftResult, VisitDraft
from desktop_app.domain.visit_form import SYMPTOMS
from tests.ui.ime import commit, compose
from tests.ui.screen import show_active
from ui.panels.entry import EntryPanel
from ui.terms import Terms

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import UiContext

EMPTY = VisitDraft(7, "2026-11-22")
FULL = VisitDraft(
    7,
    "2026-11-20",
    (
        DraftResult("serum_m_protein", "2.4", "g/dL", lab="A"),
        DraftResult("flc_kappa", "12x", "mg/L", lab="A"),
        DraftResult("hemoglobin", "11.9", "g/dL", lab="A", low="12", high="16"),
        DraftResult("calcium", "27.5", "mmol/L", lab="A", reason="checked twice"),
        DraftResult("nt_probnp", "410", "pg/mL", lab="A"),
    ),
    (
        DraftFinding("serum_immunofixation", ("IgG-kappa", "IgA-lambda")),
        DraftFinding("urine_immunofixation", ()),
        DraftFinding("bone_pain", True, "left hip"),
        DraftFinding("polyneuropathy", {"present": True, "type": "axonal"}),
        DraftFinding("attribution_anemia", "other"),
        DraftFinding("bone_lytic_ct", {"count": 2, "largest_mm": Decimal("22")}),
        DraftFinding("mri_focal_lesions", {"count": 0, "extent": "whole_body"}),
        DraftFinding("castleman", "no"),
    ),
    "三個月後再看",
)


@pytest.fixture
def entry(qtbot: QtBot, context: UiContext) -> EntryPanel:
    """Give an empty entry."""
    panel = EntryPanel(context)
    services = context.services
    panel.set_words(Terms(services.wordings["en"], services.catalogue))
    panel.show_draft(EMPTY, None)
    qtbot.addWidget(panel)
    show_active(qtbot, panel)
    return panel


def asking(*codes: str) -> Assessment:
    """Give an assessment in which only these codes are missing."""
    return Assessment(
        date(2026, 11, 22),
        RulePack("1", "0"),
        Diagnosis(None, (), "undetermined"),
        Score(applicable=False),
        FollowUp(),
        missing=tuple(Missing(code, ("diagnosis",)) for code in codes),
    )


def sorted_draft(draft: VisitDraft) -> tuple[object, ...]:
    """Give what a draft holds, whatever the order."""
    results = sorted(draft.results, key=lambda each: each.code)
    findings = sorted(draft.findings, key=lambda each: each.code)
    return draft.patient_id, draft.observed_on, results, findings, draft.note


def test_an_untouched_form_is_an_empty_draft(entry: EntryPanel) -> None:
    assert entry.draft() == EMPTY
    assert entry.draft().empty


def test_a_kept_draft_comes_back_as_it_was_also_what_has_no_field(entry: EntryPanel) -> None:
    entry.show_draft(FULL, None)

    assert sorted_draft(entry.draft()) == sorted_draft(FULL)


def test_another_patient_s_draft_leaves_nothing_behind(entry: EntryPanel) -> None:
    entry.show_draft(FULL, None)

    entry.show_draft(EMPTY, None)

    assert entry.draft() == EMPTY
    assert "nt_probnp" not in entry.form.results


def test_a_number_typed_through_an_input_method_is_plain_in_the_draft(
    qtbot: QtBot, entry: EntryPanel
) -> None:
    with qtbot.waitSignal(entry.edited):
        commit(entry.form.results["serum_m_protein"].number, "２．４")

    assert entry.draft().results == (DraftResult("serum_m_protein", "2.4", "g/dL"),)


def test_a_note_is_kept_once_the_input_method_commits_it(qtbot: QtBot, entry: EntryPanel) -> None:
    entry.note.setFocus()
    compose(entry.note, "ㄆㄧ")
    assert entry.draft().note == ""

    with qtbot.waitSignal(entry.edited):
        commit(entry.note, "疲倦兩週")

    assert entry.draft().note == "疲倦兩週"


def test_a_kept_note_does_not_disturb_an_input_method_that_composes(entry: EntryPanel) -> None:
    commit(entry.note, "疲倦")
    compose(entry.note, "ㄌㄧ")

    entry.show_draft(VisitDraft(7, "2026-11-22", note="別的"), None)

    assert entry.note.toPlainText() == "疲倦"


def test_showing_a_draft_is_no_edit(qtbot: QtBot, entry: EntryPanel) -> None:
    with qtbot.assertNotEmitted(entry.edited):
        entry.show_draft(FULL, None)


def test_no_symptoms_answers_only_what_was_not_answered(qtbot: QtBot, entry: EntryPanel) -> None:
    chip = entry.parts.symptoms.chips["bone_pain"]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Y)

    with qtbot.waitSignal(entry.edited):
        entry.deny_symptoms()

    found = {finding.code: finding.value for finding in entry.draft().findings}
    assert found == {code: code == "bone_pain" for code in SYMPTOMS}


def test_enter_leads_from_number_to_number_and_through_the_lists(
    qtbot: QtBot, entry: EntryPanel
) -> None:
    show_active(qtbot, entry)
    entry.focus_first()
    rows = entry.form.results

    for text in ("0.8", "", "17.9", "13.4", "1.34", "13.1", "9.3"):
        press_keys(text)
        press_keys("\r")

    assert {code: row.number.text() for code, row in rows.items() if row.number.text()} == {
        "serum_m_protein": "0.8",
        "flc_kappa": "17.9",
        "flc_lambda": "13.4",
        "flc_ratio": "1.34",
        "hemoglobin": "13.1",
        "calcium": "9.3",
    }
    assert rows["albumin"].number.hasFocus()


def press_keys(text: str) -> None:
    """Press keys where the cursor is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def test_a_symptom_goes_round_not_asked_no_yes(qtbot: QtBot, entry: EntryPanel) -> None:
    chip = entry.parts.symptoms.chips["numbness"]
    seen = [(chip.answer, chip.property("kind"))]
    for _ in range(3):
        qtbot.keyClick(chip, Qt.Key.Key_Space)
        seen.append((chip.answer, chip.property("kind")))

    assert seen == [
        (Truth.UNKNOWN, "unknown"),
        (Truth.NOT_MET, "neutral"),
        (Truth.MET, "warning"),
        (Truth.UNKNOWN, "unknown"),
    ]


def test_the_last_value_and_its_unit_stand_beside_the_field(entry: EntryPanel) -> None:
    last = Result(PartialDate("2026-08-19"), "hemoglobin", Decimal("122"), "g/L")
    bands = Finding(PartialDate("2019-03"), "serum_immunofixation", ("IgG-kappa",))

    entry.show_last({"hemoglobin": last, "serum_immunofixation": bands})

    field = entry.form.results["hemoglobin"]
    assert field.past.text() == "122 · 2026-08"
    assert "2026-08-19" in field.past.toolTip()
    assert field.unit.unit() == "g/L"
    assert entry.form.bands["serum_immunofixation"].past.text() == "IgG-κ · 2019-03"
    assert entry.draft() == EMPTY


def test_the_unit_that_a_clinic_expects_follows_the_language(
    context: UiContext, entry: EntryPanel
) -> None:
    services = context.services
    entry.set_words(Terms(services.wordings["zh-CN"], services.catalogue))
    entry.show_draft(EMPTY, None)

    assert entry.form.results["hemoglobin"].unit.unit() == "g/L"
    assert entry.form.results["creatinine"].unit.unit() == "umol/L"


def test_questions_of_cause_appear_when_they_are_asked(entry: EntryPanel) -> None:
    box = entry.parts.attributions.boxes["attribution_anemia"]
    assert not box.isVisible()

    entry.ask(asking("attribution_anemia"))

    assert box.isVisible()
    assert not entry.parts.attributions.boxes["attribution_bone"].isVisible()


def test_limits_appear_where_they_are_asked_and_the_last_ones_are_one_press_away(
    qtbot: QtBot, entry: EntryPanel
) -> None:
    last = Result(PartialDate("2026-08-19"), "hemoglobin", Decimal("12.2"), "g/dL", low=Decimal(12))
    entry.show_last({"hemoglobin": last})
    field = entry.form.results["hemoglobin"]
    commit(field.number, "11.9")
    assert not field.low.isVisible()

    entry.ask(asking("hemoglobin.limits"))
    assert field.low.isVisible()
    with qtbot.waitSignal(entry.edited):
        field.same_limits.click()

    assert entry.draft().results[0].low == "12"


def test_a_problem_stands_beside_its_field_and_the_first_gets_the_cursor(
    entry: EntryPanel,
) -> None:
    commit(entry.form.results["hemoglobin"].number, "abc")
    problems = (
        FieldError("hemoglobin", "not_a_number", (("text", "abc"),)),
        FieldError("observed_on", "in_the_future", (("text", "2027-01-01"),)),
    )

    entry.show_problems(problems, focus=True)

    field = entry.form.results["hemoglobin"]
    assert field.message.isVisible()
    assert "abc" in field.message.text()
    assert entry.focusWidget() is field.number
    assert entry.day.state == "bad"


def test_an_odd_value_asks_for_the_reason_and_carries_it(qtbot: QtBot, entry: EntryPanel) -> None:
    field = entry.form.results["calcium"]
    commit(field.number, "27.5")
    limits = (("low", "0.8"), ("high", "6"), ("unit", "mmol/L"))
    entry.show_problems((FieldError("calcium", "outside_hard_limits", limits, True),))
    assert field.reason.isVisible()
    assert field.number.state == "warning"

    with qtbot.waitSignal(entry.edited):
        qtbot.keyClicks(field.reason, "checked twice")

    assert entry.draft().results[0].reason == "checked twice"


def test_a_problem_goes_when_it_is_solved(entry: EntryPanel) -> None:
    entry.show_problems((FieldError("calcium", "not_a_number", (("text", "x"),)),))

    entry.show_problems(())

    assert not entry.form.results["calcium"].message.isVisible()


def test_a_test_without_a_row_can_be_added(entry: EntryPanel) -> None:
    entry.other.set_code("platelets")
    entry.other.edited.emit()
    commit(entry.form.results["platelets"].number, "210")

    result = entry.draft().results[0]
    assert (result.code, result.text, result.unit) == ("platelets", "210", "10*9/L")
    assert entry.other.code() == ""


@pytest.mark.qt_log_ignore(
    "This plugin does not support raise", "This plugin does not support grabbing", extend=True
)
def test_typing_looks_for_a_test_and_only_enter_adds_it(qtbot: QtBot, entry: EntryPanel) -> None:
    show_active(qtbot, entry)
    entry.other.setFocus()

    press_keys("I")
    assert not entry.form.results.keys() & {"iga", "igg", "igm"}
    QTest.keyClicks(entry.other.view(), "gG")
    QTest.keyClick(entry.other.view(), Qt.Key.Key_Return)

    assert entry.form.results.keys() & {"iga", "igg", "igm"} == {"igg"}
    assert entry.form.results["igg"].number.hasFocus()


@pytest.mark.qt_log_ignore(
    "This plugin does not support raise", "This plugin does not support grabbing", extend=True
)
def test_an_arrow_opens_the_list_of_tests_and_escape_adds_nothing(
    qtbot: QtBot, entry: EntryPanel
) -> None:
    show_active(qtbot, entry)
    before = set(entry.form.results)

    qtbot.keyClick(entry.other, Qt.Key.Key_Down)
    assert entry.other.view().isVisible()
    QTest.keyClick(entry.other.view(), Qt.Key.Key_Down)
    QTest.keyClick(entry.other.view(), Qt.Key.Key_Escape)

    assert set(entry.form.results) == before


def test_what_a_fold_shows_is_scrolled_into_view(qtbot: QtBot, entry: EntryPanel) -> None:
    entry.resize(422, 420)
    show_active(qtbot, entry)
    fish = entry.parts.fish

    entry.deny_abnormalities()

    def seen() -> None:
        place = fish.mapTo(entry, fish.rect().bottomLeft())
        assert fish.isVisible()
        assert fish.chips["t(4;14)"].hasFocus()
        assert place.y() <= entry.height()

    qtbot.waitUntil(seen)


@pytest.mark.parametrize(
    ("code", "part"), [("macroglossia", "signs"), ("bone_lytic_ct", "imaging")]
)
def test_a_wanted_field_is_shown_also_from_behind_its_fold(
    entry: EntryPanel, code: str, part: str
) -> None:
    entry.focus_field(code)

    assert entry.parts.folds[getattr(entry.parts, part)].isChecked()
    assert entry.focusWidget() in (
        entry.parts.signs.chips.get(code),
        entry.parts.imaging.fields[code].count if code in entry.parts.imaging.fields else None,
    )


def test_a_wanted_test_that_the_form_lacks_gets_its_row(entry: EntryPanel) -> None:
    entry.focus_field("nt_probnp")

    assert entry.focusWidget() is entry.form.results["nt_probnp"].number


def test_the_title_says_when_the_draft_was_saved(entry: EntryPanel) -> None:
    at = datetime(2026, 11, 22, 1, 41, 7, tzinfo=UTC)

    entry.show_kept(at)

    assert f"{at.astimezone():%H:%M:%S}" in entry.remark.text()
