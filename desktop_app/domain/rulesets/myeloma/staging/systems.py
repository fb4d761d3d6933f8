"""Stage myeloma by every system at the values of its diagnosis (MM-STAGE-BASE)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.myeloma_names import ACTIVE
from desktop_app.domain.myeloma_conclusions import Staging
from desktop_app.domain.rulesets.myeloma.staging.anchor import window_of
from desktop_app.domain.rulesets.myeloma.staging.china_2020 import china_2020
from desktop_app.domain.rulesets.myeloma.staging.derived_values import derived
from desktop_app.domain.rulesets.myeloma.staging.durie_salmon import durie_salmon
from desktop_app.domain.rulesets.myeloma.staging.genomic import ims_2025
from desktop_app.domain.rulesets.myeloma.staging.iss import iss
from desktop_app.domain.rulesets.myeloma.staging.other_systems import msmart, rwiss
from desktop_app.domain.rulesets.myeloma.staging.r2_iss import r2_iss
from desktop_app.domain.rulesets.myeloma.staging.r_iss import r_iss

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.conclusions import Criterion, Diagnosis
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.rulesets.myeloma.staging.anchor import Window
    from desktop_app.domain.view import RecordView

# The contract's names of the systems, as ``Staging`` holds them.
NAMED = ("durie_salmon", "iss", "r_iss", "r2_iss", "ims_2025")
OLDER_VERSION, CHINA = "MM-DS-VERSION", "MM-DS-AB-CN2020"
HITS, DANISH = "MM-MSMART-COUNT", "MM-RWISS"
# The systems beside those that the contract names, in the order in which they are given.
OTHERS = (OLDER_VERSION, CHINA, HITS, DANISH)


def staging(evidence: Evidence, diagnosis: Diagnosis) -> Staging | None:
    """Give every stage as the set that the known facts allow; None where nothing can be staged."""
    if not _concerns(evidence.view, diagnosis):
        return None
    window = window_of(evidence.view, diagnosis)
    known = diagnosis.category in ACTIVE
    found = _staged(window, if_myeloma=not known)
    rests = (found.durie_salmon.criteria, found.r2_iss.criteria, found.ims_2025.criteria)
    return found if known or any(map(_saw_anything, rests)) else None


def _concerns(view: RecordView, diagnosis: Diagnosis) -> bool:
    """Tell whether myeloma is a question; beside a named precursor only where it was asked."""
    if diagnosis.category in ACTIVE:
        return True
    if ACTIVE.isdisjoint(diagnosis.possible):
        return False
    asked = bool(view.results("beta2_microglobulin") or view.antimyeloma)
    return diagnosis.category is None or asked


def _staged(window: Window, *, if_myeloma: bool) -> Staging:
    anchor, international, durie = window.anchor, iss(window), durie_salmon(window)
    systems = (
        durie.older,
        china_2020(durie.original, window),
        msmart(window),
        rwiss(window, international),
    )
    return Staging(
        durie_salmon=durie.original,
        iss=international.system,
        r_iss=r_iss(window, international),
        r2_iss=r2_iss(window, international),
        ims_2025=ims_2025(window, international),
        others=tuple(zip(OTHERS, systems, strict=True)),
        anchor=None if anchor is None else anchor.day.text,
        basis=None if anchor is None else anchor.basis,
        if_myeloma=if_myeloma,
        derived=derived(window),
        notes=_notes(window),
    )


def _notes(window: Window) -> tuple[Note, ...]:
    """Say that later values change nothing once treatment has begun."""
    if not window.treated:
        return ()
    return (Note("staging_frozen", (("date", window.treated[0].text),)),)


def _saw_anything(criteria: Iterable[Criterion]) -> bool:
    return any(x.inputs or _saw_anything(x.criteria) for x in criteria)
