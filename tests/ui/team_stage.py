"""Put a window on a record with several users."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop_app.domain.roles import Role
from tests.conftest import PASSPHRASE
from tests.ui.screen import show_active
from ui.app import Start

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.paths import Paths
    from desktop_app.services import Services
    from ui.main_window import MainWindow

HERS = "a nurse's own words"
TEAM = (("lin", Role.NURSE), ("chen", Role.RECEPTION), ("wu", Role.ADMINISTRATOR))


def add_team(services: Services) -> None:
    """Add a nurse, somebody at the reception and an administrator."""
    services.clinic.confirm(PASSPHRASE)
    for login, role in TEAM:
        services.users.add(login, login.title(), [role], HERS)


@contextmanager
def a_window(qtbot: QtBot, services: Services, paths: Paths) -> Iterator[MainWindow]:
    """Show the window in English on the locked record."""
    services.clinic.lock()
    started = Start(paths, lambda: services)
    started.context.languages.use("en")
    qtbot.addWidget(started.window)
    show_active(qtbot, started.window)
    qtbot.waitUntil(lambda: started.context.ready and not started.tasks.busy)
    yield started.window
    started.close()


def log_in(qtbot: QtBot, window: MainWindow, login: str = "owner", passphrase: str = HERS) -> None:
    """Open the record as somebody."""
    page = window.unlock_page
    qtbot.waitUntil(lambda: not page._context.tasks.busy)
    page.form.users.set_code(login)
    with qtbot.waitSignal(page.unlocked):
        page.unlock_with(PASSPHRASE if login == "owner" else passphrase)
    qtbot.waitUntil(lambda: window.pages.worklist is not None)
    qtbot.waitUntil(lambda: not page._context.tasks.busy)
