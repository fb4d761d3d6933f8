"""Find out whether this computer can show the window, and say in one line what it lacks."""

from __future__ import annotations

import ctypes
import os
import sys

# Shared library -> Debian and Ubuntu package, as found on a bare Debian 12.
_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
# Needed by Qt's xcb plug-in only: it ends the process instead of raising where one is missing.
_XCB_PACKAGES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
_BROKEN_QT = "6.12.0"
_FIRST_SOUND_PYTHON = (3, 12)


def check_window() -> None:
    """Make sure that Qt can open a window here.

    Raises:
        ImportError: a system library is missing, there is no screen, or this Qt would abort.
    """
    import PySide6

    refuse_broken_qt(PySide6.__version__, sys.version_info[:2])
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM", "xcb") != "xcb":
        return
    if os.environ.get("WAYLAND_DISPLAY"):
        return
    if not os.environ.get("DISPLAY"):
        raise ImportError("there is no screen: DISPLAY and WAYLAND_DISPLAY are not set")
    for library in _XCB_PACKAGES:
        try:
            ctypes.CDLL(library)
        except OSError as error:
            raise ImportError(f"{library}: cannot open shared object file") from error


def refuse_broken_qt(version: str, python: tuple[int, int]) -> None:
    """Refuse PySide6 6.12.0 on Python before 3.12.

    There nearly every call loses a reference to None, until the interpreter aborts
    (docs/decisions/0011-pyside6-pin.md).

    Raises:
        ImportError: this pair of versions would abort in the middle of work.
    """
    if version == _BROKEN_QT and python < _FIRST_SOUND_PYTHON:
        raise ImportError(
            f"PySide6 {version} aborts on Python {python[0]}.{python[1]}: "
            "install again with -c constraints.txt"
        )


def one_line(error: ImportError) -> str:
    """Say what is missing; a system library is named with the package that brings it."""
    text = " ".join(str(error).split())
    for library, package in (_PACKAGES | _XCB_PACKAGES).items():
        if library in text:
            return f"mspike: {library} is missing: install it, on Debian: apt install {package}"
    if isinstance(error, ModuleNotFoundError):
        return f"mspike: cannot start: {text}: install it with the command of README.md"
    return f"mspike: cannot start: {text}"


def refuse(error: ImportError) -> int:
    """Write the one line to standard error and give the exit status."""
    sys.stderr.write(one_line(error) + "\n")
    return 2
