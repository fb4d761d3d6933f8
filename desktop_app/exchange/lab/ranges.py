"""Read reference ranges as laboratories print them; what is no range of numbers stays a note."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from desktop_app.domain.record import Sex
from desktop_app.exchange.lab.value_words import BEHIND, COMPARATORS
from desktop_app.exchange.lab.values import FIGURE, folded

LONGEST = 300
_RANGE = re.compile(
    rf"(?P<low>(?<![\d)])-?{FIGURE}) ?(?:-{{1,2}}|~|_|至|到| to ) ?(?P<high>-?{FIGURE})"
    rf"|(?P<sign><=|>=|<|>) ?(?P<bound>-?{FIGURE})",
    re.ASCII | re.IGNORECASE,
)
# A unit behind a range may hold digits: "60-120 mL/min/1.73 m2", "4-10 x10^9/L".
_UNIT = re.compile(
    r" ?(?:[x*]? ?10[\^*(e]?\d{0,2}\)?)?"
    r"(?:[a-zμµ万萬个個]*/[a-zμµ\[{][a-zμµ\[\]{}_*^.]*[23²³]?(?:/1\.73 ?m?\^?[2²]?)?|%)",
    re.ASCII | re.IGNORECASE,
)
_BRACKETS = re.compile(r"\[([^\[\]]*)\] ?\[([^\[\]]*)\]")
_PLAIN = re.compile(rf"-?{FIGURE}", re.ASCII)
_SEXES = re.compile(
    r"(?<![a-z])(?:(?P<male>male|man|men|boys?|m(?!\^?[23](?![\d.~_-])|²))"
    r"|(?P<female>female|woman|women|girls?|f))(?![a-z])"
    r"|(?P<nan>男性?)|(?P<nu>女性?)",
    re.ASCII | re.IGNORECASE,
)
_EDGES = " :,;/|()[].。、="


@dataclass(frozen=True, slots=True)
class Limits:
    """Hold the ends of a range and what else it said: a specimen, an age, or a text alone."""

    low: Decimal | None = None
    high: Decimal | None = None
    note: str | None = None


def read_range(text: str, sex: Sex) -> Limits | None:
    """Read a range; None for an empty one. Limits of the two sexes need the sex to be known.

    Several ranges, as for ages or specimens, become a note: a person chooses.
    """
    line = text.strip()
    if not line.strip("[] "):
        return None
    return _read(line, sex) if len(line) <= LONGEST else Limits(note=line)


@lru_cache(maxsize=8192)
def _read(text: str, sex: Sex) -> Limits:
    line = _with_signs(folded(text))
    brackets = _BRACKETS.fullmatch(line)
    if brackets:
        return _bracketed(brackets[1].strip(), brackets[2].strip()) or Limits(note=text)
    parts = _by_sex(line)
    if parts is None:
        return _single(line) or Limits(note=text)
    chosen = parts.get(sex)
    return (chosen and _single(chosen)) or Limits(note=text)


def _bracketed(low: str, high: str) -> Limits | None:
    """Read "[low][high]", where either may be empty or hold a whole range."""
    least, most = _plain(low), _plain(high)
    if bool(low) is (least is not None) and bool(high) is (most is not None):
        return _ordered(least, most)
    return None if low and high else _single(low or high)


def _plain(text: str) -> Decimal | None:
    return _decimal(text) if _PLAIN.fullmatch(text) else None


def _by_sex(line: str) -> dict[Sex, str] | None:
    """Give each sex its part; nobody's, if one is named twice; None where none is named."""
    found = list(_SEXES.finditer(line))
    if not found:
        return None
    sexes = [Sex.MALE if match["male"] or match["nan"] else Sex.FEMALE for match in found]
    if len(set(sexes)) < len(sexes):
        return {}
    if any(char.isdigit() for char in line[: found[0].start()]):  # "13-17 (M), 12-16 (F)"
        starts = [0, *(match.end() for match in found)]
        ends = [match.start() for match in found]
    else:
        starts = [match.end() for match in found]
        ends = [*(match.start() for match in found[1:]), len(line)]
    return {sex: line[a:b] for sex, a, b in zip(sexes, starts, ends, strict=False)}


def _single(line: str) -> Limits | None:
    """Read the one range of a text; None if there is none, or digits are left over."""
    match = _RANGE.search(line)
    if match is None:
        return None
    before, after = line[: match.start()], line[match.end() :]
    unit = _UNIT.match(after)
    if unit:
        after = after[unit.end() :]
    if any(char.isdigit() for char in before + after):
        return None
    note = " ".join(filter(None, (before.strip(_EDGES), after.strip(_EDGES)))) or None
    if not match["sign"]:
        return _ordered(_decimal(match["low"]), _decimal(match["high"]), note)
    bound = _decimal(match["bound"])
    return Limits(high=bound, note=note) if "<" in match["sign"] else Limits(bound, note=note)


def _ordered(low: Decimal | None, high: Decimal | None, note: str | None = None) -> Limits | None:
    if low is not None and high is not None and low > high:
        return None
    return Limits(low, high, note)


def _with_signs(line: str) -> str:
    """Write comparators in words as signs."""
    line = line.casefold()
    for word, sign in COMPARATORS:
        line = line.replace(word, sign)
    for word, sign in BEHIND.items():
        line = re.sub(rf"({FIGURE}) ?{word}", rf"{sign}\1", line, flags=re.ASCII)
    return line


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))
