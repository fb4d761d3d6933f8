"""Give the boundaries of follow-up and work-up: intervals, when they change, what is due or old."""

from __future__ import annotations

from datetime import date
from functools import partial

from desktop_app.domain.assessment import assess
from desktop_app.domain.conclusions import Evolving, FollowUp
from desktop_app.domain.criteria.intervals import GUIDELINE, planned
from desktop_app.domain.criteria.next_tests import next_tests
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.policy import PUBLISHED, Months, Policy
from desktop_app.domain.record import Cytogenetic
from desktop_app.domain.rulesets.precursor.alerts import alerts
from desktop_app.domain.truth import Truth
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import (
    DAY,
    assessed,
    catalogue,
    ct,
    finding,
    flattened,
    flc,
    gathered,
    history,
    labs,
    marrow,
    mri,
    plasmacytoma,
    record,
    result,
    serum,
)

IGG, IGA, IGM = serum("IgG-kappa"), serum("IgA-kappa"), serum("IgM-kappa")
KAPPA = serum("kappa")
NORMAL, ABNORMAL = result("flc_ratio", 1), result("flc_ratio", 3)
LOW = (IGG, result("serum_m_protein", "1.0"), NORMAL, labs())
ONE = (IGA, result("serum_m_protein", "1.0"), NORMAL, labs())
TWO = (IGA, result("serum_m_protein", "1.0"), ABNORMAL, labs())
THREE = (IGA, result("serum_m_protein", "1.6"), ABNORMAL, labs())
LIGHT = (KAPPA, flc(40, 10), marrow(5), finding("urine_immunofixation", []), labs())
CLEAR = (ct(), mri())
SMM = (IGG, result("serum_m_protein", "1.0"), flc(50, 10), marrow(12), labs(), CLEAR)
HIGH = (IGG, result("serum_m_protein", "2.1"), flc(210, 10), marrow(12), labs(), CLEAR)
MAYBE = (IGG, result("serum_m_protein", "2.1"), marrow(12), labs(), CLEAR, history("smm", DAY))
GROUPS = {"low": LOW, "one": ONE, "two": TWO, "three": THREE, "light": LIGHT}


def plan(*entries: object, policy: Policy = PUBLISHED) -> FollowUp:
    whole = record(*flattened(entries))
    day = PartialDate("2026-06-30").last
    return assess(whole, day, catalogue=catalogue(), policy=policy).follow_up


def since(group: str, first: str) -> tuple[str, Months | None]:
    """Give rule and months of a group whose first M-protein was on a day."""
    entries = GROUPS[group]
    same = "1.6" if group == "three" else "1.0"
    begun = flc(40, 10) if group == "light" else (result("serum_m_protein", same),)
    earlier = tuple(result(x.code, x.value, on=first) for x in begun)
    found = plan(*entries, earlier)
    return (found.schedule.rule if found.schedule else ""), found.interval_months


def not_stable() -> Months | None:
    """Give the interval of low risk of long standing whose M-protein has doubled."""
    return plan(*LOW, result("serum_m_protein", "0.5", on="2020-01-01")).interval_months


def smouldering(first: str) -> Months | None:
    return plan(*SMM, history("smm", first)).interval_months


def risk(m: object, iu: object, percent: object) -> str | None:
    """Give the rule for smouldering myeloma with three factors of 20/2/20."""
    chains = () if iu is None else flc(iu, 1)
    facts = (IGG, result("serum_m_protein", m), *chains, marrow(percent), labs(), CLEAR)
    schedule = plan(*facts, history("smm", "2020-01-01")).schedule
    return schedule.rule if schedule else None


def step(rule: str, place: int) -> tuple[Months, ...]:
    """Give the guideline's interval of a step, then those of others that are numbers."""
    found = planned(rule, place, PUBLISHED)
    others = (x.interval_months for x in found.beside if x.interval_months is not None)
    return (found.months, *others)


