"""Give the lines of therapy, and the days around which a drug is refractory."""

from __future__ import annotations

from desktop_app.domain.conclusions import Note
from desktop_app.domain.rulesets.myeloma.lines.counting import counted_lines
from desktop_app.domain.rulesets.myeloma.lines.refractory import refractory
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import view
from tests.domain.therapies import (
    asct,
    counted,
    event,
    given,
    numbers,
    point,
    reasons,
    state_of,
    told,
)


def paused(stop: str, start: str, drug: str = "Vd") -> tuple[tuple[int, ...], str]:
    """Give VRd stopped for toxicity and then some of it again."""
    entries = given("VRd", "2019-01-01", stop, "tox"), given(drug, start)
    return numbers(*entries)[-1], reasons(*entries)[-1]


def induction(stop: str, day: str) -> tuple[tuple[int, ...], ...]:
    """Give a transplant after an induction that ended as planned."""
    return numbers(given("VRd", "2019-01-01", stop, "p"), asct(day))


def settled(*places: int) -> tuple[tuple[int, ...], ...]:
    """Count three regimens without a plan, of which those at some places progressed."""
    names = "VRd", "KPd", "DKd"
    regimens = (given(name, f"{2020 + n}", f"{2020 + n}") for n, name in enumerate(names))
    return tuple(x.numbers for x in counted_lines(view(*regimens), frozenset(places)))


def tandem(first: str, second: str) -> tuple[int, ...]:
    """Give the numbers of the second of two transplants."""
    return numbers(asct(first), asct(second))[-1]


def prepared(start: str, stop: str | None, day: str) -> int:
    """Count the parts of melphalan and a transplant: one where it belongs to that."""
    lines = counted(given("melphalan", start, stop, "p"), asct(day))
    return sum(len(line.parts) for line in lines)


def seen(start: str, stop: str | None, as_of: str) -> tuple[int, str | None]:
    """Give the lines and the last day of the first, as of a day."""
    lines = counted(given("VRd", start, stop), as_of=as_of)
    return len(lines), lines[0].parts[0].stop if lines else None


def transplanted(day: str, as_of: str) -> int:
    return len(counted(asct(day), as_of=as_of))


def cycles(count: int | None, stop: str | None) -> int:
    """Count the lines where a regimen of so many cycles came before another."""
    first = given("VRd", "2020-01", stop, "tox", cycles=count)
    return len(numbers(first, given("KPd", "2021")))


def cycle(as_of: str, days: int | None, start: str = "2026-06-01") -> tuple[object, object]:
    (line,) = counted(given("VRd", start, days=days), as_of=as_of)
    return line.parts[0].cycle, line.parts[0].cycle_day


def irradiated(day: str, stop: str | None, as_of: str = "2020-12-31") -> int:
    """Count the parts of a line from February on with radiotherapy on a day."""
    entries = given("VRd", "2020-02-01", stop), event("radiotherapy", day)
    return len(counted(*entries, as_of=as_of)[0].parts)


def refractory_on(day: str, *, stop: str | None = "2022-10-31", confirmed: bool = True) -> str:
    """Judge bortezomib of VCd with a progression on a day."""
    treatment = given("VCd", "2022-07-01", stop, "p")
    return state_of(told(treatment, points=(point(day, 1, "PD", confirmed=confirmed),)), 1, "PI")


def followed(day: str, stop: str | None) -> str:
    treatment = given("VCd", "2022-07-10", stop, "p")
    return state_of(told(treatment, points=(point(day, 1, "PR"),)), 1, "PI")


def next_line(day: str, line: int) -> tuple[str, str]:
    """Judge both lines with a progression on a day in one of them."""
    lines = told(
        given("VRd", "2022-01-01", "2022-06-30", "tox"),
        given("KPd", "2022-07-10"),
        points=(point("2022-12-01", 1, "PR"), point(day, line, "PD"), point("2023-06-01", 2, "PR")),
    )
    return state_of(lines, 1, "IMiD"), state_of(lines, 2, "IMiD")


def of_line(*points: tuple[str, str], stop: str | None = "2022-10-31", reason: str = "p") -> str:
    """Judge a line as a regimen by what was read on some days."""
    treatment = given("VCd", "2022-07-01", stop, reason)
    lines = told(treatment, points=tuple(point(day, 1, level) for day, level in points))
    return lines[0].refractory[-1].state.state


def best(*points: tuple[str, str, bool]) -> tuple[str | None, bool]:
    read = tuple(point(day, 1, level, confirmed=sure) for day, level, sure in points)
    (line,) = told(given("VCd", "2022-07-01", "2022-10-31", "p"), points=read)
    return line.best, line.best_confirmed


