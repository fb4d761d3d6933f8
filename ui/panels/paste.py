"""Show what was pasted on a patient's page before anything of it is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QProgressBar, QPushButton
from typing_extensions import override

from desktop_app.domain.arrivals.review import STORED
from ui import theme
from ui.actions import add_action, command_text, key_text
from ui.import_desk import ImportDesk
from ui.terms import Terms
from ui.widgets.banner import Banner
from ui.widgets.imports.review_view import ReviewView
from ui.widgets.key_button import KeyButton
from ui.widgets.panel_frame import PanelFrame

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.arrivals.review import Imported, ImportReview
    from desktop_app.domain.partial_date import PartialDate
    from ui.context import UiContext
    from ui.tasks import Problem


class PastePanel(PanelFrame):
    """Hold the review of one paste; Enter stores what is ready, Esc forgets all of it."""

    shown = Signal(bool)
    changed = Signal()  # the record has more values than before, or fewer again
    said = Signal(str, str, str)  # a message for the page, its kind, and what can be done

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._batches: list[int] = []  # of this patient, which the key takes back one by one
        self.desk = ImportDesk(context, self)
        self.view = ReviewView(context.services.clock.today, self)
        self.banner, self.progress = Banner(self), QProgressBar(self)
        self._store = add_action(self, "store_paste", self.store, keyed=False)
        self.button = KeyButton(self._store, "primary", self)
        self.close_button = QPushButton("✕", self)
        theme.set_property(self.close_button, "kind", "quiet")
        self._lay_out()
        self._connect()
        self.retranslate()
        self.hide()

    @property
    def can_undo(self) -> bool:
        """Tell whether a paste into this patient can be taken back by the key."""
        return bool(self._batches)

    def begin(self, patient_id: int, visit_day: PartialDate | None) -> None:
        """Read the clipboard for a patient; while a review is open, in its place."""
        if self.desk.storing:
            return
        text = QApplication.clipboard().text()
        if not text.strip():
            self.said.emit(self.tr("There is no text on the clipboard."), "warning", "")
            return
        self.banner.hide()
        self.view.begin(visit_day.first if visit_day is not None else None)
        self.show()
        self.shown.emit(True)
        self.close_button.setFocus()  # so that Esc reaches the panel while it is read
        self.desk.paste(text, patient_id)

    def store(self) -> None:
        """Store what is ready; what is asked stays until it is answered or the panel closed."""
        review = self.view.review
        if review is None or self.desk.busy:
            return
        if any(each.state in STORED for each in review.arrivals):
            self.desk.store()
        elif self.view.asked_count:
            said = self.tr("Nothing is ready yet: answer the questions, or Esc to leave them out.")
            self.banner.show_message(said, "warning")
            self.view.focus_question()
        else:
            self.end()
            self.said.emit(self.tr("Nothing of the paste was new."), "neutral", "")

    def undo(self) -> None:
        """Take the last paste back."""
        if self._batches and not self.desk.busy:
            self.desk.undo(self._batches.pop(), self.tr("Taken back right after pasting"))

    def end(self) -> None:
        """Forget the paste; what was not stored leaves no trace."""
        self.desk.forget()
        self.view.begin()
        self.hide()
        self.shown.emit(False)

    def reset(self) -> None:
        """Forget the patient before, also what could have been taken back."""
        self._batches = []
        if not self.isHidden():
            self.end()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        services = self._context.services
        terms = Terms(services.wordings[self._context.language], services.catalogue)
        self.view.bar.names_hidden = self._context.names_hidden
        self.view.set_words(terms)
        self.title.setText(self.tr("Pasted results"))
        self.remark.setText(
            self.tr("Enter stores what is ready · T take, L leave, R replace · Esc leaves no trace")
        )
        self.progress.setAccessibleName(self.tr("Reading the paste"))
        self.close_button.setAccessibleName(self.tr("Close without storing"))
        self.close_button.setToolTip(self.close_button.accessibleName())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.progress.setRange(0, 0)
        self.progress.hide()
        self.head.addWidget(self.button)
        self.head.addWidget(self.close_button)
        for part in (self.banner, self.progress):
            self.body.addWidget(part)
        self.body.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.end)
        self.view.accepted.connect(self.store)
        self.view.decided.connect(self.desk.decide)
        self.view.style_settled.connect(self.desk.with_style)
        self.desk.reviewed.connect(self._on_reviewed)
        self.desk.stored.connect(self._on_stored)
        self.desk.undone.connect(self._on_undone)
        self.desk.failed.connect(self._on_failed)
        self._context.names_hidden_changed.connect(self.retranslate)
        self.desk.busy_changed.connect(self._on_busy)

    def _on_busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self._store.setEnabled(not busy)

    def _on_reviewed(self, review: ImportReview, _names: object) -> None:
        if self.isHidden():
            return
        if not review.arrivals:
            self.end()
            self.said.emit(self.tr("No results were found in the pasted text."), "warning", "")
            return
        if review.already is not None and not self._batches:
            said = self.tr("Exactly this text was stored before; only what is new is taken.")
            self.banner.show_message(said)
        self.view.show_review(review)

    def _on_stored(self, imported: Imported) -> None:
        self._batches.append(imported.batch_id)
        asked = self.view.asked_count
        self._say_stored(imported.stored + imported.corrected)
        self.changed.emit()
        if not asked:
            self.end()
            return
        self.banner.show_message(
            self.tr("Stored. %n question(s) stay: answer, or Esc to leave out.", "", asked), "good"
        )
        if self.view.review is not None:
            self.view.show_open()
            self.desk.decide(self.view.review.decisions)

    def _say_stored(self, count: int) -> None:
        said = self.tr("%n result(s) stored from the paste.", "", count)
        self.said.emit(said, "good", f"{command_text('undo_paste')}  {key_text('undo_paste')}")

    def _on_undone(self, _undone: object) -> None:
        self.said.emit(self.tr("The paste was taken back."), "neutral", "")
        self.changed.emit()

    def _on_failed(self, problem: Problem) -> None:
        text = self._context.words.problem(problem)
        if self.view.review is None:
            self.end()
            self.said.emit(text, "critical", "")
        else:
            self.banner.show_message(text, "critical")
            self.desk.decide(self.view.review.decisions)  # the record may have changed meanwhile
