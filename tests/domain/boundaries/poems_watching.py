"""Give the intervals of POEMS-FU by phase, and the values that warn, around their cuts."""

from __future__ import annotations

from decimal import Decimal

from desktop_app.domain.conclusions import Input
from desktop_app.domain.poems_conclusions import PoemsResponse, WatchedSeries
from desktop_app.domain.rulesets.poems.care.panel import poems_workup
from desktop_app.domain.rulesets.poems.care.warning_values import warning
from desktop_app.domain.rulesets.poems.care.watching import watched
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import finding, result, view, words
from tests.domain.poems_tiers import axis, event, regimen, response, tier, with_lines

PHASES = {"on_therapy": None, "early": "2025-12-31", "late": "2022-12-31"}


def table(phase: str) -> dict[str, WatchedSeries]:
    """Give every series in a phase, on 2026-06-30."""
    evidence, lines = with_lines(regimen("Rd", "2022-01-01", PHASES[phase]))
    return {x.series: x for x in watched(evidence, tier(), lines, None)}


def months(series: str) -> tuple[object, ...]:
    """Give the months of a series on therapy, in the first years, and later."""
    found = (table(phase).get(series) for phase in PHASES)
    return tuple(None if x is None else x.months for x in found)


def phase(series: str, stop: str) -> str:
    """Give the phase of a series on 2026-06-30, therapy having ended on a day."""
    evidence, lines = with_lines(regimen("Rd", "2020-01-01", stop))
    return next(x.phase for x in watched(evidence, tier(), lines, None) if x.series == series)


def due(series: str, *entries: object, stop: str | None = "2025-12-31") -> object:
    """Give the last day and the next day of a series."""
    evidence, lines = with_lines(*entries, regimen("Rd", "2022-01-01", stop))
    found = next(x for x in watched(evidence, tier(), lines, None) if x.series == series)
    return found.last, found.due


def due_untreated(series: str, *entries: object) -> object:
    evidence, lines = with_lines(*entries)
    found = next(x for x in watched(evidence, tier(), lines, None) if x.series == series)
    return found.phase, found.months, found.last, found.due


def warned(series: str, *entries: object, axes: PoemsResponse | None = None) -> str | None:
    note = warning(view(*entries), series, axes)
    return None if note is None else note.code


def vegf(value: str, on: str = "2026-01-10", high: object = None) -> object:
    return result("vegf_serum", value, "pg/mL", on=on, high=high)


def told(value: str, comparator: str | None = None, on: str = "2026-06-01") -> Input:
    return Input("vegf_serum", Decimal(value), "pg/mL", on, comparator)


def followed(nadir: Input | None, value: Input | None, best: str | None = None) -> PoemsResponse:
    return response(axis("vegf", "PR_V", best=best, nadir=nadir, value=value))


def risen(lowest: str, now: str, signs: tuple[str | None, str | None] = (None, None)) -> object:
    """Tell whether a value warns against the lowest of the line."""
    nadir, value = told(lowest, signs[0], "2026-01-01"), told(now, signs[1])
    return warned("vegf", axes=followed(nadir, value))


def limit(now: str, best: str) -> object:
    """Tell whether a value warns after a remission, the laboratory's limit being 600."""
    entry = vegf(now, "2026-06-01", 600)
    return warned("vegf", entry, axes=followed(told("590"), told(now), best))


def level(series: str, name: str, current: str) -> object:
    return warned(series, axes=response(axis(name, current)))


def rise_due() -> object:
    """Give the next day where VEGF has risen."""
    evidence, lines = with_lines(vegf("900"), regimen("Rd", "2025-01-01"))
    given = followed(told("400", None, "2025-06-01"), told("900", None, "2026-01-10"))
    return next(x.due for x in watched(evidence, tier(), lines, given) if x.series == "vegf")


def organs(albumin: object, egfr: object) -> object:
    return warned("kidney", result("albumin", albumin, "g/L"), result("egfr", egfr))


def blood(*entries: object) -> object:
    return warned("counts", *entries)


def platelets(value: object, high: object = None) -> object:
    return result("platelets", value, "10*9/L", high=high)


def item(name: str, *entries: object) -> object:
    """Give the state and the day of one test of the work-up."""
    evidence, _ = with_lines(*entries)
    found = next(x for x in poems_workup(evidence, tier()) if x.item == name)
    return found.state, found.on


def pressures(value: object) -> object:
    entry = result("pasp", value, "mm[Hg]", on="2026-05-01")
    return due("pasp", entry, stop=None)


def proteins(value: object) -> object:
    entry = result("urine_protein_24h", value, on="2026-05-01", high=150)
    return due("urine_protein", entry, stop=None)


def diffusions(value: object) -> object:
    return due("dlco", result("dlco", value, "%", on="2026-05-01", low=75))


