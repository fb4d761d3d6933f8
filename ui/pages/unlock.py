"""Open the record with its passphrase, create it at first start, or say calmly why it will not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.errors import Refusal, StorageError
from ui import theme
from ui.language import language_change
from ui.widgets.language_button import LanguageButton
from ui.widgets.unlock.create_form import CreateForm
from ui.widgets.unlock.passphrase_form import PassphraseForm
from ui.widgets.unlock.trouble_panel import TroublePanel

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from desktop_app.services.clinic import RecordState
    from ui.context import UiContext
    from ui.tasks import Problem

_CARD_WIDTH = 440


class UnlockPage(QWidget):
    """Take the passphrase at once, even while the data layer is still being loaded."""

    unlocked = Signal()
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
        self.create_form = CreateForm(self)
        self.trouble = TroublePanel(self)
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
        self.create_form.passphrase_chosen.connect(self._on_passphrase_chosen)
        self.trouble.retry_requested.connect(self._on_retry)
        self.trouble.quit_requested.connect(self.quit_requested)
        context.services_ready.connect(self._on_services_ready)
        self._show_form(exists=exists)
        self.retranslate()

    def start(self, *, exists: bool) -> None:
        """Begin anew, as after a lock: empty fields, the cursor in the first."""
        self._waiting = None
        self._show_form(exists=exists)

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
        match problem:
            case StorageError(code="wrong_passphrase"):
                self.form.show_wrong()
            case Refusal(code="passphrase_too_short"):
                self.create_form.show_too_short()
            case Refusal(code="record_exists"):
                self._show_form(exists=True)
            case StorageError() | Refusal():
                self.trouble.show_trouble(problem.code)
                self._show_part(self.trouble)

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
        for part in (self.form, self.create_form, self.trouble, self._preparing):
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
        chosen: PassphraseForm | CreateForm = self.form if exists else self.create_form
        chosen.clear()
        self._show_part(chosen)
        self.setFocusProxy(chosen)
        chosen.setFocus()

    def _show_part(self, shown: QWidget) -> None:
        for part in (self.form, self.create_form, self.trouble, self._preparing):
            part.setVisible(part is shown)

    def _submit(self, passphrase: str) -> None:
        self.form.set_busy(True)
        self.create_form.set_busy(True)
        if not self._context.ready:
            self._waiting = passphrase
            return
        clinic = self._context.services.clinic
        work = clinic.create if self._creating else clinic.unlock
        self._context.tasks.run(
            lambda: work(passphrase),
            owner=self,
            done=self._on_unlocked,
            failed=self.show_problem,
        )

    def _on_services_ready(self) -> None:
        if self._waiting is not None:
            passphrase, self._waiting = self._waiting, None
            self._submit(passphrase)
        else:
            self._context.tasks.run(
                self._context.services.clinic.state, owner=self, done=self._on_state
            )

    def _on_state(self, state: RecordState) -> None:
        if state != "absent" and self.create_form.isVisible():
            self._show_form(exists=True)

    def _on_passphrase_chosen(self, passphrase: str) -> None:
        self._creating = True
        self._submit(passphrase)

    def _on_unlocked(self, _nothing: None) -> None:
        self.form.clear()
        self.create_form.clear()
        self.unlocked.emit()

    def _on_retry(self) -> None:
        self._show_form(exists=not self._creating)
