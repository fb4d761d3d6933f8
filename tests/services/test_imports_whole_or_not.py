"""Store an import as a whole or not at all: cancelled or broken anywhere, it leaves no trace."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError

from desktop_app.domain.arrivals.review import Decisions, ImportReview
from desktop_app.domain.arrivals.rows import SiteProfile
from desktop_app.domain.errors import Cancelled
from desktop_app.services import import_storing
from tests.arriving import CREATININE, FIXATION, a_file, a_row, reviewed
from tests.data.reading import audit_lines, counts, key_of, raw

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services

DECIDED = Decisions(register_new=True, items={"widget|": "hemoglobin"})
TABLES = (
    *("import_batch", "imported_line", "imported_result", "imported_finding", "result", "finding"),
    *("patient", "pending_assessment", "setting", "audit"),
)


def stopping_at(turn: int) -> Callable[[], bool]:
    """Give a question that is answered with yes at one turn."""
    turns = iter(range(10_000))
    return lambda: next(turns) == turn


@pytest.fixture
def review(services: Services, monkeypatch: pytest.MonkeyPatch) -> ImportReview:
    """Give a review that registers five people and corrects a value, written row by row."""
    monkeypatch.setattr(import_storing, "CHUNK", 1)
    people = [f"ZZSENTINEL7{each},ZZSENTINELNAME {each},1950-01-02,M" for each in range(5)]
    first = reviewed(services, a_file(a_row(who=people[0])), Decisions(register_new=True))
    services.imports.store(first)
    rows = [a_row("Hemoglobin,9.9,g/dL", people[0], status="C"), a_row(FIXATION, people[0])]
    rows += [a_row(CREATININE, who) for who in people]
    return reviewed(services, a_file(*rows), DECIDED)


def test_a_store_that_is_cancelled_anywhere_leaves_no_trace(
    services: Services, review: ImportReview, paths: Paths
) -> None:
    before, lines, cancelled = counts(paths), audit_lines(paths), 0

    while True:
        try:
            services.imports.store(review, cancelled=stopping_at(cancelled))
        except Cancelled:
            cancelled += 1
            assert (counts(paths), audit_lines(paths)) == (before, lines)
        else:
            break

    assert cancelled == 11  # four people, seven rows
    assert counts(paths)["patient"] == 5


@pytest.mark.parametrize("table", TABLES)
def test_a_store_that_breaks_anywhere_leaves_no_trace(
    services: Services, review: ImportReview, paths: Paths, table: str
) -> None:
    with raw(paths.record, key_of(paths)) as connection:
        connection.execute(
            f"CREATE TRIGGER broken BEFORE INSERT ON {table}"
            " BEGIN SELECT RAISE(ABORT, 'broken on purpose'); END"
        )
    before, lines = counts(paths), audit_lines(paths)

    with pytest.raises(IntegrityError, match="broken on purpose"):
        services.imports.store(review)

    assert (counts(paths), audit_lines(paths)) == (before, lines)


def test_a_review_and_a_reading_can_be_cancelled(services: Services, patient_id: int) -> None:
    text = a_file(a_row())
    with pytest.raises(Cancelled):
        reviewed(services, text, patient_id=patient_id, cancelled=stopping_at(0))
    with pytest.raises(Cancelled):
        services.imports.stage(
            services.imports.pasted(text), SiteProfile(""), cancelled=stopping_at(0)
        )


def test_progress_is_told_to_the_last_row(services: Services, review: ImportReview) -> None:
    told: list[tuple[int, int]] = []

    services.imports.store(review, progress=lambda done, total: told.append((done, total)))

    assert told == [(done, 7) for done in range(1, 8)]
