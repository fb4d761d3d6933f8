"""Find the baseline of a line and which markers are measurable there (RESP-BASE, section 5.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal as D
from operator import attrgetter
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Note
from desktop_app.domain.criteria.isotype import Isotypes
from desktop_app.domain.criteria.spans import Span
from desktop_app.domain.criteria.treatment_lines import CountedLine, before_dose
from desktop_app.domain.criterion import MISSING, Op, Rule, input_of
from desktop_app.domain.myeloma_conclusions import ResponseBaseline
from desktop_app.domain.record import Result
from desktop_app.domain.rulesets.myeloma.response.days import Day
from desktop_app.domain.rulesets.myeloma.response.masses import Course, course_before
from desktop_app.domain.rulesets.myeloma.response.placing import long_before, soon_after
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.rulesets.myeloma.response.days import Amount
    from desktop_app.domain.view import RecordView

SERUM_RULE = Rule("RESP-IMWG-MEAS-S", "kumar2016", "secondary", ">= 1 g/dL (>= 10 g/L)")
URINE_RULE = Rule("RESP-IMWG-MEAS-U", "kumar2016", "secondary", ">= 200 mg/24 h")
FLC_RULE = Rule(
    "RESP-IMWG-MEAS-F",
    "kumar2016",
    "secondary",
    "involved chain >= 100 mg/L and ratio abnormal; serum and urine not measurable",
)
MARROW_RULE = Rule(
    "RESP-IMWG-MEAS-M",
    "kumar2016",
    "secondary",
    ">= 30 % and no other marker measurable",
)
BASELINE_RULE = Rule(
    "RESP-BASE", "kumar2016", "decision", "last before the line, or first within 14 days after"
)
IMMUNOGLOBULIN_RULE = Rule(
    "RESP-IMWG-MEAS-IG", "kumar2016", "unverified", "IgA or IgD, serum not measurable"
)
SERUM_LEAST, URINE_LEAST = D(1), D(200)
FLC_LEAST, MARROW_LEAST = D(100), D(30)


@dataclass(frozen=True, slots=True)
class Base:
    """Hold the baseline of a line; the truths tell which marker is measurable.

    ``light_chains`` is RESP-IMWG-MEAS-F whatever serum and urine are; ``flc`` is "FLC-only".
    """

    line: CountedLine
    days: Mapping[str, Day]  # by marker
    involved: str | None
    course: Course
    serum: Truth
    urine: Truth
    light_chains: Truth
    flc: Truth
    marrow: Truth
    lesions: Truth
    notes: tuple[Note, ...] = ()
    immunoglobulins: tuple[Result, ...] = ()  # IgA or IgD of the clone, before the line
    spans: Mapping[str, Span | None] = field(default_factory=dict)  # of ``days``, by marker

    @property
    def markers(self) -> tuple[str, ...]:
        """Name the usable markers, the leading one first."""
        answers = {
            "serum": self.serum,
            "urine": self.urine,
            "flc": self.flc,
            "marrow": self.marrow,
            "lesions": self.lesions,
        }
        return tuple(name for name, truth in answers.items() if truth is Truth.MET)

    @property
    def all_known(self) -> Truth:
        """Tell that no marker is left open; unknown where one may be measurable after all."""
        blood = (self.serum, self.urine, self.flc, self.marrow)
        return Truth.of(all(truth.known for truth in blood) or None)

    def span(self, marker: str) -> Span | None:
        """Give the value of a marker at the baseline; of the light chains their difference."""
        return self.spans.get(marker)


def span_on(day: Day, marker: str, involved: str | None) -> Span | None:
    """Give the value of a marker on a day; of the light chains their difference."""
    if marker == "flc":
        return day.difference(involved)
    amount = AMOUNTS[marker](day)
    return None if amount is None else amount.span


AMOUNTS: Mapping[str, Callable[[Day], Amount | None]] = {
    "serum": attrgetter("serum"),
    "urine": attrgetter("urine"),
    "marrow": attrgetter("marrow"),
    "blood": attrgetter("blood"),
}
HAS: Mapping[str, Callable[[Day], bool]] = {
    "serum": lambda day: day.serum is not None,
    "urine": lambda day: day.urine is not None,
    "flc": lambda day: day.has_chains,
    "marrow": lambda day: day.marrow is not None,
    "blood": lambda day: day.blood is not None,
}


def base_of(
    view: RecordView, days: tuple[Day, ...], sides: tuple[Truth, ...], line: CountedLine
) -> Base:
    """Find the baseline: the latest value before the line, else the first soon after its start.

    Args:
        view: the record.
        days: every day of it.
        sides: whether each lies on or before the first day of the line.
        line: the line.
    """
    start = line.start
    before = [day for day, side in zip(days, sides, strict=True) if side is Truth.MET]
    soon = [
        day
        for day, side in zip(days, sides, strict=True)
        if side is Truth.NOT_MET and soon_after(day.on, start)
    ]
    found = {marker: _chosen(before, soon, has) for marker, has in HAS.items()}
    chosen = {marker: day for marker, day in found.items() if day is not None}
    involved = _involved(days, before) or (chosen["flc"].side if "flc" in chosen else None)
    course = course_before(view, days, before, soon, start)
    serum, urine = (_reaches(chosen, x, cut) for x, cut in _M_PROTEIN.items())
    light = _light_chains(chosen.get("flc"), involved)
    others = ~serum & ~urine
    return Base(
        line,
        chosen,
        involved,
        course,
        serum,
        urine,
        light,
        light & others,
        _reaches(chosen, "marrow", MARROW_LEAST) & others & ~light,
        Truth.of(bool(course.measured)),
        tuple(_flags([*chosen.values(), *course.days], before, start)),
        _immunoglobulins(view, before, start),
        {marker: span_on(day, marker, involved) for marker, day in chosen.items()},
    )


# RESP-IMWG-MEAS-IG: what may be followed by the amount of the immunoglobulin.
FOLLOWED: Mapping[str, str] = {"IgA": "iga", "IgD": "igd"}
_M_PROTEIN = {"serum": SERUM_LEAST, "urine": URINE_LEAST}


def _chosen(before: list[Day], soon: list[Day], has: Callable[[Day], bool]) -> Day | None:
    return next(filter(has, reversed(before)), None) or next(filter(has, soon), None)


def _flags(chosen: list[Day], before: list[Day], start: PartialDate) -> Iterator[Note]:
    for on, day in {day.on: day for day in chosen}.items():
        values = (("date", on.text),)
        if not any(day is each for each in before):
            yield Note("response_base_after_start", values)
        elif long_before(on, start):
            yield Note("response_base_old", values)


def _involved(days: tuple[Day, ...], before: list[Day]) -> str | None:
    """Give the light chain of the last immunofixation before the line, else of the first in it."""
    named = map(_light_chain, (*reversed(before), *days))
    return next((chain for chain in named if chain is not None), None)


def _light_chain(day: Day) -> str | None:
    return Isotypes(day.serum_bands, day.urine_bands).light_chain


def _immunoglobulins(view: RecordView, before: list[Day], start: PartialDate) -> tuple[Result, ...]:
    """Give the last amount of the clone's IgA or IgD before the line."""
    seen = {band for day in before for band in day.serum_bands or ()}
    codes = [code for prefix, code in FOLLOWED.items() if any(x.startswith(prefix) for x in seen)]
    known = (
        [x for x in view.results(code) if before_dose(x.date, start) is Truth.MET] for code in codes
    )
    return tuple(x for found in known for x in found[-1:])


