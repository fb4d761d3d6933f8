"""Judge minimal residual disease, and relapse from CR or from MRD-negativity (RESP-IMWG-MRD)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input
from desktop_app.domain.criteria.treatment_lines import before_dose
from desktop_app.domain.criterion import Op, Rule, compare
from desktop_app.domain.partial_date import PartialDate, add_months
from desktop_app.domain.rulesets.myeloma.response.levels import CR, CR_MARROW, NONE, PD, SCR
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.domain.myeloma_conclusions import ResponsePoint
    from desktop_app.domain.record import Finding
    from desktop_app.domain.rulesets.myeloma.response.reading import Reading
    from desktop_app.domain.rulesets.myeloma.response.timeline import LineCourse
    from desktop_app.domain.view import RecordView

MRD = Rule("RESP-IMWG-MRD", "kumar2016", "secondary", "<= 0.00001")
IMAGING = Rule("RESP-IMWG-MRD-IMAGING", "kumar2016", "secondary", "MRD and PET negative")
SUSTAINED = Rule(
    "RESP-IMWG-MRD-SUSTAINED", "kumar2016", "secondary", "both and twice, a year or more apart"
)
FROM_CR = Rule("RESP-IMWG-RELCR", "kumar2016", "secondary", "M back, marrow >= 5 % or other sign")
FROM_MRD = Rule("RESP-IMWG-RELMRD", "kumar2016", "secondary", "MRD or M back, or other sign")
SENSITIVITY, APART_MONTHS = D("0.00001"), 12
_COMPLETE = (CR, SCR)
_DRUG_BAND = "band_may_be_the_drug"


@dataclass(frozen=True, slots=True)
class Test:
    """Hold one test on a day, and whether it found nothing."""

    on: PartialDate
    negative: Truth


def residual_disease(view: RecordView, course: LineCourse) -> Iterator[Criterion]:
    """Give MRD of the last test of the line, with imaging, and sustained."""
    start = course.base.line.start
    tests = [Test(x.date, _negative(x)) for x in _since(view, "mrd", start)]
    scans = [Test(x.date, _quiet(x)) for x in _since(view, "fdg_uptake", start)]
    if not tests:
        return
    last = tests[-1]
    state = last.negative & _complete(course.points, last.on)
    yield MRD.answer(
        state, [Input("mrd", x.value, None, x.date.text) for x in _since(view, "mrd", start)[-1:]]
    )
    if scans:
        yield IMAGING.answer(state & scans[-1].negative)
        yield SUSTAINED.answer(state & _long(tests) & _long(scans))


def _since(view: RecordView, code: str, start: PartialDate) -> list[Finding]:
    return [x for x in view.findings(code) if before_dose(x.date, start) is Truth.NOT_MET]


def _negative(finding: Finding) -> Truth:
    """Tell whether no cell was found at 10^-5 or deeper; without the depth it is unknown."""
    said = finding.value
    if not isinstance(said, Mapping) or not isinstance(said.get("negative"), bool):
        return Truth.UNKNOWN
    if not said["negative"]:
        return Truth.NOT_MET
    depth = said.get("sensitivity")
    if not isinstance(depth, D):
        return Truth.UNKNOWN
    deep = compare(depth, None, Op.LE, SENSITIVITY)
    return deep | Truth.UNKNOWN


def _quiet(finding: Finding) -> Truth:
    said = finding.value
    normal = said.get("normal") if isinstance(said, Mapping) else None
    return Truth.of(normal if isinstance(normal, bool) else None)


def _complete(points: Iterable[ResponsePoint], on: PartialDate) -> Truth:
    """Tell whether CR holds at the last visit up to a day; a CR in sight is unknown."""
    known = [x for x in points if PartialDate(x.date).on_or_before(on.last) is Truth.MET]
    for point in known[-1:]:
        if point.category in _COMPLETE:
            return Truth.of(point.confirmed or None)
        if not any(level in point.possible for level in _COMPLETE):
            return Truth.NOT_MET
    return Truth.UNKNOWN


def _long(tests: list[Test]) -> Truth:
    """Tell whether the tests since the last positive one are negative a year apart."""
    run: list[Test] = []
    for test in tests:
        if test.negative is not Truth.UNKNOWN:
            run = [*run, test] if test.negative is Truth.MET else []
    if not run:
        return Truth.NOT_MET
    first, last = run[0].on, run[-1].on
    if last.first >= add_months(first.last, APART_MONTHS):
        return Truth.MET
    return Truth.of(None if last.last >= add_months(first.first, APART_MONTHS) else False)


def relapses(view: RecordView, course: LineCourse, clinical: Criterion) -> Iterator[Criterion]:
    """Give relapse from CR, and from MRD-negativity, once those were reached in the line."""
    points = course.points
    at = next((n for n, x in enumerate(points) if x.category in _COMPLETE and x.confirmed), None)
    if at is None:
        return
    later = course.readings[at + 1 :]
    yield FROM_CR.answer(_signs(later) | clinical.state)
    tests = [Test(x.date, _negative(x)) for x in _since(view, "mrd", course.base.line.start)]
    gone = next((x.on.last for x in tests if x.negative is Truth.MET), None)
    if gone is not None:
        since = [x for x in later if x.day.on.first > gone]
        lost = any(x.negative is Truth.NOT_MET and x.on.first >= gone for x in tests)
        yield FROM_MRD.answer(_signs(since) | clinical.state | Truth.of(lost))


def _signs(readings: Iterable[Reading]) -> Truth:
    """Tell whether any visit shows the disease again."""
    return any_true(_back(x) | Truth.of(x.level == PD) for x in readings)


def _back(reading: Reading) -> Truth:
    """Tell whether the M-protein, or the cells of the marrow, are back."""
    day = reading.day
    amounts = (day.serum, day.urine)
    bands = [bool(x) for x in (day.serum_bands, day.urine_bands) if x is not None]
    shown = [x.span.stands(Op.GT, NONE) for x in amounts if x is not None and not x.unseen]
    cells = [] if day.marrow is None else [day.marrow.span.stands(Op.GE, CR_MARROW)]
    if any(note.code == _DRUG_BAND for note in reading.notes):
        return any_true(cells) | Truth.UNKNOWN
    return any_true((*map(Truth.of, bands), *shown, *cells))
