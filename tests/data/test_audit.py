"""Find the line of the log that someone changed, removed or put in."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.data.audit import first_broken
from desktop_app.data.engine import open_engine
from tests.builders import SENTINEL, a_draft, a_registration
from tests.data.reading import key_of, raw, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.paths import Paths
    from desktop_app.services import Services


@pytest.fixture(autouse=True)
def lines(services: Services) -> None:
    """Write a handful of lines."""
    patient_id = services.patients.register(a_registration())
    services.patients.card(patient_id)
    services.visits.record(a_draft(patient_id))


@contextmanager
def unguarded(paths: Paths) -> Iterator[Any]:
    with raw(paths.record, key_of(paths)) as connection:
        connection.execute("DROP TRIGGER keep_audit_update")
        connection.execute("DROP TRIGGER keep_audit_delete")
        yield connection


def broken(paths: Paths) -> int | None:
    engine = open_engine(paths.record, key_of(paths))
    with engine.connect() as connection:
        found = first_broken(connection)
    engine.dispose()
    return found


def test_an_untouched_log_holds(paths: Paths) -> None:
    assert rows(paths, "SELECT count(*) FROM audit")[0][0] >= 5
    assert broken(paths) is None


@pytest.mark.parametrize(
    "column", ["at = '2020-01-01T00:00:00.000000+00:00'", "actor = 'x'", "action = 'x'",
               "entity = 'x'", "entity_id = 99", "hash = substr(hash, 2) || '0'"],
)  # fmt: skip
def test_a_changed_line_is_named(paths: Paths, column: str) -> None:
    with unguarded(paths) as connection:
        connection.execute(f"UPDATE audit SET {column} WHERE id = 3")

    assert broken(paths) == 3


def test_a_removed_line_is_noticed_at_the_next(paths: Paths) -> None:
    with unguarded(paths) as connection:
        connection.execute("DELETE FROM audit WHERE id = 2")

    assert broken(paths) == 3


def test_a_line_that_was_put_in_is_named(paths: Paths) -> None:
    with unguarded(paths) as connection:
        connection.execute(
            "INSERT INTO audit (at, actor, action, entity, previous_hash, hash)"
            " SELECT at, actor, action, entity, hash, hash FROM audit ORDER BY id DESC LIMIT 1"
        )
        ((added,),) = connection.execute("SELECT max(id) FROM audit").fetchall()

    assert broken(paths) == added


def test_lines_say_who_when_what_and_which_row_and_no_more(paths: Paths) -> None:
    ((line,),) = rows(
        paths,
        "SELECT at || ' ' || actor || ' ' || action || ' ' || entity || ' ' || entity_id"
        " FROM audit WHERE action = 'patient_viewed'",
    )

    assert line == "2026-11-22T02:00:00.000000+00:00 owner patient_viewed patient 1"
    everything = rows(paths, "SELECT group_concat(actor || action || entity) FROM audit")
    assert SENTINEL not in str(everything)
