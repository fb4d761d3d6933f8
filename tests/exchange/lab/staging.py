"""Stage texts and bytes as tests need it."""

from __future__ import annotations

import io
from pathlib import Path

from desktop_app.data.content.catalogue import load_catalogue
from desktop_app.domain.arrivals.rows import FIELDS, SiteProfile, Staged, StagedRow
from desktop_app.exchange.lab.layouts import stage
from desktop_app.exchange.lab.sources import LabSource, pasted

CATALOGUE = load_catalogue(Path(__file__).resolve().parents[3] / "resources")
PLAIN = SiteProfile("test")


def stage_text(text: str, profile: SiteProfile = PLAIN) -> Staged:
    """Stage what was pasted."""
    return stage(pasted(text), profile, CATALOGUE)


def stage_bytes(content: bytes, profile: SiteProfile = PLAIN) -> Staged:
    """Stage a file's bytes."""
    return stage(LabSource("file", lambda: io.BytesIO(content)), profile, CATALOGUE)


def said(row: StagedRow) -> dict[str, str]:
    """Give the fields of a row that are not empty."""
    return {name: text for name in FIELDS if (text := getattr(row, name))}


def rows_of(text: str, profile: SiteProfile = PLAIN) -> list[dict[str, str]]:
    """Stage a paste and give what its rows say."""
    return [said(row) for row in stage_text(text, profile).rows]


def short(text: str) -> list[tuple[str, ...]]:
    """Stage a paste and give item, value, unit, limits and mark of its rows."""
    return [
        (row.item_name, row.value, row.unit, row.ref_text, row.flag)
        for row in stage_text(text).rows
    ]
