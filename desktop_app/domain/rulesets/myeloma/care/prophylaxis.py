"""List what is to be done before and on treatment (INF-2022, BONE-2021, VTE, pregnancy)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note, WorkupItem
from desktop_app.domain.criteria.evidence import Evidence
from desktop_app.domain.criteria.lenalidomide import PREGNANCY
from desktop_app.domain.criteria.myeloma_names import ACTIVE
from desktop_app.domain.criteria.regimens import (
    ANTI_CD38,
    BISPECIFIC,
    CAR_T,
    IMID,
    PI,
    is_car_t,
    is_transplant,
)
from desktop_app.domain.criteria.treatment_lines import CountedLine
from desktop_app.domain.criterion import Cut, Op, Rule, judge, judge_all
from desktop_app.domain.partial_date import add_months
from desktop_app.domain.quality import OLD_AFTER_MONTHS
from desktop_app.domain.record import Sex
from desktop_app.domain.rulesets.myeloma.care.current import Current, current
from desktop_app.domain.rulesets.myeloma.care.thrombosis import IMPEDE
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from desktop_app.domain.conclusions import Diagnosis, Score
    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.view import HasDate, RecordView

INFECTION = Rule("INF-2022", "raje2022", "unverified", "IgG < 4 g/L")
LEVOFLOXACIN = Rule("INF-2022-LEVOFLOXACIN", "teamm2019", "unverified", "< 84 d")
BONE = Rule(
    "BONE-2021", "terpos2021", "unverified", "teeth once, creatinine and calcium before each dose"
)
IMAGING = Rule("IMG-2019", "hillengass2019", "unverified", "CT or PET-CT, then MRI")
IGG_CUT = Cut(Op.LT, {"g/L": D(4)})
LEVOFLOXACIN_DAYS = 84  # twelve weeks
BEFORE_DOSE_DAYS = 31  # the bone drug is given every four weeks
CELLS = ("auto_hsct", "allo_hsct", CAR_T)
DONE, OLD, DUE = "done", "old", "due"
BEFORE_DOSE: Mapping[str, tuple[str, ...]] = {
    "creatinine": ("creatinine", "egfr"),
    "calcium": ("calcium", "calcium_corrected", "calcium_ionized"),
}
CT = ("bone_lytic_ct", "bone_lytic_pet_ct")


@dataclass(frozen=True, slots=True)
class _Case:
    """Hold what the list rests on."""

    evidence: Evidence
    lines: tuple[CountedLine, ...]
    now: Current

    @property
    def view(self) -> RecordView:
        return self.evidence.view

    @property
    def car_t(self) -> Truth:
        typed = any(is_car_t(x) for line in self.lines[-1:] for x in line.treatments)
        return Truth.of(typed) | self._in_last_line(CAR_T) | self.now.of(CAR_T)

    @property
    def cells(self) -> Truth:
        typed = any(is_transplant(x) for line in self.lines[-1:] for x in line.treatments)
        return Truth.of(typed) | self.car_t | self._in_last_line(*CELLS)

    def _in_last_line(self, *codes: str) -> Truth:
        return Truth.of(any(x.code in codes for line in self.lines[-1:] for x in line.events))

    @property
    def high_dose(self) -> Truth:
        dose = self.view.latest_finding("dexamethasone_dose")
        given = self.now.has("dexamethasone")
        return given & Truth.UNKNOWN if dose is None else Truth.of(dose.value == "high")


def prophylaxis(
    evidence: Evidence,
    diagnosis: Diagnosis,
    lines: tuple[CountedLine, ...],
    scores: tuple[tuple[str, Score], ...],
) -> tuple[WorkupItem, ...]:
    """Give the list: done, old or due, each with its rule and its reason.

    It is for patients on treatment or about to begin one. What depends on a drug is left out only
    where it is certain that the drug is not given.
    """
    now = current(lines)
    treated = any(x.stop is None for line in lines for x in line.treatments)
    named = diagnosis.category in ACTIVE
    if not named and not treated:
        return ()
    case = _Case(evidence, lines, now)
    return (
        _screen(case),
        *(_imaging(case) if named else ()),
        *_infection(case),
        *_drugs(case, dict(scores)),
        *(_bone(case) if named else ()),
    )


def _imaging(case: _Case) -> Iterator[WorkupItem]:
    # What was seen before the first treatment stays done.
    begun = case.lines[0].start.first if case.lines else case.view.as_of
    since = add_months(begun, -OLD_AFTER_MONTHS)
    yield _dated(case, "low_dose_ct", IMAGING, CT, Note("care_imaging"), since)
    if _no_lesion(case) and not case.evidence.event_recorded:
        yield _dated(case, "mri", IMAGING, ("mri_focal_lesions",), Note("care_mri"), since)


def _screen(case: _Case) -> WorkupItem:
    """Ask for both tests of hepatitis B before an antibody against CD38."""
    codes = ("hbsag", "anti_hbc")
    days = [_latest(case.view, (code,)) for code in codes]
    known = [day for day in days if day is not None]
    state = DONE if len(known) == len(codes) else DUE
    positive = any(case.view.flag(code) for code in codes)
    note = Note("care_hbv_positive") if positive else Note("care_hbv")
    on = min(known, key=_last).text if state == DONE else None
    return WorkupItem("hepatitis_b", state, INFECTION.id, codes, on, note)


def _no_lesion(case: _Case) -> bool:
    counts = [x.value for code in CT for x in case.view.latest_findings(code)]
    return bool(counts) and not any(isinstance(x, Mapping) and x.get("count") for x in counts)


def _infection(case: _Case) -> Iterator[WorkupItem]:
    now = case.now
    immune = now.of(BISPECIFIC) | case.car_t
    zoster = any_true((now.of(PI), now.of(ANTI_CD38), case.cells))
    pneumocystis = any_true((case.high_dose, now.of(BISPECIFIC), case.car_t))
    if zoster is not Truth.NOT_MET:
        yield _flag(case, "zoster", INFECTION, ("prophylaxis_zoster",), Note("care_zoster"))
    if pneumocystis is not Truth.NOT_MET:
        yield _flag(case, "pjp", INFECTION, ("prophylaxis_pjp",), Note("care_pjp"))
    if _first_weeks(case):
        yield WorkupItem("levofloxacin", DUE, LEVOFLOXACIN.id, reason=Note("care_levofloxacin"))
    yield WorkupItem("vaccines", DUE, INFECTION.id, reason=Note("care_vaccines"))
    yield from _immunoglobulin(case, immune)


def _first_weeks(case: _Case) -> bool:
    """Tell whether the first treatment is to begin, or began less than twelve weeks ago."""
    if not case.lines:
        return True
    weeks = timedelta(days=LEVOFLOXACIN_DAYS)
    return case.view.as_of < case.lines[0].start.last + weeks


def _immunoglobulin(case: _Case, immune: Truth) -> Iterator[WorkupItem]:
    view = case.view
    infected = view.flag("recurrent_infection") or any(
        x.code == "infection" and x.date.first <= view.as_of for x in view.record.events
    )
    if not infected and immune is not Truth.MET:
        return
    seen = view.latest("igg")
    low = judge_all(seen, lambda x: judge(x, IGG_CUT, view.catalogue)).truth
    if low is Truth.MET:
        note = Note("care_igg_low")
        on = seen[0].date.text
        yield WorkupItem("igg_replacement", DUE, INFECTION.id, ("igg",), on, note)
    elif low is Truth.UNKNOWN:
        yield WorkupItem("immunoglobulins", DUE, INFECTION.id, ("igg",), None, Note("care_igg"))


def _drugs(case: _Case, scores: dict[str, Score]) -> Iterator[WorkupItem]:
    if case.now.of(IMID) is Truth.NOT_MET:
        return
    yield _thrombosis(case, scores.get(IMPEDE.id))
    if case.view.flag("pregnancy_possible") is not False:
        man = case.view.sex is Sex.MALE
        note = Note("care_pregnancy_man") if man else Note("care_pregnancy")
        codes = ("pregnancy_prevention",)
        yield _flag(case, "pregnancy_prevention", PREGNANCY, codes, note)


def _thrombosis(case: _Case, score: Score | None) -> WorkupItem:
    """Ask for prevention of thrombosis with an IMiD; anticoagulation answers it too.

    Points are said only where enough is known for them to say something.
    """
    span = score.score_range if score is not None and score.telling else None
    ends = "" if span is None else "–".join(dict.fromkeys(str(x).replace("-", "−") for x in span))
    note = Note("care_vte", (("points", ends),)) if ends else Note("care_imid")
    item = _flag(case, "vte", IMPEDE, ("prophylaxis_vte", "anticoagulation"), note)
    answer = case.view.latest_finding("anticoagulation")
    if item.state == DONE or answer is None or answer.value == "none":
        return item
    return WorkupItem(item.item, DONE, item.rule, item.codes, answer.date.text, note)


def _bone(case: _Case) -> Iterator[WorkupItem]:
    yield _flag(case, "bone_agent", BONE, ("bone_agent",), Note("care_bone"))
    yield _flag(case, "dental_check", BONE, ("dental_check",), Note("care_dental"))
    since = case.view.as_of - timedelta(days=BEFORE_DOSE_DAYS)
    for item, codes in BEFORE_DOSE.items():
        yield _dated(case, item, BONE, codes, Note("care_before_dose"), since)


def _flag(case: _Case, item: str, rule: Rule, codes: tuple[str, ...], reason: Note) -> WorkupItem:
    """Judge by a yes-or-no finding; a yes from before the current line is old."""
    finding = case.view.latest_finding(codes[0])
    if finding is None or finding.value is not True:
        return WorkupItem(item, DUE, rule.id, codes, None, reason)
    began = case.lines[-1].start.first if case.lines else finding.date.last
    state = OLD if finding.date.last < began else DONE
    return WorkupItem(item, state, rule.id, codes, finding.date.text, reason)


def _dated(
    case: _Case, item: str, rule: Rule, codes: tuple[str, ...], reason: Note, since: date
) -> WorkupItem:
    """Judge by the latest of some entries, which is old where it lies before a day."""
    day = _latest(case.view, codes)
    if day is None:
        return WorkupItem(item, DUE, rule.id, codes, None, reason)
    state = OLD if day.last < since else DONE
    return WorkupItem(item, state, rule.id, codes, day.text, reason)


def _latest(view: RecordView, codes: tuple[str, ...]) -> PartialDate | None:
    """Give the latest day on which one of the codes was recorded."""
    series: list[Sequence[HasDate]] = [view.results(code) for code in codes]
    series += [view.findings(code) for code in codes]
    return max((x[-1].date for x in series if x), key=_last, default=None)


def _last(day: PartialDate) -> date:
    return day.last
