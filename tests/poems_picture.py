"""Build a picture of POEMS that says something in every part, without asking a rule."""

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
    Missing,
    Note,
    RulePack,
    Score,
    WorkupItem,
)
from desktop_app.domain.myeloma_conclusions import LinePart, Myeloma, TreatmentLine
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.poems_conclusions import (
    AxisPoint,
    Poems,
    PoemsResponse,
    PoemsTier,
    ResponseAxis,
    WatchedSeries,
)
from desktop_app.domain.record import (
    ClinicalEvent,
    Finding,
    PatientRecord,
    Person,
    Result,
    Sex,
    Treatment,
)
from desktop_app.domain.truth import Truth

POEMS = "poems"
DAY = date(2026, 6, 20)
FIRST, SECOND, THIRD = "2025-03-10", "2025-09-12", "2026-06-19"
NOTE = Note("missing")
MET, NOT_MET, UNKNOWN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
LIMIT = D(600)


def vegf(value: str, day: str, code: str = "vegf_serum") -> Input:
    """Give a VEGF as a criterion saw it."""
    return Input(code, D(value), "pg/mL", day)


def row(rule: str, state: Truth, *inputs: Input, **changes: Any) -> Criterion:
    """Give a row of the trace."""
    return replace(
        Criterion(rule, state, inputs, source="dispenzieri2007", status="primary"), **changes
    )


CLONE = row(
    "POEMS-DX-CLONE",
    MET,
    criteria=(
        row("POEMS-CLONE-IFE", MET, Input("serum_immunofixation", ("IgA-lambda",), None, FIRST)),
        row("POEMS-CLONE-IHC", UNKNOWN, note=NOTE),
        row("POEMS-CLONE-FLC", NOT_MET, Input("flc_ratio", D("0.9"), "1", FIRST)),
    ),
)
CRITERIA = (
    row("POEMS-DX", MET),
    row("POEMS-DX-PN", MET, Input("polyneuropathy", {"present": True}, None, FIRST)),
    CLONE,
    row("POEMS-DX-CD", UNKNOWN, note=NOTE),
    row("POEMS-DX-BONE", NOT_MET),
    row(
        "POEMS-DX-VEGF",
        MET,
        criteria=(row("POEMS-VEGF-SERUM", MET, vegf("4800", FIRST), threshold="> 2 x ULN"),),
    ),
    row("POEMS-DX-ORG", NOT_MET, Input("splenomegaly", False, None, FIRST)),
    row("POEMS-DX-EVO", MET, Input("edema", True, None, FIRST)),
    row("POEMS-DX-ENDO", UNKNOWN, note=NOTE),
    row("POEMS-DX-SKIN", MET, Input("skin", ("hyperpigmentation",), None, FIRST)),
    row("POEMS-DX-PAP", UNKNOWN, note=NOTE),
    row("POEMS-DX-CBC", MET, Input("platelets", D(612), "10*9/L", FIRST)),
)
TIER = PoemsTier(
    "confirmed",
    MET,
    FIRST,
    (("neuropathy", "yes"), ("clone", "yes"), ("majors", "yes"), ("minors", "yes")),
    CRITERIA,
    ("castleman", "endocrine", "papilledema"),
    (NOTE,),
    NOTE,
    castleman=UNKNOWN,
    settled=True,
)
PUMCH = Score(
    applicable=True,
    score_range=(1, 2),
    possible_groups=("intermediate", "high"),
    criteria=(
        row("POEMS-PUMCH-AGE", MET, Input("age", 58, None, FIRST)),
        row("POEMS-PUMCH-EFF", NOT_MET, Input("pleural_effusion", False, None, FIRST)),
        row("POEMS-PUMCH-PH", UNKNOWN, note=NOTE),
        row("POEMS-PUMCH-EGFR", NOT_MET, Input("egfr", D(72), "mL/min/{1.73_m2}", FIRST)),
    ),
)
WATCH = (
    WatchedSeries("vegf", "early", ("vegf_serum",), NOTE, (3, 3), THIRD, "2026-09-19", alert=NOTE),
    WatchedSeries("onls", "early", ("onls_arm", "onls_leg"), NOTE, (6, 6), THIRD, "2026-12-19"),
    WatchedSeries("dlco", "early", ("dlco",), NOTE),
)


def axis(name: str, **changes: Any) -> ResponseAxis:
    """Give an axis that can be judged."""
    return replace(ResponseAxis(name, evaluable=True), **changes)


