"""Word POEMS for neurologist and haematologist: tier, clone, VEGF, response, and what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.letter import Cell, Line, Section, Table, Tone
from desktop_app.domain.letter_nerve import NEUROPATHY
from desktop_app.domain.letter_presentation import types_text
from desktop_app.domain.letter_sections import ALERT, CHECK, REMARK, UNKNOWN_SIGN, settling
from desktop_app.domain.myeloma_words import SEPARATOR
from desktop_app.domain.poems_words import (
    axis_best_text,
    axis_level_text,
    axis_values_text,
    neuropathy_type,
    pumch_text,
    tier_text,
)
from desktop_app.domain.trend import course_of
from desktop_app.domain.truth import Truth
from desktop_app.domain.unit_label import bounded, unit_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.conclusions import Assessment, Criterion, Score
    from desktop_app.domain.letter_sections import Writer
    from desktop_app.domain.observed_series import Observed
    from desktop_app.domain.poems_conclusions import Poems, PoemsResponse, PoemsTier, ResponseAxis
    from desktop_app.domain.trend import Course
    from desktop_app.domain.view import RecordView

# Serum and plasma stand in rows of their own: neither is compared with the other.
SPECIMENS = ("vegf_serum", "vegf_plasma", "vegf_unspecified")
SETTLED = ("confirmed", "confirmed_atypical")
_CLOSED = (*SETTLED, "not_supported")
_VEGF_SHARES = (0.22, 0.14, 0.16, 0.16, 0.16, 0.16)
_AXIS_SHARES = (0.15, 0.26, 0.18, 0.41)
_NOTHING = "–"
_NEUROPATHY, _CLONE, _NEUROLOGIC = "POEMS-DX-PN", "POEMS-DX-CLONE", "neurologic"
_REVIEW = ("POEMS-CLONE-NO", "POEMS-CLONE-REVIEW", "POEMS-CLONE-ATYP")  # no routes to a clone


def questions(found: Poems | None, view: RecordView, writer: Writer) -> Section:
    """Say what the findings leave to ask, and leave room for what else is asked."""
    asked = [writer.say(code) for code in _asked(found, view)]
    lines = tuple(Line(words, sign=REMARK) for words in asked)
    return Section(writer.say("questions"), lines, writing=2)


def _asked(found: Poems | None, view: RecordView) -> Iterator[str]:
    """Give the questions to the neurologist that what is known leaves open."""
    state = _state_of(_NEUROPATHY, found.tier) if found is not None else Truth.UNKNOWN
    if state is Truth.UNKNOWN:
        yield "ask_neuropathy"
    elif state is Truth.MET and not any(
        neuropathy_type(one.value) for one in view.findings(NEUROPATHY)
    ):
        yield "ask_type"
    if found is None or found.tier.tier not in _CLOSED:
        yield "ask_cause"
    axes = found.response.axes if found is not None and found.response is not None else ()
    if any(x.axis == _NEUROLOGIC and x.current == "progressed" for x in axes):
        yield "ask_worse"
    yield "ask_scores"


def _state_of(rule: str, tier: PoemsTier) -> Truth:
    return next((x.state for x in tier.criteria if x.id == rule), Truth.UNKNOWN)


def tier(found: Poems | None, writer: Writer) -> Section:
    """Say the tier with what must be said beside it; else that nothing speaks of POEMS."""
    heading = writer.say("poems")
    if found is None:
        return Section(heading, (Line(writer.say("no_panel"), Tone.QUIET),))
    one = found.tier
    sure = one.tier in SETTLED
    lines = [
        Line(
            tier_text(one, writer.trace),
            Tone.STRONG if sure else Tone.UNKNOWN,
            "" if sure else UNKNOWN_SIGN,
        )
    ]
    notes = (*one.flags, *one.unusual)
    lines += [Line(writer.note(note), Tone.WARNING, ALERT) for note in notes]
    for state, code in ((one.castleman, "castleman"), (one.tafro_suspected, "tafro")):
        if state is Truth.MET:
            lines.append(Line(writer.say(code)))
    if one.opened is not None:
        lines.append(Line(writer.note(one.opened), Tone.QUIET))
    if found.pumch is not None:
        lines += _risk(found.pumch, writer)
    return Section(heading, tuple(lines))


def _risk(score: Score, writer: Writer) -> Iterator[Line]:
    """Say the points as a range, and which inputs would settle it."""
    said = pumch_text(score, writer.trace)
    if said:
        yield Line(said)
    unknown = tuple(writer.trace.rule(one) for one in score.criteria if one.state is Truth.UNKNOWN)
    if score.applicable and unknown:
        words = writer.say("risk_open", names=writer.trace.listed(unknown))
        yield Line(words, Tone.UNKNOWN, UNKNOWN_SIGN)


def open_tests(assessment: Assessment, writer: Writer) -> Section | None:
    """Say which tests come next for the tier, and which would settle more; else nothing."""
    lines = []
    tests = assessment.poems.tier.next_tests if assessment.poems is not None else ()
    if tests:
        names = writer.trace.listed(tuple(map(writer.trace.name, tests)))
        lines.append(Line(writer.say("next_tests", names=names), Tone.UNKNOWN, UNKNOWN_SIGN))
    lines += settling(assessment, writer)
    return Section(writer.say("open"), tuple(lines)) if lines else None


def clone(found: Poems | None, view: RecordView, writer: Writer) -> Section | None:
    """Say the bands that were seen, by which routes the clone is shown, and which are open."""
    lines = [Line(words) for words in (types_text(view, writer),) if words]
    routes = tuple(_routes(found.tier)) if found is not None else ()
    for state, code, tone, sign in (
        (Truth.MET, "shown_by", Tone.PLAIN, CHECK),
        (Truth.UNKNOWN, "route_open", Tone.UNKNOWN, UNKNOWN_SIGN),
        (Truth.NOT_MET, "not_shown", Tone.QUIET, ""),
    ):
        names = tuple(writer.trace.rule(one) for one in routes if one.state is state)
        if names:
            lines.append(Line(writer.say(code, names=writer.trace.listed(names)), tone, sign))
    return Section(writer.say("clone"), tuple(lines)) if lines else None


def _routes(one: PoemsTier) -> Iterator[Criterion]:
    for criterion in one.criteria:
        if criterion.id == _CLONE:
            yield from (part for part in criterion.criteria if part.id not in _REVIEW)


def vegf(view: RecordView, writer: Writer) -> Section:
    """Give VEGF by specimen with the limit of its own laboratory; never one beside the other."""
    heading = writer.say("vegf")
    courses = [course for course in _courses(view, writer) if course is not None]
    told = tuple(_in_words(view, writer))
    lines = [Line(writer.say("vegf_words", names=writer.trace.listed(told)))] if told else []
    if not courses:
        lines = lines or [Line(writer.say("no_vegf"), Tone.UNKNOWN, UNKNOWN_SIGN)]
        return Section(heading, tuple(lines))
    lines.insert(0, Line(writer.say("vegf_apart"), Tone.QUIET))
    rows = tuple(_vegf_row(course, writer) for course in courses)
    heads = tuple(
        writer.say(code) for code in ("specimen", "limit", "first", "highest", "lowest", "latest")
    )
    return Section(heading, tuple(lines), Table(heads, rows, _VEGF_SHARES))


def _courses(view: RecordView, writer: Writer) -> Iterator[Course | None]:
    catalogue = writer.trace.catalogue
    for code in SPECIMENS:
        yield course_of(view.record, code, as_of=view.as_of, catalogue=catalogue)


def _in_words(view: RecordView, writer: Writer) -> Iterator[str]:
    """Name what was reported without a number."""
    for code in SPECIMENS:
        for one in view.results(code):
            if one.value is None and one.interpretation is not None:
                said = writer.trace.of("answer", one.interpretation)
                text = f"{_specimen(code, writer)} {said}"
                yield writer.say("aside", text=text, inside=one.date.text)


def _vegf_row(course: Course, writer: Writer) -> tuple[Cell, ...]:
    """Give first, highest, lowest and latest value of what was measured alike; else the latest."""
    alike = [one for one in course.points if one.comparable(course.latest)]
    highest = max(alike, key=lambda one: one.value)
    ends = [alike[0], highest, course.nadir] if len(alike) > 1 else []
    limit = course.latest.result.high
    outside = Tone.WARNING if course.outside is not None else Tone.STRONG
    return (
        Cell(_specimen(course.code, writer), aside=unit_label(course.unit)),
        Cell(_NOTHING if limit is None else f"{limit:f}"),
        *(map(_value, ends) if ends else [Cell(_NOTHING)] * 3),
        _value(course.latest, outside),
    )


def _specimen(code: str, writer: Writer) -> str:
    return writer.say("unsaid") if code == SPECIMENS[-1] else writer.trace.name(code)


def _value(one: Observed, tone: Tone = Tone.PLAIN) -> Cell:
    return Cell(bounded(f"{one.value:f}", one.result.comparator), tone, one.on.text)


def response(found: PoemsResponse | None, writer: Writer) -> Section | None:
    """Give the five axes side by side: now, best, and the values behind; there is no total.

    Where one reason keeps all of them from being judged, as before treatment, it is said once.
    """
    if found is None or not found.axes:
        return None
    reasons = {None if each.evaluable else each.reason for each in found.axes}
    (reason,) = reasons if len(reasons) == 1 else (None,)
    if reason is not None:
        said = Line(writer.note(reason), Tone.UNKNOWN, UNKNOWN_SIGN)
        return Section(writer.say("response"), (said,))
    lines = [Line(writer.note(flag), sign=CHECK) for flag in found.flags]
    rows = tuple(_axis(each, writer) for each in found.axes)
    heads = tuple(writer.say(code) for code in ("axis", "now", "best", "values"))
    return Section(writer.say("response"), tuple(lines), Table(heads, rows, _AXIS_SHARES))


def _axis(axis: ResponseAxis, writer: Writer) -> tuple[Cell, ...]:
    firm = axis.evaluable and axis.confirmed and not axis.pending and len(axis.possible) < 2
    notes = ((axis.reason,) if axis.reason is not None else ()) + axis.notes
    said = " ".join(writer.note(note) for note in notes)
    values = axis_values_text(axis, writer.trace)
    return (
        Cell(writer.trace.of("axis", axis.axis)),
        Cell(axis_level_text(axis, writer.trace), Tone.STRONG if firm else Tone.UNKNOWN),
        Cell(axis_best_text(axis, writer.trace) or _NOTHING),
        Cell(values, aside=said) if values else Cell(said or _NOTHING),
    )


def watched(found: Poems | None, writer: Writer) -> Section | None:
    """Say what falls due when, in order of time, the tests of one day together; else nothing."""
    due: dict[str, list[str]] = {}
    for series in found.watch if found is not None else ():
        if series.due is not None:
            name = writer.trace.of("poems_series", series.series)
            due.setdefault(series.due, []).append(name)
    if not due:
        return None
    told = (
        writer.say("aside", text=writer.trace.listed(tuple(names)), inside=day)
        for day, names in sorted(due.items())
    )
    return Section("", (Line(writer.say("watched", names=SEPARATOR.join(told))),))
