"""Write many rows of one table at once: twice as fast as row by row through the Core."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, Generic

from sqlalchemy import func, insert, select

from desktop_app.domain.journal import E

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection, Table

    from desktop_app.data.entry_tables import EntryTable


class Bulk:
    """Write rows of some columns; every value is turned as its column asks."""

    def __init__(self, connection: Connection, table: Table, columns: Sequence[str]) -> None:
        dialect = connection.dialect
        compiled = insert(table).compile(dialect=dialect, column_keys=list(columns))
        # The statement puts columns in the order of the table.
        self.columns: tuple[str, ...] = tuple(compiled.positiontup or ())
        self._connection = connection
        self._statement = compiled.string
        self.turn: dict[str, Callable[[Any], Any] | None] = {
            name: table.c[name].type.dialect_impl(dialect).bind_processor(dialect)
            for name in columns
        }

    def write(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Write rows whose values stand in the order of ``columns`` and are turned already."""
        if rows:
            self._connection.exec_driver_sql(self._statement, list(rows))


class EntryBulk(Generic[E]):
    """Write entries of one kind that belong to no visit, under numbers that it gives."""

    def __init__(
        self, connection: Connection, kind: EntryTable[E], recorded_at: Any, actor: str
    ) -> None:
        table = kind.table
        own = ("id", "patient_id", "recorded_at", "recorded_by")
        days = ("observed", "observed_first", "observed_last")
        self._bulk = Bulk(connection, table, (*own, *days, *kind.columns))
        turn = self._bulk.turn
        turns = enumerate(turn[name] for name in kind.columns)
        self._turns = tuple((place, each) for place, each in turns if each is not None)
        self._values = attrgetter(*kind.columns)
        self._recorded_at, self._actor = _turned(turn["recorded_at"], recorded_at), actor
        self._day = turn["observed_first"]
        order = (*own, *days, *kind.columns)
        self._pick = itemgetter(*(order.index(name) for name in self._bulk.columns))
        self._days: dict[date, Any] = {}
        self._connection, self._last = connection, select(func.max(table.c.id))

    def add(self, entries: Sequence[tuple[int, E]]) -> range:
        """Add entries, each with its patient; give their numbers."""
        # Asked every time: corrections add rows in between.
        first = 1 + (self._connection.scalar(self._last) or 0)
        numbers = range(first, first + len(entries))
        self._bulk.write(
            [
                self._row(number, patient_id, entry)
                for number, (patient_id, entry) in zip(numbers, entries, strict=True)
            ]
        )
        return numbers

    def _row(self, number: int, patient_id: int, entry: E) -> tuple[Any, ...]:
        on: Any = entry.date
        values = list(self._values(entry))
        for place, turn in self._turns:
            values[place] = turn(values[place])
        first, last = self._kept(on.first), self._kept(on.last)
        own = (number, patient_id, self._recorded_at, self._actor, on.text, first, last)
        row: tuple[Any, ...] = self._pick((*own, *values))
        return row

    def _kept(self, day: date) -> Any:
        """Turn a day once: laboratories measure many tests of it."""
        kept = self._days.get(day)
        if kept is None:
            kept = self._days[day] = _turned(self._day, day)
        return kept


def _turned(turn: Callable[[Any], Any] | None, value: Any) -> Any:
    return value if turn is None else turn(value)
