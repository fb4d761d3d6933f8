"""Test merging two registrations of one person, and parting them again, by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.domain.record import Sex
from tests.builders import NAME, a_registration, one_result
from tests.ui.ime import commit
from tests.ui.screen import show_active
from ui.backup_watch import BackupWatch
from ui.page_stack import PageStack
from ui.pages.register import RegisterPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop_app.services import Services
    from ui.context import UiContext
    from ui.pages.patient import PatientPage

CONTROL = Qt.KeyboardModifier.ControlModifier
WHY = "registered twice"


@pytest.fixture
def twin(services: Services, patient_id: int) -> int:
    """Register the patient of the page once more, with a visit."""
    assert patient_id
    made = services.patients.register(a_registration(2, name=NAME))
    services.visits.record(one_result(made, "2.9", "2026-08-01"))
    return made


def words(widget: QWidget) -> str:
    return "\n".join(x.text() for x in widget.findChildren(QLabel) if x.isVisibleTo(widget))


def open_panel(qtbot: QtBot, page: PatientPage) -> None:
    with qtbot.waitSignal(page.merge.desk.found):
        qtbot.keyClick(page, Qt.Key.Key_M, CONTROL)


def compare(qtbot: QtBot, page: PatientPage) -> None:
    with qtbot.waitSignal(page.merge.desk.compared):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)


def merge(qtbot: QtBot, page: PatientPage) -> None:
    open_panel(qtbot, page)
    compare(qtbot, page)
    commit(page.focusWidget(), WHY)
    with qtbot.waitSignals([page.merge.desk.merged, page.shown, page.merge.desk.found]):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)


def test_the_other_registration_is_found_compared_and_merged_by_keyboard(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int, twin: int
) -> None:
    open_panel(qtbot, page)
    assert page.focusWidget() is page.merge.list
    assert "ZZSENTINEL0002" in page.merge.list.item(0).text()

    compare(qtbot, page)
    told = words(page.merge.form)
    assert all(each in told for each in ("ZZSENTINEL0001", "ZZSENTINEL0002", "2026-08-01"))
    assert page.focusWidget() is page.merge.form.reason

    qtbot.keyClick(page.merge.form.reason, Qt.Key.Key_Return)
    assert page.merge.form.message.isVisible()
    commit(page.merge.form.reason, WHY)
    with qtbot.waitSignals([page.merge.desk.merged, page.shown, page.merge.desk.found]):
        qtbot.keyClick(page.merge.form.reason, Qt.Key.Key_Return)

    assert [row.patient_id for row in services.patients.search("")] == [patient_id]
    assert services.merging.merges_of(patient_id)[0].merged_id == twin
    assert "ZZSENTINEL0001 (also ZZSENTINEL0002)" in words(page.identity)
    assert page.banner.isVisible()
    assert WHY in page.merge.list.item(0).text()


@pytest.mark.usefixtures("twin")
def test_a_merge_is_undone_from_the_same_list(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    merge(qtbot, page)

    qtbot.keyClick(page.merge.list, Qt.Key.Key_Return)
    assert page.merge.form.go.text() == "Part again"
    commit(page.merge.form.reason, "two persons")
    with qtbot.waitSignals([page.merge.desk.parted, page.shown, page.merge.desk.found]):
        page.merge.form.go.click()

    assert len(services.patients.search("")) == 2
    assert services.merging.merges_of(patient_id) == ()
    assert "also" not in words(page.identity)


def test_who_disagrees_is_merged_only_after_a_second_yes(
    qtbot: QtBot, services: Services, page: PatientPage
) -> None:
    services.patients.register(a_registration(2, name=NAME, sex=Sex.MALE, birth_date="1970"))
    open_panel(qtbot, page)
    compare(qtbot, page)
    form = page.merge.form
    assert "birth date, sex" in form.disagreement.text()
    assert page.focusWidget() is form.sure

    commit(form.reason, WHY)
    with qtbot.assertNotEmitted(form.merge_requested):
        qtbot.keyClick(form.reason, Qt.Key.Key_Return)
    assert page.focusWidget() is form.sure
    qtbot.keyClick(form.sure, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.merge.desk.merged):
        qtbot.keyClick(form.reason, Qt.Key.Key_Return)

    assert len(services.patients.search("")) == 1


def test_what_is_refused_is_said_and_can_be_tried_again(
    qtbot: QtBot, services: Services, page: PatientPage, twin: int
) -> None:
    services.visits.keep_draft(one_result(twin, "3"))
    open_panel(qtbot, page)
    compare(qtbot, page)
    commit(page.merge.form.reason, WHY)

    with qtbot.waitSignal(page.merge.desk.refused):
        page.merge.form.go.click()

    assert "not signed yet" in page.merge.form.message.text()
    assert page.merge.form.go.isEnabled()


def test_somebody_written_differently_is_found_by_number(
    qtbot: QtBot, services: Services, page: PatientPage
) -> None:
    services.patients.register(a_registration(7, name="ZZSENTINEL other", birth_date="1950"))
    open_panel(qtbot, page)
    assert page.merge.list.count() == 0
    assert page.focusWidget() is page.merge.search

    commit(page.merge.search, "0007")
    with qtbot.waitSignal(page.merge.desk.found):
        qtbot.keyClick(page.merge.search, Qt.Key.Key_Return)

    assert page.focusWidget() is page.merge.list
    assert "ZZSENTINEL other" in page.merge.list.item(0).text()


@pytest.mark.usefixtures("twin")
def test_escape_closes_first_the_form_then_the_list(qtbot: QtBot, page: PatientPage) -> None:
    open_panel(qtbot, page)
    compare(qtbot, page)
    page.merge.search.setFocus()
    qtbot.keyClick(page.merge.search, Qt.Key.Key_Down)
    assert page.merge.list.hasFocus()

    qtbot.keyClick(page.merge.form.reason, Qt.Key.Key_Escape)
    assert not page.merge.form.isVisible()
    assert page.focusWidget() is page.merge.list
    qtbot.keyClick(page.merge.list, Qt.Key.Key_Escape)

    assert page.chart.isVisible()


@pytest.mark.usefixtures("twin")
def test_hidden_names_stay_hidden(qtbot: QtBot, context: UiContext, page: PatientPage) -> None:
    context.hide_names(True)
    merge(qtbot, page)

    shown = words(page.merge) + page.merge.list.item(0).text() + words(page.identity)
    assert "ZZSENTINEL0" not in shown
    assert NAME not in shown


def test_the_entries_lead_to_the_other_registration(
    qtbot: QtBot, page: PatientPage, twin: int
) -> None:
    with qtbot.waitSignal(page.desk.entries_found):
        qtbot.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    button = page.entries.findChild(QPushButton, "merge_button")
    assert isinstance(button, QPushButton)

    with qtbot.waitSignal(page.merge.desk.found):
        button.click()

    assert page.merge.isVisible()
    assert page.merge.list.count() == 1
    assert twin


def test_the_registration_leads_from_two_alike_to_their_merge(
    qtbot: QtBot, context: UiContext, patient_id: int, twin: int
) -> None:
    stack = PageStack(context, BackupWatch(context))
    qtbot.addWidget(stack)
    stack.resize(1366, 700)
    show_active(qtbot, stack)
    stack.show_register("")
    register = stack.register
    assert isinstance(register, RegisterPage)
    commit(register.name, NAME)
    qtbot.waitUntil(lambda: set(register.candidates.shown) == {patient_id, twin})
    buttons = [
        each
        for each in register.candidates.findChildren(QPushButton)
        if each.accessibleName() == f"Merge {NAME} with another registration"
    ]

    qtbot.keyClick(buttons[0], Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: stack.patient is not None and stack.patient.merge.list.count() == 1)
    assert stack.patient is not None
    assert stack.patient.merge.isVisible()


def test_one_look_alike_alone_offers_no_merge(
    qtbot: QtBot, context: UiContext, patient_id: int
) -> None:
    page = RegisterPage(context)
    qtbot.addWidget(page)
    show_active(qtbot, page)
    page.start("")
    commit(page.name, NAME)
    qtbot.waitUntil(lambda: page.candidates.shown == (patient_id,))

    def offered() -> list[str]:
        return [x.text() for x in page.candidates.findChildren(QPushButton) if x.isVisible()]

    qtbot.waitUntil(lambda: offered() == ["Open"])


def test_a_whole_visit_is_withdrawn_with_its_reason_by_keyboard(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    with qtbot.waitSignal(page.desk.entries_found):
        qtbot.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    entries = page.entries
    lines = [entries.list.item(n).text() for n in range(entries.list.count())]
    place = lines.index("2026-05-20 · visit · results: 1 · entries: 0")
    entries.list.setCurrentRow(place)
    qtbot.keyClick(entries.list, Qt.Key.Key_Return)
    assert "everything that it added" in words(entries.form)
    assert page.focusWidget() is entries.bar.reason

    qtbot.keyClick(entries.bar.void, Qt.Key.Key_Space)
    assert entries.bar.message.isVisible()
    commit(entries.bar.reason, "wrong patient")
    with qtbot.waitSignals([page.desk.entry_corrected, page.shown, page.desk.entries_found]):
        qtbot.keyClick(entries.bar.void, Qt.Key.Key_Space)

    assert [x.observed_on.isoformat() for x in services.visits.history(patient_id)] == [
        "2025-11-20"
    ]
    assert not any(
        "2026-05-20 · visit" in entries.list.item(n).text() for n in range(len(lines) - 1)
    )
