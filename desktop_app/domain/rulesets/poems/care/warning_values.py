"""Warn of what the last values of a series raise (POEMS-FU)."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.kidney import filtrations
from desktop_app.domain.criteria.poems.limits import NO_LIMIT, above, below
from desktop_app.domain.criterion import Cut, Judgement, Op, compare, judge, judge_all
from desktop_app.domain.record import Comparator
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.conclusions import Input
    from desktop_app.domain.poems_conclusions import PoemsResponse, ResponseAxis
    from desktop_app.domain.record import Result
    from desktop_app.domain.view import RecordView

RISE = D("1.5")  # 50 % over the lowest
ALBUMIN_CUT = Cut(Op.LT, {"g/L": D(32)})
FILTRATION_LIMIT = D(30)
PRESSURE_CUT = Cut(Op.GE, {"mm[Hg]": D(50)})
DIFFUSION_CUT = Cut(Op.LT, {"%": D(40)})
PLATELETS_CUT = Cut(Op.GT, {"10*9/L": D(450)})  # D: without a limit of the laboratory
COMPLETE = "CR_V"
STATED = ("thrombocytosis", "polycythemia")
# Of each series the axis and its level that warn.
WORSE: Mapping[str, tuple[str, str, Note]] = {
    "m_protein": ("hematologic", "PD_H", Note("watch_pdh")),
    "imaging": ("radiologic", "PD_R", Note("watch_pdr")),
    "onls": ("neurologic", "progressed", Note("watch_onls_worse")),
}


def warning(view: RecordView, series: str, response: PoemsResponse | None) -> Note | None:
    """Give the warning of one series; None where its last values raise none."""
    axes = {x.axis: x for x in response.axes} if response is not None else {}
    if series in WORSE:
        axis, level, note = WORSE[series]
        return note if axis in axes and axes[axis].current == level else None
    if series == "vegf":
        return _vegf(view, axes.get("vegf"))
    if series == "kidney":
        return _organs(view)
    if series == "counts":
        return Note("watch_thrombosis") if _thick(view) is Truth.MET else None
    if series == "pasp":
        return Note("watch_pasp") if high_pressure(view) is Truth.MET else None
    if series == "dlco":
        return Note("watch_dlco") if _by(view, "dlco", DIFFUSION_CUT) is Truth.MET else None
    return None


def high_pressure(view: RecordView) -> Truth:
    """Tell whether the last systolic pressure of the lung is 50 mmHg or more."""
    return _by(view, "pasp", PRESSURE_CUT)


def low_diffusion(view: RecordView) -> Truth:
    """Tell whether diffusion is below its limit, or below what warns."""
    return _by(view, "dlco", DIFFUSION_CUT) | judge_all(view.latest("dlco"), below).truth


def _by(view: RecordView, code: str, cut: Cut) -> Truth:
    return judge_all(view.latest(code), lambda x: judge(x, cut, view.catalogue)).truth


def _vegf(view: RecordView, axis: ResponseAxis | None) -> Note | None:
    if axis is None or axis.value is None:
        return None
    if axis.nadir is not None and axis.nadir != axis.value and _risen(axis.nadir, axis.value):
        return Note("watch_vegf_rise")
    latest = [x for x in view.results(axis.value.code) if x.date.text == axis.value.date]
    if axis.best == COMPLETE and any(above(x).truth is Truth.MET for x in latest):
        return Note("watch_vegf_limit")
    return None


def _risen(nadir: Input, value: Input) -> bool:
    """Tell whether a value certainly lies 50 % or more over the lowest, in the same unit."""
    plain = isinstance(nadir.value, D) and isinstance(value.value, D) and nadir.unit == value.unit
    if not plain or nadir.comparator not in (None, Comparator.LT, Comparator.LE):
        return False
    sign = None if value.comparator is None else Comparator(value.comparator)
    assert isinstance(nadir.value, D)
    assert isinstance(value.value, D)
    return compare(value.value, sign, Op.GE, nadir.value * RISE) is Truth.MET


def _organs(view: RecordView) -> Note | None:
    low = _by(view, "albumin", ALBUMIN_CUT) is Truth.MET
    found = filtrations(view)
    poor = bool(found) and all(
        x.value is not None and compare(x.value, x.comparator, Op.LT, FILTRATION_LIMIT) is Truth.MET
        for x in found
    )
    if low and poor:
        return Note("watch_albumin_kidney")
    if low:
        return Note("watch_albumin")
    return Note("watch_kidney") if poor else None


def _thick(view: RecordView) -> Truth:
    """Tell whether platelets or haemoglobin are above their limit, or are stated to be high."""
    stated = [Truth.of(view.flag(code)) for code in STATED]
    counted = judge_all(view.latest("platelets"), lambda x: _many(x, view)).truth
    red = judge_all(view.latest("hemoglobin"), above).truth
    return any_true((counted, red, *stated))


def _many(result: Result, view: RecordView) -> Judgement:
    limited = above(result)
    return judge(result, PLATELETS_CUT, view.catalogue) if limited == NO_LIMIT else limited
