"""Keep the draft of a visit safe while it is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.debounce import Debounce

if TYPE_CHECKING:
    from desktop_app.domain.visit import VisitDraft
    from ui.context import UiContext

QUIET_MS = 400
LONGEST_MS = 800  # with the write itself a key is safe within a second, also while typing goes on


class DraftKeeper(QObject):
    """Hand each version of the draft to the record, in the order in which it was typed."""

    kept = Signal(object)  # datetime
    failed = Signal(object)  # Exception

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._draft: VisitDraft | None = None
        self._wait = Debounce(QUIET_MS, LONGEST_MS, self)
        self._wait.due.connect(self._on_due)

    def offer(self, draft: VisitDraft) -> None:
        """Take the newest version."""
        self._draft = draft
        self._wait.touch()

    def flush(self) -> None:
        """Queue what was not yet handed over, before anything that is queued later."""
        self._wait.flush()

    def forget(self) -> None:
        """Drop what was not yet handed over: the visit was signed, or an earlier draft is shown."""
        self._wait.cancel()
        self._draft = None

    def _on_due(self) -> None:
        if self._draft is None:
            return
        self._context.tasks.run(
            partial(self._context.services.visits.keep_draft, self._draft),
            owner=self,
            done=self.kept.emit,
            failed=self.failed.emit,
        )
        self._draft = None
