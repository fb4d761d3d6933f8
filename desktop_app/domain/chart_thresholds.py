"""Hold the thresholds that a chart draws as lines; their values are those of the criteria."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.criteria import (
    calcium,
    hemoglobin,
    kidney,
    light_chains,
    m_protein,
    mayo_factors,
    slim,
)
from desktop_app.domain.criteria.poems import vegf
from desktop_app.domain.light_chain_series import INVOLVED
from desktop_app.domain.rulesets.poems.care import warning_values

if TYPE_CHECKING:
    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.trend import Course

_RATIO = ("{ratio}", "1")


@dataclass(frozen=True, slots=True)
class Threshold:
    """Hold one line: the rule whose cut it is, and its value in each unit printed."""

    rule: str
    values: Mapping[str, Decimal]
    key: str = ""

    @property
    def wording(self) -> str:
        """Give the code of its name."""
        return f"chart.threshold_{self.key or self.rule}"


THRESHOLDS: Mapping[str, tuple[Threshold, ...]] = {
    "serum_m_protein": (
        Threshold("MGUS-MAYO-M", mayo_factors.M_CUT.at),
        Threshold("SMM-DX", m_protein.SERUM_CUT.at),
    ),
    "urine_m_protein_24h": (Threshold("SMM-DX", m_protein.URINE_CUT.at),),
    "flc_ratio": (
        Threshold("MGUS-LC-DX", dict.fromkeys(_RATIO, light_chains.RATIO_LOW), "ratio_low"),
        Threshold("MGUS-LC-DX", dict.fromkeys(_RATIO, light_chains.RATIO_HIGH), "ratio_high"),
    ),
    INVOLVED: (Threshold("MM-SLIM-FLC", slim.CHAIN_CUT.at),),
    "hemoglobin": (Threshold("MM-CRAB-HB", hemoglobin.HEMOGLOBIN_CUT.at),),
    "calcium": (Threshold("MM-CRAB-CA", calcium.CALCIUM_CUT.at),),
    "calcium_corrected": (Threshold("MM-CRAB-CA", calcium.CALCIUM_CUT.at),),
    "creatinine": (Threshold("MM-CRAB-RENAL", kidney.CREATININE_CUT.at),),
    "creatinine_clearance": (Threshold("MM-CRAB-RENAL", kidney.CLEARANCE_CUT.at, "clearance"),),
    "egfr": (Threshold("MM-CRAB-RENAL", kidney.CLEARANCE_CUT.at, "clearance"),),
}


# The same for who has POEMS, where a precursor's limits say nothing; beside them VEGF in serum.
POEMS_THRESHOLDS: Mapping[str, tuple[Threshold, ...]] = {
    "serum_m_protein": (),
    "vegf_plasma": (Threshold("POEMS-VEGF-PLASMA", vegf.PLASMA_CUT.at),),
    "albumin": (Threshold("POEMS-ADV-LIST-ALB", warning_values.ALBUMIN_CUT.at),),
    "pasp": (Threshold("POEMS-FU", warning_values.PRESSURE_CUT.at, "pasp"),),
    "dlco": (Threshold("POEMS-FU", warning_values.DIFFUSION_CUT.at, "dlco"),),
}
SERUM, LIMITED = "vegf_serum", "POEMS-VEGF-SERUM"
FALLBACK = Threshold("POEMS-VEGF-PUMCH", vegf.FALLBACK_CUT.at)


def thresholds_in(
    course: Course, catalogue: Catalogue, *, poems: bool = False
) -> tuple[tuple[Threshold, Decimal], ...]:
    """Give the thresholds of an analyte that hold in the unit of its course.

    A threshold is shifted by powers of ten only, never converted (rule UNIT-COMPARE).
    """
    analyte, unit = catalogue.get(course.measured), course.unit
    found = []
    for threshold in _named(course, poems=poems):
        for printed, value in threshold.values.items():
            shift = 0 if printed == unit else analyte.shift(printed, unit) if analyte else None
            if shift is not None:
                found.append((threshold, value.scaleb(shift)))
                break
    return tuple(found)


def _named(course: Course, *, poems: bool) -> tuple[Threshold, ...]:
    if poems and course.code == SERUM:
        return (_serum(course),)
    every = {**THRESHOLDS, **POEMS_THRESHOLDS} if poems else THRESHOLDS
    return every.get(course.code, ())


def _serum(course: Course) -> Threshold:
    """Give twice the laboratory's latest limit; without one what Peking Union uses."""
    limits = [(x.result.unit, x.result.high) for x in course.points if x.result.high is not None]
    if not limits:
        return FALLBACK
    unit, high = limits[-1]
    return Threshold(LIMITED, {unit or course.unit: high * vegf.TIMES_ULN})
