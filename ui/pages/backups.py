"""Keep backups: make one, try one out, bring one back, and check the whole record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.domain.errors import Cancelled, StorageError
from ui import theme
from ui.actions import add_action
from ui.backup_desk import BackupDesk
from ui.language import language_change
from ui.models.backup_columns import BackupColumns
from ui.models.backup_words import BackupWords, CountWords
from ui.models.rows import RowModel
from ui.models.soundness_words import SoundnessWords
from ui.qt_types import ROW
from ui.second_place import second_place
from ui.widgets.backups.file_choice import choose_backup
from ui.widgets.backups.second_place_row import SecondPlaceRow
from ui.widgets.backups.trial_form import TrialForm
from ui.widgets.banner import Banner
from ui.widgets.confirm_bar import ConfirmBar
from ui.widgets.key_button import KeyButton
from ui.widgets.table.list_table import ListTable

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QEvent

    from desktop_app.services.safety import BackupMade, BackupRow, Soundness
    from ui.backup_watch import BackupWatch
    from ui.context import UiContext
    from ui.tasks import Problem

_WIDTHS = (250, 130, 80, 80, 80)
_ACTIONS = ("backups_back", "stop_backup", "verify", "other_backup", "fire_drill", "restore")


class BackupsPage(QWidget):
    """Show the backups there are; whatever takes long shows its progress and can be stopped."""

    back_requested = Signal()
    restored = Signal(object)  # TrialReport
    shut = Signal(object)  # Problem of a restore that left the record closed

    def __init__(
        self, context: UiContext, watch: BackupWatch, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._watch = context, watch
        self.model: RowModel[BackupRow] = RowModel(self)
        self.table = ListTable(self)
        self.table.setModel(self.model)
        self.banner, self.confirm = Banner(self), ConfirmBar(context, self)
        self.form, self.second = TrialForm(self), SecondPlaceRow(context, self)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)
        self._title, self._said, self._working = QLabel(self), QLabel(self), QLabel(self)
        self.desk = BackupDesk(context, watch, self.confirm, self)
        self._soundness: Soundness | None = None
        runs = (self._on_back, self.stop, self.verify, self._on_other, self.try_out, self.restore)
        self.actions_of = {
            code: add_action(self, code, run) for code, run in zip(_ACTIONS, runs, strict=True)
        }
        self.actions_of["back_up"] = add_action(self, "back_up", self._on_back_up)
        self._lay_out()
        self._connect()
        self.retranslate()

    def start(self) -> None:
        """Show the list of now, with the cursor in it."""
        self._watch.refresh()
        if self.form.isVisible():
            self.form.setFocus()
        else:
            self.table.setFocus()

    def stop(self) -> None:
        """Give up what is under way."""
        self.desk.stop()

    def leave(self) -> None:
        """Forget what was typed, and end a trial or a check, when the page is left."""
        if self.desk.job not in ("", "restore"):
            self.desk.stop()
        if self.form.path is not None and self.desk.job != "restore":
            self.form.close_form()

    def try_out(self) -> None:
        """Ask for the passphrase of the chosen backup, to open a copy of it."""
        self._ask(restoring=False)

    def restore(self) -> None:
        """Ask for the passphrase of the chosen backup, to bring it back."""
        self._ask(restoring=True)

    def verify(self) -> None:
        """Check every page, every row and the log of the record."""
        self.banner.hide()
        self.desk.verify()

    def ask_for(self, path: Path, *, restoring: bool) -> None:
        """Ask for the passphrase of a backup wherever it lies."""
        self.banner.hide()
        self._restoring = restoring
        self.desk.users_of(path)

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self._title.setText(self.tr("Backups"))
        self.table.setAccessibleName(self.tr("Backups, newest first"))
        self.progress.setAccessibleName(self.tr("Progress"))
        self.model.set_columns(BackupColumns(self._context.services.clock.now()).columns())
        self.table.set_widths(_WIDTHS)
        if self._soundness is not None and self.banner.isVisible():
            self._show_soundness(self._soundness)
        self._show_state()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _lay_out(self) -> None:
        panel = QFrame(self)
        theme.set_property(panel, "role", "panel")
        theme.set_property(self._title, "role", "pageTitle")
        theme.set_property(self._said, "role", "text")
        theme.set_property(self._working, "role", "muted")
        self.buttons = {
            code: KeyButton(action, "primary" if code == "back_up" else "", panel)
            for code, action in self.actions_of.items()
        }
        head, below = QHBoxLayout(), QHBoxLayout()
        for line in (head, below):
            line.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._said, 1)
        for code in ("backups_back", "stop_backup", "verify", "back_up"):
            head.addWidget(self.buttons[code])
        for code in ("fire_drill", "restore", "other_backup"):
            below.addWidget(self.buttons[code])
        below.addStretch(1)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addLayout(head)
        for part in (self.banner, self.confirm, self._working, self.progress, self.second):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addLayout(below)
        layout.addWidget(self.form)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 12)
        page.addWidget(panel)

    def _connect(self) -> None:
        self._restoring = False
        self._watch.changed.connect(self._on_watch_changed)
        self._watch.made.connect(self._on_made)
        self._watch.failed.connect(self._on_copy_failed)
        self.form.tried.connect(self._on_try)
        self.form.restore_wanted.connect(self._on_restore)
        self.form.closed.connect(self.table.setFocus)
        self.confirm.dropped.connect(self._on_unconfirmed)
        self.confirm.asking_changed.connect(self._show_state)
        desk = self.desk
        desk.asked.connect(self._on_asked)
        desk.tried.connect(self.form.show_report)
        desk.verified.connect(self._on_verified)
        desk.restored.connect(self.restored)
        desk.shut.connect(self.shut)
        desk.failed.connect(self._on_failed)
        desk.busy_changed.connect(self._show_state)
        self._on_watch_changed()

    def _show_state(self) -> None:
        job = self.desk.job or ("copy" if self._watch.busy else "")
        self._working.setText(self._job_text(job))
        for part in (self._working, self.progress):
            part.setVisible(bool(job) and not self.confirm.isVisible())
        self.actions_of["stop_backup"].setEnabled(job not in ("", "restore"))
        self.actions_of["backups_back"].setEnabled(job != "restore")
        chosen = bool(self.model.rows)
        for code in ("verify", "other_backup", "back_up"):
            self.actions_of[code].setEnabled(not job)
        for code in ("fire_drill", "restore"):
            self.actions_of[code].setEnabled(chosen and not job)
        newest = self._watch.newest
        if newest is None:
            self._said.setText(self.tr("No backup yet."))
            return
        words = BackupWords(self._context.services.clock.now())
        #: {0} is a day, time and age
        self._said.setText(self.tr("Last backup: {0}").format(words.dated(newest.made_at)))

    def _job_text(self, job: str) -> str:
        texts = {
            "copy": self.tr("Backing up: the record is copied, and the copy is read back…"),
            "try_out": self.tr("A copy of the backup is opened and read…"),
            "verify": self.tr("Every page, every row and every line of the log is read…"),
            "restore": self.tr("The backup takes the place of the record…"),
        }
        return texts.get(job, "")

    def _ask(self, *, restoring: bool) -> None:
        row: BackupRow | None = self.table.currentIndex().data(ROW)
        if row is not None:
            self.ask_for(row.path, restoring=restoring)

    def _on_asked(self, path: Path, logins: tuple[str, ...]) -> None:
        self.form.ask(path, logins, restoring=self._restoring)

    def _on_back(self) -> None:
        self.leave()
        self.back_requested.emit()

    def _on_back_up(self) -> None:
        self.banner.hide()
        self._watch.back_up_now()

    def _on_other(self) -> None:
        second = second_place(self._context.settings)
        title = self.tr("Choose a backup")
        path = choose_backup(self, title, str(second) if second is not None else "")
        if path is not None:
            self.ask_for(path, restoring=True)

    def _on_watch_changed(self) -> None:
        if self.model.rows != self._watch.rows:
            self.model.set_rows(self._watch.rows)
            self.table.choose_row(0)
        self.second.retranslate()
        self._show_state()

    def _on_made(self, made: BackupMade) -> None:
        #: {0} is the name of a file, {1} are counts of patients and visits
        said = self.tr("Made and read back: {0}, {1}.").format(
            made.row.path.name, CountWords().held(made.row.patients, made.row.visits)
        )
        if made.second_problem is not None:
            failed = self.tr("The second place did not take it: see below.")
            self.banner.show_message(f"{said}\n{failed}", "warning")
        else:
            self.banner.show_message(said, "good")

    def _on_try(self, passphrase: str, login: str) -> None:
        if self.form.path is not None and not self.desk.job:
            self.form.set_busy(True)
            drill = not self.form.restoring
            self.desk.try_out(self.form.path, passphrase, login, drill=drill)

    def _on_restore(self, passphrase: str, login: str) -> None:
        if self.form.path is not None and not self.desk.job:
            self.form.set_busy(True)
            self.desk.restore(self.form.path, passphrase, login)

    def _on_unconfirmed(self) -> None:
        self.desk.give_up_restore()
        self.form.set_busy(False)

    def _on_verified(self, soundness: Soundness) -> None:
        self._soundness = soundness
        self._show_soundness(soundness)

    def _show_soundness(self, soundness: Soundness) -> None:
        words = SoundnessWords(self._context.words)
        self.banner.show_message(*words.told(soundness))

    def _on_copy_failed(self, problem: Problem) -> None:
        if isinstance(problem, StorageError) and problem.code == "record_damaged":
            said = self.tr(
                "No backup was made: the record itself does not read back whole. "
                "Earlier backups are not touched. Check the record."
            )
            self.banner.show_message(said, "critical")
        else:
            self._on_failed(problem)

    def _on_failed(self, problem: Problem) -> None:
        if isinstance(problem, Cancelled):
            said, kind = self.tr("Stopped. Nothing was changed."), "neutral"
        else:
            said, kind = SoundnessWords(self._context.words).problem(problem), "critical"
        if self.form.path is not None and self.form.busy:
            self.form.show_problem(said)
        else:
            self.banner.show_message(said, kind)
