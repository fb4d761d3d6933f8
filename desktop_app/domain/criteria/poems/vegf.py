"""Judge VEGF by specimen: never converted, never mixed (POEMS-VEGF-*)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.poems.acute_illness import ill, iron_poor
from desktop_app.domain.criteria.poems.limits import above
from desktop_app.domain.criteria.poems.reading import Answer, Feature, Told
from desktop_app.domain.criterion import Cut, Judgement, Op, Rule, input_of, judge
from desktop_app.domain.record import Interpretation
from desktop_app.domain.truth import Truth
from desktop_app.domain.view import latest_of

if TYPE_CHECKING:
    from desktop_app.domain.criteria.poems.reading import Reading
    from desktop_app.domain.record import Result
    from desktop_app.domain.view import RecordView

VEGF = Rule("POEMS-DX-VEGF", "dispenzieri2023", "primary", "any specimen by its own cut-off")
SERUM = Rule("POEMS-VEGF-SERUM", "poems2025", "source-doc", "> 2 x ULN")
FALLBACK = Rule("POEMS-VEGF-PUMCH", "poems2025", "source-doc", "> 1200 pg/mL")
PLASMA = Rule("POEMS-VEGF-PLASMA", "poems2025", "source-doc", "> 200 pg/mL")
UNKNOWN = Rule(
    "POEMS-VEGF-UNKNOWN", "poems2025", "decision", "> 200 pg/mL and > 2 x ULN (or 1200 pg/mL)"
)
TIMES_ULN = D(2)
FALLBACK_CUT = Cut(Op.GT, {"pg/mL": D(1200)})
PLASMA_CUT = Cut(Op.GT, {"pg/mL": D(200)})
# In the order in which a specimen decides where none says yes.
SPECIMENS: Mapping[str, Rule] = {
    "vegf_serum": SERUM,
    "vegf_plasma": PLASMA,
    "vegf_unspecified": UNKNOWN,
}
FALLBACK_NOTE = Note("FALLBACK_CUTOFF")


@dataclass(frozen=True, slots=True)
class Vegf:
    """Hold the answer, and whether it must be repeated before anything rests on it."""

    feature: Feature
    repeat: bool
    fallback: bool


def raised(view: RecordView, result: Result) -> Judgement:
    """Tell whether one sample is raised, by the rule of its specimen."""
    if result.value is None:
        # POEMS-VEGF-RULES: "normal" is no, "high" is unknown.
        high = result.interpretation is Interpretation.HIGH
        return Judgement(Truth.of(None if high else False), Note("interpretation_only"))
    if result.code == "vegf_plasma":
        return _by_plasma(view, result)
    serum = _by_serum(view, result)
    if result.code == "vegf_serum":
        return serum
    if _by_plasma(view, result).truth is serum.truth:
        return Judgement(serum.truth)
    return Judgement(Truth.UNKNOWN, Note("poems_specimen_unknown"))


def _by_serum(view: RecordView, result: Result) -> Judgement:
    if result.high is not None:
        return above(result, TIMES_ULN)
    return Judgement(judge(result, FALLBACK_CUT, view.catalogue).truth, FALLBACK_NOTE)


def _by_plasma(view: RecordView, result: Result) -> Judgement:
    truth = judge(result, PLASMA_CUT, view.catalogue).truth
    over = truth is Truth.NOT_MET and above(result).truth is Truth.MET
    return Judgement(truth, Note("poems_vegf_above_limit") if over else None)


def vegf(reading: Reading) -> Vegf:
    """Judge the samples of every specimen: any yes, else the first specimen decides."""
    view = reading.view
    kept = {code: _kept(reading, code) for code in SPECIMENS}
    answers = {
        code: reading.answer(_told(view, result) for result in results)
        for code, results in kept.items()
    }
    parts = [
        _rule(code, kept[code]).answer(x.truth, x.inputs, x.note)
        for code, x in answers.items()
        if x.told
    ]
    met = [x for x in answers.values() if x.truth is Truth.MET]
    chosen = min(met, key=_since) if met else _deciding(answers)
    criterion = VEGF.answer(chosen.truth, chosen.inputs, chosen.note, parts)
    yes = [x for results in kept.values() for x in results if _met(view, x)]
    repeat = bool(yes) and all(_disturbed(view, x) for x in yes)
    fallback = chosen.note == FALLBACK_NOTE and all(_by_fallback(view, x) for x in yes)
    return Vegf(Feature(criterion, chosen.since), repeat, fallback)


def _since(answer: Answer) -> tuple[date, date, str]:
    first = answer.told[0]
    return first.date.last, first.date.first, first.input.code


def _deciding(answers: Mapping[str, Answer]) -> Answer:
    """Give the first specimen with an entry that counts, else with any."""
    told = [x for x in answers.values() if x.counted] or [x for x in answers.values() if x.told]
    return told[0] if told else Answer(Truth.UNKNOWN)


def _rule(code: str, results: tuple[Result, ...]) -> Rule:
    if code == "vegf_serum" and all(x.high is None and x.value is not None for x in results):
        return FALLBACK
    return SPECIMENS[code]


def _told(view: RecordView, result: Result) -> Told:
    judgement = raised(view, result)
    return Told(result.date, judgement.truth, input_of(result), judgement.note)


def _kept(reading: Reading, code: str) -> tuple[Result, ...]:
    """Leave out a yes of acute illness that a later sample without it replaces (POEMS-DX-TIME)."""
    view = reading.view
    well = [
        x
        for each in SPECIMENS
        for x in view.results(each)
        if reading.untreated(x.date) and ill(view, x.date) is Truth.NOT_MET
    ]

    def gave_way(result: Result) -> bool:
        followed = any(result not in latest_of((result, x)) for x in well)
        return followed and _met(view, result) and ill(view, result.date) is Truth.MET

    return tuple(x for x in view.results(code) if not gave_way(x))


def _met(view: RecordView, result: Result) -> bool:
    return raised(view, result).truth is Truth.MET


def _by_fallback(view: RecordView, result: Result) -> bool:
    return raised(view, result).note == FALLBACK_NOTE


def _disturbed(view: RecordView, result: Result) -> bool:
    """Tell whether another cause may have raised a sample (POEMS-VEGF-REPEAT)."""
    sick = ill(view, result.date) is not Truth.NOT_MET
    return sick or iron_poor(view.at(result.date.last))
