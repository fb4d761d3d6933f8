"""Bring a backup back: whole into a folder of its own first, then at once into its place.

Nothing that stands in the record's place is lost by it: it is copied to the backups before.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.data import disk
from desktop_app.data.backup import Slip, faults_of, sha256_of, slip_of
from desktop_app.data.disk import copy_whole, make_folder, told_apart, write_whole
from desktop_app.data.engine import open_engine, verify, writing
from desktop_app.data.files import READY
from desktop_app.data.schema import upgrade
from desktop_app.data.unit_of_work import unit_of_work
from desktop_app.data.vault import read_keys
from desktop_app.domain.audit import Action, AuditFault
from desktop_app.domain.errors import StorageError
from desktop_app.domain.roles import User

if TYPE_CHECKING:
    from desktop_app.data.files import RecordFiles

_BESIDE = ("-wal", "-shm", "-journal")
_STAMP = "%Y%m%dT%H%M%S"


@dataclass(frozen=True, slots=True)
class Trial:
    """Hold a backup that was copied, opened and read whole, beside what its slip promised.

    ``fits`` tells that every row was there that its slip promised, and that the slip is genuine.
    """

    record: Path
    key: bytes
    user: User
    made_at: datetime | None
    rows: Mapping[str, int]
    fits: bool
    faults: tuple[AuditFault, ...]


@contextmanager
def tried(
    path: Path,
    passphrase: str,
    login: str,
    folder: Path,
    now: datetime,
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Trial]:
    """Copy a backup into an empty folder, open it there as its user would, and read every row.

    The folder is gone afterwards, unless it was to take the record's place.

    Raises:
        StorageError: ``record_missing``, ``keys_missing``, ``keys_damaged``, ``wrong_passphrase``,
            ``record_damaged``, ``record_newer``, or what the disk refuses.
        Cancelled: ``cancelled`` said so.
    """
    copy, slip = folder / "clinic.db", slip_of(path.with_suffix(".slip"))
    shutil.rmtree(folder, ignore_errors=True)
    make_folder(folder)
    try:
        _copied(path, copy, slip)
        ring = read_keys(copy.with_suffix(".keys"))
        key = ring.unwrap(passphrase, login)
        rows = verify(copy, key, cancelled=cancelled)
        user = _opened(copy, key, login or ring.users[0], now)
        fits = slip is None or (slip.is_of(key) and slip.rows == rows)
        faults = faults_of(copy, key, () if slip is None else (slip.head,))
        yield Trial(copy, key, user, slip.made_at if slip else None, rows, fits, faults)
    finally:
        if not (folder / READY).exists():
            shutil.rmtree(folder, ignore_errors=True)


def take_place(files: RecordFiles, trial: Trial, now: datetime, said: str) -> None:
    """Put a trial in the record's place, also if the program dies on the way; only under its lock.

    The log of what takes the place says so already, and what stood there is copied before.

    Raises:
        StorageError: the disk refuses.
    """
    engine = open_engine(trial.record, trial.key)
    try:
        with unit_of_work(writing(engine), now, trial.user.login) as work:
            work.audit.append(Action.RECORD_RESTORED, "record", detail=said)
    finally:
        engine.dispose()
    if any(side.exists() for side in _side_files(trial.record)):
        raise StorageError("disk_full")  # the last rows are in the journal still, and it stays here
    put_aside(files, now)
    write_whole(files.ready, b"")
    finish(files)


def put_aside(files: RecordFiles, now: datetime) -> Path | None:
    """Copy whatever stands in the record's place as it is, readable or not; None where nothing is.

    Raises:
        StorageError: the disk refuses; nothing was changed then.
    """
    if files.absent:
        return None
    folder = _free(files.backups / f"before-restore-{now.strftime(_STAMP)}")
    make_folder(folder)
    try:
        for source in (files.keys, files.record, *_side_files(files.record)):
            if source.exists():
                copy_whole(source, folder / source.name)
        with told_apart():
            for made in (folder, folder.parent):
                disk.force_folder(made)
    except StorageError:
        shutil.rmtree(folder, ignore_errors=True)  # half a copy would be taken for one
        raise
    return folder


def finish(files: RecordFiles) -> bool:
    """Put a trial that was made ready in the record's place; tell whether there was one.

    It may be begun again at any point: it ends with the trial in place, or has not begun.
    """
    if not files.ready.exists():
        return False
    with told_apart():
        # A log of the old record beside the new one would be taken for the new one's.
        for side in (*_side_files(files.record), files.head):
            side.unlink(missing_ok=True)
        for target in (files.keys, files.record):
            source = files.restoring / target.name
            if source.exists():
                disk.replace(source, target)
        shutil.rmtree(files.restoring)
    return True


def _copied(path: Path, copy: Path, slip: Slip | None) -> None:
    if not path.exists():
        raise StorageError("record_missing")
    if not path.with_suffix(".keys").exists():
        raise StorageError("keys_missing")
    copy_whole(path, copy)
    copy_whole(path.with_suffix(".keys"), copy.with_suffix(".keys"))
    with told_apart():
        if slip is not None and sha256_of(copy) != slip.sha256:
            raise StorageError("record_damaged")
    journal = path.with_name(path.name + "-wal")
    if slip is None and journal.exists():
        # A record as a crash left it: what was committed last stands in its journal alone.
        copy_whole(journal, copy.with_name(copy.name + "-wal"))


def _opened(record: Path, key: bytes, login: str, now: datetime) -> User:
    """Bring the copy to the schema of this program, and give who opens it.

    Raises:
        StorageError: ``wrong_passphrase`` for who was not a user of it any more.
    """
    engine = open_engine(record, key)
    try:
        upgrade(engine, lambda: None)  # the backup itself stays as it is
        with unit_of_work(engine, now, login) as work:
            user = work.users.one(login)
    finally:
        engine.dispose()
    if user is None or not user.active:
        raise StorageError("wrong_passphrase")
    return user


def _free(folder: Path) -> Path:
    count, found = 1, folder
    while found.exists():
        count += 1
        found = folder.with_name(f"{folder.name}-{count}")
    return found


def _side_files(record: Path) -> tuple[Path, ...]:
    return tuple(record.with_name(record.name + suffix) for suffix in _BESIDE)
