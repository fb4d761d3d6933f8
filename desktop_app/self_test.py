"""Try every part of the program once in a temporary folder: the gate of every frozen build."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.log import stack_of
from desktop_app.paths import Paths
from desktop_app.services import Services

PAIRS = (("zh-TW", "en"), ("zh-CN", "en"))
_PASSPHRASE = "self-test only"  # noqa: S105 - of a record that is gone at the end
_PASTED = "Hemoglobin\t13.1\tg/dL\nCreatinine\t0.9\tmg/dL\n"
_EMBEDDED_FONT = b"/FontFile2"


class Failed(Exception):  # noqa: N818 - says what happened to the step
    """Report that a step ran and gave something wrong; the text holds no data of anybody."""


@dataclass(slots=True)
class Trial:
    """Hold what one step leaves for the next."""

    paths: Paths
    patient_id: int = 0
    kind: str = ""
    _services: list[Services] = field(default_factory=list)

    @property
    def services(self) -> Services:
        """Wire the services when they are first asked for."""
        if not self._services:
            from desktop_app.bootstrap import build_services
            from desktop_app.services.clock import Clock

            self._services.append(build_services(self.paths, Clock()))
        return self._services[0]

    def close(self) -> None:
        """Let go of the record, so that its folder can be removed."""
        for services in self._services:
            services.clinic.lock()


def self_test(write: Callable[[str], object]) -> int:
    """Run all steps, write one line each, and give 0 if all went well, else 1."""
    with ExitStack() as stack:
        folder = stack.enter_context(
            tempfile.TemporaryDirectory(prefix="mspike-self-test-", ignore_cleanup_errors=True)
        )
        trial = Trial(Paths.found(Path(folder)))
        stack.callback(trial.close)
        for name, step in STEPS:
            try:
                said = step(trial)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is the step's answer
                write(f"FAILED  {name}: {error}\n{stack_of(error)}\n")
                return 1
            write(f"ok      {name}: {said}\n")
    write("self-test passed\n")
    return 0


def _content(trial: Trial) -> str:
    services = trial.services
    if len(services.wordings) != len({*services.wordings} & {"en", "zh-TW", "zh-CN"}):
        raise Failed("a language is missing")
    fonts = sorted(trial.paths.fonts.glob("*.ttf"))
    return f"{len(services.catalogue.analytes)} analytes, 3 languages, {len(fonts)} fonts"


def _record(trial: Trial) -> str:
    from desktop_app.data.engine import is_plain

    clinic = trial.services.clinic
    clinic.create(_PASSPHRASE)
    clinic.lock()
    if is_plain(trial.paths.record):
        raise Failed("the record is not encrypted")
    clinic.unlock(_PASSPHRASE)
    return "created, migrated, encrypted, locked and unlocked"


def _visit(trial: Trial) -> str:
    from desktop_app.demo.cast import read_cast

    services = trial.services
    character = read_cast(trial.paths.resources, services.clock.today()).characters[0]
    trial.patient_id = services.patients.register(character.registration, fictional=True)
    first, *_ = character.visits_of(trial.patient_id)
    recorded = services.visits.record(first)
    kinds = services.documents.fitting(recorded.assessment)
    if not kinds:
        raise Failed(f"no leaflet fits {recorded.assessment.diagnosis.possible}")
    trial.kind = kinds[0]
    return f"recorded and assessed as {recorded.assessment.diagnosis.category}"


def _results(trial: Trial) -> str:
    from desktop_app.domain.arrivals.review import Decisions

    services = trial.services
    imports, today = services.imports, services.clock.today()
    staged = imports.stage(imports.pasted(_PASTED), imports.profile("paste"))
    decisions = Decisions(day=today)
    review = imports.review(
        staged, imports.profile("paste"), decisions, patient_id=trial.patient_id
    )
    imported = imports.store(review)
    imports.undo(imported.batch_id, "self-test")
    if imported.stored != len(staged.rows):
        raise Failed(f"{imported.stored} of {len(staged.rows)} pasted values were stored")
    return f"{imported.stored} pasted values stored and taken back"


def _backup(trial: Trial) -> str:
    services = trial.services
    made = services.safety.back_up()
    report = services.safety.try_out(made.row.path, _PASSPHRASE)
    if not report.fits or not services.safety.verify().sound:
        raise Failed("the backup or the record is not whole")
    services.clinic.confirm(_PASSPHRASE)
    parts = services.users.make_recovery_key(split=True)
    return f"{sum(report.rows.values())} rows read back; recovery key in {len(parts)} parts"


def _leaflets(trial: Trial) -> str:
    import pypdfium2

    documents = trial.services.documents
    pages = 0
    for pair in PAIRS:
        pdf = documents.preview(trial.patient_id, trial.kind, pair).pdf
        if _EMBEDDED_FONT not in pdf:
            raise Failed(f"no font is embedded in {pair}")
        document = pypdfium2.PdfDocument(pdf)
        if "MGUS" not in document[0].get_textpage().get_text_range():
            raise Failed(f"the text of {pair} cannot be read back")
        document[0].render(scale=1)
        pages += len(document)
        document.close()
    return f"{len(PAIRS)} language pairs, {pages} pages, fonts embedded"


def _window(trial: Trial) -> str:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from ui import theme
    from ui.app import Start

    app = QApplication.instance() or QApplication(["mspike"])
    theme.load_fonts(trial.paths.fonts)
    start = Start(trial.paths, lambda: trial.services)
    painted = QEventLoop()
    start.window.painted.connect(painted.quit)
    late = QTimer(singleShot=True, interval=20_000)
    late.timeout.connect(lambda: painted.exit(1))
    late.start()
    start.window.show()
    status = painted.exec()
    late.stop()
    start.window.close()
    start.close()
    if status:
        raise Failed("the window was not painted within 20 s")
    return f"painted on platform {app.platformName()}"  # type: ignore[attr-defined]


STEPS: tuple[tuple[str, Callable[[Trial], str]], ...] = (
    ("content", _content),
    ("record", _record),
    ("visit", _visit),
    ("results", _results),
    ("leaflets", _leaflets),
    ("backup", _backup),
    ("window", _window),
)
