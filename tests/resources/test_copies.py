"""Prove that the catalogue and the fonts that ship are those of the contract."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.paths import resource_root

pytestmark = pytest.mark.shared


def test_the_catalogue_is_the_contracts(shared: Path) -> None:
    contract = (shared / "contract" / "analytes.csv").read_bytes()

    assert (resource_root() / "analytes.csv").read_bytes() == contract


def test_every_font_and_its_licence_is_the_agreed_one(shared: Path) -> None:
    agreed = {path.name: path.read_bytes() for path in (shared / "fonts").iterdir()}

    ours = {path.name: path.read_bytes() for path in (resource_root() / "fonts").iterdir()}

    assert ours == agreed
