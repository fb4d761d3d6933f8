"""Judge the response on PET by the lesion that was hottest at baseline (RESP-POEMS-R)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal as D
from functools import reduce
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.criteria.spans import Span, higher, lower, span_of
from desktop_app.domain.criterion import Op, Rule
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.rulesets.poems.response.base import (
    ANY,
    BASE,
    after,
    before,
    old,
    unplaced,
)
from desktop_app.domain.rulesets.poems.response.holding import (
    NE,
    Levels,
    Reading,
    Shown,
    axis_of,
    rows,
)
from desktop_app.domain.truth import Truth
from desktop_app.domain.view import latest_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop_app.domain.poems_conclusions import ResponseAxis
    from desktop_app.domain.view import RecordView

AVID = Rule("RESP-POEMS-R", "poems2025", "decision", "uptake not normal at baseline")
CR = Rule("RESP-POEMS-R-CR", "poems2025", "source-doc", "uptake not above normal")
PR = Rule("RESP-POEMS-R-PR", "poems2025", "source-doc", "fall >= 50 %")
NR = Rule("RESP-POEMS-R-NR", "poems2025", "source-doc", "fall < 50 %")
PD = Rule("RESP-POEMS-R-PD", "poems2025", "source-doc", "rise >= 30 % or new lesion")
CR_R, PR_R, NR_R, PD_R = "CR_R", "PR_R", "NR_R", "PD_R"
LEVELS = Levels("radiologic", (CR_R, PR_R, NR_R), frozenset({CR_R, PR_R}), PD_R, stays=True)
RULES = {CR_R: CR, PR_R: PR, NR_R: NR}
UPTAKE, SUV = "fdg_uptake", "suv_max"
HALF, RISE, NOTHING = D("0.5"), D("1.30"), D(0)


@dataclass(frozen=True, slots=True)
class Scan:
    """Hold one scan: the hottest uptake, that of each named lesion, and what was stated."""

    date: PartialDate
    hottest: Span | None
    lesions: Mapping[str, D]
    normal: bool | None = None
    new: bool = False

    @property
    def avid(self) -> Truth:
        """Tell whether uptake was raised: a number that is not stated to be normal, or a focus."""
        if self.normal is not None:
            return Truth.of(not self.normal)
        return Truth.of(True if self.new or self.hottest is not None else None)

    def uptake(self, name: str | None) -> Span | None:
        """Give the uptake of a lesion; of the hottest where this scan names none."""
        if name is None or not self.lesions:
            return self.hottest
        own = self.lesions.get(name)
        return None if own is None else Span.exactly(own)


def scans_of(view: RecordView) -> tuple[Scan, ...]:
    """Give the scans in order of time."""
    days: dict[str, PartialDate] = {}
    lesions: dict[str, dict[str, D]] = {}
    numbers: dict[str, list[Span]] = {}
    stated: dict[str, list[Mapping[str, object]]] = {}
    for lesion in view.lesions():
        if lesion.suv_max is not None:
            days[lesion.date.text] = lesion.date
            seen = lesions.setdefault(lesion.date.text, {})
            seen[lesion.lesion] = max(lesion.suv_max, seen.get(lesion.lesion, lesion.suv_max))
    for result in view.results(SUV):
        span = span_of(result, 0)
        if span is not None:
            days[result.date.text] = result.date
            numbers.setdefault(result.date.text, []).append(span)
    for finding in view.findings(UPTAKE):
        if isinstance(finding.value, Mapping):
            days[finding.date.text] = finding.date
            stated.setdefault(finding.date.text, []).append(finding.value)
    found = [
        _scan(on, lesions.get(text, {}), numbers.get(text, []), stated.get(text, []))
        for text, on in days.items()
    ]
    return tuple(sorted(found, key=lambda scan: (scan.date.last, scan.date.first)))


def _scan(
    on: PartialDate,
    lesions: Mapping[str, D],
    numbers: Sequence[Span],
    stated: Sequence[Mapping[str, object]],
) -> Scan:
    values = [*map(Span.exactly, lesions.values()), *numbers]
    values += [
        Span.exactly(D(x[SUV]))  # type: ignore[arg-type]
        for x in stated
        if isinstance(x.get(SUV), int | D)
    ]
    normal = {x["normal"] for x in stated if isinstance(x.get("normal"), bool)}
    return Scan(
        date=on,
        hottest=reduce(higher, values) if values else None,
        lesions=lesions,
        normal=bool(normal.pop()) if len(normal) == 1 else None,
        new=any(x.get("new_lesion") is True for x in stated),
    )


@dataclass(frozen=True, slots=True)
class _Course:
    """Hold what may be the baseline, the lesion that is followed, and the scans of the line."""

    bases: tuple[Scan, ...]
    name: str | None
    since: tuple[Scan, ...]

    @property
    def base(self) -> Scan | None:
        """Give the baseline as it is shown."""
        return self.bases[-1] if self.bases else None

    def nadir(self, place: int) -> Span | None:
        """Give the lowest uptake before a scan, baseline included; None before the first."""
        return _least(self._before(place), self.name)

    def others_grown(self, place: int) -> list[str]:
        """Name the other lesions that rose as far above their own lowest."""
        now, earlier = self.since[place], self._before(place)
        grown = []
        for name, value in sorted(now.lesions.items()):
            lowest = min((x.lesions[name] for x in earlier if name in x.lesions), default=None)
            if name != self.name and lowest is not None and value >= lowest * RISE:
                grown.append(name)
        return grown

    def _before(self, place: int) -> list[Scan]:
        return [*self.bases, *self.since[:place]]


def _least(scans: Sequence[Scan], name: str | None) -> Span | None:
    """Give the lowest uptake of some scans; one without a number may have been lower."""
    spans = [ANY if x is None else x for x in (scan.uptake(name) for scan in scans)]
    return reduce(lower, spans) if spans else None


def radiologic(view: RecordView, start: PartialDate) -> ResponseAxis:
    """Give the axis of imaging in the line that began on a day."""
    scans = scans_of(view)
    bases = latest_of(before(scans, start))
    since = tuple(x for x in scans if after(x.date, start))
    first = (*reversed(bases), *since)[:1]
    course = _Course(bases, _hottest(first[0]) if first else None, since)
    readings = [_read(course, place) for place in range(len(since))]
    notes = tuple(Note("poems_day_not_placed", (("date", x),)) for x in unplaced(scans, start))
    return axis_of(readings, LEVELS, _shown(course, readings, start, notes))


def _hottest(scan: Scan) -> str | None:
    """Name the hottest lesion; the first by name of equal ones."""
    return max(sorted(scan.lesions), key=lambda name: scan.lesions[name], default=None)


def _worse(scan: Scan, now: Span | None, nadir: Span | None) -> Truth:
    """Tell whether a scan shows progression: from its nadir, or a new avid focus."""
    if scan.new:
        return Truth.MET
    if scan.normal or nadir is None:
        return Truth.NOT_MET
    return (ANY if now is None else now).minus(nadir, RISE).stands(Op.GE, NOTHING)


def _levels(course: _Course, scan: Scan, now: Span | None) -> frozenset[str]:
    """Give every level that is possible against what may be the baseline."""
    found = [_against(base, course.name, scan, now) for base in course.bases]
    return frozenset().union(*found) or frozenset({NE})


def _against(base: Scan, name: str | None, scan: Scan, now: Span | None) -> frozenset[str]:
    if base.avid is not Truth.MET:
        return frozenset({NE})
    if scan.normal:
        return frozenset({CR_R})
    before_ = base.uptake(name)
    open_ = {CR_R} if scan.normal is None and now is None else set()
    half = Truth.UNKNOWN
    if now is not None and before_ is not None:
        half = now.minus(before_, HALF).stands(Op.LE, NOTHING)
    found = {PR_R: half, NR_R: ~half}
    return frozenset({*open_, *(x for x, truth in found.items() if truth is not Truth.NOT_MET)})


def _read(course: _Course, place: int) -> Reading:
    scan = course.since[place]
    now, nadir = scan.uptake(course.name), course.nadir(place)
    worse = _worse(scan, now, nadir)
    possible = frozenset({PD_R}) if worse is Truth.MET else _levels(course, scan, now)
    if worse is Truth.UNKNOWN:
        possible |= {PD_R}
    edge = worse is Truth.MET and _at_edge(now, nadir)
    return Reading(scan.date, possible, boundary=edge, notes=tuple(_notes(course, place, possible)))


def _at_edge(now: Span | None, nadir: Span | None) -> bool:
    if now is None or nadir is None or now.number is None or nadir.number is None:
        return False
    return now.number == nadir.number * RISE


def _notes(course: _Course, place: int, possible: frozenset[str]) -> Iterator[Note]:
    if course.since[place].new:
        yield Note("poems_new_focus")
    grown = course.others_grown(place)
    if grown:
        yield Note("poems_other_lesion_hotter", (("lesions", ", ".join(grown)),))
    if possible == frozenset({NR_R}):
        yield Note("poems_no_response_or_stable")


def _shown(
    course: _Course, readings: Sequence[Reading], start: PartialDate, notes: tuple[Note, ...]
) -> Shown:
    base = course.base
    reason = None
    if readings and base is None:
        reason = Note("poems_no_baseline")
    elif readings and base is not None and base.avid is not Truth.MET:
        reason = Note("poems_not_avid")
    if not readings:
        return Shown(baseline=_input(base, course.name), notes=notes)
    if base is not None and old(base, start):
        notes += (Note("poems_baseline_old"),)
    scan, possible = course.since[-1], readings[-1].possible
    scans = (*course.bases, *course.since)
    told = [x for x in scans if _number(x, course.name) is not None]
    lowest = min(told, key=lambda x: _number(x, course.name) or NOTHING, default=None)
    shown = [x for x in (_input(base, course.name), _input(scan, course.name)) if x is not None]
    worse = Truth.of(None if PD_R in possible else False)
    if possible == frozenset({PD_R}):
        worse = Truth.MET
    able = Truth.UNKNOWN if base is None else base.avid
    return Shown(
        evaluable=able is Truth.MET,
        reason=reason,
        baseline=_input(base, course.name),
        nadir=_input(lowest, course.name),
        value=_input(scan, course.name),
        criteria=(
            BASE.answer(Truth.of(base is not None), shown[:1] if base is not None else ()),
            AVID.answer(able),
            *rows(RULES, possible, shown),
            PD.answer(worse, shown),
        ),
        notes=notes,
    )


def _input(scan: Scan | None, name: str | None) -> Input | None:
    if scan is None:
        return None
    span = scan.uptake(name)
    if span is None:
        return None
    if span.number is not None:
        return Input(SUV, span.number, "1", scan.date.text)
    end, sign = (span.low, ">") if span.high is None else (span.high, "<")
    assert end is not None
    return Input(SUV, end[0], "1", scan.date.text, sign + "=" * end[1])


def _number(scan: Scan, name: str | None) -> D | None:
    span = scan.uptake(name)
    return None if span is None else span.number
