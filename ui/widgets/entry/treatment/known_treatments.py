"""List the regimens on record; one that is still given can be ended from here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.models.treatment_words import treatment_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.record import Treatment
    from ui.terms import Terms


class KnownTreatments(QWidget):
    """Hold one line a regimen, newest first."""

    stop_wanted = Signal(object)  # Treatment

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terms: Terms | None = None
        self._known: tuple[Treatment, ...] = ()
        self.stops: list[QPushButton] = []
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def set_words(self, terms: Terms) -> None:
        """Word the lines in a language."""
        self._terms = terms
        self._show()

    def show_known(self, treatments: Iterable[Treatment]) -> None:
        """Show the regimens of the record."""
        latest = sorted(treatments, key=lambda each: (each.start.first, each.start.last))
        known = tuple(reversed(latest))
        if known != self._known:
            self._known = known
            self._show()

    def _show(self) -> None:
        if self._terms is None:
            return
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self.stops = []
        self._lines = [self._line(treatment, self._terms) for treatment in self._known]
        for line in self._lines:
            self._column.addWidget(line)
            line.show()
        self.setVisible(bool(self._lines))

    def _line(self, treatment: Treatment, terms: Terms) -> QWidget:
        line = QWidget(self)
        said = treatment_line(treatment, terms)
        label = QLabel(said, line)
        label.setWordWrap(True)
        label.setToolTip(", ".join(treatment.drugs))
        theme.set_property(label, "role", "past")
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(label, 1)
        if treatment.stop is None:
            button = QPushButton(self.tr("Stop…"), line)
            theme.set_property(button, "role", "chip")
            theme.set_property(button, "kind", "accent")
            #: {0} is a regimen with its days
            button.setAccessibleName(self.tr("End {0}").format(said))
            button.clicked.connect(partial(self.stop_wanted.emit, treatment))
            layout.addWidget(button)
            self.stops.append(button)
        return line
