"""Set the stage for all tests: no screen, a fixed day, a record of their own, clean logs."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.builders import SENTINEL, a_registration

# Before Qt is imported: without a platform it ends the process instead of raising.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples every time, however slow the machine is, and nothing written into the tree.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.load_profile("steady")

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services
    from desktop_app.services.clock import FixedClock

pytest_plugins = ("tests.plugins.shared_data", "tests.plugins.coverage_gates", "tests.plugins.soak")

PASSPHRASE = "correct horse 通行"
RESOURCES = Path(__file__).resolve().parents[1] / "resources"
TODAY = date(2026, 11, 22)


@pytest.fixture
def clock() -> FixedClock:
    """Give a clock that stands on 22 November 2026."""
    from desktop_app.services.clock import FixedClock

    return FixedClock(TODAY)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Give the files of a clinic in a folder of this test, with a space and Chinese in its path."""
    from desktop_app.paths import Paths

    return Paths(RESOURCES, tmp_path / "clinic 診所")


@pytest.fixture
def locked_services(paths: Paths, clock: FixedClock) -> Iterator[Services]:
    """Give services on files that need not exist; the key of a record made here is cheap."""
    built = cheap_services(paths, clock)
    yield built
    built.clinic.lock()


@pytest.fixture
def services(locked_services: Services, paths: Paths, record_template: Path) -> Services:
    """Give services on a new, empty, unlocked record."""
    shutil.copytree(record_template, paths.data)
    locked_services.clinic.unlock(PASSPHRASE)
    return locked_services


@pytest.fixture
def patient_id(services: Services) -> int:
    """Give the number of a patient who was just registered."""
    return services.patients.register(a_registration())


@pytest.fixture(scope="session")
def record_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one empty record a session; copying it is ten times as fast as making it."""
    from desktop_app.paths import Paths
    from desktop_app.services.clock import FixedClock

    folder = tmp_path_factory.mktemp("template") / "clinic"
    made = cheap_services(Paths(RESOURCES, folder), FixedClock(TODAY))
    made.clinic.create(PASSPHRASE)
    made.clinic.lock()
    return folder


def cheap_services(paths: Paths, clock: FixedClock) -> Services:
    """Build services whose new records cost next to nothing to unlock."""
    from desktop_app.bootstrap import build_services
    from desktop_app.data.key_cost import KeyCost

    return build_services(paths, clock, key_cost=KeyCost(memory_kib=8, passes=1, lanes=1))


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[tuple[int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what was said, with the stack that would be written below it."""
        text = f"{record.name}: {record.getMessage()}"
        if record.exc_info:
            text += "\n" + logging.Formatter().formatException(record.exc_info)
        self.lines.append((record.levelno, text))


@pytest.fixture
def expected_warnings() -> list[str]:
    """Give a list to which a test adds pieces of the warnings that it provokes."""
    return []


@pytest.fixture(autouse=True)
def clean_log(expected_warnings: list[str]) -> Iterator[None]:
    """Fail a test that logs an identity, or a warning that nobody expected."""
    listener = _Listener()
    root, ours = logging.getLogger(), (logging.getLogger("desktop_app"), logging.getLogger("ui"))
    levels = [logger.level for logger in ours]
    root.addHandler(listener)
    for logger in ours:
        logger.setLevel(logging.DEBUG)
    yield
    root.removeHandler(listener)
    for logger, level in zip(ours, levels, strict=True):
        logger.setLevel(level)
    identities = [text for _, text in listener.lines if SENTINEL in text]
    assert identities == [], "an identity was logged"
    warnings = [text for level, text in listener.lines if level >= logging.WARNING]
    unexpected = [
        text for text in warnings if not any(piece in text for piece in expected_warnings)
    ]
    assert unexpected == [], "nobody expected these warnings"
