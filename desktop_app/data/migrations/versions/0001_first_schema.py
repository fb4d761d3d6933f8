"""Create the first schema, and forbid at its lowest level to change or delete clinical rows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_VOID_MARKS = ("voided_at", "voided_by", "void_reason")
# Rows that are written once; of the versioned ones only the marks of a withdrawal may be set.
_WRITTEN_ONCE = ("assessment", "decision", "issued_document", "leaflet_approval", "audit")
_VOIDABLE = ("visit", "visit_note", "result", "finding")


def upgrade() -> None:
    """Create tables, indices and guards."""
    _create_patient()
    _create_visit()
    _create_observed("finding", sa.Column("value", sa.Text(), nullable=False))
    _create_result()
    _create_assessment()
    _create_decision()
    _create_standing()
    _create_documents()
    _create_audit()
    _create_meta()
    for table in _WRITTEN_ONCE:
        _forbid(table, "UPDATE")
        _forbid(table, "DELETE")
    for table in _VOIDABLE:
        _forbid(table, f"UPDATE OF {', '.join(_columns_but_marks(table))}")
        _forbid(table, "DELETE")
        _forbid(table, f"UPDATE OF {', '.join(_VOID_MARKS)}", "OLD.voided_at IS NOT NULL")


def _create_patient() -> None:
    op.create_table(
        "patient",
        _id(),
        _text("record_number"),
        _text("name"),
        _text("birth", nullable=True),
        _day("birth_first", nullable=True),
        _day("birth_last", nullable=True),
        _text("sex"),
        _text("phone"),
        _text("leaflet_languages"),
        _flag("fictional"),
        _text("registered_at"),
        _text("registered_by"),
        _text("number_key"),
        _text("name_key"),
        _text("birth_key"),
        _check("patient", "sex", "sex IN ('female', 'male', 'unknown')"),
        _check(
            "patient",
            "not_blank",
            " AND ".join(map(_said, ("record_number", "name", "number_key", "name_key"))),
        ),
        sa.UniqueConstraint("number_key", name="uq_patient_number_key"),
        _key("patient"),
    )
    _index("patient", "name_key")
    _index("patient", "birth_key")
    op.create_table(
        "draft",
        _id(),
        _number("patient_id"),
        _text("kept_at"),
        _text("content"),
        _refers("draft", "patient_id", "patient"),
        _key("draft"),
    )
    _index("draft", "patient_id")


def _create_visit() -> None:
    op.create_table(
        "visit",
        *_recorded("visit"),
        _day("observed_on"),
        _key("visit"),
    )
    _index("visit", "patient_id")
    _index("visit", "observed_on")
    op.create_table(
        "visit_note",
        *_recorded("visit_note"),
        _number("visit_id"),
        _text("text"),
        _check("visit_note", "not_blank", _said("text")),
        _refers("visit_note", "visit_id", "visit"),
        _key("visit_note"),
    )
    _index("visit_note", "patient_id")
    _index("visit_note", "visit_id")


def _create_result() -> None:
    _create_observed(
        "result",
        _text("value", nullable=True),
        _text("unit", nullable=True),
        _text("comparator", nullable=True),
        _text("interpretation", nullable=True),
        _text("low", nullable=True),
        _text("high", nullable=True),
        _text("lab", nullable=True),
        _text("method", nullable=True),
        _text("specimen", nullable=True),
        _flag("confirmed"),
        _check("result", "comparator", "comparator IN ('<', '<=', '>=', '>')"),
        _check("result", "interpretation", "interpretation IN ('low', 'normal', 'high')"),
        _check(
            "result",
            "number_or_word",
            f"(value IS NOT NULL AND {_said('unit')} AND interpretation IS NULL)"
            " OR (value IS NULL AND comparator IS NULL AND interpretation IS NOT NULL)",
        ),
        _check("result", "confirmed_with_note", f"NOT confirmed OR {_said('note')}"),
    )


def _create_observed(table: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        table,
        *_recorded(table),
        _number("visit_id", nullable=True),
        _text("observed"),
        _day("observed_first"),
        _day("observed_last"),
        _text("code"),
        _text("note", nullable=True),
        _text("amend_reason", nullable=True),
        *parts,
        _number("amends_id", nullable=True),
        _check(table, "not_blank", _said("code")),
        _check(
            table,
            "amended_with_reason",
            "(amends_id IS NULL AND amend_reason IS NULL)"
            f" OR (amends_id IS NOT NULL AND {_said('amend_reason')})",
        ),
        _refers(table, "visit_id", "visit"),
        _refers(table, "amends_id", table),
        sa.UniqueConstraint("amends_id", name=f"uq_{table}_one_current_version"),
        _key(table),
    )
    _index(table, "patient_id")
    _index(table, "visit_id")


def _create_assessment() -> None:
    op.create_table(
        "assessment",
        _id(),
        _number("patient_id"),
        _number("visit_id", nullable=True),
        _day("as_of"),
        _text("made_at"),
        _text("category", nullable=True),
        _text("status"),
        _text("possible"),
        _text("risk_group", nullable=True),
        _text("risk_groups"),
        _number("score_low", nullable=True),
        _number("score_high", nullable=True),
        _day("next_due", nullable=True),
        _flag("refer_now"),
        _text("rule_version"),
        _text("rule_sha256"),
        sa.Column("trace", sa.LargeBinary(), nullable=False),
        _check("assessment", "rule_sha256", "length(rule_sha256) = 64"),
        _refers("assessment", "patient_id", "patient"),
        _refers("assessment", "visit_id", "visit"),
        _key("assessment"),
    )
    _index("assessment", "patient_id", "as_of")
    _index("assessment", "visit_id")


def _create_decision() -> None:
    op.create_table(
        "decision",
        _id(),
        _number("assessment_id"),
        _flag("accepted"),
        _text("category", nullable=True),
        _text("reason", nullable=True),
        _text("decided_at"),
        _text("decided_by"),
        _check(
            "decision",
            "accepted_or_overridden_with_reason",
            "(accepted AND category IS NULL AND reason IS NULL)"
            f" OR (NOT accepted AND {_said('category')} AND {_said('reason')})",
        ),
        _refers("decision", "assessment_id", "assessment"),
        _key("decision"),
    )
    _index("decision", "assessment_id")


def _create_standing() -> None:
    op.create_table(
        "standing",
        sa.Column("patient_id", sa.Integer(), autoincrement=False, nullable=False),
        _text("category", nullable=True),
        _text("status", nullable=True),
        _text("possible"),
        _text("risk_group", nullable=True),
        _text("risk_groups"),
        _day("last_visit", nullable=True),
        _day("next_due", nullable=True),
        _flag("refer_now"),
        _flag("overridden"),
        _refers("standing", "patient_id", "patient"),
        sa.PrimaryKeyConstraint("patient_id", name="pk_standing"),
    )
    _index("standing", "last_visit")
    _index("standing", "next_due")


def _create_documents() -> None:
    op.create_table(
        "leaflet_approval",
        _id(),
        _text("kind"),
        _number("revision"),
        _text("content_sha256"),
        _text("approved_at"),
        _text("approved_by"),
        _check("leaflet_approval", "content_sha256", "length(content_sha256) = 64"),
        sa.UniqueConstraint(
            "kind",
            "revision",
            "content_sha256",
            name="uq_leaflet_approval_kind_revision_content_sha256",
        ),
        _key("leaflet_approval"),
    )
    references = {"patient_id": "patient", "assessment_id": "assessment", "visit_id": "visit"}
    op.create_table(
        "issued_document",
        _id(),
        *(_number(column, nullable=column != "patient_id") for column in references),
        *(_text("kind"), _number("revision"), _text("content_sha256"), _text("languages")),
        *(_flag("large_print"), _flag("approved")),
        *(_text("issued_at"), _text("issued_by"), _text("sha256")),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        _check("issued_document", "sha256", "length(sha256) = 64"),
        _check("issued_document", "pdf", "length(pdf) > 0"),
        *(_refers("issued_document", column, to) for column, to in references.items()),
        _key("issued_document"),
    )
    for column in references:
        _index("issued_document", column)


def _create_audit() -> None:
    op.create_table(
        "audit",
        _id(),
        _text("at"),
        _text("actor"),
        _text("action"),
        _text("entity"),
        _number("entity_id", nullable=True),
        _text("previous_hash"),
        _text("hash"),
        _check("audit", "hash", "length(hash) = 64"),
        sa.UniqueConstraint("previous_hash", name="uq_audit_previous_hash"),
        _key("audit"),
    )


def _create_meta() -> None:
    op.create_table(
        "meta",
        _text("key"),
        _text("value"),
        sa.PrimaryKeyConstraint("key", name="pk_meta"),
    )


def _recorded(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    return (
        _id(),
        _number("patient_id"),
        _text("recorded_at"),
        _text("recorded_by"),
        *(_text(mark, nullable=True) for mark in _VOID_MARKS),
        _check(
            table,
            "voided_with_reason",
            "(voided_at IS NULL AND voided_by IS NULL AND void_reason IS NULL)"
            f" OR (voided_at IS NOT NULL AND voided_by IS NOT NULL AND {_said('void_reason')})",
        ),
        _refers(table, "patient_id", "patient"),
    )


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=nullable)


def _day(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _key(table: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint("id", name=f"pk_{table}")


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{to}.id"], name=f"fk_{table}_{column}", ondelete="RESTRICT"
    )


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _said(column: str) -> str:
    return f"trim(coalesce({column}, '')) <> ''"


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _columns_but_marks(table: str) -> list[str]:
    columns = sa.inspect(op.get_bind()).get_columns(table)
    return [column["name"] for column in columns if column["name"] not in _VOID_MARKS]


def _forbid(table: str, action: str, condition: str = "1") -> None:
    # A later step that rebuilds one of these tables drops its guards and must create them again.
    verb = action.partition(" ")[0].lower()
    suffix = {"1": verb, "OLD.voided_at IS NOT NULL": "second_void"}[condition]
    op.execute(
        f"CREATE TRIGGER keep_{table}_{suffix} BEFORE {action} ON {table}"
        f" WHEN {condition}"
        f" BEGIN SELECT RAISE(ABORT, 'rows of {table} are kept as they were written'); END"
    )
