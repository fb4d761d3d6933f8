"""Say what each column shows of the people of a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop_app.domain.arrivals.review import NOBODY, REGISTER, PersonState
from ui.models.rows import Column
from ui.spans import Span
from ui.wording import masked_name, masked_number, sex_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.arrivals.review import ArrivingPerson, Decisions
    from ui.spans import Cell
    from ui.terms import Terms

translate = QCoreApplication.translate
KINDS = {
    PersonState.MATCHED: "good",
    PersonState.BLOCKED: "critical",
    PersonState.NEW: "warning",
    PersonState.UNNUMBERED: "warning",
}


def state_of(person: ArrivingPerson) -> str:
    """Give the word for what is known of a person."""
    match person.state:
        case PersonState.MATCHED:
            return translate("PeopleWords", "in the record")
        case PersonState.BLOCKED:
            return translate("PeopleWords", "disagrees")
        case PersonState.NEW:
            return translate("PeopleWords", "not registered")
        case PersonState.UNNUMBERED:
            return translate("PeopleWords", "no number")


def shown_name(person: ArrivingPerson, *, hidden: bool) -> str:
    """Give name and number, masked where names are hidden."""
    name = masked_name(person.name) if hidden else person.name
    number = masked_number(person.number) if hidden and person.number else person.number
    return " ".join(filter(None, (name, number)))


class PeopleColumns(QObject):
    """Make the columns for one language, one set of decisions, and names shown or hidden."""

    def __init__(
        self,
        terms: Terms,
        decisions: Decisions,
        values: Mapping[int, int],
        order: Mapping[str, int],
        *,
        hidden: bool,
    ) -> None:
        super().__init__()
        self._terms = terms
        self._decisions = decisions
        self._values, self._order = values, order
        self._hidden = hidden

    def columns(self) -> tuple[Column[ArrivingPerson], ...]:
        """Give the columns from left to right."""
        return (
            Column(self.tr("State"), self._state),
            Column(self.tr("Person"), self._person),
            Column(self.tr("Born"), self._born),
            Column(self.tr("Values"), self._count),
            Column(self.tr("Answer"), self._answer),
            Column(self.tr("Remark"), self._remark),
        )

    def _state(self, row: ArrivingPerson) -> Cell:
        return (Span(state_of(row), KINDS[row.state], chip=True),)

    def _person(self, row: ArrivingPerson) -> Cell:
        return (Span(shown_name(row, hidden=self._hidden), "strong"), Span(sex_text(row.sex)))

    def _born(self, row: ArrivingPerson) -> Cell:
        return (Span(row.birth_date or "–", "body" if row.birth_date else "faint"),)

    def _count(self, row: ArrivingPerson) -> Cell:
        return (Span(str(self._values.get(self._order[row.key], 0))),)

    def _answer(self, row: ArrivingPerson) -> Cell:
        if row.state is PersonState.MATCHED and row.key not in self._decisions.people:
            return ()
        decided = self._decisions.people.get(row.key)
        if decided == NOBODY:
            return (Span(self.tr("left out"), "neutral", chip=True),)
        everybody = decided is None and self._decisions.register_new
        if decided == REGISTER or (everybody and row.state is PersonState.NEW):
            return (Span(self.tr("will be registered"), "good", chip=True),)
        if decided is not None:
            return (Span(self.tr("chosen"), "good", chip=True),)
        return (Span(self.tr("who is it?"), "warning", chip=True),)

    def _remark(self, row: ArrivingPerson) -> Cell:
        return tuple(Span(self._terms.sentence("import_note", n), "muted") for n in row.notes)
