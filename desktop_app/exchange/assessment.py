"""Write an assessment in the shape of the contract, its sentences in the language asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import simplejson

from desktop_app.exchange.assessment_series import point_content, rounded, series_content

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import (
        Alert,
        Assessment,
        Criterion,
        Diagnosis,
        Evolving,
        FollowUp,
        Input,
        MedianTime,
        Mgrs,
        NearestChange,
        Note,
        RiskFigure,
        Schedule,
        Score,
        WorkupItem,
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
        "risk": write.risk(assessment),
        "staging": {"durie_salmon": {}, "iss": {}, "r_iss": {}, "r2_iss": {}, "ims_2025": {}},
        "poems": {},
        "extramedullary": {},
        "plasma_cell_leukemia": {},
        "mgrs": write.mgrs(assessment.mgrs),
        "series": [series_content(course) for course in assessment.series],
        "evolving": [write.evolving(entry) for entry in assessment.evolving],
        "response": {"imwg": {}, "humeniuk": {}},
        "treatment_lines": [],
        "follow_up": write.follow_up(assessment.follow_up),
        "workup": [write.workup(item) for item in assessment.workup],
        "early_treatment": write.criteria(assessment.early_treatment),
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
            "median_times": [_median(time) for time in score.medians],
            "notes": [self.sentence("note", note) for note in score.notes],
        }

    def mgrs(self, mgrs: Mgrs) -> shape.Mgrs:
        return {
            "suspected": mgrs.suspected.state,
            "reasons": [self.sentence("note", note) for note in mgrs.reasons],
            "biopsy_advised": mgrs.biopsy_advised,
            "lesion": mgrs.lesion,
            "criteria": self.criteria(mgrs.criteria),
        }

    def evolving(self, entry: Evolving) -> shape.Evolving:
        return {
            "definition": entry.definition,
            "state": entry.state.state,
            "confirmed": entry.confirmed,
            "code": entry.code,
            "unit": entry.unit,
            "baseline": point_content(entry.baseline) if entry.baseline else {},
            "value": point_content(entry.value) if entry.value else {},
            "change_absolute": entry.change_absolute,
            "change_percent": rounded(entry.change_percent),
            "beyond_noise": entry.beyond_noise,
            "criteria": self.criteria(entry.criteria),
            "notes": [self.sentence("note", note) for note in entry.notes],
        }

    def workup(self, item: WorkupItem) -> shape.WorkupItem:
        return {
            "item": item.item,
            "state": item.state,
            "rule": item.rule,
            "codes": list(item.codes),
            "date": item.on,
            "reason": self.remark(item.reason),
        }

    def schedule(self, schedule: Schedule) -> shape.Schedule:
        return {
            "rule": schedule.rule,
            "by": schedule.by,
            "interval_months": schedule.interval_months,
            "words": self.remark(schedule.words),
        }

    def risk(self, assessment: Assessment) -> shape.Risk:
        return {
            "mayo_mgus": self.score(assessment.mayo_mgus),
            "mayo_20_2_20": self.score(assessment.mayo_20_2_20),
            "imwg_2020_factors": self.score(assessment.imwg_2020_factors),
            "imwg_2020_points": self.score(assessment.imwg_2020_points),
            "pumch": {},
            "fitting_model": assessment.fitting_model,
            "other_models": [
                {"model": name, **self.score(score)} for name, score in assessment.other_models
            ],
            "nearest_changes": [_nearest(change) for change in assessment.nearest],
            "flc_ranges": self.criteria(assessment.flc_ranges),
        }

    def follow_up(self, follow_up: FollowUp) -> shape.FollowUp:
        due = follow_up.next_due
        return {
            "interval_months": follow_up.interval_months,
            "next_due": due.isoformat() if due else None,
            "tests": list(follow_up.tests),
            "refer": follow_up.refer,
            "reasons": [self.sentence("note", note) for note in follow_up.reasons],
            "schedule": self.schedule(follow_up.schedule) if follow_up.schedule else None,
            "beside": [self.schedule(other) for other in follow_up.beside],
        }

    def alert(self, alert: Alert) -> shape.Alert:
        return {
            "id": alert.id,
            "level": alert.level,
            "message": self.sentence("alert", alert.message),
            "criteria": list(alert.criteria),
        }


def _risk(figure: RiskFigure) -> shape.RiskFigure:
    low, high = figure.low, figure.high
    return {
        "horizon_months": figure.horizon_months,
        "percent": figure.percent,
        "kind": figure.kind,
        "competing_risk": figure.competing_risk,
        "source": figure.source,
        "group": figure.group,
        "confidence_interval": None if low is None or high is None else (low, high),
    }


def _median(time: MedianTime) -> shape.MedianTime:
    return {"months": time.months, "source": time.source, "group": time.group}


def _nearest(change: NearestChange) -> shape.NearestChange:
    return {
        "model": change.model,
        "criterion": change.criterion,
        "code": change.code,
        "to_group": change.to_group,
        "value": change.value,
        "threshold": change.threshold,
        "distance_percent": rounded(change.distance_percent),
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
