"""Write a drift report as JSON: codes only, for other programs to read."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import simplejson

if TYPE_CHECKING:
    from desktop_app.domain.drift import Drift, DriftReport

FORMAT = "mspike-drift/1"


def drift_text(report: DriftReport) -> str:
    """Write who would stand elsewhere under the rules in force, and how."""
    content = {
        "format": FORMAT,
        "rule_pack": asdict(report.rule_pack),
        "patients": report.total,
        "compared": report.compared,
        "unreadable": list(report.unreadable),
        "drifts": [_drift(drift) for drift in report.drifts],
    }
    return simplejson.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _drift(drift: Drift) -> dict[str, object]:
    return {
        "record_number": drift.record_number,
        "name": drift.name,
        "as_of": drift.as_of.isoformat(),
        "made_by": asdict(drift.made_by),
        "same_rules": drift.same_rules,
        "regroups": drift.regroups,
        "changed": list(drift.changed),
        "before": asdict(drift.before),
        "after": asdict(drift.after),
    }
