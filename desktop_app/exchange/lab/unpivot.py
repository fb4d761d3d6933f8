"""Turn the records of a table, or the lines of a block, into rows with one value each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop_app.domain.arrivals.rows import FIELDS, SiteProfile, StagedRow
from desktop_app.exchange.lab.above import Context
from desktop_app.exchange.lab.blocks import first_result
from desktop_app.exchange.lab.cells import without_flag
from desktop_app.exchange.lab.shapes import AGE, Shape
from desktop_app.exchange.lab.titles import folded, item_and_unit

if TYPE_CHECKING:
    from desktop_app.exchange.lab.blocks import Values
    from desktop_app.exchange.lab.tables import Record

_PLACE = {field: place for place, field in enumerate(FIELDS)}
_ID, _NAME, _BIRTH = _PLACE["patient_id"], _PLACE["name"], _PLACE["birth_date"]
_COLLECTED, _VALUE, _FLAG = _PLACE["collected_at"], _PLACE["value"], _PLACE["flag"]
_RANGE = _PLACE["ref_text"]
_ITEM, _CODE, _UNIT = _PLACE["item_name"], _PLACE["item_code"], _PLACE["unit"]
_JOINED = (_PLACE["collected_at"], _PLACE["reported_at"])  # a day and a time in two columns
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?|\d{4}(?:\d\d)?")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


class Rows:
    """Make rows of one table or block; texts that repeat are kept once."""

    def __init__(
        self, shape: Shape, profile: SiteProfile, known: frozenset[str], sheet: str = ""
    ) -> None:
        self.shape = shape
        self.context = Context(known)
        self._profile = profile
        self._sheet = sheet  # is written before the text that is kept of each row
        self.kept = ""
        self._known = known
        self._texts: dict[str, str] = {}
        self._items: dict[str, tuple[str, str]] = {}
        self._fixed = [(_PLACE[name], text) for name, text in profile.fixed.items()]
        self._age = next((place for place, name in shape.fields if name == AGE), None)
        self._fields: list[tuple[int, int]] = []
        self._more: list[tuple[int, int]] = []
        for column, name in shape.fields:
            if name != AGE:
                taken = _PLACE[name] in {place for _, place in self._fields}
                (self._more if taken else self._fields).append((column, _PLACE[name]))
        self._spots = [
            (spot.column, [(_PLACE[name], text) for name, text in spot.said])
            for spot in shape.spots
        ]

    def above(self, record: Record) -> list[StagedRow] | None:
        """Read a line above the header: person and day, or results of items that are known."""
        rows = self.of_line(record)
        sure = rows is not None and all(folded(row.item_name) in self._known for row in rows)
        return rows if sure else None

    def of_record(self, record: Record) -> list[StagedRow] | None:
        """Give the rows of one record, or None if it holds text that cannot be read."""
        self.kept = self._sheet + record.raw
        cells, titles = record.cells, self.shape.titles
        width = len(titles)
        if cells and cells[0].strip() == titles[0] and [*map(str.strip, cells)] == [*titles]:
            return []  # the header again, as on every page of a report
        if len(cells) != width:
            if not record.exact:
                return self._of_other_line(record)
            if any(cell.strip() for cell in cells[width:]):
                return None
        texts = self._base(record)
        if texts[_ITEM] and not texts[_UNIT]:
            texts[_ITEM], texts[_UNIT] = self._parted(texts[_ITEM])
        if not self._spots:
            if texts[_ITEM] and not (texts[_VALUE] or texts[_UNIT] or texts[_CODE]):
                self.context.hear_heading(texts[_ITEM])
            if texts[_VALUE] or texts[_ITEM] or texts[_CODE]:
                return [self._row(record, texts)]
        else:
            found = list(self._of_spots(record, texts))
            if found:
                return found
        return None if any(map(str.strip, cells)) else []

    def _of_other_line(self, record: Record) -> list[StagedRow] | None:
        """Read a line between those of the table; which cell of it is missing, nobody knows."""
        return None if self._spots and first_result(record.raw.split()) else self.of_line(record)

    def _parted(self, item: str) -> tuple[str, str]:
        """Part an item of the table from its unit."""
        parted = self._items.get(item)
        if parted is None:
            parted = self._items[item] = item_and_unit(item, self._known)
        return parted

    def of_line(self, record: Record) -> list[StagedRow] | None:
        """Give the rows of one line of a block, or None if it holds text that cannot be read."""
        self.kept = self._sheet + record.raw
        found = self.context.read(record.raw)
        return None if found is None else [self._of_values(record, values) for values in found]

    def _of_values(self, record: Record, values: Values) -> StagedRow:
        said = {**self.context.fields, **{key: text for key, text in values.items() if text}}
        return self._row(record, [said.get(name, "") for name in FIELDS])

    def _base(self, record: Record) -> list[str]:
        texts = [""] * len(FIELDS)
        cells, width, share = record.cells, len(record.cells), self._texts.setdefault
        for column, place in self._fields:
            if column < width and (text := cells[column].strip()):
                texts[place] = share(text, text)
        for column, place in self._more:
            if column < width and (text := cells[column].strip()):
                if not texts[place]:
                    texts[place] = share(text, text)
                elif place == _VALUE and text != texts[place]:  # two results in one row: asked
                    texts[_RANGE] = text
                elif place in _JOINED and _CLOCK.fullmatch(text) and ":" not in texts[place]:
                    texts[place] = share(joined := f"{texts[place]} {text}", joined)
        for name, text in self.context.fields.items():
            texts[_PLACE[name]] = texts[_PLACE[name]] or text
        return texts

    def _of_spots(self, record: Record, base: list[str]) -> Iterator[StagedRow]:
        cells, width, share = record.cells, len(record.cells), self._texts.setdefault
        for column, said in self._spots:
            text = cells[column].strip() if column < width else ""
            if text:
                texts = base.copy()
                texts[_VALUE] = share(text, text)
                for place, told in said:
                    texts[place] = told
                yield self._row(record, texts)

    def _row(self, record: Record, texts: list[str]) -> StagedRow:
        profile = self._profile
        for place, text in self._fixed:
            texts[place] = texts[place] or text
        if not texts[_FLAG]:
            texts[_VALUE], texts[_FLAG] = without_flag(texts[_VALUE])
        if profile.number_is_line and not texts[_ID]:
            texts[_ID] = str(record.line)
        if profile.number_prefix and texts[_ID]:
            texts[_ID] = profile.number_prefix + texts[_ID]
        if profile.name_is_number and not texts[_NAME]:
            texts[_NAME] = texts[_ID]
        if self._age is not None and not texts[_BIRTH] and self._age < len(record.cells):
            texts[_BIRTH] = _year_of_birth(record.cells[self._age], texts[_COLLECTED])
        return StagedRow(record.line, self.kept, *texts)


def _year_of_birth(age: str, collected: str) -> str:
    year = _YEAR.match(collected)
    digits = age.strip()
    return (
        str(int(year[0]) - int(digits)) if year and digits.isdecimal() and len(digits) < 4 else ""
    )
