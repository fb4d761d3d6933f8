"""Set what the clinic decides: who it is, its follow-up intervals, and the noise of its tests."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.domain.document import Clinic
from desktop_app.domain.errors import FieldErrors
from desktop_app.domain.policy_draft import PolicyDraft
from ui import theme
from ui.actions import add_action, command_text
from ui.language import language_change
from ui.terms import Terms
from ui.widgets.banner import Banner
from ui.widgets.field_row import FieldRow
from ui.widgets.key_button import KeyButton
from ui.widgets.settings.interval_row import IntervalRow
from ui.widgets.settings.noise_list import NoiseList
from ui.widgets.settings.poems_settings import PoemsSettings
from ui.widgets.tab_chain import chain

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from desktop_app.domain.errors import FieldError
    from desktop_app.services.settings import SettingsService
    from ui.context import UiContext
    from ui.tasks import Problem

_LABEL_WIDTH, _LEFT_WIDTH = 110, 520
_INTERVALS = "intervals."


@dataclass(frozen=True, slots=True)
class Typed:
    """Hold what stands on the page."""

    clinic: Clinic
    policy: PolicyDraft


class SettingsPage(QWidget):
    """Copy between the screen and the settings; what was changed is kept until saved or dropped."""

    back_requested = Signal()
    shown = Signal()
    saved = Signal()
    backups_requested = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._settled = Typed(Clinic(), PolicyDraft())
        settings = context.services.settings
        self._titles = [QLabel(self) for _ in range(5)]
        self._hint, self.backups_button = QLabel(self), QPushButton(self)
        self.banner = Banner(self)
        self.lines = {field.name: QLineEdit(self) for field in fields(Clinic)}
        self.clinic = {
            name: FieldRow(line, label_width=_LABEL_WIDTH, below=True, parent=self)
            for name, line in self.lines.items()
        }
        self.noise = NoiseList(settings.noise(), self)
        self.poems = PoemsSettings(self)
        self.intervals = {
            rule: IntervalRow(rule, steps, self) for rule, steps in settings.guideline().items()
        }
        self._save = add_action(self, "save_settings", self._on_save)
        self._back = add_action(self, "settings_back", self.back_requested.emit)
        self._lay_out()
        self._connect()
        self.retranslate()

    def start(self) -> None:
        """Show the settings, but keep what was changed and not yet saved."""
        if self.unsaved() is None:
            self._run_reading()
        else:
            self._say_unsaved()
        self.lines["name"].setFocus()

    def unsaved(self) -> Typed | None:
        """Give what was changed and not saved, or None if nothing was."""
        typed = self.typed()
        return None if typed == self._settled else typed

    def resume(self, typed: Typed) -> None:
        """Bring back what was changed before the record was locked."""
        self._show(typed)
        self._run_reading(keep=True)
        self.lines["name"].setFocus()

    def ask_before_closing(self) -> None:
        """Say that something is not saved, with the cursor where saving begins."""
        said = self.tr("Not saved yet: save it, or close once more to drop it.")
        self.banner.show_message(said, "warning", self.tr("Drop the changes"))

    def typed(self) -> Typed:
        """Give what stands on the page."""
        clinic = Clinic(**{name: line.text() for name, line in self.lines.items()})
        typed = [row.value() for row in self.intervals.values()]
        own = tuple(each for each in typed if any(text for step in each.steps for text in step))
        return Typed(clinic, PolicyDraft(self.noise.value(), own, *self.poems.value()))

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        services = self._context.services
        terms = Terms(services.wordings[self._context.language], services.catalogue)
        for label, text in zip(
            self._titles,
            (
                self.tr("Settings"),
                self.tr("Clinic, on every printed sheet"),
                self.tr("Noise of the tests"),
                self.tr("Follow-up intervals in months"),
                self.tr("Response of POEMS"),
            ),
            strict=True,
        ):
            label.setText(text)
        self.backups_button.setText(command_text("backups"))
        hint = self.tr("Grey is what was published; what you type here takes its place.")
        self._hint.setText(hint)
        self.clinic["name"].set_label(self.tr("Name"))
        self.clinic["phone"].set_label(self.tr("Phone"))
        self.clinic["address"].set_label(self.tr("Address"))
        self.clinic["doctor"].set_label(self.tr("Doctor"))
        self.noise.set_words(terms)
        self.poems.set_words(terms)
        for rule, row in self.intervals.items():
            row.set_words(terms.of("rule", rule))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    # Reading and saving

    def _run_reading(self, *, keep: bool = False) -> None:
        self._context.tasks.run(
            partial(_read, self._context.services.settings),
            owner=self,
            done=partial(self._on_read, keep=keep),
            failed=self._on_problem,
            key="settings",
        )

    def _on_read(self, settled: Typed, *, keep: bool) -> None:
        if not keep:
            self._show(settled)
        self._settled = settled
        if self.unsaved() is not None:
            self._say_unsaved()
        self.shown.emit()

    def _on_save(self) -> None:
        self._save.setEnabled(False)
        self._context.tasks.run(
            partial(_keep, self._context.services.settings, self.typed()),
            owner=self,
            done=self._on_kept,
            failed=self._on_problem,
        )

    def _on_kept(self, answer: tuple[tuple[FieldError, ...], Typed]) -> None:
        errors, settled = answer
        self._save.setEnabled(True)
        self._settled = settled
        self._show_problems(errors)
        if not errors:
            self._show(settled)
            said = self.tr("Saved. The next assessments use it; earlier ones stay as they are.")
            self.banner.show_message(said, "good")
            self.saved.emit()

    def _on_problem(self, problem: Problem) -> None:
        self._save.setEnabled(True)
        self.banner.show_message(self._context.words.problem(problem), "critical")

    def _on_dropped(self) -> None:
        self._show(self._settled)
        self.lines["name"].setFocus()

    def _say_unsaved(self) -> None:
        said = self.tr("What was changed before is still here and not saved yet.")
        self.banner.show_message(said, "warning", self.tr("Drop the changes"))

    def _show(self, typed: Typed) -> None:
        for name, line in self.lines.items():
            line.setText(getattr(typed.clinic, name))
        self.noise.show_value(typed.policy.noise)
        self.poems.show_value(typed.policy.poems_preset, typed.policy.poems_vegf_limit)
        own = {each.rule: each for each in typed.policy.intervals}
        for rule, row in self.intervals.items():
            row.show_value(own.get(rule))
        self._show_problems(())

    def _show_problems(self, errors: tuple[FieldError, ...]) -> None:
        words = {e.field: self._context.words.field_error(e) for e in reversed(errors)}
        for name, row in self.clinic.items():
            row.show_message(words.get(name, ""))
            theme.set_property(self.lines[name], "state", "bad" if name in words else "known")
        said = self.noise.show_problems(words) | self.clinic.keys()
        said |= self.poems.show_problems(words)
        for rule, interval in self.intervals.items():
            start = f"{_INTERVALS}{rule}"
            mine = {f: w for f, w in words.items() if f == start or f.startswith(f"{start}.")}
            interval.show_problems({f[len(start) + 1 :]: w for f, w in mine.items()})
            said |= mine.keys()
        others = [text for field, text in words.items() if field not in said]
        if others:
            self.banner.show_message("\n".join(others), "critical")
        elif errors:
            said_so = self.tr("Not all was saved: see beside the fields.")
            self.banner.show_message(said_so, "critical")
        if errors:
            self._target(errors[0].field).setFocus()

    def _target(self, field: str) -> QWidget:
        if field in self.lines:
            return self.lines[field]
        for rule, row in self.intervals.items():
            if field.startswith(f"{_INTERVALS}{rule}."):
                return row.target(field.removeprefix(f"{_INTERVALS}{rule}."))
        return self.poems.target(field) or self.noise.target(field) or self.lines["name"]

    # Parts

    def _lay_out(self) -> None:
        for label, role in zip(self._titles, ("pageTitle", *["panelTitle"] * 4), strict=True):
            theme.set_property(label, "role", role)
        theme.set_property(self._hint, "role", "muted")
        head = QHBoxLayout()
        head.setSpacing(theme.STEPS[2])
        head.addWidget(self._titles[0])
        head.addWidget(self._hint, 1)
        head.addWidget(self.backups_button)
        self.buttons = {
            "back": KeyButton(self._back, parent=self),
            "save": KeyButton(self._save, "primary", self),
        }
        for button in self.buttons.values():
            head.addWidget(button)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self._panel(self._titles[1], *self.clinic.values()))
        left.addWidget(self._panel(self._titles[2], self.noise))
        left.addWidget(self._panel(self._titles[4], self.poems))
        left.addStretch(1)
        right.addWidget(self._panel(self._titles[3], *self.intervals.values()))
        right.addStretch(1)
        inside = QWidget(self)
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(theme.STEPS[2])
        columns.addLayout(left)
        columns.addLayout(right, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 12)
        page.setSpacing(theme.STEPS[2])
        page.addLayout(head)
        page.addWidget(self.banner)
        page.addWidget(scroll, 1)

    def _panel(self, title: QLabel, *parts: QWidget) -> QFrame:
        panel = QFrame(self)
        theme.set_property(panel, "role", "panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(theme.STEPS[1])
        column.addWidget(title)
        for part in parts:
            column.addWidget(part)
        if title is not self._titles[3]:
            panel.setFixedWidth(_LEFT_WIDTH)
        return panel

    def _connect(self) -> None:
        self.banner.action_requested.connect(self._on_dropped)
        self.backups_button.setAutoDefault(True)  # else Enter does nothing outside a dialog
        self.backups_button.clicked.connect(self.backups_requested)
        self.noise.rearranged.connect(self._set_tab_order)
        for line in self.lines.values():
            line.returnPressed.connect(self._on_return)
        self._set_tab_order()

    def _on_return(self) -> None:
        self.focusNextChild()

    def _set_tab_order(self) -> None:
        intervals = (part for row in self.intervals.values() for part in row.focus_order())
        buttons = self.buttons.values()
        own = (*self.noise.focus_order(), *self.poems.focus_order())
        chain((self.backups_button, *buttons, *self.lines.values(), *own, *intervals))


def _read(settings: SettingsService) -> Typed:
    policy = PolicyDraft.of(settings.policy())
    own = {each.rule: each for each in policy.intervals}
    # What was set for a rule that is gone, or has other steps now, holds for nobody any more.
    shown = (
        own[rule]
        for rule, steps in settings.guideline().items()
        if rule in own and len(own[rule].steps) == len(steps)
    )
    return Typed(settings.clinic(), replace(policy, intervals=tuple(shown)))


def _keep(settings: SettingsService, typed: Typed) -> tuple[tuple[FieldError, ...], Typed]:
    """Keep each part that is right; give what is wrong, and what is settled now."""
    errors: tuple[FieldError, ...] = ()
    for keep in (
        partial(settings.keep_clinic, typed.clinic),
        partial(settings.keep_policy, typed.policy),
    ):
        try:
            keep()
        except FieldErrors as wrong:
            errors += wrong.errors
    return errors, _read(settings)
