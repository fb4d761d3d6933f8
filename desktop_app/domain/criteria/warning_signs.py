"""Look for signs that this is more than MGUS: AL amyloidosis (AL-SUSPECT) and IgM organ damage."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.criterion import (
    Cut,
    Judgement,
    Op,
    Rule,
    compare,
    input_of,
    judge,
)
from desktop_app.domain.record import Interpretation
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.record import Finding, Result
    from desktop_app.domain.view import RecordView

AMYLOIDOSIS = Rule("AL-SUSPECT", "gertz2005", "secondary", "any sign")
IGM_DAMAGE = Rule("MGUS-IGM-DX-ORGAN", "mgustable", "secondary", "any sign")
URINE_PROTEIN_CUT = Cut(Op.GE, {"mg/(24.h)": D(500)})
# The mg/mmol cut is that of MGRS-PROMPT: it asks earlier than 500 mg/g would.
UPCR_CUT = Cut(Op.GE, {"mg/g": D(500), "mg/mmol": D(50)})
NT_PROBNP_CUT = Cut(Op.GT, {"ng/L": D(332)})
ALP_TIMES_ULN = D("1.5")
_SIGNS = (
    "heart_failure_preserved_ef",
    "hepatomegaly",
    "autonomic_neuropathy",
    "carpal_tunnel_bilateral",
    "macroglossia",
    "periorbital_purpura",
    "constitutional_symptoms",
    "weight_loss",
)
IGM_SIGNS = (
    "constitutional_symptoms",
    "hyperviscosity",
    "lymphadenopathy",
    "hepatomegaly",
    "splenomegaly",
)


@dataclass(frozen=True, slots=True)
class AmyloidScreen:
    """Hold whether AL amyloidosis is suspected, proven in tissue, or tissue was negative."""

    criterion: Criterion
    proven: bool
    tissue_negative: bool

    @property
    def suspected(self) -> bool:
        """Tell whether any sign is recorded."""
        return self.criterion.state is Truth.MET

    @property
    def unsettled(self) -> bool:
        """Tell whether a recorded value leaves it open, as without the laboratory's limit."""
        return self.criterion.state is Truth.UNKNOWN


def amyloidosis(view: RecordView) -> AmyloidScreen:
    """Judge AL-SUSPECT: one of the two rules that read "none recorded" as no.

    A value that is recorded and not settled, as without its limit, is unknown and not none.
    """
    inputs: list[Input] = []
    biopsy = view.latest_finding("renal_biopsy")
    congo_red = view.flag("congo_red")
    proven = congo_red is True or (biopsy is not None and biopsy.value == "al")
    if proven:
        inputs += _findings(view, ("congo_red", "renal_biopsy"))
    inputs += [_input(x) for code in _SIGNS for x in view.latest_findings(code) if x.value is True]
    inputs += [_input(x) for x in view.latest_findings("polyneuropathy") if _present(x)]
    values = _laboratory_values(view)
    inputs += [input_of(value) for value, truth in values if truth is Truth.MET]
    open_values = [input_of(value) for value, truth in values if truth is Truth.UNKNOWN]
    if inputs:
        answer = AMYLOIDOSIS.answer(Truth.MET, inputs)
    elif open_values:
        answer = AMYLOIDOSIS.answer(Truth.UNKNOWN, open_values, Note("al_value_unsettled"))
    else:
        open_ = [code for code in (*_SIGNS, "polyneuropathy") if not view.findings(code)]
        note = Note("al_signs_not_recorded", (("codes", ",".join(open_)),)) if open_ else None
        answer = AMYLOIDOSIS.answer(Truth.NOT_MET, (), note)
    return AmyloidScreen(answer, proven, congo_red is False)


def neuropathy(view: RecordView) -> bool:
    """Tell whether polyneuropathy is recorded as present."""
    return any(_present(x) for x in view.latest_findings("polyneuropathy"))


