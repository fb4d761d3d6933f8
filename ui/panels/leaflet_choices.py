"""Choose what is printed: a leaflet or letter, its languages and size, and what a letter holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from desktop_app.domain.document import LETTER_KINDS, PRINT_LANGUAGES
from desktop_app.domain.letter import Part
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

_SINGLE = tuple(languages for languages in PRINT_LANGUAGES if len(languages) == 1)


class LeafletChoices(PanelFrame):
    """Hold what is asked for; the page shows what comes of it."""

    changed = Signal()

    def __init__(self, approve: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.languages = ChoiceList(self), ChoiceList(self)
        self.large = QCheckBox(self)
        self.parts = {part: QCheckBox(self) for part in Part}
        self._names = [QLabel(self), QLabel(self), QLabel(self)]
        self._approval, self._review = Chip(parent=self), Chip(parent=self)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        theme.set_property(self._hint, "role", "small")
        self.approve = KeyButton(approve, parent=self)
        self._letter = False
        self._lay_out()
        self.kind.edited.connect(self._on_kind)
        self.languages.edited.connect(self.changed)
        self.large.toggled.connect(self.changed)
        for box in self.parts.values():
            box.setChecked(True)
            box.toggled.connect(self.changed)

    def _lay_out(self) -> None:
        for name in self._names:
            theme.set_property(name, "role", "muted")
        for name, box in zip(self._names, (self.kind, self.languages), strict=False):
            name.setBuddy(box)
            self.body.addWidget(name)
            self.body.addWidget(box)
        self.body.addWidget(self.large)
        self.body.addWidget(self._names[2])
        for part in self.parts.values():
            self.body.addWidget(part)
        self.body.addSpacing(8)
        for widget in (self._approval, self._review, self._hint):
            self.body.addWidget(widget)
        self.body.addWidget(self.approve, 0, Qt.AlignmentFlag.AlignLeft)

    def set_words(self, terms: Terms, patient: str) -> None:
        """Set the texts in a language; ``patient`` is for whom the sheet is."""
        self.title.setText(self.tr("Leaflet or letter"))
        self.remark.setText(patient)
        for label, text in zip(
            self._names, (self.tr("Which"), self.tr("Languages"), self.tr("Enclosed")), strict=True
        ):
            label.setText(text)
        self.kind.setAccessibleName(self.tr("Which leaflet or letter"))
        self.languages.setAccessibleName(self.tr("Languages of the sheet"))
        self.large.setText(self.tr("Large print"))
        self.parts[Part.RESULTS].setText(self.tr("Results"))
        self.parts[Part.CHART].setText(self.tr("Chart"))
        self.parts[Part.CRITERIA].setText(self.tr("Criteria"))
        self._hint.setText(
            self.tr("Until a doctor of this clinic approves the text, every print says so.")
        )
        kinds = [str(self.kind.itemData(row)) for row in range(self.kind.count())]
        self._offer_kinds(kinds, terms)
        self._offer_languages()

    def offer(self, kinds: tuple[str, ...], kind: str, languages: str, terms: Terms) -> None:
        """Offer the kinds that fit and choose one."""
        self.kind.clear()  # what was chosen for another patient is not on offer
        self._offer_kinds(list(kinds if kind in kinds else (kind, *kinds)), terms)
        self.kind.set_code(kind)
        self._show_kind()
        self.languages.set_code(languages.split(",")[0] if self._letter else languages)

    def chosen_languages(self) -> tuple[str, ...]:
        """Give the languages in the order in which they are printed."""
        return tuple(self.languages.code().split(","))

    def chosen_parts(self) -> frozenset[Part]:
        """Give what the doctor left in the letter."""
        return frozenset(part for part, box in self.parts.items() if box.isChecked())

    def show_state(self, preview: Preview | None) -> None:
        """Show whether the text is approved and its review in date; letters need no approval."""
        approved = preview is not None and preview.approved
        if preview is None or self._letter:
            self._approval.show_state("", "neutral")
        elif approved:
            self._approval.show_state(self.tr("approved by this clinic"), "good")
        else:
            self._approval.show_state(self.tr("not yet approved by this clinic"), "warning")
        overdue = preview is not None and preview.review_overdue
        self._review.show_state(self.tr("review overdue") if overdue else "", "warning")
        self._hint.setVisible(not approved and not self._letter)
        self.approve.setVisible(not approved and not self._letter)

    def _on_kind(self) -> None:
        self._show_kind()
        self.changed.emit()

    def _show_kind(self) -> None:
        """Show what can be chosen of a leaflet, or of a letter."""
        was_letter, self._letter = self._letter, self.kind.code() in LETTER_KINDS
        if self._letter is not was_letter:
            first = self.chosen_languages()[0]
            paired = {languages[0]: languages for languages in reversed(PRINT_LANGUAGES)}
            self.languages.clear()
            self._offer_languages()
            self.languages.set_code(first if self._letter else ",".join(paired[first]))
        self.large.setVisible(not self._letter)
        for widget in (self._names[2], *self.parts.values()):
            widget.setVisible(self._letter)

    def _offer_kinds(self, kinds: list[str], terms: Terms) -> None:
        choices = [
            Choice(kind, terms.of("letter_kind" if kind in LETTER_KINDS else "leaflet_kind", kind))
            for kind in kinds
        ]
        self.kind.set_choices(choices)

    def _offer_languages(self) -> None:
        offered = _SINGLE if self._letter else PRINT_LANGUAGES
        self.languages.set_choices(
            [
                Choice(",".join(each), " + ".join(LANGUAGE_NAMES[one] for one in each))
                for each in offered
            ]
        )
