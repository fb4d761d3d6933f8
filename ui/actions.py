"""Hold every command with its text, key and page in one table.

Menus, buttons and the help page are built from it, so no key is given twice and every key is shown
where its command stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence

from desktop_app.domain.roles import Right
from ui.qt_types import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
    Command("backups", QT_TRANSLATE_NOOP("Command", "Backups…"), "Ctrl+B", "shell"),
    Command("back_up", QT_TRANSLATE_NOOP("Command", "Back up now"), "Ctrl+Return", "backups"),
    Command("fire_drill", QT_TRANSLATE_NOOP("Command", "Try it out…"), "Alt+T", "backups"),
    Command("restore", QT_TRANSLATE_NOOP("Command", "Restore…"), "Alt+R", "backups"),
    Command("other_backup", QT_TRANSLATE_NOOP("Command", "Other file…"), "Ctrl+O", "backups"),
    Command("verify", QT_TRANSLATE_NOOP("Command", "Check the record"), "Alt+C", "backups"),
    Command("stop_backup", QT_TRANSLATE_NOOP("Command", "Stop"), "Esc", "backups"),
    Command("backups_back", QT_TRANSLATE_NOOP("Command", "Back"), "Alt+Left", "backups"),
    Command("users", QT_TRANSLATE_NOOP("Command", "Users, access…"), "Ctrl+U", "shell"),
    Command("add_user", QT_TRANSLATE_NOOP("Command", "New user…"), "Ctrl+N", "users"),
    Command("users_back", QT_TRANSLATE_NOOP("Command", "Back"), "Alt+Left", "users"),
    Command("audit", QT_TRANSLATE_NOOP("Command", "Log…"), "Ctrl+J", "shell"),
    Command("show_audit", QT_TRANSLATE_NOOP("Command", "Show"), "Ctrl+Return", "audit"),
    Command("audit_back", QT_TRANSLATE_NOOP("Command", "Back"), "Alt+Left", "audit"),
    Command("open", QT_TRANSLATE_NOOP("Command", "Open"), "Return", "worklist"),
    Command("register", QT_TRANSLATE_NOOP("Command", "New patient"), "Ctrl+N", "worklist"),
    Command("rules", QT_TRANSLATE_NOOP("Command", "Rules…"), "Ctrl+R", "worklist"),
    Command("imports", QT_TRANSLATE_NOOP("Command", "Import…"), "Ctrl+I", "worklist"),
    Command("choose_files", QT_TRANSLATE_NOOP("Command", "Choose files…"), "Ctrl+O", "imports"),
    Command("store_import", QT_TRANSLATE_NOOP("Command", "Store"), "Ctrl+Return", "imports"),
    Command("stop_import", QT_TRANSLATE_NOOP("Command", "Stop"), "Esc", "imports"),
    Command("import_source", QT_TRANSLATE_NOOP("Command", "Source"), "Alt+1", "imports"),
    Command("import_people", QT_TRANSLATE_NOOP("Command", "People"), "Alt+2", "imports"),
    Command("import_items", QT_TRANSLATE_NOOP("Command", "Tests"), "Alt+3", "imports"),
    Command("import_values", QT_TRANSLATE_NOOP("Command", "Values"), "Alt+4", "imports"),
    Command("import_history", QT_TRANSLATE_NOOP("Command", "History"), "Alt+5", "imports"),
    Command("imports_back", QT_TRANSLATE_NOOP("Command", "Back"), "Alt+Left", "imports"),
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
    Command("paste_lab", QT_TRANSLATE_NOOP("Command", "Paste"), "Ctrl+Shift+V", "patient"),
    Command("store_paste", QT_TRANSLATE_NOOP("Command", "Store"), "Return", "patient"),
    Command("undo_paste", QT_TRANSLATE_NOOP("Command", "Take back"), "Ctrl+Shift+Z", "patient"),
    Command("all_negative", QT_TRANSLATE_NOOP("Command", "No symptoms"), "Alt+N", "patient"),
    Command(
        "fish_negative",
        QT_TRANSLATE_NOOP("Command", "FISH: the four not found"),
        "Alt+F",
        "patient",
    ),
    Command("same_as_last", QT_TRANSLATE_NOOP("Command", "Same as last time"), "Alt+A", "patient"),
    Command("entries", QT_TRANSLATE_NOOP("Command", "Entries…"), "Alt+C", "patient"),
    Command("merge", QT_TRANSLATE_NOOP("Command", "Same person…"), "Ctrl+M", "patient"),
    Command("details", QT_TRANSLATE_NOOP("Command", "Limits and method"), "Alt+D", "patient"),
    Command("earlier_draft", QT_TRANSLATE_NOOP("Command", "Undo entry"), "Ctrl+Alt+Z", "patient"),
    Command("focus_entry", QT_TRANSLATE_NOOP("Command", "To the entry"), "Alt+E", "patient"),
    Command("next_part", QT_TRANSLATE_NOOP("Command", "Next part"), "Ctrl+Down", "patient"),
    Command("part_before", QT_TRANSLATE_NOOP("Command", "Part before"), "Ctrl+Up", "patient"),
    Command("treatment", QT_TRANSLATE_NOOP("Command", "Treatment"), "Alt+X", "patient"),
    Command("events", QT_TRANSLATE_NOOP("Command", "Events"), "Alt+J", "patient"),
    Command("nerves", QT_TRANSLATE_NOOP("Command", "Nerves"), "Alt+I", "patient"),
    Command("tolerance", QT_TRANSLATE_NOOP("Command", "Tolerance"), "Alt+Q", "patient"),
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
# A command that is not here is everybody's.
COMMAND_RIGHTS: Mapping[str, Right] = {
    **dict.fromkeys(("sign", "override", "approve"), Right.SIGN),
    **dict.fromkeys(("register", "save_patient"), Right.REGISTER),
    **dict.fromkeys(("imports", "paste_lab", "store_paste", "undo_paste"), Right.IMPORT),
    **dict.fromkeys(
        ("all_negative", "fish_negative", "same_as_last", "earlier_draft"), Right.DRAFT
    ),
    **dict.fromkeys(("leaflet", "issue"), Right.ISSUE),
    "rules": Right.READ,
    "merge": Right.MERGE,
    "settings": Right.SETTINGS,
    "backups": Right.BACKUP,
    **dict.fromkeys(("restore", "other_backup"), Right.RESTORE),
    "add_user": Right.USERS,
    "audit": Right.AUDIT,
}


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


def limit_commands(root: QWidget, may: Callable[[Right], bool]) -> None:
    """Hide the commands of a page that the user's role does not allow; their keys rest with them.

    The services refuse them too: this only keeps from sight what would be refused.
    """
    for action in root.findChildren(QAction):
        right = COMMAND_RIGHTS.get(action.objectName())
        if right is not None:
            action.setVisible(may(right))


def _sequences(keys: str) -> list[QKeySequence]:
    """Give the key, and where it is Return also the Enter of the number block."""
    found = [QKeySequence(keys)]
    if keys.endswith("Return"):
        found.append(QKeySequence(keys.removesuffix("Return") + "Enter"))
    return found
