"""Real people: the abnormal-ratio rule agrees with the flag of the cohort of 7,874 residents."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from desktop_app.domain.criteria.light_chains import light_chains
from desktop_app.domain.truth import Truth
from tests.domain.cases import result, view

pytestmark = pytest.mark.shared
PEOPLE, FLAGGED = 7874, 115


@pytest.fixture(scope="module")
def cohort(shared: Path) -> list[tuple[Truth, bool, dict[str, str]]]:
    """Give for everybody what the rule says, what the file's own flag says, and the row."""
    with (shared / "data" / "r_survival" / "flchain.csv").open(encoding="utf-8") as lines:
        return [(_abnormal(row), row["mgus"] == "1", row) for row in csv.DictReader(lines)]


def _abnormal(row: dict[str, str]) -> Truth:
    """Judge FLC-RANGE-STD; the file's light chains stand in mg/dL."""
    chains = (result(f"flc_{code}", row[code], "mg/dL") for code in ("kappa", "lambda"))
    return light_chains(view(*chains)).abnormal.truth


def test_the_rule_agrees_with_the_flag_of_all_but_one(
    cohort: list[tuple[Truth, bool, dict[str, str]]],
) -> None:
    assert len(cohort) == PEOPLE
    assert sum(flagged for _, flagged, _ in cohort) == FLAGGED

    others = [row for truth, flagged, row in cohort if (truth is Truth.MET) is not flagged]

    assert len(cohort) - len(others) == 7873
    # The one flagged by hand: its ratio of 0.501 is within any published range.
    assert [(row["kappa"], row["lambda"]) for row in others] == [("0.997", "1.99")]


def test_every_ratio_is_settled(cohort: list[tuple[Truth, bool, dict[str, str]]]) -> None:
    assert {truth for truth, _, _ in cohort} == {Truth.MET, Truth.NOT_MET}
