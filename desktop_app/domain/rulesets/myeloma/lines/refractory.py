"""Say what each line gave, and which drugs and classes are refractory (REF-*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.criteria.treatment_lines import CountedLine
    from desktop_app.domain.myeloma_conclusions import ImwgResponse, TreatmentLine
    from desktop_app.domain.view import RecordView


def treatment_lines(
    view: RecordView, lines: tuple[CountedLine, ...], response: ImwgResponse | None
) -> tuple[TreatmentLine, ...]:
    """Give every line with its best response, its times and what is refractory."""
    del view, lines, response
    return ()


def refractory(lines: tuple[TreatmentLine, ...]) -> tuple[Criterion, ...]:
    """Give REF-MULTI: double, triple and penta, refractory and exposed apart."""
    del lines
    return ()
