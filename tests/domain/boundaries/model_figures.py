"""Give every figure that the models print: risks with their intervals, times, and the groups."""

from __future__ import annotations

from decimal import Decimal as D

from desktop_app.domain.criteria.applicability import reserve_smm
from desktop_app.domain.criteria.smm_factors import fish
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Cytogenetic, Finding, Person, Sex
from desktop_app.domain.rulesets.precursor.other_models import ravi
from desktop_app.domain.rulesets.precursor.other_models.proliferation import proliferation
from desktop_app.domain.rulesets.precursor.smm_risk import fitting_model, smm_scores
from desktop_app.domain.truth import Truth
from tests.domain.asking import rows
from tests.domain.asking_models import (
    IGG,
    RESERVE,
    czech,
    czech_smm,
    evolved,
    features,
    figures,
    immunoglobulin,
    kyle,
    kyle_2007,
    mayo_2008,
    pethema,
    urine,
)
from tests.domain.boundaries import Vector
from tests.domain.cases import DAY, finding, flc, gathered, marrow, result, serum

ALL_FOUR = ("t(4;14)", "t(14;16)", "gain(1q)", "del(13q)")
CZECH = (
    ("serum_m_protein", "1.5", "1.0", "g/dL"),
    ("flc_ratio", "2.0", "1.0", "1"),
    ("marrow_plasma_cells", "6", "4", "%"),
    ("hemoglobin", "11.9", "13", "g/dL"),
)


def two_factors(band: Finding | None, m: object, ratio: object) -> tuple[object, ...]:
    bands = () if band is None else (band,)
    entries = (result("serum_m_protein", m), result("flc_ratio", ratio))
    return figures(kyle(gathered(*bands, *entries)))


def six_factors(met: int) -> tuple[object, ...]:
    """Score the Czech model of MGUS with this many of its six factors, the others not met."""
    entries = [
        result(code, yes if place < met else no, unit)
        for place, (code, yes, no, unit) in enumerate(CZECH)
    ]
    igs = (immunoglobulin("iga", "6" if met > 4 else "9"), immunoglobulin("igm", "9"))
    born = PartialDate("1950-01-01" if met > 5 else "1980-01-01")
    return figures(czech(gathered(IGG, *entries, *igs, patient=Person(Sex.FEMALE, born))))


def by_marrow_and_m(cells: object, m: object) -> tuple[object, ...]:
    amounts = () if m is None else (result("serum_m_protein", m),)
    return figures(kyle_2007(gathered(IGG, *marrow(cells), *amounts)))


def historic(cells: object, m: object, ratio: object) -> tuple[object, ...]:
    entries = (*marrow(cells), result("serum_m_protein", m), result("flc_ratio", ratio))
    return figures(mayo_2008(gathered(IGG, *entries)))


def by_flow(share: object, igm: object) -> tuple[object, ...]:
    igs = (immunoglobulin("iga", "9.0"), immunoglobulin("igm", igm))
    return figures(pethema(gathered(IGG, finding("marrow_aberrant_percent", share), *igs)))


def by_index(*values: str) -> tuple[object, ...]:
    """Score the proliferative index; several values are of the same day."""
    shares = [finding("proliferative_index", D(value)) for value in values]
    score = proliferation(gathered(IGG, *marrow(15), *shares), RESERVE)
    return ("not measured",) if score is None else figures(score)


def three_factors(kappa: object, igm: object, m: object) -> tuple[object, ...]:
    igs = (immunoglobulin("iga", "9.0"), immunoglobulin("igm", igm))
    seen = gathered(IGG, *flc(kappa, 10), *igs, result("serum_m_protein", m))
    return figures(czech_smm(seen))


def with_course(cells: object, m: str, haemoglobin: str) -> tuple[object, ...]:
    """Score Ravi 2016 for marrow and the answers of the two definitions."""
    entries = (evolved("EVO-RAVI-EMP", m), evolved("EVO-RAVI-EHB", haemoglobin))
    return figures(ravi.ravi(gathered(IGG, *marrow(cells)), entries, RESERVE))


def by_urine(amount: object, *bands: str) -> tuple[object, ...]:
    """Score the urine M-protein in mg/24 h; ``-`` is a negative immunofixation."""
    measured = () if amount is None else (result("urine_m_protein_24h", amount),)
    seen = [finding("urine_immunofixation", [x for x in bands if x != "-"])] if bands else []
    return figures(urine(gathered(IGG, *measured, *seen)))


def any_feature(cells: object, m: object) -> tuple[object, ...]:
    return figures(features(gathered(IGG, *marrow(cells), result("serum_m_protein", m))))


