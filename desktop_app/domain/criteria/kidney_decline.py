"""Tell whether kidney function fell by more than a share of its best within the last months."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as D
from itertools import product
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.criteria.kidney import COMPUTED_EGFR, estimates
from desktop_app.domain.criterion import Op, compare, input_of
from desktop_app.domain.partial_date import add_months
from desktop_app.domain.record import Comparator
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop_app.domain.record import Result
    from desktop_app.domain.view import RecordView

# MGRS-PROMPT: a fall by more than 30 % leaves less than this share of the best value.
SHARE_LEFT = D("0.70")
WINDOW_MONTHS = 12
_BELOW = frozenset({Comparator.LT, Comparator.LE})
_REPORTED, _MEASURED = "egfr", "creatinine"


@dataclass(frozen=True, slots=True)
class Decline:
    """Hold whether kidney function fell, and the two values that say so."""

    truth: Truth
    inputs: tuple[Input, ...] = ()
    note: Note | None = None


def decline(view: RecordView, since: date | None = None) -> Decline:
    """Compare the latest eGFR with the best of the 12 months before it.

    Reported values are compared with reported ones, our own estimates of creatinine with such
    estimates, never one with the other. ``since`` leaves out what is not later than a day.
    """
    latest = view.latest(_REPORTED, _MEASURED)
    if not latest:
        return Decline(Truth.UNKNOWN, (), Note("missing"))
    found = [_of_code(view, code, latest, since) for code in (_REPORTED, _MEASURED)]
    known = [each for each in found if each is not None and each.truth.known]
    unknown = [each for each in found if each is not None]
    return (known or unknown)[0]


def _of_code(
    view: RecordView, code: str, latest: tuple[Result, ...], since: date | None
) -> Decline | None:
    newest = tuple(x for x in latest if x.code == code)
    if not newest:
        return None
    answers = [_against_best(view, x, newest, since) for x in newest]
    if len({answer.truth for answer in answers}) > 1:
        return Decline(Truth.UNKNOWN, tuple(map(input_of, newest)), Note("values_disagree"))
    return answers[0]


def _against_best(
    view: RecordView, latest: Result, newest: tuple[Result, ...], since: date | None
) -> Decline:
    earlier = [x for x in _in_window(view, latest, newest) if since is None or x.date.first > since]
    pairs = [(x, _fell(view, x, latest)) for x in earlier]
    state = any_true(truth for _, truth in pairs) if pairs else Truth.UNKNOWN
    telling = [x for x, truth in pairs if truth is state]
    shown = (*_shown(view, telling), *_shown(view, [latest]))
    return Decline(state, shown, None if pairs else Note("egfr_no_earlier_value"))


def _in_window(view: RecordView, latest: Result, newest: tuple[Result, ...]) -> list[Result]:
    """Give the values that may lie within the months before the latest one."""
    start = add_months(latest.date.first, -WINDOW_MONTHS)
    return [x for x in view.results(latest.code) if x.date.last >= start and x not in newest]


def _fell(view: RecordView, earlier: Result, latest: Result) -> Truth:
    sure = earlier.date.first >= add_months(latest.date.last, -WINDOW_MONTHS)
    pairs = product(_values(view, earlier), _values(view, latest))
    answers = {_compared(then, earlier.comparator, now, latest.comparator) for then, now in pairs}
    truth = answers.pop() if len(answers) == 1 else Truth.UNKNOWN
    return truth if sure else truth & Truth.UNKNOWN


def _values(view: RecordView, result: Result) -> tuple[D, ...]:
    """Give the eGFR of a result: one, or one for every age that is possible."""
    if result.code == _MEASURED:
        return () if result.comparator else estimates(view, result)
    return () if result.value is None else (result.value,)


def _compared(then: D, bound: Comparator | None, now: D, comparator: Comparator | None) -> Truth:
    fell = compare(now, comparator, Op.LT, then * SHARE_LEFT)
    if bound is None:
        return fell
    # "> 90" may have been far more: only a certain fall counts; "< 60" far less: only none does.
    settled = Truth.NOT_MET if bound in _BELOW else Truth.MET
    return fell if fell is settled else Truth.UNKNOWN


def _shown(view: RecordView, results: Iterable[Result]) -> tuple[Input, ...]:
    """Show the best of the values as eGFR: as reported, or as we estimate it."""
    valued = [(values[0], x) for x in results if (values := _values(view, x))]
    if not valued:
        return ()
    value, best = max(valued, key=lambda pair: pair[0])
    if best.code == _MEASURED:
        return (Input(COMPUTED_EGFR, round(value), "mL/min/{1.73_m2}", best.date.text),)
    return (input_of(best),)
