"""Hold the bibliography and the ledger of conflicts between the sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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

    ``printed`` is what the document says, which is named by its key in the bibliography; ``used``
    what the program computes with instead.
    """

    id: str
    printed: Mapping[str, str]
    used: Mapping[str, str]
    document: str


@dataclass(frozen=True, slots=True)
class Card:
    """Hold one card of the evidence view: a trial, an approval, an uncertainty, a figure.

    ``kind`` is ``trial``, ``approval``, ``drug``, ``figure``, ``uncertainty`` or ``pearl``;
    ``status`` the rule book's; ``categories`` and ``rules`` say when it concerns a patient (empty:
    always shown in the library, never by itself); texts stand by language.
    """

    id: str
    kind: str
    status: str
    source: str
    titles: Mapping[str, str]
    points: tuple[Mapping[str, str], ...]
    categories: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hold what the rules rest on: sources by key, conflicts by ID, cards by ID."""

    sources: Mapping[str, Source]
    conflicts: Mapping[str, Conflict]
    cards: Mapping[str, Card] = field(default_factory=dict)
