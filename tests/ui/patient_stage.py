"""Type on a patient's page and read what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.ui.ime import commit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.models.result_grid import Column
    from ui.pages.patient import PatientPage


def type_into(page: PatientPage, code: str, text: str) -> None:
    """Type a result as an input method would."""
    commit(page.entry.form.results[code].number, text)


def type_and_follow(qtbot: QtBot, page: PatientPage, code: str, text: str) -> None:
    """Type a result and wait for what the program concludes."""
    with qtbot.waitSignal(page.desk.followed):
        type_into(page, code, text)


def words_on(widget: QWidget) -> str:
    """Give all words that a widget shows."""
    labels = [label.text() for label in widget.findChildren(QLabel)]
    buttons = [button.text() for button in widget.findChildren(QPushButton)]
    return "\n".join(labels + buttons)


def cut_off(page: PatientPage) -> list[str]:
    """Give the texts that need more room than they have; last values may be cut: they have tips."""
    past = {field.past for field in page.entry.form.results.values()}
    past |= {band.past for band in page.entry.form.bands.values()}
    labels = [
        label
        for label in page.findChildren(QLabel)
        if label.isVisible() and label not in past and not label.wordWrap()
    ]
    cut = [each.text() for each in labels if each.sizeHint().width() > each.width() + 1]
    buttons = [button for button in page.findChildren(QPushButton) if button.isVisible()]
    return cut + [b.text() for b in buttons if b.minimumSizeHint().width() > b.width() + 1]


def cell(page: PatientPage, row: int, column: Column) -> str:
    """Give what a cell of the result grid shows."""
    return str(page.results.grid.index(row, column).data())
