"""Say of each sign whether it is better, the same or worse than at baseline."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from desktop_app.domain.poems_form import CHANGE, CHANGE_ITEMS, CHANGES
from desktop_app.domain.visit import DraftFinding
from ui import theme
from ui.widgets.entry.entry_part import note_in
from ui.widgets.entry.poems.carried_chip import CARRIED
from ui.widgets.entry.poems.carried_part import CarriedPart
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.domain.record import Finding, Result
    from ui.terms import Terms

BETTER, SAME, WORSE = CHANGES
_NEXT = {"": BETTER, BETTER: SAME, SAME: WORSE, WORSE: ""}
_KINDS = {"": "unknown", BETTER: "good", SAME: "neutral", WORSE: "warning"}
_SIGNS = {"": "?", BETTER: "✔", SAME: "=", WORSE: "▲"}
_KEYS = {
    Qt.Key.Key_Plus: BETTER,
    Qt.Key.Key_B: BETTER,
    Qt.Key.Key_0: SAME,
    Qt.Key.Key_S: SAME,
    Qt.Key.Key_Minus: WORSE,
    Qt.Key.Key_W: WORSE,
    Qt.Key.Key_Delete: "",
    Qt.Key.Key_Backspace: "",
}
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class ChangeChip(QPushButton):
    """Go round the answers with Space or a click; + 0 - answer at once, = takes the grey one."""

    change_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_property(self, "role", "chip")
        self._name = self._change = self._last = self._day = ""
        self._words: Mapping[str, str] = {}
        self.clicked.connect(self._on_clicked)

    @property
    def change_code(self) -> str:
        """Give better, same or worse; empty while not judged."""
        return self._change

    @property
    def carried(self) -> bool:
        """Tell whether a judgement of last time waits to be confirmed."""
        return bool(self._last) and not self._change

    def set_words(self, name: str, words: Mapping[str, str]) -> None:
        """Name what is judged, and each answer."""
        self._name, self._words = name, words
        self._show()

    def set_change(self, change: str) -> None:
        """Show a judgement without telling."""
        self._change = change
        self._show()

    def set_last(self, change: str, day: str) -> None:
        """Take the last judgement and its day; it is not entered."""
        self._last, self._day = change, day
        self._show()

    def confirm(self) -> bool:
        """Judge as last time where the chip is grey; tell whether it was."""
        if not self.carried:
            return False
        self._judge(self._last)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        change = _KEYS.get(Qt.Key(event.key())) if not event.modifiers() & ~_PLAIN else None
        if event.key() == Qt.Key.Key_Equal:
            self.confirm()
        elif change is not None:
            self._judge(change)
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        if not self.confirm():
            self._judge(_NEXT.get(self._change, ""))

    def _judge(self, change: str) -> None:
        if change != self._change:
            self.set_change(change)
            self.change_chosen.emit()

    def _show(self) -> None:
        if self.carried:
            word = self._words.get(self._last, self._last)
            #: {0} is a sign, {1} last time's judgement, {2} its day
            shown = self.tr("{0}: {1} · {2}")
            self.setText(shown.format(self._name, word, self._day))
            #: {0} is a sign, {1} better, same or worse, {2} a day
            spoken = self.tr("{0}: last {1} on {2}, not confirmed")
            self.setAccessibleName(spoken.format(self._name, word, self._day))
            theme.set_property(self, "kind", CARRIED)
            return
        word = self._words.get(self._change, self._change)
        #: {0} is a sign, {1} better, same, worse or not judged
        said = self.tr("{0}: {1}").format(self._name, word)
        self.setText(f"{_SIGNS.get(self._change, '')} {said}")
        self.setAccessibleName(said)
        theme.set_property(self, "kind", _KINDS.get(self._change, "unknown"))


class ChangeList(CarriedPart):
    """Hold one chip an item; together they are one finding. What it does not know is carried."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ""
        self._others: tuple[Mapping[str, str], ...] = ()
        self.chips = {item: ChangeChip(self) for item in CHANGE_ITEMS}
        flow = FlowLayout(self)
        for chip in self.chips.values():
            flow.addWidget(chip)
            chip.change_chosen.connect(self._on_change)

    @property
    @override
    def codes(self) -> frozenset[str]:
        return frozenset({CHANGE})

    @property
    @override
    def carried(self) -> int:
        return sum(chip.carried for chip in self.chips.values())

    @override
    def show_last(self, last: Mapping[str, Result | Finding]) -> None:
        known = last.get(CHANGE)
        changes = _changes(known.value if known is not None else None)
        for item, chip in self.chips.items():
            chip.set_last(changes.get(item, ""), known.date.text if known is not None else "")

    @override
    def confirm(self) -> bool:
        confirmed = [chip.confirm() for chip in self.chips.values()]
        return any(confirmed)

    @override
    def set_words(self, terms: Terms) -> None:
        words = {"": self.tr("not judged"), **{x: terms.of("answer", x) for x in CHANGES}}
        for item, chip in self.chips.items():
            chip.set_words(terms.analyte(item), words)

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return tuple(self.chips.values())

    @override
    def target(self, field: str) -> QWidget | None:
        return next(iter(self.chips.values())) if field == CHANGE else None

    @override
    def findings(self) -> tuple[DraftFinding, ...]:
        judged = ((item, chip.change_code) for item, chip in self.chips.items())
        changes = tuple({"item": item, "change": change} for item, change in judged if change)
        every = (*changes, *self._others)
        return (DraftFinding(CHANGE, every, self._note),) if every else ()

    @override
    def show_findings(self, findings: Mapping[str, DraftFinding]) -> None:
        kept = findings.get(CHANGE)
        self._note = note_in(findings, CHANGE)
        value = kept.value if kept is not None else None
        given = value if isinstance(value, tuple | list) else ()
        known = _changes(value)
        self._others = tuple(
            {str(name): str(part) for name, part in x.items()}
            for x in given
            if isinstance(x, Mapping) and x.get("item") not in self.chips
        )
        for item, chip in self.chips.items():
            chip.set_change(known.get(item, ""))

    def _on_change(self) -> None:
        self.edited.emit()


def _changes(value: object) -> dict[str, str]:
    """Give the change of each item of a finding."""
    given = value if isinstance(value, tuple | list) else ()
    return {str(x.get("item")): str(x.get("change")) for x in given if isinstance(x, Mapping)}
