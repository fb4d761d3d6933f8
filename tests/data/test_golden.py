"""Open records as released schemas left them: nothing is lost, and a torn upgrade is undone."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.data.engine import open_engine, verify
from desktop_app.data.schema import HEAD, SCRIPTS, _known, revision_of, upgrade
from desktop_app.data.vault import read_keys
from tests.data.reading import raw

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
PASSPHRASE = "golden record 2026"
RECORDS = sorted(GOLDEN.glob("*.db"))
STEPS = sorted(_known(SCRIPTS))
OLDER = [record for record in RECORDS if record.stem != HEAD]
TORN = [(record, step) for record in OLDER for step in STEPS if step > record.stem]
KILLED = """
import sys
from pathlib import Path
from desktop_app.data.engine import open_engine
from desktop_app.data.schema import upgrade
record, key, scripts, head = sys.argv[1:]
upgrade(open_engine(Path(record), bytes.fromhex(key)), lambda: None, scripts=Path(scripts),
        head=head)
"""


def names(part: Path | str) -> str:
    """Name a record, and the step that is torn, in the names of tests."""
    return part.stem if isinstance(part, Path) else part


@pytest.fixture
def old(paths: Paths, request: pytest.FixtureRequest) -> Paths:
    """Put a record of an earlier program in its place."""
    record: Path = request.param
    paths.data.mkdir(parents=True)
    shutil.copyfile(record, paths.record)
    shutil.copyfile(record.with_suffix(".keys"), paths.keys)
    return paths


def key_of(paths: Paths) -> bytes:
    return read_keys(paths.keys).unwrap(PASSPHRASE)


def content(paths: Paths) -> dict[str, tuple[list[str], list[Any]]]:
    """Give columns and rows of every table, but what every opening writes."""
    with raw(paths.record, key_of(paths)) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        found: dict[str, tuple[list[str], list[Any]]] = {}
        for (table,) in tables.fetchall():
            if table not in ("alembic_version", "meta"):
                rows = connection.execute(f"SELECT * FROM {table} ORDER BY 1")
                found[table] = ([each[0] for each in rows.description], rows.fetchall())
        return found


def schema_of(paths: Paths) -> str | None:
    """Give the last schema step of a record as it stands on disk."""
    engine = open_engine(paths.record, key_of(paths))
    revision = revision_of(engine)
    engine.dispose()
    return revision


def torn(folder: Path, step: str, how: str) -> Path:
    """Give the released steps, of which one ends badly after all that it does."""
    scripts = folder / "scripts"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (file,) = (scripts / "versions").glob(f"{step}_*.py")
    whole = file.read_text("utf-8").replace("def upgrade()", "def whole_upgrade()")
    file.write_text(f"{whole}\n\ndef upgrade() -> None:\n    whole_upgrade()\n    {how}\n", "utf-8")
    return scripts


def test_every_released_schema_has_its_record() -> None:
    assert [record.stem for record in RECORDS] == STEPS


@pytest.mark.parametrize("old", RECORDS, ids=names, indirect=True)
def test_an_upgrade_keeps_every_row(old: Paths, locked_services: Services) -> None:
    before = content(old)

    locked_services.clinic.unlock(PASSPHRASE)
    locked_services.clinic.lock()

    after = content(old)
    for table, (columns, rows) in before.items():
        places = [after[table][0].index(column) for column in columns]
        kept = [tuple(row[place] for place in places) for row in after[table][1]]
        # Nothing but the log grows by opening a record.
        assert kept[: len(rows)] == rows
        assert len(kept) == len(rows) or table == "audit"
    assert schema_of(old) == HEAD
    verify(old.record, key_of(old))


@pytest.mark.usefixtures("old")
@pytest.mark.parametrize("old", RECORDS, ids=names, indirect=True)
def test_what_an_earlier_program_wrote_is_read_and_added_to(locked_services: Services) -> None:
    services = locked_services
    services.clinic.unlock(PASSPHRASE)

    (row, *_) = services.patients.search("GOLDEN-1")
    record = services.assessments.record_of(row.patient_id)
    values = {(each.code, each.value) for each in record.results}
    assert {("serum_m_protein", Decimal("1.20")), ("creatinine", Decimal("0.9"))} <= values
    assert {finding.code for finding in record.findings} == {"serum_immunofixation", "allergy"}
    visits = services.visits.history(row.patient_id)
    assert (visits[-1].observed_on, visits[-1].note) == (date(2026, 5, 4), "golden note 註")
    draft = services.visits.draft(row.patient_id)
    assert draft is not None
    assert draft.draft.note == "golden draft"
    stored = services.assessments.stored(row.patient_id)
    assert stored is not None
    (document,) = services.documents.issued(row.patient_id)
    assert services.documents.reprint(document.document_id).startswith(b"%PDF")
    assert services.safety.verify().sound

    services.visits.record(draft.draft)

    assert len(services.visits.history(row.patient_id)) == len(visits) + 1


@pytest.mark.parametrize("old", RECORDS, ids=names, indirect=True)
def test_what_the_tables_of_its_time_could_hold_is_there(
    old: Paths, locked_services: Services
) -> None:
    revision = schema_of(old) or ""
    locked_services.clinic.unlock(PASSPHRASE)

    (row, *others) = locked_services.patients.search("GOLDEN")
    record = locked_services.assessments.record_of(row.patient_id)

    held = (record.cytogenetics, record.lesions, record.history)
    assert all(held) == (revision >= "0002")
    assert bool(record.treatments and record.events) == (revision >= "0003")
    assert bool(locked_services.imports.batches()) == (revision >= "0004")
    assert bool(others) == (revision < "0006")
    assert bool(locked_services.merging.merges_of(row.patient_id)) == (revision >= "0006")


@pytest.mark.parametrize(("old", "step"), TORN, ids=names, indirect=["old"])
def test_a_step_that_fails_leaves_the_old_record_usable(
    old: Paths, locked_services: Services, tmp_path: Path, step: str
) -> None:
    before = content(old)
    scripts = torn(tmp_path, step, 'raise RuntimeError("torn")')
    engine = open_engine(old.record, key_of(old))

    with pytest.raises(RuntimeError, match="torn"):
        upgrade(engine, lambda: None, scripts=scripts, head=HEAD)
    engine.dispose()

    assert content(old) == before
    locked_services.clinic.unlock(PASSPHRASE)
    assert locked_services.patients.search("GOLDEN-1")


@pytest.mark.parametrize("old", OLDER[:1], ids=names, indirect=True)
@pytest.mark.parametrize("step", [step for step in STEPS if step > OLDER[0].stem])
def test_a_program_that_is_killed_in_a_step_leaves_the_old_record_usable(
    old: Paths, locked_services: Services, tmp_path: Path, step: str
) -> None:
    before = content(old)
    scripts = torn(tmp_path, step, "import os; os._exit(9)  # nothing is closed or rolled back")
    arguments = (str(old.record), key_of(old).hex(), str(scripts), HEAD)

    killed = subprocess.run([sys.executable, "-c", KILLED, *arguments], check=False, timeout=60)

    assert killed.returncode == 9
    assert content(old) == before
    locked_services.clinic.unlock(PASSPHRASE)
    assert locked_services.patients.search("GOLDEN-1")
