"""Give the levels of blood in POEMS around their cuts, and what makes it a progression."""

from __future__ import annotations

from decimal import Decimal

from desktop_app.domain.record import Finding
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import finding
from tests.domain.poems_responses import (
    BLOOD,
    axis,
    clear,
    course,
    day,
    flow,
    m,
    notes,
    said,
    serum,
    states,
    treated,
    urine,
)

IGA = serum("IgA-lambda")
BOTH_CLEAR = clear("2024-01-08")


def fallen(base: object, now: object, unit: str = "g/L") -> str:
    """Give the level of a fall of the M-protein, immunofixation still positive."""
    after = serum("IgA-lambda", on=day(3))
    return said(axis(BLOOD, IGA, m(base, unit=unit), m(now, day(3), unit), after))


def without_partial(base: object, now: object) -> bool:
    """Tell whether a fall is said to be more than no response, but no partial one."""
    after = serum("IgA-lambda", on=day(3))
    found = axis(BLOOD, IGA, m(base), m(now, day(3)), after)
    return "poems_pr_not_assessable" in notes(found)


def by_mayo(base: object, nadir: object, now: object) -> tuple[tuple[str, str], ...]:
    """Give what Mayo's set says of the last value."""
    after = serum("IgA-lambda", on=day(6))
    return axis(BLOOD, IGA, m(base), m(nadir, day(3)), m(now, day(6)), after).presets


def grown(base: object, nadir: object, *later: object) -> str:
    """Give the course of an M-protein after its nadir."""
    values = [m(x, day(6 + n)) for n, x in enumerate(later)]
    return course(axis(BLOOD, IGA, m(base), m(nadir, day(3)), *values))


def at_edge(base: object, nadir: object, now: object) -> bool:
    values = m(base), m(nadir, day(3)), m(now, day(6))
    return axis(BLOOD, IGA, *values, serum("IgA-lambda", on=day(6))).boundary


def from_band(*entries: object) -> str:
    """Give what blood says of an IgA lambda band at baseline."""
    return said(axis(BLOOD, IGA, *entries))


def from_none(*entries: object) -> str:
    """Give what blood says where immunofixation was negative at baseline."""
    return said(axis(BLOOD, BOTH_CLEAR, *entries))


def stained(ratio: str, cells: int | None) -> str:
    """Give what blood says with a stain of the marrow after the line began."""
    told: dict[str, object] = {"ratio": Decimal(ratio)}
    if cells is not None:
        told["cells"] = cells
    look = finding("marrow_ihc_kappa_lambda", told, day(3))
    return from_band(m(8), flow(True), clear(day(3)), look)


def course_of(*entries: object) -> str:
    return course(axis(BLOOD, IGA, m(8), flow(False), *entries))


def from_3(*entries: object) -> str:
    """Give the course from an M-protein of 3 g/L: CRH or NRH, whatever is missing."""
    return course(axis(BLOOD, IGA, m(3), flow(False), *entries))


def by_laboratory(base: tuple[object, str], *later: tuple[object, str]) -> str:
    """Give the course of an M-protein, a value each month, each from its laboratory."""
    values = [m(x, day(2 + n), lab=lab) for n, (x, lab) in enumerate(later)]
    return course(axis(BLOOD, IGA, m(base[0], lab=base[1]), *values))


def from_marrow(*entries: object) -> str:
    """Give the course of two days without a band, the marrow being clonal before."""
    days = clear(day(3)), clear(day(5))
    return course(axis(BLOOD, IGA, m(8), flow(True), *days, *entries))


def under_antibody(clone: str, band: str, on: str, stop: str = "2024-04-30") -> str:
    """Give what blood says while the band of an antibody may be seen."""
    given = treated("2024-01-10", stop, "daratumumab", "lenalidomide")
    bands: tuple[Finding, ...] = (serum(clone), urine(clone), serum(band, on=on), urine(on=on))
    return said(axis(BLOOD, given, m(8), flow(False), *bands))


def together(on: str) -> str:
    """Give what blood says where urine was taken apart from serum."""
    return from_band(m(8), flow(False), serum(on="2024-04-10"), urine(on=on))


