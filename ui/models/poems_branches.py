"""Gather what is concluded of POEMS into branches: criteria, risk, work-up, follow-up, care."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.domain import poems_words as said
from desktop_app.domain.myeloma_words import SEPARATOR
from desktop_app.domain.risk_text import interval_text, percent_text, years_text
from desktop_app.domain.truth import Truth
from desktop_app.domain.verification import rule_awaits
from ui import theme
from ui.models.due_words import DueWords
from ui.models.myeloma_care import work_item
from ui.models.poems_axes import axes_branch
from ui.models.reasoning_tree import Reason
from ui.models.reasons import awaiting_words, reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from desktop_app.domain.conclusions import Assessment, Criterion, Note, Score, WorkupItem
    from desktop_app.domain.poems_conclusions import Poems, PoemsTier, WatchedSeries
    from desktop_app.domain.sources import Evidence
    from ui.terms import Terms

translate = QCoreApplication.translate
# The inputs of POEMS-DX by block, in the order of the contract's table.
MANDATORY = ("POEMS-DX-PN", "POEMS-DX-CLONE")
MAJORS = ("POEMS-DX-CD", "POEMS-DX-BONE", "POEMS-DX-VEGF")
MINORS = (
    *("POEMS-DX-ORG", "POEMS-DX-EVO", "POEMS-DX-ENDO"),
    *("POEMS-DX-SKIN", "POEMS-DX-PAP", "POEMS-DX-CBC"),
)

NAMES_A_LINE = 3


def poems_reasons(assessment: Assessment, terms: Terms, evidence: Evidence) -> tuple[Reason, ...]:
    """Give every part of the picture under its heading; one row where there is no picture."""
    picture = assessment.poems
    if picture is None:
        return (Reason(translate("Poems", "Nothing recorded speaks of POEMS.")),)
    branches = _Branches(assessment.as_of, terms, evidence).of(picture)
    return tuple(branch for branch in branches if branch.parts)


class _Branches:
    """Make the branches: what decides the diagnosis first, then what follows from it."""

    def __init__(self, as_of: date, terms: Terms, evidence: Evidence) -> None:
        self._as_of = as_of.isoformat()
        self._terms, self._evidence = terms, evidence
        self._words = DueWords(terms)

    def of(self, picture: Poems) -> Iterator[Reason]:
        """Give the branches in their order."""
        yield from self._criteria(picture.tier)
        yield self._next_tests(picture.tier)
        if picture.response is not None:
            yield axes_branch(picture.response, self._terms, self._evidence)
        if picture.pumch is not None:
            yield self._pumch(picture.pumch)
        rows = self._rows(picture.adverse)
        yield Reason(translate("Poems", "Adverse factors (not weighted)"), parts=rows)
        yield from self._workup(picture.workup)
        watched = sorted(picture.watch, key=lambda each: each.due or "9999")
        yield Reason(
            translate("Poems", "Follow-up of each series"),
            parts=tuple(map(self._watched, watched)),
        )
        yield Reason(
            translate("Poems", "Treatment as published: options, no orders"),
            parts=tuple(map(self._prompt, picture.treatment)),
        )
        yield Reason(translate("Poems", "Other diseases"), parts=self._folded(picture.differential))
        yield Reason(
            translate("Poems", "Other criteria, only shown"), parts=self._folded(picture.others)
        )

    def _criteria(self, tier: PoemsTier) -> Iterator[Reason]:
        """Give the sheet of criteria block by block, and what else was looked at."""
        by_id = {each.id: each for each in tier.criteria}
        blocks = dict(tier.blocks)
        head = [by_id[each] for each in ("POEMS-DX",) if each in by_id]
        minded = (*tier.unusual, *tier.flags)
        flags = (Reason(f"{theme.SIGNS['warning']} {self._said((x,))}") for x in minded)
        yield Reason(
            said.tier_text(tier, self._terms),
            note=self._said((tier.opened,)) if tier.opened is not None else "",
            parts=(*flags, *self._folded(head)),
        )
        named = (
            (translate("Poems", "Both are needed"), MANDATORY, None),
            (translate("Poems", "Other majors: one is needed"), MAJORS, blocks.get("majors")),
            (translate("Poems", "Minors: one is needed"), MINORS, blocks.get("minors")),
        )
        for label, wanted, state in named:
            rows = self._rows(by_id[each] for each in wanted if each in by_id)
            yield Reason(label, value=self._terms.of("state", state) if state else "", parts=rows)
        sheet = {"POEMS-DX", *MANDATORY, *MAJORS, *MINORS}
        rest = [each for each in tier.criteria if each.id not in sheet]
        yield Reason(translate("Poems", "Beside the criteria"), parts=self._folded(rest))

    def _next_tests(self, tier: PoemsTier) -> Reason:
        """Name the tests, a few in a line: each is a short name."""
        names = [self._terms.analyte(code) for code in dict.fromkeys(tier.next_tests)]
        lines = (names[x : x + NAMES_A_LINE] for x in range(0, len(names), NAMES_A_LINE))
        return Reason(
            translate("Poems", "Tests that come next"),
            parts=tuple(Reason(SEPARATOR.join(line)) for line in lines),
        )

    def _pumch(self, score: Score) -> Reason:
        figures = []
        for risk in score.risks:
            #: {0} years, {1} percent of patients who are alive then, {2} risk group
            words = translate("Poems", "Alive after {0} years: {1} % ({2})")
            group = self._terms.of("risk_group", risk.group)
            told = words.format(years_text(risk.horizon_months), percent_text([risk]), group)
            interval = interval_text([risk])
            source = self._terms.of("source", risk.source)
            figures.append(Reason(f"{told} {interval}".strip(), source=source))
        return Reason(
            said.pumch_text(score, self._terms),
            note=self._said(score.notes),
            rule="POEMS-PUMCH",
            parts=(*figures, *self._rows(score.criteria)),
        )

    def _workup(self, items: tuple[WorkupItem, ...]) -> Iterator[Reason]:
        """Give what is due first; what was done waits behind a row."""
        if not items:
            return
        waiting = tuple(work_item(x, self._words, self._terms) for x in self._words.waiting(items))
        done = tuple(work_item(x, self._words, self._terms) for x in items if x.state == "done")
        folded = (Reason(translate("Poems", "Done"), folded=True, parts=done),) if done else ()
        yield Reason(self._words.progress(items), folded=True, parts=(*waiting, *folded))

    def _watched(self, series: WatchedSeries) -> Reason:
        late = series.due is not None and series.due < self._as_of
        #: Before a day on which a test falls due
        due = translate("Poems", "due {0}").format(series.due) if series.due else ""
        alert = f"{theme.SIGNS['warning']} {self._said((series.alert,))}" if series.alert else ""
        return Reason(
            self._terms.of("poems_series", series.series),
            value=f"{theme.SIGNS['warning']} {due}" if late else due,
            date=series.last or translate("Poems", "never"),
            note=self._said((series.words,)),
            rule="POEMS-FU",
            awaiting=awaiting_words() if rule_awaits("POEMS-FU") else "",
            parts=(Reason(alert),) if alert else (),
        )

    def _prompt(self, criterion: Criterion) -> Reason:
        """Say an option in a line of its own; one that waits for a test says so."""
        row = reason_of(criterion, self._terms, self._evidence)
        told = f"{row.label}: {row.note}" if row.note else row.label
        if criterion.state is not Truth.MET:
            #: {0} is a sentence on treatment, shown although a test that it depends on is missing
            told = translate("Poems", "? May apply: {0}").format(told)
        return replace(
            row,
            label=told,
            state=None,
            state_word="",
            note="",
            folded=True,
            parts=tuple(map(self._prompt, criterion.criteria)),
        )

    def _rows(self, criteria: Iterable[Criterion]) -> tuple[Reason, ...]:
        return tuple(reason_of(each, self._terms, self._evidence) for each in criteria)

    def _folded(self, criteria: Iterable[Criterion]) -> tuple[Reason, ...]:
        return tuple(replace(row, folded=True) for row in self._rows(criteria))

    def _said(self, notes: Iterable[Note]) -> str:
        return SEPARATOR.join(self._terms.sentence("note", note) for note in notes)
