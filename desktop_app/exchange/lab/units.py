"""Find the unit of an analyte by its spelling: a closed table, as a unit engine guesses too much.

A general engine reads "K/uL" as kelvin per microlitre. What the table does not know is asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.catalogue import Analyte

LONGEST = 64
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_MARKED = str.maketrans({"×": "x", "✕": "x", "∕": "/", "⁄": "/", "·": ".", "μ": "u"})
# In this order; the text is folded, in small letters and without spaces by then.
_STEPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.ASCII), replacement)
    for pattern, replacement in (
        *((r"公斤", "kg"), (r"公分", "cm")),
        *((r"毫克", "mg"), (r"微克", "ug"), (r"奈克|纳克", "ng"), (r"公克|克", "g")),
        *((r"微升", "ul"), (r"毫升", "ml"), (r"分升", "dl"), (r"公升|升", "l")),
        *((r"毫摩尔|毫莫耳", "mmol"), (r"微摩尔|微莫耳", "umol")),
        *((r"[萬万]/", "10*4/"), (r"^(?:千|k|x?1,?000|thou(?:sand)?)/", "10*3/")),
        (r"\{1\.73_m2\}", "1.73m2"),
        (r"\{[^{}]*\}", ""),
        (r"[\[\]]", ""),
        *((r"^(?:cells?|个|個|#)/(?=[um])", "/"), (r"^(?:个|個|cells?|per)?/?hpf?$", "/hpf")),
        *((r"mcg", "ug"), (r"\bgms?\b", "g")),
        (r"[.]([ld])-1$", r"/\1"),
        (r"^x?(?:10)?(?:[*^(e]|(?<=10))(\d\d?)\)?/", r"10*\1/"),
        *((r"/(?:cu\.?mm|cumm|mm\^?3|ul)$", "/ul"), (r"^cumm$", "/ul")),
        (r"/\(?24\.?(?:h|hr|hrs|hours?|小時|小时|時|时)\)?$", "/24h"),
        (r"/(?:day|d|日|天)$", "/24h"),
        (r"/1\.73(?:m\^?2?|平方公尺|平方米)?$", "/1.73m2"),
        (r"(?<=/g|mg|ol)\.?\(?(?:creatinine|creat|crea|cre|cr|肌酸酐|肌酐)\)?$", ""),
        (r"^(?:ratio|比值|比率)$", "1"),
        (r"/$", ""),
    )
)
_GIGA = re.compile(r"^(?:G|giga)[/.](?=[Ll])")  # before small letters make grams of it


def read_unit(text: str, analyte: Analyte) -> str | None:
    """Give the analyte's unit that a text spells; None if it is none of them."""
    return _found(text, tuple(analyte.units)) if len(text) <= LONGEST else None


@lru_cache(maxsize=8192)
def _found(text: str, units: tuple[str, ...]) -> str | None:
    spellings = _spellings(units)
    # Where no count of cells is meant, a lone "G/L" is but a shout.
    return spellings.get(spelling(text)) or spellings.get(spelling(text.lower()))


@lru_cache(maxsize=512)
def _spellings(units: tuple[str, ...]) -> Mapping[str, str]:
    """Lead from a folded spelling to the first unit of it: the canonical one comes before all."""
    found: dict[str, str] = {}
    for unit in units:
        found.setdefault(spelling(unit), unit)
    return MappingProxyType(found)


def spelling(text: str) -> str:
    """Fold a printed unit to one spelling: small letters, 10*9, u for micro, no remarks."""
    plain = unicodedata.normalize("NFKC", text.translate(_RAISED)).translate(_MARKED)
    line = _GIGA.sub("10*9/", "".join(plain.split())).casefold()
    line = line.replace("10*9/l-1", "10*9/l")
    for pattern, replacement in _STEPS:
        line = pattern.sub(replacement, line)
    return "" if line == "1" else line
