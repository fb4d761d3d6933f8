"""Say where bundled files and the clinic's files live; no other module builds such a path.

From source and from an editable install the bundled files are ``resources/`` of the checkout; in
a frozen build PyInstaller unpacks them beside the program and names the place in ``_MEIPASS``.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

DATA_DIR_VARIABLE = "MSPIKE_DATA_DIR"


@dataclass(frozen=True, slots=True)
class Paths:
    """Hold the two roots and name every file and folder below them."""

    resources: Path
    data: Path

    @classmethod
    def found(cls, data_dir: Path | None = None) -> Paths:
        """Find both roots; ``data_dir`` is what the command line asked for."""
        return cls(resource_root(), data_root(data_dir))

    @property
    def record(self) -> Path:
        """Name the encrypted record file."""
        return self.data / "clinic.db"

    @property
    def keys(self) -> Path:
        """Name the file of the record's key, wrapped under each user's passphrase."""
        return self.data / "clinic.keys"

    @property
    def backups(self) -> Path:
        """Name the folder of backups."""
        return self.data / "backups"

    @property
    def logs(self) -> Path:
        """Name the folder of logs and crash reports."""
        return self.data / "logs"

    @property
    def device_settings(self) -> Path:
        """Name the file of settings that belong to this screen only."""
        return self.data / "device.ini"

    @property
    def lock(self) -> Path:
        """Name the file that keeps a second program off the same record."""
        return self.data / "lock"

    @property
    def attempts(self) -> Path:
        """Name the file of wrong passphrases since the last right one."""
        return self.data / "clinic.attempts"

    @property
    def translations(self) -> Path:
        """Name the folder of the window's compiled captions."""
        return self.resources / "translations"

    @property
    def fonts(self) -> Path:
        """Name the folder of the bundled fonts."""
        return self.resources / "fonts"


def resource_root() -> Path:
    """Give the folder of the files that ship with the program."""
    bundle: str | None = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return root / "resources"


def data_root(asked: Path | None = None) -> Path:
    """Give the folder of the clinic's files: the one asked for, else named outside, else usual."""
    if asked is not None:
        return asked.expanduser().absolute()
    named = os.environ.get(DATA_DIR_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    return user_data_path("M-Spike", appauthor=False)
