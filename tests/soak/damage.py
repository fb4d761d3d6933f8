"""Damage the files of a record one bit or one cut at a time, and see whether anybody is misled.

A trial ends well where the program refuses with a code, where a look at the record names what is
wrong, or where every row is as it was. It ends badly where rows differ and nothing is said.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from desktop_app.domain.errors import Refusal, StorageError
from tests.conftest import PASSPHRASE
from tests.soak import clinic

PAGE = 4096
JOURNAL = "clinic.db-wal"
HARMLESS = "harmless: every row as before"


@dataclass(frozen=True, slots=True)
class World:
    """Hold a record as a crash leaves it, with entries in its journal, and its only backup."""

    folder: Path
    log: list[object]
    rows: str
    backup_rows: str

    @property
    def backup(self) -> Path:
        """Name the record file of the backup, as a path inside the folder."""
        (path,) = (self.folder / "backups").glob("*.db")
        return path.relative_to(self.folder)


def make(root: Path) -> World:
    """Make such a record; the copy is taken while the program holds it open."""
    working = clinic.make(root / "working")
    services = clinic.services_on(working)
    services.clinic.unlock(PASSPHRASE)
    made = services.safety.back_up()
    for number in range(3):
        services.visits.record(clinic.draft_of(number))
    crashed = clinic.copy(working, root / "crashed")
    now = clinic.tables(working)
    services.clinic.lock()
    backup = clinic.rows_of_file(made.row.path)
    return World(crashed, now["audit"], clinic.digest(now), backup)


def flip(path: Path, chance: random.Random, first: int = 0, last: int | None = None) -> None:
    """Turn one bit of a file over, between two places."""
    content = bytearray(path.read_bytes())
    content[chance.randrange(first, last or len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def targets(world: World) -> Mapping[str, tuple[int, Callable[[Path, random.Random], None]]]:
    """Name what is damaged, of a thousand trials how many, and how."""
    backup = world.backup
    beside = (backup.with_suffix(".keys"), backup.with_suffix(".slip"))
    return {
        "header": (150, lambda at, chance: flip(at / "clinic.db", chance, 0, 100)),
        "first page": (50, lambda at, chance: flip(at / "clinic.db", chance, 100, PAGE)),
        "other pages": (300, lambda at, chance: flip(at / "clinic.db", chance, PAGE)),
        "journal": (200, lambda at, chance: flip(at / JOURNAL, chance)),
        "keys": (80, lambda at, chance: flip(at / "clinic.keys", chance)),
        "note of the last commit": (40, lambda at, chance: flip(at / "clinic.head", chance)),
        "backup": (100, lambda at, chance: flip(at / backup, chance)),
        "keys of the backup": (40, lambda at, chance: flip(at / beside[0], chance)),
        "slip of the backup": (40, lambda at, chance: flip(at / beside[1], chance)),
    }


def cut(path: Path, chance: random.Random) -> None:
    """Let a file end anywhere before its end."""
    length = chance.randrange(path.stat().st_size)
    with path.open("r+b") as file:
        file.truncate(length)


def outcome(world: World, folder: Path) -> str:
    """Open the record and its backup, use both, and say what became of it.

    Raises:
        AssertionError: rows differ from before, and nothing said so.
    """
    said = _opened(world, folder)
    return said if said != HARMLESS else _backup_opened(world, folder)


def _opened(world: World, folder: Path) -> str:
    services = clinic.services_on(folder)
    try:
        services.clinic.unlock(PASSPHRASE)
        quick = services.safety.look_over()
        services.patients.search()
        services.visits.history(1)
        now = clinic.tables(folder)
        found = services.safety.verify()
    except (StorageError, dbapi2.DatabaseError) as error:
        return f"refused: {getattr(error, 'code', 'when it is read')}"
    finally:
        services.clinic.lock()
    if quick is not None:
        return f"named at the start: {quick}"
    # Nobody verifies the whole record each time: what is read must be right without that.
    assert clinic.digest(now) == world.rows, "rows differ, and nothing was said"
    assert now["audit"][: len(world.log)] == world.log, "the log differs, and nothing was said"
    return HARMLESS if found.sound else f"named by verify: {found.problem or found.faults}"


def _backup_opened(world: World, folder: Path) -> str:
    services = clinic.services_on(folder)
    services.clinic.unlock(PASSPHRASE)
    listed = services.safety.backups()
    services.clinic.confirm(PASSPHRASE)
    try:
        services.safety.restore(folder / world.backup, PASSPHRASE)
    except (StorageError, Refusal) as error:
        return f"backup refused: {error.code}"
    finally:
        services.clinic.lock()
    assert clinic.rows_of(folder) == world.backup_rows, "restored rows differ, and nothing said so"
    return HARMLESS if listed else "backup without its slip, restored whole"


def trial(
    world: World,
    folder: Path,
    spoil: Callable[[Path, random.Random], None],
    chance: random.Random,
) -> str:
    """Damage a fresh copy and say what became of it."""
    clinic.copy(world.folder, folder)
    spoil(folder, chance)
    return outcome(world, folder)


def spread(count: int, shares: Mapping[str, int], chance: random.Random) -> Counter[str]:
    """Say how often each target has its turn; every one has at least one."""
    turns = Counter(dict.fromkeys(shares, 1))
    rest = max(0, count - len(shares))
    if count == sum(shares.values()):
        return Counter(shares)
    turns.update(chance.choices(list(shares), list(shares.values()), k=rest))
    return turns
