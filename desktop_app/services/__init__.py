"""Hold what the window may ask of the program: one method is one thing that the doctor does.

Its parts are imported for their types only: the unlock page takes keys before they are loaded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.sources import Evidence
    from desktop_app.domain.wording import Wording
    from desktop_app.services.assessments import AssessmentService
    from desktop_app.services.audit import AuditService
    from desktop_app.services.clinic import ClinicService
    from desktop_app.services.clock import Clock
    from desktop_app.services.documents import DocumentService
    from desktop_app.services.drift import DriftService
    from desktop_app.services.imports import ImportService
    from desktop_app.services.merging import MergeService
    from desktop_app.services.patients import PatientService
    from desktop_app.services.recovery import RecoveryKit
    from desktop_app.services.safety import SafetyService
    from desktop_app.services.settings import SettingsService
    from desktop_app.services.trends import TrendService
    from desktop_app.services.users import UserService
    from desktop_app.services.visits import VisitService


@dataclass(frozen=True, slots=True)
class Services:
    """Hold every service, and the values that pages need to show what services give."""

    clinic: ClinicService
    users: UserService
    recovery: RecoveryKit
    audit: AuditService
    safety: SafetyService
    patients: PatientService
    visits: VisitService
    assessments: AssessmentService
    trends: TrendService
    documents: DocumentService
    drift: DriftService
    imports: ImportService
    merging: MergeService
    settings: SettingsService
    clock: Clock
    catalogue: Catalogue
    wordings: Mapping[str, Wording]
    evidence: Evidence
