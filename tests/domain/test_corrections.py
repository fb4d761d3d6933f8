"""Test what takes the place of a recorded entry."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from desktop_app.domain.corrections import Correction, corrected
from desktop_app.domain.errors import FieldErrors, Refusal
from desktop_app.domain.journal import Entry
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import (
    ClinicalEvent,
    Cytogenetic,
    EarlierDiagnosis,
    Finding,
    Lesion,
    Result,
    Treatment,
)
from desktop_app.domain.visit import (
    DraftCytogenetic,
    DraftDiagnosis,
    DraftEvent,
    DraftFinding,
    DraftLesion,
    DraftResult,
    DraftTreatment,
)
from tests.domain.cases import catalogue

TODAY = date(2026, 11, 22)
DAY = PartialDate("2026")  # partial, and not over yet
RESULT = Result(DAY, "hemoglobin", Decimal(12), "g/dL", specimen="capillary")
FINDING = Finding(DAY, "renal_biopsy", "al")
TESTED = Cytogenetic(DAY, "gain(1q)", True, "fish", Decimal(20), 3, False)
LESION = Lesion(DAY, "T1O", "bone")
TOLD = EarlierDiagnosis("smm", PartialDate("2019"))
GIVEN = Treatment("Rd", PartialDate("2024-05"), ("lenalidomide",), cycles=3, note="n")
HAPPENED = ClinicalEvent(PartialDate("2024"), "fracture", 1)


def put_right(old: Entry, correction: Correction) -> Entry:
    return corrected(old, correction, today=TODAY, birth=PartialDate("1969"), catalogue=catalogue())


@pytest.mark.parametrize(
    ("old", "correction", "new"),
    [
        (
            RESULT,
            DraftResult("hemoglobin", "11.0", "g/dL"),
            Result(DAY, "hemoglobin", Decimal("11.0"), "g/dL", specimen="capillary"),
        ),
        (FINDING, DraftFinding("renal_biopsy", "midd"), Finding(DAY, "renal_biopsy", "midd")),
        (
            TESTED,
            DraftCytogenetic("gain(1q)", True, clone_percent="30", copies="4", biallelic=True),
            Cytogenetic(DAY, "gain(1q)", True, "fish", Decimal(30), 4, True),
        ),
        (TESTED, DraftCytogenetic("gain(1q)", True), Cytogenetic(DAY, "gain(1q)", True, "fish")),
        (LESION, DraftLesion("T10", "plasmacytoma"), Lesion(DAY, "T10", "plasmacytoma")),
        (
            TOLD,
            DraftDiagnosis("mgus_igm", "2018-05"),
            EarlierDiagnosis("mgus_igm", PartialDate("2018-05")),
        ),
        (TOLD, DraftDiagnosis("smm"), EarlierDiagnosis("smm")),
        (
            GIVEN,
            DraftTreatment("VRd", ("bortezomib", "lenalidomide"), "2024-04", "2024-09-30"),
            Treatment(
                "VRd",
                PartialDate("2024-04"),
                ("bortezomib", "lenalidomide"),
                PartialDate("2024-09-30"),
            ),
        ),
        (
            HAPPENED,
            DraftEvent("infection", "2024-03", note="lung"),
            ClinicalEvent(PartialDate("2024-03"), "infection", note="lung"),
        ),
    ],
)
def test_the_day_and_what_no_form_asks_for_stay(
    old: Entry, correction: Correction, new: Entry
) -> None:
    assert put_right(old, correction) == new


@pytest.mark.parametrize(
    ("old", "correction"),
    [
        (RESULT, DraftResult("calcium", "9", "mg/dL")),
        (FINDING, DraftFinding("hematuria", True)),
        (TESTED, DraftCytogenetic("t(4;14)", True)),
        (LESION, DraftDiagnosis("smm")),
        (GIVEN, DraftEvent("fracture", "2024")),
        (HAPPENED, DraftTreatment("Rd", start="2024")),
    ],
)
def test_an_entry_becomes_no_other_one(old: Entry, correction: Correction) -> None:
    with pytest.raises(Refusal, match="entry_not_current"):
        put_right(old, correction)


@pytest.mark.parametrize(
    ("old", "correction", "code"),
    [
        (RESULT, DraftResult("hemoglobin", " ", "g/dL"), "empty_visit"),
        (FINDING, DraftFinding("renal_biopsy", ""), "answer_not_understood"),
        (TESTED, DraftCytogenetic("gain(1q)", True, copies="21"), "not_a_whole_number"),
        (LESION, DraftLesion("", "bone"), "empty_visit"),
        (LESION, DraftLesion("T10", "bone", diameters="x"), "not_a_size"),
        (TOLD, DraftDiagnosis("smm", "1968"), "before_birth"),
        (GIVEN, DraftTreatment(""), "empty_visit"),
        (GIVEN, DraftTreatment("Rd"), "required"),
        (HAPPENED, DraftEvent("fracture", "2027"), "in_the_future"),
    ],
)
def test_a_correction_that_says_nothing_or_nonsense_is_refused(
    old: Entry, correction: Correction, code: str
) -> None:
    with pytest.raises(FieldErrors) as refused:
        put_right(old, correction)

    assert [error.code for error in refused.value.errors] == [code]
