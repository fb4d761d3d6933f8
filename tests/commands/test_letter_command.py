"""Write a letter from a case file on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.cli import main
from tests.reports.sheets import pages_of

KIND = "referral_hematology"
CASE = {
    "format": "mspike-case/1",
    "patient": {"sex": "female", "birth_date": "1958-03-02"},
    "results": [
        {"date": "2025-11-20", "code": "serum_m_protein", "value": 1.9, "unit": "g/dL"},
        {"date": "2026-11-20", "code": "serum_m_protein", "value": 2.9, "unit": "g/dL"},
    ],
}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Write the case of a patient whose diagnosis is open."""
    path = tmp_path / "patient.case.json"
    path.write_text(json.dumps(CASE), "utf-8")
    return path


def run(case: Path, *options: str) -> tuple[int, Path]:
    """Run the command and give its status and where the letter should be."""
    out = case.with_name("letter.pdf")
    return main(["letter", str(case), *options, "--out", str(out)]), out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "Not settled by what is recorded."),
        (("--lang", "zh-TW"), "依現有紀錄尚無定論"),
        (("--lang", "zh-CN"), "根据现有记录尚无定论"),
    ],
)
def test_a_letter_is_written_whatever_is_open(
    case: Path, options: tuple[str, ...], said: str
) -> None:
    status, out = run(case, "--kind", KIND, *options)

    assert status == 0
    text = " ".join(pages_of(out.read_bytes()))
    assert said in text
    assert "2.9 2026-11-20" in text
    assert "patient" in text
    assert sorted(path.name for path in case.parent.iterdir()) == [
        "letter.pdf",
        "patient.case.json",
    ]


def test_the_same_case_gives_the_same_bytes(case: Path) -> None:
    _, out = run(case, "--kind", KIND)
    first = out.read_bytes()

    run(case, "--kind", KIND)

    assert out.read_bytes() == first


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("nonsense", "--kind: one of case_summary, poems_neurology, referral_hematology"),
        (
            "certificate",
            "--kind: one of case_summary, poems_neurology, referral_hematology;"
            " certificate has no text yet",
        ),
    ],
)
def test_a_kind_that_cannot_be_written_is_said_and_nothing_is_written(
    case: Path, kind: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out = run(case, "--kind", kind)

    error = capsys.readouterr().err
    assert status == 2
    assert error.startswith(f"{case}: {said}")
    assert error.count("\n") == 1
    assert not out.exists()


def test_a_kind_and_a_language_are_asked_for(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for options in ((), ("--kind", KIND, "--lang", "de")):
        with pytest.raises(SystemExit) as stopped:
            run(case, *options)
        assert stopped.value.code == 2
        assert capsys.readouterr().err.count("\n") == 1


def test_an_empty_case_gets_no_letter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "empty.case.json"
    path.write_text('{"format": "mspike-case/1", "patient": {"sex": "unknown"}}', "utf-8")

    status, out = run(path, "--kind", KIND)

    assert status == 2
    assert "/results: at least one dated entry" in capsys.readouterr().err
    assert not out.exists()
