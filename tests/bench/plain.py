"""Put a record beside itself without encryption, to tell what encryption costs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from desktop_app.data.engine import _BEGIN, _OPEN_PRAGMAS
from tests.data.reading import raw


def plain_copy(record: Path, key: bytes, target: Path) -> Engine:
    """Copy a record into a file without a key, and give an engine that is set up as ours."""
    with raw(record, key) as connection:
        connection.execute(f"ATTACH DATABASE '{target}' AS plain KEY ''")
        connection.execute("SELECT sqlcipher_export('plain')")
        connection.execute("DETACH DATABASE plain")
    return plain_engine(target)


def plain_engine(path: Path) -> Engine:
    """Open a file that has no key."""

    def connect() -> Any:
        connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
        for pragma in _OPEN_PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", creator=connect, module=dbapi2, poolclass=QueuePool)
    event.listen(
        engine,
        "begin",
        lambda on: on.exec_driver_sql(
            f"BEGIN {on.get_execution_options().get(_BEGIN, 'DEFERRED')}"
        ),
    )
    return engine
