"""Hold the rows of the record: dumb classes, strict constraints, nothing else.

Clinical rows are never changed or deleted: an amended row is a new one that names the old one,
a voided row carries who, when and why. ``standing`` alone is derived and written anew.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from desktop_app.data.columns import (
    Codes,
    ExactDecimal,
    FindingJson,
    Instant,
    PartialDay,
    Sizes,
    Words,
)
from desktop_app.data.table_parts import (
    Entry,
    Observed,
    Recorded,
    amendable,
    not_blank,
    one_of,
    said,
    voidable,
)
from desktop_app.domain.record import Comparator, Interpretation, Sex


class PatientRow(SQLModel, table=True):
    """Hold who a patient is, and the keys by which the list finds them."""

    __tablename__: ClassVar[Any] = "patient"
    __table_args__ = (
        one_of("sex", Sex),
        not_blank("record_number", "name", "number_key", "name_key"),
        UniqueConstraint("number_key"),
    )
    id: int | None = Field(default=None, primary_key=True)
    record_number: str
    name: str
    birth: str | None = None
    birth_first: date | None = None
    birth_last: date | None = None
    sex: str
    phone: str
    leaflet_languages: str
    fictional: bool
    registered_at: datetime = Field(sa_type=Instant)
    registered_by: str
    number_key: str
    name_key: str = Field(index=True)
    birth_key: str = Field(index=True)


class VisitRow(Recorded, table=True):
    """Hold one consultation."""

    __tablename__: ClassVar[Any] = "visit"
    __table_args__ = (*voidable(), Index(None, "observed_on"))
    observed_on: date


class VisitNoteRow(Recorded, table=True):
    """Hold what the doctor wrote at a visit; a visit that was joined has several."""

    __tablename__: ClassVar[Any] = "visit_note"
    __table_args__ = (*voidable(), not_blank("text"))
    visit_id: int = Field(foreign_key="visit.id", ondelete="RESTRICT", index=True)
    text: str


class ResultRow(Observed, table=True):
    """Hold one result as reported: a number with its unit, or a word in their place."""

    __tablename__: ClassVar[Any] = "result"
    __table_args__ = (
        *amendable("result"),
        not_blank("code"),
        one_of("comparator", Comparator),
        one_of("interpretation", Interpretation),
        CheckConstraint(
            f"(value IS NOT NULL AND {said('unit')} AND interpretation IS NULL)"
            " OR (value IS NULL AND comparator IS NULL AND interpretation IS NOT NULL)",
            name="number_or_word",
        ),
        CheckConstraint(f"NOT confirmed OR {said('note')}", name="confirmed_with_note"),
    )
    code: str
    value: Decimal | None = Field(default=None, sa_type=ExactDecimal)
    unit: str | None = None
    comparator: str | None = None
    interpretation: str | None = None
    low: Decimal | None = Field(default=None, sa_type=ExactDecimal)
    high: Decimal | None = Field(default=None, sa_type=ExactDecimal)
    lab: str | None = None
    method: str | None = None
    specimen: str | None = None
    confirmed: bool = False
    amends_id: int | None = Field(default=None, foreign_key="result.id", ondelete="RESTRICT")


class FindingRow(Observed, table=True):
    """Hold one observation that is no quantity: code and JSON value."""

    __tablename__: ClassVar[Any] = "finding"
    __table_args__ = (*amendable("finding"), not_blank("code"))
    code: str
    value: Any = Field(sa_type=FindingJson)
    amends_id: int | None = Field(default=None, foreign_key="finding.id", ondelete="RESTRICT")


class CytogeneticRow(Observed, table=True):
    """Hold one abnormality that was looked for, found or not."""

    __tablename__: ClassVar[Any] = "cytogenetic"
    __table_args__ = (*amendable("cytogenetic"), not_blank("abnormality"))
    abnormality: str
    detected: bool
    method: str | None = None
    clone_percent: Decimal | None = Field(default=None, sa_type=ExactDecimal)
    copies: int | None = None
    biallelic: bool | None = None
    amends_id: int | None = Field(default=None, foreign_key="cytogenetic.id", ondelete="RESTRICT")


class LesionRow(Observed, table=True):
    """Hold one look at one lesion; the same name over time is the same lesion."""

    __tablename__: ClassVar[Any] = "lesion"
    __table_args__ = (*amendable("lesion"), not_blank("lesion", "kind"))
    lesion: str
    kind: str
    site: str | None = None
    contiguous_with_bone: bool | None = None
    biopsy_proven: bool | None = None
    diameters_mm: tuple[Decimal, ...] = Field(default=(), sa_type=Sizes)
    suv_max: Decimal | None = Field(default=None, sa_type=ExactDecimal)
    modality: str | None = None
    resolved: bool
    amends_id: int | None = Field(default=None, foreign_key="lesion.id", ondelete="RESTRICT")


class EarlierDiagnosisRow(Entry, table=True):
    """Hold a diagnosis that was established earlier; its day may be partial, or not known."""

    __tablename__: ClassVar[Any] = "earlier_diagnosis"
    __table_args__ = (
        *amendable("earlier_diagnosis"),
        not_blank("diagnosis"),
        CheckConstraint(
            "(observed IS NULL AND observed_first IS NULL AND observed_last IS NULL)"
            " OR (observed IS NOT NULL AND observed_first IS NOT NULL"
            " AND observed_last IS NOT NULL)",
            name="whole_day_or_none",
        ),
    )
    observed: str | None = None
    observed_first: date | None = None
    observed_last: date | None = None
    diagnosis: str
    amends_id: int | None = Field(
        default=None, foreign_key="earlier_diagnosis.id", ondelete="RESTRICT"
    )


class TreatmentRow(Observed, table=True):
    """Hold one regimen; the day on which it was observed is the day on which it began."""

    __tablename__: ClassVar[Any] = "treatment"
    __table_args__ = (*amendable("treatment"), not_blank("regimen"))
    regimen: str
    drugs: tuple[str, ...] = Field(default=(), sa_type=Words)
    stop: Any = Field(default=None, sa_type=PartialDay, nullable=True)
    cycles: int | None = None
    stop_reason: str | None = None
    sequence: int | None = None
    cycle_days: int | None = None
    amends_id: int | None = Field(default=None, foreign_key="treatment.id", ondelete="RESTRICT")


class ClinicalEventRow(Observed, table=True):
    """Hold one event such as a transplant, a fracture or an infection."""

    __tablename__: ClassVar[Any] = "clinical_event"
    __table_args__ = (*amendable("clinical_event"), not_blank("code"))
    code: str
    sequence: int | None = None
    amends_id: int | None = Field(
        default=None, foreign_key="clinical_event.id", ondelete="RESTRICT"
    )


class AssessmentRow(SQLModel, table=True):
    """Hold what was concluded, as it was concluded: columns for lists, the trace as one blob."""

    __tablename__: ClassVar[Any] = "assessment"
    __table_args__ = (
        CheckConstraint("length(rule_sha256) = 64", name="rule_sha256"),
        Index(None, "patient_id", "as_of"),
    )
    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(foreign_key="patient.id", ondelete="RESTRICT")
    visit_id: int | None = Field(
        default=None, foreign_key="visit.id", ondelete="RESTRICT", index=True
    )
    as_of: date
    made_at: datetime = Field(sa_type=Instant)
    category: str | None = None
    status: str
    possible: tuple[str, ...] = Field(sa_type=Codes)
    risk_group: str | None = None
    risk_groups: tuple[str, ...] = Field(sa_type=Codes)
    score_low: int | None = None
    score_high: int | None = None
    next_due: date | None = None
    refer_now: bool
    rule_version: str
    rule_sha256: str
    trace: bytes = Field(sa_type=LargeBinary)


class DecisionRow(SQLModel, table=True):
    """Hold the doctor's answer to an assessment; the latest one counts."""

    __tablename__: ClassVar[Any] = "decision"
    __table_args__ = (
        CheckConstraint(
            "(accepted AND category IS NULL AND reason IS NULL)"
            f" OR (NOT accepted AND {said('category')} AND {said('reason')})",
            name="accepted_or_overridden_with_reason",
        ),
    )
    id: int | None = Field(default=None, primary_key=True)
    assessment_id: int = Field(foreign_key="assessment.id", ondelete="RESTRICT", index=True)
    accepted: bool
    category: str | None = None
    reason: str | None = None
    decided_at: datetime = Field(sa_type=Instant)
    decided_by: str


