"""Hold the rows of those who may log in: one for every change, the latest of a login counts."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from desktop_app.data.columns import Codes, Instant
from desktop_app.data.table_parts import not_blank


class UserRow(SQLModel, table=True):
    """Hold one version of a user; their passphrase is in the file of keys alone."""

    __tablename__: ClassVar[Any] = "user_account"
    __table_args__ = (
        not_blank("login", "display_name", "roles"),
        Index(None, "login", "id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    login: str
    display_name: str
    roles: tuple[str, ...] = Field(sa_type=Codes)
    active: bool
    set_at: datetime = Field(sa_type=Instant)
    set_by: str
