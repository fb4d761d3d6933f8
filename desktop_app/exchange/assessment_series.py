"""Write the course of an analyte and its points in the shape of the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop_app.domain.conclusions import SeriesPoint, SeriesSummary
    from desktop_app.exchange import assessment_shape as shape


def series_content(course: SeriesSummary) -> shape.Series:
    """Give a course: what cannot be calculated is null."""
    return {
        "code": course.code,
        "unit": course.unit,
        "baseline": point_content(course.baseline),
        "nadir": point_content(course.nadir),
        "latest": point_content(course.latest),
        "change_from_baseline": course.change_from_baseline,
        "change_percent_from_baseline": rounded(course.change_percent_from_baseline),
        "change_from_nadir": course.change_from_nadir,
        "change_percent_from_nadir": rounded(course.change_percent_from_nadir),
        "slope_per_year": rounded(course.slope_per_year),
        "doubling_time_days": course.doubling_time_days,
        "laboratory_changes": list(course.laboratory_changes),
        "converted": course.converted,
    }


def point_content(point: SeriesPoint) -> shape.SeriesPoint:
    """Give one value with its day, as it was reported."""
    content: shape.SeriesPoint = {"date": point.date, "value": point.value}
    if point.comparator is not None:
        content["comparator"] = point.comparator
    return content


def rounded(value: Decimal | None) -> Decimal | None:
    """Give a quotient with four decimals."""
    return None if value is None else round(value, 4)
