"""Write an assessment in the shape of the contract, its sentences in the language asked for."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

import simplejson

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import (
        Alert,
        Assessment,
        Criterion,
        Diagnosis,
        FollowUp,
        Input,
        Note,
        RiskFigure,
        Score,
        SeriesPoint,
        SeriesSummary,
    )
    from desktop_app.domain.wording import Wording
    from desktop_app.exchange import assessment_shape as shape

FORMAT = "mspike-assessment/1"


def assessment_text(assessment: Assessment, wording: Wording) -> str:
    """Write an assessment as JSON; numbers are numbers with the digits that were entered."""
    content = assessment_content(assessment, wording)
    return simplejson.dumps(content, use_decimal=True, ensure_ascii=False, indent=1) + "\n"


def assessment_content(assessment: Assessment, wording: Wording) -> shape.AssessmentFile:
    """Give an assessment as the contract's object.

    Parts that this version does not conclude yet stand as the contract's empty objects and lists.
    """
    write = _Writer(wording)
    return {
        "format": FORMAT,
        "as_of": assessment.as_of.isoformat(),
        "rule_pack": {
            "version": assessment.rule_pack.version,
            "sha256": assessment.rule_pack.sha256,
        },
        "diagnosis": write.diagnosis(assessment.diagnosis),
        "risk": {
            "mayo_mgus": write.score(assessment.mayo_mgus),
            "mayo_20_2_20": write.score(assessment.mayo_20_2_20),
            "imwg_2020_factors": write.score(assessment.imwg_2020_factors),
            "imwg_2020_points": write.score(assessment.imwg_2020_points),
            "pumch": {},
        },
        "staging": {"durie_salmon": {}, "iss": {}, "r_iss": {}, "r2_iss": {}, "ims_2025": {}},
        "poems": {},
        "extramedullary": {},
        "plasma_cell_leukemia": {},
        "mgrs": {},
        "series": [_series(course) for course in assessment.series],
        "evolving": [],
        "response": {"imwg": {}, "humeniuk": {}},
        "treatment_lines": [],
        "follow_up": write.follow_up(assessment.follow_up),
        "alerts": [write.alert(alert) for alert in assessment.alerts],
        "missing": [{"code": x.code, "settles": list(x.settles)} for x in assessment.missing],
        "conflicts": list(assessment.conflicts),
        "data_quality": [write.sentence("quality", note) for note in assessment.quality],
    }


class _Writer:
    """Write the parts that hold sentences."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def sentence(self, table: str, note: Note) -> str:
        return self._wording.sentence(table, note)

    def remark(self, note: Note | None) -> str | None:
        return None if note is None else self.sentence("note", note)

    def diagnosis(self, diagnosis: Diagnosis) -> shape.Diagnosis:
        return {
            "category": diagnosis.category,
            "possible": list(diagnosis.possible),
            "status": diagnosis.status,
            "criteria": self.criteria(diagnosis.criteria),
            "notes": [self.sentence("note", note) for note in diagnosis.notes],
        }

    def criteria(self, criteria: tuple[Criterion, ...]) -> list[shape.Criterion]:
        """Write a trace flat, parents before their parts; ``parts`` names these by ID."""
        rows: list[shape.Criterion] = []
        for criterion in criteria:
            rows.append(self._criterion(criterion))
            rows += self.criteria(criterion.criteria)
        return rows

    def _criterion(self, criterion: Criterion) -> shape.Criterion:
        return {
            "id": criterion.id,
            "state": criterion.state.state,
            "inputs": [_input(value) for value in criterion.inputs],
            "threshold": criterion.threshold,
            "source": criterion.source,
            "status": criterion.status,
            "note": self.remark(criterion.note),
            "parts": [part.id for part in criterion.criteria],
        }

    def score(self, score: Score) -> shape.Score:
        return {
            "applicable": score.applicable,
            "reason": self.remark(score.reason),
            "score": score.score,
            "score_range": score.score_range,
            "group": score.group,
            "possible_groups": list(score.possible_groups),
            "risks": [_risk(figure) for figure in score.risks],
            "criteria": self.criteria(score.criteria),
        }

    def follow_up(self, follow_up: FollowUp) -> shape.FollowUp:
        due = follow_up.next_due
        return {
            "interval_months": follow_up.interval_months,
            "next_due": due.isoformat() if due else None,
            "tests": list(follow_up.tests),
            "refer": follow_up.refer,
            "reasons": [self.sentence("note", note) for note in follow_up.reasons],
        }

    def alert(self, alert: Alert) -> shape.Alert:
        return {
            "id": alert.id,
            "level": alert.level,
            "message": self.sentence("alert", alert.message),
            "criteria": list(alert.criteria),
        }


def _risk(figure: RiskFigure) -> shape.RiskFigure:
    return {
        "horizon_months": figure.horizon_months,
        "percent": figure.percent,
        "kind": figure.kind,
        "competing_risk": figure.competing_risk,
        "source": figure.source,
        "group": figure.group,
    }


def _input(value: Input) -> shape.Input:
    content: shape.Input = {
        "code": value.code,
        "value": _plain(value.value),
        "unit": value.unit,
        "date": value.date,
    }
    if value.comparator is not None:
        content["comparator"] = value.comparator
    return content


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(member) for member in value]
    if isinstance(value, Mapping):
        return {key: _plain(member) for key, member in value.items()}
    return value


def _series(course: SeriesSummary) -> shape.Series:
    return {
        "code": course.code,
        "unit": course.unit,
        "baseline": _point(course.baseline),
        "nadir": _point(course.nadir),
        "latest": _point(course.latest),
        "change_from_baseline": course.change_from_baseline,
        "change_percent_from_baseline": _rounded(course.change_percent_from_baseline),
        "change_from_nadir": course.change_from_nadir,
        "change_percent_from_nadir": _rounded(course.change_percent_from_nadir),
        "slope_per_year": _rounded(course.slope_per_year),
        "doubling_time_days": course.doubling_time_days,
        "laboratory_changes": list(course.laboratory_changes),
        "converted": course.converted,
    }


def _point(point: SeriesPoint) -> shape.SeriesPoint:
    content: shape.SeriesPoint = {"date": point.date, "value": point.value}
    if point.comparator is not None:
        content["comparator"] = point.comparator
    return content


def _rounded(value: Decimal | None) -> Decimal | None:
    return None if value is None else round(value, 4)
