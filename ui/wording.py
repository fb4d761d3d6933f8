"""Put domain codes and values into words of the window's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.errors import (
    Cancelled,
    FieldError,
    FieldErrors,
    InputError,
    Refusal,
    StorageError,
)
from desktop_app.domain.record import Sex
from ui.input_trouble import trouble_text

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.wording import Wording

_GAP = re.compile(r" (。|\.(?=\s|$))")


class Words:
    """Give the sentence of a code; a code without a sentence is shown as it is."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def text(self, code: str, values: tuple[tuple[str, str], ...] = ()) -> str:
        """Give the sentence of a full code such as ``category.smm``."""
        if code in self._wording:
            return self._wording.text(code, values)
        return code.rpartition(".")[2]

    def category(self, code: str) -> str:
        """Give the name of a diagnosis category."""
        return self.text(f"category.{code}")

    def category_short(self, code: str) -> str:
        """Give the short name of a diagnosis category, for chips and narrow columns."""
        return self.text(f"category_short.{code}")

    def status(self, code: str) -> str:
        """Give the word for how firm a diagnosis is."""
        return self.text(f"status.{code}")

    def risk_group(self, code: str) -> str:
        """Give the name of a risk group."""
        return self.text(f"risk_group.{code}")

    def field_error(self, error: FieldError) -> str:
        """Say what is wrong with a field; a test without a unit leaves no gap behind."""
        return _GAP.sub(r"\1", self.text(f"error.{error.code}", error.values))

    def problem(
        self, problem: FieldErrors | Refusal | StorageError | InputError | Cancelled
    ) -> str:
        """Say what went wrong and what to do, in one or a few sentences."""
        match problem:
            case FieldErrors():
                return " ".join(self.field_error(error) for error in problem.errors)
            case Refusal():
                return self.text(f"refusal.{problem.code}", tuple(problem.values.items()))
            case StorageError():
                return self.text(f"error.{problem.code}", tuple(problem.values.items()))
            case InputError():
                return trouble_text(problem.place, problem.expected)
            case Cancelled():
                return QCoreApplication.translate("Words", "Stopped; nothing was stored.")
            case _:
                assert_never(problem)


def sex_text(sex: Sex) -> str:
    """Give the short word for a sex; unknown says so."""
    match sex:
        case Sex.FEMALE:
            return QCoreApplication.translate("Words", "F")
        case Sex.MALE:
            return QCoreApplication.translate("Words", "M")
        case Sex.UNKNOWN:
            return QCoreApplication.translate("Words", "sex unknown")
        case _:
            assert_never(sex)


def age_text(age: int | None) -> str:
    """Give the age in years, or an empty text where the birth date leaves it open."""
    if age is None:
        return ""
    #: Age of a patient in whole years, as short as can be: "67" in English
    return QCoreApplication.translate("Words", "{0}", "age").format(age)


def day_text(day: date | PartialDate | None) -> str:
    """Give a day as in every column and field: year-month-day, as far as it is known."""
    return "" if day is None else str(day)


def masked_name(name: str) -> str:
    """Hide a name but for its first character, so that the room cannot read it."""
    first = name.strip()[:1]
    return f"{first}○○" if first else ""


def masked_number(number: str) -> str:
    """Hide a record number but for its last three characters."""
    return f"…{number[-3:]}" if len(number) > 3 else "…"
