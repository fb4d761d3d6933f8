"""Test that every caption of the window is translated and every compiled catalogue is fresh."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """Load the script of packaging/, which must not become a package."""
    spec = importlib.util.spec_from_file_location(
        "translations_tool", ROOT / "packaging" / "translations.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_catalogues_are_current_complete_and_compiled(tool: ModuleType) -> None:
    assert tool.mistakes() == []


def a_catalogue(translation: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="zh_TW">'
        "<context><name>Page</name><message><source>Search: {0}</source>"
        f"{translation}</message></context></TS>"
    )


@pytest.mark.parametrize(
    ("translation", "fault"),
    [
        ('<translation type="unfinished"></translation>', "unfinished"),
        ("<translation> </translation>", "unfinished"),
        ("<translation>搜尋：</translation>", "other holes"),
    ],
)
def test_a_fault_in_a_catalogue_is_named(
    tool: ModuleType, tmp_path: Path, translation: str, fault: str
) -> None:
    path = tmp_path / "clinic_zh_TW.ts"
    path.write_text(a_catalogue(translation), "utf-8")

    assert fault in tool.faults(path)[0]


def test_a_good_catalogue_has_no_fault(tool: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "clinic_zh_TW.ts"
    path.write_text(a_catalogue("<translation>搜尋：{0}</translation>"), "utf-8")

    assert tool.faults(path) == []
