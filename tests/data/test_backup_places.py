"""Keep what others put into a folder of backups, and count nothing that is not whole."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.data.backup import (
    REGULAR,
    _check,
    _slip_text,
    back_up,
    backups,
    copy_to,
    slip_of,
    thin,
)
from desktop_app.data.files import RecordFiles
from desktop_app.domain.errors import StorageError
from desktop_app.paths import Paths
from tests.conftest import PASSPHRASE, RESOURCES, cheap_services
from tests.data.reading import key_of

if TYPE_CHECKING:
    from desktop_app.services import Services
    from desktop_app.services.clock import FixedClock

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=10)


def files_of(paths: Paths) -> RecordFiles:
    return RecordFiles(paths.record, paths.keys, paths.lock, paths.backups, paths.attempts)


@pytest.fixture
def files(services: Services, paths: Paths) -> RecordFiles:
    """Give the files of a record that is open."""
    assert services.clinic.state() == "open"
    return files_of(paths)


@pytest.fixture
def theirs(tmp_path: Path, clock: FixedClock) -> Paths:
    """Give the files of another clinic."""
    paths = Paths(RESOURCES, tmp_path / "other clinic")
    services = cheap_services(paths, clock)
    services.clinic.create(PASSPHRASE)
    services.clinic.lock()
    return paths


def made(files: RecordFiles, paths: Paths, hours: int, why: str = REGULAR) -> Path:
    return back_up(files, key_of(paths), NOW + timedelta(hours=hours), why)


def moved(path: Path, stem: str) -> Path:
    for suffix in (".db", ".keys", ".slip"):
        shutil.copy(path.with_suffix(suffix), path.with_name(stem + suffix))
    return path.with_name(stem + ".db")


def test_copies_by_hand_or_by_a_sync_program_are_never_removed_nor_stand_for_others(
    files: RecordFiles, paths: Paths
) -> None:
    own = [made(files, paths, hours) for hours in range(5)]
    copies = [moved(own[0], f"{own[0].stem} (1)"), moved(own[1], "before the holiday")]

    thin(files.backups, LATER, key_of(paths))

    left = {backup.path for backup in backups(files.backups)}
    assert left == {*own[2:], *copies}


def test_a_copy_that_is_cut_off_counts_for_nothing(files: RecordFiles, paths: Paths) -> None:
    own = [made(files, paths, hours) for hours in range(5)]
    for spoilt in own[2:]:
        spoilt.write_bytes(b"")  # as a sync program leaves what it keeps elsewhere

    assert thin(files.backups, LATER, key_of(paths)) == 0

    assert [backup.path for backup in backups(files.backups)] == [own[1], own[0]]


def test_two_clinics_that_share_a_second_place_thin_their_own(
    files: RecordFiles, paths: Paths, theirs: Paths, tmp_path: Path
) -> None:
    shared = tmp_path / "disk"
    for hours in range(5):
        made(files, paths, hours)
        made(files_of(theirs), theirs, hours)
    for folder in (paths.backups, theirs.backups):
        for backup in reversed(backups(folder)):
            copy_to(shared, backup)

    assert len(backups(shared)) == 10  # of one second and one name, and none over the other
    assert thin(shared, LATER, key_of(paths)) == 2

    assert sum(each.slip.is_of(key_of(theirs)) for each in backups(shared)) == 5


def test_a_backup_that_is_copied_twice_stands_there_once(
    files: RecordFiles, paths: Paths, tmp_path: Path
) -> None:
    made(files, paths, 0)
    (backup,) = backups(files.backups)

    assert copy_to(tmp_path / "disk", backup) == copy_to(tmp_path / "disk", backup)


def test_no_folder_is_made_in_the_place_of_a_disk_that_is_missing(
    files: RecordFiles, paths: Paths, tmp_path: Path
) -> None:
    made(files, paths, 0)
    (backup,) = backups(files.backups)

    with pytest.raises(StorageError, match="folder_not_writable"):
        copy_to(tmp_path / "disk that is missing" / "backups", backup)


def test_a_disk_that_goes_away_while_it_is_written_is_told(
    files: RecordFiles, paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(files, paths, 0)
    (backup,) = backups(files.backups)
    disk = tmp_path / "disk"
    real = shutil.copyfileobj

    def gone(source: object, target: object, length: int = 0) -> None:
        real(source, target, length)  # type: ignore[type-var]
        shutil.rmtree(disk)
        disk.write_bytes(b"")

    monkeypatch.setattr(shutil, "copyfileobj", gone)

    with pytest.raises(StorageError, match="folder_not_writable"):
        copy_to(disk, backup)


def test_keys_that_are_spoilt_make_no_backup(files: RecordFiles, paths: Paths) -> None:
    key = key_of(paths)
    paths.keys.write_bytes(paths.keys.read_bytes()[:-9])

    with pytest.raises(StorageError, match="keys_damaged"):
        back_up(files, key, NOW, REGULAR)

    assert list(files.backups.iterdir()) == []


def test_a_slip_that_was_left_alone_is_not_taken_for_that_of_a_new_backup(
    files: RecordFiles, paths: Paths
) -> None:
    first = made(files, paths, 0)
    first.unlink()

    assert made(files, paths, 0) != first


def test_a_forged_slip_costs_no_backup_and_stops_none(files: RecordFiles, paths: Paths) -> None:
    own = [made(files, paths, hours) for hours in range(5)]
    slip = own[2].with_suffix(".slip")
    said = slip_of(slip)
    assert said is not None
    slip.write_text(_slip_text(replace(said, made_at=NOW + timedelta(hours=9))))

    thin(files.backups, LATER, key_of(paths))

    assert [path.exists() for path in own] == [False, True, True, True, True]


@pytest.mark.parametrize(
    "change", [{"made_at": "2026-11-22T02:00:00"}, {"rows": ["visit"]}, {"rows": {"visit": "x"}}]
)
def test_a_slip_of_another_shape_is_none(
    files: RecordFiles, paths: Paths, change: dict[str, object]
) -> None:
    slip = made(files, paths, 0).with_suffix(".slip")
    body = json.loads(slip.read_bytes()) | change
    del body["check"]
    slip.write_text(json.dumps(body | {"check": _check(body)}))

    assert backups(files.backups) == ()


def test_what_the_disk_does_not_let_go_is_left(
    files: RecordFiles, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    for hours in range(5):
        made(files, paths, hours)

    def kept(_path: Path, missing_ok: bool = False) -> None:
        raise PermissionError("another program has it open", missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", kept)
        assert thin(files.backups, LATER, key_of(paths)) == 0

    assert len(backups(files.backups)) == 5
