"""Write an assessment in the shape of the contract, its sentences in the language asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import simplejson

from desktop_app.domain.myeloma_conclusions import Myeloma
from desktop_app.exchange.assessment_myeloma import MyelomaWriter
from desktop_app.exchange.assessment_poems import PoemsWriter
from desktop_app.exchange.assessment_series import point_content, rounded, series_content
from desktop_app.exchange.assessment_trace import TraceWriter

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import (
        Alert,
        Assessment,
        Diagnosis,
        Evolving,
        FollowUp,
        Mgrs,
        NearestChange,
        Schedule,
    )
    from desktop_app.domain.wording import Wording
    from desktop_app.exchange import assessment_shape as shape
    from desktop_app.exchange.shape_parts import Score

FORMAT = "mspike-assessment/1"


def assessment_text(assessment: Assessment, wording: Wording) -> str:
    """Write an assessment as JSON; numbers are numbers with the digits that were entered."""
    content = assessment_content(assessment, wording)
    return simplejson.dumps(content, use_decimal=True, ensure_ascii=False, indent=1) + "\n"


def assessment_content(assessment: Assessment, wording: Wording) -> shape.AssessmentFile:
    """Give an assessment as the contract's object; what does not apply is empty."""
    write, mm, poems = _Writer(wording), MyelomaWriter(wording), PoemsWriter(wording)
    picture = assessment.myeloma or Myeloma()
    return {
        "format": FORMAT,
        "as_of": assessment.as_of.isoformat(),
        "rule_pack": {
            "version": assessment.rule_pack.version,
            "sha256": assessment.rule_pack.sha256,
        },
        "diagnosis": write.diagnosis(assessment.diagnosis),
        "risk": write.risk(assessment, poems.pumch(assessment.poems)),
        "staging": mm.staging(picture.staging),
        "poems": poems.poems(assessment.poems),
        "extramedullary": mm.extramedullary(picture.extramedullary),
        "plasma_cell_leukemia": mm.plasma_cell_leukemia(picture.plasma_cell_leukemia),
        "mgrs": write.mgrs(assessment.mgrs),
        "series": [series_content(course) for course in assessment.series],
        "evolving": [write.evolving(entry) for entry in assessment.evolving],
        "response": {
            "imwg": mm.response(picture.response),
            "humeniuk": poems.humeniuk(assessment.poems),
        },
        "treatment_lines": [mm.line(line) for line in picture.lines],
        **mm.care(picture),
        "follow_up": write.follow_up(assessment.follow_up),
        "workup": [write.test(item) for item in assessment.workup],
        "early_treatment": write.criteria(assessment.early_treatment),
        "alerts": [write.alert(alert) for alert in assessment.alerts],
        "missing": [{"code": x.code, "settles": list(x.settles)} for x in assessment.missing],
        "conflicts": list(assessment.conflicts),
        "data_quality": [write.sentence("quality", note) for note in assessment.quality],
    }


class _Writer(TraceWriter):
    """Write the parts that hold sentences."""

    def diagnosis(self, diagnosis: Diagnosis) -> shape.Diagnosis:
        return {
            "category": diagnosis.category,
            "possible": list(diagnosis.possible),
            "status": diagnosis.status,
            "criteria": self.criteria(diagnosis.criteria),
            "notes": self.remarks(diagnosis.notes),
        }

    def mgrs(self, mgrs: Mgrs) -> shape.Mgrs:
        return {
            "suspected": mgrs.suspected.state,
            "reasons": self.remarks(mgrs.reasons),
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
            "notes": self.remarks(entry.notes),
        }

    def schedule(self, schedule: Schedule) -> shape.Schedule:
        return {
            "rule": schedule.rule,
            "by": schedule.by,
            "interval_months": schedule.interval_months,
            "words": self.remark(schedule.words),
        }

    def risk(self, assessment: Assessment, pumch: Score) -> shape.Risk:
        return {
            "mayo_mgus": self.score(assessment.mayo_mgus),
            "mayo_20_2_20": self.score(assessment.mayo_20_2_20),
            "imwg_2020_factors": self.score(assessment.imwg_2020_factors),
            "imwg_2020_points": self.score(assessment.imwg_2020_points),
            "pumch": pumch,
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
            "reasons": self.remarks(follow_up.reasons),
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
