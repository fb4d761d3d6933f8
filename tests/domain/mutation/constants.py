"""Mutate the constants of a module in place: operators and numbers of cuts, tables and tuples."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import partial
from types import CodeType, ModuleType

from desktop_app.domain.criterion import Op
from tests.domain.mutation.functions import code_key, functions_of
from tests.domain.mutation.steps import OPERATORS, stepped

Put = Callable[[object], None]
Parts = tuple[str, frozenset[str], Callable[[], None], Callable[[], None]]


def constant_mutants(module: ModuleType, everywhere: tuple[ModuleType, ...]) -> Iterator[Parts]:
    """Give a mutant for every operator and number below the names that the module assigns.

    A constant that no function reads only builds other constants, which are mutated themselves.
    """
    for name in _assigned(module):
        value = vars(module)[name]
        readers = _readers(name, value, everywhere)
        if not readers:
            continue
        for path, leaf, put in _leaves(value, _rebinding(name, value, everywhere)):
            for other in _others(leaf):
                place = f"{module.__name__}.{name}{path}: {_shown(leaf)} -> {_shown(other)}"
                yield place, readers, partial(put, other), partial(put, leaf)


def _assigned(module: ModuleType) -> list[str]:
    """Give the names that the module's own lines assign, imports left out."""
    names: list[str] = []
    for node in ast.parse(inspect.getsource(module)).body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign):
            targets = [node.target]
        for target in targets:
            names += [x.id for x in ast.walk(target) if isinstance(x, ast.Name)]
    return [name for name in names if not isinstance(vars(module)[name], type)]


def _readers(name: str, value: object, everywhere: tuple[ModuleType, ...]) -> frozenset[str]:
    return frozenset(
        code_key(function.__code__)
        for module in everywhere
        for function in functions_of(module).values()
        if name in _names(function.__code__)
        or any(default is value for default in function.__defaults__ or ())
    )


def _names(code: CodeType) -> set[str]:
    inner = (each for each in code.co_consts if isinstance(each, CodeType))
    return set(code.co_names).union(*map(_names, inner))


def _rebinding(name: str, value: object, everywhere: tuple[ModuleType, ...]) -> Put:
    """Put another value wherever the name stands for this one, default arguments too."""
    holders = [vars(module) for module in everywhere if vars(module).get(name) is value]
    defaults = [
        (function, place)
        for module in everywhere
        for function in functions_of(module).values()
        for place, default in enumerate(function.__defaults__ or ())
        if default is value and isinstance(value, tuple | Decimal | Op)
    ]

    def put(new: object) -> None:
        for holder in holders:
            holder[name] = new
        for function, place in defaults:
            given = function.__defaults__ or ()
            function.__defaults__ = (*given[:place], new, *given[place + 1 :])

    return put


def _leaves(value: object, put: Put) -> Iterator[tuple[str, object, Put]]:
    """Give every operator and number below a value, with its path and how to put another there."""
    if isinstance(value, int | Decimal | Op) and not isinstance(value, bool):
        yield "", value, put
    elif isinstance(value, dict):
        for key, item in value.items():
            for path, leaf, inner in _leaves(item, partial(value.__setitem__, key)):
                yield f"[{key!r}]{path}", leaf, inner
    elif isinstance(value, tuple):
        current = list(value)

        def replaced(place: int, new: object) -> None:
            current[place] = new
            named = hasattr(value, "_make")  # a tuple with names keeps them
            put(type(value)._make(current) if named else tuple(current))

        for place, item in enumerate(value):
            for path, leaf, inner in _leaves(item, partial(replaced, place)):
                yield f"[{place}]{path}", leaf, inner
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            setting = partial(object.__setattr__, value, field.name)
            for path, leaf, inner in _leaves(getattr(value, field.name), setting):
                yield f".{field.name}{path}", leaf, inner


def _others(leaf: object) -> tuple[object, ...]:
    if isinstance(leaf, Op):
        return OPERATORS[leaf]
    assert isinstance(leaf, int | Decimal)
    return stepped(leaf)


def _shown(leaf: object) -> str:
    return leaf.value if isinstance(leaf, Op) else str(leaf)
