"""Give imaging, clinic and nerves of POEMS around their cuts, and the line they belong to."""

from __future__ import annotations

from desktop_app.domain.criteria.aimed_at_clone import of_clone
from desktop_app.domain.criteria.poems.therapy_lines import poems_lines
from desktop_app.domain.record import ClinicalEvent, Result
from desktop_app.domain.rulesets.myeloma.lines.counting import counted_lines
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import flattened, result, view, words
from tests.domain.poems_responses import (
    CLINICAL,
    IMAGING,
    NERVES,
    axis,
    coded,
    course,
    day,
    event,
    hot,
    notes,
    onls,
    said,
    suv,
    treated,
)


def imaged(*entries: object) -> str:
    return said(axis(IMAGING, *entries))


def bounded(value: str, on: str = "2024-01-08") -> Result:
    """Give an uptake that the report only bounds."""
    return result("suv_max", value, "1", on=on)


def uptake(*values: object) -> str:
    """Give the level of the last of some scans, the first of them at baseline."""
    base, *later = values
    return imaged(suv(base), *(suv(x, day(2 + n)) for n, x in enumerate(later)))


def hotter(value: object) -> bool:
    """Tell whether another lesion is said to be hotter, after one that was hottest."""
    scans = (hot("rib", 10), hot("spine", 8), hot("rib", 9, day(3)), hot("spine", value, day(3)))
    return "poems_other_lesion_hotter" in notes(axis(IMAGING, *scans))


def changed(*changes: str) -> str:
    return said(axis(CLINICAL, coded(*changes, on=day(3))))


def nerves(*grades: tuple[object, object]) -> str:
    """Give the course of ONLS, the first grades at baseline."""
    base, *later = grades
    after = [onls(arm, leg, day(2 + n)) for n, (arm, leg) in enumerate(later)]
    return course(axis(NERVES, onls(*base), *after))


def of_nerves(*entries: object) -> str:
    return said(axis(NERVES, *entries))


def total(value: object, on: str = "2024-01-08") -> Result:
    """Give a total of ONLS that was recorded as such."""
    return result("onls_total", value, "{score}", on=on)


def age_of_baseline(place: int, *entries: object) -> bool:
    return "poems_baseline_old" in notes(axis(place, *entries))


def lines(*entries: object) -> str:
    """Give number and first day of every line."""
    seen = view(*flattened(entries))
    found = poems_lines(seen, counted_lines(of_clone(seen)))
    return ", ".join(f"{'/'.join(map(str, x.numbers))} {x.start}" for x in found)


def radiation(*days: str) -> tuple[ClinicalEvent, ...]:
    return tuple(event("radiotherapy", on) for on in days)


