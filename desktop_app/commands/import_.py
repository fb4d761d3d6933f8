"""Import laboratory files: ``main.py import FILE… --db PATH``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.commands.records import add_db, opened
from desktop_app.domain.arrivals.review import STORED, Decisions
from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.errors import InputError

if TYPE_CHECKING:
    import argparse

    from desktop_app.domain.arrivals.rows import SiteProfile, Staged
    from desktop_app.services import Services


def add_parser(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("import", help="import laboratory files")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="CSV, text or workbook")
    add_db(parser)
    parser.add_argument("--profile", metavar="NAME", help="how this laboratory writes, as kept")
    parser.add_argument("--patient", metavar="NUMBER", help="record number of whom all values are")
    parser.add_argument(
        "--register-new", action="store_true", help="register people who are not in the record"
    )
    parser.add_argument("--lang", choices=LANGUAGES, default="en")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Store what leaves no question, and list the rest; a file that is unusable stops all.

    Raises:
        InputError: a file, the profile or the patient cannot be used; nothing was written.
        StorageError: the record cannot be opened.
    """
    with opened(asked.db) as services:
        profile = _profile(services, asked.profile)
        patient_id = _patient(services, asked.patient)
        staged = [_staged(services, asked, path, profile) for path in asked.files]
        for each in staged:
            sys.stdout.write(_imported(services, asked, each, profile, patient_id))
        while services.imports.assess_next():
            pass
    return 0


def _staged(
    services: Services, asked: argparse.Namespace, path: Path, profile: SiteProfile
) -> Staged:
    asked.file = path  # what is wrong is told of this file
    staged = services.imports.stage(services.imports.open_file(path), profile)
    asked.file = None
    return staged


def _imported(
    services: Services,
    asked: argparse.Namespace,
    staged: Staged,
    profile: SiteProfile,
    patient_id: int | None,
) -> str:
    """Review and store one file; what an earlier one of the same call stored counts."""
    from desktop_app.exchange.import_prose import import_prose

    decisions = Decisions(register_new=asked.register_new)
    review = services.imports.review(staged, profile, decisions, patient_id=patient_id)
    any_ready = any(arrival.state in STORED for arrival in review.arrivals)
    imported = services.imports.store(review) if any_ready else None
    return import_prose(review, imported, services.wordings[asked.lang])


def _profile(services: Services, name: str | None) -> SiteProfile:
    if name is not None and name not in services.imports.profiles():
        known = ", ".join(services.imports.profiles())
        raise InputError("--profile", f"the name of a profile that was kept ({known})")
    return services.imports.profile(name or "")


def _patient(services: Services, number: str | None) -> int | None:
    if number is None:
        return None
    patient_id = services.imports.patient_of(number)
    if patient_id is None:
        raise InputError("--patient", "the record number of a registered patient")
    return patient_id