def _present(finding: Finding) -> bool:
    return isinstance(finding.value, dict) and finding.value.get("present") is True


def _laboratory_values(view: RecordView) -> list[tuple[Result, Truth]]:
    """Judge the laboratory's part of the signs, but for what a finding explains or excludes."""
    found: list[tuple[Result, Truth]] = []
    if not _proteinuria_explained(view):
        found += _against(view, "urine_protein_24h", URINE_PROTEIN_CUT)
        found += _against(view, "upcr", UPCR_CUT)
    if view.flag("heart_failure_preserved_ef") is not False:
        found += _against(view, "nt_probnp", NT_PROBNP_CUT)
        troponins = (*view.latest("troponin_t"), *view.latest("troponin_i"))
        found += [(x, _above_limit(x, D(1))) for x in troponins]
    if view.flag("hepatomegaly") is not False:
        found += [(x, _above_limit(x, ALP_TIMES_ULN)) for x in view.latest("alp")]
    return found


def _proteinuria_explained(view: RecordView) -> bool:
    biopsy = view.latest_finding("renal_biopsy")
    if biopsy is not None and biopsy.value == "unrelated":
        return True
    albumin, protein = view.latest("uacr"), view.latest("upcr")
    if len(albumin) != 1 or len(protein) != 1:
        return False
    shares = [
        view.catalogue[x.code].converted(x.value, x.unit, "mg/g")
        for x in (albumin[0], protein[0])
        if x.value is not None and x.unit is not None and x.comparator is None
    ]
    # Much albumin speaks for a glomerular cause; AL-SUSPECT is lifted only where it is little.
    return len(shares) == 2 and shares[0] * 2 <= shares[1]


def _against(view: RecordView, code: str, cut: Cut) -> list[tuple[Result, Truth]]:
    """Judge the latest values of a code; one reported as normal or low is below any such cut."""
    return [
        (x, judge(x, cut, view.catalogue).truth if x.value is not None else _spoken(x))
        for x in view.latest(code)
    ]


def _spoken(result: Result) -> Truth:
    high = result.interpretation is Interpretation.HIGH
    return Truth.UNKNOWN if high else Truth.NOT_MET


def _above_limit(result: Result, times: D) -> Truth:
    if result.value is None:
        spoken = _spoken(result)
        return Truth.MET if spoken is Truth.UNKNOWN and times == 1 else spoken
    if result.high is None:
        return Truth.UNKNOWN
    return compare(result.value, result.comparator, Op.GT, result.high * times)


def igm_organ_damage(view: RecordView, anemia: Criterion) -> Criterion:
    """Judge organ damage of an IgM clone: attributable anaemia or any sign of MGUS-IGM-DX."""
    answers = [Truth.of(view.flag(code)) for code in IGM_SIGNS]
    recorded = tuple(code for code in IGM_SIGNS if view.findings(code))
    missing = [code for code in IGM_SIGNS if code not in recorded]
    note = Note("igm_signs_not_recorded", (("codes", ",".join(missing)),)) if missing else None
    state = any_true((anemia.state, *answers))
    return IGM_DAMAGE.answer(state, _findings(view, recorded), note, (anemia,))


def lymphoplasmacytic(view: RecordView) -> Judgement:
    """Tell whether the lymphoplasmacytic infiltration is 10 % or more (IGM-SWM-MAYO)."""
    finding = view.latest_finding("lymphoplasmacytic_infiltration")
    if finding is None or isinstance(finding.value, bool) or not isinstance(finding.value, int | D):
        return Judgement(Truth.UNKNOWN, Note("missing"))
    return Judgement(Truth.of(finding.value >= 10))


def _findings(view: RecordView, codes: Iterable[str]) -> list[Input]:
    found = [view.latest_finding(code) for code in codes]
    return [_input(x) for x in found if x is not None]


def _input(finding: Finding) -> Input:
    return Input(finding.code, finding.value, None, finding.date.text)
