"""Turn a criterion of the trace into a row in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.verification import awaits
from ui.models.reasoning_tree import Reason

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion, Input
    from desktop_app.domain.sources import Evidence, Source
    from ui.terms import Terms


def reason_of(criterion: Criterion, terms: Terms, evidence: Evidence | None = None) -> Reason:
    """Put one criterion and its parts into words; with evidence, also its citation."""
    sources = evidence.sources if evidence else {}
    return Reason(
        label=terms.rule(criterion),
        state=criterion.state,
        state_word=terms.state(criterion.state),
        value=terms.values(criterion.inputs),
        brief=_brief(criterion.inputs, terms),
        threshold=terms.threshold(criterion.id, criterion.threshold),
        date=" · ".join(dict.fromkeys(each.date for each in criterion.inputs if each.date)),
        source=terms.of("source", criterion.source) if criterion.source else "",
        citation=citation_of(sources.get(criterion.source or "")),
        note=terms.sentence("note", criterion.note) if criterion.note else "",
        rule=criterion.id,
        awaiting=awaiting_words() if awaits(criterion) else "",
        parts=tuple(reason_of(part, terms, evidence) for part in criterion.criteria),
    )


def awaiting_words() -> str:
    """Say that a rule is in use although nobody has verified it yet."""
    return QCoreApplication.translate("Reasons", "awaiting verification")


def awaiting(text: str) -> str:
    """Mark a text whose rule awaits verification."""
    #: {0} is what a rule says that nobody has verified yet
    return QCoreApplication.translate("Reasons", "{0} (awaiting verification)").format(text)


def citation_of(source: Source | None) -> str:
    """Give a source with its DOI; nothing where none is named."""
    if source is None:
        return ""
    return f"{source.citation} doi:{source.doi}" if source.doi else source.citation


def _brief(inputs: tuple[Input, ...], terms: Terms) -> str:
    """Join the values; a unit that all share stands once, behind the last."""
    if len({each.unit for each in inputs}) == 1:
        inputs = (*(replace(each, unit=None) for each in inputs[:-1]), inputs[-1])
    return " / ".join(terms.value(each) for each in inputs)
