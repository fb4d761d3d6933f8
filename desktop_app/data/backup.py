"""Copy the record, encrypted and with its wrapped key, and trust no copy that was not read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.data.disk import make_empty, make_folder, replace, told_apart, write_whole
from desktop_app.data.engine import copy_online, verify
from desktop_app.domain.errors import StorageError

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from desktop_app.data.files import RecordFiles

_STAMP = "%Y%m%dT%H%M%S"


def back_up(files: RecordFiles, key: bytes, now: datetime, why: str) -> Path:
    """Copy a record that may be in use; the copy appears only after every row of it was read.

    Raises:
        StorageError: the disk refuses, or ``record_damaged`` where the copy is not whole.
    """
    make_folder(files.backups)
    target = _free(files.backups, f"clinic-{now.strftime(_STAMP)}-{why}")
    beside = target.with_name(target.name + ".part")
    make_empty(beside)
    try:
        counted = copy_online(files.record, beside, key)
        if verify(beside, key) != counted:
            raise StorageError("record_damaged")
        with told_apart():
            write_whole(target.with_suffix(".keys"), files.keys.read_bytes())
            replace(beside, target)
    finally:
        beside.unlink(missing_ok=True)
    return target


def _free(folder: Path, stem: str) -> Path:
    count = 1
    target = folder / f"{stem}.db"
    while target.exists():
        count += 1
        target = folder / f"{stem}-{count}.db"
    return target
