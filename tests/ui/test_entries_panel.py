"""Test that every entry of the record can be corrected or withdrawn, with its reason."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.record import Cytogenetic
from desktop_app.domain.truth import Truth
from desktop_app.domain.visit import (
    DraftCytogenetic,
    DraftDiagnosis,
    DraftFinding,
    DraftLesion,
    VisitDraft,
)
from tests.ui.ime import commit
from ui.widgets.answer_box import ChoiceList
from ui.widgets.answer_chip import AnswerChip
from ui.widgets.correction.abnormality_fields import AbnormalityFields
from ui.widgets.entry.history_list import DiagnosisEditor
from ui.widgets.entry.immunofixation_field import ImmunofixationField
from ui.widgets.entry.lesion_editor import LesionEditor
from ui.widgets.entry.lesion_field import LesionField
from ui.widgets.entry.stain_field import StainField
from ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.services import Services
    from ui.pages.patient import PatientPage
    from ui.widgets.correction.correction_fields import CorrectionFields

ALT = Qt.KeyboardModifier.AltModifier
VISIT = {
    "findings": (
        DraftFinding("hematuria", True, "microscopic"),
        DraftFinding("renal_biopsy", "midd"),
        DraftFinding("marrow_aberrant_percent", Decimal(96)),
        DraftFinding("serum_immunofixation", ("IgG-kappa",)),
        DraftFinding("bone_lytic_ct", {"count": 2, "largest_mm": Decimal(7)}),
        DraftFinding("allergy", ("penicillin",)),
        DraftFinding("marrow_ihc_kappa_lambda", {"ratio": Decimal(7), "cells": 120}, "2nd slide"),
    ),
    "cytogenetics": (
        DraftCytogenetic("t(4;14)", detected=True, clone_percent="60"),
        DraftCytogenetic("amp(1q)", detected=True, clone_percent="30", copies="4"),
        DraftCytogenetic("del(1p32)", detected=True, biallelic=True),
    ),
    "lesions": (DraftLesion("T10", "plasmacytoma", "vertebra", diameters="42 x 30"),),
    "history": (DraftDiagnosis("mgus_non_igm", "2019"),),
}


@pytest.fixture
def panel_page(qtbot: QtBot, services: Services, page: PatientPage, patient_id: int) -> PatientPage:
    """Give the page with one entry of each kind on record, and the list of them open."""
    services.visits.record(VisitDraft(patient_id, "2026-11-21", **VISIT))  # type: ignore[arg-type]
    with qtbot.waitSignal(page.desk.entries_found):
        qtbot.keyClick(page, Qt.Key.Key_C, ALT)
    return page


def choose(page: PatientPage, words: str) -> CorrectionFields | None:
    """Open the fields of the first entry whose line has these words, by keyboard."""
    entries = page.entries
    place = next(n for n in range(entries.list.count()) if words in entries.list.item(n).text())
    entries.list.setCurrentRow(place)
    entries.begin_correction()
    return entries._fields


def correct(qtbot: QtBot, page: PatientPage) -> None:
    """Say why, and correct."""
    commit(page.entries.bar.reason, "抄錯")
    with qtbot.waitSignals([page.desk.entry_corrected, page.shown, page.desk.entries_found]):
        page.entries.bar.save.click()


def current(services: Services, patient_id: int) -> dict[str, object]:
    """Give what the record holds besides results, by a short name."""
    record = services.assessments.record_of(patient_id)
    held: dict[str, object] = {finding.code: finding for finding in record.findings}
    held |= {test.abnormality: test for test in record.cytogenetics}
    held |= {lesion.lesion: lesion for lesion in record.lesions}
    return held | {known.diagnosis: known for known in record.history}


def test_the_list_opens_by_key_with_the_cursor_and_says_every_entry(
    panel_page: PatientPage,
) -> None:
    entries = panel_page.entries

    lines = "\n".join(entries.list.item(n).text() for n in range(entries.list.count()))
    assert entries.list.hasFocus()
    for words in (
        *("Blood in the urine: yes", "MIDD", "96", "IgG-κ", "cells counted 120, ratio 7"),
        *("t(4;14)", "60 %", "30 %, 4 copies", "del(1p32): found both alleles", "T10", "2019"),
    ):
        assert words in lines


def test_enter_opens_the_fields_and_escape_closes_first_them_then_the_list(
    qtbot: QtBot, panel_page: PatientPage
) -> None:
    entries = panel_page.entries
    qtbot.keyClick(entries.list, Qt.Key.Key_Return)
    assert entries.form.isVisible()

    qtbot.keyClick(entries, Qt.Key.Key_Escape)
    assert not entries.form.isVisible()
    assert entries.list.hasFocus()

    qtbot.keyClick(entries, Qt.Key.Key_Escape)
    assert panel_page.chart.isVisible()


@pytest.mark.parametrize(
    "words",
    [
        *("IgG-κ", "Lytic lesions", "t(4;14)", "amp(1q)", "del(1p32)", "T10", "2019", "96", "MIDD"),
        *("penicillin", "κ/λ stain"),
    ],
)
def test_tab_walks_the_fields_then_the_reason_then_the_buttons(
    qtbot: QtBot, panel_page: PatientPage, words: str
) -> None:
    entries = panel_page.entries
    fields = choose(panel_page, words)
    order = fields.order if fields is not None else ()
    shown = [field for field in order if field.isVisible()]
    buttons = [
        each
        for each in (entries.bar.save, entries.bar.void, entries.bar.cancel)
        if each.isVisible()
    ]

    walked = [panel_page.focusWidget()]
    while walked[-1] is not entries.bar.cancel and len(walked) < 20:
        qtbot.keyClick(walked[-1], Qt.Key.Key_Tab)
        walked.append(panel_page.focusWidget())

    assert walked == [*shown, entries.bar.reason, *buttons]


def test_an_answer_is_corrected_and_keeps_its_note(
    qtbot: QtBot, services: Services, panel_page: PatientPage, patient_id: int
) -> None:
    fields = choose(panel_page, "Blood in the urine")
    assert fields is not None
    assert isinstance(fields.widget, AnswerChip)
    assert panel_page.focusWidget() is fields.first
    qtbot.keyClick(fields.first, Qt.Key.Key_N)

    correct(qtbot, panel_page)

    found = services.assessments.record_of(patient_id).findings
    urine = next(each for each in found if each.code == "hematuria")
    assert (urine.value, urine.note) == (False, "microscopic")
    texts = [panel_page.entries.list.item(n).text() for n in range(panel_page.entries.list.count())]
    assert any("Blood in the urine: no" in text and "corrected" in text for text in texts)


def test_a_choice_is_corrected(
    qtbot: QtBot, services: Services, panel_page: PatientPage, patient_id: int
) -> None:
    fields = choose(panel_page, "MIDD")
    assert fields is not None
    assert isinstance(fields.widget, ChoiceList)
    fields.widget.set_code("al")

    correct(qtbot, panel_page)

    held = current(services, patient_id)["renal_biopsy"]
    assert getattr(held, "value", None) == "al"


def test_a_number_is_corrected_and_a_wrong_one_is_refused_in_words(
    qtbot: QtBot, services: Services, panel_page: PatientPage, patient_id: int
) -> None:
    fields = choose(panel_page, "96")
    assert fields is not None
    assert isinstance(fields.widget, NumberEdit)
    fields.widget.set_number_text("9x")
    commit(panel_page.entries.bar.reason, "抄錯")
    with qtbot.waitSignal(panel_page.desk.entry_refused):
        panel_page.entries.bar.save.click()
    assert panel_page.entries.bar.message.isVisible()

    fields.widget.set_number_text("94.5")
    with qtbot.waitSignals([panel_page.desk.entry_corrected, panel_page.desk.entries_found]):
        panel_page.entries.bar.save.click()

    held = current(services, patient_id)["marrow_aberrant_percent"]
    assert getattr(held, "value", None) == Decimal("94.5")


def test_bands_are_corrected(
    qtbot: QtBot, services: Services, panel_page: PatientPage, patient_id: int
) -> None:
    fields = choose(panel_page, "2026-11-21 · Serum IFE")
    assert fields is not None
    assert isinstance(fields.widget, ImmunofixationField)
    fields.widget.show_value(("IgA-lambda",))

    correct(qtbot, panel_page)

    record = services.assessments.record_of(patient_id)
    bands = {x.value for x in record.findings if x.code == "serum_immunofixation"}
    assert ("IgA-lambda",) in bands


def test_imaging_is_corrected(
    qtbot: QtBot, services: Services, panel_page: PatientPage, patient_id: int
) -> None:
    fields = choose(panel_page, "lesions 2")
    assert fields is not None
    assert isinstance(fields.widget, LesionField)
    fields.widget.show_value({"count": 3})

    correct(qtbot, panel_page)

    record = services.assessments.record_of(patient_id)
    seen = [x.value for x in record.findings if x.code == "bone_lytic_ct"]
    assert {"count": 3} in seen


def test_an_abnormality_is_corrected(
    qtbot: QtBot, services: Services, panel_page: PatientPage, patient_id: int
) -> None:
    fields = choose(panel_page, "t(4;14)")
    assert fields is not None
    assert isinstance(fields.widget, AbnormalityFields)
    assert fields.widget.row.number.text() == "60"
    qtbot.keyClick(fields.first, Qt.Key.Key_N)
    assert not fields.widget.row.isVisible()

    correct(qtbot, panel_page)

    test = current(services, patient_id)["t(4;14)"]
    assert isinstance(test, Cytogenetic)
    assert (test.detected, test.clone_percent) == (False, None)


def test_copies_are_corrected_and_wrong_ones_refused_in_words(
    qtbot: QtBot, services: Services, panel_page: PatientPage, patient_id: int
) -> None:
    fields = choose(panel_page, "amp(1q)")
    assert fields is not None
    assert isinstance(fields.widget, AbnormalityFields)
    commit(fields.widget.row.copies, "x")
    commit(panel_page.entries.bar.reason, "抄錯")
    with qtbot.waitSignal(panel_page.desk.entry_refused):
        panel_page.entries.bar.save.click()
    assert "1 to 20" in panel_page.entries.bar.message.text()

    fields.widget.row.copies.set_number_text("6")
    correct(qtbot, panel_page)

    test = current(services, patient_id)["amp(1q)"]
    assert isinstance(test, Cytogenetic)
    assert (test.copies, test.clone_percent) == (6, Decimal(30))


def test_both_alleles_are_corrected(
    qtbot: QtBot, services: Services, panel_page: PatientPage, patient_id: int
) -> None:
    fields = choose(panel_page, "del(1p32)")
    assert fields is not None
    assert isinstance(fields.widget, AbnormalityFields)
    qtbot.keyClick(fields.widget.row.alleles, Qt.Key.Key_N)

    correct(qtbot, panel_page)

    test = current(services, patient_id)["del(1p32)"]
    assert getattr(test, "biallelic", None) is False


def test_a_stain_is_corrected_and_keeps_its_note(
    qtbot: QtBot, services: Services, panel_page: PatientPage, patient_id: int
) -> None:
    fields = choose(panel_page, "κ/λ stain")
    assert fields is not None
    assert isinstance(fields.widget, StainField)
    fields.widget.ratio.set_number_text("0.7")

    correct(qtbot, panel_page)

    stain = current(services, patient_id)["marrow_ihc_kappa_lambda"]
    assert getattr(stain, "value", None) == {"ratio": Decimal("0.7"), "cells": 120}
    assert getattr(stain, "note", None) == "2nd slide"


def test_an_answer_that_says_nothing_is_no_correction(
    qtbot: QtBot, panel_page: PatientPage
) -> None:
    fields = choose(panel_page, "t(4;14)")
    assert fields is not None
    assert isinstance(fields.widget, AbnormalityFields)
    fields.widget.chip.set_answer(Truth.UNKNOWN)
    commit(panel_page.entries.bar.reason, "抄錯")

    with qtbot.assertNotEmitted(panel_page.entries.amend_requested):
        panel_page.entries.bar.save.click()

    assert panel_page.entries.bar.message.isVisible()
    assert panel_page.focusWidget() is fields.first


def test_a_lesion_is_corrected(
    qtbot: QtBot, services: Services, panel_page: PatientPage, patient_id: int
) -> None:
    fields = choose(panel_page, "T10")
    assert fields is not None
    assert isinstance(fields.widget, LesionEditor)
    assert not fields.widget.remove.isVisible()
    fields.widget.diameters.set_number_text("44 x 30")

    correct(qtbot, panel_page)

    lesion = services.assessments.record_of(patient_id).lesions[0]
    assert lesion.diameters_mm == (Decimal(44), Decimal(30))
    assert lesion.site == "vertebra"


def test_an_earlier_diagnosis_is_corrected(
    qtbot: QtBot, services: Services, panel_page: PatientPage, patient_id: int
) -> None:
    fields = choose(panel_page, "2019")
    assert fields is not None
    assert isinstance(fields.widget, DiagnosisEditor)
    fields.widget.day.set_day_text("2018-03")

    correct(qtbot, panel_page)

    known = services.assessments.record_of(patient_id).history[0]
    assert known.date is not None
    assert known.date.text == "2018-03"


def test_what_no_form_asks_can_only_be_withdrawn(
    qtbot: QtBot, services: Services, panel_page: PatientPage, patient_id: int
) -> None:
    fields = choose(panel_page, "2026-11-21 · Allergies")
    assert fields is None
    assert not panel_page.entries.bar.save.isVisible()
    commit(panel_page.entries.bar.reason, "別的病人")

    with qtbot.waitSignals([panel_page.desk.entry_corrected, panel_page.desk.entries_found]):
        panel_page.entries.bar.void.click()

    record = services.assessments.record_of(patient_id)
    assert [x.date.text for x in record.findings if x.code == "allergy"] == ["2025-11-20"]


@pytest.mark.parametrize("button", ["save", "void"])
def test_nothing_happens_without_a_reason(
    qtbot: QtBot, panel_page: PatientPage, button: str
) -> None:
    entries = panel_page.entries
    choose(panel_page, "T10")

    with (
        qtbot.assertNotEmitted(entries.amend_requested),
        qtbot.assertNotEmitted(entries.void_requested),
    ):
        getattr(entries.bar, button).click()

    assert "Say why" in entries.bar.message.text()
    assert panel_page.focusWidget() is entries.bar.reason


def test_the_results_lead_to_the_entries(qtbot: QtBot, page: PatientPage) -> None:
    texts = [action.text() for action in page.results.view.actions()]
    assert texts[-1].startswith("Other entries")

    with qtbot.waitSignal(page.desk.entries_found):
        page.results.view.actions()[-1].trigger()

    assert page.entries.isVisible()


@pytest.mark.parametrize("language", ["en", "zh-TW", "zh-CN"])
def test_the_list_follows_the_language(
    qtbot: QtBot, panel_page: PatientPage, language: str
) -> None:
    page = panel_page
    with qtbot.waitSignals([page.shown, page.desk.entries_found]):
        page._context.languages.use(language)
        page.retranslate()

    texts = [page.entries.list.item(n).text() for n in range(page.entries.list.count())]
    expected = {"en": "Blood in the urine", "zh-TW": "血尿", "zh-CN": "血尿"}[language]
    assert any(expected in text for text in texts)
