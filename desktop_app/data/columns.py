"""Store what a database of numbers and texts would round: decimals, lists of codes, instants."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import simplejson
from sqlalchemy import Dialect, String, Text, TypeDecorator

from desktop_app.domain.partial_date import PartialDate


class ExactDecimal(TypeDecorator[Decimal]):
    """Keep a decimal as its text, with the digits that were reported; compared in Python only."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        return None if value is None else Decimal(value)


class Codes(TypeDecorator[tuple[str, ...]]):
    """Keep a tuple of codes as one text; codes hold no comma."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else ",".join(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:  # noqa: ARG002
        return tuple(value.split(",")) if value else ()


class Sizes(TypeDecorator[tuple[Decimal, ...]]):
    """Keep a tuple of decimals as one text, with the digits that were reported."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: tuple[Decimal, ...] | None, dialect: Dialect) -> str:  # noqa: ARG002
        return " ".join(map(str, value or ()))

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Decimal, ...]:  # noqa: ARG002
        return tuple(map(Decimal, value.split())) if value else ()


class Words(TypeDecorator[tuple[str, ...]]):
    """Keep a tuple of words as they were written, commas and all."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:  # noqa: ARG002
        return to_exact_json(value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:  # noqa: ARG002
        return tuple(from_exact_json(value)) if value else ()


class PartialDay(TypeDecorator[PartialDate]):
    """Keep a day that may be partial as its text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: PartialDate | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else value.text

    def process_result_value(self, value: str | None, dialect: Dialect) -> PartialDate | None:  # noqa: ARG002
        return None if value is None else PartialDate(value)


class Instant(TypeDecorator[datetime]):
    """Keep an aware instant as ISO 8601 text in UTC, so that texts sort as instants do."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else instant_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else datetime.fromisoformat(value)


_TO_JSON = simplejson.JSONEncoder(
    use_decimal=True, ensure_ascii=False, separators=(",", ":"), sort_keys=True
)
_FROM_JSON = json.JSONDecoder(parse_float=Decimal)


class FindingJson(TypeDecorator[Any]):
    """Keep a finding's value as JSON; decimals stay JSON numbers with their digits."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:  # noqa: ARG002
        return to_exact_json(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002
        return None if value is None else from_exact_json(value)


def to_exact_json(value: Any) -> str:
    """Write plain values as JSON; decimals stay JSON numbers with their digits."""
    text: str = _TO_JSON.encode(value)
    return text


def from_exact_json(text: str) -> Any:
    """Read them back; lists come back as tuples."""
    return _frozen(_FROM_JSON.decode(text))


def instant_text(instant: datetime) -> str:
    """Write an instant in UTC with microseconds, always of the same length.

    Raises:
        ValueError: the instant knows no time zone.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value
