"""Choose which patients the list shows: today, overdue, due soon, all, each with its count."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout
from typing_extensions import override

from desktop_app.domain.worklist import Scope
from ui.language import language_change
from ui.widgets.nav_button import NavButton

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.worklist import WorklistCounts

_WIDTH = 200
_SCOPES = (Scope.TODAY, Scope.OVERDUE, Scope.DUE_SOON, Scope.ALL)


class ScopePanel(QFrame):
    """Hold one button a list; what is overdue is a warning."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setFixedWidth(_WIDTH)
        self._group = QButtonGroup(self)
        self._buttons = {scope: NavButton(self) for scope in _SCOPES}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(2)
        for scope, button in self._buttons.items():
            self._group.addButton(button)
            button.clicked.connect(partial(self._on_clicked, scope))
            layout.addWidget(button)
        layout.addStretch(1)
        self._column = layout
        self.retranslate()

    def add_at_foot(self, button: QWidget) -> None:
        """Put a button below the lists."""
        self._column.addWidget(button)

    def show_counts(self, counts: WorklistCounts) -> None:
        """Show how many patients each list has."""
        self._buttons[Scope.TODAY].set_count(counts.today)
        self._buttons[Scope.OVERDUE].set_count(counts.overdue, "warning" if counts.overdue else "")
        self._buttons[Scope.DUE_SOON].set_count(counts.due_soon)
        self._buttons[Scope.ALL].set_count(counts.all)

    def mark(self, scope: Scope) -> None:
        """Show which list is on the screen, without telling ``chosen``."""
        self._buttons[scope].setChecked(True)

    def text_of(self, scope: Scope) -> str:
        """Give the name of a list."""
        match scope:
            case Scope.TODAY:
                return self.tr("Today")
            case Scope.OVERDUE:
                return self.tr("Overdue")
            case Scope.DUE_SOON:
                return self.tr("Due in 30 days")
            case Scope.ALL:
                return self.tr("All patients")

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        for scope, button in self._buttons.items():
            button.setText(self.text_of(scope))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _on_clicked(self, scope: Scope, _checked: bool = False) -> None:
        self.chosen.emit(scope)
