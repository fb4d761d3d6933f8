"""Give the boundaries of a course: its baseline, its change, its slope, its limits, its noise."""

from __future__ import annotations

from decimal import Decimal

from desktop_app.domain.conclusions import SeriesPoint
from desktop_app.domain.record import EarlierDiagnosis
from desktop_app.domain.trend import (
    Significance,
    change,
    course_of,
    noise_percent,
    outside_limits,
    significance,
)
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import history
from tests.domain.trend_records import AS_OF, M, a_record, a_result, catalogue, series_of

HB = "hemoglobin"
BEYOND, WITHIN = Significance.BEYOND_NOISE, Significance.WITHIN_NOISE
DAYS = ("2021-01-01", "2022-01-01", "2023-01-01", "2024-01-01")  # 365 days apart


def point(value: object) -> SeriesPoint:
    sign = "<" if str(value).startswith("<") else None
    return SeriesPoint("2025", Decimal(str(value).lstrip("<")), sign)


def real(code: str, first: object, last: object) -> Significance | None:
    return significance(code, point(first), point(last))


def changed(first: object, last: object) -> tuple[str | None, ...]:
    return tuple(None if x is None else str(x) for x in change(point(first), point(last)))


def values(*numbers: object, days: tuple[str, ...] = DAYS) -> list[object]:
    return [a_result(on, str(x)) for on, x in zip(days, numbers, strict=False)]


def course(*numbers: object) -> tuple[object, ...]:
    """Give the places of baseline, nadir, latest and previous value, and slope and doubling."""
    results = values(*numbers)
    one = course_of(a_record(*results), M, as_of=AS_OF, catalogue=catalogue())
    if one is None:
        return ()
    previous = one.previous.on.text if one.previous else None
    return one.baseline.on.text, one.nadir.on.text, one.latest.on.text, previous


def slopes(*numbers: object) -> tuple[object, ...]:
    """Give slope and doubling time of every series."""
    found = series_of(a_record(*values(*numbers)))
    return tuple((x.slope_per_year, x.doubling_time_days) for x in found)


def slopes_since(*facts: EarlierDiagnosis) -> tuple[object, ...]:
    record = a_record(*values(9, 1, 2, 3), history=facts)
    found = series_of(record)
    return tuple((x.baseline.date, str(x.slope_per_year)) for x in found)


def based_on(fact: EarlierDiagnosis) -> str:
    """Give the day of the baseline with a value long ago and one of the day itself."""
    days = (DAYS[0], AS_OF.isoformat())
    record = a_record(*values(1, 2, days=days), history=(fact,))
    (found,) = series_of(record)
    return found.baseline.date


def limits(value: str) -> str | None:
    return outside_limits(a_result("2026", value, code=HB, low=Decimal(12), high=Decimal(16)))


VECTORS: tuple[Vector, ...] = (
    *rows(
        "beyond noise", "EVO-NOISE", real,
        (M, 1, "1.22", WITHIN), (M, 1, "1.2201", BEYOND),
        (M, 1, "0.78", WITHIN), (M, 1, "0.7799", BEYOND),
        (M, 5, "5.5", WITHIN), (M, 2, "2.5", BEYOND),
        (M, 10, "12.2", WITHIN), (M, 10, "12.201", BEYOND),
        ("flc_kappa", 1, "1.79", WITHIN), ("flc_kappa", 1, "1.7901", BEYOND),
        ("flc_lambda", 1, "1.79", WITHIN), ("flc_lambda", 1, "1.7901", BEYOND),
        ("urine_m_protein_24h", 1, "1.99", WITHIN), ("urine_m_protein_24h", 1, "1.9901", BEYOND),
        (HB, 1, "0.92", WITHIN), (HB, 1, "0.9199", BEYOND),
        ("albumin", 1, 9, None), (M, 0, 1, None), (M, "<1", 2, None), (M, 1, "<2", None),
        (M, "0.1", "0.2", BEYOND),
    ),
    *rows(
        "noise in percent", "EVO-NOISE", noise_percent,
        (M, None, Decimal(22)), ("flc_kappa", None, Decimal(79)), ("albumin", None, None),
    ),
    *rows(
        "change", "EVO-NOISE", changed,
        (2, "2.5", ("0.5", "25.00")),
        (3, "3.1", ("0.1", "3.33")),
        (3, "2.8", ("-0.2", "-6.67")),
        (0, 1, ("1", None)),
        ("<1", 2, (None, None)),
    ),
    *rows(
        "course", "EVO-ENGINE", course,
        (1, (DAYS[0], DAYS[0], DAYS[0], None)),
        (2, 1, (DAYS[0], DAYS[1], DAYS[1], DAYS[0])),
        ("<1", 2, 1, (DAYS[1], DAYS[0], DAYS[2], DAYS[1])),
        (">9", 20, 30, (DAYS[1], DAYS[1], DAYS[2], DAYS[1])),
    ),
    *rows(
        "slope", "EVO-ENGINE", slopes,
        (1, ()),
        (1, "1.5", ((Decimal("0.5003"), 624),)),
        (2, "1.5", ((Decimal("-0.5003"), None),)),
        (1, 10, "8.9", "1.3", ((Decimal("-0.0200"), None),)),
        (1, 10, "9.1", "1.3", ((Decimal(0), None),)),
    ),
    *rows(
        "slope since the diagnosis", "EVO-ENGINE", slopes_since,
        (((DAYS[0], "-1.7012"),),),
        (history("smm", "2022-01-01"), ((DAYS[1], "1.0007"),)),
        (history("smm", "2021-12-31"), ((DAYS[1], "1.0007"),)),
        (history("smm", "2022-01-02"), ((DAYS[2], "1.0007"),)),
        (history("smm", AS_OF.isoformat()), ((DAYS[0], "-1.7012"),)),
        (history("smm", "2026-11-23"), ((DAYS[0], "-1.7012"),)),
        (history("smm", None), ((DAYS[0], "-1.7012"),)),
    ),
    *rows(
        "diagnosis of the day", "EVO-ENGINE", based_on,
        (history("smm", "2026-11-21"), "2026-11-22"),
        (history("smm", "2026-11-22"), "2026-11-22"),
        (history("smm", "2026-11-23"), DAYS[0]),
    ),
    *rows(
        "limits", "EVO-ENGINE", limits,
        ("11.9", "low"), ("12", None), ("12.1", None), ("15.9", None), ("16", None),
        ("16.1", "high"), ("<12", None), ("<11.9", "low"), (">16", "high"), (">15.9", None),
        (">=16", None), (">=16.1", "high"), ("<=16.1", None), (">11", None),
    ),
)  # fmt: skip
