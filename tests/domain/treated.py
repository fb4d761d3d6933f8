"""Build a fictional patient in the second line of treatment, with the response that was read."""

from __future__ import annotations

from decimal import Decimal

from desktop_app.domain.conclusions import Note
from desktop_app.domain.myeloma_conclusions import (
    ImwgResponse,
    LinePart,
    Myeloma,
    ResponseMark,
    ResponsePoint,
    TreatmentLine,
)
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import ClinicalEvent, Finding, PatientRecord, Treatment
from tests.domain.trend_records import a_record, a_result

VCD = ("bortezomib", "cyclophosphamide", "dexamethasone")
DKPD = ("daratumumab", "carfilzomib", "pomalidomide", "dexamethasone")
_M = (
    ("2024-01-10", "4.1"),
    ("2024-02-14", "2.9"),
    ("2024-03-15", "1.6"),
    ("2024-04-18", "1.3"),
    ("2024-08-20", "1.4"),
    ("2024-11-05", "2.1"),
    ("2024-12-03", "2.4"),
    ("2025-02-10", "1.0"),
    ("2025-04-14", "0.3"),
    ("2025-06-12", "0.2"),
    ("2025-10-20", "0.2"),
    ("2026-02-11", "0.3"),
    ("2026-07-15", "0.6"),
    ("2026-11-20", "0.9"),
)


def treated() -> PatientRecord:
    """Give a record with two lines, a transplant, and an antibody that looks like a band."""
    results = [a_result(day, value) for day, value in _M]
    for number, (day, value) in enumerate(_M):
        results += [
            a_result(day, f"{8.9 + min(number, 9) * 0.4:.1f}", code="hemoglobin"),
            a_result(day, f"{2.1 - min(number, 8) * 0.12:.2f}", "mg/dL", "creatinine"),
            a_result(day, str(int(Decimal(value) * 210)), "mg/L", "flc_kappa"),
            a_result(day, "9", "mg/L", "flc_lambda"),
        ]
    return a_record(
        *results,
        treatments=(
            Treatment("VCd", PartialDate("2024-01-15"), VCD, PartialDate("2024-05-10"), 4),
            Treatment("DKPd", PartialDate("2024-12-10"), DKPD, PartialDate("2025-05-30"), 6),
            Treatment("KPd", PartialDate("2025-09"), DKPD[1:]),
            Treatment("zoledronate", PartialDate("2024-02-01"), stop=PartialDate("2026-02-01")),
        ),
        events=(
            ClinicalEvent(PartialDate("2024-06-11"), "fracture"),
            ClinicalEvent(PartialDate("2025-07-02"), "auto_hsct"),
            ClinicalEvent(PartialDate("2025-08-20"), "infection"),
            ClinicalEvent(PartialDate("2024-01-28"), "transfusion"),
        ),
        findings=(
            Finding(PartialDate("2024-01-10"), "serum_immunofixation", ("IgG-kappa",)),
            Finding(PartialDate("2025-06-12"), "serum_immunofixation", ()),
            Finding(PartialDate("2025-10-20"), "serum_immunofixation", ("IgG-kappa",)),
        ),
    )


def lines() -> tuple[TreatmentLine, ...]:
    """Give the two lines of the record."""
    vcd = LinePart("VCd", "regimen", "2024-01-15", "2024-05-10", VCD, 4)
    dkpd = LinePart("DKPd", "regimen", "2024-12-10", "2025-05-30", DKPD, 6)
    transplant = LinePart("auto_hsct", "auto_hsct", "2025-07-02")
    kpd = LinePart("K-Pd", "regimen", "2025-09", None, DKPD[1:])
    first = TreatmentLine(1, (1,), ("VCd",), "2024-01-15", "2024-05-10", Note("line_first"), (vcd,))
    second = TreatmentLine(
        2, (2,), ("DKPd", "KPd"), "2024-12-10", None, Note("line_pd"), (dkpd, transplant, kpd)
    )
    return first, second


def response() -> ImwgResponse:
    """Give a response that was lost, another one, and a progression to be confirmed."""

    def mark(value: str, role: str, line: int, start: str, stop: str | None) -> ResponseMark:
        return ResponseMark("serum_m_protein", "g/dL", Decimal(value), role, line, start, stop)

    return ImwgResponse(
        "IMWG 2016",
        timeline=(
            ResponsePoint("2024-02-14", 1, "MR", confirmed=True),
            ResponsePoint("2024-03-15", 1, "PR", confirmed=True),
            ResponsePoint("2024-04-18", 1, "PR", confirmed=True),
            ResponsePoint("2024-11-05", 1, "PD", confirmed=True),
            ResponsePoint("2025-02-10", 2, "PR", confirmed=True),
            ResponsePoint("2025-06-12", 2, "VGPR", confirmed=True),
            ResponsePoint("2026-11-20", 2, "PD", confirmed=False, pending=True),
        ),
        marks=(
            mark("4.1", "baseline", 1, "2024-01-15", "2024-12-10"),
            mark("1.4", "nadir", 1, "2024-01-15", "2024-12-10"),
            mark("1.9", "progression", 1, "2024-01-15", "2024-12-10"),
            mark("2.4", "baseline", 2, "2024-12-10", None),
            mark("0.2", "nadir", 2, "2024-12-10", None),
            mark("0.7", "progression", 2, "2024-12-10", None),
        ),
    )


def picture() -> Myeloma:
    """Give what is concluded of the record."""
    return Myeloma(lines=lines(), response=response())
