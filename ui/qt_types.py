"""Name the Qt types that signatures of item models need."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

# Overrides must take both, or the type checker refuses them.
ModelIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
DISPLAY = Qt.ItemDataRole.DisplayRole
ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
ACCESSIBLE_TEXT = Qt.ItemDataRole.AccessibleTextRole
ROW = Qt.ItemDataRole.UserRole
SPANS = Qt.ItemDataRole.UserRole + 1


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark a text of a table for translation; PySide6's own returns an untyped object."""
    return text
