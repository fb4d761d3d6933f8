"""Make the mutants of a rule module: every operator and number of its constants and functions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType

from tests.domain.mutation.constants import constant_mutants
from tests.domain.mutation.functions import code_key, function_mutants, functions_of

__all__ = ["Mutant", "code_key", "functions_of", "mutants_of"]


@dataclass(frozen=True, slots=True)
class Mutant:
    """Hold one change: where, what, which functions can show it, and how to do and undo it."""

    place: str
    readers: frozenset[str]
    do: Callable[[], None]
    undo: Callable[[], None]


def mutants_of(module: ModuleType, everywhere: tuple[ModuleType, ...]) -> Iterator[Mutant]:
    """Give the mutants of a module; ``everywhere`` are the modules that may read its constants."""
    yield from (Mutant(*parts) for parts in constant_mutants(module, everywhere))
    yield from (Mutant(*parts) for parts in function_mutants(module))
