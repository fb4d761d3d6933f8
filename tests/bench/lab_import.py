"""A laboratory file of 100,000 results: staged, mapped, checked, compared and committed.

The gate compares with the csv module and the driver alone: the same rows of the same tables with
the same keys and constraints, in one transaction of plain SQLite, without a thought about what they
mean. How the time grows with the amount is measured on halves of it.
"""

from __future__ import annotations

import csv
import io
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.schema import CreateIndex, CreateTable

from desktop_app import demo
from desktop_app.bootstrap import build_services
from desktop_app.data.import_tables import ImportedLineRow, ImportedResultRow
from desktop_app.data.key_cost import KeyCost
from desktop_app.data.rows import table_of
from desktop_app.data.tables import ResultRow
from desktop_app.domain.arrivals.review import Decisions
from desktop_app.paths import Paths
from desktop_app.services import Services
from desktop_app.services.clock import FixedClock
from tests.bench.assessment import VALUES
from tests.bench.figures import Figure, fitted_exponent, tell

TODAY = date(2026, 11, 22)
PEOPLE = 500
AMOUNTS = (25_000, 50_000, 100_000)
TITLES = "patient_id,name,birth_date,sex,collected_at,item_name,value,unit,ref_low,ref_high,lab\n"
NAMES = {
    "hemoglobin": "Hemoglobin",
    "creatinine": "Creatinine",
    "calcium": "Calcium",
    "albumin": "Albumin",
    "serum_m_protein": "M-protein",
}
TABLES = tuple(map(table_of, (ResultRow, ImportedLineRow, ImportedResultRow)))


def lines(amount: int) -> Iterator[str]:
    """Give a long table: people in turns, each day five tests."""
    days = [(TODAY - timedelta(days=each)).isoformat() for each in range(400)]
    tests = [(name, *VALUES[code]) for code, name in NAMES.items()]
    for number in range(amount):
        person, visit = number // 5 % PEOPLE, number // (5 * PEOPLE)
        name, value, unit = tests[number % 5]
        who = f"{person:06},Person {person},19{40 + person % 50}-01-02,{'FM'[person % 2]}"
        yield f"{who},{days[visit]} 08:30,{name},{value},{unit},,,Lab A\n"


def imported(services: Services, text: str) -> float:
    """Take a text into the record; give the seconds that this took."""
    profile = services.imports.profile("bench")
    started = time.perf_counter()
    staged = services.imports.stage(services.imports.pasted(text), profile)
    review = services.imports.review(staged, profile, Decisions(register_new=True))
    services.imports.store(review)
    spent = time.perf_counter() - started
    assert review.counts.total() == len(staged.rows) == text.count("\n") - 1
    assert set(review.counts) == {"new"}, review.counts
    return spent


def bare_table(folder: Path, text: str) -> float:
    """Put the cells into one table without keys or constraints; give the seconds."""
    connection = _opened(folder / "bare.db")
    titles = TITLES.strip()
    connection.execute(f"CREATE TABLE row ({titles})")
    started = time.perf_counter()
    rows = csv.reader(io.StringIO(text))
    next(rows)
    connection.execute("BEGIN")
    marks = ",".join("?" * len(titles.split(",")))
    connection.executemany(f"INSERT INTO row VALUES ({marks})", rows)
    connection.execute("COMMIT")
    spent = time.perf_counter() - started
    connection.close()
    return spent


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def raw(folder: Path, text: str) -> float:
    """Write the same rows with nothing but csv and the driver; give the seconds."""
    connection = _opened(folder / "raw.db")
    for table in TABLES:
        connection.execute(str(CreateTable(table)))
        for index in table.indexes:
            connection.execute(str(CreateIndex(index)))
    source = text.splitlines()
    started = time.perf_counter()
    rows: list[tuple[Any, ...]] = []
    kept: list[tuple[Any, ...]] = []
    for number, row in enumerate(csv.reader(io.StringIO(text))):
        if number:
            day = row[4][:10]
            made = (number, int(row[0]) + 1, "2026-11-22T02:00:00.000000+00:00", "owner")
            rows.append((*made, day, day, day, row[5], row[6], row[7], row[10], False))
            kept.append((number, 1, number, source[number]))
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO result (id, patient_id, recorded_at, recorded_by, observed, observed_first,"
        " observed_last, code, value, unit, lab, confirmed) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        rows,
    )
    connection.executemany("INSERT INTO imported_line VALUES (?, ?, ?, ?)", kept)
    connection.executemany(
        "INSERT INTO imported_result VALUES (?, ?)", ((number, number) for number, *_ in kept)
    )
    connection.execute("COMMIT")
    spent = time.perf_counter() - started
    connection.close()
    return spent


def in_turns(amount: int) -> tuple[float, float, float]:
    """Write and import one file of a length into new files; give the seconds of each way."""
    text = TITLES + "".join(lines(amount))
    with tempfile.TemporaryDirectory() as folder:
        cheap = KeyCost(memory_kib=8, passes=1, lanes=1)
        paths = Paths.found(Path(folder) / "record")
        services = build_services(paths, FixedClock(TODAY), key_cost=cheap)
        services.clinic.create(demo.PASSPHRASE)
        bare = bare_table(Path(folder), text)
        spent = bare, raw(Path(folder), text), imported(services, text)
        services.clinic.lock()
    return spent


def main() -> None:
    """Import three files of growing length, each into a record of its own."""
    in_turns(1_000)  # imports what is imported once
    bare: list[float] = []
    same: list[float] = []
    ours: list[float] = []
    for amount in AMOUNTS:
        # The fastest of each: what else the computer does only ever adds.
        by_cells, by_driver, by_us = zip(*(in_turns(amount) for _ in range(3)), strict=True)
        bare.append(min(by_cells))
        same.append(min(by_driver))
        ours.append(min(by_us))
    tell(
        Figure(
            "100,000 results of a laboratory file imported",
            ours[-1] * 1000,
            None,
            "csv and sqlite3, same rows",
            same[-1] * 1000,
            10,
        ),
        # Told, and no gate: one table without keys keeps neither people, days nor lines.
        Figure(
            "the same, beside one table without keys",
            ours[-1] * 1000,
            None,
            "csv and sqlite3, cells as texts",
            bare[-1] * 1000,
        ),
        Figure(
            "how an import grows with its length",
            ours[-1] * 1000,
            exponent=fitted_exponent(AMOUNTS, ours),
            within=(0.7, 1.15),
        ),
    )


if __name__ == "__main__":
    main()
