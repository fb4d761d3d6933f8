"""Test that the view of myeloma tells stage, lines, response, lesions, leukaemia and care."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.conclusions import Criterion
from desktop_app.domain.truth import Truth
from tests.ui.conclusions import smouldering
from tests.ui.myeloma_picture import myeloma, picture, staging
from tests.ui.patient_stage import words_on
from tests.ui.words import evidence, terms
from ui.models.myeloma_branches import myeloma_reasons
from ui.models.reasoning_tree import Column
from ui.widgets.conclusion.verdict_body import VerdictBody

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.models.reasoning_tree import Reason
    from ui.pages.patient import PatientPage

pytestmark = pytest.mark.usefixtures("english")
ALT = Qt.KeyboardModifier.AltModifier


def branches(**changes: object) -> dict[str, Reason]:
    """Give the branches of a full picture by heading."""
    return {x.label: x for x in myeloma_reasons(myeloma(**changes), terms(), evidence())}


def test_every_part_has_its_heading_in_order() -> None:
    assert list(branches()) == [
        "Lines of therapy",
        "Response (IMWG 2016)",
        "Outside the marrow",
        "Plasma cell leukaemia",
        "Stage at diagnosis",
        "End of smouldering myeloma",
        "Protection before and on treatment",
        "Frailty and thrombosis: information",
        "Reminders as reported elsewhere: no order",
    ]


def test_what_does_not_concern_the_patient_has_no_heading() -> None:
    few = branches(
        staging=None,
        extramedullary=None,
        plasma_cell_leukemia=None,
        response=None,
        smm_end=None,
        scores=(),
        reminders=(),
        prophylaxis=(),
    )

    assert list(few) == ["Lines of therapy"]


def test_a_patient_without_myeloma_is_told_so_in_one_row() -> None:
    (only,) = myeloma_reasons(smouldering(), terms(), evidence())

    assert only.label == "Nothing recorded speaks of myeloma."


def test_a_stage_has_its_points_its_figures_and_its_reasons_below_it() -> None:
    found = branches()["Stage at diagnosis"]

    labels = [each.label for each in found.parts]
    assert labels[:4] == ["Durie-Salmon IIIB", "ISS III", "R-ISS II–III", "R2-ISS IV"]
    assert [each.value for each in found.parts[:4]] == ["", "", "", "3.0–5.0"]
    assert found.date == "2022-07"
    iss = found.parts[1]
    assert [each.value for each in iss.parts] == ["", "29 months"]


def test_a_stage_without_confirmed_myeloma_says_if() -> None:
    assert "Stage, if it is myeloma" in branches(staging=staging(if_myeloma=True))


def test_what_is_computed_stands_beside_what_was_reported() -> None:
    computed = branches()["Stage at diagnosis"].parts[-1]

    first, second = computed.parts
    assert first.value == "9.2 mg/dL"
    assert first.note.endswith("reported: 9.4 mg/dL")
    assert (second.note, second.date) == ("", "")


def test_a_line_says_what_was_given_when_why_and_what_came_of_it() -> None:
    second, first, _ = branches()["Lines of therapy"].parts

    assert first.label == "Line 1: VCd ×4"
    assert (first.value, first.date) == ("PR", "2022-07 – 2022-10")
    assert first.note.endswith("relapsed")
    assert second.value == "VGPR, unconfirmed"
    assert second.date == "since 2023-03"
    told = {each.label: each for each in first.parts}
    assert told["VCd ×4"].value == "bortezomib"
    assert told["Time to the next treatment"].value == "8 months"
    assert told["Time to progression"].value == "5–6 months"
    assert told["bortezomib"].value == "refractory"
    assert [each.date for each in second.parts] == [
        "2023-03 – 2023-09",
        "2023-10",
        "since 2024-06-01",
    ]


def test_what_several_classes_do_no_longer_stands_and_the_rest_is_folded() -> None:
    no, yes = Criterion("MM-ISS", Truth.NOT_MET), Criterion("MM-CLONE", Truth.MET)

    *_, met, rest = branches(refractory=(no, yes))["Lines of therapy"].parts

    assert (met.rule, rest.label, rest.folded) == ("MM-CLONE", "Does not apply", True)
    assert [each.rule for each in rest.parts] == ["MM-ISS"]


def test_the_newest_response_stands_first_and_says_what_is_awaited() -> None:
    found = branches()["Response (IMWG 2016)"]

    assert [each.label for each in found.parts[:4]] == [
        "PD, second value awaited",
        "VGPR, unconfirmed",
        "not evaluable",
        "PR",
    ]
    assert found.parts[1].note.startswith("possible: VGPR/PR")
    assert found.parts[-1].label == "Baseline of line 1"
    assert found.parts[-1].value == "serum M-protein; lesions"


def test_days_in_a_row_with_the_same_response_are_one_row_that_opens_to_the_days() -> None:
    response = myeloma().myeloma.response
    assert response is not None
    first = response.timeline[0]
    later = (replace(first, date="2022-09"), replace(first, date="2022-10"))
    found = branches(response=replace(response, timeline=(first, *later)))

    run = found["Response (IMWG 2016)"].parts[0]

    assert (run.label, run.date) == (first.category, f"{first.date} – 2022-10")
    assert [each.date for each in run.parts] == ["2022-10", "2022-09", first.date]


def test_a_lesion_has_its_looks_below_it() -> None:
    outside = branches()["Outside the marrow"]

    overall, gone, open_, course = outside.parts
    assert overall.label == "EM-B, beside bone, 1 site(s) · at diagnosis"
    assert gone.state_word == "gone"
    assert [each.label for each in gone.parts] == ["gone", "42 x 30 mm"]
    assert (open_.state_word, open_.date) == ("present", "")
    assert [each.label for each in course.parts] == [
        "No disease outside the marrow",
        "EM-B, beside bone",
    ]


def test_leukaemia_scores_and_protection_are_told() -> None:
    found = branches()

    assert found["Plasma cell leukaemia"].value == "secondary"
    assert found["Plasma cell leukaemia"].date == "2024-10"
    (item,) = found["Protection before and on treatment"].parts
    assert (item.value, item.rule) == ("due", "INF-2022")
    scored, open_ = found["Frailty and thrombosis: information"].parts
    assert scored.label == "Frailty (IMWG): 0–1, fit–frail"
    assert open_.label.endswith("missing: Earlier thrombosis")
    (reminder,) = found["Reminders as reported elsewhere: no order"].parts
    assert reminder.label.startswith("? May apply: ")


def test_the_conclusion_says_treatment_stage_and_lesions_and_no_model_that_does_not_fit(
    qtbot: QtBot,
) -> None:
    body = VerdictBody(myeloma(), terms())
    qtbot.addWidget(body)

    said = words_on(body).replace("\u00a0", " ").replace("\u2060", "")
    assert "Line 2/3 · KPd · PD, second value awaited" in said
    assert "ISS III" in said
    assert "EM-B, beside bone" in said
    assert "Mayo MGUS" not in said


def test_alt_l_opens_the_view_and_esc_closes_it(qtbot: QtBot, page: PatientPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_L, ALT)

    assert page.myeloma.isVisible()
    assert page.myeloma.view.hasFocus()
    assert page.myeloma.title.text() == "Myeloma: stage, lines, response"
    qtbot.keyClick(page.myeloma.view, Qt.Key.Key_Escape)
    assert page.chart.isVisible()
    assert page.myeloma_button.hasFocus()


def test_the_view_fits_beside_the_entry_and_bold_rows_are_headings(
    qtbot: QtBot, page: PatientPage
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_L, ALT)
    page.myeloma.show_assessment(myeloma(), terms(), evidence())

    model, view = page.myeloma.model, page.myeloma.view
    assert view.header().isSectionHidden(Column.NOTE)
    (heading,) = (
        model.index(row, 0)
        for row in range(model.rowCount())
        if model.index(row, 0).data() == "Stage at diagnosis"
    )
    stage = model.index(1, 0, heading)
    assert heading.data(Qt.ItemDataRole.FontRole) is not None
    assert (stage.data(), stage.data(Qt.ItemDataRole.FontRole)) == ("ISS III", None)
    view.setCurrentIndex(stage)
    page.myeloma.reset()
    page.myeloma.show_assessment(myeloma(), terms(), evidence())
    assert model.path(view.currentIndex()) in ((), ("Lines of therapy",))


def test_a_picture_that_is_the_same_is_equal() -> None:
    assert picture() == picture()


def test_the_view_takes_the_room_of_the_values_and_gives_it_back(
    qtbot: QtBot, page: PatientPage
) -> None:
    page.myeloma_button.click()
    assert page.results.isHidden()

    page.myeloma_button.click()
    assert page.results.isVisible()
    page.myeloma_button.click()
    qtbot.keyClick(page, Qt.Key.Key_W, ALT)
    assert page.results.isVisible()
