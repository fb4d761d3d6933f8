"""Say above every page that the record is damaged, lost entries, or was restored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.language import language_change
from ui.models.backup_words import BackupWords, CountWords
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from desktop_app.services.safety import TrialReport

_RESTORED = "restored"


class SafetyNotice(QWidget):
    """Tell what happened, whether the data are safe, and what to press."""

    backups_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self._report: TrialReport | None = None
        self.banner = Banner(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 0)
        layout.addWidget(self.banner)
        self.banner.action_requested.connect(self._on_action)
        self.banner.closed.connect(self.clear)
        self.hide()

    def show_unsound(self, code: str) -> None:
        """Say what is wrong with the open record; a damaged one is the worse news."""
        if self._code != "record_damaged":
            self._code = code
            self.retranslate()

    def show_restored(self, report: TrialReport) -> None:
        """Say which backup the record is now, and where the one before went."""
        self._code, self._report = _RESTORED, report
        self.retranslate()

    def clear(self) -> None:
        """Say nothing any more."""
        self._code = ""
        self.hide()

    def text(self) -> str:
        """Give what is said."""
        return self.banner.text() if self.isVisible() else ""

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        if not self._code:
            return
        action = "" if self._code == _RESTORED else self.tr("To the backups")
        self.banner.show_message(self._said(), self._kind(), action)
        self.show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _kind(self) -> str:
        match self._code:
            case "restored":
                return "good"
            case "record_damaged":
                return "critical"
            case _:
                return "warning"

    def _said(self) -> str:
        match self._code:
            case "restored":
                return self._restored()
            case "record_damaged":
                return self.tr(
                    "The record file is damaged: what is on the screen may lack something. "
                    "Nothing was overwritten, and the backups are not touched. "
                    "Enter nothing more; restore the last good backup."
                )
            case "entries_lost":
                return self.tr(
                    "The newest entries are gone: the file in which they stood last was damaged "
                    "or removed. Everything older is whole. Look through the last visits and "
                    "enter again what is missing, or compare with the last backup."
                )
            case _:
                return self.tr(
                    "The record could not be looked over. Nothing was changed. "
                    "Check it on the page of backups."
                )

    def _restored(self) -> str:
        report = self._report
        assert report is not None
        held = CountWords().counts(report.rows)
        #: {0} are counts of patients, visits and results
        said = self.tr("Restored: {0}.").format(held)
        if report.made_at is not None:
            #: {0} is a day, time and age; {1} are counts of patients, visits and results
            begin = self.tr("Restored from the backup of {0}: {1}.")
            said = begin.format(BackupWords(report.tried_at).dated(report.made_at), held)
        kept = self.tr(
            "What stood in its place lies in the folder of backups, under before-restore. "
            "Log in with the passphrase of this backup from now on."
        )
        return f"{said}\n{kept}"

    def _on_action(self) -> None:
        self.hide()
        self.backups_wanted.emit()
