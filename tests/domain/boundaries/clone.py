"""Give the boundaries of the clone: marrow, plasmacytoma, MRI lesions, circulating cells."""

from __future__ import annotations

from decimal import Decimal as D

from desktop_app.domain.criteria.clone import marrow as marrow_of
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Lesion
from desktop_app.domain.rulesets.precursor.diagnosis.facts import facts_of
from tests.domain.asking import rows, state
from tests.domain.boundaries import Vector
from tests.domain.cases import ct, finding, gathered, mri, note_of, plasmacytoma, result, view

UPTAKE = finding("pet_focal_uptake_without_lysis", True)
NO_UPTAKE = finding("pet_focal_uptake_without_lysis", False)


def marrow_bins(code: str, value: object, method: str | None = None) -> tuple[str, ...]:
    """Give the ranges in which clonal plasma cells may lie."""
    return marrow_of(view(result(code, value, "%", method=method))).bins


def criteria_of(value: object) -> tuple[str, str]:
    ten, sixty = marrow_of(view(result("marrow_plasma_cells", value))).criteria()
    return state(ten), state(sixty)


def above(cut: str, value: object) -> str:
    return marrow_of(view(result("marrow_plasma_cells", value))).above(D(cut)).state


def circulating(value: object) -> str:
    return state(gathered(result("circulating_plasma_cells", value)).circulating)


def focal(count: int, largest: str | None = None) -> tuple[str, str | None]:
    """Judge focal lesions of a whole-body MRI."""
    value: dict[str, object] = {"count": count, "extent": "whole_body"}
    size = {} if largest is None else {"largest_mm": D(largest)}
    criterion = gathered(finding("mri_focal_lesions", value | size)).slim_mri
    return state(criterion), note_of(criterion)


def unproven(*entries: object) -> int:
    return gathered(*entries).tumours.unproven


def mass(name: str) -> Lesion:
    return Lesion(PartialDate("2026-06-01"), name, "plasmacytoma")


def tumour(*entries: object) -> tuple[str, ...]:
    """Give the values that the fact of a tumour may have."""
    return facts_of(gathered(*entries))["tumour"]


def bone_fact(count: int) -> tuple[str, ...]:
    return facts_of(gathered(ct(count), finding("attribution_bone", "clone")))["bone"]


def few(count: int) -> bool:
    """Tell whether lytic lesions are too few for less than 10 % plasma cells."""
    return gathered(result("marrow_plasma_cells", 5), ct(count)).few_lesions


NONE, LOW, MID, HIGH = ("none",), ("low",), ("mid",), ("high",)
CELLS = "marrow_plasma_cells"
FLOW = "marrow_plasma_cells_flow"
TWO = (plasmacytoma("T10"), plasmacytoma("rib"))
VECTORS: tuple[Vector, ...] = (
    *rows(
        "marrow", "MM-CLONE-PC MM-SLIM-PC", marrow_bins,
        (CELLS, "0", NONE), (CELLS, "0.1", LOW), (CELLS, "9.9", LOW), (CELLS, "10", MID),
        (CELLS, "10.1", MID), (CELLS, "59.9", MID), (CELLS, "60", HIGH), (CELLS, "60.1", HIGH),
        # by flow: only a lower bound
        (FLOW, "9.9", ("low", "mid", "high")), (FLOW, "10", ("mid", "high")), (FLOW, "60", HIGH),
        (FLOW, "0", ("none", "low", "mid", "high")), (CELLS, "10", "flow", ("mid", "high")),
    ),
    *rows(
        "marrow criteria", "MM-CLONE-PC MM-SLIM-PC", criteria_of,
        ("9.9", ("no", "no")), ("10", ("yes", "no")), ("59.9", ("yes", "no")),
        ("60", ("yes", "yes")),
    ),
    *rows(
        "marrow above", "SMM-MAYO2018-PC", above,
        ("20", "20", "no"), ("20", "20.1", "yes"), ("20", "19.9", "no"),
    ),
    *rows(
        "circulating cells", "PCL-STOP", circulating,
        ("4.9", "no"), ("5", "yes"), ("5.1", "yes"), ("0", "no"),
    ),
    *rows(
        "focal lesions on MRI", "MM-SLIM-MRI", focal,
        (0, ("no", None)), (1, ("no", "mri_repeat")), (2, ("yes", None)), (3, ("yes", None)),
        (2, "4.9", ("no", None)), (2, "5", ("yes", None)),
    ),
    *rows(
        "lesions that nobody biopsied", "MM-CLONE-PLASMACYTOMA", unproven,
        (0,), (ct(0), mri(0), 0), (ct(1), 1), (mri(1), 1), (mri(2), ct(1), 2), (UPTAKE, 1),
        (NO_UPTAKE, 0), (UPTAKE, mri(2), 2), (plasmacytoma(), UPTAKE, 0), (plasmacytoma(), 0),
        (plasmacytoma(), mri(2), 1), (mass("rib"), 1), (mass("rib"), mass("T10"), 2),
    ),
    *rows(
        "the fact of a tumour", "MM-CLONE-PLASMACYTOMA SP-DX", tumour,
        (ct(0), ("none",)), (plasmacytoma(), ("single",)), (*TWO, ("several",)),
        (*TWO, plasmacytoma("femur"), ("several",)),
        (plasmacytoma(), mass("rib"), ("single", "several")), (mass("rib"), ("none", "single")),
        (mass("rib"), mass("T10"), ("none", "several")),
        (mass("rib"), mass("T10"), mass("femur"), ("none", "several")),
        (finding("bone_pain", True), ("none", "hidden")),
    ),
    *rows(
        "the fact of lytic lesions", "MM-CRAB-BONE MM-CRAB-BONE-FEW", bone_fact,
        (0, ("none",)), (1, ("one",)), (2, ("many",)), (3, ("many",)),
    ),
    *rows("few lesions", "MM-CRAB-BONE-FEW", few, (0, False), (1, True), (2, False)),
)  # fmt: skip
