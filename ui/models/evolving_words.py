"""Say in one line whether the disease evolves, and in rows what each definition says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop_app.domain.chart_words import percent_number, signed
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.truth import Truth
from desktop_app.domain.unit_label import percent, with_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.conclusions import Evolving, SeriesPoint
    from ui.terms import Terms

translate = QCoreApplication.translate
DAYS_A_YEAR, MONTHS_A_YEAR = 365.25, 12
_LEADING = "serum_m_protein"  # its change is the one that is told where several are


@dataclass(frozen=True, slots=True)
class EvolvingWords:
    """Hold the line, the state of all definitions together, and each definition with its state.

    ``within_noise`` tells that the test alone could make the change of every definition met.
    """

    line: str
    state: Truth
    definitions: tuple[str, ...] = ()
    within_noise: bool = False


def evolving_words(found: Sequence[Evolving], terms: Terms) -> EvolvingWords | None:
    """Say what the definitions conclude together; None where none was asked."""
    if not found:
        return None
    states = states_of(found)
    met = [name for name, state in states.items() if state is Truth.MET]
    names = tuple(f"{terms.state(states[x])}: {terms.of('rule', x)} ({x})" for x in states)
    if met:
        evolved = [each for each in found if each.state is Truth.MET]
        line = _met_line(evolved, len(met), len(states), terms)
        return EvolvingWords(line, Truth.MET, names, _within_noise(evolved))
    if all(state is Truth.NOT_MET for state in states.values()):
        #: {0} is how many definitions of evolving disease were asked
        words = translate("Evolving", "Not evolving under any of {0} definitions")
        return EvolvingWords(words.format(len(states)), Truth.NOT_MET, names)
    unknown = sum(state is Truth.UNKNOWN for state in states.values())
    #: {0} of {1} definitions of evolving disease cannot be answered yet
    words = translate("Evolving", "Evolving disease: {0} of {1} definitions not settled")
    return EvolvingWords(words.format(unknown, len(states)), Truth.UNKNOWN, names)


def states_of(found: Sequence[Evolving]) -> dict[str, Truth]:
    """Give the state of each definition: met as soon as one of its measures is."""
    states: dict[str, Truth] = {}
    for each in found:
        known = states.get(each.definition, Truth.NOT_MET)
        states[each.definition] = known | each.state
    return states


def _met_line(evolved: list[Evolving], met: int, of: int, terms: Terms) -> str:
    """Tell the change that leads, and under how many definitions it counts."""
    leading = [each for each in evolved if each.code == _LEADING] or evolved
    lead = max(leading, key=lambda each: each.value.date if each.value else "")
    if any(each.confirmed for each in evolved):
        #: {0} of {1} definitions of evolving disease are met
        words = translate("Evolving", "evolving under {0} of {1} definitions, confirmed")
    else:
        #: {0} of {1} definitions are met; a second sample has not agreed yet
        words = translate("Evolving", "evolving under {0} of {1} definitions, unconfirmed")
    said = words.format(met, of)
    if _within_noise(evolved):
        #: {0} says under how many definitions a change counts as evolving
        said = translate("Evolving", "{0}, within the noise of the test").format(said)
    change = change_text(lead, terms.language)
    if not change:
        return said[:1].upper() + said[1:]
    what = f"{terms.analyte(lead.code)} {change}"
    months = months_between(lead.baseline, lead.value)
    if months:
        what = _Duration().told(what, months)
    #: {0} is a change such as "M-protein +33 % in 11 months", {1} what definitions say of it
    return translate("Evolving", "{0}: {1}").format(what, said)


def _within_noise(evolved: list[Evolving]) -> bool:
    return all(each.beyond_noise is False for each in evolved)


class _Duration(QObject):
    """Say over which time something changed; plural forms need an object."""

    def told(self, change: str, months: int) -> str:
        #: {0} is a test and its change, %n the months that it took
        return self.tr("{0} in %n month(s)", "", months).format(change)


def change_text(each: Evolving, language: str) -> str:
    """Give the change in percent, else in its unit, with its sign."""
    if each.change_percent is not None:
        return percent(percent_number(each.change_percent), language)
    return absolute_text(each, language)


def absolute_text(each: Evolving, language: str) -> str:
    """Give the change in the unit of the series, with its sign."""
    if each.change_absolute is None:
        return ""
    return with_unit(signed(each.change_absolute), each.unit, language)


def point_text(point: SeriesPoint | None) -> str:
    """Give one value of a series as reported, without its unit."""
    return "" if point is None else point.text


def months_between(first: SeriesPoint | None, last: SeriesPoint | None) -> int:
    """Give the whole months between two points, the nearest; 0 where one is not there."""
    if first is None or last is None:
        return 0
    days = (PartialDate(last.date).middle - PartialDate(first.date).middle).days
    return round(days / DAYS_A_YEAR * MONTHS_A_YEAR)
