"""Let each user in with their own passphrase, to what their roles allow, and keep who did what."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.data.vault import read_keys
from desktop_app.domain.errors import FieldErrors, Refusal, StorageError
from desktop_app.domain.roles import RIGHTS, Right, Role, User, rights_of
from desktop_app.paths import Paths
from tests.builders import a_draft, a_registration
from tests.conftest import PASSPHRASE, cheap_services
from tests.data.reading import raw, rows

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.services import Services
    from desktop_app.services.clock import FixedClock

HERS = "a nurse's own words"


@pytest.fixture
def team(services: Services) -> Services:
    """Give a record with a nurse, somebody at the reception and an administrator."""
    services.clinic.confirm(PASSPHRASE)
    for login, role in (
        ("lin", Role.NURSE),
        ("chen", Role.RECEPTION),
        ("wu", Role.ADMINISTRATOR),
    ):
        services.users.add(login, login.title(), [role], HERS)
    return services


def log_in(services: Services, login: str, passphrase: str = HERS) -> None:
    services.clinic.lock()
    services.clinic.unlock(passphrase, login)


def refused(work: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as refusal:
        work()
    return refusal.value.code


def wrong(services: Services, passphrase: str = "wrong", login: str = "") -> None:
    with pytest.raises(StorageError, match="wrong_passphrase"):
        services.clinic.unlock(passphrase, login)


def test_who_makes_the_record_may_do_everything(services: Services) -> None:
    user = services.clinic.who()

    assert user is not None
    assert (user.login, user.rights) == ("owner", frozenset(Right))
    assert services.clinic.logins() == ("owner",)


def test_every_user_has_their_own_passphrase(team: Services) -> None:
    assert team.clinic.logins() == ("owner", "lin", "chen", "wu")
    log_in(team, "lin")
    user = team.clinic.who()
    assert user == User("lin", "Lin", (Role.NURSE,))
    team.clinic.lock()
    wrong(team, PASSPHRASE, "lin")
    wrong(team, HERS)
    wrong(team, HERS, "nobody")


def test_the_log_names_who_did_it(team: Services, paths: Paths) -> None:
    log_in(team, "lin")
    team.patients.register(a_registration())

    lines = rows(paths, "SELECT actor, action FROM audit ORDER BY id DESC LIMIT 2")

    assert lines == [("lin", "patient_registered"), ("lin", "record_unlocked")]


def test_a_nurse_reads_and_types_but_does_not_sign(team: Services) -> None:
    patient_id = team.patients.register(a_registration())
    log_in(team, "lin")

    team.patients.card(patient_id)
    team.visits.keep_draft(a_draft(patient_id))

    assert refused(lambda: team.visits.record(a_draft(patient_id))) == "not_allowed"
    assert refused(lambda: team.documents.approve("mgus")) == "not_allowed"
    assert refused(lambda: team.users.add("me", "Me", [Role.DOCTOR], HERS)) == "not_allowed"


def test_the_reception_finds_and_registers_but_sees_nothing_clinical(team: Services) -> None:
    patient_id = team.patients.register(a_registration())
    team.visits.record(a_draft(patient_id))
    log_in(team, "chen")

    (row,) = team.patients.search()

    assert (row.category, row.status, row.possible, row.risk_group) == (None, None, (), None)
    assert row.next_due is not None
    assert refused(lambda: team.patients.card(patient_id)) == "not_allowed"
    assert refused(lambda: team.assessments.record_of(patient_id)) == "not_allowed"


def test_an_administrator_sets_things_but_reads_no_patient(team: Services) -> None:
    patient_id = team.patients.register(a_registration())
    log_in(team, "wu")

    team.settings.keep_clinic(team.settings.clinic())

    assert refused(lambda: team.patients.card(patient_id)) == "not_allowed"


def test_in_an_emergency_anybody_reads_with_a_reason_until_the_lock(
    team: Services, paths: Paths
) -> None:
    patient_id = team.patients.register(a_registration())
    log_in(team, "chen")
    assert refused(lambda: team.clinic.begin_emergency("  ")) == "reason_required"

    team.clinic.begin_emergency("collapsed in the  waiting room")

    assert team.clinic.emergency
    team.patients.card(patient_id)
    assert refused(lambda: team.visits.record(a_draft(patient_id))) == "not_allowed"
    said = rows(paths, "SELECT actor, detail FROM audit WHERE action = 'emergency_begun'")
    assert said == [("chen", "collapsed in the waiting room")]
    log_in(team, "chen")
    assert not team.clinic.emergency
    assert refused(lambda: team.patients.card(patient_id)) == "not_allowed"


def test_changes_of_users_ask_for_the_passphrase_again(
    services: Services, clock: FixedClock
) -> None:
    def add(login: str) -> None:
        services.users.add(login, "Somebody", [Role.NURSE], HERS)

    assert refused(lambda: add("lin")) == "confirm_passphrase"
    with pytest.raises(StorageError, match="wrong_passphrase"):
        services.clinic.confirm("wrong")
    services.clinic.confirm(PASSPHRASE)
    add("lin")
    clock.advance(timedelta(minutes=5))
    assert refused(lambda: add("chen")) == "confirm_passphrase"
    services.clinic.confirm(PASSPHRASE)
    services.clinic.lock()
    services.clinic.unlock(PASSPHRASE)
    assert refused(lambda: add("chen")) == "confirm_passphrase"


def test_a_passphrase_is_changed_without_encrypting_anew(services: Services, paths: Paths) -> None:
    before = paths.record.stat().st_ino
    with pytest.raises(StorageError, match="wrong_passphrase"):
        services.users.change_passphrase("wrong", "new words of mine")
    assert refused(lambda: services.users.change_passphrase(PASSPHRASE, "short")) == (
        "passphrase_too_short"
    )

    services.users.change_passphrase(PASSPHRASE, "new words of mine")
    services.clinic.lock()

    wrong(services, PASSPHRASE)
    services.clinic.unlock("new words of mine")
    assert paths.record.stat().st_ino == before


def test_who_left_no_longer_gets_in_and_what_they_did_stays(team: Services, paths: Paths) -> None:
    team.users.retire("lin")
    assert [user.active for user in team.users.all() if user.login == "lin"] == [False]
    assert refused(lambda: team.users.give_passphrase("lin", HERS)) == "no_such_user"
    assert refused(lambda: team.users.retire("owner")) == "own_account"
    team.clinic.lock()
    wrong(team, HERS, "lin")
    team.clinic.unlock(PASSPHRASE)
    team.clinic.confirm(PASSPHRASE)

    team.users.take_back("lin", HERS)

    log_in(team, "lin")
    versions = rows(paths, "SELECT active FROM user_account WHERE login = 'lin' ORDER BY id")
    assert versions == [(1,), (0,), (1,)]


def test_the_administrator_gives_another_passphrase(team: Services) -> None:
    team.users.give_passphrase("lin", "what she was told today")
    team.clinic.lock()

    wrong(team, HERS, "lin")
    team.clinic.unlock("what she was told today", "lin")


def test_a_name_and_roles_can_be_changed(team: Services) -> None:
    team.users.change("lin", " Lin  Mei ", [Role.RECEPTION, Role.NURSE])

    assert User("lin", "Lin Mei", (Role.NURSE, Role.RECEPTION)) in team.users.all()
    assert refused(lambda: team.users.change("nobody", "N", [Role.NURSE])) == "no_such_user"


def test_the_last_administrator_stays_one(services: Services) -> None:
    services.clinic.confirm(PASSPHRASE)

    code = refused(lambda: services.users.change("owner", "Owner", [Role.DOCTOR]))

    assert code == "last_administrator"


@pytest.mark.parametrize(
    ("login", "name", "roles", "errors"),
    [
        ("", "Lin", [Role.NURSE], ["login not_a_login"]),
        ("林", "Lin", [Role.NURSE], ["login not_a_login"]),
        ("lin", " ", [Role.NURSE], ["display_name required"]),
        ("lin", "L" * 41, [Role.NURSE], ["display_name too_long"]),
        ("lin", "Lin", [], ["roles required"]),
        ("owner", "Lin", [Role.NURSE], ["login taken"]),
    ],
)
def test_what_is_wrong_with_a_new_user_is_said_at_its_field(
    services: Services, login: str, name: str, roles: list[Role], errors: list[str]
) -> None:
    services.clinic.confirm(PASSPHRASE)

    with pytest.raises(FieldErrors) as found:
        services.users.add(login, name, roles, HERS)

    assert [f"{error.field} {error.code}" for error in found.value.errors] == errors
    assert services.clinic.logins() == ("owner",)


def test_a_login_in_full_width_letters_is_the_same_login(services: Services) -> None:
    services.clinic.confirm(PASSPHRASE)

    services.users.add("ＬＩＮ ", "Lin", [Role.NURSE], HERS)

    assert services.clinic.logins() == ("owner", "lin")


def test_guessing_gets_slow_and_leaves_a_trace(
    services: Services, clock: FixedClock, paths: Paths
) -> None:
    services.clinic.lock()
    for _ in range(3):
        wrong(services)

    with pytest.raises(Refusal) as refusal:
        services.clinic.unlock(PASSPHRASE)

    assert (refusal.value.code, refusal.value.values) == (
        "wait_before_next_try",
        {"seconds": "2"},
    )
    clock.advance(timedelta(seconds=2))
    wrong(services)
    clock.advance(timedelta(seconds=3))
    assert refused(lambda: services.clinic.unlock(PASSPHRASE)) == "wait_before_next_try"
    clock.advance(timedelta(seconds=1))
    services.clinic.unlock(PASSPHRASE)
    failed = rows(paths, "SELECT detail FROM audit WHERE action = 'log_in_failed' ORDER BY id")
    assert [detail.partition(" ")[0] for (detail,) in failed] == ["owner"] * 4
    assert not paths.attempts.exists()


def test_the_longest_wait_is_five_minutes_and_no_clock_makes_it_longer(
    services: Services, clock: FixedClock
) -> None:
    services.clinic.lock()
    for _ in range(15):
        clock.advance(timedelta(minutes=5))
        wrong(services)

    with pytest.raises(Refusal) as refusal:
        services.clinic.unlock(PASSPHRASE)
    assert refusal.value.values == {"seconds": "300"}

    clock.advance(-timedelta(days=2))
    services.clinic.unlock(PASSPHRASE)


def test_one_who_guesses_slows_down_nobody_else(team: Services) -> None:
    team.clinic.lock()
    for _ in range(4):
        with pytest.raises((StorageError, Refusal)):
            team.clinic.unlock("wrong", "lin")

    team.clinic.unlock(PASSPHRASE)


@pytest.mark.parametrize("content", [b"", b"{", b'[{"login": 1}]', b"[[]]", b"[" * 100_000])
def test_a_spoilt_file_of_attempts_locks_nobody_out(
    services: Services, paths: Paths, content: bytes
) -> None:
    services.clinic.lock()
    paths.attempts.write_bytes(content)

    services.clinic.unlock(PASSPHRASE)


def test_wrong_answers_to_the_second_question_count_too(services: Services) -> None:
    for _ in range(3):
        with pytest.raises(StorageError, match="wrong_passphrase"):
            services.clinic.confirm("wrong")

    assert refused(lambda: services.clinic.confirm(PASSPHRASE)) == "wait_before_next_try"


def test_a_closed_record_has_no_user_and_gives_no_right(services: Services) -> None:
    services.clinic.lock()

    assert services.clinic.who() is None
    assert not services.clinic.may(Right.FIND)
    assert refused(services.users.all) == "record_locked"
    assert refused(lambda: services.clinic.confirm(PASSPHRASE)) == "record_locked"


def test_no_role_has_every_right_and_every_right_has_a_role() -> None:
    assert rights_of(Role) == frozenset(Right)
    assert all(rights < frozenset(Right) for rights in RIGHTS.values())
    assert rights_of(()) == frozenset()
    assert User("lin", "Lin", (Role.DOCTOR,), active=False).rights == frozenset()


def test_a_printed_recovery_key_opens_a_copy_on_another_computer(
    services: Services, paths: Paths, tmp_path: Path, clock: FixedClock
) -> None:
    patient_id = services.patients.register(a_registration())
    services.clinic.confirm(PASSPHRASE)
    (text,) = services.users.make_recovery_key(split=False)
    services.clinic.lock()
    elsewhere = Paths(paths.resources, tmp_path / "another computer")
    elsewhere.data.mkdir()
    for file in (paths.record, paths.keys):
        shutil.copy(file, elsewhere.data)
    other = cheap_services(elsewhere, clock)

    other.users.recover([text], "words of the new doctor")

    other.patients.card(patient_id)
    other.clinic.lock()
    wrong(other, PASSPHRASE)
    other.clinic.unlock("words of the new doctor")
    done = rows_with(elsewhere, "words of the new doctor")
    other.clinic.lock()
    assert done == ["recovered", "patient_viewed", "log_in_failed", "record_unlocked"]


def rows_with(paths: Paths, passphrase: str) -> list[str]:
    key = read_keys(paths.keys).unwrap(passphrase)
    with raw(paths.record, key) as connection:
        found = connection.execute("SELECT action FROM audit ORDER BY id DESC LIMIT 4").fetchall()
    return [action for (action,) in reversed(found)]


def test_two_of_three_printed_parts_open_and_an_older_kit_no_longer_does(
    services: Services,
) -> None:
    services.clinic.confirm(PASSPHRASE)
    older = services.users.make_recovery_key(split=True)
    parts = services.users.make_recovery_key(split=True)
    services.clinic.lock()

    with pytest.raises(StorageError, match="wrong_passphrase"):
        services.users.recover(older[:2], "new words of mine")
    assert refused(lambda: services.users.recover(parts[:1], "new words of mine")) == (
        "recovery_part_missing"
    )
    assert refused(lambda: services.users.recover(parts[1:], "short")) == "passphrase_too_short"
    assert services.clinic.state() == "locked"
    services.users.recover(parts[1:], "new words of mine")

    assert services.clinic.state() == "open"
