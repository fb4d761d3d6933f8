"""Read what a national identity number says of its holder; a failing check digit only warns.

Official examples fail the check, and newborns and foreigners have other numbers.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Sex

LONGEST = 40
# The two figures of each letter from A to Z.
_LETTERS = (
    *(10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29),
    *(32, 30, 31, 33),
)
_TAIWAN = re.compile(r"[A-Z][1289]\d{8}", re.ASCII)
_TAIWAN_OLD = re.compile(r"[A-Z][A-D]\d{8}", re.ASCII)
_CHINA = re.compile(r"\d{17}[\dX]", re.ASCII)
_SEXES = {"1": Sex.MALE, "8": Sex.MALE, "A": Sex.MALE, "C": Sex.MALE}
_CHINESE_CHECKS = "10X98765432"


class NumberKind(StrEnum):
    """Name who gives a number."""

    TAIWAN_ID = "taiwan_id"
    TAIWAN_RESIDENT = "taiwan_resident"
    TAIWAN_RESIDENT_OLD = "taiwan_resident_old"
    CHINA_ID = "china_id"


@dataclass(frozen=True, slots=True)
class NumberCheck:
    """Hold what a number says; ``fits`` tells whether its check digit is right."""

    kind: NumberKind
    fits: bool
    sex: Sex
    birth: PartialDate | None = None


def check_number(text: str) -> NumberCheck | None:
    """Check a number; None where it has the shape of none of the known ones, as a chart number."""
    # No cache: an identity number must not stay in memory behind a locked screen.
    if len(text) > LONGEST:
        return None
    number = "".join(unicodedata.normalize("NFKC", text).split()).upper()
    if _CHINA.fullmatch(number):
        return _china(number)
    if _TAIWAN.fullmatch(number):
        resident = number[1] in "89"
        kind = NumberKind.TAIWAN_RESIDENT if resident else NumberKind.TAIWAN_ID
        return _taiwan(kind, number, number[1])
    if _TAIWAN_OLD.fullmatch(number):
        return _taiwan(NumberKind.TAIWAN_RESIDENT_OLD, number, str(_figures(number[1]) % 10))
    return None


def _taiwan(kind: NumberKind, number: str, second: str) -> NumberCheck:
    tens, units = divmod(_figures(number[0]), 10)
    digits = [int(digit) for digit in second + number[2:]]
    weighted = sum(weight * digit for weight, digit in zip(range(8, 0, -1), digits, strict=False))
    fits = (tens + 9 * units + weighted + digits[-1]) % 10 == 0
    return NumberCheck(kind, fits, _SEXES.get(number[1], Sex.FEMALE))


def _figures(letter: str) -> int:
    return _LETTERS[ord(letter) - ord("A")]


def _china(number: str) -> NumberCheck:
    """Check by ISO 7064 MOD 11-2; the birth date must be one as well."""
    rest = sum(
        int(digit) * 2**power for digit, power in zip(number, range(17, 0, -1), strict=False)
    )
    sex = Sex.MALE if int(number[16]) % 2 else Sex.FEMALE
    try:
        birth = PartialDate(f"{number[6:10]}-{number[10:12]}-{number[12:14]}")
    except ValueError:
        return NumberCheck(NumberKind.CHINA_ID, False, sex)
    fits = number[17] == _CHINESE_CHECKS[rest % 11]
    return NumberCheck(NumberKind.CHINA_ID, fits, sex, birth)
