"""Follow the lesions of a line: gone, half as large, grown, or new (RESP-ALG-LESION).

Imaging is not repeated at every visit: what a look showed holds until the next look.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.treatment_lines import before_dose
from desktop_app.domain.criterion import Op, compare
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.rulesets.myeloma.response.days import Day
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.record import Lesion
    from desktop_app.domain.view import RecordView

# Lesions outside the bone: all of them must be gone in CR.
SOFT = ("plasmacytoma", "effusion", "csf")
MASS = "plasmacytoma"
HALF, GROWTH = D("0.5"), D("1.5")
SHORT_AXIS_MM = D(10)
_IMAGING = ("bone_lytic_xray", "bone_lytic_ct", "bone_lytic_pet_ct", "mri_focal_lesions")


@dataclass(frozen=True, slots=True)
class Look:
    """Hold one look at a lesion: its diameters in mm, longest first; gone has none."""

    kind: str
    gone: bool
    sizes: tuple[D, ...]

    @property
    def product(self) -> D | None:
        """Give the product of the two diameters; None where two are not known."""
        if self.gone:
            return D(0)
        return self.sizes[0] * self.sizes[1] if self.sizes[1:] else None


@dataclass(frozen=True, slots=True)
class Masses:
    """Hold what the imaging of a line says so far; unknown is what nobody has looked at."""

    gone: Truth
    halved: Truth
    looked: bool = False
    new: Truth = Truth.NOT_MET
    grown: Truth = Truth.NOT_MET
    larger: Truth = Truth.NOT_MET  # clinical relapse: half as large again, and 1 cm
    names: tuple[str, ...] = ()

    @property
    def worse(self) -> Truth:
        """Tell whether the lesions by themselves are a progression."""
        return self.new | self.grown

    @property
    def as_halved(self) -> Masses:
        """Give the same with what was not looked at taken for small enough."""
        return replace(self, halved=Truth.MET)


@dataclass(frozen=True, slots=True)
class Course:
    """Hold the lesions before a line by name, and since when anything was imaged."""

    before: Mapping[str, Look]
    imaged: tuple[PartialDate, ...]
    days: tuple[Day, ...] = ()  # the last look before the line, else the first soon after its start

    @property
    def soft(self) -> tuple[str, ...]:
        """Name the soft-tissue lesions that were there at the baseline."""
        return tuple(x for x, look in self.before.items() if look.kind in SOFT and not look.gone)

    @property
    def masses(self) -> tuple[str, ...]:
        """Name those of them that have a size."""
        return tuple(name for name in self.soft if self.before[name].kind == MASS)

    @property
    def measured(self) -> D | None:
        """Give the sum of the products at the baseline; None where one is not known."""
        return total(self.before[name] for name in self.masses)


def total(looks: Iterable[Look]) -> D | None:
    """Add the products of the diameters (SPD); None where one is not known, or there is none."""
    products = [look.product for look in looks]
    known = [product for product in products if product is not None]
    if not products or len(known) != len(products):
        return None
    return sum(known[1:], known[0])


def looks_of(day: Day) -> dict[str, Look]:
    """Give the lesions of a day by name; the largest, where reports of one day differ."""
    found: dict[str, Look] = {}
    for lesion in day.lesions:
        look = _look(lesion)
        known = found.get(lesion.lesion)
        found[lesion.lesion] = look if known is None else max(known, look, key=_extent)
    return found


def _look(lesion: Lesion) -> Look:
    sizes = tuple(sorted(lesion.diameters_mm, reverse=True))
    gone = lesion.resolved or (bool(sizes) and not any(sizes))
    return Look(lesion.kind, gone, () if gone else sizes)


def _extent(look: Look) -> tuple[bool, tuple[D, ...]]:
    return not look.gone, look.sizes


def course_before(
    view: RecordView,
    days: Iterable[Day],
    before: Iterable[Day],
    soon: Iterable[Day],
    start: PartialDate,
) -> Course:
    """Give the last look at each lesion before a line; else the first look soon after its start.

    Args:
        view: the record.
        days: every day of it.
        before: those on or before the first day of the line.
        soon: those that surely lie within two weeks after it.
        start: that first day.
    """
    scans = [x.date for code in _IMAGING for x in view.findings(code)]
    imaged = (*scans, *(day.on for day in days if day.lesions))
    seen = [day for day in before if day.lesions]
    if not seen and not any(before_dose(on, start) is Truth.MET for on in scans):
        seen = [day for day in soon if day.lesions][:1]
    looks = {name: look for day in seen for name, look in looks_of(day).items()}
    return Course(looks, imaged, tuple(seen[-1:]))


class Follower:
    """Keep the lesions of a line while its days go by."""

    def __init__(self, course: Course) -> None:
        #: What the imaging says so far.
        self.now = Masses(
            Truth.of(None if course.soft else True), Truth.of(None if course.masses else True)
        )
        self._course = course
        self._known = dict(course.before)
        self._since: dict[str, Look] = {}
        self._least = dict(course.before)  # of each lesion the look with the least diameter
        self._least_total = course.measured
        self._new: dict[str, Truth] = {}

    def on(self, day: Day) -> Masses:
        """Give what the imaging says on the next of the days.

        D: a lesion seen at the first imaging of all may be new at that visit; after it, it is what
        later looks are compared with.
        """
        if day.lesions:
            self.now = self._after(day)
        elif self.now.new is Truth.UNKNOWN:
            self.now = replace(self.now, looked=False, new=Truth.NOT_MET, names=())
        elif self.now.looked:
            self.now = replace(self.now, looked=False)
        return self.now

    def _after(self, day: Day) -> Masses:
        self._new = {name: x for name, x in self._new.items() if x is Truth.MET}
        for name, look in looks_of(day).items():
            self._notice_new(name, look, day)
            self._known[name] = self._since[name] = look
        grown = any_true((self._sum_grown(), self._one_grown()))
        larger = any_true(map(self._larger, self._since))
        self._remember()
        gone, halved = self._gone(), self._halved()
        new = any_true(self._new.values())
        names = tuple(name for name, x in self._new.items() if x is new)
        return replace(
            self.now,
            gone=gone,
            halved=halved,
            looked=True,
            new=new,
            grown=grown,
            larger=larger,
            names=names,
        )

    def _notice_new(self, name: str, look: Look, day: Day) -> None:
        """Mark what was never seen, or was gone; only an earlier look shows that it is new."""
        known = self._known.get(name)
        if look.gone:
            self._new.pop(name, None)
        elif known is None:
            self._new[name] = Truth.of(self._imaged_before(day) or None)
        elif known.gone:
            self._new[name] = Truth.MET

    def _imaged_before(self, day: Day) -> bool:
        first = day.on.first
        return any(x != day.on and x.on_or_before(first) is Truth.MET for x in self._course.imaged)

    def _gone(self) -> Truth:
        names = {*self._course.soft, *(x for x, look in self._since.items() if look.kind in SOFT)}
        looks = [self._since.get(name) for name in sorted(names)]
        if any(look is not None and not look.gone for look in looks):
            return Truth.NOT_MET
        return Truth.of(None if None in looks else True)

    def _followed(self) -> list[Look] | None:
        """Give the last look at each mass of the baseline; None where one was not seen again."""
        names = self._course.masses
        looks = [self._since[name] for name in names if name in self._since]
        return looks if len(looks) == len(names) else None

    def _halved(self) -> Truth:
        looks = self._followed()
        if looks is None:
            return Truth.UNKNOWN
        if all(look.gone for look in looks):
            return Truth.MET
        now, base = total(looks), self._course.measured
        if now is None or base is None:
            return Truth.UNKNOWN
        return compare(now, None, Op.LE, base * HALF)

    def _sum_grown(self) -> Truth:
        """Tell whether the sum over more than one mass is half as large again as its least."""
        looks = self._followed()
        now, least = total(looks or ()), self._least_total
        if not now or least is None or not (looks or ())[1:]:
            return Truth.NOT_MET
        return compare(now, None, Op.GE, least * GROWTH)

    def _one_grown(self) -> Truth:
        return any_true(self._longer(name) & self._was_wide(name) for name in self._since)

    def _longer(self, name: str) -> Truth:
        """Tell whether the longest diameter is half as long again; without sizes it says no."""
        now, least = self._since[name], self._least.get(name)
        if least is None or not (least.sizes and now.sizes):
            return Truth.NOT_MET
        return compare(now.sizes[0], None, Op.GE, least.sizes[0] * GROWTH)

    def _was_wide(self, name: str) -> Truth:
        least = self._least.get(name)
        if least is None or not least.sizes[1:]:
            return Truth.UNKNOWN
        return compare(least.sizes[1], None, Op.GT, SHORT_AXIS_MM)

    def _larger(self, name: str) -> Truth:
        now, least = self._since[name], self._least.get(name)
        if least is None or now.product is None or not least.product or not now.sizes:
            return Truth.NOT_MET
        longer = compare(now.sizes[0] - least.sizes[0], None, Op.GE, SHORT_AXIS_MM)
        return longer & compare(now.product, None, Op.GE, least.product * GROWTH)

    def _remember(self) -> None:
        """Keep the least size of each lesion; what is gone begins anew if it comes back."""
        for name, look in self._since.items():
            least = self._least.get(name)
            if look.gone or least is None or not least.sizes:
                self._least[name] = look
            elif look.sizes:
                self._least[name] = min(look, least, key=lambda x: x.sizes)
        sums = [x for x in (self._least_total, total(self._followed() or ())) if x is not None]
        self._least_total = min(sums, default=None)
