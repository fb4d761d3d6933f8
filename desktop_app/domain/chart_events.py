"""Build what a chart shows beside its curves: pins of events and lanes of treatment."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from desktop_app.domain.chart import Lane, Pin, Role, Shade
from desktop_app.domain.chart_words import plain
from desktop_app.domain.criteria.regimens import drugs_of
from desktop_app.domain.interference import IGG_KAPPA, exposed, exposures
from desktop_app.domain.myeloma_words import REGIMEN, TIMES, numbers_text
from desktop_app.domain.rulesets.poems.response.neurologic import TOTAL
from desktop_app.domain.trace_words import TraceWords
from desktop_app.domain.truth import Truth
from desktop_app.domain.unit_label import bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from desktop_app.domain.chart import Axis
    from desktop_app.domain.chart_words import ChartWords
    from desktop_app.domain.myeloma_conclusions import LinePart, TreatmentLine
    from desktop_app.domain.record import Finding, PatientRecord, Treatment
    from desktop_app.domain.trend import Course

MARROW = "marrow_plasma_cells"
IMMUNOFIXATION = "serum_immunofixation"


def pins_of(
    record: PatientRecord, courses: Sequence[Course], as_of: date, x: Axis, words: ChartWords
) -> tuple[Pin, ...]:
    """Give changes of laboratory, marrows, events and turns of immunofixation, in order of time."""
    found = [
        *_changes(courses, words),
        *_marrows(record, courses, as_of, words),
        *_events(record, as_of, words),
        *_immunofixations(record, courses, as_of, words),
    ]
    seen = dict.fromkeys(sorted(found, key=lambda pin: (pin.x, pin.role.value, pin.label)))
    return tuple(pin for pin in seen if x.low <= pin.x <= x.high)


def lanes_of(
    record: PatientRecord,
    as_of: date,
    x: Axis,
    words: ChartWords,
    lines: Sequence[TreatmentLine] = (),
) -> tuple[Lane, ...]:
    """Give the treatments as lanes with line and cycles; overlapping ones stand in own rows."""
    begun = [one for one in record.treatments if one.start.on_or_before(as_of) is not Truth.NOT_MET]
    ends: list[float] = []
    lanes = []
    for treatment in sorted(begun, key=lambda one: one.start.middle):
        start, end = _span(treatment, x)
        if end < x.low or start > x.high:
            continue
        row = next((place for place, taken in enumerate(ends) if taken <= start), len(ends))
        ends[row : row + 1] = [end]
        label = _lane_label(treatment, lines)
        if treatment.stop is None:
            label = words.text("no_stop", regimen=label)
        clipped = max(start, x.low), min(end, x.high)
        lanes.append(Lane(*clipped, label, treatment.stop is None, row))
    return tuple(lanes)


def _lane_label(treatment: Treatment, lines: Sequence[TreatmentLine]) -> str:
    """Say the number of the line, the regimen and its cycles, as far as they are known."""
    cycles = f"{treatment.regimen} {TIMES}{treatment.cycles}"
    name = treatment.regimen if treatment.cycles is None else cycles
    numbers = (numbers_text(line) for line in lines for x in line.parts if _is(x, treatment))
    return " · ".join([*itertools.islice(numbers, 1), name])


def _is(part: LinePart, treatment: Treatment) -> bool:
    """Tell whether a part of a line is this treatment, or the regimen that it began with others."""
    drugs = drugs_of(treatment) or frozenset()
    same = part.name == treatment.regimen or (bool(drugs) and drugs <= set(part.drugs))
    return part.kind == REGIMEN and same and part.start == treatment.start.text


def shades_of(record: PatientRecord, as_of: date, x: Axis, words: ChartWords) -> tuple[Shade, ...]:
    """Give the days in which an antibody may show as a band; those that touch are one."""
    found: list[tuple[float, float, list[str]]] = []
    for given in sorted(exposures(record), key=lambda one: one.start):
        start = max(float(given.start.toordinal()), x.low)
        end = min(float((given.until or as_of).toordinal()), x.high)
        if given.start > as_of or end <= start:
            continue
        if found and start <= found[-1][1]:
            before, until, names = found.pop()
            found.append((before, max(until, end), [*names, given.drug]))
        else:
            found.append((start, end, [given.drug]))
    return tuple(
        Shade(start, end, words.text("antibody", drug=" · ".join(dict.fromkeys(names))))
        for start, end, names in found
    )


def moments(record: PatientRecord, as_of: date) -> Iterator[date]:
    """Give the days of events, marrows and treatment starts, for the choice of the period."""
    dates = [event.date for event in record.events]
    dates += [one.start for one in record.treatments]
    dates += [one.date for one in record.results if one.code == MARROW]
    return (one.middle for one in dates if one.on_or_before(as_of) is not Truth.NOT_MET)


def _span(treatment: Treatment, x: Axis) -> tuple[float, float]:
    start = float(treatment.start.middle.toordinal())
    stop = float(treatment.stop.middle.toordinal()) if treatment.stop else x.high
    return start, max(stop, start)


def _changes(courses: Sequence[Course], words: ChartWords) -> Iterator[Pin]:
    trace = TraceWords(words.words, words.catalogue)
    for course in courses:
        for before, after in zip(course.points, course.points[1:], strict=False):
            if not after.changed:
                continue
            same_lab = before.lab == after.lab
            old, new = (before.method, after.method) if same_lab else (before.lab, after.lab)
            if course.code == TOTAL:
                old, new = (trace.of("onls", mode or "") for mode in (old, new))
            code = "method_change" if same_lab else "laboratory_change"
            label = words.text(code, old=old or "?", new=new or "?")
            yield Pin(float(after.on.middle.toordinal()), label, Role.CHANGE)


def _marrows(
    record: PatientRecord, courses: Sequence[Course], as_of: date, words: ChartWords
) -> Iterator[Pin]:
    if any(course.code == MARROW for course in courses):
        return
    for one in record.results:
        if one.code != MARROW or one.value is None:
            continue
        if one.date.on_or_before(as_of) is not Truth.NOT_MET:
            label = words.text("marrow", value=bounded(plain(one.value), one.comparator))
            yield Pin(float(one.date.middle.toordinal()), label, Role.EVENT)


def _events(record: PatientRecord, as_of: date, words: ChartWords) -> Iterator[Pin]:
    for event in record.events:
        if event.date.on_or_before(as_of) is not Truth.NOT_MET:
            code = f"event_{event.code}"
            known = f"chart.{code}" in words.words
            label = words.text(code) if known else event.code
            yield Pin(float(event.date.middle.toordinal()), label, Role.EVENT)


def _immunofixations(
    record: PatientRecord, courses: Sequence[Course], as_of: date, words: ChartWords
) -> Iterator[Pin]:
    """Pin the turns between positive and negative: a negative one is a state of the M-protein."""
    if all(course.code != "serum_m_protein" for course in courses):
        return
    known = [one for one in record.findings if _is_immunofixation(one, as_of)]
    known.sort(key=lambda one: one.date.middle)
    for before, after in itertools.pairwise(known):
        if bool(before.value) != bool(after.value):
            code = "immunofixation_positive" if after.value else "immunofixation_negative"
            seen = after.value if isinstance(after.value, tuple) else ()
            if IGG_KAPPA in seen and exposed(record, after.date):
                code = "immunofixation_drug"
            yield Pin(float(after.date.middle.toordinal()), words.text(code), Role.EVENT)


def _is_immunofixation(finding: Finding, as_of: date) -> bool:
    known = finding.code == IMMUNOFIXATION and isinstance(finding.value, tuple)
    return known and finding.date.on_or_before(as_of) is not Truth.NOT_MET
