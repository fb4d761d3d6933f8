"""Judge who fitted the trial of daratumumab in smouldering myeloma (ELIG-AQUILA): information."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Note
from desktop_app.domain.criteria.fitness import ecog
from desktop_app.domain.criteria.model_factors import (
    iga_factor,
    immunoparesis_factor,
    m_factor,
    marrow_factor,
    ratio_between,
)
from desktop_app.domain.criterion import Cut, Op, Rule
from desktop_app.domain.partial_date import add_months
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.criteria.evidence import Evidence

SOURCE, STATUS = "EV-AQUILA", "secondary"
AQUILA = Rule("ELIG-AQUILA", SOURCE, STATUS, "<= 5 years, ECOG 0-1, >= 10 % and any of the five")
TIME = Rule("ELIG-AQUILA-TIME", SOURCE, STATUS, "<= 5 years")
PERFORMANCE = Rule("ELIG-AQUILA-ECOG", SOURCE, STATUS, "<= 1")
MARROW = Rule("ELIG-AQUILA-PC", SOURCE, STATUS, ">= 10 %")
M = Rule("ELIG-AQUILA-M", SOURCE, STATUS, ">= 30 g/L (>= 3 g/dL)")
IGA = Rule("ELIG-AQUILA-IGA", SOURCE, STATUS, "IgA")
LOW_IG = Rule("ELIG-AQUILA-IG", SOURCE, STATUS, "2 uninvolved immunoglobulins low")
RATIO = Rule("ELIG-AQUILA-FLC", SOURCE, STATUS, "involved/uninvolved >= 8, < 100")
MUCH_MARROW = Rule("ELIG-AQUILA-PC50", SOURCE, STATUS, "> 50 %, < 60 %")
MONTHS = 60
TEN, FIFTY, SIXTY = D(10), D(50), D(60)
M_CUT = Cut(Op.GE, {"g/dL": D(3)})
RATIO_FROM, RATIO_BELOW = D(8), D(100)
LOW_IG_FROM = 2
_SMM = frozenset({"smm", "smm_light_chain"})


def aquila(evidence: Evidence, first: date | None) -> Criterion:
    """Judge what the trial asked for; it is no 20/2/20.

    Args:
        evidence: the criteria of the record.
        first: the day of the first M-protein, where the history has no smouldering myeloma.
    """
    any_of = (
        m_factor(evidence, M, M_CUT),
        iga_factor(evidence, IGA),
        immunoparesis_factor(evidence, LOW_IG, LOW_IG_FROM),
        ratio_between(evidence, RATIO, RATIO_FROM, RATIO_BELOW),
        marrow_factor(evidence, MUCH_MARROW, _between(evidence)),
    )
    all_of = (
        _time(evidence, first),
        ecog(evidence.view, PERFORMANCE),
        marrow_factor(evidence, MARROW, evidence.marrow.reaches(TEN)),
    )
    state = any_true(x.state for x in any_of)
    for part in all_of:
        state &= part.state
    return AQUILA.answer(state, (), Note("aquila_information"), (*all_of, *any_of))


def _between(evidence: Evidence) -> Truth:
    return evidence.marrow.above(FIFTY) & ~evidence.marrow.reaches(SIXTY)


def _time(evidence: Evidence, first: date | None) -> Criterion:
    """Count from the diagnosis in the history, else from the first value in the record.

    A first value longer ago may have been MGUS: then the time stays open.
    """
    as_of = evidence.view.as_of
    known = [x for x in evidence.view.history() if x.diagnosis in _SMM]
    dated = [x.date for x in known if x.date is not None]
    if dated:
        day = min(dated, key=lambda each: each.first)
        note = Note("time_from_history", (("date", day.text),))
        recent, early = (add_months(end, MONTHS) >= as_of for end in (day.last, day.first))
        return TIME.answer(Truth.of(recent if recent is early else None), (), note)
    if known or first is None:
        return TIME.answer(Truth.UNKNOWN, (), Note("missing"))
    within = add_months(first, MONTHS) >= as_of
    note = Note("time_from_record", (("date", first.isoformat()),))
    return TIME.answer(Truth.MET if within else Truth.UNKNOWN, (), note)
