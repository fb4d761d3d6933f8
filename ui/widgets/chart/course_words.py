"""Turn the stages of a course into the segments of the ribbon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.course import GRAVITY, Gravity
from ui.widgets.chart.ribbon import Segment
from ui.wording import day_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.domain.journal import Stage
    from ui.terms import Terms

translate = QCoreApplication.translate
_KINDS = {
    Gravity.NONE: "good",
    Gravity.PRECURSOR: "accent",
    Gravity.ADVANCED: "warning",
    Gravity.MALIGNANT: "critical",
}


def segments(stages: Sequence[Stage], today: date, terms: Terms) -> tuple[Segment, ...]:
    """Give one segment a category, as long as it lasted; a stage of the same one joins it."""
    firsts = [
        stage
        for place, stage in enumerate(stages)
        if place == 0 or stage.category != stages[place - 1].category
    ]
    if not firsts:
        return ()
    ends = [*(stage.since.middle if stage.since else None for stage in firsts[1:]), today]
    return tuple(
        Segment(
            _name(stage, terms),
            day_text(stage.since),
            kind_of(stage.category),
            _days(stage, end),
            _hint(stage, terms),
        )
        for stage, end in zip(firsts, ends, strict=True)
    )


def kind_of(category: str | None) -> str:
    """Give the ground of a category; what is not settled looks unknown."""
    return "unknown" if category is None else _KINDS[GRAVITY[category]]


def _name(stage: Stage, terms: Terms) -> str:
    if stage.category is None:
        #: A time in which no diagnosis was settled, as short as can be
        return translate("Course", "? open")
    return terms.of("category_short", stage.category)


def _days(stage: Stage, end: date | None) -> int:
    if stage.since is None or end is None:
        return 0
    return max((end - stage.since.middle).days, 0)


def _hint(stage: Stage, terms: Terms) -> str:
    """Say the category in full, its day, who said so, and which criteria were newly met."""
    name = (
        terms.of("category", stage.category)
        if stage.category
        else translate("Course", "not settled")
    )
    parts = [f"{name} {day_text(stage.since)}".strip()]
    if stage.status is not None and stage.category is not None:
        parts.append(terms.of("status", stage.status))
    if stage.from_history:
        parts.append(translate("Course", "established earlier"))
    elif stage.overridden:
        parts.append(translate("Course", "doctor's conclusion"))
    elif stage.visit_id is not None:
        parts.append(translate("Course", "signed visit"))
    if stage.moved_by:
        #: {0} lists the criteria that were newly met
        moved = translate("Course", "newly met: {0}")
        parts.append(moved.format("; ".join(terms.of("rule", rule) for rule in stage.moved_by)))
    return " · ".join(parts)
