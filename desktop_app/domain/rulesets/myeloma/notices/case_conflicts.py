"""Name the entries of the chapter's conflict ledger that touch what is shown of a patient."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.clone import marrow
from desktop_app.domain.criteria.lesion_classes import BESIDE_BONE, NONE
from desktop_app.domain.criteria.myeloma_names import EMM
from desktop_app.domain.criteria.regimens import regimen_name
from desktop_app.domain.criterion import Cut, Op, judge
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.myeloma_conclusions import Extramedullary, Myeloma
    from desktop_app.domain.record import Result
    from desktop_app.domain.view import RecordView

FROM_20, TO_21 = Cut(Op.GE, {"%": D(20)}), Cut(Op.LE, {"%": D(21)})
# Where copies of Durie-Salmon count a calcium that the original does not.
COPIED = Cut(Op.GT, {"mg/dL": D("11.5"), "mmol/L": D("2.65")})
ORIGINAL = Cut(Op.LE, {"mg/dL": D(12), "mmol/L": D("2.99")})
# Where the two scales of anaemia give different labels.
FROM_60, BELOW_80 = Cut(Op.GE, {"g/dL": D(6)}), Cut(Op.LT, {"g/dL": D(8)})
RELAPSED = "relapsed"
FIRST, USUAL = "REC-EMM-1", "REC-EMM-4"
# Found by FISH and named high-risk by the case, though no system counts them by themselves.
NAMED_HIGH_RISK = ("del(13q)", "gain(1q)", "amp(1q)")
SECOND_LINE = 2


def myeloma_conflicts(evidence: Evidence, picture: Myeloma) -> tuple[str, ...]:
    """Give the entries of the ledger, in its order."""
    found = {
        *_of_values(evidence, picture),
        *_of_lesions(picture),
        *_of_blood(evidence.view, picture),
        *_of_treatment(picture),
    }
    return tuple(sorted(found))


def _of_values(evidence: Evidence, picture: Myeloma) -> Iterator[str]:
    view, staging = evidence.view, picture.staging
    three = staging is not None and "III" in staging.durie_salmon.possible
    if three and _between(view, view.latest("calcium", "calcium_corrected"), COPIED, ORIGINAL):
        yield "C-MM-01"
    if _between(view, view.latest("hemoglobin"), FROM_60, BELOW_80):
        yield "C-MM-08"
    if any(view.cytogenetics(name) for name in NAMED_HIGH_RISK):
        yield "C-MM-09"


def _between(view: RecordView, results: Iterable[Result], low: Cut, high: Cut) -> bool:
    """Tell whether any of the results certainly lies between two cuts."""
    both = (
        judge(x, low, view.catalogue).truth & judge(x, high, view.catalogue).truth for x in results
    )
    return Truth.MET in both


def _of_lesions(picture: Myeloma) -> Iterator[str]:
    found = picture.extramedullary
    if found is None:
        return
    if found.name_cn == EMM and any(x.classes == (BESIDE_BONE,) for x in found.lesions):
        yield "C-MM-12"
    if BESIDE_BONE in found.category and FIRST in {x.id for x in picture.reminders}:
        yield "C-MM-07"
    if _cleared(found) and picture.response is not None:
        yield "C-MM-10"


def _cleared(found: Extramedullary) -> bool:
    """Tell whether lesions were there before and are gone."""
    return found.category == NONE and any(then.sites for then in found.course)


def _of_blood(view: RecordView, picture: Myeloma) -> Iterator[str]:
    leukemia = picture.plasma_cell_leukemia
    if leukemia is None:
        return
    if _between(view, view.results("circulating_plasma_cells"), FROM_20, TO_21):
        yield "C-MM-02"
    if leukemia.imwg_2021 is not Truth.MET:
        return
    if Truth.UNKNOWN in (leukemia.kyle_1974, leukemia.who):
        yield "C-MM-11"
    cells = marrow(view)
    if cells.results and not cells.clonality_recorded:
        yield "C-MM-13"


def _of_treatment(picture: Myeloma) -> Iterator[str]:
    drugs = [frozenset(part.drugs) for line in picture.lines for part in line.parts]
    names = {regimen_name(each) for each in drugs}
    reminded = {x.id for x in picture.reminders}
    if "DKPd" in names:
        yield "C-MM-03"
    if "VRd" in names or USUAL in reminded:
        yield "C-MM-04"
    if any("carfilzomib" in each for each in drugs):
        yield "C-MM-05"
    if any(line.outcome == RELAPSED for line in picture.lines):
        yield "C-MM-06"
    if any(number > SECOND_LINE for line in picture.lines for number in line.possible_numbers):
        yield "C-MM-14"
