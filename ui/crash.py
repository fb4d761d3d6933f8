"""Catch what nobody expected: save a report without identities, say so once, end the program."""

from __future__ import annotations

import logging
import platform
import sys
import threading
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from desktop_app.log import stack_of
from desktop_app.services.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

EXIT_STATUS = 70
_log = logging.getLogger(__name__)


class CrashHook(QObject):
    """Stand behind both exception hooks; a report holds places in the code, never a value."""

    _caught = Signal(object)

    def __init__(
        self,
        reports: Path,
        *,
        show: Callable[[str], object] | None = None,
        end: Callable[[int], object] = QCoreApplication.exit,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reports = reports
        self._show = show or show_dialog
        self._end = end
        self._shown = False
        self._replaced = (sys.excepthook, threading.excepthook)
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch exceptions of slots, of overridden Qt methods and of other threads."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def remove(self) -> None:
        """Give the hooks back that stood there before."""
        sys.excepthook, threading.excepthook = self._replaced

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        _trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._end(EXIT_STATUS)
            return
        self._caught.emit(error)

    def _on_thread_exception(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._caught.emit(caught.exc_value)

    def _on_caught(self, error: BaseException) -> None:
        place = self._save(error)
        if self._shown:
            return
        self._shown = True
        self._show(place)
        self._end(EXIT_STATUS)

    def _save(self, error: BaseException) -> str:
        """Write the report and give its place; a full disk must not hide the dialog."""
        stack = stack_of(error)
        _log.error("unexpected error\n%s", stack)
        now = Clock().now()
        path = self._reports / f"crash-{now:%Y%m%dT%H%M%SZ}.txt"
        head = (
            f"{now:%Y-%m-%dT%H:%M:%SZ}\nPython {platform.python_version()}, "
            f"PySide6 {PySide6.__version__}, {platform.system()} {platform.release()}\n\n"
        )
        try:
            self._reports.mkdir(parents=True, exist_ok=True)
            path.write_text(head + stack + "\n", encoding="utf-8")
        except OSError:
            return ""
        return str(path)


def show_dialog(place: str) -> None:
    """Say what happened, that the data are safe, and what to press."""
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("M-Spike")
    # Written out each time: lupdate does not follow a shorter name of translate().
    box.setText(
        QCoreApplication.translate(
            "CrashHook", "M-Spike met an error that it did not expect and will close."
        )
    )
    told = QCoreApplication.translate(
        "CrashHook",
        "Everything recorded is safe, and what was typed is kept as a draft. "
        "Start M-Spike again and open the patient to go on.",
    )
    if place:
        #: {0} is the path of a file
        report = QCoreApplication.translate(
            "CrashHook", "A report without any patient data was saved: {0}"
        )
        told = f"{told}\n\n{report.format(place)}"
    box.setInformativeText(told)
    close = box.addButton(
        QCoreApplication.translate("CrashHook", "Close M-Spike"), QMessageBox.ButtonRole.AcceptRole
    )
    box.setDefaultButton(close)
    box.exec()
