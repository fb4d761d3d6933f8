"""Build the letter of a patient with smouldering myeloma, from an assessment made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal as D
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.data.content.catalogue import load_catalogue
from desktop_app.data.content.letters import load_letters
from desktop_app.data.content.wordings import load_wordings
from desktop_app.domain.catalogue import Catalogue
from desktop_app.domain.conclusions import (
    Alert,
    Assessment,
    Criterion,
    Diagnosis,
    Evolving,
    FollowUp,
    Input,
    Mgrs,
    Missing,
    Note,
    RiskFigure,
    RulePack,
    Score,
    SeriesPoint,
    WorkupItem,
)
from desktop_app.domain.letter import Letter, LetterTexts, Section
from desktop_app.domain.letter_building import LetterContext, build_letter
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Finding, PatientRecord, Person, Result, Sex, Treatment
from desktop_app.domain.truth import Truth
from desktop_app.domain.wording import Wording

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
TODAY = date(2026, 11, 22)
DAYS = ("2024-11-20", "2025-11-20", "2026-11-20")

CALCIUM = Criterion(
    "MM-CRAB-CA",
    Truth.NOT_MET,
    (Input("calcium", D("9.4"), "mg/dL", "2026-11-20"),),
    "> 11 mg/dL",
)
ANAEMIA = Criterion(
    "MM-CRAB-HB",
    Truth.UNKNOWN,
    criteria=(
        Criterion(
            "MM-CRAB-HB-VALUE",
            Truth.UNKNOWN,
            (Input("hemoglobin", D("10.2"), "g/dL", "2026-11-20"),),
        ),
    ),
)
MARROW = Criterion(
    "SMM-MAYO2018-PC",
    Truth.MET,
    (Input("marrow_plasma_cells", D(22), "%", "2025-12-01"),),
    "> 20 %",
)
URINE = Criterion("SMM-DX-URINE", Truth.UNKNOWN, (), ">= 500 mg/24 h", note=Note("missing"))
FIGURES = (
    RiskFigure(24, D("47.4"), "progression", False, "lakshman2018", "high", D("38.6"), D("56.4")),
    RiskFigure(24, D(44), "progression", False, "mateos2020", "high"),
)
MAYO = Score(True, None, 2, (2, 2), "high", ("high",), FIGURES, (MARROW,))


def smouldering(**changes: Any) -> Assessment:
    """Give an assessment of smouldering myeloma with something in every part."""
    assessment = Assessment(
        as_of=date(2026, 11, 20),
        rule_pack=RulePack("2026.2", "ab" * 32),
        diagnosis=Diagnosis(
            "smm",
            ("smm",),
            "confirmed",
            (Criterion("MM-DX", Truth.NOT_MET, criteria=(CALCIUM, ANAEMIA)), URINE),
        ),
        mayo_mgus=Score(applicable=False, reason=Note("risk_only_for_mgus")),
        follow_up=FollowUp(
            (4, 6),
            date(2027, 3, 20),
            refer=True,
            reasons=(Note("FU-SMM"), Note("refer_smouldering")),
        ),
        alerts=(Alert("MISS-ATTR", "warning", Note("attribution_required")),),
        missing=(Missing("nt_probnp", ("AL-SUSPECT",)),),
        quality=(Note("old_value", (("code", "serum_immunofixation"), ("date", "2023-11-10"))),),
        mayo_20_2_20=MAYO,
    )
    return replace(assessment, **changes)


def evolving(definition: str, state: Truth, **changes: Any) -> Evolving:
    """Give the answer of one definition, by a rise of the M-protein."""
    return Evolving(
        definition,
        state,
        code="serum_m_protein",
        unit="g/dL",
        baseline=SeriesPoint("2025-11-20", D("2.3")),
        value=SeriesPoint("2026-11-20", D("3.1")),
        **changes,
    )


def a_record(**changes: Any) -> PatientRecord:
    """Give three years of results; the M-protein rises beyond the noise of the test."""
    results: list[Result] = []
    for day, m_protein, kappa in zip(DAYS, ("1.6", "2.3", "3.1"), ("62", "88", "140"), strict=True):
        results += (
            Result(PartialDate(day), "serum_m_protein", D(m_protein), "g/dL"),
            Result(PartialDate(day), "flc_kappa", D(kappa), "mg/L", high=D("19.4")),
            Result(PartialDate(day), "hemoglobin", D("12.5"), "g/dL", low=D(12), high=D(16)),
        )
    results.append(Result(PartialDate(DAYS[-1]), "igg", D(3900), "mg/dL", high=D(1600)))
    results.append(Result(PartialDate(DAYS[-1]), "iga", D(50), "mg/dL", low=D(70)))
    record = PatientRecord(
        Person(Sex.FEMALE, PartialDate("1958-03-02")),
        results=tuple(results),
        findings=(Finding(PartialDate(DAYS[-1]), "allergy", ("penicillin", "sulfa")),),
        treatments=(
            Treatment("Rd", PartialDate("2025-02"), stop=PartialDate("2025-08")),
            Treatment("zoledronate", PartialDate("2025-01")),
            Treatment("VRd", PartialDate("2027-01")),
        ),
    )
    return replace(record, **changes)


@cache
def texts() -> LetterTexts:
    """Read the words of the letter once."""
    return load_letters(RESOURCES)["referral_hematology"]


@cache
def wordings() -> dict[str, Wording]:
    """Read the fixed words once."""
    return load_wordings(RESOURCES)


@cache
def catalogue() -> Catalogue:
    """Read the catalogue once."""
    return load_catalogue(RESOURCES)


def a_letter(
    assessment: Assessment | None = None,
    *,
    language: str = "en",
    record: PatientRecord | None = None,
    **changes: Any,
) -> Letter:
    """Write the letter."""
    context = replace(LetterContext(TODAY, "ZZSENTINEL · 17"), **changes)
    return build_letter(
        assessment or smouldering(),
        record or a_record(),
        context,
        texts(),
        catalogue=catalogue(),
        words=wordings()[language],
    )


def section(letter: Letter, heading: str) -> Section:
    """Give the section under a heading."""
    found = [one for one in (*letter.sections, *letter.enclosed) if one.heading == heading]
    assert len(found) == 1, heading
    return found[0]


def text_of(letter: Letter) -> str:
    """Give every word of the letter's sections, line by line."""
    lines: list[str] = []
    for one in (*letter.sections, *letter.enclosed):
        lines.append(one.heading)
        lines += [line.text for line in one.lines]
        for row in one.table.rows if one.table else ():
            lines.append(" | ".join(f"{cell.text} {cell.aside}".strip() for cell in row))
    return "\n".join(lines)


FULL = smouldering(
    evolving=(
        evolving("EVO-RAVI-EMP", Truth.MET, confirmed=True),
        evolving("EVO-PANGEA", Truth.MET),
        evolving("EVO-WU", Truth.UNKNOWN),
        evolving("EVO-RAJKUMAR", Truth.NOT_MET),
    ),
    mgrs=Mgrs(Truth.MET, (Note("refer_smouldering"),), biopsy_advised=True, lesion="midd"),
    workup=(
        WorkupItem("spep", "done", "WORKUP-TABLE", on="2026-11-20"),
        WorkupItem("flc", "done", "WORKUP-TABLE", on="2026-11-20"),
        WorkupItem("serum_ife", "old", "WORKUP-TABLE", on="2023-11-10"),
        WorkupItem("urine_ife", "due", "WORKUP-TABLE"),
    ),
)
