"""Judge the levels of response against the baseline (RESP-IMWG-*, RESP-ALG-WORST)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.spans import Span
from desktop_app.domain.criterion import Op, Rule
from desktop_app.domain.rulesets.myeloma.response.days import Day
from desktop_app.domain.rulesets.myeloma.response.masses import Masses
from desktop_app.domain.rulesets.myeloma.response.measurable import Base
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.rulesets.myeloma.response.days import Amount

SD, MR, PR, VGPR, CR, SCR = LEVELS = ("SD", "MR", "PR", "VGPR", "CR", "sCR")
PD, NE = "PD", "NE"
RULES: Mapping[str, Rule] = {
    SD: Rule("RESP-IMWG-SD", "kumar2016", "secondary", "not any other level and no progression"),
    MR: Rule(
        "RESP-IMWG-MR", "kumar2016", "secondary", "fall >= 25 % in serum and >= 50 % in urine"
    ),
    PR: Rule(
        "RESP-IMWG-PR",
        "kumar2016",
        "secondary",
        "fall >= 50 % in serum; in urine >= 90 % or to < 200 mg/24 h",
    ),
    VGPR: Rule(
        "RESP-IMWG-VGPR",
        "kumar2016",
        "secondary",
        "fall >= 90 % in serum and < 100 mg/24 h in urine; or only on IFE",
    ),
    CR: Rule(
        "RESP-IMWG-CR", "kumar2016", "secondary", "IFE negative, masses gone and marrow < 5 %"
    ),
    SCR: Rule("RESP-IMWG-SCR", "kumar2016", "secondary", "CR and ratio normal and no clonal cells"),
}
NONE = D(0)
# What may be left of the baseline at each level.
LEFT: Mapping[str, Mapping[str, D]] = {
    "serum": {MR: D("0.75"), PR: D("0.5"), VGPR: D("0.1")},
    "urine": {MR: D("0.5"), PR: D("0.1")},
    "flc": {PR: D("0.5"), VGPR: D("0.1")},
    "marrow": {PR: D("0.5")},
}
PR_CEILING, VGPR_CEILING = D(200), D(100)  # urine, mg/24 h
CR_MARROW = D(5)


@dataclass(frozen=True, slots=True)
class Known:
    """Hold what is known on a day; marrow and clonal cells are the last ones of the line."""

    base: Base
    day: Day
    values: Mapping[str, Span]
    masses: Masses
    marrow: Span | None
    clear: Truth  # no clonal cells in the marrow
    drug_band: bool = False  # what immunofixation shows may be the antibody that is given

    @property
    def evaluable(self) -> bool:
        """Tell whether a usable marker is known on the day; imaging alone only where it is all."""
        blood = [marker for marker in self.base.markers if marker != "lesions"]
        if blood:
            return any(marker in self.values for marker in blood)
        return bool(self.base.markers) and self.masses.halved.known

    def fall(self, marker: str, level: str, gap: Truth) -> Truth:
        """Tell whether a marker fell far enough; ``gap`` is the answer where it is missing."""
        now, before = self.values.get(marker), self.base.span(marker)
        if now is None or before is None:
            return gap
        return now.minus(before, LEFT[marker][level]).stands(Op.LE, NONE)


def level_truths(known: Known, gap: Truth) -> Mapping[str, Truth]:
    """Judge the conditions of every level above SD by themselves.

    Args:
        known: the day.
        gap: what a marker that was not measured is taken for: unknown, or met to see what the
            measured ones say by themselves (RESP-ALG-MISSING). What CR needs stays unknown. D: a
            negative immunofixation beside an M-protein that has not fallen so far gives no CR.
    """
    base = known.base
    by_spike = Truth.MET in (base.serum, base.urine)
    minor, partial, very_good = (_spike if by_spike else _others)(known, gap)
    masses = known.masses.halved if known.masses.halved.known else gap
    complete = _complete(known) & (very_good if by_spike else Truth.MET)
    stringent = complete & known.day.normal_ratio & known.clear
    return {
        MR: minor & masses,
        PR: partial & masses,
        VGPR: very_good & masses,
        CR: complete,
        SCR: stringent,
    }


def _spike(known: Known, gap: Truth) -> tuple[Truth, Truth, Truth]:
    """Judge MR, PR and VGPR by the M-protein of serum and urine.

    An unusable marker has no percentage rule; the ceilings of the urine hold all the same.
    """
    base = known.base
    minor, partial, very_good = (
        ~base.serum | known.fall("serum", level, gap) for level in (MR, PR, VGPR)
    )
    minor &= ~base.urine | known.fall("urine", MR, gap)
    partial &= _ceiling(known, PR_CEILING, gap) | (base.urine & known.fall("urine", PR, gap))
    very_good &= _ceiling(known, VGPR_CEILING, gap)
    unseen = _unseen(known.day.serum, gap) & _unseen(known.day.urine, gap)
    return minor, partial, very_good | unseen


def _others(known: Known, gap: Truth) -> tuple[Truth, Truth, Truth]:
    """Judge by what stands in the place of the M-protein: light chains, marrow, or the masses.

    No MR for light chains only and marrow only (RESP-IMWG-MR). D: neither by masses alone.
    """
    base, no = known.base, Truth.NOT_MET
    if base.flc is Truth.MET:
        return no, known.fall("flc", PR, gap), known.fall("flc", VGPR, gap)
    if base.marrow is Truth.MET:
        return no, known.fall("marrow", PR, gap), no
    return no, base.all_known | gap, no


def _ceiling(known: Known, ceiling: D, gap: Truth) -> Truth:
    urine = known.values.get("urine")
    return gap if urine is None else urine.stands(Op.LT, ceiling)


def _unseen(amount: Amount | None, gap: Truth) -> Truth:
    return gap if amount is None else Truth.of(amount.unseen)


def _complete(known: Known) -> Truth:
    """Judge CR; what is not recorded stays unknown."""
    day, base = known.day, known.base
    serum = Truth.UNKNOWN if known.drug_band else _negative(day.serum_bands, day.serum)
    urine = _negative(day.urine_bands, day.urine)
    cells = Truth.UNKNOWN if known.marrow is None else known.marrow.stands(Op.LT, CR_MARROW)
    chains = day.normal_ratio | ~base.flc
    return serum & urine & known.masses.gone & cells & chains


def _negative(bands: frozenset[str] | None, amount: Amount | None) -> Truth:
    """Tell whether immunofixation is negative.

    D: what the electrophoresis shows is on immunofixation too, whether or not it was done.
    """
    if bands is not None:
        return Truth.of(not bands)
    shown = Truth.NOT_MET if amount is None else amount.span.stands(Op.GT, NONE)
    return Truth.UNKNOWN & ~shown
