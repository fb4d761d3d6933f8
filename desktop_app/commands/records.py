"""Open the clinic's record for a command: where it is, and the passphrase that opens it."""

from __future__ import annotations

import getpass
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.errors import InputError

if TYPE_CHECKING:
    import argparse

    from desktop_app.paths import Paths
    from desktop_app.services import Services

PASSPHRASE_VARIABLE = "MSPIKE_PASSPHRASE"  # noqa: S105 - the name of a variable
LOGIN_VARIABLE = "MSPIKE_LOGIN"  # for who did not make the record


def add_db(parser: argparse.ArgumentParser) -> None:
    """Let a command be told which record it is about."""
    parser.add_argument(
        "--db",
        type=Path,
        required=True,
        metavar="PATH",
        help="the clinic's record: its folder, or the file clinic.db in it",
    )


@contextmanager
def opened(db: Path) -> Iterator[Services]:
    """Unlock a record that exists, give its services, and lock it again.

    The passphrase comes from the environment or is asked for; never from an argument, which other
    users of the computer could read.

    Raises:
        InputError: the path names another file, or there is nobody to ask for the passphrase.
        StorageError: the record cannot be opened; see ``ClinicService.unlock``.
    """
    from desktop_app.bootstrap import build_services
    from desktop_app.services.clock import Clock

    services = build_services(paths_of(db), Clock())
    services.clinic.unlock(passphrase(), os.environ.get(LOGIN_VARIABLE, ""))
    try:
        yield services
    finally:
        services.clinic.lock()


def paths_of(db: Path, *, new: bool = False) -> Paths:
    """Give the files of the record that ``--db`` names; a ``new`` one's folder need not exist.

    Raises:
        InputError: the path names another file.
    """
    from desktop_app.paths import Paths

    name = Paths.found(db).record.name
    if db.is_dir() or (new and db.suffix != Path(name).suffix):
        return Paths.found(db)
    if db.name != name:
        raise InputError("--db", f"a folder, or the file {name} in it")
    return Paths.found(db.parent)


def passphrase() -> str:
    """Give the passphrase of the environment, else ask for it.

    Raises:
        InputError: there is nobody to ask.
    """
    given = os.environ.get(PASSPHRASE_VARIABLE)
    if given is not None:
        return given
    try:
        with warnings.catch_warnings():
            # Without a terminal the passphrase would be shown where it is typed, or never come.
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass("Passphrase: ")
    except (EOFError, getpass.GetPassWarning) as error:
        raise InputError("passphrase", f"{PASSPHRASE_VARIABLE}, or somebody to type it") from error
