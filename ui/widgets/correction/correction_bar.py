"""Ask for the reason of a correction, and whether to correct, to withdraw, or to leave it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.entry.entry_part import message_label, show_message


class CorrectionBar(QWidget):
    """Hold the reason and the three answers; what each of them does is the owner's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = QLineEdit(self)
        self.save, self.void, self.cancel = (QPushButton(self) for _ in range(3))
        theme.set_property(self.void, "kind", "danger")
        theme.set_property(self.cancel, "kind", "quiet")
        self.message = message_label(self)
        line = QHBoxLayout()
        line.setSpacing(6)
        for widget in self.focus_order():
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self.message)
        self.retranslate()

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        return self.reason, self.save, self.void, self.cancel

    def begin(self) -> None:
        """Forget the reason and the message of the correction before."""
        self.reason.clear()
        self.show_problem("")

    def why(self) -> str:
        """Give the reason; where there is none, ask for it and give an empty text."""
        reason = self.reason.text().strip()
        if not reason:
            self.show_problem(self.tr("Say why; the reason is kept in the record."))
            self.reason.setFocus()
        return reason

    def show_problem(self, text: str) -> None:
        """Say what is wrong."""
        show_message(self.message, text)

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.reason.setPlaceholderText(self.tr("Reason (kept in the record)"))
        self.reason.setAccessibleName(self.tr("Reason for the correction"))
        self.save.setText(self.tr("Correct"))
        self.void.setText(self.tr("Withdraw"))
        self.cancel.setText(self.tr("Cancel"))
