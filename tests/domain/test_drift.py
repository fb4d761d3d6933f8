"""Compare standings: what makes up a group, and what is only the time of the next visit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.domain.conclusions import RulePack, Score
from desktop_app.domain.drift import Drift, Standing, standing
from tests.domain.cases import assessed, flc, labs, marrow, result, serum

PACK = RulePack("2026.1", "a" * 64)
MGUS = Standing(
    "mgus_non_igm", "confirmed", ("mgus_non_igm",), "mayo_mgus", "low", ("low",), (6, 6), False
)


def drift(**after: Any) -> Drift:
    return Drift(1, "A1", "", date(2026, 1, 1), MGUS, replace(MGUS, **after), PACK, same_rules=True)


def test_a_standing_is_what_lists_say() -> None:
    entries = (serum("IgG-kappa"), result("serum_m_protein", 1), marrow(5), flc(10, 10), labs())

    assert standing(assessed(*entries)) == Standing(
        "mgus_non_igm", "confirmed", ("mgus_non_igm",), "mayo_mgus", "low", ("low",), (6, 6), False
    )


def test_without_a_model_there_is_no_group() -> None:
    nothing = replace(assessed(serum()), mayo_mgus=Score(applicable=False))

    found = standing(nothing)

    assert (found.model, found.group, found.groups) == (None, None, ())


@pytest.mark.parametrize(
    ("after", "changed", "regroups"),
    [
        ({}, (), False),
        ({"category": "smm"}, ("category",), True),
        ({"status": "presumed"}, ("status",), True),
        ({"possible": ("mgus_non_igm", "smm")}, ("possible",), True),
        ({"model": "mayo_20_2_20"}, ("model",), True),
        ({"group": None, "groups": ("low", "high")}, ("groups",), True),
        ({"interval_months": (12, 12)}, ("interval_months",), False),
        ({"refer": True}, ("refer",), False),
        ({"status": "presumed", "refer": True}, ("status", "refer"), True),
    ],
)
def test_what_differs_is_named(
    after: dict[str, Any], changed: tuple[str, ...], regroups: bool
) -> None:
    found = drift(**after)

    assert found.changed == changed
    assert found.regroups is regroups
