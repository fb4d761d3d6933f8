"""From 1,000 to 10,000 patients: all of them read from the record, assessed anew and compared.

The same work that a drift report does, in processor time, because it runs for a minute: another
program would count otherwise. The time must grow in proportion to the patients.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from desktop_app.bootstrap import build_services
from desktop_app.data.key_cost import KeyCost
from desktop_app.paths import Paths
from desktop_app.services import Services
from desktop_app.services.clock import Clock
from tests.bench.figures import Figure, fitted_exponent, tell
from tests.bench.long_list import CHUNK, arrival

SIZES = (1000, 2000, 5000, 10_000)
PASSPHRASE = "measured only"


def admit(services: Services, first: int, last: int) -> None:
    """Admit the people of these numbers, in chunks."""
    arrivals = [arrival(number) for number in range(first, last + 1)]
    for start in range(0, len(arrivals), CHUNK):
        services.patients.admit(arrivals[start : start + CHUNK])


def main() -> None:
    """Let the record grow, and compare everybody at each size."""
    spent: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        services = build_services(Paths.found(Path(folder)), Clock(), key_cost=KeyCost(8, 1, 1))
        services.clinic.create(PASSPHRASE)
        for size, smaller in zip(SIZES, (0, *SIZES), strict=False):
            admit(services, smaller + 1, size)
            started = time.process_time()
            report = services.drift.report()
            spent.append((time.process_time() - started) * 1000)
            assert (report.compared, report.drifts) == (size, ())
        services.clinic.lock()
    power = fitted_exponent(SIZES, spent)
    name = "everybody of 10,000 read, assessed and compared (from 1,000 on)"
    tell(Figure(name, spent[-1], exponent=power, within=(0.9, 1.1)))


if __name__ == "__main__":
    main()
