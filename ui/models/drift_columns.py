"""Say what each column shows of a patient who would stand elsewhere under the rules in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.models.rows import Column
from ui.spans import Span
from ui.wording import masked_name, masked_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.drift import Drift, Standing
    from ui.spans import Cell
    from ui.wording import Words

_FEW = 2


class DriftColumns(QObject):
    """Make the columns for one language, with names shown or hidden."""

    def __init__(self, words: Words, *, names_hidden: bool) -> None:
        super().__init__()
        self._words = words
        self._names_hidden = names_hidden

    def columns(self) -> tuple[Column[Drift], ...]:
        """Give the columns from left to right."""
        return (
            Column(self.tr("Patient"), self._patient),
            Column(self.tr("Concluded"), lambda row: (Span(row.as_of.isoformat()),)),
            Column(self.tr("Stored"), lambda row: tuple(self._standing(row.before))),
            Column(self.tr("Under the rules in force"), lambda row: tuple(self._after(row))),
            Column(self.tr("Because of"), self._cause),
        )

    def _patient(self, row: Drift) -> Cell:
        hidden = self._names_hidden
        name = masked_name(row.name) if hidden else row.name
        number = masked_number(row.record_number) if hidden else row.record_number
        return (Span(name, "strong"), Span(number, "muted"))

    def _after(self, row: Drift) -> Iterator[Span]:
        """Say the new standing; what differs is a chip."""
        for span in self._standing(row.after):
            moved = span not in tuple(self._standing(row.before))
            yield Span(span.text, "warning", chip=True) if moved and not span.chip else span

    def _standing(self, standing: Standing) -> Iterator[Span]:
        if standing.category is not None:
            yield Span(self._words.category_short(standing.category))
        elif standing.possible:
            yield Span(self._possible(standing.possible), "unknown", chip=True)
        if standing.category is not None and standing.status != "confirmed":
            yield Span(self._words.status(standing.status), "unknown", chip=True)
        if standing.groups:
            ends = dict.fromkeys((standing.groups[0], standing.groups[-1]))
            yield Span("–".join(self._words.risk_group(group) for group in ends))

    def _possible(self, codes: tuple[str, ...]) -> str:
        if len(codes) > _FEW:
            return self.tr("%n possible", "", len(codes))
        #: Between the diagnoses that are still possible
        return self.tr(" or ").join(self._words.category_short(code) for code in codes)

    def _cause(self, row: Drift) -> Cell:
        if row.same_rules:
            return (Span(self.tr("data or settings"), "muted"),)
        #: {0} is the version of the rules with which the conclusion was made
        return (Span(self.tr("rules {0}").format(row.made_by.version), "muted"),)
