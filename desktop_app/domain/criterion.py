"""Compare reported results with thresholds: in the reported unit, as ranges where censored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.record import Comparator, Result
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop_app.domain.catalogue import Catalogue


class Op(Enum):
    """Name how a value must stand to its threshold."""

    LT = "<"
    LE = "<="
    GE = ">="
    GT = ">"


@dataclass(frozen=True, slots=True)
class Rule:
    """Name a rule of the rule book: ID, where it is printed, its status, and its words."""

    id: str
    source: str
    status: str
    threshold: str | None = None

    def answer(
        self,
        state: Truth,
        inputs: Iterable[Input] = (),
        note: Note | None = None,
        criteria: Iterable[Criterion] = (),
    ) -> Criterion:
        """Put an answer to this rule into the trace."""
        return Criterion(
            self.id,
            state,
            tuple(inputs),
            self.threshold,
            self.source,
            self.status,
            note,
            tuple(criteria),
        )


@dataclass(frozen=True, slots=True)
class Cut:
    """Hold a threshold for each unit in which it was published (rule UNIT-COMPARE)."""

    op: Op
    at: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Hold the answer of one comparison and what must be said about it."""

    truth: Truth
    note: Note | None = None


MISSING = Judgement(Truth.UNKNOWN, Note("missing"))


def compare(value: Decimal, comparator: Comparator | None, op: Op, cut: Decimal) -> Truth:
    """Tell whether every, no, or some true value that the report allows meets the threshold.

    A plain number is itself; ``<0.5`` is any value below 0.5, ``>=100`` any from 100 on.
    """
    if comparator is None:
        return Truth.MET if _meets(value, op, cut) else Truth.NOT_MET
    upward = comparator in (Comparator.GT, Comparator.GE)
    wants_up = op in (Op.GT, Op.GE)
    # The reported bound itself is possible only where the comparator includes it.
    open_end = comparator in (Comparator.GT, Comparator.LT)
    if upward == wants_up:
        inside = _meets(value, op, cut) or (open_end and value == cut)
        return Truth.MET if inside else Truth.UNKNOWN
    outside = not _meets(value, op, cut) or (open_end and value == cut)
    return Truth.NOT_MET if outside else Truth.UNKNOWN


def _meets(value: Decimal, op: Op, cut: Decimal) -> bool:
    if op in (Op.GE, Op.LE) and value == cut:
        return True
    return value > cut if op in (Op.GT, Op.GE) else value < cut


def judge(result: Result, cut: Cut, catalogue: Catalogue) -> Judgement:
    """Compare a result with the threshold of its unit.

    Units that differ by a power of ten share a threshold; a unit without one is unknown. Where
    the other published unit would answer differently, the note says so (rule UNIT-COMPARE).
    """
    if result.value is None or result.unit is None:
        return Judgement(Truth.UNKNOWN, Note("no_number"))
    analyte = catalogue[result.code]
    for unit, limit in cut.at.items():
        shift = analyte.shift(result.unit, unit)
        if shift is None:
            continue
        truth = compare(result.value.scaleb(shift), result.comparator, cut.op, limit)
        others = (
            compare(
                analyte.converted(result.value, result.unit, other), result.comparator, cut.op, at
            )
            for other, at in cut.at.items()
            if analyte.shift(result.unit, other) is None and analyte.knows(other)
        )
        close = any(other is not truth for other in others)
        return Judgement(truth, Note("within_rounding") if close else None)
    return Judgement(Truth.UNKNOWN, Note("unit_not_covered", (("unit", result.unit),)))


def judge_all(results: Iterable[Result], judgement: Callable[[Result], Judgement]) -> Judgement:
    """Judge the results that may be the latest: they must agree, else the answer is unknown."""
    judgements = [judgement(result) for result in results]
    if not judgements:
        return MISSING
    truths = {each.truth for each in judgements}
    if len(truths) > 1:
        return Judgement(Truth.UNKNOWN, Note("values_disagree"))
    return Judgement(truths.pop(), next((x.note for x in judgements if x.note), None))


def input_of(result: Result) -> Input:
    """Show a result in the trace as it was reported."""
    return Input(
        result.code,
        result.interpretation.value
        if result.value is None and result.interpretation
        else result.value,
        result.unit,
        result.date.text,
        result.comparator.value if result.comparator else None,
    )
