"""Give which single values would move a leading model, how far, and to which group."""

from __future__ import annotations

from desktop_app.domain.criteria.score_tables import MGUS_MODEL, SMM_MODELS
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Cytogenetic
from desktop_app.domain.rulesets.precursor.mgus_risk import mayo_mgus
from desktop_app.domain.rulesets.precursor.nearest import nearest
from desktop_app.domain.rulesets.precursor.smm_risk import smm_scores
from desktop_app.domain.truth import Truth
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import DAY, flc, gathered, marrow, result, serum

NONE = ("t(4;14)", "t(14;16)", "gain(1q)", "del(13q)")


def mgus(*entries: object) -> tuple[tuple[str | None, ...], ...]:
    """Ask the Mayo model of an IgG MGUS."""
    evidence = gathered(serum("IgG-kappa"), *entries)
    score = mayo_mgus(evidence, ("mgus_non_igm",), "mgus_non_igm")
    return _said(evidence, ((MGUS_MODEL, score),))


def by_values(m: object, unit: str, ratio: object) -> tuple[tuple[str | None, ...], ...]:
    return mgus(result("serum_m_protein", m, unit), result("flc_ratio", ratio))


def by_chains(kappa: object, lambda_: object) -> tuple[tuple[str | None, ...], ...]:
    return mgus(result("serum_m_protein", "1.2"), *flc(kappa, lambda_))


def smm(
    model: int, cells: object, m: object, unit: str, kappa: object
) -> tuple[tuple[str | None, ...], ...]:
    """Ask a model of smouldering myeloma; all four abnormalities tested, none found."""
    tests = [Cytogenetic(PartialDate(DAY), name, False) for name in NONE]
    entries = (*marrow(cells), result("serum_m_protein", m, unit), *flc(kappa, 10))
    evidence = gathered(serum("IgG-kappa"), *entries, *tests)
    score = smm_scores(evidence, Truth.NOT_MET, "smm")[model]
    return _said(evidence, ((SMM_MODELS[model], score),))


def by_lambda(printed: object) -> tuple[tuple[str | None, ...], ...]:
    """Ask 20/2/20 of a lambda clone of which the laboratory printed only kappa/lambda."""
    entries = (*marrow(15), result("serum_m_protein", 1), result("flc_ratio", printed))
    evidence = gathered(serum("IgG-lambda"), *entries)
    score = smm_scores(evidence, Truth.NOT_MET, "smm")[0]
    return _said(evidence, ((SMM_MODELS[0], score),))


def _said(evidence: object, scores: object) -> tuple[tuple[str | None, ...], ...]:
    changes = nearest(evidence, scores)  # type: ignore[arg-type]
    return tuple(
        (
            each.criterion.rpartition("-")[2],
            each.value,
            each.threshold,
            None if each.distance_percent is None else str(each.distance_percent),
            each.to_group,
        )
        for each in changes
    )


