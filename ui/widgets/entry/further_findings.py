"""Ask what is rarely asked: kidney, marrow, bones, and what matters before a treatment."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.visit import DraftFinding
from desktop_app.domain.visit_form import (
    FURTHER,
    FURTHER_PERCENTS,
    RENAL_BIOPSIES,
    RENAL_BIOPSY,
    STAIN,
    Topic,
)
from ui import theme
from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceList
from ui.widgets.answer_chip import Asking
from ui.widgets.entry.allergy_field import AllergyField
from ui.widgets.entry.entry_part import FindingPart, note_in
from ui.widgets.entry.percent_row import PercentRow
from ui.widgets.entry.question_group import QuestionGroup
from ui.widgets.entry.stain_field import StainField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.terms import Terms


class FurtherFindings(FindingPart):
    """Hold the questions by topic: chips, shares in percent, kidney biopsy, marrow stain."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: Mapping[str, DraftFinding] = {}
        self._names = {topic: QLabel(self) for topic in FURTHER}
        self.groups = {
            topic: QuestionGroup(codes, self, _asking(topic)) for topic, codes in FURTHER.items()
        }
        self.percents = {
            code: PercentRow(self) for codes in FURTHER_PERCENTS.values() for code in codes
        }
        self.stain, self.allergy = StainField(self), AllergyField(self)
        self.biopsy, self._biopsy_name = ChoiceList(self), QLabel(self)
        self._biopsy_name.setBuddy(self.biopsy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for topic, group in self.groups.items():
            self._add_topic(topic, group)
        self._column.addWidget(self.allergy)
        for part in (self.stain, self.allergy):
            part.edited.connect(self.edited)
        for row in self.percents.values():
            row.edited.connect(self.edited)
        self.biopsy.edited.connect(self.edited)

    @property
    @override
    def codes(self) -> frozenset[str]:
        asked = frozenset[str]().union(*(group.codes for group in self.groups.values()))
        return asked | self.percents.keys() | {RENAL_BIOPSY, STAIN} | self.allergy.codes

    @override
    def set_words(self, terms: Terms) -> None:
        for topic, group in self.groups.items():
            self._names[topic].setText(self._topic_name(topic))
            group.set_words(terms)
        for part in (self.stain, self.allergy):
            part.set_words(terms)
        for code, row in self.percents.items():
            row.set_name(terms.of("finding", code))
        name = terms.of("finding", RENAL_BIOPSY)
        self._biopsy_name.setText(name)
        self.biopsy.setAccessibleName(name)
        choices = [Choice(code, terms.of("answer", code)) for code in RENAL_BIOPSIES]
        self.biopsy.set_choices([Choice(UNKNOWN, self.tr("not done")), *choices])

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        order: list[QWidget] = []
        for topic, group in self.groups.items():
            order += group.focus_order()
            order += (self.percents[code].number for code in FURTHER_PERCENTS.get(topic, ()))
            if topic is Topic.KIDNEY:
                order.append(self.biopsy)
            elif topic is Topic.MARROW:
                order += self.stain.focus_order()
        return *order, *self.allergy.focus_order()

    @override
    def target(self, field: str) -> QWidget | None:
        if field == RENAL_BIOPSY:
            return self.biopsy
        if field in self.percents:
            return self.percents[field].number
        parts = (*self.groups.values(), self.stain, self.allergy)
        found = (part.target(field) for part in parts)
        return next((target for target in found if target is not None), None)

    @override
    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        wrong = self.percents.keys() & problems.keys()
        said = self.tr("Write a share from 0 to 100.")
        for code, row in self.percents.items():
            row.show_problem(said if code in wrong else "")
        stained = self.stain.show_problems(problems)
        return frozenset(wrong) | stained | self.allergy.show_problems(problems)

    @override
    def findings(self) -> tuple[DraftFinding, ...]:
        found = [each for group in self.groups.values() for each in group.findings()]
        found += (*self.stain.findings(), *self.allergy.findings())
        for code, row in self.percents.items():
            value = row.value()
            if value is not None:
                found.append(DraftFinding(code, value, note_in(self._kept, code)))
        if self.biopsy.code():
            found.append(
                DraftFinding(RENAL_BIOPSY, self.biopsy.code(), note_in(self._kept, RENAL_BIOPSY))
            )
        return tuple(found)

    @override
    def show_findings(self, findings: Mapping[str, DraftFinding]) -> None:
        self._kept = findings
        for group in self.groups.values():
            group.show_findings(findings)
        for part in (self.stain, self.allergy):
            part.show_findings(findings)
        for code, row in self.percents.items():
            kept = findings.get(code)
            row.show_value(kept.value if kept is not None else None)
        biopsy = findings.get(RENAL_BIOPSY)
        # A report in free text is kept as it is.
        self.biopsy.set_code(str(biopsy.value) if biopsy is not None else UNKNOWN)

    def _add_topic(self, topic: Topic, group: QuestionGroup) -> None:
        theme.set_property(self._names[topic], "role", "small")
        self._column.addWidget(self._names[topic])
        self._column.addWidget(group)
        group.edited.connect(self.edited)
        for code in FURTHER_PERCENTS.get(topic, ()):
            self._column.addWidget(self.percents[code])
        if topic is Topic.KIDNEY:
            line = QHBoxLayout()
            line.setSpacing(6)
            line.addWidget(self._biopsy_name)
            line.addWidget(self.biopsy, 1)
            self._column.addLayout(line)
        elif topic is Topic.MARROW:
            self._column.addWidget(self.stain)

    def _topic_name(self, topic: Topic) -> str:
        match topic:
            case Topic.KIDNEY:
                return self.tr("Kidney")
            case Topic.MARROW:
                return self.tr("Marrow and blood")
            case Topic.BONE:
                return self.tr("Bones")
            case Topic.TREATMENT:
                return self.tr("Before a treatment")
            case _:
                assert_never(topic)


def _asking(topic: Topic) -> Asking:
    return Asking.ASKED if topic is Topic.TREATMENT else Asking.EXAMINED
