"""Tell what the doctor should know of the data: old, undated, of another laboratory, in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria import calcium, kidney, warning_signs
from desktop_app.domain.criteria.light_chains import RATIO_HIGH, RATIO_LOW, VALIDATED_ASSAY
from desktop_app.domain.criterion import judge
from desktop_app.domain.interference import interference
from desktop_app.domain.partial_date import PartialDate, add_months
from desktop_app.domain.view import observed_entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.domain.conclusions import Criterion, Input, Score
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.trend import Course
    from desktop_app.domain.view import RecordView

OLD_AFTER_MONTHS = 12
_NEAR = ("within_rounding", "printed_ratio_near_cut")
# Series in which a change of laboratory or method interrupts what is concluded.
COMPARED = (
    "serum_m_protein", "urine_m_protein_24h", "flc_kappa", "flc_lambda", "flc_ratio", "igg", "iga",
    "igm", "hemoglobin", "creatinine",
)  # fmt: skip
# Values whose unit decides how they are compared, with the threshold of each unit.
COMPARED_BY_UNIT = {
    "calcium_corrected": calcium.CALCIUM_CUT,
    "calcium": calcium.CALCIUM_CUT,
    "creatinine": kidney.CREATININE_CUT,
    "creatinine_clearance": kidney.CLEARANCE_CUT,
    "nt_probnp": warning_signs.NT_PROBNP_CUT,
    "upcr": warning_signs.UPCR_CUT,
}


def quality(
    evidence: Evidence,
    used: Iterable[Criterion],
    models: Iterable[Score],
    courses: Iterable[Course],
) -> tuple[Note, ...]:
    """List what weakens the conclusions, each once.

    Args:
        evidence: the criteria of the record.
        used: the traces of diagnosis and risk, whose inputs are looked at for their age.
        models: further models, of whose traces only what they remark counts.
        courses: the series that changes are looked for in.
    """
    view, traces = evidence.view, tuple(_flat(used))
    found = [*_old(view, traces), *_days(view), *_changes(courses), *_differing(view, traces)]
    scored = _flat(criterion for model in models for criterion in model.criteria)
    found += [*_remarked((*traces, *scored)), *_units(view), *_calcium(view)]
    found += [*_ratios(evidence), *_assays(evidence)]
    return tuple(dict.fromkeys((*found, *interference(view, evidence.chains.clone))))


def _flat(criteria: Iterable[Criterion]) -> Iterator[Criterion]:
    for criterion in criteria:
        yield criterion
        yield from _flat(criterion.criteria)


def _inputs(traces: Iterable[Criterion]) -> Iterator[Input]:
    for criterion in traces:
        yield from (x for x in criterion.inputs if x.code != kidney.COMPUTED_EGFR)


def _old(view: RecordView, traces: Iterable[Criterion]) -> Iterator[Note]:
    """Name the inputs that are more than 12 months old (DX-TIME)."""
    days = {(x.code, x.date): PartialDate(x.date).last for x in _inputs(traces) if x.date}
    for (code, on), day in days.items():
        if add_months(day, OLD_AFTER_MONTHS) < view.as_of:
            yield Note("old_value", (("code", code), ("date", on)))


def _days(view: RecordView) -> Iterator[Note]:
    """Count the entries that lie after the day, and those whose date leaves that open."""
    entries, last = observed_entries(view.record), view.as_of
    later = [x.date.first > last for x in entries if x.date.last > last]
    if not all(later):
        yield Note("date_straddles", (("count", str(later.count(False))),))
    if any(later):
        yield Note("dated_later", (("count", str(later.count(True))),))


def _changes(courses: Iterable[Course]) -> Iterator[Note]:
    """Name the last change of laboratory or method in every series that is compared."""
    for course in courses:
        changes = [point.on.text for point in course.points if point.changed]
        if course.code in COMPARED and changes:
            yield Note("laboratory_changed", (("code", course.code), ("date", changes[-1])))


def _differing(view: RecordView, traces: Iterable[Criterion]) -> Iterator[Note]:
    """Name the tests of which several values that differ may be the latest."""
    for code in dict.fromkeys(x.code for x in _inputs(traces)):
        latest = view.latest(code)
        said = {(x.value, x.unit, x.comparator, x.interpretation) for x in latest}
        if len(said) > 1:
            on = max(x.date.text for x in latest)
            yield Note("values_disagree", (("code", code), ("date", on)))


def _remarked(traces: Iterable[Criterion]) -> Iterator[Note]:
    """Take over what the traces remark of rounding near a cut."""
    for criterion in traces:
        if criterion.inputs and criterion.note and criterion.note.code in _NEAR:
            yield Note("near_cut", (("code", criterion.inputs[0].code),))


def _units(view: RecordView) -> Iterator[Note]:
    """Say where a unit leaves open or near what another would settle, whatever else is remarked."""
    for code, cut in COMPARED_BY_UNIT.items():
        for result in view.latest(code):
            note = judge(result, cut, view.catalogue).note
            if note is not None and note.code == "unit_not_covered":
                unit = result.unit or ""
                yield Note("unit_not_covered", (("code", code), ("unit", unit)))
            elif note is not None and note.code in _NEAR:
                yield Note("near_cut", (("code", code),))
    if any(result.unit == "mmol/L" for result in view.latest("hemoglobin")):
        yield Note("hemoglobin_converted")


def _calcium(view: RecordView) -> Iterator[Note]:
    """Say that total calcium stands for itself: no corrected value and no albumin of that day."""
    latest = view.latest("calcium", "calcium_corrected")
    albumin = {x.date for x in view.results("albumin")}
    corrected = {x.date for x in latest if x.code == "calcium_corrected"}
    if any(x.value is not None and x.date not in albumin | corrected for x in latest):
        yield Note("not_corrected")


def _ratios(evidence: Evidence) -> Iterator[Note]:
    """Name a printed ratio whose rounding may cross an end of the usual range."""
    for ratio in evidence.chains.ratios:
        if ratio is not None and ratio.near(RATIO_LOW, RATIO_HIGH):
            yield Note("near_cut", (("code", "flc_ratio"),))


def _assays(evidence: Evidence) -> Iterator[Note]:
    """Name every assay of the latest light chains for which no threshold was validated."""
    for sample in evidence.chains.samples:
        for result in sample.results:
            if result.method and VALIDATED_ASSAY not in result.method.lower():
                yield Note("assay_not_validated", (("assay", result.method),))
