"""Compute an M-protein of its share by electrophoresis and the specimen's total protein."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.arrivals.matching import key_of
from desktop_app.domain.arrivals.review import ArrivalState, Question, Reading
from desktop_app.domain.conclusions import Note
from desktop_app.domain.record import Result
from desktop_app.domain.unit_label import unit_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHARE, TOTAL, M_PROTEIN = "serum_m_protein_percent", "total_protein", "serum_m_protein"
METHOD = "computed"
_Specimen = tuple[str, str, str, str]


def m_proteins(readings: Sequence[Reading]) -> Iterator[Reading]:
    """Give an M-protein for each share whose specimen has one total protein and no M-protein.

    Without a minute and a number of the specimen, one day is all that the two have in common:
    then it is asked.
    """
    shares = [reading for reading in readings if reading.code == SHARE]
    if not shares:
        return
    totals: dict[_Specimen, list[Reading]] = {}
    measured: set[_Specimen] = set()
    for reading in readings:
        if reading.code == TOTAL:
            totals.setdefault(_specimen(reading), []).append(reading)
        elif reading.code == M_PROTEIN:
            measured.add(_specimen(reading))
    for share in shares:
        specimen = _specimen(share)
        of_it = totals.get(specimen, [])
        if specimen not in measured and len(of_it) == 1:
            yield from _computed(share, of_it[0])


def _specimen(reading: Reading) -> _Specimen:
    day = reading.entry.date.text if reading.entry is not None else ""
    return key_of(reading.row), day, reading.minute, reading.row.accession


def _number(reading: Reading) -> tuple[Result, Decimal, str] | None:
    """Give a result about which nothing is asked, with its plain number and unit."""
    entry = reading.entry
    if reading.state is not ArrivalState.NEW or not isinstance(entry, Result) or entry.comparator:
        return None
    return None if entry.value is None or entry.unit is None else (entry, entry.value, entry.unit)


def _computed(share: Reading, total: Reading) -> Iterator[Reading]:
    part, whole = _number(share), _number(total)
    if part is None or whole is None:
        return
    percent, shared, _ = part
    _, protein, unit = whole
    value = (shared * protein / Decimal(100)).normalize()
    entry = Result(
        percent.date,
        M_PROTEIN,
        Decimal(f"{value:f}"),
        unit,
        lab=percent.lab,
        method=METHOD,
        specimen=percent.specimen,
    )
    said = (
        *(("percent", f"{shared:f}"), ("total", f"{protein:f}")),
        ("unit", unit_label(unit)),
    )
    one_specimen = bool(share.minute or share.row.accession)
    questions = () if one_specimen else (Question("same_specimen"),)
    yield Reading(
        share.row,
        share.place,
        share.item,
        ArrivalState.NEW if one_specimen else ArrivalState.QUESTION,
        M_PROTEIN,
        entry,
        share.minute,
        share.signals,
        (Note("computed", said),),
        questions,
    )
