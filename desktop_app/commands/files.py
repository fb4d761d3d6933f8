"""Write the file that a command was asked for, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def put_file(path: Path, content: bytes) -> None:
    """Write beside the place and move it there, so that no half of a file ever stands there.

    Raises:
        OSError: the place cannot be written; it names the place that was asked for.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        error.filename = str(path)
        raise
