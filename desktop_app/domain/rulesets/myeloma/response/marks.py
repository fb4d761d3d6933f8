"""Give the levels that a chart draws in each line: baseline, nadir, where progression begins."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.criterion import Op
from desktop_app.domain.myeloma_conclusions import ResponseMark
from desktop_app.domain.rulesets.myeloma.response.days import SERUM, UNITS, URINE
from desktop_app.domain.rulesets.myeloma.response.progression import (
    HIGH_NADIR,
    HIGH_STEP,
    STEPS,
)
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.criteria.spans import Span
    from desktop_app.domain.criteria.treatment_lines import CountedLine
    from desktop_app.domain.rulesets.myeloma.response.timeline import LineCourse
    from desktop_app.domain.view import RecordView

# The difference of the light chains is computed, in mg/L.
_CODES: Mapping[str, str] = {"serum": SERUM, "urine": URINE, "marrow": "marrow_plasma_cells"}
_DIFFERENCE, _DIFFERENCE_UNIT = "flc_difference", "mg/L"


def marks_of(
    view: RecordView, course: LineCourse, following: CountedLine | None
) -> Iterator[ResponseMark]:
    """Give the marks of a line's leading marker, in the unit last reported.

    The level of progression is the lowest value that would be one; above it for light chains.
    """
    base = course.base
    marker = next((x for x in base.markers if x in STEPS), None)
    if marker is None:
        return
    code, unit, shift = _reported(view, marker)
    nadir = course.nadirs[marker]
    levels = {
        "baseline": _number(base.span(marker)),
        "nadir": _number(nadir),
        "progression": None if nadir is None else _begins(marker, nadir),
    }
    stop = None if following is None else following.start.text
    for role, value in levels.items():
        if value is not None:
            number = min(base.line.numbers)
            start = base.line.start.text
            yield ResponseMark(code, unit, value.scaleb(shift), role, number, start, stop)


def _reported(view: RecordView, marker: str) -> tuple[str, str, int]:
    code = _CODES.get(marker)
    if code is None:
        return _DIFFERENCE, _DIFFERENCE_UNIT, 0
    unit = UNITS[code]
    for result in reversed(view.results(code)):
        shift = view.catalogue[code].shift(unit, result.unit) if result.unit else None
        if shift is not None and result.unit is not None:
            return code, result.unit, shift
    return code, unit, 0


def _number(span: Span | None) -> Decimal | None:
    return None if span is None else span.number


def _begins(marker: str, nadir: Span) -> Decimal | None:
    lowest = nadir.number
    if lowest is None:
        return None
    step = STEPS[marker]
    usual = max(lowest * step.times, lowest + step.least)
    high = marker == "serum" and nadir.stands(Op.GE, HIGH_NADIR) is Truth.MET
    return min(usual, lowest + HIGH_STEP) if high else usual
