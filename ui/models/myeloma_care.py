"""Gather scores, protection and reminders of myeloma care into branches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.care_words import care_remarks, care_text
from desktop_app.domain.myeloma_words import SEPARATOR
from desktop_app.domain.truth import Truth
from desktop_app.domain.verification import rule_awaits
from ui.models.due_words import DueWords
from ui.models.reasoning_tree import Reason
from ui.models.reasons import awaiting_words, reason_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.conclusions import Criterion, Score, WorkupItem
    from desktop_app.domain.myeloma_conclusions import Myeloma
    from desktop_app.domain.sources import Evidence
    from ui.terms import Terms

translate = QCoreApplication.translate


def care_branches(picture: Myeloma, terms: Terms, evidence: Evidence) -> Iterator[Reason]:
    """Give the list of protection, the scores and the reminders."""
    words = DueWords(terms)
    yield Reason(
        translate("Myeloma", "Protection before and on treatment"),
        parts=tuple(work_item(each, words, terms) for each in picture.prophylaxis),
    )
    yield Reason(
        translate("Myeloma", "Frailty and thrombosis: information"),
        parts=tuple(_score(name, score, terms, evidence) for name, score in picture.scores),
    )
    yield Reason(
        translate("Myeloma", "Reminders as reported elsewhere: no order"),
        parts=tuple(_reminder(each, terms, evidence) for each in picture.reminders),
    )


def work_item(item: WorkupItem, words: DueWords, terms: Terms) -> Reason:
    """Give one test or protection with its state and day."""
    return Reason(
        terms.of("workup", item.item),
        value=words.state(item),
        date=item.on or "",
        note=terms.sentence("note", item.reason) if item.reason else "",
        rule=item.rule,
        awaiting=awaiting_words() if rule_awaits(item.rule) else "",
    )


def _score(name: str, score: Score, terms: Terms, evidence: Evidence) -> Reason:
    return Reason(
        care_text(name, score, terms),
        note=SEPARATOR.join(care_remarks(score, terms)),
        rule=name,
        awaiting=awaiting_words() if rule_awaits(name) else "",
        folded=True,
        parts=tuple(reason_of(each, terms, evidence) for each in score.criteria),
    )


def _told(criterion: Criterion, terms: Terms) -> str:
    """Say a reminder in a line of its own; one that waits for a test says so."""
    words = terms.of("reminder", criterion.id)
    if criterion.state is Truth.MET:
        return words
    #: {0} is a sentence on treatment, shown although a test that it depends on is missing
    return translate("Myeloma", "? May apply: {0}").format(words)


def _reminder(criterion: Criterion, terms: Terms, evidence: Evidence) -> Reason:
    row = reason_of(criterion, terms, evidence)
    return Reason(
        _told(criterion, terms),
        note=row.note,
        citation=row.citation or row.source,
        rule=criterion.id,
        folded=True,
        parts=row.parts,
    )
