"""Put a chart's numbers into words: labels, the change of a point, and the sentence about all."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.catalogue import Catalogue
from desktop_app.domain.trace_words import TraceWords
from desktop_app.domain.trend import Significance, as_point, change
from desktop_app.domain.unit_label import bounded, unit_label, with_unit
from desktop_app.domain.wording import Wording

if TYPE_CHECKING:
    from desktop_app.domain.observed_series import Observed
    from desktop_app.domain.trend import Course

_NOT_DETECTABLE = ("serum_m_protein", "urine_m_protein_24h")  # where zero means "none found"


@dataclass(frozen=True, slots=True)
class ChartWords:
    """Word a chart in one language."""

    words: Wording
    catalogue: Catalogue

    def text(self, code: str, **values: str) -> str:
        """Give a sentence of the table ``[chart]``."""
        return self.words.text(f"chart.{code}", values.items())

    def name(self, code: str) -> str:
        """Give the short name of an analyte, else its name in the catalogue, else its code."""
        return TraceWords(self.words, self.catalogue).name(code)

    def value(self, point: Observed, unit: str) -> str:
        """Give a value as reported, and in the unit shown where that is another one."""
        shown = with_unit(self.number(point), unit, self.words.language)
        reported = point.result
        if point.result.unit in (None, unit) or unit_label(reported.unit or "") == unit_label(unit):
            return shown
        own = with_unit(
            bounded(plain(reported.value or Decimal(0)), reported.comparator),
            reported.unit or "",
            self.words.language,
        )
        return f"{own} {'≈' if point.converted else '='} {shown}"

    def number(self, point: Observed) -> str:
        """Give the number in the unit shown, with its comparator."""
        return bounded(plain(point.value), point.result.comparator)

    def state(self, point: Observed, code: str) -> str | None:
        """Give the word for a zero that means "not detected"."""
        none_found = point.value.is_zero() and not point.censored and code in _NOT_DETECTABLE
        return self.text("not_detected") if none_found else None

    def change(self, course: Course, point: Observed) -> str:
        """Say how a point stands against the baseline."""
        base = course.baseline
        if point is base:
            return self.text("is_baseline")
        if not point.comparable(base):
            return self.text("not_compared")
        difference, percent = change(as_point(base), as_point(point))
        if difference is None:
            return self.text("censored")
        if percent is None:
            return self.text("since_baseline_absolute", change=signed(difference))
        return self.text(
            "since_baseline",
            change=signed(difference),
            percent=self.percent(percent, course.noise),
        )

    def percent(self, percent: Decimal, noise: Decimal | None = None) -> str:
        """Write a change in percent."""
        return self.text("percent", number=percent_number(percent, noise))

    def sentence(self, course: Course) -> str:
        """Say the latest value, the baseline, the change and whether it is real."""
        latest, base = course.latest, course.baseline
        values = {
            "name": self.name(course.code),
            "value": self.value(latest, course.unit),
            "date": latest.on.text,
        }
        if len(course.points) == 1:
            return self.text("summary_single", **values)
        if base is latest:
            return self.text("summary_new_laboratory", **values)
        values |= {"baseline": self.number(base), "baseline_date": base.on.text}
        difference, percent = change(as_point(base), as_point(latest))
        if difference is None:
            return self.text("summary_censored", **values)
        values["change"] = signed(difference)
        if percent is None:
            return self.text("summary_absolute", **values)
        noise = course.noise
        values["percent"] = self.percent(percent, noise)
        verdict = course.compared(base, latest)
        if noise is None or verdict is None:
            return self.text("summary_change", **values)
        beyond = verdict is Significance.BEYOND_NOISE
        kind = "summary_beyond" if beyond else "summary_within"
        return self.text(kind, noise=plain(noise), **values)


def plain(value: Decimal) -> str:
    """Write a number without exponent, with the digits it has, minus as a real minus sign."""
    return f"{value:f}".replace("-", "−")


def signed(value: Decimal) -> str:
    """Write a change with its sign."""
    if value.is_zero():
        return "0"
    return f"{'+' if value > 0 else '−'}{abs(value):f}"


def percent_number(percent: Decimal, noise: Decimal | None = None) -> str:
    """Write a change in whole percent, finer where rounding would hide its side of the noise."""
    whole = percent.quantize(Decimal(1), rounding=ROUND_HALF_UP)
    if noise is not None and abs(whole) == noise and whole != percent:
        return signed(percent.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))
    return signed(whole)
