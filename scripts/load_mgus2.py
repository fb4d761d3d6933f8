"""Load the Mayo MGUS cohort, 1,384 people (mgus2.csv of R's survival package), into a record.

    MSPIKE_PASSPHRASE=... python scripts/load_mgus2.py mgus2.csv --data-dir DIR

The file gives age, sex and year of diagnosis with haemoglobin (g/dL), creatinine (mg/dL) and the
M-protein (g/dL); an empty cell is unknown and stays so. Results are dated by their year alone.
The passphrase is asked for where the environment does not hold it; a new record is made in an
empty folder, and an existing one is opened and added to.
"""

from __future__ import annotations

import argparse
import csv
import getpass
import os
import sys
import time
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.errors import FieldErrors, Refusal, StorageError
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.patient import Registration
from desktop_app.domain.record import PatientRecord, Person, Result, Sex

if TYPE_CHECKING:
    from desktop_app.services import Services

# Column of the file -> code and unit of the contract.
COLUMNS = {
    "hgb": ("hemoglobin", "g/dL"),
    "creat": ("creatinine", "mg/dL"),
    "mspike": ("serum_m_protein", "g/dL"),
}
SEXES = {"F": Sex.FEMALE, "M": Sex.MALE}
CHUNK = 50


def arrival_of(row: Mapping[str, str]) -> tuple[Registration, PatientRecord]:
    """Turn one row of the file into a registration and what is known of the person."""
    year = row["dxyr"]
    sex, birth = SEXES[row["sex"]], str(int(year) - int(row["age"]))
    registration = Registration(
        record_number=f"MGUS2-{int(row['id']):04}",
        name=f"Mayo cohort {int(row['id']):04}",
        birth_date=birth,
        sex=sex,
    )
    results = tuple(
        Result(PartialDate(year), code, Decimal(row[column]), unit)
        for column, (code, unit) in COLUMNS.items()
        if row[column] not in {"", "NA"}
    )
    return registration, PatientRecord(Person(sex, PartialDate(birth)), results=results)


def load(services: Services, file: Path) -> Iterator[int]:
    """Admit everybody of the file in chunks; give the number of people after each chunk.

    Raises:
        FieldErrors: somebody of the file is in the record already.
    """
    with file.open(encoding="utf-8", newline="") as lines:
        arrivals = [arrival_of(row) for row in csv.DictReader(lines)]
    for start in range(0, len(arrivals), CHUNK):
        services.patients.admit(arrivals[start : start + CHUNK])
        yield min(start + CHUNK, len(arrivals))


def main() -> int:
    """Read the arguments, open the record, load, and say how long it took."""
    parser = argparse.ArgumentParser(description="Load the Mayo MGUS cohort into a record.")
    parser.add_argument("csv", type=Path, help="mgus2.csv")
    parser.add_argument("--data-dir", type=Path, required=True, help="folder of the record")
    asked = parser.parse_args()
    try:
        passphrase = os.environ.get("MSPIKE_PASSPHRASE") or getpass.getpass("Passphrase: ")
        services = opened(asked.data_dir, passphrase)
        started = time.monotonic()
        for people in load(services, asked.csv):
            sys.stdout.write(f"{people} people, {time.monotonic() - started:.1f} s\n")
    except (FieldErrors, Refusal, StorageError, EOFError, OSError, KeyError, ValueError) as error:
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
