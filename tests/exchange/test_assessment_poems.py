"""Test what is written of POEMS: keys of the contract, empty parts, digits and sentences."""

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
from desktop_app.domain.conclusions import Note, RiskFigure, Score
from desktop_app.domain.poems_conclusions import Poems
from desktop_app.domain.truth import Truth
from desktop_app.exchange.assessment import assessment_text
from desktop_app.exchange.prose_poems import poems_lines
from desktop_app.exchange.schemas import AXIS_LEVELS
from tests.domain.cases import RESOURCES, assessed, result
from tests.poems_picture import (
    FIRST,
    PUMCH,
    RESPONSE,
    TIER,
    WATCH,
    assessed_poems,
    axis,
    picture,
    row,
)
from tests.resources.poems_tables import poems_tables

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Assessment
    from desktop_app.domain.wording import Wording

SCHEMA = json.loads((RESOURCES / "schemas" / "mspike-assessment-1.schema.json").read_text("utf-8"))
REPEAT = Note("REPEAT_VEGF")
ALIVE = RiskFigure(120, Decimal(75), "survival", False, "poems2025", "intermediate")
ADVERSE = (row("POEMS-ADV-LIST-CLUB", Truth.UNKNOWN),)
WHOLE = picture(adverse=ADVERSE)


@cache
def wording(language: str = "en") -> Wording:
    return load_wordings(RESOURCES)[language]


def written(assessment: Assessment, language: str = "en") -> dict[str, Any]:
    text = assessment_text(assessment, wording(language))
    jsonschema.validate(json.loads(text), SCHEMA)
    content: dict[str, Any] = json.loads(text, parse_float=Decimal)
    return content


def told(language: str = "en", **changes: Any) -> str:
    poems = replace(WHOLE, **changes)
    return "\n".join(poems_lines(poems, wording(language)))


def test_where_nothing_asks_about_poems_its_objects_stay_empty() -> None:
    content = written(assessed(result("serum_m_protein", 1)))

    assert (content["poems"], content["response"]["humeniuk"]) == ({}, {})
    assert content["risk"]["pumch"]["applicable"] is False
    assert content["risk"]["pumch"]["reason"] == "Only where the POEMS criteria are met."


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_picture_fits_the_schema_in_every_language(language: str) -> None:
    content = written(assessed_poems(WHOLE), language)

    assert content["poems"]["watch"][0]["words"] == wording(language).text("note.missing")


def test_the_tier_is_written_with_its_trace_and_the_tests_that_come_next() -> None:
    unusual = replace(TIER, flags=(REPEAT,), unusual=(Note("poems_atypical_clone"),))

    content = written(assessed_poems(picture(tier=unusual)))["poems"]

    assert (content["tier"], content["met"], content["since"]) == ("confirmed", "yes", FIRST)
    assert content["next_tests"] == ["castleman", "endocrine", "papilledema"]
    assert (content["tafro_suspected"], content["castleman_associated"]) == ("unknown", "unknown")
    assert content["blocks"]["majors"] == "yes"
    assert [x["id"] for x in content["criteria"]][:4] == [
        *("POEMS-DX", "POEMS-DX-PN", "POEMS-DX-CLONE", "POEMS-CLONE-IFE"),
    ]
    assert [x["code"] for x in content["flags"]] == ["REPEAT_VEGF"]
    assert content["unusual"] == [
        {"code": "poems_atypical_clone", "message": "Kappa or IgM clone."}
    ]


def test_care_is_written_with_what_is_due() -> None:
    content = written(assessed_poems(WHOLE))["poems"]

    first, *_, last = content["watch"]
    assert (first["interval_months"], first["due"]) == ([3, 3], "2026-09-19")
    assert (last["interval_months"], last["last"], last["alert"]) == (None, None, None)
    assert content["workup"][0]["state"] == "done"
    assert content["workup_count"] == {"done": 0, "asked": 0}
    assert [content[name][0]["id"] for name in ("adverse", "treatment", "differential")] == [
        *("POEMS-ADV-LIST-CLUB", "POEMS-TX-POST", "POEMS-DDX-CIDP"),
    ]


