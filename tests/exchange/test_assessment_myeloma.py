"""Test what is written of myeloma: keys of the contract, empty parts, digits and sentences."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from desktop_app.data.content.wordings import load_wordings
from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.myeloma_conclusions import ImwgResponse, Myeloma
from desktop_app.exchange.assessment import assessment_text
from desktop_app.exchange.prose_myeloma import myeloma_lines
from tests.domain.cases import RESOURCES, assessed, result
from tests.exchange.pictures import extramedullary, line, response, staging, whole_picture

if TYPE_CHECKING:
    from desktop_app.domain.wording import Wording

SCHEMA = json.loads((RESOURCES / "schemas" / "mspike-assessment-1.schema.json").read_text("utf-8"))


@cache
def wording(language: str = "en") -> Wording:
    return load_wordings(RESOURCES)[language]


def written(picture: Myeloma | None, language: str = "en") -> dict[str, Any]:
    assessment = replace(assessed(result("serum_m_protein", 1)), myeloma=picture)
    text = assessment_text(assessment, wording(language))
    jsonschema.validate(json.loads(text), SCHEMA)
    content: dict[str, Any] = json.loads(text, parse_float=Decimal)
    return content


def told(picture: Myeloma, language: str = "en") -> str:
    return "\n".join(myeloma_lines(picture, wording(language)))


def test_nothing_of_myeloma_leaves_the_objects_of_the_contract_empty() -> None:
    content = written(None)

    systems = {name: content["staging"][name] for name in ("durie_salmon", "iss", "ims_2025")}
    assert systems == {"durie_salmon": {}, "iss": {}, "ims_2025": {}}
    assert (content["extramedullary"], content["plasma_cell_leukemia"]) == ({}, {})
    assert (content["response"]["imwg"], content["treatment_lines"]) == ({}, [])
    assert (content["reminders"], content["care_scores"], content["smm_end"]) == ([], [], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_picture_fits_the_schema_in_every_language(language: str) -> None:
    content = written(whole_picture(), language)

    assert content["treatment_lines"][0]["reason"] == wording(language).text(
        "note.risk_only_for_mgus"
    )


def test_a_stage_is_written_with_what_is_possible_and_its_figures() -> None:
    content = written(whole_picture())["staging"]

    assert (content["durie_salmon"]["stage"], content["durie_salmon"]["suffix"]) == ("III", None)
    assert content["durie_salmon"]["possible_suffixes"] == ["A", "B"]
    assert [x["id"] for x in content["durie_salmon"]["criteria"]] == ["MM-DX", "MM-CRAB-HB"]
    assert str(content["r2_iss"]["points"][0]) == "3.0"
    assert content["iss"]["outcomes"][0]["months"] == 29
    assert content["others"][0]["system"] == "MM-RWISS"
    assert content["derived"][0]["reported"]["value"] == Decimal("8.72")
    assert (content["anchor"], content["if_myeloma"]) == ("2022-07", False)


def test_lesions_are_written_with_their_class_only_where_it_is_settled() -> None:
    content = written(whole_picture())["extramedullary"]

    first, second = content["lesions"]
    assert (content["class"], content["sites"], content["true_emd"]) == ("EM-B+EM-E", 2, "yes")
    assert (first["class"], first["present"]) == ("EM-B", "yes")
    assert first["looks"][0]["diameters_mm"] == [42, 30]
    assert (second["class"], second["possible"]) == (None, ["EM-B", "EM-E"])
    assert content["course"] == [{"date": "2022-07", "class": "EM-B", "sites": 1}]


def test_each_definition_of_plasma_cell_leukemia_has_its_own_answer() -> None:
    content = written(whole_picture())["plasma_cell_leukemia"]

    assert [content[name] for name in ("imwg_2021", "kyle_1974", "who", "either", "type")] == [
        "yes", "unknown", "unknown", "yes", "secondary",
    ]  # fmt: skip


def test_a_line_is_written_with_what_it_gave_and_what_is_refractory() -> None:
    first, second = written(whole_picture())["treatment_lines"]

    assert (first["number"], first["best_response"], first["best_confirmed"]) == (1, "PR", False)
    assert first["months_to_progression"] == [6, 7]
    assert {x["name"]: x["state"] for x in first["refractory"]} == {
        "bortezomib": "yes",
        "dexamethasone": "unknown",
    }
    assert (second["number"], second["possible_numbers"]) == (None, [2, 3])


def test_the_response_stands_with_the_baseline_of_the_current_line() -> None:
    content = written(whole_picture())["response"]["imwg"]

    assert content["baseline"] == content["baselines"][-1]
    assert [x["category"] for x in content["timeline"]] == ["PR", "PD"]
    assert (content["best"]["category"], content["current"]["category"]) == ("PR", "PD")
    assert content["timeline"][0]["pending"] is True
    assert str(content["marks"][0]["value"]) == "4.10"


def test_a_treated_patient_whose_response_cannot_be_read_has_empty_best_and_current() -> None:
    content = written(Myeloma(response=ImwgResponse("IMWG 2016")))["response"]["imwg"]

    assert (content["baseline"], content["best"], content["current"]) == ({}, {}, {})


@pytest.mark.parametrize("language", LANGUAGES)
def test_prose_tells_stage_lesions_lines_and_care(language: str) -> None:
    text = told(whole_picture(), language)

    for part in ("2022-07", "T10", "VCd ×4", "PR", "PD", "2/3", "IMWG 2016"):
        assert part in text
    assert wording(language).text("drug.bortezomib") in text
    for code in ("reminders", "prophylaxis", "item_done", "item_due"):
        assert wording(language).text(f"text.{code}") in text


def test_prose_says_that_a_second_value_is_awaited() -> None:
    text = told(Myeloma(response=response()))

    assert "2022-10 · line 1 · PR, second value awaited" in text
    assert "2023-01 · line 1 · PD\n" in text


def test_prose_says_what_a_response_may_be() -> None:
    text = told(Myeloma(response=response()))

    assert "Possible: PR; VGPR" in text
    assert text.count("Possible") == 1


def test_prose_says_which_lesion_is_gone() -> None:
    text = told(Myeloma(extramedullary=extramedullary()))

    assert "stomach" in text
    assert text.count("gone") == 1


def test_prose_says_that_a_stage_holds_only_if_it_is_myeloma() -> None:
    text = told(Myeloma(staging=replace(staging(if_myeloma=True), anchor=None, basis=None)))

    assert "Stage at ?, if this is myeloma:" in text


def test_prose_names_only_what_is_refractory() -> None:
    (first, *_) = told(Myeloma(lines=(line(),))).splitlines()

    assert first.endswith("next line after 8 months · refractory: bortezomib")
