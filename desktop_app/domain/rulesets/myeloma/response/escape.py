"""Notice light-chain escape, and a significant rise of the paraprotein (REL-*)."""

from __future__ import annotations

from decimal import Decimal as D
from functools import reduce
from itertools import pairwise
from operator import and_
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.spans import lower
from desktop_app.domain.criterion import Op, Rule
from desktop_app.domain.partial_date import add_months
from desktop_app.domain.rulesets.myeloma.response.levels import NONE
from desktop_app.domain.rulesets.myeloma.response.progression import risen
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.criteria.spans import Span
    from desktop_app.domain.rulesets.myeloma.response.days import Day
    from desktop_app.domain.rulesets.myeloma.response.timeline import LineCourse

ESCAPE = Rule("REL-LCESCAPE", "imwgrel2014", "secondary", "light chain rise and no rise of M")
SIGNIFICANT = Rule("REL-SIGPARA", "rajkumar2011", "secondary", "any of the four")
DOUBLED = Rule(
    "REL-SIGPARA-DOUBLED",
    "rajkumar2011",
    "secondary",
    "rise to twice the value in <= 2 months, from >= 5 g/L",
)
BY_SERUM = Rule("REL-SIGPARA-S", "imwgrel2014", "secondary", "rise >= 10 g/L")
BY_URINE = Rule("REL-SIGPARA-U", "imwgrel2014", "secondary", "rise >= 500 mg/24 h")
BY_CHAIN = Rule(
    "REL-SIGPARA-F", "imwgrel2014", "secondary", "rise >= 200 mg/L and >= 25 %, ratio abnormal"
)
TWICE, REFERENCE, MONTHS = D(2), D("0.5"), 2
SERUM_STEP, URINE_STEP, CHAIN_STEP, CHAIN_TIMES = D(1), D(500), D(200), D("1.25")
_Value = tuple["Day", "Span"]


def escape(course: LineCourse) -> Criterion:
    """Tell whether the involved chain rises while the intact immunoglobulin does not.

    D: it rises as in RESP-IMWG-PD-FLC from its lowest value; the immunoglobulin is stable as long
    as it does not rise as in RESP-IMWG-PD-SERUM. The last value of each counts.
    """
    chains, serum = _values(course, "chain"), _values(course, "serum")
    rise = _rise(chains, "flc")
    state = rise & course.base.serum & ~_rise(serum, "serum")
    inputs = [x for day, _ in chains[-1:] for x in day.inputs("flc")]
    note = Note("light_chain_escape") if state is Truth.MET else None
    return ESCAPE.answer(state, inputs, note)


def _rise(values: list[_Value], marker: str) -> Truth:
    """Tell whether the last value has risen from the lowest before it."""
    earlier = [span for _, span in values[:-1]]
    return risen(marker, values[-1][1], reduce(lower, earlier)) if earlier else Truth.NOT_MET


def _values(course: LineCourse, marker: str) -> list[_Value]:
    """Give the values of a marker from the baseline on; ``chain`` is the involved light chain."""
    base = course.base
    first = base.days.get("flc" if marker == "chain" else marker)
    days = [*([] if first is None else [first]), *course.days]
    found = [(day, _span(day, marker, base.involved)) for day in days]
    return [(day, span) for day, span in found if span is not None]


def _span(day: Day, marker: str, involved: str | None) -> Span | None:
    if marker == "chain":
        return day.chain(involved)
    amount = day.serum if marker == "serum" else day.urine
    return None if amount is None else amount.span


def significant(course: LineCourse) -> Criterion:
    """Tell whether the paraprotein rose so much between two consecutive values.

    D: a rise counts while the last value still stands that far above the earlier of the two.
    """
    serum, urine = _values(course, "serum"), _values(course, "urine")
    chains = _values(course, "chain")
    parts = (
        DOUBLED.answer(any_true(_doubled(*pair, serum[-1]) for pair in pairwise(serum))),
        BY_SERUM.answer(any_true(_by(SERUM_STEP, *pair, serum[-1]) for pair in pairwise(serum))),
        BY_URINE.answer(any_true(_by(URINE_STEP, *pair, urine[-1]) for pair in pairwise(urine))),
        BY_CHAIN.answer(any_true(_chain(*pair, chains[-1]) for pair in pairwise(chains))),
    )
    kept = tuple(x for x in parts if x.state is not Truth.NOT_MET)
    return SIGNIFICANT.answer(any_true(x.state for x in kept), criteria=kept)


def _by(step: D, one: _Value, other: _Value, last: _Value) -> Truth:
    now = _risen(step, one, other)
    return now if now is Truth.NOT_MET else now & _risen(step, one, last)


def _risen(step: D, one: _Value, other: _Value) -> Truth:
    return other[1].minus(one[1]).stands(Op.GE, step)


def _chain(one: _Value, other: _Value, last: _Value) -> Truth:
    """Judge the involved chain: 200 mg/L or 25 %, whichever is greater, and its ratio."""
    steep = _by(CHAIN_STEP, one, other, last)
    if steep is Truth.NOT_MET:
        return steep
    times = (_times(CHAIN_TIMES, one, value) for value in (other, last))
    return reduce(and_, times, steep & ~other[0].normal_ratio)


def _times(times: D, one: _Value, other: _Value) -> Truth:
    return other[1].minus(one[1], times).stands(Op.GE, NONE)


def _doubled(one: _Value, other: _Value, last: _Value) -> Truth:
    twice = _times(TWICE, one, other)
    if twice is Truth.NOT_MET:
        return twice
    first, then = one[0].on, other[0].on
    near, far = (then.on_or_before(add_months(x, MONTHS)) for x in (first.first, first.last))
    soon = near if near is far else Truth.UNKNOWN
    return twice & soon & one[1].stands(Op.GE, REFERENCE) & _times(TWICE, one, last)
