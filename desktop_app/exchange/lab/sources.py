"""Name where laboratory results come from, without opening any file."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

PASTE = "paste"


@dataclass(frozen=True, slots=True)
class LabSource:
    """Hold a name to show and a way to the bytes; ``open`` may be called more than once."""

    name: str
    open: Callable[[], BinaryIO]


def pasted(text: str) -> LabSource:
    """Make a source of text from the clipboard; half a surrogate pair becomes a question mark."""
    content = text.encode("utf-8", "replace")
    return LabSource(PASTE, lambda: io.BytesIO(content))
