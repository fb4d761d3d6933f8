"""Prove that the published schemas follow from the code and hold for real files."""

from __future__ import annotations

import copy
import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from desktop_app.data.content.wordings import load_wordings
from desktop_app.domain.assessment import assess
from desktop_app.domain.errors import InputError
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import (
    ClinicalEvent,
    Cytogenetic,
    EarlierDiagnosis,
    PatientRecord,
    Treatment,
)
from desktop_app.exchange.assessment import assessment_text
from desktop_app.exchange.case import read_case, write_case
from desktop_app.exchange.schemas import schemas
from desktop_app.paths import resource_root
from tests.domain.cases import (
    WOMAN,
    assessed,
    catalogue,
    ct,
    finding,
    labs,
    marrow,
    mri,
    plasmacytoma,
    record,
    result,
    serum,
)
from tests.domain.followed_poems import followed_poems

CASES = Path(__file__).resolve().parents[1] / "cases"
CASE, ASSESSMENT = "mspike-case-1", "mspike-assessment-1"
DAY = PartialDate("2026-06")


@cache
def validator(name: str) -> Draft202012Validator:
    """Give the validator of a schema that ships; days are checked too."""
    schema = json.loads((resource_root() / "schemas" / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def mistakes(name: str, content: Any) -> list[str]:
    """Say where a content breaks a schema."""
    return [f"{x.json_path}: {x.message}" for x in validator(name).iter_errors(content)]


def whole_record() -> PatientRecord:
    """Build a record that uses every part of the contract."""
    return PatientRecord(
        WOMAN,
        (EarlierDiagnosis("mgus_non_igm", PartialDate("2019")),),
        (*labs(), marrow(12)[0], result("flc_ratio", "<0.01", method="Freelite", lab="A")),
        (serum("IgG-lambda"), ct(2), mri(1), finding("clinical_change", CHANGES)),
        (Cytogenetic(DAY, "t(4;14)", detected=True, method="fish"),),
        (plasmacytoma(),),
        (Treatment("VCd", PartialDate("2022-07"), ("bortezomib",), stop_reason="planned"),),
        (ClinicalEvent(DAY, "auto_hsct"),),
    )


CHANGES = [{"item": "pain", "change": "better"}]


@cache
def case_of_everything() -> dict[str, Any]:
    """Give that record as the content of its case file."""
    content: dict[str, Any] = json.loads(write_case(whole_record()))
    return content


def changed(place: str, value: object) -> dict[str, Any]:
    """Give the case of everything with one value put in its place."""
    content = copy.deepcopy(case_of_everything())
    *steps, last = [int(step) if step.isdigit() else step for step in place.split("/")]
    node: Any = content
    for step in steps:
        node = node[step]
    node[last] = value
    return content


def test_the_schemas_that_ship_follow_from_the_code() -> None:
    # If not: python scripts/write_schemas.py
    folder = resource_root() / "schemas"

    assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == schemas()


def test_a_written_case_with_every_part_fits_its_schema() -> None:
    parts = {"patient", "history", "results", "findings", "cytogenetics", "lesions", "treatments"}

    assert parts < case_of_everything().keys()
    assert mistakes(CASE, case_of_everything()) == []


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("format", "mspike-case/2"),
        ("results/0/value", "13.5"),
        ("results/0/value", True),
        ("results/0/low", "12"),
        ("results/0/confirmed", "true"),
        ("results/0/comparator", "="),
        ("results/0/date", "1.6.2026"),
        ("results/0/unitt", "g/dL"),
        ("results/0/interpretation", "raised"),
        ("patient/sex", "f"),
        ("patient/name", "ZZSENTINEL"),
        ("history/0/diagnosis", "mgus"),
        ("findings/0/code", "serum_ife"),
        ("cytogenetics/0/abnormality", "t(4,14)"),
        ("lesions/0/kind", "bump"),
        ("lesions/0/diameters_mm", ["42"]),
        ("lesions/0/biopsy_proven", "no"),
        ("cytogenetics/0/detected", 1),
        ("cytogenetics/0/clone_percent", "60"),
        ("treatments/0/cycles", "4"),
        ("treatments/0/stop_reason", "bored"),
        ("events/0/code", "party"),
    ],
)
def test_what_breaks_the_schema_is_refused_by_the_reader_too(place: str, value: object) -> None:
    content = changed(place, value)

    assert mistakes(CASE, content) != []
    with pytest.raises(InputError):
        read_case(json.dumps(content).encode(), catalogue())


