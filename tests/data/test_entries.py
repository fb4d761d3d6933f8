"""Hold the tables of entries to their constraints and guards, on a real encrypted file."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2

from desktop_app.data.engine import open_engine
from desktop_app.data.unit_of_work import UnitOfWork
from desktop_app.domain.errors import Refusal, StorageError
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import (
    ClinicalEvent,
    Cytogenetic,
    EarlierDiagnosis,
    Lesion,
    Treatment,
)
from desktop_app.domain.visit import (
    DraftCytogenetic,
    DraftDiagnosis,
    DraftEvent,
    DraftLesion,
    DraftTreatment,
)
from tests.builders import a_draft
from tests.data.reading import key_of, raw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.paths import Paths
    from desktop_app.services import Services

DAY = PartialDate("2026-05")


@pytest.fixture
def work(services: Services, patient_id: int, paths: Paths) -> Iterator[UnitOfWork]:
    """Give a transaction beside the services that is rolled back."""
    assert patient_id == 1
    engine = open_engine(paths.record, key_of(paths))
    with engine.connect() as connection:
        yield UnitOfWork(connection, services.clock.now(), "owner")
        connection.rollback()
    engine.dispose()


def recorded(services: Services, patient_id: int) -> int:
    draft = a_draft(
        patient_id,
        cytogenetics=(DraftCytogenetic("t(4;14)", True, clone_percent="60.0"),),
        lesions=(DraftLesion("T10", "bone", diameters="42.0 x 30"),),
        history=(DraftDiagnosis("mgus_non_igm", "2019"),),
        treatments=(DraftTreatment("VRd", ("bortezomib",), "2022-07", cycles="4"),),
        events=(DraftEvent("auto_hsct", "2023"),),
    )
    return services.visits.record(draft).visit_id


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE cytogenetic SET clone_percent = '6'",
        "UPDATE cytogenetic SET detected = 0",
        "UPDATE lesion SET diameters_mm = '4.2 3.0'",
        "UPDATE lesion SET resolved = 1",
        "UPDATE earlier_diagnosis SET diagnosis = 'smm'",
        "UPDATE earlier_diagnosis SET visit_id = NULL",
        "UPDATE treatment SET stop = '2022-10'",
        "UPDATE treatment SET drugs = '[]'",
        "UPDATE clinical_event SET code = 'death'",
        "DELETE FROM treatment",
        "DELETE FROM clinical_event",
        "DELETE FROM cytogenetic",
        "DELETE FROM lesion",
        "DELETE FROM earlier_diagnosis",
    ],
)
def test_entries_are_neither_changed_nor_deleted(
    services: Services, patient_id: int, paths: Paths, statement: str
) -> None:
    recorded(services, patient_id)

    with (
        raw(paths.record, key_of(paths)) as connection,
        pytest.raises(dbapi2.IntegrityError, match="are kept as they were written"),
    ):
        connection.execute(statement)


@pytest.mark.parametrize(
    "table", ["cytogenetic", "lesion", "earlier_diagnosis", "treatment", "clinical_event"]
)
def test_entries_that_were_withdrawn_stay_withdrawn(
    services: Services, patient_id: int, paths: Paths, table: str
) -> None:
    services.visits.void_visit(recorded(services, patient_id), "r")

    with (
        raw(paths.record, key_of(paths)) as connection,
        pytest.raises(dbapi2.IntegrityError, match="are kept as they were written"),
    ):
        connection.execute(
            f"UPDATE {table} SET voided_at = NULL, voided_by = NULL, void_reason = NULL"
        )


def test_digits_and_partial_days_stay_as_they_were(work: UnitOfWork) -> None:
    tested = Cytogenetic(DAY, "t(4;14)", True, "fish", Decimal("60.0"), 3, None, "n")
    lesion = Lesion(DAY, "T10", "bone", diameters_mm=(Decimal("42.0"),), resolved=True)
    told = (EarlierDiagnosis("smm"), EarlierDiagnosis("mgus_igm", PartialDate("2019")))

    work.entries.cytogenetics.add(1, None, (tested,))
    work.entries.lesions.add(1, None, (lesion,))
    work.entries.history.add(1, None, told)
    kept = work.record_of(1)

    assert (kept.cytogenetics, kept.lesions, kept.history) == ((tested,), (lesion,), told)
    assert str(kept.cytogenetics[0].clone_percent) == "60.0"
    assert str(kept.lesions[0].diameters_mm[0]) == "42.0"


def test_a_treatment_comes_back_with_its_partial_days_and_words(work: UnitOfWork) -> None:
    whole = Treatment(
        "Rd, weekly", PartialDate("2022-07"), ("lenalidomide", "dexamethasone, 20 mg"),
        PartialDate("2023"), 12, "toxicity", 2, "n", 28,
    )  # fmt: skip
    going_on = Treatment("Rd", PartialDate("2024-01-31"))
    events = (
        ClinicalEvent(PartialDate("2023-10"), "auto_hsct", 2, "n"),
        ClinicalEvent(PartialDate("2024"), "infection"),
    )

    work.entries.treatments.add(1, None, (going_on, whole))
    work.entries.events.add(1, None, events)
    kept = work.record_of(1)

    assert (kept.treatments, kept.events) == ((whole, going_on), events)


def test_a_treatment_or_an_event_without_its_word_is_refused(work: UnitOfWork) -> None:
    with pytest.raises(IntegrityError, match="ck_treatment_not_blank"):
        work.entries.treatments.add(1, None, (Treatment(" ", DAY),))
    with pytest.raises(IntegrityError, match="ck_clinical_event_not_blank"):
        work.entries.events.add(1, None, (ClinicalEvent(DAY, ""),))


@pytest.mark.parametrize("entry", [Lesion(DAY, " ", "bone"), Lesion(DAY, "T10", "")])
def test_a_lesion_without_name_or_kind_is_refused(work: UnitOfWork, entry: Lesion) -> None:
    with pytest.raises(IntegrityError, match="ck_lesion_not_blank"):
        work.entries.lesions.add(1, None, (entry,))


def test_an_entry_without_its_word_is_refused(work: UnitOfWork) -> None:
    with pytest.raises(IntegrityError, match="ck_cytogenetic_not_blank"):
        work.entries.cytogenetics.add(1, None, (Cytogenetic(DAY, "", True),))
    with pytest.raises(IntegrityError, match="ck_earlier_diagnosis_not_blank"):
        work.entries.history.add(1, None, (EarlierDiagnosis(" "),))


def test_an_entry_of_nobody_is_refused(work: UnitOfWork) -> None:
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        work.entries.history.add(99, None, (EarlierDiagnosis("smm"),))


def test_a_day_is_whole_with_its_ends_or_left_out(
    services: Services, patient_id: int, paths: Paths
) -> None:
    recorded(services, patient_id)

    with (
        raw(paths.record, key_of(paths)) as connection,
        pytest.raises(dbapi2.IntegrityError, match="ck_earlier_diagnosis_whole_day_or_none"),
    ):
        connection.execute(
            "INSERT INTO earlier_diagnosis (patient_id, recorded_at, recorded_by, diagnosis,"
            " observed) VALUES (1, '2026', 'owner', 'smm', '2019')"
        )


def test_a_diagnosis_without_a_day_comes_first(work: UnitOfWork) -> None:
    told = (EarlierDiagnosis("smm", PartialDate("2019")), EarlierDiagnosis("mgus_igm"))
    work.entries.history.add(1, None, told)

    assert work.entries.history.values(1) == (told[1], told[0])


def test_only_the_current_version_is_given_back_and_amended(work: UnitOfWork) -> None:
    work.entries.history.add(1, None, (EarlierDiagnosis("smm"),))
    (old,) = work.entries.history.kept(1)
    number = work.entries.history.amend(old.entry_id, EarlierDiagnosis("mgus_igm"), "misread")

    (new,) = work.entries.history.kept(1)

    assert (new.entry_id, new.amended, new.entry) == (number, True, EarlierDiagnosis("mgus_igm"))
    assert work.entries.history.void(number, "r") == 1
    assert work.entries.history.values(1) == ()
    for entry_id in (old.entry_id, number, 99):
        with pytest.raises(Refusal, match="entry_not_current"):
            work.entries.history.one(entry_id)


def test_an_assessment_that_is_not_there_is_refused(work: UnitOfWork) -> None:
    with pytest.raises(Refusal, match="no_such_assessment"):
        work.assessments.concluded(99)


def test_a_record_whose_last_page_is_cut_is_damaged_unless_its_log_has_it(
    services: Services, patient_id: int, paths: Paths
) -> None:
    # The text goes on into pages of its own, so that nothing which opening reads is in the last.
    services.visits.record(a_draft(patient_id, note="long " * 4000))
    key = key_of(paths)
    services.clinic.lock()
    content = paths.record.read_bytes()
    paths.record.write_bytes(content[:-1])

    for log in (None, b""):
        if log is not None:
            Path(f"{paths.record}-wal").write_bytes(log)
        with pytest.raises(StorageError, match="record_damaged"):
            open_engine(paths.record, key)
    Path(f"{paths.record}-wal").write_bytes(b"left by a crash")
    open_engine(paths.record, key).dispose()
