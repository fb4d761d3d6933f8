"""Read the abnormalities tested at diagnosis, for every system that counts them (MM-HRCA)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.record import Cytogenetic
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.rulesets.myeloma.staging.anchor import Window

T4_14, T14_16, T14_20 = "t(4;14)", "t(14;16)", "t(14;20)"
DEL_17P, TP53, DEL_1P32 = "del(17p)", "TP53_mutation", "del(1p32)"
# The first name is the widest: without four copies or more there may still be three.
GAIN_1Q, AMP_1Q = "gain(1q)", "amp(1q)"


@dataclass(frozen=True, slots=True)
class Abnormality:
    """Hold whether an abnormality was found at diagnosis, and the tests that say so."""

    state: Truth
    tests: tuple[Cytogenetic, ...] = ()
    note: Note | None = None

    @property
    def inputs(self) -> tuple[Input, ...]:
        """Show the tests, with the percentage of cells where one was given."""
        return tuple(_shown(test) for test in self.tests)


def _shown(test: Cytogenetic) -> Input:
    if test.detected and test.clone_percent is not None:
        return Input(test.abnormality, test.clone_percent, "%", test.date.text)
    return Input(test.abnormality, test.detected, None, test.date.text)


def found(window: Window, name: str) -> Abnormality:
    """Read the tests for an abnormality; those that may be the one at diagnosis must agree."""
    near = window.tests(name)
    answers = {test.detected for test in near.entries}
    if not answers:
        return Abnormality(Truth.UNKNOWN, (), near.note)
    if len(answers) > 1:
        return Abnormality(Truth.UNKNOWN, near.entries, Note("values_disagree"))
    return Abnormality(Truth.of(answers.pop()), near.entries)


def gain_1q(window: Window) -> Abnormality:
    """Read the gain of 1q: three copies or more, whether entered as gain or amplification."""
    gain, amplified = found(window, GAIN_1Q), found(window, AMP_1Q)
    state = Truth.MET if amplified.state is Truth.MET else gain.state
    return Abnormality(
        state, (*gain.tests, *amplified.tests), gain.note if not state.known else None
    )
