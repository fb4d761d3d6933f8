"""Show the values over time in one table; correct or withdraw one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QWidget

from ui import theme
from ui.models.result_grid import Column, ResultGrid
from ui.widgets.correction.amend_form import AmendForm
from ui.widgets.panel_frame import PanelFrame
from ui.widgets.table.result_delegate import ResultDelegate

if TYPE_CHECKING:
    from desktop_app.domain.journal import KeptResult
    from desktop_app.services.trends import ResultRow
    from ui.models.origin_words import Origins
    from ui.terms import Terms

_WIDTHS = {
    Column.LATEST: 58,
    Column.PREVIOUS: 60,
    Column.BASELINE: 60,
    Column.NADIR: 52,
    Column.CHANGE: 58,
    Column.SIGNIFICANCE: 78,
    Column.TREND: 54,
}


MOST_ROWS, ROWS_BESIDE_FORM = 7, 3


class ResultsPanel(PanelFrame):
    """Hold the result grid."""

    values_wanted = Signal(str)  # code: which values may be corrected?
    amend_requested = Signal(int, object, str)  # entry_id, DraftResult, reason
    void_requested = Signal(int, str)  # entry_id, reason
    chart_wanted = Signal(str)  # code: draw this test alone
    entries_wanted = Signal()  # all that the record holds besides results

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terms: Terms | None = None
        self.grid = ResultGrid(self)
        self.view = QTableView(self)
        self.form = AmendForm(self)
        self.form.hide()
        self._empty = QLabel(self)
        theme.set_property(self._empty, "role", "muted")
        self._correct, self._draw, self._entries = QAction(self), QAction(self), QAction(self)
        self._draw.triggered.connect(self.ask_for_chart)
        self._correct.triggered.connect(self._on_correct)
        self._entries.triggered.connect(self.entries_wanted)
        self._dress_view()
        self.title.hide()
        self.remark.hide()
        self.body.removeItem(self.head)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.form)
        self.form.amended.connect(self.amend_requested)
        self.form.voided.connect(self.void_requested)
        self.form.cancelled.connect(self.end_correction)
        self.retranslate()

    def show_rows(self, rows: tuple[ResultRow, ...], terms: Terms) -> None:
        """Show other rows; the row that was chosen stays chosen."""
        self._terms = terms
        place = self.view.currentIndex().row()
        self.grid.set_rows(rows, terms)
        if 0 <= place < len(rows):
            self.view.setCurrentIndex(self.grid.index(place, 0))
        self._empty.setVisible(not rows)
        self.view.setVisible(bool(rows))
        self._fit()

    def begin_correction(
        self, kept: tuple[KeptResult, ...], origins: Origins | None = None
    ) -> None:
        """Open the form with the values of one test."""
        if kept and self._terms is not None:
            self.form.show()
            self._fit()
            self.view.scrollTo(self.view.currentIndex())
            self.form.begin(kept, self._terms, origins)

    def reset(self) -> None:
        """Close the form over the values of the patient before."""
        self.form.hide()
        self._fit()

    def end_correction(self) -> None:
        """Close the form, and go on in the table."""
        self.reset()
        self.view.setFocus()

    def ask_for_chart(self) -> None:
        """Ask for a chart of the row that is chosen; where none is, of the first."""
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.grid.index(0, 0))
        row = self.grid.row(self.view.currentIndex())
        if row is not None:
            self.chart_wanted.emit(row.code)

    def show_problem(self, text: str) -> None:
        """Say beside the form why the correction was refused."""
        self.form.show_problem(text)

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.view.setAccessibleName(self.tr("Results"))
        self._empty.setText(self.tr("No results yet."))
        self._correct.setText(self.tr("Correct or withdraw…"))
        self._draw.setText(self.tr("Draw this test alone"))
        self._entries.setText(self.tr("Other entries: correct or withdraw…"))
        self.grid.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self.form.retranslate()

    def _fit(self) -> None:
        """Give the table the height of its rows, and fewer while the form needs the room."""
        most = MOST_ROWS if self.form.isHidden() else ROWS_BESIDE_FORM
        header = self.view.horizontalHeader().sizeHint().height()
        seen = min(self.grid.rowCount(), most)
        self.view.setFixedHeight(header + seen * theme.TABLE_ROW + 2)

    def _dress_view(self) -> None:
        view = self.view
        theme.set_property(view, "role", "results")
        view.setModel(self.grid)
        view.setItemDelegate(ResultDelegate(view))
        view.setShowGrid(False)
        view.setFrameShape(QTableView.Shape.NoFrame)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(theme.TABLE_ROW)
        view.verticalHeader().setMinimumSectionSize(theme.TABLE_ROW)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        view.addAction(self._correct)
        view.addAction(self._draw)
        view.addAction(self._entries)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        view.activated.connect(self._on_correct)

    def _on_correct(self) -> None:
        row = self.grid.row(self.view.currentIndex())
        if row is not None:
            self.values_wanted.emit(row.entered or row.code)
