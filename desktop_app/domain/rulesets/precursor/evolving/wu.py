"""Judge the parts of EVO-WU: rise of M-protein and dFLC, fall of haemoglobin in a year."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.criterion import Cut, Op, Rule
from desktop_app.domain.rulesets.precursor.evolving.outcomes import (
    Outcome,
    followed_change,
    moves,
    rises,
)

if TYPE_CHECKING:
    from desktop_app.domain.rulesets.precursor.evolving.series import Series

WU = Rule("EVO-WU", "wu2018", "primary", "any 3 of the four, in 12 months")
WU_M = Rule("EVO-WU-M", "wu2018", "primary", "rise >= 64 % in 12 months")
WU_DFLC = Rule("EVO-WU-DFLC", "wu2018", "primary", "rise >= 169 % in 12 months")
WU_HB = Rule("EVO-WU-HB", "wu2018", "primary", "fall >= 1.57 g/dL (15.7 g/L) in 12 months")
WU_IG = Rule("EVO-WU-IG", "wu2018", "primary", "any uninvolved Ig low")
WU_PARTS = (WU_M, WU_DFLC, WU_HB)

YEAR = 12
WU_M_RISE = Cut(Op.GE, {"%": D(64)})
WU_DFLC_RISE = Cut(Op.GE, {"%": D(169)})
WU_HB_FALL = Cut(Op.GE, {"g/dL": D("1.57")})
WU_AT_LEAST = 3


def wu_m(series: Series) -> Outcome | None:
    """Judge the rise of the M-protein in a year."""
    return followed_change(series.m, lambda _: rises(WU_M_RISE), YEAR)


def wu_dflc(series: Series) -> Outcome | None:
    """Judge the rise of the difference of the light chains in a year."""
    return followed_change(series.difference, lambda _: rises(WU_DFLC_RISE), YEAR)


def wu_hb(series: Series) -> Outcome | None:
    """Judge the fall of haemoglobin in a year."""
    return followed_change(
        series.hemoglobin,
        lambda x: moves(x, WU_HB_FALL, falling=True),
        YEAR,
        falling=True,
    )
