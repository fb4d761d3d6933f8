"""Lift an ordinary decision over facts to the set of outcomes that unknown facts leave open.

A category is written as a plain function that asks for the facts it needs, next to the paper's
words. Every completion of the facts that it asks for is tried; facts that it does not ask for in a
branch cost nothing there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class World:
    """Hold one completion: the open facts that were asked for with their value, and the outcome."""

    assumed: tuple[tuple[str, str], ...]
    outcome: frozenset[str]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Hold all completions of the unknown facts."""

    worlds: tuple[World, ...]

    @property
    def possible(self) -> frozenset[str]:
        """Give every outcome that some completion gives."""
        return frozenset().union(*(world.outcome for world in self.worlds))

    @property
    def open_facts(self) -> frozenset[str]:
        """Give the unknown facts whose value changes what follows in some completion."""
        branches: dict[tuple[object, str], dict[str, set[object]]] = {}
        for world in self.worlds:
            for place, (fact, value) in enumerate(world.assumed):
                key = (world.assumed[:place], fact)
                rest = (world.assumed[place + 1 :], world.outcome)
                branches.setdefault(key, {}).setdefault(value, set()).add(rest)
        return frozenset(
            fact
            for (_, fact), by_value in branches.items()
            if len({frozenset(rest) for rest in by_value.values()}) > 1
        )

    def after(self, fact: str, value: str) -> frozenset[str]:
        """Give what stays possible once a fact is known to have a value."""
        left = (
            world.outcome
            for world in self.worlds
            if all(name != fact or assumed == value for name, assumed in world.assumed)
        )
        return frozenset().union(*left)

    def spread(self, fact: str) -> float:
        """Give the mean number of outcomes left once the fact is known: less is more useful."""
        values = sorted({v for world in self.worlds for name, v in world.assumed if name == fact})
        return sum(len(self.after(fact, value)) for value in values) / len(values)


def possible_outcomes(
    decide: Callable[[Callable[[str], str]], frozenset[str]],
    facts: Mapping[str, tuple[str, ...]],
) -> Outcomes:
    """Run a decision under every completion of the facts that it asks for.

    Args:
        decide: a pure function of the facts it asks for, by name.
        facts: the values that each fact may still have; one value where it is known.
    """
    worlds: list[World] = []
    pending: list[tuple[tuple[str, str], ...]] = [()]
    while pending:
        prefix = pending.pop()
        assumed = dict(prefix)

        def ask(fact: str, assumed: dict[str, str] = assumed) -> str:
            values = facts[fact]
            if len(values) == 1:
                return values[0]
            if fact not in assumed:
                here = tuple(assumed.items())
                pending.extend((*here, (fact, value)) for value in reversed(values[1:]))
                assumed[fact] = values[0]
            return assumed[fact]

        outcome = decide(ask)
        worlds.append(World(tuple(assumed.items()), outcome))
    return Outcomes(tuple(worlds))
