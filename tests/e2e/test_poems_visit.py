"""Do the visit of a patient with POEMS in the real window by keyboard, and count the keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pypdf
import pytest
import shiboken6
from PySide6.QtCore import Qt

from desktop_app.demo.cast import read_cast
from desktop_app.domain.visit import DraftFinding
from tests.conftest import PASSPHRASE, RESOURCES, TODAY, cheap_services
from tests.e2e.doctor import Doctor
from tests.e2e.keys import POEMS_VISIT
from tests.ui.screen import show_active
from ui import theme
from ui.app import Start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop_app.paths import Paths
    from desktop_app.services import Services
    from desktop_app.services.clock import FixedClock
    from ui.main_window import MainWindow
    from ui.pages.leaflet import LeafletPage
    from ui.pages.patient import PatientPage

SLOW_MS = 20_000
FIRST_WITH_POEMS = 18  # of the patients of the demonstration
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
CHEMISTRY = (("hemoglobin", "14.6"), ("calcium", "9.2"), ("albumin", "44"), ("creatinine", "0.91"))
PROTECTED = ("prophylaxis_vte", "prophylaxis_zoster", "prophylaxis_pjp")
HEARD = {"en": "Nerves heal slowly", "zh-TW": "神經恢復得慢", "zh-CN": "神经恢复得慢"}


pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(params=("en", "zh-TW", "zh-CN"))
def window(
    request: pytest.FixtureRequest, qapp: QApplication, paths: Paths, clock: FixedClock
) -> Iterator[MainWindow]:
    """Give the window, 1366 x 768, open on the two patients with POEMS of the demonstration."""
    language = str(request.param)
    theme.load_fonts(RESOURCES / "fonts")
    theme.apply(qapp, language)
    start = Start(paths, lambda: with_patients(cheap_services(paths, clock)), PASSPHRASE)
    start.context.languages.use(language)
    yield start.window
    start.window.close()
    start.close()
    shiboken6.delete(start.window)
    shiboken6.delete(start)


def with_patients(services: Services) -> Services:
    """Record them in a new clinic; the last visit of the first one says what protects him."""
    services.clinic.create(PASSPHRASE)
    for character in read_cast(RESOURCES, TODAY).characters[FIRST_WITH_POEMS:]:
        patient_id = services.patients.register(character.registration, fictional=True)
        *earlier, last = character.visits_of(patient_id)
        protected = tuple(DraftFinding(code, value=True) for code in PROTECTED)
        for draft in (*earlier, replace(last, findings=(*last.findings, *protected))):
            services.visits.record(draft)
    return services


def test_a_poems_visit_by_keyboard_takes_as_many_keys_as_the_page_says(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    doctor = Doctor(qtbot, window)
    show_active(qtbot, window)
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: window.pages.worklist_shown, timeout=SLOW_MS)

    page = find(doctor)
    type_results(doctor, page)
    confirm_what_stayed(doctor, page)
    grade_the_nerves(doctor, page)
    say_what_protects(doctor, page)
    read_the_response(doctor, page)
    begin_a_regimen(doctor, page)
    sign_and_accept(doctor, page)
    issue_leaflet_and_letter(doctor, page, tmp_path)

    assert doctor.keys == POEMS_VISIT


def find(doctor: Doctor) -> PatientPage:
    """Find the patient by the end of the record number."""
    pages = doctor.window.pages
    doctor.press(Qt.Key.Key_F, CONTROL)
    doctor.write("019")
    doctor.press(Qt.Key.Key_Return)
    doctor.qtbot.waitUntil(
        lambda: pages.patient is not None and pages.patient.entry.isEnabled(), timeout=SLOW_MS
    )
    assert pages.patient is not None
    return pages.patient


def type_results(doctor: Doctor, page: PatientPage) -> None:
    """Type M-protein, immunofixation, light chains and chemistry; he has no symptoms."""
    form = page.entry.form
    doctor.write("0")
    doctor.press(Qt.Key.Key_Return)
    doctor.press(Qt.Key.Key_Down)  # not done, negative
    doctor.press(Qt.Key.Key_Tab)
    for text in ("17.2", "15.8"):
        doctor.write(text)
        doctor.press(Qt.Key.Key_Return)
    for code, text in CHEMISTRY:
        doctor.tab_to(form.results[code].number)
        doctor.write(text)
        doctor.press(Qt.Key.Key_Return)
    doctor.press(Qt.Key.Key_N, ALT)


def confirm_what_stayed(doctor: Doctor, page: PatientPage) -> None:
    """Confirm last time's signs; weight, platelets, VEGF and the lung's pressure are new."""
    poems = page.entry.parts.poems
    doctor.press(Qt.Key.Key_A, ALT)
    assert poems.findings() == ()
    doctor.press(Qt.Key.Key_A, ALT)
    assert poems.waiting == 0
    for text in ("69", "240"):
        doctor.write(text)
        doctor.press(Qt.Key.Key_Return)
    doctor.write("S")
    doctor.press(Qt.Key.Key_Tab)
    doctor.write("340")
    doctor.tab_to(poems.vegf.field.fields["serum"].same_limits)
    doctor.press(Qt.Key.Key_Space)
    while not poems.pressures.fields["pasp"].number.hasFocus():
        doctor.press(Qt.Key.Key_Down, CONTROL)
    doctor.write("33")


def grade_the_nerves(doctor: Doctor, page: PatientPage) -> None:
    """Grade arms and legs, observed, and the Rankin scale."""
    nerves = page.entry.parts.nerves
    doctor.press(Qt.Key.Key_I, ALT)
    doctor.write("O")
    doctor.press(Qt.Key.Key_Tab)
    doctor.write("1")
    doctor.press(Qt.Key.Key_Return)
    doctor.write("2")
    doctor.press(Qt.Key.Key_Return)
    doctor.tab_to(nerves.rankin)
    doctor.write("2")


def say_what_protects(doctor: Doctor, page: PatientPage) -> None:
    """Look at what protects the patient and confirm it."""
    tolerance = page.entry.parts.tolerance
    doctor.press(Qt.Key.Key_Q, ALT)
    assert tolerance.waiting == len(PROTECTED)
    doctor.press(Qt.Key.Key_A, ALT)
    assert {found.code for found in tolerance.findings()} == {*PROTECTED}


def begin_a_regimen(doctor: Doctor, page: PatientPage) -> None:
    """Begin lenalidomide and dexamethasone today."""
    doctor.press(Qt.Key.Key_X, ALT)
    doctor.write("Rd")
    doctor.press(Qt.Key.Key_Return)
    editor = page.entry.parts.treatments.editors[0]
    doctor.tab_to(editor.start.line)
    doctor.write("2026-11-22")


def read_the_response(doctor: Doctor, page: PatientPage) -> None:
    """Read the five axes of the line, and go back to the entry."""
    doctor.press(Qt.Key.Key_S, ALT)
    assert page.poems.view.hasFocus()
    doctor.qtbot.waitUntil(lambda: page.poems.axes.table.isVisible(), timeout=SLOW_MS)
    doctor.press(Qt.Key.Key_S, ALT)


def sign_and_accept(doctor: Doctor, page: PatientPage) -> None:
    """Sign the visit and accept its conclusion with Enter."""
    with doctor.qtbot.waitSignal(page.visit_recorded, timeout=SLOW_MS):
        doctor.press(Qt.Key.Key_Return, CONTROL)
    # Without a screen a list that is gone, that of the regimens, takes the activity along.
    doctor.window.activateWindow()
    doctor.qtbot.waitUntil(lambda: page.verdict.accept.hasFocus(), timeout=SLOW_MS)
    with doctor.qtbot.waitSignal(page.shown, timeout=SLOW_MS):
        doctor.press(Qt.Key.Key_Return)


def issue_leaflet_and_letter(doctor: Doctor, _page: PatientPage, folder: Path) -> None:
    """Issue and save the leaflet, then the letter to neurology."""
    doctor.press(Qt.Key.Key_L, CONTROL)
    leaflet = doctor.window.pages.leaflet
    assert leaflet is not None
    doctor.qtbot.waitUntil(lambda: leaflet.view.page_count > 0, timeout=SLOW_MS)
    assert leaflet.choices.kind.code() == "poems"
    told = issued_text(doctor, leaflet, folder / "leaflet.pdf")
    assert any(words in told for words in HEARD.values())
    doctor.tab_to(leaflet.choices.kind, Qt.Key.Key_Backtab)
    while leaflet.choices.kind.code() != "poems_neurology":
        with doctor.qtbot.waitSignal(leaflet.previewed, timeout=SLOW_MS):
            doctor.press(Qt.Key.Key_Down)
    assert "ONLS" in issued_text(doctor, leaflet, folder / "letter.pdf")


def issued_text(doctor: Doctor, leaflet: LeafletPage, target: Path) -> str:
    """Issue and save a sheet, and give its text."""
    leaflet.choose_file = lambda *_: str(target)
    with doctor.qtbot.waitSignal(leaflet.issued, timeout=SLOW_MS):
        doctor.press(Qt.Key.Key_Return, CONTROL)
    doctor.press(Qt.Key.Key_S, CONTROL)
    return "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(target).pages)
