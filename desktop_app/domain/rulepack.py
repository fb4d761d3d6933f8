"""Name the rules in force: a version for people, a hash of every rule for machines."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from desktop_app.domain import trend
from desktop_app.domain.conclusions import RulePack
from desktop_app.domain.criteria import (
    attribution,
    bone,
    calcium,
    clone,
    evidence,
    hemoglobin,
    isotype,
    kidney,
    light_chains,
    m_protein,
    mayo_factors,
    organ_values,
    slim,
    smm_factors,
    warning_signs,
)
from desktop_app.domain.criterion import Cut, Rule
from desktop_app.domain.rulesets.precursor import (
    alerts,
    follow_up,
    mgus_risk,
    missing,
    smm_risk,
)
from desktop_app.domain.rulesets.precursor.diagnosis import (
    categories,
    facts,
    naming,
    presumption,
    settled,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

VERSION = "2026.1"
_MODULES: tuple[ModuleType, ...] = (
    alerts,
    attribution,
    bone,
    calcium,
    categories,
    clone,
    evidence,
    facts,
    follow_up,
    hemoglobin,
    isotype,
    kidney,
    light_chains,
    m_protein,
    mayo_factors,
    mgus_risk,
    missing,
    naming,
    organ_values,
    presumption,
    settled,
    slim,
    smm_factors,
    smm_risk,
    trend,
    warning_signs,
)


def rules() -> tuple[Rule, ...]:
    """Give every rule that stands in code, by ID."""
    found = {
        value.id: value
        for module in _MODULES
        for value in _constants(module)
        if isinstance(value, Rule)
    }
    return tuple(found[key] for key in sorted(found))


def _constants(module: ModuleType) -> Iterator[object]:
    """Give a module's values, and the members of those that are tuples."""
    for value in vars(module).values():
        yield from value if isinstance(value, tuple) else (value,)


@lru_cache(maxsize=1)
def rule_pack() -> RulePack:
    """Give version and hash of the rules in force."""
    return RulePack(VERSION, sha256("\n".join(_lines()).encode()).hexdigest())


def _lines() -> Iterator[str]:
    for rule in rules():
        yield f"{rule.id}|{rule.source}|{rule.status}|{rule.threshold}"
    for module in _MODULES:
        for name, value in sorted(vars(module).items()):
            if name.isupper() or (name.startswith("_") and name[1:].isupper()):
                yield f"{module.__name__}.{name}={_content(value)}"


def _content(value: object) -> str:
    if isinstance(value, Cut):
        return f"{value.op.value}{sorted(value.at.items())}"
    if isinstance(value, frozenset | set):
        return repr(sorted(value))
    return repr(value)
