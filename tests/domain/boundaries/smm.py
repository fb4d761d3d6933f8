"""Give the leading models of smouldering myeloma: 20/2/20, the IMWG count and the IMWG points."""

from __future__ import annotations

from desktop_app.domain.conclusions import Score
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Cytogenetic
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import assessed, flc, marrow, result, serum

FISH = "t(4;14) t(14;16) gain(1q) del(13q)"
CLEAR = tuple(Cytogenetic(PartialDate("2026-06-01"), x, detected=False) for x in FISH.split())
FOUND = (Cytogenetic(PartialDate("2026-06-01"), "t(4;14)", detected=True),)


def models(
    cells: object, spike: object, iu: object, fish: tuple[Cytogenetic, ...]
) -> tuple[Score, Score, Score]:
    """Score IgG kappa with so many cells, such a spike in g/dL and such a ratio."""
    facts = (serum("IgG-kappa"), marrow(cells), result("serum_m_protein", spike), flc(iu, 1))
    found = assessed(*facts, *fish)
    return found.mayo_20_2_20, found.imwg_2020_factors, found.imwg_2020_points


def mayo(cells: object, spike: object, iu: object) -> tuple[int | None, str | None]:
    score = models(cells, spike, iu, ())[0]
    return score.score, score.group


def count(
    cells: object, spike: object, iu: object, fish: tuple[Cytogenetic, ...]
) -> tuple[tuple[int, int] | None, tuple[str, ...]]:
    score = models(cells, spike, iu, fish)[1]
    return score.score_range, score.possible_groups


def points(
    cells: object, spike: object, iu: object, fish: tuple[Cytogenetic, ...] = CLEAR
) -> tuple[tuple[int, int] | None, tuple[str, ...]]:
    score = models(cells, spike, iu, fish)[2]
    return score.score_range, score.possible_groups


def parts(
    cells: object, spike: object, iu: object, fish: tuple[Cytogenetic, ...]
) -> tuple[object, ...]:
    """Give of each part of the points its answer and the points that are possible."""
    trace = models(cells, spike, iu, fish)[2].criteria
    return tuple((x.state.state, x.note and dict(x.note.values)["points"]) for x in trace)


def figures(
    model: int, cells: object, spike: object, iu: object, fish: tuple[Cytogenetic, ...]
) -> frozenset[object]:
    """Give every figure of a model: months, percent and the cohort that it comes from."""
    score = models(cells, spike, iu, fish)[model]
    return frozenset((risk.horizon_months, str(risk.percent), risk.source) for risk in score.risks)


def of_mayo(*percents: str) -> frozenset[object]:
    derivation, five, imwg = percents
    return frozenset(
        {(24, derivation, "lakshman2018"), (60, five, "lakshman2018"), (24, imwg, "mateos2020")}
    )


def of_imwg(percent: str) -> frozenset[object]:
    return frozenset({(24, percent, "mateos2020")})


