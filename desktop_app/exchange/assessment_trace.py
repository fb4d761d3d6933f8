"""Write the parts that recur all over an assessment: sentences, traces, scores, tests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import (
        Criterion,
        Input,
        MedianTime,
        Note,
        RiskFigure,
        Score,
        WorkupItem,
    )
    from desktop_app.domain.wording import Wording
    from desktop_app.exchange import shape_parts as shape


class TraceWriter:
    """Write what holds sentences, in one language."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def sentence(self, table: str, note: Note) -> str:
        """Give a note's sentence in its table."""
        return self._wording.sentence(table, note)

    def remark(self, note: Note | None) -> str | None:
        """Give a note's sentence, or null."""
        return None if note is None else self.sentence("note", note)

    def remarks(self, notes: tuple[Note, ...]) -> list[str]:
        """Give the sentences of notes."""
        return [self.sentence("note", note) for note in notes]

    def criteria(self, criteria: tuple[Criterion, ...]) -> list[shape.Criterion]:
        """Write a trace flat, parents before their parts; ``parts`` names these by ID."""
        rows: list[shape.Criterion] = []
        for criterion in criteria:
            rows.append(self.criterion(criterion))
            rows += self.criteria(criterion.criteria)
        return rows

    def criterion(self, criterion: Criterion) -> shape.Criterion:
        """Write one row of a trace."""
        return {
            "id": criterion.id,
            "state": criterion.state.state,
            "inputs": [input_content(value) for value in criterion.inputs],
            "threshold": criterion.threshold,
            "source": criterion.source,
            "status": criterion.status,
            "note": self.remark(criterion.note),
            "parts": [part.id for part in criterion.criteria],
        }

    def score(self, score: Score) -> shape.Score:
        """Write a score with what is still possible."""
        return {
            "applicable": score.applicable,
            "reason": self.remark(score.reason),
            "score": score.score,
            "score_range": score.score_range,
            "group": score.group,
            "possible_groups": list(score.possible_groups),
            "risks": [_risk(figure) for figure in score.risks],
            "criteria": self.criteria(score.criteria),
            "median_times": [_median(time) for time in score.medians],
            "notes": self.remarks(score.notes),
        }

    def test(self, item: WorkupItem) -> shape.WorkupItem:
        """Write one test of a list: done, old or due."""
        return {
            "item": item.item,
            "state": item.state,
            "rule": item.rule,
            "codes": list(item.codes),
            "date": item.on,
            "reason": self.remark(item.reason),
        }


def input_content(value: Input) -> shape.Input:
    """Give one value that was used, as it was reported."""
    content: shape.Input = {
        "code": value.code,
        "value": _plain(value.value),
        "unit": value.unit,
        "date": value.date,
    }
    if value.comparator is not None:
        content["comparator"] = value.comparator
    return content


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(member) for member in value]
    if isinstance(value, Mapping):
        return {key: _plain(member) for key, member in value.items()}
    return value


def _risk(figure: RiskFigure) -> shape.RiskFigure:
    low, high = figure.low, figure.high
    return {
        "horizon_months": figure.horizon_months,
        "percent": figure.percent,
        "kind": figure.kind,
        "competing_risk": figure.competing_risk,
        "source": figure.source,
        "group": figure.group,
        "confidence_interval": None if low is None or high is None else (low, high),
    }


def _median(time: MedianTime) -> shape.MedianTime:
    return {"months": time.months, "source": time.source, "group": time.group}
