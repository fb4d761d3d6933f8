"""Do one visit in the real window, by keyboard: from the passphrase to the issued leaflet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdf
import pytest
import shiboken6
from PySide6.QtCore import Qt

from desktop_app.domain.truth import Truth
from tests.conftest import PASSPHRASE, RESOURCES, cheap_services
from tests.e2e.doctor import Doctor
from tests.e2e.keys import FIRST_VISIT
from tests.ui.screen import show_active
from ui import theme
from ui.app import Start
from ui.models.reasoning_tree import Column

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop_app.paths import Paths
    from desktop_app.services.clock import FixedClock
    from ui.main_window import MainWindow
    from ui.pages.leaflet import LeafletPage
    from ui.pages.patient import PatientPage

SLOW_MS = 20_000
NAME = "ZZSENTINEL 林小美"
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
# A settled MGUS: IgG, below 3 g/dL, few plasma cells, no organ value, normal ratio.
VISIT = (
    ("serum_m_protein", "１．２"),
    ("flc_kappa", "15.5"),
    ("flc_lambda", "14.2"),
    ("hemoglobin", "13.5"),
    ("calcium", "9.2"),
    ("creatinine", "0.8"),
    ("marrow_plasma_cells", "4"),
)


@pytest.fixture
def window(qapp: QApplication, paths: Paths, clock: FixedClock) -> Iterator[MainWindow]:
    """Give the window of a program that was just started, in English, 1366 x 768."""
    theme.load_fonts(RESOURCES / "fonts")
    theme.apply(qapp, "en")
    start = Start(paths, lambda: cheap_services(paths, clock))
    start.context.languages.use("en")
    start.window.resize(1366, 768)
    yield start.window
    start.window.close()
    start.close()
    shiboken6.delete(start.window)
    shiboken6.delete(start)


def test_one_visit_from_the_passphrase_to_the_leaflet(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    doctor = Doctor(qtbot, window)
    show_active(qtbot, window)
    create_the_record(doctor)
    page = register(doctor)
    before = doctor.keys
    type_the_visit(doctor, page)
    read_verdict_and_reasons(doctor, page)
    look_at_the_chart(doctor, page)
    sign_and_accept(doctor, page)
    issue_the_leaflet(doctor, page, tmp_path)

    assert doctor.keys - before == FIRST_VISIT


def create_the_record(doctor: Doctor) -> None:
    """Choose the passphrase of a new record."""
    form = doctor.window.unlock_page.create_form
    qtbot = doctor.qtbot
    qtbot.waitUntil(lambda: form.isVisible() and form.first.hasFocus(), timeout=SLOW_MS)
    for field in (form.first, form.again):
        doctor.tab_to(field)
        doctor.write(PASSPHRASE)
    doctor.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: doctor.window.pages.worklist_shown, timeout=SLOW_MS)


def register(doctor: Doctor) -> PatientPage:
    """Register a patient and give the page that opens."""
    doctor.press(Qt.Key.Key_N, CONTROL)
    page = doctor.window.pages.register
    assert page is not None
    doctor.tab_to(page.number)
    doctor.write("ZZSENTINEL0001")
    doctor.tab_to(page.name)
    doctor.write(NAME)
    doctor.press(Qt.Key.Key_Return, CONTROL)
    doctor.qtbot.waitUntil(
        lambda: (
            doctor.window.pages.patient is not None
            and doctor.window.pages.patient.entry.isEnabled()
        ),
        timeout=SLOW_MS,
    )
    patient = doctor.window.pages.patient
    assert patient is not None
    return patient


def type_the_visit(doctor: Doctor, page: PatientPage) -> None:
    """Type results, an immunofixation, imaging and a note, and answer the symptoms."""
    with doctor.qtbot.waitSignal(page.desk.followed, timeout=SLOW_MS):
        for code, text in VISIT:
            doctor.tab_to(page.entry.form.results[code].number)
            doctor.write(text)
        doctor.tab_to(page.entry.form.bands["serum_immunofixation"].first)
        doctor.press(Qt.Key.Key_Down, times=2)  # not done, negative, IgG-kappa
        doctor.tab_to(page.entry.parts.folds[page.entry.parts.imaging])
        doctor.press(Qt.Key.Key_Space)
        for code in ("bone_lytic_ct", "mri_focal_lesions"):
            doctor.tab_to(page.entry.parts.imaging.fields[code].count)
            doctor.write("0")
        region = page.entry.parts.imaging.fields["mri_focal_lesions"].extent
        assert region is not None
        doctor.tab_to(region)
        doctor.press(Qt.Key.Key_Down)
        doctor.press(Qt.Key.Key_N, ALT)
        doctor.tab_to(page.entry.note)
        doctor.write("無不適，三個月後回診")
    doctor.qtbot.waitUntil(lambda: page.verdict.verdict == "MGUS, non-IgM", timeout=SLOW_MS)
    doctor.qtbot.waitUntil(lambda: "saved" in page.entry.remark.text(), timeout=SLOW_MS)


def read_verdict_and_reasons(doctor: Doctor, page: PatientPage) -> None:
    """Open the reasons and find the M-protein among them."""
    doctor.press(Qt.Key.Key_W, ALT)
    model = page.reasons.model
    assert page.reasons.view.hasFocus()
    found = [
        model.index(row, 0, model.index(heading, 0))
        for heading in range(model.rowCount())
        for row in range(model.rowCount(model.index(heading, 0)))
    ]
    m_protein = next(i for i in found if (r := model.reason(i)) and r.rule == "MGUS-MAYO-M")
    reason = model.reason(m_protein)
    assert reason is not None
    assert reason.state is Truth.NOT_MET
    assert m_protein.siblingAtColumn(Column.VALUE).data() == "1.2 g/dL"
    doctor.press(Qt.Key.Key_W, ALT)


def look_at_the_chart(doctor: Doctor, page: PatientPage) -> None:
    """See the value that was typed on the chart, and on a logarithmic scale too."""
    spec = page.chart.view.spec
    assert spec is not None
    assert spec.panels[0].series[0].points[-1].label.startswith("1.2")
    with doctor.qtbot.waitSignal(page.desk.followed, timeout=SLOW_MS):
        doctor.press(Qt.Key.Key_G, ALT)
    assert page.chart.view.painted() is not None


def sign_and_accept(doctor: Doctor, page: PatientPage) -> None:
    """Sign the visit and accept its conclusion with Enter."""
    with doctor.qtbot.waitSignal(page.visit_recorded, timeout=SLOW_MS):
        doctor.press(Qt.Key.Key_Return, CONTROL)
    doctor.qtbot.waitUntil(lambda: page.verdict.accept.hasFocus(), timeout=SLOW_MS)
    with doctor.qtbot.waitSignal(page.desk.answered, timeout=SLOW_MS):
        doctor.press(Qt.Key.Key_Return)
    assert page.entry.draft().empty


def issue_the_leaflet(doctor: Doctor, page: PatientPage, folder: Path) -> None:
    """Issue the leaflet in both pairs and read what was saved."""
    doctor.qtbot.waitUntil(lambda: page.verdict.accept.text() != "Accept", timeout=SLOW_MS)
    doctor.press(Qt.Key.Key_L, CONTROL)
    leaflet = doctor.window.pages.leaflet
    assert leaflet is not None
    doctor.qtbot.waitUntil(lambda: leaflet.view.page_count > 0, timeout=SLOW_MS)
    taiwan = issued_text(doctor, leaflet, folder / "zh-TW.pdf")
    leaflet.choices.languages.setFocus()
    with doctor.qtbot.waitSignal(leaflet.previewed, timeout=SLOW_MS):
        doctor.press(Qt.Key.Key_Down)
    mainland = issued_text(doctor, leaflet, folder / "zh-CN.pdf")

    assert "MGUS" in taiwan
    assert "單株" in taiwan
    assert "单克隆" in mainland or "单株" in mainland
    assert leaflet.history.list.count() == 2


def issued_text(doctor: Doctor, leaflet: LeafletPage, target: Path) -> str:
    """Issue and save the leaflet, and give its text."""
    leaflet.choose_file = lambda *_: str(target)
    count = leaflet.history.list.count()
    with doctor.qtbot.waitSignal(leaflet.issued, timeout=SLOW_MS):
        doctor.press(Qt.Key.Key_Return, CONTROL)
    doctor.qtbot.waitUntil(lambda: leaflet.history.list.count() > count, timeout=SLOW_MS)
    doctor.press(Qt.Key.Key_S, CONTROL)
    return "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(target).pages)
