"""Build records of POEMS for the rule tests in one line each."""

from __future__ import annotations

from decimal import Decimal

from desktop_app.domain.conclusions import Criterion
from desktop_app.domain.criteria.poems.tier import poems_tier
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.poems_conclusions import PoemsTier
from desktop_app.domain.record import ClinicalEvent, Finding, Lesion, Result, Treatment
from tests.domain.cases import DAY, finding, gathered, result, serum

POLYNEUROPATHY = finding("polyneuropathy", {"present": True, "type": "demyelinating"})
LAMBDA = serum("IgG-lambda")
EDEMA = finding("edema", True)
NODE = finding("castleman", "mixed")
RAISED = result("vegf_plasma", 740, "pg/mL")
MET = (POLYNEUROPATHY, LAMBDA, NODE, EDEMA)
# One "no" for every input: with these nothing is left open.
NO_CLONE = (
    serum(),
    finding("urine_immunofixation", []),
    finding("marrow_flow_clonal", False),
)
NO_MAJORS = (
    *(finding("castleman", "no"), finding("bone_sclerotic", {"count": 0})),
    result("vegf_plasma", 100, "pg/mL"),
)
NO_MINORS = (
    *(finding(x, False) for x in ("splenomegaly", "hepatomegaly", "lymphadenopathy")),
    *(finding(x, False) for x in ("edema", "ascites", "pleural_effusion", "papilledema")),
    *(finding(x, False) for x in ("thrombocytosis", "polycythemia")),
    *(finding("endocrine", []), finding("skin", [])),
)


def nerve(present: bool, on: str = DAY) -> Finding:
    return finding("polyneuropathy", {"present": present}, on)


def vegf(
    value: object, kind: str = "serum", uln: object = None, on: str = DAY, unit: str = "pg/mL"
) -> Result:
    return result(f"vegf_{kind}", value, unit, high=uln, on=on)


def stain(ratio: object, cells: int | None = 100, on: str = DAY) -> Finding:
    exact = Decimal(str(ratio))
    value = {"ratio": exact} if cells is None else {"ratio": exact, "cells": cells}
    return finding("marrow_ihc_kappa_lambda", value, on)


def given(regimen: str, start: str, *drugs: str) -> Treatment:
    return Treatment(regimen, PartialDate(start), drugs)


def happened(code: str, on: str = DAY) -> ClinicalEvent:
    return ClinicalEvent(PartialDate(on), code)


def mass(kind: str = "plasmacytoma", *, proven: bool | None = None, on: str = DAY) -> Lesion:
    return Lesion(PartialDate(on), "T10", kind, biopsy_proven=proven)


def found(*entries: object, as_of: str = "2026-06-30") -> PoemsTier:
    """Give the tier of entries that open the panel."""
    tier = poems_tier(gathered(*entries, as_of=as_of))
    assert tier is not None
    return tier


def tier_of(*entries: object) -> str | None:
    tier = poems_tier(gathered(*entries))
    return None if tier is None else tier.tier


def part_of(tier: PoemsTier, name: str) -> Criterion:
    """Find a criterion of the tier, also among its parts."""
    every = [*tier.criteria, *(part for each in tier.criteria for part in each.criteria)]
    return next(x for x in every if x.id == name)


def answer(name: str, *entries: object) -> str:
    """Give one input for some entries."""
    return part_of(found(*entries), name).state.state


def noted(name: str, *entries: object) -> str | None:
    note = part_of(found(*entries), name).note
    return None if note is None else note.code


def flags(*entries: object) -> set[str]:
    return {note.code for note in found(*entries).flags}
