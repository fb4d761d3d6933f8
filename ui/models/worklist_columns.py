"""Say what each column of the patient list shows of a row; unknown looks like unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.models.rows import Column
from ui.spans import Span
from ui.wording import age_text, masked_name, masked_number, sex_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from desktop_app.domain.worklist import PatientRow
    from ui.spans import Cell
    from ui.wording import Words

_FEW = 2


class WorklistColumns(QObject):
    """Make the columns for one language, one day, and names shown or hidden."""

    def __init__(self, words: Words, today: date, *, names_hidden: bool) -> None:
        super().__init__()
        self._words = words
        self._today = today
        self._names_hidden = names_hidden

    def columns(self) -> tuple[Column[PatientRow], ...]:
        """Give the columns from left to right."""
        return (
            Column(self.tr("Patient"), self._patient),
            Column(self.tr("Diagnosis"), self._diagnosis),
            Column(self.tr("Risk"), self._risk),
            Column(self.tr("Last visit"), self._last_visit),
            Column(self.tr("Next due"), self._due),
        )

    def plain_columns(self) -> tuple[Column[PatientRow], ...]:
        """Give the columns for who reads nothing clinical."""
        patient, _diagnosis, _risk, last_visit, due = self.columns()
        return patient, last_visit, due

    def _patient(self, row: PatientRow) -> Cell:
        hidden = self._names_hidden
        name = masked_name(row.name) if hidden else row.name
        number = masked_number(row.record_number) if hidden else row.record_number
        who = f"{sex_text(row.sex)} {age_text(row.age)}".strip()
        return (Span(name, "strong"), Span(f"{who} · {number}", "muted"))

    def _diagnosis(self, row: PatientRow) -> Cell:
        if row.category is None:
            return (self._open(row.possible, self._words.category_short, self.tr("not assessed")),)
        spans = [Span(self._words.category(row.category))]
        if row.overridden:
            spans.append(Span(self.tr("doctor's verdict"), "accent", chip=True))
        elif row.status is not None and row.status != "confirmed":
            spans.append(Span(self._words.status(row.status), "unknown", chip=True))
        return tuple(spans)

    def _risk(self, row: PatientRow) -> Cell:
        if row.risk_group is not None:
            return (Span(self._words.risk_group(row.risk_group)),)
        if not row.risk_groups:
            return (Span("–", "faint"),)
        return (self._open(row.risk_groups, self._words.risk_group, ""),)

    def _open(self, codes: tuple[str, ...], name: Callable[[str], str], empty: str) -> Span:
        """Make the chip of what is still open: the few that are possible, or how many."""
        if not codes:
            return Span(empty, "unknown", chip=True)
        if len(codes) > _FEW:
            return Span(self.tr("%n possible", "", len(codes)), "unknown", chip=True)
        #: {0} and {1} are diagnoses or risk groups that are both still possible
        both = self.tr("{0} or {1}")
        names = [name(code) for code in codes]
        return Span(both.format(*names) if len(names) == _FEW else names[0], "unknown", chip=True)

    def _last_visit(self, row: PatientRow) -> Cell:
        if row.last_visit is None:
            return (Span(self.tr("none yet"), "faint"),)
        return (Span(str(row.last_visit)),)

    def _due(self, row: PatientRow) -> Cell:
        if row.refer_now:
            return (Span(self.tr("refer now"), "critical", chip=True),)
        if row.next_due is None:
            return (Span("–", "faint"),)
        day = Span(str(row.next_due))
        days = (row.next_due - self._today).days
        if days < 0:
            return (day, Span(self.tr("%n day(s) overdue", "", -days), "warning", chip=True))
        if days == 0:
            return (day, Span(self.tr("today"), "accent", chip=True))
        return (day,)
