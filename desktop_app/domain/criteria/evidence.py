"""Gather every criterion of a record as of a day: what all rule sets rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal as D

from desktop_app.domain.conclusions import Criterion, Note
from desktop_app.domain.criteria import calcium, hemoglobin, kidney, m_protein, slim
from desktop_app.domain.criteria.attribution import value_meets
from desktop_app.domain.criteria.bone import bone, bone_lesions
from desktop_app.domain.criteria.clone import Marrow, Plasmacytomas, marrow, plasmacytomas
from desktop_app.domain.criteria.light_chains import LightChains, Sample, light_chains
from desktop_app.domain.criteria.warning_signs import (
    AmyloidScreen,
    amyloidosis,
    igm_organ_damage,
    lymphoplasmacytic,
    neuropathy,
)
from desktop_app.domain.criterion import Cut, Op, Rule, compare, input_of, judge, judge_all
from desktop_app.domain.partial_date import add_months
from desktop_app.domain.record import Interpretation
from desktop_app.domain.truth import Truth, any_true
from desktop_app.domain.view import RecordView

CLONE = Rule("MM-CLONE", "rajkumar2014", "secondary", "either of the two")
MYELOMA = Rule("MM-DX", "rajkumar2014", "secondary", "clone and any of the seven events")
CIRCULATING = Rule("PCL-STOP", "pcl2021", "primary", ">= 5 %")
CIRCULATING_CUT = Cut(Op.GE, {"%": D(5)})
# MGUS-LC-DX: in kidney disease a ratio inside this range is not taken as a clone.
# A negative screen older than this says nothing of today (DX-TIME: "old").
SCREEN_MONTHS = 12
INFILTRATION = "lymphoplasmacytic_infiltration"
RENAL_RATIO_LOW, RENAL_RATIO_HIGH, RENAL_EGFR = D("0.37"), D("3.10"), D(60)
# FLC-RANGE-STD, katzmann2002: the upper ends, where the report prints no limit.
CHAIN_CUTS = {
    "kappa": Cut(Op.GT, {"mg/L": D("19.4")}),
    "lambda": Cut(Op.GT, {"mg/L": D("26.3")}),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hold the criteria of a record as of a day."""

    view: RecordView
    marrow: Marrow
    tumours: Plasmacytomas
    calcium: Criterion
    renal: Criterion
    hemoglobin: Criterion
    bone: Criterion
    chains: LightChains
    slim_flc: Criterion
    slim_mri: Criterion
    m_protein: Criterion
    m_present: Truth
    urine: Criterion
    circulating: Criterion
    amyloid: AmyloidScreen
    igm_damage: Criterion
    lymphoplasmacytic: Truth
    neuropathy: bool

    @property
    def organs(self) -> tuple[Criterion, Criterion, Criterion]:
        """Give calcium, kidney and haemoglobin."""
        return self.calcium, self.renal, self.hemoglobin

    @property
    def crab_open(self) -> Truth:
        """Tell whether a CRAB value meets its cut without the attribution ``other``."""
        return any_true(value_meets(x) for x in (*self.organs, self.bone))

    @property
    def myeloma_events(self) -> tuple[Criterion, ...]:
        """Give the seven myeloma-defining events."""
        _, sixty = self.marrow.criteria()
        return (*self.organs, self.bone, sixty, self.slim_flc, self.slim_mri)

    @property
    def few_lesions(self) -> bool:
        """Tell whether one bone lesion meets fewer than 10 % plasma cells (MM-CRAB-BONE-FEW)."""
        return self.marrow.ten is not Truth.MET and bone_lesions(self.view).count == 1

    @property
    def events(self) -> tuple[Truth, ...]:
        """Give the answers of the seven events; one lesion counts only with 10 % plasma cells."""
        few = self.marrow.ten if self.few_lesions else Truth.MET
        return tuple(
            x.state & few if x.id == self.bone.id else x.state for x in self.myeloma_events
        )

    @property
    def event_recorded(self) -> bool:
        """Tell whether any myeloma-defining event is certain."""
        return Truth.MET in self.events

    @property
    def urine_conflict(self) -> bool:
        """Tell whether light chains alone are on immunofixation while the ratio is normal."""
        clone = self.chains.clone
        return not clone.heavy and clone.any_light_chain and self.chains.normal

    @property
    def several_plasmacytomas(self) -> bool:
        """Tell whether two or more were biopsied beside fewer than 10 % plasma cells (SP-DX)."""
        return self.tumours.proven > 1 and self.marrow.ten is not Truth.MET

    @property
    def screen_negative(self) -> bool:
        """Tell whether serum, urine and light chains show no M-protein (DX-NOCLONE)."""
        clone = self.chains.clone
        nothing = frozenset[str]()
        return (
            clone.serum == nothing
            and clone.urine == nothing
            and self.chains.normal
            and self.m_present is not Truth.MET
        )

    @property
    def ratio_far(self) -> bool:
        """Tell whether the ratio may be 100 or more while its chain, or a digit, is missing."""
        return self.slim_flc.note in slim.FAR

    @property
    def cast_nephropathy(self) -> bool:
        """Tell whether a kidney biopsy found cast nephropathy, which is myeloma (MGRS-DX)."""
        biopsy = self.view.latest_finding("renal_biopsy")
        return biopsy is not None and biopsy.value == "cast_nephropathy"

    @property
    def nothing_found(self) -> bool:
        """Tell whether a recent screen is negative, and nothing recorded speaks for a clone."""
        return (
            self.screen_negative
            and all(value.state is Truth.NOT_MET for value in self.organs)
            and not self._ever_anything()
            and self._screened_since(add_months(self.view.as_of, -SCREEN_MONTHS))
        )

    def _ever_anything(self) -> bool:
        """Tell whether a clone, a lesion or a sign of one was ever recorded."""
        view = self.view
        amounts = (*view.results("serum_m_protein"), *view.results("urine_m_protein_24h"))
        bands = ("serum_immunofixation", "urine_immunofixation")
        signs = (
            bool(view.history() or self.marrow.results or view.lesions()),
            any(x.value is None or x.value > 0 for x in amounts),
            any(x.value for code in bands for x in view.findings(code)),
            self.event_recorded or self.bone.state is Truth.MET,
            self.amyloid.criterion.state is not Truth.NOT_MET,
            self.igm_damage.state is Truth.MET or bool(view.findings(INFILTRATION)),
            view.flag("bone_pain") is True,
        )
        return any(signs)

    def _screened_since(self, day: date) -> bool:
        dated = self.view.latest_findings("serum_immunofixation")
        return bool(dated) and all(x.date.first >= day for x in dated)

    @property
    def band_conflict(self) -> bool:
        """Tell whether serum immunofixation is negative while an M-protein was measured."""
        return self.chains.clone.serum == frozenset() and self.m_present is Truth.MET


