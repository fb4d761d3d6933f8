"""Choose from a short list of words, or none of them; last time's choice stands grey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.poems_form import WORDS, words_value
from desktop_app.domain.visit import DraftFinding
from ui import theme
from ui.widgets.entry.entry_part import note_in
from ui.widgets.entry.poems.carried_chip import CARRIED
from ui.widgets.entry.poems.carried_part import CarriedPart
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.record import Finding, FindingValue, Result
    from ui.terms import Terms

LAST_WIDTH = 340


class CarriedWords(CarriedPart):
    """Hold a chip a word, one for "none of these", and a grey one that takes the last list over.

    A word that the program does not know is carried along.
    """

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        self._note, self._others = "", tuple[str, ...]()
        self._last: Finding | Result | None = None
        self._terms: Terms | None = None
        self.last, self.none = QPushButton(self), QPushButton(self)
        self.words = {word: QPushButton(self) for word in WORDS[code]}
        chips = QWidget(self)
        flow = FlowLayout(chips)
        for chip in (self.none, *self.words.values()):
            chip.setCheckable(True)
            theme.set_property(chip, "kind", "unknown")
            flow.addWidget(chip)
        for chip in (self.last, self.none, *self.words.values()):
            theme.set_property(chip, "role", "chip")
        theme.set_property(self.last, "kind", CARRIED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.last, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(chips)
        self.last.hide()
        self.last.clicked.connect(self.confirm)
        self.none.clicked.connect(self._on_none)
        for chip in self.words.values():
            chip.clicked.connect(self._on_word)

    @property
    @override
    def codes(self) -> frozenset[str]:
        return frozenset({self._code})

    @property
    @override
    def carried(self) -> int:
        return int(self._known() is not None and self._value() is None)

    @override
    def show_last(self, last: Mapping[str, Result | Finding]) -> None:
        self._last = last.get(self._code)
        self._show()

    @override
    def confirm(self) -> bool:
        known = self._known()
        if known is None or not self.carried:
            return False
        self._choose(known)
        self.edited.emit()
        return True

    @override
    def set_words(self, terms: Terms) -> None:
        self._terms = terms
        name = terms.of("finding", self._code)
        self.last.setAccessibleName(name)
        self.none.setText(self.tr("none of these"))
        #: {0} is what is asked, such as skin changes
        self.none.setAccessibleName(self.tr("{0}: none of these").format(name))
        for word, chip in self.words.items():
            text = terms.of(self._code, word)
            chip.setText(text)
            chip.setAccessibleName(f"{name}: {text}")
        self._show()

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return self.last, self.none, *self.words.values()

    @override
    def target(self, field: str) -> QWidget | None:
        return self.none if field == self._code else None

    @override
    def findings(self) -> tuple[DraftFinding, ...]:
        value = self._value()
        return () if value is None else (DraftFinding(self._code, value, self._note),)

    @override
    def show_findings(self, findings: Mapping[str, DraftFinding]) -> None:
        kept = findings.get(self._code)
        self._note = note_in(findings, self._code)
        value = kept.value if kept is not None else None
        if isinstance(value, tuple | list):
            self._choose(tuple(map(str, value)))
        else:
            self._choose((), none=False)

    def _choose(self, chosen: tuple[str, ...], *, none: bool = True) -> None:
        self._others = tuple(word for word in chosen if word not in self.words)
        self.none.setChecked(none and not chosen)
        for word, chip in self.words.items():
            chip.setChecked(word in chosen)
        self._show()

    def _value(self) -> FindingValue | None:
        chosen = tuple(word for word, chip in self.words.items() if chip.isChecked())
        return words_value((*chosen, *self._others), none=self.none.isChecked())

    def _known(self) -> tuple[str, ...] | None:
        value = self._last.value if self._last is not None else None
        return tuple(map(str, value)) if isinstance(value, tuple | list) else None

    def _on_none(self) -> None:
        if self.none.isChecked():
            self._choose(())
        self._on_word()

    def _on_word(self) -> None:
        if any(chip.isChecked() for chip in self.words.values()):
            self.none.setChecked(False)
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        known = self._known()
        self.last.setVisible(bool(self.carried))
        if known is None or self._terms is None or self._last is None:
            return
        words = tuple(self._terms.of(self._code, word) for word in known)
        said = self._terms.listed(words) if known else self.none.text()
        text = f"{said} · {self._last.date.text}"
        whole = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, LAST_WIDTH)
        self.last.setText(whole)
        self.last.setToolTip(text)
        name = self._terms.of("finding", self._code)
        #: {0} is what is asked, {1} what was found last, with its day
        spoken = self.tr("{0}: last {1}, not confirmed")
        self.last.setAccessibleName(spoken.format(name, text))
