"""Enter events: transplants, radiotherapy, fractures, infections, each with its day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.domain.visit import DraftEvent
from desktop_app.domain.visit_form import EVENTS, PLANNED_EVENTS
from ui import theme
from ui.models.treatment_words import event_line
from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceList
from ui.widgets.day_edit import DayEdit
from ui.widgets.entry.entry_part import message_label, show_message
from ui.widgets.entry.treatment.plan_choice import PlanChoice
from ui.widgets.row_list import ListRow, RowsPart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from desktop_app.domain.record import ClinicalEvent
    from ui.models.plans import Plans
    from ui.terms import Terms

FIELD = "events"
REMOVE_WIDTH = 28


class EventEditor(ListRow[DraftEvent]):
    """Hold one event; only what is given on purpose asks for its plan."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.event_code, self.plan = ChoiceList(self), PlanChoice(self)
        self.day = DayEdit(today, partial=True, parent=self)
        self.note, self.remove = QLineEdit(self), QPushButton("✕", self)
        self.message = message_label(self)
        self._on = QLabel(self)
        self._on.setBuddy(self.day.line)
        self.event_code.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.remove.setFixedWidth(REMOVE_WIDTH)
        theme.set_property(self.remove, "role", "chip")
        theme.set_property(self.remove, "kind", "neutral")
        self._lay_out()
        for field in (self.event_code, self.plan, self.day):
            field.edited.connect(self._on_edited)
        self.note.textEdited.connect(self.edited)
        self.remove.clicked.connect(self.removed)

    @override
    def set_words(self, terms: Terms) -> None:
        named = [Choice(code, terms.of("event", code)) for code in EVENTS]
        self.event_code.set_choices([Choice(UNKNOWN, self.tr("Event?")), *named])
        self.event_code.setAccessibleName(self.tr("Event"))
        #: Stands before the day of an event
        self._on.setText(self.tr("on"))
        self.day.setAccessibleName(self.tr("Day of the event"))
        self.plan.retranslate()
        self.note.setAccessibleName(self.tr("Note on the event"))
        self.remove.setAccessibleName(self.tr("Remove this event from the entry"))
        self.remove.setToolTip(self.remove.accessibleName())
        self._show_fitting()

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return self.event_code, self.remove, self.day.line, self.plan, self.note

    @override
    def target(self, field: str) -> QWidget:
        named = {"date": self.day.line, "sequence": self.plan, "note": self.note}
        return named.get(field, self.event_code)

    @override
    def value(self) -> DraftEvent | None:
        draft = DraftEvent(
            code=self.event_code.code(),
            date=self.day.day_text(),
            sequence=self.plan.code(),
            note=self.note.text().strip(),
            typed=self.day.typed_text(),
        )
        return None if draft == DraftEvent("") else draft

    @override
    def show_value(self, draft: DraftEvent) -> None:
        self.event_code.set_code(draft.code)
        self.day.set_day_text(draft.date, draft.typed)
        self.plan.set_code(draft.sequence)
        self.note.setText(draft.note)
        self._show_fitting()
        self.show_problems({})

    @override
    def show_problems(self, problems: Mapping[str, str]) -> None:
        show_message(self.message, "\n".join(dict.fromkeys(problems.values())))
        self.day.mark("bad" if "date" in problems else "")
        state = "known" if self.event_code.code() else "unknown"
        theme.set_property(self.event_code, "state", "bad" if "code" in problems else state)

    def _on_edited(self) -> None:
        self._show_fitting()
        self.edited.emit()

    def _show_fitting(self) -> None:
        """Show the plan where there can be one, and ask in the note for what matters."""
        code = self.event_code.code()
        self.plan.setVisible(code in PLANNED_EVENTS or bool(self.plan.code()))
        match code:
            case "radiotherapy":
                asked = self.tr("Site and dose")
            case "car_t":
                asked = self.tr("Product")
            case "fracture" | "infection":
                asked = self.tr("Site")
            case _:
                asked = self.tr("Note")
        self.note.setPlaceholderText(asked)

    def _lay_out(self) -> None:
        first, second, third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for line, widgets in (
            (first, (self.event_code, self.remove)),
            (second, (self._on, self.day)),
            (third, (self.plan, self.note)),
        ):
            line.setSpacing(6)
            for widget in widgets:
                line.addWidget(widget)
        second.setStretchFactor(self.day, 1)
        third.setStretch(0, 3)
        third.setStretch(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(3)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.message)
        column.addLayout(third)


class EventList(RowsPart[EventEditor, DraftEvent]):
    """Hold one editor an event, and say which the record holds already."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(FIELD, partial(EventEditor, today), DraftEvent(""), parent)
        self._terms: Terms | None = None
        self._plans: Plans = {}
        self._known: tuple[ClinicalEvent, ...] = ()
        self._past = QLabel(self)
        self._past.setWordWrap(True)
        theme.set_property(self._past, "role", "past")
        adding = QHBoxLayout()
        adding.addWidget(self.add)
        adding.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addLayout(adding)
        column.addWidget(self._past)
        self.list.edited.connect(self.edited)
        self.list.rearranged.connect(self._on_rearranged)

    @override
    def set_words(self, terms: Terms) -> None:
        self._terms = terms
        self.add.setText(self.tr("+ event"))
        self.add.setAccessibleName(self.tr("Add an event"))
        self.list.set_words(terms)
        self._show_past()

    @override
    def target(self, field: str) -> QWidget | None:
        if field == FIELD:
            return self.editors[0].event_code if self.editors else self.add
        return super().target(field)

    def show_known(self, events: Iterable[ClinicalEvent]) -> None:
        """Show what the record holds, newest first."""
        latest = sorted(events, key=lambda each: (each.date.first, each.date.last))
        self._known = tuple(reversed(latest))
        self._show_past()

    def show_plans(self, plans: Plans) -> None:
        """Offer each event these plans."""
        self._plans = plans
        for editor in self.editors:
            editor.plan.show_plans(plans)

    def _show_past(self) -> None:
        if self._terms is None:
            return
        terms = self._terms
        said = [f"{each.date.text} {event_line(each, terms)}" for each in self._known]
        self._past.setText(self.tr("On record: {0}").format(" · ".join(said)))
        self._past.setVisible(bool(said))

    def _on_rearranged(self) -> None:
        self.show_plans(self._plans)
        self.rearranged.emit()
