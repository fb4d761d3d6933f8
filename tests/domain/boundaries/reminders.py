"""Give the boundaries of reminders, alerts, missing tests and conflicts of myeloma."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D

from desktop_app.domain.conclusions import Diagnosis, Note
from desktop_app.domain.myeloma_conclusions import (
    Extramedullary,
    ImwgResponse,
    LinePart,
    Myeloma,
    PlasmaCellLeukemia,
    ResponsePoint,
    Staging,
    SystemStage,
    TreatmentLine,
)
from desktop_app.domain.rulesets.myeloma.care.reminders import high_risk, reminders
from desktop_app.domain.rulesets.myeloma.notices.case_conflicts import myeloma_conflicts
from desktop_app.domain.rulesets.myeloma.notices.open_tests import myeloma_missing
from desktop_app.domain.truth import Truth
from tests.domain.asking import rows
from tests.domain.cases import finding, gathered, labs, result, view
from tests.domain.lesion_records import smear

NAMED = Diagnosis("multiple_myeloma", ("multiple_myeloma",), "confirmed")
SETTLED, OPEN = SystemStage("I", ("I",)), SystemStage(None, ("I", "II"))
STANDARD = SystemStage("standard_risk", ("standard_risk",))
STAGES = Staging(SETTLED, SETTLED, SETTLED, SETTLED, STANDARD)
NO = Truth.NOT_MET


def line(*numbers: int, stop: str | None = None) -> TreatmentLine:
    part = LinePart("given", "regimen", "2026-01", stop, ("bortezomib",))
    return TreatmentLine(None, numbers, ("given",), "2026-01", stop, Note("missing"), (part,))


def failed(*numbers: int) -> TreatmentLine:
    return replace(line(*numbers, stop="2026-02"), months_to_progression=(0, 0))


def staged(**systems: object) -> Staging:
    hits = (("MM-MSMART-COUNT", SystemStage(None, (), points=(D(0), D(0)))),)
    return replace(STAGES, others=hits, **systems)  # type: ignore[arg-type]


def hits(least: int, most: int) -> Staging:
    counted = SystemStage(None, (), points=(D(least), D(most)))
    return replace(STAGES, others=(("MM-MSMART-COUNT", counted),))


HIGH = staged(r_iss=SystemStage("III", ("III",)))


def risk(staging: Staging) -> str:
    return high_risk(view(), Myeloma(staging=staging)).state


def reminded(staging: Staging, category: str, *lines: TreatmentLine) -> str:
    outside = Extramedullary(category, (category,), 1)
    picture = Myeloma(staging=staging, extramedullary=outside, lines=lines)
    evidence = gathered(finding("transplant_eligible", True))
    shown = reminders(evidence, NAMED, picture)
    return " ".join(f"{x.id[-1]}{x.state.state[0]}" for x in shown)


def progressed(read: str, confirmed: bool) -> str:
    point = ResponsePoint("2026-05", 1, "VGPR", confirmed, read)
    picture = Myeloma(
        staging=HIGH, lines=(line(1),), response=ImwgResponse("IMWG 2016", current=point)
    )
    shown = reminders(gathered(), NAMED, picture)
    return " ".join(f"{x.id[-1]}{x.state.state[0]}" for x in shown)


def touched(percent: object) -> tuple[str, ...]:
    blood = PlasmaCellLeukemia(Truth.MET, NO, NO, NO)
    return myeloma_conflicts(gathered(smear(percent)), Myeloma(plasma_cell_leukemia=blood))


def values_touched(*entries: object) -> tuple[str, ...]:
    three = staged(durie_salmon=SystemStage("III", ("III",)))
    return myeloma_conflicts(gathered(*entries), Myeloma(staging=three))


def calcium(value: object, unit: str) -> object:
    return result("calcium", value, unit)


def imaging_asked(progressed_on: str) -> object:
    point = ResponsePoint(progressed_on, 1, "PD", confirmed=True)
    clear = Extramedullary("none", ("none",), as_of="2026-05")
    told = Myeloma(
        extramedullary=clear,
        response=ImwgResponse("x", timeline=(point,)),
        lines=(line(1),),
    )
    return [x.code for x in myeloma_missing(gathered(), told)]


def staged_on(anchor: str) -> object:
    made = replace(STAGES, iss=OPEN, anchor=anchor)
    return [x.code for x in myeloma_missing(gathered(), Myeloma(staging=made))]


def lines_touched(*numbers: int) -> tuple[str, ...]:
    return myeloma_conflicts(gathered(), Myeloma(lines=(line(*numbers),)))


def asked(system: str, *entries: object) -> object:
    made = replace(STAGES, **{system: OPEN})
    return [x.code for x in myeloma_missing(gathered(*entries), Myeloma(staging=made))]


def followed(on: str) -> object:
    point = ResponsePoint("2026-05", 1, "VGPR", confirmed=False, possible=("CR", "VGPR"))
    picture = Myeloma(response=ImwgResponse("x", current=point), lines=(line(1),))
    measured = result("serum_m_protein", 0, on=on)
    return "serum_m_protein" in [x.code for x in myeloma_missing(gathered(measured), picture)]


ISS = ["beta2_microglobulin", "albumin"]

VECTORS = (
    *rows(
        "high risk", "REC-EMM-1", risk,
        (staged(), "no"),
        (HIGH, "yes"),
        (staged(r_iss=SystemStage("II", ("II",))), "no"),
        (staged(r2_iss=SystemStage("IV", ("IV",))), "yes"),
        (staged(r2_iss=SystemStage("III", ("III",))), "no"),
        (staged(ims_2025=SystemStage("high_risk", ("high_risk",))), "yes"),
        (staged(r_iss=SystemStage(None, ("II", "III"))), "unknown"),
        (staged(r_iss=SystemStage(None, ())), "unknown"),
        (hits(0, 1), "unknown"),
        (hits(1, 1), "yes"),
        (STAGES, "unknown"),
    ),
    *rows(
        "reminders", "REC-EMM-1 REC-EMM-2 REC-EMM-3 REC-EMM-4 REC-EMM-5 REC-EMM-6 REC-EMM-7",
        reminded,
        (HIGH, "EM-B", "1y 2u 3y"),
        (HIGH, "none", ""),
        (staged(), "EM-B", ""),
        (HIGH, "EM-B", line(1), "1y 2u 3y"),
        (HIGH, "EM-B", line(1, stop="2026-02"), ""),
        (HIGH, "EM-B", failed(1), line(2), "5y 6y 7y"),
        (HIGH, "EM-B", line(1), line(2), "5u 6u 7u"),
        (HIGH, "EM-B", line(1), line(1, 2), "1u 2u 3u 5u 6u 7u"),
        (HIGH, "none", failed(1), "5y 6y 7y"),
        (staged(), "EM-E", failed(1), "6y"),
        (staged(), "none", failed(1), ""),
    ),
    *rows(
        "reminders at progression", "REC-EMM-5 REC-EMM-6 REC-EMM-7", progressed,
        ("PD", True, "5y 6y 7y"),
        ("PD", False, "1u 2u 3u 5u 6u 7u"),
    ),
    *rows(
        "smears of the ledger", "C-MM-02", touched,
        ("19.9", ()),
        (20, ("C-MM-02",)),
        (21, ("C-MM-02",)),
        ("21.1", ()),
    ),
    *rows(
        "values of the ledger", "C-MM-01 C-MM-08", values_touched,
        (calcium("11.5", "mg/dL"), ()),
        (calcium("11.6", "mg/dL"), ("C-MM-01",)),
        (calcium("12.0", "mg/dL"), ("C-MM-01",)),
        (calcium("12.1", "mg/dL"), ()),
        (calcium("2.65", "mmol/L"), ()),
        (calcium("2.66", "mmol/L"), ("C-MM-01",)),
        (calcium("2.99", "mmol/L"), ("C-MM-01",)),
        (calcium("3.00", "mmol/L"), ()),
        (result("hemoglobin", "5.9"), ()),
        (result("hemoglobin", "6.0"), ("C-MM-08",)),
        (result("hemoglobin", "7.9"), ("C-MM-08",)),
        (result("hemoglobin", "8.0"), ()),
    ),
    *rows(
        "relapse after imaging", "EMD-CLASS", imaging_asked,
        ("2026-05-31", []),
        ("2026-06-01", ["bone_lytic_pet_ct"]),
        ("2026-06", ["bone_lytic_pet_ct"]),
    ),
    *rows(
        "days for a stage", "MM-STAGE-BASE", staged_on,
        ("2026-04-01", ISS),
        ("2026-03-31", []),
    ),
    *rows(
        "lines of the ledger", "C-MM-14", lines_touched,
        (2, ()),
        (3, ("C-MM-14",)),
        (2, 3, ("C-MM-14",)),
    ),
    *rows(
        "tests for a stage", "MM-ISS MM-RISS MM-DS-STAGE", asked,
        ("iss", ISS),
        ("iss", result("albumin", 4), ["beta2_microglobulin"]),
        ("r_iss", [*ISS, "fish", "ldh"]),
        ("r_iss", result("ldh", 300, "U/L"), [*ISS, "fish", "ldh"]),
        ("r_iss", result("ldh", 300, "U/L", high=250), [*ISS, "fish"]),
        (
            "durie_salmon", *labs(),
            ["bone_lytic_xray", "serum_m_protein", "urine_m_protein_24h"],
        ),
        (
            "durie_salmon", *labs(), finding("bone_lytic_ct", {"count": 0}),
            ["serum_m_protein", "urine_m_protein_24h"],
        ),
    ),
    *rows(
        "tests for a response", "RESP-ALG-MISSING", followed,
        ("2025-12-31", True),
        ("2026-01-01", False),
    ),
)  # fmt: skip
