"""Lay out the quieter part of a conclusion: doubts, risk, what changes, warnings, what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.myeloma_words import SEPARATOR, picture_lines
from desktop_app.domain.truth import Truth
from ui import theme
from ui.models.evolving_words import evolving_words
from ui.models.reasons import awaiting, reason_of
from ui.models.verdict_words import headline, risk_words
from ui.widgets.chip import Chip
from ui.widgets.conclusion.asked_tests import AskedTests
from ui.widgets.conclusion.criterion_row import WORD_JOINER, CriterionRow
from ui.widgets.conclusion.tier_line import TierLine

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Alert, Assessment, Criterion
    from desktop_app.domain.journal import Override
    from ui.models.verdict_words import RiskWords
    from ui.terms import Terms

EVOLVING = "EVO-ENGINE"  # the alert that the line on the change says with its numbers
SETTLED = "settled_earlier"  # the note that earlier values made the diagnosis certain
NO_BREAK = "\u00a0"
LONGEST_KEPT = 28  # characters
INFO_SIGN = "ℹ"
_KINDS = {"info": "neutral", "warning": "warning", "critical": "critical"}


class VerdictBody(QWidget):
    """Say one assessment in order of weight; the figures that are looked up stand elsewhere."""

    field_wanted = Signal(str)  # code that would settle something

    def __init__(
        self,
        assessment: Assessment,
        terms: Terms,
        override: Override | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._assessment, self._terms = assessment, terms
        self._picture = assessment.myeloma
        self._treated = self._picture is not None and bool(self._picture.lines)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 8, 0)
        self._column.setSpacing(6)
        self._add_doubts(override)
        self._add_alerts("critical")
        if assessment.poems is not None:
            self._column.addWidget(TierLine(assessment.poems.tier, terms))
        self._add_myeloma()
        self._add_risk()
        self._add_evolving()
        self._add_alerts("warning")
        self._add_alerts("info")
        self._add_missing()
        self._add_criteria()
        self._column.addStretch(1)

    def _add_doubts(self, override: Override | None) -> None:
        if override is not None:
            #: {0} is the program's conclusion, {1} the doctor's reason for another one
            said = self.tr("The program concluded: {0}. Reason: {1}")
            words = said.format(headline(self._assessment, self._terms), override.reason)
            self._column.addWidget(_label(words, "muted"))
        for note in self._assessment.diagnosis.notes:
            if self._treated and note.code == SETTLED:
                continue  # after a response the values of now are expected to say less
            words = f"? {self._terms.sentence('note', note)}"
            self._column.addWidget(_label(words, "text", "unknown"))

    def _add_myeloma(self) -> None:
        """Say the line and the response of now first, then the stage and the lesions."""
        picture = self._picture
        lines = picture_lines(picture, self._terms) if picture is not None else ()
        for place, line in enumerate(lines):
            leads = self._treated and not place
            self._column.addWidget(_label(_kept_together(line), "strong" if leads else "muted"))

    def _add_risk(self) -> None:
        """Say the model that fits in full, every other in a line with its figures as a tip.

        That no model of a precursor applies is not said beside a stage of myeloma.
        """
        staged = self._picture is not None and self._picture.staging is not None
        risks = [x for x in risk_words(self._assessment, self._terms) if x.group or not staged]
        found = sorted(risks, key=lambda each: not each.fitting)
        for words in found[:1]:
            self._add_lead(words)
        for words in found[1:]:
            line = _label(_marked(words), "small")
            told = (words.group, *words.figures, words.cohort, words.remark, *words.notes)
            line.setToolTip("\n".join(filter(None, told)))
            self._column.addWidget(line)

    def _add_lead(self, words: RiskWords) -> None:
        if words.group:
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(_label(_marked(words), "strong"), 1)
            if words.fitting:
                chip = Chip(self.tr("fits here"), "accent")
                chip.setToolTip(self.tr("The model for which the tests of this patient suffice"))
                row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
            self._column.addLayout(row)
        for line in words.figures:
            self._column.addWidget(_label(line, "muted"))
        for line in filter(None, (words.cohort, words.remark, *words.notes)):
            self._column.addWidget(_label(line, "small"))

    def _add_evolving(self) -> None:
        """Say the change in one line, as loud as its alert, which it takes the place of.

        A change that the test alone could make is never loud.
        """
        words = evolving_words(self._assessment.evolving, self._terms)
        if words is None:
            return
        levels = {alert.level for alert in self._assessment.alerts if alert.id == EVOLVING}
        line: QWidget
        if words.state is not Truth.MET:
            sign = "? " if words.state is Truth.UNKNOWN else ""
            line = _label(f"{sign}{words.line}", "small")
        elif "warning" in levels and not words.within_noise:
            line = _banner(f"{theme.SIGNS['warning']} {words.line}", "warning")
        elif levels:
            line = _label(f"{INFO_SIGN} {words.line}", "")
        else:
            return
        line.setToolTip("\n".join(words.definitions))
        line.setAccessibleDescription(", ".join(words.definitions))
        self._column.addWidget(line)

    def _add_alerts(self, level: str) -> None:
        for alert in self._assessment.alerts:
            if alert.level == level and alert.id != EVOLVING:
                self._column.addWidget(self._alert(alert))

    def _alert(self, alert: Alert) -> QWidget:
        words = self._terms.sentence("alert", alert.message)
        level = self._terms.of("level", alert.level)
        kind = _KINDS[alert.level]
        shown: QWidget
        if alert.level == "info":
            shown = _label(f"{INFO_SIGN} {words}", "small")
        else:
            shown = _banner(f"{theme.SIGNS[kind]} {words}", kind)
        shown.setAccessibleName(f"{level}: {words}")
        shown.setToolTip(f"{level} · {alert.id}")
        return shown

    def _add_missing(self) -> None:
        if not self._assessment.missing:
            return
        self._column.addWidget(_label(self.tr("Would be settled by:"), "small"))
        asked = AskedTests(self._assessment.missing, self._terms)
        asked.field_wanted.connect(self.field_wanted)
        self._column.addWidget(asked)

    def _add_criteria(self) -> None:
        """Give the factors of the model that is told in full, else what the diagnosis rests on."""
        rows = QVBoxLayout()
        rows.setSpacing(0)
        words = tuple(self._terms.state(state) for state in Truth)
        for criterion in self._leading_criteria():
            rows.addWidget(CriterionRow(reason_of(criterion, self._terms), words))
        self._column.addLayout(rows)

    def _leading_criteria(self) -> tuple[Criterion, ...]:
        if self._treated:  # why it is myeloma was asked long ago: what the last values say of it
            current = self._picture.response_now if self._picture is not None else None
            return current.criteria if current is not None else ()
        scores = {name: score for name, score in self._assessment.scores if score.applicable}
        fitting = scores.get(self._assessment.fitting_model or "")
        score = fitting or self._assessment.leading_score
        return score.criteria if score.applicable else self._assessment.diagnosis.criteria


def _kept_together(line: str) -> str:
    """Let a line break only behind its dots: no stage stands apart from its system.

    A part that may need a line of its own breaks at its blanks, never within a name.
    """
    parts = (
        part if len(part) > LONGEST_KEPT else part.replace(" ", NO_BREAK)
        for part in line.split(SEPARATOR)
    )
    return f"{NO_BREAK}· ".join(parts).replace("-", f"-{WORD_JOINER}")


def _marked(words: RiskWords) -> str:
    return f"{theme.UNVERIFIED_SIGN} {awaiting(words.group)}" if words.awaiting else words.group


def _banner(text: str, kind: str) -> QFrame:
    frame = QFrame()
    theme.set_property(frame, "role", "banner")
    theme.set_property(frame, "kind", kind)
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(8, 4, 8, 5)
    inside.addWidget(_label(text, ""))
    return frame


def _label(text: str, role: str, kind: str = "") -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        theme.set_property(label, "role", role)
    if kind:
        theme.set_property(label, "kind", kind)
    return label
