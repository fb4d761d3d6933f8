"""Place the calcium of Durie-Salmon, and say which calcium it was (MM-DS-VERSION)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criterion import Cut, Op, input_of
from desktop_app.domain.derived import corrected_calcium
from desktop_app.domain.rulesets.myeloma.staging.anchor import Near
from desktop_app.domain.rulesets.myeloma.staging.bands import Place, Scale, place
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.record import Result
    from desktop_app.domain.rulesets.myeloma.staging.anchor import Window
    from desktop_app.domain.view import RecordView

MEASURED, CORRECTED = "calcium", "calcium_corrected"
# Milliequivalents are twice the millimoles.
ORIGINAL = Scale(
    (Cut(Op.GT, {"mg/dL": D(12), "mmol/L": D("2.99"), "mEq/L": D("5.98")}),), ("I", "III"), "I"
)
OLDER = Scale(
    (Cut(Op.GT, {"mg/dL": D(12), "mmol/L": D("2.98"), "mEq/L": D("5.96")}),), ("I", "III"), "I"
)
# Between the cuts that circulate the stage depends on the source, ends included.
COPIES = Scale(
    (
        Cut(Op.GE, {"mmol/L": D("2.98"), "mEq/L": D("5.96")}),
        Cut(Op.GT, {"mmol/L": D("3.00"), "mEq/L": D("6.00")}),
    ),
    ("below", "between", "above"),
)


@dataclass(frozen=True, slots=True)
class CalciumItem:
    """Hold the calcium under both versions, and what must be said of it."""

    original: Place
    older: Place
    notes: tuple[Note, ...] = ()


def calcium_item(window: Window) -> CalciumItem:
    """Place the calcium reported as corrected, else corrected by us, else as measured."""
    view, near = window.view, window.results(MEASURED, CORRECTED)
    if not near.entries:
        return CalciumItem(place(near, ORIGINAL, view), place(near, OLDER, view))
    reported = [x for x in near.entries if x.code == CORRECTED]
    days = {x.date for x in reported}
    plain = [x for x in near.entries if x.code == MEASURED and x.date not in days]
    pairs = [(x, *pair) for x in plain for pair in corrections(view, x)]
    alone = [x for x in plain if not corrections(view, x)]
    compared = Near((*reported, *(value for _, value, _ in pairs), *alone))
    shown = dict.fromkeys((*reported, *plain, *(albumin for *_, albumin in pairs)))
    inputs = tuple(map(input_of, shown))
    original, older = (
        replace(place(compared, scale, view), inputs=inputs) for scale in (ORIGINAL, OLDER)
    )
    notes = (
        *([Note("ds_calcium_reported")] * bool(reported)),
        *([Note("ds_calcium_computed")] * bool(pairs)),
        *([Note("ds_calcium_measured")] * bool(alone)),
    )
    measured = [x for x in near.entries if x.code == MEASURED]
    return CalciumItem(original, older, (*notes, *_flags(view, compared, measured, original)))


def _flags(
    view: RecordView, compared: Near[Result], measured: list[Result], original: Place
) -> tuple[Note, ...]:
    """Say where the stage depends on the version, or on whether calcium is corrected."""
    flags: list[Note] = []
    printed = tuple(x for x in compared.entries if x.value is not None and x.unit != "mg/dL")
    if any(place(Near((x,)), COPIES, view).within("between") is Truth.MET for x in printed):
        flags.append(Note("ds_calcium_source_dependent"))
    if measured and place(Near(tuple(measured)), ORIGINAL, view).possible != original.possible:
        flags.append(Note("ds_calcium_correction_decides"))
    return tuple(flags)


def corrections(view: RecordView, result: Result) -> list[tuple[Result, Result]]:
    """Correct a measured calcium with every albumin of its day; give each with that albumin."""
    of_day = [x for x in view.results("albumin") if x.date == result.date]
    values = [(corrected_calcium(result, x, view.catalogue), x) for x in of_day]
    return [(replace(result, value=value), x) for value, x in values if value is not None]
