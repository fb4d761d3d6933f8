"""Pack an assessment, whole trace and all, into a few kilobytes, and unpack it unchanged."""

from __future__ import annotations

import zlib

from desktop_app.data.codec import from_json, to_json
from desktop_app.domain.conclusions import Assessment
from desktop_app.domain.errors import StorageError

# The first byte names the form, so that a later form can stand beside this one.
_FORM = b"\x01"
_LEVEL = 5


def pack(assessment: Assessment) -> bytes:
    """Give the bytes that the record keeps."""
    return _FORM + zlib.compress(to_json(assessment).encode(), _LEVEL)


def unpack(content: bytes) -> Assessment:
    """Give the assessment as it was concluded.

    Raises:
        StorageError: ``record_damaged``, or ``record_newer`` for a form of a later program.
    """
    if content[:1] != _FORM:
        raise StorageError("record_newer")
    try:
        assessment = from_json(zlib.decompress(content[1:]))
    except (zlib.error, ValueError) as error:
        raise StorageError("record_damaged") from error
    if not isinstance(assessment, Assessment):
        raise StorageError("record_damaged")
    return assessment
