"""Write a drift report as plain text for a person at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.risk_text import range_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.drift import Drift, DriftReport, Standing
    from desktop_app.domain.wording import Wording

_SHORT_HASH = 12


def drift_prose(report: DriftReport, wording: Wording) -> str:
    """Say how many were compared, then who would stand elsewhere, one line each."""
    return "\n".join(_lines(report, wording)) + "\n"


def _lines(report: DriftReport, wording: Wording) -> Iterator[str]:
    regrouped = sum(drift.regroups for drift in report.drifts)
    counts = {
        "version": report.rule_pack.version,
        "sha": report.rule_pack.sha256[:_SHORT_HASH],
        "compared": str(report.compared),
        "all": str(report.total),
        "regrouped": str(regrouped),
        "others": str(len(report.drifts) - regrouped),
    }
    yield wording.text("text.drift_counts", counts.items())
    for drift in report.drifts:
        yield from _drift(drift, wording)
    if report.unreadable:
        numbers = ", ".join(map(str, report.unreadable))
        yield wording.text("text.drift_unreadable", [("numbers", numbers)])


def _drift(drift: Drift, wording: Wording) -> Iterator[str]:
    yield f"{drift.record_number} {drift.name}, {drift.as_of.isoformat()}"
    yield f"  - {_told(drift.before, wording)}"
    yield f"  + {_told(drift.after, wording)}"
    if drift.same_rules:
        yield "  " + wording.text("text.drift_same_rules")


def _told(standing: Standing, wording: Wording) -> str:
    """Tell a standing in a line: diagnosis, what is possible, group, interval, referral."""
    status = wording.text(f"status.{standing.status}")
    if standing.category is not None:
        said = [f"{wording.text(f'category.{standing.category}')} ({status})"]
    else:
        said = [wording.text("text.not_settled")]
    if standing.possible != (standing.category,):
        names = " / ".join(wording.text(f"category.{name}") for name in standing.possible)
        said.append(wording.text("text.possible", [("names", names)]))
    if standing.model is not None:
        names = " / ".join(wording.text(f"risk_group.{name}") for name in standing.groups)
        model = wording.text(f"model.{standing.model}")
        said.append(wording.text("text.risk_group", [("model", model), ("group", names)]))
    if standing.interval_months is not None:
        span = range_text(*standing.interval_months)
        said.append(wording.text("text.months", [("months", span)]))
    if standing.refer:
        said.append(wording.text("text.drift_refer"))
    return "; ".join(said)
