"""Keep what stands above results and is true of them: whose they are, which day, which sample."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from desktop_app.exchange.lab.blocks import Values, first_result, read_line, result_words
from desktop_app.exchange.lab.cells import (
    is_day,
    is_flag,
    is_specimen,
    is_unit,
    is_value,
    leading_day,
    without_flag,
)
from desktop_app.exchange.lab.item_names import specimens
from desktop_app.exchange.lab.titles import FIELD_OF, FIELD_OF_LABEL, folded, item_and_unit

_LABELLED = re.compile(r"([^\s:\uff1a]{1,20}(?: [A-Za-z]{1,12}){0,2})[ \t]*[:\uff1a][ \t]*(\S*)")
# "9/1 Hb 9.1": which year, nobody says; the day that holds for the whole paste would be wrong.
_DAY_OF_A_YEAR = re.compile(r"\d{1,2}(?:[/.-]\d{1,2}|\s?月\s?\d{1,2}\s?日?)(?=\s+[^\d\s<>~-])")
_TRIMMED = " \t:\uff1a=,;\u3000"
_EDGES = " =*#-:\uff1a[]()\u3010\u3011<>\u3008\u3009"
_LONGEST_LABELS = 400
_MOST_DAYS = 60
_DAY_FIELDS = ("collected_at", "reported_at")
# The kinds of sample whose heading must be heard: a value below it is not one of serum.
_URINE = frozenset({"urine", "urine24", "spot"})


@dataclass(slots=True)
class Context:
    """Hold what stands above the results and applies to them until it is said anew.

    ``days`` stand side by side; every line below has a value for each of them.
    """

    known: frozenset[str]
    fields: Values = field(default_factory=dict)
    days: tuple[str, ...] = ()

    def read(self, line: str) -> list[Values] | None:
        """Give the results of one line of a block, or None if its text cannot be read."""
        rest = self._without_labels(line)
        if not rest.strip() or self._take_days(rest):
            return []
        rest = self._without_day(rest)
        if self.days:
            return self._by_day(rest)
        if _DAY_OF_A_YEAR.match(rest.strip()):
            return None
        if found := read_line(rest, self.known):
            return found
        if is_specimen(rest.strip(_EDGES)):
            self.fields["specimen"] = rest.strip(_EDGES)
            return []
        self.hear_heading(rest)
        return [] if rest != line and not any(map(str.isdigit, rest)) else None

    def hear_heading(self, text: str) -> None:
        """Keep the sample that a heading names; another heading is of another sample."""
        self.fields.pop("specimen", None)
        kinds = specimens(text, "")
        if kinds and kinds <= _URINE | {"other"}:
            self.fields["specimen"] = text.strip(_EDGES)

    def _without_labels(self, line: str) -> str:
        """Keep person, day and specimen of a line like "病歷號: 123  採檢日期: 2026/11/20".

        Gives what the line says beside them.
        """
        text = line.strip(_TRIMMED)
        if is_day(text):
            self._set_day(text)
            return ""
        found, rest = _labels(text, self.known)
        if not found:
            return line
        if self._is_other(found):
            self.fields.clear()  # nothing of one person is true of the next
            self.days = ()
        if "collected_at" in found:
            self.days = ()
        self.fields.update(found)
        return rest

    def _is_other(self, found: Values) -> bool:
        """Tell whether labels begin another person; a name alone must not keep another's number."""
        number = found.get("patient_id", "")
        if number:
            return number != self.fields.get("patient_id")
        given = ((found.get(name), self.fields.get(name)) for name in ("name", "birth_date"))
        return any(new and old and new != old for new, old in given)

    def _without_day(self, line: str) -> str:
        """Keep a day at the start of a line that goes on with a heading; give what follows."""
        day, rest = leading_day(line)
        if day:
            self._set_day(day)
        return rest

    def _set_day(self, text: str) -> None:
        self.fields["collected_at"] = text
        self.days = ()

    def _take_days(self, line: str) -> bool:
        """Keep several days that stand side by side, behind nothing or the title of a column."""
        words = line.split()
        days = [word for word in words if is_day(word)]
        titles = [word for word in words if not is_day(word)]
        if not 1 < len(days) <= _MOST_DAYS or any(folded(word) not in FIELD_OF for word in titles):
            return False
        self.days = tuple(days)
        self.fields.pop("collected_at", None)
        return True

    def _by_day(self, line: str) -> list[Values] | None:
        """Give a value for each day; where one is missing nobody can tell whose the others are."""
        words = line.split()
        start = first_result(words)
        if start is None:
            return None
        item, unit = item_and_unit(" ".join(words[:start]), self.known)
        values: list[Values] = []
        for word in words[start:]:
            value, flag = without_flag(word)
            if is_value(value) and not (is_flag(word) and values):
                values.append({"value": value, "flag": flag})
            elif is_flag(word) and values:
                values[-1]["flag"] = word
            elif is_unit(word) and unit in {"", word}:
                unit = word
            else:
                return None
        if len(values) != len(self.days):
            return None
        said = {"item_name": item, "unit": unit}
        return [
            {**said, **each, "collected_at": day}
            for day, each in zip(self.days, values, strict=True)
        ]


def _labels(text: str, known: frozenset[str]) -> tuple[Values, str]:
    """Give the labelled fields of a line and what follows them; nothing if it begins otherwise."""
    if len(text) > _LONGEST_LABELS or (":" not in text and "\uff1a" not in text):
        return {}, text
    starts = [found for found in _LABELLED.finditer(text) if folded(found[1]) in FIELD_OF_LABEL]
    if not starts or text[: starts[0].start()].strip(_TRIMMED):
        return {}, text
    end, rest = len(text), ""
    last = text[starts[-1].start(2) :]
    if (place := result_words(last, known)) is not None:
        end, rest = starts[-1].start(2) + place, last[place:]
    ends = [*(found.start() for found in starts[1:]), end]
    fields = {
        FIELD_OF_LABEL[folded(found[1])]: text[found.start(2) : stop].strip(_TRIMMED)
        for found, stop in zip(starts, ends, strict=True)
    }
    return fields, rest
