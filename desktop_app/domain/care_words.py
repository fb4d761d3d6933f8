"""Put a score of care into words: its groups and points, or what must be known to give it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.risk_text import percent_text, range_text
from desktop_app.domain.truth import Truth
from desktop_app.domain.unit_label import percent

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Score
    from desktop_app.domain.trace_words import TraceWords


def care_text(name: str, score: Score, words: TraceWords) -> str:
    """Name a score with its points and groups; where most items are missing, with those."""
    model = words.of("rule", name)
    if score.score_range is None or not score.telling:
        open_ = (x.id for x in score.criteria if x.state is Truth.UNKNOWN)
        items = words.listed(tuple(words.of("rule", one) for one in open_))
        return words.words.text("text.care_open", [("model", model), ("items", items)])
    ends = dict.fromkeys((score.possible_groups[0], score.possible_groups[-1]))
    group = "–".join(words.of("risk_group", one) for one in ends)
    points = range_text(*score.score_range).replace("-", "−")
    return words.words.text("text.risk", [("model", model), ("score", points), ("group", group)])


def care_remarks(score: Score, words: TraceWords) -> tuple[str, ...]:
    """Give the printed risk as far as it is known, and what else must be said of a score."""
    risks = score.risks if score.telling else ()
    figures = [
        ("percent", percent(percent_text(risks), words.language)),
        *(("months", str(x.horizon_months)) for x in risks[:1]),
        *(("cohort", words.of("cohort", x.source)) for x in risks[:1]),
    ]
    said = [words.words.text("text.care_risk", figures)] if risks else []
    return (*said, *(words.sentence("note", note) for note in score.notes))
