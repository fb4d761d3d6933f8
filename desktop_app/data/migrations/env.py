"""Run the schema steps on the connection that ``data/schema.py`` hands over."""

from __future__ import annotations

from alembic import context
from sqlmodel import SQLModel

import desktop_app.data.import_tables
import desktop_app.data.merge_tables
import desktop_app.data.tables
import desktop_app.data.user_tables  # noqa: F401 - all fill the metadata

# The connection is inside our own transaction, and SQLite changes a table by rebuilding it.
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
