"""Read the clone's isotype from immunofixation of serum and urine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input

if TYPE_CHECKING:
    from desktop_app.domain.record import Finding
    from desktop_app.domain.view import RecordView

LIGHT = frozenset({"kappa", "lambda"})


@dataclass(frozen=True, slots=True)
class Isotypes:
    """Hold the bands of the latest immunofixations; None where there was none."""

    serum: frozenset[str] | None
    urine: frozenset[str] | None
    inputs: tuple[Input, ...] = ()

    @property
    def heavy(self) -> frozenset[str]:
        """Give the heavy chains seen in serum, such as ``IgG``."""
        return frozenset(band.split("-")[0] for band in self.serum or () if band not in LIGHT)

    @property
    def light_chain(self) -> str | None:
        """Give the one light chain of the bands, serum first, else urine; None if none or both."""
        for bands in (self.serum, self.urine):
            chains = {part for band in bands or () for part in band.split("-") if part in LIGHT}
            if chains:
                return chains.pop() if len(chains) == 1 else None
        return None

    @property
    def any_light_chain(self) -> bool:
        """Tell whether a light chain was seen without a heavy chain, in serum or urine."""
        return any(band in LIGHT for band in (*(self.serum or ()), *(self.urine or ())))


def isotypes(view: RecordView) -> Isotypes:
    """Read the latest immunofixation of serum and of urine."""
    serum = view.latest_finding("serum_immunofixation")
    urine = view.latest_finding("urine_immunofixation")
    inputs = tuple(
        Input(finding.code, finding.value, None, finding.date.text)
        for finding in (serum, urine)
        if finding is not None
    )
    return Isotypes(_bands(serum), _bands(urine), inputs)


def _bands(finding: Finding | None) -> frozenset[str] | None:
    if finding is None or not isinstance(finding.value, tuple):
        return None
    return frozenset(str(band) for band in finding.value)
