"""Frame a panel: a title, a remark beside it, room for buttons at the right, and the body."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme

MARGIN = 10


class PanelFrame(QFrame):
    """Hold one panel of the patient's page; ``closed`` asks for what stood there before."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_property(self, "role", "panel")
        self.title = QLabel(self)
        theme.set_property(self.title, "role", "panelTitle")
        self.remark = QLabel(self)
        theme.set_property(self.remark, "role", "small")
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.title)
        self.head.addWidget(self.remark)
        self.head.addStretch(1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 8, 12, MARGIN)
        self.body.setSpacing(4)
        self.body.addLayout(self.head)
