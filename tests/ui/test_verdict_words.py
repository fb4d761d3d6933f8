"""Test what the verdict says of the risk: every model that applies, each cohort apart."""

from __future__ import annotations

from desktop_app.data.content.catalogue import load_catalogue
from desktop_app.data.content.wordings import load_wordings
from tests.conftest import RESOURCES
from tests.domain.cases import assessed, ct, flc, labs, marrow, mri, result, serum
from ui.models.verdict_words import risk_words
from ui.terms import Terms

TERMS = Terms(load_wordings(RESOURCES)["en"], load_catalogue(RESOURCES))
IGG = serum("IgG-kappa")


def test_mgus_is_told_in_both_columns_with_its_cohort() -> None:
    (words,) = risk_words(
        assessed(IGG, result("serum_m_protein", 2), result("flc_ratio", 1), *labs()), TERMS
    )

    assert words.group == "Mayo MGUS: low-intermediate risk 1/3"
    assert words.figures == (
        "20-year progression: 21 % with death ignored, 10 % with death competing",
    )
    assert "1,148" in words.cohort


def test_smouldering_myeloma_is_told_by_every_model_and_each_cohort_apart() -> None:
    facts = (IGG, *marrow(25), result("serum_m_protein", "2.5"), *flc(50, 10))

    mayo, count, points = risk_words(assessed(*facts, ct(), mri(), *labs()), TERMS)

    assert mayo.group == "Mayo 20/2/20: high risk 2/3"
    assert [line.split(" (")[0] for line in mayo.figures] == [
        "2-year progression: 47.4 %",
        "5-year progression: 81.5 %",
        "2-year progression: 44 %",
        "Median until progression: 29 months",
    ]
    assert "(95 % CI 38.6–56.4; Mayo, 421 people; awaiting verification)" in mayo.figures[0]
    assert "IMWG" in mayo.figures[2]
    assert count.group == "IMWG 2020, count: intermediate risk–high risk 2–3/4"
    assert points.group == "IMWG 2020, points: low-intermediate risk 6–8/17"
    assert mayo.cohort == ""


def test_where_no_model_applies_the_reason_is_said() -> None:
    (words,) = risk_words(assessed(IGG, *marrow(70)), TERMS)

    assert words.group == ""
    assert words.remark.startswith("Mayo MGUS: ")