def evaluable(*entries: object) -> tuple[object, ...]:
    found = axis(BLOOD, *entries)
    small = "poems_small_rises_not_measurable" in notes(found)
    old = "poems_baseline_old" in notes(found)
    return found.evaluable, small, old, states(found)["RESP-POEMS-BASE"]


BACK = serum("IgA-lambda", on=day(5))
AGAIN = serum("IgA-lambda", on=day(6))
OPEN = "NE or CR_H or VGPR_H or PR_H or NR_H"
# From 8 g/L no PRH can be judged, whatever is missing on the day.
OPEN_AT_8 = "NE or CR_H or VGPR_H or NR_H"
LEVEL = "RESP-POEMS-VGPRH RESP-POEMS-PRH RESP-POEMS-NRH"
VECTORS: tuple[Vector, ...] = (
    *rows(
        "fall of M", LEVEL, fallen,
        ("10", "5.0", "NR_H!"), ("10", "4.9", "PR_H"), ("8", "0.7", "VGPR_H"),
        ("8", "0.8", "NR_H!"), ("8", "3", "NR_H"), ("4.9", "0.4", "NR_H"), ("5", "0.4", "VGPR_H"),
        ("9.9", "4", "NR_H"), ("10", "1", "PR_H!"), ("10", "0.9", "VGPR_H"),
        ("5", "0.5", "NR_H!"), ("4.9", "0.49", "NR_H"), ("9.9", "4.95", "NR_H"),
        ("10", "<5", "PR_H"), ("10", "<6", "NE or VGPR_H or PR_H or NR_H"),
        ("0.8", "0.07", "g/dL", "VGPR_H"), ("1.0", "0.5", "g/dL", "NR_H!"),
    ),
    *rows(
        "no partial response from this base", "RESP-POEMS-NRH", without_partial,
        ("8", "3.9", True), ("8", "4", False), ("8", "0.8", True), ("8", "0.7", False),
        ("10", "4", False), ("9.9", "4", True), ("4.9", "1", False), ("5", "2", True),
    ),
    *rows(
        "rise of M in g/L", "RESP-POEMS-PDH", grown,
        ("30", "4", "8.9", "8.9", "PR_H PR_H PR_H"), ("30", "4", "9", "9", "PR_H PR_H? PD_H"),
        ("30", "20", "25", "25", "NR_H NR_H NR_H"), ("30", "20", "25.1", "25.1", "NR_H NR_H? PD_H"),
        ("2", "2", "8", "8", "NR_H NR_H? PD_H"), ("2", "0", "4.9", "4.9", "NE NR_H NR_H"),
        ("2", "0", "5", "5", "NE NR_H? PD_H"), ("2", "2", "8", "2", "8", "NR_H NR_H? NR_H NR_H?"),
        ("2", "2", "8", "8", "2", "NR_H NR_H? PD_H PD_H"),
        ("30", "20", ">20", ">20", "NR_H NR_H NE"),
    ),
    *rows(
        "exactly on a cut", "RESP-POEMS-BOUNDARY", at_edge,
        ("30", "20", "25", True), ("30", "20", "25.1", False), ("30", "20", "24.9", False),
        ("30", "19.2", "24", False), ("40", "24", "30", True), ("0", "0", "0", False),
        ("8", "1", "0.8", True), ("10", "6", "5", True), ("9.9", "6", "4.95", False),
        ("30", "20", "<25", False), ("<30", "20", "25", False),
    ),
    *rows(
        "Mayo's set", LEVEL, by_mayo,
        ("10", "6", "5", (("mayo", "PR_H"),)), ("10", "6", "5.1", (("mayo", "NR_H"),)),
        ("8", "1", "0.8", (("mayo", "VGPR_H"),)), ("30", "20", "25", (("mayo", "PD_H"),)),
        ("30", "20", "24.9", (("mayo", "NR_H"),)),
        ("30", "20", "26", (("mayo", "PD_H"),)), ("10", "6", "<6", ()),
    ),
    *rows(
        "CRH", "RESP-POEMS-CRH", from_band,
        (m(8), clear(day(3)), "VGPR_H+"), (m(8), flow(True), clear(day(3)), "VGPR_H+"),
        (m(8), flow(False), clear(day(3)), "CR_H"),
        (m(8), flow(True), clear(day(3)), flow(False, day(3)), "CR_H"),
        (m(8), flow(True), clear(day(3)), flow(True, day(3)), "VGPR_H"),
        (m(3), serum(on=day(3)), "NE or CR_H or NR_H"), (m(3), flow(False), clear(day(3)), "CR_H"),
        (m(3), clear(day(3)), "NE or CR_H or NR_H+"),
        # The marrow counts until the next day is judged; an M-protein above 0 is a band.
        (m(8), flow(True), clear(day(3)), flow(False, day(8)), "CR_H"),
        (m(8), flow(False), m(1, day(3)), urine(on=day(3)), "NR_H"),
        (m(8), flow(False), m("0.5", day(3)), urine(on=day(3)), "VGPR_H"),
        (m(8), flow(False), m(0, day(3)), urine(on=day(3)), "VGPR_H"),
        (m(8), flow(False), m("<1", day(3)), clear(day(3)), "CR_H"),
        (m(8), flow(False), m(2, day(3)), clear(day(3)), "NE or CR_H or NR_H"),
        (flow(False), clear(day(3)), "CR_H"), (flow(True), serum(on=day(3)), OPEN),
        (m(3), flow(False), m("0.1", day(3)), urine(on=day(3)), "NR_H"),
        (m(8), m("<1", day(3)), clear(day(3)), "VGPR_H+"),
        (m(8), m("<1", "2024-04-10"), clear("2024-04-20"), "VGPR_H+"),
    ),
    *rows(
        "marrow between two days", "RESP-POEMS-NOW", from_marrow,
        (flow(False, day(5)), "VGPR_H CR_H"), (flow(False, day(4)), "CR_H CR_H"),
    ),
    *rows(
        "a nadir of 0", "RESP-POEMS-PDH", course_of,
        (m("<1", "2024-04-10"), clear("2024-04-20"), "CR_H CR_H"),
        (m("<1", "2024-04-10"), serum(on="2024-04-20"), "VGPR_H VGPR_H"),
        (m("<1", day(3)), serum(on=day(3)), m(5, day(6)), m(5, day(7)), "VGPR_H NR_H? PD_H"),
    ),
    *rows(
        "marrow by stain", "RESP-POEMS-CRH", stained,
        ("4", 100, "CR_H"), ("4.1", 100, "VGPR_H"), ("0.5", 100, "CR_H"), ("0.49", 100, "VGPR_H"),
        ("1", 99, "VGPR_H+"), ("1", None, "VGPR_H+"),
    ),
    *rows(
        "no band at baseline", "RESP-POEMS-NRH", from_none,
        (flow(True), clear(day(3)), flow(False, day(3)), "CR_H"),
        (flow(True), flow(False, day(3)), "CR_H"), (flow(True), flow(True, day(3)), "NE"),
        (flow(True), serum("IgA-lambda", on=day(3)), flow(False, day(3)), "NE"),
        (flow(True), urine("lambda", on=day(3)), flow(False, day(3)), "NE"),
        (clear(day(3)), "NE or CR_H"), (flow(False), clear(day(3)), "NE"),
        (flow(True), clear(day(3)), "NE or CR_H"),
    ),
    *rows(
        "the band back after CRH", "RESP-POEMS-PDH", course_of,
        (clear(day(3)), BACK, "CR_H NE?"), (clear(day(3)), BACK, AGAIN, "CR_H NE? PD_H"),
        (clear(day(3)), BACK, clear(day(6)), "CR_H NE? CR_H"),
        (clear(day(3)), urine("lambda", on=day(5)), urine("lambda", on=day(6)), "CR_H NE? PD_H"),
        (clear(day(3)), m(1, day(5)), m(1, day(6)), "CR_H NR_H? PD_H"),
        (clear(day(3)), m(0, day(5)), m(0, day(6)), "CR_H VGPR_H VGPR_H"),
        (serum(on=day(3)), BACK, AGAIN, "VGPR_H NE NE"),
        # Back in either fluid is one criterion; a negative sample of the same one breaks it.
        (clear(day(3)), BACK, urine(on=day(5)), serum(on=day(6)), urine("IgA-lambda", on=day(6)),
         "CR_H NE? PD_H"),
        (clear(day(3)), urine("lambda", on=day(5)), urine(on=day(6)), urine("lambda", on=day(7)),
         "CR_H NE? NE NE?"),
    ),
    *rows(
        "the band back after what may be a CRH", "RESP-POEMS-PDH", from_band,
        (m(3), serum(on=day(3)), BACK, "NR_H"),
        (m(3), serum(on=day(3)), BACK, AGAIN, "NE or PD_H or NR_H"),
        (m(3), m(0, day(3)), BACK, AGAIN, "NR_H"),
    ),
    *rows(
        "rises in two laboratories", "RESP-POEMS-PDH RESP-POEMS-BASE", by_laboratory,
        ((30, "A"), (4, "A"), (9, "A"), (9, "B"), (9, "A"), "PR_H PR_H? NE PD_H"),
        ((30, "A"), (4, "A"), (9, "A"), (9, "A"), "PR_H PR_H? PD_H"),
        ((30, "A"), (4, "A"), (4, "B"), (9, "A"), (9, "B"), "PR_H NE PR_H? NE?"),
    ),
    *rows(
        "a rise and then no band", "RESP-POEMS-PDH", course_of,
        (m(1, day(2)), m(6, day(4)), serum(on=day(6)), m(6, day(9)), "NR_H NR_H? VGPR_H NR_H?"),
    ),
    *rows(
        "an antibody's band", "RESP-POEMS-IFE", under_antibody,
        ("IgA-lambda", "IgG-kappa", "2024-04-10", "CR_H"),
        ("IgA-lambda", "IgG-kappa", "2024-10-30", "CR_H"),
        ("IgA-lambda", "IgG-kappa", "2024-10-31", OPEN_AT_8.replace("CR_H or ", "")),
        ("IgG-kappa", "IgG-kappa", "2024-04-10", OPEN_AT_8),
        ("IgA-kappa", "IgG-kappa", "2024-04-10", OPEN_AT_8),
        ("IgA-lambda", "IgA-lambda", "2024-04-10", OPEN_AT_8.replace("CR_H or ", "")),
        ("IgA-lambda", "IgG-kappa", "2024-02-10", "2024-04-30", "CR_H"),
        ("IgA-lambda", "IgG-kappa", "2024-10", OPEN_AT_8),
        ("IgA-lambda", "IgG-kappa", "2024-09", "CR_H"),
    ),
    *rows(
        "tests within 31 days", "RESP-POEMS-NOW", together,
        ("2024-05-11", "CR_H"), ("2024-05-12", OPEN_AT_8), ("2024-03-10", "CR_H"),
        ("2024-03-09", "VGPR_H"), ("2024-04", "CR_H"),
    ),
    *rows(
        "tests on either side of a day", "RESP-POEMS-NOW", from_3,
        (serum("IgA-lambda", on="2024-04-10"), m(0, "2024-05-11"), urine(on="2024-06-11"),
         "NR_H NR_H NE"),
        (serum(on="2024-04-10"), m(0, "2024-05-11"), urine("lambda", on="2024-06-11"),
         "NE NE NR_H"),
        (serum(on="2024-04-11"), m(0, "2024-05-11"), urine("lambda", on="2024-05-12"),
         "NR_H NR_H NR_H"),
    ),
    *rows(
        "tests beside a day", "RESP-POEMS-NOW", course_of,
        (serum(on="2024-04-10"), m(0, "2024-05-11"), urine(on="2024-06-11"),
         "VGPR_H VGPR_H VGPR_H"),
        (serum(on="2024-04-10"), m(0, "2024-05-01"), urine(on="2024-05-11"), "CR_H CR_H CR_H"),
    ),
    *rows(
        "the baseline of blood", "RESP-POEMS-BASE", evaluable,
        (IGA, m(8), m(8, day(3)), (True, False, False, "yes")),
        (IGA, m("4.9"), m(4, day(3)), (True, True, False, "yes")),
        (IGA, m(5), m(4, day(3)), (True, False, False, "yes")),
        (m(8, "2023-10-12"), m(8, day(3)), (True, False, False, "yes")),
        (m(8, "2023-10-11"), m(8, day(3)), (True, False, True, "yes")),
        (m(8, day(3)), (False, False, False, "no")),
        (serum(), urine(), m(8, day(3)), (False, True, False, "yes")),
    ),
)  # fmt: skip
