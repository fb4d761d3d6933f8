"""Say which dose of radiotherapy is reported for a solitary plasmacytoma (SP-RT): information."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.criterion import Rule
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.view import RecordView

DOSE = Rule("SP-RT", "caers2018", "secondary", ">= 50 mm")
LARGE_MM = 50


def radiotherapy(view: RecordView) -> Criterion:
    """Tell whether the largest diameter ever seen is 5 cm or more, and what follows."""
    sized = [(max(x.diameters_mm), x) for x in view.lesions() if x.diameters_mm]
    if not sized:
        return DOSE.answer(Truth.UNKNOWN, (), Note("sp_dose_unknown"))
    largest, look = max(sized, key=lambda each: each[0])
    large = largest >= LARGE_MM
    seen = Input("lesion", look.lesion, None, look.date.text)
    return DOSE.answer(Truth.of(large), [seen], Note("sp_dose_large" if large else "sp_dose_small"))
