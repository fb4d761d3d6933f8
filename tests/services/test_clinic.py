"""Create, unlock and lock the record, whatever happened to its files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop_app.data.instance_lock import InstanceLock
from desktop_app.domain.errors import Refusal, StorageError
from desktop_app.services.clinic import MINIMUM_PASSPHRASE
from tests.builders import NOTE, SENTINEL, a_draft, a_registration
from tests.conftest import PASSPHRASE, RESOURCES, TODAY, cheap_services
from tests.data.reading import audit_lines, key_of, raw, rows

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.paths import Paths
    from desktop_app.services import Services
    from desktop_app.services.clock import FixedClock


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def unlock_code(services: Services, passphrase: str = PASSPHRASE) -> str:
    with pytest.raises(StorageError) as refused:
        services.clinic.unlock(passphrase)
    assert services.clinic.state() != "open"
    return refused.value.code


@pytest.fixture
def closed(services: Services) -> Services:
    """Give services on a record that holds one visit and is locked again."""
    services.visits.record(a_draft(services.patients.register(a_registration())))
    services.clinic.lock()
    return services


def test_a_record_goes_from_absent_to_open_to_locked(locked_services: Services) -> None:
    states = [locked_services.clinic.state()]
    locked_services.clinic.prepare()
    locked_services.clinic.create(PASSPHRASE)
    states.append(locked_services.clinic.state())
    locked_services.clinic.lock()
    states.append(locked_services.clinic.state())
    locked_services.clinic.unlock(PASSPHRASE)
    locked_services.clinic.unlock(PASSPHRASE)
    states.append(locked_services.clinic.state())

    assert states == ["absent", "open", "locked", "open"]


def test_the_place_of_the_record_is_told(services: Services, paths: Paths) -> None:
    assert services.clinic.location() == str(paths.record)


def test_creating_leaves_the_record_its_key_and_the_lock_and_nothing_else(
    locked_services: Services, paths: Paths
) -> None:
    locked_services.clinic.create(PASSPHRASE)
    locked_services.clinic.lock()

    assert sorted(path.name for path in paths.data.iterdir()) == [
        "clinic.db",
        "clinic.head",
        "clinic.keys",
        "lock",
    ]
    assert audit_lines(paths) == [("record_created", "record", None)]


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")
def test_files_of_the_clinic_are_for_the_user_alone(services: Services, paths: Paths) -> None:
    services.clinic.lock()
    shutil.rmtree(paths.data)
    paths.data.mkdir()

    services.clinic.create(PASSPHRASE)

    modes = {path.name: path.stat().st_mode & 0o077 for path in paths.data.glob("clinic*")}
    written = ("clinic.db", "clinic.db-shm", "clinic.db-wal", "clinic.head", "clinic.keys")
    assert modes == dict.fromkeys(written, 0)


def test_what_an_interrupted_creation_left_does_not_stand_in_the_way(
    locked_services: Services, paths: Paths
) -> None:
    (paths.data / "unfinished").mkdir(parents=True)
    (paths.data / "unfinished" / "clinic.db").write_bytes(b"half")

    locked_services.clinic.create(PASSPHRASE)

    assert locked_services.patients.counts().all == 0


def test_a_creation_interrupted_before_its_last_step_is_finished(
    closed: Services, paths: Paths
) -> None:
    (paths.data / "unfinished").mkdir()
    paths.record.rename(paths.data / "unfinished" / paths.record.name)

    closed.clinic.unlock(PASSPHRASE)

    assert closed.patients.counts().all == 1


def test_a_creation_under_way_elsewhere_is_not_finished_here(
    closed: Services, paths: Paths
) -> None:
    (paths.data / "unfinished").mkdir()
    made = paths.record.rename(paths.data / "unfinished" / paths.record.name)
    elsewhere = InstanceLock(paths.lock)

    assert unlock_code(closed) == "record_in_use"

    elsewhere.release()
    assert made.exists()
    assert not paths.record.exists()


@pytest.mark.parametrize("passphrase", ["", "1234567", "       x       "])
def test_a_short_passphrase_is_refused(locked_services: Services, passphrase: str) -> None:
    with pytest.raises(Refusal) as refused:
        locked_services.clinic.create(passphrase)

    assert refused.value.code == "passphrase_too_short"
    assert refused.value.values == {"minimum": str(MINIMUM_PASSPHRASE)}
    assert locked_services.clinic.state() == "absent"


def test_full_width_digits_of_an_input_method_open_the_record(
    locked_services: Services,
) -> None:
    locked_services.clinic.create("通行碼 12345678")
    locked_services.clinic.lock()

    locked_services.clinic.unlock("通行碼 １２３４５６７８")

    assert locked_services.clinic.state() == "open"


def test_a_wrong_passphrase_opens_nothing_and_the_right_one_still_does(closed: Services) -> None:
    assert unlock_code(closed, PASSPHRASE + "x") == "wrong_passphrase"
    assert unlock_code(closed, "") == "wrong_passphrase"

    closed.clinic.unlock(PASSPHRASE)

    assert closed.patients.counts().all == 1


def test_a_record_is_never_made_over_another(closed: Services, paths: Paths) -> None:
    before = paths.record.read_bytes()

    with pytest.raises(Refusal, match="record_exists"):
        closed.clinic.create("another passphrase")

    assert paths.record.read_bytes() == before
    closed.clinic.unlock(PASSPHRASE)
    with pytest.raises(Refusal, match="record_exists"):
        closed.clinic.create("another passphrase")


def test_a_missing_record_is_told_and_never_made_anew(closed: Services, paths: Paths) -> None:
    paths.record.unlink()

    assert unlock_code(closed) == "record_missing"
    with pytest.raises(Refusal, match="record_exists"):
        closed.clinic.create(PASSPHRASE)
    assert closed.clinic.state() == "locked"
    assert not paths.record.exists()


def test_where_there_is_no_record_unlocking_makes_nothing(
    locked_services: Services, paths: Paths
) -> None:
    assert unlock_code(locked_services) == "record_missing"
    assert not paths.data.exists()


def test_missing_keys_are_told(closed: Services, paths: Paths) -> None:
    paths.keys.unlink()

    assert unlock_code(closed) == "keys_missing"
    assert closed.clinic.state() == "locked"


def test_damaged_keys_are_not_taken_for_a_wrong_passphrase(closed: Services, paths: Paths) -> None:
    flip(paths.keys, paths.keys.stat().st_size // 2)

    assert unlock_code(closed) == "keys_damaged"


@pytest.mark.parametrize("place", [0, 15, 16, 100, 4000])
def test_a_flipped_bit_in_the_first_page_is_told(
    closed: Services, paths: Paths, place: int
) -> None:
    flip(paths.record, place)

    assert unlock_code(closed) == "record_damaged"


@pytest.mark.parametrize("share", [0.0, 0.001, 0.3, 0.99])
def test_a_truncated_record_is_told_and_left_as_it_is(
    closed: Services, paths: Paths, share: float
) -> None:
    whole = paths.record.read_bytes()
    paths.record.write_bytes(whole[: int(len(whole) * share)])
    before = paths.record.read_bytes()

    assert unlock_code(closed) == "record_damaged"
    assert paths.record.read_bytes() == before


def test_a_flipped_bit_in_every_later_page_is_told(closed: Services, paths: Paths) -> None:
    content = bytearray(paths.record.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 + 40] ^= 1
    paths.record.write_bytes(content)

    assert unlock_code(closed) == "record_damaged"


def test_the_keys_of_another_clinic_do_not_open_the_record(
    closed: Services, paths: Paths, clock: FixedClock, tmp_path: Path
) -> None:
    from desktop_app.paths import Paths

    other_paths = Paths(RESOURCES, tmp_path / "other")
    other = cheap_services(other_paths, clock)
    other.clinic.create(PASSPHRASE)
    other.clinic.lock()
    paths.keys.write_bytes(other_paths.keys.read_bytes())

    assert unlock_code(closed) == "record_damaged"


def test_a_record_of_a_later_program_is_refused_and_left_as_it_is(
    closed: Services, paths: Paths
) -> None:
    with raw(paths.record, key_of(paths)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.execute("UPDATE meta SET value = '7.1.0' WHERE key = 'written_by'")

    with pytest.raises(StorageError) as refused:
        closed.clinic.unlock(PASSPHRASE)

    assert refused.value.code == "record_newer"
    assert refused.value.values == {"version": "7.1.0"}
    assert rows(paths, "SELECT version_num FROM alembic_version") == [("9999",)]


def test_a_second_program_is_kept_off_until_the_first_one_locks(
    services: Services, paths: Paths, clock: FixedClock
) -> None:
    second = cheap_services(paths, clock)

    assert unlock_code(second) == "record_in_use"
    services.clinic.lock()
    second.clinic.unlock(PASSPHRASE)
    assert unlock_code(services) == "record_in_use"
    second.clinic.lock()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, clock: FixedClock) -> None:
    from desktop_app.paths import Paths

    (tmp_path / "file").write_text("not a folder")
    services = cheap_services(Paths(RESOURCES, tmp_path / "file" / "clinic"), clock)

    with pytest.raises(StorageError, match="folder_not_writable"):
        services.clinic.create(PASSPHRASE)


def test_a_record_that_cannot_be_written_to_is_locked_again(closed: Services, paths: Paths) -> None:
    with raw(paths.record, key_of(paths)) as connection:
        connection.execute("DROP TRIGGER keep_audit_update")
        connection.execute("UPDATE audit SET hash = previous_hash WHERE id > 1")
        connection.execute("DROP TABLE audit")

    with pytest.raises(Exception, match="audit"):
        closed.clinic.unlock(PASSPHRASE)

    assert closed.clinic.state() == "locked"


def test_a_locked_record_gives_nothing(closed: Services) -> None:
    with pytest.raises(Refusal, match="record_locked"):
        closed.patients.search()
    with pytest.raises(Refusal, match="record_locked"):
        closed.patients.register(a_registration(2))


def test_each_opening_leaves_a_line(closed: Services, paths: Paths) -> None:
    closed.clinic.unlock(PASSPHRASE)

    assert audit_lines(paths)[-1] == ("record_unlocked", "record", None)


def test_no_file_holds_a_name_a_result_or_the_passphrase_in_plain(
    services: Services, paths: Paths
) -> None:
    patient_id = services.patients.register(a_registration())
    services.visits.keep_draft(a_draft(patient_id))
    services.visits.record(a_draft(patient_id))

    files = [path for path in paths.data.rglob("*") if path.is_file()]
    contents = b"".join(path.read_bytes() for path in files)

    assert {"clinic.db", "clinic.db-wal", "clinic.keys"} <= {path.name for path in files}
    assert (paths.data / "clinic.db-wal").stat().st_size > 10_000
    for text in (SENTINEL, NOTE, PASSPHRASE, "serum_m_protein", "SQLite format", "mgus_non_igm"):
        for encoding in ("utf-8", "utf-16-le"):
            assert text.encode(encoding) not in contents


def test_services_are_built_without_importing_the_database() -> None:
    program = (
        "import sys, desktop_app.bootstrap\n"
        "late = {'sqlalchemy', 'sqlmodel', 'alembic', 'sqlcipher3', 'reportlab', 'argon2'}\n"
        "sys.exit(', '.join(late & set(sys.modules)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=RESOURCES.parent, capture_output=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, b"")


def test_the_clock_tells_a_day_and_an_aware_instant(clock: FixedClock) -> None:
    from desktop_app.services.clock import Clock

    real = Clock()

    assert real.now().utcoffset() is not None
    assert abs((real.now().date() - real.today()).days) <= 1
    assert (clock.today(), clock.now().date()) == (TODAY, TODAY)
