"""Give the reminders that emm2025 reports (REC-EMM-*): never an order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.lesion_classes import NONE, relapsed_since
from desktop_app.domain.criteria.myeloma_names import ACTIVE
from desktop_app.domain.criteria.regimens import ANTI_CD38, CLASSES, IMID, PI, regimen_name
from desktop_app.domain.criterion import Rule
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop_app.domain.conclusions import Criterion, Diagnosis
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.myeloma_conclusions import Myeloma, SystemStage
    from desktop_app.domain.view import RecordView

SOURCE, STATUS = "emm2025", "source-doc"
QUADRUPLET = Rule("REC-EMM-1", SOURCE, STATUS, "new, fit for transplant, high risk, and any lesion")
TRIPLET = Rule("REC-EMM-2", SOURCE, STATUS, "REC-EMM-1, and no quadruplet possible")
CYTOTOXIC = Rule("REC-EMM-3", SOURCE, STATUS, "REC-EMM-1, and overt spread")
USUAL = Rule("REC-EMM-4", SOURCE, STATUS, "high risk, and RVd before a transplant")
NEWER = Rule("REC-EMM-5", SOURCE, STATUS, "relapse and high risk")
IMMUNE = Rule("REC-EMM-6", SOURCE, STATUS, "relapse, and any lesion or high risk")
TRIAL = Rule("REC-EMM-7", SOURCE, STATUS, "relapse and high risk")
EARLY = Rule("REC-EMM-8", SOURCE, STATUS, "MRD signals relapse, not clinical yet")
# Of each staging system the stage that counts as high risk (decision of the rule book).
HIGH = {"r_iss": "III", "r2_iss": "IV", "ims_2025": "high_risk"}
HITS = "MM-MSMART-COUNT"
FIRST_LINE = 1
TRANSPLANT = "auto_hsct"
PROGRESSION, MRD_LOST = "PD", "RESP-IMWG-RELMRD"
QUADRUPLE = (PI, IMID, ANTI_CD38)  # beside a steroid
# What an open input is called in the table ``input``.
RISK, OUTSIDE, SPREAD, NEW = "risk", "outside_marrow", "spread", "earlier_treatment"
ELIGIBLE, RELAPSED, ASCT, NO_QUADRUPLET = "eligible", "relapse", "transplant", "quadruplet"
EITHER = "outside_or_risk"
RVD, MRD = "rvd", "mrd"  # never open


def reminders(evidence: Evidence, diagnosis: Diagnosis, picture: Myeloma) -> tuple[Criterion, ...]:
    """Give the reminders that apply or may apply; ``picture`` is what was concluded before."""
    if diagnosis.category not in ACTIVE:
        return ()
    facts = _facts(evidence, picture)
    first = (RISK, OUTSIDE, NEW, ELIGIBLE)
    every = (
        _answered(facts, QUADRUPLET, *first),
        _answered(facts, TRIPLET, *first, NO_QUADRUPLET),
        _answered(facts, CYTOTOXIC, *first, SPREAD),
        _answered(facts, USUAL, RISK, RVD, ASCT),
        _answered(facts, NEWER, RELAPSED, RISK),
        _answered(facts, IMMUNE, RELAPSED, EITHER),
        _answered(facts, TRIAL, RELAPSED, RISK),
        _answered(facts, EARLY, MRD),
    )
    return tuple(each for each in every if each.state is not Truth.NOT_MET)


def _answered(facts: Mapping[str, Truth], rule: Rule, *names: str) -> Criterion:
    """Answer a reminder whose conditions must all hold; open ones are named."""
    states = {name: facts[name] for name in names}
    if Truth.NOT_MET in states.values():
        return rule.answer(Truth.NOT_MET)
    open_ = ",".join(name for name, state in states.items() if state is Truth.UNKNOWN)
    if open_:
        return rule.answer(Truth.UNKNOWN, (), Note("reminder_may_apply", (("codes", open_),)))
    return rule.answer(Truth.MET, (), Note("reminder_applies"))


def _facts(evidence: Evidence, picture: Myeloma) -> dict[str, Truth]:
    view = evidence.view
    outside, risk = _outside(picture), high_risk(view, picture)
    leukemia = picture.plasma_cell_leukemia
    blood = leukemia.imwg_2021 if leukemia is not None else Truth.UNKNOWN
    return {
        RISK: risk,
        OUTSIDE: outside,
        EITHER: outside | risk,
        SPREAD: outside | blood,
        NEW: _newly_diagnosed(view, picture),
        ELIGIBLE: Truth.of(view.flag("transplant_eligible")),
        NO_QUADRUPLET: _no_quadruplet(picture),
        RELAPSED: _relapsed(view, picture),
        RVD: Truth.of("VRd" in set(_regimens(picture))),
        ASCT: _transplant(view, picture),
        MRD: _mrd(view, picture),
    }


def high_risk(view: RecordView, picture: Myeloma) -> Truth:
    """Tell whether the disease is of high risk (section 7); the doctor's answer goes first."""
    told = view.flag("high_risk_myeloma")
    if told is not None:
        return Truth.of(told)
    staging = picture.staging
    if staging is None:
        return Truth.UNKNOWN
    systems, others = dict(staging.systems), dict(staging.others)
    found = [_stage_is(systems[name], stage) for name, stage in HIGH.items()]
    return any_true([*found, _hit(others.get(HITS))])


