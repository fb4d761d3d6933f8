"""Open a copy of a backup with its passphrase, say what it holds, and then perhaps restore it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.language import language_change
from ui.models.backup_words import CountWords, moment
from ui.widgets.answer_box import Choice, ChoiceList
from ui.widgets.unlock.passphrase_edit import PassphraseEdit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    from desktop_app.services.safety import TrialReport

_EDIT_WIDTH = 240


class TrialForm(QFrame):
    """Hold one backup on trial: nothing of the record changes before the last button."""

    tried = Signal(str, str)  # passphrase, login
    restore_wanted = Signal(str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_property(self, "role", "panel")
        self._path: Path | None = None
        self._several = self._restoring = self._busy = False
        self._report: TrialReport | None = None
        self._problem = ""
        self._title, self._what, self._said = QLabel(self), QLabel(self), QLabel(self)
        self.users, self.passphrase = ChoiceList(self), PassphraseEdit(self)
        self.passphrase.setFixedWidth(_EDIT_WIDTH)
        self.try_button, self.restore_button = QPushButton(self), QPushButton(self)
        self.close_button = QPushButton(self)
        self._lay_out()
        self.setFocusProxy(self.passphrase)
        self._connect()
        self.hide()
        self.retranslate()

    @property
    def path(self) -> Path | None:
        """Give the backup that is on trial."""
        return self._path

    @property
    def restoring(self) -> bool:
        """Tell whether the backup is to take the record's place afterwards."""
        return self._restoring

    @property
    def busy(self) -> bool:
        """Tell whether the answer of a copy, or a restore, is waited for."""
        return self._busy

    def ask(self, path: Path, logins: Sequence[str], *, restoring: bool) -> None:
        """Ask for the passphrase of a backup, and whose it is where several have one."""
        self._path, self._restoring = path, restoring
        self._report, self._problem, self._busy = None, "", False
        self._several = len(logins) > 1
        self.users.set_choices([Choice(login, login) for login in logins])
        self.passphrase.clear()
        self.show()
        self.retranslate()
        self.passphrase.setFocus()

    def set_busy(self, busy: bool) -> None:
        """Show that the copy is being read, or the backup restored."""
        self._busy, self._problem = busy, ""
        self.retranslate()

    def show_problem(self, text: str) -> None:
        """Say why the backup does not open, with the passphrase selected to be typed anew."""
        self._busy, self._problem, self._report = False, text, None
        self.retranslate()
        self.passphrase.setFocus()
        self.passphrase.selectAll()

    def show_report(self, report: TrialReport) -> None:
        """Say what the backup holds beside the record of now."""
        self._busy, self._problem, self._report = False, "", report
        self.retranslate()
        (self.restore_button if self.restore_button.isVisible() else self.close_button).setFocus()

    def close_form(self) -> None:
        """Forget the passphrase and go."""
        self.passphrase.clear()
        self._path = self._report = None
        self.hide()
        self.closed.emit()

    def text(self) -> str:
        """Give everything that is said."""
        return "\n".join(each.text() for each in (self._title, self._what, self._said))

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        name = self._path.name if self._path is not None else ""
        if self._restoring:
            #: {0} is the name of a file
            title = self.tr("Restore {0}")
            what = self.tr(
                "A copy is opened and read whole first, then compared with the record of now. "
                "Nothing is replaced before you press once more."
            )
        else:
            #: {0} is the name of a file
            title = self.tr("Fire drill with {0}")
            what = self.tr(
                "A copy is opened as on another computer and read whole. The record stays as it "
                "is; a dated slip is kept beside the backups."
            )
        self._title.setText(title.format(name))
        self._what.setText(what)
        self.users.setAccessibleName(self.tr("User"))
        self.users.setVisible(self._several)
        hint = self.tr("Passphrase of this backup")
        self.passphrase.setPlaceholderText(hint)
        self.passphrase.setAccessibleName(hint)
        self._label_buttons()
        self._say()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._busy:
            self.close_form()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        theme.set_property(self._title, "role", "strong")
        theme.set_property(self._what, "role", "muted")
        theme.set_property(self._said, "role", "text")
        theme.set_property(self.restore_button, "kind", "danger")
        for label in (self._title, self._what, self._said):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(theme.STEPS[1])
        for part in (self.users, self.passphrase, self.try_button, self.restore_button):
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(theme.STEPS[1])
        layout.addWidget(self._title)
        layout.addWidget(self._what)
        layout.addLayout(line)
        layout.addWidget(self._said)

    def _connect(self) -> None:
        for button, run in (
            (self.try_button, self._on_try),
            (self.restore_button, self._on_restore),
            (self.close_button, self.close_form),
        ):
            button.setAutoDefault(True)  # else Enter does nothing outside a dialog
            button.clicked.connect(run)
        self.passphrase.returnPressed.connect(self._on_try)

    def _label_buttons(self) -> None:
        working = self._busy and self._report is None
        self.try_button.setText(self.tr("Reading…") if working else self.tr("Open a copy"))
        replacing = self._busy and self._report is not None
        restore = self.tr("Restoring…") if replacing else self.tr("Restore this backup now")
        self.restore_button.setText(restore)
        self.close_button.setText(self.tr("Close"))
        ready = self._report is not None and self._report.fits
        self.try_button.setVisible(self._report is None)
        self.restore_button.setVisible(self._restoring and ready)
        for part in (self.try_button, self.restore_button, self.close_button, self.passphrase):
            part.setEnabled(not self._busy)

    def _say(self) -> None:
        kind, said = "neutral", ""
        if self._problem:
            kind, said = "critical", self._problem
        elif self._report is not None:
            kind, said = self._told(self._report)
        theme.set_property(self._said, "kind", kind)
        sign = theme.SIGNS[kind]
        self._said.setText(f"{sign} {said}" if sign and said else said)
        self._said.setVisible(bool(said))

    def _told(self, report: TrialReport) -> tuple[str, str]:
        words = CountWords()
        if not report.fits:
            said = self.tr(
                "This backup opens, but lacks entries that it had when it was made, or its slip "
                "was changed. It is not restored; choose another one."
            )
            return "critical", said
        lines = [self.tr("It opens and is whole. It holds: {0}.").format(words.counts(report.rows))]
        if report.faults:
            lines.append(
                self.tr(
                    "Lines of its log were changed or are missing: check the record to see which. "
                    "What is recorded of patients is not touched by it."
                )
            )
        if report.now is not None:
            #: {0} are counts of patients, visits and results
            lines.append(self.tr("The record of now: {0}.").format(words.counts(report.now)))
        fewer = words.fewer(report)
        if fewer and self._restoring:
            #: {0} are counts of patients, visits and results
            lost = self.tr("Entered since and gone from the record after a restore: {0}.")
            lines.append(lost.format(fewer))
        elif fewer:
            #: {0} are counts of patients, visits and results
            lines.append(self.tr("Entered since this backup: {0}.").format(fewer))
        if self._restoring:
            lines.append(
                self.tr(
                    "The record of now is copied to the backups before, with a name that begins "
                    "with before-restore; nothing is deleted."
                )
            )
        elif report.slip is not None and not report.faults:
            #: {0} is a day and time, {1} the name of a file
            slip = self.tr("Fire drill passed {0}; slip: {1}.")
            lines.append(slip.format(moment(report.tried_at), report.slip.name))
        doubtful = bool(report.faults or (fewer and self._restoring))
        return ("warning" if doubtful else "good"), "\n".join(lines)

    def _on_try(self) -> None:
        if self.passphrase.text() and not self._busy and self._report is None:
            self.tried.emit(self.passphrase.text(), self._login)

    def _on_restore(self) -> None:
        if not self._busy:
            self.restore_wanted.emit(self.passphrase.text(), self._login)

    @property
    def _login(self) -> str:
        return self.users.code() if self._several else ""
