"""Score smouldering myeloma by the models that count immunoparesis: PETHEMA and the Czech group."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.immunoparesis import AT_LEAST
from desktop_app.domain.criteria.light_chains import involved_ratio
from desktop_app.domain.criteria.model_factors import (
    aberrant_factor,
    immunoparesis_factor,
    m_factor,
    ratio_factor,
)
from desktop_app.domain.criteria.score_model import HISTORIC, Column, Model, counted, printed
from desktop_app.domain.criterion import Cut, Op, Rule

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion, Score
    from desktop_app.domain.criteria.applicability import Reserve
    from desktop_app.domain.criteria.evidence import Evidence

PEREZ, HAJEK, HAJEK_VALIDATION = "perez2007", "hajek2020", "hajek2020_validation"
IG_WORDS = "any uninvolved immunoglobulin < LLN"

PETHEMA_ABERRANT = Rule("SMM-PETHEMA-ABERRANT", PEREZ, "secondary", ">= 95 %")
PETHEMA_IG = Rule("SMM-PETHEMA-IG", PEREZ, "secondary", IG_WORDS)
ABERRANT_CUT = D(95)
PETHEMA = Model(
    "SMM-PETHEMA",
    PEREZ,
    ("factors_0", "factors_1", "factors_2"),
    (
        Column(24, PEREZ, printed(None, None, "50")),
        Column(60, PEREZ, printed("4", "46", "72")),
    ),
    notes=(HISTORIC,),
)

CMG_RATIO = Rule("SMM-CMG-FLC", HAJEK, "primary", "involved/uninvolved > 30")
CMG_IG = Rule("SMM-CMG-IG", HAJEK, "primary", IG_WORDS)
CMG_M = Rule("SMM-CMG-M", HAJEK, "primary", ">= 2.3 g/dL (>= 23 g/L)")
RATIO_CUT, M_CUT = D(30), Cut(Op.GE, {"g/dL": D("2.3")})
# Only all three factors together have a printed risk: in the derivation and the validation.
CMG = Model(
    "SMM-CMG",
    HAJEK,
    ("factors_0", "factors_1", "factors_2", "factors_3"),
    (
        Column(24, HAJEK, printed(None, None, None, "78.7 53.1 95.7")),
        Column(24, HAJEK_VALIDATION, printed(None, None, None, "81.3 47.1 98.8")),
    ),
)


def pethema(evidence: Evidence, reserve: Reserve) -> Score:
    """Count aberrant plasma cells by flow, and immunoparesis."""
    members = (
        aberrant_factor(evidence, PETHEMA_ABERRANT, ABERRANT_CUT),
        immunoparesis_factor(evidence, PETHEMA_IG, AT_LEAST),
    )
    return _scored(PETHEMA, members, reserve)


def cmg(evidence: Evidence, reserve: Reserve) -> Score:
    """Count the light chain ratio, immunoparesis and the serum M-protein."""
    ratio = involved_ratio(evidence.view, evidence.chains, Op.GT, RATIO_CUT)
    members = (
        ratio_factor(evidence, CMG_RATIO, ratio),
        immunoparesis_factor(evidence, CMG_IG, AT_LEAST),
        m_factor(evidence, CMG_M, M_CUT),
    )
    return _scored(CMG, members, reserve)


def _scored(model: Model, members: tuple[Criterion, ...], reserve: Reserve) -> Score:
    low, high = counted(members)
    return model.scored(range(low, high + 1), members, reserve, span=(low, high))
