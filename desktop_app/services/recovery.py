"""Print the recovery key; the sheet is kept nowhere, neither in the record nor on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.roles import Right

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from desktop_app.domain.wording import Wording
    from desktop_app.services.clock import Clock
    from desktop_app.services.record_access import RecordAccess

_BESIDE = {"en": ("en", "zh-TW"), "zh-TW": ("zh-TW", "en"), "zh-CN": ("zh-CN", "en")}


class RecoveryKit:
    """Set the texts that ``UserService.make_recovery_key`` gave on paper, in two languages."""

    def __init__(
        self,
        access: RecordAccess,
        clock: Clock,
        wordings: Mapping[str, Wording],
        resources: Path,
    ) -> None:
        self._access = access
        self._clock = clock
        self._wordings = wordings
        self._resources = resources

    def pdf(self, texts: Sequence[str], language: str) -> bytes:
        """Give the sheet, a page for each text, with a language of the window first.

        Raises:
            Refusal: ``record_locked`` or ``not_allowed``.
        """
        from desktop_app.data.content.fonts import font_source
        from desktop_app.reports.fonts import register_fonts
        from desktop_app.reports.recovery_kit import recovery_pdf

        with self._access.reading(Right.FIND) as work:
            clinic = work.settings.clinic()
        register_fonts(font_source(self._resources))
        return recovery_pdf(texts, clinic, self._clock.today(), _BESIDE[language], self._wordings)
