"""Say what each column shows of a line of the log, and part the actions into kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.domain.audit import Action
from ui.models.rows import Column
from ui.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.audit import AuditLine
    from ui.spans import Cell
    from ui.wording import Words

# Every action stands in one kind.
KINDS: Mapping[str, frozenset[Action]] = {
    "seen": frozenset({Action.PATIENT_VIEWED, Action.AUDIT_VIEWED, Action.EMERGENCY_BEGUN}),
    "access": frozenset(
        {
            *(Action.RECORD_UNLOCKED, Action.RECORD_LOCKED, Action.LOG_IN_FAILED),
            *(Action.USER_CHANGED, Action.PASSPHRASE_CHANGED, Action.RECOVERY_KEY_MADE),
            Action.RECOVERED,
        }
    ),
    "patients": frozenset(
        {Action.PATIENT_REGISTERED, Action.PATIENTS_MERGED, Action.PATIENTS_PARTED}
    ),
    "visits": frozenset(
        {
            *(Action.DRAFT_STARTED, Action.DRAFT_UNDONE, Action.VISIT_RECORDED),
            *(Action.VISIT_JOINED, Action.VISIT_VOIDED, Action.RESULT_AMENDED),
            *(Action.RESULT_VOIDED, Action.ENTRY_AMENDED, Action.ENTRY_VOIDED),
            *(Action.ASSESSMENT_STORED, Action.ASSESSMENT_ACCEPTED),
            Action.ASSESSMENT_OVERRIDDEN,
        }
    ),
    "sheets": frozenset(
        {
            *(Action.LEAFLET_APPROVED, Action.DOCUMENT_ISSUED, Action.DOCUMENT_REPRINTED),
            Action.PATIENT_EXPORTED,
        }
    ),
    "imports": frozenset({Action.IMPORT_STORED, Action.IMPORT_UNDONE, Action.PROFILE_KEPT}),
    "record": frozenset(
        {
            *(Action.RECORD_CREATED, Action.ENTRIES_LOST, Action.BACKUP_MADE),
            *(Action.RECORD_RESTORED, Action.FIRE_DRILL, Action.RECORD_VERIFIED),
            Action.SETTING_CHANGED,
        }
    ),
}
_LOUD = {
    Action.LOG_IN_FAILED: "warning",
    Action.EMERGENCY_BEGUN: "critical",
    Action.ENTRIES_LOST: "critical",
}


class AuditColumns(QObject):
    """Make the columns for one language."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def columns(self) -> tuple[Column[AuditLine], ...]:
        """Give the columns from left to right."""
        return (
            Column(self.tr("Line"), lambda row: (Span(str(row.number), "muted"),), right=True),
            Column(self.tr("Time"), self._time),
            Column(self.tr("User"), lambda row: (Span(row.actor, "strong"),)),
            Column(self.tr("Action"), self._action),
            Column(self.tr("Row"), self._row),
            Column(self.tr("Detail"), lambda row: (Span(row.detail or ""),)),
        )

    def _time(self, row: AuditLine) -> Cell:
        return (Span(f"{row.at.astimezone():%Y-%m-%d %H:%M:%S}"),)

    def _action(self, row: AuditLine) -> Cell:
        text, kind = self._words.text(f"audit_action.{row.action}"), _LOUD.get(Action(row.action))
        return (Span(text) if kind is None else Span(text, kind, chip=True),)

    def _row(self, row: AuditLine) -> Cell:
        number = "" if row.entity_id is None else f" {row.entity_id}"
        return (Span(f"{row.entity}{number}", "muted"),)
