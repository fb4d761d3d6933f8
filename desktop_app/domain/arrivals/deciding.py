"""Add one decision of a person to those made before, or take one back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from desktop_app.domain.arrivals.review import ArrivalState

if TYPE_CHECKING:
    from desktop_app.domain.arrivals.review import Arrival, Decisions, ImportReview, LineAnswer

Key = TypeVar("Key")
Value = TypeVar("Value")
ASKED = frozenset({ArrivalState.QUESTION, ArrivalState.UNKNOWN})
DAY = "day"  # the question of rows that name no day


def with_item(decisions: Decisions, item: str, code: str) -> Decisions:
    """Say what an item is, or that it is never wanted."""
    return replace(decisions, items={**decisions.items, item: code})


def with_unit(decisions: Decisions, key: str, unit: str) -> Decisions:
    """Say in which unit an item is reported."""
    return replace(decisions, units={**decisions.units, key: unit})


def with_answer(decisions: Decisions, place: int, answer: LineAnswer) -> Decisions:
    """Take, leave or replace one value."""
    return replace(decisions, answers={**decisions.answers, place: answer})


def with_reason(decisions: Decisions, place: int, reason: str) -> Decisions:
    """Say why a value beyond the limits is right."""
    return replace(decisions, reasons={**decisions.reasons, place: reason})


def with_person(decisions: Decisions, key: str, who: int) -> Decisions:
    """Say who a person of the source is."""
    return replace(decisions, people={**decisions.people, key: who})


def decided_about(decisions: Decisions, arrival: Arrival) -> bool:
    """Tell whether a person answered anything about a value."""
    return forgotten(decisions, arrival) != decisions


def forgotten(decisions: Decisions, arrival: Arrival) -> Decisions:
    """Take back what was answered about a value, also what holds for its whole item."""
    reading = arrival.reading
    return replace(
        decisions,
        items=_without(decisions.items, lambda key: key == reading.item),
        units=_without(decisions.units, lambda key: _of_item(key, reading.item)),
        answers=_without(decisions.answers, lambda key: key == reading.place),
        reasons=_without(decisions.reasons, lambda key: key == reading.place),
    )


def asks_for_day(review: ImportReview) -> bool:
    """Tell whether rows name no day, whatever was decided of it."""
    if review.decisions.day is not None:
        return True
    asked = (q for each in review.arrivals for q in (*each.questions, *each.reading.questions))
    return any(question.code == DAY for question in asked)


def _of_item(key: str, item: str) -> bool:
    """Tell whether a unit's key is the item's own, or that of an unknown unit printed for it."""
    return key == item or (key.startswith(f"{item}[") and key.endswith("]"))


def _without(of: Mapping[Key, Value], dropped: Callable[[Key], bool]) -> Mapping[Key, Value]:
    return {key: value for key, value in of.items() if not dropped(key)}
