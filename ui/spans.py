"""Hold what a cell of a list says: words of different weight, and chips."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Hold a piece of a cell: text with a role (strong, body, muted, faint) or a chip of a kind."""

    text: str
    role: str = "body"
    chip: bool = False


Cell = tuple[Span, ...]


def cell_text(cell: Cell) -> str:
    """Give a cell as plain words, as a screen reader reads it."""
    return "  ".join(span.text for span in cell if span.text)
