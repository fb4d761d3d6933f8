"""Keep who may log in, version by version; the latest version of a login counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from desktop_app.data.rows import add, table_of
from desktop_app.data.user_tables import UserRow
from desktop_app.domain.roles import Role, User

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_USER = table_of(UserRow)
_LATEST = select(func.max(_USER.c.id)).group_by(_USER.c.login)
_ALL = select(_USER).where(_USER.c.id.in_(_LATEST)).order_by(_USER.c.login)


class UserRepository:
    """Add versions of users; none is ever changed or removed."""

    def __init__(self, connection: Connection, now: datetime, actor: str) -> None:
        self._connection = connection
        self._now = now
        self._actor = actor

    def all(self) -> tuple[User, ...]:
        """Give every user as they are now, also those who left, by login."""
        return tuple(
            User(row.login, row.display_name, tuple(map(Role, row.roles)), row.active)
            for row in self._connection.execute(_ALL)
        )

    def one(self, login: str) -> User | None:
        """Give a user as they are now."""
        return next((user for user in self.all() if user.login == login), None)

    def keep(self, user: User) -> int:
        """Keep a version; give its number."""
        return add(
            self._connection,
            _USER,
            login=user.login,
            display_name=user.display_name,
            roles=user.roles,
            active=user.active,
            set_at=self._now,
            set_by=self._actor,
        )
