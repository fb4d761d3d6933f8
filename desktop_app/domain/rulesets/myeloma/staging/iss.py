"""Stage by the International Staging System: beta-2-microglobulin and albumin (MM-ISS)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.criterion import Cut, Op, Rule
from desktop_app.domain.myeloma_conclusions import SystemStage
from desktop_app.domain.rulesets.myeloma.staging.bands import Place, Scale, place
from desktop_app.domain.rulesets.myeloma.staging.figures import only, ordered, outcomes
from desktop_app.domain.truth import Truth
from desktop_app.domain.worlds import possible_outcomes

if TYPE_CHECKING:
    from desktop_app.domain.rulesets.myeloma.staging.anchor import Window

SOURCE = "greipp2005"
FIRST = Rule("MM-ISS-I", SOURCE, "secondary", "< 3.5 mg/L + >= 3.5 g/dL (>= 35 g/L)")
MICROGLOBULIN_LOW = Rule("MM-ISS-B2M-LOW", SOURCE, "secondary", "< 3.5 mg/L")
MICROGLOBULIN = Rule("MM-ISS-B2M", SOURCE, "secondary", ">= 5.5 mg/L")
ALBUMIN = Rule("MM-ISS-ALB", SOURCE, "secondary", ">= 3.5 g/dL (>= 35 g/L)")
MICROGLOBULIN_SCALE = Scale(
    (Cut(Op.GE, {"mg/L": D("3.5")}), Cut(Op.GE, {"mg/L": D("5.5")})), ("low", "between", "high")
)
ALBUMIN_SCALE = Scale((Cut(Op.GE, {"g/dL": D("3.5")}),), ("low", "enough"))
# MM-ISS, and MM-CGS4: from here the kidney may raise beta-2-microglobulin.
CREATININE_SCALE = Scale((Cut(Op.GE, {"mg/dL": D("1.2"), "umol/L": D(106)}),), ("low", "raised"))
COHORT = Note("iss_cohort")
# Every value that a fact of the decision may have.
VALUES = {"microglobulin": MICROGLOBULIN_SCALE.places, "albumin": ALBUMIN_SCALE.places}


@dataclass(frozen=True, slots=True)
class Iss:
    """Hold the stage with what it rests on, for the systems that build on it."""

    system: SystemStage
    microglobulin: Place
    inputs: tuple[Input, ...]

    @property
    def possible(self) -> tuple[str, ...]:
        """Give the stages that are possible."""
        return self.system.possible


def stage(ask: Callable[[str], str]) -> frozenset[str]:
    """Give the stage; albumin is asked for only where it matters."""
    microglobulin = ask("microglobulin")
    if microglobulin == "high":
        return frozenset({"III"})
    first = microglobulin == "low" and ask("albumin") == "enough"
    return frozenset({"I" if first else "II"})


def iss(window: Window) -> Iss:
    """Stage by the values at diagnosis."""
    view = window.view
    microglobulin = place(window.results("beta2_microglobulin"), MICROGLOBULIN_SCALE, view)
    albumin = place(window.results("albumin"), ALBUMIN_SCALE, view)
    creatinine = place(window.results("creatinine"), CREATININE_SCALE, view)
    facts = {
        "microglobulin": tuple(sorted(microglobulin.possible)),
        "albumin": tuple(sorted(albumin.possible)),
    }
    possible = ordered(possible_outcomes(stage, facts).possible)
    raised = creatinine.within("raised") is Truth.MET
    system = SystemStage(
        only(possible),
        possible,
        outcomes=outcomes(SOURCE, only(possible)),
        criteria=_trace(microglobulin, albumin),
        notes=(Note("iss_kidney"), COHORT) if raised else (COHORT,),
    )
    beside = albumin.inputs if "low" in microglobulin.possible else ()
    return Iss(system, microglobulin, (*microglobulin.inputs, *beside))


def _trace(microglobulin: Place, albumin: Place) -> tuple[Criterion, ...]:
    high = microglobulin.within("high")
    low = MICROGLOBULIN_LOW.answer(
        microglobulin.within("low"), microglobulin.inputs, microglobulin.note
    )
    enough = ALBUMIN.answer(albumin.within("enough"), albumin.inputs, albumin.note)
    return (
        MICROGLOBULIN.answer(high, microglobulin.inputs, microglobulin.note),
        FIRST.answer(low.state & enough.state, criteria=(low, enough)),
    )
