"""Score smouldering myeloma: Mayo 20/2/20, and the IMWG 2020 models, each kept apart."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Note, Score
from desktop_app.domain.criteria.applicability import Reserve, bars_smm, reserve_smm
from desktop_app.domain.criteria.score_model import Column, Model, counted, printed
from desktop_app.domain.criteria.score_tables import IMWG_GROUPS, MAYO_GROUPS, SMM_MODELS, places
from desktop_app.domain.criteria.smm_factors import FISH_RULE, fish, mayo_2018
from desktop_app.domain.criteria.smm_points import parts, point_places, totals
from desktop_app.domain.criterion import Rule
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.criteria.evidence import Evidence

LAKSHMAN, MATEOS = "lakshman2018", "mateos2020"
# 20/2/20: two years and five in the derivation, two years in the IMWG cohort without FISH.
MAYO_2018 = Model(
    SMM_MODELS[0],
    LAKSHMAN,
    MAYO_GROUPS,
    (
        Column(24, LAKSHMAN, printed("9.7 5.3 17.1", "26.3 18.4 36.2", "47.4 38.6 56.4")),
        Column(60, LAKSHMAN, printed("22.5", "46.7", "81.5")),
        Column(24, MATEOS, printed("6", "18", "44")),
    ),
    medians=(D(110), D(68), D(29)),
)
# SMM-IMWG2020-COUNT: the same three factors and FISH.
IMWG_COUNT = Model(
    SMM_MODELS[1], MATEOS, IMWG_GROUPS, (Column(24, MATEOS, printed("6", "23", "46", "63")),)
)
IMWG_POINTS = Model(
    SMM_MODELS[2], MATEOS, IMWG_GROUPS, (Column(24, MATEOS, printed("3.8", "26", "51", "73")),)
)
POINT_RULES = tuple(
    Rule(f"SMM-IMWG2020-POINTS-{part}", MATEOS, "secondary", words)
    for part, words in (
        ("FLC", "<= 10: 0, <= 25: 2, <= 40: 3, > 40: 5"),
        ("M", "<= 1.5 g/dL: 0, <= 3: 3, > 3: 4"),
        ("PC", "<= 15 %: 0, <= 20: 2, <= 30: 3, <= 40: 5, > 40: 6"),
        ("FISH", "present: 2"),
    )
)


def smm_scores(
    evidence: Evidence, myeloma: Truth, category: str | None
) -> tuple[Score, Score, Score]:
    """Score Mayo 20/2/20, the IMWG 2020 count and the IMWG 2020 points.

    Args:
        evidence: the criteria of the record.
        myeloma: whether MM-DX is met.
        category: the category if confirmed or presumed; without smouldering myeloma the scores
            carry the reason "valid only if SMM is confirmed".
    """
    barred = bars_smm(evidence, myeloma)
    if barred is not None:
        none = Score(applicable=False, reason=barred)
        return none, none, none
    factors = mayo_2018(evidence)
    members = (*factors, fish(evidence))
    reserve = reserve_smm(evidence, category)
    return (
        _counted(MAYO_2018, factors, reserve),
        _counted(IMWG_COUNT, members, reserve),
        _points(evidence, members, reserve),
    )


def fitting_model(scores: tuple[Score, Score, Score]) -> str | None:
    """Name the model that fits what is known (MODEL-CHOICE); None where none applies.

    Args:
        scores: those of ``smm_scores``: with FISH known the IMWG 2020 count fits, else 20/2/20.
    """
    _, count, _ = scores
    if not count.applicable:
        return None
    known = any(x.id == FISH_RULE.id and x.state.known for x in count.criteria)
    return IMWG_COUNT.id if known else MAYO_2018.id


def _counted(model: Model, members: tuple[Criterion, ...], reserve: Reserve) -> Score:
    """Count the factors that are met; more than the groups go are the highest group."""
    low, high = counted(members)
    return model.scored(places(low, high, model.groups), members, reserve, span=(low, high))


def _points(evidence: Evidence, factors: tuple[Criterion, ...], reserve: Reserve) -> Score:
    """Add the points of each part; a part that is not settled keeps every bin it may fall into."""
    marrow, m, ratio, cytogenetics = factors
    points = parts(evidence, cytogenetics.state)
    sums = totals(points)
    members = tuple(
        rule.answer(_weight(worth), seen.inputs, Note("points", (("points", _span(worth)),)))
        for rule, worth, seen in zip(
            POINT_RULES, points, (ratio, m, marrow, cytogenetics), strict=True
        )
    )
    span = (sums[0], sums[-1])
    return IMWG_POINTS.scored(point_places(sums), members, reserve, span=span)


def _weight(points: tuple[int, ...]) -> Truth:
    return Truth.of(bool(points[0])) if len(points) == 1 else Truth.UNKNOWN


def _span(points: tuple[int, ...]) -> str:
    return str(points[0]) if len(points) == 1 else f"{points[0]}–{points[-1]}"
