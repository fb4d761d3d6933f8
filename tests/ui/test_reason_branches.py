"""Test that the reasons view tells everything that was concluded, under headings in order."""

from __future__ import annotations

import pytest

from desktop_app.domain.conclusions import Mgrs, Score
from desktop_app.domain.truth import Truth
from tests.ui.conclusions import evolving, factor, figure, score, smouldering, with_everything
from tests.ui.words import evidence, terms
from ui.models.reason_branches import reasons_of
from ui.models.reasoning_tree import Column, Reason, ReasoningTree

pytestmark = pytest.mark.usefixtures("english")


def branches(language: str = "en", **changes: object) -> dict[str, Reason]:
    """Give the branches of a full assessment by heading."""
    assessment = smouldering(**changes) if changes else with_everything()
    return {each.label: each for each in reasons_of(assessment, terms(language), evidence())}


def test_every_part_of_a_conclusion_has_its_heading_in_order() -> None:
    assert list(branches()) == [
        "Diagnosis",
        "Mayo 20/2/20: high risk 2/1",
        "IMWG 2020, count (fits here): intermediate risk 2/1",
        "Evolving disease",
        "Kidney (MGRS)",
        f"{terms().of('model', 'SMM-BJP')}: low risk 1/1",
        "Work-up: 1 of 3 done",
        "Visits and referral",
        "Light chain ranges (second line, not in the score)",
        "Nearest change",
        "Early treatment: information, not an order",
        "Quality of the data",
        "Where sources differ: what is printed, what is used here",
    ]


def test_no_heading_stands_alone() -> None:
    assert list(branches(imwg_2020_factors=Score(applicable=False))) == [
        "Diagnosis",
        "Mayo 20/2/20: high risk 2/1",
        "Visits and referral",
    ]


def test_what_is_looked_up_once_in_a_while_is_folded() -> None:
    folded = [each.folded for each in branches().values()]

    assert folded == [False] * 5 + [True] * 8


def test_a_model_that_fits_is_marked_only_where_there_is_a_choice() -> None:
    alone = branches(fitting_model="mayo_20_2_20", imwg_2020_factors=Score(applicable=False))

    assert "Mayo 20/2/20: high risk 2/1" in alone


def test_a_figure_stands_with_its_interval_its_group_and_its_people() -> None:
    row = branches()["Mayo 20/2/20: high risk 2/1"].parts[-1]

    assert row.label == "Progression in 2 years"
    assert row.value == "47.4 % (38.6–56.4)"
    assert row.note == "high risk"
    assert "421" in row.source
    assert "Blood" in row.citation or "BCJ" in row.citation


def test_figures_of_two_columns_say_what_they_do_with_death() -> None:
    both = (figure("5", "low"), figure("2", "low", competing_risk=True))

    rows = branches(mayo_20_2_20=score("low", risks=both))["Mayo 20/2/20: low risk 1/1"].parts

    assert [row.note for row in rows[-2:]] == [
        "low risk · death ignored",
        "low risk · death competing",
    ]


def test_a_median_is_told_in_months() -> None:
    row = branches()[f"{terms().of('model', 'SMM-BJP')}: low risk 1/1"].parts[-1]

    assert (row.label, row.value) == ("Median until progression", "88 months")


def test_a_score_that_does_not_apply_says_why() -> None:
    nothing = Score(applicable=False)
    told = branches(mayo_20_2_20=nothing, imwg_2020_factors=nothing)

    assert list(told) == ["Diagnosis", "Visits and referral"]


def test_the_work_up_tells_every_test_with_state_and_day() -> None:
    rows = branches()["Work-up: 1 of 3 done"].parts

    assert [(row.value, row.date) for row in rows] == [
        ("done", "2026-06-01"),
        ("due", ""),
        ("old", "2024-03-01"),
    ]


def test_each_plan_of_the_visits_stands_with_who_proposes_it() -> None:
    first, second, reason = branches()["Visits and referral"].parts

    assert first.label.endswith(": every 2–3 months")
    assert second.label.endswith(": every 3–6 months")
    assert "haematologist" in reason.label


def test_the_nearest_change_says_value_cut_off_and_group() -> None:
    (row,) = branches()["Nearest change"].parts

    assert row.label == "M-protein → high risk"
    assert row.value == "1.8 g/dL"
    assert row.threshold == "> 2 g/dL"
    assert row.note == "+11 % · Mayo 20/2/20"


def test_a_suspected_kidney_disease_prompts_a_biopsy_and_orders_nothing() -> None:
    (row,) = branches()["Kidney (MGRS)"].parts

    assert row.state is Truth.MET
    assert row.note == "Consider a kidney biopsy"
    assert row.parts[0].label


def test_a_lesion_that_was_found_is_named() -> None:
    (row,) = branches(mgrs=Mgrs(Truth.MET, lesion="c3g"))["Kidney (MGRS)"].parts

    assert row.value == "C3 glomerulopathy"


def test_what_awaits_verification_is_marked_in_the_row_and_said_in_its_remark() -> None:
    waiting = factor("MGUS-MAYO-FLC", status="unverified")
    model = ReasoningTree()
    model.set_reasons(reasons_of(smouldering(flc_ranges=(waiting,)), terms(), evidence()))

    heading = model.index(model.rowCount() - 1, 0)
    row = model.index(0, Column.CRITERION, heading)

    assert str(row.data()).startswith("◇ ")
    assert "awaiting verification" in str(row.siblingAtColumn(Column.NOTE).data())


def test_a_verified_row_is_not_marked() -> None:
    assert not any(row.awaiting for row in branches()["Diagnosis"].parts)


def test_the_tree_finds_a_row_again_in_another_trace() -> None:
    model = ReasoningTree()
    model.set_reasons(reasons_of(with_everything(), terms(), evidence()))
    chosen = model.index(0, 0, model.index(2, 0))
    path = model.path(chosen)

    model.set_reasons(
        reasons_of(smouldering(fitting_model="imwg_2020_factors"), terms(), evidence())
    )

    assert model.path(model.at_path(path)) == path
    assert not model.at_path(("Nearest change",)).isValid()
    assert model.path(model.index(-1, 0)) == ()


def test_a_long_trace_is_told_whole() -> None:
    many = tuple(evolving(f"EVO-{n}") for n in range(300))

    assert len(branches(evolving=many)["Evolving disease"].parts) == 300


@pytest.mark.parametrize("language", ["en", "zh-TW", "zh-CN"])
def test_no_heading_is_left_in_another_language(language: str) -> None:
    assert len(branches(language)) == 13
