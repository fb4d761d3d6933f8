"""Pack what is concluded of myeloma, every shape of it, and get it back equal."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop_app.data.codec import from_json, to_json
from desktop_app.data.trace import pack, unpack
from desktop_app.domain import myeloma_conclusions as shapes
from desktop_app.domain.conclusions import (
    Assessment,
    Criterion,
    Diagnosis,
    FollowUp,
    Input,
    Note,
    RulePack,
    Score,
    WorkupItem,
)
from desktop_app.domain.truth import Truth
from desktop_app.domain.visit import DraftEvent, DraftTreatment, VisitDraft

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEN = Input("beta2_microglobulin", Decimal("5.50"), "mg/L", "2022-07")
SAYS = Criterion("MM-ISS", Truth.MET, (SEEN,), ">= 5.5 mg/L", note=Note("n"))
STAGE = shapes.SystemStage(
    stage=None,
    possible=("II", "III"),
    possible_suffixes=("A", "B"),
    points=(Decimal("1.5"), Decimal("3.0")),
    outcomes=(
        shapes.Outcome("overall_survival", "III", "x", "secondary", months=Decimal("29.5")),
        shapes.Outcome("progression_free_survival", "I", "x", "primary", reached=False),
    ),
    criteria=(SAYS,),
)
POINT = shapes.ResponsePoint("2022-10", 1, "PR", False, "VGPR", ("VGPR", "CR"), "PR", True)
LEVEL = shapes.ResponseMark("flc_kappa", "mg/L", Decimal("10.0"), "nadir", 1, "2022-07", "2023")
FULL = shapes.Myeloma(
    staging=shapes.Staging(
        durie_salmon=replace(STAGE, stage="III", suffix="B"),
        iss=STAGE,
        r_iss=STAGE,
        r2_iss=STAGE,
        ims_2025=STAGE,
        others=(("MM-RWISS", STAGE),),
        anchor="2022-07",
        if_myeloma=True,
        derived=(shapes.Derived("CALC-CG", "cg", Decimal("24.48"), "mL/min", (SEEN,), SEEN),),
    ),
    extramedullary=shapes.Extramedullary(
        category="EM-B",
        sites=1,
        lesions=(
            shapes.LesionCourse(
                "T10", "plasmacytoma", ("EM-B",), Truth.UNKNOWN,
                looks=(shapes.LesionLook("2022-07", "pet_ct", (Decimal("42.0"), Decimal(30))),),
            ),
        ),
        course=(shapes.ExtramedullaryState("2022-07", "EM-B", 1),),
    ),
    plasma_cell_leukemia=shapes.PlasmaCellLeukemia(
        Truth.MET, Truth.UNKNOWN, Truth.NOT_MET, Truth.MET, "secondary", Decimal("0.25")
    ),
    lines=(
        shapes.TreatmentLine(
            number=None, possible_numbers=(1, 2), regimens=("VCd",), start="2022-07", stop=None,
            reason=Note("first"), parts=(shapes.LinePart("VCd", "regimen", "2022-07", cycle=2),),
            months_to_next=(6, 7),
            refractory=(shapes.Refractoriness("bortezomib", "drug", Truth.NOT_MET),),
        ),
    ),
    refractory=(SAYS,),
    response=shapes.ImwgResponse(
        "IMWG 2016",
        baselines=(shapes.ResponseBaseline(1, "2022-07", ("serum",), (SEEN,), (SAYS,)),),
        timeline=(POINT,),
        best=POINT,
        marks=(LEVEL,),
    ),
    reminders=(SAYS,),
    scores=(("FRAIL-IMWG", Score(applicable=True, score_range=(1, 3))),),
    prophylaxis=(WorkupItem("aciclovir", "due", "INF-2022", reason=Note("n")),),
    smm_end=SAYS,
)  # fmt: skip
ASSESSMENT = Assessment(
    as_of=date(2026, 11, 22),
    rule_pack=RulePack("2026.1", "a" * 64),
    diagnosis=Diagnosis("multiple_myeloma", ("multiple_myeloma",), "confirmed"),
    mayo_mgus=Score(applicable=False),
    follow_up=FollowUp(None, None),
    myeloma=FULL,
)


def kinds(value: object) -> Iterator[type]:
    """Give the class of every value inside a value."""
    if isinstance(value, tuple):
        for item in value:
            yield from kinds(item)
    elif is_dataclass(value):
        yield type(value)
        for field in fields(value):
            yield from kinds(getattr(value, field.name))


def test_every_shape_comes_back_equal_to_the_last_digit() -> None:
    assert unpack(pack(ASSESSMENT)) == ASSESSMENT
    assert repr(unpack(pack(ASSESSMENT))) == repr(ASSESSMENT)


def test_no_shape_is_left_out_of_this_test() -> None:
    known = {kind for kind in vars(shapes).values() if isinstance(kind, type)}
    ours = {kind for kind in known if kind.__module__ == shapes.__name__}

    assert ours == {kind for kind in kinds(FULL) if kind.__module__ == shapes.__name__}


def test_an_assessment_from_before_this_chapter_says_nothing_of_it() -> None:
    old = pack(replace(ASSESSMENT, myeloma=None))

    assert unpack(old).myeloma is None


@pytest.mark.parametrize("text", ["2022-07", "", "some day"])
def test_a_draft_keeps_treatments_and_events_as_they_were_typed(text: str) -> None:
    draft = VisitDraft(
        1,
        "2026-11-22",
        treatments=(DraftTreatment("VRd", ("bortezomib", ""), text, cycles="4 ?"),),
        events=(DraftEvent("auto_hsct", text, typed=text),),
    )

    assert from_json(to_json(draft)) == draft
