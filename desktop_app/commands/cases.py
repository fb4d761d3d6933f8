"""Read the case file that a command was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.errors import InputError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.record import PatientRecord


def read_dated(path: Path, as_of: date | None = None) -> tuple[PatientRecord, date, Catalogue]:
    """Give the record, the day to look at, and the catalogue; the day is the last one if not asked.

    Raises:
        InputError: the file is no case, or nothing in it has a day.
    """
    from desktop_app.data.content.catalogue import load_catalogue
    from desktop_app.domain.view import last_day
    from desktop_app.exchange.case import read_case
    from desktop_app.paths import resource_root

    catalogue = load_catalogue(resource_root())
    record = read_case(path.read_bytes(), catalogue)
    day = as_of or last_day(record)
    if day is None:
        raise InputError("/results", "at least one dated entry")
    return record, day, catalogue


def label_of(path: Path) -> str:
    """Give what stands for the patient's name: that of the file, without its endings."""
    return path.name.removesuffix(".json").removesuffix(".case")
