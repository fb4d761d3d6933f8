"""Say the tier of POEMS in one line, with what must be minded as chips below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.domain.poems_words import tier_text
from ui import theme
from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from desktop_app.domain.poems_conclusions import PoemsTier
    from ui.terms import Terms


class TierLine(QWidget):
    """Hold the line and its chips; each chip says its whole sentence as a tip."""

    def __init__(self, tier: PoemsTier, terms: Terms, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self.line = QLabel(tier_text(tier, terms), self)
        self.line.setWordWrap(True)
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_property(self.line, "role", "strong")
        if tier.opened is not None:
            self.line.setToolTip(terms.sentence("note", tier.opened))
        column.addWidget(self.line)
        if tier.unusual:
            said = " · ".join(terms.sentence("note", note) for note in tier.unusual)
            self.unusual = QLabel(f"{theme.SIGNS['warning']} {said}", self)
            self.unusual.setWordWrap(True)
            theme.set_property(self.unusual, "role", "warning")
            column.addWidget(self.unusual)
        self.chips = []
        row = QWidget(self)
        flow = FlowLayout(row)
        for note in tier.flags:
            chip = Chip(terms.of("poems_flag", note.code), "warning", row)
            told = terms.sentence("note", note)
            chip.setToolTip(told)
            chip.setAccessibleName(told)
            flow.addWidget(chip)
            self.chips.append(chip)
        row.setVisible(bool(tier.flags))
        column.addWidget(row)
