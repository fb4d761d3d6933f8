"""Judge the clone: plasma cells in marrow, and plasmacytoma."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.criteria.bone import MRI_WHOLE, bone_lesions, counted, whole
from desktop_app.domain.criterion import Op, Rule, compare, input_of
from desktop_app.domain.record import Comparator, Result
from desktop_app.domain.truth import Truth, any_true
from desktop_app.domain.view import latest_of

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.record import Lesion
    from desktop_app.domain.view import RecordView

MARROW = Rule("MM-CLONE-PC", "rajkumar2014", "secondary", ">= 10 %")
SIXTY = Rule("MM-SLIM-PC", "rajkumar2014", "secondary", ">= 60 %")
PLASMACYTOMA = Rule(
    "MM-CLONE-PLASMACYTOMA", "rajkumar2014", "secondary", "biopsy-proven plasmacytoma"
)
TEN, SIXTY_PERCENT, ZERO = D(10), D(60), D(0)
_MARROW_CODES = (
    "marrow_plasma_cells",
    "marrow_plasma_cells_aspirate",
    "marrow_plasma_cells_biopsy",
    "marrow_plasma_cells_flow",
)
_UPPER_BOUNDS = frozenset({Comparator.LT, Comparator.LE})
_KINDS_PROVEN = ("plasmacytoma", "csf", "effusion", "bone")
_KINDS_SEEN = ("plasmacytoma", "bone", "csf", "effusion")
_CELLS_ELSEWHERE = frozenset({"effusion", "csf"})


@dataclass(frozen=True, slots=True)
class Marrow:
    """Hold what the latest marrow says: is it above zero, from 10 %, from 60 %, clonal at all."""

    any: Truth
    ten: Truth
    sixty: Truth
    results: tuple[Result, ...]
    polyclonal: bool
    clonality_recorded: bool

    @property
    def bins(self) -> tuple[str, ...]:
        """Give the ranges in which clonal plasma cells may still lie."""
        allowed = []
        for name, met in (
            ("none", ~self.any),
            ("low", self.any & ~self.ten),
            ("mid", self.ten & ~self.sixty),
            ("high", self.sixty),
        ):
            if met is not Truth.NOT_MET:
                allowed.append(name)
        return tuple(allowed)

    def above(self, cut: D) -> Truth:
        """Tell whether the clonal percentage is above a cut."""
        return Truth.NOT_MET if self.polyclonal else _highest(self.results, Op.GT, cut)

    def reaches(self, cut: D) -> Truth:
        """Tell whether the clonal percentage is at a cut or above it."""
        return Truth.NOT_MET if self.polyclonal else _highest(self.results, Op.GE, cut)

    @property
    def counted(self) -> tuple[Result, ...]:
        """Give the results of aspirate and core: a percentage by flow is only a lower bound."""
        return tuple(result for result in self.results if not _by_flow(result))

    def criteria(self) -> tuple[Criterion, Criterion]:
        """Put both cuts into the trace."""
        note = Note("polyclonal") if self.polyclonal else None
        if note is None and self.results and not self.clonality_recorded:
            note = Note("clonality_not_recorded")
        inputs = tuple(input_of(result) for result in self.results)
        return (
            MARROW.answer(self.ten, inputs, note or (None if inputs else Note("missing"))),
            SIXTY.answer(self.sixty, inputs, None if inputs else Note("missing")),
        )


def marrow(view: RecordView) -> Marrow:
    """Read the highest of aspirate and core of the latest marrow (MM-CLONE-PC)."""
    results = view.latest(*_MARROW_CODES)
    clonality = view.flag("marrow_clonality")
    if clonality is False:
        no = Truth.NOT_MET
        return Marrow(no, no, no, results, polyclonal=True, clonality_recorded=True)
    return Marrow(
        _highest(results, Op.GT, ZERO),
        _highest(results, Op.GE, TEN),
        _highest(results, Op.GE, SIXTY_PERCENT),
        results,
        polyclonal=False,
        clonality_recorded=clonality is True or view.flag("marrow_flow_clonal") is True,
    )


def ever(view: RecordView, cut: D) -> bool:
    """Tell whether the number of any marrow up to the day reaches a cut, whatever else is known."""
    marrows = (x for code in _MARROW_CODES for x in view.results(code))
    return any(x.value is not None and x.value >= cut for x in marrows)


def _by_flow(result: Result) -> bool:
    return result.code.endswith("_flow") or (result.method or "").lower() == "flow"


def _highest(results: tuple[Result, ...], op: Op, cut: D) -> Truth:
    counted_cells = [x for x in results if not _by_flow(x)]
    truths = [_percent(x, x.comparator, op, cut) for x in counted_cells] or [Truth.UNKNOWN]
    for result in results:
        # Flow is diluted: its percentage is only a lower bound, and "<0.01" not even that.
        if _by_flow(result) and result.comparator not in _UPPER_BOUNDS:
            truth = _percent(result, Comparator.GE, op, cut)
            truths += [truth] if truth is Truth.MET else []
    return any_true(truths)


def _percent(result: Result, comparator: Comparator | None, op: Op, cut: D) -> Truth:
    return Truth.UNKNOWN if result.value is None else compare(result.value, comparator, op, cut)


@dataclass(frozen=True, slots=True)
class Plasmacytomas:
    """Hold the lesions proven by biopsy, and those that nobody has biopsied."""

    proven: int
    unproven: int
    criterion: Criterion


def plasmacytomas(view: RecordView, crab_open: Truth) -> Plasmacytomas:
    """Judge MM-CLONE-PLASMACYTOMA.

    Args:
        view: the record as of a day.
        crab_open: whether a CRAB value meets its cut without the attribution ``other``.
    """
    latest = _latest_lesions(view)
    # What the biopsy of a "bone" lesion showed is not said: neither proven nor absent.
    proven = [x for x in latest if x.biopsy_proven and x.kind != "bone"]
    masses = [x for x in latest if x not in proven and x.kind not in _CELLS_ELSEWHERE]
    unproven = max(len(masses), _foci(view) - len(proven))
    cells = [x for x in latest if not x.biopsy_proven and x.kind in _CELLS_ELSEWHERE]
    inputs = tuple(Input("lesion", x.lesion, None, x.date.text) for x in latest)
    if proven:
        state, note = Truth.MET, None
    elif unproven or cells:
        state, note = Truth.UNKNOWN, Note("lesion_not_biopsied")
    elif not whole_body_imaged(view) and (view.flag("bone_pain") is True or crab_open is Truth.MET):
        state, note = Truth.UNKNOWN, Note("no_lesion_recorded_not_imaged")
    else:
        # Convention of the rule book: one of the two rules that read "none recorded" as no.
        imaged = whole_body_imaged(view)
        state = Truth.NOT_MET
        note = Note("none_recorded_imaged" if imaged else "none_recorded_not_imaged")
    tumours = [x for x in proven if x.kind == "plasmacytoma"]
    return Plasmacytomas(len(tumours), unproven, PLASMACYTOMA.answer(state, inputs, note))


def whole_body_imaged(view: RecordView) -> bool:
    """Tell whether a whole-body CT, PET-CT or MRI is recorded."""
    if any(whole(view.latest_finding(code)) for code in ("bone_lytic_ct", "bone_lytic_pet_ct")):
        return True
    mri = view.latest_finding("mri_focal_lesions")
    return mri is not None and isinstance(mri.value, dict) and mri.value.get("extent") in MRI_WHOLE


def _latest_lesions(view: RecordView) -> list[Lesion]:
    names = dict.fromkeys(lesion.lesion for lesion in view.lesions())
    lesions: list[Lesion] = []
    for name in names:
        history = [x for x in view.lesions() if x.lesion == name]
        newest = latest_of(history)
        proven = [x for x in history if x.biopsy_proven]
        if proven or not all(x.resolved for x in newest):
            lesions.append(min(proven or newest, key=_telling))
    return lesions


def _telling(lesion: Lesion) -> tuple[int, date]:
    """Put first, of entries on one lesion, the one that says most, whatever their order."""
    order = _KINDS_PROVEN if lesion.biopsy_proven else _KINDS_SEEN
    return order.index(lesion.kind), lesion.date.first


def _foci(view: RecordView) -> int:
    mri, lytic = counted(view.latest_finding("mri_focal_lesions")), bone_lesions(view).count
    focal_uptake = int(view.flag("pet_focal_uptake_without_lysis") is True)
    return max((focal_uptake, *(count for count in (mri, lytic) if count is not None)))
