"""Gather what is concluded of myeloma: each rule set is given what earlier ones concluded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.aimed_at_clone import of_clone
from desktop_app.domain.criteria.myeloma_names import POEMS
from desktop_app.domain.myeloma_conclusions import Myeloma
from desktop_app.domain.rulesets.myeloma.care.prophylaxis import prophylaxis
from desktop_app.domain.rulesets.myeloma.care.reminders import reminders
from desktop_app.domain.rulesets.myeloma.care.scores import care_scores
from desktop_app.domain.rulesets.myeloma.extramedullary import extramedullary
from desktop_app.domain.rulesets.myeloma.lines.counting import counted_lines
from desktop_app.domain.rulesets.myeloma.lines.progress import progressed
from desktop_app.domain.rulesets.myeloma.lines.refractory import refractory, treatment_lines
from desktop_app.domain.rulesets.myeloma.plasma_cell_leukemia import plasma_cell_leukemia
from desktop_app.domain.rulesets.myeloma.response.imwg import ResponseJudge
from desktop_app.domain.rulesets.myeloma.smm_end import smm_end
from desktop_app.domain.rulesets.myeloma.staging.systems import staging

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Diagnosis
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criteria.treatment_lines import CountedLine
    from desktop_app.domain.myeloma_conclusions import ImwgResponse


def myeloma_picture(evidence: Evidence, diagnosis: Diagnosis) -> Myeloma | None:
    """Give the picture of myeloma; None where nothing in the record speaks of it."""
    lines: tuple[CountedLine, ...]
    response: ImwgResponse | None
    if diagnosis.category == POEMS:  # it has axes of its own (RESP-POEMS-*)
        lines, response = counted_lines(of_clone(evidence.view)), None
    else:
        lines, response = _lines(evidence)
    told = treatment_lines(evidence.view, lines, response)
    scores = care_scores(evidence, diagnosis, lines)
    picture = Myeloma(
        staging=staging(evidence, diagnosis),
        extramedullary=extramedullary(evidence, diagnosis, lines),
        plasma_cell_leukemia=plasma_cell_leukemia(evidence, diagnosis),
        lines=told,
        refractory=refractory(told),
        response=response,
        scores=scores,
        prophylaxis=prophylaxis(evidence, diagnosis, lines, scores),
        smm_end=smm_end(evidence, diagnosis),
    )
    if picture == Myeloma():
        return None
    return replace(picture, reminders=reminders(evidence, diagnosis, picture))


def _lines(evidence: Evidence) -> tuple[tuple[CountedLine, ...], ImwgResponse | None]:
    """Count the lines and judge them; progression may settle what the plan left open."""
    judge = ResponseJudge(evidence)
    lines = counted_lines(evidence.view)
    response = judge.judge(lines)
    settled = counted_lines(evidence.view, progressed(lines, response))
    if settled == lines:
        return lines, response
    return settled, judge.judge(settled)
