"""Enter side effects, each with its grade."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.visit import DraftFinding
from desktop_app.domain.visit_form import TOXICITY, TOXICITY_GRADES
from ui import theme
from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceList
from ui.widgets.entry.entry_part import FindingPart, message_label, note_in, show_message
from ui.widgets.row_list import ListRow, RowList

if TYPE_CHECKING:
    from ui.terms import Terms

REMOVE_WIDTH = 28
SideEffect = tuple[str, str]  # what it is, and its grade


class SideEffectRow(ListRow[SideEffect]):
    """Hold one side effect in the doctor's words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item, self.grade = QLineEdit(self), ChoiceList(self)
        self.remove = QPushButton("✕", self)
        self.remove.setFixedWidth(REMOVE_WIDTH)
        theme.set_property(self.remove, "role", "chip")
        theme.set_property(self.remove, "kind", "neutral")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.item, 1)
        line.addWidget(self.grade)
        line.addWidget(self.remove)
        self.item.textEdited.connect(self.edited)
        self.grade.edited.connect(self.edited)
        self.remove.clicked.connect(self.removed)

    @override
    def set_words(self, terms: Terms) -> None:
        self.item.setPlaceholderText(self.tr("Side effect"))
        self.item.setAccessibleName(self.tr("Side effect"))
        #: {0} is the grade of a side effect
        grades = [Choice(code, self.tr("grade {0}").format(code)) for code in TOXICITY_GRADES]
        self.grade.set_choices([Choice(UNKNOWN, self.tr("grade?")), *grades])
        self.grade.setAccessibleName(self.tr("Grade of the side effect"))
        self.remove.setAccessibleName(self.tr("Remove this side effect from the entry"))
        self.remove.setToolTip(self.remove.accessibleName())

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return self.item, self.grade, self.remove

    @override
    def target(self, field: str) -> QWidget:
        return self.grade if field == "grade" else self.item

    @override
    def value(self) -> SideEffect | None:
        said = (self.item.text().strip(), self.grade.code())
        return said if any(said) else None

    @override
    def show_value(self, draft: SideEffect) -> None:
        self.item.setText(draft[0])
        self.grade.set_code(draft[1])
        self.show_problems({})

    @override
    def show_problems(self, problems: Mapping[str, str]) -> None:
        theme.set_property(self.item, "state", "bad" if problems else "known")


class ToxicityList(FindingPart):
    """Hold one row a side effect; together they are one finding."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ""
        self.message = message_label(self)
        self.list: RowList[SideEffectRow, SideEffect] = RowList(
            TOXICITY, lambda: SideEffectRow(self), ("", ""), self
        )
        self.add = self.list.add
        adding = QHBoxLayout()
        adding.addWidget(self.add)
        adding.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.list)
        column.addWidget(self.message)
        column.addLayout(adding)
        self.list.edited.connect(self.edited)
        self.list.rearranged.connect(self.rearranged)

    @property
    @override
    def codes(self) -> frozenset[str]:
        return frozenset({TOXICITY})

    @override
    def set_words(self, terms: Terms) -> None:
        self.add.setText(self.tr("+ side effect"))
        self.add.setAccessibleName(self.tr("Add a side effect"))
        self.list.set_words(terms)

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return self.list.focus_order()

    @override
    def target(self, field: str) -> QWidget | None:
        if field != TOXICITY:
            return None
        rows = self.list.rows
        open_rows = [row for row in rows if row.value() is not None and not all(row.value() or ())]
        return (open_rows or rows)[0].item if rows else self.add

    @override
    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        wrong = TOXICITY in problems
        said = self.tr("Write what it is, and its grade.") if wrong else ""
        show_message(self.message, said)
        return self.codes if wrong else frozenset()

    @override
    def findings(self) -> tuple[DraftFinding, ...]:
        effects = tuple({"item": item, "grade": grade} for item, grade in self.list.values())
        return (DraftFinding(TOXICITY, effects, self._note),) if effects else ()

    @override
    def show_findings(self, findings: Mapping[str, DraftFinding]) -> None:
        kept = findings.get(TOXICITY)
        self._note = note_in(findings, TOXICITY)
        effects = kept.value if kept is not None and isinstance(kept.value, tuple | list) else ()
        said = [each for each in effects if isinstance(each, Mapping)]
        self.list.show_values([(str(x.get("item", "")), str(x.get("grade", ""))) for x in said])
        show_message(self.message, "")
