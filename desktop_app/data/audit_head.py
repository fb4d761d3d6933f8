"""Say beside the record how far its log has come, so that a lost end is noticed.

A record whose newest entries are gone, cut off or lost with a damaged journal, is whole in itself:
only something outside can tell. The file is written after each commit and never waited for: what it
says is on disk in the record by then, so it may fall behind and never runs ahead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.data.disk import open_alone
from desktop_app.data.seal import is_sealed, seal
from desktop_app.domain.audit import AuditHead

if TYPE_CHECKING:
    from pathlib import Path


def write_head(path: Path, head: AuditHead, key: bytes) -> None:
    """Write how far the log has come; a disk that refuses hinders nobody."""
    said = f"{head.count} {head.hash}"
    try:
        with open_alone(path) as file:
            file.write(f"{said} {seal(key, said)}\n".encode())
    except OSError:
        return


def read_head(path: Path, key: bytes) -> AuditHead | None:
    """Read it; None where it is missing, not written to its end, or not of this record."""
    try:
        said, _, mark = path.read_bytes().decode("ascii").rpartition(" ")
        count, _, last = said.partition(" ")
        if not mark.endswith("\n") or not is_sealed(key, said, mark[:-1]):
            return None
        return AuditHead(int(count), last)
    except (OSError, ValueError):
        return None
