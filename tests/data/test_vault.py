"""Wrap the data key, and tell a wrong passphrase from a damaged, missing or newer file."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop_app.data.key_cost import KeyCost
from desktop_app.data.vault import KeyRing, SlotKind, new_key, read_keys, wrap, write_keys
from desktop_app.domain.errors import StorageError

if TYPE_CHECKING:
    from pathlib import Path

CHEAP = KeyCost(memory_kib=8, passes=1, lanes=1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give the file of a key wrapped under ``secret``."""
    path = tmp_path / "clinic.keys"
    write_keys(path, wrap(b"k" * 32, "secret", CHEAP))
    return path


def code_of(path: Path) -> str:
    with pytest.raises(StorageError) as refused:
        read_keys(path)
    return refused.value.code


def rewrite(path: Path, **changes: Any) -> None:
    """Change what the file says, with a check that fits."""
    body = json.loads(path.read_text())
    del body["check"]
    slot = body["slots"][0] | {name: said for name, said in changes.items() if name != "format"}
    body |= {"slots": [slot], "format": changes.get("format", body["format"])}
    text = json.dumps(body, sort_keys=True, separators=(",", ":"))
    path.write_text(json.dumps(body | {"check": hashlib.sha256(text.encode()).hexdigest()}))


def test_the_right_passphrase_gives_the_key_back(file: Path) -> None:
    assert read_keys(file).unwrap("secret") == b"k" * 32


def test_a_wrong_passphrase_is_told(file: Path) -> None:
    with pytest.raises(StorageError, match="wrong_passphrase"):
        read_keys(file).unwrap("Secret")


def test_keys_salts_and_nonces_are_random() -> None:
    one, other = wrap(b"k" * 32, "secret", CHEAP), wrap(b"k" * 32, "secret", CHEAP)

    assert len({one.salt, other.salt, one.nonce, other.nonce}) == 4
    assert one.wrapped != other.wrapped
    assert new_key() != new_key()
    assert len(new_key()) == 32


def test_the_usual_cost_is_sixty_four_mebibytes_and_three_passes() -> None:
    assert KeyCost() == KeyCost(memory_kib=65_536, passes=3, lanes=4)


def test_the_file_says_its_cost_and_never_the_key(file: Path) -> None:
    (said,) = json.loads(file.read_text())["slots"]

    assert (said["memory_kib"], said["passes"], said["lanes"]) == (8, 1, 1)
    assert (b"k" * 32).hex() not in file.read_text()
    assert "kkkk" not in file.read_text()


def test_a_new_file_takes_the_old_ones_place_in_one_step(file: Path) -> None:
    write_keys(file, wrap(b"n" * 32, "new secret", CHEAP))

    assert read_keys(file).unwrap("new secret") == b"n" * 32
    assert [path.name for path in file.parent.iterdir()] == ["clinic.keys"]


def test_every_flipped_bit_of_the_file_is_told(file: Path) -> None:
    whole = file.read_bytes()
    for place in range(len(whole)):
        for bit in range(8):
            changed = bytearray(whole)
            changed[place] ^= 1 << bit
            file.write_bytes(changed)
            assert code_of(file) in ("keys_damaged", "record_newer"), (place, bit)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"{}", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_such_file_is_damaged(file: Path, content: bytes) -> None:
    file.write_bytes(content)

    assert code_of(file) == "keys_damaged"


def test_a_truncated_file_is_damaged(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-20])

    assert code_of(file) == "keys_damaged"


def test_a_missing_file_is_told(file: Path) -> None:
    file.unlink()

    assert code_of(file) == "keys_missing"


def test_a_folder_in_its_place_is_damaged(tmp_path: Path) -> None:
    assert code_of(tmp_path) == "keys_damaged"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"format": "mspike-keys/3"}, "record_newer"),
        ({"format": "something else"}, "keys_damaged"),
        ({"memory_kib": 1 << 40}, "keys_damaged"),
        ({"passes": 10_000}, "keys_damaged"),
        ({"lanes": 0}, "keys_damaged"),
        ({"passes": "3"}, "keys_damaged"),
        ({"salt": "no base64!"}, "keys_damaged"),
        ({"nonce": ""}, "keys_damaged"),
        ({"salt": "AAAA"}, "keys_damaged"),
        ({"kind": "anybody"}, "keys_damaged"),
        ({"kind": "recovery"}, "keys_damaged"),
        ({"name": "wang"}, "keys_damaged"),
    ],
)
def test_a_file_that_says_something_impossible_is_told(
    file: Path, changes: dict[str, Any], code: str
) -> None:
    rewrite(file, **changes)

    assert code_of(file) == code


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="folder_not_writable"):
        write_keys(tmp_path / "no such folder" / "clinic.keys", wrap(b"k" * 32, "s", CHEAP))


