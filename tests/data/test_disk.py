"""Write files whole, tell what the disk refuses, keep a second program off."""

from __future__ import annotations

import errno
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from desktop_app.data.columns import instant_text
from desktop_app.data.disk import make_folder, told_apart, write_whole
from desktop_app.data.instance_lock import InstanceLock
from desktop_app.domain.errors import StorageError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EACCES, "folder_not_writable"),
        (errno.EROFS, "folder_not_writable"),
    ],
)
def test_what_the_disk_refuses_is_told_apart(number: int, code: str) -> None:
    with pytest.raises(StorageError, match=code), told_apart():
        raise OSError(number, "refused")


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"old")
    (tmp_path / "file.part").mkdir()

    with pytest.raises(StorageError, match="folder_not_writable"):
        write_whole(target, b"new")

    assert target.read_bytes() == b"old"


def test_a_folder_that_exists_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("x")

    make_folder(tmp_path)
    make_folder(tmp_path / "a" / "b")

    assert (tmp_path / "kept").exists()
    assert (tmp_path / "a" / "b").stat().st_mode & 0o077 == 0


def test_a_lock_is_held_by_one_and_free_after_release(tmp_path: Path) -> None:
    first = InstanceLock(tmp_path / "lock")
    with pytest.raises(StorageError, match="record_in_use"):
        InstanceLock(tmp_path / "lock")

    first.release()
    first.release()

    InstanceLock(tmp_path / "lock").release()


def test_an_instant_without_its_time_zone_is_not_written() -> None:
    with pytest.raises(ValueError, match="time zone"):
        instant_text(datetime(2026, 11, 22))  # noqa: DTZ001 - that is what is refused
