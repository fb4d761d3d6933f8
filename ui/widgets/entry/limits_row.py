"""Enter the laboratory's reference limits as printed beside a result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.domain.typed_values import parse_plain_number
from ui import theme
from ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from desktop_app.domain.visit import DraftResult

LIMIT_WIDTH = 64


class LimitsRow(QWidget):
    """Hold both limits; those of the last report are one press away, never copied by themselves."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.low = NumberEdit(self, reads=parse_plain_number)
        self.high = NumberEdit(self, reads=parse_plain_number)
        self.same = QPushButton(self)
        self._name = QLabel(self)
        self._last = ("", "")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        theme.set_property(self._name, "role", "small")
        line.addWidget(self._name, 1, Qt.AlignmentFlag.AlignRight)
        for edit in (self.low, self.high):
            edit.setFixedWidth(LIMIT_WIDTH)
            line.addWidget(edit)
            edit.edited.connect(self.edited)
        line.addWidget(self.same)
        theme.set_property(self.same, "role", "chip")
        theme.set_property(self.same, "kind", "accent")
        self.same.hide()
        self.same.clicked.connect(self._on_same)

    @property
    def filled(self) -> bool:
        """Tell whether a limit was typed."""
        return bool(self.low.text() or self.high.text())

    def set_words(self, name: str) -> None:
        """Word the row in a language; ``name`` is the analyte's."""
        self._name.setText(self.tr("Limits"))
        #: {0} is the name of a test
        self.same.setAccessibleName(self.tr("Take the last limits of {0}").format(name))
        self.same.setToolTip(self.same.accessibleName())
        self.low.set_hint(self.tr("low"))
        self.high.set_hint(self.tr("high"))
        self.low.setAccessibleName(self.tr("Lower limit of {0}").format(name))
        self.high.setAccessibleName(self.tr("Upper limit of {0}").format(name))
        self._show_last()

    def show_value(self, kept: DraftResult) -> None:
        """Show kept limits."""
        self.low.set_number_text(kept.low)
        self.high.set_number_text(kept.high)

    def set_last(self, low: str, high: str) -> None:
        """Offer the limits of the last report; the doctor says whether they still hold."""
        self._last = low, high
        self._show_last()

    def _show_last(self) -> None:
        self.same.setText(self.tr("as last: {0}–{1}").format(*self._last))
        self.same.setVisible(any(self._last))

    def _on_same(self) -> None:
        self.low.set_number_text(self._last[0])
        self.high.set_number_text(self._last[1])
        self.edited.emit()
