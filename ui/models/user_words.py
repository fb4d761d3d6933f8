"""Say what the roles are and what they allow, and the columns of the list of users."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QCoreApplication, QObject

from desktop_app.domain.roles import Role
from ui.models.rows import Column
from ui.spans import Span

if TYPE_CHECKING:
    from desktop_app.domain.roles import User
    from ui.spans import Cell


def role_text(role: Role) -> str:
    """Give the name of a role."""
    match role:
        case Role.DOCTOR:
            return QCoreApplication.translate("Role", "Doctor")
        case Role.NURSE:
            return QCoreApplication.translate("Role", "Nurse")
        case Role.RECEPTION:
            return QCoreApplication.translate("Role", "Reception")
        case Role.ADMINISTRATOR:
            return QCoreApplication.translate("Role", "Administrator")
        case _:
            assert_never(role)


def role_tip(role: Role) -> str:
    """Say what a role allows."""
    match role:
        case Role.DOCTOR:
            return QCoreApplication.translate("Role", "reads, signs, corrects, merges")
        case Role.NURSE:
            return QCoreApplication.translate("Role", "reads, types visits, imports, prints")
        case Role.RECEPTION:
            return QCoreApplication.translate("Role", "finds and registers; nothing clinical")
        case Role.ADMINISTRATOR:
            return QCoreApplication.translate("Role", "users, settings, backups, log")
        case _:
            assert_never(role)


class UserColumns(QObject):
    """Make the columns for one language."""

    def columns(self) -> tuple[Column[User], ...]:
        """Give the columns from left to right."""
        return (
            Column(self.tr("Name"), lambda row: (Span(row.display_name, "strong"),)),
            Column(self.tr("Login"), lambda row: (Span(row.login),)),
            Column(self.tr("Roles"), self._roles),
        )

    def _roles(self, row: User) -> Cell:
        if not row.active:
            return (Span(self.tr("left"), "unknown", chip=True),)
        return tuple(Span(role_text(role), "neutral", chip=True) for role in row.roles)
