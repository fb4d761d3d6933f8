"""Watch over an open record: without use, or with the computer's own lock, it is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.protection import LockCause, Protection
from ui.idle_lock import IdleLock
from ui.input_watch import InputWatch
from ui.session_lock import SessionLock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import UiContext


class Guard(QObject):
    """Join what may ask for the lock; each asks with its cause."""

    warned = Signal(int)  # seconds that are left; 0 takes the warning back
    lock_wanted = Signal(object)  # LockCause

    def __init__(self, context: UiContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self.watch = InputWatch(self)
        self.idle = IdleLock(self.watch, self)
        self.session: SessionLock | None = None
        self._window = window
        self.idle.warned.connect(self.warned)
        self.idle.lock_wanted.connect(self.lock_wanted)
        context.protection_changed.connect(self._watch)

    def start(self) -> None:
        """Watch from now on, with the usual time until the clinic's own is read."""
        if self.session is None:  # made late: the unlock page does not wait for it
            self.session = SessionLock(self._window)
            self.session.locked.connect(self._on_session_locked)
        self._watch(Protection().idle_minutes)
        self._context.tasks.run(
            self._context.services.settings.protection,
            owner=self,
            done=self._on_protection,
            failed=lambda _problem: None,
            key="protection",
        )

    def stop(self) -> None:
        """Watch no longer."""
        self.idle.stop()

    def commit(self) -> None:
        """Put what an input method still composes into its field."""
        self.watch.commit()

    def _watch(self, minutes: int) -> None:
        self.idle.start(self._context.services.clock, minutes)

    def _on_protection(self, protection: Protection) -> None:
        if self.idle.timer.isActive():  # else it was locked meanwhile
            self._watch(protection.idle_minutes)

    def _on_session_locked(self) -> None:
        self.lock_wanted.emit(LockCause.SYSTEM)
