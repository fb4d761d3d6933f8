"""Open laboratory files: the only place that does, so that what reads them is pure."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

ENDINGS = frozenset({".csv", ".tsv", ".txt", ".xls", ".xlsx", ".xlsb", ".ods"})


def opened(path: Path) -> BinaryIO:
    """Open a file for reading.

    Raises:
        OSError: it cannot be opened.
    """
    return path.open("rb")


def files_in(folder: Path) -> tuple[tuple[Path, str], ...]:
    """Give the laboratory files of a folder with the SHA-256 of their bytes, by name.

    Files that cannot be read now, because something still writes them, come another time.
    """
    found: list[tuple[Path, str]] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        # A name that begins with a dot or "~$" is a lock or a half of a file.
        if path.suffix.lower() not in ENDINGS or path.name.startswith((".", "~")):
            continue
        try:
            stat = path.stat()
            found.append((path, _digest(path, stat.st_size, stat.st_mtime_ns)))
        except OSError:
            continue
    return tuple(found)


@lru_cache(maxsize=1024)
def _digest(path: Path, _size: int, _changed: int) -> str:
    """Read a file once for as long as neither its length nor its time of change is another."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
