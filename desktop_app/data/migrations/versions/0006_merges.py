"""Create the table of merges."""

from __future__ import annotations

from alembic import op

from desktop_app.data.migrations.parts import (
    VOID_MARKS,
    check,
    index,
    keep_but_void,
    key,
    refers,
    row_number,
    said,
    text,
    whole,
)

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table, its indices and its guards."""
    op.create_table(
        "patient_merge",
        row_number(),
        *(whole("kept_id"), whole("merged_id"), text("reason")),
        *(text("recorded_at"), text("recorded_by")),
        *(text(mark, nullable=True) for mark in VOID_MARKS),
        check(
            "patient_merge",
            "voided_with_reason",
            "(voided_at IS NULL AND voided_by IS NULL AND void_reason IS NULL)"
            f" OR (voided_at IS NOT NULL AND voided_by IS NOT NULL AND {said('void_reason')})",
        ),
        check("patient_merge", "not_blank", said("reason")),
        check("patient_merge", "two_patients", "kept_id <> merged_id"),
        refers("patient_merge", "kept_id", "patient"),
        refers("patient_merge", "merged_id", "patient"),
        key("patient_merge"),
    )
    index("patient_merge", "kept_id")
    index("patient_merge", "merged_id")
    keep_but_void("patient_merge")
    _keep_simple()


def _keep_simple() -> None:
    """Forbid chains: nobody is merged twice, or merged and kept at a time."""
    op.execute(
        "CREATE TRIGGER keep_patient_merge_simple BEFORE INSERT ON patient_merge"
        " WHEN EXISTS (SELECT 1 FROM patient_merge AS standing WHERE standing.voided_at IS NULL"
        " AND (standing.merged_id IN (NEW.kept_id, NEW.merged_id)"
        " OR standing.kept_id = NEW.merged_id))"
        " BEGIN SELECT RAISE(ABORT, 'nobody is merged twice, or merged and kept'); END"
    )
