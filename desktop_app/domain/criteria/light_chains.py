"""Read the free light chains of one sample: ratio, involved chain, involved/uninvolved ratio."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.isotype import Isotypes, isotypes
from desktop_app.domain.criterion import Judgement, Op, compare
from desktop_app.domain.record import Comparator, Interpretation, Result
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from desktop_app.domain.view import RecordView

# FLC-RANGE-STD, katzmann2002: the ends are normal.
RATIO_LOW = Decimal("0.26")
RATIO_HIGH = Decimal("1.65")
# FLC-ASSAY: every published cut-off was measured with this assay.
VALIDATED_ASSAY = "freelite"
_CODES = ("flc_kappa", "flc_lambda", "flc_ratio")
# How kappa/lambda must stand to an end of a range to lie beyond it.
Edge = tuple[Op, Decimal]
# Half the last digit of a ratio that alone was printed crosses the cut.
PRINTED_NEAR_CUT = Note("printed_ratio_near_cut")


@dataclass(frozen=True, slots=True)
class Ratio:
    """Hold kappa divided by lambda: the value, and how the true one may lie to it.

    ``printed`` tells that only the laboratory's rounded ratio is known.
    """

    value: Decimal
    comparator: Comparator | None = None
    printed: bool = False

    @property
    def half_digit(self) -> Decimal:
        """Give half the last printed digit: how far rounding may have moved the ratio."""
        exponent = self.value.as_tuple().exponent
        return Decimal(5).scaleb(int(exponent) - 1)

    def near(self, *cuts: Decimal) -> bool:
        """Tell whether only a rounded ratio is known, and rounding may have crossed a cut."""
        return self.printed and any(abs(self.value - cut) <= self.half_digit for cut in cuts)


@dataclass(frozen=True, slots=True)
class Sample:
    """Hold kappa, lambda and the printed ratio of one day and laboratory."""

    kappa: Result | None
    lambda_: Result | None
    printed: Result | None

    @property
    def results(self) -> tuple[Result, ...]:
        """Give what was reported."""
        return tuple(x for x in (self.kappa, self.lambda_, self.printed) if x is not None)

    def ratio(self, view: RecordView) -> Ratio | None:
        """Give the printed ratio, else kappa divided by lambda (FLC-IU)."""
        if self.printed is not None and self.printed.value is not None:
            alone = self.chains(view) is None
            return Ratio(self.printed.value, self.printed.comparator, printed=alone)
        return self._quotient(view)

    def chains(self, view: RecordView) -> tuple[Decimal, Decimal] | None:
        """Give kappa and lambda in mg/L where both are plain numbers, else None."""
        if self.kappa is None or self.lambda_ is None:
            return None
        kappa, lambda_ = milligrams(self.kappa, view), milligrams(self.lambda_, view)
        if not kappa or not lambda_ or self.kappa.comparator or self.lambda_.comparator:
            return None
        return kappa, lambda_

    def _quotient(self, view: RecordView) -> Ratio | None:
        kappa, lambda_ = milligrams(self.kappa, view), milligrams(self.lambda_, view)
        if self.kappa is None or self.lambda_ is None or kappa is None or not lambda_:
            return None
        above, below = self.kappa.comparator, self.lambda_.comparator
        below = None if below is None else MIRROR[below]
        if above is not None and below is not None:
            # Above a limit over below one: the quotient is a bound; two bounds of one kind are not.
            if (above in UPWARD) != (below in UPWARD):
                return None
            above = next((x for x in (above, below) if x in STRICT), above)
        return Ratio(kappa / lambda_, above or below)


UPWARD = (Comparator.GT, Comparator.GE)
STRICT = (Comparator.GT, Comparator.LT)
MIRROR = {
    Comparator.LT: Comparator.GT,
    Comparator.LE: Comparator.GE,
    Comparator.GE: Comparator.LE,
    Comparator.GT: Comparator.LT,
}


def milligrams(result: Result | None, view: RecordView) -> Decimal | None:
    """Give a light chain in mg/L; None where there is no number or another kind of unit."""
    if result is None or result.value is None or result.unit is None:
        return None
    shift = view.catalogue[result.code].shift(result.unit, "mg/L")
    return None if shift is None else result.value.scaleb(shift)


def samples(view: RecordView) -> tuple[Sample, ...]:
    """Give the latest samples with free light chains: more than one where dates tie."""
    return samples_among(view.latest(*_CODES))


def all_samples(view: RecordView) -> tuple[Sample, ...]:
    """Give every sample with free light chains up to the day."""
    return samples_among(x for code in _CODES for x in view.results(code))


def samples_among(results: Iterable[Result]) -> tuple[Sample, ...]:
    """Put kappa, lambda and ratio of one day and laboratory together."""
    groups: dict[tuple[str, str | None], dict[str, list[Result]]] = {}
    for result in results:
        of_day = groups.setdefault((result.date.text, result.lab), {})
        of_day.setdefault(result.code, []).append(result)
    return tuple(Sample(*chosen) for group in groups.values() for chosen in _combined(group))


def _combined(group: Mapping[str, list[Result]]) -> Iterator[tuple[Result | None, ...]]:
    """Combine every kappa, lambda and ratio of one day: all of them must lead to one answer."""
    nothing: tuple[Result | None, ...] = (None,)
    return product(*(group.get(code, nothing) for code in _CODES))


@dataclass(frozen=True, slots=True)
class LightChains:
    """Hold what the latest free light chains say, for every rule that asks."""

    samples: tuple[Sample, ...]
    ratios: tuple[Ratio | None, ...]
    abnormal: Judgement
    involved: str | None
    conflict: bool
    clone: Isotypes

    @property
    def normal(self) -> bool:
        """Tell whether the ratio is known to be normal."""
        return self.abnormal.truth is Truth.NOT_MET


def light_chains(view: RecordView) -> LightChains:
    """Read the light chains as of the view's day (FLC-IU, FLC-INVOLVED, FLC-RANGE-STD)."""
    latest = samples(view)
    ratios = tuple(sample.ratio(view) for sample in latest)
    abnormal = _agree(
        [_abnormal(sample, ratio) for sample, ratio in zip(latest, ratios, strict=True)]
    )
    clone = isotypes(view)
    involved, conflict = _involved(clone, ratios, abnormal)
    return LightChains(latest, ratios, abnormal, involved, conflict, clone)


