"""Enter lesions that were seen; those known from before are offered, never copied by themselves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.typed_values import sizes_text
from desktop_app.domain.visit import DraftLesion
from ui import theme
from ui.widgets.entry.lesion_editor import LesionEditor
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.row_list import RowsPart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.record import Lesion
    from ui.terms import Terms

FIELD = "lesions"
ASKED = ("lesion", "lesion_biopsy")  # what the assessment calls a lesion that it misses


class LesionList(RowsPart[LesionEditor, DraftLesion]):
    """Hold one editor a lesion, and a button for each lesion known from before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(FIELD, LesionEditor, DraftLesion("", ""), parent)
        self._terms: Terms | None = None
        self._known: dict[str, Lesion] = {}
        self.offers: dict[str, QPushButton] = {}
        self._offer = QLabel(self)
        theme.set_property(self._offer, "role", "past")
        buttons = QWidget(self)
        self._flow = FlowLayout(buttons)
        self._flow.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addWidget(self._offer)
        column.addWidget(buttons)
        self.list.rearranged.connect(self._on_rearranged)
        self.list.edited.connect(self._on_edited)

    @override
    def set_words(self, terms: Terms) -> None:
        self._terms = terms
        self.add.setText(self.tr("+ lesion"))
        self.add.setAccessibleName(self.tr("Add a lesion"))
        self._offer.setText(self.tr("Known from before; press what was looked at again:"))
        self.list.set_words(terms)
        for name, button in self.offers.items():
            self._word_offer(button, self._known[name])

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return *super().focus_order(), *self.offers.values()

    @override
    def target(self, field: str) -> QWidget | None:
        if field in ASKED:
            return self.editors[0].proven if self.editors else self.add
        return super().target(field)

    def show_known(self, lesions: Iterable[Lesion]) -> None:
        """Offer the lesions of the record as they were seen last, but for those that are gone."""
        latest: dict[str, Lesion] = {}
        for lesion in sorted(lesions, key=lambda each: each.date.last):
            latest[lesion.lesion] = lesion
        self._known = {name: each for name, each in latest.items() if not each.resolved}
        for button in self.offers.values():
            button.hide()
            button.deleteLater()
        self.offers = {}
        for name, lesion in self._known.items():
            button = self.offers[name] = QPushButton(self)
            theme.set_property(button, "role", "chip")
            theme.set_property(button, "kind", "neutral")
            button.clicked.connect(partial(self._on_offer, name))
            self._flow.addWidget(button)
            self._word_offer(button, lesion)
        self._on_rearranged()

    def _on_offer(self, name: str) -> None:
        last = self._known[name]
        # What makes the lesion what it is comes with it; what is looked at anew stays open.
        draft = DraftLesion(
            lesion=last.lesion,
            kind=last.kind,
            site=last.site or "",
            contiguous_with_bone=last.contiguous_with_bone,
            biopsy_proven=last.biopsy_proven,
        )
        self.list.append(draft).diameters.setFocus()
        self._on_edited()

    def _on_rearranged(self) -> None:
        for editor in self.editors:
            editor.show_last(self._known.get(editor.lesion.text()))
        self._show_offers()
        self.rearranged.emit()

    def _on_edited(self) -> None:
        self._show_offers()
        self.edited.emit()

    def _show_offers(self) -> None:
        named = {editor.lesion.text() for editor in self.editors}
        for name, button in self.offers.items():
            button.setVisible(name not in named)
        self._offer.setVisible(bool(self.offers.keys() - named))

    def _word_offer(self, button: QPushButton, lesion: Lesion) -> None:
        if self._terms is None:
            return
        sizes = sizes_text(lesion.diameters_mm)
        kind = self._terms.of("lesion_kind", lesion.kind)
        parts = (lesion.lesion, kind, f"{sizes} mm" if sizes else "", lesion.date.text)
        button.setText(" · ".join(part for part in parts if part))
        #: {0} is a lesion with its kind, size and day
        button.setAccessibleName(self.tr("Looked at again: {0}").format(button.text()))
