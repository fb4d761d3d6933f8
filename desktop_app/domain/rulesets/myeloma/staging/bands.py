"""Place a value between the cuts of a staging system, or keep every place it may have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.criteria.organ_values import in_unit
from desktop_app.domain.criterion import Cut, Judgement, input_of, judge
from desktop_app.domain.record import Interpretation
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.record import Result
    from desktop_app.domain.rulesets.myeloma.staging.anchor import Near
    from desktop_app.domain.view import RecordView


@dataclass(frozen=True, slots=True)
class Scale:
    """Hold cuts that ask for more, one above the other, and the name of each place between them.

    ``normal`` is the place of a result that was reported as normal; "" where that says nothing.
    """

    cuts: tuple[Cut, ...]
    places: tuple[str, ...]
    normal: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Hold the places that a value may have, what it rests on, and what must be said of it."""

    possible: frozenset[str]
    inputs: tuple[Input, ...] = ()
    note: Note | None = None

    def within(self, *wanted: str) -> Truth:
        """Tell whether the value lies in one of some places."""
        if self.possible <= set(wanted):
            return Truth.MET
        return Truth.NOT_MET if self.possible.isdisjoint(wanted) else Truth.UNKNOWN

    def __or__(self, other: Place) -> Place:
        return Place(
            self.possible | other.possible,
            tuple(dict.fromkeys((*self.inputs, *other.inputs))),
            self.note or other.note,
        )


def place(near: Near[Result], scale: Scale, view: RecordView) -> Place:
    """Place the results of which one is that at diagnosis."""
    if not near.entries:
        return Place(frozenset(scale.places), (), near.note)
    each = [_placed(result, scale, view) for result in near.entries]
    possible = frozenset[str]().union(*(x.possible for x in each))
    note = next((x.note for x in each if x.note), None)
    if any(x.possible != possible for x in each):
        note = Note("staging_values_differ")
    return Place(possible, tuple(map(input_of, near.entries)), note)


def _placed(result: Result, scale: Scale, view: RecordView) -> Place:
    everywhere = frozenset(scale.places)
    if result.value is None or result.unit is None:
        normal = result.interpretation is Interpretation.NORMAL and scale.normal
        known = frozenset({normal}) if normal else everywhere
        return Place(known, note=Note("interpretation_only"))
    units = scale.cuts[0].at
    note = None
    if all(view.catalogue[result.code].shift(result.unit, unit) is None for unit in units):
        note = Note("staging_converted", (("unit", result.unit),))
        result = in_unit(view, result, next(iter(units)))
    judged = [judge(result, cut, view.catalogue) for cut in scale.cuts]
    note = note or next((x.note for x in judged if x.note), None)
    return Place(between(judged, scale.places), note=note)


def between(judged: Iterable[Judgement], places: tuple[str, ...]) -> frozenset[str]:
    """Give the places that are left between cuts, of which each asks for more than the last."""
    answers = [x.truth for x in judged]
    return frozenset(
        name
        for number, name in enumerate(places)
        if Truth.NOT_MET not in answers[:number] and Truth.MET not in answers[number:]
    )
