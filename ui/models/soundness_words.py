"""Say what a check of the record found, and why a backup does not open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.domain.errors import StorageError
from ui.models.backup_words import CountWords

if TYPE_CHECKING:
    from desktop_app.services.safety import Soundness
    from ui.tasks import Problem
    from ui.wording import Words

MOST_NAMED = 12


class SoundnessWords(QObject):
    """Put what was found into words, each fault on a line of its own."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def told(self, found: Soundness) -> tuple[str, str]:
        """Give the sentences and the kind of banner for them."""
        if found.sound:
            #: {0} are counts of patients, visits and results
            said = self.tr("The record is whole, every page, every row and the whole log: {0}.")
            return said.format(CountWords().counts(found.rows)), "good"
        lines = []
        if found.problem is not None:
            lines.append(self._damage(found.problem))
        lines += [
            self._words.text(f"audit_fault.{fault.kind}", (("number", str(fault.number)),))
            for fault in found.faults[:MOST_NAMED]
        ]
        more = len(found.faults) - MOST_NAMED
        if more > 0:
            lines.append(self.tr("And %n more.", "", more))
        lines.append(self.tr("The check changed nothing."))
        return "\n".join(lines), "critical"

    def problem(self, problem: Problem) -> str:
        """Say why a backup does not open, is not made, or cannot be restored."""
        if isinstance(problem, StorageError):
            match problem.code:
                case "wrong_passphrase":
                    return self.tr(
                        "This passphrase does not open the backup. "
                        "It is the passphrase of the time when the backup was made."
                    )
                case "record_damaged":
                    return self.tr("This file is damaged. Nothing was changed.")
                case "record_missing" | "keys_missing":
                    return self.tr(
                        "The backup is not complete: its .db and .keys files must lie "
                        "side by side. Nothing was changed."
                    )
                case "keys_damaged":
                    return self.tr("The key file of this backup is damaged. Choose another one.")
        return self._words.problem(problem)

    def _damage(self, code: str) -> str:
        if code == "record_damaged":
            return self.tr(
                "Pages or rows of the record file are damaged. What is on the screen may lack "
                "something. Restore the last good backup."
            )
        return self._words.text(f"error.{code}")
