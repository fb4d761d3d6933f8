"""Make backups while the record is open, and know how old the last one is."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.errors import Cancelled, Refusal, StorageError
from ui.second_place import keep_second_problem, second_place, second_problem

if TYPE_CHECKING:
    from desktop_app.services.safety import BackupMade, BackupRow
    from ui.context import UiContext
    from ui.tasks import Problem

FIRST_LOOK_MS = 5_000  # the first page comes before the first backup
ASK_MS = 30 * 60 * 1000
_LOCKED = "record_locked"


class BackupWatch(QObject):
    """Ask for the backup that is due, and look the record over; nothing of it is on the writer."""

    changed = Signal()
    made = Signal(object)  # BackupMade
    failed = Signal(object)  # Problem of a backup that somebody asked for
    unsound = Signal(str)  # code of what is wrong with the open record

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stop = Event()
        self._watching = False
        self.rows: tuple[BackupRow, ...] = ()
        self.problem: str | None = None
        self.busy = False
        self.first = QTimer(self)
        self.first.setSingleShot(True)
        self.first.setInterval(FIRST_LOOK_MS)
        self.first.timeout.connect(self.look)
        self.timer = QTimer(self)
        self.timer.setInterval(ASK_MS)
        self.timer.timeout.connect(self.back_up_if_due)
        context.tasks.damaged.connect(self.look_over)

    @property
    def second_problem(self) -> str | None:
        """Give the code of what the second place refused last."""
        return second_problem(self._context.settings)

    @property
    def newest(self) -> BackupRow | None:
        """Give the newest backup; one that is dated in the future counts for the last of all."""
        now = self._context.services.clock.now()
        past = (row for row in self.rows if row.made_at <= now)
        return next(past, self.rows[0] if self.rows else None)

    def start(self) -> None:
        """Begin, once the record is open."""
        self._watching = True
        self.problem = None
        self.refresh()
        self.first.start()
        self.timer.start()

    def stop(self) -> None:
        """End what is under way, as before a lock; a backup half made is removed."""
        self._watching = False
        self.first.stop()
        self.timer.stop()
        self._stop.set()

    def look(self) -> None:
        """Look the record over and make the backup that is due."""
        self.look_over()
        self.back_up_if_due()

    def look_over(self) -> None:
        """Look whether the record is whole."""
        if self._watching:
            self._context.copies.run(
                self._context.services.safety.look_over,
                owner=self,
                done=self._on_looked,
                failed=lambda _problem: None,  # locked meanwhile, or busy: it is asked again
                key="look",
            )

    def refresh(self) -> None:
        """Read the list of backups anew."""
        self._context.copies.run(
            self._context.services.safety.backups, owner=self, done=self._on_listed, key="list"
        )

    def back_up_if_due(self) -> None:
        """Make a backup, if one is due."""
        if self._watching:
            self._copy(asked=False)

    def back_up_now(self) -> None:
        """Make a backup because somebody wants one."""
        self._copy(asked=True)

    def stop_copying(self) -> None:
        """End the backup that is being made; nothing of it is left."""
        self._stop.set()

    def _copy(self, *, asked: bool) -> None:
        if self.busy:
            return
        safety = self._context.services.safety
        stop = self._stop = Event()
        copy = safety.back_up if asked else safety.back_up_if_due
        self._set_busy(busy=True)
        self._context.copies.run(
            partial(copy, second_place(self._context.settings), cancelled=stop.is_set),
            owner=self,
            done=self._on_made,
            failed=self._on_asked_failed if asked else self._on_failed,
        )

    def _set_busy(self, *, busy: bool) -> None:
        self.busy = busy
        self.changed.emit()

    def _on_looked(self, code: str | None) -> None:
        if code is not None and self._watching:
            self.unsound.emit(code)

    def _on_listed(self, rows: tuple[BackupRow, ...]) -> None:
        self.rows = rows
        self.changed.emit()

    def _on_made(self, made: BackupMade | None) -> None:
        self._set_busy(busy=False)
        if made is None:
            return
        self.problem = None
        if second_place(self._context.settings) is not None:
            keep_second_problem(self._context.settings, made.second_problem)
        self.refresh()
        self.made.emit(made)

    def _on_asked_failed(self, problem: Problem) -> None:
        self._on_failed(problem)
        self.failed.emit(problem)

    def _on_failed(self, problem: Problem) -> None:
        if isinstance(problem, StorageError):
            self.problem = problem.code
            if problem.code == "record_damaged":
                self.look_over()
        else:
            # Stopped by somebody, locked meanwhile, or not allowed: no backup is at fault.
            assert isinstance(problem, Cancelled | Refusal)
        self._set_busy(busy=False)