RD = treated("2024-01-10", "2024-04-30")
VECTORS: tuple[Vector, ...] = (
    *rows(
        "uptake", "RESP-POEMS-R RESP-POEMS-R-PR RESP-POEMS-R-NR RESP-POEMS-R-PD", uptake,
        (10, "12.9", "NR_R"), (10, "13.0", "PD_R!"), (10, "13.1", "PD_R"), (10, "5.01", "NR_R"),
        (10, "5.0", "PR_R"), (10, "4", "5.2", "PD_R!"), (10, "4", "5.1", "NR_R"),
        (10, "13", "2", "PD_R"),
    ),
    *rows(
        "scans", "RESP-POEMS-R RESP-POEMS-R-CR", imaged,
        (suv(10), suv(3, day(3), normal=True), "CR_R"),
        (suv(10), suv(14, day(3), normal=True), "CR_R"),
        (suv(10), suv(13, day(3), normal=True), "CR_R"),
        (suv(2, normal=True), suv(4, day(3), new_lesion=True), "PD_R"),
        (suv(2, normal=True), suv(2, day(3)), "NE"), (suv(4, day(3)), "NE"),
        (suv(4, day(3)), suv("5.2", day(4)), "PD_R!"), (suv(4, day(3)), suv("5.1", day(4)), "NE"),
        # What has no number may have risen too.
        (suv(10), suv(None, day(3)), "NE or PD_R or CR_R or PR_R or NR_R"),
        (suv(10), suv(None, day(3), normal=False), "NE or PD_R or PR_R or NR_R"),
        (suv(None, normal=False), suv(4, day(3)), "NE or PD_R or PR_R or NR_R"),
        (suv(None, new_lesion=True), suv(None, day(3), normal=True), "CR_R"),
        (suv(None), suv(4, day(3)), "NE or PD_R"),
        (result("suv_max", 10, "1", on="2024-01-08"), result("suv_max", 5, "1", on=day(3)), "PR_R"),
        (suv(10), words("suv_max", "high", day(3)), "NE"),
        (bounded(">10"), suv(5, day(3)), "PR_R"),
        (bounded(">10"), suv("5.1", day(3)), "NE or PR_R or NR_R"),
        (bounded("<10"), suv(13, day(3)), "PD_R"),
        (bounded("<10"), suv(6, day(3)), "NE or PD_R or NR_R"),
        (suv(10), bounded("<=5", day(3)), "PR_R"),
        (suv(10), bounded("<5.1", day(3)), "NE or PR_R or NR_R"),
        (suv(10), bounded(">=13", day(3)), "PD_R"),
        (suv(10), bounded(">12.9", day(3)), "NE or PD_R or NR_R"),
        (suv(10), bounded(">=5", day(3)), suv(4, day(3)), "NE or PD_R or PR_R or NR_R"),
        (hot("rib", 10), hot("spine", 8), hot("rib", 5, day(3)), hot("spine", 8, day(3)), "PR_R"),
        (hot("rib", 10), hot("rib", 4, "2024-01-08"), hot("rib", 5, day(3)), "PR_R"),
        (hot("rib", 10), hot("spine", 8), suv(6, day(3)), "NR_R"),
        (hot("rib", 10), hot("rib", 4, day(3)), hot("rib", "5.2", day(4)), "PD_R!"),
        (suv(9, "2024-01"), suv(10, "2024-01-08"), suv(5, day(3)),
         "NE or PR_R or NR_R"),
        (suv(20, "2024-01-02"), suv(10), suv(6, day(3)), "NR_R"),
    ),
    *rows(
        "another lesion", "RESP-POEMS-R", hotter, ("10.3", False), ("10.4", True), ("10.5", True),
    ),
    *rows(
        "coded changes", "RESP-POEMS-C", changed,
        ("better", "same", "Ci"), ("worse", "same", "Cp"), ("better", "worse", "Cm"),
        ("same", "Cs"), ("NE",), ("elsewhere", "NE"), ("better", "elsewhere", "NE or Ci or Cm"),
        ("worse", "elsewhere", "NE or Cm or Cp"), ("same", "elsewhere", "NE or Ci or Cs or Cp"),
        ("better", "worse", "elsewhere", "Cm"),
    ),
    *rows(
        "ONLS", "RESP-POEMS-N", nerves,
        ((3, 3), (1, 2), (2, 2), "improved progressed"), ((3, 3), (3, 2), "improved"),
        ((3, 3), (3, 3), "stable"), ((3, 3), (4, 3), "progressed"),
        ((3, 3), (2, 3), (2, 3), "improved improved"),
    ),
    *rows(
        "modes of ONLS", "RESP-POEMS-N RESP-POEMS-BASE", of_nerves,
        (onls(3, 3, mode="interview"), onls(2, 2, day(3), "observed"), "NE"),
        (onls(3, 3, mode="interview"), onls(2, 2, day(3)), "improved"),
        (onls(3, 3), onls(2, None, day(3)), "NE"), (onls(2, 2, day(3)), "NE"),
        (onls(2, 2, day(3)), onls(2, 3, day(4)), "progressed"),
        (onls(3, 3), onls("<3", 3, day(3)), "NE"),
        (onls(3, 3), onls(2, None, day(3), "interview"), onls(None, 2, day(3), "observed"), "NE"),
        (onls(3, 3), onls(2, None, day(3), "interview"), onls(None, 2, day(3)), "improved"),
    ),
    *rows(
        "totals of ONLS", "RESP-POEMS-N", of_nerves,
        # Recorded as such it counts; two of one day that differ leave open which it is.
        (total(6), total(5, day(3)), "improved"), (onls(3, 3), total(7, day(3)), "progressed"),
        (onls(3, 3), total(5, day(3)), "improved"),
        (total(6), total("<6", day(3)), "improved"), (total(6), total(">6", day(3)), "progressed"),
        (total(6), total("<=6", day(3)), "NE or improved or stable"),
        (total(6), total(">=6", day(3)), "NE or progressed or stable"),
        (onls(3, 3), onls(2, 3, day(3)), onls(3, 3, day(3)), "NE or improved or stable"),
        (onls(3, 3), onls(3, 3, day(3)), onls(4, 3, day(3)), "NE or progressed or stable"),
        (onls(3, 3), onls(3, 4), onls(4, 4, day(3)), "progressed"),
        (onls(3, 3), onls(3, 4), onls(2, 3, day(3)), "improved"),
        (onls(2, 2, day(3)), onls(3, 3, day(3)), onls(3, 3, day(4)), "NE or progressed"),
    ),
    *rows(
        "days of a baseline", "RESP-POEMS-BASE", age_of_baseline,
        (IMAGING, suv(10, "2023-10-12"), suv(5, day(3)), False),
        (IMAGING, suv(10, "2023-10-11"), suv(5, day(3)), True),
        (NERVES, onls(3, 3, "2023-10-12"), onls(3, 3, day(3)), False),
        (NERVES, onls(3, 3, "2023-10-11"), onls(3, 3, day(3)), True),
    ),
    *rows(
        "lines with radiotherapy", "RESP-POEMS-BASE", lines,
        (radiation("2024-01-10"), "1 2024-01-10"), (RD, "1 2024-01-10"),
        (RD, radiation("2024-02-10"), "1 2024-01-10"),
        (RD, radiation("2024-04-30"), "1 2024-01-10"),
        (RD, radiation("2024-05-01"), "1 2024-01-10, 2 2024-05-01"),
        (RD, radiation("2024-01-10"), "1 2024-01-10"),
        (RD, radiation("2024-01-09"), "1 2024-01-09, 2 2024-01-10"),
        (radiation("2023-01-10", "2023-02-10"), RD, "1 2023-01-10, 2 2024-01-10"),
        (radiation("2023-01-10", "2023-02-11"), RD, "1 2023-01-10, 2 2023-02-11, 3 2024-01-10"),
        (event("radiotherapy", "2023-01-10", 1), event("radiotherapy", "2023-06-10", 1), RD,
         "1 2023-01-10, 2 2024-01-10"),
        (treated(), radiation("2026-06-30"), "1 2024-01-10"),
        (radiation("2026-06-30"), "1 2026-06-30"), (radiation("2026-07-01"), ""),
        (treated("2024-01-10", "2024-03-01", "dexamethasone"), radiation("2024-02-10"),
         "1 2024-02-10"),
    ),
)  # fmt: skip
