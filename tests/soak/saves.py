"""Kill the program while it saves drafts and visits; what it said was saved must be there.

In every second trial the power fails too: what the journal got after the last word is garbled, as
on a disk that was not asked to keep it yet.
"""

from __future__ import annotations

import random
from collections import Counter
from functools import partial
from pathlib import Path

from tests.conftest import PASSPHRASE
from tests.soak import clinic, forks
from tests.soak.forks import BEGIN, Say

VISITS = 4
JOURNAL, HEAD = "clinic.db-wal", "clinic.head"


def trials(count: int, seed: int, folder: str) -> dict[str, int]:
    """Save visits, be killed, look; give how often it was killed when."""
    chance, root = random.Random(seed), Path(folder)
    template = clinic.make(root / "template")
    states = _states(clinic.copy(template, root / "reference"))
    timed = clinic.copy(template, root / "timed")
    aim = forks.Aim(chance, forks.run(partial(_save, timed)).seconds)
    found: Counter[str] = Counter()
    while aim.killed < count:
        place = clinic.copy(template, root / "trial")
        died = aim.fire(partial(_save, place))
        if aim.killed % 2 and died.killed:
            _power_fails(place, died.said, chance)
        found[_judged(place, died, states)] += 1
    return found


def _save(folder: Path, say: Say) -> None:
    services = clinic.services_on(folder)
    services.clinic.unlock(PASSPHRASE)

    def saved() -> None:
        say(f"{(folder / JOURNAL).stat().st_size} {(folder / HEAD).read_text().strip()}")

    saved()
    say(BEGIN)
    for number in range(VISITS):
        services.visits.keep_draft(clinic.draft_of(number))
        saved()
        services.visits.record(clinic.draft_of(number))
        saved()


def _states(folder: Path) -> list[str]:
    """Give what the record holds after each thing that is said to be saved."""
    states: list[str] = []

    def say(line: str) -> None:
        if line != BEGIN:
            states.append(clinic.digest(clinic.tables(folder), log_less=0))

    _save(folder, say)
    assert len(set(states)) == len(states) == 2 * VISITS + 1
    return states


def _power_fails(folder: Path, said: tuple[str, ...], chance: random.Random) -> None:
    size, head = [line.split(" ", 1) for line in said if line != BEGIN][-1]
    journal, note = folder / JOURNAL, folder / HEAD
    if note.read_text().strip() != head:
        return  # that note is written once the journal was forced to disk: nothing can be missing
    content = bytearray(journal.read_bytes())
    place = chance.randint(int(size), len(content))
    match chance.randrange(3):
        case 0:
            del content[place:]
        case 1:
            content[place:] = bytes(len(content) - place)
        case _:
            content[place:] = chance.randbytes(len(content) - place)
    journal.write_bytes(content)
    if chance.random() < 0.5:
        note.write_bytes(b"")  # nobody waited for this one


def _judged(folder: Path, died: forks.Ended, states: list[str]) -> str:
    acknowledged = sum(line != BEGIN for line in died.said)
    services = clinic.services_on(folder)
    services.clinic.unlock(PASSPHRASE)
    now = clinic.digest(clinic.tables(folder), log_less=1)  # its own line: unlocked again
    assert now in states[acknowledged - 1 :], (acknowledged, died)
    assert states.index(now) <= acknowledged, "more was saved than was begun"
    assert services.safety.look_over() is None
    found = services.safety.verify()
    assert found.sound, found
    services.visits.record(clinic.draft_of(VISITS))
    services.clinic.lock()
    assert clinic.leftovers(folder) == []
    if not died.killed:
        return forks.ENDED_BEFORE
    whole = states.index(now) == acknowledged
    return "killed after the commit, before the word" if whole else "killed before the commit"
