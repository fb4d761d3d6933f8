"""Ask for the passphrase again inside the page, then do what was asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from desktop_app.domain.errors import Refusal
from ui import theme
from ui.language import language_change
from ui.widgets.unlock.passphrase_edit import PassphraseEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    from ui.context import UiContext
    from ui.tasks import Problem

T = TypeVar("T")
_EDIT_WIDTH = 220


class ConfirmBar(QFrame):
    """Run service calls; where one asks for the passphrase again, take it and run it once more."""

    asking_changed = Signal(bool)
    dropped = Signal()  # what was asked for is not done

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._again: Callable[[], object] | None = None
        self._before: QWidget | None = None
        theme.set_property(self, "role", "banner")
        theme.set_property(self, "kind", "warning")
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self.passphrase = PassphraseEdit(self)
        self.passphrase.setFixedWidth(_EDIT_WIDTH)
        self.go_on, self.cancel = QPushButton(self), QPushButton(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 6, 6)
        line.setSpacing(theme.STEPS[1])
        line.addWidget(self._said, 1)
        for part in (self.passphrase, self.go_on, self.cancel):
            line.addWidget(part)
        for button, run in ((self.go_on, self._on_go_on), (self.cancel, self.drop)):
            button.setAutoDefault(True)  # else Enter does nothing outside a dialog
            button.clicked.connect(run)
        self.passphrase.returnPressed.connect(self._on_go_on)
        self.hide()
        self.retranslate()

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[Problem], object],
    ) -> None:
        """Do ``work``; before its second try the passphrase is asked for, if that is needed."""

        def refused(problem: Problem) -> None:
            if isinstance(problem, Refusal) and problem.code == "confirm_passphrase":
                self._ask(partial(self.run, work, done=done, failed=failed))
            else:
                failed(problem)

        self._context.tasks.run(work, owner=self, done=done, failed=refused)

    def message(self) -> str:
        """Give what is said."""
        return self._said.text()

    def drop(self) -> None:
        """Leave undone what was asked for."""
        self.close_bar()
        self.dropped.emit()

    def close_bar(self) -> None:
        """Forget what was asked for."""
        self._again = None
        self.passphrase.clear()
        self.hide()
        self.asking_changed.emit(False)
        if self._before is not None:
            self._before.setFocus()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.passphrase.setAccessibleName(self.tr("Your passphrase"))
        self.passphrase.setPlaceholderText(self.tr("Your passphrase"))
        self.go_on.setText(self.tr("Go on"))
        self.cancel.setText(self.tr("Cancel"))
        self._say(self.tr("Type your passphrase once more; it counts for five minutes."))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.drop()
            return
        super().keyPressEvent(event)

    def _ask(self, again: Callable[[], object]) -> None:
        self._again, self._before = again, QApplication.focusWidget()
        self.retranslate()
        self.show()
        self.asking_changed.emit(True)
        self.passphrase.setFocus()

    def _say(self, text: str) -> None:
        self._said.setText(f"{theme.SIGNS['warning']} {text}")
        self.setAccessibleName(text)

    def _on_go_on(self) -> None:
        typed = self.passphrase.text()
        if typed and self._again is not None:
            self._context.tasks.run(
                partial(self._context.services.clinic.confirm, typed),
                owner=self,
                done=self._on_confirmed,
                failed=self._on_refused,
            )

    def _on_confirmed(self, _nothing: None) -> None:
        again = self._again
        self.close_bar()
        if again is not None:
            again()

    def _on_refused(self, problem: Problem) -> None:
        self._say(self._context.words.problem(problem))
        self.passphrase.setFocus()
        self.passphrase.selectAll()
