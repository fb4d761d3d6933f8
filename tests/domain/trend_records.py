"""Build records of results for tests of trends and charts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.data.content.catalogue import load_catalogue
from desktop_app.data.content.wordings import load_wordings
from desktop_app.domain.chart import ChartRequest, ChartSpec
from desktop_app.domain.chart_building import build_chart
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Comparator, PatientRecord, Person, Result
from desktop_app.domain.trend import courses_of, summary_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.conclusions import SeriesSummary
    from desktop_app.domain.wording import Wording

RESOURCES = Path(__file__).parents[2] / "resources"
AS_OF = date(2026, 11, 22)
M = "serum_m_protein"


@lru_cache
def catalogue() -> Catalogue:
    """Give the real catalogue."""
    return load_catalogue(RESOURCES)


@lru_cache
def wordings() -> Mapping[str, Wording]:
    """Give the real sentences."""
    return load_wordings(RESOURCES)


def a_result(day: str, value: str, unit: str = "g/dL", code: str = M, **more: Any) -> Result:
    """Give a result; a value such as ``<0.5`` carries its comparator."""
    digits = value.lstrip("<>=")
    sign = value[: len(value) - len(digits)]
    return Result(
        PartialDate(day),
        code,
        Decimal(digits),
        unit,
        Comparator(sign) if sign else None,
        **more,
    )


def a_record(*results: Result, **more: Any) -> PatientRecord:
    """Give a record of results."""
    return PatientRecord(Person(), results=results, **more)


def series_of(record: PatientRecord) -> tuple[SeriesSummary, ...]:
    """Give one summary for every code with two values or more."""
    return tuple(map(summary_of, courses_of(record, AS_OF, catalogue())))


def a_chart(record: PatientRecord, *codes: str, language: str = "en", **more: Any) -> ChartSpec:
    """Build a chart with one panel a code (M-protein where none is named)."""
    request = more.pop("request", None) or ChartRequest(tuple((code,) for code in codes or (M,)))
    given = {"as_of": AS_OF, "patient_label": "ZZSENTINEL Patient · 0012345"} | more
    words = wordings()[language]
    return build_chart(record, request, catalogue=catalogue(), words=words, **given)


def followed() -> PatientRecord:
    """Give a record with everything a chart shows: change of laboratory, limits, several codes."""
    days = ("2019-02", "2020-03-11", "2021-05-20", "2023-07-14", "2025-01-20", "2026-11-20")
    results = []
    for number, day in enumerate(days):
        lab = "A" if number < 3 else "B"
        results += [
            a_result(day, f"{1.1 + number * 0.25:.2f}", lab=lab),
            a_result(day, str(30 + 35 * number), "mg/L", "flc_kappa", lab=lab),
            a_result(day, "23.8", "mg/L", "flc_lambda", lab=lab),
            a_result(
                day,
                f"{13.2 - number * 0.2:.1f}",
                code="hemoglobin",
                lab=lab,
                low=Decimal(12),
                high=Decimal(16),
            ),
        ]
    results.append(a_result("2024-11", "14", "%", "marrow_plasma_cells"))
    return a_record(*results)
