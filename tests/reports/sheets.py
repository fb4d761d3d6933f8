"""Make leaflets of a patient with MGUS, and read them back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

from desktop_app.data.content.catalogue import load_catalogue
from desktop_app.data.content.fonts import font_source
from desktop_app.data.content.leaflets import load_leaflets
from desktop_app.data.content.wordings import load_wordings
from desktop_app.domain.catalogue import Catalogue
from desktop_app.domain.document import OPEN_GROUP, Leaflet, LeafletValues, Reader
from desktop_app.domain.leaflet_values import LeafletContext, leaflet_values
from desktop_app.domain.myeloma_conclusions import Myeloma
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.poems_conclusions import Poems
from desktop_app.domain.record import PatientRecord, Person, Result
from desktop_app.domain.wording import Wording
from desktop_app.reports.fonts import register_fonts
from desktop_app.reports.leaflet import leaflet_pdf

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
TODAY = date(2026, 11, 22)
NEXT = date(2027, 11, 22)
TAIWAN, MAINLAND = ("zh-TW", "en"), ("zh-CN", "en")
PAIRS = (TAIWAN, MAINLAND)
EDITIONS = tuple((pair, large) for pair in PAIRS for large in (False, True))

_YEARS = ("2021-11-20", "2022-11-19", "2024-11-23", "2025-11-22", "2026-11-22")
_M_PROTEIN = ("0.7", "0.8", "0.8", "0.8", "0.8")


@cache
def catalogue() -> Catalogue:
    """Read the catalogue once."""
    return load_catalogue(RESOURCES)


@cache
def wordings() -> dict[str, Wording]:
    """Read the fixed words once."""
    return load_wordings(RESOURCES)


@cache
def leaflets() -> dict[str, Leaflet]:
    """Read the leaflets once."""
    register_fonts(font_source(RESOURCES))
    return load_leaflets(RESOURCES)


def mgus() -> Leaflet:
    """Give the leaflet about MGUS."""
    return leaflets()["mgus"]


def a_record(m_protein: tuple[str, ...] = _M_PROTEIN) -> PatientRecord:
    """Give yearly results; the last of as many as there are M-protein values is of today."""
    days = [PartialDate(day) for day in _YEARS[-len(m_protein) :]]
    results: list[Result] = []
    for day, value in zip(days, m_protein, strict=True):
        results += (
            Result(day, "serum_m_protein", Decimal(value), "g/dL"),
            Result(day, "hemoglobin", Decimal("13.4"), "g/dL", low=Decimal(12), high=Decimal(16)),
            Result(day, "calcium", Decimal("9.3"), "mg/dL", low=Decimal(8), high=Decimal(10)),
            Result(day, "egfr", Decimal(82), "mL/min/{1.73_m2}"),
        )
    return PatientRecord(Person(), results=tuple(results))


def a_myeloma_record() -> PatientRecord:
    """Give three visits of a treatment under which the M-protein falls."""
    rows = (
        ("3.6", "8.9", "820", "1.6"),
        ("1.1", "10.8", "130", "1.1"),
        ("0.2", "12.4", "24", "0.9"),
    )
    results: list[Result] = []
    for day, row in zip(("2026-05-20", "2026-08-21", "2026-11-22"), rows, strict=True):
        codes = ("serum_m_protein", "hemoglobin", "flc_kappa", "creatinine")
        units = ("g/dL", "g/dL", "mg/L", "mg/dL")
        for code, value, unit in zip(codes, row, units, strict=True):
            low, high = (Decimal(12), Decimal(16)) if code == "hemoglobin" else (None, None)
            results.append(Result(PartialDate(day), code, Decimal(value), unit, low=low, high=high))
        results.append(Result(PartialDate(day), "flc_lambda", Decimal(9), "mg/L"))
        results.append(Result(PartialDate(day), "calcium", Decimal("9.4"), "mg/dL"))
    return PatientRecord(Person(), results=tuple(results))


def values_for(
    languages: tuple[str, ...] = TAIWAN,
    *,
    record: PatientRecord | None = None,
    category: str | None = "mgus_non_igm",
    status: str = "confirmed",
    group: str = OPEN_GROUP,
    next_due: date | None = NEXT,
    myeloma: Myeloma | None = None,
    poems: Poems | None = None,
    **changes: Any,
) -> LeafletValues:
    """Collect what the leaflet says of the patient."""
    reader = Reader(category, status, group)
    context = LeafletContext(reader, TODAY, next_due, languages, myeloma=myeloma, poems=poems)
    values = leaflet_values(
        record or a_record(), context, catalogue=catalogue(), wordings=wordings()
    )
    return replace(values, **changes)


def a_sheet(
    languages: tuple[str, ...] = TAIWAN,
    *,
    kind: str = "mgus",
    large_print: bool = False,
    **changes: Any,
) -> bytes:
    """Print a leaflet."""
    leaflet = leaflets()[kind]
    values = values_for(languages, **changes)
    return leaflet_pdf(leaflet, values, languages, wordings(), large_print=large_print)


def pages_of(pdf: bytes) -> list[str]:
    """Read the text of every page, with one blank for all white space."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return texts


def squeezed(text: str) -> str:
    """Take all white space out, as line ends fall where they may."""
    return "".join(text.split())


@dataclass(frozen=True, slots=True)
class Letter:
    """Hold one character as it stands on a page: place of its box and size, in points."""

    char: str
    page: int
    left: float
    bottom: float
    right: float
    size: float


def letters_of(pdf: bytes) -> list[Letter]:
    """Read every character with its place and size."""
    document = pypdfium2.PdfDocument(pdf)
    letters: list[Letter] = []
    for number, page in enumerate(document):
        text = page.get_textpage()
        for index in range(text.count_chars()):
            char = chr(raw.FPDFText_GetUnicode(text, index))
            if not char.isspace() and char.isprintable():
                left, bottom, right, _ = text.get_charbox(index, loose=True)
                size = raw.FPDFText_GetFontSize(text, index)
                letters.append(Letter(char, number, left, bottom, right, size))
    document.close()
    return letters


def lines_of(pdf: bytes) -> list[list[Letter]]:
    """Put letters into lines: what stands on one baseline of one column, from left to right."""
    lines: list[list[Letter]] = []
    for letter in letters_of(pdf):
        last = lines[-1][-1] if lines else None
        follows = (
            last is not None
            and last.page == letter.page
            and abs(last.bottom - letter.bottom) < 0.5 * letter.size
            and -1 < letter.left - last.right < 1.2 * letter.size
        )
        if follows:
            lines[-1].append(letter)
        else:
            lines.append([letter])
    return lines
