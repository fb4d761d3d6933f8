"""Create the tables of cytogenetics, lesions, earlier diagnoses, and the clinic's settings."""

from __future__ import annotations

from alembic import op

from desktop_app.data.migrations.parts import (
    check,
    create_entry,
    create_observed,
    day,
    flag,
    index,
    keep_but_void,
    keep_written_once,
    key,
    row_number,
    said,
    text,
    whole,
)

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create tables, indices and guards."""
    _create_cytogenetic()
    _create_lesion()
    _create_earlier_diagnosis()
    _create_setting()
    for table in ("cytogenetic", "lesion", "earlier_diagnosis"):
        keep_but_void(table)
    keep_written_once("setting")


def _create_cytogenetic() -> None:
    create_observed(
        "cytogenetic",
        ("abnormality",),
        flag("detected"),
        text("method", nullable=True),
        text("clone_percent", nullable=True),
        whole("copies", nullable=True),
        flag("biallelic", nullable=True),
    )


def _create_lesion() -> None:
    create_observed(
        "lesion",
        ("lesion", "kind"),
        text("site", nullable=True),
        flag("contiguous_with_bone", nullable=True),
        flag("biopsy_proven", nullable=True),
        text("diameters_mm"),
        text("suv_max", nullable=True),
        text("modality", nullable=True),
        flag("resolved"),
    )


def _create_earlier_diagnosis() -> None:
    create_entry(
        "earlier_diagnosis",
        ("diagnosis",),
        (
            text("observed", nullable=True),
            day("observed_first", nullable=True),
            day("observed_last", nullable=True),
            text("diagnosis"),
        ),
        check(
            "earlier_diagnosis",
            "whole_day_or_none",
            "(observed IS NULL AND observed_first IS NULL AND observed_last IS NULL)"
            " OR (observed IS NOT NULL AND observed_first IS NOT NULL"
            " AND observed_last IS NOT NULL)",
        ),
    )


def _create_setting() -> None:
    # The very first records hold a table of this name with other columns; nothing ever wrote to it.
    op.execute("DROP TABLE IF EXISTS setting")
    op.create_table(
        "setting",
        row_number(),
        text("key"),
        text("value"),
        text("set_at"),
        text("set_by"),
        check("setting", "not_blank", said("key")),
        key("setting"),
    )
    index("setting", "key", "id")
