"""Copy records that are in use, and keep no copy that does not hold."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.data.backup import REGULAR, back_up, backups, clear_unfinished, copy_to, thin
from desktop_app.data.engine import copy_online, open_engine, verify
from desktop_app.data.files import RecordFiles
from desktop_app.domain.errors import Cancelled, StorageError
from tests.builders import SENTINEL, a_draft, a_registration
from tests.data.reading import key_of, raw

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.paths import Paths
    from desktop_app.services import Services

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


@pytest.fixture
def files(services: Services, paths: Paths) -> RecordFiles:
    """Give the files of a record that is open and holds a visit."""
    services.visits.record(a_draft(services.patients.register(a_registration())))
    return RecordFiles(paths.record, paths.keys, paths.lock, paths.backups, paths.attempts)


def names(files: RecordFiles) -> list[str]:
    return sorted(path.name for path in files.backups.iterdir())


def test_a_copy_holds_every_row_and_is_as_encrypted(files: RecordFiles, paths: Paths) -> None:
    key = key_of(paths)

    target = back_up(files, key, NOW, "test")

    assert verify(target, key) == verify(paths.record, key)
    assert verify(target, key)["result"] == 8
    assert target.with_suffix(".keys").read_bytes() == paths.keys.read_bytes()
    assert SENTINEL.encode() not in target.read_bytes()


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")
def test_a_copy_is_for_the_user_alone(files: RecordFiles, paths: Paths) -> None:
    back_up(files, key_of(paths), NOW, "test")

    assert [path.stat().st_mode & 0o077 for path in files.backups.iterdir()] == [0, 0, 0]


def test_two_copies_of_one_second_stand_beside_each_other(files: RecordFiles, paths: Paths) -> None:
    for _ in range(2):
        back_up(files, key_of(paths), NOW, "test")

    assert names(files) == [
        "clinic-20261122T020000-test-2.db",
        "clinic-20261122T020000-test-2.keys",
        "clinic-20261122T020000-test-2.slip",
        "clinic-20261122T020000-test.db",
        "clinic-20261122T020000-test.keys",
        "clinic-20261122T020000-test.slip",
    ]


def test_a_damaged_record_gives_no_copy_at_all(
    services: Services, files: RecordFiles, paths: Paths
) -> None:
    key = key_of(paths)
    services.clinic.lock()
    content = bytearray(paths.record.read_bytes())
    content[len(content) // 2] ^= 1
    paths.record.write_bytes(content)

    with pytest.raises(StorageError, match="record_damaged"):
        back_up(files, key, NOW, "test")

    assert names(files) == []


def test_a_copy_without_its_key_is_no_copy(files: RecordFiles, paths: Paths) -> None:
    with pytest.raises(StorageError, match="keys_missing"):
        back_up(replace(files, keys=paths.data / "gone"), key_of(paths), NOW, "test")

    assert [name for name in names(files) if name.endswith((".db", ".part"))] == []


def test_a_place_that_cannot_be_written_is_told(files: RecordFiles, paths: Paths) -> None:
    with pytest.raises(StorageError, match="folder_not_writable"):
        copy_online(files.record, paths.data / "no such folder" / "copy.db", key_of(paths))


def test_a_row_that_belongs_to_nobody_is_damage(files: RecordFiles, paths: Paths) -> None:
    with raw(files.record, key_of(paths)) as connection:
        connection.execute("INSERT INTO draft (patient_id, kept_at, content) VALUES (9, '', '')")

    with pytest.raises(StorageError, match="record_damaged"):
        back_up(files, key_of(paths), NOW, "test")

    assert names(files) == []


def test_a_record_that_is_not_there_is_not_made_by_opening_it(paths: Paths) -> None:
    with pytest.raises(StorageError, match="record_missing"):
        open_engine(paths.record, b"k" * 32)

    assert not paths.record.exists()


def test_a_wrong_key_reads_nothing(files: RecordFiles) -> None:
    with pytest.raises(StorageError, match="record_damaged"):
        verify(files.record, b"w" * 32)


def test_a_page_that_stands_anew_in_the_journal_is_no_damage(
    files: RecordFiles, paths: Paths
) -> None:
    journal = files.record.with_name("clinic.db-wal").read_bytes()
    first = int.from_bytes(journal[32:36])  # the number of the page that it begins with
    with files.record.open("r+b") as file:  # as where the disk filled up while it was put back
        file.seek((first - 1) * 4096 + 1000)
        file.write(bytes(500))
    with raw(files.record, key_of(paths)) as connection:
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall() != []

    counted = verify(files.record, key_of(paths))

    assert counted["visit"] == 1


def test_the_slip_says_what_the_copy_holds(files: RecordFiles, paths: Paths) -> None:
    key = key_of(paths)

    path = back_up(files, key, NOW, "test")

    (backup,) = backups(files.backups)
    assert (backup.path, backup.slip.made_at, backup.slip.why) == (path, NOW, "test")
    assert backup.slip.rows == verify(path, key)
    assert backup.slip.head.count == backup.slip.rows["audit"] > 0


def test_what_was_not_finished_is_no_backup(files: RecordFiles, paths: Paths) -> None:
    path = back_up(files, key_of(paths), NOW, "test")
    slip = path.with_suffix(".slip")
    whole = slip.read_bytes()

    for spoilt in (b"", b"{}", b"[]", whole[:-5], whole.replace(b"test", b"best")):
        slip.write_bytes(spoilt)
        assert backups(files.backups) == ()
    slip.write_bytes(whole)
    assert len(backups(files.backups)) == 1
    path.with_suffix(".keys").unlink()
    assert backups(files.backups) == ()
    assert backups(paths.data / "no such folder") == ()


def test_a_cancelled_backup_leaves_nothing(files: RecordFiles, paths: Paths) -> None:
    with pytest.raises(Cancelled):
        back_up(files, key_of(paths), NOW, "test", cancelled=lambda: True)

    assert names(files) == []


def test_what_a_killed_backup_left_is_cleared_and_what_is_whole_stays(
    files: RecordFiles, paths: Paths
) -> None:
    path = back_up(files, key_of(paths), NOW, "test")
    (files.backups / "clinic-20260101T000000-regular.db.part").write_bytes(b"half")
    (files.backups / "clinic-20260101T000000-regular.db.part-journal").write_bytes(b"half")

    clear_unfinished(files.backups)
    clear_unfinished(files.backups / "nowhere")

    assert {each.stem for each in files.backups.iterdir()} == {path.stem}


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit")
def test_a_disk_that_refuses_in_the_middle_of_a_copy_is_told(
    files: RecordFiles, paths: Paths
) -> None:
    import resource

    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, unlimited[1]))
    try:
        with pytest.raises(StorageError, match="folder_not_writable"):
            back_up(files, key_of(paths), NOW, "test")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)

    assert list(files.backups.iterdir()) == []


def test_a_second_place_gets_the_same_bytes_or_nothing(
    files: RecordFiles, paths: Paths, tmp_path: Path
) -> None:
    back_up(files, key_of(paths), NOW, "test")
    (backup,) = backups(files.backups)
    second = tmp_path / "usb 隨身碟"

    copy = copy_to(second, backup)

    assert copy.read_bytes() == backup.path.read_bytes()
    assert [each.slip for each in backups(second)] == [backup.slip]
    damaged = bytearray(backup.path.read_bytes())
    damaged[-1] ^= 1
    backup.path.write_bytes(damaged)
    with pytest.raises(StorageError, match="record_damaged"):
        copy_to(tmp_path / "another", backup)
    assert list((tmp_path / "another").iterdir()) == []


def test_thinning_removes_all_three_files_of_what_others_stand_for(
    files: RecordFiles, paths: Paths
) -> None:
    key = key_of(paths)
    for hours in range(5):
        back_up(files, key, NOW + timedelta(hours=hours), REGULAR)

    removed = thin(files.backups, NOW + timedelta(days=10), key)

    assert removed == 2
    assert [backup.slip.made_at.hour for backup in backups(files.backups)] == [6, 5, 4]
    assert len(names(files)) == 9