M_UP = ("M", "1.2 g/dL", ">= 1.5 g/dL", "25.0", "low_intermediate")
VECTORS: tuple[Vector, ...] = (
    *rows("nearest change of MGUS", "MGUS-MAYO-M MGUS-MAYO-FLC", by_values,
        ("1.2", "g/dL", "1.50", (
            ("FLC", "1.50", "> 1.65", "10.0", "low_intermediate"), M_UP,
            ("FLC", "1.50", "< 0.26", "82.7", "low_intermediate"))),
        ("12", "g/L", "0.30", (
            ("FLC", "0.30", "< 0.26", "13.3", "low_intermediate"),
            ("M", "12 g/L", ">= 15 g/L", "25.0", "low_intermediate"),
            ("FLC", "0.30", "> 1.65", "450.0", "low_intermediate"))),
        ("1.5", "g/dL", "1.66", (
            ("M", "1.5 g/dL", "< 1.5 g/dL", "0.0", "low_intermediate"),
            ("FLC", "1.66", "<= 1.65", "0.6", "low_intermediate"))),
        ("2000", "mg/dL", "0.25", (
            ("FLC", "0.25", ">= 0.26", "4.0", "low_intermediate"),
            ("M", "2000 mg/dL", "< 1500 mg/dL", "25.0", "low_intermediate"))),
        ("0", "g/dL", "1.00", (
            ("FLC", "1.00", "> 1.65", "65.0", "low_intermediate"),
            ("FLC", "1.00", "< 0.26", "74.0", "low_intermediate"),
            ("M", "0 g/dL", ">= 1.5 g/dL", None, "low_intermediate"))),
        ("<1.2", "g/dL", "1.50", (
            ("FLC", "1.50", "> 1.65", "10.0", "low_intermediate"),
            ("FLC", "1.50", "< 0.26", "82.7", "low_intermediate"))),
        ("1.2", "g/dL", "<1.2", ()),
        ("1.2", "g/dL", "<0.2", (("M", "1.2 g/dL", ">= 1.5 g/dL", "25.0", "high_intermediate"),)),
    ),
    *rows("nearest change of both chains", "MGUS-MAYO-FLC", by_chains,
        (10, 9, (
            M_UP, ("FLC", "1.111", "> 1.65", "48.5", "low_intermediate"),
            ("FLC", "1.111", "< 0.26", "76.6", "low_intermediate"))),
    ),
    *rows("nearest change of 20/2/20", "SMM-MAYO2018-PC SMM-MAYO2018-M SMM-MAYO2018-FLC", smm,
        (0, 16, 1, "g/dL", 100, (
            ("PC", "16 %", "> 20 %", "25.0", "intermediate"),
            ("M", "1 g/dL", "> 2 g/dL", "100.0", "intermediate"),
            ("FLC", "10", "> 20", "100.0", "intermediate"))),
        (0, 25, 16, "g/L", 100, (
            ("PC", "25 %", "<= 20 %", "20.0", "low"),
            ("M", "16 g/L", "> 20 g/L", "25.0", "high"),
            ("FLC", "10", "> 20", "100.0", "high"))),
        (0, 25, "2.5", "g/dL", 100, (
            ("PC", "25 %", "<= 20 %", "20.0", "intermediate"),
            ("M", "2.5 g/dL", "<= 2 g/dL", "20.0", "intermediate"))),
        (0, 25, "2.5", "g/dL", 250, ()),
        (0, 20, 2, "g/dL", 200, (
            ("PC", "20 %", "> 20 %", "0.0", "intermediate"),
            ("M", "2 g/dL", "> 2 g/dL", "0.0", "intermediate"),
            ("FLC", "20", "> 20", "0.0", "intermediate"))),
    ),
    *rows("nearest change of a printed lambda ratio", "SMM-MAYO2018-FLC", by_lambda,
        ("0.10", (
            ("PC", "15 %", "> 20 %", "33.3", "intermediate"),
            ("M", "1 g/dL", "> 2 g/dL", "100.0", "intermediate"),
            ("FLC", "10", "> 20", "100.0", "intermediate"))),
        ("<0.10", ()),
    ),
    *rows("nearest change of the count", "SMM-MAYO2018-PC SMM-MAYO2018-FLC", smm,
        (1, 25, "2.5", "g/dL", 250, (
            ("PC", "25 %", "<= 20 %", "20.0", "intermediate"),
            ("M", "2.5 g/dL", "<= 2 g/dL", "20.0", "intermediate"),
            ("FLC", "25", "<= 20", "20.0", "intermediate"))),
    ),
    *rows("nearest change of the points", "SMM-IMWG2020-POINTS-PC SMM-IMWG2020-POINTS-M", smm,
        # 0 points: no part leads beyond 4 but the ratio and marrow
        (2, 15, "1.5", "g/dL", 100, (
            ("PC", "15 %", "> 30 %", "100.0", "low_intermediate"),
            ("FLC", "10", "> 40", "300.0", "low_intermediate"))),
        # 3 + 3 + 0 = 6: up to 9 (intermediate), down to 4 or less
        (2, 25, 2, "g/dL", 100, (
            ("M", "2 g/dL", "<= 1.5 g/dL", "25.0", "low"),
            ("PC", "25 %", "<= 15 %", "40.0", "low"),
            ("PC", "25 %", "> 40 %", "60.0", "intermediate"),
            ("FLC", "10", "> 25", "150.0", "intermediate"))),
        # the ratio: 0, 2, 3, 5 points beside 3 of marrow
        (2, 25, 1, "g/dL", "100.5", (
            ("FLC", "10.05", "<= 10", "0.5", "low"),
            ("PC", "25 %", "<= 20 %", "20.0", "low"),
            ("M", "1 g/dL", "> 3 g/dL", "200.0", "intermediate"))),
        # 2 of marrow, 3 of M-protein: 5, and the M-protein just at its bins
        (2, "15.1", 3, "g/dL", 100, (
            ("PC", "15.1 %", "<= 15 %", "0.7", "low"),
            ("M", "3 g/dL", "<= 1.5 g/dL", "50.0", "low"),
            ("PC", "15.1 %", "> 40 %", "164.9", "intermediate"),
            ("FLC", "10", "> 40", "300.0", "intermediate"))),
        # 6 + 4 + 5 = 15: marrow alone to 9, M-protein to 11, ratio to 10
        (2, 50, 40, "g/L", 500, (
            ("PC", "50 %", "<= 30 %", "40.0", "intermediate"),
            ("FLC", "50", "<= 25", "50.0", "intermediate"),
            ("M", "40 g/L", "<= 15 g/L", "62.5", "intermediate"))),
    ),
)  # fmt: skip
