"""One assessment, as it runs at each pause in typing: 300 results, and 1,000 over 20 years."""

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
LONG_VISITS, LONG_DAYS = 100, 73  # a thousand results in twenty years


def record(visits: int = VISITS, days_apart: int = 120) -> PatientRecord:
    """Give visits with ten results each, and what else is known of the patient."""
    days = [TODAY - timedelta(days=days_apart * visit) for visit in range(visits)]
    results = tuple(
        Result(PartialDate.of(day), code, Decimal(value), unit)
        for day in reversed(days)
        for code, (value, unit) in VALUES.items()
    )
    marrow = Result(PartialDate.of(days[-1]), "marrow_plasma_cells", Decimal(18), "%")
    findings = (
        Finding(PartialDate.of(days[-1]), "serum_immunofixation", ("IgA-kappa",)),
        Finding(PartialDate.of(days[-1]), "urine_immunofixation", ()),
    )
    woman = Person(Sex.FEMALE, PartialDate("1957-03"))
    # A marrow of smouldering myeloma in the long record, so that every model and series is judged.
    return PatientRecord(woman, (), (*results, marrow) if visits > VISITS else results, findings)


def main() -> None:
    """Measure the assessment alone: no file, no database."""
    catalogue, patient = load_catalogue(resource_root()), record()
    assert len(patient.results) == 300
    spent = median_ms(lambda: assess(patient, TODAY, catalogue=catalogue), times=30, warm=3)
    long = record(LONG_VISITS, LONG_DAYS)
    assert len(long.results) == 1001
    years = median_ms(lambda: assess(long, TODAY, catalogue=catalogue), times=30, warm=3)
    tell(
        Figure("assessment, 300 results", spent, 20),
        Figure("assessment, 1,000 results over 20 years", years, 25),
    )


if __name__ == "__main__":
    main()
