"""A file that a command writes is whole or not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.commands.arguments import day_of
from desktop_app.commands.files import put_file
from desktop_app.domain.errors import InputError


def test_an_older_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    place = tmp_path / "leaflet.pdf"
    place.write_bytes(b"old")

    put_file(place, b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["leaflet.pdf"]
    assert place.read_bytes() == b"new"


def test_a_missing_folder_is_named_as_it_was_asked_for(tmp_path: Path) -> None:
    place = tmp_path / "nowhere" / "leaflet.pdf"

    with pytest.raises(FileNotFoundError) as refused:
        put_file(place, b"new")

    assert refused.value.filename == str(place)


def test_what_cannot_be_replaced_leaves_no_rest_behind(tmp_path: Path) -> None:
    place = tmp_path / "taken"
    place.mkdir()

    with pytest.raises(OSError, match="directory"):
        put_file(place, b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_day_that_does_not_exist_is_refused() -> None:
    assert day_of(None) is None
    with pytest.raises(InputError):
        day_of("2026-02-30")
