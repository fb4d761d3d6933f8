"""Say what lenalidomide in smouldering myeloma rests on (LEN-*): information, never an order."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.criteria.fitness import clearances, ecog
from desktop_app.domain.criteria.smm_factors import fish, mayo_2018
from desktop_app.domain.criterion import Cut, Op, Rule, compare, input_of, judge, judge_all
from desktop_app.domain.record import Sex
from desktop_app.domain.truth import Truth, any_true, at_least

if TYPE_CHECKING:
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criteria.fitness import Clearance
    from desktop_app.domain.view import RecordView

INDICATION = Rule("LEN-IND", "lin2026", "source-doc", "20/2/20 high or >= 2 of 4, and ECOG 0-1")
RISK = Rule("LEN-IND-RISK", "lin2026", "source-doc", ">= 2 of 4 factors")
PERFORMANCE = Rule("LEN-IND-ECOG", "lin2026", "source-doc", "<= 1")
CONTRAINDICATION = Rule("LEN-CONTRA", "web", "secondary", "any of the two")
PREGNANCY = Rule("LEN-CONTRA-PREGNANCY", "web", "secondary", "pregnancy possible")
ALLERGY = Rule("LEN-CONTRA-ALLERGY", "web", "secondary", "allergy to a drug of the class")
THROMBOSIS = Rule("LEN-VTE", "web", "unverified", "earlier venous thrombosis")
RENAL_US = Rule("LEN-RENAL-US", "web", "secondary", "Cockcroft-Gault <= 60 mL/min")
RENAL_EU = Rule("LEN-RENAL-EU", "web", "secondary", "Cockcroft-Gault < 50 mL/min")
OVERDOSE = Rule("LEN-RENAL-OVERDOSE", "lin2026", "decision", ">= 30, <= 60 mL/min")
START = Rule("LEN-START", "web", "secondary", "any of the two blocks the start")
NEUTROPHILS = Rule("LEN-START-ANC", "web", "secondary", "< 1.0 x 10^9/L")
PLATELETS = Rule("LEN-START-PLATELETS", "web", "secondary", "< 75 x 10^9/L")
MONITORING = Rule("LEN-MON", "web", "unverified", "CBC weekly for 8 weeks")
MONITORING_LIN = Rule("LEN-MON-LIN", "lin2026", "source-doc", "CBC, CMP, M, FLC monthly")
FACTORS_FROM = 2
NEUTROPHILS_CUT = Cut(Op.LT, {"10*9/L": D("1.0")})
PLATELETS_CUT = Cut(Op.LT, {"10*9/L": D(75)})
_CLASS = (
    *("lenalidomide", "thalidomide", "pomalidomide", "revlimid"),
    *("來那度胺", "来那度胺", "沙利竇邁", "沙利度胺", "泊馬度胺", "泊马度胺"),
)


@dataclass(frozen=True, slots=True)
class Band:
    """Hold a band of clearance: what it must be beyond, in mL/min, and what the label says."""

    edges: tuple[tuple[Op, D], ...]
    note: Note
    adjusted: bool


# From the highest band down; the first whose edges all hold is the one.
BANDS_US = (
    Band(((Op.GT, D(60)),), Note("len_us_full"), False),
    Band(((Op.GE, D(30)), (Op.LE, D(60))), Note("len_us_10"), True),
    Band(((Op.GE, D(11)), (Op.LT, D(30))), Note("len_us_15"), True),
    Band(((Op.LT, D(11)),), Note("len_us_not_studied"), True),
)
BANDS_EU = (
    Band(((Op.GE, D(50)),), Note("len_eu_full"), False),
    Band(((Op.GE, D(30)), (Op.LT, D(50))), Note("len_eu_10"), True),
    Band(((Op.LT, D(30)),), Note("len_eu_15"), True),
)
# C-LEN-RENAL: lin2026 would adjust below 30 only; the US label already from 60 down.
BANDS_OVERDOSE = (
    Band(((Op.GT, D(60)),), Note("len_no_overdose"), False),
    Band(((Op.GE, D(30)), (Op.LE, D(60))), Note("len_overdose"), True),
    Band(((Op.LT, D(30)),), Note("len_no_overdose"), False),
)


def lenalidomide(evidence: Evidence) -> tuple[Criterion, ...]:
    """Give every LEN rule with what the record says to it."""
    view = evidence.view
    found = clearances(view)
    return (
        indication(evidence),
        contraindication(view),
        _flag(view, THROMBOSIS, "prior_vte", Note("len_vte")),
        dose(RENAL_US, BANDS_US, found),
        dose(RENAL_EU, BANDS_EU, found),
        dose(OVERDOSE, BANDS_OVERDOSE, found),
        start(view),
        MONITORING.answer(Truth.MET, (), Note("len_monitoring")),
        MONITORING_LIN.answer(Truth.MET, (), Note("len_monitoring_lin")),
    )


def indication(evidence: Evidence) -> Criterion:
    """Judge LEN-IND, read as two of the four factors: 20/2/20 high is among them."""
    factors = (*mayo_2018(evidence), fish(evidence))
    enough = at_least(FACTORS_FROM, (factor.state for factor in factors))
    risk = RISK.answer(enough, (), Note("len_two_factors"))
    fit = ecog(evidence.view, PERFORMANCE)
    return INDICATION.answer(risk.state & fit.state, (), Note("len_indication"), (risk, fit))


def contraindication(view: RecordView) -> Criterion:
    """Judge LEN-CONTRA: met where pregnancy is possible without a programme, or by allergy."""
    if view.sex is Sex.MALE:
        pregnancy = PREGNANCY.answer(Truth.NOT_MET, (), Note("len_man"))
    else:
        pregnancy = _flag(view, PREGNANCY, "pregnancy_possible", Note("len_programme"))
    parts = (pregnancy, _allergy(view))
    state = any_true(part.state for part in parts)
    return CONTRAINDICATION.answer(state, (), Note("len_contra_lin"), parts)


def _flag(view: RecordView, rule: Rule, code: str, note: Note) -> Criterion:
    seen = [Input(x.code, x.value, None, x.date.text) for x in view.latest_findings(code)]
    return rule.answer(Truth.of(view.flag(code)), seen, note if seen else Note("missing"))


def _allergy(view: RecordView) -> Criterion:
    severe = view.flag("thalidomide_allergy")
    lists = view.latest_findings("allergy")
    named = [str(word).lower() for x in lists if isinstance(x.value, tuple) for word in x.value]
    in_list = any(drug in word for word in named for drug in _CLASS)
    state = Truth.of(severe if severe is not None or not lists else False)
    inputs = [
        Input(x.code, x.value, None, x.date.text)
        for x in (*view.latest_findings("thalidomide_allergy"), *lists)
    ]
    note = None if inputs else Note("missing")
    return ALLERGY.answer(Truth.MET if in_list else state, inputs, note)


def dose(rule: Rule, bands: tuple[Band, ...], found: tuple[Clearance, ...]) -> Criterion:
    """Find the band of the clearance: met where the label adjusts the dose.

    Every value that may be the latest must lie in one band; a value that its report only bounds
    must do so wherever it lies.
    """
    inputs = tuple(dict.fromkeys(x for each in found for x in each.inputs))
    possible = [band for band in bands if any(_may_lie_in(band, each) for each in found)]
    if not possible:
        return rule.answer(Truth.UNKNOWN, inputs, Note("len_clearance_missing"))
    answers = {Truth.of(band.adjusted) for band in possible}
    state = answers.pop() if len(answers) == 1 else Truth.UNKNOWN
    if len(possible) > 1:
        return rule.answer(state, inputs, Note("len_bands_open"))
    return rule.answer(state, inputs, possible[0].note)


def _may_lie_in(band: Band, clearance: Clearance) -> bool:
    return all(
        compare(clearance.value, clearance.comparator, *edge) is not Truth.NOT_MET
        for edge in band.edges
    )


def start(view: RecordView) -> Criterion:
    """Judge LEN-START: met where a count is too low to begin."""
    parts = tuple(
        _count(view, rule, code, cut)
        for rule, code, cut in (
            (NEUTROPHILS, "neutrophils", NEUTROPHILS_CUT),
            (PLATELETS, "platelets", PLATELETS_CUT),
        )
    )
    return START.answer(any_true(part.state for part in parts), (), Note("len_start"), parts)


def _count(view: RecordView, rule: Rule, code: str, cut: Cut) -> Criterion:
    seen = view.latest(code)
    judgement = judge_all(seen, lambda x: judge(x, cut, view.catalogue))
    return rule.answer(judgement.truth, map(input_of, seen), judgement.note)
