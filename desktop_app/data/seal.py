"""Mark small files beside the record, so that only who has its key can have written them."""

from __future__ import annotations

import hmac

_USE = b"mspike-seal:"  # the key encrypts elsewhere: what it seals begins otherwise than anything


def seal(key: bytes, said: str) -> str:
    """Give the seal of a text."""
    return hmac.digest(key, _USE + said.encode(), "sha256").hex()


def is_sealed(key: bytes, said: str, mark: str) -> bool:
    """Tell whether a seal is of this text and this record."""
    return hmac.compare_digest(seal(key, said).encode(), mark.encode())
