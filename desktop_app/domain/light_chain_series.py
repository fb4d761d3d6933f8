"""Derive the courses that are read of free light chains: involved, uninvolved, difference, ratio.

For charts and tables only: no rule compares these values with a cut.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.light_chain_course import DIFFERENCE, chain_courses
from desktop_app.domain.criteria.light_chains import light_chains, samples_among
from desktop_app.domain.record import Result
from desktop_app.domain.view import RecordView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.criteria.light_chains import Sample
    from desktop_app.domain.record import PatientRecord

INVOLVED, UNINVOLVED, RATIO = "flc_involved", "flc_uninvolved", "flc_ratio"
COMPUTED = (DIFFERENCE, RATIO)
CHAINS = {"kappa": "flc_kappa", "lambda": "flc_lambda"}
_OTHER = {"kappa": "lambda", "lambda": "kappa"}
_DIGITS = 3  # significant digits of a ratio that no laboratory printed


@dataclass(frozen=True, slots=True)
class LightChainSeries:
    """Hold the involved chain, if it is known, and the derived results of each code.

    Involved and uninvolved chain are the laboratory's own results; the difference is in mg/L and,
    like a ratio that was not printed, only there where both chains are plain numbers.
    """

    involved: str | None = None
    results: Mapping[str, tuple[Result, ...]] = field(default_factory=dict)


def light_chain_series(
    record: PatientRecord, as_of: date, catalogue: Catalogue
) -> LightChainSeries:
    """Derive what the record allows; without a known involved chain only ratios (FLC-INVOLVED)."""
    reported = [x for x in record.results if x.code in (*CHAINS.values(), RATIO)]
    if not reported:
        return LightChainSeries()
    view = RecordView.of(record, catalogue, as_of)
    samples = samples_among(reported)
    derived: dict[str, Iterable[Result]] = {RATIO: _ratios(samples, view)}
    chains = light_chains(view)
    involved = None if chains.conflict else chains.involved
    if involved is not None:
        other = CHAINS[_OTHER[involved]]
        derived |= {
            INVOLVED: (x for x in reported if x.code == CHAINS[involved]),
            UNINVOLVED: (x for x in reported if x.code == other),
            DIFFERENCE: chain_courses(view, samples, involved).differences,
        }
    # Several values of one day are combined, so that one difference may come twice.
    return LightChainSeries(
        involved, {code: tuple(dict.fromkeys(found)) for code, found in derived.items()}
    )


def _ratios(samples: Iterable[Sample], view: RecordView) -> Iterator[Result]:
    for sample in samples:
        both = sample.chains(view)
        if both is None or sample.printed is not None or sample.kappa is None:
            continue
        ratio = both[0] / both[1]
        step = Decimal(1).scaleb(ratio.adjusted() - _DIGITS + 1)
        rounded = ratio.quantize(step, rounding=ROUND_HALF_UP)
        like = sample.kappa
        yield Result(like.date, RATIO, rounded, "1", lab=like.lab, method=like.method)
