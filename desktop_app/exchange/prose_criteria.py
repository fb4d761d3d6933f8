"""Write criteria and the values that they saw as plain text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.domain.catalogue import Catalogue
from desktop_app.domain.trace_words import TraceWords
from desktop_app.domain.unit_label import with_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.domain.conclusions import Criterion, Input
    from desktop_app.domain.wording import Wording

_NO_NAMES = Catalogue({})  # no word of a list names an analyte
SIGNS = {"yes": "✔", "no": "✖", "unknown": "?"}


def listed(wording: Wording, codes: Iterable[str]) -> str:
    """Join the sentences of codes."""
    return " · ".join(wording.text(code) for code in codes)


def criterion_lines(criterion: Criterion, wording: Wording, depth: int = 1) -> Iterator[str]:
    """Write a criterion and, deeper, its parts."""
    state = criterion.state.state
    values = ", ".join(
        _value(x, wording, named=x.code != before) + (f" ({x.date})" if x.date else "")
        for x, before in zip(criterion.inputs, _codes_before(criterion), strict=True)
    )
    name = wording.text(f"rule.{criterion.id}")
    parts = [f"{SIGNS[state]} {wording.text(f'state.{state}')}: {name}", values]
    if criterion.note is not None:
        parts.append(wording.sentence("note", criterion.note))
    yield "  " * depth + " · ".join(part for part in parts if part)
    for member in criterion.criteria:
        yield from criterion_lines(member, wording, depth + 1)


def _codes_before(criterion: Criterion) -> tuple[str, ...]:
    """Give for every value the code of the one before it, whose name is not said twice."""
    return ("", *(x.code for x in criterion.inputs))[: len(criterion.inputs)]


def _value(given: Input, wording: Wording, *, named: bool) -> str:
    """Give one value as it was reported, with its name where it is not that of the last one."""
    value = given.value
    if isinstance(value, Mapping):
        return TraceWords(wording, _NO_NAMES).value(given)
    if isinstance(value, tuple):
        return f"{wording.name(given.code)} {TraceWords(wording, _NO_NAMES).value(given)}"
    if isinstance(value, bool | str):
        answer = value if isinstance(value, str) else ("yes" if value else "no")
        return (
            f"{wording.name(given.code)}: {wording.name(answer)}" if named else wording.name(answer)
        )
    return with_unit(f"{given.comparator or ''}{value}", given.unit or "", wording.language)
