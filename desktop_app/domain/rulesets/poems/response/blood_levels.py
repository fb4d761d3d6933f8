"""Judge the levels of blood on one day, and whether its M-protein rose (RESP-POEMS-CRH to -PDH)."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.criterion import Op, Rule
from desktop_app.domain.rulesets.poems.response.holding import NE, Levels
from desktop_app.domain.truth import Truth
from desktop_app.domain.worlds import possible_outcomes

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.criteria.spans import Span
    from desktop_app.domain.rulesets.poems.response.blood_days import BloodDay, BloodLine

CR = Rule(
    "RESP-POEMS-CRH", "poems2025", "source-doc", "serum and urine IFE negative and marrow normal"
)
VGPR = Rule("RESP-POEMS-VGPRH", "poems2025", "source-doc", "base >= 5 g/L and fall > 90 %")
PR = Rule("RESP-POEMS-PRH", "poems2025", "source-doc", "base >= 10 g/L and fall > 50 %")
NR = Rule("RESP-POEMS-NRH", "poems2025", "source-doc", "not PRH")
PD = Rule("RESP-POEMS-PDH", "poems2025", "source-doc", "2 samples; rise > 25 % and >= 5 g/L")
CR_H, VGPR_H, PR_H, NR_H, PD_H = "CR_H", "VGPR_H", "PR_H", "NR_H", "PD_H"
LEVELS = Levels(
    "hematologic", (CR_H, VGPR_H, PR_H, NR_H), frozenset({CR_H, VGPR_H, PR_H}), PD_H, stays=True
)
RULES = {CR_H: CR, VGPR_H: VGPR, PR_H: PR, NR_H: NR}
# In g/L: what the base must hold, and what is left of it after a fall by 90 and by 50 %.
VGPR_LEAST, PR_LEAST = D(5), D(10)
TENTH, HALF = D("0.1"), D("0.5")
RISE, STEP, NONE = D("1.25"), D(5), D(0)
DEEP, HALVED, LITTLE = "deep", "halved", "little"
LOW, MIDDLE, HIGH = "low", "middle", "high"
_STATES = {Truth.MET: ("yes",), Truth.NOT_MET: ("no",), Truth.UNKNOWN: ("yes", "no")}


def complete(line: BloodLine, day: BloodDay) -> Truth:
    """Tell whether a day is a CRH; unknown where only the marrow is missing (RESP-POEMS-CRH).

    Without a band at baseline the marrow must be normal again: nothing else can tell.
    """
    with_band = day.cleared & (~line.marrow | ~day.marrow)
    no_band_left = Truth.of(day.serum_positive is not Truth.MET and not _urine_seen(day))
    without_band = line.marrow & ~day.marrow & no_band_left
    return (line.positive & with_band) | (~line.positive & without_band)


def _urine_seen(day: BloodDay) -> bool:
    return day.urine is not None and day.urine.positive is Truth.MET


def base_span(line: BloodLine, day: BloodDay) -> Span | None:
    """Give the M-protein at baseline in g/L, of the series that was measured on the day if any."""
    base = line.base if day.m is None else day.m.base
    return None if base is None else base.span


def size(base: Span | None) -> tuple[str, ...]:
    """Give the ranges in which the base may lie: they tell which levels can be judged."""
    if base is None:
        return LOW, MIDDLE, HIGH
    middle, high = base.stands(Op.GE, VGPR_LEAST), base.stands(Op.GE, PR_LEAST)
    bins = ((LOW, ~middle), (MIDDLE, middle & ~high), (HIGH, high))
    return tuple(name for name, met in bins if met is not Truth.NOT_MET)


def fall(now: Span | None, base: Span | None, op: Op) -> tuple[str, ...]:
    """Give how deep the M-protein may have fallen; ``op`` tells whether the cut is within."""
    if now is None or base is None:
        return DEEP, HALVED, LITTLE
    deep, half = (now.minus(base, part).stands(op, NONE) for part in (TENTH, HALF))
    bins = ((DEEP, deep), (HALVED, half & ~deep), (LITTLE, ~half))
    return tuple(name for name, met in bins if met is not Truth.NOT_MET)


def levels_of(line: BloodLine, day: BloodDay, op: Op) -> frozenset[str]:
    """Give every level that is possible, progression apart."""
    base = base_span(line, day)
    facts = {
        "band": _STATES[line.positive],
        "complete": _STATES[complete(line, day)],
        "base": size(base),
        "fall": fall(day.amount, base, op),
    }
    return possible_outcomes(_decide, facts).possible


def _decide(ask: Callable[[str], str]) -> frozenset[str]:
    if ask("complete") == "yes":
        return frozenset({CR_H})
    if ask("band") == "no":
        return frozenset({NE})
    base = ask("base")
    if base != LOW and ask("fall") == DEEP:
        return frozenset({VGPR_H})
    if base == HIGH and ask("fall") == HALVED:
        return frozenset({PR_H})
    return frozenset({NR_H})


def risen(now: Span, nadir: Span, op: Op) -> Truth:
    """Tell whether the M-protein rose to progression from its nadir (RESP-POEMS-PDH)."""
    percent = now.minus(nadir, RISE).stands(op, NONE)
    return percent & now.minus(nadir).stands(Op.GE, STEP)


def at_edge(line: BloodLine, day: BloodDay) -> bool:
    """Tell whether a value lies exactly on a cut that decides (RESP-POEMS-BOUNDARY)."""
    base, now = base_span(line, day), day.amount
    if now is None or now.number is None:
        return False
    number = None if base is None else base.number
    sizes = size(base)
    if number is not None and sizes != (LOW,) and now.number == number * TENTH:
        return True
    if number is not None and sizes == (HIGH,) and now.number == number * HALF:
        return True
    nadir = None if day.m is None else day.m.nadir
    if nadir is None or nadir.number is None or now.number != nadir.number * RISE:
        return False
    return now.minus(nadir).stands(Op.GE, STEP) is Truth.MET


def by_mayo(line: BloodLine, day: BloodDay) -> frozenset[str]:
    """Give the levels of Mayo's set, with the cuts within: for display only."""
    nadir = None if day.m is None else day.m.nadir
    now = day.amount
    if nadir is not None and now is not None and risen(now, nadir, Op.GE) is Truth.MET:
        return frozenset({PD_H})
    return levels_of(line, day, Op.LE)
