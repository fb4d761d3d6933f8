"""Say from which line of which import an entry came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.journal import EntryKind

if TYPE_CHECKING:
    from desktop_app.domain.arrivals.known import Origin

Origins = Mapping[tuple[EntryKind, int], "Origin"]
PASTED = "paste"  # the name of a source that was pasted


def source_name(name: str) -> str:
    """Give a source's name as it is shown: a file keeps its own."""
    return QCoreApplication.translate("OriginWords", "paste") if name == PASTED else name


def origin_text(origin: Origin | None) -> str:
    """Give source, line and the line itself; an empty text for what was typed."""
    if origin is None:
        return ""
    #: {0} is a file's name, {1} the number of a line in it
    words = QCoreApplication.translate("OriginWords", "From {0}, line {1}")
    said = words.format(source_name(origin.batch.name), origin.line)
    raw = " ".join(origin.raw.split())
    return f"{said}: {raw}" if raw else said
