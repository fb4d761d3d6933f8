"""Put what was found of a definition into the shapes of the assessment."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Evolving, Input, Note, SeriesPoint
from desktop_app.domain.criteria.light_chain_course import DIFFERENCE, INVOLVED_RATIO
from desktop_app.domain.criteria.light_chains import VALIDATED_ASSAY
from desktop_app.domain.criterion import MISSING, Rule, input_of
from desktop_app.domain.rulesets.precursor.evolving.outcomes import Outcome
from desktop_app.domain.trend import Significance, as_point, change, significance
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.observed_series import Observed
    from desktop_app.domain.rulesets.precursor.evolving.series import Series

_COMPUTED = (INVOLVED_RATIO, DIFFERENCE)
SHOWN_DIGITS = 2  # of a computed value, after the point; it is compared with all that it has


@dataclass(frozen=True, slots=True)
class Told:
    """Hold what a definition says; ``lead`` is the outcome that speaks for all its ``parts``."""

    rule: Rule
    lead: Outcome
    parts: tuple[Outcome | None, ...]
    state: Truth
    confirmed: bool
    criteria: tuple[Criterion, ...]
    notes: tuple[Note, ...] = ()


def told(rule: Rule, outcome: Outcome | None) -> Criterion:
    """Put the answer of one part into the trace, with the two values on which it rests."""
    if outcome is None:
        return rule.answer(Truth.UNKNOWN, (), MISSING.note)
    values = (x for x in (outcome.baseline, outcome.value) if x is not None)
    return rule.answer(outcome.state, map(_input, values), outcome.note)


def tell(series: Series, each: Told, origin: tuple[Note, ...]) -> Evolving:
    """Give the entry of a definition, with the change since baseline and whether it is real."""
    lead = each.lead
    base, now = lead.baseline, lead.value
    before, after = _point(base), _point(now)
    difference = percent = None
    if before is not None and after is not None:
        difference, percent = change(before, after)
    return Evolving(
        each.rule.id,
        each.state,
        each.confirmed and each.state is Truth.MET,
        lead.stretch.code,
        lead.stretch.unit,
        before,
        after,
        difference,
        percent,
        _beyond_noise(series, lead),
        each.criteria,
        (*each.notes, *dict.fromkeys(_remarks(series, each)), *origin),
    )


def _beyond_noise(series: Series, lead: Outcome) -> bool | None:
    if lead.baseline is None or lead.value is None:
        return None
    verdict = significance(
        lead.stretch.code,
        as_point(lead.baseline),
        as_point(lead.value),
        policy=series.policy,
        laboratory=lead.value.lab,
    )
    return None if verdict is None else verdict is Significance.BEYOND_NOISE


def _remarks(series: Series, each: Told) -> Iterator[Note]:
    """Say what the doctor should know of the values that were compared."""
    treated = min((x.start.first for x in series.evidence.view.antimyeloma), default=None)
    for outcome in each.parts:
        if outcome is None or outcome.baseline is None or outcome.value is None:
            continue
        base, now = outcome.baseline, outcome.value
        if not outcome.stretch.first:
            yield Note("counted_from_new_laboratory")
        if base.converted or now.converted:
            yield Note("units_converted")
        if treated is not None and treated <= now.on.last:
            yield Note("treated_before")
        method = now.method or base.method
        if outcome.stretch.code in _COMPUTED and not _validated(method):
            yield Note("assay_not_validated", (("assay", method or ""),))


def _validated(method: str | None) -> bool:
    return method is None or VALIDATED_ASSAY in method.lower()


def _point(one: Observed | None) -> SeriesPoint | None:
    if one is None:
        return None
    point = as_point(one)
    return SeriesPoint(point.date, _shown(one), point.comparator)


def _input(one: Observed) -> Input:
    if one.result.code not in _COMPUTED:
        return input_of(one.result)
    point = as_point(one)
    return Input(one.result.code, _shown(one), one.result.unit, point.date, point.comparator)


def _shown(one: Observed) -> Decimal:
    """Give a value with the digits that it has; a computed one with two, or none if it is whole."""
    if one.result.code not in _COMPUTED:
        return one.value
    rounded, whole = round(one.value, SHOWN_DIGITS), Decimal(round(one.value))
    return whole if whole == rounded else rounded
