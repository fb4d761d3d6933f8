"""Fail a run that was measured as a whole (``--cov``) when a layer is covered too little.

The gates are checked inside pytest, so that its own closing line stays the last one.
"""

from __future__ import annotations

import io

import coverage
import pytest

GATES = {
    "desktop_app/domain/*": 100.0,
    "desktop_app/services/*": 100.0,
    "desktop_app/data/*": 95.0,
    "desktop_app/exchange/*": 95.0,
    "desktop_app/reports/*": 95.0,
    "desktop_app/commands/*": 95.0,
    "desktop_app/demo/*": 95.0,
    "desktop_app/*.py": 80.0,
    "ui/*": 80.0,
}
_LINES = pytest.StashKey[list[str]]()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Measure every gate once pytest-cov has saved its data; a missed gate fails the run."""
    measuring = session.config.getoption("cov_source", default=None)
    everything = session.config.args_source is pytest.Config.ArgsSource.TESTPATHS
    if not (measuring and everything) or exitstatus > pytest.ExitCode.TESTS_FAILED:
        return
    lines, missed = _measured()
    session.config.stash[_LINES] = lines
    if missed and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _measured() -> tuple[list[str], bool]:
    data = coverage.Coverage()
    data.load()
    lines, missed = [], False
    for layer, gate in GATES.items():
        table = io.StringIO()
        percent = data.report(include=[layer], file=table, show_missing=True, skip_covered=True)
        lines.append(f"{layer:24} {percent:6.2f} %  (gate {gate:g} %)")
        if percent < gate:
            missed = True
            lines += [f"    {row}" for row in table.getvalue().splitlines()]
    return lines, missed


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print the gates, with the lines not covered where one is missed."""
    if lines := config.stash.get(_LINES, None):
        terminalreporter.section("coverage, lines and branches")
        for line in lines:
            terminalreporter.write_line(line)
