"""Build a picture of myeloma in which every part is concluded."""

from __future__ import annotations

from decimal import Decimal

from desktop_app.domain.conclusions import Criterion, Input, Note, Score, WorkupItem
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
    ResponseMark,
    ResponsePoint,
    Staging,
    SystemStage,
    TreatmentLine,
)
from desktop_app.domain.truth import Truth

REMARK = Note("risk_only_for_mgus")
BETA2 = Input("beta2_microglobulin", Decimal("8.72"), "mg/L", "2022-07")
PART = Criterion("MM-CRAB-HB", Truth.MET)
TRACE = (Criterion("MM-DX", Truth.MET, (BETA2,), criteria=(PART,)),)


def staging(*, if_myeloma: bool = False) -> Staging:
    """Stage III by Durie-Salmon and ISS, with a printed figure; the other systems open."""
    figure = Outcome("overall_survival", "III", "greipp2005", "secondary", months=Decimal(29))
    return Staging(
        SystemStage("III", ("III",), None, ("A", "B"), criteria=TRACE),
        SystemStage("III", ("III",), outcomes=(figure,), notes=(REMARK,)),
        SystemStage("III", ("III",)),
        SystemStage("IV", ("IV",), points=(Decimal("3.0"), Decimal("5.0"))),
        SystemStage(None, ("high_risk", "standard_risk")),
        (("MM-RWISS", SystemStage(None, ("II", "III"))),),
        "2022-07",
        REMARK,
        if_myeloma,
        (Derived("CALC-CG", "clearance_computed", Decimal("24.48"), "mL/min", (BETA2,), BETA2),),
        (REMARK,),
    )


def extramedullary() -> Extramedullary:
    """Give one lesion that grew and one that is gone."""
    looks = (
        LesionLook("2022-07", "pet_ct", (Decimal(42), Decimal(30)), Decimal("9.1")),
        LesionLook("2023-01", "ct", (Decimal(55), Decimal(40))),
    )
    return Extramedullary(
        "EM-B+EM-E",
        ("EM-B+EM-E",),
        2,
        "relapse",
        Truth.MET,
        "EMM",
        (
            LesionCourse(
                "T10", "plasmacytoma", ("EM-B",), Truth.MET, "vertebra", False, looks, (REMARK,)
            ),
            LesionCourse("stomach", "plasmacytoma", ("EM-B", "EM-E"), Truth.NOT_MET),
        ),
        (ExtramedullaryState("2022-07", "EM-B", 1),),
        TRACE,
        (REMARK,),
    )


def line(**changed: object) -> TreatmentLine:
    """Give the first line: VCd four times, then progression."""
    values: dict[str, object] = {
        "number": 1,
        "possible_numbers": (1,),
        "regimens": ("VCd",),
        "start": "2022-07",
        "stop": "2022-10",
        "reason": REMARK,
        "parts": (LinePart("VCd", "regimen", "2022-07", "2022-10", ("bortezomib",), 4, "planned"),),
        "best": "PR",
        "months_to_next": (8, 8),
        "months_to_progression": (6, 7),
        "outcome": "relapsed",
        "refractory": (
            Refractoriness("bortezomib", "drug", Truth.MET, REMARK, TRACE),
            Refractoriness("dexamethasone", "drug", Truth.UNKNOWN),
        ),
        "criteria": TRACE,
        "notes": (REMARK,),
    }
    return TreatmentLine(**{**values, **changed})  # type: ignore[arg-type]


def response() -> ImwgResponse:
    """Give a partial response that nobody confirmed and a progression by imaging."""
    points = (
        ResponsePoint(
            "2022-10", 1, "PR", False, "PR", ("PR", "VGPR"), "PR", True, TRACE, (REMARK,)
        ),
        ResponsePoint("2023-01", 1, "PD", True, "PD", ("PD",)),
    )
    value = Input("serum_m_protein", Decimal("4.10"), "g/dL", "2022-07-10")
    return ImwgResponse(
        "IMWG 2016",
        (ResponseBaseline(1, "2022-07-10", ("serum", "lesions"), (value,), TRACE, (REMARK,)),),
        points,
        points[0],
        points[1],
        TRACE,
        (ResponseMark("serum_m_protein", "g/dL", Decimal("4.10"), "baseline", 1, "2022-07-10"),),
        (REMARK,),
    )


def whole_picture() -> Myeloma:
    """Give a picture with every part."""
    answers = (Truth.MET, Truth.UNKNOWN, Truth.UNKNOWN, Truth.MET)
    return Myeloma(
        staging(),
        extramedullary(),
        PlasmaCellLeukemia(*answers, "secondary", Decimal("0.25"), "2024-10", TRACE, (REMARK,)),
        (line(), line(number=None, possible_numbers=(2, 3), stop=None, best=None, refractory=())),
        TRACE,
        response(),
        TRACE,
        (("FRAIL-IMWG", Score(True, None, 2, (2, 2), "frail", ("frail",))),),
        (
            WorkupItem("cbc", "done", "SMM-DX", ("hemoglobin",), "2022-07"),
            WorkupItem("cbc", "due", "SMM-DX", reason=REMARK),
        ),
        TRACE[0],
    )
