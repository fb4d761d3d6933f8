"""Write frozen domain values as JSON and read them back equal, decimals and dates exact.

A dataclass, enum, decimal or date says its type under ``$``; fields that hold their default are
left out, so that a field added later reads old texts. A list comes back as a tuple.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, cast

from desktop_app.domain import (
    conclusions,
    myeloma_conclusions,
    partial_date,
    poems_conclusions,
    truth,
    visit,
)

_TAG = "$"
_VALUE = "v"


def _classes() -> dict[str, type[Any]]:
    known = {
        name: kind
        for module in (conclusions, myeloma_conclusions, poems_conclusions, visit)
        for name, kind in vars(module).items()
        if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == module.__name__
    }
    return known | {"PartialDate": partial_date.PartialDate, "Truth": truth.Truth}


def _fields_of(kind: type[Any]) -> tuple[tuple[str, object], ...]:
    return tuple(
        (
            field.name,
            field.default if field.default_factory is MISSING else field.default_factory(),
        )
        for field in fields(kind)
        if field.init
    )


_KNOWN = _classes()
_FIELDS = {kind: _fields_of(kind) for kind in _KNOWN.values() if is_dataclass(kind)}
_AS_THEY_ARE = frozenset({str, int, bool, type(None)})


def to_json(value: object) -> str:
    """Write a value.

    Raises:
        TypeError: the value, or a part of it, is of no known type.
    """
    # Frozen values hold no circle.
    return json.dumps(
        _plain(value), ensure_ascii=False, check_circular=False, separators=(",", ":")
    )


def from_json(text: str | bytes) -> Any:
    """Read what ``to_json`` wrote.

    Raises:
        ValueError: it is not such a text.
    """
    try:
        return _value(json.loads(text))
    except (KeyError, TypeError) as error:
        raise ValueError("not a value of this program") from error


def _plain(value: object) -> object:
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if kind is tuple:
        items = cast("tuple[object, ...]", value)
        return [item if type(item) in _AS_THEY_ARE else _plain(item) for item in items]
    if kind in _FIELDS:
        said: dict[str, object] = {_TAG: kind.__name__}
        for name, default in _FIELDS[kind]:
            item = getattr(value, name)
            # Most fields hold their very default, or what needs no call: a trace has thousands.
            if item is not default and (default is MISSING or item != default):
                said[name] = item if type(item) in _AS_THEY_ARE else _plain(item)
        return said
    return _plain_leaf(value)


def _plain_leaf(value: object) -> object:
    if isinstance(value, Decimal):
        return {_TAG: "d", _VALUE: str(value)}
    name = type(value).__name__
    if isinstance(value, Enum) and _KNOWN.get(name) is type(value):
        return {_TAG: name, _VALUE: value.name}
    if isinstance(value, date):
        return {_TAG: "day", _VALUE: value.isoformat()}
    if isinstance(value, Mapping) and _TAG not in value:
        return {str(key): _plain(item) for key, item in value.items()}
    raise TypeError(f"{name} is not kept in the record")


def _value(plain: Any) -> Any:
    if isinstance(plain, list):
        return tuple(_value(item) for item in plain)
    if not isinstance(plain, dict):
        return plain
    name = plain.get(_TAG)
    if name is None:
        return {key: _value(item) for key, item in plain.items()}
    if name == "d":
        return Decimal(plain[_VALUE])
    if name == "day":
        return date.fromisoformat(plain[_VALUE])
    kind = _KNOWN[name]
    if issubclass(kind, Enum):
        return kind[plain[_VALUE]]
    return kind(**{key: _value(item) for key, item in plain.items() if key != _TAG})
