"""Ask the models beside the leading ones for one factor, or for everything that they print."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain.conclusions import Criterion, Evolving, RiskFigure, Score
from desktop_app.domain.criteria.applicability import Reserve
from desktop_app.domain.criteria.evidence import Evidence
from desktop_app.domain.record import Result
from desktop_app.domain.rulesets.precursor.other_models import (
    bence_jones,
    high_risk,
    immune,
    marrow_and_m,
    mgus,
    ravi,
)
from desktop_app.domain.truth import Truth
from tests.domain.cases import flc, gathered, marrow, note_of, result, serum

Model = Callable[[Evidence], Score | None]
Answer = tuple[str, str | None]
IGG = serum("IgG-kappa")
RESERVE = Reserve()
_MGUS = ("mgus_non_igm", "mgus_igm")


def kyle(evidence: Evidence) -> Score:
    return dict(mgus.mgus_models(evidence, _MGUS, None))["MGUS-KYLE-2F"]


def czech(evidence: Evidence) -> Score:
    return dict(mgus.mgus_models(evidence, _MGUS, None))["MGUS-CMG"]


def kyle_2007(evidence: Evidence) -> Score | None:
    return marrow_and_m.kyle_2007(evidence, RESERVE)


def mayo_2008(evidence: Evidence) -> Score | None:
    return marrow_and_m.mayo_2008(evidence, RESERVE)


def pethema(evidence: Evidence) -> Score:
    return immune.pethema(evidence, RESERVE)


def czech_smm(evidence: Evidence) -> Score:
    return immune.cmg(evidence, RESERVE)


def urine(evidence: Evidence) -> Score:
    return bence_jones.bence_jones(evidence, RESERVE)


def features(evidence: Evidence) -> Score:
    return high_risk.high_risk(evidence, (), RESERVE)


def evolving(evidence: Evidence) -> Score:
    return ravi.ravi(evidence, (), RESERVE)


def of(score: Score | None, rule: str) -> Criterion:
    """Give a factor of a score."""
    assert score is not None
    (found,) = [each for each in score.criteria if each.id == rule]
    return found


def factor(model: Model, rule: str, *entries: object) -> Answer:
    """Give the answer of one factor, and its note."""
    found = of(model(gathered(*entries)), rule)
    return found.state.state, note_of(found)


def grams(model: Model, rule: str) -> Callable[[object, str], str]:
    """Ask how a factor judges a serum M-protein."""

    def ask(value: object, unit: str) -> str:
        return factor(model, rule, IGG, result("serum_m_protein", value, unit))[0]

    return ask


def percent(model: Model, rule: str) -> Callable[[object], str]:
    """Ask how a factor judges marrow plasma cells."""

    def ask(value: object) -> str:
        return factor(model, rule, IGG, *marrow(value))[0]

    return ask


def quotient(model: Model, rule: str) -> Callable[[object, object], str]:
    """Ask how a factor judges both light chains of a kappa clone."""

    def ask(kappa: object, lambda_: object) -> str:
        return factor(model, rule, IGG, *flc(kappa, lambda_))[0]

    return ask


def printed(model: Model, rule: str) -> Callable[[object], Answer]:
    """Ask how a factor judges a printed kappa/lambda ratio."""

    def ask(value: object) -> Answer:
        return factor(model, rule, result("flc_ratio", value))

    return ask


def immunoglobulin(code: str, value: object, low: object = "7.0", unit: str = "g/L") -> Result:
    """Build an immunoglobulin with its own lower limit."""
    return result(code, value, unit, low=low)


def evolved(definition: str, answer: str, *, confirmed: bool = True) -> Evolving:
    """Build what a definition of evolving disease says."""
    states = {truth.state: truth for truth in Truth}
    return Evolving(definition, states[answer], confirmed)


def figures(score: Score | None) -> tuple[object, ...]:
    """Give groups, count, risks and times; nothing where the model does not apply."""
    if score is None:
        return ()
    risks = tuple(map(_figure, score.risks))
    medians = tuple(f"{each.months:f}" for each in score.medians)
    return score.possible_groups, score.score_range, risks, medians


def _figure(risk: RiskFigure) -> tuple[object, ...]:
    ends = () if risk.low is None or risk.high is None else (f"{risk.low:f}", f"{risk.high:f}")
    return risk.horizon_months, f"{risk.percent:f}", *ends
