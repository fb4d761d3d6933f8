"""Find the line of the log that someone changed, removed or put in."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.data.audit import AuditLog
from desktop_app.data.engine import open_engine
from desktop_app.domain.audit import AuditHead
from tests.builders import SENTINEL, a_draft, a_registration
from tests.data.reading import key_of, raw, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.paths import Paths
    from desktop_app.services import Services

NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)


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


def faults(paths: Paths, *heads: AuditHead) -> list[tuple[str, int]]:
    engine = open_engine(paths.record, key_of(paths))
    with engine.connect() as connection:
        found = AuditLog(connection, NOW, "checker").faults(heads)
    engine.dispose()
    return [(fault.kind.value, fault.number) for fault in found]


def head(paths: Paths) -> AuditHead:
    engine = open_engine(paths.record, key_of(paths))
    with engine.connect() as connection:
        found = AuditLog(connection, NOW, "checker").head()
    engine.dispose()
    return found


def test_an_untouched_log_holds(paths: Paths) -> None:
    assert rows(paths, "SELECT count(*) FROM audit")[0][0] >= 5
    assert faults(paths) == []


@pytest.mark.parametrize(
    "column", ["at = '2020-01-01T00:00:00.000000+00:00'", "actor = 'x'", "action = 'x'",
               "entity = 'x'", "entity_id = 99", "hash = substr(hash, 2) || '0'"],
)  # fmt: skip
def test_a_changed_line_is_named(paths: Paths, column: str) -> None:
    with unguarded(paths) as connection:
        connection.execute(f"UPDATE audit SET {column} WHERE id = 3")

    assert faults(paths) == [("changed", 3)]


def test_a_removed_line_is_noticed_at_the_next(paths: Paths) -> None:
    with unguarded(paths) as connection:
        connection.execute("DELETE FROM audit WHERE id = 2")

    assert faults(paths) == [("removed_before", 3)]


def test_a_moved_line_is_named(paths: Paths) -> None:
    with unguarded(paths) as connection:
        connection.execute("UPDATE audit SET id = 99 WHERE id = 2")

    assert faults(paths) == [("moved", 3), ("moved", 99)]


def test_two_lines_that_changed_places_are_named(paths: Paths) -> None:
    with unguarded(paths) as connection:
        for old, new in ((2, 99), (3, 2), (99, 3)):
            connection.execute(f"UPDATE audit SET id = {new} WHERE id = {old}")

    assert faults(paths) == [("moved", 2), ("moved", 3), ("moved", 4)]


def test_a_log_that_lost_its_newest_lines_is_found_out_by_what_was_known_of_it(
    paths: Paths,
) -> None:
    known = head(paths)
    assert faults(paths, known) == []
    with unguarded(paths) as connection:
        connection.execute("DELETE FROM audit WHERE id > 3")

    assert faults(paths) == []
    assert faults(paths, known) == [("cut_off", known.count)]


def test_every_line_gone_is_found_out_too(paths: Paths) -> None:
    known = head(paths)
    with unguarded(paths) as connection:
        connection.execute("DELETE FROM audit")

    assert faults(paths, known) == [("cut_off", known.count)]


def test_a_line_that_was_put_in_is_named(paths: Paths) -> None:
    with unguarded(paths) as connection:
        connection.execute(
            "INSERT INTO audit (at, actor, action, entity, previous_hash, hash)"
            " SELECT at, actor, action, entity, hash, hash FROM audit ORDER BY id DESC LIMIT 1"
        )
        ((added,),) = connection.execute("SELECT max(id) FROM audit").fetchall()

    assert faults(paths) == [("changed", added)]


def test_lines_say_who_when_what_and_which_row_and_no_more(paths: Paths) -> None:
    ((line,),) = rows(
        paths,
        "SELECT at || ' ' || actor || ' ' || action || ' ' || entity || ' ' || entity_id"
        " FROM audit WHERE action = 'patient_viewed'",
    )

    assert line == "2026-11-22T02:00:00.000000+00:00 owner patient_viewed patient 1"
    everything = rows(paths, "SELECT group_concat(actor || action || entity) FROM audit")
    assert SENTINEL not in str(everything)
