"""Kill the program in a backup, an import, a change of the passphrase, a restore.

Afterwards everything is as before or as it was asked for, and whoever goes on finds it so.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.data.vault import read_keys
from desktop_app.domain.arrivals.review import Decisions
from desktop_app.domain.errors import StorageError
from tests.arriving import CREATININE, a_file, a_row, reviewed
from tests.conftest import PASSPHRASE
from tests.soak import clinic, forks
from tests.soak.forks import BEGIN

if TYPE_CHECKING:
    from desktop_app.data.vault import Slot
    from desktop_app.services import Services

OTHER = "another passphrase 通行"
NEW_PEOPLE = 12
DONE = "done"


@dataclass(frozen=True, slots=True)
class Action:
    """Hold what is done to a record, and what must hold whenever it is killed."""

    do: Callable[[Services, Path], object]
    judge: Callable[[Path, bool, tuple[str, str]], bool]


def trials(what: str, count: int, seed: int, folder: str) -> dict[str, int]:
    """Do it, be killed, look; give how often it was as before and how often as asked for."""
    chance, root, action = random.Random(f"{seed} {what}"), Path(folder), ACTIONS[what]
    template = _made(root / "template")
    timed, warm = (clinic.copy(template, root / name) for name in ("timed", "warm"))
    _begun(action, warm, lambda _line: None)  # imports, once for all children
    aim = forks.Aim(chance, forks.run(partial(_begun, action, timed)).seconds)
    states = clinic.rows_of(template), _finished(timed)
    found: Counter[str] = Counter()
    while aim.killed < count:
        place = clinic.copy(template, root / "trial")
        died = aim.fire(partial(_begun, action, place))
        done = action.judge(place, DONE in died.said, states)
        assert done or DONE not in died.said
        outcome = "as asked for" if done else "as before"
        found[outcome if died.killed else forks.ENDED_BEFORE] += 1
    return found


def _made(folder: Path) -> Path:
    services = clinic.services_on(clinic.make(folder))
    services.clinic.unlock(PASSPHRASE)
    services.safety.back_up()
    services.visits.record(clinic.draft_of(0))
    services.clinic.lock()
    return folder


def _begun(action: Action, folder: Path, say: forks.Say) -> None:
    services = clinic.services_on(folder)
    services.clinic.unlock(PASSPHRASE)
    services.clinic.confirm(PASSPHRASE)
    say(BEGIN)
    action.do(services, folder)
    say(DONE)
    services.clinic.lock()


def _finished(folder: Path) -> str:
    try:
        return clinic.rows_of(folder)
    except StorageError:
        return ""  # its passphrase is another one now


def _sound(folder: Path, passphrase: str = PASSPHRASE) -> Services:
    services = clinic.services_on(folder)
    services.clinic.unlock(passphrase)
    assert services.safety.look_over() is None
    found = services.safety.verify()
    assert found.sound, found
    return services


def _backed_up(folder: Path, _said: bool, states: tuple[str, str]) -> bool:
    services = _sound(folder)
    found = services.safety.backups()
    assert all(services.safety.try_out(row.path, PASSPHRASE).fits for row in found)
    assert clinic.rows_of(folder) == states[0]
    services.safety.back_up()  # the next one finds no obstacle
    services.clinic.lock()
    assert clinic.leftovers(folder) == []
    return len(found) == 2


def _store(services: Services, _folder: Path) -> None:
    people = [
        f"ZZSENTINEL8{each:03},ZZSENTINELNAME {each},1950-01-02,M" for each in range(NEW_PEOPLE)
    ]
    rows = [row for who in people for row in (a_row(who=who), a_row(CREATININE, who))]
    services.imports.store(reviewed(services, a_file(*rows), Decisions(register_new=True)))
    while services.imports.assess_next():
        pass


def _stored(folder: Path, _said: bool, states: tuple[str, str]) -> bool:
    services = _sound(folder)
    done = bool(services.imports.batches())
    while services.imports.assess_next():
        pass
    assert clinic.rows_of(folder) == states[done]
    services.clinic.lock()
    return done


def _opened_by_one(folder: Path, said: bool, states: tuple[str, str]) -> bool:
    slots = read_keys(folder / "clinic.keys").slots
    assert len(slots) == 1
    done = _fits(slots[0], OTHER)
    assert done != _fits(slots[0], PASSPHRASE)
    assert done or not said
    opened = _sound(folder, OTHER if done else PASSPHRASE)
    if done:
        opened.users.change_passphrase(OTHER, PASSPHRASE)
    opened.clinic.lock()
    assert clinic.rows_of(folder) == states[0]
    return done


def _fits(slot: Slot, passphrase: str) -> bool:
    try:
        return bool(slot.unwrap(passphrase))
    except StorageError:
        return False


def _restored(folder: Path, _said: bool, states: tuple[str, str]) -> bool:
    services = _sound(folder)
    services.clinic.lock()
    rows = clinic.rows_of(folder)
    assert rows in states
    done = rows == states[1]
    aside = list((folder / "backups").glob("before-restore-*"))
    assert not done or [clinic.rows_of(one) for one in aside] == [states[0]]
    return done


def _restore(services: Services, _folder: Path) -> None:
    services.safety.restore(services.safety.backups()[-1].path, PASSPHRASE)


ACTIONS = {
    "backup": Action(lambda services, _: services.safety.back_up(), _backed_up),
    "import": Action(_store, _stored),
    "passphrase": Action(
        lambda services, _: services.users.change_passphrase(PASSPHRASE, OTHER), _opened_by_one
    ),
    "restore": Action(_restore, _restored),
}
