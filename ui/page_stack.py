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
        self._patient_id: int | None = None
        self._unfinished: Registration | None = None

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

    def leave_patient(self) -> None:
        """Hand the draft over to be written, before anything else is queued."""
        if self.patient is not None:
            self.patient.leave()

    def close_pages(self) -> None:
        """Destroy every page of the record; a registration half typed waits for the next one."""
        if self.register is not None:
            self._unfinished = self.register.unfinished()
        for page in (self.worklist, self.register, self.patient, self.leaflet):
            if page is not None:
                self.removeWidget(page)
                page.deleteLater()
        self.worklist = self.register = self.patient = self.leaflet = None
        self._patient_id = None

    def _show(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        self.page_shown.emit()

    def _on_leaflet_back(self) -> None:
        if self.patient is not None:
            self._show(self.patient)
