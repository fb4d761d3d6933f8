"""Find another registration of the same person, merge the two, and part them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QPushButton, QWidget
from typing_extensions import override

from desktop_app.domain.merging import Merge
from ui import theme
from ui.merge_desk import MergeDesk
from ui.widgets.merge_form import MergeForm
from ui.widgets.panel_frame import PanelFrame
from ui.widgets.tab_chain import chain
from ui.wording import day_text, masked_name, masked_number, sex_text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.domain.merging import MergeSide
    from desktop_app.domain.worklist import PatientRow
    from ui.context import UiContext


class MergePanel(PanelFrame):
    """Hold who was merged and who is alike, and below them the form of the chosen one."""

    changed = Signal()  # the record of the patient says something else now
    said = Signal(str, str)  # a message with its kind

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lines: tuple[Merge | PatientRow, ...] = ()
        self.desk = MergeDesk(context, self)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self._empty = QLabel(self)
        theme.set_property(self._empty, "role", "muted")
        self.close_button = QPushButton("✕", self)
        theme.set_property(self.close_button, "kind", "quiet")
        self.form = MergeForm(self)
        self.head.addWidget(self.close_button)
        for part in (self.search, self._empty):
            self.body.addWidget(part)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.form)
        chain((self.close_button, self.search, self.list, *self.form.focus_order()))
        self._connect()
        self.retranslate()

    def begin(self, patient_id: int) -> None:
        """Look for who is the same person as this patient."""
        self.reset()
        self.desk.patient_id = patient_id
        self.desk.find("")

    def reset(self) -> None:
        """Forget the patient before."""
        self.desk.patient_id = 0
        self._lines = ()
        self.search.clear()
        self.list.clear()
        self.form.hide()
        self._empty.hide()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.title.setText(self.tr("Same person"))
        self.remark.setText(self.tr("Enter compares; every merge can be undone"))
        self.search.setPlaceholderText(self.tr("Number, name or birth date of the other"))
        self.search.setAccessibleName(self.tr("Find the other registration"))
        self.list.setAccessibleName(self.tr("Merged, and perhaps the same person"))
        self._empty.setText(self.tr("Nobody alike. Type the other's number or name, then Enter."))
        self.close_button.setAccessibleName(self.tr("Close without merging"))
        self.close_button.setToolTip(self.close_button.accessibleName())
        self.form.retranslate()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.form.isHidden():
            self._end_form()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.search.returnPressed.connect(lambda: self.desk.find(self.search.text()))
        self.list.itemActivated.connect(self._on_chosen)
        self.form.cancelled.connect(self._end_form)
        self.form.merge_requested.connect(self.desk.merge)
        self.form.undo_requested.connect(self.desk.undo)
        self.desk.found.connect(self._on_found)
        self.desk.compared.connect(self._on_compared)
        self.desk.refused.connect(self._on_refused)
        self.desk.merged.connect(self._on_merged)
        self.desk.parted.connect(self._on_parted)

    def _on_found(self, merges: tuple[Merge, ...], rows: tuple[PatientRow, ...]) -> None:
        self._lines = (*merges, *rows)
        self.list.clear()
        self.list.addItems([self._line(each) for each in self._lines])
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(self._lines))
        self._empty.setVisible(not self._lines)
        if self._lines and self.search.hasFocus():
            self.list.setFocus()

    def _line(self, each: Merge | PatientRow) -> str:
        hidden = self._context.names_hidden
        number = masked_number(each.record_number) if hidden else each.record_number
        name = masked_name(each.name) if hidden else each.name
        if isinstance(each, Merge):
            #: {0} is a day, {1} a reason
            merged = self.tr("merged {0}: {1}").format(f"{each.at:%Y-%m-%d}", each.reason)
            return " · ".join((number, name, merged))
        told = (number, name, sex_text(each.sex), day_text(each.birth_date))
        return " · ".join(part for part in told if part)

    def _on_chosen(self) -> None:
        self.form.names_hidden = self._context.names_hidden
        each = self._lines[self.list.currentRow()]
        if isinstance(each, Merge):
            self.form.show_undo(each)
        else:
            self.desk.compare(each.patient_id)

    def _on_compared(self, kept: MergeSide, other: MergeSide) -> None:
        self.form.show_pair(kept, other)

    def _on_refused(self, text: str) -> None:
        if self.form.isHidden():
            self.said.emit(text, "critical")
        else:
            self.form.show_problem(text)

    def _on_merged(self) -> None:
        self._end_form()
        self.said.emit(self.tr("Merged. Both are read as this patient now."), "good")
        self._tell_changed()

    def _on_parted(self) -> None:
        self._end_form()
        self.said.emit(self.tr("Parted. Both patients are in the list again."), "good")
        self._tell_changed()

    def _tell_changed(self) -> None:
        self.search.clear()
        self.desk.find("")
        self.changed.emit()

    def _end_form(self) -> None:
        self.form.hide()
        self.list.setFocus()
