"""Give each axis of the response with its course and its trace, folded below its name."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.domain import poems_words as said
from desktop_app.domain.myeloma_words import SEPARATOR, TO
from ui.models.reasoning_tree import Reason
from ui.models.reasons import reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.conclusions import Note
    from desktop_app.domain.poems_conclusions import AxisPoint, PoemsResponse, ResponseAxis
    from desktop_app.domain.sources import Evidence
    from ui.terms import Terms

translate = QCoreApplication.translate


def axes_branch(response: PoemsResponse, terms: Terms, evidence: Evidence) -> Reason:
    """Give the axes side by side; nothing joins them."""
    preset = terms.of("axis_preset", response.preset)
    if response.line is None:
        heading = translate("Poems", "Response, axis by axis")
    else:
        #: {0} is the number of a line of therapy
        heading = translate("Poems", "Response of line {0}, axis by axis").format(response.line)
    return Reason(
        heading,
        value=preset,
        date=response.start or "",
        folded=True,
        parts=(
            *(_Axis(terms, evidence).of(each) for each in response.axes),
            *_lag(response, terms),
        ),
    )


def _lag(response: PoemsResponse, terms: Terms) -> tuple[Reason, ...]:
    """Give what is published on how late each axis follows."""
    told = tuple(Reason(terms.sentence("note", note)) for note in response.banners)
    label = translate("Poems", "How late the axes follow")
    return (Reason(label, folded=True, parts=told),) if told else ()


class _Axis:
    def __init__(self, terms: Terms, evidence: Evidence) -> None:
        self._terms, self._evidence = terms, evidence

    def of(self, axis: ResponseAxis) -> Reason:
        newest = tuple(map(self._point, reversed(axis.timeline)))
        runs = groupby(newest, key=lambda point: point.label)
        others = (
            Reason(self._terms.of("axis_preset", name), value=said.level_text(level, self._terms))
            for name, level in axis.presets
        )
        notes = (*([axis.reason] if axis.reason else []), *axis.notes)
        return Reason(
            said.axis_text(axis, self._terms),
            note=self._said(notes),
            folded=True,
            parts=(
                *(_run(tuple(points)) for _, points in runs),
                *others,
                *(reason_of(each, self._terms, self._evidence) for each in axis.criteria),
            ),
        )

    def _point(self, point: AxisPoint) -> Reason:
        border = translate("Poems", "on the border") if point.boundary else ""
        return Reason(
            said.axis_point_text(point, self._terms),
            value=border,
            date=point.date,
            note=self._said(point.notes),
        )

    def _said(self, notes: Iterable[Note]) -> str:
        told = (self._terms.sentence("note", note) for note in dict.fromkeys(notes))
        return SEPARATOR.join(told)


def _run(points: tuple[Reason, ...]) -> Reason:
    """Give days in a row with the same level as one row, which opens to the days."""
    newest, oldest = points[0], points[-1]
    if newest is oldest:
        return newest
    dates = f"{oldest.date}{TO}{newest.date}"
    return Reason(newest.label, date=dates, note=newest.note, folded=True, parts=points)
