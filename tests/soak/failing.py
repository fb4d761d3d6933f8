"""Let writes fail after some bytes: as on a full disk, or one that takes no larger file.

The program says so in one of its codes, what stood there is as before, and no piece is left. With
room again the same thing succeeds.
"""

from __future__ import annotations

import contextlib
import io
import os
import random
import resource
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import cli
from desktop_app.commands.records import PASSPHRASE_VARIABLE
from desktop_app.domain.errors import StorageError
from tests.arriving import CREATININE, a_file, a_row
from tests.conftest import PASSPHRASE
from tests.soak import clinic, forks

if TYPE_CHECKING:
    from desktop_app.services import Services

CASE = Path(__file__).resolve().parents[1] / "cases" / "igg-low-risk-without-marrow.case.json"
OLD = b"what stood here before"
FAILED_WELL = "refused, and as before"
Device = Callable[[Path, int], contextlib.AbstractContextManager[None]]


@contextmanager
def short_files(_folder: Path, room: int) -> Iterator[None]:
    """Let no file grow past so many bytes."""
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, unlimited[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)


@contextmanager
def full_disk(folder: Path, room: int) -> Iterator[None]:
    """Leave so many bytes free on the disk of a folder."""
    filler = folder.parent / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(65536))
    os.truncate(filler, max(0, filler.stat().st_size - room))
    try:
        yield
    finally:
        filler.unlink()


DEVICES: dict[str, Device] = {"short files": short_files, "full disk": full_disk}


@dataclass(frozen=True, slots=True)
class Attempt:
    """Hold something that writes, what comes before it, and how much room it takes at most."""

    do: Callable[[Services, Path], object]
    most: int
    opened: bool = True  # else it is a command, which opens the record itself or needs none


def trials(device: str, count: int, seed: int, folder: str, whats: list[str]) -> dict[str, int]:
    """Try each with any amount of room, and count what came of it."""
    root = Path(folder)
    template = _made(root / "template")
    found: Counter[str] = Counter()
    for what in whats:
        chance, attempt = random.Random(f"{seed} {what} {device}"), ATTEMPTS[what]
        warm = clinic.copy(template, root / "warm")  # imports and fonts, once for all children
        services = _opened(attempt, warm)
        attempt.do(services, warm)
        services.clinic.lock()
        for _ in range(count):
            place = clinic.copy(template, root / "trial")
            room = chance.randrange(attempt.most)
            ended = forks.run(partial(_tried, attempt, DEVICES[device], place, room))
            assert not ended.killed, "it hangs"
            found[f"{what} {ended.said[-1]}"] += 1
    return found


def _made(folder: Path) -> Path:
    services = clinic.services_on(clinic.make(folder))
    services.clinic.unlock(PASSPHRASE)
    services.safety.back_up()
    services.visits.record(clinic.draft_of(0))
    services.clinic.lock()
    (folder / "lab.csv").write_text(_lab_file(), "utf-8")
    (folder / "out").mkdir()
    for name in ("sheet.pdf", "chart.svg", "chart.png"):
        (folder / "out" / name).write_bytes(OLD)
    return folder


def _tried(attempt: Attempt, device: Device, folder: Path, room: int, say: forks.Say) -> None:
    before, files = clinic.rows_of(folder), _files(folder)
    services = _opened(attempt, folder)
    refused = ""
    with device(folder, room):
        try:
            attempt.do(services, folder)
        except StorageError as error:
            refused = error.code
    services.clinic.lock()
    assert refused in ("", "disk_full", "folder_not_writable"), refused
    if refused:
        again = clinic.services_on(folder)
        again.clinic.unlock(PASSPHRASE)
        assert (quick := again.safety.look_over()) is None, quick
        assert (whole := again.safety.verify()).sound, whole
        again.clinic.lock()
        later = clinic.rows_of(folder) != before
        assert not later or attempt in MAY_BE_DONE, "it is called refused, and was done"
        assert later or (now := _files(folder)) == files, (now, files)
        attempt.do(_opened(attempt, folder), folder)
        say(DONE_ALL_THE_SAME if later else FAILED_WELL)
    else:
        say("went well")
    assert clinic.leftovers(folder) == []


def _opened(attempt: Attempt, folder: Path) -> Services:
    services = clinic.services_on(folder)
    if attempt.opened:
        services.clinic.unlock(PASSPHRASE)
        services.clinic.confirm(PASSPHRASE)
    return services


def _files(folder: Path) -> dict[str, int]:
    """Name all files but the record's own, which change at each unlock, with their sizes."""
    own = ("clinic.db", "clinic.head", "clinic.attempts", "lock")
    found = (path for path in folder.rglob("*") if path.is_file() and path.name not in own)
    return {str(path.relative_to(folder)): path.stat().st_size for path in found}


def _lab_file() -> str:
    people = [f"ZZSENTINEL8{each:03},ZZSENTINELNAME {each},1950-01-02,M" for each in range(20)]
    return a_file(*(row for who in people for row in (a_row(who=who), a_row(CREATININE, who))))


def _restore(services: Services, _folder: Path) -> None:
    services.safety.restore(services.safety.backups()[-1].path, PASSPHRASE)


def _command(*arguments: str) -> None:
    """Run a command as a shell would; one that refuses says so in one line.

    Raises:
        StorageError: it refused.
    """
    said, told = io.StringIO(), io.StringIO()
    os.environ[PASSPHRASE_VARIABLE] = PASSPHRASE
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(told):
        status = cli.main(arguments)
    if status != 0:
        assert (status, told.getvalue().count("\n")) == (cli.UNUSABLE, 1), told.getvalue()
        raise StorageError("disk_full")


def _prints(name: str, *arguments: str) -> Attempt:
    """Give a command that puts a file over one that stands there."""

    def do(_services: Services, folder: Path) -> None:
        target = folder / "out" / name
        try:
            _command(arguments[0], str(CASE), *arguments[1:], "--out", str(target))
        except StorageError:
            assert target.read_bytes() == OLD
            raise
        assert target.read_bytes() != OLD

    return Attempt(do, SHEET, opened=False)


def _import(_services: Services, folder: Path) -> None:
    _command("import", str(folder / "lab.csv"), "--register-new", "--db", str(folder))


SHEET = 120_000
IMPORT = Attempt(_import, 700_000, opened=False)
ATTEMPTS = {
    "visit": Attempt(lambda services, _: services.visits.record(clinic.draft_of(1)), 200_000),
    "draft": Attempt(lambda services, _: services.visits.keep_draft(clinic.draft_of(1)), 60_000),
    "backup": Attempt(lambda services, _: services.safety.back_up(), 700_000),
    "restore": Attempt(_restore, 1_500_000),
    "passphrase": Attempt(
        lambda services, _: services.users.change_passphrase(PASSPHRASE, PASSPHRASE), 40_000
    ),
    "import": IMPORT,
    "leaflet": _prints("sheet.pdf", "leaflet"),
    "letter": _prints("sheet.pdf", "letter", "--kind", "referral_hematology"),
    "chart": _prints("chart.svg", "chart"),
    "picture": _prints("chart.png", "chart"),
}
# Stored in one step, then assessed patient by patient: the rest is assessed at the next start.
MAY_BE_DONE = (IMPORT,)
DONE_ALL_THE_SAME = "stored, and assessed later"
