"""Raise what the doctor must see of myeloma, what is missing, and which conflicts touch it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Alert, Diagnosis, Missing
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.myeloma_conclusions import Myeloma


def myeloma_alerts(evidence: Evidence, diagnosis: Diagnosis, picture: Myeloma) -> tuple[Alert, ...]:
    """Give the alerts of the chapter, the gravest first."""
    del evidence, diagnosis, picture
    return ()


def myeloma_missing(evidence: Evidence, picture: Myeloma) -> tuple[Missing, ...]:
    """Give the tests that would settle an open stage, class or response, most useful first."""
    del evidence, picture
    return ()


def myeloma_conflicts(
    evidence: Evidence, diagnosis: Diagnosis, picture: Myeloma
) -> tuple[str, ...]:
    """Give the entries of the chapter's conflict ledger that touch what is shown."""
    del evidence, diagnosis, picture
    return ()
