"""Create the tables of imports, of the lines from which entries came, and of who waits."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.data.migrations.parts import (
    VOID_MARKS,
    check,
    index,
    keep_but_void,
    keep_written_once,
    key,
    refers,
    row_number,
    said,
    text,
    whole,
)

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create tables, indices and guards."""
    _create_batch()
    _create_line()
    for kind in ("result", "finding"):
        _create_link(f"imported_{kind}", kind)
    op.create_table(
        "pending_assessment",
        _numbered_by("patient_id"),
        refers("pending_assessment", "patient_id", "patient"),
        sa.PrimaryKeyConstraint("patient_id", name="pk_pending_assessment"),
    )
    keep_but_void("import_batch")
    for table in ("imported_line", "imported_result", "imported_finding"):
        keep_written_once(table)


def _create_batch() -> None:
    op.create_table(
        "import_batch",
        row_number(),
        *(text("name"), text("sha256"), text("profile"), text("recorded_at"), text("recorded_by")),
        *(whole(column) for column in ("rows", "stored", "corrected", "registered")),
        *(text(mark, nullable=True) for mark in VOID_MARKS),
        check("import_batch", "not_blank", said("name")),
        check("import_batch", "sha256", "length(sha256) = 64"),
        check(
            "import_batch",
            "voided_with_reason",
            "(voided_at IS NULL AND voided_by IS NULL AND void_reason IS NULL)"
            f" OR (voided_at IS NOT NULL AND voided_by IS NOT NULL AND {said('void_reason')})",
        ),
        key("import_batch"),
    )


def _create_line() -> None:
    op.create_table(
        "imported_line",
        row_number(),
        *(whole("batch_id"), whole("line"), text("raw")),
        refers("imported_line", "batch_id", "import_batch"),
        key("imported_line"),
    )
    index("imported_line", "batch_id")


def _create_link(table: str, kind: str) -> None:
    op.create_table(
        table,
        _numbered_by("entry_id"),
        whole("line_id"),
        refers(table, "entry_id", kind),
        refers(table, "line_id", "imported_line"),
        sa.PrimaryKeyConstraint("entry_id", name=f"pk_{table}"),
    )
    index(table, "line_id")


def _numbered_by(column: str) -> sa.Column[int]:
    return sa.Column(column, sa.Integer(), autoincrement=False, nullable=False)
