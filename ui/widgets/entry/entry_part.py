"""Say what every part of the visit's form can do, so that the form treats them alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from ui import theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.visit import DraftFinding
    from ui.terms import Terms


class EntryPart(QWidget):
    """Hold some fields of the visit; ``edited`` is told for what the doctor does alone."""

    edited = Signal()
    rearranged = Signal()  # there are other fields than before

    @property
    def filled(self) -> int:
        """Give how much was entered, for the button that folds the part away."""
        raise NotImplementedError

    def set_words(self, terms: Terms) -> None:
        """Word the part in a language."""
        raise NotImplementedError

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        raise NotImplementedError

    def stops(self) -> tuple[QWidget, ...]:
        """Give the fields at which a group begins, for the keys that go from group to group."""
        return tuple(field for field in self.focus_order() if field.isVisible())[:1]

    def target(self, field: str) -> QWidget | None:
        """Give the widget of a field's name, or None where the part has no such field."""
        raise NotImplementedError

    def show_problems(self, _problems: Mapping[str, str]) -> frozenset[str]:
        """Say beside each field what is wrong, in words; give the fields that said it."""
        return frozenset()


class FindingPart(EntryPart):
    """Hold answers that are findings."""

    @property
    @override
    def filled(self) -> int:
        return len(self.findings())

    @property
    def codes(self) -> frozenset[str]:
        """Give the findings that the part asks for."""
        raise NotImplementedError

    def findings(self) -> tuple[DraftFinding, ...]:
        """Give the answers; what was not answered gives no finding."""
        raise NotImplementedError

    def show_findings(self, findings: Mapping[str, DraftFinding]) -> None:
        """Show kept answers, by code."""
        raise NotImplementedError


def place_in(part: str, field: str) -> tuple[int, str] | None:
    """Give place and rest of a field such as ``lesions.0.diameters`` of a part, else None."""
    name, _, rest = field.partition(".")
    place, _, inner = rest.partition(".")
    return (int(place), inner) if name == part and place.isdecimal() else None


def note_in(findings: Mapping[str, DraftFinding], code: str) -> str:
    """Give the note of a kept finding, else an empty text."""
    return findings[code].note if code in findings else ""


def message_label(parent: QWidget) -> QLabel:
    """Give a hidden label for what is wrong with the field above it."""
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    theme.set_property(label, "role", "error")
    label.hide()
    return label


def show_message(label: QLabel, text: str) -> None:
    """Show a message, or hide its label where there is none."""
    label.setText(text)
    label.setVisible(bool(text))
