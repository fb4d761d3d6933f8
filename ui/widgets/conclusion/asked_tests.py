"""Ask for the tests that would settle something: a chip for each leads to its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.conclusions import Missing
    from ui.terms import Terms

FIRST = 8  # more chips than these are not read in a visit
DIAGNOSIS = "diagnosis"


class AskedTests(QWidget):
    """Show the most telling tests; the others wait behind a chip that says how many they are."""

    field_wanted = Signal(str)  # code that would settle something

    def __init__(
        self, tests: Iterable[Missing], terms: Terms, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._terms = terms
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QWidget(self)
        self._flow = FlowLayout(row)
        column.addWidget(row)
        self.chips = [self._chip(each) for each in sorted(tests, key=_rank)]
        self._later = self.chips[FIRST:]
        self.more = self._plain(self.tr("%n more", "", len(self._later)))
        self.more.setVisible(bool(self._later))
        self.more.clicked.connect(self._show_all)
        for chip in self._later:
            chip.hide()

    def _plain(self, text: str) -> QPushButton:
        chip = QPushButton(text)
        theme.set_property(chip, "role", "chip")
        theme.set_property(chip, "kind", "neutral")
        self._flow.addWidget(chip)
        return chip

    def _chip(self, missing: Missing) -> QPushButton:
        name = self._terms.analyte(missing.code)
        chip = self._plain(f"? {name}")
        theme.set_property(chip, "kind", "unknown")
        chip.setProperty("code", missing.code)
        chip.setToolTip(", ".join(self._terms.of("settles", code) for code in missing.settles))
        chip.setAccessibleName(name)
        chip.setAccessibleDescription(self.tr("Go to the field"))
        chip.clicked.connect(self._on_clicked)
        return chip

    def _on_clicked(self) -> None:
        self.field_wanted.emit(str(self.sender().property("code")))

    def _show_all(self) -> None:
        for chip in self._later:
            chip.show()
        self._later[0].setFocus()
        self.more.hide()


def _rank(missing: Missing) -> tuple[bool, int]:
    """Put first what settles the diagnosis, then what settles most; else the order stays."""
    return DIAGNOSIS not in missing.settles, -len(missing.settles)
