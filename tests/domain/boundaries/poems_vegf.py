"""Give the levels of VEGF in POEMS around their cuts, and the rises that last."""

from __future__ import annotations

from decimal import Decimal

from desktop_app.domain.policy import PUBLISHED, Policy
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import words
from tests.domain.poems_responses import (
    PUMCH,
    VEGF,
    axis,
    course,
    day,
    event,
    notes,
    said,
    states,
    vegf,
)

PLASMA = "vegf_plasma"


def last(
    base: object, now: object, uln: object = None, kind: str = "serum", policy: Policy = PUBLISHED
) -> str:
    """Give the level of one value after a baseline."""
    return said(
        axis(VEGF, vegf(base, uln=uln, kind=kind), vegf(now, day(3), uln, kind), policy=policy)
    )


def preset(base: object, now: object, kind: str, policy: Policy = PUBLISHED) -> object:
    return axis(
        VEGF, vegf(base, uln=700, kind=kind), vegf(now, day(3), 700, kind), policy=policy
    ).presets


def followed(uln: object, base: object, *later: object) -> str:
    """Give the course of serum VEGF, a value each month."""
    return course(
        axis(VEGF, vegf(base, uln=uln), *(vegf(x, day(2 + n), uln) for n, x in enumerate(later)))
    )


def twice(first: str, second: str) -> str:
    """Give the last level where both samples would count for progression."""
    return said(axis(VEGF, vegf(900, uln=600), vegf(2000, first, 600), vegf(2000, second, 600)))


def of_series(*entries: object) -> str:
    return said(axis(VEGF, *entries))


def course_of(*entries: object) -> str:
    return course(axis(VEGF, *entries))


def ill_on(on: str, code: str = "infection") -> str:
    """Give the course of plasma VEGF of which the middle sample is high."""
    values = [vegf(x, on_, kind="plasma") for x, on_ in ((182, "2024-08-10"), (740, "2024-10-10"))]
    return course(axis(VEGF, *values, vegf(750, "2025-01-10", kind="plasma"), event(code, on)))


def told(*entries: object) -> tuple[object, ...]:
    found = axis(VEGF, *entries)
    reason = None if found.reason is None else found.reason.code
    return (
        found.evaluable,
        reason,
        states(found)["RESP-POEMS-V-EVAL"],
        "poems_baseline_old" in notes(found),
    )


def in_words(word: str, policy: Policy) -> str:
    """Give what a word says after a baseline of 2400."""
    return said(axis(VEGF, vegf(2400, uln=600), words("vegf_serum", word, day(3)), policy=policy))


def beside_illness(middle: object, on: str) -> str:
    """Give the course of three samples, of which an infection may lie beside the second."""
    values = vegf(2000, day(2)), vegf(middle, "2024-05-20"), vegf(2000, "2024-08-10")
    return course(axis(VEGF, vegf(900, uln=600), *values, event("infection", on)))


def by_limit(limit: str) -> str:
    """Give the course of VEGF at 700 after a complete response, with the clinic's own limit."""
    values = vegf(590, day(2)), vegf(700, day(3)), vegf(700, day(4))
    policy = Policy(poems_vegf_limit=Decimal(limit))
    return course(axis(VEGF, vegf(900, uln=600), *values, policy=policy))


