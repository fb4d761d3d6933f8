"""Test that a case file and a record are the same thing: round trips, digits, shapes."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import (
    Comparator,
    Finding,
    Lesion,
    PatientRecord,
    Person,
    Result,
    Sex,
    Treatment,
)
from desktop_app.exchange.case import read_case, write_case
from tests.domain.cases import RESOURCES, catalogue, finding, plasmacytoma, record, result
from tests.domain.records import records

SCHEMA = json.loads((RESOURCES / "schemas" / "mspike-case-1.schema.json").read_text("utf-8"))
CONTRACT_EXAMPLE = {
    "format": "mspike-case/1",
    "patient": {"sex": "female", "birth_date": "1969-05"},
    "history": [{"date": "2019", "diagnosis": "mgus_non_igm"}],
    "results": [
        {"date": "2022-07-10", "code": "hemoglobin", "value": 66, "unit": "g/L",
         "low": 115, "high": 150},
        {"date": "2022-07-10", "code": "flc_ratio", "comparator": "<", "value": 0.01,
         "unit": "1", "lab": "A", "method": "Freelite"},
    ],
    "findings": [
        {"date": "2022-07-10", "code": "serum_immunofixation", "value": ["IgG-lambda"]},
        {"date": "2022-07", "code": "bone_lytic_ct", "value": {"count": 5, "largest_mm": 22}},
    ],
    "cytogenetics": [
        {"date": "2022-07", "method": "fish", "abnormality": "t(4;14)", "detected": True,
         "clone_percent": 60}
    ],
    "lesions": [
        {"date": "2022-07", "lesion": "T10", "site": "vertebra", "kind": "plasmacytoma",
         "contiguous_with_bone": True, "biopsy_proven": False, "diameters_mm": [42, 30],
         "suv_max": 9.1, "modality": "pet_ct"}
    ],
    "treatments": [
        {"regimen": "VCd", "drugs": ["bortezomib", "cyclophosphamide", "dexamethasone"],
         "start": "2022-07", "stop": "2022-10", "cycles": 4, "stop_reason": "planned",
         "sequence": 1}
    ],
    "events": [{"date": "2023-10", "code": "auto_hsct"}],
}  # fmt: skip


def read(content: dict[str, Any]) -> PatientRecord:
    return read_case(json.dumps(content).encode(), catalogue())


@settings(max_examples=150)
@given(records)
def test_every_record_survives_the_file(whole: PatientRecord) -> None:
    text = write_case(whole)

    assert read_case(text.encode(), catalogue()) == whole
    assert write_case(read_case(text.encode(), catalogue())) == text


@settings(max_examples=60)
@given(records)
def test_every_file_fits_the_published_schema(whole: PatientRecord) -> None:
    jsonschema.validate(json.loads(write_case(whole)), SCHEMA)


def test_the_example_of_the_contract_is_read_whole() -> None:
    whole = read(CONTRACT_EXAMPLE)

    assert whole.patient == Person(Sex.FEMALE, PartialDate("1969-05"))
    assert whole.history[0].diagnosis == "mgus_non_igm"
    assert whole.results[1] == Result(
        PartialDate("2022-07-10"),
        "flc_ratio",
        Decimal("0.01"),
        "1",
        Comparator.LT,
        lab="A",
        method="Freelite",
    )
    assert whole.findings[0].value == ("IgG-lambda",)
    assert whole.findings[1].value == {"count": 5, "largest_mm": 22}
    assert whole.cytogenetics[0].clone_percent == 60
    assert whole.lesions[0].diameters_mm == (Decimal(42), Decimal(30))
    assert whole.treatments[0] == Treatment(
        "VCd",
        PartialDate("2022-07"),
        ("bortezomib", "cyclophosphamide", "dexamethasone"),
        PartialDate("2022-10"),
        4,
        "planned",
        1,
    )
    assert whole.events[0].code == "auto_hsct"
    jsonschema.validate(CONTRACT_EXAMPLE, SCHEMA)


@pytest.mark.parametrize("digits", ["3.50", "3.5", "3", "0.010", "120.00"])
def test_digits_are_kept_as_they_were_entered(digits: str) -> None:
    file = (
        '{"format": "mspike-case/1", "patient": {}, "results": [{"date": "2026-06-01", '
        f'"code": "serum_m_protein", "value": {digits}, "unit": "g/L", "high": {digits}}}]}}'
    )

    whole = read_case(file.encode(), catalogue())

    assert str(whole.results[0].value) == digits
    assert f'"value": {digits},' in write_case(whole)
    assert f'"high": {digits}' in write_case(whole)


def test_numbers_are_written_as_numbers_and_empty_keys_left_out() -> None:
    whole = record(result("hemoglobin", "9.90"), patient=Person())

    content = json.loads(write_case(whole), parse_float=str)

    assert content == {
        "format": "mspike-case/1",
        "patient": {},
        "results": [{"date": "2026-06-01", "code": "hemoglobin", "value": "9.90", "unit": "g/dL"}],
    }


def test_chinese_notes_stay_readable() -> None:
    whole = record(Finding(PartialDate("2026"), "bone_pain", True, note="背痛三個月"))

    assert "背痛三個月" in write_case(whole)
    assert read_case(write_case(whole).encode(), catalogue()) == whole


def test_a_byte_order_mark_is_no_part_of_the_file() -> None:
    text = write_case(record(result("hemoglobin", 9)))

    assert read_case(b"\xef\xbb\xbf" + text.encode(), catalogue()).results


def test_a_finding_keeps_the_kind_of_its_value() -> None:
    values: list[tuple[str, Any]] = [
        ("bone_pain", True),
        ("neuropathy_grade", 2),
        ("lymphoplasmacytic_infiltration", Decimal("9.5")),
        ("renal_biopsy", "midd"),
        ("serum_immunofixation", ()),
        ("mri_focal_lesions", {"count": 1, "extent": "partial"}),
        ("clinical_change", ({"item": "edema", "change": "better"},)),
    ]
    whole = record(*(finding(code, value) for code, value in values))

    read_back = read_case(write_case(whole).encode(), catalogue())

    assert [x.value for x in read_back.findings] == [value for _, value in values]
    assert [type(x.value) for x in read_back.findings] == [type(v) for _, v in values]


def test_a_value_outside_the_hard_limits_is_kept_if_confirmed_with_a_note() -> None:
    entry = {"date": "2026", "code": "hemoglobin", "value": 15, "unit": "g/L"}
    content = {"format": "mspike-case/1", "patient": {}}

    confirmed = {**entry, "confirmed": True, "note": "repeated twice"}

    assert read({**content, "results": [confirmed]}).results[0].confirmed


def test_a_lesion_that_is_gone_is_written_as_resolved() -> None:
    gone = Lesion(PartialDate("2026-01"), "T10", "plasmacytoma", resolved=True)

    assert json.loads(write_case(record(plasmacytoma(), gone)))["lesions"][1]["resolved"] is True
