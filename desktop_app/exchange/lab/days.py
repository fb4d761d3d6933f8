"""Read days and times as laboratories print them: Gregorian or of the Republic of China.

The time is the printed one: a zone behind it is left out, as the clinic's day is meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.domain.arrivals.rows import DateStyle
from desktop_app.domain.partial_date import PartialDate

LONGEST = 64
ROC_EPOCH, LAST_ROC_YEAR = 1911, 150
FIRST_YEAR, LAST_YEAR = 1880, 2150  # others are misreadings, such as a value in the wrong column
_NOON = 12
_MIDNIGHT = "00:00"  # what a spreadsheet prints behind a day without a time

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d)?)?", re.ASCII)
_TIME = re.compile(
    r"(?P<half>上午|下午|am|pm)? ?(?P<hour>\d{1,2})"
    r"(?:[:時时点點] ?(?P<minute>\d{1,2})|(?P<packed>\d\d)(?:\d\d)?)"
    r"(?:[:分] ?(?:\d{1,2}(?:\.\d{1,9})?秒?)?)? ?(?P<after>am|pm|a\.m\.|p\.m\.)?"
    r"(?: ?(?:z|[+-]\d\d:?\d\d))?",
    re.ASCII,
)
_YEAR_FIRST = re.compile(
    r"(?P<era>中華民國|民國|民国|roc)? ?(?P<year>\d{1,4})"
    r"(?: ?(?P<mark>[-/.年]) ?"
    r"(?:(?P<month>\d{1,2})(?: ?[-/.月] ?(?:(?P<day>\d{1,2}) ?[日號号]?)?)?)?)?",
    re.ASCII,
)
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(?:(\d{1,2})\2)?(\d{4})", re.ASCII)
_PACKED = re.compile(r"(\d{4}|\d{3})(\d\d)(\d\d)(?:(\d\d)(\d\d)(?:\d\d(?:\.\d{1,9})?)?)?", re.ASCII)
_ZONE = re.compile(r"(?:z|[+-]\d\d:?\d\d)$", re.ASCII)
_BREAK = re.compile(r"(?<=日)(?=\d)| |t|(?=[上下]午)")
_WEEKDAY = re.compile(r" ?\((?:週|周|星期)?[一二三四五六日天a-z]{1,3}\)", re.ASCII)
_NAMED = re.compile(
    r"(?:(\d{1,2})[- ./]?([a-z]{3,9})|([a-z]{3,9})\.? (\d{1,2}),?)[- ,./]{0,2}(\d{4})", re.ASCII
)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_MONTH_OF = {
    **{name: place for place, name in enumerate(_MONTHS, 1)},
    **{name[:3]: place for place, name in enumerate(_MONTHS, 1)},
    "sept": 9,
}


@dataclass(frozen=True, slots=True)
class Moment:
    """Hold a day, perhaps partial, and the minute of it as HH:MM, or "" where none is given."""

    day: PartialDate
    minute: str = ""


def read_moment(text: str, style: DateStyle) -> Moment | None:
    """Read a day, perhaps with its time; None if there is no such day or it is left open."""
    iso = _ISO.fullmatch(text)
    if iso:
        year, month, day, hour, minute = iso.groups()
        return _moment((int(year), int(month), int(day)), _clock(hour, minute))
    return _read(text, style) if len(text) <= LONGEST else None


def ambiguous(text: str) -> bool:
    """Tell whether a style must be chosen: the digits alone allow several days, or none."""
    if read_moment(text, DateStyle.AUTO) is not None:
        return False
    return any(read_moment(text, style) is not None for style in DateStyle)


@lru_cache(maxsize=32768)
def _read(text: str, style: DateStyle) -> Moment | None:
    line = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    packed = _PACKED.fullmatch(_ZONE.sub("", line))
    if packed:
        return _packed(packed)
    line, time = _WEEKDAY.sub("", line), None
    days = list(_days(line, style))
    if not days:
        line, time = _parted(line)
        days = list(_days(line, style))
    return _moment(days[0], _minute(time)) if len(days) == 1 else None


def _packed(match: re.Match[str]) -> Moment | None:
    hour, minute = match[4], match[5]
    return _moment(_digits(match), _clock(hour, minute))


def _digits(match: re.Match[str]) -> tuple[int, int, int]:
    """Give the day of 20261122, or of 1151122 with its ROC year."""
    year = int(match[1]) if len(match[1]) == len("2026") else _roc(int(match[1]))
    return year, int(match[2]), int(match[3])


def _roc(year: int) -> int:
    """Give the Gregorian year, or 0, which is no year, where there is none."""
    return year + ROC_EPOCH if 1 <= year <= LAST_ROC_YEAR else 0


def _parted(line: str) -> tuple[str, re.Match[str] | None]:
    """Part the day from the time behind it."""
    for place in _BREAK.finditer(line):
        time = _TIME.fullmatch(line, place.end())
        if time:
            return line[: place.start()], time
    return line, None


def _minute(time: re.Match[str] | None) -> str | None:
    if time is None:
        return ""
    hour, half = int(time["hour"]), time["half"] or time["after"]
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half[0] in "下p" else 0)
    return _clock(f"{hour:02}", (time["minute"] or time["packed"]).zfill(2))


def _clock(hour: str | None, minute: str | None) -> str | None:
    """Give HH:MM, nothing for midnight, None for no time of a day."""
    if not hour or not minute:
        return ""
    if int(hour) > 23 or int(minute) > 59:
        return None
    clock = f"{hour}:{minute}"
    return "" if clock == _MIDNIGHT else clock


def _days(date: str, style: DateStyle) -> Iterator[tuple[int, ...]]:
    """Give every day, as year, month and day, that a text may mean in a style."""
    named = _NAMED.fullmatch(date)
    if named:
        day, month, month_before, day_after, year = named.groups()
        yield int(year), _MONTH_OF.get(month or month_before, 0), int(day or day_after)
    packed = _PACKED.fullmatch(date)
    if packed:
        yield _digits(packed)
    first = _YEAR_FIRST.fullmatch(date)
    if first:
        yield from _year_first(first, style)
    last = _YEAR_LAST.fullmatch(date)
    if last:
        yield from _year_last(last, style)


def _year_first(match: re.Match[str], style: DateStyle) -> Iterator[tuple[int, ...]]:
    year, mark = match["year"], match["mark"]
    parts = tuple(int(part) for part in (match["month"], match["day"]) if part)
    if (mark == "." and len(parts) < 2) or (mark and mark != "年" and not parts):
        return  # "115.11" and "2026." are numbers
    if int(year) > LAST_ROC_YEAR:
        if len(year) == len("2026") and not match["era"]:
            yield int(year), *parts
        return
    # Two digits may be of either calendar, or no year at all: "11/12".
    shaped = len(year) == len("115") or int(year) >= 100
    told = match["era"] or (shaped and mark)
    if told or (style is DateStyle.ROC and (shaped or len(parts) == 2)):
        yield _roc(int(year)), *parts


def _year_last(match: re.Match[str], style: DateStyle) -> Iterator[tuple[int, ...]]:
    one, mark, two, year = match.groups()
    if two is None:
        if mark != ".":
            yield int(year), int(one)
        return
    day_first, month_first = (int(year), int(two), int(one)), (int(year), int(one), int(two))
    if style is DateStyle.DAY_FIRST:
        yield day_first
    elif style is DateStyle.MONTH_FIRST:
        yield month_first
    else:
        yield from {day for day in (day_first, month_first) if day[1] <= 12}


def _moment(day: tuple[int, ...], minute: str | None) -> Moment | None:
    if minute is None or not FIRST_YEAR <= day[0] <= LAST_YEAR:
        return None
    try:
        return Moment(PartialDate("-".join(f"{part:02}" for part in day)), minute)
    except ValueError:
        return None
