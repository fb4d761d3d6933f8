"""``main.py backup``, ``restore`` and ``verify``: one line each, and an exit code that tells."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app import cli
from desktop_app.commands.records import LOGIN_VARIABLE, PASSPHRASE_VARIABLE
from desktop_app.domain.roles import Role
from tests.builders import SENTINEL, a_draft
from tests.conftest import PASSPHRASE
from tests.data.reading import key_of, raw

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services


@pytest.fixture(autouse=True)
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, PASSPHRASE)


@pytest.fixture
def record(services: Services, patient_id: int, paths: Paths) -> Path:
    """Give a locked record with one visit."""
    services.visits.record(a_draft(patient_id))
    services.clinic.lock()
    return paths.record


@pytest.fixture
def backup(record: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Give a backup of it."""
    assert cli.main(["backup", "--db", str(record)]) == 0
    return Path(capsys.readouterr().out.rpartition(": ")[0])


def test_a_backup_says_where_it_is_and_what_it_holds(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = tmp_path / "second place"

    assert cli.main(["backup", "--db", str(record), "--to", str(second)]) == 0

    said = capsys.readouterr().out
    assert said.endswith(".db: 1 patients, 1 visits\n")
    assert SENTINEL not in said
    assert len(list(second.glob("*.slip"))) == 1


def test_a_second_place_that_refuses_ends_with_two_and_says_why(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("")

    assert cli.main(["backup", "--db", str(record), "--to", str(blocked / "x")]) == 2

    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_backup_is_restored_to_a_new_place(
    backup: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "new computer"

    assert cli.main(["restore", str(backup), "--db", str(place)]) == 0

    assert capsys.readouterr().out == f"{place / 'clinic.db'}: 1 patients, 1 visits\n"
    assert cli.main(["verify", "--db", str(place)]) == 0


def test_a_record_that_is_there_is_not_overwritten(
    backup: Path, record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = record.read_bytes()

    assert cli.main(["restore", str(backup), "--db", str(record)]) == 2

    assert len(capsys.readouterr().err.splitlines()) == 1
    assert record.read_bytes() == before


def test_a_backup_that_is_not_there_makes_no_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "new computer"

    assert cli.main(["restore", str(tmp_path / "no.db"), "--db", str(place)]) == 2

    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not (place / "clinic.db").exists()


def test_a_sound_record_is_called_sound(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verify", "--db", str(record)]) == 0
    assert cli.main(["verify", "--db", str(record), "--format", "json"]) == 0

    text, _, rest = capsys.readouterr().out.partition("\n")
    assert "sound" in text
    assert json.loads(rest)["rows"]["visit"] == 1


def test_the_lines_of_the_log_that_were_touched_are_named(
    record: Path, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    with raw(record, key_of(paths)) as connection:
        connection.execute("DROP TRIGGER keep_audit_update")
        connection.execute("DROP TRIGGER keep_audit_delete")
        connection.execute("UPDATE audit SET actor = 'somebody' WHERE id = 2")
        connection.execute("DELETE FROM audit WHERE id = 4")

    assert cli.main(["verify", "--db", str(record), "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["faults"] == [
        {"kind": "changed", "line": 2},
        {"kind": "removed_before", "line": 5},
    ]
    assert cli.main(["verify", "--db", str(record), "--lang", "zh-TW"]) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert "2" in first
    assert "5" in second


def test_a_damaged_page_is_named(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = bytearray(record.read_bytes())
    content[-2000] ^= 1
    record.write_bytes(content)

    assert cli.main(["verify", "--db", str(record)]) in (1, 2)

    out, err = capsys.readouterr()
    assert "damaged" in out + err


def test_another_user_is_named_by_the_environment(
    services: Services, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.clinic.unlock(PASSPHRASE)
    services.clinic.confirm(PASSPHRASE)
    services.users.add("lin", "Lin", [Role.NURSE], "a nurse's own words")
    services.clinic.lock()
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "a nurse's own words")

    assert cli.main(["backup", "--db", str(record)]) == 2
    monkeypatch.setenv(LOGIN_VARIABLE, "lin")
    assert cli.main(["backup", "--db", str(record)]) == 0


def test_a_restore_to_a_file_of_another_name_is_refused(
    backup: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "year 2026.v2"

    assert cli.main(["restore", str(backup), "--db", str(tmp_path / "new.db")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert cli.main(["restore", str(backup), "--db", str(place)]) == 0  # a folder with a dot

    assert (place / "clinic.db").exists()
    assert not (tmp_path / "clinic.db").exists()
