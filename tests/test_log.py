"""The log says where the program failed, and nothing of anybody."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.log import FILE_NAME, stack_of, start_log, stop_log

IDENTITY = "陳小明 A-0815"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    handler = start_log(tmp_path / "logs")
    yield tmp_path / "logs"
    stop_log(handler)


def fail(text: str) -> None:
    raise ValueError(f"not a number: {text}")


def test_the_folder_is_made(folder: Path) -> None:
    logging.getLogger("mspike.test").info("started")

    assert "INFO mspike.test started" in (folder / FILE_NAME).read_text("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="modes of folders are POSIX")
def test_a_folder_that_the_log_makes_is_for_the_user_alone(tmp_path: Path) -> None:
    stop_log(start_log(tmp_path / "clinic" / "logs"))

    assert (tmp_path / "clinic").stat().st_mode & 0o077 == 0
    assert (tmp_path / "clinic" / "logs").stat().st_mode & 0o077 == 0


def test_an_exceptions_own_text_stays_out(folder: Path, expected_warnings: list[str]) -> None:
    expected_warnings.append("unexpected")

    try:
        fail(IDENTITY)
    except ValueError:
        logging.getLogger("mspike.test").exception("unexpected")

    written = (folder / FILE_NAME).read_text("utf-8")
    assert IDENTITY not in written
    assert "in fail" in written
    assert "builtins.ValueError" in written


def test_the_cause_of_an_error_is_told_too() -> None:
    try:
        try:
            fail(IDENTITY)
        except ValueError as error:
            raise RuntimeError(IDENTITY) from error
    except RuntimeError as error:
        stack = stack_of(error)

    assert stack.index("ValueError") < stack.index("which led to:") < stack.index("RuntimeError")
    assert IDENTITY not in stack


def test_a_stopped_log_writes_no_more(tmp_path: Path, expected_warnings: list[str]) -> None:
    expected_warnings.append("afterwards")
    handler = start_log(tmp_path)
    stop_log(handler)

    logging.getLogger("mspike.test").warning("afterwards")

    assert "afterwards" not in (tmp_path / FILE_NAME).read_text("utf-8")
