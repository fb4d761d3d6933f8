"""Put a conclusion into the few words that stand largest on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Assessment, RiskFigure, Score
    from ui.terms import Terms

translate = QCoreApplication.translate
MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class RiskWords:
    """Hold the risk in words: the group, one line per horizon, and where the figures come from."""

    group: str
    figures: tuple[str, ...] = ()
    cohort: str = ""
    remark: str = ""


def headline(assessment: Assessment, terms: Terms) -> str:
    """Name the category, or every one that is still possible."""
    diagnosis = assessment.diagnosis
    if diagnosis.category is not None:
        return terms.of("category", diagnosis.category)
    if not diagnosis.possible:
        return translate("VerdictWords", "No conclusion yet")
    names = [terms.of("category_short", code) for code in diagnosis.possible]
    #: Between the diagnoses that are still possible
    return translate("VerdictWords", " or ").join(names)


def risk_words(score: Score, terms: Terms) -> RiskWords | None:
    """Say the risk group with both columns; None where the model does not apply."""
    name = translate("VerdictWords", "Mayo MGUS")
    if not score.applicable:
        remark = terms.sentence("note", score.reason) if score.reason else ""
        return RiskWords("", remark=f"{name}: {remark}") if remark else None
    groups = score.possible_groups or ((score.group,) if score.group else ())
    named = "–".join(dict.fromkeys(terms.of("risk_group", g) for g in (groups[0], groups[-1])))
    sources = dict.fromkeys(terms.of("cohort", figure.source) for figure in score.risks)
    return RiskWords(
        group=f"{name}: {named} {_points(score)}",
        figures=_figures(score.risks),
        cohort=", ".join(sources),
        remark=terms.sentence("note", score.reason) if score.reason else "",
    )


def _points(score: Score) -> str:
    low, high = score.score_range or (score.score or 0, score.score or 0)
    points = str(low) if low == high else f"{low}–{high}"
    return f"{points}/{len(score.criteria)}"


def _figures(risks: tuple[RiskFigure, ...]) -> tuple[str, ...]:
    lines = []
    for horizon in sorted({risk.horizon_months for risk in risks}):
        at = [risk for risk in risks if risk.horizon_months == horizon]
        ignored = [risk for risk in at if not risk.competing_risk]
        competing = [risk for risk in at if risk.competing_risk]
        #: {0} years; {1} and {2} are percentages of patients who progress: if nobody died of
        #: something else, and counting that some do
        words = translate(
            "VerdictWords",
            "{0}-year progression: {1} % with death ignored, {2} % with death competing",
        )
        years = f"{horizon / MONTHS_A_YEAR:g}"
        lines.append(words.format(years, _span(ignored), _span(competing)))
    return tuple(lines)


def _span(risks: list[RiskFigure]) -> str:
    if not risks:
        return "?"
    low, high = min(risk.percent for risk in risks), max(risk.percent for risk in risks)
    return f"{low:f}" if low == high else f"{low:f}–{high:f}"
