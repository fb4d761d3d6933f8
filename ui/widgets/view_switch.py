"""Show one of several views in the same place, each with a command that opens and closes it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeyEvent

    from ui.widgets.panel_frame import PanelFrame


class ViewSwitch(QStackedWidget):
    """Hold a first view, which is there by itself, and others that take its place."""

    def __init__(self, first: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = first
        self._actions: dict[QWidget, QAction] = {}
        self.addWidget(first)

    def add_view(self, view: PanelFrame, action: QAction, focus: QWidget, back: QWidget) -> None:
        """Add a view: its command opens it with the cursor in ``focus``, again or Esc closes it.

        ``back`` has the cursor after that.
        """
        self.addWidget(view)
        self._actions[view] = action
        action.setCheckable(True)
        action.triggered.connect(partial(self._on_triggered, view, focus, back))
        view.closed.connect(action.trigger)

    def offer(self, view: PanelFrame, offered: bool) -> None:
        """Let a view be opened or not; one that is no longer offered is closed."""
        self._actions[view].setVisible(offered)
        if not offered and self.currentWidget() is view:
            self.show_first()

    def let_take_room_of(self, beside: QWidget, *views: PanelFrame) -> None:
        """Hide a widget beside this one while one of the longest views is shown."""
        self.currentChanged.connect(lambda: beside.setHidden(self.currentWidget() in views))

    def show_first(self) -> None:
        """Close whatever took the first view's place."""
        self._show(self._first)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = self.currentWidget()
        if event.key() == Qt.Key.Key_Escape and shown is not None and shown is not self._first:
            self._actions[shown].trigger()
            return
        super().keyPressEvent(event)

    def _on_triggered(self, view: QWidget, focus: QWidget, back: QWidget) -> None:
        checked = self._actions[view].isChecked()
        self._show(view if checked else self._first)
        (focus if checked else back).setFocus()

    def _show(self, shown: QWidget) -> None:
        self.setCurrentWidget(shown)
        for view, action in self._actions.items():
            action.setChecked(view is shown)
