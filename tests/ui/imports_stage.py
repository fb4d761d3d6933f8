"""Write files in the manner of a hospital, and lead them through the page of imports by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.ui.paste_stage import press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.pages.imports import ImportsPage

HEAD = "病歷號,姓名,生日,性別,採檢日期,檢驗項目,結果,單位"
KNOWN = ("0000001", "示範 甲", "1969-05-12", "女")
NEW = ("0000009", "示範 丙", "1960-03-04", "男")
NAMELESS = ("", "示範 甲", "1969-05-12", "女")
ELSE = ("0000001", "示範 甲", "1970-01-01", "女")


def table(*people: tuple[str, ...], odd: bool = False) -> str:
    """Write a file by ourselves, in the manner of a hospital's export."""
    tests = [("Hb", "12.1", "g/dL"), ("IgG", "1850", "mg/dL")]
    tests += [("Qwertz", "176", "U/L")] if odd else []
    lines = [",".join((*who, "2026-11-20", *test)) for who in people for test in tests]
    return "\n".join((HEAD, *lines))


def write(folder: Path, name: str, text: str, encoding: str = "cp950") -> Path:
    """Put a file of ours into the folder."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def read(qtbot: QtBot, page: ImportsPage, path: Path) -> None:
    """Read a file and wait for its review."""
    with qtbot.waitSignal(page.shown):
        page.open_file(path)


def store(qtbot: QtBot, page: ImportsPage) -> None:
    """Store by the key."""
    with qtbot.waitSignal(page.desk.stored):
        press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def settled(qtbot: QtBot, page: ImportsPage) -> None:
    """Wait until the page has nothing more to read."""
    qtbot.waitUntil(lambda: not page._context.tasks.busy)
