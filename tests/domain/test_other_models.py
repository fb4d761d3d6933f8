"""Test the models beside the leading ones: when they apply, what they say, what stays open."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop_app.domain.conclusions import Assessment, Evolving, Score
from desktop_app.domain.record import Finding, Result
from desktop_app.domain.rulepack import rules
from desktop_app.domain.rulesets.precursor.other_models.listing import MODELS
from desktop_app.domain.rulesets.precursor.other_models.ravi import ravi
from desktop_app.domain.truth import Truth
from tests.domain.asking_models import RESERVE, evolved, immunoglobulin, of
from tests.domain.cases import (
    assessed,
    cause,
    ct,
    finding,
    flc,
    gathered,
    labs,
    marrow,
    mri,
    result,
    serum,
    words,
)

IGG = serum("IgG-kappa")
CLEAR = (ct(), mri(), *labs())
SMM = (IGG, *marrow(15), result("serum_m_protein", 1), *flc(50, 10), *CLEAR)
MGUS = (IGG, *marrow(4), result("serum_m_protein", 1), result("flc_ratio", "1.00"), *CLEAR)
OF_MGUS = ["MGUS-KYLE-2F", "MGUS-CMG"]
OF_SMM = [
    "SMM-KYLE2007",
    "SMM-MAYO2008",
    "SMM-PETHEMA",
    "SMM-RAJKUMAR2015",
    "SMM-CMG",
    "SMM-RAVI",
    "SMM-BJP",
]


def names(assessment: Assessment) -> list[str]:
    return [name for name, _ in assessment.other_models]


def model(assessment: Assessment, name: str) -> Score:
    return dict(assessment.other_models)[name]


def reason(score: Score) -> str | None:
    return score.reason.code if score.reason else None


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (MGUS, OF_MGUS),
        (SMM, OF_SMM),
        ((*SMM, finding("proliferative_index", Decimal("0.6"))), [*OF_SMM, "SMM-PCPI"]),
        ((serum("IgM-kappa"), result("serum_m_protein", 1), *labs()), OF_MGUS),
        # 20/2/20 is for smouldering myeloma with a known marrow, never IgM
        ((IGG, result("serum_m_protein", 4), *CLEAR), []),
        ((serum("IgM-kappa"), *marrow(15), *CLEAR), []),
        ((IGG, *marrow(70), *CLEAR), []),
        ((*SMM, result("circulating_plasma_cells", 6)), []),
        ((*MGUS, result("circulating_plasma_cells", 6)), []),
        ((IGG, *marrow(15), *labs(hemoglobin=9)), []),
        ((IGG, *marrow(4), result("serum_m_protein", 1), *labs(hemoglobin=9)), []),
        ((serum("kappa"), *flc(150, 10), *marrow(4), *CLEAR), []),
    ],
)
def test_which_models_apply(facts: tuple[object, ...], expected: list[str]) -> None:
    assert names(assessed(*facts)) == expected


def test_a_crab_value_of_another_cause_bars_no_model() -> None:
    facts = (*(x for x in SMM if getattr(x, "code", "") != "hemoglobin"), *labs(hemoglobin=9))

    assert names(assessed(*facts, cause("anemia", "other"))) == OF_SMM


def test_a_model_that_does_not_cover_the_patient_is_left_out() -> None:
    facts = (IGG, *marrow(5), result("serum_m_protein", 1), result("flc_ratio", "1.00"), *CLEAR)

    assessment = assessed(*facts, result("urine_m_protein_24h", 600))

    assert assessment.diagnosis.category == "smm"
    assert names(assessment) == [x for x in OF_SMM if x not in ("SMM-KYLE2007", "SMM-MAYO2008")]


def test_a_score_holds_only_if_the_diagnosis_is_confirmed() -> None:
    presumed = assessed(IGG, result("serum_m_protein", 1), result("flc_ratio", "1.00"), *labs())
    open_mgus = assessed(serum("IgA-kappa"), result("serum_m_protein", "0.45"))
    open_smm = assessed(IGG, *marrow(15), finding("bone_pain", True))

    assert {reason(score) for _, score in presumed.other_models} == {None}
    assert {reason(score) for _, score in open_mgus.other_models} == {"valid_only_if_mgus"}
    assert {reason(score) for _, score in open_smm.other_models} == {"valid_only_if_smm"}


@pytest.mark.parametrize(
    ("facts", "category", "expected"),
    [
        ((*flc(150, 10), *CLEAR), "smm_light_chain", ("smm_light_chain_caveat",)),
        ((finding("bone_pain", True),), None, ("valid_only_if_smm", "smm_light_chain_caveat")),
    ],
)
def test_every_model_of_light_chain_disease_is_flagged(
    facts: tuple[object, ...], category: str | None, expected: tuple[str, ...]
) -> None:
    assessment = assessed(serum("kappa"), *marrow(15), facts)

    assert assessment.diagnosis.category == category
    leading = [score for name, score in assessment.scores if score.applicable]
    for score in (*leading, *(score for _, score in assessment.other_models)):
        said = [note for note in (score.reason, *score.notes) if note is not None]
        assert tuple(x.code for x in said if x.code != "before_slim_crab") == expected


def test_models_older_than_slim_crab_say_so() -> None:
    historic = [
        name
        for name, score in assessed(*SMM).other_models
        if "before_slim_crab" in {note.code for note in score.notes}
    ]

    assert historic == ["SMM-KYLE2007", "SMM-MAYO2008", "SMM-PETHEMA"]


def test_light_chain_disease_has_no_m_protein() -> None:
    assessment = assessed(serum("kappa"), *marrow(15), *flc(150, 10), *CLEAR)

    assert model(assessment, "SMM-KYLE2007").group == "marrow_only"
    assert of(model(assessment, "SMM-CMG"), "SMM-CMG-M").state is Truth.NOT_MET
    assert of(model(assessment, "SMM-RAJKUMAR2015"), "SMM-RAJKUMAR2015-M").state is Truth.NOT_MET


def test_a_column_with_a_gap_is_not_read_as_a_range() -> None:
    igs = (immunoglobulin("iga", "6"), immunoglobulin("igm", "6"))
    settled = assessed(*SMM, *igs, finding("marrow_aberrant_percent", 96))
    open_ = assessed(*SMM, *igs)

    assert [x.horizon_months for x in model(settled, "SMM-PETHEMA").risks] == [24, 60]
    score = model(open_, "SMM-PETHEMA")
    assert score.possible_groups == ("factors_1", "factors_2")
    assert [(x.horizon_months, x.group) for x in score.risks] == [
        (60, "factors_1"),
        (60, "factors_2"),
    ]


def test_the_czech_model_names_what_is_open() -> None:
    score = model(assessed(*MGUS), "MGUS-CMG")

    assert {x.id: x.note.code for x in score.criteria if x.note and not x.state.known} == {
        "MGUS-CMG-IG": "immunoglobulins_open"
    }
    assert score.possible_groups == ("factors_0", "factors_1")


def test_a_polyclonal_marrow_counts_as_no_plasma_cells() -> None:
    score = model(
        assessed(
            IGG,
            result("serum_m_protein", 1),
            result("marrow_plasma_cells", 8),
            finding("marrow_clonality", False),
            *labs(),
        ),
        "MGUS-CMG",
    )

    found = of(score, "MGUS-CMG-PC")
    assert (found.state, found.note.code if found.note else None) == (Truth.NOT_MET, "polyclonal")


@pytest.mark.parametrize(
    ("entry", "rule", "note"),
    [
        (words("marrow_plasma_cells", "high"), "MGUS-CMG-PC", "no_number"),
        (words("hemoglobin", "low"), "MGUS-CMG-HB", "no_number"),
    ],
)
def test_a_report_without_a_number_stays_open(entry: Result, rule: str, note: str) -> None:
    facts = (IGG, result("serum_m_protein", 1), result("flc_ratio", "1.00"), entry)

    found = of(model(assessed(*facts), "MGUS-CMG"), rule)

    assert (found.state, found.note.code if found.note else None) == (Truth.UNKNOWN, note)


def test_an_immunoglobulin_without_its_class_of_clone_stays_open() -> None:
    entries = (immunoglobulin("igg", 6), immunoglobulin("iga", 6), immunoglobulin("igm", 6))

    found = of(model(assessed(result("serum_m_protein", 1), *entries), "MGUS-CMG"), "MGUS-CMG-IG")

    assert (found.state, found.note.code if found.note else None) == (
        Truth.UNKNOWN,
        "uninvolved_not_known",
    )


@pytest.mark.parametrize("entry", [immunoglobulin("iga", 6, low=None), words("iga", "normal")])
def test_an_immunoglobulin_needs_its_own_limit(entry: Result) -> None:
    found = of(model(assessed(*MGUS, entry), "MGUS-CMG"), "MGUS-CMG-IG")

    assert found.state is Truth.UNKNOWN
    assert [each.code for each in found.inputs] == ["iga"]


@pytest.mark.parametrize(
    ("entries", "state", "note"),
    [
        ((), Truth.UNKNOWN, "missing"),
        ((evolved("EVO-RAVI-EHB", "yes"),), Truth.UNKNOWN, "missing"),
        ((evolved("EVO-RAVI-EMP", "no"),), Truth.NOT_MET, None),
        ((evolved("EVO-RAVI-EMP", "yes"),), Truth.MET, None),
        (
            (evolved("EVO-RAVI-EMP", "yes", confirmed=False),),
            Truth.MET,
            "evolving_unconfirmed",
        ),
    ],
)
def test_evolving_disease_is_taken_over_with_its_reserve(
    entries: tuple[Evolving, ...], state: Truth, note: str | None
) -> None:
    found = of(ravi(gathered(IGG, *marrow(15)), entries, RESERVE), "SMM-RAVI-EMP")

    assert (found.state, found.note.code if found.note else None) == (state, note)


@pytest.mark.parametrize(
    ("abnormalities", "fitting"),
    [((), "mayo_20_2_20"), (("t(4;14)",), "imwg_2020_factors")],
)
def test_the_model_that_fits_what_is_known(abnormalities: tuple[str, ...], fitting: str) -> None:
    from tests.domain.test_smm_risk import fish

    tests = fish(*abnormalities, tested=()) if abnormalities else ()

    assert assessed(*SMM, *tests).fitting_model == fitting


def test_no_model_of_smouldering_myeloma_fits_mgus() -> None:
    assert assessed(*MGUS).fitting_model is None


def test_every_model_is_listed_once_and_its_factors_are_rules() -> None:
    known = {rule.id for rule in rules()}

    assert [each.id for each in MODELS] == [*OF_MGUS, *OF_SMM, "SMM-PCPI"]
    for facts in (SMM, MGUS):
        for name, score in assessed(*facts).other_models:
            assert {x.id for x in score.criteria} <= known, name
            assert set(score.possible_groups) <= {
                group for each in MODELS if each.id == name for group in each.groups
            }


def test_one_look_with_focal_lesions_that_are_too_small_stays_open() -> None:
    small = Finding(
        IGG.date,
        "mri_focal_lesions",
        {"count": 1, "largest_mm": 4, "extent": "whole_body"},
    )
    facts = tuple(x for x in SMM if getattr(x, "code", "") != "mri_focal_lesions")

    found = of(model(assessed(*facts, small), "SMM-RAJKUMAR2015"), "SMM-RAJKUMAR2015-MRI")

    assert found.state is Truth.UNKNOWN


def test_a_later_assessment_keeps_the_age_of_its_own_day() -> None:
    assessment = assessed(*MGUS, as_of="2029-03-04")

    found = of(model(assessment, "MGUS-CMG"), "MGUS-CMG-AGE")
    assert [(x.code, x.value, x.date) for x in found.inputs] == [("age", 69, "2029-03-04")]
    assert found.state is Truth.MET
