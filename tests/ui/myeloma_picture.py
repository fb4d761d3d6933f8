"""Build a picture of myeloma that says something in every part, without asking a rule."""

from __future__ import annotations

from decimal import Decimal as D

from desktop_app.domain.conclusions import Assessment, Criterion, Diagnosis, Input, Note, Score
from desktop_app.domain.conclusions import WorkupItem as Item
from desktop_app.domain.myeloma_conclusions import (
    Derived,
    Extramedullary,
    ExtramedullaryState,
    ImwgResponse,
    LesionCourse,
    LesionLook,
    LinePart,
    Myeloma,
    Outcome,
    PlasmaCellLeukemia,
    Refractoriness,
    ResponseBaseline,
    ResponsePoint,
    Staging,
    SystemStage,
    TreatmentLine,
)
from desktop_app.domain.truth import Truth
from tests.ui.conclusions import smouldering

NOTE = Note("missing")
ROW = Criterion("MM-ISS", Truth.MET, source="greipp2005", status="secondary")


def staging(**changes: object) -> Staging:
    """Give every system, one of them open."""
    made = {
        "durie_salmon": SystemStage("III", ("III",), "B", ("B",), criteria=(ROW,)),
        "iss": SystemStage(
            "III",
            ("III",),
            criteria=(ROW,),
            outcomes=(Outcome("overall_survival", "III", "greipp2005", "secondary", D(29)),),
        ),
        "r_iss": SystemStage(None, ("II", "III"), notes=(NOTE,)),
        "r2_iss": SystemStage("IV", ("IV",), points=(D("3.0"), D("5.0"))),
        "ims_2025": SystemStage(None, ()),
        "anchor": "2022-07",
        "basis": NOTE,
        "derived": (
            Derived(
                "CALC-CA-MG",
                "calcium_corrected",
                D("9.2"),
                "mg/dL",
                (Input("calcium", D("8.0"), "mg/dL", "2022-07"),),
                Input("calcium_corrected", D("9.4"), "mg/dL", "2022-07"),
                NOTE,
            ),
            Derived("CALC-MDRD175", "egfr", D("66.1"), "mL/min/{1.73_m2}"),
        ),
    }
    return Staging(**{**made, **changes})  # type: ignore[arg-type]


def lines() -> tuple[TreatmentLine, ...]:
    """Give a line that is over and one that goes on, whose number is open."""
    first = TreatmentLine(
        1,
        (1,),
        ("VCd",),
        "2022-07",
        "2022-10",
        NOTE,
        parts=(LinePart("VCd", "regimen", "2022-07", "2022-10", ("bortezomib",), 4, "planned"),),
        best="PR",
        best_confirmed=True,
        months_to_next=(8, 8),
        months_to_progression=(5, 6),
        outcome="relapsed",
        refractory=(
            Refractoriness("bortezomib", "drug", Truth.NOT_MET, NOTE, (ROW,)),
            Refractoriness("proteasome_inhibitor", "class", Truth.UNKNOWN),
        ),
    )
    second = TreatmentLine(
        None,
        (2, 3),
        ("DKPd", "KPd"),
        "2023-03",
        None,
        NOTE,
        parts=(
            LinePart("DKPd", "regimen", "2023-03", "2023-09", reason=NOTE),
            LinePart("auto_hsct", "auto_hsct", "2023-10"),
            LinePart("KPd", "regimen", "2024-06-01", cycle=3, cycle_day=8),
        ),
        best="VGPR",
    )
    return first, second


def response() -> ImwgResponse:
    """Give a timeline with every kind of point."""
    open_ = ResponsePoint("2024-07", 2, "VGPR", False, possible=("VGPR", "PR"), notes=(NOTE,))
    points = (
        ResponsePoint("2022-09", 1, "PR", True, criteria=(ROW,)),
        ResponsePoint("2023-03", 2, "NE", False),
        open_,
        ResponsePoint("2024-09", 2, "PD", False, pending=True),
    )
    return ImwgResponse(
        "IMWG 2016",
        (ResponseBaseline(1, "2022-07", ("serum", "lesions"), criteria=(ROW,), notes=(NOTE,)),),
        points,
        points[0],
        points[-1],
        endpoints=(Criterion("MM-RISS", Truth.MET),),
    )


def outside() -> Extramedullary:
    """Give one lesion beside bone that is there and one that is gone."""
    looks = (LesionLook("2022-07", "pet_ct", (D(42), D(30))), LesionLook("2023-07", gone=True))
    return Extramedullary(
        "EM-B",
        ("EM-B",),
        1,
        "diagnosis",
        Truth.NOT_MET,
        lesions=(
            LesionCourse("T10", "plasmacytoma", ("EM-B",), Truth.NOT_MET, "vertebra", looks=looks),
            LesionCourse("pleura", "plasmacytoma", ("EM-B", "EM-E"), Truth.MET, "pleura"),
        ),
        course=(
            ExtramedullaryState("2022-07", "EM-B", 1),
            ExtramedullaryState("2023-07", "none", 0),
        ),
        criteria=(ROW,),
    )


def picture(**changes: object) -> Myeloma:
    """Give the whole picture."""
    unknown = Truth.UNKNOWN
    made = {
        "staging": staging(),
        "extramedullary": outside(),
        "plasma_cell_leukemia": PlasmaCellLeukemia(
            Truth.MET, unknown, unknown, Truth.MET, "secondary", since="2024-10", criteria=(ROW,)
        ),
        "lines": lines(),
        "refractory": (Criterion("MM-R2ISS-GROUP", Truth.MET),),
        "response": response(),
        "reminders": (Criterion("MM-HRCA", unknown, note=NOTE),),
        "scores": (
            ("FRAIL-IMWG", Score(True, score_range=(0, 1), possible_groups=("fit", "frail"))),
            (
                "VTE-SAVED",
                Score(
                    True,
                    score_range=(-3, 7),
                    possible_groups=("low", "high"),
                    criteria=(Criterion("VTE-SAVED-VTE", unknown),),
                ),
            ),
        ),
        "prophylaxis": (Item("hbv_screen", "due", "INF-2022", reason=NOTE),),
        "smm_end": Criterion("MM-CLONE", Truth.MET),
    }
    return Myeloma(**{**made, **changes})  # type: ignore[arg-type]


def myeloma(**changes: object) -> Assessment:
    """Give an assessment of a patient with myeloma."""
    category = "multiple_myeloma"
    return smouldering(
        diagnosis=Diagnosis(category, (category,), "confirmed"), myeloma=picture(**changes)
    )
