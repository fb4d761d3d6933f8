"""Gather what a person copies into the calculators on the web, which publish no coefficients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input
from desktop_app.domain.criteria.applicability import SCORED_SMM
from desktop_app.domain.criteria.immunoparesis import IMMUNOGLOBULINS
from desktop_app.domain.criteria.light_chains import involved_value
from desktop_app.domain.criteria.measures import INVOLVED, four_digits
from desktop_app.domain.criteria.model_factors import AGE
from desktop_app.domain.criterion import input_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.conclusions import Diagnosis, Evolving
    from desktop_app.domain.criteria.evidence import Evidence

PANGEA, ISTOPMM = "WEB-PANGEA", "WEB-ISTOPMM"
HISTORY = "EVO-PANGEA"
_MARROW = ("marrow_plasma_cells", "marrow_plasma_cells_aspirate", "marrow_plasma_cells_biopsy")
# What each calculator was made for: before a marrow is known iStopMM says whether one is needed.
ISTOPMM_CATEGORIES = frozenset({"mgus_non_igm", "mgus_light_chain"})
ISTOPMM_CLASSES = frozenset({"IgG", "IgA"})


def web_inputs(
    evidence: Evidence, diagnosis: Diagnosis, evolved: tuple[Evolving, ...] = ()
) -> Mapping[str, tuple[Input, ...]]:
    """Give what each calculator that fits asks for, in its order, by rule ID.

    The latest values as they were reported; a value that was never recorded stands as None, so
    that a person sees what is missing. No name, number or birth date is among them.
    """
    possible = set(diagnosis.possible)
    found: dict[str, tuple[Input, ...]] = {}
    if possible & SCORED_SMM:
        found[PANGEA] = (
            *_latest(evidence, "serum_m_protein"),
            _involved(evidence),
            *_latest(evidence, "creatinine"),
            _age(evidence),
            *_latest(evidence, *_MARROW),
            *_latest(evidence, "hemoglobin"),
            *_history(evolved),
        )
    if possible & ISTOPMM_CATEGORIES and _class_fits(evidence):
        found[ISTOPMM] = (
            *(x for x in evidence.chains.clone.inputs if x.code == "serum_immunofixation"),
            *_latest(evidence, "serum_m_protein"),
            *_ratio(evidence),
            *(x for code in IMMUNOGLOBULINS.values() for x in _latest(evidence, code)),
        )
    return found


def _latest(evidence: Evidence, *codes: str) -> tuple[Input, ...]:
    results = evidence.view.latest(*codes)
    return tuple(map(input_of, results)) or (Input(codes[0], None),)


def _involved(evidence: Evidence) -> Input:
    value, chains = involved_value(evidence.view, evidence.chains), evidence.chains
    if value is None:
        return Input(INVOLVED, None)
    return Input(INVOLVED, four_digits(value), "1", chains.samples[0].results[0].date.text)


def _ratio(evidence: Evidence) -> tuple[Input, ...]:
    """Give the printed ratio, else both chains, of which the calculator makes it."""
    shown = [(x.printed,) if x.printed else x.results for x in evidence.chains.samples]
    inputs = tuple(input_of(result) for results in shown for result in results)
    return inputs or (Input("flc_ratio", None),)


def _age(evidence: Evidence) -> Input:
    day = evidence.view.as_of
    ages = evidence.view.ages_on(day)
    known = ages is not None and ages[0] == ages[1]
    return Input(AGE, ages[0] if ages and known else None, None, day.isoformat())


def _history(evolved: tuple[Evolving, ...]) -> tuple[Input, ...]:
    """Give the changes that the calculator asks for as its history, each with its answer."""
    entries = [x for x in evolved if x.definition == HISTORY]
    parts = [part for entry in entries for part in entry.criteria]
    return tuple(Input(part.id, part.state.state) for part in parts)


def _class_fits(evidence: Evidence) -> bool:
    """Tell whether the class is one of iStopMM's: IgG, IgA, light chain or biclonal, never IgM."""
    clone = evidence.chains.clone
    if clone.serum is None:
        return False
    return not clone.heavy or bool(clone.heavy & ISTOPMM_CLASSES)
