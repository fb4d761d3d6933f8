"""Thin the backups of years in which the clock is sometimes wrong: the newest always stands."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.data.backup import back_up, backups, thin
from desktop_app.data.files import RecordFiles
from desktop_app.data.vault import read_keys
from desktop_app.domain.thinning import BackupAge, superfluous
from tests.conftest import PASSPHRASE
from tests.plugins.soak import Soak
from tests.soak import clinic

if TYPE_CHECKING:
    from collections.abc import Iterator

START = datetime(2026, 1, 1, tzinfo=UTC)
SUMMER = (87, 297)  # days of the year between which the wall clock is an hour ahead
JUMPS = (-400, -40, -2, -1, 1, 2, 40, 400)  # days by which a clock goes wrong
MOST = 140  # files of a year: two days, a fortnight, two months, and the months


def hours(days: int, chance: random.Random) -> Iterator[datetime]:
    """Give when a clinic backs up: up to six times a day, in a place that has summer time."""
    for day in range(days):
        summer = timedelta(hours=SUMMER[0] <= day < SUMMER[1])
        morning = START + timedelta(days=day, hours=6) - summer
        for turn in range(chance.randint(0, 6)):
            yield morning + timedelta(hours=2 * turn, minutes=chance.randrange(60))


def lived(moments: list[tuple[datetime, datetime]]) -> list[tuple[BackupAge, datetime]]:
    """Back up and thin at each moment (what the clock said, when it truly was); give what stands.

    Each time the newest must stand, and no more than what others stand for may go.
    """
    kept: list[tuple[BackupAge, datetime]] = []
    for number, (said, truly) in enumerate(moments):
        newest = BackupAge(f"{number:05}", said)
        kept.append((newest, truly))
        gone = superfluous([age for age, _ in kept], said)
        assert newest.name not in gone
        assert all(age.made_at < said for age, _ in kept if age.name in gone)
        assert len(kept) - len(gone) >= min(3, len(kept))
        kept = [each for each in kept if each[0].name not in gone]
    return kept


def test_a_year_with_summer_time_keeps_days_weeks_and_months() -> None:
    moments = list(hours(365, random.Random(1)))
    end = moments[-1]

    kept = [truly for _, truly in lived([(each, each) for each in moments])]

    assert len(kept) <= MOST
    assert {each for each in moments if end - each <= timedelta(days=2)} <= set(kept)
    for span, since in (("%Y-%j", 13), ("%G-%V", 55), ("%Y-%m", 365)):
        lately = [each for each in moments if end - each <= timedelta(days=since)]
        days = {each.strftime(span) for each in kept}
        assert {each.strftime(span) for each in lately} <= days, span


def test_a_clock_that_jumps_never_costs_all_copies_of_a_time(soak: Soak) -> None:
    chance, found = random.Random(soak.seed), Counter[str]()
    for _ in range(soak.trials(500)):
        wrong = timedelta(0)
        moments: list[tuple[datetime, datetime]] = []
        for truly in hours(365, chance):
            if chance.random() < 0.01:
                wrong = timedelta(days=chance.choice((0, 0, *JUMPS)))
            moments.append((truly + wrong, truly))
        kept = [truly for _, truly in lived(moments)]
        months = {truly.strftime("%Y-%m") for _, truly in moments}
        missing = months - {truly.strftime("%Y-%m") for truly in kept}
        found["a copy of every month" if not missing else f"{len(missing)} months without"] += 1
    soak.tell("years with clock jumps", found)


def test_real_backups_through_a_year_stay_whole(soak: Soak, tmp_path: Path) -> None:
    folder = clinic.make(tmp_path / "clinic")
    files = RecordFiles(
        *(folder / name for name in ("clinic.db", "clinic.keys", "lock", "backups", "attempts"))
    )
    key = read_keys(files.keys).unwrap(PASSPHRASE)
    chance = random.Random(soak.seed)

    made = [
        (back_up(files, key, now, "regular"), thin(files.backups, now, key))
        for now in hours(soak.trials(365), chance)
    ]

    left = backups(files.backups)
    assert len(left) == len(made) - sum(gone for _, gone in made)
    assert made[-1][0] == left[0].path
    names = {path.stem for path in files.backups.iterdir()}
    assert names == {backup.path.stem for backup in left}
    soak.tell("real backups of a year", {"made": len(made), "kept": len(left)})
