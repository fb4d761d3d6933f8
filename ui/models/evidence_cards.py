"""Choose the cards that concern a patient, and put their codes into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.sources import Card
from desktop_app.domain.truth import Truth
from ui.models.reasons import awaiting_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.domain.conclusions import Assessment, Criterion
    from desktop_app.domain.myeloma_conclusions import Myeloma
    from desktop_app.domain.sources import Conflict, Evidence
    from ui.terms import Terms

translate = QCoreApplication.translate
PEARL, CONFLICT = "pearl", "conflict"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Hold the cards that concern a patient, the surest first, and all others."""

    patient: tuple[Card, ...] = ()
    library: tuple[Card, ...] = ()

    def of_kind(self, kind: str) -> Shelf:
        """Keep the cards of one kind."""
        return Shelf(
            tuple(card for card in self.patient if card.kind == kind),
            tuple(card for card in self.library if card.kind == kind),
        )


def shelf(cards: Iterable[Card], assessment: Assessment | None, category: str | None) -> Shelf:
    """Sort cards by whether they concern a patient.

    ``category`` is what stands as the conclusion; without one every category that is possible
    counts. A rule that is met counts before one that is only open.
    """
    known = tuple(cards)
    if assessment is None:
        return Shelf(library=known)
    states = dict(_states(assessment))
    categories = {category} if category else set(assessment.diagnosis.possible)
    sure = [
        card
        for card in known
        if card.categories & categories or _states_of(card, states, Truth.MET)
    ]
    open_ = [card for card in known if card not in sure and _states_of(card, states, Truth.UNKNOWN)]
    patient = (*sure, *open_)
    return Shelf(patient, tuple(card for card in known if card not in patient))


def ledger(evidence: Evidence, assessment: Assessment | None, terms: Terms) -> tuple[Card, ...]:
    """Give every entry of the conflict ledger as a card, those that touch the patient first."""
    touched = assessment.conflicts if assessment is not None else ()
    ordered = sorted(evidence.conflicts, key=lambda name: name not in touched)
    return tuple(_entry(evidence.conflicts[name], terms) for name in ordered)


def _entry(conflict: Conflict, terms: Terms) -> Card:
    language = terms.language
    printed, used = conflict.printed[language], conflict.used[language]
    document = terms.of("source", conflict.document)
    values = [("document", document), ("printed", printed), ("used", used)]
    said = terms.words.text("text.conflict", values)
    title, point = {language: printed}, {language: said}
    return Card(conflict.id, CONFLICT, "decision", conflict.document, title, (point,))


def ledger_words() -> str:
    """Head the ledger, here and among the reasons."""
    return translate("Reasons", "Where sources differ: what is printed, what is used here")


def kind_words(kind: str) -> str:
    """Name the kind of a card."""
    return {
        "trial": translate("Evidence", "trial"),
        "approval": translate("Evidence", "approval"),
        "drug": translate("Evidence", "drug"),
        "figure": translate("Evidence", "figures"),
        "uncertainty": translate("Evidence", "uncertain"),
        PEARL: translate("Evidence", "pearl or pitfall"),
        CONFLICT: ledger_words(),
    }.get(kind, kind)


def status_words(status: str) -> str:
    """Say how well founded a card is."""
    return {
        "primary": translate("Evidence", "primary source"),
        "secondary": translate("Evidence", "secondary source"),
        "source-doc": translate("Evidence", "as the source prints it"),
        "unverified": awaiting_words(),
        "decision": translate("Evidence", "decision of this program"),
    }.get(status, status)


def _states_of(card: Card, states: dict[str, Truth], wanted: Truth) -> bool:
    return any(states.get(rule) is wanted for rule in card.rules)


def _states(assessment: Assessment) -> Iterator[tuple[str, Truth]]:
    """Give the rules of the whole trace; one that occurs twice has the state that says most."""
    told: dict[str, Truth] = {}
    scores = (score for _, score in (*assessment.scores, *assessment.other_models))
    criteria = (
        *assessment.diagnosis.criteria,
        *(each for score in scores if score.applicable for each in score.criteria),
        *(each for found in assessment.evolving for each in found.criteria),
        *assessment.mgrs.criteria,
        *assessment.flc_ranges,
        *assessment.early_treatment,
        *_of_myeloma(assessment.myeloma),
    )
    for rule, state in (
        *_flat(criteria),
        *((found.definition, found.state) for found in assessment.evolving),
        *((alert.id, Truth.MET) for alert in assessment.alerts),
    ):
        told[rule] = told.get(rule, Truth.NOT_MET) | state
    yield from told.items()


def _of_myeloma(picture: Myeloma | None) -> Iterator[Criterion]:
    """Give the criteria of lesions, leukaemia and frailty, to which cards belong."""
    if picture is None:
        return
    for part in (picture.extramedullary, picture.plasma_cell_leukemia):
        yield from part.criteria if part is not None else ()
    for _, score in picture.scores:
        yield from score.criteria


def _flat(criteria: Iterable[Criterion]) -> Iterator[tuple[str, Truth]]:
    for criterion in criteria:
        yield criterion.id, criterion.state
        yield from _flat(criterion.criteria)
