"""Load the Mayo MGUS cohort, 1,384 people (mgus2.csv of R's survival package), into a record.

    MSPIKE_PASSPHRASE=... python scripts/load_mgus2.py mgus2.csv --data-dir DIR

The file gives age, sex and year of diagnosis with haemoglobin (g/dL), creatinine (mg/dL) and the
M-protein (g/dL); an empty cell is unknown and stays so. Results are dated by their year alone.
It is imported as any laboratory's file is, through a profile that the record then keeps. The
passphrase is asked for where the environment does not hold it; a new record is made in an empty
folder, and an existing one is opened and added to.
"""

from __future__ import annotations

import argparse
import getpass
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.arrivals.review import Decisions, ImportReview
from desktop_app.domain.arrivals.rows import Layout, SiteProfile
from desktop_app.domain.errors import InputError, Refusal, StorageError

if TYPE_CHECKING:
    from desktop_app.services import Services

PROFILE = SiteProfile(
    "mgus2",
    layout=Layout.WIDE,
    columns={
        "id": "patient_id",
        "age": "age",
        "sex": "sex",
        "dxyr": "collected_at",
        **dict.fromkeys(("ptime", "pstat", "futime", "death"), "-"),
    },
    items={"hgb|": "hemoglobin", "creat|": "creatinine", "mspike|": "serum_m_protein"},
    units={"hgb|": "g/dL", "creat|": "mg/dL", "mspike|": "g/dL"},
    number_prefix="MGUS2-",
    name_is_number=True,
)


def load(services: Services, file: Path, profile: SiteProfile = PROFILE) -> ImportReview:
    """Import a file through a profile, as the record keeps it, and register everybody.

    Raises:
        InputError: the file cannot be used.
        Refusal: there is nothing new in it.
    """
    services.imports.keep_profile(profile)
    kept = services.imports.profile(profile.name)
    staged = services.imports.stage(services.imports.open_file(file), kept)
    review = services.imports.review(staged, kept, Decisions(register_new=True))
    services.imports.store(review)
    return review


def main() -> int:
    """Read the arguments, open the record, load, assess, and say how long it took."""
    parser = argparse.ArgumentParser(description="Load the Mayo MGUS cohort into a record.")
    parser.add_argument("csv", type=Path, help="mgus2.csv")
    parser.add_argument("--data-dir", type=Path, required=True, help="folder of the record")
    asked = parser.parse_args()
    try:
        passphrase = os.environ.get("MSPIKE_PASSPHRASE") or getpass.getpass("Passphrase: ")
        services = opened(asked.data_dir, passphrase)
        started = time.monotonic()
        people = len(load(services, asked.csv).people)
        while services.imports.assess_next():
            pass
        sys.stdout.write(f"{people} people, {time.monotonic() - started:.1f} s\n")
    except (InputError, Refusal, StorageError, EOFError) as error:
        sys.stderr.write(f"{asked.csv}: not loaded: {error}\n")
        return 2
    return 0


def opened(data_dir: Path, passphrase: str) -> Services:
    """Open the record of a folder, or make it."""
    from desktop_app.bootstrap import build_services
    from desktop_app.paths import Paths
    from desktop_app.services.clinic import RecordState
    from desktop_app.services.clock import Clock

    services = build_services(Paths.found(data_dir), Clock())
    if services.clinic.state() is RecordState.ABSENT:
        services.clinic.create(passphrase)
    else:
        services.clinic.unlock(passphrase)
    return services


if __name__ == "__main__":
    sys.exit(main())
