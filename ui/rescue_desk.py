"""Find the newest backup that can be brought back while no record opens, and bring it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.errors import Refusal, StorageError
from ui.models.backup_offer import Offer
from ui.models.soundness_words import SoundnessWords
from ui.second_place import second_place
from ui.widgets.backups.file_choice import choose_backup

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.services.safety import BackupRow, SafetyService, TrialReport
    from ui.context import UiContext
    from ui.tasks import Problem
    from ui.widgets.unlock.rescue_form import RescueForm

# A backup that answers so is spoilt itself: the one before it is offered.
_SPOILT = frozenset(
    {"record_damaged", "record_missing", "keys_missing", "keys_damaged", "backup_not_whole"}
)


class RescueDesk(QObject):
    """Offer one backup after the other, newest first, from here and from the second place."""

    restored = Signal(object)  # TrialReport

    def __init__(
        self, context: UiContext, form: RescueForm, folder: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._form, self._folder = context, form, folder
        self._spoilt: frozenset[Path] = frozenset()
        self._offer: Offer | None = None
        form.restore_wanted.connect(self.restore)
        form.other_wanted.connect(self._on_other)

    def look(self) -> None:
        """Look for backups anew; without services yet there is nothing to look with."""
        second = second_place(self._context.settings)
        places = [str(self._folder)] + ([str(second)] if second is not None else [])
        self._form.look("\n".join(places))
        if self._context.ready:
            self._find(frozenset())

    def choose(self, path: Path) -> None:
        """Offer the backup that somebody chose, wherever it lies."""
        if self._context.ready:
            self._run_offer(partial(_chosen, self._context.services.safety, path))

    def restore(self, passphrase: str, login: str) -> None:
        """Bring the offered backup back and open it."""
        if self._offer is not None:
            restore = self._context.services.safety.restore
            work = partial(restore, self._offer.path, passphrase, login)
            # A copy that was under way when the record was locked still holds its file open.
            self._context.copies.run(_nothing, owner=self, done=partial(self._begin, work))

    def _begin(self, work: Callable[[], TrialReport], _nothing: None) -> None:
        self._context.tasks.run(work, owner=self, done=self._on_restored, failed=self._on_failed)

    def _find(self, spoilt: frozenset[Path]) -> None:
        self._spoilt = spoilt
        folder = second_place(self._context.settings)
        self._run_offer(partial(_newest, self._context.services.safety, folder, spoilt))

    def _on_restored(self, report: TrialReport) -> None:
        self.restored.emit(report)

    def _on_failed(self, problem: Problem) -> None:
        assert self._offer is not None
        its_fault = isinstance(problem, StorageError | Refusal) and problem.code in _SPOILT
        if its_fault and self._offer.made_at is not None:
            self._find(self._spoilt | {self._offer.path})
        else:
            self._say(problem)

    def _on_offer(self, offer: Offer | None) -> None:
        self._offer = offer
        self._form.show_offer(offer, self._context.services.clock.now())

    def _on_other(self) -> None:
        title = self.tr("Choose a backup")
        path = choose_backup(self._form, title, str(self._folder))
        if path is not None:
            self.choose(path)

    def _say(self, problem: Problem) -> None:
        self._form.show_problem(SoundnessWords(self._context.words).problem(problem))

    def _run_offer(self, find: Callable[[], Offer | None]) -> None:
        self._context.tasks.run(
            find, owner=self, done=self._on_offer, failed=self._say, key="offer"
        )


def _newest(safety: SafetyService, second: Path | None, spoilt: frozenset[Path]) -> Offer | None:
    """Give the newest backup of both places whose keys can be read and that failed nobody yet."""
    rows = [*safety.backups(), *(safety.backups(second) if second is not None else ())]
    newest_first = sorted(rows, key=lambda row: row.made_at, reverse=True)
    for passed, row in enumerate(newest_first):
        if row.path not in spoilt:
            try:
                return _offer(safety, row, passed)
            except StorageError:
                continue  # its keys are spoilt: the one before it may do
    return None


def _offer(safety: SafetyService, row: BackupRow, passed: int) -> Offer:
    logins = safety.users_of(row.path)
    return Offer(row.path, logins, row.made_at, row.patients, row.visits, passed)


def _chosen(safety: SafetyService, path: Path) -> Offer:
    row = next((row for row in safety.backups(path.parent) if row.path == path), None)
    return Offer(path, safety.users_of(path)) if row is None else _offer(safety, row, 0)


def _nothing() -> None:
    """Come after all copies that were under way."""
