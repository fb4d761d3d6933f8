"""Hold what a clinic sets for itself beside the published defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

Months = tuple[int, int]
POEMS_PRESETS = ("consensus", "pumch")


@dataclass(frozen=True, slots=True)
class Policy:
    """Hold the clinic's own noise of a test and its own intervals; empty means the defaults.

    ``noise_percent`` is the change in percent that a laboratory's test may show by itself, by
    laboratory (empty for every laboratory) and code (EVO-NOISE). ``intervals`` replaces the steps
    of a follow-up rule by ID: as many steps as the guideline has, each in months. ``poems_preset``
    is ``consensus`` or ``pumch`` (RESP-POEMS-CRV, -PRV); ``poems_vegf_limit`` is the level of serum
    VEGF in pg/mL that counts as a rise after complete response (RESP-POEMS-PDV).
    """

    noise_percent: Mapping[tuple[str, str], Decimal] = field(default_factory=dict)
    intervals: Mapping[str, tuple[Months, ...]] = field(default_factory=dict)
    poems_preset: str = "consensus"
    poems_vegf_limit: Decimal = Decimal(771)

    def noise_of(self, code: str, laboratory: str | None) -> Decimal | None:
        """Give the clinic's noise of a test in a laboratory, else in any; None if it set none."""
        own = self.noise_percent.get((laboratory or "", code))
        return own if own is not None else self.noise_percent.get(("", code))


PUBLISHED = Policy()
