"""Enter regimens, and see those on record, which can be ended."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.typed_values import parse_whole_number
from desktop_app.domain.visit import DraftTreatment
from ui.models.plans import plans_of, with_part
from ui.widgets.entry.treatment.known_treatments import KnownTreatments
from ui.widgets.entry.treatment.treatment_editor import TreatmentEditor
from ui.widgets.row_list import RowsPart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from desktop_app.domain.record import ClinicalEvent, Treatment
    from ui.models.plans import Plans
    from ui.terms import Terms

FIELD, FIRST_PLAN = "treatments", "1"


class TreatmentList(RowsPart[TreatmentEditor, DraftTreatment]):
    """Hold one editor a regimen; ``plans_changed`` tells what an event may be part of."""

    stop_wanted = Signal(object)  # Treatment
    plans_changed = Signal(object)  # Plans

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        make = partial(TreatmentEditor, today)
        super().__init__(FIELD, make, DraftTreatment(""), parent)
        self._terms: Terms | None = None
        self._recorded: tuple[Treatment | ClinicalEvent, ...] = ()
        self._begun = False
        self.known = KnownTreatments(self)
        adding = QHBoxLayout()
        adding.addWidget(self.add)
        adding.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addLayout(adding)
        column.addWidget(self.known)
        self.known.stop_wanted.connect(self.stop_wanted)
        self.list.edited.connect(self._on_edited)
        self.list.rearranged.connect(self._on_rearranged)

    @override
    def set_words(self, terms: Terms) -> None:
        self._terms = terms
        self.add.setText(self.tr("+ regimen"))
        self.add.setAccessibleName(self.tr("Add a regimen"))
        self.list.set_words(terms)
        self.known.set_words(terms)
        self._show_plans()
        self.rearranged.emit()  # the known ones have new buttons

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return *super().focus_order(), *self.known.stops

    @override
    def target(self, field: str) -> QWidget | None:
        if field == FIELD:
            return self.editors[0].regimen if self.editors else self.add
        return super().target(field)

    def show_known(
        self, treatments: Iterable[Treatment], events: Iterable[ClinicalEvent] = ()
    ) -> None:
        """Show the regimens of the record; its events say which plans there are."""
        known = tuple(treatments)
        self._recorded = (*known, *events)
        self.known.show_known(known)
        self._on_rearranged()

    @override
    def show_entries(self, entries: Iterable[DraftTreatment]) -> None:
        kept = tuple(entries)
        self._begun = bool(kept)
        super().show_entries(kept)

    def _on_edited(self) -> None:
        self._begin_first_plan()
        self._show_plans()
        self.edited.emit()

    def _begin_first_plan(self) -> None:
        """Say once that the first regimen of all begins plan 1: what follows may be part of it."""
        if self._recorded or self._begun or len(self.editors) != 1:
            return
        (first,) = self.editors
        if first.regimen.text().strip():
            self._begun = True
            if not first.plan.code():
                first.plan.set_code(FIRST_PLAN)

    def _on_rearranged(self) -> None:
        self._show_plans()
        self.rearranged.emit()

    def _show_plans(self) -> None:
        """Offer each regimen the plans of the record and of the regimens above it."""
        if self._terms is None:
            return
        plans: Plans = plans_of(self._recorded, self._terms)
        for editor in self.editors:
            editor.plan.show_plans(plans)
            number = parse_whole_number(editor.plan.code())
            if number is not None:
                plans = with_part(plans, number, editor.regimen.text().strip())
        self.plans_changed.emit(plans)
