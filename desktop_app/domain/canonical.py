"""Write values as one canonical JSON text, so that equal content has equal text and hash anywhere.

Numbers are written as strings without trailing zeros, mappings and sets in the order of their own
text: neither the order of a set, nor an address, nor a locale can change what is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import partial
from re import Pattern

_ESCAPES = {'"': '\\"', "\\": "\\\\"} | {chr(n): f"\\u{n:04x}" for n in range(0x20)}
_WORDS = {None: "null", True: "true", False: "false"}


def canonical(value: object) -> str:
    """Write a value as canonical JSON.

    Raises:
        TypeError: a part of the value is of a kind without a canonical text.
    """
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    if isinstance(value, Enum):
        return _tagged(value, {"name": value.name})
    if isinstance(value, int | Decimal):
        return _text(_number(Decimal(value)))
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, date):
        return _text(value.isoformat())
    return _composed(value)


def _composed(value: object) -> str:
    if isinstance(value, Mapping):
        return _object(value)
    if isinstance(value, tuple | list | range):
        return _list(map(canonical, value))
    if isinstance(value, frozenset | set):
        return _list(sorted(map(canonical, value)))
    if is_dataclass(value) and not isinstance(value, type):
        return _tagged(value, {field.name: getattr(value, field.name) for field in fields(value)})
    if isinstance(value, partial):
        return _list(map(canonical, (value.func, value.args, value.keywords)))
    if isinstance(value, Pattern):
        return _text(value.pattern)
    if isinstance(value, Callable):  # type: ignore[arg-type]
        return _text(getattr(value, "__qualname__", type(value).__name__))
    raise TypeError(f"{type(value).__name__} has no canonical text")


def _number(value: Decimal) -> str:
    return format(value.normalize(), "f") if value else "0"


def _object(content: Mapping[object, object]) -> str:
    """Write a mapping; a key that is no text is written as its own canonical text."""
    pairs = (
        (key if isinstance(key, str) else canonical(key), value) for key, value in content.items()
    )
    return "{" + ",".join(sorted(f"{_text(key)}:{canonical(value)}" for key, value in pairs)) + "}"


def _tagged(value: object, content: dict[object, object]) -> str:
    return _object({"$": type(value).__name__} | content)


def _list(items: Iterable[str]) -> str:
    return f"[{','.join(items)}]"


def _text(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(char, char) for char in text) + '"'
