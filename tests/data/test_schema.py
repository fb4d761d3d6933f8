"""Build and upgrade the schema: models and steps agree, a broken step leaves no trace."""

from __future__ import annotations

import hashlib
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect
from sqlmodel import SQLModel

from desktop_app.data.backup import back_up
from desktop_app.data.engine import new_engine, open_engine
from desktop_app.data.files import RecordFiles
from desktop_app.data.schema import HEAD, SCRIPTS, _run, build, revision_of, upgrade
from desktop_app.domain.errors import StorageError
from tests.builders import NOTE, a_draft, a_registration
from tests.conftest import PASSPHRASE, TODAY
from tests.data.reading import key_of, raw, rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine

    from desktop_app.paths import Paths
    from desktop_app.services import Services

KEY = b"s" * 32
# A column that a later step adds is written behind the last one, on its line.
_PARTS = re.compile(r"\n|(?<=NULL), (?=[a-z_]+ VARCHAR)")
NEXT = f"{int(HEAD) + 1:04}"
STEP = '''"""{title}."""

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{before}"


def upgrade() -> None:
    """Change the schema."""
    with op.batch_alter_table("patient") as patient:
        patient.add_column(sa.Column("nickname", sa.String()))
    {then}
'''


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """Give an engine on a new file with the whole schema."""
    made = new_engine(tmp_path / "schema.db", KEY)
    build(made)
    yield made
    made.dispose()


def scripts_with(folder: Path, then: str = "pass") -> Path:
    """Give the released steps with one more, that adds a column and then does something."""
    scripts = folder / "scripts"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    step = STEP.format(title="Add a column", then=then, revision=NEXT, before=HEAD)
    (scripts / "versions" / f"{NEXT}_add_a_column.py").write_text(step)
    return scripts


def definitions(engine: Engine) -> dict[str, set[str]]:
    """Give the parts of each table's and index' definition, in no order."""
    with engine.connect() as connection:
        found = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE type <> 'trigger' AND sql IS NOT NULL"
            " AND name <> 'alembic_version'"
        ).all()
    return {
        name: {part.strip(" ,()\t") for part in _PARTS.split(sql) if part.strip(" ,()\t")}
        for name, sql in found
    }


def test_models_and_migrations_agree(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, SQLModel.metadata)

    assert differences == []


def test_models_and_migrations_agree_to_the_last_check(engine: Engine, tmp_path: Path) -> None:
    # Alembic does not compare CHECK constraints and RESTRICT; the statements themselves show them.
    modelled = new_engine(tmp_path / "modelled.db", KEY)
    SQLModel.metadata.create_all(modelled)
    expected = definitions(modelled)
    modelled.dispose()

    assert definitions(engine) == expected


def test_every_constraint_has_a_name(engine: Engine) -> None:
    with engine.connect() as connection:
        statements = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE type = 'table' AND name <> 'alembic_version'"
        ).scalars()
        text = "\n".join(statements)

    for word in ("CHECK", "FOREIGN KEY", "PRIMARY KEY", "UNIQUE"):
        assert len(re.findall(rf"\b{word}\b", text)) == len(
            re.findall(rf"CONSTRAINT \w+ {word}\b", text)
        )


def test_head_is_the_last_step() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))

    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_a_record_that_is_up_to_date_is_neither_backed_up_nor_changed(engine: Engine) -> None:
    backups: list[str] = []

    upgrade(engine, lambda: backups.append("made"))

    assert backups == []
    assert revision_of(engine) == HEAD


def test_an_upgrade_makes_a_backup_first_and_keeps_every_row(
    services: Services, paths: Paths, tmp_path: Path
) -> None:
    services.visits.record(a_draft(services.patients.register(a_registration())))
    services.clinic.lock()
    key = key_of(paths)
    files = RecordFiles(paths.record, paths.keys, paths.lock, paths.backups, paths.attempts)
    before = rows(paths, "SELECT * FROM patient")

    opened = open_engine(paths.record, key)
    upgrade(
        opened,
        lambda: back_up(files, key, services.clock.now(), "before-upgrade"),
        scripts=scripts_with(tmp_path),
        head=NEXT,
    )
    opened.dispose()

    (backup,) = paths.backups.glob("*.db")
    assert backup.name == f"clinic-{TODAY:%Y%m%d}T020000-before-upgrade.db"
    with raw(backup, key) as old:
        assert old.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
        assert old.execute("SELECT text FROM visit_note").fetchone() == (NOTE,)
    assert rows(paths, "SELECT version_num FROM alembic_version") == [(NEXT,)]
    assert rows(paths, "SELECT * FROM patient") == [(*before[0], None)]


@pytest.mark.parametrize(
    ("step", "digest"),
    [
        ("0001", "fe79896f3088fe0cfe953d6e3b648de214810bea8545d6cbfeccb45e04fe67c7"),
        ("0002", "885dc619ee5a9170f45456cc5cdd9a1e94176a40ab390f3b18debb2d1ea0a088"),
        ("0003", "f5cbdcc692f2fd0208221832bbdc75ba60c4e306e5525168bb56f443ec1f9afa"),
        ("0004", "073d53b39c46bc1bf3de05c0c89585c55438b748c7f3615d6539342441498e2d"),
        ("0005", "88a1bb25cda590a193517106e9a98af1eda1be27b0704733c2d136da28345433"),
        ("0006", "904084baa0ba68d864f55fc41208cbeffe25da5b5522bdc5bb5ccbc7378a909e"),
    ],
)
def test_a_step_makes_what_it_made_when_records_were_first_written(
    tmp_path: Path, step: str, digest: str
) -> None:
    engine = new_engine(tmp_path / "first.db", KEY)
    _run(engine, SCRIPTS, step)
    with engine.connect() as connection:
        statements = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"
        ).scalars()
        made = hashlib.sha256("\n".join(statements).encode()).hexdigest()
    engine.dispose()

    assert made == digest


