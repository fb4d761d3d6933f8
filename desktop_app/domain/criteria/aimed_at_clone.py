"""Tell whether a treatment is aimed at the clone: steroids or immunoglobulin alone are not.

POEMS-DX-TIME says so of POEMS; in myeloma a steroid alone is treatment.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.regimens import drugs_of, parts_of

if TYPE_CHECKING:
    from desktop_app.domain.record import Treatment
    from desktop_app.domain.view import RecordView

# Immunoglobulin or a steroid, by any of these parts of a name as typed.
OTHERWISE = (
    *("ivig", "immunoglobulin", "immune globulin", "免疫球蛋白", "丙種球蛋白", "丙种球蛋白"),
    *("steroid", "predniso", "methasone", "cortisone", "cortisol", "medrol", "類固醇", "激素"),
    *("地塞米松", "泼尼松", "潑尼松", "强的松", "泼尼龙", "潑尼龍", "甲强龙", "甲強龍"),
    *("去氫可體醇", "普賴鬆", "皮質醇", "可体松", "可的松"),
)


def directed(treatment: Treatment) -> bool:
    """Tell whether a treatment is aimed at the clone; one that is not understood is."""
    return not all(any(part in name for part in OTHERWISE) for name in given(treatment))


def of_clone(view: RecordView) -> RecordView:
    """Look at the same record with the treatments alone that are aimed at the clone.

    A steroid that began with what is aimed at the clone belongs to it.
    """
    given = view.antimyeloma
    starts = {x.start for x in given if directed(x)}
    kept = tuple(x for x in given if x.start in starts)
    if kept == given:
        return view
    return replace(view, record=replace(view.record, treatments=kept))


def given(treatment: Treatment) -> tuple[str, ...]:
    """Give the drugs, else the parts of the regimen's name as typed."""
    drugs = drugs_of(treatment)
    return tuple(sorted(drugs)) if drugs else parts_of(treatment.regimen.casefold())
