"""Build records for the rule tests in one line each."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.data.content.catalogue import load_catalogue
from desktop_app.domain.assessment import assess
from desktop_app.domain.criteria.evidence import gather
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import (
    ClinicalEvent,
    Comparator,
    Cytogenetic,
    EarlierDiagnosis,
    Finding,
    Interpretation,
    Lesion,
    PatientRecord,
    Person,
    Result,
    Sex,
    Treatment,
)
from desktop_app.domain.view import RecordView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.conclusions import Assessment, Criterion, Note
    from desktop_app.domain.criteria.evidence import Evidence

RESOURCES = Path(__file__).parents[2] / "resources"
DAY = "2026-06-01"
WOMAN = Person(Sex.FEMALE, PartialDate("1960-03-04"))
UNITS = {
    "serum_m_protein": "g/dL",
    "hemoglobin": "g/dL",
    "calcium": "mg/dL",
    "calcium_corrected": "mg/dL",
    "calcium_ionized": "mmol/L",
    "albumin": "g/dL",
    "creatinine": "mg/dL",
    "creatinine_clearance": "mL/min",
    "egfr": "mL/min/{1.73_m2}",
    "flc_kappa": "mg/L",
    "flc_lambda": "mg/L",
    "flc_ratio": "1",
    "marrow_plasma_cells": "%",
    "marrow_plasma_cells_flow": "%",
    "circulating_plasma_cells": "%",
    "urine_m_protein_24h": "mg/(24.h)",
    "urine_protein_24h": "mg/(24.h)",
    "upcr": "mg/g",
    "uacr": "mg/g",
    "nt_probnp": "ng/L",
    "alp": "U/L",
    "weight": "kg",
}


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """Give the catalogue that ships."""
    return load_catalogue(RESOURCES)


def result(
    code: str,
    value: object,
    unit: str | None = None,
    *,
    on: str = DAY,
    low: object = None,
    high: object = None,
    method: str | None = None,
    lab: str | None = None,
) -> Result:
    """Build a result; ``"<0.5"`` carries its comparator."""
    text = str(value)
    sign = next((x for x in ("<=", ">=", "<", ">") if text.startswith(x)), "")
    return Result(
        date=PartialDate(on),
        code=code,
        value=Decimal(text[len(sign) :]),
        unit=unit or UNITS[code],
        comparator=Comparator(sign) if sign else None,
        low=None if low is None else Decimal(str(low)),
        high=None if high is None else Decimal(str(high)),
        method=method,
        lab=lab,
    )


def words(code: str, interpretation: str, on: str = DAY) -> Result:
    """Build a result that was reported as low, normal or high only."""
    return Result(PartialDate(on), code, interpretation=Interpretation(interpretation))


def finding(code: str, value: object, on: str = DAY) -> Finding:
    """Build a finding; lists become tuples."""
    if isinstance(value, list):
        value = tuple(value)
    return Finding(PartialDate(on), code, value)  # type: ignore[arg-type]


def record(*entries: object, patient: Person = WOMAN) -> PatientRecord:
    """Gather entries of any kind into a record."""

    def of(kind: type) -> tuple:  # type: ignore[type-arg]
        return tuple(entry for entry in entries if isinstance(entry, kind))

    return PatientRecord(
        patient=patient,
        history=of(EarlierDiagnosis),
        results=of(Result),
        findings=of(Finding),
        cytogenetics=of(Cytogenetic),
        lesions=of(Lesion),
        treatments=of(Treatment),
        events=of(ClinicalEvent),
    )


def labs(**changed: object) -> tuple[Result, ...]:
    """Give haemoglobin, calcium and creatinine without any CRAB value, or as changed."""
    values = {"hemoglobin": "13.5", "calcium": "9.2", "creatinine": "0.8", **changed}
    return tuple(result(code, value) for code, value in values.items() if value is not None)


def serum(*bands: str, on: str = DAY) -> Finding:
    """Build a serum immunofixation."""
    return finding("serum_immunofixation", list(bands), on=on)


def ct(count: int = 0) -> Finding:
    """Build a CT with this many lytic lesions."""
    return finding("bone_lytic_ct", {"count": count})


def mri(count: int = 0, extent: str = "whole_body") -> Finding:
    """Build an MRI with this many focal lesions."""
    return finding("mri_focal_lesions", {"count": count, "extent": extent})


def flc(kappa: object, lambda_: object) -> tuple[Result, Result]:
    """Build kappa and lambda in mg/L."""
    return result("flc_kappa", kappa), result("flc_lambda", lambda_)


def marrow(percent: object) -> tuple[Result, Finding]:
    """Build clonal marrow plasma cells."""
    return result("marrow_plasma_cells", percent), finding("marrow_clonality", True)


def cause(organ: str, answer: str, on: str = DAY) -> Finding:
    """Build the doctor's answer on an organ value."""
    return finding(f"attribution_{organ}", answer, on)


def history(diagnosis: str, on: str | None = "2020") -> EarlierDiagnosis:
    """Build a diagnosis that was established earlier."""
    return EarlierDiagnosis(diagnosis, None if on is None else PartialDate(on))


def plasmacytoma(name: str = "T10", *, biopsied: bool = True, on: str = DAY) -> Lesion:
    """Build a bone plasmacytoma."""
    return Lesion(
        PartialDate(on),
        name,
        "plasmacytoma",
        site="vertebra",
        contiguous_with_bone=True,
        biopsy_proven=biopsied,
    )


def flattened(entries: Iterable[object]) -> Iterator[object]:
    """Give the entries of groups within groups one by one."""
    for entry in entries:
        if isinstance(entry, tuple):
            yield from flattened(entry)
        else:
            yield entry


def assessed(*entries: object, patient: Person = WOMAN, as_of: str = "2026-06-30") -> Assessment:
    """Assess the entries; groups of entries may be given as tuples."""
    whole = record(*flattened(entries), patient=patient)
    return assess(whole, PartialDate(as_of).last, catalogue=catalogue())


def view(*entries: object, patient: Person = WOMAN, as_of: str = "2026-06-30") -> RecordView:
    """Look at the entries as of a day."""
    whole = record(*flattened(entries), patient=patient)
    return RecordView.of(whole, catalogue(), PartialDate(as_of).last)


def gathered(*entries: object, patient: Person = WOMAN, as_of: str = "2026-06-30") -> Evidence:
    """Judge every criterion of the entries."""
    return gather(view(*entries, patient=patient, as_of=as_of))


def criterion(assessment: Assessment, name: str) -> Criterion:
    """Find a criterion anywhere in the trace."""

    def walk(criteria: tuple[Criterion, ...]) -> Criterion | None:
        for each in criteria:
            if each.id == name:
                return each
            found = walk(each.criteria)
            if found is not None:
                return found
        return None

    found = walk((*assessment.diagnosis.criteria, *assessment.mayo_mgus.criteria))
    assert found is not None, name
    return found


def part(criterion_: Criterion, name: str) -> Criterion:
    """Give a direct part of a criterion."""
    (found,) = [each for each in criterion_.criteria if each.id == name]
    return found


def note_of(criterion_: Criterion) -> str | None:
    """Give the code of a criterion's note."""
    return None if criterion_.note is None else criterion_.note.code


def codes(notes: Iterable[Note]) -> set[str]:
    """Give the codes of notes."""
    return {note.code for note in notes}
