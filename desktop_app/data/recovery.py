"""Write the recovery key so that it can be printed and typed: whole, or two of three parts open.

The key is 128 random bits; it wraps the record's key in a slot of its own. A printed text says
what it is and which kit it belongs to, with a check: a slip of the pen is told from a wrong kit.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from Crypto.Protocol.SecretSharing import Shamir

from desktop_app.domain.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

PARTS, NEEDED = 3, 2
_SECRET_BYTES, _KIT_BYTES, _CHECK_BYTES = 16, 2, 2
_BYTES = 1 + _KIT_BYTES + _SECRET_BYTES + _CHECK_BYTES
_GROUP = 5
_WHOLE = 0
# Crockford's digits: no letter looks like a figure, and what is misread is read as meant.
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})
_LENGTH = -(-_BYTES * 8 // 5)


@dataclass(frozen=True, slots=True)
class _Text:
    part: int
    kit: bytes
    payload: bytes


def new_secret() -> bytes:
    """Make a random recovery key."""
    return secrets.token_bytes(_SECRET_BYTES)


def slot_secret(secret: bytes) -> str:
    """Give what the slot of the recovery key is wrapped under."""
    return secret.hex()


def whole(secret: bytes) -> str:
    """Write the key as one text."""
    return _printed(_Text(_WHOLE, _kit(secret), secret))


def parts(secret: bytes) -> tuple[str, ...]:
    """Write the key as three texts; any two give it back, one alone says nothing of it."""
    shared = Shamir.split(NEEDED, PARTS, secret)
    return tuple(_printed(_Text(number, _kit(secret), part)) for number, part in shared)


def read(texts: Iterable[str]) -> bytes:
    """Read one whole text, or two parts of one kit.

    Raises:
        Refusal: ``recovery_text_wrong`` with the number of the text, ``recovery_other_kit`` or
            ``recovery_part_missing``.
    """
    said = [text for text in texts if text.strip()]
    found = [_parsed(text, number) for number, text in enumerate(said, 1)]
    for text in found:
        if text.part == _WHOLE:
            return text.payload
    if len({text.kit for text in found}) > 1:
        raise Refusal("recovery_other_kit")
    shared = {text.part: text.payload for text in found}
    if len(shared) < NEEDED:
        raise Refusal("recovery_part_missing")
    secret: bytes = Shamir.combine(list(shared.items())[:NEEDED])
    return secret


def _kit(secret: bytes) -> bytes:
    return hashlib.sha256(b"kit" + secret).digest()[:_KIT_BYTES]


def _check(said: bytes) -> bytes:
    return hashlib.sha256(said).digest()[:_CHECK_BYTES]


def _printed(text: _Text) -> str:
    said = bytes([text.part]) + text.kit + text.payload
    number = int.from_bytes(said + _check(said))
    digits = ""
    for _ in range(_LENGTH):
        number, digit = divmod(number, 32)
        digits = _DIGITS[digit] + digits
    groups = (digits[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))
    return "-".join(groups)


def _parsed(text: str, place: int) -> _Text:
    plain = unicodedata.normalize("NFKC", text).upper().translate(_MISREAD)
    digits = [_DIGITS.index(sign) for sign in plain if sign in _DIGITS]
    signs = sum(sign.isalnum() for sign in plain)
    number = 0
    for digit in digits:
        number = number * 32 + digit
    wrong = Refusal("recovery_text_wrong", number=str(place))
    if len(digits) != _LENGTH or signs != _LENGTH or number >= 256**_BYTES:
        raise wrong
    said = number.to_bytes(_BYTES)
    body, check = said[:-_CHECK_BYTES], said[-_CHECK_BYTES:]
    if check != _check(body) or body[0] > PARTS:
        raise wrong
    return _Text(body[0], body[1 : 1 + _KIT_BYTES], body[1 + _KIT_BYTES :])
