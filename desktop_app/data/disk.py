"""Write files whole, and say in the record's own codes what the disk refuses."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from desktop_app.domain.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PIECE = 1024 * 1024
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
            with open_alone(beside) as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            replace(beside, path)
        finally:
            beside.unlink(missing_ok=True)


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file, for the user alone, and force it to disk: a name may stand for it then.

    Raises:
        StorageError: ``disk_full`` or ``folder_not_writable``.
    """
    with told_apart(), source.open("rb") as whole, open_alone(target) as copy:
        shutil.copyfileobj(whole, copy, _PIECE)
        copy.flush()
        os.fsync(copy.fileno())


def make_empty(path: Path) -> None:
    """Make an empty file that the user alone may read; one that is there loses its content.

    Raises:
        StorageError: ``disk_full`` or ``folder_not_writable``.
    """
    with told_apart(), open_alone(path):
        pass


def open_alone(path: Path) -> IO[bytes]:
    """Open a file to write it anew; the user alone may read it."""
    return open(path, "wb", opener=_for_the_user_alone)


def replace(source: Path, target: Path) -> None:
    """Move a file over another, and force the folder's entry to disk where the system can."""
    source.replace(target)
    force_folder(target.parent)


def force_folder(folder: Path) -> None:
    """Force the names in a folder to disk where the system can."""
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _for_the_user_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
