"""Create, unlock and lock the clinic's record, and tell who is at it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.data.attempts import Attempts
from desktop_app.domain.audit import OWNER, Action
from desktop_app.domain.errors import Refusal, StorageError

if TYPE_CHECKING:
    from desktop_app.data.attempts import Attempt
    from desktop_app.domain.protection import LockCause
    from desktop_app.domain.roles import Right, User
    from desktop_app.services.clock import Clock
    from desktop_app.services.record_access import RecordAccess

MINIMUM_PASSPHRASE = 8
_NOBODY = "?"  # no login looks like it


class RecordState(StrEnum):
    """Name whether there is a record, and whether it is open."""

    ABSENT = "absent"
    LOCKED = "locked"
    OPEN = "open"


class ClinicService:
    """Open the record to who has a passphrase for it, and close it again."""

    def __init__(self, access: RecordAccess, clock: Clock) -> None:
        self._access = access
        self._clock = clock
        self._attempts = Attempts(access.files.attempts)

    def state(self) -> RecordState:
        """Tell whether there is any trace of a record, and whether it is open."""
        if self._access.is_open:
            return RecordState.OPEN
        return RecordState.ABSENT if self._access.files.absent else RecordState.LOCKED

    def location(self) -> str:
        """Give the place of the record file."""
        return str(self._access.files.record)

    def prepare(self) -> None:
        """Import ahead what unlocking needs, while the passphrase is still typed."""
        self._access.prepare()

    def logins(self) -> tuple[str, ...]:
        """Name who can log in, first the one who made the record.

        Raises:
            StorageError: ``keys_missing``, ``keys_damaged`` or ``record_newer``.
        """
        from desktop_app.data.vault import read_keys

        return read_keys(self._access.files.keys).users

    def create(self, passphrase: str) -> None:
        """Make a new record, open it, and never touch one that exists.

        Raises:
            Refusal: ``passphrase_too_short`` or ``record_exists``.
            StorageError: ``record_in_use``, ``disk_full`` or ``folder_not_writable``.
        """
        check_passphrase(passphrase)
        if self._access.is_open:
            raise Refusal("record_exists")
        self._access.create(passphrase)
        self._log(Action.RECORD_CREATED)

    def unlock(self, passphrase: str, login: str = "") -> None:
        """Open the record; do nothing if it is open. Without a login, for who made the record.

        Raises:
            Refusal: ``wait_before_next_try`` after several wrong passphrases.
            StorageError: ``wrong_passphrase``, ``record_damaged``, ``record_newer``,
                ``record_missing``, ``keys_missing``, ``keys_damaged``, ``record_in_use``,
                ``record_busy``, ``disk_full`` or ``folder_not_writable``.
        """
        if self._access.is_open:
            return
        name = login_of(login)
        with self.guessing(name):
            self._access.open(passphrase, name)
        self.note_opening()

    @contextmanager
    def guessing(self, login: str) -> Iterator[None]:
        """Let a passphrase be tried, if not too many were wrong just now, and count a wrong one.

        Raises:
            Refusal: ``wait_before_next_try`` with the seconds.
        """
        name = self._counted(login)
        self._attempts.check(name, self._clock.now())
        try:
            yield
        except StorageError as error:
            if error.code == "wrong_passphrase":
                self._attempts.add(name, self._clock.now())
            raise

    def note_opening(self, action: Action = Action.RECORD_UNLOCKED) -> None:
        """Leave a line that the record was opened, and one for every wrong try before."""
        self._log(action, *self._attempts.all())
        self._attempts.clear()

    def _counted(self, login: str) -> str:
        """Give the login to which a try is counted; what is none may be a passphrase or a name."""
        try:
            known = self.logins()
        except StorageError:
            known = ()
        name = login or next(iter(known), OWNER)
        return name if name in known else _NOBODY

    def lock(self, cause: LockCause | None = None) -> None:
        """Close the record; drafts are kept already. The log keeps why, where that can be said.

        A disk that takes no line any more does not hold up the lock.
        """
        if cause is not None and self._access.is_open:
            with suppress(StorageError):
                self._log(Action.RECORD_LOCKED, detail=cause.value)
        self._access.close()

    def who(self) -> User | None:
        """Give who opened the record; nobody while it is closed."""
        return self._access.user

    def may(self, right: Right) -> bool:
        """Tell whether who opened the record may do something, also by emergency access."""
        return self._access.may(right)

    def confirm(self, passphrase: str) -> None:
        """Take the passphrase once more, for what asks again; it counts for some minutes.

        Raises:
            Refusal: ``record_locked`` or ``wait_before_next_try``.
            StorageError: ``wrong_passphrase``.
        """
        user = self._access.user
        with self.guessing(user.login if user is not None else ""):
            self._access.confirm(passphrase)

    @property
    def emergency(self) -> bool:
        """Tell whether the record is read under emergency access."""
        return self._access.emergency

    def begin_emergency(self, reason: str) -> None:
        """Let who is logged in read everything until the lock; the log keeps the reason.

        Raises:
            Refusal: ``reason_required`` or ``record_locked``.
        """
        said = " ".join(reason.split())
        if not said:
            raise Refusal("reason_required")
        with self._access.system() as work:
            work.audit.append(Action.EMERGENCY_BEGUN, "record", detail=said)
        self._access.begin_emergency()

    def _log(self, action: Action, *failed: Attempt, detail: str | None = None) -> None:
        try:
            with self._access.system() as work:
                for attempt in failed:
                    said = f"{attempt.login} {attempt.at.isoformat(timespec='seconds')}"
                    work.audit.append(Action.LOG_IN_FAILED, "record", detail=said)
                if self._access.lost:
                    work.audit.append(Action.ENTRIES_LOST, "record")
                work.audit.append(action, "record", detail=detail)
        except BaseException:
            self._access.close()
            raise


def check_passphrase(passphrase: str) -> None:
    """Pass where a passphrase is long enough.

    Raises:
        Refusal: ``passphrase_too_short``.
    """
    if len(passphrase.strip()) < MINIMUM_PASSPHRASE:
        raise Refusal("passphrase_too_short", minimum=str(MINIMUM_PASSPHRASE))


def login_of(text: str) -> str:
    """Give the login that was typed: an input method may give full-width letters."""
    return unicodedata.normalize("NFKC", text).strip().lower()
