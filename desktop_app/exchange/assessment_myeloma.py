"""Write what is concluded of myeloma in the shape of the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.exchange.assessment_trace import TraceWriter, input_content

if TYPE_CHECKING:
    from desktop_app.domain.myeloma_conclusions import (
        Derived,
        Extramedullary,
        ImwgResponse,
        LesionCourse,
        LinePart,
        Myeloma,
        Outcome,
        PlasmaCellLeukemia,
        Refractoriness,
        ResponseBaseline,
        ResponseMark,
        ResponsePoint,
        Staging,
        SystemStage,
        TreatmentLine,
    )
    from desktop_app.exchange import shape_myeloma as shape
    from desktop_app.exchange.shape_parts import Open


class MyelomaWriter(TraceWriter):
    """Write stage, lesions, leukaemia, lines and response; empty where nothing was concluded."""

    def staging(self, staging: Staging | None) -> shape.Staging:
        """Write every system, and the day and the quantities on which they rest."""
        systems = dict(staging.systems) if staging else {}
        return {
            "durie_salmon": self._system(systems.get("durie_salmon")),
            "iss": self._system(systems.get("iss")),
            "r_iss": self._system(systems.get("r_iss")),
            "r2_iss": self._system(systems.get("r2_iss")),
            "ims_2025": self._system(systems.get("ims_2025")),
            "others": [
                {"system": rule, **self._stage(stage)}
                for rule, stage in (staging.others if staging else ())
            ],
            "anchor": staging.anchor if staging else None,
            "basis": self.remark(staging.basis) if staging else None,
            "if_myeloma": staging.if_myeloma if staging else False,
            "derived": [self._derived(value) for value in (staging.derived if staging else ())],
            "notes": self.remarks(staging.notes) if staging else [],
        }

    def _system(self, stage: SystemStage | None) -> shape.Stage | Open:
        return {} if stage is None else self._stage(stage)

    def _stage(self, stage: SystemStage) -> shape.Stage:
        return {
            "stage": stage.stage,
            "possible": list(stage.possible),
            "suffix": stage.suffix,
            "possible_suffixes": list(stage.possible_suffixes),
            "points": stage.points,
            "outcomes": [_outcome(outcome) for outcome in stage.outcomes],
            "criteria": self.criteria(stage.criteria),
            "notes": self.remarks(stage.notes),
        }

    def _derived(self, derived: Derived) -> shape.Derived:
        return {
            "rule": derived.rule,
            "code": derived.code,
            "value": derived.value,
            "unit": derived.unit,
            "inputs": [input_content(value) for value in derived.inputs],
            "reported": input_content(derived.reported) if derived.reported else None,
            "note": self.remark(derived.note),
        }

    def extramedullary(self, disease: Extramedullary | None) -> shape.Extramedullary | Open:
        """Write the class, the lesions over time and how the class changed."""
        if disease is None:
            return {}
        return {
            "class": disease.category,
            "as_of": disease.as_of,
            "possible": list(disease.possible),
            "sites": disease.sites,
            "onset": disease.onset,
            "true_emd": disease.true_emd.state,
            "name_cn": disease.name_cn,
            "lesions": [self._lesion(lesion) for lesion in disease.lesions],
            "course": [
                {"date": then.date, "class": then.category, "sites": then.sites}
                for then in disease.course
            ],
            "criteria": self.criteria(disease.criteria),
            "notes": self.remarks(disease.notes),
        }

    def _lesion(self, course: LesionCourse) -> shape.LesionCourse:
        return {
            "lesion": course.lesion,
            "site": course.site,
            "kind": course.kind,
            "class": course.classes[0] if len(course.classes) == 1 else None,
            "possible": list(course.classes),
            "present": course.present.state,
            "biopsy_proven": course.biopsy_proven,
            "looks": [
                {
                    "date": look.date,
                    "modality": look.modality,
                    "diameters_mm": list(look.diameters_mm),
                    "suv_max": look.suv_max,
                    "gone": look.gone,
                }
                for look in course.looks
            ],
            "notes": self.remarks(course.notes),
        }

    def plasma_cell_leukemia(
        self, leukemia: PlasmaCellLeukemia | None
    ) -> shape.PlasmaCellLeukemia | Open:
        """Write the answer of each definition."""
        if leukemia is None:
            return {}
        return {
            "imwg_2021": leukemia.imwg_2021.state,
            "kyle_1974": leukemia.kyle_1974.state,
            "who": leukemia.who.state,
            "either": leukemia.either.state,
            "type": leukemia.type,
            "absolute": leukemia.absolute,
            "since": leukemia.since,
            "criteria": self.criteria(leukemia.criteria),
            "notes": self.remarks(leukemia.notes),
        }

    def line(self, line: TreatmentLine) -> shape.TreatmentLine:
        """Write one line of therapy with what it gave."""
        return {
            "number": line.number,
            "possible_numbers": list(line.possible_numbers),
            "regimens": list(line.regimens),
            "start": line.start,
            "stop": line.stop,
            "reason": self.sentence("note", line.reason),
            "best_response": line.best,
            "best_confirmed": line.best_confirmed,
            "months_to_next": line.months_to_next,
            "months_to_progression": line.months_to_progression,
            "outcome": line.outcome,
            "parts": [self._part(part) for part in line.parts],
            "refractory": [self._refractory(one) for one in line.refractory],
            "criteria": self.criteria(line.criteria),
            "notes": self.remarks(line.notes),
        }

    def _part(self, part: LinePart) -> shape.LinePart:
        return {
            "name": part.name,
            "kind": part.kind,
            "start": part.start,
            "stop": part.stop,
            "drugs": list(part.drugs),
            "cycles": part.cycles,
            "stop_reason": part.stop_reason,
            "reason": self.remark(part.reason),
            "cycle": part.cycle,
            "cycle_day": part.cycle_day,
        }

    def _refractory(self, one: Refractoriness) -> shape.Refractoriness:
        return {
            "name": one.name,
            "kind": one.kind,
            "state": one.state.state,
            "note": self.remark(one.note),
            "criteria": self.criteria(one.criteria),
        }

    def response(self, response: ImwgResponse | None) -> shape.ImwgResponse | Open:
        """Write the response of each line, the current line's baseline first."""
        if response is None:
            return {}
        baselines = [self._baseline(baseline) for baseline in response.baselines]
        return {
            "criteria_version": response.criteria_version,
            "baseline": baselines[-1] if baselines else {},
            "baselines": baselines,
            "timeline": [self._point(point) for point in response.timeline],
            "best": self._point(response.best) if response.best else {},
            "current": self._point(response.current) if response.current else {},
            "endpoints": self.criteria(response.endpoints),
            "marks": [_mark(mark) for mark in response.marks],
            "notes": self.remarks(response.notes),
        }

    def _baseline(self, baseline: ResponseBaseline) -> shape.ResponseBaseline:
        return {
            "line": baseline.line,
            "date": baseline.date,
            "markers": list(baseline.markers),
            "values": [input_content(value) for value in baseline.values],
            "criteria": self.criteria(baseline.criteria),
            "notes": self.remarks(baseline.notes),
        }

    def _point(self, point: ResponsePoint) -> shape.ResponsePoint:
        return {
            "date": point.date,
            "line": point.line,
            "category": point.category,
            "confirmed": point.confirmed,
            "read": point.read,
            "possible": list(point.possible),
            "at_least": point.at_least,
            "pending": point.pending,
            "criteria": self.criteria(point.criteria),
            "notes": self.remarks(point.notes),
        }

    def care(self, picture: Myeloma) -> shape.MyelomaCare:
        """Write refractoriness, reminders, scores of care, and what is to be done beside."""
        return {
            "refractory": self.criteria(picture.refractory),
            "reminders": self.criteria(picture.reminders),
            "care_scores": [{"model": rule, **self.score(score)} for rule, score in picture.scores],
            "prophylaxis": [self.test(item) for item in picture.prophylaxis],
            "smm_end": self.criteria((picture.smm_end,) if picture.smm_end else ()),
        }


def _outcome(outcome: Outcome) -> shape.Outcome:
    return {
        "measure": outcome.measure,
        "group": outcome.group,
        "months": outcome.months,
        "percent": outcome.percent,
        "at_months": outcome.at_months,
        "reached": outcome.reached,
        "source": outcome.source,
        "status": outcome.status,
    }


def _mark(mark: ResponseMark) -> shape.ResponseMark:
    return {
        "code": mark.code,
        "unit": mark.unit,
        "value": mark.value,
        "role": mark.role,
        "line": mark.line,
        "start": mark.start,
        "stop": mark.stop,
    }
