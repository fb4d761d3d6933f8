"""Test what stands behind every page: tasks, crash hook, shortcuts, language, Qt itself."""

from __future__ import annotations

import logging
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget

from desktop_app.domain.errors import Refusal
from desktop_app.paths import Paths
from ui import actions, theme
from ui.crash import EXIT_STATUS, CrashHook, show_dialog
from ui.language import LanguageSwitch
from ui.tasks import Problem, TaskRunner
from ui.widgets.key_button import KeyButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")
SENTINEL = "ZZSENTINEL王小明"


@pytest.fixture
def tasks() -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.close()


class Owner(QObject):
    """Keep what a task brought."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.problems: list[Problem] = []
        self.threads: list[int] = []

    def keep(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(threading.get_ident())


class Emitter(QObject):
    """Hold a signal."""

    told = Signal(bool)


def test_qt_loses_no_reference_to_true_when_signals_are_emitted() -> None:
    emitter = Emitter()
    before = sys.getrefcount(True)

    for _ in range(1000):
        emitter.told.emit(True)

    assert sys.getrefcount(True) > before - 100


def test_qt_loses_no_reference_to_none_when_methods_are_called() -> None:
    label = QLabel()
    before = sys.getrefcount(None)

    for number in range(1000):
        label.setText(str(number))

    assert sys.getrefcount(None) > before - 100


def test_no_key_is_given_twice_on_a_page() -> None:
    shell = [command for command in actions.COMMANDS if command.page == "shell"]

    for page in {command.page for command in actions.COMMANDS}:
        on_page = [command for command in actions.COMMANDS if command.page == page]
        both = {command.code: command for command in (*shell, *on_page)}.values()
        keys = Counter(QKeySequence(command.keys).toString() for command in both)
        assert [key for key, count in keys.items() if count > 1] == []


def test_every_command_has_a_code_of_its_own_and_a_key_that_qt_knows() -> None:
    codes = [command.code for command in actions.COMMANDS]

    assert len(set(codes)) == len(codes)
    assert all(not QKeySequence(command.keys).isEmpty() for command in actions.COMMANDS)


def test_a_key_button_shows_the_key_and_runs_the_command(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    ran: list[str] = []
    action = actions.add_action(page, "sign", lambda: ran.append("sign"))
    button = KeyButton(action, "primary", page)

    button.click()

    assert ran == ["sign"]
    assert button.accessibleName() == "Sign, next"
    assert button.accessibleDescription() == "Ctrl+Enter"
    action.setEnabled(False)
    assert not button.isEnabled()


def test_a_result_comes_back_on_the_gui_thread(qtbot: QtBot, tasks: TaskRunner) -> None:
    owner = Owner()

    tasks.run(threading.get_ident, owner=owner, done=owner.keep)

    qtbot.waitUntil(lambda: bool(owner.results))
    assert owner.results != [threading.get_ident()]
    assert owner.threads == [threading.get_ident()]


def test_work_is_done_in_the_order_in_which_it_was_asked_for(
    qtbot: QtBot, tasks: TaskRunner
) -> None:
    owner = Owner()

    for number in range(50):
        tasks.run(lambda number=number: number, owner=owner, done=owner.keep)

    qtbot.waitUntil(lambda: len(owner.results) == 50)
    assert owner.results == list(range(50))


def test_a_result_is_dropped_when_its_owner_is_gone(qtbot: QtBot, tasks: TaskRunner) -> None:
    gate = threading.Event()
    owner, other = Owner(), Owner()
    tasks.run(gate.wait, owner=owner, done=owner.keep)
    tasks.run(lambda: "late", owner=other, done=other.keep)

    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete.value)
    gate.set()

    qtbot.waitUntil(lambda: other.results == ["late"])
    assert owner.results == []


def test_many_owners_may_go_while_work_is_under_way(qtbot: QtBot, tasks: TaskRunner) -> None:
    last = Owner()

    for number in range(200):
        owner = Owner()
        tasks.run(lambda number=number: number, owner=owner, done=owner.keep)
        if number % 2:
            owner.deleteLater()
        del owner
    tasks.run(lambda: "all", owner=last, done=last.keep)

    qtbot.waitUntil(lambda: last.results == ["all"])


def test_what_the_doctor_can_mend_comes_back_as_a_problem(qtbot: QtBot, tasks: TaskRunner) -> None:
    owner = Owner()

    def refuse() -> None:
        raise Refusal("reason_required")

    tasks.run(refuse, owner=owner, done=owner.keep, failed=owner.problems.append)

    qtbot.waitUntil(lambda: bool(owner.problems))
    assert isinstance(owner.problems[0], Refusal)
    assert owner.results == []


def test_a_bug_goes_to_the_crash_hook(qtbot: QtBot, tasks: TaskRunner) -> None:
    owner = Owner()

    def break_down() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        tasks.run(break_down, owner=owner, failed=owner.problems.append)
        qtbot.waitUntil(lambda: bool(caught))

    assert caught[0][0] is ZeroDivisionError
    assert owner.problems == []


def test_a_newer_run_takes_the_place_of_an_older_one(qtbot: QtBot, tasks: TaskRunner) -> None:
    gate = threading.Event()
    owner = Owner()
    tasks.run(gate.wait, owner=owner, done=owner.keep, key="search")
    for text in ("c", "ch", "che"):
        tasks.run(lambda text=text: text, owner=owner, done=owner.keep, key="search")

    gate.set()

    qtbot.waitUntil(lambda: not tasks.busy)
    assert owner.results == ["che"]


def test_busy_is_told_once_at_the_beginning_and_once_at_the_end(
    qtbot: QtBot, tasks: TaskRunner
) -> None:
    owner, told = Owner(), []
    tasks.busy_changed.connect(told.append)

    for _ in range(3):
        tasks.run(lambda: None, owner=owner)

    qtbot.waitUntil(lambda: not tasks.busy)
    assert told == [True, False]


def test_closing_writes_what_still_waits() -> None:
    runner, owner = TaskRunner(), Owner()
    written: list[int] = []
    gate = threading.Event()
    runner.run(gate.wait, owner=owner)
    runner.run(lambda: written.append(1), owner=owner)

    gate.set()
    runner.close()
    runner.run(lambda: written.append(2), owner=owner)

    assert written == [1]


@dataclass
class Crashed:
    """Keep what a crash hook showed and how it ended the program."""

    shown: list[str] = field(default_factory=list)
    ended: list[int] = field(default_factory=list)


@pytest.fixture
def crashed(tmp_path: Path) -> Iterator[Crashed]:
    kept = Crashed()
    hook = CrashHook(tmp_path / "logs", show=kept.shown.append, end=kept.ended.append)
    hook.install()
    yield kept
    hook.remove()


def test_a_crash_is_reported_without_what_was_typed_and_said_once(
    qtbot: QtBot,
    crashed: Crashed,
    caplog: pytest.LogCaptureFixture,
    expected_warnings: list[str],
) -> None:
    expected_warnings.append("unexpected error")
    caplog.set_level(logging.ERROR)

    for _ in range(2):
        try:
            raise ValueError(SENTINEL)
        except ValueError as error:
            sys.excepthook(ValueError, error, error.__traceback__)

    qtbot.waitUntil(lambda: bool(crashed.ended))
    report = Path(crashed.shown[0]).read_text("utf-8")
    assert len(crashed.shown) == 1
    assert crashed.ended == [EXIT_STATUS]
    assert "ValueError" in report
    assert "test_shell.py" in report
    assert SENTINEL not in report
    assert SENTINEL not in caplog.text
    caplog.clear()


def test_a_crash_of_another_thread_is_reported_too(
    qtbot: QtBot, crashed: Crashed, expected_warnings: list[str]
) -> None:
    expected_warnings.append("unexpected error")

    def break_down() -> None:
        raise ZeroDivisionError

    thread = threading.Thread(target=break_down)
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: bool(crashed.shown))
    assert "ZeroDivisionError" in Path(crashed.shown[0]).read_text("utf-8")


def test_the_crash_dialog_says_what_is_safe_and_closes_by_default(qtbot: QtBot) -> None:
    said: list[str] = []

    def press_enter() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(f"{box.text()} {box.informativeText()}")
        assert box.defaultButton() is not None
        qtbot.keyClick(box, Qt.Key.Key_Return)

    QTimer.singleShot(0, press_enter)
    show_dialog("logs/crash.txt")

    assert "kept as a draft" in said[0]
    assert "logs/crash.txt" in said[0]


def contrast(first: QColor, second: QColor) -> float:
    """Give the contrast of two colours as WCAG 2 counts it, 1 to 21."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("kind", theme.KINDS)
def test_words_stand_out_from_their_ground(kind: str) -> None:
    assert contrast(theme.ink_of(kind), theme.ground_of(kind)) >= 4.5
    assert contrast(theme.ink_of(kind), theme.color("surface")) >= 4.5


def test_a_language_switch_reaches_open_widgets(qtbot: QtBot) -> None:
    languages = LanguageSwitch(Paths.found().translations)
    page = QWidget()
    qtbot.addWidget(page)
    button = KeyButton(actions.add_action(page, "lock", page.hide), parent=page)
    page.show()

    languages.use("zh-TW")
    qtbot.waitUntil(lambda: button.text() == "鎖定")
    languages.use("zh-CN")
    qtbot.waitUntil(lambda: button.text() == "锁定")
    languages.use("en")
    qtbot.waitUntil(lambda: button.text() == "Lock")
    languages.remove()


def test_every_kind_has_ink_ground_and_where_it_matters_a_sign() -> None:
    assert all(theme.ink_of(kind).isValid() for kind in theme.KINDS)
    assert all(theme.ground_of(kind).isValid() for kind in theme.KINDS)
    assert all(theme.SIGNS[kind] for kind in ("good", "warning", "critical", "unknown"))
