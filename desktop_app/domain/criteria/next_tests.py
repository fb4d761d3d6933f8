"""Name the tests of the next visit by what the clone is and what the last ones showed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.partial_date import add_months
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.criteria.evidence import Evidence

ALWAYS = ("serum_m_protein", "flc_ratio", "hemoglobin", "calcium", "creatinine")
URINE = "urine_m_protein_24h"
# WORKUP-TABLE: asked for yearly while the free light chains are abnormal.
YEARLY = ("nt_probnp", "uacr")
YEAR_MONTHS = 12
KIDNEY = ("upcr", "uacr")
_WITH_URINE = frozenset({"smm", "smm_light_chain", "mgus_light_chain"})


def next_tests(
    evidence: Evidence, category: str | None, kidney: Truth, day: date
) -> tuple[str, ...]:
    """Give the codes of the tests that are due at the next visit.

    Args:
        evidence: the criteria of the record.
        category: the category, or None.
        kidney: whether a kidney disease by the clone is suspected.
        day: the day of the visit.
    """
    tests = list(ALWAYS)
    abnormal = evidence.chains.abnormal.truth is Truth.MET
    suspected = kidney is Truth.MET
    if abnormal or suspected or category in _WITH_URINE:
        tests.append(URINE)
    if abnormal:
        tests += [code for code in YEARLY if _a_year_ago(evidence, code, day)]
    if suspected:
        tests += KIDNEY
    repeat = evidence.slim_mri.note
    if repeat is not None and repeat.code == "mri_repeat":
        tests.append("mri_focal_lesions")
    return tuple(dict.fromkeys(tests))


def _a_year_ago(evidence: Evidence, code: str, day: date) -> bool:
    latest = evidence.view.latest(code)
    return all(add_months(x.date.last, YEAR_MONTHS) <= day for x in latest)
