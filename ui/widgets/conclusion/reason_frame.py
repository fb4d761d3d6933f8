"""Frame a tree of reasons: what an assessment says, opened as far as it tells something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QPushButton, QTreeView, QWidget
from typing_extensions import override

from desktop_app.domain.truth import Truth
from ui import theme
from ui.models.reasoning_tree import Column, ReasoningTree
from ui.widgets.panel_frame import PanelFrame

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QShowEvent

    from desktop_app.domain.conclusions import Assessment
    from desktop_app.domain.sources import Evidence
    from ui.models.reasoning_tree import Reason
    from ui.terms import Terms


class ReasonFrame(PanelFrame):
    """Hold a reasoning tree; it is made when it is looked at, not while one types."""

    def __init__(
        self,
        reasons: Callable[[Assessment, Terms, Evidence], tuple[Reason, ...]],
        widths: Mapping[Column, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reasons, self._widths = reasons, widths
        self._assessment: Assessment | None = None
        self._terms: Terms | None = None
        self._evidence: Evidence | None = None
        self._stale = False
        self.model = ReasoningTree(self)
        self.view = QTreeView(self)
        self._close = QPushButton("✕", self)
        theme.set_property(self._close, "kind", "quiet")
        self._close.clicked.connect(self.closed)
        self.head.addWidget(self._close)
        self._dress_view()
        self._details = QLabel(self)
        self._details.setWordWrap(True)
        self._details.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_property(self._details, "role", "small")
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._details)
        self.view.selectionModel().currentChanged.connect(self._show_details)
        self.retranslate()

    def name(self) -> str:
        """Give the name of the view in the window's language."""
        raise NotImplementedError

    def show_assessment(
        self, assessment: Assessment | None, terms: Terms, evidence: Evidence
    ) -> None:
        """Show the trace of an assessment, opened as far as something is met or unknown."""
        self._assessment, self._terms, self._evidence = assessment, terms, evidence
        self._refill()

    def reset(self) -> None:
        """Forget the chosen row: the trace of another patient begins at its top."""
        self.model.set_reasons(())

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        name = self.name()
        self.title.setText(name)
        self.view.setAccessibleName(name)
        self._close.setAccessibleName(self.tr("Back to the trend"))
        self._close.setToolTip(self.tr("Back to the trend"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._refill()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._fill()
        super().showEvent(event)

    def _refill(self) -> None:
        """Fill the tree anew, at once or as soon as somebody looks."""
        self._stale = True
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        self._stale = False
        if self._assessment is None or self._terms is None or self._evidence is None:
            self.model.set_reasons(())
            return
        self.remark.setText(self._assessment.as_of.isoformat())
        chosen = self.model.path(self.view.currentIndex())
        place = self.view.verticalScrollBar().value()
        self.model.set_reasons(self._reasons(self._assessment, self._terms, self._evidence))
        self._open_telling()
        if chosen:
            self.view.setCurrentIndex(self.model.at_path(chosen))
            self.view.verticalScrollBar().setValue(place)
        self._show_details()

    def _open_telling(self) -> None:
        """Open the branches in which something is met or unknown, but for those folded.

        What stands alone in its row takes the whole line.
        """
        waiting: list[QModelIndex] = [
            self.model.index(row, 0) for row in range(self.model.rowCount())
        ]
        while waiting:
            index = waiting.pop()
            reason = self.model.reason(index)
            if reason is None:
                continue
            waiting += [self.model.index(row, 0, index) for row in range(len(reason.parts))]
            if self._alone(index):
                self.view.setFirstColumnSpanned(index.row(), index.parent(), True)
            if reason.folded or not reason.parts:
                continue
            if reason.state is Truth.NOT_MET:
                continue
            self.view.setExpanded(index, True)

    def _alone(self, index: QModelIndex) -> bool:
        """Tell whether nothing stands beside the label, which may then take the whole line."""
        beside = (column for column in self._widths if column is not Column.CRITERION)
        return not any(index.siblingAtColumn(column).data() for column in beside)

    def _show_details(self) -> None:
        """Say the chosen row in full, also what its columns cut off."""
        reason = self.model.reason(self.view.currentIndex())
        if reason is None or self._terms is None:
            self._details.setText(self.tr("Choose a row to read all of it."))
            return
        parts = (
            f"{reason.label}: {reason.state_word}" if reason.state_word else reason.label,
            reason.awaiting,
            reason.value,
            reason.date,
            reason.threshold,
            reason.citation or reason.source,
            reason.note,
        )
        self._details.setText(" · ".join(filter(None, parts)))

    def _dress_view(self) -> None:
        view = self.view
        theme.set_property(view, "role", "results")
        view.setModel(self.model)
        view.setUniformRowHeights(True)
        view.setFrameShape(QTreeView.Shape.NoFrame)
        view.setIndentation(14)
        view.setAllColumnsShowFocus(True)
        header = view.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in Column:
            view.setColumnHidden(column, column not in self._widths)
        for column, width in self._widths.items():
            header.resizeSection(column, width)