def clinic(rule: str, *steps: Months) -> tuple[Months | None, str]:
    """Give what is proposed for low risk of long standing where the clinic set its own steps."""
    begun = result("serum_m_protein", "1.0", on="2020-01-01")
    found = plan(*LOW, begun, policy=Policy(intervals={rule: steps}))
    return found.interval_months, (found.schedule.by if found.schedule else "")


def clinic_first_check(first: str) -> Months | None:
    """Give the interval where the clinic's first check comes after 2 to 4 months."""
    own = Policy(intervals={"FU-MGUS-1": ((2, 4), (9, 12))})
    earlier = result("serum_m_protein", "1.0", on=first)
    return plan(*ONE, earlier, policy=own).interval_months


def clinic_smouldering(first: str) -> Months | None:
    own = Policy(intervals={"FU-SMM": ((1, 2), (3, 4), (5, 6))})
    return plan(*SMM, history("smm", first), policy=own).interval_months


def yearly(on: str | None) -> bool:
    """Tell whether NT-proBNP is due on 1 June 2027, with an earlier one on a day."""
    before = () if on is None else (result("nt_probnp", 100, on=on),)
    evidence = gathered(*flattened((*TWO, *before)))
    return "nt_probnp" in next_tests(evidence, "mgus_non_igm", Truth.UNKNOWN, date(2027, 6, 1))


def aged(on: str) -> str:
    """Give the state of electrophoresis of a day, on 30 June 2026."""
    items = assessed(result("serum_m_protein", 1, on=on)).workup
    return next(x.state for x in items if x.item == "spep")


def aged_twice(*days: str) -> str:
    entries = (result("serum_m_protein", 1, on=on) for on in days)
    return next(x.state for x in assessed(*entries).workup if x.item == "spep")


def item(name: str, *entries: object) -> str | None:
    """Give the state of a test of the work-up; None where nothing asks for it."""
    return next((x.state for x in assessed(*entries).workup if x.item == name), None)


def light_marrow(ratio: object, kappa: object) -> str | None:
    """Say whether light chains alone ask for a marrow."""
    chains = (result("flc_ratio", ratio), result("flc_kappa", kappa))
    return item("marrow", KAPPA, *chains, finding("urine_immunofixation", []), labs())


def light_marrow_lambda(ratio: object) -> str | None:
    chains = (result("flc_ratio", ratio), result("flc_lambda", 90))
    bands = serum("lambda"), finding("urine_immunofixation", [])
    return item("marrow", *bands, *chains, labs())


def raised(alert: str, *entries: object) -> str | None:
    """Give the level of an alert; None where it is not raised."""
    return next((x.level for x in assessed(*entries).alerts if x.id == alert), None)


def cast_unlikely(kappa: object, unit: str = "mg/L") -> str | None:
    chains = (result("flc_kappa", kappa, unit), result("flc_lambda", 10))
    return raised("MM-CRAB-RENAL", IGG, *chains, labs(creatinine=3))


def bence_jones(urine: object, percent: object = 5, unit: str = "mg/(24.h)") -> str | None:
    entries = (KAPPA, flc(40, 10), marrow(percent), labs())
    return raised("SMM-LC-DX", *entries, result("urine_m_protein_24h", urine, unit))


def evolving(state: str, *, confirmed: bool) -> str | None:
    """Give the level of the alert on evolving disease."""
    answer = {"yes": Truth.MET, "no": Truth.NOT_MET, "unknown": Truth.UNKNOWN}[state]
    entry = Evolving("EVO-WU", answer, confirmed)
    conclusion = assessed(*LOW)
    found = alerts(gathered(*flattened(LOW)), conclusion.diagnosis, conclusion.mgrs, (entry,))
    return next((x.level for x in found if x.id == "EVO-ENGINE"), None)


FISH = ("t(4;14)", "t(14;16)", "t(11;14)", "gain(1q)", "del(13q)", "del(17p)", "del(1p32)")


