"""Find out what a row measured: by a person's decision, or where its signals agree; else ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.arrivals.review import Question
from desktop_app.domain.arrivals.rows import LEAVE_OUT
from desktop_app.domain.catalogue import Analyte
from desktop_app.exchange.lab.item_names import agree, drawn_from, item_key, specimens
from desktop_app.exchange.lab.signals import Signals, is_pair
from desktop_app.exchange.lab.units import read_unit

if TYPE_CHECKING:
    from desktop_app.domain.arrivals.rows import SiteProfile, StagedRow
    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.exchange.lab.values import ReadValue

# Ratios and scores are printed without a unit: it is known, then, and not missing.
_NO_UNIT = ("1", "{score}", "g/mL{SUVbw}")
_MASS_OF_TOTAL = frozenset({"g/L", "g/dL", "gm/L", "gm/dL"})
_OUTSIDE, _UNUSUAL, _USUAL = 0, 1, 2  # where a value lies among an analyte's limits
_Ends = tuple[Decimal | None, Decimal | None]


@dataclass(frozen=True, slots=True)
class Identified:
    """Hold what a row measured, or what is asked; ``code`` is LEAVE_OUT where nobody wants it.

    Without a code, ``candidates`` are what it might be.
    """

    item: str
    code: str | None = None
    signals: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    unit: str | None = None
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Hold one analyte that the texts allow, with its limits in the unit of the row."""

    analyte: Analyte
    signals: tuple[str, ...]
    unit: str | None
    hard: _Ends = (None, None)
    soft: _Ends = (None, None)

    def place(self, value: Decimal) -> int:
        """Tell whether a value is usual, unusual or impossible in this unit."""
        if self.unit is None or _beyond(value, self.hard):
            return _OUTSIDE
        return _UNUSUAL if _beyond(value, self.soft) else _USUAL


@dataclass(frozen=True, slots=True)
class _Texts:
    """Hold what a row's name, code, specimen and unit say together, whatever its value."""

    item: str
    unit_key: str = ""
    printed: str = ""
    candidates: dict[str, _Candidate] = field(default_factory=dict)
    answer: Identified | None = None  # where no value can change it
    judged: dict[tuple[str, int], Identified] = field(default_factory=dict)


def _beyond(value: Decimal, ends: _Ends) -> bool:
    low, high = ends
    return (low is not None and value < low) or (high is not None and value > high)


