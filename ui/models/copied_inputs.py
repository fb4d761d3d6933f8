"""Write the inputs of a calculator elsewhere as plain lines, without anything of the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.conclusions import Input
    from ui.terms import Terms


def input_lines(inputs: Iterable[Input], terms: Terms) -> tuple[str, ...]:
    """Give one line an input: its name, the value with its unit as reported, and its day."""
    return tuple(_line(given, terms) for given in inputs)


def _line(given: Input, terms: Terms) -> str:
    value = terms.value(given)
    said = value or QCoreApplication.translate("CopiedInputs", "not recorded")
    day = f" ({given.date})" if given.date and value else ""
    name = terms.analyte(given.code)
    label = terms.of("rule", given.code) if name == given.code else name
    return f"{label}: {said}{day}"
