"""Build lesions, smears and patients with myeloma for the tests of the myeloma chapter."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import ClinicalEvent, Lesion, Result, Treatment
from desktop_app.domain.rulesets.myeloma.extramedullary import extramedullary
from desktop_app.domain.rulesets.myeloma.lines.counting import counted_lines
from desktop_app.domain.rulesets.myeloma.plasma_cell_leukemia import plasma_cell_leukemia
from desktop_app.domain.rulesets.myeloma.smm_end import smm_end
from desktop_app.domain.rulesets.precursor.diagnosis.naming import diagnose
from tests.domain.cases import (
    cause,
    finding,
    flc,
    history,
    labs,
    marrow,
    result,
    serum,
    view,
)

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.myeloma_conclusions import Extramedullary, PlasmaCellLeukemia

MYELOMA = history("multiple_myeloma", "2022-07")
# Met in the record itself: clonal cells and an anaemia that the clone causes.
MET = (*marrow(30), serum("IgG-lambda"), result("hemoglobin", 8), cause("anemia", "clone"))


def smouldering(on: str, *, bands: str = "IgG-lambda") -> tuple[object, ...]:
    """Build smouldering myeloma that is certain on a day."""
    return (
        finding("serum_immunofixation", [bands], on),
        result("marrow_plasma_cells", 20, on=on),
        finding("marrow_clonality", True, on),
        *(result(x.code, x.value, on=on) for x in (*labs(), *flc(10, 12))),
        finding("bone_lytic_ct", {"count": 0}, on),
        finding("mri_focal_lesions", {"count": 0, "extent": "whole_body"}, on),
    )


def lesion(
    name: str = "T10",
    on: str = "2022-07",
    *,
    contact: bool | None = True,
    kind: str = "plasmacytoma",
    sizes: tuple[int, ...] = (),
    gone: bool = False,
    by: str | None = None,
    biopsied: bool | None = None,
    site: str | None = None,
) -> Lesion:
    """Build one look at a lesion."""
    return Lesion(
        PartialDate(on),
        name,
        kind,
        site=site,
        contiguous_with_bone=contact,
        biopsy_proven=biopsied,
        diameters_mm=tuple(map(Decimal, sizes)),
        modality=by,
        resolved=gone,
    )


def smear(percent: object, on: str = "2024-10") -> Result:
    """Build plasma cells of the blood in percent."""
    return result("circulating_plasma_cells", percent, on=on)


def white_cells(value: object, on: str = "2024-10", unit: str = "10*9/L") -> Result:
    """Build a white cell count."""
    return result("wbc", value, unit, on=on)


def count(value: object, on: str = "2024-10", unit: str = "10*9/L") -> Result:
    """Build a reported absolute count of plasma cells."""
    return result("circulating_plasma_cells_absolute", value, unit, on=on)


def treated(start: str, stop: str | None = None, *drugs: str) -> Treatment:
    """Build a treatment of one cycle at least."""
    return Treatment(
        "+".join(drugs) or "VCd",
        PartialDate(start),
        drugs or ("bortezomib", "cyclophosphamide", "dexamethasone"),
        None if stop is None else PartialDate(stop),
        cycles=4,
    )


def event(code: str, on: str) -> ClinicalEvent:
    """Build an event."""
    return ClinicalEvent(PartialDate(on), code)


def outside(*entries: object, as_of: str = "2026-06-30") -> Extramedullary | None:
    """Type the lesions of a patient."""
    seen = view(*entries, as_of=as_of)
    named = diagnose(seen)
    return extramedullary(named.evidence, named.diagnosis, counted_lines(seen))


def leukemia(*entries: object, as_of: str = "2026-06-30") -> PlasmaCellLeukemia | None:
    """Judge the blood of a patient."""
    named = diagnose(view(*entries, as_of=as_of))
    return plasma_cell_leukemia(named.evidence, named.diagnosis)


def end_of_smm(*entries: object, as_of: str = "2026-06-30") -> Criterion | None:
    """Judge the end of smouldering myeloma of a patient."""
    named = diagnose(view(*entries, as_of=as_of))
    return smm_end(named.evidence, named.diagnosis)