MAYO = "SMM-MAYO2018-PC SMM-MAYO2018-M SMM-MAYO2018-FLC"
POINTS = "SMM-IMWG2020-POINTS-FLC SMM-IMWG2020-POINTS-M SMM-IMWG2020-POINTS-PC"
LOW, BETWEEN, MIDDLE, HIGH = "low", "low_intermediate", "intermediate", "high"
VECTORS: tuple[Vector, ...] = (
    *rows(
        "20/2/20", MAYO, mayo,
        ("20", "2", "20", (0, LOW)), ("20.1", "2", "20", (1, MIDDLE)),
        ("20", "2.1", "20", (1, MIDDLE)), ("20", "2", "20.1", (1, MIDDLE)),
        ("20.1", "2.1", "20", (2, HIGH)), ("20.1", "2.1", "20.1", (3, HIGH)),
    ),
    *rows(
        "IMWG count", f"{MAYO} SMM-IMWG2020-FISH", count,
        ("20", "2", "20", CLEAR, ((0, 0), (LOW,))), ("20", "2", "20", FOUND, ((1, 1), (BETWEEN,))),
        ("20", "2", "20", (), ((0, 1), (LOW, BETWEEN))),
        ("20.1", "2.1", "20", CLEAR, ((2, 2), (MIDDLE,))),
        ("20.1", "2.1", "20", FOUND, ((3, 3), (HIGH,))),
        ("20.1", "2.1", "20.1", FOUND, ((4, 4), (HIGH,))),
        ("20.1", "2.1", "20.1", (), ((3, 4), (HIGH,))),
    ),
    # (a, b] bins, one part at a time; the rest stands in its lowest bin.
    *rows(
        "IMWG points", POINTS, points,
        ("15", "1.5", "10", ((0, 0), (LOW,))), ("15.1", "1.5", "10", ((2, 2), (LOW,))),
        ("15.5", "1.5", "10", ((2, 2), (LOW,))), ("20", "1.5", "10", ((2, 2), (LOW,))),
        ("20.1", "1.5", "10", ((3, 3), (LOW,))), ("30", "1.5", "10", ((3, 3), (LOW,))),
        ("30.1", "1.5", "10", ((5, 5), (BETWEEN,))), ("40", "1.5", "10", ((5, 5), (BETWEEN,))),
        ("40.1", "1.5", "10", ((6, 6), (BETWEEN,))),
        ("15", "1.55", "10", ((3, 3), (LOW,))), ("15", "1.6", "10", ((3, 3), (LOW,))),
        ("15", "2.95", "10", ((3, 3), (LOW,))), ("15", "3", "10", ((3, 3), (LOW,))),
        ("15", "3.1", "10", ((4, 4), (LOW,))),
        ("15", "1.5", "10.1", ((2, 2), (LOW,))), ("15", "1.5", "10.5", ((2, 2), (LOW,))),
        ("15", "1.5", "25", ((2, 2), (LOW,))), ("15", "1.5", "25.1", ((3, 3), (LOW,))),
        ("15", "1.5", "40", ((3, 3), (LOW,))), ("15", "1.5", "40.1", ((5, 5), (BETWEEN,))),
        ("15", "1.5", "10", FOUND, ((2, 2), (LOW,))), ("15", "1.5", "10", (), ((0, 2), (LOW,))),
        # totals 4/5, 8/9, 12/13
        ("20", "1.5", "25", ((4, 4), (LOW,))), ("30", "1.5", "25", ((5, 5), (BETWEEN,))),
        ("40", "1.5", "40", ((8, 8), (BETWEEN,))), ("41", "1.5", "40", ((9, 9), (MIDDLE,))),
        ("41", "3.1", "25", ((12, 12), (MIDDLE,))), ("41", "3.1", "40", ((13, 13), (HIGH,))),
        ("41", "3.1", "41", FOUND, ((17, 17), (HIGH,))),
        ("30", "1.5", "20", (), ((5, 7), (BETWEEN,))),
        ("20", "1.5", "25", (), ((4, 6), (LOW, BETWEEN))),
    ),
    # the ratio, the M-protein, the marrow, FISH
    *rows(
        "parts of the IMWG points", f"{POINTS} SMM-IMWG2020-POINTS-FISH", parts,
        ("15", "1.5", "10", CLEAR, (("no", "0"), ("no", "0"), ("no", "0"), ("no", "0"))),
        ("20", "1.6", "11", FOUND, (("yes", "2"), ("yes", "3"), ("yes", "2"), ("yes", "2"))),
        ("20", "3.1", "26", (), (("yes", "3"), ("yes", "4"), ("yes", "2"), ("unknown", "0–2"))),
        (">20", "1.5", "41", CLEAR, (("yes", "5"), ("no", "0"), ("unknown", "3–6"), ("no", "0"))),
    ),
    *rows(
        "printed figures", f"{MAYO} {POINTS} SMM-IMWG2020-FISH", figures,
        (0, "20", "2", "20", (), of_mayo("9.7", "22.5", "6")),
        (0, "20.1", "2", "20", (), of_mayo("26.3", "46.7", "18")),
        (0, "20.1", "2.1", "20", (), of_mayo("47.4", "81.5", "44")),
        (1, "20", "2", "20", CLEAR, of_imwg("6")), (1, "20", "2", "20", FOUND, of_imwg("23")),
        (1, "20.1", "2", "20", FOUND, of_imwg("46")),
        (1, "20.1", "2.1", "20", FOUND, of_imwg("63")),
        (2, "15", "1.5", "10", CLEAR, of_imwg("3.8")), (2, "40", "1.5", "10", CLEAR, of_imwg("26")),
        (2, "41", "1.5", "40", CLEAR, of_imwg("51")), (2, "41", "3.1", "41", CLEAR, of_imwg("73")),
    ),
)  # fmt: skip
