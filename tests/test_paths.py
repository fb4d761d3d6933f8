"""Where files are found: from source, frozen, and wherever the user points."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop_app.paths import DATA_DIR_VARIABLE, Paths, data_root, resource_root


def test_a_checkout_brings_its_own_resources() -> None:
    assert (resource_root() / "analytes.csv").is_file()


def test_a_frozen_program_finds_its_resources_in_the_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert resource_root() == tmp_path / "resources"


def test_the_command_line_wins_over_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(tmp_path / "environment"))

    assert data_root(tmp_path / "asked") == tmp_path / "asked"
    assert data_root() == tmp_path / "environment"


def test_without_a_word_the_users_own_folder_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DATA_DIR_VARIABLE, raising=False)

    assert data_root().name == "M-Spike"


def test_a_relative_folder_stays_the_same_when_the_program_moves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert data_root(Path("clinic")) == tmp_path / "clinic"


def test_everything_of_the_clinic_lies_in_the_data_folder(tmp_path: Path) -> None:
    paths = Paths.found(tmp_path)

    places = (paths.record, paths.backups, paths.logs, paths.device_settings, paths.lock)

    assert {place.parent for place in places} == {tmp_path}
    assert len(set(places)) == len(places)
