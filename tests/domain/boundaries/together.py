"""Give rows that begin on one day, and when they stop; and supportive drugs beside them."""

from __future__ import annotations

from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import view
from tests.domain.therapies import counted, given, numbers, reasons

Parts = tuple[tuple[str, str, str | None], ...]


def begun(first: str, second: str, *, numbered: tuple[int | None, int | None]) -> int:
    """Count the parts of bortezomib and the rest of VRd, begun on two days."""
    one, other = numbered
    entries = given("bortezomib", first, seq=one), given("Rd", second, seq=other)
    return sum(len(line.parts) for line in counted(*entries))


def ended(start: str, stop: str | None) -> int:
    """Count the lines where VRd ended early or late in the date on which KPd began too."""
    entries = given("VRd", start, stop, "tox"), given("KPd", start, "2022")
    return len(counted(*entries, as_of="2023-01-01"))


def cycled(cycles: int | None, stop: str | None) -> tuple[str, ...]:
    """Name the parts where bortezomib had so many cycles."""
    entries = given("V", "2020-01-02", stop, "tox", cycles=cycles), given("Rd", "2020-01-02")
    return tuple(x.name for line in counted(*entries) for x in line.parts)


def stopped(*stops: str | None) -> Parts:
    """Give the parts of bortezomib, lenalidomide and dexamethasone with their last days."""
    names = "bortezomib", "lenalidomide", "dexamethasone"
    pairs = zip(names, stops, strict=True)
    (line,) = counted(*(given(name, "2020-01-02", stop) for name, stop in pairs))
    return tuple((x.name, x.start, x.stop) for x in line.parts)


def why(first: str | None, second: str | None, stop: str = "2020-06") -> tuple[object, ...]:
    """Give the reasons of the stops of two rows, and what the next regimen is after them."""
    entries = (
        given("V", "2020-01-02", stop, first),
        given("Rd", "2020-01-02", "2020-06", second),
        given("DKd", "2020-08"),
    )
    lines = counted(*entries)
    shown = tuple(x.stop_reason for x in lines[0].parts if x.name != "DKd")
    return shown, reasons(*entries)[-1]


def counts(first: int | None, second: int | None, stop: str = "2020-06") -> tuple[object, ...]:
    """Give the cycles of the parts of two rows."""
    entries = (
        given("V", "2020-01-02", stop, cycles=first),
        given("Rd", "2020-01-02", "2020-06", cycles=second),
    )
    return tuple(x.cycles for x in counted(*entries)[0].parts)


def length(first: int | None, second: int | None) -> tuple[object, ...]:
    """Give cycle and day of two rows with a length of a cycle each."""
    entries = given("V", "2026-06-01", days=first), given("Rd", "2026-06-01", days=second)
    (part,) = counted(*entries, as_of="2026-06-22")[0].parts
    return part.cycle, part.cycle_day


def after(regimen: str, start: str, stop: str | None) -> tuple[tuple[int, ...], str]:
    """Give the next regimen after VRd of which bortezomib had been stopped."""
    entries = (
        given("V", "2020-01-02", "2020-03", "tox"),
        given("Rd", "2020-01-02", stop, "tox"),
        given(regimen, start),
    )
    return numbers(*entries)[-1], reasons(*entries)[-1]


def named(*names: str) -> tuple[object, ...]:
    """Give the parts of rows of one day with their drugs."""
    lines = counted(*(given(name, "2020-01-02") for name in names))
    return tuple((x.name, len(x.drugs)) for line in lines for x in line.parts)


def typed(regimen: str, *drugs: str) -> tuple[int, ...]:
    """Count the drugs of a treatment that is a line; nothing where it is none."""
    entry = given(regimen, "2020", None, None, *drugs)
    return tuple(len(x.drugs) for line in counted(entry) for x in line.parts)


