"""Let nobody in who left, guesses, or brings old keys; and let in who has the recovery key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.errors import Refusal, StorageError
from desktop_app.domain.roles import Role
from tests.conftest import PASSPHRASE
from tests.data.reading import raw

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services

HERS = "the administrator's own words"
NEW = "words that came with the kit"


@pytest.fixture
def team(services: Services) -> Services:
    """Give a record with a second administrator, at whose screen it is open."""
    services.clinic.confirm(PASSPHRASE)
    services.users.add("wu", "Wu", [Role.ADMINISTRATOR, Role.DOCTOR], HERS)
    services.clinic.lock()
    services.clinic.unlock(HERS, "wu")
    services.clinic.confirm(HERS)
    return services


def refused(work: Callable[[], object]) -> str:
    with pytest.raises((Refusal, StorageError)) as problem:
        work()
    return problem.value.code


def said_of_tries(paths: Paths, key: bytes) -> list[str]:
    with raw(paths.record, key) as connection:
        found = connection.execute("SELECT detail FROM audit WHERE action = 'log_in_failed'")
        return [detail.partition(" ")[0] for (detail,) in found]


def test_the_recovery_key_opens_for_an_administrator_where_the_first_user_left(
    team: Services,
) -> None:
    (text,) = team.users.make_recovery_key(split=False)
    team.users.retire("owner")
    team.clinic.lock()

    team.users.recover([text], NEW)

    user = team.clinic.who()
    assert user is not None
    assert user.login == "wu"
    team.clinic.lock()
    assert team.clinic.logins() == ("wu",)
    assert refused(lambda: team.clinic.unlock(HERS)) == "wrong_passphrase"
    team.clinic.unlock(NEW)


def test_the_recovery_key_touches_no_keys_while_another_program_has_the_record(
    team: Services, paths: Paths
) -> None:
    (text,) = team.users.make_recovery_key(split=False)
    before = paths.keys.read_bytes()

    assert refused(lambda: team.users.recover([text], NEW)) == "record_in_use"
    assert paths.keys.read_bytes() == before


def test_a_recovery_that_cannot_write_the_keys_leaves_the_record_closed(
    team: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.data import record_file

    def full(*_: object) -> None:
        raise StorageError("disk_full")

    (text,) = team.users.make_recovery_key(split=False)
    team.clinic.lock()
    with monkeypatch.context() as patched:
        patched.setattr(record_file, "write_keys", full)
        assert refused(lambda: team.users.recover([text], NEW)) == "disk_full"

    assert team.clinic.state() == "locked"
    team.clinic.unlock(HERS, "wu")


def test_older_keys_let_nobody_in_who_left(team: Services, paths: Paths) -> None:
    older = paths.keys.read_bytes()
    team.users.retire("owner")
    team.clinic.lock()
    paths.keys.write_bytes(older)

    assert refused(lambda: team.clinic.unlock(PASSPHRASE, "owner")) == "wrong_passphrase"


def test_what_was_typed_where_a_login_belongs_is_kept_nowhere(team: Services, paths: Paths) -> None:
    team.clinic.lock()
    for _ in range(3):
        refused(lambda: team.clinic.unlock("wrong", PASSPHRASE))

    assert refused(lambda: team.clinic.unlock("wrong", "somebody")) == "wait_before_next_try"
    assert PASSPHRASE not in paths.attempts.read_text("utf-8")
    team.clinic.unlock(HERS, " ＷＵ")
    assert said_of_tries(paths, team.clinic._access.key) == ["?"] * 3


def test_guessing_an_old_passphrase_at_an_open_screen_gets_slow(team: Services) -> None:
    for _ in range(3):
        refused(lambda: team.users.change_passphrase("wrong", NEW))

    assert refused(lambda: team.users.change_passphrase(HERS, NEW)) == "wait_before_next_try"


def test_without_a_file_of_keys_a_try_is_counted_all_the_same(team: Services, paths: Paths) -> None:
    backup = team.safety.back_up().row.path
    team.clinic.lock()
    paths.keys.unlink()

    for _ in range(3):
        assert refused(lambda: team.safety.restore(backup, "wrong")) == "wrong_passphrase"

    assert refused(lambda: team.safety.restore(backup, HERS, "wu")) == "wait_before_next_try"
