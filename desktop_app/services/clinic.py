"""Create, unlock and lock the clinic's record."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.domain.audit import Action
from desktop_app.domain.errors import Refusal

if TYPE_CHECKING:
    from desktop_app.services.record_access import RecordAccess

MINIMUM_PASSPHRASE = 8


class RecordState(StrEnum):
    """Name whether there is a record, and whether it is open."""

    ABSENT = "absent"
    LOCKED = "locked"
    OPEN = "open"


class ClinicService:
    """Open the record to who knows the passphrase, and close it again."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

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

    def create(self, passphrase: str) -> None:
        """Make a new record, open it, and never touch one that exists.

        Raises:
            Refusal: ``passphrase_too_short`` or ``record_exists``.
            StorageError: ``record_in_use``, ``disk_full`` or ``folder_not_writable``.
        """
        if len(passphrase.strip()) < MINIMUM_PASSPHRASE:
            raise Refusal("passphrase_too_short", minimum=str(MINIMUM_PASSPHRASE))
        if self._access.is_open:
            raise Refusal("record_exists")
        self._access.create(passphrase)
        self._log(Action.RECORD_CREATED)

    def unlock(self, passphrase: str) -> None:
        """Open the record; do nothing if it is open.

        Raises:
            StorageError: ``wrong_passphrase``, ``record_damaged``, ``record_newer``,
                ``record_missing``, ``keys_missing``, ``keys_damaged``, ``record_in_use``,
                ``record_busy``, ``disk_full`` or ``folder_not_writable``.
        """
        if self._access.is_open:
            return
        self._access.open(passphrase)
        self._log(Action.RECORD_UNLOCKED)

    def lock(self) -> None:
        """Close the record; drafts are kept already."""
        self._access.close()

    def _log(self, action: Action) -> None:
        try:
            with self._access.writing() as work:
                work.audit.append(action, "record")
        except BaseException:
            self._access.close()
            raise
