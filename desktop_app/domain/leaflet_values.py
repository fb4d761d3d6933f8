"""Collect what a leaflet says of one patient: own results, trend, next date, words of the place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain import leaflet_poems
from desktop_app.domain.chart import ChartRequest
from desktop_app.domain.chart_building import build_chart
from desktop_app.domain.courses import Courses
from desktop_app.domain.document import (
    Fact,
    Hole,
    LeafletValues,
    Level,
    Movement,
    OwnResult,
    Reader,
    ValueCell,
)
from desktop_app.domain.leaflet_blanks import facts_of, written_already
from desktop_app.domain.leaflet_treatment import treatment_facts, treatment_texts
from desktop_app.domain.light_chain_series import INVOLVED
from desktop_app.domain.myeloma_conclusions import Myeloma
from desktop_app.domain.poems_conclusions import Poems
from desktop_app.domain.policy import PUBLISHED, Policy
from desktop_app.domain.trend import Significance, as_point, change, course_of
from desktop_app.domain.unit_label import bounded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.chart import ChartSpec
    from desktop_app.domain.observed_series import Observed
    from desktop_app.domain.record import PatientRecord
    from desktop_app.domain.trend import Course
    from desktop_app.domain.wording import Wording

# The rows of the table, each by the first code that the record has.
_ROWS = (
    ("serum_m_protein",),
    ("flc_ratio",),
    ("hemoglobin",),
    ("calcium",),
    ("egfr", "creatinine"),
)
# Those of a myeloma, by which treatment is followed.
_MYELOMA_ROWS = (
    ("serum_m_protein",),
    (INVOLVED,),
    ("hemoglobin",),
    ("creatinine",),
    ("calcium_corrected", "calcium"),
)
_ROWS_OF = {"multiple_myeloma": _MYELOMA_ROWS, leaflet_poems.CATEGORY: leaflet_poems.ROWS}
_PICTURED = "serum_m_protein"

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_TRENDS = {
    Movement.HIGHER: Fact.TREND_HIGHER,
    Movement.LOWER: Fact.TREND_LOWER,
    Movement.STEADY: Fact.TREND_STEADY,
    Movement.NOT_COMPARED: Fact.TREND_NOT_COMPARED,
}
_ACTIVE_AGAIN = frozenset({Fact.RESPONSE_RISING, Fact.RESPONSE_RECHECK})


@dataclass(frozen=True, slots=True)
class LeafletContext:
    """Hold whom a leaflet is for, and when and in which languages it is given."""

    reader: Reader
    today: date
    next_due: date | None
    languages: tuple[str, ...]
    policy: Policy = PUBLISHED
    myeloma: Myeloma | None = None
    poems: Poems | None = None


def leaflet_values(
    record: PatientRecord,
    context: LeafletContext,
    *,
    catalogue: Catalogue,
    wordings: Mapping[str, Wording],
) -> LeafletValues:
    """Collect the values; a next date that has passed is not known and left to be filled in."""
    today = context.today
    courses = _courses(record, context, catalogue)
    pictured = _pictured(courses, context)
    responding = treatment_facts(context.myeloma)
    trend = _trend(pictured, context, responding)
    coming = _coming(context)
    facts = {Fact.NEXT_KNOWN if coming else Fact.NEXT_OPEN}
    facts |= {Fact.RESULTS} if courses else set()
    facts |= {trend} if trend else set()
    facts |= responding
    written = {
        language: written_already(record, courses, today, catalogue, wordings[language])
        for language in context.languages
    }
    facts |= facts_of(written[context.languages[0]])
    return LeafletValues(
        context.reader,
        today,
        frozenset(facts),
        {
            language: _texts(language, context, coming, pictured, wordings[language])
            | written[language]
            | treatment_texts(context.myeloma, wordings[language])
            for language in context.languages
        },
        tuple(_own_result(course) for course in courses),
        _charts(record, pictured, context, catalogue, wordings) if pictured and trend else {},
    )


def _coming(context: LeafletContext) -> date | None:
    """Give the next day of follow-up; of POEMS, the next of what is watched."""
    due, today = context.next_due, context.today
    if due is not None and due > today:
        return due
    return leaflet_poems.next_check(context.poems, today) if _of_poems(context) else None


def _of_poems(context: LeafletContext) -> bool:
    return context.reader.category == leaflet_poems.CATEGORY


def _pictured(courses: list[Course], context: LeafletContext) -> Course | None:
    """Choose the course of the trend picture."""
    if _of_poems(context):
        return leaflet_poems.pictured(courses)
    return next((one for one in courses if one.code == _PICTURED), None)


def _charts(
    record: PatientRecord,
    pictured: Course,
    context: LeafletContext,
    catalogue: Catalogue,
    wordings: Mapping[str, Wording],
) -> dict[str, ChartSpec]:
    """Give the trend picture in each language; it shows one curve and names no patient."""
    return {
        language: build_chart(
            record,
            ChartRequest(((pictured.code,),)),
            as_of=context.today,
            catalogue=catalogue,
            words=wordings[language],
            patient_label="",
            policy=context.policy,
        )
        for language in context.languages
    }


def day_text(day: date, language: str) -> str:
    """Write a whole day as readers of a language do."""
    if language == "en":
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{day.year} 年 {day.month} 月 {day.day} 日"


def _courses(record: PatientRecord, context: LeafletContext, catalogue: Catalogue) -> list[Course]:
    """Give the course of each row, of the first of its codes that the record has."""
    known = Courses.of(record, context.today, catalogue, context.policy)
    rows = _ROWS_OF.get(context.reader.category or "", _ROWS)
    found = (_first_course(record, codes, context, known) for codes in rows)
    return [course for course in found if course is not None]


def _first_course(
    record: PatientRecord, codes: tuple[str, ...], context: LeafletContext, known: Courses
) -> Course | None:
    """Give the first course of several codes."""
    found = (_course(record, code, context, known) for code in codes)
    return next((course for course in found if course is not None), None)


def _course(
    record: PatientRecord, code: str, context: LeafletContext, known: Courses
) -> Course | None:
    """Give the course of a code; only the involved chain and the total of ONLS are derived here."""
    if code in (INVOLVED, leaflet_poems.ONLS):
        return known.course(code)
    return course_of(
        record, code, as_of=context.today, catalogue=known.catalogue, policy=context.policy
    )


def _texts(
    language: str,
    context: LeafletContext,
    coming: date | None,
    pictured: Course | None,
    words: Wording,
) -> dict[Hole, str]:
    texts = {Hole.EMERGENCY: words.text(f"leaflet.{_place(context.languages)}")}
    if coming is not None:
        texts[Hole.NEXT_DATE] = day_text(coming, language)
    if pictured is not None:
        texts[Hole.FIRST_YEAR] = str(pictured.baseline.on.middle.year)
        texts[Hole.FIRST_DAY] = pictured.baseline.on.text
    return texts


def _place(languages: tuple[str, ...]) -> str:
    """Tell whose emergency number is meant: the place follows from the Chinese beside."""
    if "zh-TW" in languages:
        return "emergency_tw"
    return "emergency_cn" if "zh-CN" in languages else "emergency_open"


def _trend(
    course: Course | None, context: LeafletContext, responding: frozenset[Fact]
) -> Fact | None:
    """Tell how the pictured value moved since its baseline; None where there is no picture.

    Under treatment a fall from the first value is not praised while the disease comes back.
    """
    if course is None or len(course.points) < 2:
        return None
    trend = _TRENDS[_movement(course, course.baseline)]
    treated = bool(responding) or _of_poems(context)
    back = _turned(course, responding) or leaflet_poems.rising(context.poems)
    if treated and back and trend is not Fact.TREND_HIGHER:
        return Fact.TREND_NOT_COMPARED
    return trend


def _turned(course: Course, responding: frozenset[Fact]) -> bool:
    """Tell whether the disease is, or may be, active again, or the last value rose."""
    previous = course.previous
    rose = previous is not None and _movement(course, previous) is Movement.HIGHER
    return rose or bool(responding & _ACTIVE_AGAIN)


def _movement(course: Course, earlier: Observed) -> Movement:
    """Tell how the latest value moved against an earlier one, beyond the noise of the test."""
    latest = course.latest
    if earlier is latest or not earlier.comparable(latest):
        return Movement.NOT_COMPARED
    if course.code in (*leaflet_poems.VEGF, leaflet_poems.ONLS):
        return leaflet_poems.movement(course.code, earlier, latest)
    verdict = course.compared(earlier, latest)
    difference, _ = change(as_point(earlier), as_point(latest))
    if verdict is None or difference is None:
        return Movement.NOT_COMPARED
    if verdict is Significance.WITHIN_NOISE:
        return Movement.STEADY
    return Movement.HIGHER if difference > 0 else Movement.LOWER


def _own_result(course: Course) -> OwnResult:
    previous = course.previous
    movement = Movement.FIRST
    if previous is not None:
        movement = _movement(course, previous)
    return OwnResult(
        course.code,
        course.unit,
        _cell(course.latest),
        None if previous is None else _cell(previous),
        None if previous is None else _cell(course.first),
        movement,
        _level(course),
    )


def _cell(observed: Observed) -> ValueCell:
    comparator = observed.result.comparator
    return ValueCell(bounded(f"{observed.value:f}", comparator), observed.on)


def _level(course: Course) -> Level | None:
    """Place the latest value against its laboratory's limits; None where they leave it open."""
    if course.outside is not None:
        return Level(course.outside)
    result = course.latest.result
    if result.comparator is not None or result.low is None or result.high is None:
        return None
    return Level.NORMAL
