"""List the files that wait: those of the watched folder, and those that were chosen or dropped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.language import language_change

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

_PATH = Qt.ItemDataRole.UserRole


def choose_files(parent: QWidget, title: str, folder: str) -> tuple[Path, ...]:
    """Ask for files; none is "nothing"."""
    paths, _ = QFileDialog.getOpenFileNames(parent, title, folder)
    return tuple(map(Path, paths))


def choose_folder(parent: QWidget, title: str, folder: str) -> str:
    """Ask for a folder; an empty text is "none"."""
    return QFileDialog.getExistingDirectory(parent, title, folder)


def dropped_files(event: QDropEvent) -> tuple[Path, ...]:
    """Give the files that are dragged over the window."""
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    paths = (Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    return tuple(path for path in paths if path.is_file())


class FileList(QFrame):
    """Hold the list; Enter or a double click reads a file."""

    wanted = Signal(object)  # Path: read this file
    folder_settled = Signal(str)  # the watched folder; empty is none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_property(self, "role", "panel")
        self._folder = ""
        self._chosen: list[Path] = []
        self._waiting: tuple[Path, ...] = ()
        self._title, self._where, self._drop = QLabel(self), QLabel(self), QLabel(self)
        theme.set_property(self._title, "role", "panelTitle")
        for label in (self._where, self._drop):
            theme.set_property(label, "role", "small")
            label.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.watch, self.unwatch = QPushButton(self), QPushButton(self)
        self.setAcceptDrops(True)
        self._lay_out()
        self.list.itemActivated.connect(self._on_activated)
        self.watch.clicked.connect(self._on_watch)
        self.unwatch.clicked.connect(self._on_unwatch)
        self.retranslate()

    def add(self, paths: Iterable[Path]) -> None:
        """Put chosen files on top and read the first of them."""
        added = list(dict.fromkeys(paths))
        self._chosen = [*added, *(path for path in self._chosen if path not in added)]
        self._fill()
        if added:
            self.list.setCurrentRow(0)
            self.wanted.emit(added[0])

    def show_waiting(self, folder: str, waiting: tuple[Path, ...]) -> None:
        """Show what waits in the watched folder."""
        self._folder, self._waiting = folder, waiting
        self._fill()

    def mark(self, path: Path) -> None:
        """Show which file is read."""
        if path in self.paths:
            self.list.setCurrentRow(self.paths.index(path))

    def drop_file(self, path: Path | None) -> None:
        """Take a file off the list: it was stored."""
        self._chosen = [each for each in self._chosen if each != path]
        self._waiting = tuple(each for each in self._waiting if each != path)
        self._fill()

    @property
    def paths(self) -> tuple[Path, ...]:
        """Give the files as they are listed."""
        return tuple(dict.fromkeys((*self._chosen, *self._waiting)))

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self._title.setText(self.tr("Files"))
        self._drop.setText(self.tr("Files can be dropped here. Enter reads the chosen one."))
        self.list.setAccessibleName(self.tr("Files that wait"))
        self.watch.setText(self.tr("Watch a folder…"))
        self.unwatch.setText(self.tr("Watch none"))
        self._fill()

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
        self.add(dropped_files(event))
        event.acceptProposedAction()

    def _fill(self) -> None:
        place = self.list.currentRow()
        self.list.clear()
        for path in self.paths:
            chosen = path in self._chosen
            item = QListWidgetItem(
                path.name if chosen else self.tr("{0} (waits)").format(path.name)
            )
            item.setData(_PATH, str(path))
            item.setToolTip(str(path))
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(place, 0), self.list.count() - 1))
        #: {0} is the path of a folder
        watched = self.tr("Watched: {0}").format(self._folder)
        self._where.setText(watched if self._folder else self.tr("No folder is watched."))
        self.unwatch.setVisible(bool(self._folder))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        for button in (self.watch, self.unwatch):
            theme.set_property(button, "role", "compact")
            button.setAutoDefault(True)  # else Enter does nothing outside a dialog
            line.addWidget(button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        for part in (self._title, self.list, self._drop, self._where):
            column.addWidget(part, 1 if part is self.list else 0)
        column.addLayout(line)

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.wanted.emit(Path(str(item.data(_PATH))))

    def _on_watch(self) -> None:
        folder = choose_folder(self, self.tr("Watch a folder"), self._folder)
        if folder:
            self.folder_settled.emit(folder)

    def _on_unwatch(self) -> None:
        self.folder_settled.emit("")
