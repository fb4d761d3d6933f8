"""Make records to try things on, copy them cheaply, and tell in one value what a record holds."""

from __future__ import annotations

import hashlib
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.data.vault import read_keys
from desktop_app.paths import Paths
from desktop_app.services.clock import FixedClock
from tests.builders import NAME, a_draft, a_registration
from tests.conftest import PASSPHRASE, RESOURCES, TODAY, cheap_services
from tests.data.reading import raw

if TYPE_CHECKING:
    from desktop_app.domain.visit import VisitDraft
    from desktop_app.services import Services

FIRST = date(2026, 1, 5)


def services_on(folder: Path) -> Services:
    """Give services on the files of a folder."""
    return cheap_services(Paths(RESOURCES, folder), FixedClock(TODAY))


def draft_of(number: int, patient_id: int = 1) -> VisitDraft:
    """Give a visit that nobody takes for another one."""
    day = FIRST + timedelta(days=7 * number)
    return a_draft(patient_id, day.isoformat(), note=f"{NAME} {number}")


def make(folder: Path, visits: int = 2) -> Path:
    """Make a record of one patient with some visits and a backup, locked; give its folder."""
    services = services_on(folder)
    services.clinic.create(PASSPHRASE)
    patient_id = services.patients.register(a_registration())
    for number in range(-visits, 0):
        services.visits.record(draft_of(number, patient_id))
    services.clinic.lock()
    return folder


def copy(source: Path, target: Path) -> Path:
    """Put a copy of a folder in the place of another."""
    shutil.rmtree(target, ignore_errors=True)
    return Path(shutil.copytree(source, target))


def tables(folder: Path) -> dict[str, list[Any]]:
    """Read every row of a record as its files have them."""
    return tables_of_file(folder / "clinic.db")


def tables_of_file(path: Path) -> dict[str, list[Any]]:
    """Read every row of a file whose keys stand beside it."""
    key = read_keys(path.with_suffix(".keys")).unwrap(PASSPHRASE)
    with raw(path, key) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        ).fetchall()
        return {
            table: connection.execute(f'SELECT * FROM "{table}" ORDER BY rowid').fetchall()
            for (table,) in names
        }


def digest(found: dict[str, list[Any]], *, log_less: int | None = None) -> str:
    """Give one value for all rows; of the log without its newest lines, or without all of it."""
    kept = {name: rows for name, rows in found.items() if name != "sqlite_sequence"}
    log = kept.pop("audit")
    if log_less is not None:
        kept["audit"] = log[: len(log) - log_less]
    return hashlib.sha256(repr(kept).encode()).hexdigest()


def rows_of(folder: Path) -> str:
    """Give one value for all rows but the log's."""
    return digest(tables(folder))


def rows_of_file(path: Path) -> str:
    """Give one value for all rows of a backup but the log's."""
    return digest(tables_of_file(path))


def leftovers(folder: Path) -> list[str]:
    """Name the files that were begun and are not whole."""
    return sorted(path.name for path in folder.rglob("*") if ".part" in path.name)
