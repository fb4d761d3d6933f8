"""``main.py drift``: opens the record, compares, prints, and leaves the record as it was."""

from __future__ import annotations

import getpass
import json
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app import cli
from desktop_app.commands.records import PASSPHRASE_VARIABLE
from tests.builders import NAME, RECORD_NUMBER, a_draft
from tests.conftest import PASSPHRASE
from tests.data.reading import counts
from tests.services.test_drift import SMOULDERING, a_higher_spike

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services


@pytest.fixture
def record(services: Services, patient_id: int, paths: Paths) -> Path:
    """Give a locked record with one patient whom the rules in force call otherwise."""
    with a_higher_spike():
        services.visits.record(a_draft(patient_id, results=SMOULDERING))
    services.clinic.lock()
    return paths.record


@pytest.fixture
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, PASSPHRASE)


@pytest.mark.usefixtures("passphrase")
@pytest.mark.parametrize("by_folder", [False, True])
def test_json_lists_who_would_change(
    record: Path, paths: Paths, capsys: pytest.CaptureFixture[str], by_folder: bool
) -> None:
    before = counts(paths)

    assert cli.main(["drift", "--db", str(record.parent if by_folder else record)]) == 0

    said = json.loads(capsys.readouterr().out)
    (drift,) = said["drifts"]
    assert drift["record_number"] == RECORD_NUMBER
    assert (drift["before"]["category"], drift["after"]["category"]) == ("mgus_non_igm", "smm")
    assert counts(paths) == before


@pytest.mark.usefixtures("passphrase")
def test_text_is_for_people(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["drift", "--db", str(record), "--format", "text", "--lang", "zh-TW"]) == 0

    said = capsys.readouterr().out
    assert NAME in said
    assert "燜悶型骨髓瘤" in said


def test_the_record_is_closed_again(
    record: Path, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, PASSPHRASE)
    cli.main(["drift", "--db", str(record)])

    services.clinic.unlock(PASSPHRASE)


@pytest.mark.parametrize(
    ("place", "passphrase", "words"),
    [
        ("clinic.db", "not this one", "passphrase"),
        ("other.db", PASSPHRASE, "clinic.db"),
        ("nowhere/clinic.db", PASSPHRASE, "record"),
    ],
)
def test_what_cannot_be_opened_gives_one_line_with_the_place(
    record: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    passphrase: str,
    words: str,
) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, passphrase)
    file = record.parent / place

    assert cli.main(["drift", "--db", str(file)]) == cli.UNUSABLE

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith(f"{file}: ")
    assert words in said.err
    assert not (record.parent / "nowhere").exists()


def test_without_a_terminal_no_passphrase_is_asked_for(
    record: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(PASSPHRASE_VARIABLE, raising=False)

    def shown(_prompt: str) -> str:
        warnings.warn("Can not control echo on the terminal.", getpass.GetPassWarning, stacklevel=1)
        sys.stderr.write("Passphrase: ")
        return PASSPHRASE

    monkeypatch.setattr("getpass.getpass", shown)

    assert cli.main(["drift", "--db", str(record)]) == cli.UNUSABLE

    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.startswith(f"{record}: ")


def test_nobody_to_type_the_passphrase_gives_one_line(
    record: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(PASSPHRASE_VARIABLE, raising=False)

    def nobody(_prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr("getpass.getpass", nobody)

    assert cli.main(["drift", "--db", str(record)]) == cli.UNUSABLE

    assert PASSPHRASE_VARIABLE in capsys.readouterr().err


def test_the_passphrase_can_be_typed(
    record: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(PASSPHRASE_VARIABLE, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: PASSPHRASE)

    assert cli.main(["drift", "--db", str(record)]) == 0

    assert json.loads(capsys.readouterr().out)["compared"] == 1