BLOOD = axis(
    "hematologic",
    baseline=Input("serum_m_protein", D("8.0"), "g/L", FIRST),
    nadir=Input("serum_m_protein", D(0), "g/L", THIRD),
    value=Input("serum_m_protein", D(0), "g/L", THIRD),
    current="VGPR_H",
    possible=("CR_H", "VGPR_H"),
    pending=True,
    best="VGPR_H",
    best_on=SECOND,
    timeline=(AxisPoint(SECOND, "VGPR_H"), AxisPoint(THIRD, "VGPR_H", ("CR_H", "VGPR_H"))),
    criteria=(row("RESP-POEMS-VGPRH", MET),),
    notes=(NOTE,),
)
VEGF = axis(
    "vegf",
    baseline=vegf("4800", FIRST),
    nadir=vegf("420", SECOND),
    value=vegf("510", THIRD),
    current="CR_V",
    confirmed=False,
    best="CR_V",
    best_on=SECOND,
    timeline=(AxisPoint(SECOND, "CR_V"), AxisPoint(THIRD, "CR_V", confirmed=False)),
    presets=(("PUMCH", "CR_V"),),
)
IMAGING = ResponseAxis("radiologic", evaluable=False, reason=NOTE)
CLINICAL = axis("clinical", current="Cm", best="Ci", timeline=(AxisPoint(THIRD, "Cm"),))
NERVE = axis(
    "neurologic",
    baseline=Input("onls_total", D(5), "{score}", FIRST),
    nadir=Input("onls_total", D(3), "{score}", THIRD),
    value=Input("onls_total", D(3), "{score}", THIRD),
    current="improved",
    best="improved",
    best_on=THIRD,
    timeline=(AxisPoint(THIRD, "improved", boundary=True, notes=(NOTE,)),),
)
RESPONSE = PoemsResponse(
    1,
    "consensus",
    (BLOOD, VEGF, IMAGING, CLINICAL, NERVE),
    "2025-04-01",
    (NOTE,),
    (Note("poems_lag_nerve"), Note("poems_lag_relapse")),
)
PICTURE = Poems(
    TIER,
    PUMCH,
    (row("POEMS-ADV-LIST-CLUBBING", UNKNOWN),),
    (WorkupItem("serum_ife", "done", "POEMS-WORKUP", on=FIRST),),
    WATCH,
    (row("POEMS-TX-POST", MET, note=NOTE),),
    (row("POEMS-DDX-CIDP", NOT_MET),),
    (row("POEMS-ALT-CHIBA", MET),),
    RESPONSE,
)
LINES = (
    TreatmentLine(
        1,
        (1,),
        ("Rd",),
        "2025-04-01",
        "2025-10-20",
        NOTE,
        (
            LinePart(
                *("Rd", "regimen", "2025-04-01", "2025-08-30"),
                ("lenalidomide", "dexamethasone"),
                4,
                "planned",
            ),
            LinePart("auto_hsct", "auto_hsct", "2025-10-20", "2025-10-20", reason=NOTE),
        ),
        "VGPR",
    ),
)


def picture(**changes: Any) -> Poems:
    """Give the whole picture."""
    return replace(PICTURE, **changes)


def assessed_poems(poems: Poems | None = PICTURE, **changes: Any) -> Assessment:
    """Give an assessment of a patient with POEMS."""
    made = Assessment(
        DAY,
        RulePack("2026.5", "ef" * 32),
        Diagnosis(POEMS, (POEMS,), "confirmed", CRITERIA),
        Score(applicable=False),
        FollowUp(refer=True),
        (Alert("DX-ORDER", "info", Note("igm_with_another_class")),),
        (Missing("papilledema", ("diagnosis",)),),
        myeloma=Myeloma(lines=LINES),
        poems=poems,
    )
    return replace(made, **changes)


def a_poems_record(**changes: Any) -> PatientRecord:
    """Give the record behind it: three visits, one transplant between them."""
    values = (
        ("vegf_serum", "pg/mL", ("4800", "420", "510"), LIMIT),
        ("serum_m_protein", "g/L", ("8.0", "0.6", "0"), None),
        ("platelets", "10*9/L", ("612", "380", "260"), D(400)),
        ("onls_arm", "{score}", ("2", "2", "1"), None),
        ("onls_leg", "{score}", ("3", "3", "2"), None),
        ("modified_rankin", "{score}", ("3", "3", "2"), None),
    )
    results = tuple(
        Result(PartialDate(day), code, D(text), unit, high=high)
        for code, unit, texts, high in values
        for day, text in zip((FIRST, SECOND, THIRD), texts, strict=True)
    )
    plasma = Result(PartialDate(THIRD), "vegf_plasma", D(88), "pg/mL", high=D("96.2"))
    first = PartialDate(FIRST)
    record = PatientRecord(
        Person(Sex.MALE, PartialDate("1967-01-15")),
        results=(*results, plasma),
        findings=(
            Finding(first, "polyneuropathy", {"present": True, "type": "mixed"}),
            Finding(first, "serum_immunofixation", ("IgA-lambda",)),
            Finding(first, "urine_immunofixation", ()),
            Finding(first, "edema", value=True),
            Finding(first, "skin", ("hyperpigmentation",)),
        ),
        treatments=(Treatment("Rd", PartialDate("2025-04-01"), stop=PartialDate("2025-08-30")),),
        events=(ClinicalEvent(PartialDate("2025-10-20"), "auto_hsct"),),
    )
    return replace(record, **changes)