class StandingRow(SQLModel, table=True):
    """Hold what the list says of a patient: derived, and written anew by every assessment."""

    __tablename__: ClassVar[Any] = "standing"
    patient_id: int = Field(
        primary_key=True,
        foreign_key="patient.id",
        ondelete="RESTRICT",
        sa_column_kwargs={"autoincrement": False},
    )
    category: str | None = None
    status: str | None = None
    possible: tuple[str, ...] = Field(default=(), sa_type=Codes)
    risk_group: str | None = None
    risk_groups: tuple[str, ...] = Field(default=(), sa_type=Codes)
    last_visit: date | None = Field(default=None, index=True)
    next_due: date | None = Field(default=None, index=True)
    refer_now: bool = False
    overridden: bool = False


class DraftRow(SQLModel, table=True):
    """Hold one version of what stood on the screen; removed when the visit is recorded."""

    __tablename__: ClassVar[Any] = "draft"
    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(foreign_key="patient.id", ondelete="RESTRICT", index=True)
    kept_at: datetime = Field(sa_type=Instant)
    content: str


class LeafletApprovalRow(SQLModel, table=True):
    """Hold who of this clinic approved which words of a leaflet."""

    __tablename__: ClassVar[Any] = "leaflet_approval"
    __table_args__ = (
        CheckConstraint("length(content_sha256) = 64", name="content_sha256"),
        UniqueConstraint("kind", "revision", "content_sha256"),
    )
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    revision: int
    content_sha256: str
    approved_at: datetime = Field(sa_type=Instant)
    approved_by: str


