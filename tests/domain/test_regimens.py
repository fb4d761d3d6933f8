"""Prove that a regimen is known by its drugs, whatever name and script they are typed in."""

from __future__ import annotations

import pytest

from desktop_app.domain.criteria.regimens import (
    CLASSES,
    DRUGS,
    REGIMENS,
    WIDER,
    drugs_of,
    in_order,
    is_car_t,
    is_transplant,
    of_class,
    read_drugs,
    regimen_name,
    title_of,
)
from tests.domain.therapies import given

VRD = frozenset({"bortezomib", "lenalidomide", "dexamethasone"})


@pytest.mark.parametrize("name", ["VRd", "RVd", "vrd", "VRD", " RVD "])
def test_both_spellings_of_one_regimen_have_the_same_drugs(name: str) -> None:
    treatment = given(name, "2020")

    assert drugs_of(treatment) == VRD
    assert title_of(treatment) == "VRd"


@pytest.mark.parametrize(
    ("typed", "drugs"),
    [
        ("Velcade", ("bortezomib",)),
        ("硼替佐米", ("bortezomib",)),
        ("來那度胺", ("lenalidomide",)),
        ("来那度胺 25 mg", ("lenalidomide",)),
        ("达雷妥尤单抗", ("daratumumab",)),
        ("泊馬度胺", ("pomalidomide",)),
        ("环磷酰胺", ("cyclophosphamide",)),
        ("Carvykti", ("cilta-cel",)),
        ("bortezomib 1.3 mg/m2", ("bortezomib",)),
        ("Lenalidomide and Dex", ("lenalidomide", "dexamethasone")),
        ("Iberdomide", ("iberdomide",)),
        ("isavuconazole", ("isavuconazole",)),
    ],
)
def test_brand_and_chinese_names_are_read(typed: str, drugs: tuple[str, ...]) -> None:
    assert read_drugs(typed) == drugs


def test_the_drugs_decide_and_not_the_name() -> None:
    treatment = given("Rd", "2020", None, None, "Velcade", "Endoxan", "地塞米松")

    assert title_of(treatment) == "VCd"


@pytest.mark.parametrize(
    ("name", "drugs"),
    [
        ("D-KRd", {"daratumumab", "carfilzomib", "lenalidomide", "dexamethasone"}),
        ("KRd+Dara", {"daratumumab", "carfilzomib", "lenalidomide", "dexamethasone"}),
        ("Dara + KRd", {"daratumumab", "carfilzomib", "lenalidomide", "dexamethasone"}),
        ("DKPd", {"daratumumab", "carfilzomib", "pomalidomide", "dexamethasone"}),
        ("CyBorD", {"bortezomib", "cyclophosphamide", "dexamethasone"}),
        ("Dara-KRd", {"daratumumab", "carfilzomib", "lenalidomide", "dexamethasone"}),
        ("D-RVd", {"daratumumab", "bortezomib", "lenalidomide", "dexamethasone"}),
        ("Isa KRd", {"isatuximab", "carfilzomib", "lenalidomide", "dexamethasone"}),
        ("Elo-Rd", {"elotuzumab", "lenalidomide", "dexamethasone"}),
        ("VRd x4", {"bortezomib", "lenalidomide", "dexamethasone"}),
        ("R maintenance", {"lenalidomide"}),
        ("high-dose dexamethasone", {"dexamethasone"}),
        ("硼替佐米＋來那度胺", {"bortezomib", "lenalidomide"}),
        ("ASCT", {"melphalan"}),
        ("teclistamab", {"teclistamab"}),
    ],
)
def test_a_name_gives_the_drugs_where_none_are_typed(name: str, drugs: set[str]) -> None:
    assert drugs_of(given(name, "2020")) == drugs


@pytest.mark.parametrize(
    "name",
    ["trial", "trial + bortezomib", "化療", "Dara-Xd", "Bor-Dex", "Isa-K-Rd 28 d", "vitamin K"],
)
def test_drugs_stay_unknown_where_a_name_does_not_tell_them_all(name: str) -> None:
    treatment = given(name, "2020")

    assert drugs_of(treatment) is None
    assert title_of(treatment) == name


def test_a_set_without_a_name_keeps_what_was_typed() -> None:
    treatment = given("bortezomib + pomalidomide", "2020")

    assert regimen_name(drugs_of(treatment) or ()) is None
    assert title_of(treatment) == "bortezomib + pomalidomide"


def test_every_regimen_of_the_chooser_holds_known_drugs_only() -> None:
    unknown = {drug for each in REGIMENS for drug in each.drugs} - DRUGS.keys()

    assert unknown == set()


def test_every_name_of_the_chooser_gives_its_own_drugs() -> None:
    assert [x.name for x in REGIMENS if drugs_of(given(x.name, "2020")) != set(x.drugs)] == []


def test_the_classes_are_those_of_the_chapter_and_care_takes_them_wider() -> None:
    assert CLASSES == {
        "PI": ("bortezomib", "carfilzomib"),
        "IMiD": ("lenalidomide", "pomalidomide"),
        "anti_CD38": ("daratumumab", "isatuximab"),
        "alkylator": ("cyclophosphamide", "melphalan"),
    }
    assert "thalidomide" in WIDER["IMiD"]
    assert "ixazomib" in WIDER["PI"]
    assert of_class({"lenalidomide", "thalidomide"}, CLASSES["IMiD"]) == ("lenalidomide",)


def test_drugs_are_said_in_one_order_and_unknown_ones_last() -> None:
    assert in_order({"zzz", "dexamethasone", "bortezomib", "daratumumab"}) == (
        "daratumumab",
        "bortezomib",
        "dexamethasone",
        "zzz",
    )


@pytest.mark.parametrize(("name", "is_one"), [("HDM", True), ("自体移植", True), ("MP", False)])
def test_a_transplant_typed_as_a_regimen_is_known(name: str, is_one: bool) -> None:
    assert is_transplant(given(name, "2020")) is is_one


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("CAR-T", True), ("CAR-T 细胞治疗", True), ("Carvykti", True), ("trial", False), ("R", False)],
)
def test_cells_typed_as_a_regimen_are_known(name: str, is_one: bool) -> None:
    assert is_car_t(given(name, "2020")) is is_one
