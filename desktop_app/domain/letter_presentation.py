"""Word how a myeloma began, and what its cells carried when: the first pages of a summary."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from desktop_app.domain.conclusions import Input
from desktop_app.domain.criteria.evidence import gather, myeloma
from desktop_app.domain.finding_codes import ABNORMALITIES
from desktop_app.domain.letter import Cell, Line, Section, Table, Tone
from desktop_app.domain.letter_sections import ALERT, UNKNOWN_SIGN
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.truth import Truth
from desktop_app.domain.unit_label import percent
from desktop_app.domain.view import HasDate, RecordView
from desktop_app.domain.visit_form import LYTIC_IMAGING, SIGNS, SYMPTOMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.domain.conclusions import Assessment
    from desktop_app.domain.letter_sections import Writer
    from desktop_app.domain.record import Cytogenetic

# What was measured at diagnosis, in the order of CRAB, SLiM, stage and clone.
_MEASURED = (
    *("calcium", "calcium_corrected", "calcium_ionized", "creatinine", "egfr", "hemoglobin"),
    *("marrow_plasma_cells", "marrow_plasma_cells_aspirate", "marrow_plasma_cells_biopsy"),
    *("flc_kappa", "flc_lambda", "flc_ratio", "serum_m_protein", "urine_m_protein_24h"),
    *("albumin", "beta2_microglobulin", "ldh", "wbc", "platelets", "circulating_plasma_cells"),
)
_SEEN = (*LYTIC_IMAGING, "mri_focal_lesions")
_TYPES = ("serum_immunofixation", "urine_immunofixation")
_NEAR_DAYS = 90  # MM-STAGE-BASE: either side of the day of diagnosis
_VALUE_SHARES = (0.21, 0.29, 0.21, 0.29)
_TEST_SHARES = (0.12, 0.12, 0.43, 0.33)
_MYELOMA, _CLONE = "MM-DX", "MM-CLONE"
_METHODS = ("fish", "karyotype", "sequencing")
_NOTHING = "–"
_ITS_NAME = ("gain(1q)", 3)  # a gain is three copies

Dated = TypeVar("Dated", bound=HasDate)


def presentation(assessment: Assessment, view: RecordView, writer: Writer) -> Section:
    """Say the first signs, the type, the events that define myeloma, and the first values."""
    lines = [_signs(view, writer)]
    told = (types_text(view, writer), _events(assessment, view, writer))
    lines += [Line(words) for words in told if words]
    cells = [cell for pair in _first_values(assessment, view, writer) for cell in pair]
    if not cells:
        return Section(writer.say("presentation"), tuple(lines))
    cells += [Cell("")] * (len(cells) % 4)
    rows = tuple(tuple(cells[at : at + 4]) for at in range(0, len(cells), 4))
    heads = (writer.say("test"), writer.say("value")) * 2
    return Section(writer.say("presentation"), tuple(lines), Table(heads, rows, _VALUE_SHARES))


def _signs(view: RecordView, writer: Writer) -> Line:
    """Name what was complained of or seen, each with its first day, in order of time."""
    first = [
        found
        for code in (*SYMPTOMS, *SIGNS)
        if (found := next((x for x in view.findings(code) if x.value is True), None)) is not None
    ]
    if not first:
        return Line(writer.say("no_signs"), Tone.UNKNOWN, UNKNOWN_SIGN)
    named = (
        writer.say("aside", text=writer.trace.name(one.code), inside=one.date.text)
        for one in sorted(first, key=lambda one: one.date.first)
    )
    return Line(writer.say("signs", names=writer.trace.listed(tuple(named))))


def types_text(view: RecordView, writer: Writer) -> str:
    """Name the bands that were first seen, in serum and in urine."""
    told = []
    for code in _TYPES:
        seen = next(
            (x for x in view.findings(code) if isinstance(x.value, tuple) and x.value), None
        )
        if seen is not None and isinstance(seen.value, tuple):
            bands = writer.trace.isotypes(tuple(map(str, seen.value)))
            text = f"{writer.trace.name(code)} {bands}"
            told.append(writer.say("aside", text=text, inside=seen.date.text))
    return writer.say("type", names=writer.trace.listed(tuple(told))) if told else ""


def _events(assessment: Assessment, view: RecordView, writer: Writer) -> str:
    """Name the myeloma-defining events at diagnosis and now; treatment may have ended the first."""
    judged = [one for one in assessment.diagnosis.criteria if one.id == _MYELOMA]
    found = assessment.myeloma.staging if assessment.myeloma is not None else None
    if judged and found is not None and found.anchor is not None:
        day = min(PartialDate(found.anchor).last, view.as_of)
        then = RecordView.of(view.record, writer.trace.catalogue, day)
        judged.insert(0, myeloma(gather(then)))
    parts = (part for one in judged for part in one.criteria)
    named = tuple(
        writer.trace.rule(part) for part in parts if part.state is Truth.MET and part.id != _CLONE
    )
    return writer.say("events", names=writer.trace.listed(named)) if named else ""


def _first_values(
    assessment: Assessment, view: RecordView, writer: Writer
) -> Iterator[tuple[Cell, Cell]]:
    """Give what was measured and seen nearest to the day of diagnosis, name and value."""
    staging = assessment.myeloma.staging if assessment.myeloma is not None else None
    if staging is None or staging.anchor is None:
        return
    anchor = PartialDate(staging.anchor)
    treated = min((x.start.last for x in view.antimyeloma), default=None)
    for code in _MEASURED:
        before = (x for x in view.results(code) if treated is None or x.date.first <= treated)
        nearest = _nearest(before, anchor)
        if nearest is not None:
            given = Input(
                code,
                nearest.interpretation if nearest.value is None else nearest.value,
                nearest.unit,
                nearest.date.text,
                nearest.comparator,
            )
            yield _pair(given, writer)
    for code in _SEEN:
        seen = _nearest(view.findings(code), anchor)
        if seen is not None:
            yield _pair(Input(code, seen.value, None, seen.date.text), writer)


def _nearest(entries: Iterable[Dated], anchor: PartialDate) -> Dated | None:
    """Give the entry nearest to a day, within 90 days either side; the earlier of two as near."""
    near = ((_days_between(x.date, anchor), x.date.first, x) for x in entries)
    found = [each for each in near if each[0] <= _NEAR_DAYS]
    return min(found, key=lambda each: each[:2])[2] if found else None


def _days_between(one: PartialDate, other: PartialDate) -> int:
    return max(0, (one.first - other.last).days, (other.first - one.last).days)


def _pair(given: Input, writer: Writer) -> tuple[Cell, Cell]:
    value = Cell(writer.trace.value(given), Tone.STRONG, given.date or "")
    return Cell(writer.trace.name(given.code)), value


def cytogenetics(view: RecordView, writer: Writer) -> Section:
    """Say what was found when, in how many cells, what is new, and what was never looked for."""
    tests = [x for x in view.record.cytogenetics if x.date.last <= view.as_of]
    heading = writer.say("cytogenetics")
    untested = sorted(ABNORMALITIES - {x.abnormality for x in tests})
    lines = [_untested(untested, writer)] if untested else []
    if not tests:
        return Section(heading, (Line(writer.say("no_cytogenetics"), Tone.UNKNOWN, UNKNOWN_SIGN),))
    rows = tuple(_rows(tests, writer))
    new = _evolution(tests, writer)
    heads = tuple(writer.say(code) for code in ("day", "method", "found", "not_found"))
    return Section(heading, (*new, *lines), Table(heads, rows, _TEST_SHARES))


def _untested(names: list[str], writer: Writer) -> Line:
    said = writer.trace.listed(tuple(writer.trace.of("abnormality", name) for name in names))
    return Line(writer.say("untested", names=said), Tone.UNKNOWN, UNKNOWN_SIGN)


def _rows(tests: list[Cytogenetic], writer: Writer) -> Iterator[tuple[Cell, ...]]:
    """Give one row a day and method, in order of time."""

    def when(test: Cytogenetic) -> tuple[str, str]:
        return test.date.text, test.method or ""

    for (day, method), group in groupby(sorted(tests, key=when), key=when):
        together = list(group)
        found = [_abnormality(x, writer) for x in together if x.detected]
        absent = [writer.trace.of("abnormality", x.abnormality) for x in together if not x.detected]
        yield (
            Cell(day),
            Cell(_method(method, writer)),
            Cell(writer.trace.listed(tuple(found)) or _NOTHING, Tone.STRONG),
            Cell(writer.trace.listed(tuple(absent)) or _NOTHING),
        )


def _method(method: str, writer: Writer) -> str:
    return writer.say(f"by_{method}") if method in _METHODS else method or _NOTHING


def _abnormality(test: Cytogenetic, writer: Writer) -> str:
    """Name an abnormality with the share of the cells, the copies, and both alleles if said."""
    inside = []
    if test.clone_percent is not None:
        share = percent(f"{test.clone_percent:f}", writer.language)
        inside.append(writer.say("in_cells", percent=share))
    if test.copies is not None and (test.abnormality, test.copies) != _ITS_NAME:
        inside.append(writer.say("copies", copies=str(test.copies)))
    if test.biallelic:
        inside.append(writer.say("biallelic"))
    name = writer.trace.of("abnormality", test.abnormality)
    return writer.say("aside", text=name, inside=", ".join(inside)) if inside else name


def _evolution(tests: list[Cytogenetic], writer: Writer) -> Iterator[Line]:
    """Say what a later test found for the first time; or that there was no later test."""
    days = sorted({x.date for x in tests}, key=lambda day: (day.first, day.last))
    if len(days) == 1:
        yield Line(writer.say("not_repeated", date=days[0].text), Tone.UNKNOWN, UNKNOWN_SIGN)
    known = {x.abnormality for x in tests if x.detected and x.date == days[0]}
    for day in days[1:]:
        seen = {x.abnormality for x in tests if x.detected and x.date == day}
        new = tuple(writer.trace.of("abnormality", name) for name in sorted(seen - known))
        if new:
            names = writer.say("aside", text=writer.trace.listed(new), inside=day.text)
            yield Line(writer.say("new_finding", names=names), Tone.WARNING, ALERT)
        known |= seen