LEVEL = "RESP-POEMS-CRV RESP-POEMS-PRV RESP-POEMS-NRV"
LOW = "poems_vegf_baseline_not_raised"
HIGH, NORMAL = words("vegf_serum", "high", day(3)), words("vegf_serum", "normal", day(3))
VECTORS: tuple[Vector, ...] = (
    *rows(
        "level of VEGF", LEVEL, last,
        ("2400", "1200", 600, "PR_V"), ("2400", "1201", 600, "NR_V"), ("3000", "700", "PR_V"),
        (">2000", "1100", 600, "NE or PR_V or NR_V"), ("2400", "600", 600, "CR_V"),
        ("2400", "600.1", 600, "PR_V"), ("600", "300", 600, "NE"), ("601", "300", 600, "CR_V"),
        ("3000", "1201", "PR_V"), ("3000", "1600", "NR_V"), ("1200", "300", "NE"),
        ("1201", "300", "PR_V"), ("201", "100", None, "plasma", "PR_V"),
        ("200", "100", None, "plasma", "NE"), ("500", "250", None, "plasma", "PR_V"),
        ("500", "400", None, "unspecified", "NE or CR_V or NR_V"),
        ("2400", "599", 700, "serum", PUMCH, "CR_V"), ("2400", "600", 700, "serum", PUMCH, "PR_V"),
        ("1200", "599", 700, "serum", PUMCH, "CR_V"), ("1300", "650", 500, "serum", PUMCH, "PR_V"),
        ("1200", "600", 500, "serum", PUMCH, "NR_V"), ("1201", "600", 500, "serum", PUMCH, "PR_V"),
        ("1000", "500", 200, "plasma", PUMCH, "PR_V"),
        ("1000", "201", 200, "plasma", PUMCH, "PR_V"),
        ("1000", "200", 200, "plasma", PUMCH, "CR_V"),
    ),
    *rows(
        "other sets", LEVEL, preset,
        ("2400", "650", "serum", (("pumch", "PR_V"),)),
        ("2400", "650", "serum", PUMCH, (("consensus", "CR_V"),)),
        ("2400", "650", "plasma", (("mayo", "CR_V"),)),
        ("2400", "1200", "plasma", (("mayo", "PR_V"),)),
        ("2400", "3600", "plasma", (("mayo", "NR_V"),)),
        ("2400", "3601", "plasma", (("mayo", "PD_V"),)),
        (">2400", "1300", "serum", ()), ("2400", "650", "unspecified", ()),
    ),
    *rows(
        "rise of VEGF", "RESP-POEMS-PDV", followed,
        (599, "900", "400", "600", "600", "CR_V NR_V? PD_V"),
        (600, "900", "400", "600", "600", "CR_V CR_V CR_V"),
        (500, "900", "800", "1199", "1199", "NR_V NR_V NR_V"),
        (500, "900", "800", "1200", "1200", "NR_V NR_V? PD_V"),
        (600, "900", "590", "610", "620", "CR_V NR_V NR_V"),
        (600, "900", "590", "770", "770", "CR_V NR_V NR_V"),
        (600, "900", "590", "771", "771", "CR_V NR_V? PD_V"),
        (600, "900", "780", "771", "771", "NR_V NR_V NR_V"),
        (800, "900", "790", "790", "790", "CR_V CR_V CR_V"),
        (600, "500", "2000", "2000", "NE? PD_V"), (600, "900", "400", "CR_V"),
        (600, "900", "2000", "2000", "1000", "2000", "NR_V? PD_V NR_V NR_V?"),
        (None, "900", "1200", "1350", "1350", "NE NE? PD_V"),
        (600, "900", ">800", "2000", "2000", "2000", "NR_V NE? PD_V PD_V"),
    ),
    *rows(
        "28 days", "RESP-POEMS-PDV", twice,
        ("2024-03-01", "2024-03-29", "PD_V"), ("2024-03-01", "2024-03-28", "NR_V?"),
        ("2024-03", "2024-04", "NE or PD_V or NR_V?"), ("2024-03", "2024-05", "PD_V"),
        ("2024-03-05", "2024-03", "NR_V?"), ("2024-04-03", "2024-04", "NR_V?"),
        ("2024-04-02", "2024-04", "NE or PD_V or NR_V?"),
    ),
    *rows(
        "beside an illness", "RESP-POEMS-PDV", ill_on,
        ("2024-10-10", "NE NE NE?"), ("2024-11-09", "NE NE NE?"), ("2024-11-10", "NE NE? PD_V"),
        ("2024-09-10", "NE NE NE?"), ("2024-09-09", "NE NE? PD_V"),
        ("2024-10-10", "transfusion", "NE NE NE?"), ("2024-10-10", "fracture", "NE NE? PD_V"),
    ),
    *rows(
        "series of VEGF", "RESP-POEMS-BASE", of_series,
        (vegf(2400, uln=600), vegf(100, day(3), kind="plasma"), "NE"),
        (vegf(2400, uln=600), vegf(1000, day(3), kind="plasma"), vegf(500, day(3), 600), "CR_V"),
        (vegf(2400, uln=600, method="A"), vegf(500, day(3), method="B"), "NE"),
        (vegf(2400, uln=600, method="A"), vegf(500, day(3)), "CR_V"),
        (vegf(2400, uln=600), vegf(500, day(3), method="A"), "CR_V"),
        (vegf(2400, uln=600, lab="A"), vegf(500, day(3), lab="B"), "NE"),
        (vegf(2400, uln=600), HIGH, "NE or PR_V or NR_V"), (vegf(2400, uln=600), NORMAL, "CR_V"),
        (words("vegf_serum", "high", "2024-01-08"), vegf(500, day(3), 600), "CR_V"),
        (words("vegf_serum", "normal", "2024-01-08"), vegf(500, day(3), 600), "NE"),
        (vegf(900, "2024-01-07", 600), vegf(2400, uln=600), vegf(1000, day(3)), "PR_V"),
        (vegf(2400, "2024-01", 600), vegf(1000, "2024-01-08", 600), vegf(1100, day(3), 600),
         "NE or PR_V or NR_V"),
    ),
    *rows(
        "the baseline of VEGF", "RESP-POEMS-V-EVAL RESP-POEMS-BASE", told,
        (vegf(2400, uln=600), vegf(500, day(3)), (True, None, "yes", False)),
        (vegf(500, uln=600), vegf(500, day(3)), (False, LOW, "no", False)),
        (vegf(500, day(3)), (False, "poems_no_baseline", "unknown", False)),
        (vegf(500, "2023-10-12", 400), vegf(500, day(3)), (True, None, "yes", False)),
        (vegf(500, "2023-10-11", 400), vegf(500, day(3)), (True, None, "yes", True)),
    ),
    *rows(
        "a run with gaps", "RESP-POEMS-PDV", course_of,
        # Unknown neither confirms a run nor ends one that is possible.
        (vegf(900, uln=600), vegf(2000, day(3)), words("vegf_serum", "high", day(4)), "NR_V? NE"),
        (vegf(900, uln=600), vegf(2000, day(3)), vegf(500, day(4)), vegf(2000, day(5)),
         "NR_V? CR_V NR_V?"),
    ),
    *rows(
        "what only words tell", LEVEL, in_words,
        # A word answers the limit of the laboratory alone, not a cut of 600.
        ("high", PUBLISHED, "NE or PR_V or NR_V"), ("high", PUMCH, "NE or CR_V or PR_V or NR_V"),
        ("normal", PUMCH, "CR_V"), ("low", PUBLISHED, "CR_V"),
    ),
    *rows(
        "a rise from what is not known", "RESP-POEMS-PDV", of_series,
        (vegf(900, uln=400), NORMAL, vegf(700, day(4)), vegf(700, day(5)), "NE or PD_V or NR_V"),
        (vegf(900, uln=400), NORMAL, vegf(400, day(4)), vegf(400, day(5)), "CR_V"),
        (vegf(">590", uln=600), vegf(590, day(2)), vegf(771, day(3)), vegf(771, day(4)),
         "NE or PD_V or PR_V or NR_V"),
        (vegf(">590", uln=600), vegf(590, day(2)), vegf(770, day(3)), vegf(770, day(4)),
         "NE or PR_V or NR_V"),
        (vegf(900, uln=600, kind="plasma"), vegf(590, day(2), kind="plasma"),
         vegf(771, day(3), kind="plasma"), vegf(771, day(4), kind="plasma"), "NR_V"),
    ),
    *rows(
        "an illness of no known day", "RESP-POEMS-PDV", beside_illness,
        (2000, "2024", "NR_V NE NE"), (1000, "2024-06", "NR_V? NR_V NE?"),
        (1000, "2024-05-20", "NR_V? NR_V PD_V"), (1000, "2024-07-01", "NR_V? NR_V NR_V?"),
        (2000, "2024-06", "NR_V? NE PD_V"), (">1300", "2024-06", "NR_V? NE NE?"),
    ),
    *rows(
        "the clinic's own limit", "RESP-POEMS-PDV",
        by_limit,
        ("700", "CR_V NR_V? PD_V"), ("701", "CR_V NR_V NR_V"),
    ),
)  # fmt: skip
