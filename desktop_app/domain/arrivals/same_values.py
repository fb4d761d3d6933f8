"""Tell which values of a source say the same, and which of them a later report replaces."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from desktop_app.domain.arrivals.status import ReportStatus, status_of
from desktop_app.domain.record import Finding, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop_app.domain.arrivals.review import Reading
    from desktop_app.domain.catalogue import Catalogue

_RANK = {ReportStatus.PROVISIONAL: 0, ReportStatus.CORRECTED: 2}  # the others: 1
_Place = tuple[str, str, str, str]


def same_entry(one: Result | Finding, other: Result | Finding, catalogue: Catalogue) -> bool:
    """Tell whether two entries of one test and day say the same, each in its unit."""
    if isinstance(one, Finding) or isinstance(other, Finding):
        return isinstance(one, Finding) and isinstance(other, Finding) and one.value == other.value
    if one.interpretation is not other.interpretation or one.comparator is not other.comparator:
        return False
    if one.unit == other.unit or one.value is None or other.value is None:
        return one.value == other.value
    analyte, units = catalogue[one.code], (one.unit or "", other.unit or "")
    if not all(map(analyte.knows, units)):
        return False
    return analyte.canonical(one.value, units[0]) == analyte.canonical(other.value, units[1])


def other_specimen(one: Result | Finding, other: Result | Finding) -> bool:
    """Tell whether both name a specimen, and not the same one."""
    if isinstance(one, Finding) or isinstance(other, Finding):
        return False
    named = (one.specimen or "", other.specimen or "")
    return all(named) and named[0].casefold() != named[1].casefold()


def settled(
    readings: Iterable[Reading], catalogue: Catalogue
) -> tuple[Mapping[int, str], frozenset[int]]:
    """Settle what a source says several times of one test, day, minute and specimen.

    Returns:
        For values that fall away, by ``id``: "twice" or "superseded"; and the values that differ
        from another of the same rank, which a person must part.
    """
    at: dict[_Place, list[Reading]] = defaultdict(list)
    for reading in readings:
        entry = reading.entry
        if entry is not None:
            specimen = reading.row.specimen.casefold()
            at[entry.code, entry.date.text, reading.minute, specimen].append(reading)
    fallen: dict[int, str] = {}
    differing: set[int] = set()
    for several in at.values():
        if len(several) > 1:
            kept = _kept(several, fallen, catalogue)
            if len(kept) > 1:
                differing.update(map(id, kept))
    return fallen, frozenset(differing)


def _kept(
    several: Sequence[Reading], fallen: dict[int, str], catalogue: Catalogue
) -> list[Reading]:
    """Give the different values of the highest rank, and note why the others fall away."""
    best = max(map(_rank, several))
    kept: list[Reading] = []
    for reading in several:
        if _rank(reading) < best:
            fallen[id(reading)] = "superseded"
        elif any(_same(reading, other, catalogue) for other in kept):
            fallen[id(reading)] = "twice"
        else:
            kept.append(reading)
    return kept


def _rank(reading: Reading) -> int:
    return _RANK.get(status_of(reading.row.status), 1)


def _same(one: Reading, other: Reading, catalogue: Catalogue) -> bool:
    assert one.entry is not None  # settled() leaves these out
    assert other.entry is not None
    return same_entry(one.entry, other.entry, catalogue)
