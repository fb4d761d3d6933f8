"""Judge the response of plasma cell leukaemia by its own additions (PCL-RESP): information."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.clone import marrow
from desktop_app.domain.criteria.lesion_classes import NONE, class_of, typed_lesions
from desktop_app.domain.criterion import Cut, Op, Rule, judge, judge_all
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.criteria.leukemia_smears import Smear
    from desktop_app.domain.view import RecordView

RESPONSE = Rule("PCL-RESP", "pcl2013", "secondary", "any of the four")
COMPLETE = Rule("PCL-RESP-CR", "pcl2013", "secondary", "no plasma cells in blood and no lesion")
PARTIAL = Rule("PCL-RESP-PR", "pcl2013", "secondary", "blood >= 1, <= 5 % and marrow >= 5, <= 25 %")
PROGRESSION = Rule("PCL-RESP-PD", "pcl2013", "secondary", "rise > 5 points in blood")
RELAPSE = Rule(
    "PCL-RESP-REL",
    "pcl2013",
    "secondary",
    "after clearing: any plasma cell in blood, any lesion, or marrow + 10 points",
)
SOME = Cut(Op.GT, {"%": D(0)})
BLOOD_LOW, BLOOD_HIGH = Cut(Op.GE, {"%": D(1)}), Cut(Op.LE, {"%": D(5)})
MARROW_LOW, MARROW_HIGH = D(5), D(25)
RISE, MARROW_RISE = D(5), D(10)  # percentage points
MARROW = "marrow_plasma_cells"


def leukemia_response(view: RecordView, seen: tuple[Smear, ...]) -> Criterion | None:
    """Judge the latest smear against those before; None where leukaemia had one smear only.

    Args:
        view: the record as of a day.
        seen: the smears from the first day of leukaemia on.
    """
    *before, latest = seen
    if not before:
        return None
    outside = _outside(view)
    blood = latest.percent(SOME).truth
    clear = [x for x in before if x.percent(SOME).truth is Truth.NOT_MET]
    cleared = any_true(~x.percent(SOME).truth for x in before)
    back = blood | outside | _marrow_risen(view, clear)
    held = Note("pcl_held_six_weeks")
    parts = (
        COMPLETE.answer(~blood & ~outside, latest.inputs, held),
        PARTIAL.answer(_partial(view, latest) & _smaller(outside), latest.inputs, held),
        PROGRESSION.answer(_risen(tuple(before), latest), latest.inputs),
        RELAPSE.answer(cleared & back, latest.inputs),
    )
    return RESPONSE.answer(any_true(x.state for x in parts), criteria=parts)


def _outside(view: RecordView) -> Truth:
    """Tell whether disease outside the marrow is left."""
    possible = class_of(view, typed_lesions(view))
    if NONE not in possible:
        return Truth.MET
    return Truth.of(False if possible == (NONE,) else None)


def _partial(view: RecordView, latest: Smear) -> Truth:
    """Tell whether blood and marrow lie in the bands of a partial response."""
    cells = marrow(view)
    blood = latest.percent(BLOOD_LOW).truth & latest.percent(BLOOD_HIGH).truth
    return blood & cells.reaches(MARROW_LOW) & ~cells.above(MARROW_HIGH)


def _smaller(outside: Truth) -> Truth:
    """Tell whether lesions are gone or smaller by half, which nobody compares here."""
    return ~outside | Truth.UNKNOWN


def _marrow_risen(view: RecordView, clear: list[Smear]) -> Truth:
    """Tell whether the marrow rose by ten points since the blood was clear."""
    since = [x for x in view.results(MARROW) if clear and x.date.first >= clear[0].date.first]
    lowest = [x.value for x in since if x.value is not None and x.comparator is None]
    if not lowest:
        return Truth.UNKNOWN
    cut = Cut(Op.GE, {"%": min(lowest) + MARROW_RISE})
    return judge_all(view.latest(MARROW), lambda x: judge(x, cut, view.catalogue)).truth


def _risen(before: tuple[Smear, ...], latest: Smear) -> Truth:
    """Tell whether the blood rose by more than five points from the lowest value."""
    lowest = [x.value for smear in before for x in smear.percents if _plain(x.value, x.comparator)]
    if not lowest:
        return Truth.UNKNOWN
    least = min(value for value in lowest if value is not None)
    return latest.percent(Cut(Op.GT, {"%": least + RISE})).truth


def _plain(value: D | None, comparator: object) -> bool:
    return value is not None and comparator is None
