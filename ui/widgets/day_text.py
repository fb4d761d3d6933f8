"""Read a day as doctors type it: ISO, plain digits, ROC years, "today", "+3m"."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from desktop_app.domain.partial_date import PartialDate, add_months

_TODAY = frozenset({"today", "t", "今天", "今日", "今"})
_YESTERDAY = frozenset({"yesterday", "昨天", "昨日"})
_STEP = re.compile(r"([+-]?)(\d{1,4})\s*(d|w|m|y|天|日|週|周|個月|个月|月|年)")
_DIGITS_8 = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DIGITS_7 = re.compile(r"(\d{3})(\d{2})(\d{2})")
_PARTS = re.compile(
    r"(民國|民国|roc)?\s*(\d{1,4})(?:[-/.年]\s*(\d{1,2})(?:[-/.月]\s*(\d{1,2}))?)?[日月年]?"
)
_ROC_OFFSET = 1911
_HYPHENS = str.maketrans("−–—。", "---.")


def parse_day(
    text: str, today: date, *, partial: bool = False, roc_years: bool = True
) -> PartialDate | None:
    """Give the day that a text means, or None if it means none.

    ``partial`` admits a month or a year alone. ``roc_years`` reads a year of two or three digits as
    a year of the Republic of China, as on Taiwan's insurance cards; with 民國 it always is one.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_HYPHENS).strip().lower()
    if plain in _TODAY:
        return PartialDate.of(today)
    if plain in _YESTERDAY:
        return PartialDate.of(today - timedelta(days=1))
    try:
        return _stepped(plain, today) or _written(plain, today, partial, roc_years)
    except (ValueError, OverflowError):
        return None


def _stepped(text: str, today: date) -> PartialDate | None:
    match = _STEP.fullmatch(text)
    if match is None or not match[1]:
        return None
    count = int(match[1] + match[2])
    match match[3]:
        case "d" | "天" | "日":
            day = today + timedelta(days=count)
        case "w" | "週" | "周":
            day = today + timedelta(weeks=count)
        case "y" | "年":
            day = add_months(today, 12 * count)
        case _:
            day = add_months(today, count)
    return PartialDate.of(day)


def _written(text: str, today: date, partial: bool, roc_years: bool) -> PartialDate | None:
    if digits := _DIGITS_8.fullmatch(text):
        return _whole(int(digits[1]), digits[2], digits[3])
    if roc_years and (digits := _DIGITS_7.fullmatch(text)):
        return _whole(int(digits[1]) + _ROC_OFFSET, digits[2], digits[3])
    match = _PARTS.fullmatch(text)
    if match is None:
        return None
    era, year, month, day = match.groups()
    if not era and day is None and month is not None and len(year) <= 2 and not partial:
        return _nearest(today, int(year), int(month))
    roc = era is not None or (roc_years and 2 <= len(year) <= 3)
    if not roc and len(year) != 4:
        return None
    number = int(year) + (_ROC_OFFSET if roc else 0)
    if day is not None:
        return _whole(number, month, day)
    if not partial:
        return None
    return PartialDate(f"{number:04d}" if month is None else f"{number:04d}-{int(month):02d}")


def _whole(year: int, month: str, day: str) -> PartialDate:
    return PartialDate(f"{year:04d}-{int(month):02d}-{int(day):02d}")


def _nearest(today: date, month: int, day: int) -> PartialDate:
    """Take a month and day without a year as the one nearest to today."""
    found = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return PartialDate.of(min(found, key=lambda candidate: abs((candidate - today).days)))
