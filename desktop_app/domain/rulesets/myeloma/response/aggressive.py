"""List what makes a relapse aggressive, and tell a biochemical one (REL-AGGRESSIVE, -BIOCHEM)."""

from __future__ import annotations

from decimal import Decimal as D
from itertools import takewhile
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criterion import Cut, Op, Rule, compare, input_of, judge, judge_all
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.rulesets.myeloma.response.levels import NONE, PD
from desktop_app.domain.rulesets.myeloma.response.masses import SOFT, looks_of
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.myeloma_conclusions import ResponsePoint
    from desktop_app.domain.record import Result
    from desktop_app.domain.rulesets.myeloma.response.timeline import LineCourse
    from desktop_app.domain.view import RecordView

BIOCHEMICAL = Rule("REL-BIOCHEM", "rajkumar2011", "secondary", "laboratory progression and no CRAB")
AGGRESSIVE = Rule("REL-AGGRESSIVE", "imwgrel2014", "secondary", "any of the list")
ON_THERAPY = Rule("REL-AGGRESSIVE-THERAPY", "imwgrel2014", "secondary", "not after its end")
FISH = Rule("REL-AGGRESSIVE-FISH", "imwgrel2014", "secondary", "del(17p), t(4;14) or t(14;16)")
MASSES = Rule("REL-AGGRESSIVE-EMD", "imwgrel2014", "secondary", "any lesion outside bone")
LDH = Rule("REL-AGGRESSIVE-LDH", "imwgrel2014", "secondary", "> ULN")
B2M = Rule("REL-AGGRESSIVE-B2M", "imwgrel2014", "secondary", "> 5.5 mg/L")
ALBUMIN = Rule("REL-AGGRESSIVE-ALB", "imwgrel2014", "secondary", "< 3.5 g/dL (< 35 g/L)")
BLOOD = Rule("REL-AGGRESSIVE-BLOOD", "imwgrel2014", "secondary", "> 0")
ORGANS = Rule("REL-AGGRESSIVE-ORGAN", "imwgrel2014", "secondary", "calcium or creatinine")

B2M_CUT = Cut(Op.GT, {"mg/L": D("5.5")})
ALBUMIN_CUT = Cut(Op.LT, {"g/dL": D("3.5")})
# The abnormalities of MM-HRCA.
HIGH_RISK = ("del(17p)", "t(4;14)", "t(14;16)")
_PLASMA_CELLS = ("circulating_plasma_cells", "circulating_plasma_cells_absolute")
_DAMAGE = ("RESP-IMWG-CLINREL-CA", "RESP-IMWG-CLINREL-CR")


def progressing(course: LineCourse) -> bool:
    """Tell whether the last visit of the line shows a progression, confirmed or not."""
    return any(map(_progressed, course.points[-1:]))


def biochemical(evidence: Evidence, course: LineCourse) -> Criterion:
    """Tell whether a progression by laboratory alone is without CRAB; open until confirmed."""
    crab = any_true((*(x.state for x in evidence.organs), course.masses.new))
    at = next(
        (n for n in reversed(range(len(course.readings))) if course.readings[n].settled), None
    )
    if at is None or course.readings[at].level != PD or course.readings[at].certain:
        return BIOCHEMICAL.answer(Truth.NOT_MET)
    point = course.points[at]
    waits = not point.confirmed
    state = Truth.of(None if waits else point.category == PD) & ~crab
    note = Note("awaits_second_value") if waits else None
    return BIOCHEMICAL.answer(state, note=note, criteria=evidence.organs)


def aggressive(
    view: RecordView, course: LineCourse, clinical: Criterion, escape: Criterion
) -> Criterion:
    """List the features that are present; what is not known is left out of the list (D)."""
    found = tuple(x for x in _features(view, course, clinical) if x.state is Truth.MET)
    found += (escape,) if escape.state is Truth.MET else ()
    return AGGRESSIVE.answer(Truth.of(bool(found)), criteria=found)


def _features(view: RecordView, course: LineCourse, clinical: Criterion) -> Iterator[Criterion]:
    yield ON_THERAPY.answer(_on_therapy(course))
    yield FISH.answer(any_true(Truth.of(view.cytogenetics(name)) for name in HIGH_RISK))
    looks = dict(course.base.course.before)
    for day in course.days:
        looks.update(looks_of(day))
    present = any(look.kind in SOFT and not look.gone for look in looks.values())
    yield MASSES.answer(Truth.of(present))
    yield _judged(LDH, view.latest("ldh"), view)
    yield _judged(B2M, view.latest("beta2_microglobulin"), view, B2M_CUT)
    yield _judged(ALBUMIN, view.latest("albumin"), view, ALBUMIN_CUT)
    cells = view.latest(*_PLASMA_CELLS)
    positive = (compare(x.value, x.comparator, Op.GT, NONE) for x in cells if x.value is not None)
    yield BLOOD.answer(any_true(positive), map(input_of, cells))
    damage = (x.state for x in clinical.criteria if x.id in _DAMAGE)
    yield ORGANS.answer(any_true(damage))


def _judged(
    rule: Rule, results: Iterable[Result], view: RecordView, cut: Cut | None = None
) -> Criterion:
    """Judge the latest values; without a cut against the laboratory's own upper limit."""
    found = tuple(results)
    if cut is not None:
        answer = judge_all(found, lambda x: judge(x, cut, view.catalogue))
        return rule.answer(answer.truth, map(input_of, found), answer.note)
    high = [
        compare(x.value, x.comparator, Op.GT, x.high)
        for x in found
        if x.value is not None and x.high is not None
    ]
    return rule.answer(any_true(high), map(input_of, found))


def _on_therapy(course: LineCourse) -> Truth:
    """Tell whether a progression fell into the time in which the line was given.

    It is open until the progression is confirmed.
    """
    run = list(takewhile(_progressed, reversed(course.points)))
    if not run:
        return Truth.NOT_MET
    if run[0].pending:
        return Truth.UNKNOWN
    stop = course.base.line.stop
    return Truth.MET if stop is None else PartialDate(run[-1].date).on_or_before(stop.last)


def _progressed(point: ResponsePoint) -> bool:
    return point.category == PD
