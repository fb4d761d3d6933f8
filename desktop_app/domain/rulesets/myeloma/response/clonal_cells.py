"""Judge whether clonal plasma cells are left in the marrow (RESP-IMWG-SCR)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.criterion import Op, compare
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.record import Finding

# Kappa to lambda of the marrow's plasma cells: at most 4:1 in kappa, at least 1:2 in lambda
# patients, of at least 100 cells.
KAPPA_MOST, LAMBDA_LEAST, CELLS_LEAST = D(4), D("0.5"), D(100)
_BOTH = ("kappa", "lambda")


def clear(findings: tuple[Finding, ...], involved: str | None) -> Truth:
    """Tell whether no clonal cells are left, by immunohistochemistry or flow of one day."""
    answers = [_clear(finding, involved) for finding in findings]
    if Truth.NOT_MET in answers:
        return Truth.NOT_MET
    return Truth.MET if Truth.MET in answers else Truth.UNKNOWN


def _clear(finding: Finding, involved: str | None) -> Truth:
    if isinstance(finding.value, bool):
        return Truth.of(not finding.value)
    if not isinstance(finding.value, Mapping):
        return Truth.UNKNOWN
    ratio, cells = finding.value.get("ratio"), finding.value.get("cells")
    if not isinstance(ratio, int | D) or not isinstance(cells, int | D):
        return Truth.UNKNOWN
    ends = {
        "kappa": compare(D(ratio), None, Op.LE, KAPPA_MOST),
        "lambda": compare(D(ratio), None, Op.GE, LAMBDA_LEAST),
    }
    answers = {ends[chain] for chain in ((involved,) if involved in ends else _BOTH) if chain}
    enough = compare(D(cells), None, Op.GE, CELLS_LEAST)
    known = answers.pop() if len(answers) == 1 else Truth.UNKNOWN
    return known if enough is Truth.MET else Truth.UNKNOWN
