"""Do a whole session in the real window, then hunt every file it wrote for what was typed."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QDir, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from desktop_app.log import start_log, stop_log
from desktop_app.paths import Paths
from tests.conftest import PASSPHRASE, RESOURCES, cheap_services
from tests.data.reading import key_of
from tests.e2e.doctor import Doctor
from tests.e2e.test_one_visit import (
    NAME,
    create_the_record,
    issued_text,
    register,
    sign_and_accept,
    type_the_visit,
)
from tests.ui.paste_stage import EIGHT
from tests.ui.screen import show_active
from ui import theme
from ui.app import Start
from ui.crash import CrashHook

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop_app.services.clock import FixedClock
    from ui.pages.patient import PatientPage

SLOW_MS = 20_000
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DRAFT = "草稿哨兵句"
SAID = ("ZZSENTINEL", "林小美", "無不適", DRAFT, "疲倦哨兵", PASSPHRASE, "Free kappa\t33.5")
# A code page lacks some of the signs: what it cannot write it cannot leak.
CODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5", "cp950")
ASKED_FOR = "asked for"  # the folder of what the doctor saved on purpose


@dataclass(slots=True)
class Session:
    """Hold a running program whose every file lies below one folder."""

    root: Path
    paths: Paths
    start: Start
    reports: list[str]

    def close(self) -> None:
        """Close the window and end the program."""
        self.start.window.close()
        self.start.close()

    def leaks(self) -> list[str]:
        """Name the files that hold what was typed, and what they hold."""
        wanted = {text.encode(code, "ignore") for text in SAID for code in CODINGS} - {b""}
        key = key_of(self.paths)
        wanted |= {key, key.hex().encode(), key.hex().upper().encode()}
        found = []
        for path in sorted(self.root.rglob("*")):
            if path.is_file() and ASKED_FOR not in path.parts:
                content = path.read_bytes()
                found += [f"{path.relative_to(self.root)}: {x!r}" for x in wanted if x in content]
        return found


@pytest.fixture
def session(
    qapp: QApplication, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Session]:
    """Start the program as the command line does, with all folders below the test's."""
    for variable in ("TMPDIR", "TEMP", "TMP", "HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        folder = tmp_path / "computer" / variable.lower()
        folder.mkdir(parents=True)
        monkeypatch.setenv(variable, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    (tmp_path / ASKED_FOR).mkdir()
    paths = Paths(RESOURCES, tmp_path / "clinic 診所")
    log = start_log(paths.logs)
    theme.load_fonts(RESOURCES / "fonts")
    theme.apply(qapp, "en")
    reports: list[str] = []
    hook = CrashHook(paths.logs, show=reports.append, end=lambda _status: None)
    hook.install()
    start = Start(paths, partial(cheap_services, paths, clock))
    start.context.languages.use("en")
    start.window.resize(1366, 768)
    started = Session(tmp_path, paths, start, reports)
    yield started
    started.close()
    hook.remove()
    stop_log(log)
    shiboken6.delete(start.window)
    shiboken6.delete(start)


def test_nothing_that_was_typed_stands_in_any_file(
    qtbot: QtBot, session: Session, expected_warnings: list[str]
) -> None:
    expected_warnings.append("unexpected error")
    doctor = Doctor(qtbot, session.start.window)
    show_active(qtbot, session.start.window)
    create_the_record(doctor)
    page = register(doctor)
    type_the_visit(doctor, page)
    page = lock_and_come_back(doctor)
    sign_and_accept(doctor, page)
    paste(doctor, page)
    print_sheets(doctor, page, session.root / ASKED_FOR)
    back_up(doctor, session)
    crash(doctor, session)
    while_open = session.leaks()
    lock(doctor)
    session.close()

    assert (while_open, session.leaks()) == ([], [])
    written = {path.name for path in session.paths.data.rglob("*") if path.is_file()}
    assert {"clinic.db", "clinic.keys", "clinic.head", "device.ini", "mspike.log"} <= written
    assert any(name.startswith("crash-") for name in written)
    assert any(name.endswith(".slip") for name in written)


def test_the_hunt_finds_what_it_looks_for(session: Session, clock: FixedClock) -> None:
    services = cheap_services(session.paths, clock)
    services.clinic.create(PASSPHRASE)
    services.clinic.lock()
    assert session.leaks() == []
    for number, code in enumerate(CODINGS):
        (session.root / f"leak {number}").write_bytes(b"\0" + NAME.encode(code, "ignore"))

    assert {leak.partition(":")[0] for leak in session.leaks()} == {
        f"leak {number}" for number in range(len(CODINGS))
    }


def lock(doctor: Doctor) -> None:
    """Lock the record by key."""
    doctor.press(Qt.Key.Key_L, CONTROL | SHIFT)
    form = doctor.window.unlock_page.form
    doctor.qtbot.waitUntil(lambda: form.isVisible() and form.passphrase.hasFocus(), timeout=SLOW_MS)


def lock_and_come_back(doctor: Doctor) -> PatientPage:
    """Type one word more, lock at once, unlock, and find the word again."""
    patient = doctor.window.pages.patient
    assert patient is not None
    patient.entry.note.setFocus()
    doctor.write(DRAFT)
    lock(doctor)
    doctor.write(PASSPHRASE)
    doctor.press(Qt.Key.Key_Return)

    def back() -> bool:
        page = doctor.window.pages.patient
        return page is not None and DRAFT in page.entry.draft().note

    doctor.qtbot.waitUntil(back, timeout=SLOW_MS)
    page = doctor.window.pages.patient
    assert page is not None
    return page


def paste(doctor: Doctor, page: PatientPage) -> None:
    """Paste laboratory results and store them."""
    QGuiApplication.clipboard().setText(EIGHT)
    with doctor.qtbot.waitSignal(page.paste.desk.reviewed, timeout=SLOW_MS):
        doctor.press(Qt.Key.Key_V, CONTROL | SHIFT)
    with doctor.qtbot.waitSignals([page.paste.desk.stored, page.shown], timeout=SLOW_MS):
        doctor.press(Qt.Key.Key_Return)


def print_sheets(doctor: Doctor, page: PatientPage, folder: Path) -> None:
    """Issue a leaflet and a letter, and save both where the doctor says."""
    page.setFocus()
    doctor.press(Qt.Key.Key_L, CONTROL)
    leaflet = doctor.window.pages.leaflet
    assert leaflet is not None
    doctor.qtbot.waitUntil(lambda: leaflet.view.page_count > 0, timeout=SLOW_MS)
    issued_text(doctor, leaflet, folder / "leaflet.pdf")
    kind = leaflet.choices.kind
    with doctor.qtbot.waitSignal(leaflet.previewed, timeout=SLOW_MS):
        row = kind.findData("referral_hematology")
        kind.setCurrentIndex(row)
        kind.activated.emit(row)
    issued_text(doctor, leaflet, folder / "letter.pdf")


def back_up(doctor: Doctor, session: Session) -> None:
    """Back up from the page of backups, and wait for the slip."""
    doctor.press(Qt.Key.Key_B, CONTROL)
    doctor.press(Qt.Key.Key_Return, CONTROL)
    doctor.qtbot.waitUntil(lambda: any(session.paths.backups.glob("*.slip")), timeout=SLOW_MS)


def crash(doctor: Doctor, session: Session) -> None:
    """Let a slot fail with an identity in its message."""

    def fail() -> None:
        raise ValueError(f"{NAME} {DRAFT}")

    QTimer.singleShot(0, fail)
    doctor.qtbot.waitUntil(lambda: bool(session.reports), timeout=SLOW_MS)
    assert sys.excepthook is not sys.__excepthook__
    assert QDir.tempPath().startswith(str(session.root))
