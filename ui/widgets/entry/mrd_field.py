"""Enter a test for minimal residual disease: how, how deep it looked, and what it found."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.visit import DraftFinding
from desktop_app.domain.visit_form import MRD, MRD_METHODS, MRD_SENSITIVITIES
from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceList
from ui.widgets.entry.entry_part import FindingPart, message_label, note_in, show_message

if TYPE_CHECKING:
    from desktop_app.domain.record import FindingValue
    from ui.terms import Terms

_POSITIVE, _NEGATIVE = "positive", "negative"
_POWERS = {"0.0001": "10⁻⁴", "0.00001": "10⁻⁵", "0.000001": "10⁻⁶"}


class MrdField(FindingPart):
    """Hold one test; what was not said is not in its value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ""
        self.name, self.message = QLabel(self), message_label(self)
        self.answer, self.method, self.sensitivity = (ChoiceList(self) for _ in range(3))
        self.name.setBuddy(self.answer)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self.message)
        for box in (self.answer, self.method, self.sensitivity):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            line.addWidget(box, 1)
            box.edited.connect(self.edited)

    @property
    @override
    def codes(self) -> frozenset[str]:
        return frozenset({MRD})

    @override
    def set_words(self, terms: Terms) -> None:
        name = terms.of("finding", MRD)
        self.name.setText(name)
        answers = [Choice(code, terms.of("answer", code)) for code in (_NEGATIVE, _POSITIVE)]
        self.answer.set_choices([Choice(UNKNOWN, self.tr("not tested")), *answers])
        self.answer.setAccessibleName(name)
        methods = [Choice(code, terms.of("answer", code)) for code in MRD_METHODS]
        self.method.set_choices([Choice(UNKNOWN, self.tr("method?")), *methods])
        #: {0} is the test for minimal residual disease
        self.method.setAccessibleName(self.tr("{0}: method").format(name))
        depths = [Choice(code, _POWERS[code]) for code in MRD_SENSITIVITIES]
        self.sensitivity.set_choices([Choice(UNKNOWN, self.tr("sensitivity?")), *depths])
        self.sensitivity.setAccessibleName(self.tr("{0}: sensitivity").format(name))

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return self.answer, self.method, self.sensitivity

    @override
    def target(self, field: str) -> QWidget | None:
        return self.answer if field == MRD else None

    @override
    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        show_message(self.message, problems.get(MRD, ""))
        return self.codes & problems.keys()

    @override
    def findings(self) -> tuple[DraftFinding, ...]:
        found: dict[str, bool | int | Decimal | str | None] = {}
        if self.method.code():
            found["method"] = self.method.code()
        if self.sensitivity.code():
            found["sensitivity"] = _number(self.sensitivity.code())
        if self.answer.code():
            found["negative"] = self.answer.code() == _NEGATIVE
        return (DraftFinding(MRD, found, self._note),) if found else ()

    @override
    def show_findings(self, findings: Mapping[str, DraftFinding]) -> None:
        kept = findings.get(MRD)
        self._note = note_in(findings, MRD)
        value: FindingValue | None = kept.value if kept is not None else None
        said = value if isinstance(value, Mapping) else {}
        negative, depth = said.get("negative"), said.get("sensitivity")
        answer = _NEGATIVE if negative else _POSITIVE
        self.answer.set_code(UNKNOWN if negative is None else answer)
        self.method.set_code(str(said.get("method") or UNKNOWN))
        self.sensitivity.set_code(
            f"{depth:f}" if isinstance(depth, Decimal) else str(depth or UNKNOWN)
        )
        show_message(self.message, "")


def _number(text: str) -> Decimal | str:
    try:
        return Decimal(text)
    except InvalidOperation:
        return text
