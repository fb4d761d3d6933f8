"""Run the boundary vectors against mutants until one notices; say which mutants nobody notices."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterable
from functools import _lru_cache_wrapper, cache
from types import FrameType, ModuleType

from desktop_app.domain import assessment, criteria, criterion, derived, rulesets, trend
from desktop_app.domain.rulepack import rules_of
from tests.domain import boundaries
from tests.domain.boundaries import Vector
from tests.domain.mutation.mutants import Mutant, code_key, mutants_of

_DOMAIN = "desktop_app/domain/"


@cache
def modules() -> tuple[ModuleType, ...]:
    """Give every module in which rules stand, found by walking the packages."""
    found = [
        importlib.import_module(each.name)
        for package in (criteria, rulesets)
        for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if not each.ispkg
    ]
    return (*found, criterion, derived, trend)


@cache
def vectors() -> tuple[Vector, ...]:
    """Give the vectors of every module beside this package."""
    names = sorted(each.name for each in pkgutil.iter_modules(boundaries.__path__))
    found = [importlib.import_module(f"{boundaries.__name__}.{name}") for name in names]
    return tuple(vector for module in found for vector in module.VECTORS)


def holds(vector: Vector) -> bool:
    """Tell whether a vector gives what the rule book says; an error is a wrong answer."""
    try:
        return bool(vector.ask() == vector.expected)
    except Exception:  # noqa: BLE001 - whatever a mutant breaks, it is noticed
        return False


def _walked(vector: Vector) -> frozenset[str]:
    """Give the rule functions that a vector runs through: only it can notice a change in those."""
    seen: set[str] = set()

    def on_call(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and _DOMAIN in frame.f_code.co_filename:
            seen.add(code_key(frame.f_code))

    measuring = sys.getprofile()
    sys.setprofile(on_call)
    try:
        vector.ask()
    finally:
        sys.setprofile(measuring)
    return frozenset(seen)


class Hunt:
    """Ask the vectors about mutants: those that noticed one of the module before, then its own.

    Of equal ones the vector that runs through the fewest functions is asked first: it is about
    what was changed, and quick.
    """

    def __init__(self, asked: tuple[Vector, ...]) -> None:
        self._vectors = asked
        # Walked once, while nothing is changed.
        self._walked = tuple(map(_walked, self._vectors))
        self._caches = [
            value
            for module in modules()
            for value in vars(module).values()
            if isinstance(value, _lru_cache_wrapper)
        ]

    def survivors(self, module: ModuleType) -> list[str]:
        """Give the places of the mutants of a module that no vector notices."""
        own = {rule.id for rule in rules_of(module)}
        order = [
            (not own.intersection(vector.rules), len(walked))
            for vector, walked in zip(self._vectors, self._walked, strict=True)
        ]
        noticed = [0] * len(order)
        survivors: list[str] = []
        for mutant in mutants_of(module, (*modules(), assessment)):
            able = [n for n, walked in enumerate(self._walked) if walked & mutant.readers]
            able.sort(key=lambda n: (-noticed[n], order[n]))
            caught = self._caught(mutant, able)
            if caught is None:
                survivors.append(mutant.place)
            else:
                noticed[caught] += 1
        return survivors

    def _caught(self, mutant: Mutant, able: Iterable[int]) -> int | None:
        """Give the first vector that notices a mutant; the world is as before afterwards."""
        mutant.do()
        self._forget()
        try:
            return next((n for n in able if not holds(self._vectors[n])), None)
        finally:
            mutant.undo()
            self._forget()

    def _forget(self) -> None:
        """Empty the caches of the rules, which must not carry an answer past a mutant."""
        for each in self._caches:
            each.cache_clear()
