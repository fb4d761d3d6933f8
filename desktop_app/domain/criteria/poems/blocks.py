"""Gather the four blocks of POEMS-DX: neuropathy, clone, majors, minors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.poems.clonality import Clonality, clonality
from desktop_app.domain.criteria.poems.endocrine import endocrine
from desktop_app.domain.criteria.poems.majors import bone, castleman
from desktop_app.domain.criteria.poems.minors import counts, fluid, organs, papilledema, skin
from desktop_app.domain.criteria.poems.neuropathy import neuropathy
from desktop_app.domain.criteria.poems.reading import Feature, day_order, earliest
from desktop_app.domain.criteria.poems.vegf import Vegf, vegf
from desktop_app.domain.criterion import Rule
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.criteria.poems.reading import Reading
    from desktop_app.domain.partial_date import PartialDate

DX = Rule(
    "POEMS-DX",
    "dispenzieri2023",
    "primary",
    "neuropathy and clone and any of 3 majors and any of 6 minors",
)
# POEMS-TIER: so many minors are evidence without a major.
SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Blocks:
    """Hold every input of POEMS-DX as of a day."""

    neuropathy: Feature
    clone: Clonality
    castleman: Feature
    bone: Feature
    vegf: Vegf
    organs: Feature
    fluid: Feature
    endocrine: Feature
    skin: Feature
    papilledema: Feature
    counts: Feature

    @property
    def major_features(self) -> tuple[Feature, ...]:
        """Give the three majors but the clone."""
        return self.castleman, self.bone, self.vegf.feature

    @property
    def minor_features(self) -> tuple[Feature, ...]:
        """Give the six minors."""
        return (
            *(self.organs, self.fluid, self.endocrine),
            *(self.skin, self.papilledema, self.counts),
        )

    @property
    def majors(self) -> Truth:
        """Tell whether there is a major."""
        return any_true(x.state for x in self.major_features)

    @property
    def minors(self) -> Truth:
        """Tell whether there is a minor."""
        return any_true(x.state for x in self.minor_features)

    @property
    def minors_met(self) -> int:
        """Count the minors that are yes."""
        return sum(x.state is Truth.MET for x in self.minor_features)

    @property
    def evidence(self) -> bool:
        """Tell whether there is a major or several minors (E of POEMS-TIER)."""
        return self.majors is Truth.MET or self.minors_met >= SEVERAL

    @property
    def dx(self) -> Truth:
        """Tell whether POEMS-DX is met by what the entries say."""
        return self.neuropathy.state & self.clone.feature.state & self.majors & self.minors

    @property
    def since(self) -> PartialDate | None:
        """Give the first day on which all four blocks were yes.

        Inputs only become yes with time, so it is the last of the four first days.
        """
        if self.dx is not Truth.MET:
            return None
        first = (
            self.neuropathy.since,
            self.clone.feature.since,
            earliest(x.since for x in self.major_features),
            earliest(x.since for x in self.minor_features),
        )
        return max((x for x in first if x is not None), key=day_order)

    def criteria(self) -> tuple[Criterion, ...]:
        """Put every input into the trace."""
        every = (self.neuropathy, self.clone.feature, *self.major_features, *self.minor_features)
        return tuple(x.criterion for x in every)


def blocks_of(reading: Reading) -> Blocks:
    """Judge every input."""
    return Blocks(
        neuropathy=neuropathy(reading),
        clone=clonality(reading),
        castleman=castleman(reading),
        bone=bone(reading),
        vegf=vegf(reading),
        organs=organs(reading),
        fluid=fluid(reading),
        endocrine=endocrine(reading),
        skin=skin(reading),
        papilledema=papilledema(reading),
        counts=counts(reading),
    )
