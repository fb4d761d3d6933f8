"""Spoil the files of a record at random: it is refused, or named, or as good as before."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from desktop_app.data.vault import read_keys
from desktop_app.domain.errors import StorageError
from tests.conftest import PASSPHRASE
from tests.data.reading import raw
from tests.plugins.soak import Soak
from tests.soak import clinic, damage

GROUPS = {
    "the record": ("header", "first page", "other pages", "journal"),
    "what stands beside it": ("keys", "note of the last commit"),
    "its backup": ("backup", "keys of the backup", "slip of the backup"),
}


@pytest.fixture
def world(tmp_path: Path) -> damage.World:
    """Give a record as a crash leaves it."""
    return damage.make(tmp_path)


@pytest.mark.parametrize("group", GROUPS)
def test_a_bit_that_turned_over_misleads_nobody(
    soak: Soak, world: damage.World, tmp_path: Path, group: str
) -> None:
    targets = damage.targets(world)
    shares = {name: targets[name][0] for name in GROUPS[group]}
    chance = random.Random(f"{soak.seed} {group}")
    turns = damage.spread(soak.trials(sum(shares.values())), shares, chance)

    for name, times in turns.items():
        found = Counter(
            damage.trial(world, tmp_path / "trial", targets[name][1], chance) for _ in range(times)
        )
        soak.tell(f"bit flips, {name}", found)
        assert sum(found.values()) == times


@pytest.mark.parametrize("what", ["clinic.db", damage.JOURNAL, "clinic.keys", "clinic.head"])
def test_a_file_that_ends_early_misleads_nobody(
    soak: Soak, world: damage.World, tmp_path: Path, what: str
) -> None:
    chance = random.Random(f"{soak.seed} {what}")

    found = Counter(
        damage.trial(world, tmp_path / "trial", lambda at, c: damage.cut(at / what, c), chance)
        for _ in range(soak.trials(100))
    )

    soak.tell(f"cut anywhere, {what}", found)
    assert found


def test_a_locked_record_that_ends_early_misleads_nobody(
    soak: Soak, world: damage.World, tmp_path: Path
) -> None:
    whole = clinic.services_on(world.folder)
    whole.clinic.unlock(PASSPHRASE)
    whole.clinic.lock()
    assert not (world.folder / damage.JOURNAL).exists()
    chance = random.Random(f"{soak.seed} locked")

    def spoil(folder: Path, chance: random.Random) -> None:
        damage.cut(folder / "clinic.db", chance)

    found = Counter(
        damage.trial(world, tmp_path / "trial", spoil, chance) for _ in range(soak.trials(100))
    )

    soak.tell("cut anywhere, locked record", found)
    assert damage.HARMLESS not in found


def refused(folder: Path) -> str:
    """Unlock what must not open, and give the code; nothing may be written by it."""
    before = (folder / "clinic.db").read_bytes()
    with pytest.raises(StorageError) as problem:
        clinic.services_on(folder).clinic.unlock(PASSPHRASE)
    assert (folder / "clinic.db").read_bytes() == before
    return problem.value.code


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """Give the folder of a locked record."""
    return clinic.make(tmp_path / "locked")


def test_an_empty_file_is_no_new_record(locked: Path) -> None:
    (locked / "clinic.db").write_bytes(b"")

    assert refused(locked) == "record_damaged"


def test_the_key_of_another_record_opens_nothing(locked: Path, tmp_path: Path) -> None:
    other = clinic.make(tmp_path / "other")
    shutil.copyfile(other / "clinic.keys", locked / "clinic.keys")

    assert refused(locked) == "record_damaged"


def test_a_wrong_passphrase_opens_nothing(locked: Path) -> None:
    with pytest.raises(StorageError, match="wrong_passphrase"):
        clinic.services_on(locked).clinic.unlock(PASSPHRASE + " ")


def test_a_file_of_a_later_program_is_named_and_left_alone(locked: Path) -> None:
    key = read_keys(locked / "clinic.keys").unwrap(PASSPHRASE)
    with raw(locked / "clinic.db", key) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")

    assert refused(locked) == "record_newer"


def test_a_file_that_anybody_can_read_is_not_taken_for_the_record(locked: Path) -> None:
    key = read_keys(locked / "clinic.keys").unwrap(PASSPHRASE)
    with raw(locked / "clinic.db", key) as connection:
        connection.execute(f"ATTACH DATABASE '{locked / 'plain.db'}' AS plain KEY ''")
        connection.execute("SELECT sqlcipher_export('plain')")
    (locked / "plain.db").replace(locked / "clinic.db")

    assert (locked / "clinic.db").read_bytes().startswith(b"SQLite format 3")
    assert refused(locked) == "record_damaged"
