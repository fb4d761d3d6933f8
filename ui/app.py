"""Start the window.

Order: application, crash hook, settings, fonts and theme, translators, window with the unlock page;
once that is painted, the data layer is loaded on the worker thread while the passphrase is typed.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QApplication

from desktop_app.domain.protection import LockCause
from ui import theme
from ui.context import UiContext
from ui.crash import CrashHook
from ui.language import LanguageSwitch, system_language
from ui.main_window import MainWindow
from ui.tasks import TaskRunner

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.paths import Paths
    from desktop_app.services import Services

_LANGUAGE = "window/language"


class Start(QObject):
    """Hold the parts of a running window, and load the services behind it."""

    def __init__(
        self, paths: Paths, build: Callable[[], Services], demo_passphrase: str | None = None
    ) -> None:
        super().__init__()
        self._build = build
        self._demo_passphrase = demo_passphrase
        self._settings = device_settings(paths)
        self._languages = LanguageSwitch(paths.translations, self)
        self._languages.use(saved_language(self._settings))
        self._languages.changed.connect(self._on_language_changed)
        self.tasks = TaskRunner(self)
        self.context = UiContext(self.tasks, self._languages, self._settings, self)
        self.window = MainWindow(self.context, paths, demonstration=demo_passphrase is not None)
        self.window.painted.connect(self._load)
        self.window.unlock_page.trouble.retry_requested.connect(self._on_retry)

    def close(self) -> None:
        """Write what still waits, close the record and end the worker."""
        self.window.backups.stop()
        self.context.copies.close()
        if self.context.ready:
            lock = partial(self.context.services.clinic.lock, LockCause.CLOSED)
            self.tasks.run(lock, owner=self)
        self.tasks.close()
        self._languages.remove()
        self._settings.sync()

    def _load(self) -> None:
        if self._demo_passphrase is not None:
            self.window.unlock_page.prepare_demonstration(self._demo_passphrase)
        self.tasks.run(
            self._build,
            owner=self,
            done=self._on_built,
            failed=self.window.unlock_page.show_problem,
        )

    def _on_retry(self) -> None:
        if not self.context.ready:
            self._load()

    def _on_built(self, services: Services) -> None:
        self.context.provide(services)
        if self._demo_passphrase is None:
            # Load the data layer itself while the passphrase is still being typed.
            self.tasks.run(services.clinic.prepare, owner=self)

    def _on_language_changed(self, language: str) -> None:
        self._settings.setValue(_LANGUAGE, language)


def device_settings(paths: Paths) -> QSettings:
    """Open the settings of this screen, in a file of their own and never in a registry."""
    return QSettings(str(paths.device_settings), QSettings.Format.IniFormat)


def saved_language(settings: QSettings) -> str:
    """Give the language used last on this screen, else the computer's."""
    return str(settings.value(_LANGUAGE, system_language(), type=str))


def run(paths: Paths, build: Callable[[], Services], *, demo_passphrase: str | None = None) -> int:
    """Show the window until it is closed and give the exit status.

    ``build`` wires the services; it is called off the GUI thread once the unlock page is painted.
    With ``demo_passphrase`` the record is opened with it at once.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("M-Spike")
    hook = CrashHook(paths.logs)
    hook.install()
    theme.load_fonts(paths.fonts)
    theme.apply(app, saved_language(device_settings(paths)))
    start = Start(paths, build, demo_passphrase)
    start.window.show()
    status = app.exec()
    start.close()
    hook.remove()
    return status
