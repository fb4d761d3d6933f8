"""The command line: one line for what cannot be used, and nothing loaded that is not needed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import cli

HEAVY = ("PySide6", "sqlmodel", "sqlalchemy", "reportlab", "alembic")
CASE = '{"format": "mspike-case/1", "patient": {"sex": "female"}, "results": [%s]}'
RESULT = '{"date": "2026-01-05", "code": "hemoglobin", "value": 13.1, "unit": "g/dL"}'


# Drives the real program: the window closes itself once the list could be read.
CLOSE_WHEN_READY = """
import sys
import ui.app
from desktop_app import cli

class Closing(ui.app.Start):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.window.pages.counted.connect(self.window.close)

ui.app.Start = Closing
sys.exit(cli.main(["--demo"]))
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    file = tmp_path / "one.case.json"
    file.write_text(CASE % RESULT, "utf-8")
    return file


def test_assess_prints_the_assessment(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["assess", str(case)]) == 0

    assert '"mspike-assessment/1"' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (CASE % RESULT.replace("hemoglobin", "haemogoblin"), "/results/0/code"),
        (CASE % RESULT.replace("g/dL", "furlong"), "/results/0/unit"),
        (CASE % RESULT[:-9], "line 1"),
    ],
    ids=["unknown code", "foreign unit", "broken line"],
)
def test_unusable_input_gives_one_line_with_file_and_place(
    case: Path, capsys: pytest.CaptureFixture[str], content: str, place: str
) -> None:
    case.write_text(content, "utf-8")

    assert cli.main(["assess", str(case)]) == cli.UNUSABLE

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith(f"{case}: ")
    assert place in said.err


def test_a_file_that_is_not_there_gives_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "no.case.json"

    assert cli.main(["assess", str(missing)]) == cli.UNUSABLE

    assert capsys.readouterr().err == f"{missing}: No such file or directory\n"


@pytest.mark.parametrize("arguments", [["diagnose"], ["assess"], ["--fast"]])
def test_a_wrong_command_line_gives_one_line(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)

    assert ended.value.code == cli.UNUSABLE
    assert capsys.readouterr().err.count("\n") == 1


def test_assess_loads_neither_window_nor_database_nor_pdf(case: Path) -> None:
    code = (
        "import sys; from desktop_app import cli; "
        f"status = cli.main(['assess', {str(case)!r}]); "
        f"loaded = [name for name in {HEAVY!r} if name in sys.modules]; "
        "sys.exit(' '.join(loaded) or status)"
    )

    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=30
    )

    assert (ended.returncode, ended.stderr) == (0, "")


def test_output_is_utf_8_whatever_the_console_speaks(case: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "main.py", "assess", str(case), "--lang", "zh-TW", "--format", "text"],
        capture_output=True,
        check=True,
        timeout=30,
        env={"PYTHONIOENCODING": "cp1252", "PATH": ""},
        cwd=Path(cli.__file__).parents[1],
    )

    assert "血紅素" in ended.stdout.decode("utf-8")


def test_the_demonstration_opens_by_itself_and_leaves_nothing_behind(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", CLOSE_WHEN_READY],
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
        env=os.environ | {"TMPDIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
    )

    assert ended.returncode == 0, ended.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("qtbot")
def test_the_self_test_is_reached_from_the_command_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["--self-test"]) == 0

    assert capsys.readouterr().out.endswith("self-test passed\n")
