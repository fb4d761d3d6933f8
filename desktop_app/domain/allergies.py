"""Read what a patient is allergic to from the latest answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.view import latest_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.record import Finding

CODE = "allergy"


def allergies_of(findings: Iterable[Finding]) -> tuple[str, ...] | None:
    """Name the allergies; empty where none was said, None where nobody asked.

    Where several answers may be the latest, what any of them names counts: none is hidden.
    """
    latest = latest_of(finding for finding in findings if finding.code == CODE)
    answers = [finding.value for finding in latest if isinstance(finding.value, tuple)]
    if not answers:
        return None
    return tuple(dict.fromkeys(str(name) for names in answers for name in names))
