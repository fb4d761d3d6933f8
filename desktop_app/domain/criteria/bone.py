"""Judge bone: lytic lesions on X-ray, CT or PET-CT, and how much of the skeleton was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.criteria.attribution import Attribution, attributed, attribution
from desktop_app.domain.criterion import Rule
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.record import Finding
    from desktop_app.domain.view import RecordView

BONE = Rule(
    "MM-CRAB-BONE",
    "rajkumar2014",
    "primary",
    ">= 1 osteolytic lesion on X-ray, CT or PET-CT; >= 5 mm on CT or PET-CT",
)
SMALLEST_MM = D(5)
_CT, _PET, _XRAY = "bone_lytic_ct", "bone_lytic_pet_ct", "bone_lytic_xray"
_PART = "partial"
# MM-IMAGING-NO: the extents on which an MRI without lesions says no.
MRI_WHOLE = frozenset({"whole_body", "spine_pelvis"})


@dataclass(frozen=True, slots=True)
class BoneLesions:
    """Hold how many lytic lesions there are at least, and whether there can be no other.

    ``count`` is None where nothing settles it; ``imaged`` tells that CT or PET-CT saw the body.
    """

    count: int | None
    imaged: bool
    inputs: tuple[Input, ...]
    note: Note | None = None


def counted(finding: Finding | None) -> int | None:
    """Give the lesions of a finding that are large enough; None where it has no count."""
    if finding is None or not isinstance(finding.value, dict):
        return None
    count, largest = finding.value.get("count"), finding.value.get("largest_mm")
    if isinstance(count, bool) or not isinstance(count, int | D):
        return None
    if isinstance(largest, int | D) and largest < SMALLEST_MM:
        return 0
    return int(count)


def whole(finding: Finding | None) -> bool:
    """Tell whether an examination counts as whole body: a CT does unless it says otherwise."""
    if finding is None or not isinstance(finding.value, dict):
        return False
    return finding.value.get("extent") != _PART


def bone_lesions(view: RecordView) -> BoneLesions:
    """Count lytic lesions over the latest X-ray, CT and PET-CT (MM-CRAB-BONE, MM-IMAGING-NO)."""
    ct, pet, xray = (view.latest_finding(code) for code in (_CT, _PET, _XRAY))
    seen = [x for x in (ct, pet, xray) if x is not None]
    inputs = tuple(Input(x.code, x.value, None, x.date.text) for x in seen)
    if xray is not None and ct is not None and whole(ct) and _not_before(ct, xray):
        xray = None  # a whole-body CT the same day or later overrides X-ray
    counts = [n for n in (counted(ct), counted(pet), counted(xray)) if n is not None]
    imaged = any(counted(x) is not None and whole(x) for x in (ct, pet))
    if any(counts):
        return BoneLesions(max(counts), imaged, inputs)
    if imaged:
        told = any(_tells_extent(x) for x in (ct, pet))
        return BoneLesions(0, imaged, inputs, None if told else Note("extent_taken_as_whole_body"))
    return BoneLesions(None, imaged, inputs, Note("bone_not_assessed"))


def _not_before(finding: Finding, other: Finding) -> bool:
    """Tell whether a finding is certainly of the other's day or later; equal dates are one."""
    return finding.date == other.date or finding.date.first >= other.date.last


def _tells_extent(finding: Finding | None) -> bool:
    return finding is not None and isinstance(finding.value, dict) and "extent" in finding.value


def bone(view: RecordView) -> Criterion:
    """Judge bone with its attribution; how few lesions suffice is for the diagnosis to say."""
    lesions = bone_lesions(view)
    state = Truth.UNKNOWN if lesions.count is None else Truth.of(lesions.count >= 1)
    value = BONE.answer(state, lesions.inputs, lesions.note)
    return attributed(value, bone_cause(view))


def bone_cause(view: RecordView) -> Attribution:
    """Tell whether the clone causes the lesions: a biopsied bone plasmacytoma says so."""
    biopsied = any(
        lesion.kind == "plasmacytoma" and lesion.biopsy_proven and lesion.contiguous_with_bone
        for lesion in view.lesions()
    )
    if biopsied:
        return Attribution(Truth.MET, None, Note("bone_plasmacytoma_biopsied"))

    def new_lesion(answer: Finding) -> bool:
        before, now = bone_lesions(view.at(answer.date.last)).count, bone_lesions(view).count
        return now is not None and now > (before or 0)

    return attribution(view, "bone", new_lesion)
