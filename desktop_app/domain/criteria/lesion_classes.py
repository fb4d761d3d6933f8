"""Type the lesions of a record and tell what is there on a day (EMD-LESION, EMD-CLASS)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.bone import whole
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Lesion
from desktop_app.domain.truth import Truth
from desktop_app.domain.view import latest_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.myeloma_conclusions import Myeloma
    from desktop_app.domain.record import Finding
    from desktop_app.domain.view import RecordView

NONE, BESIDE_BONE, AWAY, BOTH, UNKNOWN = "none", "EM-B", "EM-E", "EM-B+EM-E", "unknown"
CLASSES = (NONE, BESIDE_BONE, AWAY, BOTH)
# Myeloma cells in a fluid came by the blood, whatever lies beside it.
FLUIDS = frozenset({"effusion", "csf"})
IN_BONE = "bone"
PROGRESSION = "PD"
WHOLE_BODY = frozenset({"pet_ct", "whole_body_ct", "whole_body_mri"})
_CT_CODES = ("bone_lytic_ct", "bone_lytic_pet_ct")


@dataclass(frozen=True, slots=True)
class TypedLesion:
    """Hold one lesion with its looks up to a day, the earliest first.

    ``classes`` are all that the contact with bone leaves possible, empty inside the bone;
    ``present`` is whether the latest look still found it.
    """

    name: str
    kind: str
    classes: tuple[str, ...]
    present: Truth
    looks: tuple[Lesion, ...]

    @property
    def last_seen(self) -> PartialDate | None:
        """Give the latest day on which a look found it."""
        return next((x.date for x in reversed(self.looks) if not gone(x)), None)


def gone(look: Lesion) -> bool:
    """Tell whether a look found nothing left: resolved, or without any size."""
    return look.resolved or (bool(look.diameters_mm) and not any(look.diameters_mm))


def typed_lesions(view: RecordView) -> tuple[TypedLesion, ...]:
    """Give every lesion up to the day, in the order in which they were first seen."""
    seen: dict[str, list[Lesion]] = {}
    for look in view.lesions():
        seen.setdefault(look.lesion, []).append(look)
    return tuple(_typed(name, tuple(looks)) for name, looks in seen.items())


def _typed(name: str, looks: tuple[Lesion, ...]) -> TypedLesion:
    newest = latest_of(looks)
    left = {gone(x) for x in newest}
    present = Truth.UNKNOWN if len(left) != 1 else Truth.of(False in left)
    kinds = {x.kind for x in newest}
    # Of two words for one lesion on a day the one counts that is outside the bone.
    kind = next((x for x in sorted(kinds) if x != IN_BONE), IN_BONE)
    return TypedLesion(name, kind, _classes(kind, looks), present, looks)


def _classes(kind: str, looks: tuple[Lesion, ...]) -> tuple[str, ...]:
    if kind == IN_BONE:
        return ()
    if kind in FLUIDS:
        return (AWAY,)
    told = latest_of(x for x in looks if x.contiguous_with_bone is not None)
    touching = {x.contiguous_with_bone for x in told} or {True, False}
    return tuple(name for name, touch in ((BESIDE_BONE, True), (AWAY, False)) if touch in touching)


def class_of(view: RecordView, lesions: tuple[TypedLesion, ...]) -> tuple[str, ...]:
    """Give the classes that a patient may have on the view's day, the lightest first."""
    outside = [x for x in lesions if x.classes and x.present is not Truth.NOT_MET]
    sets = {frozenset[str]()}
    for lesion in outside:
        options = [{name} for name in lesion.classes]
        options += [set()] if lesion.present is Truth.UNKNOWN else []
        sets = {known | option for known in sets for option in options}
    # Without a lesion that is certainly there, others are excluded by whole-body imaging alone.
    if frozenset() in sets and not looked_everywhere(view, lesions):
        return CLASSES
    names = {"+".join(sorted(known)) or NONE for known in sets}
    return tuple(name for name in CLASSES if name in names)


def looked_everywhere(view: RecordView, lesions: tuple[TypedLesion, ...]) -> bool:
    """Tell whether the whole body was imaged after all that was outside the bone was last seen."""
    found = [x.last_seen for x in lesions if x.classes]
    since = [day.last for day in found if day is not None]
    return any(all(day.first > past for past in since) for day in whole_body_days(view))


def whole_body_days(view: RecordView) -> Iterator[PartialDate]:
    """Give the days of a whole-body CT, PET-CT or MRI."""
    yield from (x.date for x in view.lesions() if x.modality in WHOLE_BODY)
    yield from (x.date for code in _CT_CODES for x in view.findings(code) if whole(x))
    yield from (x.date for x in view.findings("mri_focal_lesions") if _whole_mri(x))


def _whole_mri(finding: Finding) -> bool:
    return isinstance(finding.value, dict) and finding.value.get("extent") == "whole_body"


def relapsed_since(picture: Myeloma) -> bool:
    """Tell whether the disease came back after the whole body was last seen free of lesions."""
    found, response = picture.extramedullary, picture.response
    if found is None or found.as_of is None or found.category != NONE:
        return False
    leukemia = picture.plasma_cell_leukemia
    days = [x.date for x in response.timeline if x.category == PROGRESSION] if response else []
    days += [leukemia.since] if leukemia is not None and leukemia.since else []
    seen = PartialDate(found.as_of).last
    return any(PartialDate(day).first > seen for day in days)
