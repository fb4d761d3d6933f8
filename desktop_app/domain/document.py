"""Hold leaflets as values: reviewed blocks in three languages, and what a patient's own are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desktop_app.domain.chart import ChartSpec
from desktop_app.domain.partial_date import PartialDate

# Gives the bytes of a font file by its name, so that nobody but data opens files.
FontSource = Callable[[str], bytes]

# The pairs and single languages in which a leaflet is printed, as they are asked for.
PRINT_LANGUAGES: tuple[tuple[str, ...], ...] = (
    ("zh-TW", "en"),
    ("zh-CN", "en"),
    ("zh-TW",),
    ("zh-CN",),
    ("en",),
)

# The leaflet kinds of the contract; not every kind has its text yet.
LEAFLET_KINDS = (
    "first_m_protein",
    "mgus",
    "smm",
    "myeloma_start",
    "myeloma_on_treatment",
    "extramedullary",
    "poems",
    "mgrs",
    "lenalidomide",
    "daratumumab_smm",
    "bone_marrow",
    "urine_24h",
    "warning_card",
    "questions",
)

# The letter kinds of the contract; not every kind has its text yet.
LETTER_KINDS = (
    "referral_hematology",
    "reply_family_doctor",
    "poems_neurology",
    "referral_nephrology",
    "biopsy_request",
    "smm_trial",
    "case_summary",
    "visit_summary",
    "certificate",
)

# The group of a reader whose risk group is not settled, or to whom no figure may be told.
OPEN_GROUP = "open"


class Situation(StrEnum):
    """Name where a patient with myeloma stands, as far as a leaflet asks for it."""

    UNTREATED = "untreated"
    FIRST_TREATMENT = "first_treatment"
    TREATED = "treated"
    EXTRAMEDULLARY = "extramedullary"
    LENALIDOMIDE = "lenalidomide"


@dataclass(frozen=True, slots=True)
class Reader:
    """Hold whom a leaflet is for: what may be told to them, and nothing that may not.

    ``category`` is None while the diagnosis is undetermined; ``group`` is that of the risk model
    that belongs to the category, or ``OPEN_GROUP``; ``clone`` tells that a clone or an M-protein
    was found, ``urgent`` that a specialist is needed now, ``critical`` that an alert says so.
    """

    category: str | None
    status: str
    group: str = OPEN_GROUP
    clone: bool = True
    urgent: bool = False
    critical: bool = False
    situations: frozenset[Situation] = frozenset()


def bold_spans(text: str) -> tuple[tuple[str, bool], ...]:
    """Split a text at its ``**`` marks into parts that are plain or bold.

    Raises:
        ValueError: a mark is opened and not closed.
    """
    parts = text.split("**")
    if len(parts) % 2 == 0:
        raise ValueError("** without its partner")
    return tuple((part, bool(place % 2)) for place, part in enumerate(parts) if part)


class BlockKind(StrEnum):
    """Name what a block is; each kind is drawn in one way."""

    MESSAGE = "message"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    TICK = "tick"
    QUESTION = "question"
    PEOPLE = "people"
    RESULTS = "results"
    CHART = "chart"
    URGENT = "urgent"
    FILL_IN = "fill_in"
    LINES = "lines"
    TERM = "term"


class Fact(StrEnum):
    """Name something true of the patient's own data on which a block may depend."""

    RESULTS = "results"
    TREND_STEADY = "trend_steady"
    TREND_HIGHER = "trend_higher"
    TREND_LOWER = "trend_lower"
    TREND_NOT_COMPARED = "trend_not_compared"
    NEXT_KNOWN = "next_known"
    NEXT_OPEN = "next_open"
    M_PROTEIN_KNOWN = "m_protein_known"
    M_PROTEIN_OPEN = "m_protein_open"
    ISOTYPE_KNOWN = "isotype_known"
    ISOTYPE_OPEN = "isotype_open"
    FLC_RATIO_KNOWN = "flc_ratio_known"
    FLC_RATIO_OPEN = "flc_ratio_open"
    RESPONSE_COMPLETE = "response_complete"
    RESPONSE_DEEP = "response_deep"
    RESPONSE_PARTIAL = "response_partial"
    RESPONSE_MINOR = "response_minor"
    RESPONSE_STABLE = "response_stable"
    RESPONSE_RISING = "response_rising"
    RESPONSE_RECHECK = "response_recheck"
    RESPONSE_UNSURE = "response_unsure"
    RESPONSE_OPEN = "response_open"
    LINE_KNOWN = "line_known"


