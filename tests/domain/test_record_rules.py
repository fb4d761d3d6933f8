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
        Lesion(ON, "T10", "nodule"),
        Lesion(ON, " ", "bone"),
        ClinicalEvent(ON, "birthday"),
        Treatment("Rd", ON, stop_reason="bored"),
        Treatment("Rd", ON, stop=PartialDate("2026-05")),
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
        "/lesions/0/kind",
        "/lesions/1/lesion",
        "/events/0/code",
        "/treatments/0/stop_reason",
        "/treatments/1/stop",
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
    Shape.OBJECT: [{}, {"present": True}],
    Shape.OBJECTS: [(), ({"item": "edema"},)],
}
EXAMPLE = {
    Shape.FLAG: "bone_pain",
    Shape.NUMBER: "neuropathy_grade",
    Shape.WORD: "renal_biopsy",
    Shape.CHOICE: "attribution_renal",
    Shape.ISOTYPES: "serum_immunofixation",
    Shape.WORDS: "skin",
    Shape.COUNT: "mri_focal_lesions",
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
