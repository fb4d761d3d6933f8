"""Hold measured figures: ratios that mean the same on every computer, and milliseconds."""

from __future__ import annotations

import json
import math
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """Hold one figure; a gate is a ratio, an aim is milliseconds on a clinic's computer.

    ``exponent`` is the power with which the time grows with the amount, 1 if in proportion;
    ``within`` are the lowest and the highest that are allowed.
    """

    name: str
    ms: float
    aim_ms: float | None = None
    compared_with: str = ""
    base_ms: float | None = None
    gate: float | None = None
    exponent: float | None = None
    within: tuple[float, float] | None = None

    @property
    def ratio(self) -> float | None:
        """Give how many times the base it takes."""
        return self.ms / self.base_ms if self.base_ms else None

    @property
    def kept(self) -> bool:
        """Tell whether the gate, or else the aim, is kept."""
        if self.exponent is not None and self.within is not None:
            return self.within[0] <= self.exponent <= self.within[1]
        if self.gate is not None and self.ratio is not None:
            return self.ratio <= self.gate
        return self.aim_ms is None or self.ms <= self.aim_ms


def tell(*figures: Figure) -> None:
    """Write figures for ``run.py``, one JSON line each."""
    for figure in figures:
        sys.stdout.write(json.dumps(asdict(figure)) + "\n")


def median_ms(work: Callable[[], object], *, times: int, warm: int = 1) -> float:
    """Give the median time of some work in milliseconds, after ``warm`` runs that do not count."""
    return medians_ms(work, times=times, warm=warm)[0]


def medians_ms(*works: Callable[[], object], times: int, warm: int = 1) -> tuple[float, ...]:
    """Give the medians of several works in turns, so that a busy computer slows all alike."""
    spent: list[list[float]] = [[] for _ in works]
    for turn in range(warm + times):
        for work, its in zip(works, spent, strict=True):
            started = time.perf_counter()
            work()
            if turn >= warm:
                its.append((time.perf_counter() - started) * 1000)
    return tuple(statistics.median(its) for its in spent)


def fitted_exponent(amounts: Sequence[int], spent: Sequence[float]) -> float:
    """Fit the power with which times grow with amounts: the slope of their logarithms."""
    slope, _ = statistics.linear_regression(
        [math.log(amount) for amount in amounts], [math.log(each) for each in spent]
    )
    return slope
