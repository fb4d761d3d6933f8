"""Gather everything that an assessment concluded into the branches of the reasons view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.chart_words import percent_number
from desktop_app.domain.pace import paces
from desktop_app.domain.risk_text import interval_text, years_text
from desktop_app.domain.unit_label import percent
from desktop_app.domain.verification import rule_awaits, score_awaits
from ui.models.due_words import DueWords
from ui.models.evidence_cards import ledger_words
from ui.models.evolving_branch import evolving_reason
from ui.models.reasoning_tree import Reason
from ui.models.reasons import awaiting, awaiting_words, citation_of, reason_of
from ui.models.verdict_words import group_line, group_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.domain.conclusions import (
        Assessment,
        Criterion,
        Mgrs,
        NearestChange,
        Note,
        Score,
    )
    from desktop_app.domain.sources import Evidence
    from ui.terms import Terms

translate = QCoreApplication.translate


def reasons_of(assessment: Assessment, terms: Terms, evidence: Evidence) -> tuple[Reason, ...]:
    """Give the trace under its headings; no heading stands alone.

    What is asked at every visit comes first and stands open; what is looked up is folded.
    """
    branches = _Branches(assessment, terms, evidence)
    found = (*branches.conclusions(), *branches.looked_up())
    return tuple(heading for heading in found if heading.parts)


class _Branches:
    """Make the branches of one assessment in the words of one language."""

    def __init__(self, assessment: Assessment, terms: Terms, evidence: Evidence) -> None:
        self._assessment, self._terms, self._evidence = assessment, terms, evidence

    def conclusions(self) -> Iterator[Reason]:
        """Give diagnosis, the main models, evolving disease and the kidney."""
        assessment, terms = self._assessment, self._terms
        yield Reason(
            translate("Reasons", "Diagnosis"), parts=self._rows(assessment.diagnosis.criteria)
        )
        models = [(name, score) for name, score in assessment.scores if score.applicable]
        for name, score in models or [("mayo_mgus", assessment.mayo_mgus)]:
            fitting = name == assessment.fitting_model and len(models) > 1
            yield self._model(name, score, fitting=fitting)
        yield Reason(
            translate("Reasons", "Evolving disease"),
            parts=(
                *(
                    evolving_reason(each, terms, self._rows(each.criteria), self._evidence)
                    for each in assessment.evolving
                ),
                *self._notes("note", paces(assessment.series)),
            ),
        )
        yield Reason(translate("Reasons", "Kidney (MGRS)"), parts=self._mgrs(assessment.mgrs))

    def looked_up(self) -> Iterator[Reason]:
        """Give what is read once in a while: each branch is folded."""
        assessment = self._assessment
        for name, score in assessment.other_models:
            yield self._model(name, score, folded=True)
        yield self._workup()
        headings = (
            (
                translate("Reasons", "Visits and referral"),
                (*self._schedules(), *self._notes("note", assessment.follow_up.reasons)),
            ),
            (
                translate("Reasons", "Light chain ranges (second line, not in the score)"),
                self._rows(assessment.flc_ranges),
            ),
            (
                translate("Reasons", "Nearest change"),
                tuple(self._nearest(each) for each in assessment.nearest),
            ),
            (
                translate("Reasons", "Early treatment: information, not an order"),
                self._rows(assessment.early_treatment),
            ),
            (
                translate("Reasons", "Quality of the data"),
                self._notes("quality", assessment.quality),
            ),
            (
                ledger_words(),
                self._conflicts(),
            ),
        )
        for label, parts in headings:
            yield Reason(label, folded=True, parts=parts)

    def _rows(self, criteria: Iterable[Criterion]) -> tuple[Reason, ...]:
        return tuple(reason_of(each, self._terms, self._evidence) for each in criteria)

    def _notes(self, table: str, notes: Iterable[Note]) -> tuple[Reason, ...]:
        return tuple(Reason(self._terms.sentence(table, note)) for note in notes)

    def _model(
        self, name: str, score: Score, *, fitting: bool = False, folded: bool = False
    ) -> Reason:
        label = self._terms.of("model", name)
        if fitting:
            #: {0} is a risk model, the one that suits what is known of the patient
            label = translate("Reasons", "{0} (fits here)").format(label)
        if score.applicable:
            label = group_line(label, group_words(name, score, self._terms))
        waits = score_awaits(score) or rule_awaits(name)
        figures = self._figures(score) if score.applicable else ()
        return Reason(
            label,
            note=self._terms.sentence("note", score.reason) if score.reason else "",
            rule=name,
            awaiting=awaiting_words() if waits else "",
            folded=folded,
            parts=(*self._rows(score.criteria), *figures, *self._notes("note", score.notes)),
        )

    def _figures(self, score: Score) -> Iterator[Reason]:
        """Give every printed figure by itself, with its interval, group and people."""
        terms = self._terms
        two_columns = any(figure.competing_risk for figure in score.risks)
        death = (translate("Reasons", "death ignored"), translate("Reasons", "death competing"))
        for figure in score.risks:
            years = years_text(figure.horizon_months)
            interval = interval_text((figure,))
            ends = f" ({interval})" if interval else ""
            parts = (
                terms.of("risk_group", figure.group),
                death[figure.competing_risk] if two_columns else "",
            )
            yield Reason(
                #: {0} years, beside the percentage of patients who progress
                translate("Reasons", "Progression in {0} years").format(years),
                value=f"{percent(f'{figure.percent:f}', terms.language)}{ends}",
                source=terms.of("cohort", figure.source),
                citation=citation_of(self._evidence.sources.get(figure.source)),
                note=" · ".join(filter(None, parts)),
            )
        for median in score.medians:
            yield Reason(
                translate("Reasons", "Median until progression"),
                #: {0} months
                value=translate("Reasons", "{0} months").format(f"{median.months:f}"),
                source=terms.of("cohort", median.source),
                citation=citation_of(self._evidence.sources.get(median.source)),
                note=terms.of("risk_group", median.group),
            )

    def _mgrs(self, mgrs: Mgrs) -> tuple[Reason, ...]:
        if not (mgrs.criteria or mgrs.reasons or mgrs.lesion):
            return ()
        lesion = self._terms.of("answer", mgrs.lesion) if mgrs.lesion else ""
        advised = translate("Reasons", "Consider a kidney biopsy") if mgrs.biopsy_advised else ""
        suspected = Reason(
            translate("Reasons", "Kidney disease of the clone suspected"),
            mgrs.suspected,
            self._terms.state(mgrs.suspected),
            value=lesion,
            note=advised,
            parts=self._notes("note", mgrs.reasons),
        )
        return (suspected, *self._rows(mgrs.criteria))

    def _workup(self) -> Reason:
        """Tell every test of the work-up with its state, its day and the rule that asks for it."""
        words, workup = DueWords(self._terms), self._assessment.workup
        rows = (
            Reason(
                self._terms.of("workup", item.item),
                value=words.state(item),
                date=item.on or "",
                note=self._terms.sentence("note", item.reason) if item.reason else "",
                rule=item.rule,
            )
            for item in workup
        )
        return Reason(words.progress(workup), folded=True, parts=tuple(rows))

    def _schedules(self) -> Iterator[Reason]:
        """Tell what the interval follows, and what others propose."""
        words, follow_up = DueWords(self._terms), self._assessment.follow_up
        for each in (follow_up.schedule, *follow_up.beside):
            if each is not None:
                waits = awaiting_words() if rule_awaits(each.rule) else ""
                said = group_line(words.by(each), words.plan(each))
                yield Reason(awaiting(said) if waits else said, rule=each.rule, awaiting=waits)

    def _nearest(self, change: NearestChange) -> Reason:
        """Say which single value would lead to which other group."""
        terms = self._terms
        distance = change.distance_percent
        return Reason(
            f"{terms.analyte(change.code)} → {terms.of('risk_group', change.to_group)}",
            value=terms.threshold("", change.value),
            threshold=terms.threshold("", change.threshold),
            note=" · ".join(
                filter(
                    None,
                    (
                        ""
                        if distance is None
                        else percent(percent_number(distance), terms.language),
                        terms.of("model", change.model),
                    ),
                )
            ),
            rule=change.criterion,
        )

    def _conflicts(self) -> tuple[Reason, ...]:
        """Say what a document prints and what is used instead, where it touches the patient."""
        terms, sources = self._terms, self._evidence.sources
        entries = (self._evidence.conflicts[name] for name in self._assessment.conflicts)
        return tuple(
            Reason(
                label=entry.printed[terms.language],
                source=terms.of("source", entry.document),
                citation=citation_of(sources.get(entry.document)),
                note=entry.used[terms.language],
                rule=entry.id,
            )
            for entry in entries
        )
