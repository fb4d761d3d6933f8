"""Hold the open record, or none, for all services: the one place where it is opened and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.errors import Refusal

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from desktop_app.data.files import RecordFiles
    from desktop_app.data.key_cost import KeyCost
    from desktop_app.data.record_file import OpenRecord
    from desktop_app.data.unit_of_work import UnitOfWork
    from desktop_app.services.clock import Clock


class RecordAccess:
    """Open and close the record, and give transactions on it.

    What speaks SQL is imported when a record is first opened, not before: the page that asks for
    the passphrase stands by then.
    """

    def __init__(self, files: RecordFiles, key_cost: KeyCost, clock: Clock) -> None:
        self.files = files
        self._key_cost = key_cost
        self._clock = clock
        self._opened: OpenRecord | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether the record is open."""
        return self._opened is not None

    def prepare(self) -> None:
        """Import what opening will need."""
        import desktop_app.data.record_file  # noqa: F401 - imported for its time

    def create(self, passphrase: str) -> None:
        """Make a new record and hold it open; see ``data.record_file.create_record``."""
        from desktop_app.data.record_file import create_record

        self._opened = create_record(self.files, passphrase, self._key_cost, self._clock.now)

    def open(self, passphrase: str) -> None:
        """Open the record that is there; see ``data.record_file.open_record``."""
        from desktop_app.data.record_file import open_record

        self._opened = open_record(self.files, passphrase, self._clock.now)

    def close(self) -> None:
        """Close the record, if it is open."""
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()

    def writing(self) -> AbstractContextManager[UnitOfWork]:
        """Begin one transaction: leaving normally commits, any exception rolls back.

        Raises:
            Refusal: ``record_locked``.
        """
        return self._open_record().writing()

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """Begin one look at the record that waits for nobody.

        Raises:
            Refusal: ``record_locked``.
        """
        return self._open_record().reading()

    def _open_record(self) -> OpenRecord:
        if self._opened is None:
            raise Refusal("record_locked")
        return self._opened
