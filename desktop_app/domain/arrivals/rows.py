"""Hold what a laboratory sent, as texts, and how a laboratory writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

LEAVE_OUT = "-"  # in the place of a code: this item is known, and not wanted
# The columns of the long form. Without an item and a value a row means nothing.
FIELDS = (
    *("patient_id", "id_type", "name", "birth_date", "sex", "collected_at", "reported_at"),
    *("item_code", "item_name", "value", "unit", "ref_low", "ref_high", "ref_text", "flag"),
    *("specimen", "method", "lab", "accession", "status", "comment"),
)


class Layout(StrEnum):
    """Name how results lie in a table: a row for each, or a column for each test."""

    AUTO = "auto"
    LONG = "long"
    WIDE = "wide"


class DateStyle(StrEnum):
    """Name how days are written where the digits alone leave it open."""

    AUTO = "auto"
    YEAR_FIRST = "ymd"
    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    ROC = "roc"


@dataclass(frozen=True, slots=True)
class StagedRow:
    """Hold one reported value as texts, with the line that it came from.

    ``line`` counts from 1 in the file or paste. Several values of one line (wide tables) share it.
    """

    line: int
    raw: str
    patient_id: str = ""
    id_type: str = ""
    name: str = ""
    birth_date: str = ""
    sex: str = ""
    collected_at: str = ""
    reported_at: str = ""
    item_code: str = ""
    item_name: str = ""
    value: str = ""
    unit: str = ""
    ref_low: str = ""
    ref_high: str = ""
    ref_text: str = ""
    flag: str = ""
    specimen: str = ""
    method: str = ""
    lab: str = ""
    accession: str = ""
    status: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class SiteProfile:
    """Hold how one laboratory or hospital writes, and what a person once decided of its items.

    ``columns`` leads from a column's title to one of ``FIELDS``; ``items`` from an item's key
    (``exchange.lab.mapping.item_key``) to a code of the catalogue or ``LEAVE_OUT``; ``units`` from
    an item's key to a unit of the catalogue where the laboratory prints none; ``fixed`` gives
    fields that are the same in every row. A file without numbers may number people by line.
    """

    name: str
    encoding: str | None = None
    delimiter: str | None = None
    layout: Layout = Layout.AUTO
    header_row: int = 1
    date_style: DateStyle = DateStyle.AUTO
    columns: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    number_is_line: bool = False
    number_prefix: str = ""
    name_is_number: bool = False


@dataclass(frozen=True, slots=True)
class Staged:
    """Hold what was read of one source before anything is known about it.

    ``titles`` are the table's columns, ``preview`` its first lines as decoded, ``encodings`` those
    that the bytes allow, likeliest first. ``unread`` are lines with text but without a value.
    """

    name: str
    sha256: str
    rows: tuple[StagedRow, ...]
    layout: Layout
    encoding: str = ""
    encodings: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    preview: tuple[str, ...] = ()
    unread: tuple[tuple[int, str], ...] = ()
