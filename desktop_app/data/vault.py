"""Keep the record's random key, wrapped under each user's passphrase, in a file beside the record.

The key itself never changes: a new passphrase, a new user or a recovery key only wraps it again.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop_app.data.disk import write_whole
from desktop_app.data.key_cost import KeyCost
from desktop_app.domain.audit import OWNER
from desktop_app.domain.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMAT = "mspike-keys/2"
_FIRST_FORMAT = "mspike-keys/1"  # one slot, the owner's, without a name
_FAMILY = "mspike-keys/"
_KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12  # AES-GCM's own length (NIST SP 800-38D)
_WRAPPED_BYTES = _KEY_BYTES + 16  # the key and AES-GCM's tag
_MOST_MEMORY_KIB = 1024 * 1024  # a damaged file must not exhaust the computer
_MOST_PASSES = 64
_MOST_LANES = 64


class SlotKind(StrEnum):
    """Name whose secret a slot asks for."""

    USER = "user"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Slot:
    """Hold the data key wrapped under one secret, with the cost and salt of the wrapping key.

    ``bound`` is what the seal covers beside the key: a slot that is put under another name, or made
    another kind, no longer opens.
    """

    name: str
    kind: SlotKind
    cost: KeyCost
    salt: bytes
    nonce: bytes
    wrapped: bytes
    bound: str

    def unwrap(self, secret: str) -> bytes:
        """Give the data key.

        Raises:
            StorageError: ``wrong_passphrase``.
        """
        cipher = _cipher(secret, self.salt, self.cost)
        try:
            return cipher.decrypt(self.nonce, self.wrapped, self.bound.encode())
        except InvalidTag:
            raise StorageError("wrong_passphrase") from None


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Hold every slot of a record; at least one is a user's."""

    slots: tuple[Slot, ...]

    @property
    def users(self) -> tuple[str, ...]:
        """Name who can log in, in the order in which they were added."""
        return tuple(slot.name for slot in self.slots if slot.kind is SlotKind.USER)

    def unwrap(self, secret: str, login: str = "") -> bytes:
        """Give the data key to a user; without a login, to the only one or else to the first.

        Raises:
            StorageError: ``wrong_passphrase``, also for a login that there is not.
        """
        name = login or self.users[0]
        for slot in self.slots:
            if slot.kind is SlotKind.USER and slot.name == name:
                return slot.unwrap(secret)
        raise StorageError("wrong_passphrase")

    def recover(self, secret: str) -> bytes:
        """Give the data key to who has the recovery key.

        Raises:
            StorageError: ``wrong_passphrase``, also where no recovery key was made.
        """
        for slot in self.slots:
            if slot.kind is SlotKind.RECOVERY:
                return slot.unwrap(secret)
        raise StorageError("wrong_passphrase")

    def having(self, slot: Slot) -> KeyRing:
        """Add a slot, in the place of the one of its name and kind."""
        same = [(each.name, each.kind) == (slot.name, slot.kind) for each in self.slots]
        if any(same):
            kept = zip(self.slots, same, strict=True)
            return replace(self, slots=tuple(slot if found else each for each, found in kept))
        return replace(self, slots=(*self.slots, slot))

    def without(self, name: str, kind: SlotKind = SlotKind.USER) -> KeyRing:
        """Drop a slot."""
        kept = (slot for slot in self.slots if (slot.name, slot.kind) != (name, kind))
        return replace(self, slots=tuple(kept))


def new_key() -> bytes:
    """Make a random data key."""
    return secrets.token_bytes(_KEY_BYTES)


def wrap(
    key: bytes,
    secret: str,
    cost: KeyCost,
    name: str = OWNER,
    kind: SlotKind = SlotKind.USER,
) -> Slot:
    """Wrap a data key under a secret, with fresh salt and nonce."""
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    bound = _bound(name, kind)
    wrapped = _cipher(secret, salt, cost).encrypt(nonce, key, bound.encode())
    return Slot(name, kind, cost, salt, nonce, wrapped, bound)


def write_keys(path: Path, *slots: Slot) -> None:
    """Write the file in one step: either the old one stands or the new one.

    Raises:
        StorageError: ``disk_full`` or ``folder_not_writable``.
    """
    body: dict[str, object] = {
        "format": FORMAT,
        "kdf": "argon2id",
        "cipher": "aes-256-gcm",
        "slots": [_said(slot) for slot in slots],
    }
    text = json.dumps(body | {"check": _check(body)}, indent=1)
    write_whole(path, text.encode())


def read_keys(path: Path) -> KeyRing:
    """Read the file; its check tells a damaged file from a wrong passphrase.

    Raises:
        StorageError: ``keys_missing``, ``keys_damaged``, or ``record_newer`` for a later format.
    """
    try:
        body = json.loads(path.read_bytes())
        if not isinstance(body, dict) or body.pop("check", None) != _check(body):
            raise StorageError("keys_damaged")
        if body["format"] == _FIRST_FORMAT:
            first = {"name": OWNER, "kind": SlotKind.USER, "bound": _FIRST_FORMAT}
            return KeyRing((_slot(body | first),))
        if body["format"] != FORMAT:
            raise StorageError("record_newer" if _is_later(body["format"]) else "keys_damaged")
        ring = KeyRing(tuple(map(_slot, body["slots"])))
    except FileNotFoundError:
        raise StorageError("keys_missing") from None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise StorageError("keys_damaged") from None
    if not ring.users:
        raise StorageError("keys_damaged")
    return ring


def _bound(name: str, kind: SlotKind) -> str:
    return f"{FORMAT}:{kind}:{name}"


def _said(slot: Slot) -> dict[str, object]:
    return {
        "name": slot.name,
        "kind": slot.kind.value,
        "memory_kib": slot.cost.memory_kib,
        "passes": slot.cost.passes,
        "lanes": slot.cost.lanes,
        "salt": base64.b64encode(slot.salt).decode(),
        "nonce": base64.b64encode(slot.nonce).decode(),
        "wrapped_key": base64.b64encode(slot.wrapped).decode(),
        "bound": slot.bound,
    }


def _slot(body: Mapping[str, Any]) -> Slot:
    memory, passes, lanes = (_whole(body[name]) for name in ("memory_kib", "passes", "lanes"))
    if memory > _MOST_MEMORY_KIB or passes > _MOST_PASSES or lanes > _MOST_LANES:
        raise StorageError("keys_damaged")
    salt, nonce, wrapped = (
        base64.b64decode(str(body[name]), validate=True)
        for name in ("salt", "nonce", "wrapped_key")
    )
    if (len(salt), len(nonce), len(wrapped)) != (_SALT_BYTES, _NONCE_BYTES, _WRAPPED_BYTES):
        raise StorageError("keys_damaged")
    name, kind, bound = str(body["name"]), SlotKind(body["kind"]), str(body["bound"])
    if bound != _bound(name, kind) and (name, bound) != (OWNER, _FIRST_FORMAT):
        raise StorageError("keys_damaged")
    return Slot(name, kind, KeyCost(memory, passes, lanes), salt, nonce, wrapped, bound)


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
