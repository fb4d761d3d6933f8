"""Hold the intervals of follow-up that the guideline proposes, and those of others beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note, Schedule
from desktop_app.domain.criterion import Rule
from desktop_app.domain.policy import Months

if TYPE_CHECKING:
    from desktop_app.domain.policy import Policy

LOW = Rule("FU-MGUS-LOW", "kyle2010", "primary", "6 months; if stable 24-36")
ONE = Rule("FU-MGUS-1", "kyle2010", "primary", "6 months, then 12")
TWO = Rule("FU-MGUS-2", "kyle2010", "primary", "6 months, then 12")
THREE = Rule("FU-MGUS-3", "kyle2010", "primary", "6 months, then 12")
SMOULDERING = Rule("FU-SMM", "kyle2010", "primary", "2-3 months, then 4-6 for 1 year, then 6-12")
HIGH_RISK = Rule("FU-SMM-HIGH", "kyle2010", "unverified", "2-3 months")
LIGHT_CHAIN = Rule("FU-LC", "kyle2010", "decision", "6 months, then 12")
WALDENSTROM = Rule("FU-SWM", "kyle2012", "decision", "set by the specialist")
RULES = {
    rule.id: rule
    for rule in (LOW, ONE, TWO, THREE, SMOULDERING, HIGH_RISK, LIGHT_CHAIN, WALDENSTROM)
}
# The steps of each rule in months from fewest to most: the first check, then what follows it.
GUIDELINE: Mapping[str, tuple[Months, ...]] = {
    LOW.id: ((6, 6), (24, 36)),
    ONE.id: ((6, 6), (12, 12)),
    TWO.id: ((6, 6), (12, 12)),
    THREE.id: ((6, 6), (12, 12)),
    SMOULDERING.id: ((2, 3), (4, 6), (6, 12)),
    HIGH_RISK.id: ((2, 3),),
    LIGHT_CHAIN.id: ((6, 6), (12, 12)),
}
# What lin2026 prints for the same steps, and what it adds in words.
LIN2026: Mapping[str, tuple[Months, ...]] = {
    LOW.id: ((6, 6), (24, 36)),
    ONE.id: ((12, 12), (12, 12)),
    TWO.id: ((12, 12), (12, 12)),
    THREE.id: ((6, 12), (6, 12)),
    SMOULDERING.id: ((3, 6), (3, 6), (3, 6)),
    HIGH_RISK.id: ((2, 3),),
}
LIN2026_WORDS = {
    TWO.id: Note("lin_consider_marrow"),
    THREE.id: Note("lin_high_risk"),
    SMOULDERING.id: Note("lin_yearly_marrow"),
    HIGH_RISK.id: Note("lin_discuss_trials"),
}
_MGUS = (LOW.id, ONE.id, TWO.id, THREE.id, LIGHT_CHAIN.id)
_SMM = (SMOULDERING.id, HIGH_RISK.id)
# Alternatives in words: whose, for which rules.
ALTERNATIVES: Mapping[str, tuple[tuple[str, ...], Note]] = {
    "ukmf_nmsg": (_MGUS, Note("fu_ukmf_nmsg")),
    "denmark": (_MGUS, Note("fu_denmark")),
    "uptodate": (_SMM, Note("fu_uptodate")),
    "nice": (_SMM, Note("fu_nice")),
    "nccn": (_SMM, Note("fu_nccn")),
}
CLINIC, TEXTBOOK = "clinic", "lin2026"
# The places of the first check and of what follows it, in the steps of MGUS.
FIRST, THEN = 0, 1


@dataclass(frozen=True, slots=True)
class Plan:
    """Hold the interval of one step of a rule: who set it, and what others propose."""

    months: Months
    schedule: Schedule
    beside: tuple[Schedule, ...]


def steps_of(rule: str, policy: Policy) -> tuple[Months, ...]:
    """Give the clinic's steps of a rule, or the guideline's where it set none, or not as many."""
    steps = GUIDELINE[rule]
    own = policy.intervals.get(rule, steps)
    return own if len(own) == len(steps) else steps


def planned(rule: str, step: int, policy: Policy) -> Plan:
    """Give the interval of a step, the clinic's before the guideline's, and those beside it."""
    guideline = Schedule(rule, RULES[rule].source, GUIDELINE[rule][step])
    months = steps_of(rule, policy)[step]
    others = _others(rule, step)
    if months == guideline.interval_months:
        return Plan(months, guideline, others)
    return Plan(months, Schedule(rule, CLINIC, months), (guideline, *others))


def _others(rule: str, step: int) -> tuple[Schedule, ...]:
    found: list[Schedule] = []
    if rule in LIN2026:
        words = LIN2026_WORDS.get(rule)
        found.append(Schedule(rule, TEXTBOOK, LIN2026[rule][step], words))
    found += [
        Schedule(rule, by, None, words)
        for by, (rules, words) in ALTERNATIVES.items()
        if rule in rules
    ]
    return tuple(found)
