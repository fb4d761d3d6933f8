"""Hold the open record, or none, for all services: the one place where it is opened and closed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.errors import Refusal
from desktop_app.domain.roles import ASKED_AGAIN, EMERGENCY

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import datetime

    from desktop_app.data.files import RecordFiles
    from desktop_app.data.key_cost import KeyCost
    from desktop_app.data.record_file import OpenRecord
    from desktop_app.data.unit_of_work import UnitOfWork
    from desktop_app.domain.roles import Right, User
    from desktop_app.services.clock import Clock

CONFIRMED_FOR = timedelta(minutes=5)


class RecordAccess:
    """Open and close the record, and give transactions on it.

    What speaks SQL is imported when a record is first opened, not before: the page that asks for
    the passphrase stands by then.
    """

    def __init__(self, files: RecordFiles, key_cost: KeyCost, clock: Clock) -> None:
        self.files = files
        self.key_cost = key_cost
        self._clock = clock
        self._opened: OpenRecord | None = None
        self._emergency = False
        self._confirmed: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether the record is open."""
        return self._opened is not None

    def prepare(self) -> None:
        """Import what opening will need."""
        import desktop_app.data.record_file  # noqa: F401 - imported for its time

    @property
    def user(self) -> User | None:
        """Give who opened the record; nobody while it is closed."""
        return self._opened.user if self._opened is not None else None

    def may(self, right: Right) -> bool:
        """Tell whether who opened the record has a right, for ever or for this emergency."""
        user = self.user
        if user is None:
            return False
        return right in user.rights or (self._emergency and right in EMERGENCY)

    def require(self, right: Right) -> None:
        """Pass where who opened the record has a right.

        Raises:
            Refusal: ``record_locked``, ``not_allowed``, or ``confirm_passphrase`` where this right
                asks for the passphrase again.
        """
        if self._opened is None:
            raise Refusal("record_locked")
        if not self.may(right):
            raise Refusal("not_allowed")
        if right in ASKED_AGAIN and not self._confirmed_lately():
            raise Refusal("confirm_passphrase")

    def confirm(self, passphrase: str) -> None:
        """Take the passphrase of who opened the record once more; it counts for some minutes.

        Raises:
            Refusal: ``record_locked``.
            StorageError: ``wrong_passphrase``.
        """
        from desktop_app.data.vault import read_keys

        opened = self._open_record()
        read_keys(self.files.keys).unwrap(passphrase, opened.user.login)
        self._confirmed = self._clock.now()

    @property
    def lost(self) -> bool:
        """Tell whether entries that were committed once were gone when the record was opened.

        Raises:
            Refusal: ``record_locked``.
        """
        return self._open_record().lost

    @property
    def key(self) -> bytes:
        """Give the data key of the open record.

        Raises:
            Refusal: ``record_locked``.
        """
        return self._open_record().key

    @property
    def emergency(self) -> bool:
        """Tell whether the record is read under emergency access, which ends with the lock."""
        return self._emergency

    def begin_emergency(self) -> None:
        """Let who is logged in read until the record is locked."""
        self._emergency = True

    def create(self, passphrase: str) -> None:
        """Make a new record and hold it open; see ``data.record_file.create_record``."""
        from desktop_app.data.record_file import create_record

        self._opened = create_record(self.files, passphrase, self.key_cost, self._clock.now)

    def open(self, passphrase: str, login: str = "") -> None:
        """Open the record that is there; see ``data.record_file.open_record``."""
        from desktop_app.data.record_file import open_record

        self._opened = open_record(self.files, passphrase, self._clock.now, login)

    def recover(self, secret: str, passphrase: str) -> None:
        """Open the record by its recovery key; see ``data.record_file.recover_record``."""
        from desktop_app.data.record_file import recover_record

        self._opened = recover_record(
            self.files, secret, passphrase, self.key_cost, self._clock.now
        )

    def close(self) -> None:
        """Close the record, if it is open."""
        opened, self._opened = self._opened, None
        self._emergency, self._confirmed = False, None
        if opened is not None:
            opened.close()

    def writing(self, right: Right) -> AbstractContextManager[UnitOfWork]:
        """Begin one transaction: leaving normally commits, any exception rolls back.

        Raises:
            Refusal: ``record_locked`` or ``not_allowed``.
        """
        self.require(right)
        return self._open_record().writing()

    def reading(self, right: Right) -> AbstractContextManager[UnitOfWork]:
        """Begin one look at the record that waits for nobody.

        Raises:
            Refusal: ``record_locked`` or ``not_allowed``.
        """
        self.require(right)
        return self._open_record().reading()

    def system(self) -> AbstractContextManager[UnitOfWork]:
        """Begin a transaction of the program's own, such as a line in the log.

        Raises:
            Refusal: ``record_locked``.
        """
        return self._open_record().writing()

    def _confirmed_lately(self) -> bool:
        if self._confirmed is None:
            return False
        return timedelta(0) <= self._clock.now() - self._confirmed < CONFIRMED_FOR

    def _open_record(self) -> OpenRecord:
        if self._opened is None:
            raise Refusal("record_locked")
        return self._opened
