"""Register a patient: mistakes stand beside their fields, look-alikes are shown, nothing blocks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.errors import FieldErrors
from desktop_app.domain.patient import Registration
from desktop_app.domain.record import Sex
from ui import theme
from ui.actions import add_action
from ui.language import language_change
from ui.widgets.answer_box import Choice, ChoiceBox, ChoiceList
from ui.widgets.banner import Banner
from ui.widgets.candidates import Candidates
from ui.widgets.day_edit import DayEdit
from ui.widgets.field_row import FieldRow
from ui.widgets.key_button import KeyButton
from ui.wording import day_text, masked_name, masked_number, sex_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent

    from desktop_app.domain.worklist import PatientRow
    from ui.context import UiContext
    from ui.tasks import Problem

_QUIET_MS = 300
_LABEL_WIDTH = 130
_FIELD_WIDTH = 260
_LANGUAGE_PAIRS = ("zh-TW,en", "zh-CN,en", "zh-TW,zh-CN", "en,zh-TW")
_LANGUAGES = {"en": "English", "zh-TW": "繁體中文", "zh-CN": "简体中文"}


class RegisterPage(QWidget):
    """Take what is needed to register; only record number and name are required."""

    registered = Signal(int)
    open_requested = Signal(int)
    merge_requested = Signal(int)  # of who is registered twice, one
    cancelled = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._touched = False
        self._title, self._intro = QLabel(self), QLabel(self)
        self.banner = Banner(self)
        self.number, self.name = QLineEdit(self), QLineEdit(self)
        self.birth = DayEdit(context.services.clock.today, partial=True, parent=self)
        self.sex, self.phone, self.leaflets = ChoiceBox(self), QLineEdit(self), ChoiceList(self)
        self.candidates = Candidates(self)
        self.rows = self._field_rows()
        self._save = add_action(self, "save_patient", self._on_save)
        self._cancel = add_action(self, "cancel", self.cancelled.emit)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._look_for_duplicates)
        self._lay_out()
        self._connect()
        self.retranslate()

    def start(self, typed: str = "") -> None:
        """Begin with empty fields; what was searched for becomes number or name."""
        self._fill(Registration("", "", leaflet_languages=self._usual_pair()))
        target = self.number if any(character.isdigit() for character in typed) else self.name
        target.setText(typed)
        self.banner.hide()
        self.number.setFocus() if target is self.name else self.name.setFocus()
        if typed:
            self._quiet.start()

    def resume(self, registration: Registration) -> None:
        """Bring back what was typed before the page was left or locked."""
        self._fill(registration)
        self._touched = True
        self.banner.show_message(
            self.tr("What was typed before is still here."), action=self.tr("Start empty")
        )
        self.number.setFocus()
        self._quiet.start()

    def unfinished(self) -> Registration | None:
        """Give what was typed and not registered, or None if nothing was."""
        return self.registration() if self._touched else None

    def registration(self) -> Registration:
        """Give what is typed."""
        return Registration(
            record_number=self.number.text(),
            name=self.name.text(),
            birth_date=self.birth.day_text(),
            sex=Sex(self.sex.code()),
            phone=self.phone.text(),
            leaflet_languages=self.leaflets.code(),
        )

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self._title.setText(self.tr("New patient"))
        self._intro.setText(self.tr("Fields with * are required; the rest may stay unknown."))
        self.rows["record_number"].set_label(self.tr("Record number"))
        self.rows["name"].set_label(self.tr("Name"))
        self.rows["birth_date"].set_label(self.tr("Birth date"))
        self.rows["sex"].set_label(self.tr("Sex"))
        self.rows["phone"].set_label(self.tr("Phone"))
        self.rows["leaflet_languages"].set_label(self.tr("Leaflets in"))
        self.rows["birth_date"].set_hint(self.tr("1959-03-08, 48-03-08 (ROC year), 1959-03, 1959"))
        self.rows["sex"].set_hint(self.tr("Laboratory limits depend on it."))
        self.sex.set_choices(
            (
                Choice(Sex.FEMALE, self.tr("female"), "F"),
                Choice(Sex.MALE, self.tr("male"), "M"),
                Choice(Sex.UNKNOWN, self.tr("unknown"), "U"),
            )
        )
        self.leaflets.set_choices([Choice(pair, _pair_text(pair)) for pair in _LANGUAGE_PAIRS])

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _fill(self, registration: Registration) -> None:
        self._touched = False
        self.number.setText(registration.record_number)
        self.name.setText(registration.name)
        self.birth.set_day_text(registration.birth_date)
        self.sex.set_code(registration.sex)
        self.phone.setText(registration.phone)
        self.leaflets.set_code(registration.leaflet_languages)
        self._clear_messages()
        self.candidates.show_rows(())

    def _usual_pair(self) -> str:
        """Give the pair that most patients read where this language is written."""
        return "zh-CN,en" if self._context.language == "zh-CN" else "zh-TW,en"

    def _field_rows(self) -> dict[str, FieldRow]:
        made = {
            "record_number": FieldRow(self.number, required=True, label_width=_LABEL_WIDTH),
            "name": FieldRow(self.name, required=True, label_width=_LABEL_WIDTH),
            "birth_date": FieldRow(self.birth, label_width=_LABEL_WIDTH, below=True),
            "sex": FieldRow(self.sex, label_width=_LABEL_WIDTH),
            "phone": FieldRow(self.phone, label_width=_LABEL_WIDTH),
            "leaflet_languages": FieldRow(self.leaflets, label_width=_LABEL_WIDTH),
        }
        for edit in (self.number, self.name, self.phone, self.leaflets):
            edit.setFixedWidth(_FIELD_WIDTH)
        return made

    def _lay_out(self) -> None:
        self._title.setProperty("role", "pageTitle")
        self._intro.setProperty("role", "muted")
        form = QFrame(self)
        form.setProperty("role", "panel")
        fields = QVBoxLayout(form)
        fields.setContentsMargins(24, 20, 24, 20)
        fields.setSpacing(theme.STEPS[2])
        fields.addWidget(self._title)
        fields.addWidget(self._intro)
        fields.addWidget(self.banner)
        for row in self.rows.values():
            fields.addWidget(row)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(_LABEL_WIDTH + theme.STEPS[1], theme.STEPS[1], 0, 0)
        buttons.addWidget(KeyButton(self._save, "primary", form))
        buttons.addWidget(KeyButton(self._cancel, parent=form))
        buttons.addStretch(1)
        fields.addLayout(buttons)
        fields.addStretch(1)
        page = QHBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 12)
        page.setSpacing(theme.STEPS[2])
        page.addWidget(form, 3)
        page.addWidget(self.candidates, 2)

    def _connect(self) -> None:
        for edit in (self.number, self.name, self.phone):
            edit.textEdited.connect(self._on_edited)
            edit.returnPressed.connect(self._on_return)
        for control in (self.birth, self.sex, self.leaflets):
            control.edited.connect(self._on_edited)
        self.banner.action_requested.connect(self.start)
        self.candidates.open_requested.connect(self.open_requested)
        self.candidates.merge_requested.connect(self.merge_requested)

    def _clear_messages(self) -> None:
        for row in self.rows.values():
            row.show_message("")
        for edit in (self.number, self.name):
            theme.set_property(edit, "state", "known")
        self.birth.mark("")

    def _look_for_duplicates(self) -> None:
        self._context.tasks.run(
            partial(self._context.services.patients.duplicates, self.registration()),
            owner=self,
            done=self._on_duplicates,
            failed=self._on_failed,
            key="duplicates",
        )

    def _on_edited(self) -> None:
        self._touched = True
        self._clear_messages()
        self._quiet.start()

    def _on_return(self) -> None:
        self.focusNextChild()

    def _on_duplicates(self, rows: Sequence[PatientRow]) -> None:
        hidden = self._context.names_hidden
        lines = []
        for row in rows:
            name = masked_name(row.name) if hidden else row.name
            number = masked_number(row.record_number) if hidden else row.record_number
            parts = (sex_text(row.sex), day_text(row.birth_date), number)
            lines.append((row.patient_id, name, " · ".join(part for part in parts if part)))
        self.candidates.show_rows(lines)

    def _on_save(self) -> None:
        self._clear_messages()
        self._save.setEnabled(False)
        self._context.tasks.run(
            partial(self._context.services.patients.register, self.registration()),
            owner=self,
            done=self._on_registered,
            failed=self._on_failed,
        )

    def _on_registered(self, patient_id: int) -> None:
        self._save.setEnabled(True)
        self._touched = False
        self.registered.emit(patient_id)

    def _on_failed(self, problem: Problem) -> None:
        self._save.setEnabled(True)
        if not isinstance(problem, FieldErrors):
            self.banner.show_message(self._context.words.problem(problem), "critical")
            return
        for error in reversed(problem.errors):
            row = self.rows[error.field]
            row.show_message(self._context.words.field_error(error))
            if row.control is self.birth:
                self.birth.mark("bad")
            else:
                theme.set_property(row.control, "state", "bad")
            row.control.setFocus(Qt.FocusReason.OtherFocusReason)


def _pair_text(pair: str) -> str:
    """Name both languages, each in its own words."""
    return " + ".join(_LANGUAGES[code] for code in pair.split(","))
