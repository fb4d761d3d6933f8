"""Turn the trace of an assessment into rows in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ui.models.reasoning_tree import Reason

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Assessment, Criterion, Input
    from desktop_app.domain.sources import Evidence, Source
    from ui.terms import Terms


def reason_of(criterion: Criterion, terms: Terms, evidence: Evidence | None = None) -> Reason:
    """Put one criterion and its parts into words; with evidence, also its citation."""
    sources = evidence.sources if evidence else {}
    return Reason(
        label=terms.rule(criterion),
        state=criterion.state,
        state_word=terms.state(criterion.state),
        value=_values(criterion.inputs, terms),
        brief=_brief(criterion.inputs, terms),
        threshold=terms.threshold(criterion.id, criterion.threshold or ""),
        date=" · ".join(dict.fromkeys(each.date for each in criterion.inputs if each.date)),
        source=terms.of("source", criterion.source) if criterion.source else "",
        citation=_citation(sources.get(criterion.source or "")),
        note=terms.sentence("note", criterion.note) if criterion.note else "",
        rule=criterion.id,
        parts=tuple(reason_of(part, terms, evidence) for part in criterion.criteria),
    )


def reasons_of(
    assessment: Assessment,
    terms: Terms,
    evidence: Evidence,
    *,
    diagnosis: str,
    conflicts: str,
) -> tuple[Reason, ...]:
    """Give the trace under its headings, and where the sources differ; no heading stands alone."""
    models = [(name, score) for name, score in assessment.scores if score.applicable]
    models = models or [("mayo_mgus", assessment.mayo_mgus)]
    headings = (
        (diagnosis, assessment.diagnosis.criteria),
        *((terms.of("model", name), score.criteria) for name, score in models),
    )
    trace = (
        Reason(label=label, parts=tuple(reason_of(each, terms, evidence) for each in criteria))
        for label, criteria in headings
    )
    ledger = Reason(label=conflicts, parts=_conflicts(assessment, terms, evidence))
    return tuple(heading for heading in (*trace, ledger) if heading.parts)


def _conflicts(assessment: Assessment, terms: Terms, evidence: Evidence) -> tuple[Reason, ...]:
    """Say what lin2026 prints and what is used instead, where it touches the patient."""
    entries = (evidence.conflicts[name] for name in assessment.conflicts)
    return tuple(
        Reason(
            label=entry.printed[terms.language],
            source=terms.of("source", "lin2026"),
            citation=_citation(evidence.sources.get("lin2026")),
            note=entry.used[terms.language],
            rule=entry.id,
        )
        for entry in entries
    )


def _citation(source: Source | None) -> str:
    if source is None:
        return ""
    return f"{source.citation} doi:{source.doi}" if source.doi else source.citation


def _brief(inputs: tuple[Input, ...], terms: Terms) -> str:
    """Join the values; a unit that all share stands once, behind the last."""
    if len({each.unit for each in inputs}) == 1:
        inputs = (*(replace(each, unit=None) for each in inputs[:-1]), inputs[-1])
    return " / ".join(terms.value(each) for each in inputs)


def _values(inputs: tuple[Input, ...], terms: Terms) -> str:
    if len({each.code for each in inputs}) < 2:
        return " · ".join(terms.value(each) for each in inputs)
    return " · ".join(f"{terms.analyte(each.code)} {terms.value(each)}" for each in inputs)
