"""Let every kind of write fail on the way: it is told, the old stands, and nothing is left over."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.plugins.soak import Soak
from tests.soak.fresh import outcomes

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a trial is a fork")
WRITES = (
    *("visit", "draft", "backup", "restore", "passphrase", "import"),
    *("leaflet", "letter", "chart", "picture"),
)
# A disk of memory for one process and its children, gone with them.
_SMALL_DISK = ("unshare", "--mount", "sh", "-c")
_MOUNT = 'mount -t tmpfs -o size=24m tmpfs "$1" && shift && exec "$@"'


def small_disk(folder: Path) -> tuple[str, ...]:
    """Give the beginning of a command that runs with a small disk at a folder.

    Skips where this user may make none.
    """
    before = (*_SMALL_DISK, _MOUNT, "sh", str(folder))
    if (
        shutil.which("unshare") is None
        or subprocess.run([*before, "true"], check=False, capture_output=True).returncode
    ):
        pytest.skip("nobody but the administrator of a Linux computer makes a small disk")
    return before


def test_a_file_that_may_not_grow_is_told(soak: Soak, tmp_path: Path) -> None:
    asked = {"whats": WRITES, "count": soak.trials(200), "seed": soak.seed}

    found = outcomes("failing", device="short files", folder=str(tmp_path), **asked)

    soak.tell("failing writes", found)
    assert sum(found.values()) == len(WRITES) * asked["count"]


def test_a_full_disk_is_told(soak: Soak, tmp_path: Path) -> None:
    whats = WRITES if soak.full else WRITES[:4]
    asked = {"whats": whats, "count": soak.trials(200), "seed": soak.seed}
    before = small_disk(tmp_path)

    found = outcomes("failing", *before, device="full disk", folder=str(tmp_path), **asked)

    soak.tell("full disk", found)
    assert sum(found.values()) == len(whats) * asked["count"]
