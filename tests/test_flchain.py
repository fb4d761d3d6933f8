"""Real people: 7,874 residents with free light chains come in through a profile that is kept."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from desktop_app.domain.arrivals.review import ArrivalState
from desktop_app.domain.arrivals.rows import Layout, SiteProfile
from desktop_app.services import Services
from scripts.load_mgus2 import load

pytestmark = [pytest.mark.shared, pytest.mark.timeout(120)]
# Light chains in mg/dL. People have no numbers there: the line stands for them.
FLCHAIN = SiteProfile(
    "flchain",
    layout=Layout.WIDE,
    columns={
        "age": "age",
        "sex": "sex",
        "sample.yr": "collected_at",
        **dict.fromkeys(("flc.grp", "mgus", "futime", "death", "chapter"), "-"),
    },
    items={"kappa|": "flc_kappa", "lambda|": "flc_lambda", "creatinine|": "creatinine"},
    units={"kappa|": "mg/dL", "lambda|": "mg/dL", "creatinine|": "mg/dL"},
    number_is_line=True,
    number_prefix="FLC-",
    name_is_number=True,
)


def test_the_cohort_comes_in_but_for_what_is_unusual(services: Services, shared: Path) -> None:
    file = shared / "data" / "r_survival" / "flchain.csv"

    review = load(services, file, FLCHAIN)

    # exchange.md 1.4: thirteen light chains beyond the soft limits, nothing beyond the hard ones.
    assert review.counts == {ArrivalState.NEW: 22259, ArrivalState.QUESTION: 13}
    assert len(review.people) == 7874
    asked = [each for each in review.arrivals if each.state is ArrivalState.QUESTION]
    assert {each.reading.code for each in asked} == {"flc_kappa", "flc_lambda"}
    assert [[each.code for each in arrival.questions] for arrival in asked] == [["unusual"]] * 13
    with file.open(encoding="utf-8", newline="") as lines:
        rows = dict(enumerate(csv.DictReader(lines), 2))
    for line in (2, 1000, 7875):
        patient_id = services.imports.patient_of(f"FLC-{line}")
        assert patient_id is not None
        values = {
            each.code: (each.value, each.unit, each.date.text)
            for each in services.assessments.record_of(patient_id).results
        }
        year = rows[line]["sample.yr"]
        assert values["flc_kappa"] == (Decimal(rows[line]["kappa"]), "mg/dL", year)
        assert values["flc_lambda"] == (Decimal(rows[line]["lambda"]), "mg/dL", year)
