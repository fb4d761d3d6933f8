"""Add, change and retire users, and give passphrases; the record is never encrypted anew."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.domain.audit import Action
from desktop_app.domain.errors import FieldError, FieldErrors, Refusal
from desktop_app.domain.roles import Right, Role, User
from desktop_app.services.clinic import check_passphrase, login_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from desktop_app.data.vault import KeyRing
    from desktop_app.services.clinic import ClinicService
    from desktop_app.services.record_access import RecordAccess

__all__ = ["Role", "User", "UserService"]

MOST_CHARACTERS = 40
_LOGIN = re.compile(r"[a-z][a-z0-9._-]{1,19}", re.ASCII)


class UserService:
    """Say who may open the record, and what they may do there."""

    def __init__(self, access: RecordAccess, clinic: ClinicService) -> None:
        self._access = access
        self._clinic = clinic

    def all(self) -> tuple[User, ...]:
        """List every user, also those who left, by login."""
        with self._access.reading(Right.FIND) as work:
            return work.users.all()

    def add(self, login: str, display_name: str, roles: Collection[Role], passphrase: str) -> None:
        """Add a user; a login that was ever used is never given to somebody else.

        Raises:
            FieldErrors: ``not_a_login``, ``taken``, ``required`` or ``too_long`` at the field.
            Refusal: ``passphrase_too_short``, ``not_allowed`` or ``confirm_passphrase``.
        """
        self._access.require(Right.USERS)
        name = login_of(login)
        user = _checked(User(name, display_name, _ordered(roles)))
        check_passphrase(passphrase)
        with self._access.writing(Right.USERS) as work:
            if work.users.one(name) is not None:
                raise FieldErrors((FieldError("login", "taken", (("text", name),)),))
            work.audit.append(Action.USER_CHANGED, "user_account", work.users.keep(user))
            self._wrap(passphrase, name)

    def change(self, login: str, display_name: str, roles: Collection[Role]) -> None:
        """Give a user another name or other roles; what they did keeps their login.

        Raises:
            FieldErrors: ``required`` or ``too_long`` at the field.
            Refusal: ``no_such_user``, ``last_administrator``, ``not_allowed`` or
                ``confirm_passphrase``.
        """
        self._keep(login, display_name=display_name, roles=_ordered(roles))

    def retire(self, login: str) -> None:
        """Take a user's passphrase away; what they did stays.

        Raises:
            Refusal: ``no_such_user``, ``last_administrator``, ``own_account``, ``not_allowed`` or
                ``confirm_passphrase``.
        """
        self._access.require(Right.USERS)
        if self._access.user is not None and self._access.user.login == login:
            raise Refusal("own_account")
        self._keep(login, active=False)
        self._write(self._ring().without(login))

    def take_back(self, login: str, passphrase: str) -> None:
        """Let somebody who left log in again.

        Raises:
            Refusal: ``passphrase_too_short``, ``no_such_user``, ``not_allowed`` or
                ``confirm_passphrase``.
        """
        check_passphrase(passphrase)
        self._keep(login, active=True)
        self._wrap(passphrase, login)

    def give_passphrase(self, login: str, passphrase: str) -> None:
        """Give a user who forgot theirs another passphrase.

        Raises:
            Refusal: ``passphrase_too_short``, ``no_such_user``, ``not_allowed`` or
                ``confirm_passphrase``.
        """
        check_passphrase(passphrase)
        with self._access.writing(Right.USERS) as work:
            user = work.users.one(login)
            if user is None or not user.active:
                raise Refusal("no_such_user")
            work.audit.append(Action.PASSPHRASE_CHANGED, "user_account", detail=login)
            self._wrap(passphrase, login)

    def change_passphrase(self, old: str, new: str) -> None:
        """Change one's own passphrase; the record is not encrypted anew.

        Raises:
            Refusal: ``passphrase_too_short``, ``record_locked`` or ``wait_before_next_try``.
            StorageError: ``wrong_passphrase`` for the old one, or what the disk refuses.
        """
        check_passphrase(new)
        self._clinic.confirm(old)
        with self._access.system() as work:
            work.audit.append(Action.PASSPHRASE_CHANGED, "user_account", detail=work.actor)
            self._wrap(new, work.actor)

    def make_recovery_key(self, *, split: bool) -> tuple[str, ...]:
        """Make the texts of a new recovery key: one, or three of which two open; the old key ends.

        They are shown and printed once, and kept nowhere.

        Raises:
            Refusal: ``not_allowed`` or ``confirm_passphrase``.
        """
        from desktop_app.data import recovery
        from desktop_app.data.vault import SlotKind, wrap

        secret = recovery.new_secret()
        with self._access.writing(Right.USERS) as work:
            work.audit.append(Action.RECOVERY_KEY_MADE, "record")
            slot = wrap(
                self._access.key,
                recovery.slot_secret(secret),
                self._access.key_cost,
                "recovery",
                SlotKind.RECOVERY,
            )
            self._write(self._ring().having(slot))
        return recovery.parts(secret) if split else (recovery.whole(secret),)

    def recover(self, texts: Sequence[str], passphrase: str) -> None:
        """Give who is in charge a new passphrase by the printed recovery key, and open the record.

        That is who made the record or, where they left, an administrator.

        Raises:
            Refusal: ``recovery_text_wrong``, ``recovery_other_kit``, ``recovery_part_missing``
                or ``passphrase_too_short``.
            StorageError: ``wrong_passphrase`` for the key of another record, or as ``unlock``.
        """
        from desktop_app.data import recovery

        check_passphrase(passphrase)
        secret = recovery.slot_secret(recovery.read(texts))
        self._access.recover(secret, passphrase)
        self._clinic.note_opening(Action.RECOVERED)

    def _keep(self, login: str, **changes: object) -> None:
        with self._access.writing(Right.USERS) as work:
            users = {user.login: user for user in work.users.all()}
            if login not in users:
                raise Refusal("no_such_user")
            users[login] = _checked(replace(users[login], **changes))  # type: ignore[arg-type]
            if not any(Right.USERS in user.rights for user in users.values()):
                raise Refusal("last_administrator")
            number = work.users.keep(users[login])
            work.audit.append(Action.USER_CHANGED, "user_account", number)

    def _wrap(self, passphrase: str, login: str) -> None:
        from desktop_app.data.vault import wrap

        slot = wrap(self._access.key, passphrase, self._access.key_cost, login)
        self._write(self._ring().having(slot))

    def _ring(self) -> KeyRing:
        from desktop_app.data.vault import read_keys

        return read_keys(self._access.files.keys)

    def _write(self, ring: KeyRing) -> None:
        from desktop_app.data.vault import write_keys

        write_keys(self._access.files.keys, *ring.slots)


def _ordered(roles: Collection[Role]) -> tuple[Role, ...]:
    return tuple(role for role in Role if role in roles)


def _checked(user: User) -> User:
    name = " ".join(unicodedata.normalize("NFC", user.display_name).split())
    errors: list[FieldError] = []
    if _LOGIN.fullmatch(user.login) is None:
        errors.append(FieldError("login", "not_a_login", (("text", user.login),)))
    if not name:
        errors.append(FieldError("display_name", "required"))
    if len(name) > MOST_CHARACTERS:
        maximum = (("maximum", str(MOST_CHARACTERS)),)
        errors.append(FieldError("display_name", "too_long", maximum))
    if not user.roles:
        errors.append(FieldError("roles", "required"))
    if errors:
        raise FieldErrors(tuple(errors))
    return replace(user, display_name=name)
