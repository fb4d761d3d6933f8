"""From the click on a patient with 300 results until the page stands painted with all of it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from desktop_app import demo
from desktop_app.domain.patient import Registration
from desktop_app.paths import Paths
from tests.bench.assessment import record
from tests.bench.figures import Figure, median_ms, tell
from tests.bench.stage import await_signal, window_on
from ui.app import Start


def open_page(start: Start, patient_id: int) -> None:
    """Open a patient from the list, wait until everything is there, and paint it."""
    pages = start.window.pages
    pages.show_worklist()
    pages.show_patient(patient_id)
    assert pages.patient is not None
    await_signal(pages.patient.shown, lambda: None)
    pages.patient.repaint()


def main() -> None:
    """Measure in the real window with the real services."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.found(Path(folder))
        services = demo.build(paths)
        (patient_id,) = services.patients.admit(
            [(Registration("BENCH-300", "Bench", "1957-03"), record())]
        )
        with window_on(paths, services) as start:
            spent = median_ms(lambda: open_page(start, patient_id), times=15, warm=2)
    tell(Figure("patient page, 300 results, from click to painted", spent, 150))


if __name__ == "__main__":
    main()
