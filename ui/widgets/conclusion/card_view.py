"""Show one card of the evidence view: what it is, its points, and where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.domain.verification import UNVERIFIED
from ui import theme
from ui.models.evidence_cards import kind_words, status_words
from ui.models.reasons import citation_of

if TYPE_CHECKING:
    from desktop_app.domain.sources import Card, Source
    from ui.terms import Terms


class CardView(QWidget):
    """Hold the title, the points and the source of a card; all of it can be selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(6)
        self._parts: list[QLabel] = []

    def show_card(self, card: Card | None, source: Source | None, terms: Terms | None) -> None:
        """Show another card, or none."""
        while self._column.count():
            self._column.takeAt(0)
        for part in self._parts:
            part.hide()  # gone only when the event loop of this depth turns
            part.deleteLater()
        self._parts = []
        if card is None or terms is None:
            return
        language = terms.language
        status = status_words(card.status)
        marked = f"{theme.UNVERIFIED_SIGN} {status}" if card.status == UNVERIFIED else status
        self._add(card.titles[language], "strong")
        self._add(f"{kind_words(card.kind)} · {marked}", "small")
        for point in card.points:
            self._add(f"• {point[language]}", "")
        self._add(citation_of(source) or terms.of("source", card.source), "small")
        self._column.addStretch(1)

    def _add(self, text: str, role: str) -> None:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            theme.set_property(label, "role", role)
        self._parts.append(label)
        self._column.addWidget(label)
