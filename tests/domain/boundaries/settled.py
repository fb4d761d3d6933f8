"""Give the boundaries of time: what was certain on a day stays, and what came first decides."""

from __future__ import annotations

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Treatment
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import (
    assessed,
    cause,
    ct,
    finding,
    flc,
    history,
    labs,
    marrow,
    result,
    serum,
)

IGG = serum("IgG-kappa")
NOW = (result("serum_m_protein", 1), *marrow(5), *flc(15, 10), *labs())
PRIMARY, SECONDARY = "primary_plasma_cell_leukemia", "secondary_plasma_cell_leukemia"


def cells(percent: object, on: str) -> object:
    return result("marrow_plasma_cells", percent, on=on)


def smear(percent: object, on: str) -> object:
    return result("circulating_plasma_cells", percent, on=on)


def named(*entries: object, as_of: str = "2026-06-30") -> tuple[str | None, str]:
    diagnosis = assessed(*entries, as_of=as_of).diagnosis
    return diagnosis.category, diagnosis.status


def on(as_of: str, *entries: object) -> tuple[str | None, str]:
    return named(*entries, as_of=as_of)


def after(percent: object, iu: object) -> tuple[str | None, str]:
    """Name 1 % plasma cells of today after so many with such light chains two years ago."""
    then = "2024-01-01"
    chains = (result("flc_kappa", iu, on=then), result("flc_lambda", 1, on=then))
    bands = finding("serum_immunofixation", ["IgG-kappa"], on=then)
    return named(bands, cells(percent, then), *chains, *NOW)


def stepping_down(spike: object, when: str) -> tuple[str | None, str]:
    """Name MGUS of today after a spike of then."""
    bands = finding("serum_immunofixation", ["IgG-kappa"], on="2024-01-01")
    old = (cells(5, "2024-01-01"), *(x for x in EARLY if x.code != "serum_m_protein"))
    return named(bands, *old, result("serum_m_protein", spike, on=when), *NOW)


EARLY = (
    *(result(code, value, on="2024-01-01") for code, value in (
        ("hemoglobin", "13.5"), ("calcium", "9.2"), ("creatinine", "0.8"), ("flc_kappa", 15),
        ("flc_lambda", 10),
    )),
)  # fmt: skip
MYELOMA = (IGG, cells(70, "2025-01-01"))
C, P = "confirmed", "presumed"
VECTORS: tuple[Vector, ...] = (
    *rows(
        "myeloma stays", "DX-TIME MM-DX", after,
        (10, 100, ("multiple_myeloma", C)), ("9.9", 100, ("mgus_non_igm", C)),
        ("10", "99.9", ("mgus_non_igm", C)), (11, 100, ("multiple_myeloma", C)),
        (60, 5, ("multiple_myeloma", C)),
    ),
    *rows(
        "a precursor does not step down", "DX-TIME", stepping_down,
        ("3", "2024-01-01", ("smm", P)), ("2.9", "2024-01-01", ("mgus_non_igm", C)),
        ("3.5", "2026-05-31", ("smm", P)),
    ),
    *rows(
        "the day of the last finding counts", "DX-TIME MM-CRAB-BONE", on,
        ("2026-06-30", IGG, cells(15, "2026-01-01"), smear(6, "2026-06-30"),
         finding("bone_lytic_ct", {"count": 3}, on="2026-06-30"),
         cause("bone", "clone", "2026-06-30"),
         (PRIMARY, C)),
        ("2026-06-30", IGG, cells(15, "2026-01-01"), smear(6, "2026-06-30"),
         finding("bone_lytic_ct", {"count": 3}, on="2026-06-29"),
         cause("bone", "clone", "2026-06-29"),
         (SECONDARY, C)),
        ("2026-06-30", IGG, cells(15, "2026-01-01"), smear(6, "2026-06-30"),
         finding("bone_lytic_ct", {"count": 0}, on="2026-06-30"), (None, "undetermined")),
    ),
    *rows(
        "leukaemia", "PCL-STOP DX-ORDER", named,
        (*MYELOMA, smear(5, "2025-01-01"), (PRIMARY, C)),
        (*MYELOMA, smear("4.9", "2025-01-01"), ("multiple_myeloma", C)),
        (*MYELOMA, smear(5, "2025-01-02"), (SECONDARY, C)),
        (*MYELOMA, smear(5, "2026-01-02"), smear(0, "2026-03-01"), (SECONDARY, C)),
        (*MYELOMA, smear(5, "2024-12-31"), smear(0, "2025-01-01"), ("multiple_myeloma", C)),
        (*MYELOMA, smear(5, "2024-12-31"), (PRIMARY, C)),
        (*MYELOMA, smear(5, "2025-01-01"), Treatment("Rd", PartialDate("2024-12-31")),
         (SECONDARY, C)),
        (*MYELOMA, smear(5, "2025-01-01"), Treatment("Rd", PartialDate("2025-01-01")),
         (PRIMARY, C)),
        (history("multiple_myeloma"), smear(5, "2025-01-01"), (SECONDARY, C)),
        (IGG, smear(5, "2025-01-01"), (None, "undetermined")),
        (ct(0), smear("4.9", "2025-01-01"), (None, "undetermined")),
    ),
)  # fmt: skip
