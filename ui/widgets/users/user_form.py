"""Enter a user: who they are, what they may do, and their first passphrase."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
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

from desktop_app.domain.roles import Role, User
from ui import theme
from ui.models.user_words import role_text, role_tip
from ui.widgets.field_row import FieldRow
from ui.widgets.users.new_passphrase import NewPassphrase

if TYPE_CHECKING:
    from collections.abc import Mapping

_LABEL_WIDTH = 90


class Task(StrEnum):
    """Name what the form is for."""

    ADD = "add"
    CHANGE = "change"
    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a task
    TAKE_BACK = "take_back"


class UserForm(QWidget):
    """Show the fields that a task needs; ``submitted`` asks the page to do it."""

    submitted = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task = Task.ADD
        self._title, self._roles_message = QLabel(self), QLabel(self)
        self.login, self.name = QLineEdit(self), QLineEdit(self)
        self.rows = {
            "login": FieldRow(self.login, label_width=_LABEL_WIDTH, below=True, parent=self),
            "display_name": FieldRow(self.name, label_width=_LABEL_WIDTH, below=True, parent=self),
        }
        self.roles = {role: QCheckBox(self) for role in Role}
        self._roles = QWidget(self)
        self.passphrase = NewPassphrase(self)
        self.save, self.cancel = QPushButton(self), QPushButton(self)
        self._lay_out()
        for button, signal in ((self.save, self.submitted), (self.cancel, self.cancelled)):
            button.setAutoDefault(True)  # else Enter does nothing outside a dialog
            button.clicked.connect(signal)
        self.login.returnPressed.connect(self.name.setFocus)
        self.name.returnPressed.connect(self.focusNextChild)
        self.passphrase.entered.connect(self.submitted)
        self.hide()

    def begin(self, task: Task, user: User | None = None) -> None:
        """Show empty fields, or those of a user, with the cursor in the first."""
        self.task = task
        self.login.setText(user.login if user else "")
        self.name.setText(user.display_name if user else "")
        for role, box in self.roles.items():
            box.setChecked(role in user.roles if user else role is Role.NURSE)
        self.passphrase.clear()
        self.show_problems({})
        typed = task in (Task.ADD, Task.CHANGE)
        self.rows["login"].setVisible(task is Task.ADD)
        self.rows["display_name"].setVisible(typed)
        self._roles.setVisible(typed)
        self.passphrase.setVisible(task is not Task.CHANGE)
        self.retranslate()
        self.show()
        first = {Task.ADD: self.login, Task.CHANGE: self.name}
        first.get(task, self.passphrase.first).setFocus()

    def chosen_roles(self) -> tuple[Role, ...]:
        """Give the roles that are ticked."""
        return tuple(role for role, box in self.roles.items() if box.isChecked())

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say beside each field what is wrong, and put the cursor into the first."""
        for field, row in self.rows.items():
            row.show_message(problems.get(field, ""))
            theme.set_property(row.control, "state", "bad" if field in problems else "known")
        said = problems.get("roles", "")
        self._roles_message.setText(f"{theme.SIGNS['critical']} {said}" if said else "")
        self._roles_message.setVisible(bool(said))
        for field in problems:
            target = self.rows[field].control if field in self.rows else self.roles[Role.DOCTOR]
            target.setFocus()
            return

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        match self.task:
            case Task.ADD:
                title = self.tr("New user")
            case Task.CHANGE:
                title = self.tr("Change {0}")
            case Task.PASSPHRASE:
                title = self.tr("Another passphrase for {0}")
            case Task.TAKE_BACK:
                title = self.tr("Take {0} back")
        self._title.setText(title.format(self.login.text()))
        self.rows["login"].set_label(self.tr("Login"))
        self.rows["login"].set_hint(self.tr("small letters; stands in the log and stays for good"))
        self.rows["display_name"].set_label(self.tr("Name"))
        for role, box in self.roles.items():
            box.setText(role_text(role))
            box.setAccessibleName(role_text(role))
            box.setToolTip(role_tip(role))
        self.passphrase.retranslate()
        self.save.setText(self.tr("Save"))
        self.cancel.setText(self.tr("Cancel"))

    def _lay_out(self) -> None:
        theme.set_property(self._title, "role", "strong")
        theme.set_property(self._roles_message, "role", "error")
        theme.set_property(self.save, "kind", "primary")
        grid = QGridLayout(self._roles)
        grid.setContentsMargins(_LABEL_WIDTH + theme.STEPS[1], 0, 0, 0)
        for place, box in enumerate(self.roles.values()):
            grid.addWidget(box, place // 2, place % 2)
        grid.addWidget(self._roles_message, 2, 0, 1, 2)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.STEPS[1], 0, 0)
        column.setSpacing(theme.STEPS[1])
        parts = (self._title, *self.rows.values(), self._roles, self.passphrase)
        for part in parts:
            column.addWidget(part)
        column.addLayout(buttons)
