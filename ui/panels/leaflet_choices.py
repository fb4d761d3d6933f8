"""Choose a leaflet's kind, languages and size, and see whether the clinic approved its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from desktop_app.domain.document import PRINT_LANGUAGES
from ui import theme
from ui.language import LANGUAGE_NAMES
from ui.widgets.answer_box import Choice, ChoiceList
from ui.widgets.chip import Chip
from ui.widgets.key_button import KeyButton
from ui.widgets.panel_frame import PanelFrame

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from desktop_app.services.documents import Preview
    from ui.terms import Terms


class LeafletChoices(PanelFrame):
    """Hold what is asked for; the page shows what comes of it."""

    changed = Signal()

    def __init__(self, approve: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.languages = ChoiceList(self), ChoiceList(self)
        self.large = QCheckBox(self)
        self._names = [QLabel(self), QLabel(self)]
        self._approval, self._review = Chip(parent=self), Chip(parent=self)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        theme.set_property(self._hint, "role", "small")
        self.approve = KeyButton(approve, parent=self)
        for name, box in zip(self._names, (self.kind, self.languages), strict=True):
            theme.set_property(name, "role", "muted")
            name.setBuddy(box)
            self.body.addWidget(name)
            self.body.addWidget(box)
            box.edited.connect(self.changed)
        self.body.addWidget(self.large)
        self.body.addSpacing(8)
        for widget in (self._approval, self._review, self._hint):
            self.body.addWidget(widget)
        self.body.addWidget(self.approve, 0, Qt.AlignmentFlag.AlignLeft)
        self.large.toggled.connect(self.changed)

    def set_words(self, terms: Terms, patient: str) -> None:
        """Set the texts in a language; ``patient`` is for whom the leaflet is."""
        self.title.setText(self.tr("Leaflet"))
        self.remark.setText(patient)
        self._names[0].setText(self.tr("Which"))
        self._names[1].setText(self.tr("Languages"))
        self.kind.setAccessibleName(self.tr("Which leaflet"))
        self.languages.setAccessibleName(self.tr("Languages of the leaflet"))
        self.large.setText(self.tr("Large print"))
        self._hint.setText(
            self.tr("Until a doctor of this clinic approves the text, every print says so.")
        )
        self.languages.set_choices(
            [
                Choice(",".join(each), " + ".join(LANGUAGE_NAMES[one] for one in each))
                for each in PRINT_LANGUAGES
            ]
        )
        kinds = [str(self.kind.itemData(row)) for row in range(self.kind.count())]
        self.kind.set_choices([Choice(kind, terms.of("leaflet_kind", kind)) for kind in kinds])

    def offer(self, kinds: tuple[str, ...], kind: str, languages: str, terms: Terms) -> None:
        """Offer the kinds that fit and choose one."""
        offered = kinds if kind in kinds else (kind, *kinds)
        self.kind.set_choices([Choice(each, terms.of("leaflet_kind", each)) for each in offered])
        self.kind.set_code(kind)
        self.languages.set_code(languages)

    def chosen_languages(self) -> tuple[str, ...]:
        """Give the languages in the order in which they are printed."""
        return tuple(self.languages.code().split(","))

    def show_state(self, preview: Preview | None) -> None:
        """Show whether the text is approved and its review in date."""
        approved = preview is not None and preview.approved
        if preview is None:
            self._approval.show_state("", "neutral")
        elif approved:
            self._approval.show_state(self.tr("approved by this clinic"), "good")
        else:
            self._approval.show_state(self.tr("not yet approved by this clinic"), "warning")
        overdue = preview is not None and preview.review_overdue
        self._review.show_state(self.tr("review overdue") if overdue else "", "warning")
        self._hint.setVisible(not approved)
        self.approve.setVisible(not approved)
