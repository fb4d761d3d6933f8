"""Place the bone item of Durie-Salmon: X-ray, else CT or PET-CT (MM-DS-STAGE)."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.criteria.bone import counted, whole
from desktop_app.domain.rulesets.myeloma.staging.bands import Place

if TYPE_CHECKING:
    from desktop_app.domain.record import Finding
    from desktop_app.domain.rulesets.myeloma.staging.anchor import Window

XRAY = "bone_lytic_xray"
SCANS = ("bone_lytic_ct", "bone_lytic_pet_ct")
# A textbook reads "advanced lytic lesions" as more than three.
ADVANCED = 3


def bone_item(window: Window) -> Place:
    """Place the number of lytic lesions at diagnosis."""
    solitary = _solitary(window)
    films = _counted(window, XRAY)
    if films:
        return _place([films], None, solitary=solitary)
    scans = [found for code in SCANS if (found := _counted(window, code))]
    if scans:
        return _place(scans, Note("ds_bone_not_xray"), solitary=solitary)
    return Place(frozenset({"I", "II", "III"}), (), window.findings(XRAY).note)


def _counted(window: Window, code: str) -> list[Finding]:
    return [x for x in window.findings(code).entries if counted(x) is not None]


def _place(methods: list[list[Finding]], note: Note | None, *, solitary: bool) -> Place:
    """Place what each method found; of one method several findings may be that at diagnosis."""
    possible = frozenset[str]().union(
        *(_stages(together, solitary=solitary) for together in product(*methods))
    )
    inputs = tuple(Input(x.code, x.value, None, x.date.text) for found in methods for x in found)
    return Place(possible, inputs, note)


def _stages(together: tuple[Finding, ...], *, solitary: bool) -> frozenset[str]:
    """Give the stages of a count; where only a part was looked at there may be more."""
    count = max(counted(finding) or 0 for finding in together)
    if count > ADVANCED:
        return frozenset({"III"})
    alone = not count or (count == 1 and solitary)
    more = () if any(map(whole, together)) else ("II", "III")
    return frozenset({"I" if alone else "II", *more})


def _solitary(window: Window) -> bool:
    """Tell whether the one lesion of bone is a plasmacytoma proven by biopsy."""
    proven = {
        lesion.lesion
        for lesion in window.nearest(window.view.lesions()).entries
        if lesion.kind == "plasmacytoma" and lesion.biopsy_proven and lesion.contiguous_with_bone
    }
    return len(proven) == 1
