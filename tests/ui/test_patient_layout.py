"""Test that the patient's page is whole, walked in order, and fits a small screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.patient_stage import cut_off

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

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
