"""Gather what is concluded of myeloma into the branches of its view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.domain import myeloma_words as said
from desktop_app.domain.truth import Truth
from desktop_app.domain.verification import UNVERIFIED, rule_awaits
from ui.models.myeloma_care import care_branches
from ui.models.myeloma_timeline import response_branch
from ui.models.reasoning_tree import Reason
from ui.models.reasons import awaiting_words, reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.domain.conclusions import Assessment, Criterion, Note
    from desktop_app.domain.myeloma_conclusions import (
        Derived,
        Extramedullary,
        LesionCourse,
        LinePart,
        Myeloma,
        Outcome,
        PlasmaCellLeukemia,
        Staging,
        SystemStage,
        TreatmentLine,
    )
    from desktop_app.domain.sources import Evidence
    from ui.terms import Terms

translate = QCoreApplication.translate


def myeloma_reasons(assessment: Assessment, terms: Terms, evidence: Evidence) -> tuple[Reason, ...]:
    """Give every part of the picture under its heading; one row where there is no picture."""
    picture = assessment.myeloma
    if picture is None:
        return (Reason(translate("Myeloma", "Nothing recorded speaks of myeloma.")),)
    branches = (
        *_Branches(terms, evidence).of(picture),
        *care_branches(picture, terms, evidence),
    )
    return tuple(branch for branch in branches if branch.parts)


class _Branches:
    """Make the branches of stage, lines, response, lesions and leukaemia."""

    def __init__(self, terms: Terms, evidence: Evidence) -> None:
        self._terms, self._evidence = terms, evidence

    def of(self, picture: Myeloma) -> Iterator[Reason]:
        """Give what holds now first: line and response, then lesions, then the stage of then."""
        lines = tuple(map(self._line, reversed(picture.lines)))
        multiple = self._multiple(picture.refractory)
        yield Reason(translate("Myeloma", "Lines of therapy"), parts=(*lines, *multiple))
        if picture.response is not None:
            yield response_branch(picture.response, self._terms, self._evidence)
        if picture.extramedullary is not None:
            yield self._extramedullary(picture.extramedullary)
        if picture.plasma_cell_leukemia is not None:
            yield self._leukemia(picture.plasma_cell_leukemia)
        if picture.staging is not None:
            yield self._staging(picture.staging)
        if picture.smm_end is not None:
            rows = self._rows((picture.smm_end,))
            yield Reason(translate("Myeloma", "End of smouldering myeloma"), parts=rows)

    def _multiple(self, criteria: tuple[Criterion, ...]) -> Iterator[Reason]:
        """Give what several classes of drugs do no longer, or were given; what is not, folded."""
        yield from self._rows(x for x in criteria if x.state is not Truth.NOT_MET)
        denied = self._rows(x for x in criteria if x.state is Truth.NOT_MET)
        if denied:
            yield Reason(translate("Myeloma", "Does not apply"), folded=True, parts=denied)

    def _rows(self, criteria: Iterable[Criterion]) -> tuple[Reason, ...]:
        return tuple(reason_of(each, self._terms, self._evidence) for each in criteria)

    def _said(self, notes: Iterable[Note]) -> str:
        return " · ".join(self._terms.sentence("note", note) for note in notes)

    def _staging(self, staging: Staging) -> Reason:
        systems = (*staging.systems, *staging.others)
        parts = [self._system(name, system) for name, system in systems if system.possible]
        if staging.derived:
            computed = tuple(map(self._derived, staging.derived))
            label = translate("Myeloma", "Computed values beside the reported ones")
            parts.append(Reason(label, folded=True, parts=computed))
        heading = translate("Myeloma", "Stage at diagnosis")
        if staging.if_myeloma:
            heading = translate("Myeloma", "Stage, if it is myeloma")
        notes = [*([staging.basis] if staging.basis else []), *staging.notes]
        return Reason(
            heading, date=staging.anchor or "", note=self._said(notes), parts=tuple(parts)
        )

    def _system(self, name: str, system: SystemStage) -> Reason:
        waits = rule_awaits(name) or any(x.status == UNVERIFIED for x in system.criteria)
        outcomes = tuple(map(self._outcome, system.outcomes))
        return Reason(
            said.stage_text(name, system, self._terms),
            value=_points(system),
            note=self._said(system.notes),
            rule=name,
            awaiting=awaiting_words() if waits else "",
            folded=True,
            parts=(*self._rows(system.criteria), *outcomes),
        )

    def _outcome(self, outcome: Outcome) -> Reason:
        terms = self._terms
        return Reason(
            terms.of("outcome", outcome.measure),
            value=said.outcome_text(outcome, terms),
            source=terms.of("cohort", outcome.source),
            note=terms.of("stage", outcome.group),
            awaiting=awaiting_words() if outcome.status == UNVERIFIED else "",
        )

    def _derived(self, derived: Derived) -> Reason:
        terms = self._terms
        reported = derived.reported
        beside = terms.value(reported) if reported is not None else ""
        notes = [self._said((derived.note,))] if derived.note else []
        if beside:
            #: {0} is the value that the laboratory reported of the same quantity
            notes.append(translate("Myeloma", "reported: {0}").format(beside))
        return Reason(
            terms.of("rule", derived.rule),
            value=said.derived_text(derived, terms),
            date=" · ".join(dict.fromkeys(x.date for x in derived.inputs if x.date)),
            note=" · ".join(notes),
            rule=derived.rule,
        )

    def _line(self, line: TreatmentLine) -> Reason:
        terms = self._terms
        given = tuple(map(self._part, line.parts))
        refractory = tuple(
            Reason(
                terms.of("drug_class" if each.kind == "class" else "drug", each.name),
                each.state,
                terms.state(each.state),
                #: Beside a drug, a class or a regimen
                value=translate("Myeloma", "refractory"),
                note=self._said((each.note,)) if each.note else "",
                folded=True,
                parts=self._rows(each.criteria),
            )
            for each in line.refractory
        )
        outcome = terms.of("line_outcome", line.outcome) if line.outcome else ""
        notes = filter(None, (self._said((line.reason,)), outcome, self._said(line.notes)))
        return Reason(
            said.line_title(line, terms),
            value=said.best_text(line, terms),
            date=said.span_text(line.start, line.stop, terms),
            note=" · ".join(notes),
            folded=True,
            parts=(*given, *self._times(line), *refractory, *self._rows(line.criteria)),
        )

    def _part(self, part: LinePart) -> Reason:
        terms = self._terms
        reasons = (
            self._said((part.reason,)) if part.reason else "",
            terms.of("stop_reason", part.stop_reason) if part.stop_reason else "",
        )
        return Reason(
            said.part_text(part),
            value=terms.listed(tuple(terms.of("drug", drug) for drug in part.drugs)),
            date=said.span_text(part.start, part.stop or _end(part), terms),
            note=" · ".join(filter(None, reasons)),
        )

    def _times(self, line: TreatmentLine) -> Iterator[Reason]:
        for label, months in (
            (translate("Myeloma", "Time to the next treatment"), line.months_to_next),
            (translate("Myeloma", "Time to progression"), line.months_to_progression),
        ):
            if months is not None:
                yield Reason(label, value=said.months_text(months, self._terms))

    def _extramedullary(self, found: Extramedullary) -> Reason:
        terms = self._terms
        lesions = tuple(map(self._lesion, found.lesions))
        course = tuple(
            Reason(
                terms.of("extramedullary", state.category),
                value=str(state.sites) if state.sites else "",
                date=state.date,
            )
            for state in reversed(found.course)
        )
        overall = said.extramedullary_text(found, terms)
        onset = terms.of("onset", found.onset) if found.onset else ""
        label = translate("Myeloma", "Course")
        folded = (Reason(label, folded=True, parts=course),) if course else ()
        return Reason(
            translate("Myeloma", "Outside the marrow"),
            note=self._said(found.notes),
            parts=(
                Reason(
                    said.SEPARATOR.join(filter(None, (overall, onset))),
                    folded=True,
                    parts=self._rows(found.criteria),
                ),
                *lesions,
                *folded,
            ),
        )

    def _lesion(self, lesion: LesionCourse) -> Reason:
        looks = tuple(
            Reason(
                translate("Myeloma", "gone") if look.gone else said.look_text(look),
                value=self._terms.of("modality", look.modality) if look.modality else "",
                date=look.date,
            )
            for look in reversed(lesion.looks)
        )
        return Reason(
            said.lesion_name(lesion, self._terms),
            lesion.present,
            self._terms.of("present", lesion.present.state),
            value=said.lesion_extent(lesion),
            date=lesion.looks[-1].date if lesion.looks else "",
            note=self._said(lesion.notes),
            folded=True,
            parts=looks,
        )

    def _leukemia(self, found: PlasmaCellLeukemia) -> Reason:
        terms = self._terms
        return Reason(
            translate("Myeloma", "Plasma cell leukaemia"),
            value=terms.of("leukemia_type", found.type) if found.type else "",
            date=found.since or "",
            note=self._said(found.notes),
            parts=self._rows(found.criteria),
        )


def _points(system: SystemStage) -> str:
    """Give the points of a system, least and most where they are open."""
    if system.points is None:
        return ""
    return "–".join(dict.fromkeys(f"{each:f}" for each in system.points))


def _end(part: LinePart) -> str | None:
    """Give the day of an event, which ends where it begins; a regimen may go on."""
    return None if part.kind == said.REGIMEN else part.start
