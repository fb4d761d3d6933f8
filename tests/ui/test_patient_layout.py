"""Test that the patient's page is whole, walked in order, and fits a small screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain.truth import Truth
from tests.builders import a_registration
from tests.ui.patient_stage import cut_off
from ui.models.reasoning_tree import Column, Reason
from ui.widgets.conclusion.criterion_row import CriterionRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.services import Services
    from ui.context import UiContext
    from ui.pages.patient import PatientPage


@pytest.mark.parametrize("language", ["en", "zh-TW", "zh-CN"])
def test_nothing_on_the_page_is_cut_off_in_any_language(
    qtbot: QtBot, context: UiContext, page: PatientPage, language: str
) -> None:
    with qtbot.waitSignal(page.shown):
        context.languages.use(language)
        page.retranslate()

    qtbot.waitUntil(lambda: cut_off(page) == [])


def test_the_words_of_an_open_conclusion_have_the_whole_width(
    qtbot: QtBot, services: Services, page: PatientPage
) -> None:
    stranger = services.patients.register(a_registration(2))
    with qtbot.waitSignal(page.shown):
        page.open_patient(stranger)

    words = next(
        label for label in page.verdict.findChildren(QLabel) if label.text() == page.verdict.verdict
    )
    assert " or " in words.text()
    qtbot.waitUntil(lambda: words.width() > 0.8 * page.verdict.width())


def test_tab_walks_in_reading_order_through_the_entry(page: PatientPage) -> None:
    entry = page.entry
    walked: list[QWidget] = []
    entry.day.line.setFocus()
    while page.focusWidget() is not entry.note:
        walked.append(page.focusWidget())
        page.focusNextChild()

    places = [widget.mapTo(entry, widget.rect().center()) for widget in walked]
    lines = [round(place.y() / 8) for place in places]
    assert lines == sorted(lines)
    assert len(walked) > len(entry.form.results)


def test_the_page_fits_a_small_screen_without_scrolling(page: PatientPage) -> None:
    assert page.minimumSizeHint().width() <= 1366
    assert page.minimumSizeHint().height() <= 724


def test_no_line_of_a_criterion_breaks_between_a_number_and_its_unit(qtbot: QtBot) -> None:
    row = CriterionRow(Reason("M-protein ≥ 1.5 g/dL", Truth.MET, "met"), ("met",))
    qtbot.addWidget(row)
    label = row.findChildren(QLabel)[1].text()

    breaks = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, label)
    ends = set(iter(breaks.toNextBoundary, -1))

    assert len(ends) > 1  # the words before it may stand on lines of their own
    assert not any(label.index("1.5") < end < len(label) for end in ends)


@pytest.mark.parametrize("language", ["en", "zh-TW", "zh-CN"])
def test_the_source_of_a_reason_is_seen_without_scrolling_sideways(
    qtbot: QtBot, page: PatientPage, context: UiContext, language: str
) -> None:
    context.languages.use(language)
    page.verdict.why_action.trigger()
    view = page.reasons.view
    qtbot.waitUntil(view.isVisible)
    header = view.header()

    view.expandAll()
    qtbot.waitUntil(view.verticalScrollBar().isVisible)
    assert page.width() == 1366
    end = header.sectionViewportPosition(Column.SOURCE) + header.sectionSize(Column.SOURCE)
    assert end <= view.viewport().width()
