"""Test that each result takes limits, method and laboratory, on demand and by keyboard."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.errors import FieldError
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Result
from desktop_app.domain.visit import DraftResult, VisitDraft
from tests.ui.entry_stage import EMPTY
from tests.ui.ime import commit
from ui.terms import Terms

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import UiContext
    from ui.panels.entry import EntryPanel

ASKED_BY_THE_CHAPTER = (
    *("igg", "iga", "igm", "nt_probnp", "troponin_t", "troponin_i", "alp", "uacr"),
    *("urine_m_protein_24h", "circulating_plasma_cells", "weight", "ecog", "neutrophils"),
    *("platelets", "egfr", "creatinine_clearance", "beta2_microglobulin", "total_protein"),
)
LAST = Result(
    PartialDate("2026-08-19"),
    "flc_kappa",
    Decimal(190),
    "mg/L",
    low=Decimal("3.3"),
    high=Decimal("19.4"),
    method="Freelite",
)


@pytest.mark.parametrize("code", ASKED_BY_THE_CHAPTER)
def test_every_test_of_the_chapter_can_be_entered_whole(entry: EntryPanel, code: str) -> None:
    assert code in entry.form.others()
    entry.other.set_code(code)
    entry.other.edited.emit()
    field = entry.form.results[code]
    assert entry.focusWidget() is field.number
    entry.toggle_details()
    texts = (
        (field.number, "３．５"),
        (field.low, "2"),
        (field.high, "6"),
        (field.source.method, "nephelometry"),
    )
    for widget, text in texts:
        widget.setFocus()
        commit(entry.focusWidget(), text)
    commit(field.source.lab, "另一院")

    unit = entry.form.results[code].unit.unit()
    assert unit in entry._context.services.catalogue[code].units
    assert entry.draft().results == (
        DraftResult(code, "3.5", unit, "另一院", "nephelometry", "2", "6"),
    )


def test_details_open_and_close_with_the_cursor_in_the_row(entry: EntryPanel) -> None:
    field = entry.form.results["flc_kappa"]
    field.number.setFocus()
    assert not field.source.isVisible()

    entry.details.click()
    assert field.limits.isVisible()
    assert field.source.isVisible()
    assert entry.focusWidget() is field.low

    entry.details.click()
    assert not field.limits.isVisible()
    assert entry.focusWidget() is field.number


def test_details_without_a_row_do_nothing(entry: EntryPanel) -> None:
    entry.note.setFocus()

    entry.toggle_details()

    assert not any(field.details_open for field in entry.form.results.values())


def test_what_is_filled_in_stays_visible(entry: EntryPanel) -> None:
    draft = DraftResult("hemoglobin", "11", "g/dL", lab="B", method="x", low="12")

    entry.show_draft(VisitDraft(7, "2026-11-22", (draft,)), None)

    field = entry.form.results["hemoglobin"]
    assert field.limits.isVisible()
    assert field.source.isVisible()
    assert entry.draft().results == (draft,)


def test_a_result_of_another_laboratory_keeps_it(entry: EntryPanel) -> None:
    kept = (
        DraftResult("serum_m_protein", "2.4", "g/dL", lab="A"),
        DraftResult("hemoglobin", "11", "g/dL", lab="B"),
    )

    entry.show_draft(VisitDraft(7, "2026-11-22", kept), None)

    assert entry.lab.text() == "A"
    assert entry.form.results["hemoglobin"].source.lab.text() == "B"
    assert entry.draft().results == kept


def test_limits_typed_before_the_number_are_kept(entry: EntryPanel) -> None:
    field = entry.form.results["calcium"]
    field.open_details()
    commit(field.high, "10.3")

    draft = entry.draft()
    entry.show_draft(EMPTY, None)
    entry.show_draft(draft, None)

    assert field.high.text() == "10.3"
    assert not draft.empty


def test_the_last_limits_and_method_are_one_press_away(qtbot: QtBot, entry: EntryPanel) -> None:
    entry.show_last({"flc_kappa": LAST})
    field = entry.form.results["flc_kappa"]
    commit(field.number, "212")
    field.open_details()
    assert entry.draft().results[0].method == ""

    with qtbot.waitSignal(entry.edited):
        field.source.same.click()
    with qtbot.waitSignal(entry.edited):
        field.same_limits.click()

    given = entry.draft().results[0]
    assert (given.method, given.low, given.high) == ("Freelite", "3.3", "19.4")
    assert not field.source.same.isVisible()


def test_one_assay_is_said_once_for_a_sample(entry: EntryPanel) -> None:
    for code, text in (("flc_kappa", "212"), ("flc_lambda", "23.8"), ("flc_ratio", "8.9")):
        commit(entry.form.results[code].number, text)
    kappa = entry.form.results["flc_kappa"]
    kappa.open_details()
    kappa.source.method.setFocus()
    commit(entry.focusWidget(), "N Latex")

    assert [each.method for each in entry.draft().results] == ["N Latex"] * 3
    assert not entry.form.results["flc_lambda"].source.isVisible()


def test_another_assay_of_one_test_is_not_overwritten(entry: EntryPanel) -> None:
    kept = (
        DraftResult("flc_kappa", "212", "mg/L", method="Freelite"),
        DraftResult("flc_lambda", "23.8", "mg/L", method="Sebia"),
    )
    entry.show_draft(VisitDraft(7, "2026-11-22", kept), None)
    assert entry.form.results["flc_lambda"].source.isVisible()

    kappa = entry.form.results["flc_kappa"]
    kappa.source.method.setFocus()
    qt_line = entry.focusWidget()
    commit(qt_line, " 2")

    methods = {each.code: each.method for each in entry.draft().results}
    assert methods["flc_kappa"] == "Freelite 2"
    assert methods["flc_lambda"] == "Sebia"


def test_the_contract_s_words_for_marrow_are_worded_and_stay_codes(
    qtbot: QtBot, context: UiContext, entry: EntryPanel
) -> None:
    field = entry.form.results["marrow_plasma_cells"]
    commit(field.number, "14")
    field.open_details()
    field.source.method.setFocus()
    with qtbot.waitSignal(entry.edited):
        for _ in range(2):
            qtbot.keyClick(field.source.method, Qt.Key.Key_Down)
    assert field.source.method.currentText() == "core biopsy"
    assert entry.draft().results[0].method == "biopsy"

    services = context.services
    entry.set_words(Terms(services.wordings["zh-TW"], services.catalogue))
    assert field.source.method.currentText() == "切片"
    assert entry.draft().results[0].method == "biopsy"


def test_a_problem_of_a_limit_opens_the_limits(entry: EntryPanel) -> None:
    entry.show_problems((FieldError("hemoglobin.high", "limits_reversed"),))

    field = entry.form.results["hemoglobin"]
    assert field.high.isVisible()
    assert field.message.isVisible()
    assert field.number.state == "unknown"
    assert not entry._message.isVisible()


def test_a_long_name_is_shortened_and_whole_in_its_tip(entry: EntryPanel) -> None:
    field = entry.form.add_result("circulating_plasma_cells_absolute")

    assert field.name.sizeHint().width() <= field.name.width()
    services = entry._context.services
    whole = Terms(services.wordings["en"], services.catalogue).analyte(field.code)
    assert field.name.toolTip() == whole
    assert field.number.accessibleName() == whole
