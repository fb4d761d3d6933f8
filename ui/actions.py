"""Hold every command with its text, key and page in one table.

Menus, buttons and the help page are built from it, so no key is given twice and every key is shown
where its command stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence

from ui.qt_types import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Command:
    """Name a command: code, English text, key (portable text), and the page where it works."""

    code: str
    text: str
    keys: str
    page: str


# Two commands may share a key only on different pages; "shell" works on every page.
COMMANDS = (
    Command("find", QT_TRANSLATE_NOOP("Command", "Find patient"), "Ctrl+F", "shell"),
    Command("hide_names", QT_TRANSLATE_NOOP("Command", "Hide names"), "F8", "shell"),
    Command("lock", QT_TRANSLATE_NOOP("Command", "Lock"), "Ctrl+Shift+L", "shell"),
    Command("settings", QT_TRANSLATE_NOOP("Command", "Settings…"), "Ctrl+,", "shell"),
    Command("open", QT_TRANSLATE_NOOP("Command", "Open"), "Return", "worklist"),
    Command("register", QT_TRANSLATE_NOOP("Command", "New patient"), "Ctrl+N", "worklist"),
    Command("rules", QT_TRANSLATE_NOOP("Command", "Rules…"), "Ctrl+R", "worklist"),
    Command("compare", QT_TRANSLATE_NOOP("Command", "Compare all"), "Ctrl+Return", "rules"),
    Command("stop", QT_TRANSLATE_NOOP("Command", "Stop"), "Esc", "rules"),
    Command("open_drift", QT_TRANSLATE_NOOP("Command", "Open"), "Return", "rules"),
    Command("rules_back", QT_TRANSLATE_NOOP("Command", "Back"), "Alt+Left", "rules"),
    Command("save_patient", QT_TRANSLATE_NOOP("Command", "Register"), "Ctrl+Return", "register"),
    Command("cancel", QT_TRANSLATE_NOOP("Command", "Cancel"), "Esc", "register"),
    Command("sign", QT_TRANSLATE_NOOP("Command", "Sign, next"), "Ctrl+Return", "patient"),
    Command("leaflet", QT_TRANSLATE_NOOP("Command", "Leaflet, letter"), "Ctrl+L", "patient"),
    Command("why", QT_TRANSLATE_NOOP("Command", "Why"), "Alt+W", "patient"),
    Command("evidence", QT_TRANSLATE_NOOP("Command", "Evidence"), "Alt+V", "patient"),
    Command("myeloma", QT_TRANSLATE_NOOP("Command", "Stage, lines"), "Alt+L", "patient"),
    Command("poems", QT_TRANSLATE_NOOP("Command", "POEMS"), "Alt+S", "patient"),
    Command("pearls", QT_TRANSLATE_NOOP("Command", "Pearls"), "Alt+P", "patient"),
    Command("override", QT_TRANSLATE_NOOP("Command", "Override…"), "Alt+O", "patient"),
    Command("all_negative", QT_TRANSLATE_NOOP("Command", "No symptoms"), "Alt+N", "patient"),
    Command(
        "fish_negative",
        QT_TRANSLATE_NOOP("Command", "FISH: the four not found"),
        "Alt+F",
        "patient",
    ),
    Command("same_as_last", QT_TRANSLATE_NOOP("Command", "Same as last time"), "Alt+A", "patient"),
    Command("entries", QT_TRANSLATE_NOOP("Command", "Entries…"), "Alt+C", "patient"),
    Command("details", QT_TRANSLATE_NOOP("Command", "Limits and method"), "Alt+D", "patient"),
    Command("earlier_draft", QT_TRANSLATE_NOOP("Command", "Undo entry"), "Ctrl+Alt+Z", "patient"),
    Command("focus_entry", QT_TRANSLATE_NOOP("Command", "To the entry"), "Alt+E", "patient"),
    Command("treatment", QT_TRANSLATE_NOOP("Command", "Treatment"), "Alt+X", "patient"),
    Command("events", QT_TRANSLATE_NOOP("Command", "Events"), "Alt+J", "patient"),
    Command("focus_results", QT_TRANSLATE_NOOP("Command", "To the results"), "Alt+R", "patient"),
    Command("chart_usual", QT_TRANSLATE_NOOP("Command", "Usual tests"), "Alt+U", "patient"),
    Command("chart_clone", QT_TRANSLATE_NOOP("Command", "MGUS / SMM"), "Alt+M", "patient"),
    Command("chart_organs", QT_TRANSLATE_NOOP("Command", "Blood, kidneys"), "Alt+B", "patient"),
    Command("chart_chains", QT_TRANSLATE_NOOP("Command", "Light chains"), "Alt+K", "patient"),
    Command("chart_myeloma", QT_TRANSLATE_NOOP("Command", "Myeloma"), "Alt+Y", "patient"),
    Command("chart_poems", QT_TRANSLATE_NOOP("Command", "POEMS"), "Alt+H", "patient"),
    Command("chart_test", QT_TRANSLATE_NOOP("Command", "Chosen result"), "Alt+T", "patient"),
    Command("chart_log", QT_TRANSLATE_NOOP("Command", "Log scale"), "Alt+G", "patient"),
    Command("chart_1y", QT_TRANSLATE_NOOP("Command", "1 year"), "Alt+1", "patient"),
    Command("chart_3y", QT_TRANSLATE_NOOP("Command", "3 years"), "Alt+3", "patient"),
    Command("chart_all", QT_TRANSLATE_NOOP("Command", "All"), "Alt+0", "patient"),
    Command("back", QT_TRANSLATE_NOOP("Command", "Back"), "Alt+Left", "patient"),
    Command("save_settings", QT_TRANSLATE_NOOP("Command", "Save"), "Ctrl+Return", "settings"),
    Command("settings_back", QT_TRANSLATE_NOOP("Command", "Back"), "Alt+Left", "settings"),
    Command("issue", QT_TRANSLATE_NOOP("Command", "Issue"), "Ctrl+Return", "leaflet"),
    Command("approve", QT_TRANSLATE_NOOP("Command", "Approve text"), "Alt+A", "leaflet"),
    Command("save_pdf", QT_TRANSLATE_NOOP("Command", "Save PDF"), "Ctrl+S", "leaflet"),
    Command("print", QT_TRANSLATE_NOOP("Command", "Print"), "Ctrl+P", "leaflet"),
    Command("leaflet_back", QT_TRANSLATE_NOOP("Command", "Back"), "Alt+Left", "leaflet"),
)
_BY_CODE = {command.code: command for command in COMMANDS}


def command(code: str) -> Command:
    """Give the command of a code."""
    return _BY_CODE[code]


def command_text(code: str) -> str:
    """Give a command's text in the window's language."""
    return QCoreApplication.translate("Command", _BY_CODE[code].text)


def key_text(code: str) -> str:
    """Give a command's key as it is printed on buttons."""
    keys = QKeySequence(_BY_CODE[code].keys)
    return (
        keys.toString(QKeySequence.SequenceFormat.PortableText)
        .replace("Return", "Enter")
        .replace("Left", "←")
    )


def add_action(
    widget: QWidget, code: str, run: Callable[[], object] | None = None, *, keyed: bool = True
) -> QAction:
    """Give a widget the command: its key works while the widget is on the screen.

    Without ``run`` somebody else listens to the action; without ``keyed`` the widget reads the
    key itself, as a list reads Enter.
    """
    action = QAction(command_text(code), widget)
    action.setObjectName(code)
    if keyed:
        action.setShortcuts(_sequences(_BY_CODE[code].keys))
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    if run is not None:
        action.triggered.connect(run)
    widget.addAction(action)
    return action


def _sequences(keys: str) -> list[QKeySequence]:
    """Give the key, and where it is Return also the Enter of the number block."""
    found = [QKeySequence(keys)]
    if keys.endswith("Return"):
        found.append(QKeySequence(keys.removesuffix("Return") + "Enter"))
    return found
