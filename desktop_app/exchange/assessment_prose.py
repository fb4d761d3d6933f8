"""Write an assessment as plain text for a person at a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.domain.unit_label import with_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.conclusions import Assessment, Criterion, FollowUp, Input, Score
    from desktop_app.domain.sources import Evidence
    from desktop_app.domain.wording import Wording

_SIGNS = {"yes": "✔", "no": "✖", "unknown": "?"}


def assessment_prose(assessment: Assessment, wording: Wording, evidence: Evidence) -> str:
    """Give conclusion, risk, reasons, missing tests, follow-up and conflicts, line by line."""
    lines = (*_lines(assessment, wording), *_conflicts(assessment, wording, evidence))
    return "\n".join(lines) + "\n"


def _lines(assessment: Assessment, wording: Wording) -> Iterator[str]:
    diagnosis = assessment.diagnosis
    yield wording.text("text.as_of", [("date", assessment.as_of.isoformat())])
    name = wording.text(
        f"category.{diagnosis.category}" if diagnosis.category else "text.not_settled"
    )
    yield f"{name} ({wording.text(f'status.{diagnosis.status}')})"
    names = _listed(wording, (f"category.{x}" for x in diagnosis.possible))
    yield wording.text("text.possible", [("names", names)])
    for note in diagnosis.notes:
        yield "  " + wording.sentence("note", note)
    for alert in assessment.alerts:
        level = wording.text(f"level.{alert.level}")
        yield f"! {level}: " + wording.sentence("alert", alert.message)
    yield from _risks(assessment, wording)
    yield wording.text("text.criteria")
    for criterion in (*diagnosis.criteria, *_factors(assessment)):
        yield from _criterion(criterion, wording, depth=1)
    if assessment.missing:
        names = " · ".join(wording.name(x.code) for x in assessment.missing)
        yield wording.text("text.missing", [("names", names)])
    yield from _follow_up(assessment.follow_up, wording)
    for note in assessment.quality:
        yield wording.sentence("quality", note)


def _conflicts(assessment: Assessment, wording: Wording, evidence: Evidence) -> Iterator[str]:
    """Say what lin2026 prints and what is computed with, wherever the two differ."""
    if assessment.conflicts:
        yield wording.text("text.conflicts")
    for name in assessment.conflicts:
        entry = evidence.conflicts[name]
        printed, used = entry.printed[wording.language], entry.used[wording.language]
        yield "  " + wording.text("text.conflict", [("printed", printed), ("used", used)])


def _listed(wording: Wording, codes: Iterator[str]) -> str:
    return " · ".join(wording.text(code) for code in codes)


def _factors(assessment: Assessment) -> list[Criterion]:
    """Give the factors of every model, each once."""
    named = {x.id: x for _, score in assessment.scores for x in score.criteria}
    return list(named.values())


def _risks(assessment: Assessment, wording: Wording) -> Iterator[str]:
    """Tell every model that applies; where none does, why the MGUS score does not."""
    applicable = [(name, score) for name, score in assessment.scores if score.applicable]
    for name, score in applicable:
        yield from _risk(wording.text(f"model.{name}"), score, wording)
    reason = assessment.mayo_mgus.reason
    if not applicable and reason is not None:
        values = [
            ("model", wording.text("model.mayo_mgus")),
            ("reason", wording.sentence("note", reason)),
        ]
        yield wording.text("text.risk_none", values)


def _risk(model: str, score: Score, wording: Wording) -> Iterator[str]:
    low, high = score.score_range or (0, 0)
    groups = _listed(wording, (f"risk_group.{x}" for x in score.possible_groups))
    points = str(low) if low == high else f"{low}–{high}"
    yield wording.text("text.risk", [("model", model), ("score", points), ("group", groups)])
    columns: dict[tuple[int, bool, str], list[str]] = {}
    for figure in score.risks:
        key = (figure.horizon_months, figure.competing_risk, figure.source)
        columns.setdefault(key, []).append(str(figure.percent))
    # Only a model that prints both columns says what it does with death from other causes.
    two_columns = any(figure.competing_risk for figure in score.risks)
    for (months, competing, source), percents in columns.items():
        death = wording.text(f"text.death_{'competing' if competing else 'ignored'}")
        values = [
            ("years", f"{months / 12:g}"),
            ("percent", "–".join(dict.fromkeys((percents[0], percents[-1])))),
            ("death", death if two_columns else ""),
            ("cohort", wording.text(f"cohort.{source}")),
        ]
        yield "  " + wording.text("text.risk_figure", values)
    if score.reason is not None:
        yield "  " + wording.sentence("note", score.reason)


def _criterion(criterion: Criterion, wording: Wording, depth: int) -> Iterator[str]:
    state = criterion.state.state
    values = ", ".join(
        _value(x, wording) + (f" ({x.date})" if x.date else "") for x in criterion.inputs
    )
    name = wording.text(f"rule.{criterion.id}")
    parts = [f"{_SIGNS[state]} {wording.text(f'state.{state}')}: {name}", values]
    if criterion.note is not None:
        parts.append(wording.sentence("note", criterion.note))
    yield "  " * depth + " · ".join(part for part in parts if part)
    for member in criterion.criteria:
        yield from _criterion(member, wording, depth + 1)


def _value(given: Input, wording: Wording) -> str:
    """Give one value as it was reported."""
    value = given.value
    if isinstance(value, Mapping):
        return ", ".join(f"{wording.text(f'part.{k}')} {v}" for k, v in value.items())
    if isinstance(value, tuple):
        bands = [wording.text(f"isotype.{band}") for band in value or ("negative",)]
        return f"{wording.name(given.code)} {' + '.join(bands)}"
    if isinstance(value, bool | str):
        answer = value if isinstance(value, str) else ("yes" if value else "no")
        return f"{wording.name(given.code)}: {wording.name(answer)}"
    return with_unit(f"{given.comparator or ''}{value}", given.unit or "")


def _follow_up(follow_up: FollowUp, wording: Wording) -> Iterator[str]:
    months, due = follow_up.interval_months, follow_up.next_due
    if months is None or due is None:
        yield wording.text("text.no_interval")
    else:
        span = str(months[0]) if months[0] == months[1] else f"{months[0]}–{months[1]}"
        yield wording.text("text.follow_up", [("date", due.isoformat()), ("months", span)])
    for note in follow_up.reasons:
        yield "  " + wording.sentence("note", note)
