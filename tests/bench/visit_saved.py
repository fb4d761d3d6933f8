"""A visit of ten results signed: encrypted, with its audit rows and the snapshot of its assessment.

What is left of it without the rules' own time is the commit. It is compared with the very same
rows, written into a plain copy of the record by SQLAlchemy Core in one transaction, without a
thought about what they mean.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Engine, Table, insert, select, update
from sqlmodel import SQLModel

from desktop_app import demo
from desktop_app.bootstrap import build_services
from desktop_app.data.engine import open_engine, writing
from desktop_app.data.vault import read_keys
from desktop_app.domain.patient import Registration
from desktop_app.domain.visit import DraftFinding, DraftResult, VisitDraft
from desktop_app.paths import Paths
from desktop_app.services import snapshots
from desktop_app.services.clock import FixedClock
from tests.bench.assessment import VALUES
from tests.bench.figures import Figure, tell
from tests.bench.plain import plain_copy

TODAY = date(2026, 11, 22)
PATIENTS = 3
TIMES = 20  # the median is a patient's tenth visit
Rows = Mapping[str, Mapping[Any, Mapping[str, Any]]]


def drafts(patient_id: int) -> Iterator[VisitDraft]:
    """Give visits of ten results each, one a month up to today."""
    results = tuple(DraftResult(code, text, unit) for code, (text, unit) in VALUES.items())
    findings = (
        DraftFinding("serum_immunofixation", ("IgA-kappa",)),
        DraftFinding("fatigue", False),
    )
    for months in reversed(range(TIMES + 1)):
        day = TODAY - timedelta(days=30 * months)
        yield VisitDraft(patient_id, day.isoformat(), results, findings)


def key_of(table: Table) -> str:
    """Give the name of a table's one key column."""
    (column,) = table.primary_key.columns
    return column.name


def rows_of(engine: Engine) -> Rows:
    """Read the whole record."""
    with engine.connect() as connection:
        return {
            table.name: {
                row[key_of(table)]: dict(row)
                for row in connection.execute(select(table)).mappings()
            }
            for table in SQLModel.metadata.sorted_tables
        }


def write_core(engine: Engine, before: Rows, after: Rows) -> None:
    """Write what is new or changed between two states, in one transaction."""
    with writing(engine).begin() as connection:
        for table in SQLModel.metadata.sorted_tables:
            key, old, new = key_of(table), before[table.name], after[table.name]
            added = [row for which, row in new.items() if which not in old]
            if added:
                connection.execute(insert(table), added)
            for which, row in new.items():
                if which in old and row != old[which]:
                    connection.execute(update(table).where(table.c[key] == which).values(row))


class Stopwatch:
    """Stand before a function and add up how long it takes."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function
        self.ms = 0.0

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Call the function."""
        started = time.perf_counter()
        try:
            return self._function(*arguments, **named)
        finally:
            self.ms += (time.perf_counter() - started) * 1000


def main() -> None:
    """Save visit after visit in one record, and its rows by Core in the other."""
    rules = Stopwatch(snapshots.assess)
    snapshots.assess = rules
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.found(Path(folder) / "ours")
        services = build_services(paths, FixedClock(TODAY))
        services.clinic.create(demo.PASSPHRASE)
        patients = [
            services.patients.register(Registration(f"BENCH-{number}", "Bench", "1957-03"))
            for number in range(PATIENTS)
        ]
        key = read_keys(paths.keys).unwrap(demo.PASSPHRASE)
        look, core = (
            open_engine(paths.record, key),
            plain_copy(paths.record, key, Path(folder) / "plain.db"),
        )
        spent: list[tuple[float, float, float]] = []
        before = rows_of(look)
        for draft in (draft for patient_id in patients for draft in drafts(patient_id)):
            rules.ms, started = 0.0, time.perf_counter()
            services.visits.record(draft)
            saved = (time.perf_counter() - started) * 1000
            after = rows_of(look)
            started = time.perf_counter()
            write_core(core, before, after)
            spent.append((saved, saved - rules.ms, (time.perf_counter() - started) * 1000))
            before = after
        assert rows_of(core) == before
        services.clinic.lock()
        for engine in (look, core):
            engine.dispose()
    saved, commit, by_core = (median(column) for column in zip(*spent[1:], strict=True))
    plain = "same rows by Core, plain"
    tell(
        Figure("visit saved, assessed, with audit and snapshot", saved, 50),
        Figure("of that, all but the rules: encrypted commit", commit, None, plain, by_core, 3),
    )


if __name__ == "__main__":
    main()
