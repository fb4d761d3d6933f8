"""Wrap the data key, and tell a wrong passphrase from a damaged, missing or newer file."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.data.key_cost import KeyCost
from desktop_app.data.vault import new_key, read_keys, wrap, write_keys
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
    body = json.loads(path.read_text()) | changes
    del body["check"]
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
    said = json.loads(file.read_text())

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
        ({"format": "mspike-keys/2"}, "record_newer"),
        ({"format": "something else"}, "keys_damaged"),
        ({"memory_kib": 1 << 40}, "keys_damaged"),
        ({"passes": 10_000}, "keys_damaged"),
        ({"lanes": 0}, "keys_damaged"),
        ({"passes": "3"}, "keys_damaged"),
        ({"salt": "no base64!"}, "keys_damaged"),
        ({"nonce": ""}, "keys_damaged"),
        ({"salt": "AAAA"}, "keys_damaged"),
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
