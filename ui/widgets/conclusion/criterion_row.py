"""Show one criterion in a line: sign and word, label, value and day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop_app.domain.truth import Truth
from ui import theme
from ui.models.reasoning_tree import KINDS, SIGNS
from ui.models.reasons import awaiting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.models.reasoning_tree import Reason

VALUE_WIDTH = 132  # pixels
WORD_JOINER = "\u2060"  # no line may break there
MONTH = 7  # length of year and month in an ISO day


class CriterionRow(QFrame):
    """Hold one reason; the whole of it is in the tool tip and the accessible name.

    ``state_words`` are all words that a state may have: rows under each other line up by them.
    """

    def __init__(
        self, reason: Reason, state_words: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme.set_property(self, "role", "row")
        state = reason.state or Truth.UNKNOWN
        sign = self._label(f"{SIGNS[state]} {reason.state_word}", "state", KINDS[state])
        metrics = theme.font_metrics("small")
        sign.setFixedWidth(max(metrics.horizontalAdvance(f"✖ {word} ") for word in state_words))
        words = awaiting(reason.label) if reason.awaiting else reason.label
        name = self._label(_unbroken(words), "text", "unknown" if state is Truth.UNKNOWN else "")
        name.setWordWrap(True)
        name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        seen = " · ".join(filter(None, (reason.value, reason.date)))
        value = self._label(_short(reason), "value", "")
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(4)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(name, 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(value, 0, Qt.AlignmentFlag.AlignTop)
        whole = (words, reason.state_word, seen, reason.threshold, reason.note)
        self.setAccessibleName(", ".join(filter(None, whole)))
        self.setToolTip("\n".join(filter(None, whole)))

    def _label(self, text: str, role: str, kind: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_property(label, "role", role)
        if kind:
            theme.set_property(label, "kind", kind)
        return label


def _unbroken(label: str) -> str:
    """Keep a number and its unit, such as 1.5 g/dL, on one line."""
    return re.sub(r"(?<=\d) ", "\u00a0", label).replace("/", f"{WORD_JOINER}/{WORD_JOINER}")


def _short(reason: Reason) -> str:
    """Give the values, cut to the row's width, with the month of their day."""
    month = f" · {reason.date[:MONTH]}" if reason.date else ""
    metrics = theme.font_metrics("table")
    room = VALUE_WIDTH - metrics.horizontalAdvance(month)
    return metrics.elidedText(reason.brief, Qt.TextElideMode.ElideRight, room) + month
