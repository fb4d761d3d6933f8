"""Test the follow-up of what has no name: a negative screen, and what must be referred now."""

from __future__ import annotations

import pytest

from desktop_app.domain.leaflet_fit import kinds_for, reader_of
from tests.domain.cases import (
    assessed,
    codes,
    finding,
    history,
    labs,
    marrow,
    plasmacytoma,
    result,
    serum,
)

NEGATIVE = (serum(), finding("urine_immunofixation", ()), result("flc_ratio", 1), labs())


def test_a_negative_screen_proposes_no_visits() -> None:
    plan = assessed(*NEGATIVE).follow_up

    assert (plan.interval_months, plan.next_due, plan.refer) == (None, None, False)
    assert codes(plan.reasons) == {"screen_negative"}


@pytest.mark.parametrize("known", ["mgus_non_igm", "smm", "smoldering_waldenstrom"])
def test_a_negative_screen_does_not_end_the_visits_of_a_known_clone(known: str) -> None:
    plan = assessed(history(known), *NEGATIVE).follow_up

    assert "screen_negative" not in codes(plan.reasons)
    assert plan.interval_months is not None or plan.refer


def test_cells_without_a_protein_are_referred() -> None:
    assessment = assessed(*NEGATIVE, marrow(3))

    assert assessment.follow_up.refer
    assert "refer_cells_without_protein" in codes(assessment.follow_up.reasons)
    assert kinds_for(reader_of(assessment)) == ()


@pytest.mark.parametrize(
    "facts",
    [
        (serum("IgG-kappa"), marrow(5), labs(), finding("renal_biopsy", "cast_nephropathy")),
        (serum("IgG-kappa"), marrow(5), labs(), result("flc_ratio", 150)),
        (serum("IgG-kappa"), marrow(15), labs(), result("flc_ratio", 150)),
        (serum("IgG-kappa"), plasmacytoma("T9"), plasmacytoma("rib"), labs()),
    ],
)
def test_what_a_recorded_value_keeps_open_is_referred_now(facts: tuple[object, ...]) -> None:
    assessment = assessed(*facts, result("serum_m_protein", 1))

    assert assessment.diagnosis.category is None
    assert assessment.follow_up.refer
    assert assessment.follow_up.interval_months is None
    assert kinds_for(reader_of(assessment)) == ()
