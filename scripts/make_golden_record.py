"""Make a small record of fictional people as a released schema wrote it, for the upgrade tests.

    python scripts/make_golden_record.py 0006 [--folder tests/golden]

Run it once for every schema that is released, and commit what it makes: a file that was made is
never made again, so that a later program is tried on what an earlier one really left. Rows are
written by the services of today and copied as far as the tables of that schema go.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect

from desktop_app.bootstrap import build_services
from desktop_app.data.audit import FIRST_HASH, line_hash
from desktop_app.data.columns import instant_text
from desktop_app.data.engine import migrating, new_engine, open_engine
from desktop_app.data.key_cost import KeyCost
from desktop_app.data.schema import SCRIPTS, _run
from desktop_app.data.vault import read_keys, wrap, write_keys
from desktop_app.domain.arrivals.review import Decisions
from desktop_app.domain.arrivals.rows import SiteProfile
from desktop_app.domain.audit import OWNER, Action
from desktop_app.domain.patient import Registration
from desktop_app.domain.record import Sex
from desktop_app.domain.visit import (
    DraftCytogenetic,
    DraftDiagnosis,
    DraftEvent,
    DraftFinding,
    DraftLesion,
    DraftResult,
    DraftTreatment,
    VisitDraft,
)
from desktop_app.paths import Paths
from desktop_app.services.clock import FixedClock

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from desktop_app.services import Services

PASSPHRASE = "golden record 2026"
KEY = hashlib.sha256(PASSPHRASE.encode()).digest()
CHEAP = KeyCost(memory_kib=8, passes=1, lanes=1)
DAY = date(2026, 11, 22)
PERSON = Registration("GOLDEN-1", "Golden Fictional", "1957-03-08", Sex.FEMALE)
TWIN = Registration("GOLDEN-2", "Golden Fictional", "1957-03", Sex.FEMALE)
ARRIVED = (
    "patient_id,name,birth_date,sex,collected_at,item_name,value,unit\n"
    "GOLDEN-1,Golden Fictional,1957-03-08,F,2026-11-20,Hemoglobin,13.1,g/dL\n"
)
FIRST = VisitDraft(
    patient_id=0,
    observed_on="2026-05-04",
    results=(
        DraftResult("serum_m_protein", "1.20", "g/dL", lab="Golden lab"),
        DraftResult("creatinine", "0.8", "mg/dL"),
    ),
    findings=(
        DraftFinding("serum_immunofixation", ("IgG-kappa",)),
        DraftFinding("allergy", ("penicillin",)),
    ),
    note="golden note 註",
    cytogenetics=(DraftCytogenetic("t(4;14)", detected=True, clone_percent="60.0"),),
    lesions=(DraftLesion("T10", "plasmacytoma", "vertebra", diameters="42 x 30"),),
    history=(DraftDiagnosis("mgus_non_igm", "2019"),),
    treatments=(DraftTreatment("VRd", ("bortezomib", "lenalidomide"), "2026-02-01"),),
    events=(DraftEvent("fracture", "2026-03-01"),),
)


LOG = (
    (Action.RECORD_CREATED, "record", None, None),
    (Action.PATIENT_REGISTERED, "patient", 1, None),
    (Action.VISIT_RECORDED, "visit", 1, None),
    (Action.RESULT_AMENDED, "result", 4, "typing error"),
    (Action.RECORD_LOCKED, "record", None, None),
)


def make(revision: str, folder: Path) -> Path:
    """Make the record of a revision with its file of keys; give where it is."""
    target = folder / f"{revision}.db"
    with tempfile.TemporaryDirectory() as scratch:
        source = Paths(Paths.found().resources, Path(scratch) / "clinic")
        _fill(build_services(source, FixedClock(DAY), key_cost=CHEAP), merged=revision >= "0006")
        here = open_engine(source.record, read_keys(source.keys).unwrap(PASSPHRASE))
        there = new_engine(target, KEY)
        _run(there, SCRIPTS, revision)
        _copy(here, there)
        here.dispose()
        there.dispose()
    write_keys(target.with_suffix(".keys"), wrap(KEY, PASSPHRASE, CHEAP))
    return target


def _fill(services: Services, *, merged: bool) -> None:
    services.clinic.create(PASSPHRASE)
    patient_id = services.patients.register(PERSON, fictional=True)
    twin_id = services.patients.register(TWIN, fictional=True)
    recorded = _visit(services, patient_id, FIRST)
    result = DraftResult("serum_m_protein", "2.9", "g/dL")
    _visit(services, twin_id, VisitDraft(twin_id, "2026-06-10", results=(result,)))
    (value,) = services.visits.results_of(patient_id, "creatinine")
    right = DraftResult("creatinine", "0.9", "mg/dL")
    services.visits.amend_entry(value.entry_id, right, "typing error")
    services.assessments.accept(recorded)
    (kind, *_) = services.documents.letters()
    services.documents.issue(patient_id, kind, ("en",))
    services.visits.keep_draft(VisitDraft(patient_id, "2026-11-22", note="golden draft"))
    staged = services.imports.stage(services.imports.pasted(ARRIVED), SiteProfile("golden"))
    services.imports.store(services.imports.review(staged, SiteProfile("golden"), Decisions()))
    if merged:
        services.merging.merge(patient_id, twin_id, "registered twice")
    services.clinic.lock()


def _visit(services: Services, patient_id: int, draft: VisitDraft) -> int:
    return services.visits.record(replace(draft, patient_id=patient_id)).assessment_id


def _copy(here: Engine, there: Engine) -> None:
    with here.connect() as source, migrating(there) as target:
        known = _columns(source)
        for table, columns in _columns(target).items():
            if table not in known or table in ("alembic_version", "audit", "meta"):
                continue
            shared = [name for name in columns if name in known[table]]
            names = ", ".join(f'"{name}"' for name in shared)
            places = ", ".join("?" * len(shared))
            # The first user is there already: a step made that row.
            put = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({places})"
            for row in source.exec_driver_sql(f"SELECT {names} FROM {table}").all():
                target.exec_driver_sql(put, tuple(row))
        _write_log(target, detailed="detail" in _columns(target)["audit"])


def _write_log(target: Connection, *, detailed: bool) -> None:
    """Write a chain of lines; the one of the source tells of columns that were not there yet."""
    previous = FIRST_HASH
    at = datetime(2026, 11, 22, 2, tzinfo=UTC)
    for action, entity, number, detail in LOG:
        line: dict[str, Any] = {"at": at, "actor": OWNER, "action": action, "entity": entity}
        line |= {"entity_id": number, "previous_hash": previous}
        line |= {"detail": detail} if detailed and detail else {}
        previous = line_hash(**line)
        line |= {"at": instant_text(at), "hash": previous}
        names, places = ", ".join(line), ", ".join("?" * len(line))
        put = f"INSERT INTO audit ({names}) VALUES ({places})"
        target.exec_driver_sql(put, tuple(line.values()))


def _columns(connection: Connection) -> dict[str, list[str]]:
    found = inspect(connection)
    return {
        table: [column["name"] for column in found.get_columns(table)]
        for table in found.get_table_names()
    }


def main(arguments: list[str] | None = None) -> int:
    """Make what the command line asks for."""
    parser = argparse.ArgumentParser(description="Make a golden record of a released schema.")
    parser.add_argument("revision", nargs="+")
    parser.add_argument("--folder", type=Path, default=Path("tests/golden"))
    asked = parser.parse_args(arguments)
    for revision in asked.revision:
        if (asked.folder / f"{revision}.db").exists():
            sys.stderr.write(f"{revision} was made already\n")
            return 1
        sys.stdout.write(f"{make(revision, asked.folder)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
