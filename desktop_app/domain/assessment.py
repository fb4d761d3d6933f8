"""Assess one record as of a day: run the rule sets in their order and gather what they conclude."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Assessment, Diagnosis, Evolving, Mgrs, Score
from desktop_app.domain.criteria.evidence import Evidence, myeloma
from desktop_app.domain.criteria.flc_ranges import flc_ranges
from desktop_app.domain.criteria.myeloma_names import ACTIVE
from desktop_app.domain.criteria.score_tables import MGUS_MODEL, SMM_MODELS
from desktop_app.domain.myeloma_conclusions import Myeloma
from desktop_app.domain.myeloma_picture import myeloma_picture
from desktop_app.domain.notices import Notices
from desktop_app.domain.poems_conclusions import Poems
from desktop_app.domain.poems_picture import poems_picture
from desktop_app.domain.policy import PUBLISHED, Policy
from desktop_app.domain.quality import quality
from desktop_app.domain.rulepack import rule_pack
from desktop_app.domain.rulesets.precursor.alerts import alerts
from desktop_app.domain.rulesets.precursor.diagnosis.naming import diagnose
from desktop_app.domain.rulesets.precursor.early_treatment import early_treatment
from desktop_app.domain.rulesets.precursor.evolving.entries import evolving
from desktop_app.domain.rulesets.precursor.follow_up import Known, follow_up
from desktop_app.domain.rulesets.precursor.ledger import conflicts
from desktop_app.domain.rulesets.precursor.mgrs import mgrs
from desktop_app.domain.rulesets.precursor.mgus_risk import mayo_mgus
from desktop_app.domain.rulesets.precursor.missing import missing
from desktop_app.domain.rulesets.precursor.nearest import nearest
from desktop_app.domain.rulesets.precursor.other_models.listing import other_models
from desktop_app.domain.rulesets.precursor.smm_risk import fitting_model, smm_scores
from desktop_app.domain.rulesets.precursor.workup import workup
from desktop_app.domain.trend import Course, Significance, courses_of, summary_of
from desktop_app.domain.truth import Truth
from desktop_app.domain.view import RecordView
from desktop_app.domain.worlds import Outcomes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.record import PatientRecord

_STABLE: Mapping[Significance | None, bool] = {
    Significance.WITHIN_NOISE: True,
    Significance.BEYOND_NOISE: False,
}
_BANDS = ("serum_m_protein", "flc_ratio", "flc_kappa", "flc_lambda")


@dataclass(frozen=True, slots=True)
class _Grounds:
    """Hold what is concluded first and what later conclusions rest on."""

    evidence: Evidence
    diagnosis: Diagnosis
    outcomes: Outcomes
    myeloma: Truth
    risk: Score
    models: tuple[Score, Score, Score]
    courses: tuple[Course, ...]
    evolved: tuple[Evolving, ...]
    kidneys: Mgrs
    first: date | None
    picture: Myeloma | None
    poems: Poems | None

    @property
    def named(self) -> tuple[tuple[str, Score], ...]:
        """Give the leading models by the contract's name."""
        return ((MGUS_MODEL, self.risk), *zip(SMM_MODELS, self.models, strict=True))

    @property
    def known(self) -> Known:
        """Give what the interval rests on."""
        of = self.diagnosis
        stable = _stable(self.courses)
        return Known(of.category, of.possible, self.risk, stable, self.first, self.kidneys)


def assess(
    record: PatientRecord, as_of: date, *, catalogue: Catalogue, policy: Policy = PUBLISHED
) -> Assessment:
    """Conclude everything that the record allows as of a day.

    Nothing dated later is used, and nothing is asked of the clock, the disk or the language.
    ``policy`` is what the clinic set beside the published noise and intervals.
    """
    on = _grounds(RecordView.of(record, catalogue, as_of), policy)
    evidence, diagnosis, risk, models = on.evidence, on.diagnosis, on.risk, on.models
    early = early_treatment(evidence, diagnosis, on.first)
    notices = _notices(on, early)
    return Assessment(
        as_of=as_of,
        rule_pack=rule_pack(),
        diagnosis=diagnosis,
        mayo_mgus=risk,
        follow_up=follow_up(evidence, on.known, policy),
        alerts=notices.alerts,
        missing=notices.missing,
        conflicts=notices.conflicts,
        series=tuple(map(summary_of, on.courses)),
        quality=quality(evidence, (*diagnosis.criteria, *risk.criteria), models, on.courses),
        mayo_20_2_20=models[0],
        imwg_2020_factors=models[1],
        imwg_2020_points=models[2],
        other_models=other_models(evidence, diagnosis, on.myeloma, on.evolved),
        fitting_model=fitting_model(models),
        nearest=nearest(evidence, on.named),
        flc_ranges=flc_ranges(evidence),
        evolving=on.evolved,
        mgrs=on.kidneys,
        workup=workup(evidence, diagnosis, risk.criteria, on.kidneys),
        early_treatment=early,
        myeloma=on.picture,
        poems=on.poems,
    )


def _notices(on: _Grounds, early: tuple[Criterion, ...]) -> Notices:
    """Gather what stands beside the conclusions: that of the precursors first."""
    evidence, diagnosis, risk = on.evidence, on.diagnosis, on.risk
    notices = Notices(
        alerts(evidence, diagnosis, on.kidneys, on.evolved),
        missing(evidence, on.outcomes, diagnosis, risk, on.named[1:], on.kidneys),
        conflicts(evidence, diagnosis.category, (risk, on.models[0]), on.kidneys, early),
    )
    return notices.with_myeloma(evidence, on.picture).with_poems(evidence, on.poems)


def _grounds(view: RecordView, policy: Policy) -> _Grounds:
    conclusion = diagnose(view)
    diagnosis, evidence = conclusion.diagnosis, conclusion.evidence
    # DX-TIME: what was myeloma once is not scored as smouldering after it responded.
    met = Truth.MET if diagnosis.category in ACTIVE else myeloma(evidence).state
    courses = courses_of(view.record, view.as_of, view.catalogue, policy)
    return _Grounds(
        evidence,
        diagnosis,
        conclusion.outcomes,
        met,
        mayo_mgus(evidence, diagnosis.possible, diagnosis.category),
        smm_scores(evidence, met, diagnosis.category),
        courses,
        evolving(evidence, diagnosis, courses, policy),
        mgrs(evidence, diagnosis),
        _first_day(view),
        myeloma_picture(evidence, diagnosis),
        poems_picture(evidence, conclusion.poems, policy),
    )


def _stable(courses: tuple[Course, ...]) -> Truth:
    """Tell whether the M-protein stayed within the variation of the test since its baseline."""
    compared = (course.significance for course in courses if course.code == "serum_m_protein")
    return Truth.of(_STABLE.get(next(compared, None)))


def _first_day(view: RecordView) -> date | None:
    """Give the day from which the intervals count: the diagnosis, else the first M-protein."""
    known = [x.date.first for x in view.history() if x.date is not None]
    measured = [x.date.first for code in _BANDS for x in view.results(code)]
    measured += [x.date.first for x in view.findings("serum_immunofixation")]
    return min(known or measured, default=None)
