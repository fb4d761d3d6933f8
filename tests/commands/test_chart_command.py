"""``main.py chart CASE --out FILE``: the file as a whole, or nothing."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.commands import chart
from desktop_app.domain.errors import InputError
from desktop_app.exchange.case import write_case
from tests.domain.followed_poems import followed_poems

CASE = {
    "format": "mspike-case/1",
    "patient": {"sex": "female"},
    "results": [
        {"date": "2024-01-05", "code": "serum_m_protein", "value": 0.7, "unit": "g/dL"},
        {"date": "2025-06-05", "code": "serum_m_protein", "value": 0.8, "unit": "g/dL"},
    ],
}


def run(*arguments: str | Path) -> int:
    parser = argparse.ArgumentParser()
    chart.add_parser(parser.add_subparsers())
    asked = parser.parse_args(["chart", *map(str, arguments)])
    status: int = asked.run(asked)
    return status


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return written(tmp_path, CASE)


def written(folder: Path, content: dict[str, Any]) -> Path:
    path = folder / "teaching.case.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("ending", "magic"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("PDF", b"%PDF-")]
)
def test_each_ending_gives_its_kind_of_file(case: Path, ending: str, magic: bytes) -> None:
    out = case.parent / f"chart.{ending}"

    assert run(case, "--out", out) == 0
    assert out.read_bytes().startswith(magic)
    assert sorted(one.name for one in case.parent.iterdir()) == sorted([case.name, out.name])


def test_the_chart_comes_in_the_language_asked_for(case: Path) -> None:
    out = case.parent / "chart.svg"
    run(case, "--out", out, "--lang", "zh-TW")
    drawn = out.read_text(encoding="utf-8")

    assert "在檢驗變異（22 %）之內" in drawn
    assert ">teaching<" in drawn


def test_values_after_the_day_asked_for_are_not_drawn(case: Path) -> None:
    out = case.parent / "chart.svg"
    run(case, "--out", out, "--as-of", "2024-12-31")

    assert "2024-01-05, the only value" in out.read_text(encoding="utf-8")


def test_a_file_that_stood_there_is_replaced_as_a_whole(case: Path) -> None:
    out = case.parent / "chart.svg"
    out.write_text("x" * 1_000_000, encoding="utf-8")
    run(case, "--out", out)

    assert out.read_text(encoding="utf-8").rstrip().endswith("</svg>")


@pytest.mark.parametrize("name", ["chart.gif", "chart", "chart.svg.txt"])
def test_another_ending_is_refused_before_anything_is_written(case: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"--out: a file name ending in"):
        run(case, "--out", case.parent / name)

    assert list(case.parent.iterdir()) == [case]


def test_treatments_are_drawn_without_values_too(tmp_path: Path) -> None:
    given = [{"regimen": "VCd", "start": "2024-01-10", "stop": "2024-05", "cycles": 4}]
    case = written(tmp_path, CASE | {"results": [], "treatments": given})

    run(case, "--out", tmp_path / "chart.svg")

    assert "1 · VCd ×4" in (tmp_path / "chart.svg").read_text("utf-8")


@pytest.mark.parametrize(
    ("changes", "options", "place"),
    [
        ({"results": []}, (), "/results"),
        ({"format": "mspike-case/9"}, (), "/format"),
        ({}, ("--as-of", "tomorrow"), "--as-of"),
        ({}, ("--as-of", "2024"), "--as-of"),
        ({}, ("--as-of", "2024-W50-2"), "--as-of"),
        ({}, ("--as-of", "2020-01-01"), "/results"),
    ],
)
def test_what_cannot_be_drawn_writes_nothing(
    tmp_path: Path, changes: dict[str, Any], options: tuple[str, ...], place: str
) -> None:
    case = written(tmp_path, CASE | changes)
    with pytest.raises(InputError) as refused:
        run(case, "--out", tmp_path / "chart.pdf", *options)

    assert refused.value.place == place
    assert list(tmp_path.iterdir()) == [case]


def test_a_folder_that_is_not_there_leaves_no_trace(case: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        run(case, "--out", case.parent / "missing" / "chart.svg")

    assert list(case.parent.iterdir()) == [case]


@pytest.mark.shared
def test_every_teaching_case_with_a_value_can_be_drawn(tmp_path: Path, shared: Path) -> None:
    drawn = 0
    for case in sorted((shared / "cases").glob("*.case.json")):
        if json.loads(case.read_text(encoding="utf-8")).get("results"):
            assert run(case, "--out", tmp_path / "chart.svg", "--lang", "zh-CN") == 0
            drawn += 1

    assert drawn > 30


def test_the_chart_of_poems_shows_each_specimen_and_the_nerves(tmp_path: Path) -> None:
    case = tmp_path / "poems.case.json"
    case.write_text(write_case(followed_poems()), encoding="utf-8")

    run(case, "--out", tmp_path / "chart.svg")

    drawn = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    for name in ("VEGF, serum (pg/mL)", "VEGF, plasma (pg/mL)", "M-protein (g/L)", "ONLS total"):
        assert name in drawn
    assert "twice the limit" in drawn