def leading(
    place: int, cells: object, m: object, ratio: int | D, *found: str
) -> tuple[object, ...]:
    """Score a leading model: 20/2/20, the IMWG 2020 count or its points; all four FISH tested."""
    tests = [Cytogenetic(PartialDate(DAY), name, name in found) for name in ALL_FOUR]
    entries = (*marrow(cells), result("serum_m_protein", m), *flc(10 * ratio, 10))
    evidence = gathered(IGG, *entries, *tests)
    return figures(smm_scores(evidence, Truth.NOT_MET, "smm")[place])


def parts(cells: object, m: object, ratio: object, tested: str) -> tuple[object, ...]:
    """Give total, answer and points of each part; FISH tested and negative, or not tested."""
    names = ALL_FOUR if tested == "tested" else ()
    tests = [Cytogenetic(PartialDate(DAY), name, False) for name in names]
    chains = () if ratio is None else flc(D(str(ratio)) * 10, 10)
    entries = (*marrow(cells), result("serum_m_protein", m), *chains)
    score = smm_scores(gathered(IGG, *entries, *tests), Truth.NOT_MET, "smm")[2]
    said = [(x.state.state, x.note.values[0][1] if x.note else "") for x in score.criteria]
    return score.score_range, *said


def fitting(*found: str) -> str | None:
    """Name the fitting model of an SMM in which these abnormalities were looked for."""
    tests = [Cytogenetic(PartialDate(DAY), name, False) for name in found]
    evidence = gathered(IGG, *marrow(15), *tests)
    return fitting_model(smm_scores(evidence, Truth.NOT_MET, "smm"))


def tested_on(day: str) -> tuple[str, int]:
    """Give the answer of FISH, all four tested on a day, and how many tests are shown."""
    tests = [Cytogenetic(PartialDate(day), name, False) for name in ALL_FOUR]
    found = fish(gathered(IGG, *tests, as_of="2026-06-30"))
    return found.state.state, len(found.inputs)


def reserved(band: str, category: str | None) -> tuple[str | None, tuple[str, ...]]:
    """Give the condition of a score and what else is said of it."""
    reserve = reserve_smm(gathered(serum(band)), category)
    reason = reserve.reason.code if reserve.reason else None
    return reason, tuple(note.code for note in reserve.notes)


def _one(group: str, count: int, *risks: tuple[object, ...]) -> tuple[object, ...]:
    return (group,), (count, count), risks, ()


