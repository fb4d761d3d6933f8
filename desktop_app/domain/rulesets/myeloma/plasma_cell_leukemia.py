"""Judge plasma cell leukaemia under each definition by its name (PCL-*)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.evidence import circulating_cells
from desktop_app.domain.criteria.leukemia_response import leukemia_response
from desktop_app.domain.criteria.leukemia_smears import latest_smears, smears
from desktop_app.domain.criteria.myeloma_names import ACTIVE, LEUKEMIAS, PRIMARY, SECONDARY
from desktop_app.domain.criterion import Cut, Op, Rule
from desktop_app.domain.myeloma_conclusions import PlasmaCellLeukemia
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion, Diagnosis, Input
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criteria.leukemia_smears import Smear
    from desktop_app.domain.view import RecordView

IMWG = Rule("PCL-IMWG2021", "pcl2021", "primary", ">= 5 %")
KYLE = Rule("PCL-KYLE", "kyle1974", "secondary", "> 20 % and > 2.0 x 10^9/L")
WHO = Rule("PCL-WHO", "cibmtr", "secondary", ">= 20 % and >= 2.0 x 10^9/L")
EITHER = Rule("PCL-EITHER", "vandedonk2012", "primary", "> 20 % or > 2 x 10^9/L")
OUTPUT = Rule("PCL-OUTPUT", "pcl2021", "decision", "IMWG 2021, and each older rule beside it")
TYPE = Rule("PCL-TYPE", "pcl2021", "secondary", "secondary after known myeloma or treatment")
ABOVE_20, FROM_20 = Cut(Op.GT, {"%": D(20)}), Cut(Op.GE, {"%": D(20)})
ABOVE_2, FROM_2 = Cut(Op.GT, {"10*9/L": D(2)}), Cut(Op.GE, {"10*9/L": D(2)})
PLACES = 2  # to which a count is rounded where it is shown
KINDS = {PRIMARY: "primary", SECONDARY: "secondary"}


def plasma_cell_leukemia(evidence: Evidence, diagnosis: Diagnosis) -> PlasmaCellLeukemia | None:
    """Give the answer of each definition; None where no plasma cells of the blood are recorded.

    Once met it stays: the older definitions count from that day on, met where any smear met them.
    """
    view, every = evidence.view, smears(evidence.view)
    settled = diagnosis.category in LEUKEMIAS
    if not (every or settled):
        return None
    first = _first(view, diagnosis, every) if settled else None
    shown = every[every.index(first) :] if first else _latest(every, settled=settled)
    imwg = Truth.MET if settled else evidence.circulating.state & _myeloma(diagnosis)
    note = _state_note(evidence, first, imwg)
    kyle, who, either = _older(shown, settled=settled)
    kind = _kind(diagnosis) if imwg is not Truth.NOT_MET else None
    flag = _type_note(view, diagnosis, every, kind)
    trace = (IMWG.answer(imwg, _inputs(shown), note), kyle, who, either)
    typed = TYPE.answer(Truth.of(True if kind else None), (), flag)
    response = leukemia_response(view, shown) if first else None
    return PlasmaCellLeukemia(
        imwg,
        kyle.state,
        who.state,
        either.state,
        kind,
        _absolute(shown[:1]),
        _since(diagnosis, first),
        (OUTPUT.answer(imwg, criteria=trace), typed, *((response,) if response else ())),
        tuple(x for x in (note, flag) if x),
    )


def _latest(every: tuple[Smear, ...], *, settled: bool) -> tuple[Smear, ...]:
    """Give what counts without a first day: all after leukaemia in the history, else the latest."""
    return every if settled else latest_smears(every)


def _first(view: RecordView, diagnosis: Diagnosis, every: tuple[Smear, ...]) -> Smear | None:
    """Give the smear with which leukaemia began; None where it stands in the history."""
    if any(x.diagnosis in LEUKEMIAS for x in view.history()):
        return None
    known = diagnosis.since or date.min
    # What was seen before myeloma was known counts from that day: of several smears the last.
    of_days = {max(x.date.last, known): x for x in every if x.percents}
    return next((x for day, x in of_days.items() if _circulates(view, day)), None)


def _circulates(view: RecordView, day: date) -> bool:
    return circulating_cells(view.at(day)).state is Truth.MET


def _since(diagnosis: Diagnosis, first: Smear | None) -> str | None:
    """Give the day on which both the smear and myeloma were known."""
    if first is None:
        return None
    known = diagnosis.since
    return known.isoformat() if known and first.date.last < known else first.date.text


def _myeloma(diagnosis: Diagnosis) -> Truth:
    """Tell whether myeloma is certain; PCL-STOP keeps it open."""
    if diagnosis.category in ACTIVE:
        return Truth.MET
    return Truth.of(None if ACTIVE & set(diagnosis.possible) else False)


def _older(shown: tuple[Smear, ...], *, settled: bool) -> tuple[Criterion, Criterion, Criterion]:
    """Answer the definitions of old for the smears that count."""
    answers: dict[str, list[Truth]] = {rule.id: [] for rule in (KYLE, WHO, EITHER)}
    for x in shown:
        percent, count = x.percent(ABOVE_20).truth, x.count(ABOVE_2).truth
        answers[KYLE.id].append(percent & count)
        answers[EITHER.id].append(percent | count)
        answers[WHO.id].append(x.percent(FROM_20).truth & x.count(FROM_2).truth)
    uncounted = Note("pcl_no_count") if any(not x.counts for x in shown) else None

    def answer(rule: Rule) -> Criterion:
        state = _together(answers[rule.id], settled=settled)
        note = uncounted if state is Truth.UNKNOWN else None
        return rule.answer(state, _inputs(shown), note)

    return answer(KYLE), answer(WHO), answer(EITHER)


def _together(truths: list[Truth], *, settled: bool) -> Truth:
    """Join the answers of several smears: once met stays; of the latest all must agree."""
    if settled and truths:
        return any_true(truths)
    agreed = set(truths)
    return agreed.pop() if len(agreed) == 1 else Truth.UNKNOWN


def _inputs(shown: tuple[Smear, ...]) -> list[Input]:
    return [x for smear in shown for x in smear.inputs]


def _absolute(shown: tuple[Smear, ...]) -> D | None:
    """Give the count of the smear that counts, where it is one plain number."""
    counts = {x.value for smear in shown for x in smear.counts if x.comparator is None}
    value = counts.pop() if len(counts) == 1 else None
    return None if value is None else round(value, PLACES)


def _state_note(evidence: Evidence, first: Smear | None, imwg: Truth) -> Note | None:
    """Say why the state is other than the latest smear by itself would make it."""
    if imwg is Truth.MET and first is None:
        return Note("settled_in_history")
    if first and evidence.circulating.state is Truth.NOT_MET:
        return Note("pcl_cleared", (("date", first.date.text),))
    if imwg is Truth.UNKNOWN and evidence.circulating.state is Truth.MET:
        return Note("pcl_myeloma_open")
    return None


def _kind(diagnosis: Diagnosis) -> str | None:
    """Give primary or secondary (PCL-TYPE); None where both are open."""
    kinds = [KINDS[name] for name in LEUKEMIAS if name in diagnosis.possible]
    return kinds[0] if len(kinds) == 1 else None


def _type_note(
    view: RecordView, diagnosis: Diagnosis, every: tuple[Smear, ...], kind: str | None
) -> Note | None:
    """Flag secondary leukaemia that rests on treatment alone, without a named disease."""
    if kind != KINDS[SECONDARY]:
        return None
    named = any(x.diagnosis in ACTIVE for x in view.history())
    met = [x for x in every if _circulates(view, x.date.last)]
    before = diagnosis.since is not None and all(diagnosis.since < x.date.first for x in met)
    return Note("pcl_definition_for_primary" if named or before else "pcl_type_by_treatment")
