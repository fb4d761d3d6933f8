"""Write what is concluded of POEMS in the shape of the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note, Score
from desktop_app.exchange.assessment_trace import TraceWriter, input_content

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Input
    from desktop_app.domain.poems_conclusions import (
        AxisPoint,
        Poems,
        PoemsResponse,
        ResponseAxis,
        WatchedSeries,
    )
    from desktop_app.exchange import shape_parts
    from desktop_app.exchange import shape_poems as shape
    from desktop_app.exchange.shape_parts import Open

_NOT_POEMS = Score(applicable=False, reason=Note("pumch_only_for_poems"))


class PoemsWriter(TraceWriter):
    """Write tier, score and response; empty where nothing asks about POEMS."""

    def poems(self, picture: Poems | None) -> shape.Poems | Open:
        """Write the tier with its trace, and the care around it."""
        if picture is None:
            return {}
        tier, states = picture.tier, dict(picture.tier.blocks)
        done, asked = picture.workup_done
        return {
            "tier": tier.tier,
            "met": tier.met.state,
            "since": tier.since,
            "settled": tier.settled,
            "tafro_suspected": tier.tafro_suspected.state,
            "castleman_associated": tier.castleman.state,
            "blocks": {
                "neuropathy": states["neuropathy"],
                "clone": states["clone"],
                "majors": states["majors"],
                "minors": states["minors"],
            },
            "criteria": self.criteria(tier.criteria),
            "next_tests": list(tier.next_tests),
            "flags": self._coded(tier.flags),
            "unusual": self._coded(tier.unusual),
            "opened": self.remark(tier.opened),
            "adverse": self.criteria(picture.adverse),
            "workup": [self.test(item) for item in picture.workup],
            "workup_count": {"done": done, "asked": asked},
            "watch": [self._watched(series) for series in picture.watch],
            "treatment": self.criteria(picture.treatment),
            "differential": self.criteria(picture.differential),
            "others": self.criteria(picture.others),
        }

    def pumch(self, picture: Poems | None) -> shape_parts.Score:
        """Write POEMS-PUMCH; where POEMS is not met, that it does not apply."""
        return self.score((picture and picture.pumch) or _NOT_POEMS)

    def humeniuk(self, picture: Poems | None) -> shape.Humeniuk | Open:
        """Write the axes of the current line, each under its name."""
        response = picture.response if picture else None
        return {} if response is None else self._axes(response)

    def _axes(self, response: PoemsResponse) -> shape.Humeniuk:
        axes = {axis.axis: self._axis(axis) for axis in response.axes}
        return {
            "line": response.line,
            "start": response.start,
            "preset": response.preset,
            "hematologic": axes["hematologic"],
            "vegf": axes["vegf"],
            "radiologic": axes["radiologic"],
            "clinical": axes["clinical"],
            "neurologic": axes["neurologic"],
            "flags": self._coded(response.flags),
            "banners": self.remarks(response.banners),
        }

    def _axis(self, axis: ResponseAxis) -> shape.Axis:
        return {
            "evaluable": axis.evaluable,
            "reason": self.remark(axis.reason),
            "baseline": _given(axis.baseline),
            "nadir": _given(axis.nadir),
            "value": _given(axis.value),
            "current": axis.current,
            "possible": list(axis.possible),
            "confirmed": axis.confirmed,
            "pending": axis.pending,
            "boundary": axis.boundary,
            "best": axis.best,
            "best_date": axis.best_on,
            "timeline": [self._point(point) for point in axis.timeline],
            "presets": [{"name": name, "category": level} for name, level in axis.presets],
            "criteria": self.criteria(axis.criteria),
            "notes": self.remarks(axis.notes),
        }

    def _point(self, point: AxisPoint) -> shape.AxisPoint:
        return {
            "date": point.date,
            "category": point.category,
            "possible": list(point.possible),
            "confirmed": point.confirmed,
            "boundary": point.boundary,
            "notes": self.remarks(point.notes),
        }

    def _watched(self, series: WatchedSeries) -> shape.WatchedSeries:
        return {
            "series": series.series,
            "phase": series.phase,
            "codes": list(series.codes),
            "words": self.sentence("note", series.words),
            "interval_months": series.months,
            "last": series.last,
            "due": series.due,
            "alert": self.remark(series.alert),
        }

    def _coded(self, notes: tuple[Note, ...]) -> list[shape.Remark]:
        return [{"code": note.code, "message": self.sentence("note", note)} for note in notes]


def _given(value: Input | None) -> shape_parts.Input | Open:
    return {} if value is None else input_content(value)
