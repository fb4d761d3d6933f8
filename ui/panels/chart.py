"""Show the trend: tests, period and scale above, the chart below."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from desktop_app.domain.chart import ChartRequest
from desktop_app.domain.chart_presets import PRESETS
from desktop_app.domain.partial_date import add_months
from ui import actions, theme
from ui.widgets.answer_box import Choice, ChoiceList
from ui.widgets.chart.chart_view import ChartView
from ui.widgets.panel_frame import PanelFrame

if TYPE_CHECKING:
    from desktop_app.domain.chart import ChartSpec
    from desktop_app.domain.chart_presets import Panels

_PERIODS = {"chart_1y": 12, "chart_3y": 36, "chart_all": None}
_ALL = "chart_all"
_USUAL, _TEST = "chart_usual", "chart_test"
_CHOICES = (_USUAL, *PRESETS, _TEST)


class ChartPanel(PanelFrame):
    """Ask for a new specification whenever tests, period or scale change; draw what comes."""

    spec_wanted = Signal()
    test_wanted = Signal()  # which test is chosen? show_test answers

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today: date | None = None
        self._start: date | None = None
        self._end: date | None = None
        self._log = False
        self._chosen = _USUAL
        self._panels: Panels = ()
        self.view = ChartView(self)
        self.tests = self._choice()
        self.periods: dict[str, QPushButton] = {}
        for code in _PERIODS:
            self.periods[code] = self._chip(code, self._on_period)
        self.log = self._chip("chart_log", self._on_log)
        self.body.addWidget(self.view, 1)
        self.view.range_requested.connect(self._on_range)
        self._mark(_ALL)
        self.retranslate()

    def set_today(self, today: date) -> None:
        """Say from which day the periods count back."""
        self._today = today

    def reset(self) -> None:
        """Show the whole course of another patient's usual tests."""
        self._start = self._end = None
        self._choose(_USUAL, ())
        self._mark(_ALL)
        self.view.show_spec(None)

    def request(self) -> ChartRequest:
        """Give what the doctor wants to see; no panels means the usual ones."""
        return ChartRequest(self._panels, self._start, self._end, self._log)

    def show_test(self, code: str) -> None:
        """Chart one test alone."""
        self._choose(_TEST, ((code,),))
        self.spec_wanted.emit()

    def show_spec(self, spec: ChartSpec | None, label: str = "") -> None:
        """Draw a specification, under another label of the patient if one is given."""
        if spec is not None and label:
            spec = replace(spec, patient_label=label)
        self.view.show_spec(spec)

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.title.setText(self.tr("Trend"))
        self.view.setAccessibleName(self.tr("Trend"))
        self.view.set_empty_text(self.tr("No values to draw yet."))
        self.tests.setAccessibleName(self.tr("Tests in the chart"))
        self.tests.set_choices([Choice(code, actions.command_text(code)) for code in _CHOICES])
        keys = (f"{actions.command_text(code)}  {actions.key_text(code)}" for code in _CHOICES)
        self.tests.setToolTip("\n".join(keys))
        for code, chip in (*self.periods.items(), ("chart_log", self.log)):
            chip.setText(actions.command_text(code))
            chip.setAccessibleName(chip.text())
            chip.setToolTip(f"{chip.text()}  {actions.key_text(code)}")

    def _choice(self) -> ChoiceList:
        """Give the list of what can be charted; every entry has a key too."""
        choice = ChoiceList(self)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for code in (_USUAL, *PRESETS):  # the key of the chosen test is the page's
            actions.add_action(self, code, partial(self._on_choice, code))
        choice.edited.connect(lambda: self._on_choice(choice.code()))
        self.head.insertWidget(self.head.count() - 1, choice)
        return choice

    def _chip(self, code: str, run: object) -> QPushButton:
        chip = QPushButton(self)
        theme.set_property(chip, "role", "chip")
        theme.set_property(chip, "kind", "neutral")
        chip.setCheckable(True)
        chip.setObjectName(f"{code}_chip")
        action = actions.add_action(self, code, chip.click)
        chip.setProperty("code", action.objectName())
        chip.clicked.connect(run)
        self.head.insertWidget(self.head.count() - 1, chip)
        return chip

    def _mark(self, chosen: str) -> None:
        for code, chip in self.periods.items():
            chip.setChecked(code == chosen)

    def _choose(self, code: str, panels: Panels) -> None:
        self._chosen, self._panels = code, panels
        self.tests.set_code(code)

    def _on_choice(self, code: str, _checked: bool = False) -> None:
        if code == _TEST:
            self._choose(self._chosen, self._panels)  # until a test is named
            self.test_wanted.emit()
            return
        self._choose(code, PRESETS.get(code, ()))
        self.spec_wanted.emit()

    def _on_period(self) -> None:
        code = str(self.sender().property("code"))
        months = _PERIODS[code]
        self._end = None
        self._start = (
            add_months(self._today, -months) if months and self._today is not None else None
        )
        self._mark(code)
        self.spec_wanted.emit()

    def _on_log(self) -> None:
        self._log = self.log.isChecked()
        self.spec_wanted.emit()

    def _on_range(self, start: date | None, end: date | None) -> None:
        self._start, self._end = start, end
        self._mark(_ALL if start is None and end is None else "")
        self.spec_wanted.emit()
