"""Give one entry for every definition of evolving disease that the record lets one ask."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.immunoparesis import (
    AT_LEAST,
    immunoglobulin_inputs,
    uninvolved_low,
)
from desktop_app.domain.criteria.myeloma_names import TREATED
from desktop_app.domain.rulesets.precursor.evolving import (
    emp_ehb,
    fernandez,
    pangea,
    rajkumar,
    rosinol,
    wu,
)
from desktop_app.domain.rulesets.precursor.evolving.outcomes import either
from desktop_app.domain.rulesets.precursor.evolving.series import (
    SMOULDERING,
    Series,
    gather_series,
)
from desktop_app.domain.rulesets.precursor.evolving.telling import Told, tell, told
from desktop_app.domain.truth import Truth, any_true, at_least

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.domain.conclusions import Diagnosis, Evolving
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criterion import Rule
    from desktop_app.domain.policy import Policy
    from desktop_app.domain.rulesets.precursor.evolving.outcomes import Outcome
    from desktop_app.domain.trend import Course

NO_CLONE = "no_clone"


def evolving(
    evidence: Evidence, diagnosis: Diagnosis, courses: Iterable[Course], policy: Policy
) -> tuple[Evolving, ...]:
    """Give an answer for every definition whose analyte has a baseline and a later sample.

    Without a clone nothing can evolve, and of treated myeloma or POEMS no definition is asked (D:
    it is no precursor, and its course is not that of the disease by itself). Outside smouldering
    myeloma every entry says where the definition was derived.
    """
    if diagnosis.category == NO_CLONE or (diagnosis.category in TREATED and evidence.view.treated):
        return ()
    series = gather_series(evidence, courses, policy)
    origin = () if diagnosis.category in SMOULDERING else (Note("derived_in_smm"),)
    return tuple(tell(series, each, origin) for each in _answers(series))


def _answers(series: Series) -> Iterator[Told]:
    """Ask every definition, in the order of the rule book."""
    yield from _ravi(series)
    fall = emp_ehb.ravi_hb(series)
    met = fall is not None and fall.state is Truth.MET
    yield from _single(emp_ehb.EHB, fall, *([Note("anemia_other_causes")] if met else []))
    yield from _single(fernandez.FERNANDEZ, fernandez.fernandez(series))
    yield from _single(rosinol.ROSINOL, rosinol.rosinol(series), Note("for_display"))
    yield from _single(rajkumar.RAJKUMAR, rajkumar.rajkumar(series))
    yield from _wu(series)
    yield from _pangea(series)


def _single(rule: Rule, outcome: Outcome | None, *notes: Note) -> Iterator[Told]:
    """Tell a definition that follows one analyte; what is to be said stands once."""
    if outcome is not None:
        criterion = replace(told(rule, outcome), note=None)
        own = () if outcome.note is None else (outcome.note,)
        yield Told(
            rule, outcome, (outcome,), outcome.state, outcome.confirmed, (criterion,), own + notes
        )


def _ravi(series: Series) -> Iterator[Told]:
    """Combine M-protein "and/or" involved Ig: without an Ig series the M-protein alone answers."""
    m, ig = emp_ehb.ravi_m(series), emp_ehb.ravi_ig(series)
    lead = either((m, ig))
    if lead is None:
        return
    criteria = [told(emp_ehb.EMP_M, m)]
    if ig is not None:
        criteria.append(told(emp_ehb.EMP_IG, ig))
    state = any_true(x.state for x in criteria)
    yield Told(emp_ehb.EMP, lead, (m, ig), state, lead.confirmed, tuple(criteria))


def _pangea(series: Series) -> Iterator[Told]:
    """Combine the four parts of EVO-PANGEA: any of them."""
    ratio = pangea.pangea_iu(series)
    outcomes = (
        pangea.pangea_m(series),
        ratio,
        pangea.pangea_cr(series),
        pangea.pangea_hb(series),
    )
    lead = either(outcomes)
    if lead is None:
        return
    criteria = list(map(told, pangea.PANGEA_PARTS, outcomes))
    if ratio is None:
        criteria[1] = pangea.ratio_open(series)
    state = any_true(x.state for x in criteria)
    notes = (Note("window_unverified"),)
    yield Told(pangea.PANGEA, lead, outcomes, state, lead.confirmed, tuple(criteria), notes)


def _wu(series: Series) -> Iterator[Told]:
    """Count the four parts of EVO-WU; asked only where enough of them can be answered."""
    outcomes = wu.wu_m(series), wu.wu_dflc(series), wu.wu_hb(series)
    low = uninvolved_low(series.evidence, AT_LEAST)
    seen = immunoglobulin_inputs(series.evidence)
    parts = map(told, wu.WU_PARTS, outcomes)
    criteria = (*parts, wu.WU_IG.answer(low.truth, seen, low.note))
    lead = either(outcomes)
    if lead is None or sum(x.state.known for x in criteria) < wu.WU_AT_LEAST:
        return
    state = at_least(wu.WU_AT_LEAST, (x.state for x in criteria))
    sure = [x is not None and x.confirmed for x in outcomes]
    confirmed = sum(sure) + (low.truth is Truth.MET) >= wu.WU_AT_LEAST
    notes = (Note("for_display"),)
    yield Told(wu.WU, lead, outcomes, state, confirmed, criteria, notes)
