"""Turn what a clinic types as its own policy into one, or say what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.errors import FieldError, FieldErrors
from desktop_app.domain.policy import POEMS_PRESETS, PUBLISHED, Months, Policy
from desktop_app.domain.typed_values import (
    parse_percent,
    parse_plain_number,
    parse_whole_number,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.catalogue import Catalogue

MOST_MONTHS = 60
LEAST_VEGF, MOST_VEGF = 1, 100_000  # pg/mL: what the catalogue lets anybody enter


@dataclass(frozen=True, slots=True)
class DraftNoise:
    """Hold the noise of a laboratory's test as typed; no laboratory means every laboratory."""

    laboratory: str
    code: str
    percent: str


@dataclass(frozen=True, slots=True)
class DraftIntervals:
    """Hold the steps of a follow-up rule as typed, each with its fewest and most months.

    Most may be left out where it is the same; a rule of which nothing is typed keeps its guideline.
    """

    rule: str
    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PolicyDraft:
    """Hold what stands on the page of settings; no limit of VEGF typed keeps the published one."""

    noise: tuple[DraftNoise, ...] = ()
    intervals: tuple[DraftIntervals, ...] = ()
    poems_preset: str = PUBLISHED.poems_preset
    poems_vegf_limit: str = ""

    @classmethod
    def of(cls, policy: Policy) -> PolicyDraft:
        """Give the texts that mean a policy."""
        return cls(
            noise=tuple(
                DraftNoise(laboratory, code, f"{percent}")
                for (laboratory, code), percent in policy.noise_percent.items()
            ),
            intervals=tuple(
                DraftIntervals(rule, tuple((str(low), str(high)) for low, high in steps))
                for rule, steps in policy.intervals.items()
            ),
            poems_preset=policy.poems_preset,
            poems_vegf_limit=_own_limit(policy.poems_vegf_limit),
        )

    def checked(self, catalogue: Catalogue, guideline: Mapping[str, tuple[Months, ...]]) -> Policy:
        """Give the policy that the texts mean; ``guideline`` has the steps of each rule by ID.

        Raises:
            FieldErrors: ``noise.<place>.code|percent`` or ``intervals.<rule>.<step>.low|high``;
                ``intervals.<rule>`` where the guideline has no such rule, or other steps;
                ``poems_preset``, ``poems_vegf_limit``.
        """
        errors: list[FieldError] = []
        noise = _noise(self.noise, catalogue, errors)
        intervals = _intervals(self.intervals, guideline, errors)
        if self.poems_preset not in POEMS_PRESETS:
            errors.append(FieldError("poems_preset", "answer_not_understood"))
        limit = _vegf_limit(self.poems_vegf_limit, errors)
        if errors:
            raise FieldErrors(tuple(errors))
        return Policy(noise, intervals, self.poems_preset, limit)


def _noise(
    drafts: tuple[DraftNoise, ...], catalogue: Catalogue, errors: list[FieldError]
) -> dict[tuple[str, str], Decimal]:
    noise: dict[tuple[str, str], Decimal] = {}
    for place, draft in enumerate(drafts):
        analyte = catalogue.get(draft.code)
        name = (draft.laboratory.strip(), draft.code)
        percent = parse_percent(draft.percent)
        if draft.code and analyte is None:
            continue  # of a test that left the catalogue: no list shows it, to be taken away
        if analyte is None or not analyte.units:
            errors.append(FieldError(f"noise.{place}.code", "answer_not_understood"))
        elif name in noise:
            errors.append(FieldError(f"noise.{place}.code", "entered_twice"))
        if not percent:
            values = (("text", draft.percent),)
            errors.append(FieldError(f"noise.{place}.percent", "not_a_percent", values))
        else:
            noise[name] = percent
    return noise


def _intervals(
    drafts: tuple[DraftIntervals, ...],
    guideline: Mapping[str, tuple[Months, ...]],
    errors: list[FieldError],
) -> dict[str, tuple[Months, ...]]:
    intervals: dict[str, tuple[Months, ...]] = {}
    for draft in drafts:
        if len(draft.steps) != len(guideline.get(draft.rule, ())):
            errors.append(FieldError(f"intervals.{draft.rule}", "answer_not_understood"))
            continue
        if not any(text.strip() for step in draft.steps for text in step):
            continue
        steps = tuple(
            _step(step, f"intervals.{draft.rule}.{place}", errors)
            for place, step in enumerate(draft.steps)
        )
        if steps != guideline[draft.rule]:
            intervals[draft.rule] = steps
    return intervals


def _step(texts: tuple[str, str], field: str, errors: list[FieldError]) -> Months:
    low_text, high_text = texts
    low = _months(low_text, f"{field}.low", errors)
    high = _months(high_text, f"{field}.high", errors) if high_text.strip() else low
    if low and high and low > high:
        errors.append(FieldError(f"{field}.high", "limits_reversed"))
    return low, high


def _months(text: str, field: str, errors: list[FieldError]) -> int:
    number = parse_plain_number(text)
    if number is None or number != int(number) or not 1 <= number <= MOST_MONTHS:
        errors.append(FieldError(field, "not_months", (("text", text),)))
        return 0
    return int(number)


def _own_limit(limit: Decimal) -> str:
    return "" if limit == PUBLISHED.poems_vegf_limit else f"{limit:f}"


def _vegf_limit(text: str, errors: list[FieldError]) -> Decimal:
    if not text.strip():
        return PUBLISHED.poems_vegf_limit
    limit = parse_whole_number(text)
    if limit is None or not LEAST_VEGF <= limit <= MOST_VEGF:
        values = (("text", text), ("low", str(LEAST_VEGF)), ("high", str(MOST_VEGF)))
        errors.append(FieldError("poems_vegf_limit", "not_a_whole_number", values))
        return PUBLISHED.poems_vegf_limit
    return Decimal(limit)