class Mapper:
    """Identify rows by a catalogue, and by what was decided for a laboratory."""

    def __init__(
        self,
        catalogue: Catalogue,
        profile: SiteProfile,
        items: Mapping[str, str] | None = None,
        units: Mapping[str, str] | None = None,
    ) -> None:
        """Take the profile's decisions, and those of this review above them."""
        self._catalogue = catalogue
        self._items = {**profile.items, **(items or {})}
        self._units = {**profile.units, **(units or {})}
        self._signals = Signals(catalogue)
        self._texts: dict[tuple[str, str, str, str], _Texts] = {}
        self._known_units: dict[str, bool] = {}

    def identify(self, row: StagedRow, read: ReadValue) -> Identified:
        """Tell what a row measured, in which unit, and what is asked of it."""
        printed = (row.unit or read.unit or "").strip()
        key = (row.item_name, row.item_code, row.specimen, printed)
        texts = self._texts.get(key)
        if texts is None:
            texts = self._texts[key] = self._look(row, printed)
        if texts.answer is not None:
            return texts.answer
        left: Mapping[str, _Candidate] = texts.candidates
        if len(left) > 1 and read.value is not None:
            left = _apart(left, read.value)
        if len(left) > 1:
            return _asked(texts.item, "item", tuple(sorted(left)))
        ((code, one),) = left.items()
        place = -1 if read.value is None else one.place(read.value)
        judged = texts.judged.get((code, place))
        if judged is None:
            judged = texts.judged[code, place] = _judged(texts, one, place)
        return judged

    def _look(self, row: StagedRow, printed: str) -> _Texts:
        """Read a row's texts; what they mean together is the same for every value."""
        item = item_key(row)
        decided = self._items.get(item)
        if decided == LEAVE_OUT:
            return _Texts(item, answer=Identified(item, LEAVE_OUT, ("profile",)))
        given = specimens(row.item_name, row.specimen)
        said = self._signals.read(row.item_name, row.item_code)
        if decided is not None and decided in self._catalogue.analytes:
            said = {**said, "profile": frozenset({decided})}
            left = [decided]
        elif not any(said.values()):
            return _Texts(item, answer=self._unknown(item, row.item_name))
        else:
            common = frozenset.intersection(*said.values())
            left = [code for code in sorted(common) if agree(given, self._catalogue[code])]
        texts = _Texts(item, f"{item}[{printed}]" if printed else item, printed)
        for code in left:
            candidate = self._candidate(code, said, given, texts)
            if "profile" in said or candidate.unit or not self._known_unit(printed):
                texts.candidates[code] = candidate
        if texts.candidates:
            return texts
        options = sorted(frozenset[str]().union(*said.values()))
        fitting = tuple(code for code in options if agree(given, self._catalogue[code]))
        return _Texts(item, answer=_asked(item, "signals", fitting))

    def _candidate(
        self, code: str, said: Mapping[str, frozenset[str]], given: frozenset[str], texts: _Texts
    ) -> _Candidate:
        analyte = self._catalogue[code]
        signals = tuple(signal for signal, codes in said.items() if code in codes)
        if given and given <= drawn_from(analyte.specimen):
            signals = (*signals, "specimen")
        unit = self._unit(analyte, texts)
        if unit is None:
            return _Candidate(analyte, signals, None)
        low, high = analyte.hard_low, analyte.hard_high
        usual = analyte.soft_low, analyte.soft_high
        return _Candidate(
            analyte, signals, unit, _ends(analyte, (low, high), unit), _ends(analyte, usual, unit)
        )

    def _unit(self, analyte: Analyte, texts: _Texts) -> str | None:
        """Give the unit of the catalogue that is printed, else the one a person once named."""
        if texts.printed:
            unit = read_unit(texts.printed, analyte)
            if unit is not None:  # laboratories leave the body surface of an eGFR out, or print "N"
                return analyte.canonical_unit if analyte.code == "egfr" else unit
        learnt = self._units.get(texts.unit_key)
        if learnt is not None and analyte.knows(learnt):
            return learnt
        if texts.printed:
            return None
        return next((unit for unit in _NO_UNIT if analyte.knows(unit)), None)

    def _known_unit(self, printed: str) -> bool:
        """Tell whether a printed unit is one of any analyte; it then speaks against the others."""
        known = self._known_units.get(printed)
        if known is None:
            each = self._catalogue.analytes.values()
            known = bool(printed) and any(read_unit(printed, x) is not None for x in each)
            self._known_units[printed] = known
        return known

    def _unknown(self, item: str, name: str) -> Identified:
        return _asked(item, "item", self._signals.suggestions(name))


def _ends(analyte: Analyte, ends: _Ends, unit: str) -> _Ends:
    """Give limits of the catalogue in another unit."""
    low, high = (
        None if end is None else analyte.converted(end, analyte.canonical_unit, unit)
        for end in ends
    )
    return low, high


def _apart(left: Mapping[str, _Candidate], value: Decimal) -> Mapping[str, _Candidate]:
    """Tell free from total light chains of one name by their amount, where it settles that."""
    pair = is_pair(left)
    if pair is None:
        return left
    free, total = (left[code] for code in pair)
    place = total.place(value)
    if total.unit is None or total.soft[0] is None or free.place(value) == _OUTSIDE:
        return left
    if value < total.soft[0]:
        return {free.analyte.code: free}
    if place == _USUAL and total.unit in _MASS_OF_TOTAL:
        return {total.analyte.code: total}
    return left


def _asked(item: str, code: str, options: tuple[str, ...]) -> Identified:
    return Identified(item, None, (), options, None, (Question(code, options=options),))


def _judged(texts: _Texts, one: _Candidate, place: int) -> Identified:
    """Tell whether two signals agree on the one analyte that is left; a name counts, or a code.

    What has no name that we know must be usual for its code, in a unit of it.
    """
    analyte, signals = one.analyte, one.signals
    if place > _OUTSIDE or (place < 0 and not analyte.units):
        signals = (*signals, "unit" if analyte.units else "value")
    coded = "loinc" in signals or "code" in signals
    sure = (coded and len(signals) > 1 and place in (_USUAL, -1)) or "name" in signals
    if not (sure or "profile" in signals):
        return _asked(texts.item, "item", (analyte.code,))
    questions: tuple[Question, ...] = ()
    if analyte.units and one.unit is None and place >= 0:
        code = "unit_unknown" if texts.printed else "unit"
        said = (("key", texts.unit_key), ("unit", texts.printed))
        questions = (Question(code, said, tuple(analyte.units)),)
    return Identified(texts.item, analyte.code, signals, (), one.unit, questions)
