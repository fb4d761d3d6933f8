"""Join what is said of myeloma and POEMS to what was said before: alerts, tests, conflicts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Alert, Missing
from desktop_app.domain.rulesets.myeloma.notices.case_conflicts import myeloma_conflicts
from desktop_app.domain.rulesets.myeloma.notices.dangers import myeloma_alerts
from desktop_app.domain.rulesets.myeloma.notices.open_tests import myeloma_missing
from desktop_app.domain.rulesets.poems.notices import (
    poems_alerts,
    poems_conflicts,
    poems_missing,
)

if TYPE_CHECKING:
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.myeloma_conclusions import Myeloma
    from desktop_app.domain.poems_conclusions import Poems

LEVELS = ("critical", "warning", "info")


@dataclass(frozen=True, slots=True)
class Notices:
    """Hold what stands beside the conclusions: alerts, missing tests, entries of the ledger."""

    alerts: tuple[Alert, ...]
    missing: tuple[Missing, ...]
    conflicts: tuple[str, ...]

    def with_myeloma(self, evidence: Evidence, picture: Myeloma | None) -> Notices:
        """Add what is said of myeloma: alerts by their gravity, tests without repeats."""
        if picture is None:
            return self
        alerts = (*self.alerts, *myeloma_alerts(evidence, picture))
        return Notices(
            tuple(sorted(alerts, key=lambda alert: LEVELS.index(alert.level))),
            _joined((*self.missing, *myeloma_missing(evidence, picture))),
            (*self.conflicts, *myeloma_conflicts(evidence, picture)),
        )

    def with_poems(self, evidence: Evidence, picture: Poems | None) -> Notices:
        """Add what is said of POEMS in the same way."""
        if picture is None:
            return self
        alerts = (*self.alerts, *poems_alerts(evidence, picture))
        return Notices(
            tuple(sorted(alerts, key=lambda alert: LEVELS.index(alert.level))),
            _joined((*self.missing, *poems_missing(evidence, picture))),
            (*self.conflicts, *poems_conflicts(evidence, picture)),
        )


def _joined(tests: tuple[Missing, ...]) -> tuple[Missing, ...]:
    """Name every test once, with all that it settles."""
    settles: dict[str, tuple[str, ...]] = {}
    for test in tests:
        settles[test.code] = (*settles.get(test.code, ()), *test.settles)
    return tuple(Missing(code, tuple(dict.fromkeys(what))) for code, what in settles.items())
