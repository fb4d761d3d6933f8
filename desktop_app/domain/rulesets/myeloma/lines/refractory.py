"""Say what each line gave, and which drugs and classes are refractory (REF-*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.criteria.regimens import ANTI_CD38, CLASSES, IMID, PI, WIDER
from desktop_app.domain.criterion import Rule
from desktop_app.domain.myeloma_conclusions import Refractoriness, TreatmentLine
from desktop_app.domain.partial_date import months_between
from desktop_app.domain.rulesets.myeloma.lines.given import REGIMEN, THERAPIES, TRANSPLANTS
from desktop_app.domain.rulesets.myeloma.lines.progress import (
    best_of,
    on_treatment,
    progressions,
    seen,
)
from desktop_app.domain.rulesets.myeloma.lines.resistance import (
    Course,
    of_drugs,
    of_line,
    reached_minimal,
)
from desktop_app.domain.truth import Truth, any_true, at_least

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.criteria.treatment_lines import CountedLine
    from desktop_app.domain.myeloma_conclusions import ImwgResponse
    from desktop_app.domain.view import RecordView

SOURCE = "rajkumar2011"
# How many drugs of each class: REF-MULTI, and the same for what was only given.
MULTI: tuple[tuple[str, str, Mapping[str, int]], ...] = (
    ("DOUBLE", "PI and IMiD", {PI: 1, IMID: 1}),
    ("TRIPLE", "PI, IMiD and anti-CD38", {PI: 1, IMID: 1, ANTI_CD38: 1}),
    ("PENTA", "2 PI, 2 IMiD and anti-CD38", {PI: 2, IMID: 2, ANTI_CD38: 1}),
)
REFRACTORY = tuple(
    Rule(f"REF-MULTI-{name}", SOURCE, "unverified", words) for name, words, _ in MULTI
)
EXPOSED = tuple(
    Rule(f"REF-MULTI-{name}-EXPOSED", SOURCE, "unverified", words) for name, words, _ in MULTI
)
DRUG_SHOWN = "drug"


def treatment_lines(
    view: RecordView, lines: tuple[CountedLine, ...], response: ImwgResponse | None
) -> tuple[TreatmentLine, ...]:
    """Give every line with its best response, its times and what is refractory."""
    del view  # the lines and the response are those of its day already
    points = seen(lines, response)
    course = Course(lines, points, progressions(lines, points))
    return tuple(_line(course, place) for place in range(len(lines)))


def _line(course: Course, place: int) -> TreatmentLine:
    line = course.lines[place]
    first, *others = line.numbers
    best, confirmed = best_of(line, course.points, place)
    regimen = of_line(course, place)
    days = [x.day for x in course.progressions if x.line == place and x.sure]
    following = course.lines[place + 1 : place + 2]
    names = dict.fromkeys(x.name for x in line.parts if x.kind in (REGIMEN, *THERAPIES))
    whole = Refractoriness(" + ".join(names), "regimen", regimen.state, regimen.note, (regimen,))
    return TreatmentLine(
        number=None if others else first,
        possible_numbers=line.numbers,
        regimens=tuple(names),
        start=line.start.text,
        stop=None if line.stop is None else line.stop.text,
        reason=line.reason,
        parts=line.parts,
        best=best,
        best_confirmed=confirmed,
        months_to_next=next((months_between(line.start, x.start) for x in following), None),
        months_to_progression=next((months_between(line.start, day) for day in days), None),
        outcome=_outcome(course, place, regimen.state),
        refractory=(*of_drugs(course, place), whole),
        criteria=(*line.criteria, regimen),
        notes=_since_transplant(course, place),
    )


def _outcome(course: Course, place: int, refractory_: Truth) -> str | None:
    """Name what became of a line; None while nothing of it is certain (REF-REGIMEN)."""
    if refractory_ is Truth.NOT_MET:
        progressed = any(x.line == place and x.sure for x in course.progressions)
        return "relapsed" if progressed else None
    if refractory_ is Truth.UNKNOWN:
        return None
    reached = [_reached(course, n) for n in range(place + 1)]
    if Truth.MET in reached:
        return "relapsed_and_refractory"
    return "refractory" if Truth.UNKNOWN in reached else "primary_refractory"


def _reached(course: Course, place: int) -> Truth:
    """Tell whether a line reached MR or better; unknown where nobody judged it."""
    if reached_minimal(course, place):
        return Truth.MET
    judged = on_treatment(course.lines[place], course.points, place)
    return Truth.NOT_MET if judged else Truth.UNKNOWN


def _since_transplant(course: Course, place: int) -> tuple[Note, ...]:
    days = [x.day for x in course.progressions if x.line == place and x.sure]
    transplants = [x.date for x in course.lines[place].events if x.code in TRANSPLANTS]
    if not days or not transplants:
        return ()
    low, high = months_between(transplants[-1], days[0])
    months = str(low) if low == high else f"{low}–{high}"
    return (Note("transplant_to_progression", (("months", months),)),)


def refractory(lines: tuple[TreatmentLine, ...]) -> tuple[Criterion, ...]:
    """Give REF-MULTI: double, triple and penta, refractory and exposed apart."""
    if not lines:
        return ()
    drugs: dict[str, Truth] = {}
    for each in (x for line in lines for x in line.refractory if x.kind == "drug"):
        drugs[each.name] = drugs.get(each.name, Truth.NOT_MET) | each.state
    unknown = any(x.kind == REGIMEN and not x.drugs for line in lines for x in line.parts)
    given = dict.fromkeys(drugs, Truth.MET)
    return tuple(
        _several(rule, wanted, states, unknown)
        for rules, states in ((REFRACTORY, drugs), (EXPOSED, given))
        for rule, (*_, wanted) in zip(rules, MULTI, strict=True)
    )


def _several(
    rule: Rule, wanted: Mapping[str, int], states: Mapping[str, Truth], unknown: bool
) -> Criterion:
    """Judge a number of drugs in each class; a regimen of unknown drugs may hold any of them."""
    state = ~any_true(
        ~at_least(count, (_state(drug, states, unknown) for drug in CLASSES[name]))
        for name, count in wanted.items()
    )
    counted = [x for name in wanted for x in CLASSES[name] if states.get(x) is Truth.MET]
    listed = [x for name in wanted for x in CLASSES[name]]
    apart = any(x in states for name in wanted for x in WIDER[name] if x not in listed)
    note = Note("ref_not_in_lists") if apart else None
    if unknown and state is Truth.UNKNOWN:
        note = Note("ref_drugs_unknown")
    return rule.answer(state, [Input(DRUG_SHOWN, drug) for drug in counted], note)


def _state(drug: str, states: Mapping[str, Truth], unknown: bool) -> Truth:
    return states.get(drug, Truth.NOT_MET) | (Truth.UNKNOWN if unknown else Truth.NOT_MET)