VECTORS: tuple[Vector, ...] = (
    *rows(
        "rows that begin on one day", "LINE-SAME",
        lambda first, second, *numbered: begun(first, second, numbered=numbered or (None, None)),
        ("2020-01-02", "2020-01-02", 1), ("2020-01-02", "2020-01-03", 2),
        ("2020-01", "2020-01", 1), ("2020-01", "2020-01-02", 2), ("2020", "2020", 1),
        ("2020-01-02", "2020-01-02", 1, 1, 1), ("2020-01-02", "2020-01-02", 1, 2, 2),
        ("2020-01-02", "2020-01-02", 1, None, 2),
    ),
    *rows(
        "a stop within the partial date of the start", "LINE-SAME", ended,
        ("2020-01", "2020-01", 2), ("2020-01", "2020-01-31", 2), ("2020-01", "2020-02-01", 1),
        ("2020", "2020-12-31", 2), ("2020", "2021-01-01", 1), ("2020-01", None, 1),
        ("2020-01-02", "2022", 1), ("2020-01", "2022", 1),
    ),
    *rows(
        "a row without a cycle", "LINE-DEF", cycled,
        (0, "2020-02", ("V", "Rd")), (1, "2020-02", ("VRd", "Rd")), (0, None, ("VRd",)),
        (None, "2020-02", ("VRd", "Rd")),
    ),
    *rows(
        "rows that stop on other days", "LINE-SAME", stopped,
        (None, None, None, (("VRd", "2020-01-02", None),)),
        ("2020-06", "2020-06", "2020-06", (("VRd", "2020-01-02", "2020-06"),)),
        ("2020-06", None, None, (("VRd", "2020-01-02", "2020-06"), ("Rd", "2020-06", None))),
        ("2020-06", "2020-06-30", "2020-06-30",
            (("VRd", "2020-01-02", "2020-06"), ("Rd", "2020-06", "2020-06-30"))),
        ("2020-05", None, "2020-04",
            (("VRd", "2020-01-02", "2020-04"), ("bortezomib + lenalidomide", "2020-04", "2020-05"),
             ("R", "2020-05", None))),
        ("2020-01-02", None, None,
            (("VRd", "2020-01-02", "2020-01-02"), ("Rd", "2020-01-02", None))),
    ),
    *rows(
        "why rows were stopped", "LINE-NEW", why,
        ("p", "p", (("planned",), "line_plan_open")),
        ("pd", "tox", (("progression",), "line_different")),
        ("other", "p", (("other",), "line_different")),
        (None, "p", (("planned",), "line_plan_open")),
        ("tox", "p", "2020-05", (("toxicity", "planned"), "line_plan_open")),
        ("p", "choice", "2020-05", (("planned", "choice"), "line_different")),
    ),
    *rows(
        "cycles of rows", "LINE-DEF", counts,
        (4, 4, (4,)), (4, 6, (None,)), (4, None, (None,)), (4, 6, "2020-05", (4, None)),
    ),
    *rows(
        "length of a cycle of rows", "LINE-DEF", length,
        (21, 21, (2, 1)), (21, None, (2, 1)), (21, 28, (None, None)), (None, None, (None, None)),
    ),
    *rows(
        "after a regimen that went on with fewer drugs", "LINE-SAME LINE-NEW", after,
        ("Rd", "2021-01-01", "2020-12", ((1,), "line_same_drugs")),
        ("R", "2021-01", "2020-12", ((1,), "line_drugs_stopped")),
        ("VRd", "2021-01", "2020-12", ((2,), "line_drug_added")),
        ("Vd", "2021-01", "2020-12", ((2,), "line_different")),
    ),
    *rows(
        "the name of rows", "LINE-DEF", named,
        ("Velcade", "lenalidomide", "dex", (("VRd", 3),)), ("Dara", "KRd", (("KRd+Dara", 4),)),
        ("Pomalyst", "Velcade", (("bortezomib + pomalidomide", 2),)),
        ("trial", "Velcade", (("V", 1), ("trial", 0))),
    ),
    *rows(
        "supportive drugs", "LINE-DEF", typed,
        ("zoledronate", ()), ("Zometa + vitamin D", ()), ("VRd + zoledronate", (3,)),
        ("VRd", "Zometa", (3,)), ("VRd", "Zometa", "dex", (1,)), ("bone", "Zometa", ()),
        ("trial", (0,)), ("trial + Zometa", (0,)), ("dexamethasone", (1,)),
    ),
    *rows(
        "a patient on supportive drugs", "LINE-DEF", lambda name: view(given(name, "2020")).treated,
        ("denosumab", False), ("dexamethasone", True),
    ),
)  # fmt: skip
