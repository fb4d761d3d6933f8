"""Tell whether the M-protein of the baseline is high, which two definitions ask first."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.criterion import Cut, Op, compare
from desktop_app.domain.rulesets.precursor.evolving.samples import Sample, Stretch, every
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.observed_series import Observed
    from desktop_app.domain.rulesets.precursor.evolving.series import Series

HIGH_M = Cut(Op.GE, {"g/dL": D(3)})


def high_m(stretch: Stretch, base: Sample) -> Truth:
    """Tell whether every value of the baseline is 3 g/dL or more."""
    limit = stretch.in_unit(HIGH_M.at.items())

    def judge(one: Observed, _: Observed) -> Truth:
        return Truth.UNKNOWN if limit is None else compare(one.value, None, HIGH_M.op, limit)

    return every(base, base, judge)


def high_m_of(series: Series) -> Truth:
    """Tell the same of the M-protein where another analyte is judged; unknown where none is."""
    if series.m is None:
        return Truth.UNKNOWN
    current = series.m.current
    truths = {high_m(current, base) for base in current.baselines}
    return truths.pop() if len(truths) == 1 else Truth.UNKNOWN