def _abnormal(sample: Sample, ratio: Ratio | None) -> Judgement:
    printed = sample.printed
    if ratio is None:
        if printed is not None and printed.interpretation is not None:
            normal = printed.interpretation is Interpretation.NORMAL
            return Judgement(Truth.of(not normal), Note("interpretation_only"))
        return Judgement(Truth.UNKNOWN, Note("missing"))
    return _beyond(sample, ratio, (Op.LT, RATIO_LOW), (Op.GT, RATIO_HIGH))


def _beyond(sample: Sample, ratio: Ratio, low: Edge, high: Edge) -> Judgement:
    below = compare(ratio.value, ratio.comparator, *low)
    above = compare(ratio.value, ratio.comparator, *high)
    return Judgement(below | above, _assay_note(sample) or _rounding_note(ratio, low[1], high[1]))


def ratio_beyond(chains: LightChains, low: Edge, high: Edge) -> Judgement:
    """Tell whether kappa/lambda lies below the low edge or above the high one.

    A ratio reported only as normal lies within any range that holds the usual one; one reported
    only as low or high leaves every other range open.
    """
    wide = low[1] <= RATIO_LOW and high[1] >= RATIO_HIGH
    judgements: list[Judgement] = []
    for sample, ratio in zip(chains.samples, chains.ratios, strict=True):
        if ratio is not None:
            judgements.append(_beyond(sample, ratio, low, high))
            continue
        usual = _abnormal(sample, ratio)
        settled = wide and usual.truth is Truth.NOT_MET
        judgements.append(usual if settled else Judgement(Truth.UNKNOWN, usual.note))
    return _agree(judgements)


