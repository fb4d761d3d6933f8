"""Count lines of POEMS without what was given for the nerves alone."""

from __future__ import annotations

from desktop_app.domain.conclusions import Assessment
from tests.domain.cases import assessed, finding, result, serum
from tests.domain.poems_entries import DAY, given, nerve, vegf

LATER = "2026-04-20"
POEMS = (
    nerve(True),
    serum("IgA-lambda"),
    vegf("2400"),
    finding("skin", ("hyperpigmentation",)),
    result("serum_m_protein", "0.8"),
)


def numbers(assessment: Assessment) -> tuple[list[tuple[str, int | None]], int | None]:
    """Give the lines with their numbers, and the line that the axes judge."""
    assert assessment.myeloma is not None
    assert assessment.poems is not None
    assert assessment.poems.response is not None
    lines = [(line.regimens[0], line.number) for line in assessment.myeloma.lines]
    return lines, assessment.poems.response.line


def test_a_steroid_before_it_does_not_number_the_first_line() -> None:
    steroid = given("prednisolone", "2025-10")
    assessment = assessed(*POEMS, steroid, given("Rd", LATER, "lenalidomide", "dexamethasone"))

    assert assessment.diagnosis.category == "poems"
    assert numbers(assessment) == ([("Rd", 1)], 1)


def test_a_steroid_alone_is_no_line_and_nothing_is_staged() -> None:
    assessment = assessed(*POEMS, given("prednisolone", DAY))

    assert assessment.myeloma is None or not assessment.myeloma.lines


def test_a_steroid_that_began_with_the_drug_belongs_to_its_line() -> None:
    both = (given("lenalidomide", LATER), given("dexamethasone", LATER))

    lines, judged = numbers(assessed(*POEMS, *both))

    assert [number for _, number in lines] == [1]
    assert judged == 1
