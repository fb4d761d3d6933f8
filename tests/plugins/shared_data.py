"""Leave out tests that read ``../shared`` where it is absent, say so, and insist on it in CI."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"
_LEFT_OUT = pytest.StashKey[int]()


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of cases, contract and data that lies beside the checkout."""
    return SHARED


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect what is marked ``shared`` if the folder is not there.

    Raises:
        pytest.UsageError: the folder is missing in CI, where these tests are required.
    """
    if SHARED.is_dir():
        return
    if os.environ.get("CI") == "true":
        raise pytest.UsageError("CI needs the folder 'shared' beside the checkout")
    marked = [item for item in items if item.get_closest_marker("shared")]
    items[:] = [item for item in items if item not in marked]
    config.stash[_LEFT_OUT] = len(marked)
    config.hook.pytest_deselected(items=marked)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say how many tests were left out."""
    if left_out := config.stash.get(_LEFT_OUT, 0):
        terminalreporter.write_line(
            f"left out: {left_out} tests marked 'shared', as ../shared is not there"
        )
