"""Build an assessment that says something in every part, without asking a rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from desktop_app.domain.conclusions import (
    Alert,
    Assessment,
    Criterion,
    Diagnosis,
    Evolving,
    FollowUp,
    Input,
    MedianTime,
    Mgrs,
    Missing,
    NearestChange,
    Note,
    RiskFigure,
    RulePack,
    Schedule,
    Score,
    SeriesPoint,
    WorkupItem,
)
from desktop_app.domain.truth import Truth

DAY = date(2026, 6, 30)


def figure(percent: str, group: str, low: str = "", high: str = "", **changes: Any) -> RiskFigure:
    """Give a two-year risk of the Mayo cohort."""
    made = RiskFigure(
        24,
        Decimal(percent),
        "progression",
        competing_risk=False,
        source="lakshman2018",
        group=group,
        low=Decimal(low) if low else None,
        high=Decimal(high) if high else None,
    )
    return replace(made, **changes)


def score(group: str, points: int = 1, **changes: Any) -> Score:
    """Give a model that applies, with one factor that is met."""
    made = Score(
        applicable=True,
        score=points,
        score_range=(points, points),
        group=group,
        possible_groups=(group,),
        criteria=(factor("SMM-MAYO2018-PC"),),
    )
    return replace(made, **changes)


def factor(rule: str, state: Truth = Truth.MET, status: str = "primary") -> Criterion:
    """Give a factor of a model with its value."""
    seen = Input("marrow_plasma_cells", Decimal(25), "%", "2026-06-01")
    return Criterion(rule, state, (seen,), status=status, source="lakshman2018")


def evolving(
    definition: str, state: Truth = Truth.MET, change: str = "33.3333", **changes: Any
) -> Evolving:
    """Give what a definition says of an M-protein that rose from 1.2 to 1.6 g/dL."""
    made = Evolving(
        definition,
        state,
        code="serum_m_protein",
        unit="g/dL",
        baseline=SeriesPoint("2025-07-01", Decimal("1.2")),
        value=SeriesPoint("2026-06-01", Decimal("1.6")),
        change_absolute=Decimal("0.4"),
        change_percent=Decimal(change) if change else None,
        beyond_noise=True,
    )
    return replace(made, **changes)


def smouldering(**changes: Any) -> Assessment:
    """Give smouldering myeloma under two models."""
    made = Assessment(
        as_of=DAY,
        rule_pack=RulePack("2026.2", "0" * 64),
        diagnosis=Diagnosis("smm", ("smm",), "confirmed", (factor("SMM-DX-M"),)),
        mayo_mgus=Score(applicable=False, reason=Note("risk_only_for_mgus")),
        follow_up=FollowUp(
            (3, 3),
            date(2026, 9, 30),
            refer=True,
            schedule=Schedule("FU-SMM", "kyle2010", (2, 3)),
            beside=(Schedule("FU-SMM", "lin2026", (3, 6)),),
            reasons=(Note("refer_smouldering"),),
        ),
        mayo_20_2_20=score("high", 2, risks=(figure("47.4", "high", "38.6", "56.4"),)),
        imwg_2020_factors=score("intermediate", 2),
    )
    return replace(made, **changes)


def with_everything() -> Assessment:
    """Give smouldering myeloma about which every part of the page has something to say."""
    lin = "WORKUP-LIN"
    return smouldering(
        fitting_model="imwg_2020_factors",
        evolving=(evolving("EVO-RAVI-EMP"), evolving("EVO-PANGEA", Truth.UNKNOWN)),
        mgrs=Mgrs(Truth.MET, (Note("bone_not_assessed"),), biopsy_advised=True),
        alerts=(
            Alert("PCL-STOP", "critical", Note("circulating_plasma_cells")),
            Alert("DX-NOCLONE", "warning", Note("band_conflict")),
            Alert("EVO-ENGINE", "warning", Note("evolving_confirmed"), ("EVO-RAVI-EMP",)),
            Alert("DX-ORDER", "info", Note("igm_with_another_class")),
        ),
        missing=(Missing("hemoglobin", ("diagnosis",)),),
        nearest=(
            NearestChange(
                "mayo_20_2_20",
                "SMM-MAYO2018-M",
                "serum_m_protein",
                "high",
                "1.8 g/dL",
                "> 2 g/dL",
                Decimal("11.1"),
            ),
        ),
        other_models=(
            ("SMM-BJP", score("low", medians=(MedianTime(Decimal(88), "bjp2016", "low"),))),
        ),
        flc_ranges=(factor("MGUS-MAYO-FLC", status="unverified"),),
        early_treatment=(factor("MM-SLIM-PC", Truth.NOT_MET),),
        quality=(Note("old_value", (("code", "hemoglobin"), ("date", "2024-01-01"))),),
        conflicts=("C-SMM-ROW",),
        workup=(
            WorkupItem("spep", "done", lin, ("serum_m_protein",), "2026-06-01"),
            WorkupItem("flc", "due", lin, ("flc_kappa",)),
            WorkupItem("mri", "old", lin, ("mri_focal_lesions",), "2024-03-01"),
        ),
    )
