"""Judge high-risk smouldering myeloma: 10 % plasma cells and any one feature (rajkumar2015)."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.criteria.bone import counted
from desktop_app.domain.criteria.immunoparesis import AT_LEAST
from desktop_app.domain.criteria.model_factors import (
    aberrant_factor,
    evolving_factor,
    iga_factor,
    immunoparesis_factor,
    m_factor,
    marrow_factor,
    ratio_between,
)
from desktop_app.domain.criteria.score_model import Column, Model, answers, printed
from desktop_app.domain.criteria.smm_factors import fish
from desktop_app.domain.criterion import Cut, Judgement, Op, Rule, input_of, judge, judge_all
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion, Evolving, Score
    from desktop_app.domain.criteria.applicability import Reserve
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.record import Result

SOURCE = "rajkumar2015"


def _rule(part: str, words: str) -> Rule:
    return Rule(f"SMM-RAJKUMAR2015-{part}", SOURCE, "primary", words)


MARROW = _rule("PC", ">= 10 %")
M = _rule("M", ">= 3 g/dL (>= 30 g/L)")
IGA = _rule("IGA", "IgA")
IG = _rule("IG", "any two uninvolved immunoglobulins < LLN")
RATIO = _rule("FLC", "involved/uninvolved >= 8 and < 100")
EVOLVING = _rule("EVO", "EVO-RAJKUMAR")
MARROW_FIFTY = _rule("PC50", ">= 50 and < 60 %")
ABERRANT = _rule("ABERRANT", ">= 95 % and any uninvolved immunoglobulin < LLN")
FISH = _rule("FISH", "any of the three")
CIRCULATING = _rule("CPC", "any; no verified cut-off")
MRI = _rule("MRI", "diffuse or one focal lesion")
PET = _rule("PET", "uptake, not lytic")
TEN, FIFTY, SIXTY = D(10), D(50), D(60)
M_CUT = Cut(Op.GE, {"g/dL": D(3)})
RATIO_FROM, RATIO_BELOW = D(8), D(100)
LOW_IMMUNOGLOBULINS = 2
ABERRANT_CUT = D(95)
# One of these is enough; "1q gain" is three copies or more.
ABNORMALITIES = (("t(4;14)",), ("del(17p)",), ("gain(1q)", "amp(1q)"))
FOCAL_LESIONS = 1
CIRCULATING_CUT = Cut(Op.GT, {"%": D(0), "10*9/L": D(0)})
HIGH_RISK = Model(
    "SMM-RAJKUMAR2015",
    SOURCE,
    ("features_none", "features_any"),
    (Column(12, SOURCE, printed(None, "25")),),
)


def high_risk(evidence: Evidence, evolved: tuple[Evolving, ...], reserve: Reserve) -> Score:
    """Judge whether plasma cells reach 10 % and any of the features is there."""
    ten = evidence.marrow.reaches(TEN)
    members = (
        marrow_factor(evidence, MARROW, ten),
        m_factor(evidence, M, M_CUT),
        iga_factor(evidence, IGA),
        immunoparesis_factor(evidence, IG, LOW_IMMUNOGLOBULINS),
        ratio_between(evidence, RATIO, RATIO_FROM, RATIO_BELOW),
        evolving_factor(evolved, EVOLVING),
        _fifty(evidence),
        _aberrant(evidence),
        fish(evidence, FISH, ABNORMALITIES),
        _circulating(evidence),
        _mri(evidence),
        _pet(evidence),
    )
    state = ten & any_true(member.state for member in members[1:])
    return HIGH_RISK.scored(map(int, answers(state)), members, reserve)


def _fifty(evidence: Evidence) -> Criterion:
    cells = evidence.marrow
    return marrow_factor(evidence, MARROW_FIFTY, cells.reaches(FIFTY) & ~cells.reaches(SIXTY))


def _aberrant(evidence: Evidence) -> Criterion:
    aberrant = aberrant_factor(evidence, ABERRANT, ABERRANT_CUT)
    low = immunoparesis_factor(evidence, ABERRANT, AT_LEAST)
    note = aberrant.note or low.note
    return ABERRANT.answer(aberrant.state & low.state, (*aberrant.inputs, *low.inputs), note)


def _circulating(evidence: Evidence) -> Criterion:
    """Leave any circulating cells open: no cut-off of this feature has been verified."""
    view = evidence.view
    seen = view.latest("circulating_plasma_cells", "circulating_plasma_cells_absolute")

    def some(result: Result) -> Judgement:
        return judge(result, CIRCULATING_CUT, view.catalogue)

    judgement = judge_all(seen, some)
    if judgement.truth is Truth.MET:
        judgement = Judgement(Truth.UNKNOWN, Note("circulating_not_scored"))
    return CIRCULATING.answer(judgement.truth, map(input_of, seen), judgement.note)


def _mri(evidence: Evidence) -> Criterion:
    """Count exactly one focal lesion; a diffuse pattern has no place in a record, so stays open."""
    finding = evidence.view.latest_finding("mri_focal_lesions")
    if finding is None:
        return MRI.answer(Truth.UNKNOWN, (), Note("missing"))
    seen = (Input(finding.code, finding.value, None, finding.date.text),)
    if counted(finding) == FOCAL_LESIONS:
        return MRI.answer(Truth.MET, seen)
    return MRI.answer(Truth.UNKNOWN, seen, Note("mri_diffuse_open"))


def _pet(evidence: Evidence) -> Criterion:
    finding = evidence.view.latest_finding("pet_focal_uptake_without_lysis")
    if finding is None:
        return PET.answer(Truth.UNKNOWN, (), Note("missing"))
    seen = (Input(finding.code, finding.value, None, finding.date.text),)
    return PET.answer(Truth.of(finding.value is True), seen)
