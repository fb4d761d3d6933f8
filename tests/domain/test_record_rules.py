"""Test that a record is checked whole: every breach of the contract is named."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from desktop_app.domain import finding_codes
from desktop_app.domain.finding_codes import Shape, fits
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import (
    ClinicalEvent,
    Cytogenetic,
    Interpretation,
    Lesion,
    Person,
    Result,
    Treatment,
)
from desktop_app.domain.record_rules import problems
from tests.domain.cases import DAY, catalogue, finding, history, record, result

ON = PartialDate(DAY)


def places(*entries: object, patient: Person | None = None) -> list[str]:
    whole = record(*entries, patient=patient or Person())
    return [problem.place for problem in problems(whole, catalogue())]


def test_every_breach_is_named() -> None:
    entries = (
        Result(ON, "no_such_test", Decimal(1), "g/L"),
        Result(ON, "hemoglobin"),
        Result(ON, "hemoglobin", Decimal(9)),
        Result(ON, "hemoglobin", Decimal(9), "mg/L"),
        Result(ON, "hemoglobin", Decimal(9), "g/dL", interpretation=Interpretation.LOW),
        result("hemoglobin", 99),
        result("hemoglobin", 9, low=16, high=12),
        result("hemoglobin", 9),
        finding("no_such_question", True),
        finding("bone_pain", "yes"),
        history("gout"),
        Cytogenetic(ON, "t(1;2)", detected=True),
        Cytogenetic(ON, "t(4;14)", detected=True, clone_percent=Decimal(101)),
        Cytogenetic(ON, "gain(1q)", detected=True, copies=0),
        Cytogenetic(ON, "amp(1q)", detected=True, copies=21),
        Cytogenetic(ON, "amp(1q)", detected=True, copies=20),
        Cytogenetic(ON, "del(1p32)", detected=True, copies=0),
        Cytogenetic(ON, "del(1p32)", detected=True, copies=-1),
        Lesion(ON, "T10", "nodule"),
        Lesion(ON, " ", "bone"),
        ClinicalEvent(ON, "birthday"),
        ClinicalEvent(ON, "fracture", sequence=0),
        Treatment("Rd", ON, stop_reason="bored"),
        Treatment("Rd", ON, stop=PartialDate("2026-05")),
        Treatment(" ", ON, cycles=-1),
        Treatment("Rd", ON, cycles=301, cycle_days=0, sequence=31),
        Treatment("Rd", ON, cycles=0, cycle_days=1, sequence=1),
        Treatment("Rd", ON, cycles=300, cycle_days=120, sequence=30),
        Treatment("Rd", ON, cycle_days=121),
    )

    assert places(*entries) == [
        "/results/0/code",
        "/results/1",
        "/results/2/unit",
        "/results/3/unit",
        "/results/4/interpretation",
        "/results/5/value",
        "/results/6/high",
        "/findings/0/code",
        "/findings/1/value",
        "/history/0/diagnosis",
        "/cytogenetics/0/abnormality",
        "/cytogenetics/1/clone_percent",
        "/cytogenetics/2/copies",
        "/cytogenetics/3/copies",
        "/cytogenetics/6/copies",
        "/lesions/0/kind",
        "/lesions/1/lesion",
        "/events/0/code",
        "/events/1/sequence",
        "/treatments/0/stop_reason",
        "/treatments/1/stop",
        "/treatments/2/regimen",
        "/treatments/2/cycles",
        "/treatments/3/cycles",
        "/treatments/3/cycle_days",
        "/treatments/3/sequence",
        "/treatments/6/cycle_days",
    ]


@pytest.mark.parametrize(("age", "breach"), [(-1, True), (0, False), (130, False), (131, True)])
def test_ages_that_people_reach(age: int, breach: bool) -> None:
    assert (places(patient=Person(age_years=age)) == ["/patient/age_years"]) is breach


def test_nothing_lies_before_the_birth() -> None:
    born = Person(birth_date=PartialDate("2026-06"))
    early = PartialDate("2026-05-31")

    assert places(result("hemoglobin", 9, on="2026-06-01"), patient=born) == []
    assert places(result("hemoglobin", 9, on="2026"), patient=born) == []
    assert places(
        result("hemoglobin", 9, on="2026-05-31"),
        finding("bone_pain", True, on="2026-05-31"),
        history("smm", "2026-05"),
        history("smm", None),
        Cytogenetic(early, "t(4;14)", detected=True),
        Lesion(early, "T10", "bone"),
        Treatment("Rd", early),
        ClinicalEvent(early, "fracture"),
        patient=born,
    ) == [
        "/history/0/date",
        "/results/0/date",
        "/findings/0/date",
        "/cytogenetics/0/date",
        "/lesions/0/date",
        "/treatments/0/start",
        "/events/0/date",
    ]


FITTING: dict[Shape, list[Any]] = {
    Shape.FLAG: [True, False],
    Shape.NUMBER: [0, 2, Decimal("9.5")],
    Shape.WORD: ["midd", "free text"],
    Shape.CHOICE: ["clone"],
    Shape.ISOTYPES: [(), ("IgG-kappa",), ("IgG", "lambda")],
    Shape.WORDS: [(), ("gonadal",)],
    Shape.COUNT: [{"count": 0}, {"count": 1, "largest_mm": 5, "extent": "partial"}],
    Shape.RATIO: [{"ratio": Decimal("4.5")}, {"ratio": 5, "cells": 120}],
    Shape.RESIDUAL: [
        {"negative": True},
        {"negative": False, "method": "ngf", "sensitivity": Decimal("0.00001")},
    ],
    Shape.GRADES: [(), ({"item": "rash", "grade": "3"}, {"item": "diarrhoea", "grade": "0"})],
    Shape.OBJECT: [{}, {"present": True}],
    Shape.OBJECTS: [(), ({"item": "edema"},)],
}
EXAMPLE = {
    Shape.FLAG: "bone_pain",
    Shape.NUMBER: "charlson",
    Shape.WORD: "renal_biopsy",
    Shape.CHOICE: "attribution_renal",
    Shape.ISOTYPES: "serum_immunofixation",
    Shape.WORDS: "skin",
    Shape.COUNT: "mri_focal_lesions",
    Shape.RATIO: "marrow_ihc_kappa_lambda",
    Shape.RESIDUAL: "mrd",
    Shape.GRADES: "toxicity",
    Shape.OBJECT: "polyneuropathy",
    Shape.OBJECTS: "clinical_change",
}
SHAPELESS = [None, -1, " ", "maybe", (1,), ("IgX",), {"count": True}, {"count": -1}, True]


@pytest.mark.parametrize("shape", Shape)
def test_each_shape_takes_its_own_values_only(shape: Shape) -> None:
    code = EXAMPLE[shape]
    assert finding_codes.SHAPES[code] is shape

    for value in FITTING[shape]:
        assert fits(code, value)
    refused = [x for x in SHAPELESS if not fits(code, x)]  # type: ignore[arg-type]
    assert len(refused) >= len(SHAPELESS) - 3
    assert None in refused
    assert -1 in refused


@pytest.mark.parametrize(
    "value",
    [{}, {"count": "1"}, {"count": Decimal("1.5")}, {"count": 1, "largest_mm": "5"},
     {"count": 1, "extent": "all"}, {"count": 1, "largest_mm": -5}, 3, True],
)  # fmt: skip
def test_a_count_needs_a_whole_number_and_a_known_extent(value: object) -> None:
    assert not fits("mri_focal_lesions", value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("mrd", {}),
        ("mrd", {"negative": "yes"}),
        ("mrd", {"negative": 1}),
        ("mrd", {"negative": True, "method": " "}),
        ("mrd", {"negative": True, "method": 2}),
        ("mrd", {"negative": True, "sensitivity": "0.1"}),
        ("mrd", {"negative": True, "sensitivity": Decimal(0)}),
        ("mrd", {"negative": True, "sensitivity": Decimal(1)}),
        ("mrd", {"negative": True, "sensitivity": 1}),
        ("marrow_ihc_kappa_lambda", {"cells": 120}),
        ("marrow_ihc_kappa_lambda", {"ratio": "5"}),
        ("marrow_ihc_kappa_lambda", {"ratio": -1}),
        ("marrow_ihc_kappa_lambda", {"ratio": 5, "cells": Decimal("99.5")}),
        ("marrow_ihc_kappa_lambda", {"ratio": 5, "cells": True}),
        ("toxicity", ({"item": "rash"},)),
        ("toxicity", ({"item": " ", "grade": "2"},)),
        ("toxicity", ({"item": "rash", "grade": "6"},)),
        ("toxicity", ({"item": "rash", "grade": ""},)),
        ("toxicity", ("rash",)),
        ("neuropathy_grade", 5),
        ("adl", 7),
        ("iadl", Decimal("8.5")),
    ],
)
def test_a_value_of_another_shape_is_a_breach_that_says_what_was_expected(
    code: str, value: Any
) -> None:
    (breach,) = problems(record(finding(code, value)), catalogue())

    assert (breach.place, breach.expected) == ("/findings/0/value", finding_codes.expected(code))


@pytest.mark.parametrize(
    ("code", "value", "said"),
    [
        ("neuropathy_grade", 4, "a number up to 4"),
        ("adl", 6, "a number up to 6"),
        ("iadl", 8, "a number up to 8"),
        ("charlson", 12, "a number"),
    ],
)
def test_the_scale_of_a_score_has_its_end(code: str, value: int, said: str) -> None:
    assert fits(code, value)
    assert finding_codes.expected(code) == said