FIRST_FORMAT = """{"format": "mspike-keys/1", "kdf": "argon2id", "memory_kib": 8, "passes": 1,
"lanes": 1, "salt": "%s", "cipher": "aes-256-gcm", "nonce": "%s", "wrapped_key": "%s"}"""


def test_the_first_format_is_read_for_ever_and_kept_when_another_is_added(tmp_path: Path) -> None:
    path = tmp_path / "clinic.keys"
    path.write_text(in_the_first_format(b"k" * 32, "secret"))

    ring = read_keys(path).having(wrap(b"k" * 32, "another secret", CHEAP, "lin"))
    write_keys(path, *ring.slots)

    again = read_keys(path)
    assert again.users == ("owner", "lin")
    assert again.unwrap("secret") == again.unwrap("another secret", "lin") == b"k" * 32


def in_the_first_format(key: bytes, passphrase: str) -> str:
    """Write the file as version 0.1 of the program did."""
    salt, nonce = b"s" * 16, b"n" * 12
    derived = hash_secret_raw(passphrase.encode(), salt, 1, 8, 1, 32, Type.ID)
    wrapped = AESGCM(derived).encrypt(nonce, key, b"mspike-keys/1")
    said = FIRST_FORMAT % tuple(base64.b64encode(x).decode() for x in (salt, nonce, wrapped))
    text = json.dumps(json.loads(said), sort_keys=True, separators=(",", ":"))
    return json.dumps(json.loads(said) | {"check": hashlib.sha256(text.encode()).hexdigest()})


def test_each_user_opens_with_their_own_passphrase_alone() -> None:
    ring = KeyRing((wrap(b"k" * 32, "hers", CHEAP, "lin"), wrap(b"k" * 32, "his", CHEAP, "wang")))

    assert ring.unwrap("hers") == ring.unwrap("his", "wang") == b"k" * 32
    for secret, login in (("his", "lin"), ("hers", "wang"), ("hers", "nobody")):
        with pytest.raises(StorageError, match="wrong_passphrase"):
            ring.unwrap(secret, login)


def test_a_new_passphrase_takes_the_place_of_the_old_one_and_a_user_can_be_dropped() -> None:
    ring = KeyRing((wrap(b"k" * 32, "old", CHEAP, "lin"), wrap(b"k" * 32, "his", CHEAP, "wang")))

    changed = ring.having(wrap(b"k" * 32, "new", CHEAP, "lin"))

    assert changed.users == ("lin", "wang")
    assert changed.unwrap("new", "lin") == b"k" * 32
    with pytest.raises(StorageError, match="wrong_passphrase"):
        changed.unwrap("old", "lin")
    assert changed.without("wang").users == ("lin",)


def test_the_recovery_key_opens_what_no_passphrase_opens_any_more() -> None:
    ring = KeyRing((wrap(b"k" * 32, "forgotten", CHEAP),))
    with pytest.raises(StorageError, match="wrong_passphrase"):
        ring.recover("printed")

    made = ring.having(wrap(b"k" * 32, "printed", CHEAP, "recovery", SlotKind.RECOVERY))

    assert made.recover("printed") == b"k" * 32
    assert made.users == ("owner",)
    with pytest.raises(StorageError, match="wrong_passphrase"):
        made.unwrap("printed", "recovery")


def test_a_slot_under_another_name_no_longer_opens() -> None:
    hers = wrap(b"k" * 32, "hers", CHEAP, "lin")

    moved = replace(hers, bound=hers.bound.replace("lin", "wang"), name="wang")

    with pytest.raises(StorageError, match="wrong_passphrase"):
        KeyRing((moved,)).unwrap("hers", "wang")
