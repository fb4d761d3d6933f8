"""Create the first schema, and forbid at its lowest level to change or delete clinical rows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.data.migrations.parts import (
    check,
    create_observed,
    day,
    flag,
    index,
    keep_but_void,
    keep_written_once,
    key,
    recorded,
    refers,
    row_number,
    said,
    text,
    whole,
)

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Rows that are written once; of the versioned ones only the marks of a withdrawal may be set.
_WRITTEN_ONCE = ("assessment", "decision", "issued_document", "leaflet_approval", "audit")
_VOIDABLE = ("visit", "visit_note", "result", "finding")


def upgrade() -> None:
    """Create tables, indices and guards."""
    _create_patient()
    _create_visit()
    _create_finding()
    _create_result()
    _create_assessment()
    _create_decision()
    _create_standing()
    _create_documents()
    _create_audit()
    _create_meta()
    for table in _WRITTEN_ONCE:
        keep_written_once(table)
    for table in _VOIDABLE:
        keep_but_void(table)


def _create_patient() -> None:
    op.create_table(
        "patient",
        row_number(),
        text("record_number"),
        text("name"),
        text("birth", nullable=True),
        day("birth_first", nullable=True),
        day("birth_last", nullable=True),
        text("sex"),
        text("phone"),
        text("leaflet_languages"),
        flag("fictional"),
        text("registered_at"),
        text("registered_by"),
        text("number_key"),
        text("name_key"),
        text("birth_key"),
        check("patient", "sex", "sex IN ('female', 'male', 'unknown')"),
        check(
            "patient",
            "not_blank",
            " AND ".join(map(said, ("record_number", "name", "number_key", "name_key"))),
        ),
        sa.UniqueConstraint("number_key", name="uq_patient_number_key"),
        key("patient"),
    )
    index("patient", "name_key")
    index("patient", "birth_key")
    op.create_table(
        "draft",
        row_number(),
        whole("patient_id"),
        text("kept_at"),
        text("content"),
        refers("draft", "patient_id", "patient"),
        key("draft"),
    )
    index("draft", "patient_id")


def _create_visit() -> None:
    op.create_table(
        "visit",
        *recorded("visit"),
        day("observed_on"),
        key("visit"),
    )
    index("visit", "patient_id")
    index("visit", "observed_on")
    op.create_table(
        "visit_note",
        *recorded("visit_note"),
        whole("visit_id"),
        text("text"),
        check("visit_note", "not_blank", said("text")),
        refers("visit_note", "visit_id", "visit"),
        key("visit_note"),
    )
    index("visit_note", "patient_id")
    index("visit_note", "visit_id")


def _create_finding() -> None:
    create_observed("finding", ("code",), sa.Column("value", sa.Text(), nullable=False))


def _create_result() -> None:
    create_observed(
        "result",
        ("code",),
        text("value", nullable=True),
        text("unit", nullable=True),
        text("comparator", nullable=True),
        text("interpretation", nullable=True),
        text("low", nullable=True),
        text("high", nullable=True),
        text("lab", nullable=True),
        text("method", nullable=True),
        text("specimen", nullable=True),
        flag("confirmed"),
        check("result", "comparator", "comparator IN ('<', '<=', '>=', '>')"),
        check("result", "interpretation", "interpretation IN ('low', 'normal', 'high')"),
        check(
            "result",
            "number_or_word",
            f"(value IS NOT NULL AND {said('unit')} AND interpretation IS NULL)"
            " OR (value IS NULL AND comparator IS NULL AND interpretation IS NOT NULL)",
        ),
        check("result", "confirmed_with_note", f"NOT confirmed OR {said('note')}"),
    )


def _create_assessment() -> None:
    op.create_table(
        "assessment",
        row_number(),
        whole("patient_id"),
        whole("visit_id", nullable=True),
        day("as_of"),
        text("made_at"),
        text("category", nullable=True),
        text("status"),
        text("possible"),
        text("risk_group", nullable=True),
        text("risk_groups"),
        whole("score_low", nullable=True),
        whole("score_high", nullable=True),
        day("next_due", nullable=True),
        flag("refer_now"),
        text("rule_version"),
        text("rule_sha256"),
        sa.Column("trace", sa.LargeBinary(), nullable=False),
        check("assessment", "rule_sha256", "length(rule_sha256) = 64"),
        refers("assessment", "patient_id", "patient"),
        refers("assessment", "visit_id", "visit"),
        key("assessment"),
    )
    index("assessment", "patient_id", "as_of")
    index("assessment", "visit_id")


def _create_decision() -> None:
    op.create_table(
        "decision",
        row_number(),
        whole("assessment_id"),
        flag("accepted"),
        text("category", nullable=True),
        text("reason", nullable=True),
        text("decided_at"),
        text("decided_by"),
        check(
            "decision",
            "accepted_or_overridden_with_reason",
            "(accepted AND category IS NULL AND reason IS NULL)"
            f" OR (NOT accepted AND {said('category')} AND {said('reason')})",
        ),
        refers("decision", "assessment_id", "assessment"),
        key("decision"),
    )
    index("decision", "assessment_id")


def _create_standing() -> None:
    op.create_table(
        "standing",
        sa.Column("patient_id", sa.Integer(), autoincrement=False, nullable=False),
        text("category", nullable=True),
        text("status", nullable=True),
        text("possible"),
        text("risk_group", nullable=True),
        text("risk_groups"),
        day("last_visit", nullable=True),
        day("next_due", nullable=True),
        flag("refer_now"),
        flag("overridden"),
        refers("standing", "patient_id", "patient"),
        sa.PrimaryKeyConstraint("patient_id", name="pk_standing"),
    )
    index("standing", "last_visit")
    index("standing", "next_due")


def _create_documents() -> None:
    op.create_table(
        "leaflet_approval",
        row_number(),
        text("kind"),
        whole("revision"),
        text("content_sha256"),
        text("approved_at"),
        text("approved_by"),
        check("leaflet_approval", "content_sha256", "length(content_sha256) = 64"),
        sa.UniqueConstraint(
            "kind",
            "revision",
            "content_sha256",
            name="uq_leaflet_approval_kind_revision_content_sha256",
        ),
        key("leaflet_approval"),
    )
    references = {"patient_id": "patient", "assessment_id": "assessment", "visit_id": "visit"}
    op.create_table(
        "issued_document",
        row_number(),
        *(whole(column, nullable=column != "patient_id") for column in references),
        *(text("kind"), whole("revision"), text("content_sha256"), text("languages")),
        *(flag("large_print"), flag("approved")),
        *(text("issued_at"), text("issued_by"), text("sha256")),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        check("issued_document", "sha256", "length(sha256) = 64"),
        check("issued_document", "pdf", "length(pdf) > 0"),
        *(refers("issued_document", column, to) for column, to in references.items()),
        key("issued_document"),
    )
    for column in references:
        index("issued_document", column)


def _create_audit() -> None:
    op.create_table(
        "audit",
        row_number(),
        text("at"),
        text("actor"),
        text("action"),
        text("entity"),
        whole("entity_id", nullable=True),
        text("previous_hash"),
        text("hash"),
        check("audit", "hash", "length(hash) = 64"),
        sa.UniqueConstraint("previous_hash", name="uq_audit_previous_hash"),
        key("audit"),
    )


def _create_meta() -> None:
    op.create_table(
        "meta",
        text("key"),
        text("value"),
        sa.PrimaryKeyConstraint("key", name="pk_meta"),
    )
