"""Make the row of one definition of evolving disease: what changed, over which time, how surely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.truth import Truth
from desktop_app.domain.unit_label import with_unit
from desktop_app.domain.verification import rule_awaits, rule_of
from ui.models.evolving_words import absolute_text, change_text, point_text
from ui.models.reasoning_tree import Reason
from ui.models.reasons import awaiting_words, citation_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.conclusions import Evolving
    from desktop_app.domain.sources import Evidence
    from ui.terms import Terms

translate = QCoreApplication.translate


def evolving_reason(
    each: Evolving, terms: Terms, parts: tuple[Reason, ...], evidence: Evidence
) -> Reason:
    """Put one definition into a row: baseline → value, the change, and what it rests on."""
    series = [point for point in (each.baseline, each.value) if point is not None]
    values = " → ".join(point_text(point) for point in series)
    name = terms.analyte(each.code) if each.code else ""
    rule = rule_of(each.definition)
    source = rule.source if rule is not None else ""
    # A definition's own row would only say again what stands in this one.
    own = [row for row in parts if row.rule == each.definition]
    return Reason(
        label=" · ".join(filter(None, (terms.of("rule", each.definition), name))),
        state=each.state,
        state_word=terms.state(each.state),
        value=with_unit(values, each.unit, terms.language) if values else "",
        threshold=terms.threshold(each.definition, rule.threshold if rule else None),
        date=" → ".join(point.date for point in series),
        source=terms.of("source", source) if source else "",
        citation=citation_of(evidence.sources.get(source)),
        note=" · ".join(
            (*_remarks(each, terms.language), *(terms.sentence("note", x) for x in each.notes))
        ),
        rule=each.definition,
        awaiting=awaiting_words() if rule_awaits(each.definition) else "",
        folded=each.state is not Truth.MET,
        parts=own[0].parts if len(parts) == len(own) == 1 else parts,
    )


def _remarks(each: Evolving, language: str) -> Iterator[str]:
    """Say the change, whether the test alone could make it, and whether a second sample agrees."""
    both = (change_text(each, language), absolute_text(each, language))
    changes = tuple(dict.fromkeys(filter(None, both)))
    if changes:
        #: {0} is a change such as "+33 %, +0.4 g/dL"
        yield translate("Evolving", "change {0}").format(", ".join(changes))
    if each.beyond_noise is not None:
        yield (
            translate("Evolving", "beyond the variation of the test")
            if each.beyond_noise
            else translate("Evolving", "inside the variation of the test")
        )
    if each.state is Truth.MET:
        yield (
            translate("Evolving", "confirmed by a second sample")
            if each.confirmed
            else translate("Evolving", "unconfirmed: a second sample has not agreed yet")
        )
