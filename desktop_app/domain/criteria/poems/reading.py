"""Read entries over time as POEMS-DX-TIME asks: features need not coincide.

An input is yes once any entry to date says yes. Without one the latest entry decides that is not
later than the first clone-directed treatment: what comes after it can say yes, never no.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.criteria.poems.clone_treatment import clone_treatments
from desktop_app.domain.criterion import MISSING, Rule, input_of
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.truth import Truth
from desktop_app.domain.view import RecordView, latest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from desktop_app.domain.criterion import Judgement
    from desktop_app.domain.record import Finding, Result


@dataclass(frozen=True, slots=True)
class Told:
    """Hold what one entry says of an input."""

    date: PartialDate
    truth: Truth
    input: Input
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Hold what all entries say together; ``told`` are those on which it rests.

    ``counted`` tells whether an entry could decide: one that says yes, or one before treatment.
    """

    truth: Truth
    told: tuple[Told, ...] = ()
    note: Note | None = MISSING.note
    counted: bool = False

    @property
    def since(self) -> PartialDate | None:
        """Give the first day on which it was yes."""
        return self.told[0].date if self.truth is Truth.MET else None

    @property
    def inputs(self) -> tuple[Input, ...]:
        """Show what it rests on; of many entries that say yes the first."""
        shown = self.told[:1] if self.truth is Truth.MET else self.told
        return tuple(x.input for x in shown)


@dataclass(frozen=True, slots=True)
class Feature:
    """Hold one input of POEMS-DX in the trace, and the first day on which it was yes."""

    criterion: Criterion
    since: PartialDate | None = None

    @property
    def state(self) -> Truth:
        """Give the answer."""
        return self.criterion.state


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold a record as of a day with the first day that clone-directed treatment may have begun."""

    view: RecordView
    treated: date | None

    def untreated(self, day: PartialDate) -> bool:
        """Tell whether a day is certainly not later than the first clone-directed treatment."""
        return self.treated is None or day.last <= self.treated

    def answer(self, entries: Iterable[Told]) -> Answer:
        """Combine the entries of one input."""
        told = tuple(sorted(entries, key=_place))
        met = tuple(x for x in told if x.truth is Truth.MET)
        if met:
            return Answer(Truth.MET, met, met[0].note, counted=True)
        counted = latest_of(x for x in told if self.untreated(x.date))
        if not counted:
            note = Note("poems_only_after_treatment") if told else MISSING.note
            return Answer(Truth.UNKNOWN, latest_of(told), note)
        if len({x.truth for x in counted}) > 1:
            return Answer(Truth.UNKNOWN, counted, Note("values_disagree"), counted=True)
        note = next((x.note for x in counted if x.note is not None), None)
        return Answer(counted[0].truth, counted, note, counted=True)

    def findings(self, code: str, judged: Callable[[Finding], Judgement]) -> Iterator[Told]:
        """Give what each finding of a code says."""
        for each in self.view.findings(code):
            told = judged(each)
            yield Told(each.date, told.truth, finding_input(each), told.note)

    def results(self, code: str, judged: Callable[[Result], Judgement]) -> Iterator[Told]:
        """Give what each result of a code says."""
        for each in self.view.results(code):
            told = judged(each)
            yield Told(each.date, told.truth, input_of(each), told.note)

    def flags(self, code: str) -> Iterator[Told]:
        """Give what each yes-or-no finding of a code says."""
        for each in self.view.findings(code):
            yield Told(each.date, Truth.of(each.value is True), finding_input(each))


def reading_of(view: RecordView) -> Reading:
    """Read a record as of the view's day."""
    begun = clone_treatments(view)
    return Reading(view, begun[0].first if begun else None)


def feature(rule: Rule, answer: Answer) -> Feature:
    """Put the answer of one kind of entry into the trace."""
    return Feature(rule.answer(answer.truth, answer.inputs, answer.note), answer.since)


def group(rule: Rule, answers: dict[str, Answer]) -> Feature:
    """Put a group into the trace: yes if any is yes, no if all are no, else unknown."""
    met = [x for x in answers.values() if x.since is not None]
    shown = met or list(answers.values())
    inputs = [each for x in shown for each in x.inputs]
    if met:
        return Feature(rule.answer(Truth.MET, inputs), earliest(x.since for x in met))
    open_ = [code for code, x in answers.items() if x.truth is Truth.UNKNOWN]
    if not open_:
        return Feature(rule.answer(Truth.NOT_MET, inputs))
    note = Note("poems_signs_open", (("codes", ",".join(open_)),))
    return Feature(rule.answer(Truth.UNKNOWN, inputs, note if inputs else MISSING.note))


def earliest(days: Iterable[PartialDate | None]) -> PartialDate | None:
    """Give the first of some days, as far as they are known."""
    return min((x for x in days if x is not None), key=day_order, default=None)


def day_order(day: PartialDate) -> tuple[date, date]:
    """Order days by when they are certainly past."""
    return day.last, day.first


def finding_input(finding: Finding) -> Input:
    """Show a finding in the trace."""
    return Input(finding.code, finding.value, None, finding.date.text)


def _place(told: Told) -> tuple[object, ...]:
    return told.date.last, told.date.first, told.input.code, repr(told)