VECTORS: tuple[Vector, ...] = (
    *rows("Kyle 2018 figures", "MGUS-KYLE-2F", two_factors,
        (serum("IgM-kappa"), 1, 1, _one("igm_factors_0", 0, (240, "19"))),
        (serum("IgM-kappa"), 2, 1, _one("igm_factors_1", 1, (240, "41"))),
        (serum("IgM-kappa"), 2, 2, _one("igm_factors_2", 2, (240, "55"))),
        (IGG, 1, 1, _one("non_igm_factors_0", 0, (240, "7"))),
        (serum("IgA-kappa"), 1, 2, _one("non_igm_factors_1", 1, (240, "20"))),
        (IGG, 2, 2, _one("non_igm_factors_2", 2, (240, "30"))),
        (None, 1, 1, (("igm_factors_0", "non_igm_factors_0"), (0, 0),
            ((240, "19"), (240, "7")), ())),
        (serum("IgG-kappa", "IgM-kappa"), 2, 1, (("igm_factors_1", "non_igm_factors_1"), (1, 1),
            ((240, "41"), (240, "20")), ())),
    ),
    *rows("Czech MGUS figures", "MGUS-CMG", six_factors,
        (0, _one("factors_0", 0, (120, "1.6"))), (1, _one("factors_1", 1, (120, "16.9"))),
        (2, _one("factors_2", 2, (120, "22.9"))), (3, _one("factors_3", 3, (120, "39.4"))),
        (4, _one("factors_4_5", 4, (120, "52.3"))), (5, _one("factors_4_5", 5, (120, "52.3"))),
        (6, _one("factors_6", 6)),
    ),
    *rows("Kyle 2007 figures", "SMM-KYLE2007", by_marrow_and_m,
        (10, 3, (("marrow_and_m",), None, ((60, "69"), (180, "87")), ())),
        (10, 2, (("marrow_only",), None, ((60, "43"), (180, "70")), ())),
        (9, 3, (("m_only",), None, ((60, "15"), (180, "39")), ())),
        (9, 2, ()),
        (10, None, (("marrow_and_m", "marrow_only"), None,
            ((60, "69"), (180, "87"), (60, "43"), (180, "70")), ())),
        (9, None, (("m_only", "not_covered"), None, (), ())),
    ),
    *rows("Mayo 2008 figures", "SMM-MAYO2008", historic,
        (10, 2, 1, (("factors_1",), (1, 1), ((60, "25"),), ("120",))),
        (10, 3, 1, (("factors_2",), (2, 2), ((60, "51"),), ("61.2",))),
        (10, 3, 9, (("factors_3",), (3, 3), ((24, "52"), (60, "76")), ("22.8",))),
        (9, 2, 1, ()),
    ),
    *rows("PETHEMA figures", "SMM-PETHEMA", by_flow,
        (94, 9, _one("factors_0", 0, (60, "4"))), (95, 9, _one("factors_1", 1, (60, "46"))),
        (95, 6, _one("factors_2", 2, (24, "50"), (60, "72"))),
    ),
    *rows("Czech SMM figures", "SMM-CMG", three_factors,
        (10, 9, 2, _one("factors_0", 0)), (310, 9, 2, _one("factors_1", 1)),
        (310, 6, 2, _one("factors_2", 2)),
        (310, 6, "2.3", _one("factors_3", 3, (24, "78.7", "53.1", "95.7"),
            (24, "81.3", "47.1", "98.8"))),
    ),
    *rows("Ravi figures", "SMM-RAVI", with_course,
        (15, "no", "no", (("factors_0",), (0, 0), (), ("147.6",))),
        (20, "no", "no", (("factors_1",), (1, 1), (), ("61.2",))),
        (15, "no", "yes", (("factors_1",), (1, 1), (), ("61.2",))),
        (20, "yes", "no", (("factors_2",), (2, 2), (), ("24",))),
        (15, "yes", "yes", (("factors_evolving",), (2, 2), ((24, "81.5"),), ("24",))),
        (20, "yes", "yes", (("factors_3",), (3, 3), ((24, "90.5"),), ("12",))),
        (15, "unknown", "no", (("factors_0", "factors_1"), (0, 1), (), ("147.6", "61.2"))),
        (20, "unknown", "yes", (("factors_2", "factors_3"), (2, 3), (), ("24", "12"))),
    ),
    *rows("proliferative index", "SMM-PCPI", by_index,
        (("not measured",),),
        ("0.5", (("pcpi_low",), None, ((24, "20"),), ())),
        ("0.51", (("pcpi_high",), None, ((24, "49"),), ())),
        ("0.5", "0.6", (("pcpi_low", "pcpi_high"), None, ((24, "20"), (24, "49")), ())),
    ),
    *rows("Bence Jones figures", "SMM-BJP", by_urine,
        (0, (("urine_none",), None, (), ("88",))),
        (499, (("urine_below_500",), None, (), ("37",))),
        (500, (("urine_500",), None, ((24, "51"),), ("13",))),
        (None, "-", (("urine_none",), None, (), ("88",))),
        (None, "kappa", (("urine_below_500", "urine_500"), None, (), ("37", "13"))),
        (None, (("urine_none", "urine_below_500", "urine_500"), None, (), ("88", "37", "13"))),
        (0, "kappa", (("urine_none", "urine_below_500"), None, (), ("88", "37"))),
        (0, "-", (("urine_none",), None, (), ("88",))),
        ("<30", "-", (("urine_none",), None, (), ("88",))),
        ("<30", "kappa", (("urine_below_500",), None, (), ("37",))),
        (20, "-", (("urine_below_500",), None, (), ("37",))),
    ),
    *rows("high-risk features", "SMM-RAJKUMAR2015", any_feature,
        (10, 3, (("features_any",), None, ((12, "25"),), ())),
        (10, 2, (("features_none", "features_any"), None, (), ())),
        (9, 3, (("features_none",), None, (), ())),
    ),
    *rows("20/2/20 figures", "SMM-MAYO2018", leading,
        (0, 15, 1, 5, (("low",), (0, 0),
            ((24, "9.7", "5.3", "17.1"), (60, "22.5"), (24, "6")), ("110",))),
        (0, 25, 1, 5, (("intermediate",), (1, 1),
            ((24, "26.3", "18.4", "36.2"), (60, "46.7"), (24, "18")), ("68",))),
        (0, 25, "2.1", 5, (("high",), (2, 2),
            ((24, "47.4", "38.6", "56.4"), (60, "81.5"), (24, "44")), ("29",))),
        (0, 20, 2, 20, (("low",), (0, 0),
            ((24, "9.7", "5.3", "17.1"), (60, "22.5"), (24, "6")), ("110",))),
        (0, "20.1", "2.05", D("20.1"), (("high",), (3, 3),
            ((24, "47.4", "38.6", "56.4"), (60, "81.5"), (24, "44")), ("29",))),
        (0, "20.05", 2, D("20.05"), (("high",), (2, 2),
            ((24, "47.4", "38.6", "56.4"), (60, "81.5"), (24, "44")), ("29",))),
        (0, 25, "2.1", 21, (("high",), (3, 3),
            ((24, "47.4", "38.6", "56.4"), (60, "81.5"), (24, "44")), ("29",))),
    ),
    *rows("IMWG 2020 count figures", "SMM-IMWG2020-COUNT", leading,
        (1, 15, 1, 5, _one("low", 0, (24, "6"))),
        (1, 25, 1, 5, _one("low_intermediate", 1, (24, "23"))),
        (1, 25, "2.1", 5, _one("intermediate", 2, (24, "46"))),
        (1, 25, "2.1", 21, _one("high", 3, (24, "63"))),
        (1, 25, "2.1", 21, "t(4;14)", _one("high", 4, (24, "63"))),
    ),
    *rows("IMWG 2020 point figures", "SMM-IMWG2020-POINTS", leading,
        (2, 15, 1, 10, _one("low", 0, (24, "3.8"))), (2, 15, 1, 11, _one("low", 2, (24, "3.8"))),
        (2, 15, 1, 25, _one("low", 2, (24, "3.8"))), (2, 15, 1, 26, _one("low", 3, (24, "3.8"))),
        (2, 15, 1, 40, _one("low", 3, (24, "3.8"))),
        (2, 15, 1, 41, _one("low_intermediate", 5, (24, "26"))),
        # M-protein
        (2, 15, "1.5", 5, _one("low", 0, (24, "3.8"))),
        (2, 15, "1.6", 5, _one("low", 3, (24, "3.8"))),
        (2, 15, "3", 5, _one("low", 3, (24, "3.8"))),
        (2, 15, "3.1", 5, _one("low", 4, (24, "3.8"))),
        # marrow
        (2, "15.1", 1, 5, _one("low", 2, (24, "3.8"))),
        (2, 20, 1, 5, _one("low", 2, (24, "3.8"))), (2, "20.1", 1, 5, _one("low", 3, (24, "3.8"))),
        (2, 30, 1, 5, _one("low", 3, (24, "3.8"))),
        (2, "30.1", 1, 5, _one("low_intermediate", 5, (24, "26"))),
        (2, 40, 1, 5, _one("low_intermediate", 5, (24, "26"))),
        (2, "40.1", 1, 5, _one("low_intermediate", 6, (24, "26"))),
        # FISH, and the ends of the groups
        (2, 15, 1, 5, "t(4;14)", _one("low", 2, (24, "3.8"))),
        (2, 35, "1.6", 5, _one("low_intermediate", 8, (24, "26"))),
        (2, 35, "3.1", 5, _one("intermediate", 9, (24, "51"))),
        (2, 35, "3.1", 30, _one("intermediate", 12, (24, "51"))),
        (2, 50, "3.1", 30, _one("high", 13, (24, "73"))),
        (2, 50, "3.1", 50, "t(4;14)", _one("high", 17, (24, "73"))),
    ),
    *rows("IMWG 2020 parts", "SMM-IMWG2020-POINTS-FISH MISS-FISH", parts,
        (15, 1, 10, "tested", ((0, 0), ("no", "0"), ("no", "0"), ("no", "0"), ("no", "0"))),
        (15, 1, "10.1", "tested", ((2, 2), ("yes", "2"), ("no", "0"), ("no", "0"), ("no", "0"))),
        (15, 1, "10.05", "tested", ((2, 2), ("yes", "2"), ("no", "0"), ("no", "0"), ("no", "0"))),
        (15, 1, "25.1", "tested", ((3, 3), ("yes", "3"), ("no", "0"), ("no", "0"), ("no", "0"))),
        (15, 1, "40.1", "tested", ((5, 5), ("yes", "5"), ("no", "0"), ("no", "0"), ("no", "0"))),
        (25, 2, 5, "", ((6, 8), ("no", "0"), ("yes", "3"), ("yes", "3"), ("unknown", "0–2"))),
        (15, 1, None, "tested",
            ((0, 5), ("unknown", "0–5"), ("no", "0"), ("no", "0"), ("no", "0"))),
    ),
    *rows("fitting model", "MODEL-CHOICE", fitting,
        (*ALL_FOUR, "imwg_2020_factors"), ("t(4;14)", "mayo_20_2_20"), ("mayo_20_2_20",),
    ),
    *rows("day of FISH", "SMM-IMWG2020-FISH", tested_on,
        ("2026-06-29", ("no", 4)), ("2026-06-30", ("no", 4)), ("2026-07-01", ("unknown", 0)),
    ),
    *rows("what is said beside", "SMM-IMWG2020-COUNT", reserved,
        ("IgG-kappa", "smm", (None, ())), ("IgG-kappa", None, ("valid_only_if_smm", ())),
        ("kappa", "smm_light_chain", ("smm_light_chain_caveat", ())),
        ("kappa", None, ("valid_only_if_smm", ("smm_light_chain_caveat",))),
    ),
)  # fmt: skip
