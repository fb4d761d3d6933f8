"""One assessment of a patient with 300 results, as it runs at each pause while one types."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from desktop_app.data.content.catalogue import load_catalogue
from desktop_app.domain.assessment import assess
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Finding, PatientRecord, Person, Result, Sex
from desktop_app.paths import resource_root
from tests.bench.figures import Figure, median_ms, tell

TODAY = date(2026, 11, 22)
VALUES = {
    "serum_m_protein": ("1.6", "g/dL"),
    "hemoglobin": ("13.1", "g/dL"),
    "calcium": ("9.2", "mg/dL"),
    "creatinine": ("0.8", "mg/dL"),
    "albumin": ("4.1", "g/dL"),
    "flc_kappa": ("31.0", "mg/L"),
    "flc_lambda": ("11.0", "mg/L"),
    "flc_ratio": ("2.82", "1"),
    "iga": ("1980", "mg/dL"),
    "ldh": ("180", "U/L"),
}
VISITS = 30


def record() -> PatientRecord:
    """Give 30 visits with ten results each, and what else is known of the patient."""
    days = [TODAY - timedelta(days=120 * visit) for visit in range(VISITS)]
    results = tuple(
        Result(PartialDate.of(day), code, Decimal(value), unit)
        for day in reversed(days)
        for code, (value, unit) in VALUES.items()
    )
    findings = (
        Finding(PartialDate.of(days[-1]), "serum_immunofixation", ("IgA-kappa",)),
        Finding(PartialDate.of(days[-1]), "urine_immunofixation", ()),
    )
    return PatientRecord(Person(Sex.FEMALE, PartialDate("1957-03")), (), results, findings)


def main() -> None:
    """Measure the assessment alone: no file, no database."""
    catalogue, patient = load_catalogue(resource_root()), record()
    assert len(patient.results) == 300
    spent = median_ms(lambda: assess(patient, TODAY, catalogue=catalogue), times=30, warm=3)
    tell(Figure("assessment, 300 results", spent, 20))


if __name__ == "__main__":
    main()
