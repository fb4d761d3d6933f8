"""Tell what one text of a report can be: a day, a value, a unit, a range, a mark."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache, wraps

_CLOCK = r"(?:[ T]*(?:上午|下午)?\s*\d{1,2}[:時点时]\d{1,2}(?:[:分]\d{1,2})?(?:\.\d+)?[分秒Z]?)?"
_FULL_DAY = (
    r"(?:(?:中華)?民[國国]\s*)?(?:"
    r"\d{2,4}\s?[年/-]\s?\d{1,2}\s?[月/-]\s?\d{1,2}(?:\s?日)?|\d{3,4}\.\d{1,2}\.\d{1,2}"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})"
)
_DAY = re.compile(_FULL_DAY + _CLOCK)
_CLOSE_DAY = re.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}(?:\d\d)?)?"
    r"|[01]\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"|(?:19|20)\d\d[/-](?:0?[1-9]|1[0-2])|(?:民[國国]\s*)?\d{2,4}\s?年(?:\s?\d{1,2}\s?月)?"
)
_SIGN = r"(?:[<>~\u2264\u2265\u2266\u2267]=?|小[於于]|大[於于]|less than|greater than)?\s*"
_FIGURE = r"\d{1,18}(?:,\d{3}){0,6}(?:\.\d{1,18})?(?:e[+-]?\d{1,3})?|\.\d{1,18}"
_NUMBER = re.compile(rf"{_SIGN}[+-]?(?:{_FIGURE})%?")
_NOTED = re.compile(rf"({_SIGN}[+-]?(?:{_FIGURE}))\s*(\([^()]{{0,60}}\))", re.IGNORECASE)
_SPAN = re.compile(
    rf"{_SIGN}(?:{_FIGURE})\s*(?:-|~|_|\u2013|\u2014|\u301c|to|至)\s*(?:{_FIGURE})%?"
)
_GRADE = re.compile(
    r"[1-4]\s?\+(?:\s*\([^()]{0,30}\))?|\+{1,4}|\+/-|\u00b1|\([+-]\)|-|1\s?:\s?\d{1,6}(?:\([+-]\))?"
)
_WORD = re.compile(
    r"(?:weak(?:ly)? )?(?:positive|pos|negative|neg|trace|nil|absent|detected|normal)"
    r"|non-?reactive|reactive|not (?:detected|seen|done)|undetectable|qns"
    r"|ha?emoly[sz]ed"
    r"|[弱]?[陰阴陽阳]性|未[檢检]出|[檢检]出|未[見见][^ ]{0,20}"
    r"|正常|溶血|乳糜|[檢标標][體本]不足|微量|無|无"
)
_FLAG = re.compile(
    r"[\[(]?(?:H{1,3}|L{1,3}|N|A|HIGH|LOW|High|Low|ABN|CRIT|Abnormal|[高低]|偏[高低]|[異异]常"
    r"|[*!\u2191\u2193\u25b2\u25bc]{1,3}|[HL][*!\u2191\u2193]|[*!\u2191\u2193][HL])[\])]?"
)
_TRAILING_FLAG = re.compile(
    r"(.*?(?:\d|%|\)))\s*([\[(]?(?:H{1,3}|L{1,3}|HIGH|LOW|High|Low|[高低]|偏[高低]"
    r"|[*\u2191\u2193\u25b2\u25bc]{1,3})[\])]?)"
)
_AMOUNT = (
    r"(?:[x*]?10(?:[\^*(]{0,2}|e)\d{1,2}\)?|e\d{1,2}|[kmunpf]?(?:g|gm|mol|kat|iu|u|eq|l|\[iu\])|dl|cc"
    r"|giga|tera|cells?|copies|mm|mcg|ratio|k|[個个万萬])"
)
_PER = (
    r"(?:[munfdp]?l|[munp]?g|gcr|mol|mmol|mm3|mm\^?3|cumm|c\.?mm|24\.?hr?|\(24\.h\)|day|d|h|min|hpf"
    r"|hp|lpf|1?\.?73(?:\s?m\^?2)?|\{1\.73_m2\}|kpa|mm\[?hg\]?|24小[時时]|天|日)"
)
_UNIT = re.compile(
    rf"(?:{_AMOUNT}[./]?|%)?\s?[/.]\s?{_PER}"
    rf"(?:\s?/\s?{_PER}|\.{_PER}|\s?1\.73(?:\s?m\^?2)?|-1|{{[a-z]+}}|creat|cr)?"
    rf"|{_AMOUNT}\s?/\s?{_PER}(?:\s?/\s?{_PER})?(?:-1)?|%|g%|mm\s?\[?hg\]?|fl|pg|sec|mg|kg|cm"
    r"|\{(?:ratio|score)\}"
)
_SPECIMEN = re.compile(
    r"(?:serum|(?:edta |heparin |citrate )?plasma|whole blood|blood|urine|24 ?h(?:r|our)? urine"
    r"|random urine|bone marrow|marrow"
    r"|csf|edta|血清|血[漿浆]|全血|血液|血|尿液?|24小[時时]尿液?|隨機尿|随机尿|骨髓|腦脊髓液|脑脊液)",
)
_CODE = re.compile(r"\d{5}[A-Z]|\d{1,6}-\d|[A-Z]{1,4}\d{3,10}")
_MARKS = "*\u203b\u2191\u2193\u25b2\u25bc"  # before a number: unusual, or see below
LONGEST = 200  # whatever is longer is prose; it would only fill the caches


def plain(text: str) -> str:
    """Fold full-width forms, micro signs and letter case for looking at, not for keeping."""
    folded = unicodedata.normalize("NFKC", text).strip().lower()
    return folded.replace("\u03bc", "u").replace("\u00d7", "x").replace("\u2212", "-")


def _of_short_text(judge: Callable[[str], bool]) -> Callable[[str], bool]:
    """Remember what was said of short texts; a long one is prose."""
    cached = lru_cache(maxsize=8192)(judge)

    @wraps(judge)
    def asked(text: str) -> bool:
        return len(text) <= LONGEST and cached(text)

    return asked


@_of_short_text
def is_day(text: str) -> bool:
    """Tell whether the text is a day, with or without the time."""
    look = plain(text)
    return bool(_DAY.fullmatch(look) or _CLOSE_DAY.fullmatch(look))


def leading_day(text: str) -> tuple[str, str]:
    """Take a full day from the start of a line: the day as written, and what follows."""
    found = _DAY.match(text)
    if found is None or (found.end() < len(text) and not text[found.end()].isspace()):
        return "", text
    return found[0].strip(), text[found.end() :].strip()


@_of_short_text
def is_number(text: str) -> bool:
    """Tell whether the text is one number, perhaps with a comparator or a note in brackets."""
    look = plain(text).lstrip(_MARKS)
    return bool(_NUMBER.fullmatch(look) or _NOTED.fullmatch(look))


@_of_short_text
def is_value(text: str) -> bool:
    """Tell whether the text can be a result by itself."""
    look = plain(text)
    return is_number(text) or bool(_GRADE.fullmatch(look) or _WORD.fullmatch(look))


def is_absent(text: str) -> bool:
    """Tell whether two words stand together in the place of a result: "0 NIL"."""
    return text[:1] == "0" and plain(text) == "0 nil"


@_of_short_text
def is_span(text: str) -> bool:
    """Tell whether the text is two numbers with a dash between."""
    return bool(_SPAN.fullmatch(plain(text)))


@_of_short_text
def is_unit(text: str) -> bool:
    """Tell whether the text looks like a unit; whether it is one of the analyte is not asked."""
    return bool(_UNIT.fullmatch(plain(text)))


@_of_short_text
def is_flag(text: str) -> bool:
    """Tell whether the text is a laboratory's mark: H, L, *, an arrow."""
    return bool(_FLAG.fullmatch(unicodedata.normalize("NFKC", text.strip())))


@_of_short_text
def is_specimen(text: str) -> bool:
    """Tell whether the text names what was sampled."""
    return bool(_SPECIMEN.fullmatch(plain(text)))


@_of_short_text
def is_code(text: str) -> bool:
    """Tell whether the text looks like an order code or a LOINC code."""
    return bool(_CODE.fullmatch(text.strip()))


def without_flag(text: str) -> tuple[str, str]:
    """Take a mark from the end of a value or range: "1850 H" is "1850" and "H"."""
    if not text or len(text) > LONGEST or text[-1] in "0123456789":
        return text, ""
    return _without_flag(text)


@lru_cache(maxsize=8192)
def _without_flag(text: str) -> tuple[str, str]:
    found = _TRAILING_FLAG.fullmatch(text)
    return (found[1], found[2].strip("[]()")) if found else (text, "")
