"""Stage by Durie and Salmon: six items, and A or B by the kidney (MM-DS-STAGE, MM-DS-AB)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Note
from desktop_app.domain.criterion import Cut, Op, Rule
from desktop_app.domain.myeloma_conclusions import SystemStage
from desktop_app.domain.rulesets.myeloma.staging.anchor import Near
from desktop_app.domain.rulesets.myeloma.staging.bands import Place, Scale, place
from desktop_app.domain.rulesets.myeloma.staging.ds_bone import bone_item
from desktop_app.domain.rulesets.myeloma.staging.ds_calcium import calcium_item
from desktop_app.domain.rulesets.myeloma.staging.ds_protein import (
    protein_item,
    urine_item,
)
from desktop_app.domain.rulesets.myeloma.staging.figures import only, ordered
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.rulesets.myeloma.staging.anchor import Window

SOURCE = "durie1975"
HEMOGLOBIN = Rule("MM-DS-STAGE-HB", SOURCE, "secondary", "III: < 8.5 g/dL; I: > 10 g/dL")
CALCIUM = Rule("MM-DS-STAGE-CA", SOURCE, "secondary", "III: > 12 mg/dL (> 2.99 mmol/L)")
BONE = Rule("MM-DS-STAGE-BONE", SOURCE, "secondary", "III: > 3; I: 0")
PROTEIN = Rule(
    "MM-DS-STAGE-M",
    SOURCE,
    "secondary",
    "III: IgG > 7 g/dL, IgA > 5 g/dL; I: IgG < 5 g/dL, IgA < 3 g/dL",
)
URINE = Rule("MM-DS-STAGE-URINE", SOURCE, "secondary", "III: > 12 g/24 h; I: < 4 g/24 h")
OLDER = Rule("MM-DS-VERSION", SOURCE, "secondary", "III: > 2.98 mmol/L")
KIDNEY = Rule("MM-DS-AB", SOURCE, "secondary", "B: >= 2 mg/dL (>= 176.8 umol/L)")
HEMOGLOBIN_SCALE = Scale(
    (Cut(Op.GE, {"g/dL": D("8.5")}), Cut(Op.GT, {"g/dL": D(10)})), ("III", "II", "I"), "I"
)
KIDNEY_SCALE = Scale((Cut(Op.GE, {"mg/dL": D(2), "umol/L": D("176.8")}),), ("A", "B"), "A")
# MM-DS-AB: copies print 170, 175 and 177 umol/L.
COPIES = Scale(
    (Cut(Op.GE, {"umol/L": D(170)}), Cut(Op.GE, {"umol/L": D(177)})), ("below", "between", "above")
)


@dataclass(frozen=True, slots=True)
class DurieSalmon:
    """Hold the headline and the older Chinese version, which cuts calcium elsewhere."""

    original: SystemStage
    older: SystemStage


def durie_salmon(window: Window) -> DurieSalmon:
    """Stage by the values at diagnosis, in both versions."""
    calcium = calcium_item(window)
    hemoglobin = place(window.results("hemoglobin"), HEMOGLOBIN_SCALE, window.view)
    bone, protein, urine = bone_item(window), protein_item(window), urine_item(window)
    kidney = place(window.results("creatinine"), KIDNEY_SCALE, window.view)
    rest = (hemoglobin, bone, protein, urine)
    rows = (
        _row(HEMOGLOBIN, hemoglobin),
        _row(CALCIUM, calcium.original),
        *map(_row, (BONE, PROTEIN, URINE), rest[1:]),
        KIDNEY.answer(kidney.within("B"), kidney.inputs, kidney.note),
    )
    # Of the older version only the calcium is another one.
    other = (_row(OLDER, calcium.older),)
    return DurieSalmon(
        _system((calcium.original, *rest), rows, kidney, (*calcium.notes, *_copies(window))),
        _system((calcium.older, *rest), other, kidney, (Note("ds_older_version"),)),
    )


def stages(items: tuple[Place, ...]) -> frozenset[str]:
    """Give the stages of independent items: III by one item, I by all of them, else II."""
    if any(item.possible == {"III"} for item in items):
        return frozenset({"III"})
    met = {
        "I": all("I" in item.possible for item in items),
        "II": any("II" in item.possible for item in items),
        "III": any("III" in item.possible for item in items),
    }
    return frozenset(name for name, possible in met.items() if possible)


def _system(
    items: tuple[Place, ...],
    criteria: tuple[Criterion, ...],
    kidney: Place,
    notes: tuple[Note, ...],
) -> SystemStage:
    possible, suffixes = ordered(stages(items)), tuple(sorted(kidney.possible))
    return SystemStage(
        only(possible),
        possible,
        suffix=only(suffixes),
        possible_suffixes=suffixes,
        criteria=criteria,
        notes=notes,
    )


def _row(rule: Rule, item: Place) -> Criterion:
    """Put an item into the trace: yes where it makes stage III."""
    note = item.note
    if note is None and item.possible == {"II"}:
        note = Note("ds_between")
    return rule.answer(item.within("III"), item.inputs, note)


def _copies(window: Window) -> tuple[Note, ...]:
    """Flag a creatinine between the cuts that copies print, in the unit in which they do."""
    printed = (x for x in window.results("creatinine").entries if x.unit == "umol/L")
    seen = [place(Near((x,)), COPIES, window.view).within("between") for x in printed]
    return (Note("ds_creatinine_source_dependent"),) if Truth.MET in seen else ()