PASP = ("2026-05-01", "2026-08-01"), ("2026-05-01", None)
VECTORS: tuple[Vector, ...] = (
    *rows(
        "months of POEMS-FU", "POEMS-FU", months,
        ("vegf", ((1, 3), (3, 3), (6, 6))), ("m_protein", ((2, 3), (3, 3), (6, 6))),
        ("flc", ((2, 3), (3, 6), (6, 12))), ("onls", ((3, 3), (6, 6), (12, 12))),
        ("counts", (None, (3, 3), (6, 6))), ("kidney", ((1, 1), (3, 3), (6, 6))),
        ("urine_protein", ((3, 3), (6, 6), (12, 12))), ("pasp", ((3, 6), (6, 12), None)),
        ("dlco", ((6, 12), (12, 12), None)), ("imaging", (None, (6, 12), None)),
        ("hormones", (None, (6, 12), (12, 12))), ("examination", (None, (3, 6), (6, 12))),
    ),
    *rows(
        "phase of POEMS-FU", "POEMS-FU", phase,
        ("vegf", "2024-06-30", "late"), ("vegf", "2024-07-01", "early"),
        ("onls", "2023-06-30", "late"), ("onls", "2023-07-01", "early"),
        ("vegf", "2026-06-30", "early"), ("vegf", "2026-07-01", "on_therapy"),
        ("vegf", "2024", "early"),
    ),
    *rows(
        "next day of POEMS-FU", "POEMS-FU", due,
        ("vegf", vegf("100"), ("2026-01-10", "2026-04-10")), ("vegf", (None, "2026-06-30")),
        ("vegf", vegf("100"), vegf("120", "2025-06-01"), ("2026-01-10", "2026-04-10")),
        ("counts", platelets(200), ("2026-06-01", "2026-06-30")),
        (
            "counts", platelets(200), result("hemoglobin", 13, on="2026-02-01"),
            ("2026-02-01", "2026-05-01"),
        ),
        ("imaging", finding("fdg_uptake", {"normal": True}, "2025-06-01"),
         ("2025-06-01", "2026-06-30")),
        ("imaging", finding("fdg_uptake", {"normal": True}, "2026-02-01"),
         ("2026-02-01", "2026-08-01")),
    ),
    *rows(
        "next day before therapy", "POEMS-FU", due_untreated,
        ("imaging", ("on_therapy", None, None, "2026-06-30")),
        ("imaging", finding("fdg_uptake", {"normal": True}),
         ("on_therapy", None, "2026-06-01", None)),
        ("kidney", ("on_therapy", (1, 1), None, "2026-06-30")),
        ("imaging", event("radiotherapy", "2026-02-01"), ("early", (6, 12), None, "2026-06-30")),
    ),
    *rows(
        "pressure on therapy", "POEMS-FU", pressures,
        ("50", PASP[0]), ("49.9", PASP[1]),
    ),
    *rows(
        "protein on therapy", "POEMS-FU", proteins,
        ("151", ("2026-05-01", "2026-08-01")), ("150", ("2026-05-01", None)),
    ),
    *rows(
        "diffusion after therapy", "POEMS-FU", diffusions,
        ("74", ("2026-05-01", "2027-05-01")), ("75", ("2026-05-01", None)),
    ),
    *rows("next day of a rise", "POEMS-FU", rise_due, ("2026-02-07",)),
    *rows(
        "rise of VEGF", "POEMS-FU", risen,
        ("400", "599", None), ("400", "600", "watch_vegf_rise"), ("400", "601", "watch_vegf_rise"),
        ("400", "600", (None, ">"), "watch_vegf_rise"),
        ("400", "600", ("<", None), "watch_vegf_rise"),
        ("400", "600", (">", None), None), ("400", "2000", (None, "<"), None),
    ),
    *rows(
        "VEGF after remission", "POEMS-FU", limit,
        ("600", "CR_V", None), ("601", "CR_V", "watch_vegf_limit"), ("601", "PR_V", None),
    ),
    *rows(
        "levels that warn", "POEMS-FU", level,
        ("m_protein", "hematologic", "PD_H", "watch_pdh"),
        ("m_protein", "hematologic", "PR_H", None),
        ("imaging", "radiologic", "PD_R", "watch_pdr"), ("imaging", "vegf", "PD_V", None),
        ("onls", "neurologic", "progressed", "watch_onls_worse"),
        ("onls", "neurologic", "stable", None),
    ),
    *rows(
        "albumin and kidney", "POEMS-FU", organs,
        ("31.9", "30", "watch_albumin"), ("32.0", "30", None), ("32.0", "29.9", "watch_kidney"),
        ("31.9", "29.9", "watch_albumin_kidney"), ("32.0", ">20", None),
    ),
    *rows(
        "kidney by words", "POEMS-FU", warned,
        ("kidney", words("egfr", "low"), None), ("examination", None), ("kidney", None),
    ),
    *rows(
        "thick blood", "POEMS-FU", blood,
        (platelets(450), None), (platelets(451), "watch_thrombosis"),
        (platelets(451, 460), None), (platelets(401, 400), "watch_thrombosis"),
        (result("hemoglobin", "16.1", high=16), "watch_thrombosis"),
        (result("hemoglobin", "16", high=16), None),
        (finding("polycythemia", True), "watch_thrombosis"),
    ),
    *rows(
        "lung", "POEMS-FU", lambda code, value, unit: warned(code, result(code, value, unit)),
        ("pasp", "49", "mm[Hg]", None), ("pasp", "50", "mm[Hg]", "watch_pasp"),
        ("dlco", "39.9", "%", "watch_dlco"), ("dlco", "40", "%", None),
    ),
    *rows(
        "work-up", "POEMS-WORKUP POEMS-WORKUP-ADDED", item,
        ("fundus", ("due", None)), ("fundus", finding("papilledema", False),
        ("done", "2026-06-01")),
        ("fundus", finding("papilledema", True, "2025-06-30"), ("done", "2025-06-30")),
        ("fundus", finding("papilledema", True, "2025-06-29"), ("old", "2025-06-29")),
        ("hhv8", finding("hhv8", False, "2019-01-01"), ("done", "2019-01-01")),
        ("cbc", platelets(200), ("due", None)),
        ("cbc", platelets(200), result("hemoglobin", 13, on="2026-05-01"), ("done", "2026-05-01")),
        ("nerve_conduction", finding("polyneuropathy", {"present": True}), ("due", None)),
        ("nerve_conduction", finding("polyneuropathy", {"present": True, "type": "axonal"}),
         ("done", "2026-06-01")),
        ("ecg", ("due", None)),
    ),
)  # fmt: skip
