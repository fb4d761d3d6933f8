"""List whose values a source holds; say who is meant where the numbers leave it open."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.arrivals.deciding import with_person
from desktop_app.domain.arrivals.review import NOBODY, REGISTER, PersonState
from ui import theme
from ui.language import language_change
from ui.models.people_columns import PeopleColumns
from ui.models.rows import RowModel
from ui.qt_types import ROW
from ui.widgets.imports.option_buttons import OptionButtons
from ui.widgets.tab_chain import chain
from ui.widgets.table.list_table import ListTable
from ui.wording import masked_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.arrivals.review import ArrivingPerson, ImportReview
    from ui.terms import Terms

_WIDTHS = (140, 250, 100, 70, 150)
_FIRST = {PersonState.BLOCKED: 0, PersonState.UNNUMBERED: 1, PersonState.NEW: 2}


class PeopleList(QWidget):
    """Hold the people, those first about whom something is asked; nobody is made of a name."""

    decided = Signal(object)  # Decisions

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terms: Terms | None = None
        self._review: ImportReview | None = None
        self._names: Mapping[int, str] = {}
        self._hidden = False
        self.rows: RowModel[ArrivingPerson] = RowModel(self)
        self.table = ListTable(self)
        self.table.setModel(self.rows)
        self.register_all = QCheckBox(self)
        self.said = QLabel(self)
        theme.set_property(self.said, "role", "muted")
        self.candidates = OptionButtons(self)
        self.register, self.leave = QPushButton(self), QPushButton(self)
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.register_all.clicked.connect(self._on_register_all)
        self.candidates.chosen.connect(lambda number: self._settle(int(number)))
        self.register.clicked.connect(partial(self._settle, REGISTER))
        self.leave.clicked.connect(partial(self._settle, NOBODY))
        self.retranslate()

    @property
    def open_count(self) -> int:
        """Count the people about whom somebody must answer."""
        review = self._review
        if review is None:
            return 0
        decisions = review.decisions
        return sum(
            each.state is not PersonState.MATCHED
            and each.key not in decisions.people
            and not (each.state is PersonState.NEW and decisions.register_new)
            for each in review.people
        )

    def show_review(
        self, review: ImportReview, names: Mapping[int, str], terms: Terms, *, hidden: bool
    ) -> None:
        """Show the people of a review; ``names`` are those of registered people to choose from."""
        place = self.table.currentIndex().row()
        self._review, self._names, self._terms = review, names, terms
        self._hidden = hidden
        order = {person.key: place for place, person in enumerate(review.people)}
        values = Counter(each.person for each in review.arrivals if each.person is not None)
        made = PeopleColumns(terms, review.decisions, values, order, hidden=hidden)
        self.rows.set_columns(made.columns())
        self.rows.set_rows(sorted(review.people, key=lambda each: _FIRST.get(each.state, 9)))
        self.table.set_widths(_WIDTHS)
        self.table.choose_row(min(max(place, 0), len(review.people) - 1))
        self.register_all.setChecked(review.decisions.register_new)
        self._count()
        self._show_chosen()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.table.setAccessibleName(self.tr("People of this source"))
        self.register_all.setText(self.tr("Register everybody who is not in the record"))
        self.register.setText(self.tr("Register as a new patient"))
        self.leave.setText(self.tr("Leave this person out"))
        self._count()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.said, 1)
        head.addWidget(self.register_all)
        foot.setSpacing(6)
        for button in (self.register, self.leave):
            theme.set_property(button, "role", "compact")
            button.setAutoDefault(True)  # else Enter does nothing outside a dialog
        for part in (self.candidates, self.register, self.leave):
            foot.addWidget(part)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def _count(self) -> None:
        people = len(self._review.people) if self._review is not None else 0
        said = self.tr("%n person(s)", "", people)
        asked = self.open_count
        more = self.tr("%n to be answered", "", asked) if asked else ""
        self.said.setText(" · ".join(filter(None, (said, more))))

    def _chosen(self) -> ArrivingPerson | None:
        found: ArrivingPerson | None = self.table.currentIndex().data(ROW)
        return found

    def _show_chosen(self) -> None:
        person = self._chosen()
        asked = person is not None and person.state is not PersonState.MATCHED
        numbers = self._offered(person) if person is not None and asked else ()
        #: {0} is a registered patient
        word = self.tr("It is {0}")
        options = [(str(n), word.format(self._name(n))) for n in numbers]
        self.candidates.offer(options)
        new = person is not None and person.state is PersonState.NEW
        self.register.setVisible(new)
        self.leave.setVisible(asked)
        made = self.candidates.buttons
        chain((self.table, *made, self.register, self.leave))

    def _offered(self, person: ArrivingPerson) -> tuple[int, ...]:
        """Give who may be meant; whom the source contradicts can be chosen all the same."""
        own = () if person.patient_id is None else (person.patient_id,)
        return tuple(dict.fromkeys((*own, *person.candidates)))

    def _name(self, patient_id: int) -> str:
        name = self._names.get(patient_id, str(patient_id))
        return masked_name(name) if self._hidden else name

    def _settle(self, who: int, _checked: bool = False) -> None:
        person = self._chosen()
        if person is not None and self._review is not None:
            self.decided.emit(with_person(self._review.decisions, person.key, who))

    def _on_register_all(self, checked: bool) -> None:
        if self._review is not None:
            self.decided.emit(replace(self._review.decisions, register_new=checked))
