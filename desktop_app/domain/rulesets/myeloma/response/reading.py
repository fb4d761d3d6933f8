"""Read each visit of a line by itself: progression first, then the levels (RESP-ALG-ORDER)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from desktop_app.domain.conclusions import Criterion, Note
from desktop_app.domain.interference import exposures
from desktop_app.domain.rulesets.myeloma.response.clonal_cells import clear
from desktop_app.domain.rulesets.myeloma.response.days import CODES, SERUM, URINE, Day
from desktop_app.domain.rulesets.myeloma.response.levels import (
    CR,
    LEVELS,
    MR,
    NE,
    PD,
    PR,
    RULES,
    SCR,
    SD,
    VGPR,
    Known,
    level_truths,
)
from desktop_app.domain.rulesets.myeloma.response.masses import Follower
from desktop_app.domain.rulesets.myeloma.response.measurable import HAS, span_on
from desktop_app.domain.rulesets.myeloma.response.nadir import Nadir
from desktop_app.domain.rulesets.myeloma.response.progression import Progress, applies, progress
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.domain.criteria.spans import Span
    from desktop_app.domain.rulesets.myeloma.response.masses import Masses
    from desktop_app.domain.rulesets.myeloma.response.measurable import Base
    from desktop_app.domain.view import RecordView

FIELDS: Mapping[str, tuple[str, ...]] = {"flc": ("kappa", "lambda_")}
_DRUG_BAND = frozenset({"IgG-kappa"})
_MARROW = "marrow"
_SETTLED = (MR, PR, VGPR)  # what CR needs beyond them may stay open
# What would settle a level, by what is missing.
TESTS: Mapping[str, str] = {"serum": SERUM, "urine": URINE, "flc": "flc_difference"}
IMAGING = "lesion_sizes"


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold what a visit by itself says.

    ``level`` is settled, ``NE`` where nothing is; ``headline`` what the known markers say, which
    is better where a marker is missing; ``certain`` a progression that needs no second sample.
    """

    day: Day
    level: str
    headline: str
    possible: tuple[str, ...] = ()
    at_least: str | None = None
    certain: bool = False
    criteria: tuple[Criterion, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def settled(self) -> bool:
        """Tell whether the visit counts for confirmation: nothing that it needs is missing."""
        return self.level != NE

    @property
    def between(self) -> tuple[str, str] | None:
        """Give the worst and the best level of a visit that is not settled, but no progression."""
        if self.settled or self.at_least is None:
            return None
        return self.at_least, self.possible[-1]


class Reader:
    """Read the visits of a line one after the other; marrow holds until it is taken again."""

    def __init__(self, view: RecordView, base: Base) -> None:
        self._view, self._base = view, base
        self._counts = {marker: applies(marker, base) for marker in HAS}
        self._antibodies = tuple(exposures(view.record))
        self._follower = Follower(base.course)
        self._marrow: Span | None = None
        self._cells = Truth.UNKNOWN
        #: The nadir of each marker as it stands.
        self.nadirs = {marker: Nadir.at(base.span(marker)) for marker in HAS}

    @property
    def masses(self) -> Masses:
        """Give what the imaging says so far."""
        return self._follower.now

    def read(self, day: Day) -> Reading | None:
        """Read the next day, without what is the baseline itself; None where it is no visit."""
        values = _measured(self._base, day)
        masses = self._follower.on(day)
        measured = dict(values)
        self._marrow = values.get(_MARROW, self._marrow)
        self._cells = clear(day.cells, self._base.involved) if day.cells else self._cells
        if self._marrow is not None:
            values[_MARROW] = self._marrow
        known = Known(self._base, day, values, masses, self._marrow, self._cells)
        reading = self._reading(known) if day.is_visit else None
        for marker, span in measured.items():
            nadir = self.nadirs[marker]
            self.nadirs[marker] = nadir.after(span, repeated=marker != _MARROW)
        return reading

    def _reading(self, known: Known) -> Reading:
        day = known.day
        worse = progress(self._view, day, self._counts, known.values, self.nadirs, known.masses)
        notes = tuple(_notes(known, worse))
        if worse.state is Truth.MET or day.died:
            certain = worse.certain or day.died
            return Reading(day, PD, PD, (PD,), PD, certain, worse.criteria, notes)
        if not known.evaluable:
            possible = (PD,) if worse.state is Truth.UNKNOWN else ()
            return Reading(day, NE, NE, possible, None, False, worse.criteria, notes)
        return _levels(known, worse, notes, band=self._drug_band(day))

    def _drug_band(self, day: Day) -> bool:
        """Tell whether the only band may be that of an antibody that is given."""
        return day.serum_bands == _DRUG_BAND and any(
            given.start <= day.on.last and (given.until is None or day.on.first <= given.until)
            for given in self._antibodies
        )


def without_baseline(base: Base, day: Day) -> Day:
    """Leave out what is the baseline itself, where that was taken soon after the start."""
    own = [marker for marker, chosen in base.days.items() if chosen is day]
    looked = any(each is day for each in base.course.days)
    if not own:
        return replace(day, lesions=()) if looked else day
    taken = {code for marker in own for code in CODES[marker]}
    kept = {code: found for code, found in (day.results or {}).items() if code not in taken}
    fields = [name for marker in own for name in FIELDS.get(marker, (marker,))]
    fields += ["lesions"] if looked else []
    empty: dict[str, Any] = dict.fromkeys((*fields, "serum_bands", "urine_bands"))
    return replace(day, results=kept, **(empty | ({"lesions": ()} if looked else {})))


def _measured(base: Base, day: Day) -> dict[str, Span]:
    found = {marker: span_on(day, marker, base.involved) for marker in HAS}
    return {marker: span for marker, span in found.items() if span is not None}


def _levels(known: Known, worse: Progress, notes: tuple[Note, ...], *, band: bool) -> Reading:
    """Read the level of a visit without progression, as far as it is known."""
    if band:
        faint = level_truths(known, Truth.MET)[VGPR]
        known = replace(known, drug_band=faint is Truth.MET)
        notes += (Note("band_may_be_the_drug"),) if known.drug_band else ()
    strict = level_truths(known, Truth.UNKNOWN)
    least = _best(strict)
    above = LEVELS[LEVELS.index(least) + 1 :]
    wanted = [x for x in above if x in _SETTLED and strict[x] is Truth.UNKNOWN]
    headline = _best(level_truths(known, Truth.MET)) if wanted else least
    open_ = worse.state is Truth.UNKNOWN
    settled = not wanted and not open_
    if least != headline:
        notes += tuple(_wanting(known))
    better = _possible(known, strict, least)
    return Reading(
        known.day,
        least if settled else NE,
        headline,
        (*((PD,) if open_ else ()), least, *better),
        None if open_ else least,
        criteria=(*worse.criteria, *_rows(known, strict, least, better, settled=settled)),
        notes=notes,
    )


def _possible(known: Known, strict: Mapping[str, Truth], least: str) -> tuple[str, ...]:
    """Give the levels above the least that are still possible.

    What was not imaged again is either small enough for every level or for none.
    """
    if known.masses.halved is Truth.UNKNOWN:
        strict = level_truths(replace(known, masses=known.masses.as_halved), Truth.UNKNOWN)
        sure = _best(strict)
        least = sure if sure == SD else LEVELS[LEVELS.index(sure) - 1]
    return tuple(x for x in LEVELS[LEVELS.index(least) + 1 :] if strict[x] is not Truth.NOT_MET)


def _rows(
    known: Known,
    strict: Mapping[str, Truth],
    least: str,
    better: tuple[str, ...],
    *,
    settled: bool,
) -> Iterator[Criterion]:
    """Give the best levels first; the values of the day stand with the one that holds."""
    for level in better[::-1]:
        yield RULES[level].answer(Truth.UNKNOWN)
    state = Truth.of(settled or None) if least == SD else strict[least]
    yield RULES[least].answer(state, known.day.inputs(*_asked(known, (least, *better))))


def _asked(known: Known, levels: tuple[str, ...]) -> Iterator[str]:
    """Name the markers on which the levels rest."""
    complete = CR in levels or SCR in levels
    yield from ("serum", "urine")
    if complete or known.base.flc is not Truth.NOT_MET:
        yield "flc"
    if complete or known.base.marrow is not Truth.NOT_MET:
        yield _MARROW
    yield from ("bands", "lesions")


def _wanting(known: Known) -> Iterator[Note]:
    """Name the tests without which the level cannot be confirmed (RESP-ALG-MISSING)."""
    base = known.base
    states = {"serum": base.serum, "urine": base.urine, "flc": base.flc}
    spike = Truth.MET in (base.serum, base.urine)
    asked = [x for x in states if (x == "urine" and spike) or states[x] is not Truth.NOT_MET]
    now = [x for x in asked if x not in known.values and (x == "urine" or base.span(x))]
    before = [TESTS[x] for x in asked if base.span(x) is None and x not in now]
    tests = [TESTS[x] for x in now] + ([] if known.masses.halved.known else [IMAGING])
    if tests:
        yield Note("not_confirmable", (("codes", ",".join(tests)),))
    if before:
        yield Note("not_confirmable_baseline", (("codes", ",".join(before)),))


def _best(truths: Mapping[str, Truth]) -> str:
    """Give the best level whose conditions are all known to hold."""
    return next((x for x in reversed(LEVELS) if truths.get(x) is Truth.MET), SD)


def _notes(known: Known, worse: Progress) -> Iterator[Note]:
    if worse.unconfirmed_nadir:
        yield Note("possible_progression")
    elif worse.state is Truth.UNKNOWN:
        yield Note("progression_open")
    if known.day.died:
        yield Note("died_of_myeloma")
    base, now = known.base.days.get("serum"), known.day
    if base is not None and base.serum is not None and now.serum is not None:
        before = {(x.lab, x.method) for x in base.serum.results}
        after = {(x.lab, x.method) for x in now.serum.results}
        if any(_differ(one, other) for one in before for other in after):
            yield Note("laboratory_differs_from_baseline")


def _differ(one: Iterable[str | None], other: Iterable[str | None]) -> bool:
    return any(x and y and x != y for x, y in zip(one, other, strict=True))
