"""Say how often each soak test tries: a fiftieth in the plain run, all of it with ``--soak``.

A full run takes minutes and is made by hand: ``pytest tests/soak --soak``, or ``MSPIKE_SOAK=1``.
Both begin with the same seed, so that a trial that failed fails again; ``--soak-seed`` is for more.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

SHARE = 0.02
SEED = 20261122
_SECONDS, _FULL_SECONDS = 300, 7200  # until a test is taken to hang
_TOLD = pytest.StashKey[list[str]]()


@dataclass(frozen=True, slots=True)
class Soak:
    """Hold how much is asked for, and gather what came out."""

    full: bool
    seed: int
    lines: list[str]

    def trials(self, full: int) -> int:
        """Give how many trials to make of those that a full run makes."""
        return full if self.full else max(1, round(full * SHARE))

    def tell(self, name: str, outcomes: Mapping[str, int]) -> None:
        """Keep what came out of a test for the end of the run."""
        said = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
        self.lines.append(f"{name}: {Counter(outcomes).total()} trials: {said}")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the two options."""
    group = parser.getgroup("soak")
    group.addoption("--soak", action="store_true", help="make all trials of tests/soak")
    group.addoption("--soak-seed", type=int, default=SEED, help="begin the trials elsewhere")


@pytest.fixture
def soak(pytestconfig: pytest.Config) -> Soak:
    """Give how much is asked for."""
    lines = pytestconfig.stash.setdefault(_TOLD, [])
    return Soak(_full(pytestconfig), pytestconfig.getoption("--soak-seed"), lines)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Give these tests the time that they need."""
    seconds = _FULL_SECONDS if _full(config) else _SECONDS
    for item in items:
        if "soak" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.timeout(seconds))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say what came out; a plain run says nothing."""
    lines = config.stash.get(_TOLD, [])
    if lines and _full(config):
        terminalreporter.section("soak")
        for line in lines:
            terminalreporter.write_line(line)


def _full(config: pytest.Config) -> bool:
    return bool(config.getoption("--soak")) or os.environ.get("MSPIKE_SOAK") == "1"
