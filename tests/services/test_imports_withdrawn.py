"""Prove that what a laboratory withdrew is withdrawn on a person's word, and given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.arrivals.review import ArrivalState, Decisions, LineAnswer
from tests.arriving import FIXATION, HEMOGLOBIN, a_file, a_row, reviewed, states
from tests.builders import one_result
from tests.data.reading import audit_lines

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services

WITHDRAWN = a_file(a_row(status="D"))
YES = Decisions(answers={0: LineAnswer.REPLACE})


def values(services: Services, patient_id: int) -> list[object]:
    """Give what stands in the record."""
    record = services.assessments.record_of(patient_id)
    return [*(x.value for x in record.results), *(x.value for x in record.findings)]


def codes(services: Services, text: str) -> list[str]:
    """Give the codes of what is asked of a file."""
    return [question.code for x in reviewed(services, text).arrivals for question in x.questions]


@pytest.mark.parametrize("item", [HEMOGLOBIN, "Hemoglobin,,", FIXATION])
@pytest.mark.parametrize("status", ["D", "W", "X"])
def test_a_stored_result_that_was_withdrawn_is_asked_about(
    services: Services, patient_id: int, item: str, status: str
) -> None:
    kept = FIXATION if item == FIXATION else HEMOGLOBIN
    services.imports.store(reviewed(services, a_file(a_row(kept))))
    before = values(services, patient_id)
    text = a_file(a_row(item, status=status))

    review = reviewed(services, text)

    assert (states(review), codes(services, text)) == ([ArrivalState.QUESTION], ["withdrawn"])
    assert values(services, patient_id) == before


@pytest.mark.usefixtures("patient_id")
def test_what_the_record_does_not_have_is_only_noted(services: Services) -> None:
    review = reviewed(services, WITHDRAWN, YES)

    assert states(review) == [ArrivalState.ABSENT]
    assert [note.code for note in review.arrivals[0].notes] == ["withdrawn"]


@pytest.mark.parametrize(("item", "kind"), [(HEMOGLOBIN, "result"), (FIXATION, "finding")])
def test_it_is_withdrawn_on_a_persons_word(
    services: Services, patient_id: int, paths: Paths, item: str, kind: str
) -> None:
    services.imports.store(reviewed(services, a_file(a_row(item))))

    imported = services.imports.store(reviewed(services, a_file(a_row(item, status="W")), YES))

    assert (imported.stored, imported.corrected, imported.withdrawn) == (0, 0, 1)
    assert values(services, patient_id) == []
    assert any(
        line[:2] == (f"{'result' if kind == 'result' else 'entry'}_voided", kind)
        for line in audit_lines(paths)
    )


def test_left_out_it_stays(services: Services, patient_id: int) -> None:
    services.imports.store(reviewed(services, a_file(a_row())))

    review = reviewed(services, WITHDRAWN, Decisions(answers={0: LineAnswer.LEAVE}))

    assert states(review) == [ArrivalState.LEFT_OUT]
    assert len(values(services, patient_id)) == 1


@pytest.mark.parametrize("item", [HEMOGLOBIN, FIXATION])
def test_an_import_that_withdrew_something_can_be_taken_back(
    services: Services, patient_id: int, item: str
) -> None:
    services.imports.store(reviewed(services, a_file(a_row(item))))
    before = values(services, patient_id)
    text = a_file(a_row(item, status="W"))
    batch = services.imports.store(reviewed(services, text, YES)).batch_id

    undone = services.imports.undo(batch, "wrong file")

    assert (undone.restored, undone.patients) == (1, (patient_id,))
    assert values(services, patient_id) == before
    assert states(reviewed(services, text)) == [ArrivalState.QUESTION]


def test_what_a_person_typed_comes_back_as_well(services: Services, patient_id: int) -> None:
    services.visits.record(one_result(patient_id, "1.2"))
    row = a_row("M-protein,,g/dL", day="2026-11-22", status="W")
    batch = services.imports.store(reviewed(services, a_file(row), YES)).batch_id
    gone = values(services, patient_id)

    services.imports.undo(batch, "wrong file")

    assert gone == []
    assert len(values(services, patient_id)) == 1


def test_two_withdrawals_of_one_result_are_asked_about(services: Services, patient_id: int) -> None:
    services.imports.store(reviewed(services, a_file(a_row())))
    both = Decisions(answers={0: LineAnswer.REPLACE, 1: LineAnswer.REPLACE})

    review = reviewed(services, a_file(a_row(status="D"), a_row(status="W")), both)

    assert states(review) == [ArrivalState.QUESTION] * 2
    assert len(values(services, patient_id)) == 1


@pytest.mark.usefixtures("patient_id")
def test_a_result_that_the_same_file_withdraws_is_not_just_stored(services: Services) -> None:
    review = reviewed(services, a_file(a_row(), a_row(status="D")))

    assert states(review) == [ArrivalState.QUESTION, ArrivalState.ABSENT]
    assert [each.code for each in review.arrivals[0].questions] == ["withdrawn_in_source"]


@pytest.mark.usefixtures("patient_id")
def test_of_two_stored_results_of_one_day_none_is_offered(services: Services) -> None:
    morning, evening = a_row(day="2026-11-20 08:00"), a_row("Hb,10.1,g/dL", day="2026-11-20 18:00")
    services.imports.store(reviewed(services, a_file(morning, evening)))

    assert states(reviewed(services, WITHDRAWN, YES)) == [ArrivalState.ABSENT]
