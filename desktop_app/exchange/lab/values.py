"""Read what a laboratory prints as a value: numbers, bounds, grades, titres, words, quality."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from desktop_app.domain.record import Comparator
from desktop_app.exchange.lab.value_words import (
    BEHIND,
    COMPARATORS,
    PLACEHOLDERS,
    QUALITY,
    SIGNS,
    TRACES,
    WORDS,
    Word,
)

LONGEST = 200  # a longer text is prose, which a person reads
MOST_BRACKETS, MOST_POWER = 3, 15

FIGURE = r"(?:[1-9]\d{0,2}(?:,\d{3})+(?:\.\d{1,20})?|\d{1,15}(?:\.\d{1,20})?|\.\d{1,20})"
_PLAIN = re.compile(r"\d{1,15}(?:\.\d{1,20})?", re.ASCII)
_NUMBER = re.compile(
    rf"(<=|>=|<|>)? ?(-?{FIGURE})(?:[eE]([+-]?\d{{1,2}}))?"
    rf"(?: ?(?:-|~|_|至|到|to ) ?({FIGURE}))?",
    re.ASCII,
)
_SMALL = re.compile(rf"({FIGURE}) ?%", re.ASCII)
_GRADE = re.compile(r"([1-4]) ?\+|\+ ?([1-4])|(\+{1,4})", re.ASCII)
_TITRE = re.compile(r"(<=|>=|<|>)? ?(1 ?: ?\d{1,7})[xX]?", re.ASCII)
# HL7's structured numbers: comparator ^ number ^ separator ^ number.
_STRUCTURED = re.compile(r"([<>]?=?)\^([\d.]{1,20})(?:\^([-:/+])?(?:\^([\d.]{0,20}))?)?", re.ASCII)
_UNIT = re.compile(r"(?:[xX*] ?10|[a-zA-Zμµ%‰/\[{万萬个個])[^ ]{0,24}", re.ASCII)
_SHORT_UNITS = frozenset(
    {"%", "‰", "fl", "pg", "kg", "g", "cm", "mm", "m", "mmhg", "mm[hg]", "kpa", "sec", "s", "lb"}
)
_MARKS = "*#! \u203b\u25b2\u25bc"
_FULL_WIDTH = {0xFF01 + place: 0x21 + place for place in range(94)} | {0x3000: " "}
# No general folding, which would read "10²" as 102.
_FOLDS = _FULL_WIDTH | str.maketrans(
    {"≤": "<=", "≦": "<=", "⩽": "<=", "≥": ">=", "≧": ">=", "⩾": ">=", "〈": "<", "〉": ">"}
    | {"﹤": "<", "﹥": ">", "【": "[", "】": "]", "〔": "(", "〕": ")", "×": "x"}
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("〜∼", "~")
)


@dataclass(frozen=True, slots=True)
class ReadValue:
    """Hold what a printed value says; a text that says nothing known stands in ``note`` alone.

    ``upper`` is the second end of an interval. ``percent`` is a second number in per cent: "2.3
    (36.1 %)". ``unit`` was printed with the value. ``word`` beside a number is its flag or its
    meaning. ``absent`` is the text that stands in the place of a result ("" for an empty field);
    ``quality`` is the word for a fault of the specimen, which a number may carry as well.
    """

    value: Decimal | None = None
    comparator: Comparator | None = None
    upper: Decimal | None = None
    grade: str | None = None
    titre: str | None = None
    word: Word | None = None
    percent: Decimal | None = None
    note: str | None = None
    absent: str | None = None
    unit: str | None = None
    quality: str | None = None

    @property
    def understood(self) -> bool:
        """Tell whether anything but a note was read."""
        return (self.value, self.grade, self.titre, self.word, self.absent) != (None,) * 5


def read_value(text: str) -> ReadValue:
    """Read a printed value; what is not understood is kept as a note, never dropped."""
    if _PLAIN.fullmatch(text):
        return _plain(text)
    trimmed = text.strip()
    return _read(trimmed) if len(trimmed) <= LONGEST else ReadValue(note=trimmed)


def folded(text: str) -> str:
    """Fold full-width forms, dashes, signs and runs of spaces; small letters stay small."""
    return " ".join(text.translate(_FOLDS).split())


@lru_cache(maxsize=32768)
def _plain(text: str) -> ReadValue:
    return ReadValue(Decimal(text))


@lru_cache(maxsize=8192)
def _read(text: str) -> ReadValue:
    line = folded(text)
    small = line.casefold()
    if small in PLACEHOLDERS:
        return ReadValue(absent=text)
    read = _composed(line)
    fault = next((word for word in QUALITY if word in small), None)
    if fault is None:
        return read or ReadValue(note=text)
    if read is None or not (read.value or read.word):
        return ReadValue(absent=text, quality=fault)
    return replace(read, quality=fault)


def _composed(line: str) -> ReadValue | None:
    """Read a text and what stands in brackets behind it."""
    main, inner = _without_brackets(line.strip(_MARKS))
    read = _core(main)
    for text in inner:
        read = read and _joined(read, _bracketed(text), text)
    return read


def _without_brackets(line: str) -> tuple[str, tuple[str, ...]]:
    inner: list[str] = []
    for _ in range(MOST_BRACKETS):
        opening = {")": "(", "]": "["}.get(line[-1:])
        start = line.rfind(opening) if opening else -1
        if start < 0:
            break
        inner.append(line[start + 1 : -1].strip())
        line = line[:start].strip()
    if not line and inner:  # the whole text was in brackets
        line = inner.pop()
        line = f"({line})" if line in SIGNS else line
    return line, tuple(reversed(inner))


def _bracketed(text: str) -> ReadValue:
    small = _SMALL.fullmatch(text)
    if small:
        return ReadValue(percent=_decimal(small[1]))
    if text in SIGNS:
        return ReadValue(word=SIGNS[text])
    if _is_unit(text):
        return ReadValue(unit=text)
    return _core(text) or ReadValue(note=text or None)


def _joined(main: ReadValue, other: ReadValue, text: str) -> ReadValue | None:
    """Join what two parts say; None if they contradict each other."""
    if main.word and other.word and main.word is not other.word:
        return None
    if main.value is None:
        number, comparator, upper, unit = other.value, other.comparator, other.upper, other.unit
        note = other.note
    else:
        number, comparator, upper = main.value, main.comparator, main.upper
        unit = main.unit or (other.unit if other.value is None else None)
        note = text if other.value is not None else other.note
    return replace(
        main,
        value=number,
        comparator=comparator,
        upper=upper,
        unit=unit,
        grade=main.grade or other.grade,
        titre=main.titre or other.titre,
        word=main.word or other.word,
        percent=main.percent if main.percent is not None else other.percent,
        note="; ".join(filter(None, (main.note, note))) or None,
    )


def _core(line: str) -> ReadValue | None:
    """Read a text without brackets; None if it is neither number nor one of the known words."""
    small = line.casefold()
    if small in WORDS:
        return ReadValue(word=WORDS[small])
    if small in TRACES:
        return ReadValue(grade="trace")
    grade = _GRADE.fullmatch(line.removeprefix("(").removesuffix(")"))
    if grade:
        return ReadValue(grade=f"{grade[1] or grade[2] or len(grade[3])}+", word=Word.POSITIVE)
    line = _with_signs(line)
    titre = _TITRE.fullmatch(line)
    if titre:
        return ReadValue(titre=titre[2].replace(" ", ""), comparator=_comparator(titre[1]))
    structured = _STRUCTURED.fullmatch(line)
    if structured:
        joined = _unstructured(structured)
        return _core(joined) if joined else None
    return _worded_number(line)


def _with_signs(line: str) -> str:
    """Write a comparator in words as its sign, and put one that stands behind in front."""
    for word, sign in COMPARATORS:
        if line[: len(word)].casefold() == word:
            return sign + line[len(word) :].lstrip()
    for word, sign in BEHIND.items():
        number = line.removesuffix(word).rstrip()
        if number != line and _PLAIN.fullmatch(number):
            return sign + number
    return line


def _unstructured(match: re.Match[str]) -> str | None:
    """Join an HL7 number; two numbers without a separator are none."""
    sign, first, separator, second = match.groups()
    if second and not separator:
        return None
    return (
        f"{sign.removeprefix('=') if sign == '=' else sign}{first}{separator or ''}{second or ''}"
    )


def _worded_number(line: str) -> ReadValue | None:
    """Read a number, perhaps with a word or a mark before it: "H 1850", "*3.1", "Negative <0.5"."""
    line = line.strip(_MARKS)
    start = next((place for place, char in enumerate(line) if char in "0123456789.<>-"), len(line))
    before = line[:start].rstrip(" :,=")
    if not before:
        return _number(line[start:])
    word = WORDS.get(before.casefold())
    read = _number(line[start:]) if word else None
    if read is None or read.word not in {None, word}:
        return None
    return replace(read, word=word)


def _number(line: str) -> ReadValue | None:
    match = _NUMBER.match(line)
    if match is None:
        return None
    sign, digits, power, second = match.groups()
    value, upper = _decimal(digits), _decimal(second) if second else None
    if power:
        if abs(int(power)) > MOST_POWER:
            return None
        value = Decimal(f"{value.scaleb(int(power)):f}")  # a spreadsheet's 1.85E+03 is 1850
    if upper is not None and (sign or power or upper < value):
        return None
    number = ReadValue(value, _comparator(sign), upper)
    return _with_rest(number, line[match.end() :])


def _with_rest(number: ReadValue, rest: str) -> ReadValue | None:
    """Read what follows a number: flags, a unit, a remark. Digits that follow make it doubtful."""
    attached = bool(rest) and not rest.startswith((" ", ",", ";"))
    text = rest.strip(_MARKS + ",;")
    first, _, others = text.partition(" ")
    if flag := WORDS.get(first.casefold()):
        number, text = replace(number, word=flag), others
    before, _, last = text.rpartition(" ")
    if flag := WORDS.get(last.casefold()):
        if number.word:
            return None
        number, text = replace(number, word=flag), before.rstrip(_MARKS)
    if not text:
        return number
    if _is_unit(text):
        return replace(number, unit=text)
    known = text.casefold().startswith(QUALITY) or not text[0].isascii()
    if (attached and not known) or any(char.isdigit() for char in text):
        return None
    return replace(number, note=text)


def _is_unit(text: str) -> bool:
    """Tell whether a text looks like a unit, whatever it is one of."""
    if text.casefold() in _SHORT_UNITS:
        return True
    return bool("/" in text and _UNIT.fullmatch(text) and any(char.isalpha() for char in text))


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _comparator(sign: str | None) -> Comparator | None:
    return Comparator(sign) if sign else None
