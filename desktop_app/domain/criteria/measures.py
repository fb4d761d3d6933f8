"""Give the plain numbers on which the leading risk models rest, in the unit reported."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context
from decimal import Decimal as D
from enum import Enum
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.light_chains import involved_value
from desktop_app.domain.criterion import Op, compare
from desktop_app.domain.truth import Truth
from desktop_app.domain.unit_label import with_unit

if TYPE_CHECKING:
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criteria.light_chains import Edge
    from desktop_app.domain.record import Result

# The code of involved divided by uninvolved light chain.
INVOLVED = "flc_involved_uninvolved"
_SHOWN_DIGITS = 4
_BACK = {Op.GT: Op.LE, Op.GE: Op.LT, Op.LT: Op.GE}
_FAR = D("Infinity")


class Kind(Enum):
    """Name what the models measure."""

    SERUM_M = "serum M-protein"
    MARROW = "marrow plasma cells"
    INVOLVED = "involved/uninvolved light chain"
    RATIO = "kappa/lambda"


@dataclass(frozen=True, slots=True)
class Measure:
    """Hold a plain number as reported, and the power of ten from the unit of the cuts to its own.

    ``exact`` tells that the digits are those of a report, not of a quotient.
    """

    code: str
    value: D
    unit: str
    shift: int = 0
    exact: bool = True

    def meets(self, edge: Edge) -> bool:
        """Tell whether the number stands to an edge as it asks."""
        return compare(self.value.scaleb(-self.shift), None, *edge) is Truth.MET

    def distance(self, edge: Edge) -> D:
        """Give the change to an edge in percent of the value; from zero it is infinitely far."""
        cut = edge[1].scaleb(self.shift)
        return abs(cut - self.value) / self.value * 100 if self.value else _FAR

    def shown(self) -> str:
        """Give the value with its unit; a quotient with four digits."""
        value = self.value if self.exact else four_digits(self.value)
        return with_unit(f"{value:f}", self.unit)

    def threshold(self, edge: Edge) -> str:
        """Give an edge with its sign, in the unit of the value."""
        op, cut = edge
        return with_unit(f"{op.value} {cut.scaleb(self.shift):f}", self.unit)


def back(edge: Edge) -> Edge:
    """Give the edge that leads back over the same cut."""
    op, cut = edge
    return _BACK[op], cut


def four_digits(quotient: D) -> D:
    """Give a quotient with no more than four digits, for display only."""
    return Context(prec=_SHOWN_DIGITS).plus(quotient)


def measured(kind: Kind, evidence: Evidence) -> Measure | None:
    """Give the latest value of a kind; None where it is no single plain number.

    Serum M-protein has its cuts in g/dL; marrow is the higher of aspirate and core.
    """
    match kind:
        case Kind.SERUM_M:
            return _serum_m(evidence)
        case Kind.MARROW:
            return _marrow(evidence)
        case Kind.INVOLVED:
            return _involved(evidence)
        case _:  # Kind.RATIO, the last
            return _ratio(evidence)


def _serum_m(evidence: Evidence) -> Measure | None:
    results = evidence.view.latest("serum_m_protein")
    if len(results) != 1:
        return None
    (result,) = results
    if result.value is None or result.unit is None or result.comparator is not None:
        return None
    shift = evidence.view.catalogue[result.code].shift("g/dL", result.unit)
    return None if shift is None else Measure(result.code, result.value, result.unit, shift)


def _marrow(evidence: Evidence) -> Measure | None:
    cells = evidence.marrow.counted
    plain = [x for x in cells if x.value is not None and x.comparator is None]
    if not plain or len(plain) != len(cells) or evidence.marrow.polyclonal:
        return None
    highest = max(plain, key=_value)
    return Measure(highest.code, _value(highest), "%")


def _value(result: Result) -> D:
    assert result.value is not None
    return result.value


def _involved(evidence: Evidence) -> Measure | None:
    value = involved_value(evidence.view, evidence.chains)
    return None if value is None else Measure(INVOLVED, value, "1", exact=False)


def _ratio(evidence: Evidence) -> Measure | None:
    found = evidence.chains.ratios
    if len(found) != 1 or found[0] is None or found[0].comparator is not None:
        return None
    exact = evidence.chains.samples[0].printed is not None
    return Measure("flc_ratio", found[0].value, "1", exact=exact)
