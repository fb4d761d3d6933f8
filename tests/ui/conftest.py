"""Give pages a dressed application and a context on real services."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QSettings

from tests.builders import a_draft, a_registration, one_result
from tests.conftest import RESOURCES
from tests.ui.entry_stage import EMPTY, terms_of
from tests.ui.screen import show_active
from ui import theme
from ui.context import UiContext
from ui.language import LanguageSwitch
from ui.tasks import TaskRunner

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop_app.services import Services
    from ui.pages.patient import PatientPage
    from ui.panels.entry import EntryPanel


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """Dress the application as the program does, once."""
    theme.load_fonts(RESOURCES / "fonts")
    theme.apply(qapp, "en")
    return qapp


@pytest.fixture
def english(dressed: QApplication) -> Iterator[LanguageSwitch]:
    """Give the program its English plurals, and let another language be chosen."""
    languages = LanguageSwitch(RESOURCES / "translations", dressed)
    languages.use("en")
    yield languages
    languages.use("en")
    shiboken6.delete(languages)


@pytest.fixture
def bare_context(dressed: QApplication, tmp_path: Path) -> Iterator[UiContext]:
    """Give a context in English before the services are there."""
    languages = LanguageSwitch(RESOURCES / "translations", dressed)
    languages.use("en")
    tasks = TaskRunner(dressed)
    settings = QSettings(str(tmp_path / "device.ini"), QSettings.Format.IniFormat)
    made = UiContext(tasks, languages, settings, dressed)
    yield made
    tasks.close()
    made.copies.close()
    shiboken6.delete(made)
    shiboken6.delete(languages)  # its translators go with it


@pytest.fixture
def context(bare_context: UiContext, services: Services) -> UiContext:
    """Give a context in English on an unlocked, empty record."""
    bare_context.provide(services)
    return bare_context


@pytest.fixture
def patient_id(services: Services) -> int:
    """Give a patient with two visits a year apart."""
    made = services.patients.register(a_registration())
    services.visits.record(a_draft(made, "2025-11-20"))
    services.visits.record(one_result(made, "1.3", "2026-05-20"))
    return made


@pytest.fixture
def page(qtbot: QtBot, context: UiContext, patient_id: int) -> PatientPage:
    """Give the page of that patient, on the screen."""
    from ui.pages.patient import PatientPage

    made = PatientPage(context)
    qtbot.addWidget(made)
    made.resize(1366, 724)
    show_active(qtbot, made)
    with qtbot.waitSignal(made.shown):
        made.open_patient(patient_id)
    return made


@pytest.fixture
def entry(qtbot: QtBot, context: UiContext) -> EntryPanel:
    """Give an empty entry in English, as wide as on the page."""
    from ui.panels.entry import EntryPanel

    panel = EntryPanel(context)
    panel.setFixedWidth(422)
    panel.set_words(terms_of(context.services, "en"))
    panel.show_draft(EMPTY, None)
    qtbot.addWidget(panel)
    show_active(qtbot, panel)
    return panel


@pytest.fixture
def people(services: Services) -> tuple[int, int]:
    """Register two patients; the first was seen today."""
    first = services.patients.register(a_registration(1))
    second = services.patients.register(
        a_registration(2, name="示範 病人乙", birth_date="1950-01-02")
    )
    services.visits.record(a_draft(first))
    return first, second
