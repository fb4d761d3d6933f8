"""Test what is copied into the calculators on the web: values only, nobody's identity."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop_app.domain.conclusions import Criterion, Evolving, Input
from desktop_app.domain.criteria.web_inputs import web_inputs
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Person, Sex
from desktop_app.domain.rulesets.precursor.diagnosis.naming import diagnose
from desktop_app.domain.truth import Truth
from tests.domain.asking_models import immunoglobulin
from tests.domain.cases import DAY, WOMAN, ct, flc, labs, marrow, mri, result, serum, view

IGG = serum("IgG-kappa")
CLEAR = (ct(), mri(), *labs())


def asked(
    *entries: object, evolved: tuple[Evolving, ...] = (), patient: Person = WOMAN
) -> dict[str, tuple[Input, ...]]:
    conclusion = diagnose(view(*entries, patient=patient))
    return dict(web_inputs(conclusion.evidence, conclusion.diagnosis, evolved))


def told(inputs: tuple[Input, ...]) -> list[tuple[str, object, str | None]]:
    return [(x.code, x.value, x.unit) for x in inputs]


def test_pangea_asks_in_its_order_and_shows_what_is_missing() -> None:
    facts = (IGG, *marrow(15), result("serum_m_protein", "21", "g/L"), *flc(50, 7), *CLEAR)

    found = asked(*facts)["WEB-PANGEA"]
    bare = asked(IGG, *marrow(15))["WEB-PANGEA"]

    assert told(found) == [
        ("serum_m_protein", Decimal("21"), "g/L"),
        ("flc_involved_uninvolved", Decimal("7.143"), "1"),
        ("creatinine", Decimal("0.8"), "mg/dL"),
        ("age", 66, None),
        ("marrow_plasma_cells", Decimal("15"), "%"),
        ("hemoglobin", Decimal("13.5"), "g/dL"),
    ]
    assert {x.date for x in found if x.code != "age"} == {DAY}
    assert [x.code for x in bare if x.value is None] == [
        "serum_m_protein",
        "flc_involved_uninvolved",
        "creatinine",
        "hemoglobin",
    ]


def test_pangea_takes_over_the_changes_of_its_history() -> None:
    part = Criterion("EVO-PANGEA-M", Truth.MET)
    other = Evolving("EVO-RAVI-EMP", Truth.MET, criteria=(Criterion("EVO-RAVI-EMP", Truth.MET),))
    history = Evolving("EVO-PANGEA", Truth.MET, criteria=(part,))

    found = asked(IGG, *marrow(15), evolved=(other, history))["WEB-PANGEA"]

    assert told(found)[-1] == ("EVO-PANGEA-M", "yes", None)


@pytest.mark.parametrize(
    ("patient", "age"),
    [(Person(Sex.FEMALE, PartialDate("1960")), None), (Person(Sex.FEMALE), None)],
)
def test_an_age_that_is_not_exact_is_left_to_the_doctor(patient: Person, age: None) -> None:
    found = asked(IGG, *marrow(15), patient=patient)["WEB-PANGEA"]

    assert ("age", age, None) in told(found)


def test_istopmm_asks_for_class_band_ratio_and_immunoglobulins() -> None:
    facts = (IGG, result("serum_m_protein", 1), immunoglobulin("igg", 12), *labs())

    printed = asked(*facts, result("flc_ratio", "2.00"))["WEB-ISTOPMM"]
    chains = asked(*facts, *flc(20, 10))["WEB-ISTOPMM"]
    bare = asked(*facts)["WEB-ISTOPMM"]

    assert told(printed) == [
        ("serum_immunofixation", ("IgG-kappa",), None),
        ("serum_m_protein", Decimal("1"), "g/dL"),
        ("flc_ratio", Decimal("2.00"), "1"),
        ("igg", Decimal("12"), "g/L"),
        ("iga", None, None),
        ("igm", None, None),
    ]
    assert [x.code for x in chains][2:4] == ["flc_kappa", "flc_lambda"]
    assert ("flc_ratio", None, None) in told(bare)


@pytest.mark.parametrize(
    ("band", "fits"),
    [
        (serum("IgG-kappa"), True),
        (serum("IgA-lambda"), True),
        (serum("IgG-kappa", "IgM-kappa"), True),
        (serum("IgM-kappa"), False),
        (serum("IgD-kappa"), False),
        ((), False),
    ],
)
def test_istopmm_is_not_for_igm(band: object, fits: bool) -> None:
    entries = (band, result("serum_m_protein", 1), *labs())

    assert ("WEB-ISTOPMM" in asked(entries)) is fits


def test_istopmm_is_for_light_chain_disease_too() -> None:
    assert "WEB-ISTOPMM" in asked(serum("kappa"), *flc(80, 10), *labs())


def test_no_calculator_is_offered_for_myeloma() -> None:
    assert asked(IGG, *marrow(70)) == {}


def test_nobodys_identity_is_among_the_inputs() -> None:
    facts = (IGG, result("serum_m_protein", 1), *flc(20, 10), *CLEAR)

    shown = {str(x.value) for inputs in asked(*facts).values() for x in inputs}

    assert not any("1960" in each for each in shown)
