"""Notice that nobody uses the program, and that the computer slept."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.protection import LockCause

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.services.clock import Clock
    from ui.input_watch import InputWatch

LOOK_MS = 1000
WARNING_SECONDS = 30
# The clock went on by so much between two looks: the computer slept, and somebody woke it.
SLEPT = timedelta(seconds=60)


class IdleLock(QObject):
    """Ask for the lock after some minutes without a key or a movement, in any window.

    An open dialog counts as use while somebody types in it, and holds up nothing when nobody does.
    """

    warned = Signal(int)  # seconds that are left; 0 takes the warning back
    lock_wanted = Signal(object)  # LockCause

    def __init__(self, watch: InputWatch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watch = watch
        watch.used.connect(self._on_used)
        self._clock: Clock | None = None
        self._limit = timedelta(0)
        self._warning = False
        self._last_use: datetime | None = None
        self._last_look: datetime | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_MS)
        self.timer.timeout.connect(self.look)

    def start(self, clock: Clock, minutes: int) -> None:
        """Begin to watch, or go on with another limit."""
        self._clock = clock
        self._limit = timedelta(minutes=minutes)
        self._last_use = self._last_look = clock.now()
        self.timer.start()

    def stop(self) -> None:
        """Watch no longer: the record is locked."""
        self.timer.stop()
        self._warn(0)
        self._clock = None

    def look(self) -> None:
        """Compare the time with that of the last use."""
        if self._clock is None or self._last_use is None or self._last_look is None:
            return
        self._watch.look()
        now = self._clock.now()
        passed, self._last_look = now - self._last_look, now
        if passed >= SLEPT:
            self.lock_wanted.emit(LockCause.SYSTEM)
            return
        if now < self._last_use:  # a clock that was set back proves nothing
            self._last_use = now
        left = self._limit - (now - self._last_use)
        if left <= timedelta(0):
            self.lock_wanted.emit(LockCause.IDLE)
        else:
            seconds = -(-left // timedelta(seconds=1))
            self._warn(seconds if seconds <= WARNING_SECONDS else 0)

    def _on_used(self) -> None:
        if self._clock is not None:
            self._last_use = self._clock.now()
            if self._warning:
                self.look()

    def _warn(self, seconds: int) -> None:
        if seconds or self._warning:
            self._warning = bool(seconds)
            self.warned.emit(seconds)
