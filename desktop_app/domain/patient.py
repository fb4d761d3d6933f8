"""Hold who a patient is in the clinic's register, apart from what the rules need."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.errors import FieldError, FieldErrors
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Person, Sex

EARLIEST_BIRTH_YEAR = 1880


@dataclass(frozen=True, slots=True)
class Registration:
    """Hold what is typed to register a patient, as text."""

    record_number: str
    name: str
    birth_date: str = ""
    sex: Sex = Sex.UNKNOWN
    phone: str = ""
    leaflet_languages: str = "zh-TW,en"

    def checked(self, today: date) -> Identity:
        """Give the identity that the texts mean.

        Raises:
            FieldErrors: a required field is empty, or the birth date is impossible or to come.
        """
        errors: list[FieldError] = []
        number = unicodedata.normalize("NFKC", self.record_number).strip()
        name = " ".join(unicodedata.normalize("NFC", self.name).split())
        if not number:
            errors.append(FieldError("record_number", "required"))
        if not name:
            errors.append(FieldError("name", "required"))
        birth: PartialDate | None = None
        text = unicodedata.normalize("NFKC", self.birth_date).strip()
        if text:
            try:
                birth = PartialDate(text)
            except ValueError:
                errors.append(FieldError("birth_date", "not_a_date", (("text", text),)))
            else:
                if birth.first > today:
                    errors.append(FieldError("birth_date", "in_the_future", (("text", text),)))
                elif birth.first.year < EARLIEST_BIRTH_YEAR:
                    errors.append(FieldError("birth_date", "too_long_ago", (("text", text),)))
        if errors:
            raise FieldErrors(tuple(errors))
        return Identity(number, name, birth, self.sex, self.phone.strip(), self.leaflet_languages)


@dataclass(frozen=True, slots=True)
class Identity:
    """Hold the checked identity of a patient."""

    record_number: str
    name: str
    birth_date: PartialDate | None
    sex: Sex
    phone: str = ""
    leaflet_languages: str = "zh-TW,en"

    @property
    def label(self) -> str:
        """Give name and record number, as they stand on charts and sheets."""
        return f"{self.name} · {self.record_number}"

    @property
    def person(self) -> Person:
        """Give what the rules need of the identity."""
        return Person(self.sex, self.birth_date)


def age_on(birth: PartialDate | None, day: date) -> int | None:
    """Give the age in whole years on a day, or None where the birth date leaves it open."""
    if birth is None:
        return None
    youngest = _years(birth.last, day)
    return youngest if youngest == _years(birth.first, day) else None


def _years(birth: date, day: date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
