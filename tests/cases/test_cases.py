"""Run the worked cases: case files of the contract with their expectation beside them."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from desktop_app.data.content.wordings import load_wordings
from desktop_app.domain.assessment import assess
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.view import last_day
from desktop_app.exchange.assessment import assessment_content
from desktop_app.exchange.case import read_case, write_case
from tests.cases.checking import found
from tests.domain.cases import RESOURCES, catalogue

HERE = Path(__file__).parent
NAMES = sorted(path.name.removesuffix(".case.json") for path in HERE.glob("*.case.json"))


def expectation(folder: Path, name: str) -> dict[str, Any]:
    wanted: dict[str, Any] = json.loads((folder / f"{name}.expect.json").read_text("utf-8"))
    return wanted


def assessed(folder: Path, name: str, as_of: str | None = None) -> dict[str, Any]:
    """Assess a case file as the command line would."""
    record = read_case((folder / f"{name}.case.json").read_bytes(), catalogue())
    day = PartialDate(as_of).last if as_of else last_day(record)
    assert day is not None
    assessment = assess(record, day, catalogue=catalogue())
    return assessment_content(assessment, load_wordings(RESOURCES)["en"])  # type: ignore[return-value]


@pytest.mark.parametrize("name", NAMES)
def test_worked_case(name: str) -> None:
    wanted = expectation(HERE, name)

    content = assessed(HERE, name, wanted.get("as_of"))

    assert wanted["stated"]
    assert wanted["expect"]
    for path, value in wanted["expect"].items():
        got = found(content, path)
        assert (list(got) if isinstance(got, tuple) else got) == value, path
    for path, members in wanted.get("expect_contains", {}).items():
        assert set(members) <= set(found(content, path)), path
    for path, members in wanted.get("expect_not", {}).items():
        assert not set(members) & set(found(content, path)), path


@pytest.mark.parametrize("name", NAMES)
def test_worked_case_survives_being_written_again(name: str) -> None:
    content = (HERE / f"{name}.case.json").read_bytes()
    record = read_case(content, catalogue())

    assert read_case(write_case(record).encode(), catalogue()) == record


def _checker(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_cases", folder / "check_cases.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _differences(checker: ModuleType, folder: Path, name: str) -> Iterator[str]:
    """Give the paths on which an assessment and the source of its case disagree."""
    wanted = expectation(folder, name)
    content = json.loads(
        json.dumps(assessed(folder, name, wanted.get("as_of")), default=float, ensure_ascii=False)
    )
    for kind in checker.KINDS:
        for path, value in (wanted.get(kind) or {}).items():
            got = checker.walk(content, checker.tokens(path.removesuffix("?")))
            absent = isinstance(got, checker.Missing)
            agrees = path.endswith("?") if absent else checker.judge(kind, got, value)
            if not agrees:
                yield path


@pytest.mark.shared
def test_the_shared_cases_of_this_chapter_agree(shared: Path) -> None:
    folder = shared / "cases"
    checker = _checker(folder)
    names = sorted(
        path.name.removesuffix(".case.json") for path in folder.glob("precursor-*.case.json")
    )
    assert names

    different = {(name, path) for name in names for path in _differences(checker, folder, name)}

    # Staging belongs to the myeloma chapter, which is not part of this version.
    assert {entry for entry in different if not entry[1].startswith("staging.")} == set()


@pytest.mark.shared
def test_every_shared_case_of_any_chapter_is_read_and_assessed(shared: Path) -> None:
    folder = shared / "cases"
    names = [path.name.removesuffix(".case.json") for path in folder.glob("*.case.json")]
    assert names

    for name in names:
        assert assessed(folder, name)["format"] == "mspike-assessment/1"
