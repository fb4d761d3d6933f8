"""Hold transactions, constraints and guards to their word, on a real encrypted file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2

from desktop_app.data.engine import open_engine, writing
from desktop_app.domain.errors import StorageError
from tests.builders import SENTINEL, a_draft, one_result
from tests.conftest import PASSPHRASE
from tests.data.reading import audit_lines, counts, key_of, raw, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

    from desktop_app.paths import Paths
    from desktop_app.services import Services


@pytest.fixture
def engine(patient_id: int, paths: Paths) -> Iterator[Engine]:
    """Give a second way into the record, which has one patient."""
    assert patient_id == 1
    opened = open_engine(paths.record, key_of(paths))
    yield opened
    opened.dispose()


def run(engine: Engine, statement: str) -> None:
    with writing(engine).begin() as connection:
        connection.exec_driver_sql(statement)


def break_next_audit_line(paths: Paths) -> None:
    """Take the place of the next line, so that the real constraint refuses it."""
    with raw(paths.record, key_of(paths)) as connection:
        connection.execute(
            "INSERT INTO audit (id, at, actor, action, entity, previous_hash, hash)"
            " SELECT -id, at, actor, action, entity, hash, hash FROM audit"
            " ORDER BY id DESC LIMIT 1"
        )


def test_a_failure_in_the_middle_of_recording_leaves_nothing(
    services: Services, patient_id: int, paths: Paths
) -> None:
    services.visits.keep_draft(a_draft(patient_id))
    break_next_audit_line(paths)
    before, lines = counts(paths), audit_lines(paths)

    with pytest.raises(IntegrityError) as failed:
        services.visits.record(a_draft(patient_id))

    assert (counts(paths), audit_lines(paths)) == (before, lines)
    assert services.visits.draft(patient_id) is not None
    assert SENTINEL not in str(failed.value)
    assert "13.50" not in str(failed.value)


KILLED = """
import os, sys
from datetime import date
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from desktop_app.bootstrap import build_services
from desktop_app.paths import Paths
from desktop_app.services.clock import FixedClock
from tests.builders import a_draft

paths = Paths(Path(sys.argv[1]) / "resources", Path(sys.argv[2]))
services = build_services(paths, FixedClock(date(2026, 11, 22)))
services.clinic.unlock(sys.argv[3])

def die(*_):
    os._exit(9)

