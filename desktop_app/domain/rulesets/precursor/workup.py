"""List the work-up that the diagnosis and the risk ask for, and how much of it is done."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note, WorkupItem
from desktop_app.domain.criteria.applicability import light_chain_only
from desktop_app.domain.criteria.attribution import value_meets
from desktop_app.domain.criteria.light_chains import ratio_beyond
from desktop_app.domain.criteria.workup_table import FISH, TESTS
from desktop_app.domain.criterion import Op
from desktop_app.domain.partial_date import add_months
from desktop_app.domain.quality import OLD_AFTER_MONTHS
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from desktop_app.domain.conclusions import Criterion, Diagnosis, Mgrs
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criteria.workup_table import Test
    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.view import HasDate, RecordView

# Light chains alone ask for a marrow only beyond these ratios.
RATIO_FAR_LOW, RATIO_FAR_HIGH = D("0.125"), D(8)
# The work-up of these is another chapter's, or there is nothing to work up.
LEFT_OUT = frozenset(
    {
        "no_clone",
        "multiple_myeloma",
        "primary_plasma_cell_leukemia",
        "secondary_plasma_cell_leukemia",
        "poems",
    }
)


def workup(
    evidence: Evidence, diagnosis: Diagnosis, factors: tuple[Criterion, ...], mgrs: Mgrs
) -> tuple[WorkupItem, ...]:
    """Give every test that WORKUP-TABLE asks for, done, old or due, in the table's order.

    A test that nothing asks for is left out: low-risk MGUS is not told of marrow and imaging.

    Args:
        evidence: the criteria of the record.
        diagnosis: what was concluded.
        factors: the three factors of the Mayo MGUS score.
        mgrs: whether a kidney disease by the clone is suspected.
    """
    if diagnosis.category in LEFT_OUT:
        return ()
    holding = frozenset(_conditions(evidence, diagnosis, factors, mgrs))
    items: list[WorkupItem] = []
    for test in TESTS:
        reason = next((x for x in test.when if x in holding), None)
        if not test.when or reason is not None:
            note = None if reason is None else Note(f"workup_{reason}")
            items.append(_item(evidence.view, test, note))
    return tuple(items)


def _conditions(
    evidence: Evidence, diagnosis: Diagnosis, factors: tuple[Criterion, ...], mgrs: Mgrs
) -> Iterator[str]:
    igm = "IgM" in evidence.chains.clone.heavy
    light = _light_chains_alone(evidence, diagnosis)
    suspected = mgrs.suspected is Truth.MET
    amyloid = evidence.amyloid.suspected
    urine = {x.code for x in evidence.amyloid.criterion.inputs} & {"upcr", "urine_protein_24h"}
    met = {x.id for x in factors if x.state is Truth.MET}
    yield from (
        name
        for name, holds in (
            ("igm", igm),
            ("light_chain", light),
            ("smm", _smouldering(evidence, diagnosis)),
            ("mgrs", suspected),
            ("amyloid", amyloid),
            ("amyloid_kidney", amyloid and urine),
            ("factor", met and not igm and not light),
            ("m_protein", "MGUS-MAYO-M" in met),
            ("flc", evidence.chains.abnormal.truth is Truth.MET),
            ("ratio_far", light and _far(evidence) is Truth.MET),
            ("proteinuria", urine),
            ("crab", evidence.crab_open is Truth.MET),
            ("anemia", value_meets(evidence.hemoglobin) is Truth.MET),
            ("calcium", value_meets(evidence.calcium) is Truth.MET),
            ("renal", value_meets(evidence.renal) is Truth.MET),
            ("neuropathy", evidence.neuropathy),
        )
        if holds
    )


def _light_chains_alone(evidence: Evidence, diagnosis: Diagnosis) -> bool:
    if diagnosis.category is not None:
        return diagnosis.category.endswith("light_chain")
    seen = evidence.chains.clone.any_light_chain or evidence.chains.abnormal.truth is Truth.MET
    return light_chain_only(evidence) and seen


def _smouldering(evidence: Evidence, diagnosis: Diagnosis) -> bool:
    if diagnosis.category is not None:
        return diagnosis.category in ("smm", "smm_light_chain")
    arms = (evidence.m_protein.state, evidence.urine.state, evidence.marrow.ten)
    return Truth.MET in arms and bool({"smm", "smm_light_chain"} & set(diagnosis.possible))


def _far(evidence: Evidence) -> Truth:
    low, high = (Op.LT, RATIO_FAR_LOW), (Op.GT, RATIO_FAR_HIGH)
    return ratio_beyond(evidence.chains, low, high).truth


def _item(view: RecordView, test: Test, reason: Note | None) -> WorkupItem:
    days = [_latest(view, group) for group in test.groups]
    codes = tuple(dict.fromkeys(code for group in test.groups for code in group))
    known = [day for day in days if day is not None]
    if not days or len(known) < len(days):
        return WorkupItem(test.item, "due", test.rule.id, codes, None, reason)
    oldest = min(known, key=_last)
    old = add_months(oldest.last, OLD_AFTER_MONTHS) < view.as_of
    state = "old" if old else "done"
    return WorkupItem(test.item, state, test.rule.id, codes, oldest.text, reason)


def _latest(view: RecordView, codes: tuple[str, ...]) -> PartialDate | None:
    """Give the latest day on which one of the codes was recorded."""
    if codes == ("fish",):
        return _fish(view)
    series: list[Sequence[HasDate]] = [view.results(code) for code in codes]
    series += [view.findings(code) for code in codes]
    newest = [entries[-1] for entries in series if entries]
    return max((entry.date for entry in newest), key=_last, default=None)


def _fish(view: RecordView) -> PartialDate | None:
    """Give the day of the oldest of the latest tests, once every abnormality was looked for."""
    tests = [x for x in view.record.cytogenetics if x.date.last <= view.as_of]
    days = [[x.date for x in tests if x.abnormality in names] for names in FISH]
    return min((max(found, key=_last) for found in days), key=_last) if all(days) else None


def _last(day: PartialDate) -> date:
    return day.last