class Hole(StrEnum):
    """Name a placeholder that a text may carry, written ``{name}``."""

    NEXT_DATE = "next_date"
    FIRST_YEAR = "first_year"
    FIRST_DAY = "first_day"
    EMERGENCY = "emergency"
    M_PROTEIN = "m_protein"
    ISOTYPE = "isotype"
    FLC_RATIO = "flc_ratio"
    COUNT = "count"
    REST = "rest"
    OUT_OF = "out_of"
    REGIMEN = "regimen"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Block:
    """Hold one block in all languages and for whom it is true; an empty set asks nothing.

    ``count`` of ``out_of`` people are drawn filled in a block of people; ``lines`` counts the
    empty lines of a block to write on; ``rules`` names the rows of the rule book behind it.
    """

    kind: BlockKind
    texts: Mapping[str, str]
    categories: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    when: Fact | None = None
    count: int = 0
    out_of: int = 100
    lines: int = 0
    rules: tuple[str, ...] = ()
    groups: frozenset[str] = frozenset()

    def fits(self, reader: Reader, facts: frozenset[Fact]) -> bool:
        """Tell whether the block is true for such a reader."""
        return (
            (not self.categories or reader.category in self.categories)
            and (not self.statuses or reader.status in self.statuses)
            and (not self.groups or reader.group in self.groups)
            and (self.when is None or self.when in facts)
        )


@dataclass(frozen=True, slots=True)
class LeafletSource:
    """Name a publication behind the text: key of the bibliography, short and full citation."""

    key: str
    short: str
    citation: str


@dataclass(frozen=True, slots=True)
class Leaflet:
    """Hold one leaflet: what a doctor reviews and a clinic approves, revision by revision.

    ``sha256`` is the hash of the file that was read: an approval holds for these very words.
    """

    kind: str
    revision: int
    titles: Mapping[str, str]
    review_next: date
    sources: tuple[LeafletSource, ...]
    blocks: tuple[Block, ...]
    sha256: str = ""

    def overdue(self, today: date) -> bool:
        """Tell whether the day of the next review has passed."""
        return today > self.review_next

    def blocks_for(self, reader: Reader, facts: frozenset[Fact]) -> tuple[Block, ...]:
        """Give the blocks that are true for such a reader, in order."""
        return tuple(block for block in self.blocks if block.fits(reader, facts))


class Movement(StrEnum):
    """Name how a result moved against the one before, beyond or within the noise of the test."""

    HIGHER = "higher"
    LOWER = "lower"
    STEADY = "steady"
    FIRST = "first"
    NOT_COMPARED = "not_compared"


class Level(StrEnum):
    """Name where a result lies against the limits that its laboratory printed."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class ValueCell:
    """Hold one value as reported, without its unit, and its day."""

    text: str
    day: PartialDate


@dataclass(frozen=True, slots=True)
class OwnResult:
    """Hold one row of the patient's own results; the unit is that of every value in it."""

    code: str
    unit: str
    latest: ValueCell
    previous: ValueCell | None = None
    first: ValueCell | None = None
    movement: Movement = Movement.NOT_COMPARED
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Clinic:
    """Hold what the head of a sheet says of the clinic, as far as it is known."""

    name: str = ""
    phone: str = ""
    address: str = ""
    doctor: str = ""


@dataclass(frozen=True, slots=True)
class LeafletValues:
    """Hold everything that a leaflet needs to know of one patient on one day.

    ``texts`` fills the holes, by language; ``charts`` is the trend picture by language;
    ``person`` is how the patient is named on the sheet, or empty.
    """

    reader: Reader
    as_of: date
    facts: frozenset[Fact] = frozenset()
    texts: Mapping[str, Mapping[Hole, str]] = field(default_factory=dict)
    results: tuple[OwnResult, ...] = ()
    charts: Mapping[str, ChartSpec] = field(default_factory=dict)
    clinic: Clinic = Clinic()
    person: str = ""
    approved: bool = False
    overdue: bool = False
    fictional: bool = False


@dataclass(frozen=True, slots=True)
class Approval:
    """Hold who in this clinic approved a revision of a leaflet, and when (UTC)."""

    kind: str
    revision: int
    content_sha256: str
    approved_by: str
    approved_at: datetime


@dataclass(frozen=True, slots=True)
class NewDocument:
    """Hold a printed document on its way into the record: the exact bytes and their hash."""

    patient_id: int
    assessment_id: int | None
    visit_id: int | None
    kind: str
    revision: int
    content_sha256: str
    languages: tuple[str, ...]
    large_print: bool
    approved: bool
    pdf: bytes
    sha256: str
    issued_at: datetime


@dataclass(frozen=True, slots=True)
class IssuedRow:
    """Hold what a list says of an issued document; its bytes are fetched apart."""

    document_id: int
    patient_id: int
    assessment_id: int | None
    visit_id: int | None
    kind: str
    revision: int
    languages: tuple[str, ...]
    large_print: bool
    approved: bool
    sha256: str
    issued_at: datetime
