"""Give the bytes of the bundled font files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.domain.document import FontSource


def font_source(resources: Path) -> FontSource:
    """Give a function that reads a font file of ``resources/fonts`` by its name."""
    folder = resources / "fonts"

    def read(name: str) -> bytes:
        return (folder / name).read_bytes()

    return read
