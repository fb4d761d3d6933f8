"""Keep a second program off the same record; the system frees the lock when a program dies."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from desktop_app.data.disk import told_apart
from desktop_app.domain.errors import StorageError

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class InstanceLock:
    """Hold the lock file until ``release``."""

    def __init__(self, path: Path) -> None:
        """Take the lock.

        Raises:
            StorageError: ``record_in_use`` or ``folder_not_writable``.
        """
        with told_apart():
            self._file = path.open("ab")
        try:
            _take(self._file.fileno())
        except OSError:
            self._file.close()
            raise StorageError("record_in_use") from None

    def release(self) -> None:
        """Give the lock back; a second call does nothing."""
        self._file.close()
