"""Give the Mayo MGUS score: its groups, and every printed figure of them (MGUS-MAYO)."""

from __future__ import annotations

from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import assessed, flc, marrow, result, serum

RULES = "MGUS-MAYO-M MGUS-MAYO-ISO MGUS-MAYO-FLC"
Scored = tuple[tuple[int, int] | None, int | None, tuple[str, ...]]


def scored(band: str, *entries: object) -> Scored:
    """Give range, score and possible groups."""
    score = assessed(serum(band), *entries).mayo_mgus
    return score.score_range, score.score, score.possible_groups


def figures(band: str, spike: object, chains: tuple[object, object]) -> frozenset[object]:
    """Give every figure: months, percent, whether death competes, and the group."""
    entries = (serum(band), result("serum_m_protein", spike), marrow(5), flc(*chains))
    return frozenset(
        (risk.horizon_months, str(risk.percent), risk.competing_risk, risk.group)
        for risk in assessed(*entries).mayo_mgus.risks
    )


def both(group: str, ignored: int, competing: int) -> frozenset[object]:
    return frozenset({(240, str(ignored), False, group), (240, str(competing), True, group)})


NORMAL, ABNORMAL = (10, 10), (30, 10)
SPIKE = "serum_m_protein"
VECTORS: tuple[Vector, ...] = (
    *rows(
        "20-year figures", RULES, figures,
        ("IgG-kappa", "1.4", NORMAL, both("low", 5, 2)),
        ("IgG-kappa", "1.5", NORMAL, both("low_intermediate", 21, 10)),
        ("IgA-kappa", "1.4", ABNORMAL, both("high_intermediate", 37, 18)),
        ("IgA-kappa", "1.5", ABNORMAL, both("high", 58, 27)),
    ),
    *rows(
        "score", RULES, scored,
        ("IgG-kappa", result(SPIKE, "1.4"), flc(10, 10), ((0, 0), 0, ("low",))),
        ("IgA-kappa", result(SPIKE, "1.4"), flc(10, 10), ((1, 1), 1, ("low_intermediate",))),
        ("IgA-kappa", result(SPIKE, "1.5"), ((2, 3), None, ("high_intermediate", "high"))),
        ("IgA-kappa", result(SPIKE, "1.5"), flc(30, 10), ((3, 3), 3, ("high",))),
        ("IgG-kappa", ((0, 2), None, ("low", "low_intermediate", "high_intermediate"))),
        ("IgA-kappa", result(SPIKE, "450", "mg/dL"), flc(10, 10),
         ((1, 1), 1, ("low_intermediate",))),
    ),
)  # fmt: skip
