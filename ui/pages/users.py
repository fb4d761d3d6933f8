"""Keep users and access: who logs in and may do what, passphrases, the lock, the recovery key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.errors import FieldErrors, Refusal
from desktop_app.domain.roles import Right
from ui import theme
from ui.actions import add_action
from ui.language import language_change
from ui.models.rows import RowModel
from ui.models.user_words import UserColumns
from ui.qt_types import ROW
from ui.widgets.answer_box import Choice
from ui.widgets.banner import Banner
from ui.widgets.confirm_bar import ConfirmBar
from ui.widgets.key_button import KeyButton
from ui.widgets.pdf_output import (
    PRINT_DPI,
    choose_file,
    choose_printer,
    print_images,
    save_bytes,
)
from ui.widgets.pdf_view import page_images
from ui.widgets.question_bar import QuestionBar
from ui.widgets.scrolled import scrolled
from ui.widgets.table.list_table import ListTable
from ui.widgets.users.idle_minutes import IdleMinutes
from ui.widgets.users.own_passphrase import OwnPassphrase
from ui.widgets.users.recovery_panel import RecoveryPanel
from ui.widgets.users.user_form import Task, UserForm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QHideEvent

    from desktop_app.domain.protection import Protection
    from desktop_app.domain.roles import User
    from ui.context import UiContext
    from ui.tasks import Problem

_WIDTHS = (170, 130)
_RIGHT_WIDTH, _HEIGHT_ABOVE_FORM, _ANY_HEIGHT = 460, 178, 16_777_215


class UsersPage(QWidget):
    """Show what the user's role allows; their own passphrase anybody may change."""

    back_requested = Signal()
    shown = Signal()
    done = Signal()  # what was asked for is kept

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.model: RowModel[User] = RowModel(self)
        self.table = ListTable(self)
        self.table.setModel(self.model)
        self.banner, self.question = Banner(self), QuestionBar(self)
        self.confirm = ConfirmBar(context, self)
        self.form, self.own = UserForm(self), OwnPassphrase(self)
        self.idle, self.recovery = IdleMinutes(self), RecoveryPanel(self)
        self._titles = [QLabel(self) for _ in range(5)]
        self.change, self.passphrase, self.retire, self.take_back = (
            QPushButton(self) for _ in range(4)
        )
        self._add = add_action(self, "add_user", self._on_add)
        self._back = add_action(self, "users_back", self.back_requested.emit)
        self._lay_out()
        self._connect()
        self.retranslate()

    def start(self) -> None:
        """Show who there is, and how soon the record locks."""
        self._read()
        self._context.tasks.run(
            self._context.services.settings.protection,
            owner=self,
            done=lambda protection: self.idle.show_minutes(protection.idle_minutes),
            failed=self._on_failed,
            key="protection",
        )
        (self.table if self._context.may(Right.USERS) else self.own.old).setFocus()

    def chosen(self) -> User | None:
        """Give the user who is chosen in the list."""
        user: User | None = self.table.currentIndex().data(ROW)
        return user

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        names = (
            self.tr("Users and access"),
            self.tr("Users"),
            self.tr("My passphrase"),
            self.tr("Lock"),
            self.tr("Recovery key"),
        )
        for label, name in zip(self._titles, names, strict=True):
            label.setText(name)
        self.change.setText(self.tr("Change…"))
        self.passphrase.setText(self.tr("Give a passphrase…"))
        self.retire.setText(self.tr("Retire…"))
        self.take_back.setText(self.tr("Take back…"))
        self.table.setAccessibleName(self.tr("Users"))
        for part in (self.form, self.own, self.idle, self.recovery):
            part.retranslate()
        chosen = self.table.currentIndex().row()
        self.model.set_columns(UserColumns().columns())
        self.table.set_widths(_WIDTHS)
        self.table.choose_row(chosen)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # the page is left; a key is shown once
            self.recovery.clear()
            self.own.clear()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    # Parts

    def _lay_out(self) -> None:
        theme.set_property(self._titles[0], "role", "pageTitle")
        head = QHBoxLayout()
        head.setSpacing(theme.STEPS[2])
        head.addWidget(self._titles[0], 1)
        head.addWidget(KeyButton(self._back, parent=self))
        head.addWidget(KeyButton(self._add, "primary", self))
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 12)
        page.setSpacing(theme.STEPS[2])
        page.addLayout(head)
        for bar in (self.banner, self.confirm, self.question):
            page.addWidget(bar)
        page.addWidget(scrolled(self._columns(), self), 1)

    def _columns(self) -> QWidget:
        """Lay users at the left, and at the right what else the user's role allows."""
        may = self._context.may
        buttons = QWidget(self)
        line = QHBoxLayout(buttons)
        line.setContentsMargins(0, 0, 0, 0)
        for button in self._buttons:
            button.setAutoDefault(True)  # else Enter does nothing outside a dialog
            line.addWidget(button)
        line.addStretch(1)
        self.users = self._panel(self._titles[1], self.table, buttons, self.form)
        self.users.setVisible(may(Right.USERS))
        right = QVBoxLayout()
        panels = (
            (self._titles[2], self.own, True),
            (self._titles[3], self.idle, may(Right.PROTECT)),
            (self._titles[4], self.recovery, may(Right.USERS)),
        )
        for title, part, offered in panels:
            panel = self._panel(title, part)
            panel.setFixedWidth(_RIGHT_WIDTH)
            panel.setVisible(offered)
            right.addWidget(panel)
        right.addStretch(1)
        inside = QWidget(self)
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(theme.STEPS[2])
        columns.addWidget(self.users, 1)
        columns.addLayout(right)
        columns.addStretch(0 if may(Right.USERS) else 1)
        return inside

    def _panel(self, title: QLabel, *parts: QWidget) -> QFrame:
        panel = QFrame(self)
        theme.set_property(panel, "role", "panel")
        theme.set_property(title, "role", "panelTitle")
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(theme.STEPS[1])
        column.addWidget(title)
        for part in parts:
            column.addWidget(part)
        return panel

    def _connect(self) -> None:
        self.table.activated.connect(self._on_change)
        self.table.selectionModel().selectionChanged.connect(self._show_state)
        self.change.clicked.connect(self._on_change)
        self.passphrase.clicked.connect(partial(self._on_begin, Task.PASSPHRASE))
        self.take_back.clicked.connect(partial(self._on_begin, Task.TAKE_BACK))
        self.retire.clicked.connect(self._on_retire)
        self.question.answered.connect(self._on_answered)
        self.form.submitted.connect(self._on_submitted)
        self.form.cancelled.connect(self._on_cancelled)
        self.own.change_wanted.connect(self._on_own_change)
        self.idle.kept.connect(self._on_idle_kept)
        self.recovery.make_wanted.connect(self._on_make)
        self.recovery.print_wanted.connect(self._on_print)
        self.recovery.save_wanted.connect(self._on_save_pdf)

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.change, self.passphrase, self.retire, self.take_back

    def _show_state(self) -> None:
        user = self.chosen()
        for button in (self.change, self.passphrase, self.retire):
            button.setEnabled(user is not None and user.active)
        self.take_back.setEnabled(user is not None and not user.active)

    # Users

    def _read(self) -> None:
        self._context.tasks.run(
            self._context.services.users.all,
            owner=self,
            done=self._on_users,
            failed=self._on_failed,
            key="users",
        )

    def _on_users(self, users: Sequence[User]) -> None:
        chosen = max(self.table.currentIndex().row(), 0)
        self.model.set_rows(users)
        self.table.choose_row(chosen)
        self._show_state()
        self.shown.emit()

    def _on_add(self) -> None:
        self._on_begin(Task.ADD)

    def _on_change(self) -> None:
        user = self.chosen()
        if user is not None:
            self._on_begin(Task.CHANGE if user.active else Task.TAKE_BACK)

    def _on_begin(self, task: Task) -> None:
        self.table.setMaximumHeight(_HEIGHT_ABOVE_FORM)
        self.form.begin(task, None if task is Task.ADD else self.chosen())

    def _on_cancelled(self) -> None:
        self.form.hide()
        self.table.setMaximumHeight(_ANY_HEIGHT)
        self.table.setFocus()

    def _on_submitted(self) -> None:
        users, form = self._context.services.users, self.form
        login, passphrase = form.login.text(), form.passphrase.value()
        if passphrase is None:
            return
        name, roles = form.name.text(), form.chosen_roles()
        work: Callable[[], None]
        match form.task:
            case Task.ADD:
                work = partial(users.add, login, name, roles, passphrase)
            case Task.CHANGE:
                work = partial(users.change, login, name, roles)
            case Task.PASSPHRASE:
                work = partial(users.give_passphrase, login, passphrase)
            case Task.TAKE_BACK:
                work = partial(users.take_back, login, passphrase)
        self.confirm.run(work, done=self._on_user_kept, failed=self._on_form_refused)

    def _on_user_kept(self, _nothing: None) -> None:
        self._on_cancelled()
        self._say(self.tr("Saved. It holds from the next log-in."))
        self._read()

    def _on_form_refused(self, problem: Problem) -> None:
        if isinstance(problem, FieldErrors):
            words = {e.field: self._context.words.field_error(e) for e in problem.errors}
            if any(error.code == "taken" for error in problem.errors):
                words["login"] = self.tr("This login was given before; take another one.")
            self.form.show_problems(words)
        elif isinstance(problem, Refusal) and problem.code == "passphrase_too_short":
            self.form.passphrase.show_problem(self._context.words.problem(problem))
            self.form.passphrase.setFocus()
        else:
            self._on_failed(problem)

    def _on_retire(self) -> None:
        user = self.chosen()
        if user is None:
            return
        #: {0} is the login of a user
        asked = self.tr("Retire {0}? They cannot log in any more; what they did stays.")
        choices = (
            Choice(user.login, self.tr("Retire")),
            Choice("", self.tr("Cancel")),
        )
        self.question.ask(asked.format(user.login), choices)

    def _on_answered(self, login: str) -> None:
        if not login:
            self.table.setFocus()
            return
        retire = partial(self._context.services.users.retire, login)
        self.confirm.run(retire, done=self._on_user_kept, failed=self._on_failed)

    # Own passphrase, lock, recovery key

    def _on_own_change(self, old: str, new: str) -> None:
        self._context.tasks.run(
            partial(self._context.services.users.change_passphrase, old, new),
            owner=self,
            done=self._on_own_changed,
            failed=lambda problem: self.own.new.show_problem(self._context.words.problem(problem)),
        )

    def _on_own_changed(self, _nothing: None) -> None:
        self.own.clear()
        self._say(self.tr("Your passphrase is changed. The old one opens nothing any more."))

    def _on_idle_kept(self, minutes: str) -> None:
        keep = partial(self._context.services.settings.keep_protection, minutes)
        self.confirm.run(keep, done=self._on_protection, failed=self._on_idle_refused)

    def _on_protection(self, protection: Protection) -> None:
        self.idle.show_minutes(protection.idle_minutes)
        self._context.protection_changed.emit(protection.idle_minutes)
        self._say(self.tr("Saved. It holds at once."))

    def _on_idle_refused(self, problem: Problem) -> None:
        if isinstance(problem, FieldErrors):
            self.idle.show_problem(self._context.words.problem(problem))
        else:
            self._on_failed(problem)

    def _on_make(self, split: bool) -> None:
        make = partial(self._context.services.users.make_recovery_key, split=split)
        self.confirm.run(make, done=self._on_made, failed=self._on_failed)

    def _on_made(self, texts: tuple[str, ...]) -> None:
        self.banner.hide()
        self.recovery.show_texts(texts)
        self.done.emit()

    def _on_print(self) -> None:
        printer = choose_printer(self)
        if printer is not None:
            self._run_pdf(
                lambda pdf: page_images(pdf, PRINT_DPI),
                lambda images: print_images(printer, images),
            )

    def _on_save_pdf(self) -> None:
        path = choose_file(self, self.tr("Save PDF"), "M-Spike-recovery.pdf")
        if path:
            self._run_pdf(partial(save_bytes, path), self._on_pdf_saved)

    def _run_pdf(self, use: Callable[[bytes], object], done: Callable[..., object]) -> None:
        pdf, language = self._context.services.recovery.pdf, self._context.language
        texts = self.recovery.texts
        self._context.tasks.run(
            lambda: use(pdf(texts, language)), owner=self, done=done, failed=self._on_failed
        )

    def _on_pdf_saved(self, saved: bool) -> None:
        if saved:
            self._say(self.tr("Saved. Bring the file off this computer, then delete it here."))
        else:
            said = self.tr("The PDF could not be saved there. Choose another folder.")
            self.banner.show_message(said, "critical")

    def _say(self, text: str) -> None:
        self.banner.show_message(text, "good")
        self.done.emit()

    def _on_failed(self, problem: Problem) -> None:
        self.banner.show_message(self._context.words.problem(problem), "critical")
        self.shown.emit()
