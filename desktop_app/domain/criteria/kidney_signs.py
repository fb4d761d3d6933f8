"""Judge the signs that a clone may harm the kidney, and what a kidney biopsy found (MGRS)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.criteria.attribution import RENAL_LESIONS
from desktop_app.domain.criteria.kidney_decline import decline
from desktop_app.domain.criteria.organ_values import in_unit
from desktop_app.domain.criterion import Cut, Judgement, Op, Rule, input_of, judge, judge_all
from desktop_app.domain.record import Finding
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.record import Result
    from desktop_app.domain.view import RecordView

PROMPT = Rule("MGRS-PROMPT", "lin2026", "source-doc", "any of the three; no published criterion")
PROTEIN = Rule(
    "MGRS-PROMPT-PROTEIN",
    "lin2026",
    "decision",
    "> 500 mg/24 h twice, or UPCR >= 500 mg/g (>= 50 mg/mmol)",
)
BLOOD = Rule("MGRS-PROMPT-BLOOD", "lin2026", "source-doc", "haematuria")
FALL = Rule("MGRS-PROMPT-EGFR", "lin2026", "decision", "> 30 % below the best of 12 months")
PROTEIN_CUT = Cut(Op.GT, {"mg/(24.h)": D(500)})
UPCR_CUT = Cut(Op.GE, {"mg/g": D(500), "mg/mmol": D(50)})
# As in AL-SUSPECT: albumin up to this share of the protein leaves most of it to light chains.
ALBUMIN_SHARE = D("0.5")
UNRELATED, CAST = "unrelated", "cast_nephropathy"
# Lesions of the MGRS spectrum among the contract's codes (MGRS-LESIONS).
LESIONS = RENAL_LESIONS - {UNRELATED, CAST}
_COLLECTED, _SPOT, _ALBUMIN = "urine_protein_24h", "upcr", "uacr"


@dataclass(frozen=True, slots=True)
class KidneyBiopsy:
    """Hold whether a kidney was biopsied, and the lesion; None in free text or where two differ."""

    taken: bool
    lesion: str | None
    finding: Finding | None

    @property
    def related(self) -> Truth:
        """Tell whether the lesion is one of the MGRS spectrum."""
        return Truth.of(None if self.lesion is None else self.lesion in LESIONS)

    @property
    def inputs(self) -> tuple[Input, ...]:
        """Show what was found."""
        found = self.finding
        return () if found is None else (Input(found.code, found.value, None, found.date.text),)


@dataclass(frozen=True, slots=True)
class KidneySigns:
    """Hold the answer to MGRS-PROMPT with its three parts, and the biopsy."""

    prompt: Criterion
    protein: Criterion
    blood: Criterion
    fall: Criterion
    biopsy: KidneyBiopsy


def kidney_signs(view: RecordView) -> KidneySigns:
    """Judge MGRS-PROMPT; a biopsy unrelated to the clone explains all but a later fall of eGFR."""
    biopsy = kidney_biopsy(view)
    explained = biopsy.finding if biopsy.lesion == UNRELATED else None
    protein, blood = _protein(view), _blood(view)
    if explained is not None:
        protein, blood = _explained(PROTEIN, protein), _explained(BLOOD, blood)
    fell = decline(view, explained.date.last if explained else None)
    fall = FALL.answer(fell.truth, fell.inputs, fell.note)
    if explained is not None and not fell.truth.known:
        fall = _explained(FALL, fall)
    parts = (protein, blood, fall)
    prompt = PROMPT.answer(any_true(part.state for part in parts), criteria=parts)
    return KidneySigns(prompt, protein, blood, fall, biopsy)


def kidney_biopsy(view: RecordView) -> KidneyBiopsy:
    """Read the latest kidney biopsy."""
    taken = bool(view.latest_findings("renal_biopsy"))
    finding = view.latest_finding("renal_biopsy")
    if finding is None or finding.value not in RENAL_LESIONS:
        return KidneyBiopsy(taken, None, finding)
    return KidneyBiopsy(taken, str(finding.value), finding)


def _explained(rule: Rule, part: Criterion) -> Criterion:
    return rule.answer(Truth.NOT_MET, part.inputs, Note("kidney_biopsy_unrelated"))


def _blood(view: RecordView) -> Criterion:
    found = view.latest_findings("hematuria")
    inputs = [Input(x.code, x.value, None, x.date.text) for x in found]
    note = None if found else Note("missing")
    return BLOOD.answer(Truth.of(view.flag("hematuria")), inputs, note)


def _protein(view: RecordView) -> Criterion:
    """Judge the latest of 24-hour protein and UPCR; a collection counts once another agrees."""
    latest = view.latest(_COLLECTED, _SPOT)
    collected, spot = _of(latest, _COLLECTED), _of(latest, _SPOT)
    answers: list[Judgement] = []
    if spot:
        answers.append(judge_all(spot, lambda x: judge(x, UPCR_CUT, view.catalogue)))
    if collected:
        answers.append(judge_all(collected, lambda x: _twice(view, x)))
    if not answers:
        return PROTEIN.answer(Truth.UNKNOWN, (), Note("missing"))
    state = any_true(answer.truth for answer in answers)
    note = next((x.note for x in answers if x.truth is state and x.note), None)
    return PROTEIN.answer(state, map(input_of, latest), note)


def _of(results: Iterable[Result], code: str) -> tuple[Result, ...]:
    return tuple(x for x in results if x.code == code)


def _twice(view: RecordView, latest: Result) -> Judgement:
    now = judge(latest, PROTEIN_CUT, view.catalogue)
    if now.truth is not Truth.MET:
        return now
    again = any(
        judge(x, cut, view.catalogue).truth is Truth.MET
        for code, cut in ((_COLLECTED, PROTEIN_CUT), (_SPOT, UPCR_CUT))
        for x in view.results(code)
        if x.date.last < latest.date.first
    )
    return now if again else Judgement(Truth.UNKNOWN, Note("proteinuria_once"))


def albumin_share(view: RecordView) -> Truth:
    """Tell whether albumin makes up more than half of the urine protein.

    Both ratios must be plain numbers; which of two candidates is the latest must not matter.
    """
    albumin, protein = view.latest(_ALBUMIN), view.latest(_SPOT)
    answers = {_mostly(view, x, y) for x in albumin for y in protein}
    return answers.pop() if len(answers) == 1 else Truth.UNKNOWN


def _mostly(view: RecordView, albumin: Result, protein: Result) -> Truth:
    if albumin.comparator is not None or protein.comparator is not None:
        return Truth.UNKNOWN
    part, whole = in_unit(view, albumin, "mg/g").value, in_unit(view, protein, "mg/g").value
    if part is None or whole is None:
        return Truth.UNKNOWN
    return Truth.of(part > whole * ALBUMIN_SHARE)
