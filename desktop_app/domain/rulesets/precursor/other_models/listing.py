"""List the risk models beside the leading ones, each by its rule ID."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.criteria.applicability import bars_smm, reserve_smm
from desktop_app.domain.rulesets.precursor.other_models import bence_jones as urine
from desktop_app.domain.rulesets.precursor.other_models import (
    high_risk,
    immune,
    marrow_and_m,
    mgus,
    proliferation,
    ravi,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.conclusions import Diagnosis, Evolving, Score
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.truth import Truth

MODELS = (
    *mgus.MODELS,
    marrow_and_m.KYLE_2007,
    marrow_and_m.MAYO_2008,
    immune.PETHEMA,
    high_risk.HIGH_RISK,
    immune.CMG,
    ravi.RAVI_2016,
    urine.BJP,
    proliferation.PCPI,
)


def other_models(
    evidence: Evidence, diagnosis: Diagnosis, myeloma: Truth, evolved: tuple[Evolving, ...]
) -> tuple[tuple[str, Score], ...]:
    """Give every other model that applies, under the same conditions as the leading ones.

    Args:
        evidence: the criteria of the record.
        diagnosis: what was concluded of it.
        myeloma: whether MM-DX is met.
        evolved: what each definition of evolving disease says.
    """
    known = mgus.mgus_models(evidence, diagnosis.possible, diagnosis.category)
    return (*known, *_smouldering(evidence, diagnosis.category, myeloma, evolved))


def _smouldering(
    evidence: Evidence, category: str | None, myeloma: Truth, evolved: tuple[Evolving, ...]
) -> Iterator[tuple[str, Score]]:
    if bars_smm(evidence, myeloma) is not None:
        return
    reserve = reserve_smm(evidence, category)
    scores = (
        (marrow_and_m.KYLE_2007, marrow_and_m.kyle_2007(evidence, reserve)),
        (marrow_and_m.MAYO_2008, marrow_and_m.mayo_2008(evidence, reserve)),
        (immune.PETHEMA, immune.pethema(evidence, reserve)),
        (high_risk.HIGH_RISK, high_risk.high_risk(evidence, evolved, reserve)),
        (immune.CMG, immune.cmg(evidence, reserve)),
        (ravi.RAVI_2016, ravi.ravi(evidence, evolved, reserve)),
        (urine.BJP, urine.bence_jones(evidence, reserve)),
        (proliferation.PCPI, proliferation.proliferation(evidence, reserve)),
    )
    for model, score in scores:
        if score is not None:
            yield model.id, score
