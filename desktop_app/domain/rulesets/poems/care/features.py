"""Read the few facts on which the prompts of treatment and the differential rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input
from desktop_app.domain.criteria.bone import bone_lesions
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.poems_conclusions import PoemsTier
    from desktop_app.domain.view import RecordView

MARROW_ROUTES = ("POEMS-CLONE-IHC", "POEMS-CLONE-FLOW")


def state_of(tier: PoemsTier, name: str) -> Truth:
    """Give the answer of a criterion of the tier by its ID; unknown where it has none."""
    found = (x.state for x in _every(tier.criteria) if x.id == name)
    return next(found, Truth.UNKNOWN)


def _every(criteria: Iterable[Criterion]) -> Iterable[Criterion]:
    for each in criteria:
        yield each
        yield from _every(each.criteria)


def marrow_clone(tier: PoemsTier) -> Truth:
    """Tell whether stain or flow shows the clone in the marrow; one of them suffices to say no."""
    states = [state_of(tier, name) for name in MARROW_ROUTES]
    if Truth.MET in states:
        return Truth.MET
    return Truth.NOT_MET if Truth.NOT_MET in states else Truth.UNKNOWN


def sclerotic(view: RecordView) -> int | None:
    """Count the sclerotic lesions of the last examination; None where none says."""
    finding = view.latest_finding("bone_sclerotic")
    count = finding.value.get("count") if finding and isinstance(finding.value, Mapping) else None
    return count if isinstance(count, int) else None


def lesion_counts(view: RecordView) -> tuple[int, bool]:
    """Count sclerotic and lytic lesions at least, and tell whether both kinds were counted."""
    both = sclerotic(view), bone_lesions(view).count
    known = [count for count in both if count is not None]
    return sum(known), len(known) == len(both)


def shown(view: RecordView, *codes: str) -> tuple[Input, ...]:
    """Show the latest findings of some codes in the trace."""
    return tuple(
        Input(x.code, x.value, None, x.date.text)
        for code in codes
        for x in view.latest_findings(code)
    )
