"""Give the steps of the schema their columns, constraints, indices and guards.

A step that was released says the same for ever, so what stands here is never given another meaning.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

VOID_MARKS = ("voided_at", "voided_by", "void_reason")


def create_observed(table: str, not_blank: tuple[str, ...], *parts: sa.schema.SchemaItem) -> None:
    """Create the table of entries that were observed on a possibly partial day."""
    day_and_words: tuple[sa.schema.SchemaItem, ...] = (
        text("observed"),
        day("observed_first"),
        day("observed_last"),
        *(text(column) for column in not_blank),
        text("note", nullable=True),
    )
    create_entry(table, not_blank, day_and_words, *parts)


def create_entry(
    table: str,
    not_blank: tuple[str, ...],
    day_and_words: tuple[sa.schema.SchemaItem, ...],
    *parts: sa.schema.SchemaItem,
) -> None:
    """Create the table of entries that can be amended and voided, each row once."""
    op.create_table(
        table,
        *recorded(table),
        whole("visit_id", nullable=True),
        *day_and_words,
        text("amend_reason", nullable=True),
        *parts,
        whole("amends_id", nullable=True),
        check(table, "not_blank", " AND ".join(map(said, not_blank))),
        check(
            table,
            "amended_with_reason",
            "(amends_id IS NULL AND amend_reason IS NULL)"
            f" OR (amends_id IS NOT NULL AND {said('amend_reason')})",
        ),
        refers(table, "visit_id", "visit"),
        refers(table, "amends_id", table),
        sa.UniqueConstraint("amends_id", name=f"uq_{table}_one_current_version"),
        key(table),
    )
    index(table, "patient_id")
    index(table, "visit_id")


def recorded(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    """Give the columns of every clinical row: whose it is, who wrote it, who withdrew it."""
    return (
        row_number(),
        whole("patient_id"),
        text("recorded_at"),
        text("recorded_by"),
        *(text(mark, nullable=True) for mark in VOID_MARKS),
        check(
            table,
            "voided_with_reason",
            "(voided_at IS NULL AND voided_by IS NULL AND void_reason IS NULL)"
            f" OR (voided_at IS NOT NULL AND voided_by IS NOT NULL AND {said('void_reason')})",
        ),
        refers(table, "patient_id", "patient"),
    )


def row_number() -> sa.Column[int]:
    """Give the column that numbers the rows."""
    return sa.Column("id", sa.Integer(), nullable=False)


def whole(name: str, *, nullable: bool = False) -> sa.Column[int]:
    """Give a column of whole numbers."""
    return sa.Column(name, sa.Integer(), nullable=nullable)


def text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    """Give a column of texts, exact decimals and instants."""
    return sa.Column(name, sa.String(), nullable=nullable)


def day(name: str, *, nullable: bool = False) -> sa.Column[object]:
    """Give a column of days."""
    return sa.Column(name, sa.Date(), nullable=nullable)


def flag(name: str, *, nullable: bool = False) -> sa.Column[bool]:
    """Give a column of yes or no."""
    return sa.Column(name, sa.Boolean(), nullable=nullable)


def key(table: str) -> sa.PrimaryKeyConstraint:
    """Make the row number the key."""
    return sa.PrimaryKeyConstraint("id", name=f"pk_{table}")


def refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    """Refer to a row of another table, which then cannot be removed."""
    return sa.ForeignKeyConstraint(
        [column], [f"{to}.id"], name=f"fk_{table}_{column}", ondelete="RESTRICT"
    )


def check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    """Demand something of every row."""
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def said(column: str) -> str:
    """Give the condition that a text is not blank; none that sees NULL would hold it."""
    return f"trim(coalesce({column}, '')) <> ''"


def index(table: str, *columns: str) -> None:
    """Create an index."""
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def keep_written_once(table: str) -> None:
    """Forbid to change or delete a row."""
    _forbid(table, "UPDATE")
    _forbid(table, "DELETE")


def keep_but_void(table: str) -> None:
    """Forbid to delete a row and to change it, but for the marks of a withdrawal, once."""
    columns = (column["name"] for column in sa.inspect(op.get_bind()).get_columns(table))
    kept = ", ".join(column for column in columns if column not in VOID_MARKS)
    _forbid(table, f"UPDATE OF {kept}")
    _forbid(table, "DELETE")
    _forbid(table, f"UPDATE OF {', '.join(VOID_MARKS)}", "OLD.voided_at IS NOT NULL")


def _forbid(table: str, action: str, condition: str = "1") -> None:
    # A later step that rebuilds one of these tables drops its guards and must create them again.
    verb = action.partition(" ")[0].lower()
    suffix = {"1": verb, "OLD.voided_at IS NOT NULL": "second_void"}[condition]
    op.execute(
        f"CREATE TRIGGER keep_{table}_{suffix} BEFORE {action} ON {table}"
        f" WHEN {condition}"
        f" BEGIN SELECT RAISE(ABORT, 'rows of {table} are kept as they were written'); END"
    )
