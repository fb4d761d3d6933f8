"""Judge immunoparesis: how many uninvolved immunoglobulins lie below their laboratory's limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criterion import Judgement, Op, compare, input_of, judge_all
from desktop_app.domain.record import Interpretation
from desktop_app.domain.truth import Truth, at_least

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Input
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.record import Result

# The immunoglobulins that are measured, by the heavy chain that a clone may involve.
IMMUNOGLOBULINS = {"IgG": "igg", "IgA": "iga", "IgM": "igm"}
# "Immunoparesis" without a number means this many (section 5 of the rule book).
AT_LEAST = 1
_MISSING = Judgement(Truth.UNKNOWN, Note("immunoglobulins_open"))
_NO_CLASS = Judgement(Truth.UNKNOWN, Note("uninvolved_not_known"))


def uninvolved_low(evidence: Evidence, count: int) -> Judgement:
    """Tell whether at least ``count`` uninvolved immunoglobulins are below their own limit.

    The limit is the ``low`` of the result; without it a number is unknown. While the class of the
    clone is not known, only too few low values answer: the involved one may be among them.
    """
    lows = [_low(evidence, code) for code in _codes(evidence)]
    truth = at_least(count, lows)
    if truth is Truth.MET and evidence.chains.clone.serum is None:
        return _NO_CLASS
    return Judgement(truth) if truth.known else _MISSING


def immunoglobulin_inputs(evidence: Evidence) -> tuple[Input, ...]:
    """Give the immunoglobulins that were judged."""
    results = (x for code in _codes(evidence) for x in evidence.view.latest(code))
    return tuple(input_of(result) for result in results)


def _codes(evidence: Evidence) -> tuple[str, ...]:
    involved = evidence.chains.clone.heavy
    return tuple(code for chain, code in IMMUNOGLOBULINS.items() if chain not in involved)


def _low(evidence: Evidence, code: str) -> Truth:
    return judge_all(evidence.view.latest(code), _below_limit).truth


def _below_limit(result: Result) -> Judgement:
    if result.interpretation is not None and result.value is None:
        return Judgement(Truth.of(result.interpretation is Interpretation.LOW))
    if result.value is None or result.low is None:
        return Judgement(Truth.UNKNOWN)
    return Judgement(compare(result.value, result.comparator, Op.LT, result.low))