def _stage_is(system: SystemStage, stage: str) -> Truth:
    if stage not in system.possible and system.possible:
        return Truth.NOT_MET
    return Truth.of(True if system.possible == (stage,) else None)


def _hit(counted: SystemStage | None) -> Truth:
    """Tell whether mSMART counts an abnormality at least."""
    if counted is None or counted.points is None:
        return Truth.UNKNOWN
    least, most = counted.points
    if least:
        return Truth.MET
    return Truth.of(None if most else False)


def _outside(picture: Myeloma) -> Truth:
    found = picture.extramedullary
    if found is None or (NONE in found.possible and found.category != NONE):
        return Truth.UNKNOWN
    if relapsed_since(picture):
        return Truth.UNKNOWN
    return Truth.of(found.category != NONE)


def _newly_diagnosed(view: RecordView, picture: Myeloma) -> Truth:
    """Tell whether nothing was given yet, or only the first line, before its transplant."""
    if not picture.lines:
        return Truth.of(None if _known_before(view) else True)
    last = picture.lines[-1]
    running = last.stop is None and FIRST_LINE in last.possible_numbers
    return ~_relapsed(view, picture) & Truth.of(running and not _transplanted(picture))


def _known_before(view: RecordView) -> bool:
    return any(x.diagnosis in ACTIVE for x in view.history())


def _transplanted(picture: Myeloma) -> bool:
    return any(part.kind == TRANSPLANT for line in picture.lines for part in line.parts)


def _relapsed(view: RecordView, picture: Myeloma) -> Truth:
    """Tell whether the disease came back; a later line may have had another reason to begin."""
    if any(line.months_to_progression is not None for line in picture.lines):
        return Truth.MET
    current = picture.response.current if picture.response is not None else None
    if current is not None and PROGRESSION in (current.category, current.read):
        return Truth.MET if current.confirmed else Truth.UNKNOWN
    numbers = {number for line in picture.lines for number in line.possible_numbers}
    open_ = bool(numbers - {FIRST_LINE}) if numbers else _known_before(view)
    return Truth.of(None if open_ else False)


def _drugs(picture: Myeloma) -> Iterator[frozenset[str]]:
    yield from (frozenset(part.drugs) for line in picture.lines for part in line.parts)


def _regimens(picture: Myeloma) -> Iterator[str]:
    yield from (name for name in map(regimen_name, _drugs(picture)) if name)


def _no_quadruplet(picture: Myeloma) -> Truth:
    """Tell whether a quadruplet is not possible: nobody records it, unless one is given."""
    given = any(all(each & set(CLASSES[x]) for x in QUADRUPLE) for each in _drugs(picture))
    return Truth.of(False if given else None)


def _transplant(view: RecordView, picture: Myeloma) -> Truth:
    """Tell whether a transplant was done, or may follow."""
    if _transplanted(picture):
        return Truth.MET
    return Truth.of(False if view.flag("transplant_eligible") is False else None)


def _mrd(view: RecordView, picture: Myeloma) -> Truth:
    """Tell whether residual disease signals relapse; without a word on it nobody is reminded."""
    told = view.flag("mrd_signals_relapse")
    if told is not None:
        return Truth.of(told)
    endpoints = picture.response.endpoints if picture.response is not None else ()
    return Truth.of((MRD_LOST, Truth.MET) in [(x.id, x.state) for x in endpoints])
