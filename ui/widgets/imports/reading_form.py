"""Show how a file is read, with its first lines: profile, encoding, layout, days, columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.domain.arrivals.rows import FIELDS, DateStyle, Layout, SiteProfile
from ui import theme
from ui.language import language_change
from ui.models.field_words import field_text, layout_text
from ui.widgets.answer_box import Choice, ChoiceList
from ui.widgets.imports.answer_bar import style_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.arrivals.rows import Staged

AUTO, MOST_COLUMNS, WIDTH = "", 80, 340


class ReadingForm(QWidget):
    """Hold the choices; each of them asks for the file to be read anew."""

    changed = Signal(object)  # SiteProfile: read the same file like this
    profile_wanted = Signal(str)  # name of a kept profile
    keep_wanted = Signal(object)  # SiteProfile with the name that was typed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.profile_in_use = SiteProfile("")
        self._names: tuple[str, ...] = ()
        self._encodings: tuple[str, ...] = ()
        self._titles: tuple[str, ...] = ()
        self.profile, self.encoding = ChoiceList(self), ChoiceList(self)
        self.layout_box, self.days = ChoiceList(self), ChoiceList(self)
        self._boxes = (self.profile, self.encoding, self.layout_box, self.days)
        self.name, self.keep = QLineEdit(self), QPushButton(self)
        self.preview = QPlainTextEdit(self)
        self.columns: dict[str, ChoiceList] = {}
        self._labels = [QLabel(self) for _ in range(6)]
        self._column_area = QScrollArea(self)
        self._dress()
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_profiles(self, names: Sequence[str]) -> None:
        """Offer the profiles that are kept."""
        self._names = tuple(names)
        self._offer()

    def show_staged(self, staged: Staged, profile: SiteProfile, *, hidden: bool) -> None:
        """Show what was read, and how; the lines hold names, which may be hidden."""
        self.profile_in_use = profile
        self._encodings = tuple(dict.fromkeys((*staged.encodings, staged.encoding)))
        lines = "\n".join(staged.preview)
        self.preview.setPlainText(self.tr("Names are hidden.") if hidden else lines)
        if staged.titles != self._titles:
            self._titles = staged.titles
            self._make_columns()
        if not self.name.isModified():
            self.name.setText(profile.name)
        self._offer()
        self.encoding.set_code(profile.encoding or staged.encoding)

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        texts = (
            self.tr("Profile"),
            self.tr("Encoding"),
            self.tr("Table"),
            self.tr("Days"),
            self.tr("First lines, as read"),
            self.tr("Columns: leave those that are recognised"),
        )
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        for box, text in zip(self._boxes, texts, strict=False):
            box.setAccessibleName(text)
        self.preview.setAccessibleName(texts[4])
        self.name.setPlaceholderText(self.tr("Name of the laboratory"))
        self.name.setAccessibleName(self.tr("Name under which the profile is kept"))
        self.keep.setText(self.tr("Keep profile"))
        self._offer()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _offer(self) -> None:
        none = Choice(AUTO, self.tr("(none)"))
        own = self.profile_in_use
        self.profile.set_choices((none, *(Choice(name, name) for name in self._names)))
        self.profile.set_code(own.name if own.name in self._names else AUTO)
        self.encoding.set_choices([Choice(each, each) for each in self._encodings if each])
        self.layout_box.set_choices([Choice(each, layout_text(each)) for each in Layout])
        self.layout_box.set_code(own.layout)
        self.days.set_choices([Choice(each, style_text(each)) for each in DateStyle])
        self.days.set_code(own.date_style)
        fields = [Choice(each, field_text(each)) for each in FIELDS]
        for title, box in self.columns.items():
            box.set_choices((Choice(AUTO, self.tr("as recognised")), *fields))
            box.set_code(own.columns.get(title, AUTO))

    def _make_columns(self) -> None:
        self.columns = {}
        inside = QWidget()
        form = QFormLayout(inside)
        form.setContentsMargins(0, 0, 8, 0)
        form.setVerticalSpacing(3)
        for title in dict.fromkeys(self._titles[:MOST_COLUMNS]):
            if title.strip():
                box = ChoiceList(inside)
                box.setAccessibleName(title)
                box.edited.connect(self._on_columns)
                form.addRow(title, box)
                self.columns[title] = box
        self._column_area.setWidget(inside)

    def _dress(self) -> None:
        for label in self._labels:
            theme.set_property(label, "role", "panelTitle")
        made = QFont("DejaVu Sans Mono")
        made.setFamilies(["DejaVu Sans Mono", *self.font().families()])
        self.preview.setFont(made)
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.preview.setFrameShape(QFrame.Shape.NoFrame)
        self._column_area.setWidgetResizable(True)
        self._column_area.setFrameShape(QFrame.Shape.NoFrame)
        self._column_area.setFixedWidth(WIDTH)
        self._column_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.keep.setAutoDefault(True)  # else Enter does nothing outside a dialog
        theme.set_property(self.keep, "role", "compact")

    def _lay_out(self) -> None:
        choices, kept = QHBoxLayout(), QHBoxLayout()
        choices.setSpacing(6)
        for label, box in zip(self._labels, self._boxes, strict=False):
            choices.addWidget(label)
            choices.addWidget(box, 1)
        kept.setSpacing(6)
        kept.addWidget(self.name, 1)
        kept.addWidget(self.keep)
        lines, titles, below = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        lines.addWidget(self._labels[4])
        lines.addWidget(self.preview, 1)
        titles.addWidget(self._labels[5])
        titles.addWidget(self._column_area, 1)
        below.setSpacing(12)
        below.addLayout(lines, 1)
        below.addLayout(titles)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(choices)
        column.addLayout(kept)
        column.addLayout(below, 1)

    def _connect(self) -> None:
        self.profile.edited.connect(lambda: self.profile_wanted.emit(self.profile.code()))
        for box in (self.encoding, self.layout_box, self.days):
            box.edited.connect(self._on_edited)
        self.keep.clicked.connect(self._on_keep)
        self.name.returnPressed.connect(self._on_keep)

    def _on_edited(self) -> None:
        self.changed.emit(
            replace(
                self.profile_in_use,
                encoding=self.encoding.code() or None,
                layout=Layout(self.layout_box.code()),
                date_style=DateStyle(self.days.code()),
            )
        )

    def _on_columns(self) -> None:
        kept = {t: f for t, f in self.profile_in_use.columns.items() if t not in self.columns}
        chosen = {title: box.code() for title, box in self.columns.items() if box.code()}
        self.changed.emit(replace(self.profile_in_use, columns={**kept, **chosen}))

    def _on_keep(self) -> None:
        self.keep_wanted.emit(replace(self.profile_in_use, name=self.name.text().strip()))
        self.name.setModified(False)
