"""Ask why somebody reads a patient whose page their role does not open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from ui import theme
from ui.language import language_change

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    from ui.context import UiContext
    from ui.tasks import Problem

_EDIT_WIDTH = 300


class EmergencyBar(QFrame):
    """Take a reason; with it the record can be read until it is locked."""

    begun = Signal(int)  # patient_id

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._patient_id = 0
        theme.set_property(self, "role", "banner")
        theme.set_property(self, "kind", "critical")
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self.reason = QLineEdit(self)
        self.reason.setFixedWidth(_EDIT_WIDTH)
        self.begin, self.cancel = QPushButton(self), QPushButton(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 6, 6)
        line.setSpacing(theme.STEPS[1])
        line.addWidget(self._said, 1)
        for part in (self.reason, self.begin, self.cancel):
            line.addWidget(part)
        for button, run in ((self.begin, self._on_begin), (self.cancel, self.hide)):
            button.setAutoDefault(True)  # else Enter does nothing outside a dialog
            button.clicked.connect(run)
        self.reason.returnPressed.connect(self._on_begin)
        self.hide()
        self.retranslate()

    def ask(self, patient_id: int) -> None:
        """Ask for the reason to read a patient."""
        self._patient_id = patient_id
        self.reason.clear()
        self.retranslate()
        self.show()
        self.reason.setFocus()

    def message(self) -> str:
        """Give what is said."""
        return self._said.text()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.reason.setAccessibleName(self.tr("Reason (kept in the log)"))
        self.reason.setPlaceholderText(self.tr("Reason (kept in the log)"))
        self.begin.setText(self.tr("Emergency access"))
        self.cancel.setText(self.tr("Cancel"))
        self._say(
            self.tr(
                "Your role does not open this page. In an emergency you may read it, "
                "with a reason, until the record is locked."
            )
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _say(self, text: str) -> None:
        self._said.setText(f"{theme.SIGNS['critical']} {text}")
        self.setAccessibleName(text)

    def _on_begin(self) -> None:
        self._context.tasks.run(
            partial(self._context.services.clinic.begin_emergency, self.reason.text()),
            owner=self,
            done=self._on_begun,
            failed=self._on_refused,
        )

    def _on_begun(self, _nothing: None) -> None:
        self.hide()
        self.begun.emit(self._patient_id)

    def _on_refused(self, problem: Problem) -> None:
        self._say(self._context.words.problem(problem))
        self.reason.setFocus()
