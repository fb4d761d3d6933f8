"""Give a patient's trends: the chart, and the grid of results with their change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.chart_building import build_chart, usual_panels
from desktop_app.domain.chart_presets import USUAL_PANELS
from desktop_app.domain.chart_words import ChartWords, percent_number, signed
from desktop_app.domain.courses import Courses
from desktop_app.domain.criteria.light_chain_course import DIFFERENCE
from desktop_app.domain.light_chain_series import CHAINS, INVOLVED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.chart import ChartRequest, ChartSpec
    from desktop_app.domain.conclusions import Assessment
    from desktop_app.domain.observed_series import Observed
    from desktop_app.domain.trend import Course
    from desktop_app.domain.visit import VisitDraft
    from desktop_app.domain.wording import Wording
    from desktop_app.services.assessments import AssessmentService
    from desktop_app.services.readings import Reading


PANELS_ON_A_PAGE = 3  # more of them would be too flat to read beside the other panels
_FIRST = tuple(code for panel in USUAL_PANELS for code in panel)


@dataclass(frozen=True, slots=True)
class Cell:
    """Hold one value of the grid, in the unit of its row; ``date`` may be partial."""

    text: str
    date: str
    comparator: str | None
    value: Decimal
    lab: str | None


@dataclass(frozen=True, slots=True)
class ResultRow:
    """Hold one analyte: which values count, and how the latest one stands against the baseline.

    ``significance`` is ``beyond_noise`` or ``within_noise``, ``outside`` ``low`` or ``high``;
    ``points`` are ordinal days and values for a small line; ``entered`` is the code whose values
    one corrects, another one where the row is derived.
    """

    code: str
    unit: str
    latest: Cell
    previous: Cell | None
    baseline: Cell
    nadir: Cell
    change: str | None
    change_percent: str | None
    significance: str | None
    outside: str | None
    points: tuple[tuple[float, float], ...]
    entered: str = ""


class TrendService:
    """Read trends of patients; a draft on the screen counts as far as it is valid."""

    def __init__(
        self,
        assessments: AssessmentService,
        catalogue: Catalogue,
        wordings: Mapping[str, Wording],
    ) -> None:
        self._assessments = assessments
        self._catalogue = catalogue
        self._wordings = wordings

    def chart(
        self,
        patient_id: int,
        request: ChartRequest,
        language: str,
        draft: VisitDraft | None = None,
        concluded: Assessment | None = None,
    ) -> ChartSpec:
        """Build the chart that was asked for, up to today; without panels the most telling ones.

        ``concluded`` is what was concluded of the same record and draft.
        """
        return self.drawn(self._assessments.read(patient_id, draft), request, language, concluded)

    def drawn(
        self,
        reading: Reading,
        request: ChartRequest,
        language: str,
        concluded: Assessment | None = None,
    ) -> ChartSpec:
        """Build the chart of what was read; see ``chart``."""
        myeloma = concluded.myeloma if concluded else None
        poems = concluded.poems if concluded else None
        if not request.panels:
            usual = usual_panels(reading.record, reading.today, self._catalogue, myeloma, poems)
            request = replace(request, panels=usual[:PANELS_ON_A_PAGE])
        return build_chart(
            reading.record,
            request,
            as_of=reading.today,
            catalogue=self._catalogue,
            words=self._wordings[language],
            patient_label=reading.label,
            draft_day=reading.draft_day,
            policy=reading.policy,
            evolving=concluded.evolving if concluded else (),
            myeloma=myeloma,
            poems=poems,
        )

    def grid(
        self, patient_id: int, language: str, draft: VisitDraft | None = None
    ) -> tuple[ResultRow, ...]:
        """Give one row for each analyte that has a value: charted ones first, then the others.

        Where the involved light chain is known, its course and the difference have rows too.
        """
        return self.rows(self._assessments.read(patient_id, draft), language)

    def rows(self, reading: Reading, language: str) -> tuple[ResultRow, ...]:
        """Give the rows of what was read; see ``grid``."""
        words = ChartWords(self._wordings[language], self._catalogue)
        courses = Courses.of(reading.record, reading.today, self._catalogue, reading.policy)
        followed = map(courses.course, self._codes(courses))
        return tuple(
            replace(_row(course, words), entered=courses.entered_as(course))
            for course in followed
            if course is not None
        )

    def _codes(self, courses: Courses) -> tuple[str, ...]:
        """Give the codes of the rows in their order; both chains stand where no clone is known."""
        light = (INVOLVED, DIFFERENCE) if courses.involved else tuple(CHAINS.values())
        place = _FIRST.index(INVOLVED)
        first = (*_FIRST[:place], *light, *_FIRST[place + 1 :])
        return tuple(dict.fromkeys((*first, *self._catalogue.analytes)))


def _row(course: Course, words: ChartWords) -> ResultRow:
    percent = course.percent
    lone = course.latest is course.baseline
    return ResultRow(
        code=course.code,
        unit=course.unit,
        latest=_cell(course.latest, words),
        previous=_cell(course.previous, words) if course.previous else None,
        baseline=_cell(course.baseline, words),
        nadir=_cell(course.nadir, words),
        change=None if lone or course.change is None else signed(course.change),
        change_percent=None
        if lone or percent is None
        else words.text("percent", number=percent_number(percent, course.noise)),
        significance=course.significance.value if course.significance else None,
        outside=course.outside,
        points=tuple((float(one.on.middle.toordinal()), float(one.value)) for one in course.points),
    )


def _cell(one: Observed, words: ChartWords) -> Cell:
    comparator = one.result.comparator
    return Cell(
        words.number(one),
        one.on.text,
        comparator.value if comparator else None,
        one.value,
        one.lab,
    )
