"""Write boundary vectors in a line each: a rule, a question, and the answers around its cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from desktop_app.domain.conclusions import Criterion
from desktop_app.domain.criteria.attribution import VALUE
from desktop_app.domain.criteria.evidence import Evidence
from desktop_app.domain.record import Cytogenetic, Finding, Lesion, Person, Result
from tests.domain.boundaries import Vector
from tests.domain.cases import gathered, note_of, part

_LONGEST = 60


def rows(
    name: str, rules: str, ask: Callable[..., object], *answers: tuple[object, ...]
) -> Iterator[Vector]:
    """Give a vector for every row: what is asked with, and last the answer of the rule book.

    Args:
        name: what is asked, said once for all rows.
        rules: the IDs of the rules, with blanks between them.
        ask: the question; it is given the row but for its last place.
        answers: the rows.
    """
    for number, (*given, expected) in enumerate(answers, 1):
        said = " ".join(map(_said, given))[:_LONGEST]
        told = f"{name} ({number}): {said}"
        yield Vector(told, tuple(rules.split()), partial(ask, *given), expected)


def _said(given: object) -> str:
    """Name what a vector is asked with, short enough for the name of a test."""
    match given:
        case tuple():
            return ", ".join(map(_said, given))
        case Result():
            return f"{given.code} {given.value}"
        case Finding():
            return f"{given.code} {given.value}"
        case Lesion():
            return given.lesion
        case Cytogenetic():
            return f"{given.abnormality} {given.detected}"
        case Person():
            return str(given.birth_date)
        case _:
            return str(given)


def state(criterion: Criterion) -> str:
    """Give yes, no or unknown."""
    return criterion.state.state


def value_of(criterion: Criterion) -> Criterion:
    """Give an organ value by itself, whatever its cause."""
    return part(criterion, f"{criterion.id}{VALUE}")


def seen(read: Callable[[Evidence], Criterion], *entries: object) -> str:
    """Give the answer of a criterion for some entries."""
    return state(read(gathered(*entries)))


def noted(read: Callable[[Evidence], Criterion], *entries: object) -> str | None:
    """Give the code of the note of a criterion for some entries."""
    return note_of(read(gathered(*entries)))
