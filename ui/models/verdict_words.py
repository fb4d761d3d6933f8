"""Put a conclusion into the few words that stand largest on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.risk_text import interval_text, percent_text, points_text, years_text
from desktop_app.domain.verification import score_awaits

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Assessment, MedianTime, RiskFigure, Score
    from ui.terms import Terms

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RiskWords:
    """Hold the risk in words: the group, one line per horizon, and where the figures come from.

    ``fitting`` marks the model that suits what is known, where several apply; ``awaiting`` one
    that rests on something not verified yet.
    """

    group: str
    figures: tuple[str, ...] = ()
    cohort: str = ""
    remark: str = ""
    notes: tuple[str, ...] = ()
    fitting: bool = False
    awaiting: bool = False


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
    models = [(name, score) for name, score in assessment.scores if score.applicable]
    fitting = assessment.fitting_model if len(models) > 1 else None
    reason = assessment.mayo_mgus.reason
    if not models and reason is not None:
        remark = group_line(terms.of("model", "mayo_mgus"), terms.sentence("note", reason))
        return (RiskWords("", remark=remark),)
    return tuple(told(name, score, terms, fitting=name == fitting) for name, score in models)


def told(name: str, score: Score, terms: Terms, *, fitting: bool = False) -> RiskWords:
    """Say one model: its group and points, its figures, and the people they were measured in."""
    two_columns = any(figure.competing_risk for figure in score.risks)
    sources = dict.fromkeys(terms.of("cohort", figure.source) for figure in score.risks)
    figures = _two_columns(score.risks) if two_columns else _one_column(score.risks, terms)
    return RiskWords(
        group=group_line(terms.of("model", name), group_words(name, score, terms)),
        figures=(*figures, *_medians(score.medians, terms)),
        cohort=", ".join(sources) if two_columns else "",
        remark=terms.sentence("note", score.reason) if score.reason else "",
        notes=tuple(terms.sentence("note", note) for note in score.notes),
        fitting=fitting,
        awaiting=score_awaits(score),
    )


def group_line(model: str, said: str) -> str:
    """Join the name of a model and what it says."""
    #: {0} is a risk model, {1} its group and points, or why it does not apply
    return translate("VerdictWords", "{0}: {1}").format(model, said)


def group_words(name: str, score: Score, terms: Terms) -> str:
    """Say the group and the points of a model as far as they are known."""
    return f"{groups_text(score, terms)} {points_text(name, score)}".strip()


def groups_text(score: Score, terms: Terms) -> str:
    """Say the group, or the first and the last of those that are still possible."""
    groups = score.possible_groups
    ends = dict.fromkeys((groups[0], groups[-1])) if groups else ()
    return "–".join(terms.of("risk_group", group) for group in ends)


def _two_columns(risks: tuple[RiskFigure, ...]) -> tuple[str, ...]:
    """Say each horizon with both columns: death from other causes ignored, and competing."""
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
        lines.append(
            words.format(years_text(horizon), percent_text(ignored), percent_text(competing))
        )
    return tuple(lines)


def _one_column(risks: tuple[RiskFigure, ...], terms: Terms) -> tuple[str, ...]:
    """Say the figures of each cohort apart: they were measured in different people."""
    places = dict.fromkeys((risk.horizon_months, risk.source) for risk in risks)
    lines = []
    for horizon, source in places:
        at = [x for x in risks if (x.horizon_months, x.source) == (horizon, source)]
        cohort = terms.of("cohort", source)
        interval = interval_text(at)
        if interval:
            #: {0} years, {1} percent, {2} its confidence interval, {3} the people measured
            words = translate("VerdictWords", "{0}-year progression: {1} % (95 % CI {2}; {3})")
            said = (years_text(horizon), percent_text(at), interval, cohort)
            lines.append(words.format(*said))
            continue
        #: {0} years, {1} percent of patients who progress, {2} the people in whom it was measured
        words = translate("VerdictWords", "{0}-year progression: {1} % ({2})")
        lines.append(words.format(years_text(horizon), percent_text(at), cohort))
    return tuple(lines)


def _medians(medians: tuple[MedianTime, ...], terms: Terms) -> tuple[str, ...]:
    """Say the median time until progression, each cohort apart."""
    lines = []
    for source in dict.fromkeys(median.source for median in medians):
        at = sorted({median.months for median in medians if median.source == source})
        months = "–".join(f"{each:f}" for each in dict.fromkeys((at[0], at[-1])))
        #: {0} months, {1} the people in whom it was measured
        words = translate("VerdictWords", "Median until progression: {0} months ({1})")
        lines.append(words.format(months, terms.of("cohort", source)))
    return tuple(lines)
