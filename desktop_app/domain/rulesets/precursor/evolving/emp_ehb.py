"""Judge EVO-RAVI-EMP and EVO-RAVI-EHB: rising M-protein or Ig, falling haemoglobin."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.criterion import Cut, Op, Rule
from desktop_app.domain.rulesets.precursor.evolving.baseline import high_m, high_m_of
from desktop_app.domain.rulesets.precursor.evolving.outcomes import (
    Outcome,
    answered,
    changed,
    either,
    gated,
    moves,
    rises,
)
from desktop_app.domain.rulesets.precursor.evolving.samples import Sample, Stretch, Window

if TYPE_CHECKING:
    from desktop_app.domain.rulesets.precursor.evolving.series import Series
    from desktop_app.domain.truth import Truth

EMP = Rule(
    "EVO-RAVI-EMP",
    "ravi2016",
    "primary",
    "M-protein and/or involved Ig",
)
EMP_M = Rule(
    "EVO-RAVI-EMP-M",
    "ravi2016",
    "primary",
    ">= 10 % in 6 months if M >= 3 g/dL (30 g/L), or >= 25 % in 12; and >= 0.5 g/dL (5 g/L)",
)
EMP_IG = Rule(
    "EVO-RAVI-EMP-IG",
    "ravi2016",
    "primary",
    ">= 10 % in 6 months if M >= 3 g/dL (30 g/L), or >= 25 % in 12; and >= 500 mg/dL (5 g/L)",
)
EHB = Rule(
    "EVO-RAVI-EHB", "ravi2016", "primary", "fall >= 0.5 g/dL (5 g/L) in 12 months of diagnosis"
)

HALF_YEAR, YEAR = 6, 12
SOON_RISE = Cut(Op.GE, {"%": D(10)})
YEAR_RISE = Cut(Op.GE, {"%": D(25)})
LEAST_M = Cut(Op.GE, {"g/dL": D("0.5")})
LEAST_IG = Cut(Op.GE, {"mg/dL": D(500)})
EHB_FALL = Cut(Op.GE, {"g/dL": D("0.5")})


def ravi_m(series: Series) -> Outcome | None:
    """Judge the M-protein part of EVO-RAVI-EMP."""
    return answered(series.m, _ravi_m)


def _ravi_m(stretch: Stretch, base: Sample) -> Outcome | None:
    return _ravi(stretch, base, high_m(stretch, base), LEAST_M)


def ravi_ig(series: Series) -> Outcome | None:
    """Judge the part of the involved immunoglobulin, whose 6 months need the M-protein too."""
    high = high_m_of(series)

    def ask(stretch: Stretch, base: Sample) -> Outcome | None:
        return _ravi(stretch, base, high, LEAST_IG)

    return either(answered(x, ask) for x in series.immunoglobulins)


def _ravi(stretch: Stretch, base: Sample, high: Truth, least: Cut) -> Outcome | None:
    enough = moves(stretch, least)

    def beyond(percent: Cut, months: int) -> Outcome | None:
        grows = rises(percent)
        window = Window.of(base.on, months)
        return changed(stretch, base, lambda one, now: grows(one, now) & enough(one, now), window)

    return either((beyond(YEAR_RISE, YEAR), gated(high, beyond(SOON_RISE, HALF_YEAR))))


def ravi_hb(series: Series) -> Outcome | None:
    """Judge EVO-RAVI-EHB; its year counts from the diagnosis, where that is dated.

    After a change of laboratory it counts from the first value of the new one.
    """

    def ask(stretch: Stretch, base: Sample) -> Outcome | None:
        start = series.diagnosed if stretch.first and series.diagnosed else base.on
        falls = moves(stretch, EHB_FALL, falling=True)
        return changed(stretch, base, falls, Window.of(start, YEAR), falling=True)

    return answered(series.hemoglobin, ask)
