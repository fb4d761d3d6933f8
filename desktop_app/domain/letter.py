"""Hold a doctor's letter as values: what it says in one language, ready to be set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop_app.domain.chart import ChartSpec
from desktop_app.domain.document import Clinic


class Part(StrEnum):
    """Name a part of a letter that the doctor may leave out."""

    RESULTS = "results"
    CHART = "chart"
    CRITERIA = "criteria"


ALL_PARTS = frozenset(Part)


class Tone(StrEnum):
    """Name how something is meant; unknown looks like unknown, never like a normal value."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    CRITICAL = "critical"
    WARNING = "warning"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class LetterTexts:
    """Hold the reviewed words of one kind of letter, each by language.

    ``sha256`` is the hash of the file that was read.
    """

    kind: str
    revision: int
    review_next: date
    titles: Mapping[str, str]
    phrases: Mapping[str, Mapping[str, str]]
    sha256: str = ""

    def overdue(self, today: date) -> bool:
        """Tell whether the day of the next review has passed."""
        return today > self.review_next

    def say(self, code: str, language: str, **values: str) -> str:
        """Give a sentence with its placeholders filled."""
        return self.phrases[code][language].format(**values)


@dataclass(frozen=True, slots=True)
class Line:
    """Hold one line of a section, with the sign that stands before it, if any."""

    text: str
    tone: Tone = Tone.PLAIN
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Hold one cell of a table; ``aside`` follows its text quietly, such as a unit or a day."""

    text: str
    tone: Tone = Tone.PLAIN
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Hold a table: heads, rows of as many cells, and the columns' shares of the width."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Hold a part of a letter under its heading, if any; ``writing`` counts empty lines."""

    heading: str
    lines: tuple[Line, ...] = ()
    table: Table | None = None
    chart: ChartSpec | None = None
    writing: int = 0


@dataclass(frozen=True, slots=True)
class Letter:
    """Hold a whole letter in one language.

    ``sections`` come before the signature, ``enclosed`` after it; ``label`` names the patient in
    the head of every page, ``foot`` says of every page by what it was made. A ``long`` letter may
    take as many pages as it needs.
    """

    kind: str
    language: str
    title: str
    day: date
    to: str
    label: str
    person: str
    salutation: str
    opening: str
    sections: tuple[Section, ...]
    closing: str
    signature: str
    enclosed_heading: str
    enclosed: tuple[Section, ...]
    foot: tuple[str, ...]
    clinic: Clinic = field(default_factory=Clinic)
    fictional: bool = False
    overdue: bool = False
    long: bool = False
