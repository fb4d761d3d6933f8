"""Hold the pages of an open record: each is made when it is first shown and gone after a lock."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.domain.roles import Right
from ui.actions import limit_commands

if TYPE_CHECKING:
    from desktop_app.domain.patient import Registration
    from ui.backup_watch import BackupWatch
    from ui.context import UiContext
    from ui.pages.audit import AuditPage
    from ui.pages.backups import BackupsPage
    from ui.pages.imports import ImportsPage
    from ui.pages.leaflet import LeafletPage
    from ui.pages.patient import PatientPage
    from ui.pages.register import RegisterPage
    from ui.pages.rules import RulesPage
    from ui.pages.settings import SettingsPage, Typed
    from ui.pages.users import UsersPage
    from ui.pages.worklist import WorklistPage


class PageStack(QStackedWidget):
    """Lead from page to page; the draft of a patient is kept whenever the page is left."""

    page_shown = Signal()
    typed = Signal(str)
    counted = Signal(object)
    emergency_begun = Signal()
    restored = Signal(object)  # TrialReport
    shut = Signal(object)  # Problem of a restore that left the record closed

    def __init__(
        self, context: UiContext, watch: BackupWatch, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._watch = context, watch
        self.worklist: WorklistPage | None = None
        self.register: RegisterPage | None = None
        self.patient: PatientPage | None = None
        self.leaflet: LeafletPage | None = None
        self.rules: RulesPage | None = None
        self.imports: ImportsPage | None = None
        self.settings: SettingsPage | None = None
        self.users: UsersPage | None = None
        self.audit: AuditPage | None = None
        self.backups: BackupsPage | None = None
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
            self.worklist.imports_requested.connect(self.show_imports)
            self.worklist.settings_requested.connect(self.show_settings)
            self.worklist.backups_requested.connect(self.show_backups)
            self.worklist.users_requested.connect(self.show_users)
            self.worklist.audit_requested.connect(self.show_audit)
            self.worklist.emergency.begun.connect(self._on_emergency)
            self.worklist.typed.connect(self.typed)
            self.worklist.counted.connect(self.counted)
            self.addWidget(self.worklist)
        self.leave_patient()
        self.worklist.refresh()
        self._show(self.worklist)

    def show_patient(self, patient_id: int, *, merging: bool = False) -> None:
        """Show a patient's page, or the search there for who is the same person."""
        from ui.pages.patient import PatientPage

        if not self._context.may(Right.READ):
            self.show_worklist()
            if self.worklist is not None:
                self.worklist.emergency.ask(patient_id)
            return
        if self.patient is None:
            self.patient = PatientPage(self._context)
            self.patient.back_requested.connect(self.show_worklist)
            self.patient.leaflet_requested.connect(self.show_leaflet)
            self.addWidget(self.patient)
        else:
            self.leave_patient()
        self._patient_id = patient_id
        self.patient.open_patient(patient_id, merging=merging)
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
            self.register.registered.connect(self._on_registered)
            self.register.open_requested.connect(self.show_patient)
            self.register.merge_requested.connect(partial(self.show_patient, merging=True))
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

    def show_imports(self) -> None:
        """Show the import of files, with what waits in the watched folder."""
        from ui.pages.imports import ImportsPage

        if self.imports is None:
            self.imports = ImportsPage(self._context)
            self.imports.back_requested.connect(self.show_worklist)
            self.addWidget(self.imports)
        self._show(self.imports)
        self.imports.start()

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
            self.settings.backups_requested.connect(self.show_backups)
            self.addWidget(self.settings)
        unsaved, self._unsaved = self._unsaved, None
        self._show(self.settings)
        if unsaved is None:
            self.settings.start()
        else:
            self.settings.resume(unsaved)

    def show_users(self) -> None:
        """Show who may log in, and the user's own passphrase."""
        from ui.pages.users import UsersPage

        self.leave_patient()
        if self.users is None:
            self.users = UsersPage(self._context)
            self.users.back_requested.connect(self.show_worklist)
            self.addWidget(self.users)
        self._show(self.users)
        self.users.start()

    def show_audit(self) -> None:
        """Show the log of what was done."""
        from ui.pages.audit import AuditPage

        self.leave_patient()
        if self.audit is None:
            self.audit = AuditPage(self._context)
            self.audit.back_requested.connect(self.show_worklist)
            self.addWidget(self.audit)
        self._show(self.audit)
        self.audit.start()

    def show_backups(self) -> None:
        """Show the backups, and what is done with them."""
        from ui.pages.backups import BackupsPage

        if self.backups is not None and self.currentWidget() is self.backups:
            return
        self.leave_patient()
        if self.backups is None:
            self.backups = BackupsPage(self._context, self._watch)
            self.backups.back_requested.connect(self.show_worklist)
            self.backups.restored.connect(self.restored)
            self.backups.shut.connect(self.shut)
            self.addWidget(self.backups)
        self._show(self.backups)
        self.backups.start()

    def ask_before_closing(self) -> None:
        """Ask in the page of settings whether what is not saved there is dropped."""
        if self.settings is not None:
            self.settings.ask_before_closing()

    def leave_patient(self) -> None:
        """Hand the draft over to be written, and let a comparison end, before anything else."""
        if self.rules is not None:
            self.rules.stop()
        if self.imports is not None:
            self.imports.leave()
        if self.backups is not None:
            self.backups.leave()
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
        self.imports = None
        self.users = self.audit = self.backups = None
        self.settings = self._before = None
        self._patient_id = None

    def _show(self, page: QWidget) -> None:
        limit_commands(page, self._context.may)
        self.setCurrentWidget(page)
        self.page_shown.emit()

    def _pages(self) -> tuple[QWidget | None, ...]:
        opened = (self.worklist, self.register, self.patient, self.leaflet)
        owned = (self.rules, self.imports, self.settings, self.users, self.audit, self.backups)
        return *opened, *owned

    def _on_registered(self, patient_id: int) -> None:
        """Go on with the new patient; who may not read goes back to the list."""
        if self._context.may(Right.READ):
            self.show_patient(patient_id)
        else:
            self.show_worklist()

    def _on_emergency(self, patient_id: int) -> None:
        self.emergency_begun.emit()
        if self.worklist is not None:
            self.worklist.retranslate()  # it may show more than before
        self.show_patient(patient_id)

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
