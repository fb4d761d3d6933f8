"""Write what is concluded of POEMS as plain text: tier, risk, response by axis, and care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.catalogue import Catalogue
from desktop_app.domain.myeloma_words import SEPARATOR
from desktop_app.domain.poems_words import (
    axis_best_text,
    axis_point_text,
    axis_text,
    axis_values_text,
    level_text,
    pumch_text,
    tier_text,
    watch_text,
)
from desktop_app.domain.trace_words import TraceWords
from desktop_app.exchange.prose_criteria import criterion_lines
from desktop_app.exchange.prose_risk import score_remarks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.conclusions import Criterion, Note, Score
    from desktop_app.domain.poems_conclusions import (
        Poems,
        PoemsResponse,
        PoemsTier,
        ResponseAxis,
        WatchedSeries,
    )
    from desktop_app.domain.wording import Wording

# Nothing said here names an analyte.
_NO_NAMES = Catalogue({})


def poems_lines(picture: Poems, wording: Wording) -> Iterator[str]:
    """Give every part that was concluded, in the order in which a doctor reads them."""
    words = TraceWords(wording, _NO_NAMES)
    yield from _tier(picture.tier, words)
    if picture.pumch is not None:
        yield from _risk(picture.pumch, words)
    yield from _listed("text.poems_adverse", picture.adverse, wording)
    if picture.response is not None:
        yield from _response(picture.response, words)
    yield from _workup(picture, wording)
    yield from _watched(picture.watch, words)
    yield from _listed("text.poems_treatment", picture.treatment, wording)
    yield from _listed("text.poems_differential", picture.differential, wording)
    yield from _listed("text.poems_others", picture.others, wording)


def _remarks(notes: tuple[Note, ...], words: TraceWords, depth: int = 1) -> Iterator[str]:
    for note in notes:
        yield "  " * depth + words.sentence("note", note)


def _listed(head: str, criteria: tuple[Criterion, ...], wording: Wording) -> Iterator[str]:
    if criteria:
        yield wording.text(head)
    for criterion in criteria:
        yield from criterion_lines(criterion, wording)


def _tier(tier: PoemsTier, words: TraceWords) -> Iterator[str]:
    yield tier_text(tier, words)
    opened = () if tier.opened is None else (tier.opened,)
    yield from _remarks((*opened, *tier.unusual, *tier.flags), words)
    for criterion in tier.criteria:
        yield from criterion_lines(criterion, words.words)
    if tier.next_tests:
        names = SEPARATOR.join(map(words.words.name, tier.next_tests))
        yield words.words.text("text.poems_next", [("names", names)])


def _risk(score: Score, words: TraceWords) -> Iterator[str]:
    yield pumch_text(score, words)
    if score.applicable:
        for criterion in score.criteria:
            yield from criterion_lines(criterion, words.words)
        yield from score_remarks(score, words.words)


def _response(response: PoemsResponse, words: TraceWords) -> Iterator[str]:
    values = [("preset", words.of("axis_preset", response.preset))]
    if response.line is None:
        yield words.words.text("text.poems_response_open", values)
    else:
        values += [("line", str(response.line)), ("date", response.start or "?")]
        yield words.words.text("text.poems_response", values)
    for axis in response.axes:
        yield from _axis(axis, words)
    yield from _remarks((*response.flags, *response.banners), words)


def _axis(axis: ResponseAxis, words: TraceWords) -> Iterator[str]:
    """Tell an axis: what it says now, on which values, its best, and how it came there."""
    best = axis_best_text(axis, words)
    told = [axis_text(axis, words), axis_values_text(axis, words)]
    if best:
        told.append(words.words.text("text.line_best", [("response", best)]))
    told += [
        f"{words.of('axis_preset', name)}: {level_text(level, words)}"
        for name, level in axis.presets
    ]
    yield "  " + SEPARATOR.join(filter(None, told))
    reason = () if axis.reason is None else (axis.reason,)
    yield from _remarks((*reason, *axis.notes), words, 2)
    for point in axis.timeline:
        yield f"    {point.date}{SEPARATOR}{axis_point_text(point, words)}"
        yield from _remarks(point.notes, words, 3)


def _workup(picture: Poems, wording: Wording) -> Iterator[str]:
    if not picture.workup:
        return
    done, asked = picture.workup_done
    open_ = [wording.text(f"workup.{x.item}") for x in picture.workup if x.state != "done"]
    values = [("done", str(done)), ("all", str(asked)), ("names", SEPARATOR.join(open_) or "–")]
    yield wording.text("text.poems_workup", values)


def _watched(rows: tuple[WatchedSeries, ...], words: TraceWords) -> Iterator[str]:
    if rows:
        yield words.words.text("text.poems_watch")
    for row in rows:
        yield f"  {words.of('poems_series', row.series)}: {watch_text(row, words)}"
        if row.alert is not None:
            yield "    ! " + words.sentence("note", row.alert)