def best_by_day(day: str) -> tuple[str | None, ...]:
    """Give the best of two lines of which the second may be the first."""
    lines = told(
        given("VRd", "2022-01-01", "2022-06-30", "p"),
        given("R", "2022-09-01"),
        points=(point(day, 1, "PR"),),
    )
    return tuple(line.best for line in lines)


def outcome(*levels: str, line: int = 1) -> str | None:
    """Name what became of a line with these levels while on it, stopped for progression."""
    days = ("2022-08-01", "2022-09-01")
    read = tuple(point(day, line, level) for day, level in zip(days, levels, strict=False))
    (last,) = told(given("VCd", "2022-07-01", "2022-10-31", "pd"), points=read)
    return last.outcome


def responded(day: str) -> str | None:
    """Give what became of a line that was stopped for progression, with a response on a day."""
    treatment = given("Vd", "2022-07-10", "2022-10-31", "pd")
    return told(treatment, points=(point(day, 1, "PR"),))[0].outcome


def relapsed(*, line: int, sure: bool) -> tuple[str | None, ...]:
    """Name what became of two planned lines with one progression."""
    lines = told(
        given("VRd", "2020-01-01", "2020-06-30", "p", seq=1),
        given("KPd", "2022-01-01", "2022-06-30", "p", seq=2),
        points=(
            point("2020-03-01", 1, "PR"),
            point("2022-03-01", 2, "PR"),
            point("2021-01-01" if line == 1 else "2023-01-01", line, "PD", confirmed=sure),
        ),
    )
    return tuple(each.outcome for each in lines)


def several(*regimens: str) -> str:
    """Give double, triple, penta, refractory and exposed, as letters."""
    treatments = [
        given(name, f"20{20 + n}-01", f"20{20 + n}-06", "pd") for n, name in enumerate(regimens)
    ]
    return "".join(x.state.state[0] for x in refractory(told(*treatments)))


def months(start: str, day: str) -> tuple[object, tuple[Note, ...]]:
    (line,) = told(
        given("VRd", start, "2020-12", "p", seq=1), asct(start, 1), points=(point(day, 1, "PD"),)
    )
    return line.months_to_progression, line.notes


def first_progression(*days: tuple[int, str]) -> tuple[object, ...]:
    """Give the months to progression of two lines."""
    lines = told(
        given("VRd", "2020-01-01", "2020-06-30", "p", seq=1),
        given("KPd", "2022-01-01", "2022-06-30", "p", seq=2),
        points=tuple(point(day, line, "PD") for line, day in days),
    )
    return tuple((x.months_to_progression, x.months_to_next) for x in lines)


def trace(*points: tuple[int, str]) -> tuple[object, ...]:
    """Give the progression that stands in the trace of the first drug of each line."""
    lines = told(
        given("VRd", "2020-01-01", "2020-06-30", "p", seq=1),
        given("KPd", "2022-01-01", "2022-06-30", "p", seq=2),
        points=tuple(point(day, line, "PD") for line, day in points),
    )
    return tuple(tuple(x.value for x in line.refractory[0].criteria[0].inputs) for line in lines)