def fish(*missing: str, on: str = "2026-06-30") -> str | None:
    tests = (Cytogenetic(PartialDate(on), x, False) for x in FISH if x not in missing)
    return item("fish", *SMM, *tests)


def asked(*entries: object) -> tuple[str, ...]:
    """Give the tests that would settle the diagnosis."""
    return tuple(x.code for x in assessed(*entries).missing if "diagnosis" in x.settles)


FU = " ".join(GUIDELINE)
VECTORS: tuple[Vector, ...] = (
    # The last visit is 1 June 2026: the first check is over six months after the first value.
    *rows(
        "MGUS, first check and then",
        FU,
        since,
        ("low", "2025-12-02", ("FU-MGUS-LOW", (6, 6))),
        ("low", "2025-12-01", ("FU-MGUS-LOW", (24, 36))),
        ("one", "2025-12-02", ("FU-MGUS-1", (6, 6))),
        ("one", "2025-12-01", ("FU-MGUS-1", (12, 12))),
        ("two", "2025-12-02", ("FU-MGUS-2", (6, 6))),
        ("two", "2025-12-01", ("FU-MGUS-2", (12, 12))),
        ("three", "2025-12-02", ("FU-MGUS-3", (6, 6))),
        ("three", "2025-12-01", ("FU-MGUS-3", (12, 12))),
        ("light", "2025-12-02", ("FU-LC", (6, 6))),
        ("light", "2025-12-01", ("FU-LC", (12, 12))),
    ),
    *rows("low risk that is not stable", "FU-MGUS-LOW", not_stable, ((6, 6),)),
    *rows(
        "smouldering myeloma, by the time since its diagnosis",
        "FU-SMM",
        smouldering,
        ("2026-03-02", (2, 3)),
        ("2026-03-01", (4, 6)),
        ("2025-03-02", (4, 6)),
        ("2025-03-01", (6, 12)),
    ),
    *rows(
        "20/2/20 high, settled or possible",
        "FU-SMM FU-SMM-HIGH",
        risk,
        ("2.0", 20, 20, "FU-SMM"),
        ("2.1", 20, 20, "FU-SMM"),
        ("2.0", "20.1", 20, "FU-SMM"),
        ("2.0", 20, "20.1", "FU-SMM"),
        ("2.1", "20.1", 20, "FU-SMM-HIGH"),
        ("2.1", 20, "20.1", "FU-SMM-HIGH"),
        ("2.0", "20.1", "20.1", "FU-SMM-HIGH"),
        ("2.1", None, 20, "FU-SMM-HIGH"),
        ("2.0", None, 20, "FU-SMM"),
    ),
    *rows(
        "guideline, and lin2026 beside it",
        FU,
        step,
        ("FU-MGUS-LOW", 0, ((6, 6), (6, 6))),
        ("FU-MGUS-LOW", 1, ((24, 36), (24, 36))),
        ("FU-MGUS-1", 0, ((6, 6), (12, 12))),
        ("FU-MGUS-1", 1, ((12, 12), (12, 12))),
        ("FU-MGUS-2", 0, ((6, 6), (12, 12))),
        ("FU-MGUS-2", 1, ((12, 12), (12, 12))),
        ("FU-MGUS-3", 0, ((6, 6), (6, 12))),
        ("FU-MGUS-3", 1, ((12, 12), (6, 12))),
        ("FU-SMM", 0, ((2, 3), (3, 6))),
        ("FU-SMM", 1, ((4, 6), (3, 6))),
        ("FU-SMM", 2, ((6, 12), (3, 6))),
        ("FU-SMM-HIGH", 0, ((2, 3), (2, 3))),
        ("FU-LC", 0, ((6, 6),)),
        ("FU-LC", 1, ((12, 12),)),
    ),
    *rows(
        "the clinic's own steps",
        "FU-MGUS-LOW",
        clinic,
        ("FU-MGUS-LOW", (3, 4), (12, 18), ((12, 18), "clinic")),
        ("FU-MGUS-LOW", (6, 6), (24, 36), ((24, 36), "kyle2010")),
        ("FU-MGUS-LOW", (3, 4), ((24, 36), "kyle2010")),
        ("FU-MGUS-1", (3, 4), (9, 9), ((24, 36), "kyle2010")),
    ),
    *rows(
        "the clinic's first check ends after its most months",
        "FU-MGUS-1",
        clinic_first_check,
        ("2026-02-02", (2, 4)),
        ("2026-02-01", (9, 12)),
    ),
    *rows(
        "the clinic's steps of smouldering myeloma",
        "FU-SMM",
        clinic_smouldering,
        ("2026-04-02", (1, 2)),
        ("2026-04-01", (3, 4)),
        ("2025-04-02", (3, 4)),
        ("2025-04-01", (5, 6)),
    ),
    *rows(
        "NT-proBNP yearly while the light chains are abnormal",
        "WORKUP-TABLE FU-MGUS-2",
        yearly,
        (None, True),
        ("2026-06-01", True),
        ("2026-06-02", False),
    ),
    *rows(
        "work-up, old after 12 months",
        "WORKUP-LIN DX-TIME",
        aged,
        ("2025-06-30", "done"),
        ("2025-06-29", "old"),
        ("2026-06-30", "done"),
        ("2025", "done"),
        ("2024", "old"),
    ),
    *rows(
        "work-up, the newest of several",
        "WORKUP-LIN",
        aged_twice,
        ("2020-01-01", "2026-01-01", "done"),
        ("2020-01-01", "2020-02-01", "2026-01-01", "done"),
        ("2020-01-01", "2021-01-01", "old"),
    ),
    *rows(
        "marrow for light chains alone, kappa",
        "WORKUP-TABLE",
        light_marrow,
        (8, 80, None),
        ("8.1", 81, "due"),
        ("7.9", 79, None),
    ),
    *rows(
        "marrow for light chains alone, lambda",
        "WORKUP-TABLE",
        light_marrow_lambda,
        ("0.125", None),
        ("0.124", "due"),
        ("0.126", None),
    ),
    *rows("FISH, every abnormality", "WORKUP-TABLE", fish, ("done",), ("del(1p32)", "due")),
    *rows(
        "FISH of a day",
        "WORKUP-TABLE",
        lambda day: fish(on=day),
        (DAY, "done"),
        ("2026-07-01", "due"),
        ("2025-06-29", "old"),
    ),
    *rows(
        "a settled diagnosis asks for nothing",
        "MM-DX",
        asked,
        (IGM, marrow(12), plasmacytoma(), ct(2), ()),
        (*LOW, marrow(5), ()),
        (*LOW, ("marrow_plasma_cells", "bone_lytic_ct", "mri_focal_lesions")),
    ),
    *rows(
        "cast nephropathy unlikely below",
        "MM-CRAB-RENAL",
        cast_unlikely,
        (499, "warning"),
        (500, None),
        (501, None),
        ("49.9", "mg/dL", "warning"),
        (50, "mg/dL", None),
        ("<500", "warning"),
    ),
    *rows(
        "Bence Jones proteinuria below the cut of SMM",
        "SMM-LC-DX",
        bence_jones,
        (199, None),
        (200, "info"),
        (499, "info"),
        (500, None),
        ("0.2", 5, "g/(24.h)", "info"),
        ("0.199", 5, "g/(24.h)", None),
        (300, "9.9", "info"),
        (300, 10, None),
    ),
)
EVOLVING = tuple(
    Vector(
        f"evolving, {state}, confirmed {confirmed}",
        ("EVO-ENGINE",),
        partial(evolving, state, confirmed=confirmed),
        expected,
    )
    for state, confirmed, expected in (
        ("yes", True, "warning"),
        ("yes", False, "info"),
        ("no", False, None),
        ("unknown", False, None),
    )
)
VECTORS = (*VECTORS, *EVOLVING)
