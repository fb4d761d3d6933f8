"""Gather the responses by IMWG into a branch: runs of the same level, the newest first."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.domain import myeloma_words as said
from ui.models.reasoning_tree import Reason
from ui.models.reasons import reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.conclusions import Criterion, Note
    from desktop_app.domain.myeloma_conclusions import (
        ImwgResponse,
        ResponseBaseline,
        ResponsePoint,
    )
    from desktop_app.domain.sources import Evidence
    from ui.terms import Terms

translate = QCoreApplication.translate


def response_branch(response: ImwgResponse, terms: Terms, evidence: Evidence) -> Reason:
    """Give what relapse asks for, the timeline, and the baselines that it is measured from."""
    return _Timeline(terms, evidence).of(response)


class _Timeline:
    def __init__(self, terms: Terms, evidence: Evidence) -> None:
        self._terms, self._evidence = terms, evidence

    def of(self, response: ImwgResponse) -> Reason:
        newest = tuple(map(self._point, reversed(response.timeline)))
        runs = groupby(newest, key=lambda point: (point.label, point.value))
        return Reason(
            #: {0} is the version of the criteria, such as IMWG 2016
            translate("Myeloma", "Response ({0})").format(response.criteria_version),
            note=self._said(response.notes),
            parts=(
                *(_run(tuple(points)) for _, points in runs),
                *self._rows(response.endpoints),
                *map(self._baseline, reversed(response.baselines)),
            ),
        )

    def _point(self, point: ResponsePoint) -> Reason:
        #: {0} is the number of a line of therapy
        line = translate("Myeloma", "line {0}").format(point.line)
        possible = "/".join(point.possible) if len(point.possible) > 1 else ""
        notes = (
            #: {0} are the response categories that the known values allow
            translate("Myeloma", "possible: {0}").format(possible) if possible else "",
            self._said(point.notes),
        )
        return Reason(
            said.point_text(point, self._terms),
            value=line,
            date=point.date,
            note=said.SEPARATOR.join(filter(None, notes)),
            folded=True,
            parts=self._rows(point.criteria),
        )

    def _baseline(self, baseline: ResponseBaseline) -> Reason:
        terms = self._terms
        return Reason(
            #: {0} is the number of a line of therapy
            translate("Myeloma", "Baseline of line {0}").format(baseline.line),
            value=terms.listed(tuple(terms.of("marker", x) for x in baseline.markers)),
            date=baseline.date or "",
            note=self._said(baseline.notes),
            folded=True,
            parts=self._rows(baseline.criteria),
        )

    def _rows(self, criteria: Iterable[Criterion]) -> tuple[Reason, ...]:
        return tuple(reason_of(each, self._terms, self._evidence) for each in criteria)

    def _said(self, notes: Iterable[Note]) -> str:
        return said.SEPARATOR.join(self._terms.sentence("note", note) for note in notes)


def _run(points: tuple[Reason, ...]) -> Reason:
    """Give days in a row with the same level as one row, which opens to the days."""
    newest, oldest = points[0], points[-1]
    if newest is oldest:
        return newest
    return Reason(
        newest.label,
        value=newest.value,
        date=f"{oldest.date}{said.TO}{newest.date}",
        note=newest.note,
        folded=True,
        parts=points,
    )
