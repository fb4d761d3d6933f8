"""Create the tables of treatments and events."""

from __future__ import annotations

from desktop_app.data.migrations.parts import create_observed, keep_but_void, text, whole

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create tables, indices and guards."""
    create_observed(
        "treatment",
        ("regimen",),
        text("drugs"),
        text("stop", nullable=True),
        whole("cycles", nullable=True),
        text("stop_reason", nullable=True),
        whole("sequence", nullable=True),
        whole("cycle_days", nullable=True),
    )
    create_observed("clinical_event", ("code",), whole("sequence", nullable=True))
    for table in ("treatment", "clinical_event"):
        keep_but_void(table)
