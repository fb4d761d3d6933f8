"""Tell of each other disease what fits here, what does not, and what is open (POEMS-DDX)."""

from __future__ import annotations

from functools import reduce
from operator import and_
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.attribution import RENAL_LESIONS
from desktop_app.domain.criteria.bone import bone_lesions
from desktop_app.domain.criterion import Rule
from desktop_app.domain.rulesets.poems.care.features import lesion_counts, shown, state_of
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.poems_conclusions import PoemsTier
    from desktop_app.domain.view import RecordView

SOURCE, PRINTED, OURS = "poems2025", "source-doc", "unverified"
CIDP = Rule(
    "POEMS-DDX-CIDP", SOURCE, PRINTED, "no clone, VEGF not raised, no bone lesion, no skin change"
)
AMYLOID = Rule("POEMS-DDX-AL", SOURCE, PRINTED, "any sign, or Congo red")
PRECURSOR = Rule("POEMS-DDX-MGUS", SOURCE, PRINTED, "clone, VEGF not raised, no bone lesion")
MYELOMA = Rule("POEMS-DDX-MM", SOURCE, OURS, "lytic lesion, >= 10 %, or event")
TUMOUR = Rule("POEMS-DDX-SP", SOURCE, OURS, "one lesion, lytic or sclerotic")
KIDNEY = Rule("POEMS-DDX-MGRS", SOURCE, OURS, "kidney biopsy, not unrelated, not cast nephropathy")
IGM = Rule("POEMS-DDX-IGM", SOURCE, OURS, "any of IgM, anti-MAG, MYD88")
CRYOGLOBULIN = Rule("POEMS-DDX-CRYO", SOURCE, OURS, "kidney biopsy: cryoglobulins")
# What is asked of them; the diseases share these parts.
NO_CLONE = Rule("POEMS-DDX-NOCLONE", SOURCE, PRINTED, "no clone by any route")
CLONE = Rule("POEMS-DDX-CLONE", SOURCE, OURS, "clone by any route")
NO_VEGF = Rule("POEMS-DDX-NOVEGF", SOURCE, PRINTED, "VEGF not raised")
NO_BONE = Rule("POEMS-DDX-NOBONE", SOURCE, PRINTED, "no lesion, lytic or sclerotic")
NO_SKIN = Rule("POEMS-DDX-NOSKIN", SOURCE, PRINTED, "not any of the seven skin changes")
SIGN = Rule("POEMS-DDX-ALSIGN", SOURCE, PRINTED, "any sign of AL-SUSPECT")
CONGO_RED = Rule("POEMS-DDX-CONGO", SOURCE, PRINTED, "any positive biopsy")
CELLS = Rule("POEMS-DDX-CELLS", SOURCE, OURS, ">= 10 %")
LYTIC = Rule("POEMS-DDX-LYTIC", SOURCE, OURS, "any lytic lesion")
EVENT = Rule("POEMS-DDX-EVENT", SOURCE, OURS, "any of the seven events")
BAND = Rule("POEMS-DDX-IGMBAND", SOURCE, OURS, "any IgM band")
ANTI_MAG = Rule("POEMS-DDX-MAG", SOURCE, OURS, "any positive test")
MYD88 = Rule("POEMS-DDX-MYD88", SOURCE, OURS, "any positive test")
# What a kidney biopsy shows that is no MGRS: cast nephropathy is myeloma.
NOT_MGRS = frozenset({"unrelated", "cast_nephropathy"})
CRYO = frozenset({"cryoglobulinemic"})
SINGLE = 1
BIOPSY = "renal_biopsy"


def differential(evidence: Evidence, tier: PoemsTier) -> tuple[Criterion, ...]:
    """Give each other disease: met where it fits, not met where it does not.

    CIDP and MGUS must fit in all that is asked; of the others one sign suffices.
    """
    view = evidence.view
    clone, vegf = state_of(tier, "POEMS-DX-CLONE"), state_of(tier, "POEMS-DX-VEGF")
    no_vegf, no_bone = NO_VEGF.answer(~vegf), NO_BONE.answer(_without_lesion(view))
    no_skin = NO_SKIN.answer(~state_of(tier, "POEMS-DX-SKIN"))
    return (
        _whole(CIDP, NO_CLONE.answer(~clone), no_vegf, no_bone, no_skin),
        _one(AMYLOID, SIGN.answer(evidence.amyloid.criterion.state), _flag(view, CONGO_RED)),
        _whole(PRECURSOR, CLONE.answer(clone), no_vegf, no_bone),
        _one(MYELOMA, _lytic(view), CELLS.answer(evidence.marrow.ten), _event(evidence)),
        TUMOUR.answer(_single(view)),
        KIDNEY.answer(~_shows(view, NOT_MGRS), shown(view, BIOPSY)),
        _one(IGM, BAND.answer(_igm(evidence)), _flag(view, ANTI_MAG), _flag(view, MYD88)),
        CRYOGLOBULIN.answer(_shows(view, CRYO), shown(view, BIOPSY)),
    )


def _whole(rule: Rule, *parts: Criterion) -> Criterion:
    return rule.answer(reduce(and_, (x.state for x in parts)), (), Note("ddx_all"), parts)


def _one(rule: Rule, *parts: Criterion) -> Criterion:
    return rule.answer(any_true(x.state for x in parts), (), Note("ddx_any"), parts)


FLAGS = {CONGO_RED.id: "congo_red", ANTI_MAG.id: "anti_mag", MYD88.id: "myd88_l265p"}


def _flag(view: RecordView, rule: Rule) -> Criterion:
    code = FLAGS[rule.id]
    return rule.answer(Truth.of(view.flag(code)), shown(view, code))


def _without_lesion(view: RecordView) -> Truth:
    count, whole = lesion_counts(view)
    if count:
        return Truth.NOT_MET
    return Truth.MET if whole else Truth.UNKNOWN


def _single(view: RecordView) -> Truth:
    """Tell whether there is one lesion, lytic or sclerotic."""
    count, whole = lesion_counts(view)
    if count > SINGLE:
        return Truth.NOT_MET
    return Truth.of(count == SINGLE) if whole else Truth.UNKNOWN


def _lytic(view: RecordView) -> Criterion:
    lesions = bone_lesions(view)
    state = Truth.of(None if lesions.count is None else bool(lesions.count))
    return LYTIC.answer(state, lesions.inputs)


def _event(evidence: Evidence) -> Criterion:
    return EVENT.answer(any_true(evidence.events))


def _shows(view: RecordView, lesions: frozenset[str]) -> Truth:
    """Tell whether the kidney biopsy shows one of some lesions; free text leaves it open."""
    finding = view.latest_finding(BIOPSY)
    if finding is None or finding.value not in RENAL_LESIONS:
        return Truth.UNKNOWN
    return Truth.of(finding.value in lesions)


def _igm(evidence: Evidence) -> Truth:
    clone = evidence.chains.clone
    if "IgM" in clone.heavy:
        return Truth.MET
    return Truth.UNKNOWN if clone.serum is None else Truth.NOT_MET
