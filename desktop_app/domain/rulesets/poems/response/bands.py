"""Read immunofixation for response: the clone's own band, another one, or the antibody's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.isotype import LIGHT
from desktop_app.domain.criteria.regimens import ANTI_CD38, CLASSES
from desktop_app.domain.criteria.treatment_lines import before_dose
from desktop_app.domain.criterion import Rule
from desktop_app.domain.interference import IGG_KAPPA, Exposure, exposures
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.truth import Truth, any_true
from desktop_app.domain.view import RecordView, latest_of

if TYPE_CHECKING:
    from desktop_app.domain.record import Finding

IFE = Rule("RESP-POEMS-IFE", "poems2025", "decision", "during and <= 6 months after")
SERUM_BANDS, URINE_BANDS = "serum_immunofixation", "urine_immunofixation"
_LAMBDA = frozenset({"lambda"})


@dataclass(frozen=True, slots=True)
class Bands:
    """Hold one immunofixation of a fluid as it is read for response.

    ``positive`` tells of any band that counts, ``own`` of the clone's at baseline; ``drug`` that
    an antibody's band was ignored, ``hidden`` that one leaves the answer open.
    """

    date: PartialDate
    code: str
    seen: frozenset[str]
    positive: Truth
    own: Truth
    drug: bool = False
    hidden: bool = False

    @property
    def other(self) -> bool:
        """Tell whether a band is seen and none of them is the clone's."""
        return self.positive is Truth.MET and self.own is Truth.NOT_MET


@dataclass(frozen=True, slots=True)
class Immunofixation:
    """Hold what is needed to read a band: the clone before the line, and the antibodies."""

    view: RecordView
    clone: frozenset[str]

    def exposed(self, on: PartialDate) -> Truth:
        """Tell whether an antibody against CD38 may be seen: during, and up to 6 months after."""
        return any_true(
            _covers(given, on)
            for given in exposures(self.view.record)
            if given.drug in CLASSES[ANTI_CD38]
        )

    def bands(self, code: str) -> tuple[Bands, ...]:
        """Give every immunofixation of a fluid; where two of a day differ neither is read."""
        by_day: dict[str, list[Finding]] = {}
        for finding in self.view.findings(code):
            by_day.setdefault(finding.date.text, []).append(finding)
        told = [group[0] for group in by_day.values() if len({str(x.value) for x in group}) == 1]
        return tuple(self._read(x, x.value) for x in told if isinstance(x.value, tuple))

    def _read(self, finding: Finding, value: tuple[object, ...]) -> Bands:
        seen = frozenset(map(str, value))
        rest, doubt = seen, False
        exposed = self.exposed(finding.date)
        drug = IGG_KAPPA in seen and exposed is not Truth.NOT_MET
        if drug:
            rest = seen - {IGG_KAPPA}
            doubt = exposed is Truth.UNKNOWN or light_chains(self.clone) != _LAMBDA
        open_ = Truth.of(None if doubt else False)
        own = any_true(Truth.of(matches(band, self.clone)) for band in rest)
        may_be_own = open_ & Truth.of(matches(IGG_KAPPA, self.clone))
        return Bands(
            date=finding.date,
            code=finding.code,
            seen=seen,
            positive=Truth.of(bool(rest)) | open_,
            own=own | may_be_own,
            drug=drug and not doubt,
            hidden=doubt,
        )


def _covers(given: Exposure, on: PartialDate) -> Truth:
    first, last = given.covers(on.first), given.covers(on.last)
    return Truth.of(first if first is last else None)


def clone_before(view: RecordView, start: PartialDate) -> frozenset[str]:
    """Give the isotypes of the last positive immunofixations before a line; none if unknown."""
    found: set[str] = set()
    for code in (SERUM_BANDS, URINE_BANDS):
        earlier = (x for x in view.findings(code) if before_dose(x.date, start) is Truth.MET)
        for finding in latest_of(x for x in earlier if _named(x)):
            found |= _named(finding)
    return frozenset(found)


def _named(finding: Finding) -> frozenset[str]:
    return frozenset(map(str, finding.value)) if isinstance(finding.value, tuple) else frozenset()


def light_chains(bands: frozenset[str]) -> frozenset[str]:
    """Give the light chains of some bands; where one of them names none, that is not known."""
    chains = {_parts(band)[1] for band in bands}
    return frozenset() if None in chains else frozenset(x for x in chains if x)


def matches(band: str, clone: frozenset[str]) -> bool:
    """Tell whether a band may be the clone's: what is not named is the same, and so is any of an
    unknown clone; the clone's light chain alone is its own."""
    return not clone or any(_alike(band, own) for own in clone)


def _alike(band: str, own: str) -> bool:
    (heavy, light), (own_heavy, own_light) = _parts(band), _parts(own)
    same_light = light is None or own_light is None or light == own_light
    return same_light and (heavy is None or heavy == own_heavy)


def _parts(band: str) -> tuple[str | None, str | None]:
    heavy = [x for x in band.split("-") if x not in LIGHT]
    light = [x for x in band.split("-") if x in LIGHT]
    return heavy[0] if heavy else None, light[0] if light else None
