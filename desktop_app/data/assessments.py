"""Keep assessments as they were concluded, the doctor's answers to them, and the list's columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, select, update

from desktop_app.data.families import MERGE, of_family
from desktop_app.data.rows import add, table_of
from desktop_app.data.tables import AssessmentRow, DecisionRow, StandingRow, VisitRow
from desktop_app.data.trace import pack, unpack
from desktop_app.domain.course import Conclusion
from desktop_app.domain.errors import Refusal
from desktop_app.domain.journal import Override, StoredAssessment

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection

    from desktop_app.domain.conclusions import Assessment

_ASSESSMENT = table_of(AssessmentRow)
_DECISION = table_of(DecisionRow)
_ANSWER = _DECISION.alias()
_STANDING = table_of(StandingRow)
_VISIT = table_of(VisitRow)
_OF_PATIENT = _ASSESSMENT.c.patient_id == bindparam("patient_id")
_OF_FAMILY = of_family(_ASSESSMENT.c.patient_id)
_LATEST = (
    select(_ASSESSMENT.c.id, _ASSESSMENT.c.trace)
    .where(_OF_PATIENT)
    .order_by(_ASSESSMENT.c.id.desc())
    .limit(1)
)
_COLUMNS_OF_LATEST = _LATEST.with_only_columns(
    _ASSESSMENT.c.category,
    _ASSESSMENT.c.status,
    _ASSESSMENT.c.possible,
    _ASSESSMENT.c.risk_group,
    _ASSESSMENT.c.risk_groups,
    _ASSESSMENT.c.next_due,
    _ASSESSMENT.c.refer_now,
    _ASSESSMENT.c.id,
)
_DECIDED = (
    select(_DECISION)
    .where(_DECISION.c.assessment_id == bindparam("assessment_id"))
    .order_by(_DECISION.c.id.desc())
    .limit(1)
)
_LAST_ANSWER = (
    select(func.max(_ANSWER.c.id))
    .where(_ANSWER.c.assessment_id == _ASSESSMENT.c.id)
    .scalar_subquery()
)
# What was concluded while another's rows were read too, and no longer are.
_MISTAKEN = (
    select(MERGE.c.id)
    .where(
        MERGE.c.kept_id == _ASSESSMENT.c.patient_id,
        _ASSESSMENT.c.made_at >= MERGE.c.recorded_at,
        _ASSESSMENT.c.made_at < MERGE.c.voided_at,
    )
    .exists()
)
_CONCLUSIONS = (
    select(
        _ASSESSMENT.c.id,
        _ASSESSMENT.c.as_of,
        _ASSESSMENT.c.category,
        _ASSESSMENT.c.status,
        _ASSESSMENT.c.visit_id,
        _DECISION.c.category,
    )
    .join_from(_ASSESSMENT, _VISIT, _ASSESSMENT.c.visit_id == _VISIT.c.id, isouter=True)
    .join(_DECISION, _DECISION.c.id == _LAST_ANSWER, isouter=True)
    .where(_OF_FAMILY, _VISIT.c.voided_at.is_(None), ~_MISTAKEN)
    .order_by(_ASSESSMENT.c.as_of, _ASSESSMENT.c.id)
)
_TRACE = select(_ASSESSMENT.c.trace).where(_ASSESSMENT.c.id == bindparam("assessment_id"))
_OF_VISITS = (
    select(
        _ASSESSMENT.c.visit_id,
        _ASSESSMENT.c.category,
        _ASSESSMENT.c.status,
        _ASSESSMENT.c.risk_group,
    )
    .where(_OF_FAMILY, _ASSESSMENT.c.visit_id.is_not(None))
    .order_by(_ASSESSMENT.c.id)
)
_WHOSE = select(_ASSESSMENT.c.patient_id, _ASSESSMENT.c.visit_id).where(
    _ASSESSMENT.c.id == bindparam("assessment_id")
)
_RENEW_STANDING = update(_STANDING).where(_STANDING.c.patient_id == bindparam("whose"))


class AssessmentRepository:
    """Add assessments and answers; neither is ever changed, and the latest of each counts."""

    def __init__(self, connection: Connection, now: datetime, actor: str) -> None:
        self._connection = connection
        self._now = now
        self._actor = actor

    def add(self, patient_id: int, visit_id: int | None, assessment: Assessment) -> int:
        """Keep an assessment; give its number."""
        risk = assessment.leading_score
        score = (risk.score, risk.score) if risk.score is not None else risk.score_range
        low, high = score or (None, None)
        return add(
            self._connection,
            _ASSESSMENT,
            patient_id=patient_id,
            visit_id=visit_id,
            as_of=assessment.as_of,
            made_at=self._now,
            score_low=low,
            score_high=high,
            rule_version=assessment.rule_pack.version,
            rule_sha256=assessment.rule_pack.sha256,
            trace=pack(assessment),
            **_listed(assessment),
        )

    def latest(self, patient_id: int) -> StoredAssessment | None:
        """Give the assessment made last: every change of a record ends with its latest day's."""
        row = self._connection.execute(_LATEST, {"patient_id": patient_id}).first()
        if row is None:
            return None
        decision = self._decision(row.id)
        if decision is None or decision.accepted:
            return StoredAssessment(row.id, unpack(row.trace), accepted=decision is not None)
        override = Override(decision.category, decision.reason, decision.decided_at)
        return StoredAssessment(row.id, unpack(row.trace), override=override)

    def accept(self, assessment_id: int) -> None:
        """Keep that the doctor agrees.

        Raises:
            Refusal: ``no_such_assessment``.
        """
        self._decide(assessment_id, None, None)

    def override(self, assessment_id: int, category: str, reason: str) -> None:
        """Keep the doctor's different conclusion with its reason.

        Raises:
            Refusal: ``no_such_assessment``.
        """
        self._decide(assessment_id, category, reason)

    def conclusions(self, patient_id: int) -> tuple[Conclusion, ...]:
        """Give what was concluded last as of each day, oldest first, and the doctor's answer.

        A visit that was voided concluded nothing, nor did a merge that was taken back.
        """
        days: dict[date, Conclusion] = {}
        for row in self._connection.execute(_CONCLUSIONS, {"patient_id": patient_id}):
            each = Conclusion(*row)
            earlier = days.get(each.as_of)
            if earlier is not None and each.visit_id is None:
                each = replace(each, visit_id=earlier.visit_id)
            days[each.as_of] = each
        return tuple(days.values())

    def concluded(self, assessment_id: int) -> Assessment:
        """Give an assessment as it was concluded.

        Raises:
            Refusal: ``no_such_assessment``.
        """
        trace = self._connection.scalar(_TRACE, {"assessment_id": assessment_id})
        if trace is None:
            raise Refusal("no_such_assessment")
        return unpack(trace)

    def of_visits(self, patient_id: int) -> dict[int, tuple[str | None, str, str | None]]:
        """Give what was concluded at each visit: category, status, risk group."""
        found = self._connection.execute(_OF_VISITS, {"patient_id": patient_id})
        return {visit_id: (category, status, group) for visit_id, category, status, group in found}

    def renew_standing(self, patient_id: int, latest: Assessment, last_visit: date | None) -> None:
        """Write anew what the list says, from an assessment that was just added."""
        said = _listed(latest) | {"last_visit": last_visit, "overridden": False}
        self._write_standing(patient_id, said)

    def refresh_standing(self, patient_id: int, last_visit: date | None) -> None:
        """Write anew what the list says, from the latest assessment and the answer to it."""
        row = self._connection.execute(_COLUMNS_OF_LATEST, {"patient_id": patient_id}).one()
        said = dict(row._mapping)
        decision = self._decision(said.pop("id"))
        overridden = decision is not None and not decision.accepted
        said |= {"last_visit": last_visit, "overridden": overridden}
        if overridden:
            said["category"] = decision.category
        self._write_standing(patient_id, said)

    def patient_of(self, assessment_id: int) -> int:
        """Give the patient of an assessment.

        Raises:
            Refusal: ``no_such_assessment``.
        """
        patient_id: int = self._whose(assessment_id).patient_id
        return patient_id

    def visit_of(self, assessment_id: int) -> int | None:
        """Give the visit in which an assessment was made, or None where there was none.

        Raises:
            Refusal: ``no_such_assessment``.
        """
        visit_id: int | None = self._whose(assessment_id).visit_id
        return visit_id

    def _write_standing(self, patient_id: int, said: dict[str, Any]) -> None:
        renewed = self._connection.execute(_RENEW_STANDING, said | {"whose": patient_id})
        if not renewed.rowcount:
            self._connection.execute(insert(_STANDING), said | {"patient_id": patient_id})

    def _decide(self, assessment_id: int, category: str | None, reason: str | None) -> None:
        self._whose(assessment_id)
        add(
            self._connection,
            _DECISION,
            assessment_id=assessment_id,
            accepted=category is None,
            category=category,
            reason=reason,
            decided_at=self._now,
            decided_by=self._actor,
        )

    def _whose(self, assessment_id: int) -> Any:
        row = self._connection.execute(_WHOSE, {"assessment_id": assessment_id}).first()
        if row is None:
            raise Refusal("no_such_assessment")
        return row

    def _decision(self, assessment_id: int) -> Any:
        return self._connection.execute(_DECIDED, {"assessment_id": assessment_id}).first()


def _listed(assessment: Assessment) -> dict[str, Any]:
    """Give the columns that assessments and the list have in common."""
    diagnosis, risk = assessment.diagnosis, assessment.leading_score
    follow_up = assessment.follow_up
    return {
        "category": diagnosis.category,
        "status": diagnosis.status,
        "possible": diagnosis.possible,
        "risk_group": risk.group,
        "risk_groups": risk.possible_groups,
        "next_due": follow_up.next_due,
        "refer_now": follow_up.refer and follow_up.next_due is None,
    }
