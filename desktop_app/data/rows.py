"""Write single rows and name their tables for statements that are built once.

Statements stand as constants with bound parameters: building one costs more than running it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import insert
from sqlmodel import SQLModel

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table


def table_of(row: type[SQLModel]) -> Table:
    """Give the table of a row class."""
    return SQLModel.metadata.tables[str(row.__tablename__)]


def add(connection: Connection, table: Table, **values: Any) -> int:
    """Add one row; give its number."""
    (number,) = connection.execute(insert(table), values).inserted_primary_key or (0,)
    return int(number)