def _reaches(chosen: Mapping[str, Day], marker: str, cut: D) -> Truth:
    amount = AMOUNTS[marker](chosen[marker]) if marker in chosen else None
    return Truth.UNKNOWN if amount is None else amount.span.stands(Op.GE, cut)


def _light_chains(day: Day | None, involved: str | None) -> Truth:
    if day is None:
        return Truth.UNKNOWN
    chain = day.chain(involved)
    enough = Truth.UNKNOWN if chain is None else chain.stands(Op.GE, FLC_LEAST)
    return enough & ~day.normal_ratio


def shown(base: Base) -> ResponseBaseline:
    """Put the baseline of a line into the shape of the assessment."""
    results = {marker: _results(base.days[marker], marker) for marker in base.days}
    answers = (
        (SERUM_RULE, base.serum, "serum"),
        (URINE_RULE, base.urine, "urine"),
        (FLC_RULE, base.flc, "flc"),
        (MARROW_RULE, base.marrow, "marrow"),
    )
    criteria: list[Criterion] = []
    for rule, state, marker in answers:
        inputs = [input_of(x) for x in results.get(marker, ())]
        criteria.append(rule.answer(state, inputs, None if inputs else MISSING.note))
    if base.immunoglobulins and base.serum is not Truth.MET:
        followed = map(input_of, base.immunoglobulins)
        criteria.append(IMMUNOGLOBULIN_RULE.answer(Truth.MET, followed, Note("followed_by_ig")))
    days = [base.days[marker] for marker in base.markers if marker in base.days]
    days += base.course.days if base.lesions is Truth.MET else ()
    values = tuple(input_of(x) for found in results.values() for x in found)
    found = Truth.of(bool(base.markers) or None)
    return ResponseBaseline(
        min(base.line.numbers),
        days[0].on.text if days else None,
        base.markers,
        values,
        (
            BASELINE_RULE.answer(found, (), None if days else Note("no_response_baseline")),
            *criteria,
        ),
        base.notes,
    )


def _results(day: Day, marker: str) -> tuple[Result, ...]:
    if marker != "flc":
        amount = AMOUNTS[marker](day)
        return () if amount is None else amount.results
    return day.chain_results
