"""Recognise how results lie in a source: a row each, a column each, or free lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.domain.arrivals.rows import LEAVE_OUT, Layout, SiteProfile
from desktop_app.domain.errors import InputError
from desktop_app.exchange.lab.cells import is_day, is_number, is_value
from desktop_app.exchange.lab.tables import DELIMITERS, SPACES, Record, records
from desktop_app.exchange.lab.titles import FIELD_OF, folded, is_item, item_and_unit

HEAD = 60  # records that are looked at before anything is decided
_SOUGHT = 20  # a header further down is found by its number in the profile only
AGE = "age"  # a column's meaning beside FIELDS: a year of birth is made of it and the collection
_NEEDED = {"item_name", "item_code"}


@dataclass(frozen=True, slots=True)
class Spot:
    """Name a column of values, and the fields that its title says of them."""

    column: int
    said: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """Hold how a table is to be read; ``header`` counts the records up to it, and it.

    Without ``titles`` the lines are read one by one, as a person copied them.
    """

    layout: Layout
    delimiter: str = ""
    header: int = 0
    titles: tuple[str, ...] = ()
    fields: tuple[tuple[int, str], ...] = ()
    spots: tuple[Spot, ...] = ()

    @property
    def weight(self) -> int:
        """Count the columns that are understood."""
        return len(self.fields) + len(self.spots)


FREE = Shape(Layout.LONG)


def guess(lines: Sequence[str], profile: SiteProfile, known: frozenset[str]) -> Shape:
    """Recognise the shape of text by its first lines; ``known`` are the catalogue's names folded.

    Raises:
        InputError: the profile names a layout or columns that are not there.
    """
    best = FREE
    for delimiter in (profile.delimiter,) if profile.delimiter else (*DELIMITERS, SPACES):
        head = _head(lines, delimiter)
        shape = guess_table(head, profile, known, delimiter, strict=bool(profile.delimiter))
        if shape.titles and (not best.titles or shape.weight > best.weight):
            best = shape
    if not best.titles and profile.layout is not Layout.AUTO:
        raise _missing(profile)
    return best


def _head(lines: Sequence[str], delimiter: str) -> list[Record]:
    """Part the first lines; a quoted cell that is cut off at their end is none of the head."""
    found: list[Record] = []
    try:
        for record in records(iter(lines), delimiter):
            found.append(record)
    except InputError:
        pass
    return found


def guess_table(
    head: Sequence[Record],
    profile: SiteProfile,
    known: frozenset[str],
    delimiter: str = "",
    *,
    strict: bool = True,
) -> Shape:
    """Recognise the shape of a table by its first records.

    Raises:
        InputError: the profile's layout or columns are not there (only if ``strict``).
    """
    if profile.header_row == 0:
        width = max((len(record.cells) for record in head), default=0)
        titles = [str(number) for number in range(1, width + 1)]
        return _of_titles(titles, (), 0, profile, known, delimiter) or FREE
    for place in _rows_to_try(head, profile):
        titles = [cell.strip() for cell in head[place].cells]
        below = [record for record in head[place + 1 :] if any(record.cells)]
        shape = _of_titles(titles, below, place + 1, profile, known, delimiter)
        if shape is not None:
            return shape
    if strict and profile.layout is not Layout.AUTO:
        raise _missing(profile)
    return FREE


def _rows_to_try(head: Sequence[Record], profile: SiteProfile) -> Iterator[int]:
    named = [place for place, one in enumerate(head) if one.line == profile.header_row]
    if profile.header_row > 1 or profile.layout is not Layout.AUTO:
        yield from named
    else:
        yield from range(min(len(head), _SOUGHT))


def _missing(profile: SiteProfile) -> InputError:
    titles = " or ".join(title for title in list(profile.columns)[:6]) or "an item and a value"
    return InputError(f"line {profile.header_row}", f"columns for {titles}")


def _of_titles(
    titles: Sequence[str],
    below: Sequence[Record],
    header: int,
    profile: SiteProfile,
    known: frozenset[str],
    delimiter: str,
) -> Shape | None:
    if header and any(is_number(title) for title in titles):
        return None
    named = {folded(title): field for title, field in profile.columns.items()}
    fields: dict[int, str] = {}
    for place, title in enumerate(titles):
        said = named.get(folded(title))
        if said is None and header and not is_item(title, known):
            said = FIELD_OF.get(folded(title))
        if said is not None:
            fields[place] = said
    make = _LAYOUTS.get(profile.layout, (_long, _by_day, _wide))
    for one in make:
        found = one(titles, fields, below, profile, known)
        if found is not None:
            layout, kept, spots = found
            told = tuple((place, name) for place, name in kept.items() if name != LEAVE_OUT)
            return Shape(layout, delimiter, header, tuple(titles), told, spots)
    return None


_Found = tuple[Layout, dict[int, str], tuple[Spot, ...]]
_Make = Callable[
    [Sequence[str], dict[int, str], Sequence[Record], SiteProfile, frozenset[str]], _Found | None
]


def _long(
    _titles: Sequence[str],
    fields: dict[int, str],
    _below: Sequence[Record],
    profile: SiteProfile,
    _known: frozenset[str],
) -> _Found | None:
    there = {*fields.values(), *profile.fixed}
    return (Layout.LONG, fields, ()) if "value" in there and there & _NEEDED else None


def _by_day(
    titles: Sequence[str],
    fields: dict[int, str],
    below: Sequence[Record],
    _profile: SiteProfile,
    _known: frozenset[str],
) -> _Found | None:
    """See a cumulative report: an item in every row, a day in every column."""
    days = [place for place, title in enumerate(titles) if place and is_day(title)]
    names = [place for place, name in fields.items() if name == "item_name"]
    if len(days) < (1 if names else 2) or (not names and (0 in fields or is_day(titles[0]))):
        return None
    column = names[0] if names else 0
    firsts = [record.cells[column].strip() for record in below if len(record.cells) > column]
    if not firsts or any(is_value(first) or is_day(first) for first in firsts):
        return None
    spots = tuple(Spot(place, (("collected_at", titles[place]),)) for place in days)
    kept = {place: name for place, name in fields.items() if place not in days}
    return Layout.WIDE, {**kept, column: "item_name"}, spots


def _wide(
    titles: Sequence[str],
    fields: dict[int, str],
    below: Sequence[Record],
    profile: SiteProfile,
    known: frozenset[str],
) -> _Found | None:
    places = [place for place in range(len(titles)) if place not in fields]
    if profile.layout is Layout.AUTO and not _looks_wide(titles, fields, below, profile, known):
        return None
    spots = tuple(Spot(place, _said(titles[place], place, known)) for place in places)
    return (Layout.WIDE, fields, spots) if spots else None


def _looks_wide(
    titles: Sequence[str],
    fields: dict[int, str],
    below: Sequence[Record],
    profile: SiteProfile,
    known: frozenset[str],
) -> bool:
    items = [place for place, title in enumerate(titles) if is_item(title, known)]
    keys = {"collected_at", "patient_id"} & set(fields.values())
    if len(items) < (1 if keys else 2) and not (profile.columns and keys):
        return False
    under = [
        record.cells[place].strip()
        for record in below
        for place in (items or range(len(titles)))
        if place < len(record.cells)
    ]
    return any(is_value(text) for text in under) and not any(is_item(text, known) for text in under)


def _said(title: str, place: int, known: frozenset[str]) -> tuple[tuple[str, str], ...]:
    item, unit = item_and_unit(title or f"#{place + 1}", known)
    return (("item_name", item), ("unit", unit)) if unit else (("item_name", item),)


_LAYOUTS: dict[Layout, tuple[_Make, ...]] = {
    Layout.LONG: (_long,),
    Layout.WIDE: (_by_day, _wide),
}
