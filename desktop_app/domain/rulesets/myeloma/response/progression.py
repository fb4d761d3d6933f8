"""Judge progression against the nadir, one row after the other (RESP-IMWG-PD-*)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal as D
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.conclusions import Criterion, Note
from desktop_app.domain.criterion import Op, Rule
from desktop_app.domain.rulesets.myeloma.response.days import reported_in
from desktop_app.domain.truth import Truth, any_true
from desktop_app.domain.unit_label import with_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.criteria.spans import Span
    from desktop_app.domain.rulesets.myeloma.response.days import Day
    from desktop_app.domain.rulesets.myeloma.response.masses import Masses
    from desktop_app.domain.rulesets.myeloma.response.measurable import Base
    from desktop_app.domain.rulesets.myeloma.response.nadir import Nadir
    from desktop_app.domain.view import RecordView

PD_SERUM = Rule(
    "RESP-IMWG-PD-SERUM",
    "kumar2016",
    "secondary",
    "rise >= 25 % and >= 0.5 g/dL; from a nadir >= 5 g/dL: >= 1 g/dL",
)
PD_URINE = Rule("RESP-IMWG-PD-URINE", "kumar2016", "secondary", "rise >= 25 % and >= 200 mg/24 h")
PD_FLC = Rule("RESP-IMWG-PD-FLC", "kumar2016", "secondary", "rise >= 25 % and > 100 mg/L")
PD_MARROW = Rule("RESP-IMWG-PD-MARROW", "kumar2016", "secondary", "rise >= 25 % and >= 10 points")
PD_LESION = Rule(
    "RESP-IMWG-PD-LESION", "kumar2016", "secondary", "new lesion, or half as large again"
)
PD_BLOOD = Rule("RESP-IMWG-PD-BLOOD", "kumar2016", "secondary", "rise >= 50 % and >= 200/uL")
HINT = Rule("RESP-HINT-TWO", "kumar2016", "secondary", "any two markers at one visit")

NONE = D(0)
# A nadir from here on counts an absolute rise alone, of so many g/dL.
HIGH_NADIR, HIGH_STEP = D(5), D(1)


@dataclass(frozen=True, slots=True)
class Step:
    """Hold how many times its nadir a marker must reach, and by how much it must rise."""

    times: D
    op: Op
    least: D


STEPS: Mapping[str, Step] = {
    "serum": Step(D("1.25"), Op.GE, D("0.5")),
    "urine": Step(D("1.25"), Op.GE, D(200)),
    "flc": Step(D("1.25"), Op.GT, D(100)),
    "marrow": Step(D("1.25"), Op.GE, D(10)),
    "blood": Step(D("1.5"), Op.GE, D("0.2")),
}
_RULES: Mapping[str, Rule] = {
    "serum": PD_SERUM,
    "urine": PD_URINE,
    "flc": PD_FLC,
    "marrow": PD_MARROW,
    "blood": PD_BLOOD,
}
_REPEATED = ("serum", "urine", "flc", "blood")


class Progress(NamedTuple):
    """Hold whether a day shows progression, and whether it counts without a second sample.

    ``unconfirmed_nadir`` tells that only a lower, unconfirmed value would make it one.
    """

    state: Truth
    certain: bool
    unconfirmed_nadir: bool
    criteria: tuple[Criterion, ...]


def risen(marker: str, now: Span, nadir: Span) -> Truth:
    """Tell whether a marker has risen to progression from a nadir.

    From a nadir of 0 the percentage is undefined: the absolute step alone decides.
    """
    step, rise = STEPS[marker], now.minus(nadir)
    usual = rise.stands(step.op, step.least)
    if usual is Truth.NOT_MET:
        return usual
    usual &= now.minus(nadir, step.times).stands(Op.GE, NONE)
    if marker != "serum":
        return usual
    return usual | (nadir.stands(Op.GE, HIGH_NADIR) & rise.stands(Op.GE, HIGH_STEP))


def applies(marker: str, base: Base) -> Truth:
    """Tell whether the row of a marker counts in a line.

    D: serum and urine always; light chains if they alone are measurable; marrow and blood only
    where nothing else is.
    """
    if marker in ("serum", "urine"):
        return Truth.MET
    if marker == "flc":
        return base.flc
    nothing = ~base.serum & ~base.urine & ~base.light_chains
    return nothing if marker == "marrow" else nothing & ~base.marrow & ~base.lesions


def progress(
    view: RecordView,
    day: Day,
    counts: Mapping[str, Truth],
    values: Mapping[str, Span],
    nadirs: Mapping[str, Nadir],
    masses: Masses,
) -> Progress:
    """Judge a day: any row is enough; a marker that was not measured says nothing (D).

    Args:
        view: the record.
        day: the day.
        counts: which rows count in the line.
        values: what was measured, by marker.
        nadirs: the nadir of each marker before the day.
        masses: what the imaging says.
    """
    asked = {x: span for x, span in values.items() if counts[x] is not Truth.NOT_MET}
    answers = {
        marker: risen(marker, now, low) & counts[marker]
        for marker, now in asked.items()
        if (low := nadirs[marker].confirmed) is not None
    }
    criteria = [
        _row(marker, x, day, _nadir(view, day, marker, nadirs[marker]))
        for marker, x in answers.items()
    ]
    criteria += _others(day, masses, answers)
    lesions = masses.worse
    state = any_true((*answers.values(), lesions))
    certain = Truth.MET in (lesions, answers.get("marrow"))
    lower = state is not Truth.MET and any(
        (risen(marker, now, low) & counts[marker]) is Truth.MET
        for marker, now in asked.items()
        if (low := nadirs[marker].lowest) is not None and low is not nadirs[marker].confirmed
    )
    return Progress(state, certain, lower, tuple(criteria))


def _others(day: Day, masses: Masses, answers: Mapping[str, Truth]) -> Iterator[Criterion]:
    """Give the row of the lesions, where it says anything, and the hint of two markers."""
    state = masses.worse
    if masses.looked or state is not Truth.NOT_MET:
        shown = () if state is Truth.NOT_MET else day.inputs("lesions")
        yield PD_LESION.answer(state, shown, _lesion_note(masses))
    repeated = [marker for marker in _REPEATED if answers.get(marker) is Truth.MET]
    if repeated[1:]:
        yield HINT.answer(Truth.MET, (), Note("two_markers_progress"))


def _row(marker: str, state: Truth, day: Day, note: Note | None) -> Criterion:
    """Give the row of a marker; its values stand with the level where there is no progression."""
    shown = () if state is Truth.NOT_MET else day.inputs(marker)
    return _RULES[marker].answer(state, shown, note)


def _nadir(view: RecordView, day: Day, marker: str, nadir: Nadir) -> Note | None:
    """Say the nadir in the unit in which the marker was reported on the day."""
    number = nadir.confirmed.number if nadir.confirmed is not None else None
    if number is None:
        return None
    unit, shift = reported_in(view, day, marker)
    return Note("rise_from_nadir", (("nadir", with_unit(f"{number.scaleb(shift):f}", unit)),))


def _lesion_note(masses: Masses) -> Note | None:
    if not masses.names:
        return None
    names = (("lesions", ", ".join(masses.names)),)
    return Note("new_lesions", names) if masses.new is Truth.MET else Note("first_imaging", names)
