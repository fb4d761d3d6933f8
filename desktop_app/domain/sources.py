"""Hold the bibliography and the ledger of conflicts between the sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class DoiStatus(StrEnum):
    """Name how far a DOI has been checked."""

    SEEN = "seen"
    UNVERIFIED = "unverified"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Source:
    """Hold one entry of the bibliography; ``key`` is what rules and risk figures cite."""

    key: str
    citation: str
    doi: str | None
    doi_status: DoiStatus


@dataclass(frozen=True, slots=True)
class Conflict:
    """Hold one entry of the ledger, each text by language.

    ``printed`` is what lin2026 says, ``used`` what the program computes with instead.
    """

    id: str
    printed: Mapping[str, str]
    used: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hold what the rules rest on: sources by key, conflicts by ID."""

    sources: Mapping[str, Source]
    conflicts: Mapping[str, Conflict]
