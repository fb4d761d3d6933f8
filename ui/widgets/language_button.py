"""Switch the window's language from any page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton
from typing_extensions import override

from ui.language import LANGUAGE_NAMES, language_change

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QWidget

    from ui.language import LanguageSwitch


class LanguageButton(QToolButton):
    """Show the language in its own name; a menu offers the others, each in its own name."""

    def __init__(self, languages: LanguageSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._languages = languages
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for code, name in LANGUAGE_NAMES.items():
            menu.addAction(name).triggered.connect(partial(self._on_chosen, code))
        self.setMenu(menu)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.setText(f"{LANGUAGE_NAMES.get(self._languages.language, '')} ▾")
        self.setAccessibleName(self.tr("Language"))
        self.setToolTip(self.tr("Language"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _on_chosen(self, code: str, _checked: bool = False) -> None:
        self._languages.use(code)
