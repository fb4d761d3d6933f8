"""Write the function that names the category as a key of numbered steps, from its truth table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.rulepack import DECISIONS, truth_table

if TYPE_CHECKING:
    from desktop_app.domain.wording import Wording

_QUESTIONS = {
    "marrow": "Clonal marrow plasma cells: none, low (below 10 %), mid (10 to 59 %), high (60 %)",
    "tumour": "Plasmacytoma: none, hidden (proven cells or not imaged), single, several",
    "organ": "Calcium, kidney or haemoglobin (CRAB) by the clone",
    "bone": "Lytic lesions by the clone: none, one, many",
    "slim_flc": "MM-SLIM-FLC",
    "slim_mri": "MM-SLIM-MRI",
    "isotype": "Serum immunofixation: heavy chain, IgM only, light chain only, negative",
    "ratio": "Light chain ratio that shows a clone",
    "urine_light": "Urine immunofixation with a band",
    "m_protein": "SMM-DX-M: M-protein >= 3 g/dL",
    "urine": "SMM-DX-URINE: urine M-protein >= 500 mg/24 h",
    "lymphoplasmacytic": "Lymphoplasmacytic marrow >= 10 %",
    "igm_damage": "MGUS-IGM-DX-ORGAN: organ damage of an IgM clone",
    "t1114": "t(11;14)",
    "low_clonal": "Plasma cells below 10 % tested as clonal",
    "marrow_recorded": "Marrow recorded",
    "event_without_clone": "MM-SLIM-FLC or MM-SLIM-MRI certain, whatever the marrow",
    "igm_recorded": "Immunofixation done and IgM only",
    "igm_myeloma_recorded": "10 % plasma cells, a lytic lesion or t(11;14) recorded (DX-PIN)",
}
_INTRODUCTION = """
Every combination of facts on which `category` (`domain/rulesets/precursor/diagnosis`) depends was
run: {worlds} worlds. Worlds that end alike are put together here, so the steps say exactly what the
program does. Start at step 1; a fact that is unknown opens every answer, and what can then be
reached is `possible`. Before this: certain myeloma, leukaemia and POEMS (DX-TIME, PCL-STOP).
Several names at an end: the rule book leaves them open. “No category”: a specialist decides.
"""

World = tuple[tuple[tuple[str, str], ...], frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Step:
    """Hold one question: which answers lead to which further step, or to names."""

    fact: str
    ways: tuple[tuple[tuple[str, ...], _Step | frozenset[str]], ...]


def key_lines(words: Wording) -> Iterator[str]:
    """Give the lines of the key, each step a row."""
    worlds = [(world.assumed, world.outcome) for world in truth_table("category")]
    first = _merged(worlds)
    assert isinstance(first, _Step)
    steps: dict[_Step, int] = {}
    _number(first, steps)
    yield _INTRODUCTION.format(worlds=len(worlds))
    yield "| Step | Fact | Answers |"
    yield "|---:|---|---|"
    for step, number in steps.items():
        ways = "; ".join(f"{' or '.join(a)} → {_told(to, steps, words)}" for a, to in step.ways)
        yield f"| {number} | {_QUESTIONS[step.fact]} | {ways} |"


def _merged(worlds: Sequence[World]) -> _Step | frozenset[str]:
    """Put worlds together that ask and end alike."""
    path, outcome = worlds[0]
    if not path:
        return outcome
    fact = path[0][0]
    by_value: dict[str, list[World]] = {}
    for ((_, value), *rest), outcome in worlds:
        by_value.setdefault(value, []).append((tuple(rest), outcome))
    ways: dict[_Step | frozenset[str], list[str]] = {}
    for value in DECISIONS["category"][1][fact]:
        ways.setdefault(_merged(by_value[value]), []).append(value)
    if len(ways) == 1:
        return next(iter(ways))
    return _Step(fact, tuple((tuple(values), to) for to, values in ways.items()))


def _number(step: _Step, steps: dict[_Step, int]) -> None:
    """Number the steps in the order in which a reader meets them."""
    if step in steps:
        return
    steps[step] = len(steps) + 1
    for _, to in step.ways:
        if isinstance(to, _Step):
            _number(to, steps)


def _told(to: _Step | frozenset[str], steps: dict[_Step, int], words: Wording) -> str:
    if isinstance(to, _Step):
        return f"step {steps[to]}"
    names = sorted(words.text(f"category.{name}") for name in to)
    return f"**{' / '.join(names) or 'no category'}**"
