"""Prove that a fact, once known, only takes away from what was possible.

Exceptions that the rule book names: the two rules that read "none recorded" as no (a lesion, pain
or an unexplained CRAB value reopens the plasmacytoma; a sign of amyloidosis or neuropathy bars and
adds POEMS), the pins of DX-PIN (the smear read as below 5 %, a clone that may be IgM read as no
myeloma until 10 % plasma cells are recorded, an M-protein read as a heavy chain), an event without
a clone (MM-DX), and conflicts. The facts below avoid them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.domain.cases import (
    assessed,
    cause,
    codes,
    ct,
    finding,
    flc,
    labs,
    marrow,
    mri,
    plasmacytoma,
    result,
    serum,
)

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Diagnosis

IGM_SIGNS = ("hyperviscosity", "lymphadenopathy", "splenomegaly")
IGM, KAPPA = serum("IgM-kappa"), serum("kappa")
CONFLICTS = {"bar_light_chain_ratio_normal", "bar_band_conflict"}
EVENT = flc(2000, 10)
FACTS: dict[str, tuple[object, ...]] = {
    "isotype": (serum("IgG-kappa"), serum("IgA-kappa"), IGM, KAPPA),
    "m": tuple(result("serum_m_protein", x) for x in ("0.3", "1", "1.5", "2.9", "3", "4.5")),
    "chains": (flc(15, 10), flc(40, 10), flc(400, 10), EVENT),
    "cells": tuple(marrow(x) for x in (0, 5, "9.9", 10, 30, 60, 80)),
    "hemoglobin": (result("hemoglobin", 14), result("hemoglobin", 10, low=12)),
    "calcium": (result("calcium_corrected", 9), result("calcium_corrected", 10)),
    "creatinine": (result("creatinine", "0.8"), result("creatinine", "1.1")),
    "urine": tuple(result("urine_m_protein_24h", x) for x in (0, 100, 499)),
    "ct": (ct(),),
    "mri": (mri(),),
    "infiltration": tuple(finding("lymphoplasmacytic_infiltration", x) for x in (0, 9, 10, 50)),
    "signs": (tuple(finding(x, False) for x in (*IGM_SIGNS, "hepatomegaly")),),
    "unwell": (finding("constitutional_symptoms", False),),
    "attribution": (cause("anemia", "other"), cause("anemia", "clone")),
}


@st.composite
def some(draw: st.DrawFn) -> dict[str, object]:
    """Draw a value for some of the facts."""
    names = draw(st.lists(st.sampled_from(sorted(FACTS)), unique=True, min_size=1))
    return {name: draw(st.sampled_from(FACTS[name])) for name in names}


def diagnosed(facts: dict[str, object]) -> Diagnosis:
    return assessed(*facts.values()).diagnosis


@settings(max_examples=300)
@given(some(), st.data())
def test_a_further_fact_only_takes_away(facts: dict[str, object], data: st.DataObject) -> None:
    last = data.draw(st.sampled_from(sorted(facts)))
    fewer = {name: value for name, value in facts.items() if name != last}

    assume(not (last == "cells" and fewer.get("isotype", IGM) == IGM))
    assume(not (last == "chains" and facts["chains"] == EVENT and "cells" in fewer))
    assume(not (last == "isotype" and facts["isotype"] == KAPPA and "m" in fewer))

    before, after = diagnosed(fewer), diagnosed(facts)

    assert set(after.possible) <= set(before.possible)
    if before.status == "confirmed" and not codes(after.notes) & CONFLICTS:
        assert (after.category, after.status) == (before.category, "confirmed")


@pytest.mark.parametrize(
    ("before", "fact", "added"),
    [
        # a lesion reopens "no lesion recorded"
        ((serum("IgG-kappa"), result("serum_m_protein", 1), marrow(5), flc(15, 10), labs()),
         plasmacytoma(biopsied=False), "solitary_plasmacytoma_minimal_marrow"),
        # neuropathy reopens POEMS
        ((serum("IgG-kappa"), result("serum_m_protein", 1), marrow(5), flc(15, 10), labs()),
         finding("polyneuropathy", {"present": True}), "poems"),
        # a smear was read as below 5 %
        ((serum("IgG-kappa"), result("serum_m_protein", 1), marrow(5), flc(15, 10), labs()),
         result("circulating_plasma_cells", 6), "primary_plasma_cell_leukemia"),
        # IgM was read as no myeloma
        ((IGM, result("serum_m_protein", 1), flc(15, 10), labs()), marrow(12), "multiple_myeloma"),
        # an M-protein beside a negative immunofixation is a conflict
        ((serum(), finding("urine_immunofixation", []), flc(15, 10), marrow(0), labs()),
         result("serum_m_protein", 1), "mgus_non_igm"),
    ],
)  # fmt: skip
def test_the_exceptions_that_the_rule_book_names(
    before: tuple[object, ...], fact: object, added: str
) -> None:
    assert added not in assessed(*before).diagnosis.possible
    assert added in assessed(*before, fact).diagnosis.possible
