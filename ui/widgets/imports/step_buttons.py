"""Lead through the steps of an import; each says how much it still asks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.actions import add_action
from ui.widgets.chip import Chip
from ui.widgets.key_button import KeyButton

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence


class StepButtons(QWidget):
    """Hold one button a step, with its key, and a chip where something is asked."""

    def __init__(
        self, owner: QWidget, steps: Sequence[str], chosen: Callable[[str], object]
    ) -> None:
        super().__init__(owner)
        self._actions = {
            step: add_action(owner, f"import_{step}", partial(_call, chosen, step))
            for step in steps
        }
        self._chips = {step: Chip(kind="warning", parent=self) for step in steps}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.STEPS[1])
        for step, action in self._actions.items():
            action.setCheckable(True)
            row.addWidget(KeyButton(action, parent=self))
            row.addWidget(self._chips[step])
        row.addStretch(1)

    def mark(self, step: str) -> None:
        """Show which step is on the screen."""
        for each, action in self._actions.items():
            action.setChecked(each == step)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how much a step asks."""
        for step, count in counts.items():
            self._chips[step].show_state(str(count) if count else "", "warning")

    def set_enabled(self, steps: Iterable[str], enabled: bool) -> None:
        """Offer steps or not."""
        for step in steps:
            self._actions[step].setEnabled(enabled)


def _call(chosen: Callable[[str], object], step: str, _checked: bool = False) -> None:
    chosen(step)
