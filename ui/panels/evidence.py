"""Show what is known elsewhere: cards for this patient first, then the library, all offline."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QScrollArea,
    QWidget,
)

from ui import theme
from ui.models.card_list import CardList
from ui.models.copied_inputs import input_lines
from ui.models.evidence_cards import PEARL, Shelf, ledger, ledger_words, shelf
from ui.widgets.conclusion.card_view import CardView
from ui.widgets.key_button import KeyButton
from ui.widgets.panel_frame import PanelFrame

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

    from desktop_app.domain.conclusions import Assessment, Input
    from desktop_app.domain.sources import Card, Evidence
    from ui.terms import Terms

LIST_WIDTH = 212
_TOOLS = ("WEB-PANGEA", "WEB-ISTOPMM")


class EvidencePanel(PanelFrame):
    """Hold the list of cards and the one that is read; copy inputs for calculators elsewhere."""

    inputs_wanted = Signal(str)  # rule ID of the calculator

    def __init__(self, pearls: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = Shelf()
        self._ledger: tuple[Card, ...] = ()
        self._terms: Terms | None = None
        self._evidence: Evidence | None = None
        self.model = CardList(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.card = CardView(self)
        self.pearls = KeyButton(pearls, parent=self)
        self._pearls = pearls
        self._close = QPushButton("✕", self)
        self.copies: Mapping[str, QPushButton] = {tool: QPushButton(self) for tool in _TOOLS}
        self._said = QLabel(self)
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._show_card)
        self._close.clicked.connect(self.closed)
        for tool, button in self.copies.items():
            button.clicked.connect(partial(self._on_copy, tool))
        self.retranslate()

    def show_assessment(
        self,
        assessment: Assessment | None,
        category: str | None,
        terms: Terms,
        evidence: Evidence,
    ) -> None:
        """Put the cards that concern a conclusion first; ``category`` is what stands as it."""
        changed = terms is not self._terms
        self._terms = terms
        found = shelf(evidence.cards.values(), assessment, category)
        differing = ledger(evidence, assessment, terms)
        self._evidence = evidence
        if changed or (found, differing) != (self._shelf, self._ledger):
            self._shelf, self._ledger = found, differing
            self._refill()

    def reset(self) -> None:
        """Forget what was read and copied for another patient."""
        self.list.setCurrentIndex(QModelIndex())
        self.say("")
        self._shelf, self._ledger = Shelf(), ()

    def show_pearls(self, *, only: bool) -> None:
        """Show pearls and pitfalls only, or every card again."""
        self._pearls.setChecked(only)
        self._refill()

    def say(self, text: str) -> None:
        """Say beside the buttons what was copied."""
        self._said.setText(text)

    def copy_inputs(self, inputs: tuple[Input, ...]) -> None:
        """Put the inputs of a calculator on the clipboard, and say so."""
        if self._terms is None or not inputs:
            self.say(self.tr("This calculator is not meant for this patient."))
            return
        lines = input_lines(inputs, self._terms)
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.say(self.tr("%n line(s) copied, nothing of the person.", "", len(lines)))

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.title.setText(self.tr("Evidence"))
        self.list.setAccessibleName(self.tr("Cards"))
        self._close.setAccessibleName(self.tr("Back to the trend"))
        self._close.setToolTip(self.tr("Back to the trend"))
        captions = (self.tr("Copy inputs: PANGEA"), self.tr("Copy inputs: iStopMM"))
        for button, caption in zip(self.copies.values(), captions, strict=True):
            button.setText(caption)
            button.setAccessibleName(caption)
            button.setToolTip(self.tr("Puts the values on the clipboard, without the person"))
        self.say("")
        self._refill()

    def _lay_out(self) -> None:
        theme.set_property(self._close, "kind", "quiet")
        theme.set_property(self.pearls, "role", "compact")
        self.head.addWidget(self.pearls)
        self.head.addWidget(self._close)
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        theme.set_property(self.list, "role", "cards")
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.card)
        self._scroll = scroll
        middle = QHBoxLayout()
        middle.setSpacing(10)
        middle.addWidget(self.list)
        middle.addWidget(scroll, 1)
        theme.set_property(self._said, "role", "small")
        self._said.setWordWrap(True)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        for button in self.copies.values():
            theme.set_property(button, "role", "compact")
            foot.addWidget(button)
        foot.addWidget(self._said, 1)
        self.body.addLayout(middle, 1)
        self.body.addLayout(foot)

    def _refill(self) -> None:
        """List the cards anew; the one that is read stays, else the first is read."""
        if self._terms is None:
            return
        reading = self.model.card(self.list.currentIndex())
        pearls = self._pearls.isChecked()
        found = self._shelf.of_kind(PEARL) if pearls else self._shelf
        shelves = (
            (self.tr("For this patient"), found.patient),
            (self.tr("Library"), found.library),
            (ledger_words(), () if pearls else self._ledger),
        )
        self.model.set_shelves(shelves, self._terms.language)
        self.list.setCurrentIndex(self.model.place_of(reading.id if reading is not None else ""))
        self._show_card()

    def _show_card(self) -> None:
        card = self.model.card(self.list.currentIndex())
        sources = self._evidence.sources if self._evidence is not None else {}
        self.card.show_card(card, sources.get(card.source) if card else None, self._terms)
        self._scroll.verticalScrollBar().setValue(0)

    def _on_copy(self, tool: str, _checked: bool = False) -> None:
        self.inputs_wanted.emit(tool)
