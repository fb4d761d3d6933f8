"""Print a leaflet from a case file on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import main
from tests.reports.sheets import pages_of

LABS = (
    ("serum_m_protein", 0.9, "g/dL"),
    ("flc_kappa", 15, "mg/L"),
    ("flc_lambda", 13, "mg/L"),
    ("hemoglobin", 13.1, "g/dL"),
    ("calcium", 9.3, "mg/dL"),
    ("creatinine", 0.8, "mg/dL"),
    ("marrow_plasma_cells", 4, "%"),
)
DAY = "2026-11-20"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Write the case of a patient with settled MGUS."""
    limits = {"hemoglobin": {"low": 12, "high": 16}, "calcium": {"low": 8.6, "high": 10.3}}
    return written(
        tmp_path,
        [
            {"date": DAY, "code": code, "value": value, "unit": unit, **limits.get(code, {})}
            for code, value, unit in LABS
        ],
    )


def written(folder: Path, results: list[dict[str, Any]]) -> Path:
    """Write a case of these results."""
    content = {
        "format": "mspike-case/1",
        "patient": {"sex": "female", "birth_date": "1958-03-02"},
        "results": results,
        "findings": [
            {"date": DAY, "code": "serum_immunofixation", "value": ["IgG-kappa"]},
            {"date": DAY, "code": "bone_lytic_ct", "value": {"count": 0}},
        ],
    }
    path = folder / "patient.case.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def run(case: Path, *options: str) -> tuple[int, Path]:
    """Run the command and give its status and where the sheet should be."""
    out = case.with_name("leaflet.pdf")
    return main(["leaflet", str(case), *options, "--out", str(out)]), out


@pytest.mark.parametrize("options", [(), ("--kind", "mgus"), ("--lang", "zh-TW,en")])
def test_the_leaflet_that_fits_is_written(case: Path, options: tuple[str, ...]) -> None:
    status, out = run(case, *options)

    assert status == 0
    text = " ".join(pages_of(out.read_bytes()))
    assert "What is MGUS?" in text
    assert "本診所尚未核可" in text
    assert sorted(path.name for path in case.parent.iterdir()) == [
        "leaflet.pdf",
        "patient.case.json",
    ]


@pytest.mark.parametrize(
    ("languages", "title"),
    [("zh-CN,en", "什么是 MGUS"), ("zh-CN", "什么是 MGUS"), ("en", "What is MGUS")],
)
def test_other_languages_are_written_on_demand(case: Path, languages: str, title: str) -> None:
    status, out = run(case, "--lang", languages)

    assert status == 0
    assert title in pages_of(out.read_bytes())[0]


def test_large_print_takes_more_pages(case: Path) -> None:
    _, out = run(case)
    pages = len(pages_of(out.read_bytes()))

    status, out = run(case, "--large-print")

    assert status == 0
    assert len(pages_of(out.read_bytes())) > pages


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--lang", "zh-TW,zh-CN"), "--lang: one of zh-TW,en zh-CN,en"),
        (("--kind", "nonsense"), "--kind: one of first_m_protein, mgus"),
        (
            ("--kind", "poems"),
            "--kind: a diagnosis that the leaflet poems explains, not mgus_non_igm; "
            "what fits: mgus, questions, bone_marrow",
        ),
        (
            ("--kind", "first_m_protein"),
            "--kind: a diagnosis that the leaflet first_m_protein explains, not mgus_non_igm",
        ),
    ],
)
def test_what_cannot_be_printed_is_said_in_one_line_and_nothing_is_written(
    case: Path, options: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out = run(case, *options)

    error = capsys.readouterr().err
    assert status == 2
    assert error.startswith(f"{case}: {said}")
    assert error.count("\n") == 1
    assert not out.exists()


def test_an_open_diagnosis_gets_the_first_steps_and_is_told_no_disease(tmp_path: Path) -> None:
    result = {"date": DAY, "code": "serum_m_protein", "value": 2.9, "unit": "g/dL"}

    status, out = run(written(tmp_path, [result]))

    assert status == 0
    text = " ".join(pages_of(out.read_bytes()))
    assert "four first steps" in text
    assert "MGUS" not in text
    assert "myeloma" not in text


def test_questions_are_written_for_an_open_diagnosis_too(tmp_path: Path) -> None:
    result = {"date": DAY, "code": "serum_m_protein", "value": 2.9, "unit": "g/dL"}

    status, out = run(written(tmp_path, [result]), "--kind", "questions", "--lang", "en")

    assert status == 0
    assert "still open?" in " ".join(pages_of(out.read_bytes()))


def test_where_a_specialist_is_needed_now_nothing_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    results = [
        {"date": DAY, "code": "serum_m_protein", "value": 2.9, "unit": "g/dL"},
        {"date": DAY, "code": "hemoglobin", "value": 8.1, "unit": "g/dL"},
    ]

    status, out = run(written(tmp_path, results))

    assert status == 2
    said = "a diagnosis that a leaflet explains, not undetermined, where a specialist is needed now"
    assert said in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("case_name", ["iga-smouldering-in-si-units"])
def test_smouldering_myeloma_has_its_own_leaflet(tmp_path: Path, case_name: str) -> None:
    source = Path(__file__).resolve().parents[1] / "cases" / f"{case_name}.case.json"
    path = tmp_path / "patient.case.json"
    path.write_bytes(source.read_bytes())

    status, out = run(path, "--kind", "smm", "--lang", "zh-CN,en")

    assert status == 0
    assert "冒烟型骨髓瘤" in pages_of(out.read_bytes())[0]


def test_an_empty_case_gets_no_leaflet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "empty.case.json"
    path.write_text('{"format": "mspike-case/1", "patient": {"sex": "unknown"}}', "utf-8")

    status, out = run(path)

    assert status == 2
    assert "/results: at least one dated entry" in capsys.readouterr().err
    assert not out.exists()
