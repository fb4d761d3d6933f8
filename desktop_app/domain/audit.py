"""Name the actions of which the record keeps a line: every write, and every look at a patient."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

# The login of who made the record.
OWNER = "owner"


class Action(StrEnum):
    """Name what was done; the line says to which row, never with which value."""

    RECORD_CREATED = "record_created"
    RECORD_UNLOCKED = "record_unlocked"
    ENTRIES_LOST = "entries_lost"
    RECORD_LOCKED = "record_locked"
    LOG_IN_FAILED = "log_in_failed"
    EMERGENCY_BEGUN = "emergency_begun"
    PASSPHRASE_CHANGED = "passphrase_changed"  # noqa: S105 - the name of an action
    RECOVERY_KEY_MADE = "recovery_key_made"
    RECOVERED = "recovered"
    USER_CHANGED = "user_changed"
    AUDIT_VIEWED = "audit_viewed"
    BACKUP_MADE = "backup_made"
    RECORD_RESTORED = "record_restored"
    FIRE_DRILL = "fire_drill"
    RECORD_VERIFIED = "record_verified"
    PATIENTS_MERGED = "patients_merged"
    PATIENTS_PARTED = "patients_parted"
    PATIENT_EXPORTED = "patient_exported"
    PATIENT_REGISTERED = "patient_registered"
    PATIENT_VIEWED = "patient_viewed"
    DRAFT_STARTED = "draft_started"
    DRAFT_UNDONE = "draft_undone"
    VISIT_RECORDED = "visit_recorded"
    VISIT_JOINED = "visit_joined"
    VISIT_VOIDED = "visit_voided"
    RESULT_AMENDED = "result_amended"
    RESULT_VOIDED = "result_voided"
    ENTRY_AMENDED = "entry_amended"
    ENTRY_VOIDED = "entry_voided"
    SETTING_CHANGED = "setting_changed"
    ASSESSMENT_STORED = "assessment_stored"
    ASSESSMENT_ACCEPTED = "assessment_accepted"
    ASSESSMENT_OVERRIDDEN = "assessment_overridden"
    LEAFLET_APPROVED = "leaflet_approved"
    DOCUMENT_ISSUED = "document_issued"
    DOCUMENT_REPRINTED = "document_reprinted"
    IMPORT_STORED = "import_stored"
    IMPORT_UNDONE = "import_undone"
    PROFILE_KEPT = "profile_kept"


@dataclass(frozen=True, slots=True)
class AuditLine:
    """Hold one line of the log: who did what to which row, and when (UTC)."""

    number: int
    at: datetime
    actor: str
    action: str
    entity: str
    entity_id: int | None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Hold which lines are wanted; what is empty is not asked. ``last`` itself is outside."""

    actor: str = ""
    actions: frozenset[str] = frozenset()
    entity: str = ""
    entity_id: int | None = None
    first: datetime | None = None
    last: datetime | None = None


@dataclass(frozen=True, slots=True)
class AuditHead:
    """Hold how far the log had come at some time: the number and the hash of its newest line."""

    count: int
    hash: str


class FaultKind(StrEnum):
    """Name what happened to a line of the log."""

    CHANGED = "changed"
    MOVED = "moved"
    REMOVED_BEFORE = "removed_before"
    CUT_OFF = "cut_off"


@dataclass(frozen=True, slots=True)
class AuditFault:
    """Name a line of the log and what happened there; of a cut end, the lines that there were."""

    kind: FaultKind
    number: int
