"""Read the command line of the contract and hand over to the window or to one command."""

from __future__ import annotations

import argparse
import io
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from desktop_app import demo, platform_check
from desktop_app.domain.errors import InputError, Refusal, StorageError
from desktop_app.log import start_log, stop_log
from desktop_app.paths import Paths

if TYPE_CHECKING:
    from desktop_app.services import Services

UNUSABLE = 2


class _Parser(argparse.ArgumentParser):
    """Answer a wrong command line with exactly one line, as the contract wants."""

    def error(self, message: str) -> NoReturn:
        self.exit(UNUSABLE, f"{self.prog}: {message}\n")


def main(arguments: Sequence[str]) -> int:
    """Run what the arguments ask for and give the exit status: 0, or 2 for unusable input."""
    _write_utf8()
    window_only = set(arguments) <= {"--demo", "--self-test"}
    asked = _parser(with_commands=not window_only).parse_args(arguments)
    try:
        return _run(asked)
    except BrokenPipeError:
        # The reader closed early; what is still buffered must not fail at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (InputError, Refusal, StorageError, OSError) as error:
        sys.stderr.write(" ".join(_reason(error, asked).split()) + "\n")
        return UNUSABLE


def _parser(*, with_commands: bool) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="mspike", description="Follow MGUS, smouldering myeloma, myeloma and POEMS, offline."
    )
    parser.add_argument(
        "--demo", action="store_true", help="open a fresh record of fictional patients"
    )
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="folder of the clinic's record"
    )
    parser.add_argument("--self-test", action="store_true", help="try every part once and report")
    parser.set_defaults(run=None)
    if with_commands:
        # Imported only where a command may be meant: the window opens sooner without them.
        from desktop_app.commands import (
            assess,
            backup,
            chart,
            drift,
            import_,
            leaflet,
            letter,
            restore,
            verify,
        )

        commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)
        known = (assess, chart, leaflet, letter, drift, import_, backup, restore, verify)
        for command in known:
            command.add_parser(commands)
    return parser


def _run(asked: argparse.Namespace) -> int:
    if asked.run is not None:
        status: int = asked.run(asked)
        return status
    if asked.self_test:
        from desktop_app.self_test import self_test

        return self_test(sys.stdout.write)
    if asked.demo:
        with tempfile.TemporaryDirectory(prefix="mspike-demo-") as folder:
            paths = Paths.found(Path(folder))
            return _open_window(paths, partial(demo.build, paths), demo.PASSPHRASE)
    paths = Paths.found(asked.data_dir)
    return _open_window(paths, partial(_build, paths))


def _open_window(
    paths: Paths, build: Callable[[], Services], demo_passphrase: str | None = None
) -> int:
    platform_check.check_window()
    from ui.app import run

    log = start_log(paths.logs)
    try:
        return run(paths, build, demo_passphrase=demo_passphrase)
    finally:
        stop_log(log)


def _build(paths: Paths) -> Services:
    """Import the data layer and wire the services; the window calls it off the GUI thread."""
    from desktop_app.bootstrap import build_services
    from desktop_app.services.clock import Clock

    return build_services(paths, Clock())


def _reason(error: InputError | Refusal | StorageError | OSError, asked: argparse.Namespace) -> str:
    """Say what was unusable: file, place and what was expected."""
    if isinstance(error, OSError):
        return f"{error.filename or 'mspike'}: {error.strerror or type(error).__name__}"
    given = (getattr(asked, name, None) for name in ("case", "file", "db"))
    file = next(filter(None, given), None)
    if isinstance(error, InputError):
        return f"{file}: {error.place}: {error.expected}"
    from desktop_app.data.content.wordings import load_wordings

    table = "refusal" if isinstance(error, Refusal) else "error"
    wording = load_wordings(Paths.found().resources)["en"]
    sentence = wording.text(f"{table}.{error.code}", error.values.items())
    return f"{file}: {sentence}" if file else sentence


def _write_utf8() -> None:
    """Write UTF-8 whatever the console's code page is; a window build has no streams at all."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
