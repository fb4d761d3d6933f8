"""Read what was given and is given: drugs, cycles and transplants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.regimens import IMID, WIDER, drugs_of, is_transplant, title_of
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.criteria.treatment_lines import CountedLine
    from desktop_app.domain.record import Treatment
    from desktop_app.domain.view import RecordView

THROMBOSIS = WIDER[IMID]
NERVE = ("bortezomib", "thalidomide")
TRANSPLANT = "auto_hsct"


@dataclass(frozen=True, slots=True)
class Given:
    """Hold what is given now, and every regimen up to now with its first day.

    ``unknown`` is True where the drugs of a regimen that is given now are not known, or nothing
    is given: which treatment comes next is not known.
    """

    drugs: frozenset[str]
    unknown: bool
    titles: tuple[tuple[str, str], ...]
    transplanted: bool
    transplanted_last: bool

    def of(self, *names: str) -> Truth:
        """Tell whether any of some drugs is given now."""
        if self.drugs & set(names):
            return Truth.MET
        return Truth.UNKNOWN if self.unknown else Truth.NOT_MET


def given(lines: tuple[CountedLine, ...]) -> Given:
    """Read the treatments of the lines, which end with the day of the view."""
    every = [x for line in lines for x in line.treatments]
    now = [drugs_of(x) for x in every if x.stop is None]
    known = frozenset(drug for drugs in now for drug in drugs or ())
    lasting = [_transplanted(line) for line in lines]
    return Given(
        known,
        not now or None in now,
        tuple((title_of(x), x.start.text) for x in every),
        transplanted=any(lasting),
        transplanted_last=any(lasting[-1:]),
    )


def _transplanted(line: CountedLine) -> bool:
    events = any(x.code == TRANSPLANT for x in line.events)
    return events or any(map(is_transplant, line.treatments))


def before_harvest(view: RecordView) -> tuple[Treatment, ...]:
    """Give the treatments that began up to the view's day: none of them follows a transplant."""
    return tuple(
        x for x in view.antimyeloma if x.start.first <= view.as_of and not is_transplant(x)
    )
