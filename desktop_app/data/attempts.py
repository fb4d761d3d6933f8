"""Remember wrong passphrases beside the record, so that guessing gets slow and leaves a trace.

Who holds the files can guess elsewhere: against that stands the cost of Argon2id, not this file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.data.disk import told_apart, write_whole
from desktop_app.domain.errors import Refusal

if TYPE_CHECKING:
    from pathlib import Path

FREE_TRIES = 3
LONGEST_WAIT = timedelta(minutes=5)
MOST_KEPT = 200


@dataclass(frozen=True, slots=True)
class Attempt:
    """Hold one wrong passphrase: whose, and when (UTC)."""

    login: str
    at: datetime


class Attempts:
    """Keep the wrong passphrases since the last right one of any user."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def all(self) -> tuple[Attempt, ...]:
        """Give them, oldest first; a file that cannot be read tells of none."""
        try:
            said = json.loads(self._path.read_bytes())
            return tuple(Attempt(str(x["login"]), datetime.fromisoformat(x["at"])) for x in said)
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return ()

    def check(self, login: str, now: datetime) -> None:
        """Pass where the user may try now.

        Raises:
            Refusal: ``wait_before_next_try`` with the seconds.
        """
        mine = [attempt.at for attempt in self.all() if attempt.login == login]
        if len(mine) < FREE_TRIES:
            return
        wait = min(timedelta(seconds=2 ** (len(mine) - FREE_TRIES + 1)), LONGEST_WAIT)
        left = mine[-1] + wait - now
        # A clock that was set back must not lock the clinic out for longer than the longest wait.
        if timedelta(0) < left <= LONGEST_WAIT:
            raise Refusal("wait_before_next_try", seconds=str(-(-left // timedelta(seconds=1))))

    def add(self, login: str, now: datetime) -> None:
        """Remember a wrong passphrase.

        Raises:
            StorageError: ``disk_full`` or ``folder_not_writable``.
        """
        kept = (*self.all(), Attempt(login, now))[-MOST_KEPT:]
        said = [{"login": attempt.login, "at": attempt.at.isoformat()} for attempt in kept]
        write_whole(self._path, json.dumps(said, indent=1).encode())

    def clear(self) -> None:
        """Forget them, once the log has them."""
        with told_apart():
            self._path.unlink(missing_ok=True)
