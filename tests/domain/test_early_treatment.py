"""Test what is said of early treatment: only of smouldering myeloma, and never as an order."""

from __future__ import annotations

import pytest

from desktop_app.domain.criteria.fitness import clearances
from desktop_app.domain.criteria.lenalidomide import lenalidomide
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Person, Sex
from tests.domain.cases import (
    assessed,
    ct,
    finding,
    flc,
    gathered,
    history,
    labs,
    marrow,
    mri,
    note_of,
    part,
    result,
    serum,
    view,
    words,
)

IGA, KAPPA = serum("IgA-kappa"), serum("kappa")
SMM = (IGA, result("serum_m_protein", "2.5"), flc(210, 10), marrow(12), labs(), ct(), mri())
LIGHT = (KAPPA, flc(300, 10), marrow(12), labs(), ct(), mri())
RULES = [
    "ELIG-AQUILA", "LEN-IND", "LEN-CONTRA", "LEN-VTE", "LEN-RENAL-US", "LEN-RENAL-EU",
    "LEN-RENAL-OVERDOSE", "LEN-START", "LEN-MON", "LEN-MON-LIN",
]  # fmt: skip
FIT = result("ecog", 0, "{score}")


def answers(*entries: object) -> dict[str, str]:
    """Give every rule with its answer."""
    return {x.id: x.state.state for x in assessed(*entries).early_treatment}


@pytest.mark.parametrize("facts", [SMM, LIGHT, (*SMM[:5],)])
def test_smouldering_myeloma_confirmed_or_presumed_is_told_every_rule(
    facts: tuple[object, ...],
) -> None:
    assert list(answers(facts)) == RULES


@pytest.mark.parametrize(
    "facts",
    [
        (),
        (IGA, result("serum_m_protein", "1.0"), result("flc_ratio", 1), labs()),
        (IGA, result("serum_m_protein", "3.2"), labs()),
        (IGA, marrow(70)),
        (serum("IgM-kappa"), result("serum_m_protein", "3.5"), labs()),
    ],
)
def test_nobody_else_is_told_anything(facts: tuple[object, ...]) -> None:
    assert answers(facts) == {}


def test_nothing_more_recorded_leaves_the_rules_open() -> None:
    told = answers(*SMM)

    assert told["ELIG-AQUILA"] == told["LEN-IND"] == told["LEN-CONTRA"] == "unknown"
    assert told["LEN-VTE"] == told["LEN-RENAL-US"] == told["LEN-START"] == "unknown"


def test_a_patient_who_fitted_the_trial() -> None:
    assert answers(*SMM, FIT)["ELIG-AQUILA"] == "yes"
    assert answers(*SMM, FIT, history("smm", "2020-01-01"))["ELIG-AQUILA"] == "no"
    assert answers(*SMM, FIT, history("mgus_non_igm", "2010"))["ELIG-AQUILA"] == "unknown"
    assert answers(*SMM, FIT, history("smm", None))["ELIG-AQUILA"] == "unknown"
    assert answers(*SMM, result("ecog", 2, "{score}"))["ELIG-AQUILA"] == "no"


def test_the_trial_is_judged_by_itself_and_not_by_the_score() -> None:
    low = (IGA, result("serum_m_protein", "1.0"), flc(50, 10), marrow(12), labs(), ct(), mri())
    high = (serum("IgG-kappa"), result("serum_m_protein", "2.5"), flc(71, 10), marrow(25))

    assert assessed(*low).mayo_20_2_20.group == "low"
    assert answers(*low, FIT)["ELIG-AQUILA"] == "yes"
    assert answers(*low, FIT)["LEN-IND"] == "no"
    whole = (*high, labs(), ct(), mri(), FIT, result("iga", 100, "mg/dL", low=70),
             result("igm", 100, "mg/dL", low=40))  # fmt: skip
    assert assessed(*whole).mayo_20_2_20.group == "high"
    assert answers(*whole)["ELIG-AQUILA"] == "no"
    assert answers(*whole)["LEN-IND"] == "yes"


def test_two_factors_are_said_to_be_no_two_points() -> None:
    indication = assessed(*SMM, FIT).early_treatment[1]

    assert note_of(part(indication, "LEN-IND-RISK")) == "len_two_factors"
    assert note_of(indication) == "len_indication"


def test_an_earlier_thrombosis_is_a_precaution() -> None:
    told = {x.id: x for x in assessed(*SMM, finding("prior_vte", True)).early_treatment}

    assert told["LEN-VTE"].state.state == "yes"
    assert note_of(told["LEN-VTE"]) == "len_vte"
    assert told["LEN-VTE"].status == "unverified"
    assert answers(*SMM, finding("prior_vte", False))["LEN-VTE"] == "no"


def test_a_kidney_at_45_warns_of_an_overdose_and_names_both_labels() -> None:
    told = {
        x.id: note_of(x) for x in assessed(*SMM, result("creatinine_clearance", 45)).early_treatment
    }

    assert told["LEN-RENAL-US"] == "len_us_10"
    assert told["LEN-RENAL-EU"] == "len_eu_10"
    assert told["LEN-RENAL-OVERDOSE"] == "len_overdose"


def test_every_rule_carries_source_and_status() -> None:
    for criterion in assessed(*SMM).early_treatment:
        assert criterion.source
        assert criterion.status


def dosed(*entries: object) -> tuple[str, str | None, list[str]]:
    """Give answer, note and inputs of the dose by the US label."""
    found = lenalidomide(gathered(*entries))
    told = next(x for x in found if x.id == "LEN-RENAL-US")
    return told.state.state, note_of(told), [x.code for x in told.inputs]


def test_the_clearance_is_our_own_cockcroft_gault_where_none_is_reported() -> None:
    # (140 - 66) x 50 / (72 x 0.8) x 0.85 = 54.6 mL/min.
    seen = ["creatinine", "weight", "clearance_computed"]
    creatinine = result("creatinine", "0.8")
    assert dosed(creatinine, result("weight", 50)) == ("yes", "len_us_10", seen)
    assert dosed(creatinine, result("weight", ">50")) == ("unknown", "len_clearance_missing", [])
    assert dosed() == ("unknown", "len_clearance_missing", [])


def test_a_clearance_that_cannot_be_compared_leaves_the_dose_open() -> None:
    weight, creatinine = result("weight", 50), result("creatinine", "0.8")
    sexless = Person(Sex.UNKNOWN, PartialDate("1960"))

    assert dosed(result("creatinine_clearance", 1, "mL/s"), weight)[0] == "unknown"
    assert clearances(view(words("creatinine_clearance", "low"), creatinine, weight)) == ()
    assert clearances(view(creatinine, weight, patient=sexless)) == ()
    assert clearances(view(creatinine, weight, patient=Person())) == ()


def test_a_bounded_clearance_may_lie_in_two_bands() -> None:
    assert dosed(result("creatinine_clearance", "<60"))[:2] == ("yes", "len_bands_open")


def test_an_allergy_is_found_in_the_list_and_a_man_is_not_asked_about_pregnancy() -> None:
    man = Person(Sex.MALE, PartialDate("1960"))
    for words_, state in ((["Thalidomide"], "yes"), (["penicillin"], "no")):
        found = assessed(*SMM, finding("allergy", words_), patient=man).early_treatment
        assert next(x for x in found if x.id == "LEN-CONTRA").state.state == state
