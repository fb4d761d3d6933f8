"""Test what a person reads at a terminal of the risk: each model with its own figures."""

from __future__ import annotations

from desktop_app.data.content.evidence import load_evidence
from desktop_app.data.content.wordings import load_wordings
from desktop_app.domain.conclusions import Criterion, Input
from desktop_app.domain.truth import Truth
from desktop_app.exchange.assessment_prose import assessment_prose
from desktop_app.exchange.prose_criteria import criterion_lines
from tests.conftest import RESOURCES
from tests.domain.cases import assessed, ct, flc, labs, marrow, mri, result, serum

IGG = serum("IgG-kappa")


def prose(*facts: object) -> str:
    wording = load_wordings(RESOURCES)["en"]
    return assessment_prose(assessed(*facts, *labs()), wording, load_evidence(RESOURCES))


def test_mgus_is_told_with_death_ignored_and_with_death_competing() -> None:
    told = prose(IGG, result("serum_m_protein", 2), result("flc_ratio", 1))

    assert "Mayo MGUS: 1, low-intermediate risk" in told
    assert "20 years: 21 of 100, death from other causes ignored" in told
    assert "20 years: 10 of 100, death from other causes competing" in told


def test_a_model_that_does_not_treat_death_says_nothing_of_it() -> None:
    facts = (IGG, *marrow(25), result("serum_m_protein", "2.5"), *flc(50, 10), ct(), mri())

    told = prose(*facts)

    assert "Mayo 20/2/20 (fits what is known): 2, high risk" in told
    assert "2 years: 47.4 (38.6–56.4) of 100 (Mayo, 421 people; awaiting verification)" in told
    assert ", death from other causes" not in told


def test_the_parts_of_a_finding_are_told_in_words_and_open_ones_left_out() -> None:
    seen = {"count": 2, "largest_mm": None, "extent": "whole_body"}
    given = (Input("mri_focal_lesions", seen), Input("polyneuropathy", {"present": True}))
    wordings = load_wordings(RESOURCES)

    (english,) = criterion_lines(Criterion("MM-SLIM-MRI", Truth.MET, given), wordings["en"])
    (taiwan,) = criterion_lines(Criterion("MM-SLIM-MRI", Truth.MET, given), wordings["zh-TW"])

    assert "lesions 2, extent whole body, yes" in english
    assert "True" not in taiwan
    assert "None" not in english


def test_signs_are_told_in_the_words_of_their_finding() -> None:
    nerve = {"present": True, "type": "mixed"}
    given = (Input("skin", ("hyperpigmentation",)), Input("polyneuropathy", nerve))
    wording = load_wordings(RESOURCES)["en"]

    (line,) = criterion_lines(Criterion("POEMS-DX-SKIN", Truth.MET, given), wording)

    assert "Skin changes dark skin" in line
    assert "yes, demyelinating and axonal" in line