@pytest.mark.parametrize("step", ["0001", "0002", "0003"])
def test_an_older_record_is_backed_up_and_gets_the_tables_that_it_lacks(
    tmp_path: Path, step: str
) -> None:
    engine = new_engine(tmp_path / "old.db", KEY)
    _run(engine, SCRIPTS, step)
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO patient (record_number, name, sex, phone, leaflet_languages, fictional,"
            " registered_at, registered_by, number_key, name_key, birth_key)"
            " VALUES ('1', 'a', 'female', '', 'en', 1, '2026', 'owner', '1', 'a', '')"
        )
    backups: list[str | None] = []
    upgrade(engine, lambda: backups.append(revision_of(engine)))

    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT name FROM patient").scalar() == "a"
        for table in ("lesion", "treatment", "clinical_event", "import_batch"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0
    assert (backups, revision_of(engine)) == ([step], HEAD)
    engine.dispose()


def test_the_empty_settings_of_the_very_first_records_stand_in_nobodys_way(
    tmp_path: Path,
) -> None:
    engine = new_engine(tmp_path / "first.db", KEY)
    _run(engine, SCRIPTS, "0001")
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TABLE setting (key VARCHAR NOT NULL, value VARCHAR NOT NULL,"
            " CONSTRAINT pk_setting PRIMARY KEY (key))"
        )
    upgrade(engine, lambda: None)

    columns = {column["name"] for column in inspect(engine).get_columns("setting")}
    assert columns == {"id", "key", "value", "set_at", "set_by"}
    assert revision_of(engine) == HEAD
    engine.dispose()


def test_a_backup_opens_with_the_passphrase_that_its_record_had(
    services: Services, paths: Paths
) -> None:
    services.patients.register(a_registration())
    files = RecordFiles(paths.record, paths.keys, paths.lock, paths.backups, paths.attempts)
    backup = back_up(files, key_of(paths), services.clock.now(), "test")
    services.clinic.lock()

    shutil.copyfile(backup, paths.record)
    shutil.copyfile(backup.with_suffix(".keys"), paths.keys)
    services.clinic.unlock(PASSPHRASE)

    assert services.patients.counts().all == 1


@pytest.mark.parametrize(
    "then",
    [
        'raise RuntimeError("broken on purpose")',
        'op.execute("INSERT INTO no_such_table VALUES (1)")',
        'op.execute("INSERT INTO meta VALUES (NULL, NULL)")',
    ],
)
def test_a_broken_step_leaves_no_trace(engine: Engine, tmp_path: Path, then: str) -> None:
    before = definitions(engine)

    with pytest.raises(Exception, match=r"broken on purpose|no_such_table|NOT NULL"):
        upgrade(engine, lambda: None, scripts=scripts_with(tmp_path, then), head=NEXT)

    assert definitions(engine) == before
    assert revision_of(engine) == HEAD


def test_a_step_that_leaves_a_reference_to_nobody_is_rolled_back(
    engine: Engine, tmp_path: Path
) -> None:
    orphan = (
        "op.execute(\"INSERT INTO draft (patient_id, kept_at, content) VALUES (7, '2026', '{}')\")"
    )

    with pytest.raises(StorageError, match="record_damaged"):
        upgrade(engine, lambda: None, scripts=scripts_with(tmp_path, orphan), head=NEXT)

    assert revision_of(engine) == HEAD


def test_references_are_enforced_again_after_an_upgrade(engine: Engine, tmp_path: Path) -> None:
    upgrade(engine, lambda: None, scripts=scripts_with(tmp_path), head=NEXT)

    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_without_a_backup_there_is_no_upgrade(engine: Engine, tmp_path: Path) -> None:
    def full_disk() -> None:
        raise StorageError("disk_full")

    with pytest.raises(StorageError, match="disk_full"):
        upgrade(engine, full_disk, scripts=scripts_with(tmp_path), head=NEXT)

    assert revision_of(engine) == HEAD


def test_a_file_without_a_schema_is_no_record(tmp_path: Path) -> None:
    empty = new_engine(tmp_path / "empty.db", KEY)
    with pytest.raises(StorageError, match="record_damaged"):
        upgrade(empty, lambda: None)
    empty.dispose()


def test_a_step_nobody_knows_means_a_later_program(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0042'")

    with pytest.raises(StorageError) as refused:
        upgrade(engine, lambda: None)

    assert (refused.value.code, refused.value.values) == ("record_newer", {"version": "0.1.0"})


def test_a_path_with_percent_signs_and_spaces_can_be_upgraded(
    engine: Engine, tmp_path: Path
) -> None:
    folder = tmp_path / "100 % 診所"
    folder.mkdir()

    upgrade(engine, lambda: None, scripts=scripts_with(folder), head=NEXT)

    assert revision_of(engine) == NEXT
