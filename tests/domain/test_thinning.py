"""Keep the backups that a clinic would miss, through years and jumping clocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.thinning import MOST_AT_A_TIME, NEWEST_KEPT, BackupAge, superfluous

NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
INSTANTS = st.integers(-10 * 365 * 24, 10 * 365 * 24).map(lambda hours: NOW + hours * HOUR)


def at(*ages: timedelta, special: bool = False) -> list[BackupAge]:
    return [BackupAge(f"{age}", NOW - age, special) for age in ages]


def thinned(backups: list[BackupAge], now: datetime = NOW) -> list[BackupAge]:
    """Thin until nothing more goes."""
    while gone := superfluous(backups, now):
        assert len(gone) <= MOST_AT_A_TIME
        backups = [backup for backup in backups if backup.name not in gone]
    return backups


def left(backups: list[BackupAge], now: datetime = NOW) -> set[timedelta]:
    return {NOW - backup.made_at for backup in thinned(backups, now)}


RECENT = (timedelta(0), HOUR, 2 * HOUR)  # the newest three are kept whatever they are


def test_everything_of_two_days_is_kept_and_then_the_last_of_each_day() -> None:
    ages = [*RECENT, 2 * DAY, 2 * DAY + timedelta(seconds=1), 2 * DAY + HOUR, 3 * DAY]

    assert left(at(*ages)) == {*RECENT, 2 * DAY, 2 * DAY + timedelta(seconds=1), 3 * DAY}


def test_after_a_fortnight_one_a_week_is_kept() -> None:
    thursday, wednesday = 17 * DAY, 18 * DAY  # of one week
    ages = [*RECENT, 14 * DAY, thursday, wednesday]

    assert left(at(*ages)) == {*RECENT, 14 * DAY, thursday}


def test_after_eight_weeks_one_a_month_is_kept_and_after_seven_years_one_a_year() -> None:
    september = [56 * DAY + age * DAY for age in (1, 8, 15)]  # 26, 19 and 12 September
    old = [2700 * DAY, 2750 * DAY]  # of one year

    assert left(at(*RECENT, *september, *old)) == {*RECENT, september[0], old[0]}


def test_what_was_made_before_something_risky_stays_for_thirty_days() -> None:
    ages = [20 * DAY, 20 * DAY + HOUR, 30 * DAY, 30 * DAY + HOUR, 30 * DAY + 2 * HOUR]

    kept = left([*at(*RECENT), *at(*ages, special=True)])

    assert kept == {*RECENT, *ages[:3]}


def test_the_newest_three_are_kept_however_old_they_are() -> None:
    ages = [400 * DAY + place * HOUR for place in range(5)]

    assert left(at(*ages)) == set(ages[:NEWEST_KEPT])


def test_what_is_dated_in_the_future_is_kept_and_costs_no_other() -> None:
    ages = [-365 * DAY, -364 * DAY, HOUR, DAY, 3 * DAY]

    assert left(at(*ages)) == set(ages)


@given(st.lists(INSTANTS, unique=True, max_size=60), INSTANTS)
def test_nobody_is_ever_left_without_the_newest(instants: list[datetime], now: datetime) -> None:
    backups = [BackupAge(str(made), made) for made in instants]

    stay = thinned(backups, now)

    newest = sorted(backups, key=lambda backup: backup.made_at)[-NEWEST_KEPT:]
    assert {backup.name for backup in newest} <= {backup.name for backup in stay}


@given(st.lists(INSTANTS, unique=True, max_size=60), INSTANTS)
def test_every_backup_that_goes_has_a_younger_one_nearby(
    instants: list[datetime], now: datetime
) -> None:
    backups = [BackupAge(str(made), made) for made in instants]

    stay = {backup.made_at for backup in thinned(backups, now)}

    for made in set(instants) - stay:
        nearest = min(other - made for other in instants if other > made)
        assert nearest <= timedelta(days=366)


def test_of_what_may_go_the_oldest_goes_first() -> None:
    ages = [*RECENT, *(3 * DAY + timedelta(minutes=place) for place in range(5))]

    gone = superfluous(at(*ages), NOW)

    assert gone == {f"{ages[-1]}", f"{ages[-2]}"}


def test_a_clock_that_is_a_year_ahead_for_a_day_costs_few_copies() -> None:
    backups = at(*(age * DAY for age in range(1, 57)))
    backups = thinned(backups)
    ahead = NOW + 365 * DAY
    before = len(backups)

    for turn in range(2):
        backups.append(BackupAge(f"ahead {turn}", ahead + turn * 12 * HOUR))
        gone = superfluous(backups, ahead + turn * 12 * HOUR)
        backups = [backup for backup in backups if backup.name not in gone]

    assert len(backups) >= before - 2


def test_a_year_of_hourly_backups_leaves_some_fifty() -> None:
    backups: list[BackupAge] = []
    now = NOW
    for hour in range(365 * 8):
        now = NOW + hour * timedelta(hours=3)
        backups.append(BackupAge(str(now), now))
        gone = superfluous(backups, now)
        backups = [backup for backup in backups if backup.name not in gone]

    ages = sorted((now - backup.made_at) for backup in backups)
    assert 16 + 12 + 6 + 9 <= len(backups) <= 16 + 14 + 9 + 13
    assert ages[-1] > 330 * DAY
