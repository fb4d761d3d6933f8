"""Put what was concluded of POEMS into short words, the same in window, letter and prose."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.domain.myeloma_words import SEPARATOR
from desktop_app.domain.risk_text import range_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from desktop_app.domain.conclusions import Input, Score
    from desktop_app.domain.poems_conclusions import (
        AxisPoint,
        Poems,
        PoemsTier,
        ResponseAxis,
        WatchedSeries,
    )
    from desktop_app.domain.trace_words import TraceWords

NOT_EVALUABLE = "NE"
MOST_POINTS = 5  # POEMS-PUMCH: one point each for age, effusion and pressure, two for the kidneys
_NOTHING = "–"


def tier_text(tier: PoemsTier, words: TraceWords) -> str:
    """Name the tier; where POEMS-DX is met, with the first day on which it was."""
    name = words.of("poems_tier", tier.tier)
    if tier.since is None:
        return name
    return words.words.text("poems.since", [("name", name), ("date", tier.since)])


def axis_text(axis: ResponseAxis, words: TraceWords) -> str:
    """Name an axis with its level of now."""
    values = [("axis", words.of("axis", axis.axis)), ("level", axis_level_text(axis, words))]
    return words.words.text("poems.axis", values)


def axis_level_text(axis: ResponseAxis, words: TraceWords) -> str:
    """Say the level of an axis with how firm it is, and every level that stays possible."""
    said = level_text(axis.current, words)
    if axis.pending:
        said = words.words.text("poems.pending", [("level", said)])
    elif not axis.confirmed and _judged(axis.current):
        said = words.words.text("poems.unconfirmed", [("level", said)])
    return _with_possible(said, axis.possible, words)


def axis_point_text(point: AxisPoint, words: TraceWords) -> str:
    """Say what an axis says on one day."""
    said = level_text(point.category, words)
    if not point.confirmed and _judged(point.category):
        said = words.words.text("poems.unconfirmed", [("level", said)])
    return _with_possible(said, point.possible, words)


def axis_best_text(axis: ResponseAxis, words: TraceWords) -> str:
    """Say the best level of the line with its day; nothing where there is none."""
    if axis.best is None:
        return ""
    name = level_text(axis.best, words)
    return f"{name} ({axis.best_on})" if axis.best_on is not None else name


def level_text(level: str | None, words: TraceWords) -> str:
    """Name a level of an axis; none is one that cannot be judged."""
    return words.of("axis_level", level or NOT_EVALUABLE)


def _judged(level: str | None) -> bool:
    return level not in (None, NOT_EVALUABLE)


def _with_possible(said: str, possible: tuple[str, ...], words: TraceWords) -> str:
    if len(possible) < 2:
        return said
    levels = "/".join(_short(level_text(each, words)) for each in possible)
    return words.words.text("poems.possible", [("level", said), ("levels", levels)])


def _short(name: str) -> str:
    """Give the abbreviation of a level, where its name begins with one."""
    return re.split("[:\uff1a]", name)[0]


def axis_values_text(axis: ResponseAxis, words: TraceWords) -> str:
    """Say the values on which an axis rests: baseline, lowest, and now, each with its day."""
    ends = (("baseline", axis.baseline), ("nadir", axis.nadir), ("value", axis.value))
    told = (
        words.words.text(f"poems.{name}", [("value", dated_text(given, words))])
        for name, given in ends
        if given is not None
    )
    return SEPARATOR.join(told)


def dated_text(given: Input, words: TraceWords) -> str:
    """Give a value with its day behind it."""
    value = words.value(given)
    return f"{value} ({given.date})" if given.date else value


def onls_text(arm: Decimal | None, leg: Decimal | None, words: TraceWords) -> str:
    """Say the grades of arm and leg and their sum; without both grades there is no total."""
    total = _NOTHING if arm is None or leg is None else f"{arm + leg:f}"
    values = [("arm", _grade(arm)), ("leg", _grade(leg)), ("total", total)]
    return words.words.text("poems.onls", values)


def _grade(grade: Decimal | None) -> str:
    return _NOTHING if grade is None else f"{grade:f}"


def neuropathy_text(value: object, words: TraceWords) -> str:
    """Say whether there is a neuropathy, and its type where one was recorded."""
    parts = value if isinstance(value, Mapping) else {"present": value}
    present = parts.get("present")
    said = words.of("answer", "yes" if present else "no") if isinstance(present, bool) else ""
    named = words.of("polyneuropathy", neuropathy_type(value))
    return SEPARATOR.join(part for part in (said, named) if part) or _NOTHING


def neuropathy_type(value: object) -> str:
    """Give the type of neuropathy as recorded; nothing where none was."""
    kind = value.get("type") if isinstance(value, Mapping) else None
    return str(kind) if kind else ""


def pumch_text(score: Score, words: TraceWords) -> str:
    """Say the points of POEMS-PUMCH as a range with their groups, or why there are none."""
    if not score.applicable or score.score_range is None:
        return words.sentence("note", score.reason) if score.reason is not None else ""
    groups = score.possible_groups
    ends = dict.fromkeys((groups[0], groups[-1])) if groups else {}
    named = "–".join(words.of("risk_group", group) for group in ends)
    points = f"{range_text(*score.score_range)}/{MOST_POINTS}"
    return words.words.text("poems.pumch", [("points", points), ("groups", named)])


def watch_text(series: WatchedSeries, words: TraceWords) -> str:
    """Say of one row of follow-up how often, when it was last done, and when it falls due."""
    return SEPARATOR.join(_watched(series, words))


def _watched(series: WatchedSeries, words: TraceWords) -> Iterator[str]:
    yield words.sentence("note", series.words)
    if series.last is None:
        yield words.words.text("poems.never_done")
    else:
        yield words.words.text("poems.last", [("date", series.last)])
    if series.due is not None:
        yield words.words.text("poems.due", [("date", series.due)])


def picture_lines(poems: Poems, words: TraceWords) -> tuple[str, ...]:
    """Say the tier, the risk, and the axes that can be judged: a few short lines."""
    risk = pumch_text(poems.pumch, words) if poems.pumch is not None else ""
    axes = poems.response.axes if poems.response is not None else ()
    judged = SEPARATOR.join(axis_text(each, words) for each in axes if each.evaluable)
    return tuple(part for part in (tier_text(poems.tier, words), risk, judged) if part)
