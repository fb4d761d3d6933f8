"""List what the record holds besides results; correct or withdraw one of it, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.domain.journal import VisitSummary
from desktop_app.domain.record import ClinicalEvent, Treatment
from ui import theme
from ui.models.entry_words import entry_line, visit_line
from ui.models.origin_words import origin_text
from ui.models.plans import plans_of
from ui.widgets.correction.correction_bar import CorrectionBar
from ui.widgets.correction.correction_fields import ending_of, fields_for
from ui.widgets.panel_frame import PanelFrame
from ui.widgets.tab_chain import chain

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from desktop_app.domain.journal import KeptEntry
    from ui.models.origin_words import Origins
    from ui.terms import Terms
    from ui.widgets.correction.correction_fields import CorrectionFields


class EntriesPanel(PanelFrame):
    """Hold the list and, below it, the fields of the entry that is corrected."""

    amend_requested = Signal(int, object, str)  # entry_id, the draft's entry, reason
    void_requested = Signal(object, int, str)  # EntryKind, entry_id, reason
    void_visit_requested = Signal(int, str)  # visit_id, reason

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._terms: Terms | None = None
        self._entries: tuple[KeptEntry, ...] = ()
        self._lines: tuple[KeptEntry | VisitSummary, ...] = ()
        self._fields: CorrectionFields | None = None
        self._to_end: Treatment | None = None
        self._origins: Origins = {}
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self._empty = QLabel(self)
        theme.set_property(self._empty, "role", "muted")
        self._empty.hide()
        self.close_button = QPushButton("✕", self)
        theme.set_property(self.close_button, "kind", "quiet")
        self.form = QWidget(self)
        self._only_void = QLabel(self)
        theme.set_property(self._only_void, "role", "muted")
        self._only_void.setWordWrap(True)
        self.origin = QLabel(self)
        theme.set_property(self.origin, "role", "small")
        self.origin.setTextFormat(Qt.TextFormat.PlainText)
        self.origin.setWordWrap(True)
        self.bar = CorrectionBar(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def add_command(self, button: QWidget) -> None:
        """Put the button of a command that corrects more than an entry into the head."""
        self.head.insertWidget(self.head.indexOf(self.close_button), button)

    def show_entries(
        self,
        entries: tuple[KeptEntry, ...],
        terms: Terms,
        origins: Origins | None = None,
        visits: tuple[VisitSummary, ...] = (),
    ) -> None:
        """List the entries, newest first, then the visits; an imported one says its line."""
        self._entries, self._terms, self._origins = entries, terms, origins or {}
        place = self.list.currentRow()
        self.end_correction()
        self.list.clear()
        self._lines = (*entries, *visits)
        self.list.addItems([entry_line(kept, terms) for kept in entries])
        self.list.addItems([visit_line(visit) for visit in visits])
        self._empty.setVisible(not self._lines)
        self.list.setVisible(bool(self._lines))
        if self._lines:
            self.list.setCurrentRow(min(max(place, 0), len(self._lines) - 1))
        if self._to_end is not None:
            self._begin_ending(self._to_end)
            self._to_end = None

    def end_when_listed(self, treatment: Treatment) -> None:
        """Open the fields that end a regimen as soon as the entries are listed anew."""
        self._to_end = treatment

    def reset(self) -> None:
        """Drop the entries of the patient before; whether the next has any is not known yet."""
        self.end_correction()
        self._entries = self._lines = ()
        self._to_end = None
        self.list.clear()
        self._empty.hide()

    def begin_correction(self) -> None:
        """Open the fields of the chosen entry."""
        chosen = self._chosen()
        if isinstance(chosen, VisitSummary):
            self._open(None)
        elif chosen is not None and self._terms is not None:
            courses = [
                each.entry
                for each in self._entries
                if isinstance(each.entry, Treatment | ClinicalEvent)
            ]
            plans = plans_of(courses, self._terms)
            self._open(fields_for(chosen.entry, self._terms, self._today, plans, self.form))

    def end_correction(self) -> None:
        """Close the fields."""
        here = self.form.isAncestorOf(self.focusWidget())
        self.form.hide()
        self._drop_fields()
        if here:
            self.list.setFocus()

    def show_problem(self, text: str) -> None:
        """Say why the correction was refused."""
        self.bar.show_problem(text)

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.title.setText(self.tr("Entries"))
        self.remark.setText(self.tr("Enter corrects or withdraws"))
        self.list.setAccessibleName(self.tr("Entries of the record"))
        self._empty.setText(self.tr("No entries but results yet."))
        self.bar.retranslate()
        self.close_button.setAccessibleName(self.tr("Close the list of entries"))
        self.close_button.setToolTip(self.close_button.accessibleName())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.form.isHidden():
                self.closed.emit()
            else:
                self.list.setFocus()
                self.end_correction()
        else:
            super().keyPressEvent(event)

    def _begin_ending(self, treatment: Treatment) -> None:
        places = (n for n, kept in enumerate(self._entries) if kept.entry == treatment)
        place = next(places, None)
        if place is not None and self._terms is not None:
            self.list.setCurrentRow(place)
            self._open(ending_of(treatment, self._terms, self._today, self.form))
            self.bar.reason.setText(self.tr("Regimen ended"))

    def _open(self, fields: CorrectionFields | None) -> None:
        self._drop_fields()
        self._fields = fields
        if self._fields is not None:
            self._place.addWidget(self._fields.widget)
        chosen = self._chosen()
        visit = isinstance(chosen, VisitSummary)
        self._only_void.setVisible(self._fields is None)
        self._only_void.setText(
            self.tr("The visit is withdrawn with everything that it added, and stays readable.")
            if visit
            else self.tr("This entry can be withdrawn and entered anew.")
        )
        came = "" if chosen is None or isinstance(chosen, VisitSummary) else self._came(chosen)
        self.origin.setText(came)
        self.origin.setVisible(bool(came))
        self.bar.save.setVisible(self._fields is not None)
        self.bar.begin()
        self.form.show()
        order = fields.order if fields is not None else ()
        chain((self.close_button, self.list, *order, *self.bar.focus_order()))
        (*order, self.bar.reason)[0].setFocus()

    def _came(self, kept: KeptEntry) -> str:
        return origin_text(self._origins.get((kept.kind, kept.entry_id)))

    def _chosen(self) -> KeptEntry | VisitSummary | None:
        row = self.list.currentRow()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _drop_fields(self) -> None:
        if self._fields is not None:
            self._fields.widget.hide()
            self._fields.widget.deleteLater()
            self._fields = None

    def _lay_out(self) -> None:
        self.head.addWidget(self.close_button)
        self._place = QVBoxLayout()
        inside = QVBoxLayout(self.form)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.setSpacing(6)
        inside.addLayout(self._place)
        inside.addWidget(self._only_void)
        inside.addWidget(self.origin)
        inside.addWidget(self.bar)
        self.form.hide()
        self.body.addWidget(self._empty)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.form)

    def _connect(self) -> None:
        self.list.itemActivated.connect(self.begin_correction)
        self.bar.save.clicked.connect(self._on_save)
        self.bar.void.clicked.connect(self._on_void)
        self.bar.cancel.clicked.connect(self.end_correction)
        self.close_button.clicked.connect(self.closed)

    def _on_save(self) -> None:
        kept, fields = self._chosen(), self._fields
        if kept is None or isinstance(kept, VisitSummary) or fields is None:
            return
        draft = fields.draft()
        if draft is None:
            self.show_problem(self.tr("Say what is right, or withdraw the entry."))
            fields.first.setFocus()
        elif reason := self.bar.why():
            self.amend_requested.emit(kept.entry_id, draft, reason)

    def _on_void(self) -> None:
        chosen = self._chosen()
        if chosen is None or not (reason := self.bar.why()):
            return
        if isinstance(chosen, VisitSummary):
            self.void_visit_requested.emit(chosen.visit_id, reason)
        else:
            self.void_requested.emit(chosen.kind, chosen.entry_id, reason)
