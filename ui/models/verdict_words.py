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
# The highest total of a model whose parts count more than one point each.
_MOST = {"imwg_2020_points": 17}


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


def risk_words(assessment: Assessment, terms: Terms) -> tuple[RiskWords, ...]:
    """Say every model that applies; where none does, why the MGUS score does not."""
    told = [_told(name, score, terms) for name, score in assessment.scores if score.applicable]
    reason = assessment.mayo_mgus.reason
    if not told and reason is not None:
        remark = f"{terms.of('model', 'mayo_mgus')}: {terms.sentence('note', reason)}"
        return (RiskWords("", remark=remark),)
    return tuple(told)


def _told(name: str, score: Score, terms: Terms) -> RiskWords:
    groups = score.possible_groups
    named = "–".join(dict.fromkeys(terms.of("risk_group", g) for g in (groups[0], groups[-1])))
    two_columns = any(figure.competing_risk for figure in score.risks)
    sources = dict.fromkeys(terms.of("cohort", figure.source) for figure in score.risks)
    return RiskWords(
        group=f"{terms.of('model', name)}: {named} {_points(name, score)}",
        figures=_two_columns(score.risks) if two_columns else _one_column(score.risks, terms),
        cohort=", ".join(sources) if two_columns else "",
        remark=terms.sentence("note", score.reason) if score.reason else "",
    )


def _points(name: str, score: Score) -> str:
    low, high = score.score_range or (0, 0)
    points = str(low) if low == high else f"{low}–{high}"
    return f"{points}/{_MOST.get(name, len(score.criteria))}"


def _two_columns(risks: tuple[RiskFigure, ...]) -> tuple[str, ...]:
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
        lines.append(words.format(_years(horizon), _span(ignored), _span(competing)))
    return tuple(lines)


def _one_column(risks: tuple[RiskFigure, ...], terms: Terms) -> tuple[str, ...]:
    """Say the figures of each cohort apart: they were measured in different people."""
    places = dict.fromkeys((risk.horizon_months, risk.source) for risk in risks)
    lines = []
    for horizon, source in places:
        at = [x for x in risks if (x.horizon_months, x.source) == (horizon, source)]
        #: {0} years, {1} percent of patients who progress, {2} the people in whom it was measured
        words = translate("VerdictWords", "{0}-year progression: {1} % ({2})")
        lines.append(words.format(_years(horizon), _span(at), terms.of("cohort", source)))
    return tuple(lines)


def _years(months: int) -> str:
    return f"{months / MONTHS_A_YEAR:g}"


def _span(risks: list[RiskFigure]) -> str:
    if not risks:
        return "?"
    low, high = min(risk.percent for risk in risks), max(risk.percent for risk in risks)
    return f"{low:f}" if low == high else f"{low:f}–{high:f}"
