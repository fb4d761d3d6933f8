"""Read numbers, sizes, shares and partial dates as doctors type them, full-width forms included."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Comparator

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_DIAMETERS = 3

# A space may follow the sign, but not part two numbers: "1 2" is a slip, never 12.
_NUMBER = re.compile(r"(<=|>=|<|>)? *(\d{1,9}(?:\.\d{1,6})?|\.\d{1,6})", re.ASCII)
_DAY = re.compile(r"(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?", re.ASCII)
_TIMES = re.compile(r"[x*]")
# Full-width forms only: a general folding would read "10²" as 102.
_FULL_WIDTH = {0xFF01 + place: 0x21 + place for place in range(94)} | {0x3000: " "}
_SPELLED = _FULL_WIDTH | str.maketrans(
    {"≤": "<=", "≥": ">=", "〈": "<", "〉": ">", "﹤": "<", "﹥": ">"}
)
_SIZED = _FULL_WIDTH | str.maketrans({"×": "x", "✕": "x"})


def parse_number(text: str) -> tuple[Comparator | None, Decimal] | None:
    """Read a number as laboratories print it, full-width digits and ``<0.5`` included.

    None for a text that is no such number (``1e2``, ``1,5``, ``-3``, words).
    """
    match = _NUMBER.fullmatch(text.translate(_SPELLED).strip(" "))
    if match is None:
        return None
    sign, digits = match.groups()
    return (Comparator(sign) if sign else None), Decimal(digits)


def parse_plain_number(text: str) -> Decimal | None:
    """Read a number that has no comparator."""
    number = parse_number(text)
    return number[1] if number is not None and number[0] is None else None


def parse_whole_number(text: str) -> int | None:
    """Read a number that has neither comparator nor fraction."""
    number = parse_plain_number(text)
    return int(number) if number is not None and number == int(number) else None


def parse_percent(text: str) -> Decimal | None:
    """Read a share of 0 to 100, with or without its sign."""
    share = parse_plain_number(text.translate(_FULL_WIDTH).strip().removesuffix("%"))
    return share if share is not None and share <= 100 else None


def parse_sizes(text: str) -> tuple[Decimal, ...] | None:
    """Read one to three diameters in mm, such as ``42``, ``42 x 30`` or ``42×30×18 mm``."""
    spelled = text.translate(_SIZED).lower().strip().removesuffix("mm")
    sizes = [parse_plain_number(part) for part in _TIMES.split(spelled)]
    known = tuple(size for size in sizes if size)
    return known if len(known) == len(sizes) <= MOST_DIAMETERS else None


def sizes_text(sizes: Iterable[Decimal]) -> str:
    """Write diameters as ``parse_sizes`` reads them."""
    return " x ".join(f"{size:f}" for size in sizes)


def parse_partial_date(text: str) -> PartialDate | None:
    """Read ``2019``, ``2019-05`` or ``2019/5/3``; None where there is no such day."""
    match = _DAY.fullmatch(text.translate(_FULL_WIDTH).strip())
    if match is None:
        return None
    year, *others = match.groups()
    try:
        return PartialDate("-".join([year, *(part.zfill(2) for part in others if part)]))
    except ValueError:
        return None
