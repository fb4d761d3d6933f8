"""Ask for the file of a backup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def choose_backup(parent: QWidget, title: str, folder: str) -> Path | None:
    """Ask for a backup; None is "none"."""
    path, _ = QFileDialog.getOpenFileName(parent, title, folder, "M-Spike (*.db)")
    return Path(path) if path else None
