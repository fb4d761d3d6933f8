"""Assess one record as of a day: run the rule sets in their order and gather what they conclude."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Assessment, Note
from desktop_app.domain.criteria.evidence import myeloma
from desktop_app.domain.criteria.kidney import COMPUTED_EGFR
from desktop_app.domain.partial_date import PartialDate, add_months
from desktop_app.domain.rulepack import rule_pack
from desktop_app.domain.rulesets.precursor.alerts import alerts
from desktop_app.domain.rulesets.precursor.diagnosis.naming import Conclusion, diagnose
from desktop_app.domain.rulesets.precursor.follow_up import Known, follow_up
from desktop_app.domain.rulesets.precursor.mgus_risk import mayo_mgus
from desktop_app.domain.rulesets.precursor.missing import missing
from desktop_app.domain.rulesets.precursor.smm_risk import MODELS, smm_scores
from desktop_app.domain.trend import Significance, series_of, significance
from desktop_app.domain.truth import Truth
from desktop_app.domain.view import HasDate, RecordView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.conclusions import Criterion, Input, Score, SeriesSummary
    from desktop_app.domain.record import PatientRecord

OLD_AFTER_MONTHS = 12
_STABLE: Mapping[Significance | None, bool] = {
    Significance.WITHIN_NOISE: True,
    Significance.BEYOND_NOISE: False,
}
_BANDS = ("serum_m_protein", "flc_ratio", "flc_kappa", "flc_lambda")


def assess(record: PatientRecord, as_of: date, *, catalogue: Catalogue) -> Assessment:
    """Conclude everything that the record allows as of a day.

    Nothing dated later is used, and nothing is asked of the clock, the disk or the language.
    """
    view = RecordView.of(record, catalogue, as_of)
    conclusion = diagnose(view)
    diagnosis, evidence = conclusion.diagnosis, conclusion.evidence
    risk = mayo_mgus(evidence, diagnosis.possible, diagnosis.category)
    models = smm_scores(evidence, myeloma(evidence).state, diagnosis.category)
    series = series_of(record, as_of, catalogue)
    known = Known(diagnosis.category, diagnosis.possible, risk, risk.criteria, _stable(series))
    return Assessment(
        as_of=as_of,
        rule_pack=rule_pack(),
        diagnosis=diagnosis,
        mayo_mgus=risk,
        follow_up=follow_up(evidence, known, _first_day(view)),
        alerts=alerts(evidence, diagnosis),
        missing=missing(evidence, conclusion.outcomes, risk, zip(MODELS, models, strict=True)),
        conflicts=_conflicts(conclusion, risk, models[0]),
        series=series,
        quality=_quality(view, (*diagnosis.criteria, *risk.criteria)),
        mayo_20_2_20=models[0],
        imwg_2020_factors=models[1],
        imwg_2020_points=models[2],
    )


def _stable(series: tuple[SeriesSummary, ...]) -> Truth:
    """Tell whether the M-protein stayed within the variation of the test since its baseline."""
    compared = (
        significance(course.code, course.baseline, course.latest)
        for course in series
        if course.code == "serum_m_protein"
    )
    return Truth.of(_STABLE.get(next(compared, None)))


def _first_day(view: RecordView) -> date | None:
    """Give the day from which the intervals count: the diagnosis, else the first M-protein."""
    known = [x.date.first for x in view.history() if x.date is not None]
    measured = [x.date.first for code in _BANDS for x in view.results(code)]
    measured += [x.date.first for x in view.findings("serum_immunofixation")]
    return min(known or measured, default=None)


def _quality(view: RecordView, criteria: Iterable[Criterion]) -> tuple[Note, ...]:
    """Name the inputs that are more than 12 months old, and the entries whose day is open."""
    days = {(x.code, x.date): PartialDate(x.date).last for x in _inputs(criteria) if x.date}
    old = [key for key, day in days.items() if add_months(day, OLD_AFTER_MONTHS) < view.as_of]
    notes = [Note("old_value", (("code", code), ("date", on))) for code, on in old]
    entries: tuple[HasDate, ...] = (*view.record.results, *view.record.findings)
    later = [x for x in entries if x.date.on_or_before(view.as_of) is Truth.UNKNOWN]
    if later:
        notes.append(Note("date_straddles", (("count", str(len(later))),)))
    return tuple(notes)


def _inputs(criteria: Iterable[Criterion]) -> Iterator[Input]:
    for criterion in criteria:
        yield from (x for x in criterion.inputs if x.code != COMPUTED_EGFR)
        yield from _inputs(criterion.criteria)


def _conflicts(conclusion: Conclusion, risk: Score, smm: Score) -> tuple[str, ...]:
    """Give the entries of the conflict ledger that touch what is shown of this patient."""
    found: list[str] = []
    category = conclusion.diagnosis.category or ""
    if category.startswith("mgus"):
        found += ["C-MGUS-RATE", "C-MGUS-OS", "C-MGUS-6MO", "C-KYLE-30Y"]
    if risk.applicable:
        found += ["C-ISOTYPE"]
    if risk.group == "low":
        found += ["C-LOWRISK-SHARE"]
    if risk.group in ("low_intermediate", "high_intermediate"):
        found += ["C-MGUS-MARROW"]
    if risk.group == "high":
        found += ["C-MGUS-HIGH"]
    evidence = conclusion.evidence
    for criterion, entry in (
        (evidence.calcium, "C-CRAB-CA"),
        (evidence.hemoglobin, "C-CRAB-HB"),
        (evidence.renal, "C-CRAB-RENAL"),
        (evidence.bone, "C-CRAB-BONE"),
        (evidence.slim_mri, "C-SLIM-PET"),
    ):
        if criterion.state is not Truth.NOT_MET and criterion.inputs:
            found.append(entry)
    if category == "smm":
        found += ["C-SMM-ROW", "C-FU-SMM"]
    if smm.applicable:
        found += ["C-LAKSHMAN", "C-IMWG-FISH", "C-IMWG-RISK", "C-IMWG-LABEL"]
    return tuple(found)
