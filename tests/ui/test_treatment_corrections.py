"""Test that regimens and events of the record are ended and corrected, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import ClinicalEvent
from desktop_app.domain.visit import DraftEvent, DraftFinding, DraftTreatment, VisitDraft
from tests.ui.entry_stage import press, unfold
from tests.ui.ime import commit
from ui.widgets.entry.mrd_field import MrdField
from ui.widgets.entry.treatment.event_list import EventEditor
from ui.widgets.entry.treatment.toxicity_list import ToxicityList
from ui.widgets.entry.treatment.treatment_editor import TreatmentEditor

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.services import Services
    from ui.pages.patient import PatientPage
    from ui.widgets.correction.correction_fields import CorrectionFields

ALT = Qt.KeyboardModifier.AltModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
VISIT = VisitDraft(
    0,
    "2026-11-21",
    findings=(
        DraftFinding("toxicity", ({"item": "皮疹", "grade": "2"},)),
        DraftFinding("mrd", {"method": "ngf", "negative": False}),
    ),
    treatments=(
        DraftTreatment("VCd", ("bortezomib",), "2022-07", "2022-10", "4", "28", "planned", "1"),
        DraftTreatment("KPd", ("carfilzomib",), "2024-06", sequence="2", note="maintenance"),
    ),
    events=(DraftEvent("auto_hsct", "2023-10", "2"), DraftEvent("fracture", "2022-11")),
)


@pytest.fixture
def treated(qtbot: QtBot, services: Services, page: PatientPage, patient_id: int) -> PatientPage:
    """Give the page of a patient with two regimens, one of which is still given."""
    draft = VisitDraft(
        *(patient_id, VISIT.observed_on),
        findings=VISIT.findings,
        treatments=VISIT.treatments,
        events=VISIT.events,
    )
    services.visits.record(draft)
    with qtbot.waitSignal(page.shown):
        page.open_patient(patient_id)
    return page


def choose(qtbot: QtBot, page: PatientPage, words: str) -> CorrectionFields:
    """Open the fields of the first entry whose line has these words."""
    with qtbot.waitSignal(page.desk.entries_found):
        qtbot.keyClick(page, Qt.Key.Key_C, ALT)
    entries = page.entries
    lines = [entries.list.item(place).text() for place in range(entries.list.count())]
    entries.list.setCurrentRow(next(n for n, line in enumerate(lines) if words in line))
    entries.begin_correction()
    assert entries._fields is not None
    return entries._fields


def save(qtbot: QtBot, page: PatientPage) -> None:
    """Say why where nothing is said yet, and correct."""
    if not page.entries.bar.reason.text():
        commit(page.entries.bar.reason, "抄錯")
    with qtbot.waitSignals([page.desk.entry_corrected, page.shown, page.desk.entries_found]):
        page.entries.bar.save.click()


def test_an_open_regimen_is_ended_from_the_list_with_few_keys(
    qtbot: QtBot, services: Services, treated: PatientPage, patient_id: int
) -> None:
    parts, entries = treated.entry.parts, treated.entries
    unfold(treated.entry, parts.treatments)
    with qtbot.waitSignal(treated.desk.entries_found):
        press(parts.treatments.known.stops[0], Qt.Key.Key_Space)
    fields = entries._fields
    assert fields is not None
    assert treated.focusWidget() is fields.first

    QTest.keyClicks(fields.first, "2024-10")
    press(fields.first, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    press(treated.focusWidget(), Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert treated.focusWidget() is entries.bar.save
    with qtbot.waitSignals([treated.desk.entry_corrected, treated.shown]):
        qtbot.keyClick(entries.bar.save, Qt.Key.Key_Space)

    (kept,) = [x for x in services.assessments.record_of(patient_id).treatments if x.note]
    assert (kept.stop, kept.stop_reason) == (PartialDate("2024-10"), "progression")
    assert (kept.start, kept.drugs, kept.sequence) == (PartialDate("2024-06"), ("carfilzomib",), 2)
    assert parts.treatments.known.stops == []


def test_ending_works_also_while_the_entries_are_open(qtbot: QtBot, treated: PatientPage) -> None:
    choose(qtbot, treated, "Fracture")

    with qtbot.waitSignal(treated.desk.entries_found):
        treated.entry.parts.treatments.known.stops[0].click()

    assert treated.entries.list.currentItem().text().count("KPd") == 1
    assert treated.entries.isVisible()


def test_ending_before_the_start_is_refused_in_words_and_nothing_is_lost(
    qtbot: QtBot, treated: PatientPage
) -> None:
    with qtbot.waitSignal(treated.desk.entries_found):
        treated.entry.parts.treatments.known.stops[0].click()
    fields = treated.entries._fields
    assert fields is not None
    QTest.keyClicks(fields.first, "2023-01")

    with qtbot.waitSignal(treated.desk.entry_refused):
        treated.entries.bar.save.click()

    assert "2023-01" in treated.entries.bar.message.text()
    assert fields.first.property("text") == "2023-01"


def test_the_list_says_what_a_regimen_and_an_event_were(qtbot: QtBot, treated: PatientPage) -> None:
    choose(qtbot, treated, "VCd")

    lines = [treated.entries.list.item(n).text() for n in range(treated.entries.list.count())]
    assert "2022-07 · Treatment: VCd ×4, to 2022-10, completed as planned, plan 1" in lines
    assert "2024-06 · Treatment: KPd, not ended, plan 2" in lines
    assert "2023-10 · Event: Autologous transplant, plan 2" in lines
    assert any("皮疹, grade 2" in line for line in lines)


def test_a_regimen_is_corrected_in_all_its_fields(
    qtbot: QtBot, services: Services, treated: PatientPage, patient_id: int
) -> None:
    fields = choose(qtbot, treated, "VCd")
    assert isinstance(fields.widget, TreatmentEditor)
    editor = fields.widget
    assert treated.focusWidget() is editor.regimen
    editor.regimen.selectAll()
    commit(editor.regimen, "VRd")
    editor.cycles.set_number_text("5")
    editor.plan.set_code("2")

    save(qtbot, treated)

    first = min(services.assessments.record_of(patient_id).treatments, key=lambda x: x.start.text)
    assert (first.regimen, first.cycles, first.cycle_days, first.sequence) == ("VRd", 5, 28, 2)
    assert first.stop == PartialDate("2022-10")


def test_an_event_is_corrected_also_its_kind_and_day(
    qtbot: QtBot, services: Services, treated: PatientPage, patient_id: int
) -> None:
    fields = choose(qtbot, treated, "Fracture")
    assert isinstance(fields.widget, EventEditor)
    fields.widget.event_code.set_code("radiotherapy")
    fields.widget.day.set_day_text("2022-12-01")
    commit(fields.widget.note, "T10, 30 Gy")

    save(qtbot, treated)

    events = services.assessments.record_of(patient_id).events
    changed = ClinicalEvent(PartialDate("2022-12-01"), "radiotherapy", None, "T10, 30 Gy")
    assert changed in events
    assert "fracture" not in {event.code for event in events}


@pytest.mark.parametrize(("words", "kind"), [("Side effects", ToxicityList), ("MRD", MrdField)])
def test_side_effects_and_mrd_have_their_fields(
    qtbot: QtBot, services: Services, treated: PatientPage, patient_id: int, words: str, kind: type
) -> None:
    fields = choose(qtbot, treated, words)
    assert isinstance(fields.widget, kind)
    if isinstance(fields.widget, ToxicityList):
        fields.widget.list.rows[0].grade.set_code("3")
    elif isinstance(fields.widget, MrdField):
        fields.widget.answer.set_code("negative")

    save(qtbot, treated)

    found = {x.code: x.value for x in services.assessments.record_of(patient_id).findings}
    assert found["toxicity"] == ({"item": "皮疹", "grade": "3" if words != "MRD" else "2"},)
    assert found["mrd"] == {"method": "ngf", "negative": words == "MRD"}


@pytest.mark.parametrize("words", ["VCd", "Fracture", "Autologous", "Side effects", "MRD"])
def test_tab_walks_the_fields_then_the_reason_then_the_buttons(
    qtbot: QtBot, treated: PatientPage, words: str
) -> None:
    fields = choose(qtbot, treated, words)
    bar = treated.entries.bar
    shown = [field for field in fields.order if field.isVisible()]

    walked = [treated.focusWidget()]
    while walked[-1] is not bar.cancel and len(walked) < 20:
        qtbot.keyClick(walked[-1], Qt.Key.Key_Tab)
        walked.append(treated.focusWidget())

    assert walked == [*shown, bar.reason, bar.save, bar.void, bar.cancel]