def _rounding_note(ratio: Ratio, *cuts: Decimal) -> Note | None:
    return PRINTED_NEAR_CUT if ratio.near(*cuts) else None


def _assay_note(sample: Sample) -> Note | None:
    for result in sample.results:
        if result.method and VALIDATED_ASSAY not in result.method.lower():
            return Note("assay_not_validated", (("assay", result.method),))
    return None


def _agree(judgements: list[Judgement]) -> Judgement:
    if not judgements:
        return Judgement(Truth.UNKNOWN, Note("missing"))
    if len({x.truth for x in judgements}) > 1:
        return Judgement(Truth.UNKNOWN, Note("values_disagree"))
    return judgements[0]


def _involved(
    clone: Isotypes, ratios: tuple[Ratio | None, ...], abnormal: Judgement
) -> tuple[str | None, bool]:
    pointed = _pointed(ratios) if abnormal.truth is Truth.MET else None
    typed = clone.light_chain
    if typed is None:
        return pointed, False
    return typed, pointed is not None and pointed != typed


def _pointed(ratios: tuple[Ratio | None, ...]) -> str | None:
    # Of an abnormal ratio: ">1.65" stands at the end of the range itself, and is abnormal.
    sides = {
        "kappa" if ratio.value >= RATIO_HIGH else "lambda" for ratio in ratios if ratio is not None
    }
    return sides.pop() if len(sides) == 1 else None


def involved_ratio(view: RecordView, chains: LightChains, op: Op, cut: Decimal) -> Judgement:
    """Judge the involved/uninvolved ratio against a cut (FLC-IU).

    Both chains as numbers: their quotient. Only a printed ratio: itself for kappa, its inverse
    for lambda, flagged where half its last digit crosses the cut.
    """
    if chains.conflict:
        return Judgement(Truth.UNKNOWN, Note("light_chain_conflict"))
    if chains.involved is None:
        if chains.normal:
            return Judgement(Truth.NOT_MET, Note("ratio_normal"))
        return Judgement(
            Truth.UNKNOWN, Note("involved_chain_unknown" if chains.samples else "missing")
        )
    kappa = chains.involved == "kappa"
    return _agree(
        [
            _judge_sample(view, sample, ratio, op, cut, kappa=kappa)
            for sample, ratio in zip(chains.samples, chains.ratios, strict=True)
        ]
    )


def _judge_sample(
    view: RecordView, sample: Sample, ratio: Ratio | None, op: Op, cut: Decimal, *, kappa: bool
) -> Judgement:
    both = sample.chains(view)
    if both is not None:
        over = both[0] / both[1] if kappa else both[1] / both[0]
        return Judgement(compare(over, None, op, cut), _assay_note(sample))
    if ratio is None or not ratio.value:
        return Judgement(Truth.UNKNOWN, Note("missing"))
    comparator = ratio.comparator
    if not kappa and comparator is not None:
        comparator = MIRROR[comparator]
    over = ratio.value if kappa else 1 / ratio.value
    truth = compare(over, comparator, op, cut)
    if ratio.printed and comparator is None:
        # A printed ratio above zero is at least two half digits: neither end is zero.
        near = (ratio.value - ratio.half_digit, ratio.value + ratio.half_digit)
        ends = {compare(end if kappa else 1 / end, None, op, cut) for end in near}
        if len(ends) > 1:
            return Judgement(truth, PRINTED_NEAR_CUT)
    return Judgement(truth, _assay_note(sample))


def involved_value(view: RecordView, chains: LightChains) -> Decimal | None:
    """Give the involved/uninvolved ratio as a plain number; None where it is not one (FLC-IU)."""
    if chains.involved is None or chains.conflict or len(chains.samples) != 1:
        return None
    kappa, both = chains.involved == "kappa", chains.samples[0].chains(view)
    if both is not None:
        return both[0] / both[1] if kappa else both[1] / both[0]
    ratio = chains.ratios[0]
    if ratio is None or ratio.comparator is not None or not ratio.value:
        return None
    return ratio.value if kappa else 1 / ratio.value
