"""Set the tables of a letter: results over time, and the criteria with what they saw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.chart_words import ChartWords, percent_number, signed
from desktop_app.domain.letter import Cell, Line, Section, Table, Tone
from desktop_app.domain.trace_words import VALUE
from desktop_app.domain.trend import Significance, course_of
from desktop_app.domain.truth import Truth
from desktop_app.domain.unit_label import unit_label, with_unit
from desktop_app.domain.verification import awaits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from desktop_app.domain.conclusions import Assessment, Criterion, Input
    from desktop_app.domain.letter_sections import Writer
    from desktop_app.domain.observed_series import Observed
    from desktop_app.domain.poems_conclusions import PoemsTier
    from desktop_app.domain.policy import Policy
    from desktop_app.domain.record import PatientRecord
    from desktop_app.domain.trend import Course

# What a haematologist looks for first; further tests stay in the record.
RESULTS = (
    *("serum_m_protein", "flc_kappa", "flc_lambda", "flc_ratio", "igg", "iga", "igm"),
    *("urine_m_protein_24h", "urine_protein_24h", "upcr", "uacr"),
    *("hemoglobin", "platelets", "neutrophils", "calcium_corrected", "calcium", "albumin"),
    *("creatinine", "egfr", "ldh", "beta2_microglobulin", "nt_probnp", "troponin_t", "troponin_i"),
    *("marrow_plasma_cells", "marrow_plasma_cells_aspirate", "marrow_plasma_cells_biopsy"),
    *("circulating_plasma_cells", "vegf_plasma", "vegf_serum"),
    *("vegf_unspecified", "pasp", "dlco"),
)
_RESULT_SHARES = (0.22, 0.135, 0.135, 0.135, 0.135, 0.115, 0.125)
_CRITERION_SHARES = (0.23, 0.1, 0.32, 0.35)
_CRITERION_HEADS = ("criterion", "state", "value", "cut_off")
_WITH_ROUTES = ("POEMS-DX-CLONE", "POEMS-DX-VEGF")
_NOTHING = "–"
_STATES = {
    Truth.MET: ("✔", Tone.STRONG),
    Truth.NOT_MET: ("✖", Tone.PLAIN),
    Truth.UNKNOWN: ("?", Tone.UNKNOWN),
}
_MYELOMA = "MM-DX"
_PART = "· "  # stands before a part of the rule above
# The points repeat the factors in bins; the factors say what was measured.
_REPEATED = "SMM-IMWG2020-POINTS"


def results(record: PatientRecord, as_of: date, policy: Policy, writer: Writer) -> Section | None:
    """Give latest, previous, baseline and lowest value of each test, and whether it changed.

    A test that was done once has nothing to compare and stands in a line below.
    """
    found = (
        course_of(record, code, as_of=as_of, catalogue=writer.trace.catalogue, policy=policy)
        for code in RESULTS
    )
    courses = [course for course in found if course is not None]
    rows = tuple(
        _row(course, course.previous, writer) for course in courses if course.previous is not None
    )
    once = tuple(_once(course, writer) for course in courses if course.previous is None)
    if not courses:
        return None
    codes = ("test", "latest", "previous", "baseline", "lowest", "change", "noise")
    heads = tuple(writer.say(code) for code in codes)
    return Section(
        writer.say("results"),
        (Line(writer.say("once", names=writer.trace.listed(once))),) if once else (),
        Table(heads, rows, _RESULT_SHARES) if rows else None,
    )


def _once(course: Course, writer: Writer) -> str:
    """Name a test with its only value and day; an arrow says on which side it leaves its limits."""
    words = ChartWords(writer.trace.words, writer.trace.catalogue)
    arrow = {"low": " ↓", "high": " ↑"}.get(course.outside or "", "")
    value = with_unit(words.number(course.latest), course.unit, writer.trace.language)
    text = f"{words.name(course.code)} {value}{arrow}"
    return writer.say("aside", text=text, inside=course.latest.on.text)


def _row(course: Course, previous: Observed, writer: Writer) -> tuple[Cell, ...]:
    words = ChartWords(writer.trace.words, writer.trace.catalogue)
    alone = course.latest is course.baseline
    percent, change = course.percent, course.change
    if alone or change is None:
        moved = _NOTHING
    elif percent is None:
        moved = signed(change)
    else:
        moved = words.text("percent", number=percent_number(percent, course.noise))
    outside = Tone.WARNING if course.outside is not None else Tone.STRONG
    return (
        Cell(words.name(course.code), aside=unit_label(course.unit)),
        _value(course.latest, words, outside),
        _value(previous, words),
        _value(course.baseline, words),
        _value(course.nadir, words),
        Cell(moved),
        _noise(course, writer),
    )


def _value(one: Observed, words: ChartWords, tone: Tone = Tone.PLAIN) -> Cell:
    return Cell(words.number(one), tone, one.on.text)


def _noise(course: Course, writer: Writer) -> Cell:
    """Say whether the change since the baseline is more than the noise of the test."""
    verdict = course.significance
    if verdict is None:
        return Cell(_NOTHING, Tone.QUIET)
    beyond = verdict is Significance.BEYOND_NOISE
    return Cell(
        writer.say("beyond" if beyond else "within"), Tone.WARNING if beyond else Tone.PLAIN
    )


def criteria(assessment: Assessment, writer: Writer) -> Section | None:
    """Give each criterion of the diagnosis and of the models once: state, value, date, cut-off."""
    rows = tuple(_criterion(*each, writer) for each in _shown(assessment))
    if not rows:
        return None
    heads = tuple(writer.say(code) for code in _CRITERION_HEADS)
    return Section(writer.say("criteria"), table=Table(heads, rows, _CRITERION_SHARES))


def poems_criteria(tier: PoemsTier, writer: Writer) -> Section | None:
    """Give each input of POEMS-DX with its state, value and day; routes to the clone below it."""
    seen: set[str] = set()
    rows: list[tuple[Cell, ...]] = []
    for criterion in tier.criteria:
        parts = criterion.criteria if criterion.id in _WITH_ROUTES else ()
        for one in (criterion, *parts):
            if one.id not in seen:
                seen.add(one.id)
                rows.append(_criterion(one, one is not criterion, writer))
    if not rows:
        return None
    heads = tuple(writer.say(code) for code in _CRITERION_HEADS)
    return Section(writer.say("criteria"), table=Table(heads, tuple(rows), _CRITERION_SHARES))


def _shown(assessment: Assessment) -> Iterator[tuple[Criterion, bool]]:
    """Give the criteria in their order, and whether each is a part of the one above."""
    seen: set[str] = set()
    models = (score.criteria for _, score in assessment.scores if score.applicable)
    for criterion in (*assessment.diagnosis.criteria, *(x for model in models for x in model)):
        if criterion.id in seen or criterion.id.startswith(_REPEATED):
            continue
        seen.add(criterion.id)
        yield criterion, False
        if criterion.id == _MYELOMA:
            for part in criterion.criteria:
                seen.add(part.id)
                yield part, True


def _criterion(criterion: Criterion, is_part: bool, writer: Writer) -> tuple[Cell, ...]:
    trace = writer.trace
    sign, tone = _STATES[criterion.state]
    inputs = criterion.inputs or _value_part(criterion)
    seen = trace.values(inputs)
    said = "" if seen or criterion.note is None else writer.note(criterion.note)
    days = " · ".join(dict.fromkeys(each.date for each in inputs if each.date))
    unknown = Tone.UNKNOWN if criterion.state is Truth.UNKNOWN else Tone.PLAIN
    return (
        Cell(
            f"{_PART if is_part else ''}{trace.rule(criterion)}",
            unknown,
            writer.say("unverified") if awaits(criterion) else "",
        ),
        Cell(f"{sign} {trace.state(criterion.state)}", tone),
        Cell(seen or said or _NOTHING, Tone.UNKNOWN if said else unknown, days),
        Cell(trace.threshold(criterion.id, criterion.threshold), Tone.QUIET),
    )


def _value_part(criterion: Criterion) -> tuple[Input, ...]:
    """Give what the part of a rule saw that judges the value alone."""
    wanted = f"{criterion.id}{VALUE}"
    return next((part.inputs for part in criterion.criteria if part.id == wanted), ())
