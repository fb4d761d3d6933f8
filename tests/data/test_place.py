"""Refuse a record on another computer's disk."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop_app.data import place
from desktop_app.data.place import file_system_of, refuse_network
from desktop_app.domain.errors import StorageError
from desktop_app.paths import Paths
from desktop_app.services import Services
from tests.conftest import PASSPHRASE

MOUNTS = """proc /proc proc rw 0 0
/dev/sda1 / ext4 rw 0 0
/dev/sdb1 /home xfs rw 0 0
//server/clinic /home/clinic cifs rw 0 0
server:/vol /mnt/with\\040space nfs4 rw 0 0
odd line
"""


@pytest.mark.parametrize(
    ("folder", "system"),
    [
        ("/data", "ext4"),
        ("/home/lin", "xfs"),
        ("/home/clinic", "cifs"),
        ("/home/clinic/record", "cifs"),
        ("/home/clinics", "xfs"),
        ("/mnt/with space/record", "nfs4"),
        ("/mnt/with", "ext4"),
    ],
)
def test_the_nearest_mount_says_what_a_folder_lies_on(folder: str, system: str) -> None:
    assert file_system_of(Path(folder), MOUNTS) == system


def test_of_a_folder_below_no_mount_nothing_is_known() -> None:
    assert file_system_of(Path("/data"), "") == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked in another way")
def test_a_record_on_a_share_is_neither_opened_nor_made(
    services: Services, paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.clinic.lock()
    mounts = tmp_path / "mounts"
    point = str(tmp_path.resolve()).replace(" ", "\\040")
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\n//server/clinic {point} cifs rw 0 0\n")
    monkeypatch.setattr(place, "_MOUNTS", mounts)

    with pytest.raises(StorageError, match="network_folder"):
        services.clinic.unlock(PASSPHRASE)
    for file in (paths.record, paths.keys):
        file.unlink()
    with pytest.raises(StorageError, match="network_folder"):
        services.clinic.create(PASSPHRASE)

    assert not paths.record.exists()


def test_where_mounts_cannot_be_read_a_folder_counts_as_of_this_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "_MOUNTS", tmp_path / "missing")

    refuse_network(tmp_path)
