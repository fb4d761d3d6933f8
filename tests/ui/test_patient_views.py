"""Test the views that take the chart's place, and what leads to them, on a real record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from desktop_app.domain.visit import DraftFinding, DraftResult, VisitDraft
from tests.builders import SENTINEL, a_draft, a_registration
from tests.ui.patient_stage import cut_off, type_and_follow, words_on
from ui.models.reasoning_tree import Column
from ui.widgets.conclusion.verdict_body import VerdictBody

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.services import Services
    from ui.context import UiContext
    from ui.pages.patient import PatientPage

ALT = Qt.KeyboardModifier.AltModifier


def smouldering(services: Services, *, after_mgus: bool = False) -> int:
    """Register a patient with smouldering myeloma; give the number."""
    made = services.patients.register(a_registration(5))
    if after_mgus:
        services.visits.record(a_draft(made, "2020-05-01"))
    values = (
        ("serum_m_protein", "3.4", "g/dL"),
        ("marrow_plasma_cells", "24", "%"),
        ("flc_kappa", "210", "mg/L"),
        ("flc_lambda", "8", "mg/L"),
        ("hemoglobin", "13.4", "g/dL"),
        ("calcium", "9.2", "mg/dL"),
        ("creatinine", "0.8", "mg/dL"),
    )
    services.visits.record(
        VisitDraft(
            made,
            "2026-11-22",
            results=tuple(DraftResult(*value) for value in values),
            findings=(
                DraftFinding("serum_immunofixation", ("IgG-kappa",)),
                DraftFinding("bone_lytic_ct", {"count": 0}),
                DraftFinding("mri_focal_lesions", {"count": 0, "extent": "whole_body"}),
            ),
        )
    )
    return made


def test_the_evidence_opens_and_closes_with_its_key(qtbot: QtBot, page: PatientPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_V, ALT)
    assert page.evidence.isVisible()
    assert page.focusWidget() is page.evidence.list
    assert "For this patient" in str(page.evidence.model.index(0).data())

    qtbot.keyClick(page, Qt.Key.Key_V, ALT)
    assert page.chart.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_V, Qt.Key.Key_P, Qt.Key.Key_W])
def test_escape_brings_the_trend_back(qtbot: QtBot, page: PatientPage, key: Qt.Key) -> None:
    qtbot.keyClick(page, key, ALT)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)

    assert page.chart.isVisible()
    assert not page.upper.isAncestorOf(page.focusWidget())


def test_pearls_are_one_key_away_from_anywhere(qtbot: QtBot, page: PatientPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_P, ALT)

    assert page.evidence.isVisible()
    assert "pearl or pitfall" in words_on(page.evidence.card)
    few = page.evidence.model.rowCount()
    qtbot.keyClick(page, Qt.Key.Key_P, ALT)
    assert page.evidence.model.rowCount() > few
    assert page.evidence.isVisible()


def test_one_view_takes_the_place_of_the_other(qtbot: QtBot, page: PatientPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_V, ALT)
    qtbot.keyClick(page, Qt.Key.Key_W, ALT)

    assert page.reasons.isVisible()
    assert page.verdict.why.isChecked()
    assert not page.evidence_button.isChecked()


def test_the_cross_closes_the_evidence(page: PatientPage) -> None:
    page.evidence_button.click()

    page.evidence.closed.emit()

    assert page.chart.isVisible()
    assert not page.evidence_button.isChecked()


def test_inputs_are_copied_without_anything_of_the_person(
    qtbot: QtBot, services: Services, page: PatientPage
) -> None:
    with qtbot.waitSignal(page.shown):
        page.open_patient(smouldering(services))

    with qtbot.waitSignal(page.desk.inputs_found):
        page.evidence.copies["WEB-PANGEA"].click()

    copied = QGuiApplication.clipboard().text()
    assert "M-protein: 3.4 g/dL (2026-11-22)" in copied.splitlines()
    assert SENTINEL not in copied
    assert "1969" not in copied
    assert f"{len(copied.splitlines())} lines copied" in words_on(page.evidence)


def test_a_calculator_that_is_not_meant_for_the_patient_copies_nothing(
    qtbot: QtBot, services: Services, page: PatientPage
) -> None:
    with qtbot.waitSignal(page.shown):
        page.open_patient(smouldering(services))
    QGuiApplication.clipboard().setText("before")

    with qtbot.waitSignal(page.desk.inputs_found):
        page.evidence.copies["WEB-ISTOPMM"].click()

    assert QGuiApplication.clipboard().text() == "before"
    assert "not meant for this patient" in words_on(page.evidence)


def test_what_was_copied_of_one_patient_is_not_said_of_the_next(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    with qtbot.waitSignal(page.shown):
        page.open_patient(smouldering(services))
    with qtbot.waitSignal(page.desk.inputs_found):
        page.evidence.copies["WEB-PANGEA"].click()

    with qtbot.waitSignal(page.shown):
        page.open_patient(patient_id)

    assert "copied" not in words_on(page.evidence)


def test_the_course_leads_to_the_reasons_and_never_away_from_them(page: PatientPage) -> None:
    for _ in range(2):
        page.identity.ribbon.clicked.emit()
        assert page.reasons.isVisible()


def test_the_course_shows_how_the_disease_moved(
    qtbot: QtBot, services: Services, page: PatientPage
) -> None:
    made = smouldering(services, after_mgus=True)
    with qtbot.waitSignal(page.shown):
        page.open_patient(made)

    told = page.identity.ribbon.accessibleDescription()
    assert told.index("MGUS, non-IgM 2020-05-01") < told.index("Smouldering myeloma 2026-11-22")
    assert "newly met: " in told


def test_a_test_of_the_work_up_leads_to_its_field(qtbot: QtBot, page: PatientPage) -> None:
    chips = [each for each in page.due.findChildren(QPushButton) if each.property("code")]
    assert chips

    chips[0].click()

    qtbot.waitUntil(lambda: page.entry.isAncestorOf(page.focusWidget()))


def test_reasons_are_made_when_they_are_looked_at_and_kept_in_place(
    qtbot: QtBot, page: PatientPage
) -> None:
    assert page.reasons.model.rowCount() == 0
    qtbot.keyClick(page, Qt.Key.Key_W, ALT)
    top = page.reasons.model.index(0, 0)
    row = page.reasons.model.index(1, 0, top)
    page.reasons.view.setCurrentIndex(row)
    path = page.reasons.model.path(row)

    type_and_follow(qtbot, page, "serum_m_protein", "1.3")

    assert page.reasons.model.path(page.reasons.view.currentIndex()) == path


def test_a_heading_has_the_whole_line(qtbot: QtBot, page: PatientPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_W, ALT)
    view, model = page.reasons.view, page.reasons.model

    for row in range(model.rowCount()):
        heading = model.index(row, Column.CRITERION)
        beside = any(heading.siblingAtColumn(column).data() for column in list(Column)[1:])
        assert view.isFirstColumnSpanned(row, heading.parent()) is not beside


@pytest.mark.parametrize("language", ["en", "zh-TW", "zh-CN"])
def test_no_word_of_the_reasons_is_a_bare_code(
    qtbot: QtBot, context: UiContext, services: Services, page: PatientPage, language: str
) -> None:
    context.languages.use(language)
    with qtbot.waitSignal(page.shown):
        page.open_patient(smouldering(services))
    page.verdict.why_action.trigger()
    model = page.reasons.model

    waiting = [model.index(row, 0) for row in range(model.rowCount())]
    bare = []
    while waiting:
        index = waiting.pop()
        waiting += [model.index(row, 0, index) for row in range(model.rowCount(index))]
        reason = model.reason(index)
        assert reason is not None
        if reason.rule and reason.label == reason.rule:
            bare.append(reason.rule)
    assert bare == []


@pytest.mark.parametrize("language", ["en", "zh-TW", "zh-CN"])
def test_nothing_is_cut_off_with_much_to_say(
    qtbot: QtBot, context: UiContext, services: Services, page: PatientPage, language: str
) -> None:
    with qtbot.waitSignal(page.shown):
        context.languages.use(language)
        page.retranslate()
    with qtbot.waitSignal(page.shown):
        page.open_patient(smouldering(services, after_mgus=True))

    for button in (page.verdict.why, page.evidence_button):
        qtbot.waitUntil(lambda: cut_off(page) == [])
        button.click()
    qtbot.waitUntil(lambda: cut_off(page) == [])
    assert page.minimumSizeHint().height() <= 724


def test_the_conclusion_is_never_wider_than_its_panel(
    qtbot: QtBot, services: Services, page: PatientPage
) -> None:
    with qtbot.waitSignal(page.shown):
        page.open_patient(smouldering(services))

    (body,) = page.verdict.findChildren(VerdictBody)
    qtbot.waitUntil(lambda: body.parentWidget().width() > 0)
    assert body.minimumSizeHint().width() <= body.parentWidget().width()
