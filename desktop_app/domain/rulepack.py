"""Name the rules in force: a version for people, a hash of every rule for machines."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from types import GenericAlias, ModuleType
from typing import TYPE_CHECKING

from desktop_app.domain.canonical import canonical
from desktop_app.domain.conclusions import RulePack
from desktop_app.domain.criteria.poems import tier_logic
from desktop_app.domain.criterion import Rule
from desktop_app.domain.rule_modules import MODULES
from desktop_app.domain.rulesets.myeloma.staging import iss, r_iss
from desktop_app.domain.rulesets.precursor.diagnosis import categories, facts
from desktop_app.domain.worlds import World, possible_outcomes

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = "2026.5"

# Decisions over plain facts, each with every value that a fact may have.
DECISIONS = {
    "category": (categories.category, facts.VALUES),
    "iss": (iss.stage, iss.VALUES),
    "r_iss": (r_iss.stage, r_iss.VALUES),
    "poems_tier": (tier_logic.tier, tier_logic.VALUES),
}


def modules() -> tuple[ModuleType, ...]:
    """Give every module in which rules stand, in the order of their names."""
    return MODULES


def rules() -> tuple[Rule, ...]:
    """Give every rule that stands in code, by ID."""
    found = {rule.id: rule for module in MODULES for rule in rules_of(module)}
    return tuple(found[key] for key in sorted(found))


def rules_of(module: ModuleType) -> Iterator[Rule]:
    """Give the rules that a module holds, also within tuples and tables."""
    for value in vars(module).values():
        yield from _held(value)


def _held(value: object) -> Iterator[Rule]:
    if isinstance(value, Rule):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _held(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _held(item)


def constants(module: ModuleType) -> dict[str, object]:
    """Give the values that a module computes with, by name: cuts, numbers, tables, lists of codes.

    What it only imports is given by the module that holds it as well, and does no harm here.
    """
    return {
        name: value
        for name, value in vars(module).items()
        if name.strip("_").isupper() and name != "TYPE_CHECKING"
        if not isinstance(value, type | ModuleType | GenericAlias)
    }


@lru_cache(maxsize=1)
def rule_pack() -> RulePack:
    """Give version and hash of the rules in force."""
    return RulePack(VERSION, sha256(content().encode()).hexdigest())


def content() -> str:
    """Write what the rules are as canonical JSON: the sheets, the constants, the truth tables.

    A truth table is a function of plain facts with what it gives in every world, so that a changed
    decision changes the hash although no threshold moved.
    """
    return canonical(
        {
            "rules": rules(),
            "constants": {module.__name__: constants(module) for module in MODULES},
            "decisions": {name: truth_table(name) for name in DECISIONS},
        }
    )


def truth_table(name: str) -> tuple[World, ...]:
    """Give every world that a decision tells apart: the facts it asked for, and its outcome."""
    return possible_outcomes(*DECISIONS[name]).worlds
