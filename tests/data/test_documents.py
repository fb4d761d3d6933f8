"""Keep issued documents byte for byte, and approvals of very words."""

from __future__ import annotations

import hashlib
from dataclasses import fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from desktop_app.data.engine import open_engine
from desktop_app.data.unit_of_work import UnitOfWork
from desktop_app.domain.document import Approval, IssuedRow, NewDocument
from desktop_app.domain.errors import StorageError
from tests.builders import a_draft, a_registration
from tests.data.reading import key_of, raw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.paths import Paths
    from desktop_app.services import Services

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
PDF = bytes(range(256)) * 3


@pytest.fixture
def work(services: Services, paths: Paths) -> Iterator[UnitOfWork]:
    """Give a transaction on a record with one visit."""
    services.visits.record(a_draft(services.patients.register(a_registration())))
    engine = open_engine(paths.record, key_of(paths))
    with engine.begin() as connection:
        yield UnitOfWork(connection, NOW, "owner")
    engine.dispose()


def a_document(**changes: object) -> NewDocument:
    values: dict[str, object] = {
        "patient_id": 1,
        "assessment_id": 1,
        "visit_id": 1,
        "kind": "mgus",
        "revision": 4,
        "content_sha256": "c" * 64,
        "languages": ("zh-TW", "en"),
        "large_print": True,
        "approved": False,
        "pdf": PDF,
        "sha256": hashlib.sha256(PDF).hexdigest(),
        "issued_at": NOW,
    }
    return NewDocument(**(values | changes))  # type: ignore[arg-type]


def test_an_issued_document_is_listed_and_comes_back_byte_for_byte(work: UnitOfWork) -> None:
    document = a_document()

    first = work.documents.add(document)
    second = work.documents.add(a_document(assessment_id=None, visit_id=None))

    newest, oldest = work.documents.of_patient(1)
    assert (newest.document_id, oldest.document_id) == (second, first)
    assert work.documents.pdf(first) == PDF
    assert all(
        getattr(oldest, field.name) == getattr(document, field.name)
        for field in fields(IssuedRow)
        if field.name != "document_id"
    )
    assert work.documents.of_patient(2) == ()


def test_a_document_that_is_not_there_is_a_mistake_of_the_program(work: UnitOfWork) -> None:
    with pytest.raises(KeyError):
        work.documents.pdf(99)


def test_bytes_that_are_not_those_that_were_issued_are_never_printed(
    services: Services, paths: Paths
) -> None:
    patient_id = services.patients.register(a_registration())
    with raw(paths.record, key_of(paths)) as connection:
        connection.execute(
            "INSERT INTO issued_document (patient_id, kind, revision, content_sha256, languages,"
            " large_print, approved, issued_at, issued_by, sha256, pdf) VALUES"
            f" ({patient_id}, 'mgus', 1, '', 'en', 0, 0, '2026-11-22T02:00:00+00:00',"
            f" 'owner', '{'0' * 64}', x'25')"
        )
    engine = open_engine(paths.record, key_of(paths))
    with engine.connect() as connection, pytest.raises(StorageError, match="record_damaged"):
        UnitOfWork(connection, NOW, "owner").documents.pdf(1)
    engine.dispose()


def test_an_approval_holds_for_these_words_only_and_the_first_one_counts(
    work: UnitOfWork,
) -> None:
    work.documents.approve("mgus", 4, "c" * 64, "Dr A", NOW)
    work.documents.approve("mgus", 4, "c" * 64, "Dr B", NOW)

    assert work.documents.approval("mgus", 4, "c" * 64) == Approval(
        "mgus", 4, "c" * 64, "Dr A", NOW
    )
    assert work.documents.approval("mgus", 4, "d" * 64) is None
    assert work.documents.approval("mgus", 5, "c" * 64) is None
