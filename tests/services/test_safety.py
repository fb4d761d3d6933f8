"""Back up, try out, restore and verify, whatever happened to the files."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.data.backup import _slip_text, back_up, sha256_of, slip_of
from desktop_app.data.files import RecordFiles
from desktop_app.domain.errors import Cancelled, Refusal, StorageError
from desktop_app.domain.roles import Role
from desktop_app.paths import Paths
from tests.builders import a_draft, a_registration, one_result
from tests.conftest import PASSPHRASE, RESOURCES, cheap_services
from tests.data.reading import audit_lines, key_of, raw, rows

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.services import Services
    from desktop_app.services.clock import FixedClock
    from desktop_app.services.safety import BackupMade


@pytest.fixture
def visited(services: Services) -> Services:
    """Give a record with one visit."""
    services.visits.record(a_draft(services.patients.register(a_registration())))
    return services


@pytest.fixture
def made(visited: Services) -> BackupMade:
    """Give a backup of that record."""
    return visited.safety.back_up()


def refused(work: Callable[[], object]) -> str:
    with pytest.raises((Refusal, StorageError)) as problem:
        work()
    return problem.value.code


def visits(paths: Paths) -> int:
    return int(rows(paths, "SELECT count(*) FROM visit")[0][0])


def confirmed(services: Services) -> Services:
    services.clinic.confirm(PASSPHRASE)
    return services


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_a_backup_tells_when_why_and_how_much(made: BackupMade, visited: Services) -> None:
    row = made.row

    assert visited.safety.backups() == (row,)
    assert (row.why, row.patients, row.visits) == ("regular", 1, 1)
    assert row.made_at == visited.clock.now()
    assert row.size == row.path.stat().st_size > 100_000
    assert (made.removed, made.second_problem) == (0, None)


def test_a_backup_is_due_every_four_hours_whatever_the_clock_did(
    visited: Services, clock: FixedClock
) -> None:
    assert visited.safety.due()
    assert visited.safety.back_up_if_due() is not None
    clock.advance(timedelta(hours=4) - timedelta(seconds=1))
    assert visited.safety.back_up_if_due() is None
    clock.advance(timedelta(seconds=1))
    assert visited.safety.back_up_if_due() is not None
    clock.advance(-timedelta(days=400))
    assert visited.safety.due()


def test_every_backup_leaves_a_line_in_the_log(made: BackupMade, paths: Paths) -> None:
    said = rows(paths, "SELECT detail FROM audit WHERE action = 'backup_made'")

    assert said == [(made.row.path.name,)]


def test_a_second_place_that_refuses_is_told_and_costs_nothing(
    visited: Services, tmp_path: Path
) -> None:
    second = tmp_path / "second"
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")

    fine = visited.safety.back_up(second)
    not_fine = visited.safety.back_up(blocked / "below")

    assert fine.second_problem is None
    assert [row.path.name for row in visited.safety.backups(second)] == [fine.row.path.name]
    assert not_fine.second_problem == "folder_not_writable"
    assert len(visited.safety.backups()) == 2


def test_a_second_place_that_is_the_first_one_is_told(visited: Services, paths: Paths) -> None:
    made = visited.safety.back_up(paths.backups)

    assert made.second_problem == "same_place"
    assert len(visited.safety.backups()) == 1


def test_a_cancelled_backup_leaves_no_trace(visited: Services, paths: Paths) -> None:
    with pytest.raises(Cancelled):
        visited.safety.back_up(cancelled=lambda: True)

    assert visited.safety.backups() == ()
    assert "backup_made" not in {action for action, *_ in audit_lines(paths)}


def test_a_backup_is_tried_out_beside_the_record(
    made: BackupMade, visited: Services, paths: Paths
) -> None:
    visited.visits.record(one_result(1, "1.3", "2026-05-20"))

    report = visited.safety.try_out(made.row.path, PASSPHRASE)

    assert report.fits
    assert report.rows["visit"] == 1
    assert report.fewer["visit"] == (1, 2)
    assert visits(paths) == 2
    assert not (paths.data / "trial").exists()


def test_trying_out_with_a_wrong_passphrase_opens_nothing(
    made: BackupMade, visited: Services, paths: Paths
) -> None:
    assert refused(lambda: visited.safety.try_out(made.row.path, "wrong")) == "wrong_passphrase"
    assert not (paths.data / "trial").exists()


def test_a_damaged_backup_is_found_out(made: BackupMade, visited: Services) -> None:
    damage(made.row.path)

    code = refused(lambda: visited.safety.try_out(made.row.path, PASSPHRASE))

    assert code == "record_damaged"


def test_a_backup_without_slip_is_opened_all_the_same(made: BackupMade, visited: Services) -> None:
    made.row.path.with_suffix(".slip").unlink()

    report = visited.safety.try_out(made.row.path, PASSPHRASE)

    assert (report.fits, report.made_at) == (True, None)


@pytest.mark.parametrize(("gone", "code"), [(".db", "record_missing"), (".keys", "keys_missing")])
def test_a_backup_that_lost_a_file_says_which(
    made: BackupMade, visited: Services, gone: str, code: str
) -> None:
    made.row.path.with_suffix(gone).unlink()

    assert refused(lambda: visited.safety.try_out(made.row.path, PASSPHRASE)) == code


def test_a_fire_drill_leaves_a_dated_slip(
    made: BackupMade, visited: Services, paths: Paths
) -> None:
    report = visited.safety.try_out(made.row.path, PASSPHRASE, drill=True)

    assert report.slip is not None
    said = json.loads(report.slip.read_bytes())
    assert (said["backup"], said["passed"]) == (made.row.path.name, True)
    assert said["tried_at"] == "2026-11-22T02:00:00+00:00"
    assert said["rows"]["visit"] == 1
    drills = rows(paths, "SELECT detail FROM audit WHERE action = 'fire_drill'")
    assert drills == [("passed",)]


def test_a_drill_while_the_record_is_locked_leaves_its_slip_alone(
    made: BackupMade, visited: Services
) -> None:
    visited.clinic.lock()

    report = visited.safety.try_out(made.row.path, PASSPHRASE, drill=True)

    assert report.slip is not None
    assert report.now is None
    assert report.fewer == {}


def test_a_restored_backup_takes_the_place_and_nothing_is_lost(
    made: BackupMade, visited: Services, paths: Paths
) -> None:
    visited.visits.record(one_result(1, "1.3", "2026-05-20"))
    confirmed(visited).safety.restore(made.row.path, PASSPHRASE)

    assert visited.clinic.state() == "open"
    assert visits(paths) == 1
    assert [line[0] for line in audit_lines(paths)][-2:] == ["record_restored", "record_unlocked"]
    (aside,) = paths.backups.glob("before-restore-*")
    with raw(aside / "clinic.db", key_of(paths)) as before:
        assert before.execute("SELECT count(*) FROM visit").fetchone() == (2,)
    assert visited.safety.verify().sound


def test_restoring_asks_for_the_passphrase_again(made: BackupMade, visited: Services) -> None:
    code = refused(lambda: visited.safety.restore(made.row.path, PASSPHRASE))

    assert code == "confirm_passphrase"


def test_a_damaged_record_is_restored_from_the_locked_page(
    made: BackupMade, visited: Services, paths: Paths
) -> None:
    visited.clinic.lock()
    damage(paths.record)
    paths.keys.write_bytes(b"spoilt")

    visited.safety.restore(made.row.path, PASSPHRASE)

    assert visits(paths) == 1
    (aside,) = paths.backups.glob("before-restore-*")
    assert (aside / "clinic.keys").read_bytes() == b"spoilt"


def test_a_backup_is_restored_on_another_computer(
    made: BackupMade, visited: Services, tmp_path: Path, clock: FixedClock
) -> None:
    stick = tmp_path / "stick"
    shutil.copytree(made.row.path.parent, stick)
    other = cheap_services(Paths(RESOURCES, tmp_path / "new computer"), clock)

    other.safety.restore(stick / made.row.path.name, PASSPHRASE)

    assert [row.record_number for row in other.patients.search()] == [
        row.record_number for row in visited.patients.search()
    ]
    other.clinic.lock()


def test_a_backup_that_lacks_rows_of_its_slip_is_not_restored(
    visited: Services, paths: Paths, clock: FixedClock
) -> None:
    files = RecordFiles(paths.record, paths.keys, paths.lock, paths.backups, paths.attempts)
    path = back_up(files, key_of(paths), clock.now(), "test")
    slip = path.with_suffix(".slip")
    with raw(path, key_of(paths)) as copy:
        copy.execute("DROP TRIGGER keep_visit_note_delete")
        copy.execute("DELETE FROM visit_note")
    rewrite(slip, path, key_of(paths))
    confirmed(visited)

    assert refused(lambda: visited.safety.restore(path, PASSPHRASE)) == "backup_not_whole"
    assert visited.clinic.state() == "open"
    assert not (paths.data / "restoring").exists()


def rewrite(slip: Path, path: Path, key: bytes) -> None:
    """Let the slip fit the bytes of a copy that lost rows, and seal it anew."""
    said = slip_of(slip)
    assert said is not None
    changed = replace(said, sha256=sha256_of(path), size=path.stat().st_size)
    slip.write_text(_slip_text(changed.sealed(key)))


def test_a_nurse_backs_up_but_does_not_restore(made: BackupMade, visited: Services) -> None:
    confirmed(visited).users.add("lin", "Lin", [Role.NURSE], "a nurse's own words")
    visited.clinic.lock()
    visited.clinic.unlock("a nurse's own words", "lin")

    visited.safety.back_up()

    assert refused(lambda: visited.safety.restore(made.row.path, PASSPHRASE)) == "not_allowed"


def test_a_sound_record_is_called_sound(visited: Services, paths: Paths) -> None:
    found = visited.safety.verify()

    assert (found.sound, found.problem, found.faults) == (True, None, ())
    assert found.rows["visit"] == 1
    assert visited.safety.look_over() is None
    assert audit_lines(paths)[-1][0] == "record_verified"


def test_a_damaged_page_is_named(visited: Services, paths: Paths) -> None:
    visited.patients.search()
    with paths.record.open("r+b") as file:
        file.seek(-2000, 2)
        file.write(b"\0" * 100)

    assert visited.safety.verify().problem == "record_damaged"
    assert visited.safety.look_over() == "record_damaged"


@pytest.mark.usefixtures("made")
def test_a_log_cut_off_since_the_last_backup_is_named(visited: Services, paths: Paths) -> None:
    with raw(paths.record, key_of(paths)) as connection:
        connection.execute("DROP TRIGGER keep_audit_delete")
        connection.execute("DELETE FROM audit WHERE id > 2")

    faults = visited.safety.verify().faults

    assert [fault.kind.value for fault in faults] == ["cut_off"]


def test_verifying_can_be_stopped(visited: Services) -> None:
    with pytest.raises(Cancelled):
        visited.safety.verify(cancelled=lambda: True)


def test_entries_that_were_lost_with_the_journal_are_noticed_at_the_next_start(
    services: Services, paths: Paths
) -> None:
    patient_id = services.patients.register(a_registration())
    before = paths.record.read_bytes()
    services.visits.record(a_draft(patient_id))
    services.clinic.lock()
    paths.record.write_bytes(before)  # as after a crash whose journal is gone
    services.clinic.unlock(PASSPHRASE)

    assert services.safety.look_over() == "entries_lost"
    assert services.safety.verify().problem == "entries_lost"
    assert ("entries_lost", "record", None) in audit_lines(paths)
    services.clinic.lock()
    services.clinic.unlock(PASSPHRASE)
    assert services.safety.look_over() is None


@pytest.mark.parametrize("content", [None, b"", b"7 abc", b"x " + b"0" * 64 + b"\n", b"\xff"])
def test_a_missing_or_spoilt_note_of_the_last_commit_alarms_nobody(
    visited: Services, paths: Paths, content: bytes | None
) -> None:
    visited.clinic.lock()
    head = paths.record.with_suffix(".head")
    head.unlink() if content is None else head.write_bytes(content)

    visited.clinic.unlock(PASSPHRASE)

    assert visited.safety.look_over() is None


def test_a_folder_that_takes_no_note_hinders_nobody(visited: Services, paths: Paths) -> None:
    head = paths.record.with_suffix(".head")
    head.unlink()
    head.mkdir()

    visited.patients.register(a_registration(2))


def test_a_backup_names_who_can_open_it(visited: Services, made: BackupMade) -> None:
    assert visited.safety.users_of(made.row.path) == ("owner",)
    made.row.path.with_suffix(".keys").unlink()
    assert refused(lambda: visited.safety.users_of(made.row.path)) == "keys_missing"
