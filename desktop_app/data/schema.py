"""Bring a record to the schema of this program: backup first, all or nothing, never backwards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, delete, insert, inspect, select

from desktop_app import __version__
from desktop_app.data.engine import migrating
from desktop_app.data.rows import table_of
from desktop_app.data.tables import MetaRow
from desktop_app.domain.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = "0006"
SCRIPTS = Path(__file__).parent / "migrations"
_VERSION_TABLE = "alembic_version"
_WRITTEN_BY = "written_by"
_META = table_of(MetaRow)


def build(engine: Engine) -> None:
    """Give a new, empty file its tables."""
    _run(engine, SCRIPTS, HEAD)


def upgrade(
    engine: Engine, backup: Callable[[], object], *, scripts: Path = SCRIPTS, head: str = HEAD
) -> None:
    """Upgrade an older record after ``backup``; do nothing to one that is up to date.

    Raises:
        StorageError: ``record_newer`` with the version that wrote it; ``record_damaged`` where
            the file has no schema at all.
    """
    current = revision_of(engine)
    if current == head:
        return
    if current is None:
        raise StorageError("record_damaged")
    if current not in _known(scripts):
        raise StorageError("record_newer", version=_written_by(engine))
    backup()
    _run(engine, scripts, head)


def revision_of(engine: Engine) -> str | None:
    """Give the name of the record's last schema step, or None where it has no schema."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(_VERSION_TABLE):
            return None
        read = f"SELECT version_num FROM {_VERSION_TABLE}"  # noqa: S608 - our own constant
        row = connection.exec_driver_sql(read).first()
        return None if row is None else str(row[0])


def _run(engine: Engine, scripts: Path, head: str) -> None:
    # Alembic takes a fifth of the start: it is imported only where a schema really changes.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    with migrating(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, head)
        connection.execute(delete(_META).where(_META.c.key == _WRITTEN_BY))
        connection.execute(insert(_META), {"key": _WRITTEN_BY, "value": __version__})


def _known(scripts: Path) -> set[str]:
    return {file.name.partition("_")[0] for file in (scripts / "versions").glob("[0-9]*.py")}


def _written_by(engine: Engine) -> str:
    with engine.connect() as connection:
        found = connection.scalar(select(_META.c.value).where(_META.c.key == _WRITTEN_BY))
        return found or ""
