"""Bring files of laboratories into the record: read, settle what is asked, store, take back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.domain.arrivals.review import STORED
from desktop_app.domain.errors import Refusal
from ui import theme
from ui.actions import add_action
from ui.import_desk import ImportDesk
from ui.import_shelf import ImportShelf
from ui.language import language_change
from ui.models.people_columns import shown_name
from ui.terms import Terms
from ui.widgets.banner import Banner
from ui.widgets.imports.file_list import FileList, choose_files, dropped_files
from ui.widgets.imports.history import ImportHistory
from ui.widgets.imports.item_list import ItemList
from ui.widgets.imports.people_list import PeopleList
from ui.widgets.imports.reading_form import ReadingForm
from ui.widgets.imports.review_view import ReviewView
from ui.widgets.imports.step_buttons import StepButtons
from ui.widgets.key_button import KeyButton

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from desktop_app.domain.arrivals.known import ImportBatch, Undone
    from desktop_app.domain.arrivals.review import Arrival, Imported, ImportReview
    from desktop_app.domain.arrivals.rows import SiteProfile
    from ui.context import UiContext
    from ui.tasks import Problem

STEPS = ("source", "people", "items", "values", "history")
FILES_WIDTH = 290


class ImportsPage(QWidget):
    """Lead a file through its steps; nothing is stored before somebody says so."""

    back_requested = Signal()
    shown = Signal()  # a review stands on the page

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._path: Path | None = None
        self._review: ImportReview | None = None
        self._names: Mapping[int, str] = {}
        self.desk, self.shelf = ImportDesk(context, self), ImportShelf(context, self)
        self.banner, self.progress = Banner(self), QProgressBar(self)
        self._title, self._said = QLabel(self), QLabel(self)
        self.files = FileList(self)
        self.source, self.people, self.items = ReadingForm(self), PeopleList(self), ItemList(self)
        self.values = ReviewView(context.services.clock.today, self)
        self.history = ImportHistory(self)
        self.stack = QStackedWidget(self)
        self.steps = StepButtons(self, STEPS, self._on_step)
        self._choose = add_action(self, "choose_files", self._on_choose)
        self._store = add_action(self, "store_import", self.store)
        self._stop = add_action(self, "stop_import", self._on_stop)
        self._back = add_action(self, "imports_back", self.back_requested.emit)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_state()

    def start(self) -> None:
        """List what waits; the cursor is on the files."""
        self.shelf.read()
        self.files.list.setFocus()

    def leave(self) -> None:
        """End what is read and forget it; what is being stored is stored."""
        self.desk.forget()
        self._review = None
        self._show_state()

    def open_file(self, path: Path) -> None:
        """Read a file with the profile that was used last."""
        if self.desk.storing:
            return
        self._path, self._review = path, None
        self.banner.hide()
        self.files.mark(path)
        self.values.begin()
        source = self._context.services.imports.open_file(path)
        self.shelf.last_profile(lambda profile: self.desk.open_file(source, profile))

    def store(self) -> None:
        """Store what is ready; what is asked stays in the list."""
        review = self._review
        if review is None or self.desk.busy:
            return
        if any(each.state in STORED for each in review.arrivals):
            self.desk.store()
        else:
            said = self.tr("Nothing is ready to be stored: see People, Tests and Values.")
            self.banner.show_message(said, "warning")
            self._show_step(self._next_step())

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        services = self._context.services
        self._terms = Terms(services.wordings[self._context.language], services.catalogue)
        self._title.setText(self.tr("Import"))
        self.progress.setAccessibleName(self.tr("Progress"))
        self.values.set_words(self._terms, self._person)
        if self._review is not None:
            self._show_review()
        self._show_state()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.files.add(dropped_files(event))
        event.acceptProposedAction()

    # What is shown

    def _show_review(self) -> None:
        review = self._review
        assert review is not None
        hidden = self._context.names_hidden
        self.people.show_review(review, self._names, self._terms, hidden=hidden)
        self.items.show_review(review, self._terms)
        self.values.bar.names_hidden = hidden
        self.values.show_review(review)
        self.source.show_staged(review.staged, review.profile, hidden=hidden)

    def _show_state(self) -> None:
        """Say what stands on the page, and offer what can be done now."""
        review, busy = self._review, self.desk.busy
        self.progress.setVisible(busy)
        self._stop.setEnabled(busy)
        self._store.setEnabled(review is not None and not busy)
        self.steps.set_counts({"people": self.people.open_count, "items": self.items.open_count})
        self.steps.set_enabled(("source", "people", "items", "values"), review is not None)
        name = self._path.name if self._path is not None else ""
        if review is not None:
            self._said.setText(f"{name} · {self.values.summary()}")
        else:
            self._said.setText(name or self.tr("Choose a file, or drop it here."))

    def _person(self, arrival: Arrival) -> str:
        review = self._review
        if review is None or arrival.person is None:
            return ""
        return shown_name(review.people[arrival.person], hidden=self._context.names_hidden)

    def _next_step(self) -> str:
        """Give the step at which somebody is needed next."""
        if self.people.open_count:
            return "people"
        return "items" if self.items.open_count else "values"

    def _show_step(self, step: str) -> None:
        self.steps.mark(step)
        self.stack.setCurrentIndex(STEPS.index(step))
        first = {
            "source": self.source.profile,
            "people": self.people.table,
            "items": self.items.table,
            "values": self.values.grid,
            "history": self.history.table,
        }
        first[step].setFocus()

    # What is done

    def _on_step(self, step: str) -> None:
        if step == "history":
            self.shelf.read()
        self._show_step(step)

    def _on_choose(self) -> None:
        self.files.add(choose_files(self, self.tr("Choose files"), self.shelf.folder))

    def _on_stop(self) -> None:
        self.desk.stop()

    def _on_profile(self, name: str) -> None:
        self.shelf.profile(name, self.desk.read_as)

    def _on_keep(self, profile: SiteProfile) -> None:
        decisions = self._review.decisions if self._review is not None else None
        if decisions is not None:
            learnt = {**profile.items, **decisions.items}, {**profile.units, **decisions.units}
            profile = replace(profile, items=learnt[0], units=learnt[1])
        self.shelf.keep(profile)

    def _on_kept(self, profile: SiteProfile) -> None:
        #: {0} is the name of a laboratory
        said = self.tr("The profile {0} is kept.").format(profile.name)
        self.banner.show_message(said, "good")
        self.desk.read_as(profile)

    def _on_reviewed(self, review: ImportReview, names: Mapping[int, str]) -> None:
        first = self._review is None
        self._review, self._names = review, names
        self._show_review()
        self._show_state()
        if first:
            self._show_step(self._next_step() if review.arrivals else "source")
            self._greet(review)
        self.shown.emit()

    def _greet(self, review: ImportReview) -> None:
        if not review.arrivals:
            said = self.tr("No results were found. Look at encoding, table and columns.")
            self.banner.show_message(said, "warning")
        elif review.already is not None:
            said = self.tr("This very file was stored before; only what is new is taken.")
            self.banner.show_message(said)

    def _on_stored(self, imported: Imported) -> None:
        said = [self.tr("%n result(s) stored.", "", imported.stored + imported.corrected)]
        if imported.registered:
            said.append(self.tr("%n patient(s) registered.", "", imported.registered))
        asked = self.values.asked_count
        if asked:
            said.append(self.tr("%n question(s) stay and are not stored.", "", asked))
        undo = self.tr("History takes it back.")
        self.banner.show_message(" ".join((*said, undo)), "good")
        if asked and self._review is not None:
            self.desk.decide(self._review.decisions)
        else:
            self.files.drop_file(self._path)
            self._path, self._review = None, None
            self.values.begin()
        self.shelf.read()
        self._show_state()
        self.files.list.setFocus()

    def _on_undone(self, undone: Undone) -> None:
        said = [self.tr("%n value(s) taken back.", "", undone.withdrawn)]
        if undone.left:
            words = self.tr("%n value(s) were changed since and stay.", "", undone.left)
            said.append(words)
        self.banner.show_message(" ".join(said), "good")
        self.shelf.read()

    def _on_progress(self, done: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)

    def _on_busy(self, busy: bool) -> None:
        if busy:
            self.progress.setRange(0, 0)
        for part in (self.source, self.people, self.items, self.values):
            part.setEnabled(not busy)
        self._show_state()

    def _on_stopped(self) -> None:
        self.banner.show_message(self.tr("Stopped; nothing of it was stored."))

    def _on_failed(self, problem: Problem) -> None:
        self.banner.show_message(self._context.words.problem(problem), "critical")
        outdated = isinstance(problem, Refusal) and problem.code == "import_outdated"
        if outdated and self._review is not None:
            self.desk.decide(self._review.decisions)
        self._show_state()

    def _on_listed(
        self,
        folder: str,
        waiting: tuple[Path, ...],
        profiles: tuple[str, ...],
        batches: Sequence[ImportBatch],
    ) -> None:
        self.files.show_waiting(folder, waiting)
        self.source.show_profiles(profiles)
        self.history.show_batches(batches)

    # Parts

    def _lay_out(self) -> None:
        theme.set_property(self._title, "role", "pageTitle")
        theme.set_property(self._said, "role", "muted")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.setSpacing(theme.STEPS[1])
        head.addWidget(self._title)
        head.addWidget(self._said, 1)
        for action in (self._back, self._stop, self._choose):
            head.addWidget(KeyButton(action, parent=self))
        head.addWidget(KeyButton(self._store, "primary", self))
        panel = QFrame(self)
        theme.set_property(panel, "role", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(12, 8, 12, 10)
        inside.addWidget(self.steps)
        inside.addWidget(self.stack, 1)
        for part in (self.source, self.people, self.items, self.values, self.history):
            self.stack.addWidget(part)
        self.files.setFixedWidth(FILES_WIDTH)
        body = QHBoxLayout()
        body.setSpacing(theme.STEPS[2])
        body.addWidget(self.files)
        body.addWidget(panel, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 12)
        page.setSpacing(theme.STEPS[1])
        page.addLayout(head)
        page.addWidget(self.banner)
        page.addWidget(self.progress)
        page.addLayout(body, 1)

    def _connect(self) -> None:
        self.files.wanted.connect(self.open_file)
        self.files.folder_settled.connect(self.shelf.watch)
        self.source.changed.connect(self.desk.read_as)
        self.source.profile_wanted.connect(self._on_profile)
        self.source.keep_wanted.connect(self._on_keep)
        for part in (self.people, self.items, self.values):
            part.decided.connect(self.desk.decide)
        self.values.style_settled.connect(self.desk.with_style)
        self.values.accepted.connect(self.store)
        self.history.undo_wanted.connect(self.desk.undo)
        self.shelf.listed.connect(self._on_listed)
        self.shelf.kept.connect(self._on_kept)
        self.shelf.failed.connect(self._on_failed)
        self.desk.reviewed.connect(self._on_reviewed)
        self.desk.stored.connect(self._on_stored)
        self.desk.undone.connect(self._on_undone)
        self.desk.failed.connect(self._on_failed)
        self.desk.stopped.connect(self._on_stopped)
        self.desk.busy_changed.connect(self._on_busy)
        self.desk.progressed.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)
        self._context.names_hidden_changed.connect(self.retranslate)
