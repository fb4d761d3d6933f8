"""Judge the hormones by their axes: thyroid and glucose alone do not count (POEMS-ENDO)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.criteria.poems.reading import feature
from desktop_app.domain.criterion import Judgement, Rule
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.criteria.poems.reading import Feature, Reading
    from desktop_app.domain.record import Finding

ENDOCRINE = Rule(
    "POEMS-DX-ENDO",
    "dispenzieri2023",
    "primary",
    "any axis but thyroid and glucose",
)
CODE = "endocrine"
TELLING = frozenset({"gonadal", "adrenal", "pituitary", "parathyroid"})
# Too common to count; pancreatic means the glucose axis.
COMMON = frozenset({"thyroid", "glucose"})


def endocrine(reading: Reading) -> Feature:
    """Judge the axes that the doctor set; hormone values alone only prompt."""
    return feature(ENDOCRINE, reading.answer(reading.findings(CODE, _judged)))


def _judged(entry: Finding) -> Judgement:
    axes = {str(x) for x in entry.value} if isinstance(entry.value, tuple) else {""}
    if axes & TELLING:
        return Judgement(Truth.MET)
    return Judgement(Truth.NOT_MET if axes <= COMMON else Truth.UNKNOWN)
