"""Show who looks like the one being registered: a warning with names to open, never a stop."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.language import language_change
from ui.widgets.chip import Chip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent

_MOST = 8


class Candidates(QFrame):
    """List a few people by name and details; each can be opened instead."""

    open_requested = Signal(int)
    merge_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._rows: tuple[tuple[int, str, str], ...] = ()
        self._title, self._sentence = QLabel(self), QLabel(self)
        self._title.setProperty("role", "panelTitle")
        self._sentence.setProperty("role", "muted")
        self._sentence.setWordWrap(True)
        self._chip = Chip(kind="warning", parent=self)
        self._list = QWidget(self)
        QVBoxLayout(self._list).setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._chip)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(theme.STEPS[1])
        layout.addLayout(head)
        layout.addWidget(self._sentence)
        layout.addWidget(self._list)
        layout.addStretch(1)
        self.retranslate()

    def show_rows(self, rows: Sequence[tuple[int, str, str]]) -> None:
        """Show people as (patient, name, details)."""
        self._rows = tuple(rows)
        self.retranslate()

    @property
    def shown(self) -> tuple[int, ...]:
        """Give the patients that are offered."""
        return tuple(row[0] for row in self._rows[:_MOST])

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self._title.setText(self.tr("Perhaps registered already"))
        count = len(self._rows)
        self._chip.show_state(self.tr("%n similar", "", count) if count else "", "warning")
        self._sentence.setText(
            self.tr("Open the patient if it is the same person. Otherwise go on registering.")
            if count == 1
            else self.tr("Open whom you look for. Who is registered twice can be merged.")
            if count
            else self.tr("Nobody similar so far. This is checked while you type.")
        )
        self._fill()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _fill(self) -> None:
        layout = self._list.layout()
        assert layout is not None
        while (item := layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for patient_id, name, details in self._rows[:_MOST]:
            layout.addWidget(self._line(patient_id, name, details))

    def _line(self, patient_id: int, name: str, details: str) -> QWidget:
        line = QWidget(self._list)
        names = QLabel(name, line)
        names.setProperty("role", "strong")
        more = QLabel(details, line)
        more.setProperty("role", "muted")
        button = QPushButton(self.tr("Open"), line)
        #: {0} is the name of a patient
        button.setAccessibleName(self.tr("Open {0}").format(name))
        button.clicked.connect(partial(self._on_open_clicked, patient_id))
        merge = QPushButton(self.tr("Merge…"), line)
        #: {0} is the name of a patient
        merge.setAccessibleName(self.tr("Merge {0} with another registration").format(name))
        merge.setVisible(len(self._rows) > 1)
        merge.clicked.connect(partial(self._on_merge_clicked, patient_id))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(names)
        texts.addWidget(more)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 0, 4)
        row.addLayout(texts, 1)
        row.addWidget(button)
        row.addWidget(merge)
        return line

    def _on_open_clicked(self, patient_id: int, _checked: bool = False) -> None:
        self.open_requested.emit(patient_id)

    def _on_merge_clicked(self, patient_id: int, _checked: bool = False) -> None:
        self.merge_requested.emit(patient_id)
