"""Put the sections of each kind of letter in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain import letter_lines as lines
from desktop_app.domain import letter_myeloma as myeloma
from desktop_app.domain import letter_nerve as nerve
from desktop_app.domain import letter_poems as poems
from desktop_app.domain import letter_presentation as start
from desktop_app.domain import letter_sections as sections
from desktop_app.domain import letter_state as state
from desktop_app.domain.criteria.myeloma_names import ACTIVE
from desktop_app.domain.letter import Section
from desktop_app.domain.letter_phrases import POEMS, SUMMARY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.conclusions import Assessment
    from desktop_app.domain.journal import Override
    from desktop_app.domain.view import RecordView


def body(
    assessment: Assessment,
    view: RecordView,
    override: Override | None,
    writer: sections.Writer,
) -> Iterator[Section | None]:
    """Give the sections before the signature; None where there is nothing to say."""
    if writer.texts.kind == SUMMARY:
        yield from _summary(assessment, view, override, writer)
    elif writer.texts.kind == POEMS:
        yield from _poems(assessment, view, override, writer)
    else:
        yield from _referral(assessment, view, override, writer)


def _referral(
    assessment: Assessment,
    view: RecordView,
    override: Override | None,
    writer: sections.Writer,
) -> Iterator[Section | None]:
    yield sections.reason(assessment, writer)
    yield sections.own_question(writer)
    yield sections.diagnosis(assessment, override, writer)
    if assessment.diagnosis.category not in ACTIVE:
        yield sections.risk(assessment, writer)
    yield sections.evolving(assessment, writer)
    yield sections.kidney(assessment, writer)
    yield sections.treatment(view, writer)
    yield sections.workup(assessment, writer)
    yield sections.plan(assessment, writer)


def _summary(
    assessment: Assessment,
    view: RecordView,
    override: Override | None,
    writer: sections.Writer,
) -> Iterator[Section | None]:
    """Tell the whole course in order of time, then where it stands and what is open."""
    found = assessment.myeloma
    yield sections.conclusion(assessment, override, writer)
    yield state.now(assessment, view, writer)
    yield start.presentation(assessment, view, writer)
    if found is not None:
        yield myeloma.staging(found.staging, writer)
    yield start.cytogenetics(view, writer)
    if found is not None:
        yield myeloma.extramedullary(found.extramedullary, writer)
        yield lines.lines(found, writer)
        yield lines.outcomes(found, writer)
        yield lines.response(found.response, writer)
        yield myeloma.leukemia(found.plasma_cell_leukemia, writer)
    yield sections.kidney(assessment, writer)
    yield state.open_questions(assessment, writer)
    yield sections.plan(assessment, writer)


def _poems(
    assessment: Assessment,
    view: RecordView,
    override: Override | None,
    writer: sections.Writer,
) -> Iterator[Section | None]:
    """Ask first, then tell what is known: the same letter goes either way."""
    found = assessment.poems
    yield poems.questions(found, view, writer)
    yield sections.conclusion(assessment, override, writer)
    yield poems.tier(found, writer)
    yield poems.open_tests(assessment, writer)
    yield poems.clone(found, view, writer)
    yield poems.vegf(view, writer)
    yield nerve.nerve(found, view, writer)
    yield nerve.given(assessment.myeloma, view, writer)
    yield poems.response(found.response if found is not None else None, writer)
    yield _alerts(assessment, view, writer)
    yield sections.plan(assessment, writer)
    yield poems.watched(found, writer)


def _alerts(assessment: Assessment, view: RecordView, writer: sections.Writer) -> Section:
    told = (*sections.alerts(assessment, writer), sections.allergies(view, writer))
    return Section(writer.say("alerts"), told)
