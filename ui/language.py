"""Switch the window's language at run time.

Convention: a widget with texts sets them in ``retranslate()``, called from its constructor and from
``changeEvent`` when ``language_change(event)`` is true.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
    Signal,
)
from PySide6.QtWidgets import QApplication

from ui import theme

if TYPE_CHECKING:
    from pathlib import Path

# BCP 47 everywhere; only the names of the catalogues are spelt as Qt spells them.
LANGUAGE_NAMES = {"en": "English", "zh-TW": "繁體中文", "zh-CN": "简体中文"}
DEFAULT_LANGUAGE = "zh-TW"
_LOCALES = {"en": "en_GB", "zh-TW": "zh_TW", "zh-CN": "zh_CN"}


def language_change(event: QEvent) -> bool:
    """Tell whether a change event asks a widget to set its texts anew."""
    return event.type() == QEvent.Type.LanguageChange


def system_language() -> str:
    """Give the language of the bundled three that fits this computer best."""
    for name in QLocale.system().uiLanguages():
        if name.startswith("zh"):
            traditional = any(part in name for part in ("Hant", "TW", "HK", "MO"))
            return "zh-TW" if traditional else "zh-CN"
        if name.startswith("en"):
            return "en"
    return DEFAULT_LANGUAGE


class LanguageSwitch(QObject):
    """Hold the installed translators; changing the language changes every open widget."""

    changed = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._language = ""
        self._installed: list[QTranslator] = []

    @property
    def language(self) -> str:
        """Give the current language as BCP 47: en, zh-TW or zh-CN."""
        return self._language

    def use(self, language: str) -> None:
        """Install the catalogues of a language; an unknown one is taken as the default."""
        chosen = language if language in LANGUAGE_NAMES else DEFAULT_LANGUAGE
        if chosen == self._language:
            return
        self._language = chosen
        QLocale.setDefault(QLocale(_LOCALES[chosen]))
        self._replace_translators(_qt_name(chosen))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.set_language(app, chosen)
        self.changed.emit(chosen)

    def remove(self) -> None:
        """Take the translators out of the program again."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []

    def _replace_translators(self, name: str) -> None:
        self.remove()
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for file, folder in ((f"qtbase_{name}", qt_folder), (f"clinic_{name}", str(self._folder))):
            translator = QTranslator(self)
            if translator.load(file, folder):
                QCoreApplication.installTranslator(translator)
                self._installed.append(translator)


def _qt_name(language: str) -> str:
    return language.replace("-", "_")
