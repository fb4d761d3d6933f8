"""Show what two registrations have side by side, and ask why they are one person, or are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.merging import disagreements
from ui import theme
from ui.widgets.entry.entry_part import message_label, show_message
from ui.wording import day_text, masked_name, masked_number, sex_text

if TYPE_CHECKING:
    from desktop_app.domain.merging import Merge, MergeSide

_ROWS = 8


class MergeForm(QWidget):
    """Hold the comparison with its reason, or the reason why two are parted again."""

    merge_requested = Signal(int, str, bool)  # the other patient, reason, disagreement confirmed
    undo_requested = Signal(int, str)  # merge_id, reason
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names_hidden = False
        self._other = self._merge = 0
        self._cells = [[QLabel(self) for _ in range(3)] for _ in range(1 + _ROWS)]
        self._table = QWidget(self)
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        self.disagreement = message_label(self)
        self.sure = QCheckBox(self)
        self.reason = QLineEdit(self)
        self.go, self.cancel = QPushButton(self), QPushButton(self)
        theme.set_property(self.go, "kind", "primary")
        theme.set_property(self.cancel, "kind", "quiet")
        self.message = message_label(self)
        self._lay_out()
        self.go.clicked.connect(self._on_go)
        self.reason.returnPressed.connect(self._on_go)
        self.cancel.clicked.connect(self.cancelled)
        self.retranslate()
        self.hide()

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        return self.sure, self.reason, self.go, self.cancel

    def show_pair(self, kept: MergeSide, other: MergeSide) -> None:
        """Compare the two, and ask why they are one."""
        self._other, self._merge = other.patient_id, 0
        columns = (self._row_names(), self._told(kept), self._told(other))
        for place, texts in enumerate(columns):
            for line, text in zip(self._cells, texts, strict=True):
                line[place].setText(text)
        fields = disagreements(kept.identity, other.identity)
        names = {"birth_date": self.tr("birth date"), "sex": self.tr("sex")}
        #: {0} is "birth date", "sex" or both
        disagree = self.tr("The two disagree: {0}.")
        said = disagree.format(", ".join(names[field] for field in fields)) if fields else ""
        show_message(self.disagreement, said)
        self.sure.setVisible(bool(fields))
        self._table.show()
        self._sentence.setText(
            self.tr("The other is then found and read as this patient. Nothing is moved or lost.")
        )
        self._begin(self.tr("Merge"), self.sure if fields else self.reason)

    def show_undo(self, merge: Merge) -> None:
        """Say what was merged, and ask why the two are parted."""
        self._other, self._merge = 0, merge.merge_id
        show_message(self.disagreement, "")
        self.sure.hide()
        self._table.hide()
        said = self.tr("Both come back, each with their own rows; both are assessed anew.")
        self._sentence.setText(said)
        self._begin(self.tr("Part again"), self.reason)

    def show_problem(self, text: str) -> None:
        """Say why it was refused."""
        self.go.setEnabled(True)
        show_message(self.message, text)

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.reason.setPlaceholderText(self.tr("Reason (kept in the record)"))
        self.reason.setAccessibleName(self.tr("Reason of merging or parting"))
        self.sure.setText(self.tr("They are one person all the same"))
        self.cancel.setText(self.tr("Cancel"))

    def _begin(self, caption: str, first: QWidget) -> None:
        self.sure.setChecked(False)
        self.reason.clear()
        self.go.setText(caption)
        self.show_problem("")
        self.show()
        first.setFocus()

    def _row_names(self) -> tuple[str, ...]:
        return (
            "",
            self.tr("Record number"),
            self.tr("Name"),
            self.tr("Birth date"),
            self.tr("Sex"),
            self.tr("Visits"),
            self.tr("Last visit"),
            self.tr("Results and entries"),
            self.tr("Documents"),
        )

    def _told(self, side: MergeSide) -> tuple[str, ...]:
        identity, hidden = side.identity, self.names_hidden
        return (
            self.tr("Merged into it") if side.patient_id == self._other else self.tr("Kept"),
            masked_number(identity.record_number) if hidden else identity.record_number,
            masked_name(identity.name) if hidden else identity.name,
            day_text(identity.birth_date) or "–",
            sex_text(identity.sex),
            str(side.visits),
            day_text(side.last_visit) or "–",
            str(side.entries),
            str(side.documents),
        )

    def _lay_out(self) -> None:
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        for row, line in enumerate(self._cells):
            for place, label in enumerate(line):
                label.setTextFormat(Qt.TextFormat.PlainText)
                heads = row == 0 or place == 0
                theme.set_property(label, "role", "muted" if heads else "text")
                grid.addWidget(label, row, place)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        theme.set_property(self._sentence, "role", "muted")
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.reason, 1)
        buttons.addWidget(self.go)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        for part in (self._table, self._sentence, self.disagreement, self.sure):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self.message)

    def _on_go(self) -> None:
        reason = self.reason.text().strip()
        if not self.sure.isHidden() and not self.sure.isChecked():
            self.show_problem(self.tr("Say that they are one person all the same, or leave it."))
            self.sure.setFocus()
        elif not reason:
            self.show_problem(self.tr("Say why; the reason is kept in the record."))
            self.reason.setFocus()
        else:
            self.go.setEnabled(False)  # a second press would ask for the same again
            if self._merge:
                self.undo_requested.emit(self._merge, reason)
            else:
                self.merge_requested.emit(self._other, reason, self.sure.isChecked())
