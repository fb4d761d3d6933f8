"""Test the short words in which myeloma is told in window, letter and prose."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D

import pytest

from desktop_app.domain import myeloma_words as said
from desktop_app.domain.myeloma_conclusions import (
    Extramedullary,
    LesionLook,
    Outcome,
    ResponsePoint,
    SystemStage,
)
from tests.ui.myeloma_picture import lines, myeloma, outside, picture, staging
from tests.ui.words import terms


@pytest.mark.parametrize(
    ("name", "system", "expected"),
    [
        ("iss", SystemStage("III", ("III",)), "ISS III"),
        ("r_iss", SystemStage(None, ("II", "III")), "R-ISS II–III"),
        ("durie_salmon", SystemStage("III", ("III",), "B", ("B",)), "Durie-Salmon IIIB"),
        (
            "durie_salmon",
            SystemStage("III", ("III",), None, ("A", "B")),
            "Durie-Salmon III (A/B open)",
        ),
    ],
)
def test_a_stage_is_said_with_what_is_open(name: str, system: SystemStage, expected: str) -> None:
    assert said.stage_text(name, system, terms()) == expected


def test_the_stages_stand_in_one_line_and_say_if_myeloma_is_not_confirmed() -> None:
    told = said.stage_summary(staging(), terms())

    assert told == "Durie-Salmon IIIB · ISS III · R-ISS II–III · R2-ISS IV"
    assert said.stage_summary(staging(if_myeloma=True), terms()) == f"If myeloma: {told}"


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        (ResponsePoint("2024", 1, "PR", True), "PR"),
        (ResponsePoint("2024", 1, "PR", False), "PR, unconfirmed"),
        (ResponsePoint("2024", 1, "PD", False, pending=True), "PD, second value awaited"),
        (ResponsePoint("2024", 1, "NE", False), "not evaluable"),
    ],
)
def test_a_response_says_how_firm_it_is(point: ResponsePoint, expected: str) -> None:
    assert said.point_text(point, terms()) == expected


def test_the_best_response_of_a_line_says_how_firm_it_is() -> None:
    first, second = lines()

    assert said.best_text(first, terms()) == "PR"
    assert said.best_text(second, terms()) == "VGPR, unconfirmed"
    assert said.best_text(replace(second, best="NE"), terms()) == "not evaluable"
    assert said.best_text(replace(second, best=None), terms()) == ""


def test_a_line_is_told_with_its_number_and_all_that_was_given_in_order() -> None:
    first, second = lines()

    assert said.line_title(first, terms()) == "Line 1: VCd ×4"
    assert said.line_title(second, terms()) == "Line 2/3: DKPd → ASCT → KPd"
    assert said.line_title(replace(second, parts=()), terms("zh-TW")) == "第 2/3 線：DKPd → KPd"


def test_a_span_of_time_says_what_goes_on() -> None:
    assert said.span_text("2023-03", None, terms()) == "since 2023-03"
    assert said.span_text("2023-10", "2023-10", terms()) == "2023-10"
    assert said.span_text("2022-07", "2022-10", terms()) == "2022-07 – 2022-10"


def test_months_are_a_number_or_a_range() -> None:
    assert said.months_text((8, 8), terms()) == "8 months"
    assert said.months_text((5, 6), terms("zh-CN")) == "5–6 个月"


def test_the_cycle_of_now_is_told_where_its_length_is_known() -> None:
    first, second = lines()

    assert said.cycle_text(second, terms()) == "KPd, cycle 3 day 8"
    assert said.cycle_text(first, terms()) == ""


def test_a_lesion_is_told_with_its_last_size() -> None:
    gone, open_ = outside().lesions

    assert said.lesion_text(gone, terms()).endswith("EM-B · 42 x 30 mm")
    assert said.lesion_text(open_, terms()).startswith("pleura · ")
    assert said.lesion_text(open_, terms()).endswith("EM-B/EM-E")


def test_disease_outside_the_marrow_is_told_with_the_number_of_sites() -> None:
    assert said.extramedullary_text(outside(), terms()) == "EM-B, beside bone, 1 site(s)"
    none = Extramedullary("none", ("none",))
    assert said.extramedullary_text(none, terms()) == "No disease outside the marrow"


def test_disease_outside_the_marrow_is_told_with_the_day_of_the_look() -> None:
    none = Extramedullary("none", ("none",), as_of="2023-07")

    said_of = said.extramedullary_text(none, terms())

    assert said_of == "No disease outside the marrow (as of 2023-07)"


def test_the_picture_is_told_with_what_is_given_now_first() -> None:
    assert said.picture_lines(picture(), terms()) == (
        "Line 2/3 · KPd · PD, second value awaited",
        "Durie-Salmon IIIB · ISS III · R-ISS II–III · R2-ISS IV",
        "EM-B, beside bone, 1 site(s)",
    )


def test_what_is_given_now_is_told_with_its_cycle() -> None:
    told = said.treatment_summary(picture(), terms())

    assert told == "Line 2/3 · KPd, cycle 3 day 8 · PD, second value awaited"


def test_the_response_to_an_earlier_line_is_not_told_of_the_one_that_follows() -> None:
    first, second = lines()
    started = replace(second, number=3, possible_numbers=(3,))

    told = said.treatment_summary(picture(lines=(first, started)), terms())

    assert told == "Line 3 · KPd, cycle 3 day 8"
    assert picture(lines=(first,)).response_now is None


def test_what_is_not_there_is_not_told() -> None:
    few = picture(
        staging=None, extramedullary=Extramedullary("unknown"), lines=lines()[:1], response=None
    )

    assert said.picture_lines(few, terms()) == ("Line 1 · VCd ×4",)
    bare = replace(lines()[0], parts=())
    assert said.treatment_summary(picture(lines=(bare,), response=None), terms()) == "Line 1"
    assert said.picture_lines(picture(staging=None, extramedullary=None, lines=()), terms()) == ()


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome("overall_survival", "I", "x", "primary", months=D("62")), "62 months"),
        (
            Outcome("overall_survival", "I", "x", "primary", percent=D(82), at_months=60),
            "82 % at 5 years",
        ),
        (Outcome("overall_survival", "I", "x", "primary", reached=False), "not reached"),
    ],
)
def test_a_printed_figure_is_told_as_it_is(outcome: Outcome, expected: str) -> None:
    assert said.outcome_text(outcome, terms()) == expected


def test_a_computed_value_and_the_size_at_a_look_are_told_with_their_units() -> None:
    assert said.derived_text(staging().derived[0], terms()) == "9.2 mg/dL"
    assert said.look_text(LesionLook("2022-07")) == "–"
    assert said.look_text(LesionLook("2022-07", diameters_mm=(D(42), D(30)))) == "42 x 30 mm"


def test_an_assessment_without_the_picture_has_none() -> None:
    assert myeloma().myeloma == picture()
