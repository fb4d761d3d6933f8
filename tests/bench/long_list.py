"""A list as long as the Mayo cohort: 1,384 read, sorted and painted, and one found by typing."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path

from desktop_app import demo
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.patient import Registration
from desktop_app.domain.record import PatientRecord, Person, Result, Sex
from desktop_app.domain.worklist import Scope
from desktop_app.paths import Paths
from tests.bench.figures import Figure, median_ms, tell
from tests.bench.stage import await_signal, window_on

PEOPLE, CHUNK = 1384, 50


def arrival(number: int) -> tuple[Registration, PatientRecord]:
    """Give a person as the Mayo cohort has them, each another one."""
    year, sex = 1970 + number % 50, (Sex.FEMALE, Sex.MALE)[number % 2]
    birth = str(year - 40 - number % 50)
    values = {
        "hemoglobin": (str(11 + number % 5), "g/dL"),
        "creatinine": ("0.9", "mg/dL"),
        "serum_m_protein": (f"{0.1 * (1 + number % 25):.1f}", "g/dL"),
    }
    results = tuple(
        Result(PartialDate(str(year)), code, Decimal(value), unit)
        for code, (value, unit) in values.items()
    )
    registration = Registration(f"MGUS2-{number:04}", f"Mayo cohort {number:04}", birth, sex)
    return registration, PatientRecord(Person(sex, PartialDate(birth)), results=results)


def main() -> None:
    """Measure in the real window with the real services."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.found(Path(folder))
        services = demo.build(paths)
        arrivals = [arrival(number) for number in range(1, PEOPLE + 1)]
        for first in range(0, PEOPLE, CHUNK):
            services.patients.admit(arrivals[first : first + CHUNK])
        with window_on(paths, services) as start:
            page = start.window.pages.worklist
            assert page is not None

            def show_all() -> None:
                await_signal(page.model.modelReset, lambda: page.choose_scope(Scope.ALL))
                page.repaint()

            painted = median_ms(show_all, times=15, warm=2)
            assert page.model.rowCount() >= PEOPLE
        services.clinic.unlock(demo.PASSPHRASE)
        found = median_ms(lambda: services.patients.search("cohort 0815"), times=15)
        services.clinic.lock()
    tell(
        Figure("list of 1,396 people, from asking to painted", painted, 150),
        Figure("one of them found by typing", found, 50),
    )


if __name__ == "__main__":
    main()
