"""Enter the clinic's own months of a follow-up rule beside those of the guideline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.policy_draft import DraftIntervals
from desktop_app.domain.risk_text import range_text
from desktop_app.domain.typed_values import parse_plain_number
from ui import theme
from ui.widgets.entry.entry_part import message_label, show_message
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.domain.policy import Months

MONTHS_WIDTH = 48


class IntervalRow(QWidget):
    """Hold the steps of one rule; empty fields keep the guideline's months, which stand in grey."""

    edited = Signal()

    def __init__(
        self, rule: str, guideline: Sequence[Months], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rule = rule
        self._guideline = tuple(guideline)
        self._name, self._published = QLabel(self), QLabel(self)
        self._name.setWordWrap(True)
        self.steps = [(self._months(low), self._months(high)) for low, high in self._guideline]
        self._words: list[tuple[QLabel, QLabel]] = []
        self.reset = QPushButton(self)
        theme.set_property(self._published, "role", "past")
        theme.set_property(self.reset, "role", "chip")
        theme.set_property(self.reset, "kind", "accent")
        self.message = message_label(self)
        self._lay_out()
        self.reset.clicked.connect(self._on_reset)

    def set_words(self, name: str) -> None:
        """Word the row in a language; ``name`` is the rule's."""
        self._name.setText(name)
        self._published.setText(self._guideline_text())
        self.reset.setText(self.tr("Back to the guideline"))
        #: {0} is a follow-up rule
        self.reset.setAccessibleName(self.tr("{0}: back to the guideline").format(name))
        for place, ((low, high), (then, to)) in enumerate(
            zip(self.steps, self._words, strict=True), 1
        ):
            then.setText(self.tr("first") if place == 1 else self.tr("then"))
            to.setText("–")
            #: {0} is a follow-up rule, {1} the number of its step
            low.setAccessibleName(self.tr("{0}, step {1}: fewest months").format(name, place))
            high.setAccessibleName(self.tr("{0}, step {1}: most months").format(name, place))
        self._show_own()

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        return *(edit for step in self.steps for edit in step), self.reset

    def value(self) -> DraftIntervals:
        """Give what was typed, as typed."""
        steps = tuple((low.number_text(), high.number_text()) for low, high in self.steps)
        return DraftIntervals(self.rule, steps)

    def show_value(self, kept: DraftIntervals | None) -> None:
        """Show the clinic's months, or none."""
        for place, step in enumerate(self.steps):
            texts = kept.steps[place] if kept is not None and place < len(kept.steps) else ("", "")
            for edit, text in zip(step, texts, strict=True):
                edit.set_number_text(text)
        self.show_problems({})
        self._show_own()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong, by field such as ``0.low``."""
        said = dict(problems)
        for place, (low, _) in enumerate(self.steps):
            if f"{place}.low" in said and not low.number_text():
                said[f"{place}.low"] = self.tr("Fill in every step, or none.")
        show_message(self.message, "\n".join(dict.fromkeys(said.values())))
        for place, (low, high) in enumerate(self.steps):
            low.mark("bad" if f"{place}.low" in problems else "")
            high.mark("bad" if f"{place}.high" in problems else "")

    def target(self, field: str) -> QWidget:
        """Give the widget of a field such as ``0.low``."""
        step, _, end = field.partition(".")
        place = int(step) if step.isdecimal() else 0
        return self.steps[min(place, len(self.steps) - 1)][end == "high"]

    def _guideline_text(self) -> str:
        spans = [range_text(low, high) for low, high in self._guideline]
        #: {0} are months, such as "6, 12"
        return self.tr("guideline: {0} months").format(" → ".join(spans))

    def _months(self, months: int) -> NumberEdit:
        edit = NumberEdit(self, reads=parse_plain_number)
        edit.setFixedWidth(MONTHS_WIDTH)
        edit.set_hint(str(months))
        edit.edited.connect(self._on_edited)
        return edit

    def _lay_out(self) -> None:
        fields = QWidget(self)
        flow = FlowLayout(fields, gap=6)
        for low, high in self.steps:
            step = QWidget(fields)
            line = QHBoxLayout(step)
            line.setContentsMargins(0, 0, 8, 0)
            line.setSpacing(4)
            then, to = QLabel(step), QLabel(step)
            theme.set_property(then, "role", "muted")
            self._words.append((then, to))
            for widget in (then, low, to, high):
                line.addWidget(widget)
            flow.addWidget(step)
        flow.addWidget(self.reset)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._published)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(fields)
        column.addWidget(self.message)

    def _show_own(self) -> None:
        typed = any(edit.number_text() for step in self.steps for edit in step)
        self.reset.setEnabled(typed)

    def _on_edited(self) -> None:
        self._show_own()
        self.edited.emit()

    def _on_reset(self) -> None:
        self.steps[0][0].setFocus()
        self.show_value(None)
        self.edited.emit()