def gather(view: RecordView) -> Evidence:
    """Judge every criterion as of the view's day."""
    chains = light_chains(view)
    organs = calcium.calcium(view), kidney.renal(view), hemoglobin.hemoglobin(view)
    bones = bone(view)
    crab_open = any_true(value_meets(x) for x in (*organs, bones))
    return Evidence(
        view=view,
        marrow=marrow(view),
        tumours=plasmacytomas(view, crab_open),
        calcium=organs[0],
        renal=organs[1],
        hemoglobin=organs[2],
        bone=bones,
        chains=chains,
        slim_flc=slim.free_light_chains(view, chains),
        slim_mri=slim.mri(view),
        m_protein=m_protein.serum(view),
        m_present=m_protein.serum_amount(view, m_protein.PRESENT_CUT).truth,
        urine=m_protein.urine(view),
        circulating=circulating_cells(view),
        amyloid=amyloidosis(view),
        igm_damage=igm_organ_damage(view, organs[2]),
        lymphoplasmacytic=lymphoplasmacytic(view).truth,
        neuropathy=neuropathy(view),
    )


def circulating_cells(view: RecordView) -> Criterion:
    """Judge the latest smear (PCL-STOP)."""
    smears = view.latest("circulating_plasma_cells")
    judgement = judge_all(smears, lambda x: judge(x, CIRCULATING_CUT, view.catalogue))
    return CIRCULATING.answer(judgement.truth, map(input_of, smears), judgement.note)


def ratio_without_clone(evidence: Evidence) -> bool:
    """Tell whether an abnormal ratio proves no clone (MGUS-LC-DX).

    Without a light chain on immunofixation kidney disease may explain it, or its chain is not
    known to be above the range.
    """
    if evidence.chains.clone.any_light_chain:
        return False
    return _renal_ratio(evidence) or _chain_not_raised(evidence)


def _chain_not_raised(evidence: Evidence) -> bool:
    chains = evidence.chains
    if chains.involved is None or not chains.samples:
        return False
    raised = [_raised(sample, chains.involved, evidence.view) for sample in chains.samples]
    return all(truth is not Truth.MET for truth in raised)


def _raised(sample: Sample, involved: str, view: RecordView) -> Truth:
    chain = sample.kappa if involved == "kappa" else sample.lambda_
    if chain is None:
        return Truth.UNKNOWN
    if chain.value is None:
        return Truth.of(chain.interpretation is Interpretation.HIGH)
    if chain.high is not None:
        return compare(chain.value, chain.comparator, Op.GT, chain.high)
    return judge(chain, CHAIN_CUTS[involved], view.catalogue).truth


def _renal_ratio(evidence: Evidence) -> bool:
    inside = all(
        ratio is not None and RENAL_RATIO_LOW <= ratio.value <= RENAL_RATIO_HIGH
        for ratio in evidence.chains.ratios
    )
    if not inside or not evidence.chains.ratios:
        return False
    estimates = kidney.filtration(evidence.view)
    return bool(estimates) and all(
        compare(x, None, Op.LT, RENAL_EGFR) is Truth.MET for x in estimates
    )


def myeloma(evidence: Evidence) -> Criterion:
    """Judge MM-DX with its whole trace; how IgM changes it is for the category to say."""
    ten, _ = evidence.marrow.criteria()
    members = (ten, evidence.tumours.criterion)
    clone = CLONE.answer(any_true(x.state for x in members), criteria=members)
    state = clone.state & any_true(evidence.events)
    note = Note("bone_few") if evidence.few_lesions else None
    return MYELOMA.answer(state, (), note, (clone, *evidence.myeloma_events))
