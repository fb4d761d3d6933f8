"""Build a letter to a doctor from an assessment and the record behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain import letter_sections as sections
from desktop_app.domain import letter_tables as tables
from desktop_app.domain.chart import ChartRequest
from desktop_app.domain.chart_building import build_chart, usual_panels
from desktop_app.domain.courses import Courses
from desktop_app.domain.document import Clinic
from desktop_app.domain.journal import Override
from desktop_app.domain.letter import ALL_PARTS, Letter, LetterTexts, Part, Section
from desktop_app.domain.letter_bodies import body
from desktop_app.domain.letter_phrases import LONG, POEMS, SUMMARY
from desktop_app.domain.letter_poems import SPECIMENS
from desktop_app.domain.policy import PUBLISHED, Policy
from desktop_app.domain.record import Sex
from desktop_app.domain.risk_text import range_text
from desktop_app.domain.trace_words import TraceWords
from desktop_app.domain.view import RecordView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.chart_presets import Panels
    from desktop_app.domain.conclusions import Assessment
    from desktop_app.domain.record import PatientRecord
    from desktop_app.domain.wording import Wording

_PANELS = 2  # plots in a letter; more would be too flat to read, or push it to a third page
# Serum and plasma are never one curve (POEMS-VEGF-RULES).
_POEMS_PANELS = (*((code,) for code in SPECIMENS), ("serum_m_protein",))
_SEXES = {Sex.FEMALE: "female", Sex.MALE: "male", Sex.UNKNOWN: "sex_unknown"}


@dataclass(frozen=True, slots=True)
class LetterContext:
    """Hold when and for whom a letter is written, and what the doctor wants in it.

    ``label`` is how the patient is named; ``override`` the doctor's own conclusion.
    """

    today: date
    label: str
    parts: frozenset[Part] = ALL_PARTS
    override: Override | None = None
    clinic: Clinic = field(default_factory=Clinic)
    policy: Policy = PUBLISHED
    fictional: bool = False


def build_letter(
    assessment: Assessment,
    record: PatientRecord,
    context: LetterContext,
    texts: LetterTexts,
    *,
    catalogue: Catalogue,
    words: Wording,
) -> Letter:
    """Write the letter in the language of ``words``; nothing later than the assessment is used.

    An undetermined diagnosis is said as such: the letter is the doctor's, to a doctor.
    """
    writer = sections.Writer(texts, TraceWords(words, catalogue))
    view = RecordView.of(record, catalogue, assessment.as_of)
    return Letter(
        kind=texts.kind,
        language=words.language,
        title=texts.titles[words.language],
        day=context.today,
        to=writer.say("to"),
        label=context.label,
        person=_person(view, context, writer),
        salutation=writer.say("salutation"),
        opening=writer.say("opening", date=assessment.as_of.isoformat()),
        sections=_present(body(assessment, view, context.override, writer)),
        closing=writer.say("closing"),
        signature=writer.say("signature"),
        enclosed_heading=writer.say("enclosed"),
        enclosed=_enclosed(assessment, record, context, writer),
        foot=_foot(assessment, texts, writer),
        clinic=context.clinic,
        fictional=context.fictional,
        overdue=texts.overdue(context.today),
        long=texts.kind in LONG,
    )


def _enclosed(
    assessment: Assessment,
    record: PatientRecord,
    context: LetterContext,
    writer: sections.Writer,
) -> tuple[Section, ...]:
    """Give what the doctor left in: results, chart, criteria, and what weakens them."""
    wanted, as_of = context.parts, assessment.as_of
    results = None
    if Part.RESULTS in wanted:
        results = tables.results(record, as_of, context.policy, writer)
    chart = _chart(record, assessment, context, writer) if Part.CHART in wanted else None
    criteria = _criteria(assessment, writer) if Part.CRITERIA in wanted else None
    weak = sections.quality(assessment, writer) if wanted else None
    return _present(_in_order(writer.texts.kind, results, weak, chart, criteria))


def _in_order(
    kind: str,
    results: Section | None,
    weak: Section | None,
    chart: Section | None,
    criteria: Section | None,
) -> tuple[Section | None, ...]:
    """Put first what a letter is about: of POEMS its criteria, of a whole course the curve."""
    if kind == POEMS:
        return criteria, results, weak, chart
    last = (chart, criteria) if kind == SUMMARY else (criteria, chart)
    return results, weak, *last


def _criteria(assessment: Assessment, writer: sections.Writer) -> Section | None:
    """Give the criteria of POEMS in a letter about it, else those of the diagnosis."""
    if writer.texts.kind == POEMS and assessment.poems is not None:
        return tables.poems_criteria(assessment.poems.tier, writer)
    return tables.criteria(assessment, writer)


def _present(found: Iterable[Section | None]) -> tuple[Section, ...]:
    return tuple(section for section in found if section is not None)


def _chart(
    record: PatientRecord,
    assessment: Assessment,
    context: LetterContext,
    writer: sections.Writer,
) -> Section | None:
    """Draw what was followed; a lone value stands in the table and needs no picture."""
    catalogue, words = writer.trace.catalogue, writer.trace.words
    as_of = assessment.as_of
    panels = _panels(record, assessment, catalogue, writer.texts.kind)
    if not panels:
        return None
    chart = build_chart(
        record,
        ChartRequest(panels),
        as_of=as_of,
        catalogue=catalogue,
        words=words,
        patient_label=context.label,
        policy=context.policy,
        evolving=assessment.evolving,
        myeloma=assessment.myeloma,
        poems=assessment.poems,
    )
    return Section("", chart=chart)  # the drawing carries its own title


def _panels(
    record: PatientRecord, assessment: Assessment, catalogue: Catalogue, kind: str
) -> Panels:
    """Choose what was followed of the usual, else of whatever was measured."""
    as_of = assessment.as_of
    courses = Courses.of(record, as_of, catalogue)
    usual = usual_panels(record, as_of, catalogue, assessment.myeloma, assessment.poems)
    measured = tuple((code,) for code in sorted(courses.results))
    first = _POEMS_PANELS if kind == POEMS else usual
    for panels in (first, usual, measured):
        followed = tuple(x for x in panels if any(_followed(courses, code) for code in x))
        if followed:
            return followed[:_PANELS]
    return ()


def _followed(courses: Courses, code: str) -> bool:
    course = courses.course(code)
    return course is not None and len(course.points) > 1


def _person(view: RecordView, context: LetterContext, writer: sections.Writer) -> str:
    """Name the patient with sex, birth date and age, as far as they are known."""
    parts = [context.label, writer.say(_SEXES[view.sex])]
    birth = view.record.patient.birth_date
    if birth is not None:
        parts.append(writer.say("born", date=birth.text))
    ages = view.ages_on(context.today)
    if ages is not None and (birth is None or ages[0] == ages[1]):
        parts.append(writer.say("age", years=range_text(*ages)))
    return " · ".join(part for part in parts if part)


def _foot(assessment: Assessment, texts: LetterTexts, writer: sections.Writer) -> tuple[str, ...]:
    words, pack = writer.trace.words, assessment.rule_pack
    revision = words.text(
        "leaflet.revision",
        (
            ("title", writer.trace.of("letter_kind", texts.kind)),
            ("revision", str(texts.revision)),
            ("review", texts.review_next.isoformat()),
        ),
    )
    return (
        f"{revision} · {writer.say('computed')}",
        writer.say("rule_pack", version=pack.version, sha256=pack.sha256),
    )
