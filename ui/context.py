"""Hold what every page needs: services, tasks, language, words, settings, and change signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from ui.tasks import TaskRunner

if TYPE_CHECKING:
    from desktop_app.domain.roles import Right
    from desktop_app.services import Services
    from ui.language import LanguageSwitch
    from ui.wording import Words

_HIDE_NAMES = "window/hide_names"


class UiContext(QObject):
    """Carry the services to the pages once the record is there, and tell what changed."""

    services_ready = Signal()
    patient_changed = Signal(int)
    language_changed = Signal(str)
    names_hidden_changed = Signal(bool)
    protection_changed = Signal(int)  # minutes until the record locks itself

    def __init__(
        self,
        tasks: TaskRunner,
        languages: LanguageSwitch,
        settings: QSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.copies = TaskRunner(self, name="copies")  # of the record, past its one writer
        self.languages = languages
        self.settings = settings
        self._services: Services | None = None
        self._words: Words | None = None
        self._names_hidden = bool(settings.value(_HIDE_NAMES, False, type=bool))
        languages.changed.connect(self._on_language_changed)

    @property
    def services(self) -> Services:
        """Give the services; the unlock page is the only one that lives before they do."""
        assert self._services is not None, "the data layer is not loaded yet"
        return self._services

    @property
    def ready(self) -> bool:
        """Tell whether the services are there."""
        return self._services is not None

    def provide(self, services: Services) -> None:
        """Set the services, once."""
        self._services = services
        self._words = None
        self.services_ready.emit()

    @property
    def language(self) -> str:
        """Give the window's language: en, zh-TW or zh-CN."""
        return self.languages.language

    @property
    def words(self) -> Words:
        """Give the sentences of domain codes in the window's language."""
        if self._words is None:
            from ui.wording import Words

            self._words = Words(self.services.wordings[self.language])
        return self._words

    def may(self, right: Right) -> bool:
        """Tell whether who is at the record may do something."""
        return self.services.clinic.may(right)

    @property
    def names_hidden(self) -> bool:
        """Tell whether patients' names are masked on the screen."""
        return self._names_hidden

    def hide_names(self, hidden: bool) -> None:
        """Mask or show patients' names, and remember it for this screen."""
        if hidden == self._names_hidden:
            return
        self._names_hidden = hidden
        self.settings.setValue(_HIDE_NAMES, hidden)
        self.names_hidden_changed.emit(hidden)

    def _on_language_changed(self, language: str) -> None:
        self._words = None
        self.language_changed.emit(language)
