"""Put values, rules and cut-offs of a trace into words."""

from __future__ import annotations

from decimal import Decimal as D

import pytest

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.trace_words import TraceWords
from desktop_app.domain.truth import Truth
from tests.domain.letters import catalogue, wordings

ENGLISH = TraceWords(wordings()["en"], catalogue())
MAINLAND = TraceWords(wordings()["zh-CN"], catalogue())


@pytest.mark.parametrize(
    ("value", "comparator", "unit", "said"),
    [
        (D("1.20"), None, "g/dL", "1.20 g/dL"),
        (D("0.01"), "<", "1", "<0.01"),
        (100, ">=", "mg/L", "≥100 mg/L"),
        (2.5, None, None, "2.5"),
        (True, None, None, "yes"),
        (False, None, None, "no"),
        (None, None, None, ""),
        ("whole_body", None, None, "whole body"),
        ("free text", None, None, "free text"),
        (("IgG-kappa", "kappa"), None, None, "IgG-κ + κ light chain alone"),
        ((), None, None, "negative"),
        ({"count": 2, "largest_mm": None, "extent": "partial"}, None, None,
         "lesions 2, extent part of the body"),
        ({"present": True}, None, None, "yes"),
        ({"present": False}, None, None, "no"),
        ({"type": None, "present": True}, None, None, "yes"),
        ({"method": "ngf", "negative": True, "sensitivity": D("0.00001")}, None, None,
         "NGF, negative, sensitivity 0.00001"),
        ({"negative": False}, None, None, "positive"),
        ({"ratio": D("5.0"), "cells": 120}, None, None, "ratio 5.0, cells counted 120"),
        (({"grade": "2", "item": "rash"}, {"item": "diarrhoea", "grade": "1"}), None, None,
         "rash, grade 2; diarrhoea, grade 1"),
    ],
)  # fmt: skip
def test_a_value_is_said_as_it_was_reported(
    value: object, comparator: str | None, unit: str | None, said: str
) -> None:
    assert ENGLISH.value(Input("x", value, unit, None, comparator)) == said


def test_an_answer_has_the_words_of_its_own_finding_else_those_of_any() -> None:
    assert ENGLISH.value(Input("dexamethasone_dose", "low")) == "160 mg a month or less"
    assert ENGLISH.answer("creatinine", "low") == "low"


def test_values_of_one_test_stand_alone_and_of_several_with_names() -> None:
    kappa, lambda_ = Input("flc_kappa", D(40), "mg/L"), Input("flc_lambda", D(8), "mg/L")

    assert ENGLISH.values((kappa, kappa)) == "40 mg/L · 40 mg/L"
    assert ENGLISH.values((kappa, lambda_)) == "κ FLC 40 mg/L · λ FLC 8 mg/L"
    assert ENGLISH.values(()) == ""


def test_a_rule_is_named_in_the_unit_of_the_report() -> None:
    si = Criterion("SMM-DX-M", Truth.MET, (Input("serum_m_protein", D(31), "g/L"),))

    assert ENGLISH.rule(si) == "M-protein ≥ 30 g/L"
    assert ENGLISH.rule(Criterion("SMM-DX-M", Truth.UNKNOWN)) == "M-protein ≥ 3 g/dL"
    assert ENGLISH.rule(Criterion("NEW-RULE", Truth.UNKNOWN)) == "NEW-RULE"


@pytest.mark.parametrize(
    ("rule", "threshold", "said"),
    [
        ("MM-DX", "ignored", "clone and any of the seven events"),
        ("MM-CRAB-HB-VALUE", None, "< 10 g/dL or < LLN − 2 g/dL; < 100 g/L or < LLN − 20 g/L"),
        ("SMM-DX-URINE", ">= 500 mg/(24.h)", "≥ 500 mg/24 h"),
        ("OTHER", None, ""),
    ],
)
def test_a_cut_off_is_said_in_words_or_as_printed(
    rule: str, threshold: str | None, said: str
) -> None:
    assert ENGLISH.threshold(rule, threshold) == said


def test_a_test_is_named_by_its_short_name_else_by_the_catalogue() -> None:
    assert ENGLISH.name("hemoglobin") == "Hb"
    assert ENGLISH.name("hemoglobin.limits") == "Hb reference limits"
    assert ENGLISH.name("unheard_of") == "unheard_of"
    long = next(code for code in catalogue().analytes if f"analyte.{code}" not in ENGLISH.words)
    assert ENGLISH.name(long) == catalogue()[long].names["en"]


def test_a_sentence_without_words_is_its_code() -> None:
    assert ENGLISH.sentence("note", Note("missing")) == "Not recorded."
    assert ENGLISH.sentence("note", Note("no such note")) == "no such note"


def test_names_are_joined_as_the_language_does() -> None:
    assert ENGLISH.listed(("a", "b", "a")) == "a; b"
    assert MAINLAND.listed(("a", "b")) == "a、b"
