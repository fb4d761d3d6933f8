"""Hold what the papers print of each stage: shares of patients, and survival."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.myeloma_conclusions import Outcome

STAGES = ("I", "II", "III", "IV")
OVERALL, PROGRESSION_FREE, SHARE = "overall_survival", "progression_free_survival", "share"
MEASURES = (OVERALL, PROGRESSION_FREE, SHARE)
PRIMARY, SECONDARY, UNVERIFIED = "primary", "secondary", "unverified"
NOT_REACHED = "NR"


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one printed row: a figure for each stage, the first one's first, as it is printed.

    ``months`` are those after which a percentage was read; without them, and not of shares, the
    figures are medians in months.
    """

    measure: str
    status: str
    printed: tuple[str, ...]
    months: int | None = None

    def of(self, stage: str, source: str) -> Outcome:
        """Give the figure of a stage."""
        text = self.printed[STAGES.index(stage)]
        if text == NOT_REACHED:
            return Outcome(self.measure, stage, source, self.status, reached=False)
        if self.measure == SHARE or self.months is not None:
            return Outcome(
                self.measure,
                stage,
                source,
                self.status,
                percent=Decimal(text),
                at_months=self.months,
            )
        return Outcome(self.measure, stage, source, self.status, months=Decimal(text))


def _row(measure: str, status: str, printed: str, months: int | None = None) -> Row:
    return Row(measure, status, tuple(printed.split()), months)


# By the paper; RW-ISS prints years: 9.5, 5.5, 3.4, 1.1.
FIGURES: Mapping[str, tuple[Row, ...]] = {
    "greipp2005": (_row(OVERALL, SECONDARY, "62 44 29"),),
    "palumbo2015r": (
        _row(OVERALL, PRIMARY, "82 62 40", 60),
        _row(PROGRESSION_FREE, PRIMARY, "55 36 24", 60),
        _row(SHARE, SECONDARY, "28 62 10"),
        _row(PROGRESSION_FREE, UNVERIFIED, "66 42 29"),
        _row(OVERALL, UNVERIFIED, "NR 83 43"),
    ),
    "dagostino2022": (
        _row(OVERALL, SECONDARY, "NR 109.2 68.5 37.9"),
        _row(PROGRESSION_FREE, UNVERIFIED, "68 45.5 30.2 19.9"),
        _row(SHARE, SECONDARY, "19.2 30.8 41.2 8.8"),
    ),
    "rwiss2025": (_row(OVERALL, PRIMARY, "114 66 40.8 13.2"),),
}


def outcomes(source: str, stage: str | None) -> tuple[Outcome, ...]:
    """Give every printed figure of a stage; none while the stage is not settled."""
    if stage is None:
        return ()
    return tuple(row.of(stage, source) for row in FIGURES[source])


def ordered(stages: frozenset[str]) -> tuple[str, ...]:
    """Give stages in their order, the lightest first."""
    return tuple(stage for stage in STAGES if stage in stages)


def only(stages: tuple[str, ...]) -> str | None:
    """Give the stage if no other is possible."""
    return stages[0] if len(stages) == 1 else None
