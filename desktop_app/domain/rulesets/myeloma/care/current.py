"""Tell what is given now, and whom the scores and lists of care concern."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.myeloma_names import ACTIVE, MYELOMA
from desktop_app.domain.criteria.regimens import IMID, WIDER, drugs_of
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Diagnosis
    from desktop_app.domain.criteria.treatment_lines import CountedLine


@dataclass(frozen=True, slots=True)
class Current:
    """Hold the drugs that are given now; ``unknown`` where there may be others.

    Nothing given now is unknown too: which treatment begins next is not known.
    """

    drugs: frozenset[str]
    unknown: bool

    def has(self, *drugs: str) -> Truth:
        """Tell whether any of some drugs is given."""
        if self.drugs & set(drugs):
            return Truth.MET
        return Truth.UNKNOWN if self.unknown else Truth.NOT_MET

    def of(self, name: str) -> Truth:
        """Tell whether a drug of a class is given, the class taken in its wider sense."""
        return self.has(*WIDER[name])


def current(lines: tuple[CountedLine, ...]) -> Current:
    """Read what is still given on the day of the lines."""
    open_ = [drugs_of(x) for line in lines for x in line.treatments if x.stop is None]
    known = frozenset(drug for drugs in open_ for drug in drugs or ())
    return Current(known, not open_ or None in open_)


def concerned(diagnosis: Diagnosis, lines: tuple[CountedLine, ...], now: Current) -> bool:
    """Tell whether myeloma is named, or possible and treated, or an IMiD is given."""
    if diagnosis.category in ACTIVE:
        return True
    treated = bool(lines) and MYELOMA in diagnosis.possible
    return treated or now.of(IMID) is Truth.MET
