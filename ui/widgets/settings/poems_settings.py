"""Choose by which set of criteria the response of POEMS is read, and its limit of VEGF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.policy import POEMS_PRESETS, PUBLISHED
from desktop_app.domain.typed_values import parse_whole_number
from ui import theme
from ui.widgets.answer_box import Choice, ChoiceBox
from ui.widgets.entry.entry_part import message_label, show_message
from ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.terms import Terms

PRESET, LIMIT = "poems_preset", "poems_vegf_limit"
LIMIT_WIDTH = 78


class PoemsSettings(QWidget):
    """Hold the preset and the limit; an empty limit keeps the published one, which stands grey."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preset = ChoiceBox(self)
        self.preset.set_code(PUBLISHED.poems_preset)
        self.limit = NumberEdit(self, reads=parse_whole_number)
        self.limit.setFixedWidth(LIMIT_WIDTH)
        self._names = (QLabel(self), QLabel(self))
        self._unit, self._hint = QLabel("pg/mL", self), QLabel(self)
        self.message = message_label(self)
        self._hint.setWordWrap(True)
        for label in (self._unit, self._hint):
            theme.set_property(label, "role", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        fields = ((self.preset,), (self.limit, self._unit))
        for name, widgets in zip(self._names, fields, strict=True):
            line = QHBoxLayout()
            line.setSpacing(8)
            name.setBuddy(widgets[0])
            for widget in (name, *widgets):
                line.addWidget(widget)
            line.addStretch(1)
            column.addLayout(line)
        column.addWidget(self.message)
        column.addWidget(self._hint)
        self.preset.edited.connect(self.edited)
        self.limit.edited.connect(self.edited)

    def set_words(self, terms: Terms) -> None:
        """Word the fields in a language."""
        names = (self.tr("Response criteria"), self.tr("VEGF rises from"))
        for label, text in zip(self._names, names, strict=True):
            label.setText(text)
        self.preset.setAccessibleName(names[0])
        choices = [Choice(code, terms.of("axis_preset", code)) for code in POEMS_PRESETS]
        self.preset.set_choices(choices)
        self.limit.set_hint(f"{PUBLISHED.poems_vegf_limit:f}")
        self.limit.setAccessibleName(self.tr("Serum VEGF that counts as a rise, in pg/mL"))
        said = self.tr("Serum VEGF after complete response counts as a rise from here on.")
        self._hint.setText(said)

    def value(self) -> tuple[str, str]:
        """Give the preset, and the limit as typed."""
        return self.preset.code(), self.limit.number_text()

    def show_value(self, preset: str, limit: str) -> None:
        """Show what is set."""
        self.preset.set_code(preset)
        self.limit.set_number_text(limit)

    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        """Say what is wrong; give the fields that said it."""
        wrong = frozenset({PRESET, LIMIT} & problems.keys())
        show_message(self.message, "\n".join(problems[field] for field in sorted(wrong)))
        self.limit.mark("bad" if LIMIT in wrong else "")
        return wrong

    def target(self, field: str) -> QWidget | None:
        """Give the widget of a field."""
        return {PRESET: self.preset, LIMIT: self.limit}.get(field)

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        return self.preset, self.limit