SAME, OPEN, NEW = (1,), (1, 2), (2,)
STOPPED, PLAN, OTHER = "line_drugs_stopped", "line_plan_open", "line_other_sequence"
VECTORS: tuple[Vector, ...] = (
    *rows(
        "some drugs after a pause", "LINE-SAME", paused,
        ("2020-01-01", "2020-03-01", (SAME, STOPPED)),
        ("2020-01-01", "2020-03-02", (NEW, OTHER)), ("2020-01", "2020-03-31", (SAME, STOPPED)),
        ("2020-01", "2020-04-01", (NEW, OTHER)), ("2020-01-01", "2020-03", (SAME, STOPPED)),
        ("2020-01-01", "2020-03-01", "VRd", (SAME, "line_same_drugs")),
        ("2020-01-01", "2020-03-02", "VRd", (SAME, "line_restarted")),
        ("2020-01", "2020-03-01", "VRd", (SAME, "line_same_drugs")),
        ("2020-01", "2020-03-02", "VRd", (SAME, "line_restarted")),
        ("2020-01-01", "2020-03-01", "KRd", (NEW, "line_substituted")),
        ("2020-01-01", "2020-03-01", "D-VRd", (NEW, "line_drug_added")),
        ("2020-01-01", "2020-03-01", "KPd", (NEW, "line_different")),
    ),
    *rows(
        "transplant after its induction", "LINE-DEF LINE-DEF-PRESUMED", induction,
        ("2020-04-30", "2021-04-30", (SAME,)), ("2020-04-30", "2021-05-01", (SAME, OPEN)),
        ("2020-04", "2021-04-30", (SAME,)), ("2020-04", "2021-05-01", (SAME, OPEN)),
        ("2020-04-30", "2021-04", (SAME,)),
    ),
    *rows(
        "two transplants", "LINE-NEW", tandem,
        ("2020-01-01", "2020-07-01", OPEN), ("2020-01-01", "2020-07-02", NEW),
        ("2020-01", "2020-07-31", OPEN), ("2020-01", "2020-08-01", NEW),
        ("2020-01-01", "2020-07", OPEN),
    ),
    *rows(
        "what prepares a transplant", "LINE-DEF", prepared,
        ("2020-03-01", "2020-03-02", "2020-04-02", 1),
        ("2020-03-01", "2020-03-02", "2020-04-03", 2),
        ("2020-03-01", None, "2020-04-01", 1), ("2020-03-01", None, "2020-04-02", 2),
        ("2020-05-02", "2020-06-30", "2020-04-01", 1),
        ("2020-05-03", "2020-06-30", "2020-04-01", 2),
    ),
    *rows(
        "known on the day", "LINE-DEF", seen,
        ("2020-03-01", None, "2020-02-29", (0, None)),
        ("2020-03-01", None, "2020-03-01", (1, None)),
        ("2020-03", None, "2020-03-01", (1, None)), ("2020", "2021-03", "2021-02-28", (1, None)),
        ("2020", "2021-03", "2021-03-01", (1, "2021-03")),
    ),
    *rows(
        "transplant known on the day", "LINE-DEF", transplanted,
        ("2020-03", "2020-02-29", 0), ("2020-03", "2020-03-01", 1),
    ),
    *rows(
        "cycles that make a line", "LINE-DEF", cycles,
        (0, "2020-02", 1), (1, "2020-02", 2), (None, "2020-02", 2), (0, None, 2),
    ),
    *rows(
        "cycle by the calendar", "LINE-DEF", cycle,
        ("2026-06-01", 21, (1, 1)), ("2026-06-21", 21, (1, 21)), ("2026-06-22", 21, (2, 1)),
        ("2026-06-22", None, (None, None)), ("2026-06-22", 21, "2026-06", (None, None)),
    ),
    *rows(
        "radiotherapy in a line", "LINE-DEF", irradiated,
        ("2020-01-31", "2020-06", 1), ("2020-02-01", "2020-06", 2), ("2020-06-30", "2020-06", 2),
        ("2020-07-01", "2020-06", 1), ("2020-12-31", None, 2),
        ("2020-12-31", None, "2020-12-30", 1), ("2020-06-30", "2020-06", "2020-06-29", 1),
    ),
    *rows(
        "days after the last dose", "REF-DRUG REF-REGIMEN", refractory_on,
        ("2022-12-30", "yes"), ("2022-12-31", "no"), ("2023-01", "no"), ("2022-12", "unknown"),
        ("2022-07-01", "unknown"), ("2022-07-02", "yes"), ("2022-07", "unknown"),
    ),
    *rows(
        "days after a last dose in October", "REF-DRUG",
        lambda day: refractory_on(day, stop="2022-10"),
        ("2022-11-30", "yes"), ("2022-12-01", "unknown"), ("2022-12-30", "unknown"),
        ("2022-12-31", "no"), ("2023-01", "no"),
    ),
    *rows(
        "progression that is not confirmed", "REF-DRUG",
        lambda day: refractory_on(day, confirmed=False),
        ("2022-12-30", "unknown"), ("2022-12-31", "no"),
    ),
    *rows(
        "followed for long enough", "REF-DRUG", followed,
        ("2022-12-30", "2022-10-31", "unknown"), ("2022-12-31", "2022-10-31", "no"),
        ("2022-12-30", "2022-10", "unknown"), ("2022-12-31", "2022-10", "no"),
        ("2022-07-10", None, "unknown"), ("2022-07-11", None, "no"), ("2022-07", None, "unknown"),
    ),
    *rows(
        "progression in the next line", "REF-DRUG", next_line,
        ("2022-08-29", 2, ("yes", "yes")), ("2022-08-30", 2, ("no", "yes")),
        ("2022-08-29", 1, ("yes", "no")), ("2022-07-10", 2, ("yes", "no")),
    ),
    *rows(
        "the line as a regimen", "REF-REGIMEN", of_line,
        (("2022-08-01", "SD"), "yes"), (("2022-08-01", "MR"), "unknown"),
        (("2022-08-01", "MR"), ("2022-12-31", "MR"), "no"),
        (("2022-10-31", "SD"), ("2022-12-31", "SD"), "yes"),
        (("2022-11-01", "SD"), ("2022-12-31", "SD"), "no"), (("2022-12-31", "PD"), "no"),
    ),
    *rows(
        "the best response", "REF-REGIMEN", best,
        (("2022-08-01", "sCR", True), ("2022-09-01", "CR", True), ("sCR", True)),
        (("2022-08-01", "CR", True), ("2022-09-01", "VGPR", True), ("CR", True)),
        (("2022-08-01", "VGPR", True), ("2022-09-01", "PR", True), ("VGPR", True)),
        (("2022-08-01", "PR", True), ("2022-09-01", "MR", True), ("PR", True)),
        (("2022-08-01", "MR", True), ("2022-09-01", "SD", True), ("MR", True)),
        (("2022-08-01", "SD", True), ("2022-09-01", "PD", True), ("SD", True)),
        (("2022-08-01", "CR", False), ("2022-09-01", "PR", True), ("PR", True)),
        (("2022-08-01", "CR", False), ("2022-09-01", "PD", True), ("CR", False)),
        (("2022-10-31", "PD", True), ("PD", True)), (("2022-11-01", "PD", True), (None, False)),
        (("2022-08-01", "NE", True), (None, False)),
    ),
    *rows(
        "the line of a day", "LINE-DEF", best_by_day,
        ("2022-08-31", ("PR", None)), ("2022-09-01", (None, "PR")), ("2022-09", (None, "PR")),
        ("2021-01-01", ("PR", None)),
    ),
    *rows(
        "what became of a line", "REF-REGIMEN", outcome,
        ("refractory",), ("SD", "primary_refractory"), ("SD", "MR", "relapsed_and_refractory"),
        ("PR", "relapsed_and_refractory"),
    ),
    *rows(
        "progression settles an open plan", "LINE-NEW", settled,
        (((1,), (1, 2), (1, 2, 3)),), (0, ((1,), (2,), (2, 3))), (1, ((1,), (1, 2), (2, 3))),
        (0, 1, ((1,), (2,), (3,))), (2, ((1,), (1, 2), (1, 2, 3))),
    ),
    *rows(
        "a response before progression", "REF-REGIMEN", responded,
        ("2022-10-31", "relapsed_and_refractory"), ("2022-11-01", "refractory"),
    ),
    *rows(
        "relapse", "REF-REGIMEN", lambda line, sure: relapsed(line=line, sure=sure),
        (1, True, ("relapsed", None)), (2, True, (None, "relapsed")),
        (1, False, (None, None)),
    ),
    *rows(
        "classes refractory and exposed", "REF-MULTI REF-MULTI-DOUBLE REF-MULTI-TRIPLE", several,
        ("Vd", "nnnnnn"), ("VRd", "ynnynn"), ("Rd", "nnnnnn"), ("DVd", "nnnnnn"), ("DRd", "nnnnnn"),
        ("D-VRd", "yynyyn"), ("VRd", "Kd", "ynnynn"), ("D-VRd", "KPd", "yyyyyy"),
        ("D-VRd", "Kd", "yynyyn"), ("D-VRd", "Pd", "yynyyn"), ("VRd", "KPd", "ynnynn"),
        ("Isa-Kd", "VRd", "Pd", "yyyyyy"), ("trial", "VRd", "yuuyuu"),
    ),
    *rows(
        "months to progression", "REF-REGIMEN", months,
        ("2020-01-15", "2021-02-14",
            ((12, 12), (Note("transplant_to_progression", (("months", "12"),)),))),
        ("2020", "2021-02",
            ((2, 13), (Note("transplant_to_progression", (("months", "2–13"),)),))),
    ),
    *rows(
        "first progression of each line", "REF-REGIMEN", first_progression,
        ((1, "2021-01-01"), (2, "2023-02-01"), (((12, 12), (24, 24)), ((13, 13), None))),
        ((1, "2021-01-01"), (1, "2021-06-01"), (((12, 12), (24, 24)), (None, None))),
    ),
    *rows(
        "progression in the trace", "REF-DRUG", trace,
        ((1, "2021-01-01"), (2, "2023-02-01"), (("2021-01-01",), ("2023-02-01",))),
        ((1, "2021-01-01"), (("2021-01-01",), ())),
    ),
)  # fmt: skip
