"""Look into a record's file as it stands on disk, beside the program."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from desktop_app.data.vault import read_keys
from tests.conftest import PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.paths import Paths


def key_of(paths: Paths) -> bytes:
    """Give the data key of a test's record."""
    return read_keys(paths.keys).unwrap(PASSPHRASE)


@contextmanager
def raw(record: Path, key: bytes) -> Iterator[Any]:
    """Open the file with nothing but the driver; foreign keys are not enforced."""
    connection = dbapi2.connect(str(record), isolation_level=None)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        yield connection
    finally:
        connection.close()


def rows(paths: Paths, query: str) -> list[tuple[Any, ...]]:
    """Run a query on a test's record."""
    with raw(paths.record, key_of(paths)) as connection:
        found: list[tuple[Any, ...]] = connection.execute(query).fetchall()
        return found


def counts(paths: Paths) -> dict[str, int]:
    """Count the rows of every table but the log."""
    names = rows(paths, "SELECT name FROM sqlite_master WHERE type = 'table'")
    return {
        name: rows(paths, f'SELECT count(*) FROM "{name}"')[0][0]
        for (name,) in names
        if name != "audit"
    }


def audit_lines(paths: Paths) -> list[tuple[str, str, int | None]]:
    """Give action, entity and number of every line of the log."""
    lines = rows(paths, "SELECT action, entity, entity_id FROM audit ORDER BY id")
    return [(action, entity, number) for action, entity, number in lines]
