"""Keep imported entries with their lines, take a batch back, and let patients wait."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2

from desktop_app.data.engine import open_engine
from desktop_app.data.imports import Arrived
from desktop_app.data.lab_files import files_in
from desktop_app.data.unit_of_work import UnitOfWork
from desktop_app.domain.arrivals.known import ImportBatch
from desktop_app.domain.errors import Refusal
from desktop_app.domain.journal import EntryKind
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Comparator, Finding, Interpretation, Result
from tests.builders import NAME, RECORD_NUMBER
from tests.data.reading import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.paths import Paths
    from desktop_app.services import Services

DAY = PartialDate("2026-05")
SPIKE = Result(
    DAY,
    "serum_m_protein",
    Decimal("1.20"),
    "g/dL",
    Comparator.LT,
    low=Decimal("0.0"),
    high=Decimal("0.1"),
    lab="A",
    method="capillary",
    specimen="serum",
    note="beyond the limit",
    confirmed=True,
)
WORD = Result(DAY, "vegf_serum", interpretation=Interpretation.HIGH)
FIXATION = Finding(DAY, "serum_immunofixation", ("IgG-kappa",), "faint")
LESIONS = Finding(DAY, "bone_lytic_ct", {"count": 2, "largest_mm": Decimal("7.50")})


@pytest.fixture
def work(services: Services, patient_id: int, paths: Paths) -> Iterator[UnitOfWork]:
    """Give a transaction beside the services that is rolled back."""
    assert patient_id == 1
    engine = open_engine(paths.record, key_of(paths))
    with engine.connect() as connection:
        yield UnitOfWork(connection, services.clock.now(), "owner")
        connection.rollback()
    engine.dispose()


def a_batch(work: UnitOfWork, *arrived: Arrived, sha256: str = "a" * 64) -> int:
    batch = ImportBatch(0, "lab.csv", sha256, "lab A", work.now, len(arrived), len(arrived), 0, 0)
    writer = work.imports.add_batch(batch)
    writer.add(arrived)
    return writer.batch_id


def test_what_was_imported_comes_back_to_the_last_digit(work: UnitOfWork) -> None:
    a_batch(work, *(Arrived(1, each, 2, "raw") for each in (SPIKE, FIXATION, WORD, LESIONS)))

    assert work.entries.results.values(1) == (SPIKE, WORD)
    assert work.entries.findings.values(1) == (FIXATION, LESIONS)


def test_every_entry_leads_to_its_line(work: UnitOfWork) -> None:
    batch_id = a_batch(
        work,
        Arrived(1, SPIKE, 2, "first line"),
        Arrived(1, FIXATION, 2, "first line"),
        Arrived(1, WORD, 3, "second line"),
    )

    places = [(EntryKind.RESULT, 1), (EntryKind.FINDING, 1), (EntryKind.RESULT, 2)]
    origins = [work.imports.origin(*place) for place in places]

    assert [(each.line, each.raw) for each in origins if each] == [
        (2, "first line"),
        (2, "first line"),
        (3, "second line"),
    ]
    assert {each.batch.batch_id for each in origins if each} == {batch_id}
    assert work.imports.origin(EntryKind.RESULT, 3) is None
    assert work.imports.origin(EntryKind.LESION, 1) is None


def test_taking_back_withdraws_what_stands_and_restores_what_was_corrected(
    work: UnitOfWork,
) -> None:
    a_batch(work, Arrived(1, SPIKE, 2, "first"), Arrived(1, WORD, 3, "typed over later"))
    work.entries.results.amend(2, SPIKE, "typed")
    batch = ImportBatch(0, "next.csv", "b" * 64, "", work.now, 2, 1, 1, 0)
    writer = work.imports.add_batch(batch)
    writer.add([Arrived(1, FIXATION, 2, "f")])
    corrected = work.entries.results.amend(1, WORD, "corrected by the laboratory")
    writer.link(EntryKind.RESULT, corrected, 3, "c")

    gone = work.imports.undo(writer.batch_id, "wrong file")

    assert (gone.withdrawn, gone.restored, gone.left, gone.patients) == (1, 1, 0, (1,))
    assert work.entries.findings.values(1) == ()
    assert work.entries.results.values(1) == (SPIKE, SPIKE)
    assert work.imports.pending(9) == (1,)


def test_what_somebody_typed_over_stays_when_its_import_is_taken_back(work: UnitOfWork) -> None:
    batch_id = a_batch(work, Arrived(1, SPIKE, 2, "first"), Arrived(1, WORD, 3, "second"))
    work.entries.results.amend(1, WORD, "typed")
    work.entries.results.void(2, "withdrawn")

    gone = work.imports.undo(batch_id, "wrong file")

    assert (gone.withdrawn, gone.restored, gone.left, gone.patients) == (0, 0, 1, ())
    assert work.entries.results.values(1) == (WORD,)


def test_a_batch_is_taken_back_once(work: UnitOfWork) -> None:
    batch_id = a_batch(work, Arrived(1, SPIKE, 2, "first"))
    work.imports.undo(batch_id, "wrong file")

    (batch,) = work.imports.batches()

    assert (batch.undone, batch.undo_reason, batch.undone_at) == (True, "wrong file", work.now)
    for number in (batch_id, batch_id + 1):
        with pytest.raises(Refusal, match="no_such_import"):
            work.imports.undo(number, "again")


def test_the_same_bytes_are_known_until_they_are_taken_back(work: UnitOfWork) -> None:
    batch_id = a_batch(work, Arrived(1, SPIKE, 2, "first"))

    assert work.imports.batch_of("a" * 64) == batch_id
    assert work.imports.hashes() == {"a" * 64}

    work.imports.undo(batch_id, "wrong file")

    assert work.imports.batch_of("a" * 64) is None
    assert work.imports.hashes() == frozenset()


def test_a_patient_waits_once_and_is_done(work: UnitOfWork) -> None:
    work.imports.wait((1, 1))
    work.imports.wait((1,))

    assert (work.imports.pending(1), work.imports.pending_count()) == ((1,), 1)

    work.imports.done(1)

    assert (work.imports.pending(1), work.imports.pending_count()) == ((), 0)


def test_people_are_found_by_number_however_it_is_typed(work: UnitOfWork) -> None:
    typed = f" {RECORD_NUMBER.lower()} "

    found = work.imports.numbered((typed, "unknown", ""))

    assert list(found) == [typed]
    assert found[typed] == work.imports.known(1)
    assert (found[typed].name, found[typed].record_number) == (NAME, RECORD_NUMBER)
    with pytest.raises(Refusal, match="no_such_patient"):
        work.imports.known(2)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE import_batch SET name = 'x'",
        "DELETE FROM import_batch",
        "UPDATE imported_line SET raw = 'x'",
        "DELETE FROM imported_line",
        "UPDATE imported_result SET line_id = 2",
        "DELETE FROM imported_finding",
    ],
)
def test_what_came_in_is_kept_as_it_came(work: UnitOfWork, statement: str) -> None:
    a_batch(work, Arrived(1, SPIKE, 2, "first"), Arrived(1, FIXATION, 3, "second"))

    with pytest.raises((IntegrityError, dbapi2.IntegrityError), match="kept as they were"):
        work.imports._connection.exec_driver_sql(statement)


def test_profiles_are_kept_by_version(work: UnitOfWork) -> None:
    first = work.settings.keep_profile("lab B", '{"x": 1}')
    again = work.settings.keep_profile("lab B", '{"x": 1}')
    work.settings.keep_profile("lab A", "a")
    work.settings.keep_profile("lab B", "newer")

    assert (first is None, again) == (False, None)
    assert work.settings.profiles() == ("lab A", "lab B")
    assert (work.settings.profile("lab B"), work.settings.profile("lab C")) == ("newer", None)


def test_a_watched_folder_shows_laboratory_files_and_no_halves(tmp_path: Path) -> None:
    for name in ("b.csv", "A.XLSX", "notes.pdf", ".hidden.csv", "~$lock.xlsx"):
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "folder.csv").mkdir()

    found = files_in(tmp_path)

    assert [path.name for path, _ in found] == ["A.XLSX", "b.csv"]
    assert all(len(digest) == 64 for _, digest in found)
    assert files_in(tmp_path / "missing") == ()
