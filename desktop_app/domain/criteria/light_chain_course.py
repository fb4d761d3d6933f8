"""Follow the involved/uninvolved ratio and the difference of the free light chains over time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.light_chains import MIRROR, Ratio, Sample
from desktop_app.domain.record import Result

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.record import Comparator
    from desktop_app.domain.view import RecordView

# The codes under which the two are shown; no laboratory reports them.
INVOLVED_RATIO, DIFFERENCE = "flc_involved_uninvolved", "flc_difference"


@dataclass(frozen=True, slots=True)
class ChainCourses:
    """Hold the involved/uninvolved ratio of every sample, and the difference in mg/L.

    ``spans`` gives the lowest and the highest ratio that a printed, rounded kappa/lambda allows.
    """

    ratios: tuple[Result, ...] = ()
    spans: Mapping[Result, tuple[Decimal, Decimal]] = field(default_factory=dict)
    differences: tuple[Result, ...] = ()


def chain_courses(view: RecordView, samples: Iterable[Sample], involved: str) -> ChainCourses:
    """Give what is followed of every sample (FLC-IU).

    The ratio of both chains, else the printed one; involved minus uninvolved only where both are
    plain numbers.
    """
    ratios: list[Result] = []
    spans: dict[Result, tuple[Decimal, Decimal]] = {}
    differences: list[Result] = []
    for sample in samples:
        both = sample.chains(view)
        if both is not None:
            own, other = both if involved == "kappa" else reversed(both)
            ratios.append(_made(sample, INVOLVED_RATIO, own / other, "1", None))
            differences.append(_made(sample, DIFFERENCE, own - other, "mg/L", None))
            continue
        ratio = sample.ratio(view)
        if ratio is None or not ratio.value:
            continue
        made = _made(sample, INVOLVED_RATIO, *_over(ratio, involved))
        ratios.append(made)
        if ratio.printed and ratio.comparator is None:
            spans[made] = _span(ratio, involved)
    return ChainCourses(tuple(ratios), spans, tuple(differences))


def ratios_normal(view: RecordView, samples: Iterable[Sample], low: Decimal, high: Decimal) -> bool:
    """Tell whether there are ratios and every one of them is a number within the ends."""
    ratios = [sample.ratio(view) for sample in samples]
    return bool(ratios) and all(
        x is not None and x.comparator is None and low <= x.value <= high for x in ratios
    )


def _over(ratio: Ratio, involved: str) -> tuple[Decimal, str, Comparator | None]:
    if involved == "kappa":
        return ratio.value, "1", ratio.comparator
    return 1 / ratio.value, "1", MIRROR[ratio.comparator] if ratio.comparator else None


def _span(ratio: Ratio, involved: str) -> tuple[Decimal, Decimal]:
    low, high = ratio.value - ratio.half_digit, ratio.value + ratio.half_digit
    return (low, high) if involved == "kappa" else (1 / high, 1 / low)


def _made(
    sample: Sample, code: str, value: Decimal, unit: str, comparator: Comparator | None
) -> Result:
    first, *others = sample.results
    method = next((x.method for x in (first, *others) if x.method), None)
    return Result(first.date, code, value, unit, comparator, lab=first.lab, method=method)