from sqlalchemy import Engine, event
event.listen(Engine, "commit", die)
services.visits.record(a_draft(int(sys.argv[4])))
"""


def test_a_program_killed_before_it_commits_leaves_nothing(
    services: Services, patient_id: int, paths: Paths
) -> None:
    services.visits.keep_draft(a_draft(patient_id))
    before = counts(paths)
    services.clinic.lock()
    root = Path(__file__).resolve().parents[2]

    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(root), str(paths.data), PASSPHRASE, str(patient_id)],
        env=os.environ | {"PYTHONUTF8": "1"},
        cwd=root,
        capture_output=True,
        check=False,
    )
    services.clinic.unlock(PASSPHRASE)

    assert (killed.returncode, killed.stderr) == (9, b"")
    assert counts(paths) == before
    kept = services.visits.draft(patient_id)
    assert kept is not None
    assert kept.draft == a_draft(patient_id)
    assert services.visits.record(a_draft(patient_id)).visit_id == 1


def test_a_reader_sees_the_record_as_it_was_and_waits_for_nobody(
    services: Services, patient_id: int, engine: Engine
) -> None:
    with writing(engine).begin() as writer:
        writer.exec_driver_sql("UPDATE standing SET overridden = 1")
        writer.exec_driver_sql("INSERT INTO meta VALUES ('a', 'b')")

        assert services.patients.counts().all == 1
        assert services.visits.draft(patient_id) is None


def test_a_writer_that_finds_the_record_busy_is_told(engine: Engine, paths: Paths) -> None:
    with raw(paths.record, key_of(paths)) as other:
        other.execute("BEGIN IMMEDIATE")
        with writing(engine).connect() as connection:
            driver: Any = connection.connection.driver_connection
            driver.execute("PRAGMA busy_timeout = 0")
            with pytest.raises(StorageError, match="record_busy"):
                connection.exec_driver_sql("DELETE FROM meta")


def test_a_full_disk_is_told_and_leaves_nothing(engine: Engine, paths: Paths) -> None:
    with writing(engine).connect() as connection:
        driver: Any = connection.connection.driver_connection
        (pages,) = driver.execute("PRAGMA page_count").fetchone()
        driver.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StorageError, match="disk_full"), connection.begin():
            connection.exec_driver_sql("INSERT INTO meta VALUES ('a', zeroblob(1000000))")

    assert rows(paths, "SELECT key FROM meta") == [("written_by",)]


def test_the_file_is_kept_as_the_decisions_say(engine: Engine) -> None:
    with engine.connect() as connection:
        said = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("foreign_keys", "journal_mode", "synchronous", "busy_timeout")
        }

    assert said == {
        "foreign_keys": 1,
        "journal_mode": "wal",
        "synchronous": 2,
        "busy_timeout": 5000,
    }


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO draft (patient_id, kept_at, content) VALUES (99, '2026', '{}')",
        "INSERT INTO visit (patient_id, recorded_at, recorded_by, observed_on)"
        " VALUES (99, '2026', 'owner', '2026-01-01')",
        "INSERT INTO decision (assessment_id, accepted, decided_at, decided_by)"
        " VALUES (99, 1, '2026', 'owner')",
    ],
)
def test_a_row_of_nobody_is_refused(engine: Engine, statement: str) -> None:
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        run(engine, statement)


@pytest.mark.parametrize(
    ("columns", "values", "constraint"),
    [
        ("value, unit", "NULL, NULL", "number_or_word"),
        ("value, unit", "'1.2', NULL", "number_or_word"),
        ("value, unit", "'1.2', ' '", "number_or_word"),
        ("value, unit, interpretation", "'1.2', 'g/dL', 'high'", "number_or_word"),
        ("interpretation, comparator", "'high', '<'", "number_or_word"),
        ("interpretation", "'elevated'", "interpretation"),
        ("value, unit, comparator", "'1.2', 'g/dL', '='", "comparator"),
        ("value, unit, amends_id", "'1.2', 'g/dL', 1", "amended_with_reason"),
        ("value, unit, amend_reason", "'1.2', 'g/dL', 'r'", "amended_with_reason"),
        ("value, unit, voided_at", "'1.2', 'g/dL', '2026'", "voided_with_reason"),
        (
            "value, unit, voided_at, voided_by, void_reason",
            "'1.2', 'g/dL', '2026', 'owner', ' '",
            "voided_with_reason",
        ),
    ],
)
def test_a_result_that_means_nothing_is_refused(
    services: Services,
    patient_id: int,
    engine: Engine,
    columns: str,
    values: str,
    constraint: str,
) -> None:
    services.visits.record(one_result(patient_id, "1.2"))

    with pytest.raises(IntegrityError, match=f"ck_result_{constraint}"):
        run(
            engine,
            "INSERT INTO result (patient_id, recorded_at, recorded_by, observed, observed_first,"
            f" observed_last, code, confirmed, {columns}) VALUES (1, '2026', 'owner', '2026',"
            f" '2026-01-01', '2026-12-31', 'x', 0, {values})",
        )


def test_a_value_is_confirmed_only_with_a_note(engine: Engine) -> None:
    with pytest.raises(IntegrityError, match="ck_result_confirmed_with_note"):
        run(
            engine,
            "INSERT INTO result (patient_id, recorded_at, recorded_by, observed, observed_first,"
            " observed_last, code, value, unit, confirmed) VALUES (1, '2026', 'owner', '2026',"
            " '2026-01-01', '2026-12-31', 'x', '1', '1', 1)",
        )


def test_a_row_is_amended_once(services: Services, patient_id: int, engine: Engine) -> None:
    services.visits.record(one_result(patient_id, "1.2"))
    amend = (
        "INSERT INTO result (patient_id, recorded_at, recorded_by, observed, observed_first,"
        " observed_last, code, value, unit, confirmed, amends_id, amend_reason) VALUES (1, '2026',"
        " 'owner', '2026', '2026-01-01', '2026-12-31', 'x', '1', '1', 0, 1, 'r')"
    )
    run(engine, amend)

    with pytest.raises(IntegrityError, match=r"UNIQUE constraint failed: result\.amends_id"):
        run(engine, amend)


@pytest.mark.parametrize(
    "columns",
    [
        "'female', ' ', 'n', 'k', 'k'",
        "'female', 'n', '', 'k', 'k'",
        "'woman', 'n', 'n', 'k', 'k'",
    ],
)
def test_a_patient_without_name_number_or_known_sex_is_refused(
    engine: Engine, columns: str
) -> None:
    with pytest.raises(IntegrityError, match=r"ck_patient_(not_blank|sex)"):
        run(
            engine,
            "INSERT INTO patient (phone, leaflet_languages, fictional, registered_at,"
            " registered_by, birth_key, sex, record_number, name, number_key, name_key)"
            f" VALUES ('', '', 0, '2026', 'owner', '', {columns})",
        )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE result SET value = '9'",
        "UPDATE result SET observed = '2025', observed_first = '2025-01-01'",
        "UPDATE finding SET value = 'true'",
        "UPDATE visit SET observed_on = '2020-01-01'",
        "UPDATE visit_note SET text = 'x'",
        "UPDATE assessment SET category = 'smm'",
        "UPDATE decision SET reason = 'x'",
        "UPDATE audit SET actor = 'x'",
        "DELETE FROM result",
        "DELETE FROM finding",
        "DELETE FROM visit_note",
        "DELETE FROM assessment",
        "DELETE FROM decision",
        "DELETE FROM audit",
    ],
)
def test_what_was_written_is_neither_changed_nor_deleted(
    services: Services, patient_id: int, paths: Paths, statement: str
) -> None:
    recorded = services.visits.record(a_draft(patient_id))
    services.assessments.override(recorded.assessment_id, "smm", "r")

    with (
        raw(paths.record, key_of(paths)) as connection,
        pytest.raises(dbapi2.IntegrityError, match="are kept as they were written"),
    ):
        connection.execute(statement)


def test_what_was_withdrawn_stays_withdrawn(
    services: Services, patient_id: int, paths: Paths
) -> None:
    recorded = services.visits.record(a_draft(patient_id))
    services.visits.void_visit(recorded.visit_id, "r")

    with (
        raw(paths.record, key_of(paths)) as connection,
        pytest.raises(dbapi2.IntegrityError, match="are kept as they were written"),
    ):
        connection.execute(
            "UPDATE result SET voided_at = NULL, voided_by = NULL, void_reason = NULL"
        )
