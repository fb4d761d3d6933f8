"""Name who may do what: roles are sets of rights, and a user has one role or several."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.audit import OWNER


class Role(StrEnum):
    """Name the roles of a clinic."""

    DOCTOR = "doctor"
    NURSE = "nurse"
    RECEPTION = "reception"
    ADMINISTRATOR = "administrator"


class Right(StrEnum):
    """Name what a role allows."""

    FIND = "find"  # the list: name, number, birth date, when due
    REGISTER = "register"
    READ = "read"  # anything clinical
    DRAFT = "draft"  # type a visit
    IMPORT = "import"  # results from files and pastes
    ISSUE = "issue"  # leaflets and letters
    SIGN = "sign"  # record, amend, void, accept, override, approve a text
    MERGE = "merge"
    SETTINGS = "settings"
    USERS = "users"
    BACKUP = "backup"
    RESTORE = "restore"
    AUDIT = "audit"
    EXPORT = "export"
    PROTECT = "protect"  # how soon the record locks itself


_DESK = frozenset({Right.FIND, Right.REGISTER})
_WARD = _DESK | {Right.READ, Right.DRAFT, Right.IMPORT, Right.ISSUE, Right.BACKUP}
_CLINIC = _WARD | {Right.SIGN, Right.MERGE, Right.EXPORT, Right.PROTECT}
RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.RECEPTION: _DESK,
    Role.NURSE: _WARD,
    Role.DOCTOR: _CLINIC,
    Role.ADMINISTRATOR: frozenset(
        {
            *(Right.FIND, Right.SETTINGS, Right.USERS, Right.BACKUP, Right.RESTORE),
            *(Right.AUDIT, Right.EXPORT, Right.PROTECT),
        }
    ),
}
# What anybody who is logged in may take in an emergency, with a reason: to read, not to change.
EMERGENCY = frozenset({Right.FIND, Right.READ})
# These ask for the passphrase again, so that nobody does them at a screen that was left open.
ASKED_AGAIN = frozenset({Right.USERS, Right.EXPORT, Right.RESTORE, Right.PROTECT})


def rights_of(roles: Collection[Role]) -> frozenset[Right]:
    """Give everything that the roles allow together."""
    return frozenset().union(*(RIGHTS[role] for role in roles))


@dataclass(frozen=True, slots=True)
class User:
    """Hold somebody who may log in; ``login`` stands in the log and never changes."""

    login: str
    display_name: str
    roles: tuple[Role, ...]
    active: bool = True

    @property
    def rights(self) -> frozenset[Right]:
        """Give what this user may do; somebody who left may nothing."""
        return rights_of(self.roles) if self.active else frozenset()


# Who makes the record: alone in most clinics, so nothing is closed to them.
FIRST_USER = User(OWNER, OWNER, (Role.DOCTOR, Role.ADMINISTRATOR))
