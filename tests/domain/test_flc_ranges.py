"""Test the ranges beside the score: shown as a second line, never counted."""

from __future__ import annotations

from desktop_app.domain.record import Person, Sex
from desktop_app.domain.truth import Truth
from tests.domain.cases import assessed, labs, note_of, result, serum, words

IGG = serum("IgG-kappa")


def test_without_light_chains_there_is_nothing_to_compare() -> None:
    assert assessed(IGG, result("egfr", 40)).flc_ranges == ()


def test_the_kidneys_range_stands_beside_the_score_and_changes_nothing_in_it() -> None:
    facts = (IGG, result("serum_m_protein", 1), result("flc_ratio", "2.00"))
    healthy, ill = assessed(*facts, result("egfr", 90)), assessed(*facts, result("egfr", 50))

    assert [x.id for x in healthy.flc_ranges] == ["FLC-RANGE-STD"]
    assert [(x.id, x.state, x.status) for x in ill.flc_ranges] == [
        ("FLC-RANGE-STD", Truth.MET, "secondary"),
        ("FLC-RANGE-CKD", Truth.NOT_MET, "unverified"),
        ("FLC-RANGE-INFO", Truth.NOT_MET, "primary"),
    ]
    assert healthy.mayo_mgus == ill.mayo_mgus


def test_the_filtration_that_was_used_is_shown() -> None:
    reported = assessed(result("flc_ratio", "2.00"), result("egfr", 50)).flc_ranges[1]
    computed = assessed(result("flc_ratio", "2.00"), *labs(creatinine="1.2")).flc_ranges[1]

    assert [x.code for x in reported.inputs] == ["flc_ratio", "egfr"]
    assert [x.code for x in computed.inputs] == ["flc_ratio", "creatinine", "egfr_computed"]


def test_without_age_or_sex_every_band_stays_possible() -> None:
    nobody = Person(Sex.UNKNOWN, None)

    found = assessed(result("flc_ratio", "2.00"), *labs(), patient=nobody).flc_ranges[1]

    assert (found.state, note_of(found)) == (Truth.UNKNOWN, "kidney_bands_open")


def test_a_filtration_in_words_leaves_every_band_possible() -> None:
    found = assessed(result("flc_ratio", "4.00"), words("egfr", "low")).flc_ranges[1]

    assert (found.state, note_of(found)) == (Truth.MET, "kidney_bands_open")


def test_a_ratio_in_words_answers_only_the_usual_range() -> None:
    usual, kidney, wide = assessed(words("flc_ratio", "normal"), result("egfr", 50)).flc_ranges

    assert (usual.state, kidney.state, wide.state) == (
        Truth.NOT_MET,
        Truth.UNKNOWN,
        Truth.UNKNOWN,
    )


def test_missing_kidney_function_is_asked_for() -> None:
    usual, kidney = assessed(result("flc_ratio", "2.00")).flc_ranges

    assert usual.state is Truth.MET
    assert (kidney.state, note_of(kidney)) == (Truth.UNKNOWN, "egfr_missing")
