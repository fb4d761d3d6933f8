"""Wait until typing pauses, but never longer than a limit."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal


class Debounce(QObject):
    """Emit ``due`` after ``quiet_ms`` without a touch, at the latest ``longest_ms`` after one.

    A single-shot timer that each key restarts would wait for ever while typing goes on.
    """

    due = Signal()

    def __init__(self, quiet_ms: int, longest_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quiet = self._timer(quiet_ms)
        self._longest = self._timer(longest_ms)

    @property
    def waiting(self) -> bool:
        """Tell whether something was touched that has not come due."""
        return self._longest.isActive()

    def touch(self) -> None:
        """Say that something changed."""
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    def flush(self) -> None:
        """Come due at once if something waits."""
        if self.waiting:
            self._on_timeout()

    def cancel(self) -> None:
        """Forget what waits."""
        self._quiet.stop()
        self._longest.stop()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self._on_timeout)
        return timer

    def _on_timeout(self) -> None:
        self.cancel()
        self.due.emit()
