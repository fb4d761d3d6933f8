"""Keep the record's random key, wrapped under the passphrase, in a file beside the record."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop_app.data.disk import write_whole
from desktop_app.data.key_cost import KeyCost
from desktop_app.domain.errors import StorageError

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "mspike-keys/1"
_FAMILY = "mspike-keys/"
_KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12  # AES-GCM's own length (NIST SP 800-38D)
_WRAPPED_BYTES = _KEY_BYTES + 16  # the key and AES-GCM's tag
_MOST_MEMORY_KIB = 1024 * 1024  # a damaged file must not exhaust the computer
_MOST_PASSES = 64
_MOST_LANES = 64


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """Hold the wrapped data key with the cost and salt of the key that wraps it."""

    cost: KeyCost
    salt: bytes
    nonce: bytes
    wrapped: bytes

    def unwrap(self, passphrase: str) -> bytes:
        """Give the data key.

        Raises:
            StorageError: ``wrong_passphrase``.
        """
        cipher = _cipher(passphrase, self.salt, self.cost)
        try:
            return cipher.decrypt(self.nonce, self.wrapped, FORMAT.encode())
        except InvalidTag:
            raise StorageError("wrong_passphrase") from None


def new_key() -> bytes:
    """Make a random data key."""
    return secrets.token_bytes(_KEY_BYTES)


def wrap(key: bytes, passphrase: str, cost: KeyCost) -> WrappedKey:
    """Wrap a data key under a passphrase, with fresh salt and nonce."""
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    wrapped = _cipher(passphrase, salt, cost).encrypt(nonce, key, FORMAT.encode())
    return WrappedKey(cost, salt, nonce, wrapped)


def write_keys(path: Path, key: WrappedKey) -> None:
    """Write the file in one step: either the old one stands or the new one.

    Raises:
        StorageError: ``disk_full`` or ``folder_not_writable``.
    """
    body: dict[str, object] = {
        "format": FORMAT,
        "kdf": "argon2id",
        "memory_kib": key.cost.memory_kib,
        "passes": key.cost.passes,
        "lanes": key.cost.lanes,
        "salt": base64.b64encode(key.salt).decode(),
        "cipher": "aes-256-gcm",
        "nonce": base64.b64encode(key.nonce).decode(),
        "wrapped_key": base64.b64encode(key.wrapped).decode(),
    }
    text = json.dumps(body | {"check": _check(body)}, indent=1)
    write_whole(path, text.encode())


def read_keys(path: Path) -> WrappedKey:
    """Read the file; its check tells a damaged file from a wrong passphrase.

    Raises:
        StorageError: ``keys_missing``, ``keys_damaged``, or ``record_newer`` for a later format.
    """
    try:
        body = json.loads(path.read_bytes())
        if not isinstance(body, dict) or body.pop("check", None) != _check(body):
            raise StorageError("keys_damaged")
        if body["format"] != FORMAT:
            raise StorageError("record_newer" if _is_later(body["format"]) else "keys_damaged")
        return _wrapped(body)
    except FileNotFoundError:
        raise StorageError("keys_missing") from None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise StorageError("keys_damaged") from None


def _wrapped(body: dict[str, object]) -> WrappedKey:
    memory, passes, lanes = (_whole(body[name]) for name in ("memory_kib", "passes", "lanes"))
    if memory > _MOST_MEMORY_KIB or passes > _MOST_PASSES or lanes > _MOST_LANES:
        raise StorageError("keys_damaged")
    salt, nonce, wrapped = (
        base64.b64decode(str(body[name]), validate=True)
        for name in ("salt", "nonce", "wrapped_key")
    )
    if (len(salt), len(nonce), len(wrapped)) != (_SALT_BYTES, _NONCE_BYTES, _WRAPPED_BYTES):
        raise StorageError("keys_damaged")
    return WrappedKey(KeyCost(memory, passes, lanes), salt, nonce, wrapped)


def _whole(value: object) -> int:
    if not isinstance(value, int) or value < 1:
        raise StorageError("keys_damaged")
    return value


def _is_later(name: object) -> bool:
    return isinstance(name, str) and name.startswith(_FAMILY)


def _check(body: dict[str, object]) -> str:
    text = json.dumps(body, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _cipher(passphrase: str, salt: bytes, cost: KeyCost) -> AESGCM:
    # NFKC: an input method may give full-width digits today and plain ones tomorrow.
    secret = unicodedata.normalize("NFKC", passphrase).encode()
    key = hash_secret_raw(
        secret, salt, cost.passes, cost.memory_kib, cost.lanes, _KEY_BYTES, Type.ID
    )
    return AESGCM(key)
