"""Name the actions of which the record keeps a line: every write, and every look at a patient."""

from __future__ import annotations

from enum import StrEnum

# Roles come later; until then whoever knows the passphrase is the one user.
OWNER = "owner"


class Action(StrEnum):
    """Name what was done; the line says to which row, never with which value."""

    RECORD_CREATED = "record_created"
    RECORD_UNLOCKED = "record_unlocked"
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
