"""Create the table of users, with who made the record as the first; give the log its details."""

from __future__ import annotations

from alembic import op

from desktop_app.data.migrations.parts import (
    check,
    flag,
    index,
    keep_written_once,
    key,
    row_number,
    said,
    text,
)

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table and its guards, and add the column."""
    op.create_table(
        "user_account",
        row_number(),
        text("login"),
        text("display_name"),
        text("roles"),
        flag("active"),
        text("set_at"),
        text("set_by"),
        check(
            "user_account",
            "not_blank",
            f"{said('login')} AND {said('display_name')} AND {said('roles')}",
        ),
        key("user_account"),
    )
    index("user_account", "login", "id")
    keep_written_once("user_account")
    op.add_column("audit", text("detail", nullable=True))
    op.execute(
        "INSERT INTO user_account (login, display_name, roles, active, set_at, set_by)"
        " VALUES ('owner', 'owner', 'doctor,administrator', 1,"
        " strftime('%Y-%m-%dT%H:%M:%f000+00:00', 'now'), 'owner')"
    )
