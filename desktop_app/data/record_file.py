"""Create, open and close the one record: key, lock, schema and transactions together."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace as changed
from datetime import datetime
from typing import TYPE_CHECKING

from desktop_app.data.backup import back_up
from desktop_app.data.disk import make_empty, make_folder, replace, told_apart
from desktop_app.data.engine import new_engine, open_engine, writing
from desktop_app.data.instance_lock import InstanceLock
from desktop_app.data.schema import build, upgrade
from desktop_app.data.unit_of_work import UnitOfWork, unit_of_work
from desktop_app.data.vault import new_key, read_keys, wrap, write_keys
from desktop_app.domain.audit import OWNER
from desktop_app.domain.errors import Refusal, StorageError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from sqlalchemy import Engine

    from desktop_app.data.files import RecordFiles
    from desktop_app.data.key_cost import KeyCost

Now = Callable[[], datetime]


class OpenRecord:
    """Hold a record that is open: nobody else can open it until ``close``."""

    def __init__(self, engine: Engine, lock: InstanceLock, now: Now) -> None:
        self._engine = engine
        self._writing = writing(engine)
        self._lock = lock
        self._now = now

    def writing(self) -> AbstractContextManager[UnitOfWork]:
        """Begin a transaction that holds the write lock from its start."""
        return unit_of_work(self._writing, self._now(), OWNER)

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """Begin a transaction that sees one state of the record and waits for nobody."""
        return unit_of_work(self._engine, self._now(), OWNER)

    def close(self) -> None:
        """Close the file and let others open it; the key is forgotten with the connections."""
        self._engine.dispose()
        self._lock.release()


def create_record(files: RecordFiles, passphrase: str, cost: KeyCost, now: Now) -> OpenRecord:
    """Make a new, empty record where there is no trace of one, and open it.

    It is made whole in a folder beside its place, so that an interrupted start leaves none.

    Raises:
        Refusal: ``record_exists``.
        StorageError: ``record_in_use``, ``disk_full`` or ``folder_not_writable``.
    """
    make_folder(files.record.parent)
    lock = InstanceLock(files.lock)
    try:
        if not files.absent:
            raise Refusal("record_exists")
        key = new_key()
        _make(files, key, passphrase, cost)
        return OpenRecord(open_engine(files.record, key), lock, now)
    except BaseException:
        lock.release()
        raise


def open_record(files: RecordFiles, passphrase: str, now: Now) -> OpenRecord:
    """Open the record that is there, after a backup and an upgrade where its schema is older.

    Raises:
        StorageError: ``record_missing``, ``keys_missing``, ``keys_damaged``,
            ``wrong_passphrase``, ``record_damaged``, ``record_newer``, ``record_in_use``,
            ``record_busy``, ``disk_full`` or ``folder_not_writable``.
    """
    if files.absent:
        raise StorageError("record_missing")
    lock = InstanceLock(files.lock)
    try:
        _finish_making(files)
        if not files.record.exists():
            raise StorageError("record_missing")
        key = read_keys(files.keys).unwrap(passphrase)
        engine = open_engine(files.record, key)
        try:
            upgrade(engine, lambda: back_up(files, key, now(), "before-upgrade"))
        except BaseException:
            engine.dispose()
            raise
        return OpenRecord(engine, lock, now)
    except BaseException:
        lock.release()
        raise


def _unfinished(files: RecordFiles) -> RecordFiles:
    beside = files.record.parent / "unfinished"
    return changed(files, record=beside / files.record.name, keys=beside / files.keys.name)


def _finish_making(files: RecordFiles) -> None:
    """Put the record beside its key where the very last step of making it was interrupted."""
    made = _unfinished(files)
    if files.keys.exists() and not files.record.exists() and made.record.exists():
        with told_apart():
            replace(made.record, files.record)


def _make(files: RecordFiles, key: bytes, passphrase: str, cost: KeyCost) -> None:
    made = _unfinished(files)
    beside = made.record.parent
    with told_apart():
        shutil.rmtree(beside, ignore_errors=True)
        make_folder(beside)
        make_empty(made.record)  # the database gives its side files the mode of the file
        engine = new_engine(made.record, key)
        try:
            build(engine)
        finally:
            engine.dispose()
        write_keys(made.keys, wrap(key, passphrase, cost))
        # The key goes first: a record without its key could never be opened again.
        replace(made.keys, files.keys)
        replace(made.record, files.record)
        shutil.rmtree(beside, ignore_errors=True)
