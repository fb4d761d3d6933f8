"""Test that whatever is wrong with a case file is one complaint: where, and what was expected."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.errors import InputError
from desktop_app.exchange.case import read_case, write_case
from tests.domain.cases import catalogue
from tests.domain.records import records

HB = {"date": "2026-06-01", "code": "hemoglobin", "value": 9.5, "unit": "g/dL"}
SERUM = {"date": "2026-06-01", "code": "serum_immunofixation", "value": ["IgG-kappa"]}
TEST = {"date": "2026", "abnormality": "t(4;14)", "detected": True}
LESION = {"date": "2026", "lesion": "T10", "kind": "bone"}
DRUG = {"regimen": "Rd", "start": "2026-01"}
EVENT = {"date": "2026", "code": "fracture"}


def complaint(content: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        read_case(content, catalogue())
    return caught.value


def case(**parts: Any) -> bytes:
    return json.dumps({"format": "mspike-case/1", "patient": {}, **parts}).encode()


@pytest.mark.parametrize(
    ("parts", "place", "expected"),
    [
        ({"results": [{**HB, "code": "haemoglobin"}]}, "/results/0/code", "result code"),
        ({"results": [HB, {**HB, "unit": "mg/L"}]}, "/results/1/unit", "unit of hemoglobin"),
        ({"results": [{**HB, "value": "9.5"}]}, "/results/0/value", "number"),
        ({"results": [{**HB, "value": True}]}, "/results/0/value", "number"),
        ({"results": [{**HB, "value": [9.5]}]}, "/results/0/value", "a number"),
        ({"results": [{**HB, "low": "12"}]}, "/results/0/low", "number"),
        ({"results": [{**HB, "value": 950}]}, "/results/0/value", "2 to 26 g/dL"),
        ({"results": [{**HB, "value": 950, "confirmed": True}]}, "/results/0/value", "note"),
        ({"results": [{**HB, "value": 950, "note": "seen"}]}, "/results/0/value", "confirmed"),
        ({"results": [{**HB, "value": -1}]}, "/results/0/value", "2 to 26 g/dL"),
        ({"results": [{**HB, "low": 16, "high": 12}]}, "/results/0/high", "upper limit"),
        ({"results": [{**HB, "comparator": "~"}]}, "/results/0/comparator", "<"),
        ({"results": [{**HB, "interpretation": "low"}]}, "/results/0/interpretation", "no value"),
        ({"results": [{**HB, "valu": 3}]}, "/results/0/valu", "key"),
        ({"results": [{"date": "2026", "code": "hemoglobin"}]}, "/results/0", "value"),
        ({"results": [{"date": "2026", "code": "hemoglobin", "value": 9}]}, "/results/0/unit",
         "unit"),
        ({"results": [{"code": "hemoglobin", "value": 9, "unit": "g/dL"}]}, "/results/0/date",
         "key"),
        ({"results": [{**HB, "date": "2026-02-30"}]}, "/results/0/date", "date"),
        ({"results": [{**HB, "date": "9999-12-31"}]}, "/results/0/date", "date"),
        ({"results": [{**HB, "date": "01/06/2026"}]}, "/results/0/date", "ISO 8601"),
        ({"results": [{**HB, "date": 2026}]}, "/results/0/date", "text"),
        ({"results": HB}, "/results", "a list"),
        ({"results": [HB, 3]}, "/results/1", "object"),
        ({"findings": [{**SERUM, "code": "immunofixation"}]}, "/findings/0/code", "finding code"),
        ({"findings": [{**SERUM, "value": "IgG-kappa"}]}, "/findings/0/value", "list of isotypes"),
        ({"findings": [{**SERUM, "value": None}]}, "/findings/0/value", ""),
        ({"findings": [{**SERUM, "value": [[["IgG"]]]}]}, "/findings/0/value", ""),
        ({"findings": [{**SERUM, "value": ["IgX"]}]}, "/findings/0/value", "list of isotypes"),
        ({"findings": [{**SERUM, "code": "bone_pain", "value": "yes"}]}, "/findings/0/value",
         "true or false"),
        ({"findings": [{**SERUM, "code": "bone_pain", "value": 1}]}, "/findings/0/value",
         "true or false"),
        ({"findings": [{**SERUM, "code": "bone_lytic_ct", "value": 3}]}, "/findings/0/value",
         "count"),
        ({"findings": [{**SERUM, "code": "bone_lytic_ct", "value": {"count": -1}}]},
         "/findings/0/value", "count"),
        ({"findings": [{**SERUM, "code": "bone_lytic_ct", "value": {"count": "3"}}]},
         "/findings/0/value", "count"),
        ({"findings": [{**SERUM, "code": "mri_focal_lesions",
                        "value": {"count": 1, "extent": "all"}}]}, "/findings/0/value", "extent"),
        ({"findings": [{**SERUM, "code": "attribution_renal", "value": "maybe"}]},
         "/findings/0/value", "contract's words"),
        ({"findings": [{**SERUM, "code": "neuropathy_grade", "value": "2"}]},
         "/findings/0/value", "number"),
        ({"findings": [{**SERUM, "code": "renal_biopsy", "value": " "}]}, "/findings/0/value",
         "word"),
        ({"findings": [{**SERUM, "code": "polyneuropathy", "value": True}]}, "/findings/0/value",
         "object"),
        ({"findings": [{**SERUM, "code": "skin", "value": "other"}]}, "/findings/0/value", "list"),
        ({"findings": [{**SERUM, "code": "clinical_change", "value": ["better"]}]},
         "/findings/0/value", "list of objects"),
        ({"cytogenetics": [{**TEST, "abnormality": "t(1;2)"}]}, "/cytogenetics/0/abnormality",
         "abnormality"),
        ({"cytogenetics": [{**TEST, "detected": "true"}]}, "/cytogenetics/0/detected", "true"),
        ({"cytogenetics": [{**TEST, "clone_percent": "60"}]}, "/cytogenetics/0/clone_percent",
         "number"),
        ({"lesions": [{**LESION, "kind": "nodule"}]}, "/lesions/0/kind", "plasmacytoma"),
        ({"lesions": [{**LESION, "biopsy_proven": "no"}]}, "/lesions/0/biopsy_proven", "true"),
        ({"lesions": [{**LESION, "diameters_mm": ["42"]}]}, "/lesions/0/diameters_mm/0", "number"),
        ({"treatments": [{**DRUG, "stop_reason": "bored"}]}, "/treatments/0/stop_reason",
         "planned"),
        ({"treatments": [{**DRUG, "stop": "2025"}]}, "/treatments/0/stop", "not before"),
        ({"events": [{**EVENT, "code": "birthday"}]}, "/events/0/code", "event code"),
        ({"history": [{"diagnosis": "gout"}]}, "/history/0/diagnosis", "category"),
        ({"patient": {"sex": "f"}}, "/patient/sex", "female"),
        ({"patient": {"age_years": "66"}}, "/patient/age_years", "number"),
        ({"patient": {"age_years": -1}}, "/patient/age_years", "0 to 130"),
        ({"patient": {"age_years": 900}}, "/patient/age_years", "0 to 130"),
        ({"patient": {"name": "somebody"}}, "/patient/name", "key"),
        ({"patient": {"birth_date": "1969-13"}}, "/patient/birth_date", "date"),
        ({"patient": {"birth_date": "2026-07"}, "results": [HB]}, "/results/0/date", "birth"),
        ({"patient": {"birth_date": "2027"}, "findings": [SERUM]}, "/findings/0/date", "birth"),
        ({"patient": {"birth_date": "2027"}, "lesions": [LESION]}, "/lesions/0/date", "birth"),
        ({"patient": {"birth_date": "2027"}, "cytogenetics": [TEST]}, "/cytogenetics/0/date",
         "birth"),
        ({"patient": {"birth_date": "2027"}, "events": [EVENT]}, "/events/0/date", "birth"),
        ({"patient": {"birth_date": "2027"}, "treatments": [DRUG]}, "/treatments/0/start",
         "birth"),
        ({"patient": {"birth_date": "2027"}, "history": [{"diagnosis": "smm", "date": "2020"}]},
         "/history/0/date", "birth"),
        ({"surname": "x"}, "/surname", "key"),
        ({"patient": 3}, "/patient", "object"),
    ],
)  # fmt: skip
def test_a_bad_value_is_named_by_its_pointer(
    parts: dict[str, Any], place: str, expected: str
) -> None:
    found = complaint(case(**parts))

    assert found.place == place
    assert expected in found.expected


@pytest.mark.parametrize(
    ("content", "place", "expected"),
    [
        (b'{\n "format": "mspike-case/1",\n "patient": }', "line 3 column 13", "JSON"),
        (b"", "line 1 column 1", "JSON"),
        (b"\xff\xfe{}", "byte 0", "UTF-8"),
        (b"[]", "/", "an object"),
        (b"{}", "/format", "mspike-case/1"),
        (b'{"format": "mspike-case/2", "patient": {}}', "/format", "mspike-case/1"),
        (b'{"format": "mspike-case/1"}', "/patient", "an object"),
        (b'{"format": "mspike-case/1", "patient": {}, "patient": {}}', "/", '"patient" once'),
        (b'{"format": "mspike-case/1", "patient": {"sex": "male", "sex": "female"}}', "/",
         '"sex" once'),
        (b'{"format": "mspike-case/1", "patient": {"age_years": NaN}}', "/", "not NaN"),
        (b'{"format": "mspike-case/1", "patient": {"age_years": Infinity}}', "/", "not Infinity"),
        (b'{"a":' * 100_000, "/", "nested"),
    ],
)  # fmt: skip
def test_a_broken_file_is_named_by_line_or_byte(content: bytes, place: str, expected: str) -> None:
    found = complaint(content)

    assert found.place == place
    assert expected in found.expected


@pytest.mark.parametrize(
    "number", ["1e999999", "1e-999999", "1e99999999999", "-1e400", "9" * 5000, "1" + "0" * 400]
)
@pytest.mark.parametrize("key", ["value", "low"])
def test_a_number_beyond_all_measure_is_refused_not_computed(number: str, key: str) -> None:
    entry = {**HB, "low": 12}
    text = json.dumps({"format": "mspike-case/1", "patient": {}, "results": [entry]})
    old = '"value": 9.5' if key == "value" else '"low": 12'

    found = complaint(text.replace(old, f'"{key}": {number}').encode())

    assert found.place in (f"/results/0/{key}", "/")


def test_the_complaint_holds_no_value_of_the_file() -> None:
    found = complaint(case(patient={"name": "ZZSENTINEL"}))

    assert "ZZSENTINEL" not in f"{found}{found.place}{found.expected}"


@settings(max_examples=80)
@given(records, st.data())
def test_a_file_cut_short_is_one_complaint(record: Any, data: st.DataObject) -> None:
    content = write_case(record).encode()
    cut = data.draw(st.integers(0, len(content) - 2))

    assert complaint(content[:cut]).place


@settings(max_examples=80)
@given(records, st.data())
def test_a_damaged_file_is_read_or_one_complaint(record: Any, data: st.DataObject) -> None:
    content = bytearray(write_case(record).encode())
    for _ in range(data.draw(st.integers(1, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))

    with suppress(InputError):
        read_case(bytes(content), catalogue())
