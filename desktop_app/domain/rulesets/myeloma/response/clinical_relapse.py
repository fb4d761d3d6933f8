"""Judge clinical relapse: lesions, calcium, haemoglobin, kidney (RESP-IMWG-CLINREL)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal as D
from functools import reduce
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.criteria.spans import Span, higher, lower, span_of
from desktop_app.domain.criteria.treatment_lines import before_dose
from desktop_app.domain.criterion import Cut, Op, Rule, input_of, judge_all
from desktop_app.domain.criterion import judge as judged
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.record import Result
    from desktop_app.domain.rulesets.myeloma.response.timeline import LineCourse
    from desktop_app.domain.view import RecordView

CLINICAL = Rule("RESP-IMWG-CLINREL", "kumar2016", "secondary", "any of the six")
NEW = Rule("RESP-IMWG-CLINREL-NEW", "kumar2016", "secondary", "new lesion")
GROWTH = Rule("RESP-IMWG-CLINREL-GROWTH", "kumar2016", "secondary", ">= 50 % and >= 1 cm")
CALCIUM = Rule("RESP-IMWG-CLINREL-CA", "kumar2016", "secondary", "> 11 mg/dL; > 2.75 mmol/L")
HEMOGLOBIN = Rule("RESP-IMWG-CLINREL-HB", "kumar2016", "secondary", "fall >= 2 g/dL")
CREATININE = Rule("RESP-IMWG-CLINREL-CR", "kumar2016", "secondary", "rise >= 2 mg/dL")
VISCOSITY = Rule("RESP-IMWG-CLINREL-VISC", "kumar2016", "secondary", "any")

CALCIUM_CUT = Cut(Op.GT, {"mg/dL": D(11), "mmol/L": D("2.75")})
# The step of creatinine is printed in mg/dL; in umol/L it is converted by us.
FALL: Mapping[str, D] = {"g/dL": D(2)}
RISE: Mapping[str, D] = {"mg/dL": D(2), "umol/L": D("176.8")}
_CAUSES = {"clone": Truth.MET, "other": Truth.NOT_MET}


def clinical_relapse(view: RecordView, course: LineCourse) -> Criterion:
    """Judge every sign since the start of the line; those that say no are left out."""
    signs = tuple(x for x in _signs(view, course) if x.state is not Truth.NOT_MET)
    return CLINICAL.answer(any_true(x.state for x in signs), criteria=signs)


def _signs(view: RecordView, course: LineCourse) -> Iterator[Criterion]:
    start = course.base.line.start
    yield NEW.answer(course.masses.new, [Input("lesion", x) for x in course.masses.names])
    yield GROWTH.answer(course.masses.larger)
    calcium = _calcium(view, start)
    if calcium:
        answer = judge_all(calcium, lambda x: judged(x, CALCIUM_CUT, view.catalogue))
        yield CALCIUM.answer(answer.truth, map(input_of, calcium), answer.note)
    yield _moved(view, start, HEMOGLOBIN, "hemoglobin", "anemia")
    yield _moved(view, start, CREATININE, "creatinine", "renal")
    viscosity = view.latest_finding("hyperviscosity")
    if viscosity is not None and before_dose(viscosity.date, start) is Truth.NOT_MET:
        yield VISCOSITY.answer(Truth.of(viscosity.value is True))


def _calcium(view: RecordView, start: PartialDate) -> tuple[Result, ...]:
    """Give the latest calcium of the line; of one day the corrected one."""
    latest = view.latest("calcium_corrected", "calcium")
    since = [x for x in latest if before_dose(x.date, start) is Truth.NOT_MET]
    corrected = {x.date.text for x in since if x.code == "calcium_corrected"}
    return tuple(x for x in since if x.code == "calcium_corrected" or x.date.text not in corrected)


def _moved(view: RecordView, start: PartialDate, rule: Rule, code: str, organ: str) -> Criterion:
    """Judge the latest value against the best one since the baseline of the line.

    D: the best, since haemoglobin and kidney recover under treatment before they relapse. Without
    the doctor's answer on the cause it stays unknown.
    """
    results = view.results(code)
    before = [x for x in results if before_dose(x.date, start) is Truth.MET]
    since = [x for x in results if before_dose(x.date, start) is Truth.NOT_MET]
    compared = [*before[-1:], *since]
    if not since:
        return rule.answer(Truth.NOT_MET)
    far, cause = _far(view, compared, code), _cause(view, start, organ)
    state = far & cause
    asked = far is Truth.MET and not cause.known
    note = Note("relapse_cause_open") if asked else None
    return rule.answer(state, (input_of(compared[0]), input_of(compared[-1])), note)


def _far(view: RecordView, results: list[Result], code: str) -> Truth:
    """Judge how far the latest value lies from the best, in a unit in which the step is printed."""
    falls, last = code == "hemoglobin", results[-1]
    limits = FALL if falls else RISE
    own = (x for x in limits if last.unit and view.catalogue[code].shift(last.unit, x) is not None)
    unit = next(own, next(iter(limits)))
    now = _in(view, last, unit)
    if now is None:
        return Truth.UNKNOWN
    known = (_in(view, result, unit) for result in results[:-1])
    best = reduce(higher if falls else lower, (x for x in known if x is not None), now)
    moved = best.minus(now) if falls else now.minus(best)
    return moved.stands(Op.GE, limits[unit])


def _in(view: RecordView, result: Result, unit: str) -> Span | None:
    """Give a result in a unit; a change of units on the way is converted (UNIT-CONV)."""
    analyte = view.catalogue[result.code]
    if result.value is None or result.unit is None or not analyte.knows(result.unit):
        return None
    shift = analyte.shift(result.unit, unit)
    if shift is not None:
        return span_of(result, shift)
    return span_of(replace(result, value=analyte.converted(result.value, result.unit, unit)), 0)


def _cause(view: RecordView, start: PartialDate, organ: str) -> Truth:
    said = view.latest_finding(f"attribution_{organ}")
    if said is None or before_dose(said.date, start) is not Truth.NOT_MET:
        return Truth.UNKNOWN
    return _CAUSES.get(str(said.value), Truth.UNKNOWN)
