"""Read what a rule module computes with: names, the comments above them, and values in words."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from types import ModuleType

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criterion import Cut, Rule
from desktop_app.domain.unit_label import unit_label


@dataclass(frozen=True, slots=True)
class Constant:
    """Hold one value by name, with what the code says above it."""

    name: str
    said: str
    value: str


def assigned(module: ModuleType) -> dict[str, object]:
    """Give what the module's own lines assign, in their order; what it imports is left out."""
    return {name: vars(module)[name] for name, _ in _lines_of(module)}


def own_rules(module: ModuleType) -> tuple[Rule, ...]:
    """Give the rules that are written in a module, in the order in which they stand there.

    A table may name rules that the module imports: those are written elsewhere.
    """
    own = assigned(module)
    imported = {
        id(x) for name, value in vars(module).items() if name not in own for x in _rules(value)
    }
    found = (rule for value in own.values() for rule in _rules(value))
    return tuple(dict.fromkeys(rule for rule in found if id(rule) not in imported))


def constants_of(module: ModuleType) -> tuple[Constant, ...]:
    """Give the numbers, operators, tables and lists of a module."""
    source = inspect.getsource(module).splitlines()
    values = assigned(module)
    return tuple(
        Constant(name, _comment(source, line), _words(values[name]))
        for name, line in _lines_of(module)
        if _tells(values[name])
    )


def _lines_of(module: ModuleType) -> Iterator[tuple[str, int]]:
    for node in ast.parse(inspect.getsource(module)).body:
        targets: list[ast.expr] = []
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AnnAssign):
            targets = [node.target]
        for target in targets:
            names = (x.id for x in ast.walk(target) if isinstance(x, ast.Name))
            yield from ((name, node.lineno) for name in names if name.strip("_").isupper())


def _rules(value: object) -> Iterator[Rule]:
    if isinstance(value, Rule):
        yield value
    elif isinstance(value, tuple | Mapping):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _rules(item)


def _comment(source: list[str], line: int) -> str:
    """Give the comment that stands right above a line, as one text."""
    said: list[str] = []
    for text in reversed(source[: line - 1]):
        if not text.startswith("#"):
            break
        said.insert(0, text.removeprefix("#").strip())
    return " ".join(said)


def _tells(value: object) -> bool:
    """Tell whether a value is more than a name or a rule, which stand elsewhere."""
    if isinstance(value, str | Rule | Note | Callable):
        return False
    if isinstance(value, tuple):
        return any(_tells(item) or isinstance(item, str) for item in value)
    return True


def _words(value: object) -> str:
    if isinstance(value, Cut):
        return "; ".join(
            f"{value.op.value} {_words(limit)} {unit_label(unit)}".strip()
            for unit, limit in value.at.items()
        )
    if isinstance(value, Mapping):
        return "; ".join(f"{_words(key)}: {_words(item)}" for key, item in value.items())
    if isinstance(value, frozenset | set):
        return ", ".join(sorted(map(_words, value)))
    if isinstance(value, tuple | list):
        inner = (f"({_words(x)})" if isinstance(x, tuple) else _words(x) for x in value)
        return ", ".join(inner)
    if isinstance(value, Rule):
        return value.id
    return _leaf(value)


def _leaf(value: object) -> str:
    if is_dataclass(value) and not isinstance(value, type):
        named = ((field.name, getattr(value, field.name)) for field in fields(value))
        return "; ".join(f"{name}: {_words(item)}" for name, item in named if item is not None)
    if isinstance(value, Enum):
        return str(value.value if isinstance(value.value, str) else value.name.lower()).replace(
            "_", " "
        )
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, str):
        return unit_label(value)
    return getattr(value, "__qualname__", str(value))
