"""Test MM-CRAB-BONE, MM-CRAB-BONE-FEW, MM-IMAGING-NO and MM-SLIM-MRI."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop_app.domain.criteria.evidence import myeloma
from desktop_app.domain.truth import Truth
from tests.domain.cases import (
    assessed,
    cause,
    criterion,
    ct,
    finding,
    flc,
    gathered,
    labs,
    marrow,
    mri,
    note_of,
    part,
    plasmacytoma,
    result,
    serum,
)

YES, NO, OPEN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
CT, PET, XRAY = "bone_lytic_ct", "bone_lytic_pet_ct", "bone_lytic_xray"


def bone_value(*entries: object) -> Truth:
    return part(gathered(*entries).bone, "MM-CRAB-BONE-VALUE").state


@pytest.mark.parametrize(
    ("code", "value", "state"),
    [
        (CT, {"count": 0}, NO),
        (CT, {"count": 1}, YES),
        (CT, {"count": 1, "largest_mm": 4}, NO),
        (CT, {"count": 1, "largest_mm": 5}, YES),
        (CT, {"count": 1, "largest_mm": 6}, YES),
        (CT, {"count": 0, "extent": "whole_body"}, NO),
        (CT, {"count": 0, "extent": "partial"}, OPEN),
        (CT, {"count": 1, "extent": "partial"}, YES),
        (PET, {"count": 0}, NO),
        (PET, {"count": 1, "largest_mm": 4}, NO),
        (PET, {"count": 2, "largest_mm": 5}, YES),
        (CT, {"largest_mm": 9}, OPEN),
        (XRAY, {"count": 0}, OPEN),
        (XRAY, {"count": 1}, YES),
    ],
)
def test_lytic_lesions_on_each_examination(
    code: str, value: dict[str, object], state: Truth
) -> None:
    assert bone_value(finding(code, value)) is state


@pytest.mark.parametrize(
    "entry",
    [
        finding("pet_focal_uptake_without_lysis", True),
        finding("osteoporotic_fracture", True),
        finding("bone_sclerotic", {"count": 3}),
        mri(3),
    ],
)
def test_what_is_no_lysis_does_not_count(entry: object) -> None:
    assert bone_value(entry) is OPEN
    assert bone_value(entry, ct()) is NO


@pytest.mark.parametrize(
    ("ct_day", "extent", "state"),
    [
        ("2026-05-10", "whole_body", NO),
        ("2026-05-11", "whole_body", NO),
        ("2026-05-09", "whole_body", YES),
        ("2026-05-11", "partial", YES),
        # A month that may lie before the X-ray overrides nothing for certain.
        ("2026-05", "whole_body", YES),
    ],
)
def test_a_whole_body_ct_of_the_day_or_later_overrides_the_x_ray(
    ct_day: str, extent: str, state: Truth
) -> None:
    xray = finding(XRAY, {"count": 1}, on="2026-05-10")
    scan = finding(CT, {"count": 0, "extent": extent}, on=ct_day)

    assert bone_value(xray, scan) is state


def test_lysis_on_either_ct_or_pet_ct_counts() -> None:
    assert bone_value(ct(), finding(PET, {"count": 2})) is YES


def test_a_zero_read_as_whole_body_is_named_as_a_convention() -> None:
    own = part(gathered(ct()).bone, "MM-CRAB-BONE-VALUE")
    told = part(gathered(finding(CT, {"count": 0, "extent": "whole_body"})).bone, own.id)

    assert note_of(own) == "extent_taken_as_whole_body"
    assert note_of(told) is None


@pytest.mark.parametrize(
    ("cells", "count", "state"),
    [
        (9, 1, NO),
        (9, 2, YES),
        (10, 1, YES),
        (None, 1, OPEN),
        (None, 2, OPEN),
    ],
)
def test_fewer_than_ten_percent_need_more_than_one_lesion(
    cells: int | None, count: int, state: Truth
) -> None:
    proven = plasmacytoma("rib") if cells == 9 else ()
    entries = (
        serum("IgG-kappa"), flc(50, 10), labs(), mri(), ct(count), cause("bone", "clone"), proven
    )  # fmt: skip
    cells_known = marrow(cells) if cells is not None else ()

    dx = myeloma(gathered(*entries, cells_known))

    assert dx.state is state
    assert (note_of(dx) == "bone_few") is (count == 1 and cells != 10)


def test_one_lesion_below_ten_percent_is_not_reported_as_an_event_without_a_clone() -> None:
    clone = (serum("IgG-kappa"), result("serum_m_protein", 1), marrow(5), flc(15, 10))

    assessment = assessed(clone, labs(), ct(1), mri(1), cause("bone", "clone"))

    assert assessment.diagnosis.category is None
    assert set(assessment.diagnosis.possible) == {
        "mgus_non_igm",
        "solitary_plasmacytoma_minimal_marrow",
    }
    assert "MM-DX" not in {alert.id for alert in assessment.alerts}


@pytest.mark.parametrize(
    ("count", "extent", "state", "note"),
    [
        (0, "whole_body", NO, None),
        (1, "whole_body", NO, "mri_repeat"),
        (2, "whole_body", YES, None),
        (0, "spine_pelvis", NO, None),
        (2, "spine_pelvis", YES, None),
        (0, "partial", OPEN, "mri_partial"),
        (1, "partial", OPEN, "mri_partial"),
        (2, "partial", YES, None),
    ],
)
def test_focal_lesions_on_mri(count: int, extent: str, state: Truth, note: str | None) -> None:
    judged = gathered(mri(count, extent)).slim_mri

    assert judged.state is state
    assert note_of(judged) == note


@pytest.mark.parametrize(("largest", "state"), [(4, NO), ("4.9", NO), (5, YES), (None, YES)])
def test_focal_lesions_smaller_than_five_millimetres_count_zero(
    largest: object, state: Truth
) -> None:
    size = {} if largest is None else {"largest_mm": Decimal(str(largest))}
    value = {"count": 3, "extent": "whole_body", **size}

    assert gathered(finding("mri_focal_lesions", value)).slim_mri.state is state


def test_an_mri_without_its_extent_cannot_say_no() -> None:
    assert gathered(finding("mri_focal_lesions", {"count": 0})).slim_mri.state is OPEN


def test_pet_foci_are_no_mri_lesions() -> None:
    judged = gathered(finding(PET, {"count": 3}), finding("pet_focal_uptake_without_lysis", True))

    assert judged.slim_mri.state is OPEN


def test_two_mri_lesions_with_enough_plasma_cells_are_myeloma() -> None:
    facts = (serum("IgG-kappa"), marrow(15), labs(), flc(50, 10), ct())

    assert assessed(*facts, mri(2)).diagnosis.category == "multiple_myeloma"
    assert assessed(*facts, mri(1)).diagnosis.category == "smm"
    assert criterion(assessed(*facts, mri(2)), "MM-SLIM-MRI").state is YES
