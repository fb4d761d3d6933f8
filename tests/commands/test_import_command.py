"""``main.py import``: stores what leaves no question, lists the rest, or writes nothing at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app import cli
from desktop_app.commands.records import PASSPHRASE_VARIABLE
from desktop_app.domain.arrivals.rows import SiteProfile
from tests.arriving import CREATININE, OTHER, a_file, a_row
from tests.builders import RECORD_NUMBER
from tests.conftest import PASSPHRASE
from tests.data.reading import counts

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services


@pytest.fixture
def record(
    services: Services, patient_id: int, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Give a locked record with one patient and a profile, and its passphrase to the command."""
    assert patient_id == 1
    profile = SiteProfile("lab A", items={"widget|": "hemoglobin"}, units={"widget|": "g/dL"})
    services.imports.keep_profile(profile)
    services.clinic.lock()
    monkeypatch.setenv(PASSPHRASE_VARIABLE, PASSPHRASE)
    return paths.record


def a_csv(folder: Path, *rows: str, name: str = "lab.csv") -> str:
    file = folder / name
    file.write_text(a_file(*rows), "utf-8")
    return str(file)


def test_what_leaves_no_question_is_stored_and_the_rest_is_listed(
    record: Path,
    services: Services,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = (a_row(), a_row("Widget,1,g/dL"), a_row(CREATININE, OTHER), a_row(day="2027-01-05"))
    file = a_csv(tmp_path, *rows, "a line without any value,,,,,,,,")

    assert cli.main(["import", file, "--db", str(record)]) == 0

    first, *listed = capsys.readouterr().out.splitlines()
    assert first.startswith("lab.csv: 1 stored, 0 corrected, 0 patients registered;")
    assert "lab.csv: line 3: Widget 1 g/dL: This test is not known." in listed[0]
    assert "line 4" in listed[1]
    assert "Whose result is this?" in listed[1]
    assert "line 5" in listed[2]
    assert "is yet to come" in listed[2]
    assert listed[3].startswith("lab.csv: line 6: no value was found in “a line without any")
    services.clinic.unlock(PASSPHRASE)
    assert [each.code for each in services.assessments.record_of(1).results] == ["hemoglobin"]
    assert services.imports.pending() == 0


def test_an_unusable_file_is_named_with_its_place_and_nothing_is_written(
    record: Path, paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = a_csv(tmp_path, a_row()), tmp_path / "bad.csv"
    bad.write_bytes(a_file(a_row()).encode() + b"\x81\xff\xff broken\n")
    before = counts(paths)

    assert cli.main(["import", good, str(bad), "--db", str(record)]) == 2

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith(f"{bad}: line ")
    assert counts(paths) == before


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--profile", "lab B"], "--profile: the name of a profile that was kept (lab A)"),
        (["--patient", "nobody"], "--patient: the record number of a registered patient"),
    ],
)
def test_a_profile_or_a_patient_that_is_not_there_is_refused(
    record: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    more: list[str],
    words: str,
) -> None:
    file = a_csv(tmp_path, a_row())

    assert cli.main(["import", file, "--db", str(record), *more]) == 2

    assert words in capsys.readouterr().err


def test_a_missing_file_is_named(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "missing.csv"

    assert cli.main(["import", str(missing), "--db", str(record)]) == 2

    assert capsys.readouterr().err.startswith(f"{missing}: file: a file that can be read")


def test_a_kept_profile_says_what_an_item_is(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = a_csv(tmp_path, a_row("Widget,13.1,"))

    assert cli.main(["import", file, "--db", str(record), "--profile", "lab A"]) == 0

    assert "1 stored" in capsys.readouterr().out


def test_new_people_are_registered_and_assessed_if_asked(
    record: Path, services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = [f"ZZSENTINEL8{each:03},ZZSENTINELNAME {each},1950-01-02,M" for each in range(25)]
    file = a_csv(tmp_path, *(a_row(who=who) for who in people))

    assert cli.main(["import", file, "--db", str(record), "--register-new"]) == 0

    assert "25 patients registered" in capsys.readouterr().out
    services.clinic.unlock(PASSPHRASE)
    assert (services.patients.counts().all, services.imports.pending()) == (26, 0)


def test_everything_is_the_named_patients_and_the_second_file_knows_the_first(
    record: Path, services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nobody = ",,,"
    first = a_csv(tmp_path, a_row(who=nobody), name="first.csv")
    second = a_csv(tmp_path, a_row(who=nobody), a_row(CREATININE, nobody), name="second.csv")
    asked = ["--patient", RECORD_NUMBER.lower(), "--lang", "zh-TW"]

    assert cli.main(["import", first, second, "--db", str(record), *asked]) == 0

    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("first.csv：存入 1 筆")
    assert told[1].startswith("second.csv：存入 1 筆，更正 0 筆，新建病人 0 位；1 筆已有")
    services.clinic.unlock(PASSPHRASE)
    codes = [each.code for each in services.assessments.record_of(1).results]
    assert codes == ["hemoglobin", "creatinine"]
