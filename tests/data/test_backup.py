"""Copy records that are in use, and keep no copy that does not hold."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from desktop_app.data.backup import back_up
from desktop_app.data.engine import copy_online, open_engine, verify
from desktop_app.data.files import RecordFiles
from desktop_app.domain.errors import StorageError
from tests.builders import SENTINEL, a_draft, a_registration
from tests.data.reading import key_of, raw

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


@pytest.fixture
def files(services: Services, paths: Paths) -> RecordFiles:
    """Give the files of a record that is open and holds a visit."""
    services.visits.record(a_draft(services.patients.register(a_registration())))
    return RecordFiles(paths.record, paths.keys, paths.lock, paths.backups)


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

    assert [path.stat().st_mode & 0o077 for path in files.backups.iterdir()] == [0, 0]


def test_two_copies_of_one_second_stand_beside_each_other(files: RecordFiles, paths: Paths) -> None:
    for _ in range(2):
        back_up(files, key_of(paths), NOW, "test")

    assert names(files) == [
        "clinic-20261122T020000-test-2.db",
        "clinic-20261122T020000-test-2.keys",
        "clinic-20261122T020000-test.db",
        "clinic-20261122T020000-test.keys",
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
    with pytest.raises(StorageError, match="folder_not_writable"):
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
