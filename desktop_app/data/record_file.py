"""Create, open and close the one record: key, lock, schema and transactions together."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace as changed
from datetime import datetime
from typing import TYPE_CHECKING

from desktop_app.data.audit_head import read_head, write_head
from desktop_app.data.backup import back_up, clear_unfinished
from desktop_app.data.disk import make_empty, make_folder, replace, told_apart
from desktop_app.data.engine import new_engine, open_engine, writing
from desktop_app.data.instance_lock import InstanceLock
from desktop_app.data.place import refuse_network
from desktop_app.data.restore import finish
from desktop_app.data.schema import build, upgrade
from desktop_app.data.unit_of_work import UnitOfWork, unit_of_work
from desktop_app.data.vault import new_key, read_keys, wrap, write_keys
from desktop_app.domain.audit import OWNER
from desktop_app.domain.errors import Refusal, StorageError
from desktop_app.domain.roles import FIRST_USER, Right, User

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from sqlalchemy import Engine

    from desktop_app.data.files import RecordFiles
    from desktop_app.data.key_cost import KeyCost

Now = Callable[[], datetime]
Users = tuple[User, ...]


class OpenRecord:
    """Hold a record that is open: nobody else can open it until ``close``."""

    def __init__(
        self,
        files: RecordFiles,
        engine: Engine,
        lock: InstanceLock,
        now: Now,
        key: bytes,
        user: User,
        *,
        lost: bool = False,
    ) -> None:
        self.lost = lost  # newest entries that were committed once are not there any more
        self._head = files.head
        self.key = key  # wraps anew for another passphrase, and opens copies
        self.user = user
        self._engine = engine
        self._writing = writing(engine)
        self._lock = lock
        self._now = now

    @contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        """Begin a transaction that holds the write lock from its start."""
        with unit_of_work(self._writing, self._now(), self.user.login) as work:
            yield work
        if work.audit.written is not None:
            write_head(self._head, work.audit.written, self.key)

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """Begin a transaction that sees one state of the record and waits for nobody."""
        return unit_of_work(self._engine, self._now(), self.user.login)

    def close(self) -> None:
        """Close the file and let others open it; the key is forgotten with the connections."""
        self._engine.dispose()
        self._lock.release()


def create_record(files: RecordFiles, passphrase: str, cost: KeyCost, now: Now) -> OpenRecord:
    """Make a new, empty record where there is no trace of one, and open it.

    It is made whole in a folder beside its place, so that an interrupted start leaves none.

    Raises:
        Refusal: ``record_exists``.
        StorageError: ``record_in_use``, ``network_folder``, ``disk_full`` or
            ``folder_not_writable``.
    """
    make_folder(files.record.parent)
    refuse_network(files.record.parent)
    lock = InstanceLock(files.lock)
    try:
        if finish(files) or not files.absent:  # a restore that was interrupted comes first
            raise Refusal("record_exists")
        key = new_key()
        _make(files, key, passphrase, cost)
        engine = open_engine(files.record, key)
        return OpenRecord(files, engine, lock, now, key, FIRST_USER)
    except BaseException:
        lock.release()
        raise


def open_record(files: RecordFiles, passphrase: str, now: Now, login: str = "") -> OpenRecord:
    """Open the record that is there, after a backup and an upgrade where its schema is older.

    Raises:
        StorageError: ``record_missing``, ``keys_missing``, ``keys_damaged``,
            ``wrong_passphrase``, ``record_damaged``, ``record_newer``, ``record_in_use``,
            ``record_busy``, ``network_folder``, ``disk_full`` or ``folder_not_writable``.
    """
    with _taken(files) as lock:
        ring = read_keys(files.keys)
        key, name = ring.unwrap(passphrase, login), login or ring.users[0]
        return _opened(files, lock, now, key, lambda users: _active(users, name))


def recover_record(
    files: RecordFiles, secret: str, passphrase: str, cost: KeyCost, now: Now
) -> OpenRecord:
    """Open the record by its recovery key, and give who is in charge of it a new passphrase.

    That is who made the record or, where they left, an administrator who did not.

    Raises:
        StorageError: ``wrong_passphrase`` for the key of another record, or as ``open_record``.
    """
    with _taken(files) as lock:
        ring = read_keys(files.keys)
        opened = _opened(files, lock, now, ring.recover(secret), _in_charge)
        try:
            slot = wrap(opened.key, passphrase, cost, opened.user.login)
            write_keys(files.keys, *ring.having(slot).slots)
        except BaseException:
            opened.close()
            raise
        return opened


@contextmanager
def _taken(files: RecordFiles) -> Iterator[InstanceLock]:
    """Take the lock of a record that is there, and finish what was interrupted before.

    The lock stays with who opened the record; it is given back where that failed.
    """
    if files.absent:
        raise StorageError("record_missing")
    refuse_network(files.record.parent)
    lock = InstanceLock(files.lock)
    try:
        finish(files)
        clear_unfinished(files.backups)
        _finish_making(files)
        if not files.record.exists():
            raise StorageError("record_missing")
        yield lock
    except BaseException:
        lock.release()
        raise


def _opened(
    files: RecordFiles, lock: InstanceLock, now: Now, key: bytes, whose: Callable[[Users], Users]
) -> OpenRecord:
    """Open the file, tell who opens it, and whether entries were lost since it was last written.

    Raises:
        StorageError: ``wrong_passphrase`` where ``whose`` names nobody who may.
    """
    engine = open_engine(files.record, key)
    try:
        upgrade(engine, lambda: back_up(files, key, now(), "before-upgrade"))
        with unit_of_work(engine, now(), OWNER) as work:
            found, head = whose(work.users.all()), read_head(files.head, key)
            lost = head is not None and not work.audit.knows(head)
        if not found:
            raise StorageError("wrong_passphrase")
    except BaseException:
        engine.dispose()
        raise
    return OpenRecord(files, engine, lock, now, key, found[0], lost=lost)


def _active(users: Users, login: str) -> Users:
    return tuple(user for user in users if user.login == login and user.active)


def _in_charge(users: Users) -> Users:
    able = (user for user in users if Right.USERS in user.rights)
    return tuple(sorted(able, key=lambda user: user.login != OWNER))


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
