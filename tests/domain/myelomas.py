"""Build what is concluded of a myeloma that was treated twice, without asking a rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal as D
from typing import Any

from desktop_app.domain.conclusions import (
    Alert,
    Assessment,
    Criterion,
    Diagnosis,
    FollowUp,
    Input,
    Note,
    RulePack,
    Score,
)
from desktop_app.domain.myeloma_conclusions import (
    Derived,
    Extramedullary,
    ExtramedullaryState,
    ImwgResponse,
    LesionCourse,
    LesionLook,
    LinePart,
    Myeloma,
    PlasmaCellLeukemia,
    Refractoriness,
    ResponsePoint,
    Staging,
    SystemStage,
    TreatmentLine,
)
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import (
    Cytogenetic,
    Finding,
    PatientRecord,
    Person,
    Result,
    Sex,
    Treatment,
)
from desktop_app.domain.truth import Truth

DAY = date(2024, 10, 31)
NOTE = Note("missing")
B2M = Input("beta2_microglobulin", D("8.72"), "mg/L", "2022-07")
OPEN = SystemStage(None, ("II", "III"))
STAGING = Staging(
    SystemStage("III", ("III",), "B", ("B",), notes=(NOTE,)),
    SystemStage("III", ("III",), criteria=(Criterion("MM-ISS", Truth.MET, (B2M,)),)),
    OPEN,
    replace(OPEN, criteria=(Criterion("MM-ISS", Truth.UNKNOWN, status="unverified"),)),
    SystemStage(None, ()),
    anchor="2022-07",
    basis=NOTE,
    derived=(
        Derived("MM-ISS", "egfr", D("24.7"), "mL/min", reported=B2M),
        Derived("MM-ISS", "egfr", D("25"), "mL/min"),
    ),
)
T10 = LesionCourse(
    "T10",
    "plasmacytoma",
    ("EM-B",),
    Truth.NOT_MET,
    "vertebra",
    looks=(
        LesionLook("2022-07", "pet_ct", (D(42), D(30)), D("8.1")),
        LesionLook("2023-07", "pet_ct", gone=True),
    ),
)
STOMACH = LesionCourse(
    "stomach", "plasmacytoma", ("EM-E",), Truth.MET, looks=(LesionLook("2023-01"),)
)
SACRUM = LesionCourse("sacrum", "bone", (), Truth.MET, "sacrum", looks=(LesionLook("2023-01"),))
OUTSIDE = Extramedullary(
    "EM-B+EM-E",
    ("EM-B+EM-E",),
    2,
    "diagnosis",
    lesions=(T10, STOMACH, SACRUM),
    course=(
        ExtramedullaryState("2022-07", "EM-B", 1),
        ExtramedullaryState("2023-01", "EM-B+EM-E", 2),
    ),
    notes=(NOTE,),
)
LEUKEMIA = PlasmaCellLeukemia(
    Truth.MET,
    Truth.UNKNOWN,
    Truth.UNKNOWN,
    Truth.MET,
    "secondary",
    D("2.1"),
    "2024-10",
    (
        Criterion(
            "PCL-IMWG2021",
            Truth.MET,
            (Input("circulating_plasma_cells", D(21), "%", "2024-10"),),
        ),
        Criterion("PCL-OUTPUT", Truth.MET, criteria=(Criterion("PCL-KYLE", Truth.UNKNOWN),)),
        Criterion("PCL-TYPE", Truth.MET),
    ),
    (NOTE,),
)


def part(name: str, start: str, stop: str | None, *drugs: str, **changes: Any) -> LinePart:
    """Give a regimen of a line."""
    return replace(LinePart(name, "regimen", start, stop, drugs), **changes)


FIRST = TreatmentLine(
    1,
    (1,),
    ("VCd",),
    "2022-07",
    "2022-10",
    NOTE,
    (
        part(
            *("VCd", "2022-07", "2022-10", "bortezomib", "cyclophosphamide", "dexamethasone"),
            cycles=4,
            stop_reason="planned",
        ),
    ),
    "PR",
    months_to_next=(8, 8),
    months_to_progression=(6, 6),
    outcome="relapsed",
    refractory=(
        Refractoriness("bortezomib", "drug", Truth.NOT_MET),
        Refractoriness("VCd", "regimen", Truth.NOT_MET),
    ),
)
SECOND = TreatmentLine(
    2,
    (2,),
    ("DKPd", "KPd"),
    "2023-03",
    None,
    NOTE,
    (
        part(
            *("DKPd", "2023-03", "2023-09"),
            *("daratumumab", "carfilzomib", "pomalidomide", "dexamethasone"),
        ),
        LinePart("auto_hsct", "auto_hsct", "2023-10", "2023-10", reason=NOTE),
        LinePart("radiotherapy", "radiotherapy", "2023-11", "2023-11"),
        part(
            *("KPd", "2024-06", None, "carfilzomib", "pomalidomide", "dexamethasone"),
            cycle=5,
            cycle_day=8,
        ),
    ),
    "VGPR",
    best_confirmed=True,
    refractory=(
        Refractoriness("carfilzomib", "drug", Truth.MET),
        Refractoriness("PI", "class", Truth.MET),
        Refractoriness("dexamethasone", "drug", Truth.UNKNOWN),
    ),
)


def point(day: str, line: int, category: str, **changes: Any) -> ResponsePoint:
    """Give a confirmed response on a day."""
    return replace(ResponsePoint(day, line, category, confirmed=True), **changes)


VGPR = point("2023-07", 2, "VGPR")
TIMELINE = (
    point("2022-08", 1, "PR", confirmed=False, at_least="MR", notes=(NOTE,)),
    point("2022-09", 1, "PR", confirmed=False),
    point(
        *("2023-01", 1, "PD"),
        criteria=(
            Criterion("RESP-IMWG-PD-LESION", Truth.MET),
            Criterion("RESP-IMWG-PD-SERUM", Truth.UNKNOWN),
            Criterion("RESP-ALG-CONFIRM-PD", Truth.MET),
        ),
    ),
    VGPR,
    point("2023-08", 2, "VGPR"),
    point("2023-09", 2, "VGPR"),
)
RESPONSE = ImwgResponse(
    "IMWG 2016",
    timeline=TIMELINE,
    best=VGPR,
    current=TIMELINE[-1],
    endpoints=(Criterion("MM-DX", Truth.MET), Criterion("MM-CLONE", Truth.NOT_MET)),
)
TREATED = Myeloma(
    STAGING,
    OUTSIDE,
    LEUKEMIA,
    (FIRST, SECOND),
    (Criterion("MM-DX", Truth.MET), Criterion("MM-CLONE", Truth.UNKNOWN)),
    RESPONSE,
)


def assessed_myeloma(myeloma: Myeloma | None = TREATED, **changes: Any) -> Assessment:
    """Give an assessment of a confirmed myeloma."""
    made = Assessment(
        DAY,
        RulePack("2026.3", "cd" * 32),
        Diagnosis(
            "multiple_myeloma",
            ("multiple_myeloma",),
            "confirmed",
            (
                Criterion(
                    "MM-DX",
                    Truth.MET,
                    criteria=(
                        Criterion("MM-CRAB-HB", Truth.MET),
                        Criterion("MM-CRAB-CA", Truth.NOT_MET),
                    ),
                ),
            ),
        ),
        Score(applicable=False),
        FollowUp(refer=True),
        (Alert("DX-ORDER", "info", Note("igm_with_another_class")),),
        myeloma=myeloma,
    )
    return replace(made, **changes)


def a_myeloma_record(**changes: Any) -> PatientRecord:
    """Give the record behind it: first values, types, tests of the cells, and treatments."""
    rows = (
        ("2022-07", "hemoglobin", "66", "g/L"),
        ("2022-10", "hemoglobin", "90", "g/L"),
        ("2024-10", "hemoglobin", "71", "g/L"),
        ("2022-07", "creatinine", "204", "umol/L"),
        ("2022-07", "marrow_plasma_cells", "32.5", "%"),
        ("2024-10", "marrow_plasma_cells", "91", "%"),
        ("2022-07", "flc_lambda", "900", "mg/L"),
        ("2022-07", "flc_kappa", "9", "mg/L"),
        ("2024-10", "flc_lambda", "400", "mg/L"),
        ("2024-10", "flc_kappa", "9", "mg/L"),
    )
    july, october = PartialDate("2022-07"), PartialDate("2024-10")
    record = PatientRecord(
        Person(Sex.FEMALE, PartialDate("1969-02-01")),
        results=tuple(Result(PartialDate(day), code, D(x), unit) for day, code, x, unit in rows),
        findings=(
            Finding(PartialDate("2022-06"), "bone_pain", value=True),
            Finding(july, "fatigue", value=False),
            Finding(july, "serum_immunofixation", ("IgG-lambda",)),
            Finding(july, "urine_immunofixation", ()),
            Finding(july, "bone_lytic_pet_ct", {"count": 2}),
        ),
        cytogenetics=(
            Cytogenetic(july, "t(4;14)", detected=True, method="fish", clone_percent=D(60)),
            Cytogenetic(july, "gain(1q)", detected=True, method="fish", copies=3),
            Cytogenetic(july, "del(17p)", detected=False, method="fish"),
            Cytogenetic(october, "del(1p32)", detected=True, method="fish", biallelic=True),
            Cytogenetic(october, "complex_karyotype", detected=True, method="karyotype"),
            Cytogenetic(october, "TP53_mutation", detected=False, method="panel 7"),
        ),
        treatments=(
            Treatment("VCd", july, stop=PartialDate("2022-10")),
            Treatment("DKPd", PartialDate("2023-03")),
        ),
    )
    return replace(record, **changes)
