"""Test how cytogenetics, lesions and earlier diagnoses of a draft are checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from desktop_app.domain.drafts import KnownPart, checked_visit, known_part
from desktop_app.domain.errors import FieldError, FieldErrors
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import (
    Cytogenetic,
    EarlierDiagnosis,
    Finding,
    Lesion,
    PatientRecord,
    Person,
)
from desktop_app.domain.visit import (
    DraftCytogenetic,
    DraftDiagnosis,
    DraftFinding,
    DraftLesion,
    VisitDraft,
)
from tests.domain.cases import catalogue, result

TODAY = date(2026, 11, 22)
DAY = PartialDate("2026-11-20")
BORN = PartialDate("1969-05")
T10 = DraftLesion("T10", "plasmacytoma")


def known(**parts: Any) -> KnownPart:
    draft = VisitDraft(7, "2026-11-20", **parts)
    return known_part(draft, today=TODAY, birth=BORN, catalogue=catalogue())


def errors(**parts: Any) -> list[tuple[str, str]]:
    return [(error.field, error.code) for error in known(**parts).errors]


def test_cytogenetics_are_of_the_day_of_the_visit() -> None:
    entered = (
        DraftCytogenetic("t(4;14)", True, clone_percent=" 60.0 % ", note=" two runs "),
        DraftCytogenetic("del(17p)", False),
        DraftCytogenetic("del(17p)", True, method="ngs"),
        DraftCytogenetic("hyperdiploidy", True, method=" "),
        DraftCytogenetic("amp(1q)", True, copies=" ５ "),
        DraftCytogenetic("del(1p32)", True, copies="0", biallelic=True),
        DraftCytogenetic("del(17p)", True, "karyotype", biallelic=False),
    )

    assert known(cytogenetics=entered).cytogenetics == (
        Cytogenetic(DAY, "t(4;14)", True, "fish", Decimal("60.0"), note="two runs"),
        Cytogenetic(DAY, "del(17p)", False, "fish"),
        Cytogenetic(DAY, "del(17p)", True, "ngs"),
        Cytogenetic(DAY, "hyperdiploidy", True),
        Cytogenetic(DAY, "amp(1q)", True, "fish", copies=5),
        Cytogenetic(DAY, "del(1p32)", True, "fish", copies=0, biallelic=True),
        Cytogenetic(DAY, "del(17p)", True, "karyotype", biallelic=False),
    )
    assert str(known(cytogenetics=entered).cytogenetics[0].clone_percent) == "60.0"


@pytest.mark.parametrize(
    ("entry", "error"),
    [
        (DraftCytogenetic("t(1;2)", True), ("cytogenetics.0", "answer_not_understood")),
        (
            DraftCytogenetic("t(4;14)", True, clone_percent="101"),
            ("cytogenetics.0.clone_percent", "not_a_percent"),
        ),
        (
            DraftCytogenetic("t(4;14)", True, clone_percent="most"),
            ("cytogenetics.0.clone_percent", "not_a_percent"),
        ),
    ],
)
def test_a_cytogenetic_test_that_cannot_be_taken(
    entry: DraftCytogenetic, error: tuple[str, str]
) -> None:
    assert errors(cytogenetics=(entry,)) == [error]
    assert known(cytogenetics=(entry,)).cytogenetics == ()


@pytest.mark.parametrize(
    ("abnormality", "copies", "limits"),
    [
        ("gain(1q)", "0", ("1", "20")),
        ("gain(1q)", "21", ("1", "20")),
        ("amp(1q)", "4.5", ("1", "20")),
        ("amp(1q)", ">=4", ("1", "20")),
        ("del(17p)", "21", ("0", "20")),
        ("del(17p)", "one", ("0", "20")),
    ],
)
def test_copies_are_a_whole_number_between_limits(
    abnormality: str, copies: str, limits: tuple[str, str]
) -> None:
    part = known(cytogenetics=(DraftCytogenetic(abnormality, True, copies=copies),))

    low, high = limits
    values = (("text", copies), ("low", low), ("high", high))
    assert part.errors == (FieldError("cytogenetics.0.copies", "not_a_whole_number", values),)
    assert part.cytogenetics == ()


@pytest.mark.parametrize(("abnormality", "copies"), [("gain(1q)", 1), ("amp(1q)", 20)])
def test_copies_at_a_limit_are_taken(abnormality: str, copies: int) -> None:
    part = known(cytogenetics=(DraftCytogenetic(abnormality, True, copies=str(copies)),))

    assert [test.copies for test in part.cytogenetics] == [copies]


def test_the_same_abnormality_by_the_same_method_is_entered_once() -> None:
    twice = (DraftCytogenetic("t(4;14)", True), DraftCytogenetic("t(4;14)", False, "fish "))

    assert errors(cytogenetics=twice) == [("cytogenetics.1", "entered_twice")]
    assert [x.detected for x in known(cytogenetics=twice).cytogenetics] == [True]


def test_a_lesion_keeps_what_was_answered_and_leaves_the_rest_open() -> None:
    entered = (
        DraftLesion(
            "  T10   left ", "plasmacytoma", site=" vertebra ", contiguous_with_bone=True,
            biopsy_proven=False, diameters="42 × 30", suv_max="9.10", modality=" pet_ct ",
            note=" growing ",
        ),
        DraftLesion("T10 left", "plasmacytoma", modality="mri", resolved=True),
    )  # fmt: skip

    assert known(lesions=entered).lesions == (
        Lesion(
            DAY, "T10 left", "plasmacytoma", "vertebra", True, False, (Decimal(42), Decimal(30)),
            Decimal("9.10"), "pet_ct", False, "growing",
        ),
        Lesion(DAY, "T10 left", "plasmacytoma", modality="mri", resolved=True),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"lesion": " ", "note": "x"}, ("lesions.0.lesion", "required")),
        ({"kind": "tumour"}, ("lesions.0.kind", "answer_not_understood")),
        ({"diameters": "big"}, ("lesions.0.diameters", "not_a_size")),
        ({"suv_max": "hot"}, ("lesions.0.suv_max", "not_a_number")),
        ({"suv_max": ">9"}, ("lesions.0.suv_max", "not_a_number")),
    ],
)
def test_a_lesion_that_cannot_be_taken(changes: dict[str, Any], error: tuple[str, str]) -> None:
    lesion = replace(T10, **changes)

    assert errors(lesions=(lesion,)) == [error]
    assert known(lesions=(lesion,)).lesions == ()


def test_a_row_of_which_only_the_kind_is_chosen_is_left_out() -> None:
    assert known(lesions=(DraftLesion("", "bone"), T10)).lesions == (Lesion(DAY, "T10", T10.kind),)
    assert errors(lesions=(DraftLesion("", "bone"),)) == []


def test_the_same_lesion_by_the_same_method_is_entered_once() -> None:
    twice = (T10, replace(T10, lesion="t10 ", diameters="1"), replace(T10, modality="ct"))

    assert errors(lesions=twice) == [("lesions.1.lesion", "entered_twice")]
    assert [x.modality for x in known(lesions=twice).lesions] == [None, "ct"]


def test_an_earlier_diagnosis_has_a_partial_day_or_none() -> None:
    told = (DraftDiagnosis("mgus_non_igm", "2019"), DraftDiagnosis("smm"), DraftDiagnosis(""))

    assert known(history=told).history == (
        EarlierDiagnosis("mgus_non_igm", PartialDate("2019")),
        EarlierDiagnosis("smm"),
    )


@pytest.mark.parametrize(
    ("told", "field", "code"),
    [
        (DraftDiagnosis("", "2019"), "diagnosis", "required"),
        (DraftDiagnosis("mgus"), "diagnosis", "answer_not_understood"),
        (DraftDiagnosis("smm", "last year"), "date", "not_a_partial_date"),
        (DraftDiagnosis("smm", "2027"), "date", "in_the_future"),
        (DraftDiagnosis("smm", "2026-12"), "date", "in_the_future"),
        (DraftDiagnosis("smm", "1969-04"), "date", "before_birth"),
    ],
)
def test_an_earlier_diagnosis_that_cannot_be_taken(
    told: DraftDiagnosis, field: str, code: str
) -> None:
    assert errors(history=(told,)) == [(f"history.0.{field}", code)]
    assert known(history=(told,)).history == ()


@pytest.mark.parametrize("on", ["2026", "2026-11", "2026-11-22", "1969", "1969-05"])
def test_a_day_that_may_lie_between_birth_and_today_is_taken(on: str) -> None:
    assert errors(history=(DraftDiagnosis("smm", on),)) == []


def test_a_diagnosis_is_told_once() -> None:
    twice = (DraftDiagnosis("smm", "2019"), DraftDiagnosis("smm", "2020"))

    assert errors(history=twice) == [("history.1.diagnosis", "entered_twice")]


def test_without_a_birth_date_no_day_is_too_early() -> None:
    draft = VisitDraft(7, "2026-11-20", history=(DraftDiagnosis("smm", "1901"),))

    assert known_part(draft, today=TODAY, birth=None, catalogue=catalogue()).errors == ()


@pytest.mark.parametrize(
    "parts",
    [
        {"cytogenetics": (DraftCytogenetic("t(4;14)", False),)},
        {"lesions": (T10,)},
        {"history": (DraftDiagnosis("smm"),)},
    ],
)
def test_each_part_alone_is_a_visit(parts: dict[str, Any]) -> None:
    draft = VisitDraft(7, "2026-11-20", **parts)
    visit = checked_visit(draft, today=TODAY, birth=None, catalogue=catalogue())

    (name,) = parts
    assert len(getattr(visit, name)) == 1


def test_blank_rows_alone_are_no_visit() -> None:
    draft = VisitDraft(
        7, "2026-11-20", lesions=(DraftLesion("", "bone"),), history=(DraftDiagnosis(""),)
    )

    with pytest.raises(FieldErrors) as refused:
        checked_visit(draft, today=TODAY, birth=None, catalogue=catalogue())

    assert [error.code for error in refused.value.errors] == ["empty_visit"]


def test_what_is_known_joins_the_record_behind_what_it_holds() -> None:
    record = PatientRecord(
        Person(),
        history=(EarlierDiagnosis("mgus_igm"),),
        results=(result("hemoglobin", "12"),),
        findings=(Finding(DAY, "fatigue", True),),
        cytogenetics=(Cytogenetic(DAY, "del(17p)", False),),
        lesions=(Lesion(DAY, "L1", "bone"),),
    )
    part = known(
        findings=(DraftFinding("bone_pain", False),),
        cytogenetics=(DraftCytogenetic("t(4;14)", True),),
        lesions=(T10,),
        history=(DraftDiagnosis("smm"),),
    )

    joined = part.joined(record)

    assert joined.results == record.results
    assert [x.code for x in joined.findings] == ["fatigue", "bone_pain"]
    assert [x.abnormality for x in joined.cytogenetics] == ["del(17p)", "t(4;14)"]
    assert [x.lesion for x in joined.lesions] == ["L1", "T10"]
    assert [x.diagnosis for x in joined.history] == ["mgus_igm", "smm"]
