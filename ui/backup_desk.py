"""Carry what is done on the page of backups to the services, past the record's one writer."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.services.clinic import RecordState
    from desktop_app.services.safety import Soundness, TrialReport
    from ui.backup_watch import BackupWatch
    from ui.context import UiContext
    from ui.tasks import Problem
    from ui.widgets.confirm_bar import ConfirmBar


class BackupDesk(QObject):
    """Run one job at a time; only a restore goes through the writer, since it closes the record."""

    asked = Signal(object, object)  # Path of a backup, the logins that open it
    tried = Signal(object)  # TrialReport
    verified = Signal(object)  # Soundness
    restored = Signal(object)  # TrialReport
    failed = Signal(object)  # Problem; the record is as it was
    shut = Signal(object)  # Problem of a restore that left the record closed
    busy_changed = Signal()

    def __init__(
        self, context: UiContext, watch: BackupWatch, confirm: ConfirmBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._watch, self._confirm = context, watch, confirm
        self._stop = Event()
        self.job = ""  # try_out, verify or restore

    def users_of(self, path: Path) -> None:
        """Ask who can open a backup."""
        self._context.copies.run(
            partial(self._context.services.safety.users_of, path),
            owner=self,
            done=partial(self.asked.emit, path),
            failed=self.failed.emit,
            key="users",
        )

    def try_out(self, path: Path, passphrase: str, login: str, *, drill: bool) -> None:
        """Open a copy of a backup."""
        stop = self._stop = Event()
        try_out = partial(self._context.services.safety.try_out, path, passphrase, login)
        self._run("try_out", partial(try_out, drill=drill, cancelled=stop.is_set))

    def verify(self) -> None:
        """Check the whole record."""
        stop = self._stop = Event()
        safety = self._context.services.safety
        self._run("verify", partial(safety.verify, cancelled=stop.is_set))

    def stop(self) -> None:
        """Give up what can be given up: a check and a trial end soon, and leave no slip or line."""
        self._stop.set()
        self._watch.stop_copying()
        if self.job in ("try_out", "verify"):
            self._end()
            self.failed.emit(Cancelled())

    def restore(self, path: Path, passphrase: str, login: str) -> None:
        """Put a backup in the record's place, once no copy is being made any more."""
        if self.job:
            return
        self._begin("restore")
        self._watch.stop()
        begin = partial(self._restore, path, passphrase, login)
        self._context.copies.run(_nothing, owner=self, done=begin)

    def _restore(self, path: Path, passphrase: str, login: str, _nothing: None) -> None:
        restore = partial(self._context.services.safety.restore, path, passphrase, login)
        self._confirm.run(restore, done=self._on_restored, failed=self._on_not_restored)

    def give_up_restore(self) -> None:
        """Stay with the record of now, where its passphrase was not typed again."""
        if self.job == "restore":
            self._end()
            self._watch.start()

    def _run(self, job: str, work: Callable[[], TrialReport | Soundness]) -> None:
        if self.job:
            return
        self._begin(job)
        done: Callable[..., None] = self._on_verified if job == "verify" else self._on_tried
        self._context.copies.run(work, owner=self, done=done, failed=self._on_failed, key="job")

    def _begin(self, job: str) -> None:
        self.job = job
        self.busy_changed.emit()

    def _end(self) -> None:
        self.job = ""
        self.busy_changed.emit()

    def _on_tried(self, report: TrialReport) -> None:
        if self.job == "try_out":
            self._end()
            self.tried.emit(report)

    def _on_verified(self, soundness: Soundness) -> None:
        if self.job == "verify":
            self._end()
            self.verified.emit(soundness)

    def _on_failed(self, problem: Problem) -> None:
        if self.job:
            self._end()
            self.failed.emit(problem)

    def _on_restored(self, report: TrialReport) -> None:
        self._end()
        self.restored.emit(report)

    def _on_not_restored(self, problem: Problem) -> None:
        self._context.tasks.run(
            self._context.services.clinic.state, owner=self, done=partial(self._settle, problem)
        )

    def _settle(self, problem: Problem, state: RecordState) -> None:
        self._end()
        if state == "open":
            self._watch.start()
            self.failed.emit(problem)
        else:
            self.shut.emit(problem)


def _nothing() -> None:
    """Come after all copies that were under way."""
