"""Pack an assessment, whole trace and all, into a few kilobytes, and unpack it unchanged."""

from __future__ import annotations

import lzma
import zlib

from desktop_app.data.codec import from_json, to_json
from desktop_app.domain.conclusions import Assessment
from desktop_app.domain.errors import StorageError

# The first byte names the form, so that a later form can stand beside these.
_FORM = b"\x01"
_DENSE = b"\x02"  # is read, no longer written
_SHORT = b"\x03"
_LEVEL = 5
_ROOM = 8192
# Years of treatment repeat themselves farther apart than zlib looks back; this takes longer.
_FILTERS = [
    {
        "id": lzma.FILTER_LZMA2,
        "preset": 6,
        "dict_size": 1 << 20,
        "lc": 4,
        "pb": 0,
        "nice_len": 64,
    }
]
# What stands in every trace hundreds of times, each for a control character: JSON holds none. An
# entry may be added at the end; what was written with the others is read all the same.
_FRAGMENTS = (
    '{"$":"d","v":"',
    '"},"unit":"',
    '","date":"',
    '{"$":"Input","code":"',
    '","value":',
    '{"$":"Truth","v":"MET"}',
    '{"$":"Truth","v":"NOT_MET"}',
    '{"$":"Truth","v":"UNKNOWN"}',
    '{"$":"Criterion","id":"',
    '","state":',
    ',"inputs":[',
    ',"threshold":"',
    '","source":"',
    '","status":"',
    ',"criteria":[',
    '"note":{"$":"Note","code":"',
    '","values":[["',
)
_SIGNS = tuple((fragment, chr(place)) for place, fragment in enumerate(_FRAGMENTS, 1))
_MEANINGS = {ord(sign): fragment for fragment, sign in _SIGNS}


def pack(assessment: Assessment) -> bytes:
    """Give the bytes that the record keeps."""
    text = to_json(assessment)
    packed = _FORM + zlib.compress(text.encode(), _LEVEL)
    if len(packed) <= _ROOM:
        return packed
    for fragment, sign in _SIGNS:
        text = text.replace(fragment, sign)
    return _SHORT + lzma.compress(text.encode(), lzma.FORMAT_RAW, filters=_FILTERS)


def unpack(content: bytes) -> Assessment:
    """Give the assessment as it was concluded.

    Raises:
        StorageError: ``record_damaged``, or ``record_newer`` for a form of a later program.
    """
    try:
        assessment = from_json(_text(content))
    except (zlib.error, lzma.LZMAError, ValueError) as error:
        raise StorageError("record_damaged") from error
    if not isinstance(assessment, Assessment):
        raise StorageError("record_damaged")
    return assessment


def _text(content: bytes) -> str:
    form, packed = content[:1], content[1:]
    if form == _FORM:
        return zlib.decompress(packed).decode()
    if form in (_DENSE, _SHORT):
        text = lzma.decompress(packed, lzma.FORMAT_RAW, filters=_FILTERS).decode()
        return text.translate(_MEANINGS) if form == _SHORT else text
    raise StorageError("record_newer")
