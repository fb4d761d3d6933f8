"""Answer a question in one chip that shows last time's answer grey until it is confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from desktop_app.domain.truth import Truth
from ui import theme
from ui.widgets.answer_chip import AnswerChip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

CARRIED = "carried"


class CarriedChip(AnswerChip):
    """Confirm the grey answer with "=", Space or a click; Y, N and Delete answer anew."""

    confirmed = Signal()  # told before answer_changed
    _last = Truth.UNKNOWN
    _day = ""

    @property
    def carried(self) -> bool:
        """Tell whether an answer of last time waits to be confirmed."""
        return not self.answer.known and self._last.known

    def set_last(self, answer: Truth, day: str) -> None:
        """Take the last answer and its day; it is not entered."""
        self._last, self._day = answer, day
        self._show()

    def confirm(self) -> bool:
        """Answer as last time where the chip is grey; tell whether it was."""
        if not self.carried:
            return False
        self.set_answer(self._last)
        self.confirmed.emit()
        self.answer_changed.emit(self._last)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Equal:
            super().keyPressEvent(event)
        else:
            self.confirm()

    @override
    def _on_clicked(self) -> None:
        if not self.confirm():
            super()._on_clicked()

    @override
    def _show(self) -> None:
        super()._show()
        if self.carried:
            word = self.tr("yes") if self._last is Truth.MET else self.tr("no")
            #: {0} is a sign, {1} last time's answer, {2} its day
            shown = self.tr("{0}: {1} · {2}")
            self.setText(shown.format(self._question, word, self._day))
            #: {0} is a sign, {1} yes or no, {2} a day
            spoken = self.tr("{0}: last {1} on {2}, not confirmed")
            self.setAccessibleName(spoken.format(self._spoken, word, self._day))
            theme.set_property(self, "kind", CARRIED)