def test_the_risk_is_written_as_survival() -> None:
    score = replace(PUMCH, risks=(ALIVE,))

    content = written(assessed_poems(picture(pumch=score)))["risk"]["pumch"]

    assert (content["score"], content["score_range"]) == (None, [1, 2])
    assert content["possible_groups"] == ["intermediate", "high"]
    assert content["risks"][0]["kind"] == "survival"


def test_each_axis_stands_under_its_name_with_its_values() -> None:
    content = written(assessed_poems(WHOLE))["response"]["humeniuk"]

    blood, imaging = content["hematologic"], content["radiologic"]
    assert (content["line"], content["preset"]) == (1, "consensus")
    assert (blood["current"], blood["possible"]) == ("VGPR_H", ["CR_H", "VGPR_H"])
    assert str(blood["baseline"]["value"]) == "8.0"
    assert [x["category"] for x in blood["timeline"]] == ["VGPR_H", "VGPR_H"]
    assert (imaging["evaluable"], imaging["reason"]) == (False, "Not recorded.")
    assert (imaging["baseline"], imaging["current"]) == ({}, None)
    assert content["vegf"]["presets"] == [{"name": "PUMCH", "category": "CR_V"}]
    assert content["neurologic"]["timeline"][0]["boundary"] is True


def test_poems_without_a_response_leaves_the_axes_empty() -> None:
    content = written(assessed_poems(picture(response=None, pumch=None)))

    assert content["response"]["humeniuk"] == {}
    assert content["risk"]["pumch"]["applicable"] is False


def test_the_words_of_the_axes_are_those_that_the_rules_use() -> None:
    assert {*AXIS_LEVELS, "NE"} == poems_tables()["axis_level"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_prose_tells_tier_risk_response_and_care(language: str) -> None:
    text = told(language)

    for part in (FIRST, "PUMCH 1–2/5", "4800", "2025-09-12"):
        assert part in text
    for code in ("poems_adverse", "poems_treatment", "poems_differential", "poems_others"):
        assert wording(language).text(f"text.{code}") in text
    assert wording(language).text("poems_series.vegf") in text


def test_prose_says_how_many_are_alive() -> None:
    score = replace(PUMCH, risks=(ALIVE,))

    text = told(pumch=score)

    assert "10 years: 75 of 100 alive" in text


def test_prose_gives_the_reason_where_there_is_no_score() -> None:
    score = Score(applicable=False, reason=Note("pumch_day_unknown"))

    text = told(pumch=score)

    assert text.count(wording().text("note.pumch_day_unknown")) == 1


def test_prose_tells_each_axis_with_its_reason_its_best_and_its_days() -> None:
    lines = told().splitlines()

    (vegf_line,) = (line for line in lines if line.startswith("  VEGF: CRV"))
    assert "baseline 4800 pg/mL" in vegf_line
    assert "best CRV" in vegf_line
    at = lines.index("  Imaging: not evaluable")
    assert lines[at + 1] == "    Not recorded."
    assert "    2026-06-19 · CRV: complete response, unconfirmed" in lines


def test_prose_of_an_untreated_patient_names_no_line() -> None:
    untreated = replace(RESPONSE, line=None, start=None, axes=(axis("vegf"),))

    text = told(response=untreated)

    assert "Response of POEMS (China consensus), axis by axis:" in text


def test_prose_leaves_out_what_was_not_concluded() -> None:
    tier = replace(TIER, criteria=(), next_tests=(), opened=None, flags=())

    bare = "\n".join(poems_lines(Poems(tier), wording()))

    assert bare == f"POEMS confirmed, criteria met since {FIRST}"


def test_prose_warns_in_the_row_whose_values_do() -> None:
    text = told(watch=WATCH[:1])

    assert text.count("    ! Not recorded.") == 1
