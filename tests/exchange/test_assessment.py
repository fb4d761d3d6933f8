"""Test the assessment as JSON and as prose: keys of the contract, schema, numbers, languages."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.data.content.evidence import load_evidence
from desktop_app.data.content.wordings import load_wordings
from desktop_app.domain.assessment import assess
from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.exchange.assessment import assessment_text
from desktop_app.exchange.assessment_prose import assessment_prose
from tests.domain.cases import (
    RESOURCES,
    assessed,
    catalogue,
    cause,
    ct,
    finding,
    flc,
    labs,
    marrow,
    mri,
    result,
    serum,
)
from tests.domain.records import records

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Assessment
    from desktop_app.domain.record import PatientRecord

SCHEMA = json.loads((RESOURCES / "schemas" / "mspike-assessment-1.schema.json").read_text("utf-8"))
IGG = serum("IgG-kappa")
LOW = (IGG, result("serum_m_protein", "1.20"), result("flc_ratio", "1.10"), *labs())


@cache
def wordings() -> Any:
    return load_wordings(RESOURCES)


def written(assessment: Assessment, language: str = "en") -> dict[str, Any]:
    text = assessment_text(assessment, wordings()[language])
    content: dict[str, Any] = json.loads(text, parse_float=Decimal)
    return content


def prose(assessment: Assessment, language: str = "en") -> str:
    return assessment_prose(assessment, wordings()[language], load_evidence(RESOURCES))


@settings(max_examples=60)
@given(records, st.sampled_from(LANGUAGES))
def test_every_assessment_fits_the_schema_in_every_language(
    record: PatientRecord, language: str
) -> None:
    assessment = assess(record, date(2026, 6, 30), catalogue=catalogue())

    jsonschema.validate(json.loads(assessment_text(assessment, wordings()[language])), SCHEMA)
    assert prose(assessment, language).strip()


def test_all_keys_of_the_contract_stand_in_the_file() -> None:
    content = written(assessed(*LOW))

    assert set(content) >= {
        "format", "as_of", "rule_pack", "diagnosis", "risk", "staging", "poems", "extramedullary",
        "plasma_cell_leukemia", "mgrs", "series", "evolving", "response", "treatment_lines",
        "follow_up", "alerts", "missing", "conflicts",
    }  # fmt: skip
    assert content["format"] == "mspike-assessment/1"
    assert set(content["risk"]) >= {
        "mayo_mgus", "mayo_20_2_20", "imwg_2020_factors", "imwg_2020_points", "pumch",
    }  # fmt: skip
    assert set(content["staging"]) >= {"durie_salmon", "iss", "r_iss", "r2_iss", "ims_2025"}
    assert set(content["response"]) == {"imwg", "humeniuk"}
    assert set(content["diagnosis"]) >= {"category", "possible", "status", "criteria"}
    assert set(content["risk"]["mayo_mgus"]) >= {
        "applicable", "reason", "score", "score_range", "group", "possible_groups", "risks",
        "criteria",
    }  # fmt: skip
    assert set(content["follow_up"]) >= {"interval_months", "next_due", "tests", "refer", "reasons"}
    assert set(content["rule_pack"]) == {"version", "sha256"}


def test_a_criterion_is_written_with_its_inputs_as_reported() -> None:
    content = written(assessed(*LOW))

    (factor,) = [x for x in content["risk"]["mayo_mgus"]["criteria"] if x["id"] == "MGUS-MAYO-M"]

    assert factor["state"] == "no"
    assert factor["threshold"] == ">= 1.5 g/dL (>= 15 g/L)"
    assert (factor["source"], factor["status"], factor["note"]) == (
        "rajkumar2005",
        "primary",
        None,
    )
    assert factor["inputs"] == [
        {
            "code": "serum_m_protein",
            "value": Decimal("1.20"),
            "unit": "g/dL",
            "date": "2026-06-01",
        }
    ]
    assert str(factor["inputs"][0]["value"]) == "1.20"


def test_a_comparator_is_written_beside_its_value() -> None:
    content = written(assessed(IGG, result("flc_ratio", "<0.01")))

    (factor,) = [x for x in content["risk"]["mayo_mgus"]["criteria"] if x["id"] == "MGUS-MAYO-FLC"]

    assert factor["inputs"][0]["comparator"] == "<"


def test_the_whole_trace_is_listed_and_parts_name_their_members() -> None:
    content = written(assessed(*LOW))
    listed = [x["id"] for x in content["diagnosis"]["criteria"]]

    for criterion in content["diagnosis"]["criteria"]:
        assert set(criterion["parts"]) <= set(listed)
    assert {"MM-DX", "MM-CLONE", "MM-CRAB-CA", "MM-SLIM-FLC", "MM-CRAB-RENAL-CRCL"} <= set(listed)


def test_conclusions_are_written_as_codes_in_every_language() -> None:
    facts = (
        IGG,
        marrow(15),
        flc(50, 10),
        ct(),
        mri(),
        *labs(hemoglobin=8),
        cause("anemia", "other"),
    )

    one, other = (written(assessed(*facts), language) for language in ("en", "zh-TW"))

    assert one["diagnosis"]["category"] == other["diagnosis"]["category"] == "smm"
    assert one["missing"] == other["missing"]
    assert one["diagnosis"]["criteria"] != other["diagnosis"]["criteria"]
    assert [{**x, "note": None} for x in one["diagnosis"]["criteria"]] == [
        {**x, "note": None} for x in other["diagnosis"]["criteria"]
    ]


def test_follow_up_alerts_and_missing_are_written() -> None:
    content = written(assessed(IGG, *labs(hemoglobin=8), finding("macroglossia", True)))

    assert content["follow_up"]["refer"] is True
    assert content["follow_up"]["next_due"] is None
    assert {x["id"]: x["level"] for x in content["alerts"]}["AL-SUSPECT"] == "warning"
    assert all(x["message"] for x in content["alerts"])
    assert content["missing"][0]["settles"] == ["diagnosis"]


def test_a_series_is_written_with_its_digits() -> None:
    facts = (
        result("serum_m_protein", "1.00", on="2025-01-01"),
        result("serum_m_protein", "1.50", on="2026-01-01"),
    )

    (series,) = written(assessed(IGG, *facts))["series"]

    assert (series["code"], series["unit"]) == ("serum_m_protein", "g/dL")
    assert str(series["baseline"]["value"]) == "1.00"
    assert series["change_percent_from_baseline"] == 50


@pytest.mark.parametrize("language", LANGUAGES)
def test_prose_says_conclusion_risk_and_next_visit(language: str) -> None:
    text = prose(assessed(*LOW), language)
    words = wordings()[language]

    assert words.text("category.mgus_non_igm") in text
    assert words.text("status.presumed") in text
    assert words.text("risk_group.low") in text
    assert "2026-12-01" in text
    assert "1.20 g/dL (2026-06-01)" in text


def test_prose_of_an_open_case_names_what_is_missing() -> None:
    text = prose(assessed(IGG, result("serum_m_protein", 1)))

    assert wordings()["en"].text("text.not_settled") in text
    assert wordings()["en"].name("hemoglobin") in text


def test_prose_says_why_no_risk_is_given() -> None:
    text = prose(assessed(IGG, marrow(70)))

    assert wordings()["en"].text("note.risk_only_for_mgus") in text
    assert wordings()["en"].text("text.no_interval") in text


def test_prose_names_findings_lists_and_objects() -> None:
    text = prose(assessed(IGG, mri(1), finding("macroglossia", True), result("flc_kappa", "<5")))

    assert "<5 mg/L" in text
    assert "IgG" in text