@pytest.mark.parametrize("language", ["en", "zh-TW", "zh-CN"])
def test_an_assessment_fits_its_schema_in_every_language(language: str) -> None:
    wording = load_wordings(resource_root())[language]
    earlier = result("serum_m_protein", "0.8", on="2025-06-01")
    assessment = assessed(result("serum_m_protein", "<1.0"), earlier, serum("IgA-kappa"), labs())

    content = json.loads(assessment_text(assessment, wording))

    assert content["series"]
    assert content["risk"]["mayo_mgus"]["risks"]
    assert mistakes(ASSESSMENT, content) == []


def test_an_assessment_of_an_empty_record_fits_its_schema() -> None:
    wording = load_wordings(resource_root())["en"]
    assessment = assess(record(), date(2026, 6, 30), catalogue=catalogue())

    assert mistakes(ASSESSMENT, json.loads(assessment_text(assessment, wording))) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("format", "mspike-assessment/2"),
        ("as_of", "2026-06"),
        ("diagnosis", {"category": "mgus"}),
        ("alerts", [{"id": "PCL-STOP", "level": "loud", "message": "!", "criteria": []}]),
        ("missing", ["flc_ratio"]),
        ("poems", {"tier": "sure"}),
        ("extramedullary", {"class": "EM-B"}),
        ("plasma_cell_leukemia", {"either": "perhaps"}),
        ("response", {"imwg": {"best": "good"}, "humeniuk": {}}),
    ],
)
def test_an_assessment_with_a_wrong_part_breaks_the_schema(key: str, value: object) -> None:
    wording = load_wordings(resource_root())["en"]
    content = json.loads(assessment_text(assessed(serum("IgG-kappa")), wording))

    assert mistakes(ASSESSMENT, {**content, key: value}) != []


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("poems/met", "perhaps"),
        ("poems/blocks/clone", "maybe"),
        ("response/humeniuk/preset", "mayo"),
        ("response/humeniuk/vegf/current", "CR_H"),
        ("response/humeniuk/clinical/best", "improved"),
        ("response/humeniuk/neurologic/possible", ["Ci"]),
        ("response/humeniuk/radiologic/baseline", {"value": 8}),
        ("plasma_cell_leukemia/who", "perhaps"),
        ("staging/iss/stage", "IV"),
        ("staging/ims_2025/possible", ["III"]),
        ("mgrs/suspected", "perhaps"),
    ],
)
def test_a_word_of_another_part_breaks_the_schema(place: str, value: object) -> None:
    wording = load_wordings(resource_root())["en"]
    treated = assess(followed_poems(), date(2026, 6, 30), catalogue=catalogue())
    content = json.loads(assessment_text(treated, wording))
    *steps, last = place.split("/")
    node = content
    for step in steps:
        node = node[step]

    assert mistakes(ASSESSMENT, content) == []
    node[last] = value
    assert mistakes(ASSESSMENT, content) != []


def test_our_worked_cases_fit_the_schema() -> None:
    broken = {path.name: mistakes(CASE, content_of(path)) for path in CASES.glob("*.case.json")}

    assert {name: found for name, found in broken.items() if found} == {}


@pytest.mark.shared
def test_the_shared_cases_fit_the_schema(shared: Path) -> None:
    cases = sorted((shared / "cases").glob("*.case.json"))

    broken = {path.name: mistakes(CASE, content_of(path)) for path in cases}

    assert cases
    assert {name: found for name, found in broken.items() if found} == {}


@pytest.mark.shared
def test_the_assessments_of_the_shared_cases_fit_the_schema(shared: Path) -> None:
    wording = load_wordings(resource_root())["zh-TW"]
    cases = sorted((shared / "cases").glob("*.case.json"))

    broken = {}
    for path in cases:
        patient = read_case(path.read_bytes(), catalogue())
        assessment = assess(patient, date(2026, 11, 22), catalogue=catalogue())
        content = json.loads(assessment_text(assessment, wording))
        broken[path.name] = mistakes(ASSESSMENT, content)

    assert cases
    assert {name: found for name, found in broken.items() if found} == {}


def content_of(path: Path) -> Any:
    """Read a JSON file."""
    return json.loads(path.read_text("utf-8"))
