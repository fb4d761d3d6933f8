"""Test the import of files in the window: waiting files, people, unknown tests, undo, the lock."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from desktop_app.domain.arrivals.review import ArrivalState, PersonState
from tests.builders import a_registration
from tests.ui.ime import commit
from tests.ui.imports_stage import ELSE, KNOWN, NAMELESS, NEW, read, settled, store, table, write
from tests.ui.paste_stage import press, stored_results
from tests.ui.patient_stage import words_on
from tests.ui.screen import show_active
from ui.import_folder import watch_folder, watched_folder
from ui.pages.imports import ImportsPage
from ui.widgets.imports import file_list

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.services import Services
    from ui.context import UiContext

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ENTER = Qt.Key.Key_Return


@pytest.fixture
def one(services: Services) -> int:
    """Give a registered patient."""
    return services.patients.register(a_registration(1, record_number="0000001", name="示範 甲"))


@pytest.fixture
def folder(tmp_path: Path, context: UiContext) -> Path:
    """Give a folder that is watched."""
    made = tmp_path / "lab 檢驗"
    made.mkdir()
    watch_folder(context, str(made))
    return made


@pytest.fixture
def imports(qtbot: QtBot, context: UiContext, one: int, folder: Path) -> ImportsPage:
    """Give the page, on the screen."""
    assert one
    assert folder.is_dir()
    made = ImportsPage(context)
    qtbot.addWidget(made)
    made.resize(1366, 724)
    show_active(qtbot, made)
    made.start()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    return made


def test_a_waiting_file_is_read_and_stored_by_keys(
    qtbot: QtBot, services: Services, imports: ImportsPage, folder: Path, one: int
) -> None:
    write(folder, "a.csv", table(KNOWN))
    imports.start()
    qtbot.waitUntil(lambda: imports.files.list.count() == 1)
    assert "a.csv (waits)" in imports.files.list.item(0).text()

    with qtbot.waitSignal(imports.shown):
        press(imports.files.list, ENTER)
    assert imports.values.counts.text() == "2 will be stored"
    store(qtbot, imports)

    assert len(stored_results(services, one)) == 2
    assert "2 results stored." in imports.banner.text()
    qtbot.waitUntil(lambda: imports.files.list.count() == 0)


def test_an_encoding_and_names_in_chinese_are_shown_before_anything_is_stored(
    qtbot: QtBot, services: Services, imports: ImportsPage, folder: Path, one: int
) -> None:
    read(qtbot, imports, write(folder, "a.csv", table(KNOWN)))

    assert imports.source.encoding.code() == "cp950"
    assert "示範 甲" in imports.source.preview.toPlainText()
    assert stored_results(services, one) == []

    imports.source.encoding.set_code("gb18030")
    with qtbot.waitSignal(imports.shown):
        imports.source.encoding.edited.emit()
    assert "示範 甲" not in imports.source.preview.toPlainText()


def test_nobody_is_registered_or_matched_without_being_told(
    qtbot: QtBot, services: Services, imports: ImportsPage, folder: Path
) -> None:
    read(qtbot, imports, write(folder, "a.csv", table(NEW, NAMELESS)))
    assert imports.stack.currentWidget() is imports.people
    assert {row.state for row in imports.people.rows.rows} == {
        PersonState.NEW,
        PersonState.UNNUMBERED,
    }
    assert imports.people.open_count == 2

    press(imports, ENTER, CONTROL)
    assert "Nothing is ready" in imports.banner.text()

    assert "It is 示範 甲 0000001" in words_on(imports.people)
    with qtbot.waitSignal(imports.shown):
        imports.people.candidates.buttons[0].click()
    with qtbot.waitSignal(imports.shown):
        press(imports.people.register_all, Qt.Key.Key_Space)
    assert imports.people.open_count == 0
    store(qtbot, imports)

    assert services.patients.counts().all == 2
    assert "1 patient registered." in imports.banner.text()


def test_a_person_whose_birth_date_disagrees_is_blocked(
    qtbot: QtBot, services: Services, imports: ImportsPage, folder: Path, one: int
) -> None:
    read(qtbot, imports, write(folder, "a.csv", table(ELSE)))
    assert imports.people.rows.rows[0].state is PersonState.BLOCKED
    assert {each.state for each in imports.values.grid.rows.rows} == {ArrivalState.QUESTION}

    with qtbot.waitSignal(imports.shown):
        imports.people.leave.click()
    press(imports, ENTER, CONTROL)

    assert stored_results(services, one) == []
    assert {each.state for each in imports.values.grid.rows.rows} == {ArrivalState.LEFT_OUT}


def test_an_unknown_test_is_named_once_for_all_rows_and_files(
    qtbot: QtBot, imports: ImportsPage, folder: Path
) -> None:
    read(qtbot, imports, write(folder, "a.csv", table(KNOWN, odd=True)))
    assert imports.stack.currentWidget() is imports.items
    press(imports.items.table, ENTER)
    assert imports.focusWidget() is imports.items.picker.line
    commit(imports.items.picker.line, "ldh")
    with qtbot.waitSignal(imports.shown):
        press(imports.items.picker.line, ENTER)
    assert imports.items.open_count == 0
    assert imports.values.counts.text() == "3 will be stored"

    commit(imports.source.name, "示範檢驗所")
    with qtbot.waitSignal(imports.shown):
        press(imports.source.name, ENTER)
    assert "The profile 示範檢驗所 is kept." in imports.banner.text()

    read(qtbot, imports, write(folder, "b.csv", table(KNOWN, odd=True).replace("11-20", "11-21")))
    assert imports.items.rows.rows == ()
    assert imports.values.counts.text() == "3 will be stored"


def test_a_test_that_is_never_wanted_is_left_out_and_can_be_asked_again(
    qtbot: QtBot, imports: ImportsPage, folder: Path
) -> None:
    read(qtbot, imports, write(folder, "a.csv", table(KNOWN, odd=True)))

    with qtbot.waitSignal(imports.shown):
        imports.items.never.click()
    assert imports.values.counts.text() == "2 will be stored · 1 left out"
    with qtbot.waitSignal(imports.shown):
        imports.items.again.click()

    assert imports.items.open_count == 1


def test_an_import_is_taken_back_from_the_history_with_a_reason(
    qtbot: QtBot, services: Services, imports: ImportsPage, folder: Path, one: int
) -> None:
    read(qtbot, imports, write(folder, "a.csv", table(KNOWN)))
    store(qtbot, imports)
    settled(qtbot, imports)
    press(imports, Qt.Key.Key_5, ALT)
    assert imports.focusWidget() is imports.history.table
    imports.history.undo.click()
    assert "Say why" in words_on(imports.history)

    commit(imports.history.reason, "wrong file")
    with qtbot.waitSignal(imports.desk.undone):
        press(imports.history.reason, ENTER)
    settled(qtbot, imports)

    assert stored_results(services, one) == []
    assert "2 values taken back." in imports.banner.text()
    assert not imports.history.undo.isEnabled()
    assert services.imports.batches()[0].undo_reason == "wrong file"


def test_a_file_that_cannot_be_read_says_where_and_why(
    qtbot: QtBot, imports: ImportsPage, folder: Path
) -> None:
    path = folder / "a.xlsx"
    path.write_bytes(b"PK\x03\x04 no workbook")

    with qtbot.waitSignal(imports.desk.failed):
        imports.open_file(path)

    said = "The workbook is damaged: save it anew as xlsx."
    assert imports.banner.text() == said
    assert not imports._store.isEnabled()


def test_a_file_without_results_leads_to_how_it_is_read(
    qtbot: QtBot, imports: ImportsPage, folder: Path
) -> None:
    with qtbot.waitSignals(
        [imports.desk.reviewed, imports.desk.failed], timeout=2000, raising=False
    ):
        imports.open_file(write(folder, "a.csv", "hello\n"))

    assert imports.banner.isVisible()


def test_stop_leaves_nothing_behind(
    qtbot: QtBot, services: Services, imports: ImportsPage, folder: Path, one: int
) -> None:
    path = write(folder, "a.csv", "\n".join([table(KNOWN)] + ["," * 7] * 200))
    imports.open_file(path)
    qtbot.waitUntil(lambda: imports.desk.busy)
    with qtbot.waitSignals([imports.desk.stopped, imports.desk.reviewed], raising=False):
        press(imports, Qt.Key.Key_Escape)

    settled(qtbot, imports)
    assert stored_results(services, one) == []
    assert services.imports.batches() == ()


def test_chosen_and_dropped_files_are_read_at_once(
    qtbot: QtBot, imports: ImportsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = write(tmp_path, "one.csv", table(KNOWN)), write(tmp_path, "two.csv", table(NEW))
    monkeypatch.setattr(
        file_list.QFileDialog, "getOpenFileNames", lambda *_args: ([str(first)], "")
    )
    with qtbot.waitSignal(imports.shown):
        press(imports, Qt.Key.Key_O, CONTROL)
    assert imports.values.counts.text() == "2 will be stored"

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(second)), QUrl.fromLocalFile(str(tmp_path))])
    drop = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(imports.shown):
        imports.dropEvent(drop)

    assert imports.files.paths == (second, first)
    assert imports.people.rows.rows[0].state is PersonState.NEW


def test_the_watched_folder_is_chosen_and_forgotten_on_this_computer(
    qtbot: QtBot,
    context: UiContext,
    imports: ImportsPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    write(other, "x.csv", table(KNOWN))
    monkeypatch.setattr(file_list.QFileDialog, "getExistingDirectory", lambda *_args: str(other))

    imports.files.watch.click()
    qtbot.waitUntil(lambda: imports.files.list.count() == 1)
    assert watched_folder(context) == str(other)

    imports.files.unwatch.click()
    qtbot.waitUntil(lambda: imports.files.list.count() == 0)
    assert watched_folder(context) == ""
    assert "No folder is watched." in words_on(imports.files)


def test_names_are_masked_when_they_are_hidden(
    qtbot: QtBot, context: UiContext, imports: ImportsPage, folder: Path
) -> None:
    read(qtbot, imports, write(folder, "a.csv", table(NEW, NAMELESS)))

    context.hide_names(True)

    offered = "".join(button.text() for button in imports.people.candidates.buttons)
    shown = offered + imports.source.preview.toPlainText()
    cells = [
        str(model.index(row, column).data())
        for model in (imports.people.rows, imports.values.grid.rows)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert "示範 丙" not in shown + "".join(cells)
    assert "示範 甲" not in shown + "".join(cells)


def test_the_page_changes_language_in_place(
    qtbot: QtBot, context: UiContext, imports: ImportsPage, folder: Path
) -> None:
    read(qtbot, imports, write(folder, "a.csv", table(KNOWN, NEW, odd=True)))

    for language, word in (("zh-TW", "將存入"), ("zh-CN", "将存入"), ("en", "will be stored")):
        context.languages.use(language)
        qtbot.waitUntil(lambda word=word: word in imports.values.counts.text())
        assert imports.values.review is not None


def test_table_days_and_columns_are_settled_by_hand(
    qtbot: QtBot, imports: ImportsPage, folder: Path
) -> None:
    text = table(KNOWN).replace("採檢日期", "哪天").replace("2026-11-20", "20/11/2026")
    read(qtbot, imports, write(folder, "a.csv", text))
    assert imports.values.counts.text() != "2 will be stored"

    imports.source.columns["哪天"].set_code("collected_at")
    with qtbot.waitSignal(imports.shown):
        imports.source.columns["哪天"].edited.emit()
    imports.source.days.set_code("dmy")
    with qtbot.waitSignal(imports.shown):
        imports.source.days.edited.emit()

    assert imports.values.counts.text() == "2 will be stored"
    assert imports.source.profile_in_use.columns == {"哪天": "collected_at"}


def test_a_profile_without_a_name_is_refused_and_a_kept_one_is_chosen(
    qtbot: QtBot, imports: ImportsPage, folder: Path
) -> None:
    read(qtbot, imports, write(folder, "a.csv", table(KNOWN)))
    with qtbot.waitSignal(imports.shelf.failed):
        imports.source.keep.click()
    assert imports.banner.property("kind") == "critical"

    commit(imports.source.name, "甲")
    with qtbot.waitSignals([imports.shelf.listed, imports.shown]):
        imports.source.keep.click()
    imports.source.profile.set_code("")
    with qtbot.waitSignal(imports.shown):
        imports.source.profile.edited.emit()
    assert imports.source.profile_in_use.name == ""
    imports.source.profile.set_code("甲")
    with qtbot.waitSignal(imports.shown):
        imports.source.profile.edited.emit()

    assert imports.source.profile_in_use.name == "甲"


def test_the_history_tells_corrections_and_registered_people(
    qtbot: QtBot, imports: ImportsPage, folder: Path
) -> None:
    read(qtbot, imports, write(folder, "a.csv", table(NEW)))
    with qtbot.waitSignal(imports.shown):
        imports.people.register.click()
    store(qtbot, imports)
    settled(qtbot, imports)

    model = imports.history.rows
    said = [str(model.index(0, column).data()) for column in range(model.columnCount())]

    assert said[1] == "a.csv"
    assert said[3] == "2 stored · 1 registered"
    assert said[4] == "stands"
