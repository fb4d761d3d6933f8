"""Wire the services: the only place where their parts are put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.data.content.catalogue import load_catalogue
from desktop_app.data.content.evidence import load_evidence
from desktop_app.data.content.wordings import load_wordings
from desktop_app.data.files import RecordFiles
from desktop_app.data.key_cost import KeyCost
from desktop_app.services import Services
from desktop_app.services.assessments import AssessmentService
from desktop_app.services.audit import AuditService
from desktop_app.services.clinic import ClinicService
from desktop_app.services.documents import DocumentService
from desktop_app.services.drift import DriftService
from desktop_app.services.imports import ImportService
from desktop_app.services.merging import MergeService
from desktop_app.services.patients import PatientService
from desktop_app.services.record_access import RecordAccess
from desktop_app.services.recovery import RecoveryKit
from desktop_app.services.safety import SafetyService
from desktop_app.services.settings import SettingsService
from desktop_app.services.trends import TrendService
from desktop_app.services.users import UserService
from desktop_app.services.visits import VisitService

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services.clock import Clock


def build_services(paths: Paths, clock: Clock, *, key_cost: KeyCost | None = None) -> Services:
    """Build all services on the files of ``paths``; no record is opened or made."""
    catalogue = load_catalogue(paths.resources)
    wordings = load_wordings(paths.resources)
    files = RecordFiles(paths.record, paths.keys, paths.lock, paths.backups, paths.attempts)
    access = RecordAccess(files, key_cost or KeyCost(), clock)
    clinic = ClinicService(access, clock)
    assessments = AssessmentService(access, clock, catalogue)
    trends = TrendService(assessments, catalogue, wordings)
    return Services(
        clinic=clinic,
        users=UserService(access, clinic),
        recovery=RecoveryKit(access, clock, wordings, paths.resources),
        audit=AuditService(access, clock),
        safety=SafetyService(access, clinic, clock),
        patients=PatientService(access, clock, catalogue),
        visits=VisitService(access, clock, catalogue),
        assessments=assessments,
        trends=trends,
        documents=DocumentService(access, assessments, clock, catalogue, wordings, paths.resources),
        drift=DriftService(access, catalogue),
        imports=ImportService(access, clock, catalogue),
        merging=MergeService(access, clock, catalogue),
        settings=SettingsService(access, catalogue),
        clock=clock,
        catalogue=catalogue,
        wordings=wordings,
        evidence=load_evidence(paths.resources),
    )
