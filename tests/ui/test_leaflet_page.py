"""Test the leaflet's page with real services: preview, approval, issue, save, print, reprint."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain.letter import Part
from desktop_app.domain.visit import DraftResult
from tests.builders import a_draft, a_registration, one_result
from tests.reports.sheets import pages_of
from tests.ui.screen import show_active
from ui.pages.leaflet import LeafletPage
from ui.widgets.pdf_view import page_images

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.services import Services
    from ui.context import UiContext

LETTERS = ["referral_hematology", "poems_neurology", "case_summary"]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def patient_id(services: Services) -> int:
    """Give a patient with a settled MGUS."""
    made = services.patients.register(a_registration())
    services.visits.record(a_draft(made))
    return made


@pytest.fixture
def page(qtbot: QtBot, context: UiContext, patient_id: int) -> LeafletPage:
    """Give the page with the preview of that patient's leaflet."""
    made = LeafletPage(context)
    qtbot.addWidget(made)
    made.resize(1366, 724)
    show_active(qtbot, made)
    with qtbot.waitSignal(made.previewed, timeout=15_000):
        made.open_for(patient_id, "mgus")
    return made


def words_on(widget: QWidget) -> str:
    """Give all words that a widget shows."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def issue(qtbot: QtBot, page: LeafletPage) -> int:
    """Issue what is previewed and give its number."""
    with qtbot.waitSignal(page.issued, timeout=15_000) as done:
        qtbot.keyClick(page, Qt.Key.Key_Return, CONTROL)
    return int(done.args[0])


def test_the_preview_says_that_nobody_approved_the_text_yet(page: LeafletPage) -> None:
    assert page.view.page_count > 0
    assert "not yet approved by this clinic" in words_on(page.choices)
    assert not page.bar.findChild(QWidget, "save_pdf_button").isEnabled()


def test_approving_takes_the_mark_away(
    qtbot: QtBot, services: Services, page: LeafletPage, patient_id: int
) -> None:
    with qtbot.waitSignal(page.previewed, timeout=15_000):
        qtbot.keyClick(page, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)

    assert "approved by this clinic" in words_on(page.choices)
    assert services.documents.preview(patient_id, "mgus", ("zh-TW", "en")).approved
    assert not page.choices.approve.isVisible()


def test_other_languages_and_large_print_bring_another_preview(
    qtbot: QtBot, page: LeafletPage
) -> None:
    pages = page.view.page_count

    with qtbot.waitSignal(page.previewed, timeout=15_000):
        page.choices.languages.set_code("zh-CN,en")
        page.choices.large.setChecked(True)

    assert page.choices.chosen_languages() == ("zh-CN", "en")
    assert page.view.page_count >= pages


def choose(qtbot: QtBot, page: LeafletPage, kind: str) -> None:
    """Choose what is printed, as the list does when an entry of it is clicked."""
    with qtbot.waitSignal(page.previewed, timeout=15_000):
        row = page.choices.kind.findData(kind)
        page.choices.kind.setCurrentIndex(row)
        page.choices.kind.activated.emit(row)


def test_questions_and_the_letter_can_be_chosen_beside_the_leaflet(page: LeafletPage) -> None:
    kinds = [page.choices.kind.itemData(row) for row in range(page.choices.kind.count())]
    names = [page.choices.kind.itemText(row) for row in range(page.choices.kind.count())]

    assert kinds == ["mgus", "first_m_protein", "questions", "bone_marrow", *LETTERS]
    assert names[-3:] == ["Referral to haematology", "POEMS, to neurology", "Case summary"]


def test_the_case_summary_can_be_chosen_and_shows_its_pages(
    qtbot: QtBot, page: LeafletPage
) -> None:
    choose(qtbot, page, "case_summary")

    assert all(box.isVisible() for box in page.choices.parts.values())
    assert page.view.page_count >= 1


def test_a_letter_has_one_language_parts_and_no_approval(qtbot: QtBot, page: LeafletPage) -> None:
    choices = page.choices
    assert choices.large.isVisible()
    assert not any(box.isVisible() for box in choices.parts.values())

    choose(qtbot, page, "referral_hematology")

    assert choices.chosen_languages() == ("zh-TW",)
    assert all(box.isVisible() and box.isChecked() for box in choices.parts.values())
    assert not choices.large.isVisible()
    assert not choices.approve.isVisible()
    assert "approved" not in words_on(choices)

    choose(qtbot, page, "questions")
    assert choices.chosen_languages() == ("zh-TW", "en")
    assert choices.large.isVisible()
    assert choices.approve.isVisible()


def test_a_part_that_is_left_out_brings_another_preview(
    qtbot: QtBot, page: LeafletPage, services: Services, tmp_path: Path
) -> None:
    choose(qtbot, page, "referral_hematology")
    target = tmp_path / "letter.pdf"
    page.choose_file = lambda *_: str(target)

    with qtbot.waitSignal(page.previewed, timeout=15_000):
        page.choices.parts[Part.CRITERIA].click()
    document_id = issue(qtbot, page)
    qtbot.keyClick(page, Qt.Key.Key_S, CONTROL)

    assert target.read_bytes() == services.documents.reprint(document_id)
    assert "界限值" not in " ".join(pages_of(target.read_bytes()))
    qtbot.waitUntil(lambda: page.history.list.count() == 1)
    assert "Referral to haematology" in page.history.list.item(0).text()


def test_the_letter_opens_where_no_leaflet_fits(
    qtbot: QtBot, services: Services, page: LeafletPage
) -> None:
    urgent = services.patients.register(a_registration(3))
    anaemia = DraftResult("hemoglobin", "8.1", "g/dL")
    draft = one_result(urgent, "2.9")
    services.visits.record(replace(draft, results=(*draft.results, anaemia)))

    with qtbot.waitSignal(page.previewed, timeout=15_000):
        page.open_for(urgent, "referral_hematology")

    offered = [page.choices.kind.itemData(row) for row in range(page.choices.kind.count())]
    assert offered == LETTERS
    assert page.view.page_count == 2


def test_what_is_saved_is_exactly_what_was_issued(
    qtbot: QtBot, services: Services, page: LeafletPage, tmp_path: Path
) -> None:
    target = tmp_path / "衛教單 1.pdf"
    page.choose_file = lambda *_: str(target)
    document_id = issue(qtbot, page)

    qtbot.keyClick(page, Qt.Key.Key_S, CONTROL)

    assert target.read_bytes() == services.documents.reprint(document_id)
    assert "Saved" in page.banner.text()


def test_what_was_said_of_one_sheet_is_not_said_of_the_next(
    qtbot: QtBot, page: LeafletPage, tmp_path: Path
) -> None:
    issue(qtbot, page)
    page.choose_file = lambda *_: str(tmp_path / "sheet.pdf")
    qtbot.keyClick(page, Qt.Key.Key_S, CONTROL)
    assert page.banner.isVisible()

    with qtbot.waitSignal(page.previewed, timeout=15_000):
        page.choices.kind.setFocus()
        qtbot.keyClick(page.choices.kind, Qt.Key.Key_Down)
        for name in ("save_pdf_button", "print_button", "issue_button"):
            assert not page.bar.findChild(QWidget, name).isEnabled()

    assert not page.banner.isVisible()


def test_a_place_that_cannot_be_written_is_said(
    qtbot: QtBot, page: LeafletPage, tmp_path: Path
) -> None:
    page.choose_file = lambda *_: str(tmp_path / "no such folder" / "leaflet.pdf")
    issue(qtbot, page)

    qtbot.keyClick(page, Qt.Key.Key_S, CONTROL)

    assert "could not be written" in page.banner.text()


def test_the_printer_gets_every_page(qtbot: QtBot, page: LeafletPage, tmp_path: Path) -> None:
    printed = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(printed))
    page.choose_printer = lambda _: printer
    issue(qtbot, page)

    qtbot.keyClick(page, Qt.Key.Key_P, CONTROL)

    qtbot.waitUntil(lambda: "printer" in page.banner.text(), timeout=15_000)
    assert len(pypdfium2.PdfDocument(printed)) == page.view.page_count


def test_an_issued_leaflet_can_be_shown_again_byte_for_byte(
    qtbot: QtBot, services: Services, page: LeafletPage, tmp_path: Path
) -> None:
    target = tmp_path / "again.pdf"
    page.choose_file = lambda *_: str(target)
    document_id = issue(qtbot, page)
    qtbot.waitUntil(lambda: page.history.list.count() == 1)

    page.history.list.setCurrentRow(0)
    page.history.reprint.click()
    qtbot.waitUntil(lambda: "issued before" in page.banner.text(), timeout=15_000)
    qtbot.keyClick(page, Qt.Key.Key_S, CONTROL)

    assert target.read_bytes() == services.documents.reprint(document_id)


def test_a_leaflet_that_does_not_fit_says_why_and_cannot_be_issued(
    qtbot: QtBot, services: Services, page: LeafletPage
) -> None:
    stranger = services.patients.register(a_registration(2))
    services.visits.record(one_result(stranger, "1.2"))

    page.open_for(stranger, "mgus")

    qtbot.waitUntil(lambda: "does not fit" in words_on(page.view))
    assert not page.bar.findChild(QWidget, "issue_button").isEnabled()


def test_hidden_names_are_hidden_here_too(page: LeafletPage, context: UiContext) -> None:
    assert "林小美" in page.choices.remark.text()

    context.hide_names(hidden=True)

    assert "林小美" not in page.choices.remark.text()


def test_a_page_is_drawn_as_large_as_asked(services: Services, patient_id: int) -> None:
    pdf = services.documents.preview(patient_id, "mgus", ("zh-TW", "en")).pdf

    small, large = page_images(pdf, 36)[0], page_images(pdf, 72)[0]

    assert large.width() == pytest.approx(2 * small.width(), abs=2)
    assert large.width() == pytest.approx(595, abs=2)


def test_hidden_names_cover_the_pages_and_shown_names_bring_them_back(
    page: LeafletPage, context: UiContext
) -> None:
    def pages_on_screen() -> int:
        return sum(not label.pixmap().isNull() for label in page.view.findChildren(QLabel))

    shown = pages_on_screen()
    assert shown == page.view.page_count

    context.hide_names(hidden=True)
    assert pages_on_screen() == 0
    assert "F8" in words_on(page.view)

    context.hide_names(hidden=False)
    assert pages_on_screen() == shown
