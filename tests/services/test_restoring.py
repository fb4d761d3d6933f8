"""Bring a record back over another: whatever fails on the way, nothing is lost or half done."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.data import disk, restore
from desktop_app.data.backup import _slip_text, slip_of
from desktop_app.data.engine import open_engine
from desktop_app.data.instance_lock import InstanceLock
from desktop_app.domain.errors import Cancelled, Refusal, StorageError
from desktop_app.domain.roles import Role
from desktop_app.paths import Paths
from tests.builders import a_draft, a_registration, one_result
from tests.conftest import PASSPHRASE, RESOURCES, cheap_services
from tests.data.reading import audit_lines, key_of, raw, rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine

    from desktop_app.services import Services
    from desktop_app.services.clock import FixedClock

NURSE = "a nurse's own words"


@pytest.fixture
def visited(services: Services) -> Services:
    """Give a record with one visit, whose user just typed the passphrase once more."""
    services.visits.record(a_draft(services.patients.register(a_registration())))
    services.clinic.confirm(PASSPHRASE)
    return services


@pytest.fixture
def backup(visited: Services) -> Path:
    """Give a backup of that record, which got another visit since."""
    path = visited.safety.back_up().row.path
    visited.visits.record(one_result(1, "1.3", "2026-05-20"))
    return path


def refused(work: Callable[[], object]) -> str:
    with pytest.raises((Refusal, StorageError)) as problem:
        work()
    return problem.value.code


def visits(paths: Paths) -> int:
    return int(rows(paths, "SELECT count(*) FROM visit")[0][0])


def restored(paths: Paths) -> bool:
    return "record_restored" in {action for action, *_ in audit_lines(paths)}


@pytest.mark.parametrize("step", range(3))
def test_a_restore_that_dies_at_any_step_is_begun_or_finished_and_the_log_knows_which(
    visited: Services, backup: Path, paths: Paths, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, done = disk.replace, 0

    def dying(source: Path, target: Path) -> None:
        nonlocal done
        done += 1
        if done > step:
            raise OSError("the plug was pulled")
        real(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(disk, "replace", dying)
        with pytest.raises(StorageError):
            visited.safety.restore(backup, PASSPHRASE)

    visited.clinic.unlock(PASSPHRASE)
    assert visits(paths) == (2 if step == 0 else 1)
    assert restored(paths) is (step > 0)
    assert visited.safety.verify().sound
    assert not (paths.data / "restoring").exists()


def test_every_byte_is_on_the_disk_before_a_name_stands_for_it(
    visited: Services, backup: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    forced: set[int] = set()
    real = os.fsync

    def forcing(number: int) -> None:
        forced.add(os.fstat(number).st_ino)
        real(number)

    monkeypatch.setattr(os, "fsync", forcing)

    visited.safety.restore(backup, PASSPHRASE)

    (aside,) = paths.backups.glob("before-restore-*")
    kept = [paths.record, paths.keys, *aside.iterdir()]
    if os.name == "posix":
        kept += [aside, paths.backups, paths.data]
    assert {path.stat().st_ino for path in kept} <= forced


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")
def test_what_a_restore_keeps_beside_is_for_the_user_alone(
    visited: Services, backup: Path, paths: Paths
) -> None:
    visited.safety.restore(backup, PASSPHRASE)

    (aside,) = paths.backups.glob("before-restore-*")
    assert {path.stat().st_mode & 0o077 for path in aside.iterdir()} == {0}


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux of which file a number is")
def test_a_disk_that_is_full_at_the_last_copy_leaves_the_record_as_it_was(
    visited: Services, backup: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def full(number: int) -> None:
        if "before-restore" in str(Path(f"/proc/self/fd/{number}").readlink()):
            raise OSError(errno.ENOSPC, "no room")
        real(number)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        assert refused(lambda: visited.safety.restore(backup, PASSPHRASE)) == "disk_full"

    assert list(paths.backups.glob("before-restore-*")) == []
    visited.clinic.unlock(PASSPHRASE)
    assert (visits(paths), restored(paths)) == (2, False)


def test_rows_that_are_still_in_a_journal_keep_a_trial_from_the_place(
    visited: Services, backup: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[Connection] = []

    def open_twice(record: Path, key: bytes) -> Engine:
        engine = open_engine(record, key)
        left.append(engine.connect())
        left[-1].exec_driver_sql(
            "SELECT count(*) FROM audit"
        ).all()  # a reader: nothing is put back
        return engine

    with monkeypatch.context() as patched:
        patched.setattr(restore, "open_engine", open_twice)
        assert refused(lambda: visited.safety.restore(backup, PASSPHRASE)) == "disk_full"
    for connection in left:
        connection.close()

    visited.clinic.unlock(PASSPHRASE)
    assert (visits(paths), restored(paths)) == (2, False)


def test_an_interrupted_restore_is_finished_before_another_begins(
    visited: Services, backup: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = disk.replace

    def dying(source: Path, target: Path) -> None:
        if target == paths.record:
            raise OSError("the plug was pulled")  # the keys are in place, the record is not
        real(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(disk, "replace", dying)
        refused(lambda: visited.safety.restore(backup, PASSPHRASE))

    assert refused(lambda: visited.safety.restore(backup, "wrong words")) == "wrong_passphrase"
    visited.clinic.unlock(PASSPHRASE)
    assert visits(paths) == 1


def test_no_new_record_is_made_where_a_restore_waits(
    backup: Path, tmp_path: Path, clock: FixedClock
) -> None:
    other = Paths(RESOURCES, tmp_path / "new computer")
    waiting = other.data / "restoring"
    shutil.copytree(backup.parent, tmp_path / "stick")
    waiting.mkdir(parents=True)
    for suffix in (".db", ".keys"):
        shutil.copy(backup.with_suffix(suffix), waiting / f"clinic{suffix}")
    (waiting / "ready").touch()
    made = cheap_services(other, clock)

    assert made.clinic.state() == "locked"
    assert refused(lambda: made.clinic.create("words of a new clinic")) == "record_exists"
    made.clinic.unlock(PASSPHRASE)
    assert len(made.patients.search()) == 1
    made.clinic.lock()


def test_nothing_is_restored_while_another_program_has_the_record(
    visited: Services, backup: Path, paths: Paths
) -> None:
    visited.clinic.lock()
    other = InstanceLock(paths.lock)

    assert refused(lambda: visited.safety.restore(backup, PASSPHRASE)) == "record_in_use"

    other.release()
    assert not (paths.data / "restoring").exists()
    visited.clinic.unlock(PASSPHRASE)
    assert visits(paths) == 2


def test_nothing_is_restored_to_a_network_folder(
    visited: Services, backup: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.data import place

    monkeypatch.setattr(place, "is_remote", lambda _folder: True)

    assert refused(lambda: visited.safety.restore(backup, PASSPHRASE)) == "network_folder"
    assert visits(paths) == 2


def test_over_a_closed_record_that_is_whole_only_who_may_restore_puts_a_backup(
    visited: Services, paths: Paths, tmp_path: Path, clock: FixedClock
) -> None:
    visited.users.add("lin", "Lin", [Role.NURSE], NURSE)
    backup = visited.safety.back_up().row.path
    visited.clinic.lock()

    assert refused(lambda: visited.safety.restore(backup, NURSE, "lin")) == "not_allowed"

    assert not (paths.data / "restoring").exists()
    elsewhere = cheap_services(Paths(RESOURCES, tmp_path / "empty"), clock)
    elsewhere.safety.restore(backup, NURSE, "lin")  # nothing stood there
    elsewhere.clinic.lock()
    content = bytearray(paths.record.read_bytes())
    content[5000:5100] = bytes(100)
    paths.record.write_bytes(content)
    visited.safety.restore(backup, NURSE, "lin")  # what stands there does not open any more


def test_who_left_opens_no_backup_that_knows_it(visited: Services, paths: Paths) -> None:
    visited.users.add("lin", "Lin", [Role.NURSE], NURSE)
    older = paths.keys.read_bytes()
    visited.users.retire("lin")
    backup = visited.safety.back_up().row.path
    backup.with_suffix(".keys").write_bytes(older)

    code = refused(lambda: visited.safety.try_out(backup, NURSE, "lin"))

    assert code == "wrong_passphrase"


def test_a_record_that_a_crash_left_is_brought_back_with_its_journal(
    visited: Services, backup: Path, paths: Paths, tmp_path: Path
) -> None:
    assert backup.exists()
    left = tmp_path / "as the crash left it"
    left.mkdir()
    for name in ("clinic.db", "clinic.db-wal", "clinic.keys"):
        shutil.copy(paths.data / name, left)

    report = visited.safety.try_out(left / "clinic.db", PASSPHRASE)

    assert report.rows["visit"] == 2


def test_a_slip_that_somebody_else_wrote_is_believed_by_nobody(
    visited: Services, backup: Path
) -> None:
    slip = backup.with_suffix(".slip")
    said = slip_of(slip)
    assert said is not None
    slip.write_text(_slip_text(replace(said, rows=dict(said.rows) | {"visit": 0})))

    assert not visited.safety.try_out(backup, PASSPHRASE).fits
    assert refused(lambda: visited.safety.restore(backup, PASSPHRASE)) == "backup_not_whole"
    assert visited.safety.verify().sound


def test_a_log_that_was_changed_is_told_and_keeps_nobody_from_the_record(
    visited: Services, paths: Paths
) -> None:
    with raw(paths.record, key_of(paths)) as connection:
        connection.execute("DROP TRIGGER keep_audit_update")
        connection.execute("UPDATE audit SET actor = 'nobody' WHERE id = 2")
    backup = visited.safety.back_up().row.path

    drill = visited.safety.try_out(backup, PASSPHRASE, drill=True)
    visited.safety.restore(backup, PASSPHRASE)

    assert drill.fits
    assert [fault.number for fault in drill.faults] == [2]
    assert rows(paths, "SELECT detail FROM audit WHERE action = 'fire_drill'") == []
    assert [fault.number for fault in visited.safety.verify().faults] == [2]


def test_a_stopped_trial_leaves_neither_slip_nor_line(
    visited: Services, backup: Path, paths: Paths
) -> None:
    before = audit_lines(paths)

    with pytest.raises(Cancelled):
        visited.safety.try_out(backup, PASSPHRASE, drill=True, cancelled=lambda: True)

    assert audit_lines(paths) == before
    assert list(paths.backups.glob("fire-drill-*")) == []
    assert not (paths.data / "trial").exists()


def test_guessing_at_a_backup_is_slowed_down_and_told_as_at_the_record(
    visited: Services, backup: Path
) -> None:
    for _ in range(3):
        refused(lambda: visited.safety.try_out(backup, "wrong words"))

    assert refused(lambda: visited.safety.try_out(backup, PASSPHRASE)) == "wait_before_next_try"
    assert refused(lambda: visited.clinic.confirm(PASSPHRASE)) == "wait_before_next_try"


def test_a_backup_of_another_clinic_takes_the_place_with_its_own_keys(
    visited: Services, backup: Path, paths: Paths, tmp_path: Path, clock: FixedClock
) -> None:
    other = cheap_services(Paths(RESOURCES, tmp_path / "other"), clock)
    other.clinic.create("words of the other clinic")
    theirs = other.safety.back_up().row.path
    other.clinic.lock()

    visited.safety.restore(theirs, "words of the other clinic")

    assert visited.patients.search() == ()
    assert visited.safety.verify().sound  # the slips of the clinic before accuse nobody
    visited.safety.back_up()
    visited.clinic.confirm("words of the other clinic")
    visited.safety.restore(backup, PASSPHRASE)
    assert visits(paths) == 1
    assert len(list(paths.backups.glob("before-restore-*"))) == 2
