"""Hold the three-valued truth in which every rule answers: met, not met, unknown."""

from __future__ import annotations

from enum import Enum
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Truth(Enum):
    """Order the answers NOT_MET < UNKNOWN < MET: "and" is the least, "or" the greatest."""

    NOT_MET = 0
    UNKNOWN = 1
    MET = 2

    @classmethod
    def of(cls, value: bool | None) -> Truth:
        """Turn a bool, or None for "not known", into a Truth."""
        if value is None:
            return cls.UNKNOWN
        return cls.MET if value else cls.NOT_MET

    @property
    def known(self) -> bool:
        """Tell whether the answer is settled."""
        return self is not Truth.UNKNOWN

    @property
    def state(self) -> str:
        """Give the contract's word: yes, no or unknown."""
        return _STATES[self]

    def __invert__(self) -> Truth:
        if self is Truth.UNKNOWN:
            return self
        return Truth.NOT_MET if self is Truth.MET else Truth.MET

    def __and__(self, other: Truth) -> Truth:
        return self if self is Truth.NOT_MET or other is Truth.MET else other

    def __or__(self, other: Truth) -> Truth:
        return self if self is Truth.MET or other is Truth.NOT_MET else other


_STATES = {Truth.NOT_MET: "no", Truth.UNKNOWN: "unknown", Truth.MET: "yes"}


def any_true(truths: Iterable[Truth]) -> Truth:
    """Combine with "or"; of nothing it is not met."""
    return reduce(or_, truths, Truth.NOT_MET)


def at_least(count: int, truths: Iterable[Truth]) -> Truth:
    """Tell whether at least ``count`` of the truths are met."""
    members = tuple(truths)
    met = sum(truth is Truth.MET for truth in members)
    open_ = sum(truth is Truth.UNKNOWN for truth in members)
    if met >= count:
        return Truth.MET
    return Truth.UNKNOWN if met + open_ >= count else Truth.NOT_MET
