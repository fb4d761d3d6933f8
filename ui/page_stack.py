"""Hold the pages of an open record: each is made when it is first shown and gone after a lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from desktop_app.domain.patient import Registration
    from ui.context import UiContext
    from ui.pages.leaflet import LeafletPage
    from ui.pages.patient import PatientPage
    from ui.pages.register import RegisterPage
    from ui.pages.rules import RulesPage
    from ui.pages.settings import SettingsPage, Typed
    from ui.pages.worklist import WorklistPage


class PageStack(QStackedWidget):
    """Lead from page to page; the draft of a patient is kept whenever the page is left."""

    page_shown = Signal()
    typed = Signal(str)
    counted = Signal(object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.worklist: WorklistPage | None = None
        self.register: RegisterPage | None = None
        self.patient: PatientPage | None = None
        self.leaflet: LeafletPage | None = None
        self.rules: RulesPage | None = None
        self.settings: SettingsPage | None = None
        self._patient_id: int | None = None
        self._unfinished: Registration | None = None
        self._unsaved: Typed | None = None
        self._before: QWidget | None = None

    @property
    def open_patient_id(self) -> int | None:
        """Give the patient on the screen, also while the patient's leaflet is shown."""
        shown = self.currentWidget() in (self.patient, self.leaflet)
        return self._patient_id if self.patient is not None and shown else None

    @property
    def left_patient_id(self) -> int | None:
        """Give the patient whose page was shown last, if any."""
        return self._patient_id

    @property
    def worklist_shown(self) -> bool:
        """Tell whether the patient list is on the screen."""
        return self.worklist is not None and self.currentWidget() is self.worklist

    def show_worklist(self) -> None:
        """Show the patient list, read anew."""
        from ui.pages.worklist import WorklistPage

        if self.worklist is None:
            self.worklist = WorklistPage(self._context)
            self.worklist.open_requested.connect(self.show_patient)
            self.worklist.register_requested.connect(self.show_register)
            self.worklist.rules_requested.connect(self.show_rules)
            self.worklist.settings_requested.connect(self.show_settings)
            self.worklist.typed.connect(self.typed)
            self.worklist.counted.connect(self.counted)
            self.addWidget(self.worklist)
        self.leave_patient()
        self.worklist.refresh()
        self._show(self.worklist)

    def show_patient(self, patient_id: int) -> None:
        """Show a patient's page."""
        from ui.pages.patient import PatientPage

        if self.patient is None:
            self.patient = PatientPage(self._context)
            self.patient.back_requested.connect(self.show_worklist)
            self.patient.leaflet_requested.connect(self.show_leaflet)
            self.addWidget(self.patient)
        else:
            self.leave_patient()
        self._patient_id = patient_id
        self.patient.open_patient(patient_id)
        self._show(self.patient)

    @property
    def register_shown(self) -> bool:
        """Tell whether the registration is on the screen."""
        return self.register is not None and self.currentWidget() is self.register

    def show_register(self, typed: str = "") -> None:
        """Show the registration with what was searched for, or else with what was left there."""
        from ui.pages.register import RegisterPage

        if self.register is None:
            self.register = RegisterPage(self._context)
            self.register.registered.connect(self.show_patient)
            self.register.open_requested.connect(self.show_patient)
            self.register.cancelled.connect(self.show_worklist)
            self.addWidget(self.register)
        else:
            self._unfinished = self.register.unfinished()
        self._show(self.register)
        if self._unfinished is None or typed:
            self.register.start(typed)
        else:
            self.register.resume(self._unfinished)

    def show_leaflet(self, patient_id: int, kind: str) -> None:
        """Show a leaflet of a patient."""
        from ui.pages.leaflet import LeafletPage

        if self.leaflet is None:
            self.leaflet = LeafletPage(self._context)
            self.leaflet.back_requested.connect(self._on_leaflet_back)
            self.addWidget(self.leaflet)
        self.leaflet.open_for(patient_id, kind)
        self._show(self.leaflet)

    def show_rules(self) -> None:
        """Show the rules in force, and who would change group under them."""
        from ui.pages.rules import RulesPage

        if self.rules is None:
            self.rules = RulesPage(self._context)
            self.rules.back_requested.connect(self.show_worklist)
            self.rules.open_requested.connect(self.show_patient)
            self.addWidget(self.rules)
        self._show(self.rules)
        self.rules.start()

    @property
    def settings_shown(self) -> bool:
        """Tell whether the settings are on the screen."""
        return self.settings is not None and self.currentWidget() is self.settings

    @property
    def settings_unsaved(self) -> bool:
        """Tell whether settings were changed and not saved, now or before a lock."""
        page = self.settings
        return self._unsaved is not None or (page is not None and page.unsaved() is not None)

    def show_settings(self) -> None:
        """Show the settings, with what was changed there and not yet saved."""
        from ui.pages.settings import SettingsPage

        if self.settings_shown:
            return
        self.leave_patient()
        self._before = self.currentWidget()
        if self.settings is None:
            self.settings = SettingsPage(self._context)
            self.settings.back_requested.connect(self._on_settings_back)
            self.addWidget(self.settings)
        unsaved, self._unsaved = self._unsaved, None
        self._show(self.settings)
        if unsaved is None:
            self.settings.start()
        else:
            self.settings.resume(unsaved)

    def ask_before_closing(self) -> None:
        """Ask in the page of settings whether what is not saved there is dropped."""
        if self.settings is not None:
            self.settings.ask_before_closing()

    def leave_patient(self) -> None:
        """Hand the draft over to be written, and let a comparison end, before anything else."""
        if self.rules is not None:
            self.rules.stop()
        if self.patient is not None:
            self.patient.leave()

    def close_pages(self) -> None:
        """Destroy every page of the record; a registration half typed waits for the next one."""
        if self.register is not None:
            self._unfinished = self.register.unfinished()
        if self.settings is not None:
            self._unsaved = self.settings.unsaved()
        for page in self._pages():
            if page is not None:
                self.removeWidget(page)
                page.deleteLater()
        self.worklist = self.register = self.patient = self.leaflet = self.rules = None
        self.settings = self._before = None
        self._patient_id = None

    def _show(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        self.page_shown.emit()

    def _pages(self) -> tuple[QWidget | None, ...]:
        opened = (self.worklist, self.register, self.patient, self.leaflet)
        return *opened, self.rules, self.settings

    def _on_settings_back(self) -> None:
        """Go back to the page before; a patient is read anew, as the policy may be another."""
        if self._before is self.patient and self._patient_id is not None:
            self.show_patient(self._patient_id)
        elif self._before is None or self._before is self.worklist:
            self.show_worklist()
        else:
            self._show(self._before)

    def _on_leaflet_back(self) -> None:
        if self.patient is not None:
            self._show(self.patient)
