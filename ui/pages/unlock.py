"""Open the record with its passphrase, create it at first start, or say calmly why it will not."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.errors import Refusal, StorageError
from ui import theme
from ui.language import language_change
from ui.rescue_desk import RescueDesk
from ui.widgets.language_button import LanguageButton
from ui.widgets.unlock.create_form import CreateForm
from ui.widgets.unlock.passphrase_form import PassphraseForm
from ui.widgets.unlock.recovery_form import RecoveryForm
from ui.widgets.unlock.trouble_panel import RESCUED, TroublePanel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent

    from desktop_app.services.clinic import RecordState
    from desktop_app.services.safety import BackupRow, TrialReport
    from ui.context import UiContext
    from ui.tasks import Problem

_CARD_WIDTH = 440
_USER = "window/user"


class UnlockPage(QWidget):
    """Take the passphrase at once, even while the data layer is still being loaded."""

    unlocked = Signal()
    rescued = Signal(object)  # TrialReport of the backup that was brought back
    quit_requested = Signal()

    def __init__(
        self, context: UiContext, location: str, *, exists: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._waiting: str | None = None
        self._creating = False
        self._demonstration = ""
        self.form = PassphraseForm(self)
        self.create_form, self.recovery_form = CreateForm(self), RecoveryForm(self)
        self.trouble = TroublePanel(self)
        backups = Path(location).parent / "backups"
        self.rescue = RescueDesk(context, self.trouble.rescue, backups, self)
        self._record = location
        self._location = QLabel(self)
        self._location.setProperty("role", "small")
        self._location.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._brand = QLabel("M-Spike", self)
        self._brand.setProperty("role", "bigBrand")
        self._subtitle = QLabel(self)
        self._subtitle.setProperty("role", "muted")
        self._preparing = QLabel(self)
        self._lay_out()
        self.form.passphrase_entered.connect(self.unlock_with)
        self.form.forgotten.connect(self._on_forgotten)
        self.recovery_form.recovery_wanted.connect(self._on_recovery_wanted)
        self.recovery_form.back_requested.connect(self._on_recovery_left)
        self.create_form.passphrase_chosen.connect(self._on_passphrase_chosen)
        self.trouble.retry_requested.connect(self._on_retry)
        self.trouble.quit_requested.connect(self.quit_requested)
        self.trouble.create_requested.connect(partial(self._show_form, exists=False))
        self.create_form.restore_wanted.connect(partial(self.show_trouble, "elsewhere"))
        self.rescue.restored.connect(self._on_rescued)
        context.services_ready.connect(self._on_services_ready)
        self._show_form(exists=exists)
        self.retranslate()

    def start(self, *, exists: bool) -> None:
        """Begin anew, as after a lock: empty fields, the cursor in the first."""
        self._waiting = None
        self._show_form(exists=exists)
        self._find_users()

    def prepare_demonstration(self, passphrase: str) -> None:
        """Open a record that is being filled, without asking; once locked, say how it opens."""
        self._demonstration = passphrase
        self.retranslate()
        self._show_part(self._preparing)
        self.unlock_with(passphrase)

    def unlock_with(self, passphrase: str) -> None:
        """Open the record; if the services are not there yet, as soon as they are."""
        self._creating = False
        self._submit(passphrase)

    def show_problem(self, problem: Problem) -> None:
        """Show beside the field what the doctor can mend there, else a calm page."""
        self._waiting = None
        self.form.set_busy(False)
        self.create_form.set_busy(False)
        if self.recovery_form.isVisible() and self._recovery_problem(problem):
            return
        match problem:
            case StorageError(code="wrong_passphrase"):
                self.form.show_wrong()
            case Refusal(code="wait_before_next_try", values=values):
                self.form.show_wait(int(values["seconds"]))
            case Refusal(code="passphrase_too_short"):
                self.create_form.show_too_short()
            case Refusal(code="record_exists"):
                self._show_form(exists=True)
            case StorageError() | Refusal():
                self.show_trouble(problem.code)

    def show_trouble(self, code: str) -> None:
        """Say calmly why the record does not open, and offer the last good backup if it helps."""
        self.trouble.show_trouble(code)
        self._show_part(self.trouble)
        if code in RESCUED:
            self.rescue.look()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self._subtitle.setText(self.tr("Record of the haematology clinic"))
        if self._demonstration:
            #: {0} is a passphrase
            said = self.tr("Fictional patients. Passphrase: {0}")
            self._subtitle.setText(said.format(self._demonstration))
        self._preparing.setText(self.tr("Preparing fictional patients…"))
        #: {0} is the path of a file
        self._location.setText(self.tr("Record: {0}").format(self._record))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _lay_out(self) -> None:
        panel = QFrame(self)
        panel.setProperty("role", "panel")
        panel.setFixedWidth(_CARD_WIDTH)
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(28, 24, 28, 24)
        inside.setSpacing(theme.STEPS[1])
        inside.addWidget(self._brand)
        inside.addWidget(self._subtitle)
        inside.addSpacing(theme.STEPS[2])
        for part in self._parts:
            inside.addWidget(part)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(panel)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 12, 24, 16)
        outer.addWidget(
            LanguageButton(self._context.languages, self), 0, Qt.AlignmentFlag.AlignRight
        )
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)
        outer.addWidget(self._location, 0, Qt.AlignmentFlag.AlignHCenter)

    def _show_form(self, *, exists: bool) -> None:
        self._exists = exists
        chosen: PassphraseForm | CreateForm = self.form if exists else self.create_form
        chosen.clear()
        self._show_part(chosen)
        self.setFocusProxy(chosen)
        chosen.setFocus()

    def _show_part(self, shown: QWidget) -> None:
        for part in self._parts:
            part.setVisible(part is shown)

    @property
    def _parts(self) -> tuple[QWidget, ...]:
        return self.form, self.create_form, self.recovery_form, self.trouble, self._preparing

    def _submit(self, passphrase: str) -> None:
        self.form.set_busy(True)
        self.create_form.set_busy(True)
        if not self._context.ready:
            self._waiting = passphrase
            return
        clinic = self._context.services.clinic
        unlock = partial(clinic.unlock, passphrase, self.form.login)
        self._context.tasks.run(
            partial(clinic.create, passphrase) if self._creating else unlock,
            owner=self,
            done=self._on_unlocked,
            failed=self.show_problem,
        )

    def _find_users(self) -> None:
        """Ask who can log in; what is wrong with the files is said once somebody tries to."""
        if self._context.ready and not self._demonstration:
            self._context.tasks.run(
                self._context.services.clinic.logins,
                owner=self,
                done=self._on_users,
                failed=lambda _problem: self._submit_waiting(),
                key="users",
            )

    def _on_users(self, logins: Sequence[str]) -> None:
        remembered = str(self._context.settings.value(_USER, "", type=str))
        self.form.set_users(logins, remembered)
        if len(logins) > 1 and remembered not in logins:
            self._waiting = None  # whose passphrase was typed is not known
            self.form.set_busy(False)
        self._submit_waiting()

    def _submit_waiting(self) -> None:
        if self._waiting is not None:
            passphrase, self._waiting = self._waiting, None
            self._submit(passphrase)

    def _on_services_ready(self) -> None:
        if self._creating or self._demonstration:
            self._submit_waiting()
        else:
            self._context.tasks.run(
                self._context.services.clinic.state, owner=self, done=self._on_state
            )
            self._find_users()

    def _recovery_problem(self, problem: Problem) -> bool:
        """Say beside the recovery key what can be mended there; tell whether it was."""
        self.recovery_form.set_busy(False)
        match problem:
            case StorageError(code="wrong_passphrase"):
                other = self.tr("This key belongs to another record, or to an earlier kit.")
                self.recovery_form.show_problem(other)
            case Refusal():
                place = int(problem.values.get("number", "0"))
                self.recovery_form.show_problem(self._context.words.problem(problem), place)
            case _:
                return False
        return True

    def _on_forgotten(self) -> None:
        self._show_part(self.recovery_form)
        self.setFocusProxy(self.recovery_form)
        self.recovery_form.setFocus()

    def _on_recovery_left(self) -> None:
        self.recovery_form.clear()
        self._show_form(exists=True)

    def _on_recovery_wanted(self, texts: list[str], passphrase: str) -> None:
        if not self._context.ready:
            return
        self.recovery_form.set_busy(True)
        self._context.tasks.run(
            partial(self._context.services.users.recover, texts, passphrase),
            owner=self,
            done=self._on_unlocked,
            failed=self.show_problem,
        )

    def _on_state(self, state: RecordState) -> None:
        if state != "absent" and self.create_form.isVisible():
            self._show_form(exists=True)
        elif state == "absent":
            safety = self._context.services.safety
            self._context.tasks.run(safety.backups, owner=self, done=self._on_backups)

    def _on_backups(self, backups: Sequence[BackupRow]) -> None:
        """Take no clinic whose backups are here for a new one: that would look like lost data."""
        if backups and self.create_form.isVisible():
            self.show_trouble("record_gone")

    def _on_passphrase_chosen(self, passphrase: str) -> None:
        self._creating = True
        self._submit(passphrase)

    def _on_unlocked(self, _nothing: None) -> None:
        if self.form.login and not self.recovery_form.isVisible():
            self._context.settings.setValue(_USER, self.form.login)
        for form in (self.form, self.create_form, self.recovery_form):
            form.clear()
        self.unlocked.emit()

    def _on_rescued(self, report: TrialReport) -> None:
        self.trouble.rescue.passphrase.clear()
        self.unlocked.emit()
        self.rescued.emit(report)

    def _on_retry(self) -> None:
        self._show_form(exists=self._exists)
        if self.trouble.code == "record_gone" and self._context.ready:
            self._on_services_ready()
        self._find_users()
