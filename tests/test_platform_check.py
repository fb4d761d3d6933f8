"""What this computer lacks is said in one line, and the Qt that aborts is never started."""

from __future__ import annotations

import sys

import PySide6
import pytest

from desktop_app import platform_check


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libxkbcommon.so.0", "libxkbcommon0"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ],
)
def test_a_missing_library_is_named_with_its_package(library: str, package: str) -> None:
    error = ImportError(f"{library}: cannot open shared object file: No such file or directory")

    line = platform_check.one_line(error)

    assert line.endswith(f"apt install {package}")
    assert "\n" not in line


def test_a_missing_python_package_points_to_the_install_command() -> None:
    line = platform_check.one_line(ModuleNotFoundError("No module named 'sqlmodel'"))

    assert "sqlmodel" in line
    assert "README.md" in line


def test_the_qt_that_aborts_is_refused_before_python_312() -> None:
    with pytest.raises(ImportError, match=r"constraints\.txt"):
        platform_check.refuse_broken_qt("6.12.0", (3, 11))


@pytest.mark.parametrize(("qt", "python"), [("6.12.0", (3, 12)), ("6.11.3", (3, 11))])
def test_sound_pairs_are_let_in(qt: str, python: tuple[int, int]) -> None:
    platform_check.refuse_broken_qt(qt, python)


def test_the_installed_pair_is_sound() -> None:
    platform_check.refuse_broken_qt(PySide6.__version__, sys.version_info[:2])


@pytest.mark.skipif(sys.platform != "linux", reason="only X11 ends the process where it is missing")
def test_no_screen_is_said_instead_of_aborting(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)

    with pytest.raises(ImportError, match="there is no screen"):
        platform_check.check_window()


def test_the_offscreen_window_needs_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.delenv("DISPLAY", raising=False)

    platform_check.check_window()
