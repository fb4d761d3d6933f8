"""Keep what an import stands on beside its source: waiting files, profiles, earlier imports."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.arrivals.rows import SiteProfile
from ui.import_folder import watch_folder, watched_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop_app.domain.arrivals.known import ImportBatch
    from ui.context import UiContext

_PROFILE = "import/profile"


class ImportShelf(QObject):
    """Read and keep it off the window's thread; folder and last profile belong to this computer."""

    listed = Signal(str, object, object, object)  # folder, waiting, names of profiles, batches
    kept = Signal(object)  # SiteProfile
    failed = Signal(object)  # Problem

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    @property
    def folder(self) -> str:
        """Give the watched folder; an empty text is none."""
        return watched_folder(self._context)

    def watch(self, folder: str) -> None:
        """Watch another folder, or none."""
        watch_folder(self._context, folder)
        self.read()

    def read(self) -> None:
        """List what waits, which profiles there are, and what was imported."""
        imports, folder = self._context.services.imports, self.folder

        def work() -> tuple[tuple[Path, ...], tuple[str, ...], Sequence[ImportBatch]]:
            return imports.waiting(folder), imports.profiles(), imports.batches()

        self._context.tasks.run(
            work,
            owner=self,
            done=lambda found: self.listed.emit(folder, *found),
            failed=self.failed.emit,
            key="lists",
        )

    def last_profile(self, done: Callable[[SiteProfile], object]) -> None:
        """Give the profile that was used last on this computer."""
        self.profile(str(self._context.settings.value(_PROFILE, "", type=str)), done)

    def profile(self, name: str, done: Callable[[SiteProfile], object]) -> None:
        """Give a profile by name, and remember it as the last one; an empty name is none."""
        self._context.settings.setValue(_PROFILE, name)
        read = partial(self._context.services.imports.profile, name)
        self._context.tasks.run(
            read if name else lambda: SiteProfile(""),
            owner=self,
            done=done,
            failed=self.failed.emit,
            key="profile",
        )

    def keep(self, profile: SiteProfile) -> None:
        """Keep a profile under its name and use it from now on."""

        def done(_nothing: object) -> None:
            self._context.settings.setValue(_PROFILE, profile.name)
            self.kept.emit(profile)
            self.read()

        work = partial(self._context.services.imports.keep_profile, profile)
        self._context.tasks.run(work, owner=self, done=done, failed=self.failed.emit)
