"""Remember on this computer where backups are copied to as well, and what refused the last copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

_FOLDER = "backup/second_place"
_PROBLEM = "backup/second_problem"


def second_place(settings: QSettings) -> Path | None:
    """Give the second place, if one was chosen."""
    folder = str(settings.value(_FOLDER, "", type=str))
    return Path(folder) if folder else None


def keep_second_place(settings: QSettings, folder: str) -> None:
    """Copy backups there too from now on; an empty text is nowhere."""
    settings.setValue(_FOLDER, folder)
    keep_second_problem(settings, None)


def second_problem(settings: QSettings) -> str | None:
    """Give the code of what the second place refused when it was last used."""
    return str(settings.value(_PROBLEM, "", type=str)) or None


def keep_second_problem(settings: QSettings, code: str | None) -> None:
    """Remember what the second place refused, also after the next start."""
    settings.setValue(_PROBLEM, code or "")
