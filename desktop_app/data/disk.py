"""Write files whole, and say in the record's own codes what the disk refuses."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop_app.domain.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


@contextmanager
def told_apart() -> Iterator[None]:
    """Turn the system's refusal to write into ``disk_full`` or ``folder_not_writable``."""
    try:
        yield
    except OSError as error:
        code = "disk_full" if error.errno in _FULL else "folder_not_writable"
        raise StorageError(code) from error


def make_folder(folder: Path) -> None:
    """Make a folder for the user's eyes only; one that exists stays as it is.

    Raises:
        StorageError: ``disk_full`` or ``folder_not_writable``.
    """
    with told_apart():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place, for the user alone, force it to disk, put it there at once.

    Raises:
        StorageError: ``disk_full`` or ``folder_not_writable``.
    """
    beside = path.with_name(path.name + ".part")
    with told_apart():
        try:
            with open(beside, "wb", opener=_for_the_user_alone) as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            replace(beside, path)
        finally:
            beside.unlink(missing_ok=True)


def make_empty(path: Path) -> None:
    """Make an empty file that the user alone may read; one that is there loses its content.

    Raises:
        StorageError: ``disk_full`` or ``folder_not_writable``.
    """
    with told_apart(), open(path, "wb", opener=_for_the_user_alone):
        pass


def replace(source: Path, target: Path) -> None:
    """Move a file over another, and force the folder's entry to disk where the system can."""
    source.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _for_the_user_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