class IssuedDocumentRow(SQLModel, table=True):
    """Hold a document with the exact bytes that were handed over."""

    __tablename__: ClassVar[Any] = "issued_document"
    __table_args__ = (
        CheckConstraint("length(sha256) = 64", name="sha256"),
        CheckConstraint("length(pdf) > 0", name="pdf"),
    )
    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(foreign_key="patient.id", ondelete="RESTRICT", index=True)
    assessment_id: int | None = Field(
        default=None, foreign_key="assessment.id", ondelete="RESTRICT", index=True
    )
    visit_id: int | None = Field(
        default=None, foreign_key="visit.id", ondelete="RESTRICT", index=True
    )
    kind: str
    revision: int
    content_sha256: str
    languages: tuple[str, ...] = Field(sa_type=Codes)
    large_print: bool
    approved: bool
    issued_at: datetime = Field(sa_type=Instant)
    issued_by: str
    sha256: str
    pdf: bytes = Field(sa_type=LargeBinary)


class SettingRow(SQLModel, table=True):
    """Hold one version of what the clinic set for itself; the latest of a key counts."""

    __tablename__: ClassVar[Any] = "setting"
    __table_args__ = (not_blank("key"), Index(None, "key", "id"))
    id: int | None = Field(default=None, primary_key=True)
    key: str
    value: str
    set_at: datetime = Field(sa_type=Instant)
    set_by: str


class AuditRow(SQLModel, table=True):
    """Hold one line of the log; each carries the hash of the line before."""

    __tablename__: ClassVar[Any] = "audit"
    __table_args__ = (
        CheckConstraint("length(hash) = 64", name="hash"),
        UniqueConstraint("previous_hash"),
    )
    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=Instant)
    actor: str
    action: str
    entity: str
    entity_id: int | None = None
    previous_hash: str
    hash: str
    detail: str | None = None


class MetaRow(SQLModel, table=True):
    """Hold what the file says of itself, readable by every version of the program."""

    __tablename__: ClassVar[Any] = "meta"
    key: str = Field(primary_key=True)
    value: str
