"""Everything of a patient with 300 results read from the record, each patient for the first time.

Compared with the same record without encryption; what is read is the same and so is the code.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from sqlalchemy import Engine

from desktop_app import demo
from desktop_app.bootstrap import build_services
from desktop_app.data.engine import open_engine
from desktop_app.data.unit_of_work import unit_of_work
from desktop_app.data.vault import read_keys
from desktop_app.domain.patient import Registration
from desktop_app.paths import Paths
from desktop_app.services.clock import FixedClock
from tests.bench.assessment import TODAY, record
from tests.bench.figures import Figure, tell
from tests.bench.plain import plain_copy, plain_engine

PATIENTS = 40
ROUNDS = 5


def read(engine: Engine, patient_id: int) -> object:
    """Read what the page of a patient shows."""
    with unit_of_work(engine, datetime.now(UTC), "owner") as work:
        return (
            work.record_of(patient_id),
            work.visits.history(patient_id),
            work.assessments.of_visits(patient_id),
            work.drafts.newest(patient_id),
        )


def each_first_time(engine: Engine) -> Iterator[float]:
    """Give how long each patient takes on connections that have read nothing yet."""
    try:
        read(engine, 1)  # the schema is read once in a program's life
        for patient_id in range(2, PATIENTS + 1):
            started = time.perf_counter()
            read(engine, patient_id)
            yield (time.perf_counter() - started) * 1000
    finally:
        engine.dispose()


def main() -> None:
    """Read all patients from the one and from the other, in turns."""
    with tempfile.TemporaryDirectory() as folder:
        paths, plain = Paths.found(Path(folder)), Path(folder) / "plain.db"
        services = build_services(paths, FixedClock(TODAY))
        services.clinic.create(demo.PASSPHRASE)
        services.patients.admit(
            (Registration(f"BENCH-{number}", "Bench", "1957-03"), record())
            for number in range(PATIENTS)
        )
        services.clinic.lock()
        key = read_keys(paths.keys).unwrap(demo.PASSPHRASE)
        plain_copy(paths.record, key, plain).dispose()
        ours: list[float] = []
        theirs: list[float] = []
        for _ in range(ROUNDS):
            ours += each_first_time(open_engine(paths.record, key))
            theirs += each_first_time(plain_engine(plain))
    without = "the same without encryption"
    tell(
        Figure("patient read for the first time", median(ours), None, without, median(theirs), 1.5)
    )


if __name__ == "__main__":
    main()
