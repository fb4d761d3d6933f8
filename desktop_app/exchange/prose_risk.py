"""Write the risk models as plain text: group, figures with their cohort, and what would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.risk_text import interval_text, percent_text, range_text, years_text
from desktop_app.exchange.prose_criteria import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.conclusions import Assessment, RiskFigure, Score
    from desktop_app.domain.wording import Wording

_FIGURES = {"survival": "text.survival_figure"}


def risk_lines(assessment: Assessment, wording: Wording) -> Iterator[str]:
    """Tell every model that applies; where none does, why the MGUS score does not."""
    applicable = [(name, score) for name, score in assessment.scores if score.applicable]
    for name, score in applicable:
        model = wording.text(f"model.{name}")
        if name == assessment.fitting_model:
            model = wording.text("text.fits", [("model", model)])
        yield from score_lines(model, score, wording)
    for name, score in assessment.other_models:
        yield from score_lines(wording.text(f"model.{name}"), score, wording)
    yield from _nearest(assessment, wording)
    reason = assessment.mayo_mgus.reason
    if not applicable and reason is not None:
        values = [
            ("model", wording.text("model.mayo_mgus")),
            ("reason", wording.sentence("note", reason)),
        ]
        yield wording.text("text.risk_none", values)


def score_lines(model: str, score: Score, wording: Wording) -> Iterator[str]:
    """Tell one model: points, groups that are still possible, figures and what else it says."""
    groups = listed(wording, (f"risk_group.{x}" for x in score.possible_groups))
    if score.score_range is None:
        yield wording.text("text.risk_group", [("model", model), ("group", groups)])
    else:
        points = range_text(*score.score_range)
        yield wording.text("text.risk", [("model", model), ("score", points), ("group", groups)])
    yield from score_remarks(score, wording)


def score_remarks(score: Score, wording: Wording) -> Iterator[str]:
    """Tell the figures of a model, and what else it says."""
    yield from _figures(score, wording)
    for time in score.medians:
        values = [("months", f"{time.months:f}"), ("cohort", wording.text(f"cohort.{time.source}"))]
        yield "  " + wording.text("text.median_time", values)
    for note in filter(None, (score.reason, *score.notes)):
        yield "  " + wording.sentence("note", note)


def _figures(score: Score, wording: Wording) -> Iterator[str]:
    columns: dict[tuple[int, bool, str, str], list[RiskFigure]] = {}
    for figure in score.risks:
        key = (figure.horizon_months, figure.competing_risk, figure.source, figure.kind)
        columns.setdefault(key, []).append(figure)
    # Only a model that prints both columns says what it does with death from other causes.
    two_columns = any(figure.competing_risk for figure in score.risks)
    for (months, competing, source, kind), figures in columns.items():
        death = wording.text(f"text.death_{'competing' if competing else 'ignored'}")
        values = [
            ("years", years_text(months)),
            ("percent", _percents(figures)),
            ("death", death if two_columns else ""),
            ("cohort", wording.text(f"cohort.{source}")),
        ]
        yield "  " + wording.text(_FIGURES.get(kind, "text.risk_figure"), values)


def _percents(figures: list[RiskFigure]) -> str:
    """Give the percent, with its confidence interval where one group is left."""
    interval = interval_text(figures)
    return f"{percent_text(figures)} ({interval})" if interval else percent_text(figures)


def _nearest(assessment: Assessment, wording: Wording) -> Iterator[str]:
    """Say which single value would move a model to another group."""
    for change in assessment.nearest:
        values = [
            ("model", wording.text(f"model.{change.model}")),
            ("name", wording.name(change.code)),
            ("value", change.value or "?"),
            ("threshold", change.threshold or ""),
            ("group", wording.text(f"risk_group.{change.to_group}")),
        ]
        yield "  " + wording.text("text.nearest", values)
