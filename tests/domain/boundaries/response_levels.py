"""Give the boundaries of measurable disease and of the levels of response (RESP-IMWG-*)."""

from __future__ import annotations

from decimal import Decimal

from desktop_app.domain.record import Result
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import finding, result, words
from tests.domain.responses import (
    BEFORE,
    bands,
    baseline,
    both,
    cells,
    chains,
    course,
    day,
    last,
    line,
    m,
    mass,
    treatment,
    u,
)

NOW = day(1)


def markers(*entries: object) -> tuple[str, ...]:
    return baseline(*entries).markers


def judged(*entries: object) -> tuple[str, ...]:
    """Give the answers on serum, urine, light chains and marrow."""
    return tuple(x.state.state for x in baseline(*entries).criteria[1:])


def followed(*entries: object) -> tuple[str, ...]:
    """Give the immunoglobulins by which a line may be followed, with their values."""
    rule = baseline(*entries).criteria[-1]
    return tuple(f"{x.code} {x.value}" for x in rule.inputs if rule.id == "RESP-IMWG-MEAS-IG")


def ig(code: str, value: str, on: str = BEFORE) -> Result:
    return result(code, value, "mg/dL", on=on)


def dated(start: str, *on: str) -> tuple[object, ...]:
    """Give the baseline of serum of a line, and what is said of it, for values on days."""
    found = baseline(
        [m(f"{at}.5", each) for at, each in enumerate(on, 2)], lines=(line(treatment(start)),)
    )
    value = str(found.values[0].value) if found.values else None
    return value, tuple(note.code for note in found.notes)


def level(base: object, *now: object) -> tuple[object, ...]:
    """Give what a first visit reads, and what it is at least."""
    found = last(base, *now)
    return found.read, found.at_least


def open_to(base: object, *now: object) -> tuple[str, ...]:
    return last(base, *now).possible


def answers(base: object, *now: object) -> tuple[tuple[str, str], ...]:
    """Give the levels in the trace of a visit with their answers."""
    found = last(base, *now).criteria
    return tuple((x.id[10:], x.state.state) for x in found if x.id.startswith("RESP-IMWG-"))


def fall(serum: object, urine: object = "0") -> object:
    """Give the level of a visit after 10 g/dL and 1,000 mg/24 h."""
    return last(both("10", "1000"), both(serum, urine, NOW)).read


def urine_only(urine: object) -> object:
    return last(both("0", "1000"), both("0", urine, NOW)).read


def light(kappa: object, lambda_: object = "10") -> object:
    """Give the level of light chains after a difference of 1,000 mg/L."""
    base = (both("0", "0"), bands("kappa"), chains("1010", "10"))
    return last(base, chains(kappa, lambda_, NOW)).read


def clean(percent: object = "4", on: str = NOW) -> tuple[object, ...]:
    """Give a visit that shows no M-protein, and this many plasma cells of the marrow."""
    return both("0", "0", on), bands(on=on), cells(percent, on)


BASE = (both("4.0", "500"), bands("IgG-kappa"))
LAMBDA = (both("4.0", "500"), bands("IgG-lambda"))
UNTYPED = both("4.0", "500")
FLC_BASE = (both("0", "0"), bands("kappa"), chains("1010", "10"))
MARROW_BASE = (both("0", "0"), chains("10", "10"), cells("40"))


def stained(base: object, ratio: str, count: int) -> object:
    """Give what a visit reads whose marrow was stained: so many kappa to lambda cells."""
    stain = {"ratio": Decimal(ratio), "cells": count}
    found = finding("marrow_ihc_kappa_lambda", stain, NOW)
    return last(base, clean(), chains("10", "10", NOW), found).at_least


def with_cells(base: object, *found: object) -> object:
    return last(base, clean(), chains("10", "10", NOW), *found).at_least


_MEASURABLE = rows(
    "measurable markers", "RESP-IMWG-MEAS-S RESP-IMWG-MEAS-U RESP-IMWG-MEAS-F RESP-IMWG-MEAS-M",
    markers,
    (m("0.9"), u("0"), ()), (m("1.0"), u("0"), ("serum",)), (m("0.5"), u("0"), ()),
    (m("9.9", unit="g/L"), ()), (m("10", unit="g/L"), ("serum",)),
    (m("0"), u("199"), ()), (m("0"), u("200"), ("urine",)), (both("1", "200"), ("serum", "urine")),
    (both("0", "0"), bands("kappa"), chains("99.9", "1"), ()),
    (both("0", "0"), bands("kappa"), chains("100", "1"), ("flc",)),
    (both("0", "0"), chains("100", "1"), ("flc",)),
    (both("0", "0"), chains("1", "100"), ("flc",)),
    (both("0", "0"), bands("kappa"), chains("165", "100"), ()),
    (both("0", "0"), bands("kappa"), chains("165.1", "100"), ("flc",)),
    (both("0", "0"), bands("lambda"), chains("26", "100"), ()),
    (both("0", "0"), bands("lambda"), chains("25.9", "100"), ("flc",)),
    (both("1", "0"), bands("kappa"), chains("1000", "1"), ("serum",)),
    (m("0"), bands("kappa"), chains("1000", "1"), ("flc",)),
    (m("0"), chains("1000", "1"), ()), (u("0"), chains("1000", "1"), ()),
    (both("0", "0"), chains("10", "10"), cells("29.9"), ()),
    (both("0", "0"), chains("10", "10"), cells("30"), ("marrow",)),
    (both("0", "0"), chains("1000", "1"), cells("30"), ("flc",)),
    (both("1", "0"), chains("10", "10"), cells("30"), ("serum",)),
    (both("0", "0"), cells("30"), ()),
    (both("0", "0"), chains("10", "10"), cells("30", method="flow"), ()),
    (both("0", "0"), mass("T10", 20, 20), ("lesions",)), (mass("T10"), ()), (mass("T10", 20), ()),
    (mass("T10", 20, 20, kind="bone"), ()), (mass("T10", 20, 20, gone=True), ()),
    (mass("T10", 0, 0), ()), (mass("pleura", 20, 20, kind="effusion"), ()),
    (bands(), ()),
)  # fmt: skip
_JUDGED = rows(
    "what is unknown of the markers", "RESP-IMWG-MEAS-F RESP-IMWG-MEAS-M", judged,
    (bands(), chains("10", "10"), ("no", "no", "no", "unknown")),
    (m("0"), chains("1000", "1"), ("no", "unknown", "unknown", "no")),
    (m("2"), chains("1000", "1"), ("yes", "unknown", "no", "no")),
    (m("<2"), u("0"), ("unknown", "no", "unknown", "unknown")),
    (m("<1"), u("<200"), ("no", "no", "unknown", "unknown")),
    (words("serum_m_protein", "normal", BEFORE), u("0"), ("no", "no", "unknown", "unknown")),
    (words("serum_m_protein", "high", BEFORE), u("0"), ("unknown", "no", "unknown", "unknown")),
    (both("0", "0"), result("flc_kappa", "500", on=BEFORE), words("flc_ratio", "high", BEFORE),
     bands("kappa"), ("no", "no", "yes", "no")),
    (both("0", "0"), result("flc_kappa", "500", on=BEFORE), words("flc_ratio", "normal", BEFORE),
     bands("kappa"), ("no", "no", "no", "unknown")),
    (both("0", "0"), result("flc_kappa", "500", on=BEFORE), bands("kappa"),
     ("no", "no", "unknown", "unknown")),
    (both("0", "0"), chains("500", "200"), bands("kappa"),
     result("flc_ratio", "2.5", on=BEFORE, high="3.1"), ("no", "no", "no", "unknown")),
    (both("0", "0"), chains("500", "200"), bands("kappa"),
     result("flc_ratio", "2.5", on=BEFORE, high="2.4"), ("no", "no", "yes", "no")),
    (both("0", "0"), chains("150", "300"), bands("lambda"),
     result("flc_ratio", "0.5", on=BEFORE, low="0.6"), ("no", "no", "yes", "no")),
    (both("0", "0"), chains("500", "200"), chains("200", "200"), bands("kappa"),
     ("no", "no", "unknown", "unknown")),
    (m("2"), m("0.5"), u("0"), ("unknown", "no", "unknown", "unknown")),
    (m("2"), m("3"), u("0"), ("yes", "no", "no", "no")),
    (m("2", unit="mmol/L"), u("0"), ("unknown", "no", "unknown", "unknown")),
)  # fmt: skip
_FOLLOWED = rows(
    "followed by the immunoglobulin", "RESP-IMWG-MEAS-IG", followed,
    (both("0.5", "0"), bands("IgA-kappa"), ig("iga", "900"), ("iga 900",)),
    (both("0.5", "0"), bands("IgD-lambda"), ig("igd", "90"), ig("iga", "9"), ("igd 90",)),
    (both("0.5", "0"), bands("IgG-kappa"), ig("iga", "900"), ()),
    (both("1.0", "0"), bands("IgA-kappa"), ig("iga", "900"), ()),
    (both("0.5", "0"), bands("IgA-kappa"), ig("iga", "900", NOW), ()),
    (both("0.5", "0"), bands("IgA-kappa", on=NOW), ig("iga", "900"), ()),
    (both("0.5", "0"), bands("IgA-kappa"), ig("iga", "800", "2023"), ig("iga", "900"),
     ("iga 900",)),
)  # fmt: skip
_BASELINE = rows(
    "baseline of the line", "RESP-BASE", dated,
    ("2024-03-10", "2024-03-01", "2024-03-10", "2024-03-11", ("3.5", ())),
    ("2024-03-10", "2024-03-11", "2024-03-12", ("2.5", ("response_base_after_start",))),
    ("2024-03-10", "2024-03-24", ("2.5", ("response_base_after_start",))),
    ("2024-03-10", "2024-03-25", (None, ())),
    ("2024-03-10", "2024-01-10", ("2.5", ())),
    ("2024-03-10", "2024-01-09", ("2.5", ("response_base_old",))),
    ("2024-03-10", "2024-03", ("2.5", ())), ("2024-03", "2024-03-31", ("2.5", ())),
    ("2024-03", "2024-04-01", (None, ())), ("2024-02", "2024-02-01", "2024-02-29", ("3.5", ())),
    ("2024-03-10", "2024", (None, ())), ("2024", "2024-01-20", (None, ())),
    ("2024", "2023-12-31", ("2.5", ())), ("2024", "2024", (None, ())),
    ("2024-03", "2024-02", ("2.5", ())),
)  # fmt: skip
_FALL = rows(
    "fall of serum and urine", "RESP-IMWG-MR RESP-IMWG-PR RESP-IMWG-VGPR RESP-IMWG-SD", fall,
    ("7.51", "SD"), ("7.5", "MR"), ("5.01", "MR"), ("5.0", "PR"), ("1.01", "PR"), ("1.0", "VGPR"),
    ("1.0", "99", "VGPR"), ("1.0", "100", "PR"), ("1.0", "199", "PR"),
    ("5.0", "101", "PR"), ("7.5", "500", "MR"), ("7.5", "501", "SD"), ("5.0", "500", "MR"),
    ("5.0", "501", "SD"), ("10", "0", "SD"), ("0", "0", "VGPR"), ("<0.1", "<10", "VGPR"),
    ("<1.0", "<100", "VGPR"), ("<=1.0", "<=99", "VGPR"),
    ("0", "100", "PR"), (">7.5", "0", "SD"),
)  # fmt: skip
_URINE_ONLY = rows(
    "urine alone", "RESP-IMWG-PR RESP-ALG-WORST", urine_only,
    ("99", "VGPR"), ("100", "PR"), ("199", "PR"), ("200", "MR"), ("500", "MR"), ("501", "SD"),
    ("0", "VGPR"),
)  # fmt: skip
_STEEP = rows(
    "fall of much urine", "RESP-IMWG-PR", level,
    (both("0", "5000"), both("0", "500", NOW), ("PR", "PR")),
    (both("0", "5000"), both("0", "501", NOW), ("MR", "MR")),
    (both("0", "5000"), m("0", NOW), ("NE", None)),
    (both("10", "100"), m("1", NOW), ("VGPR", "MR")),
    (both("10", "100"), both("1", "150", NOW), ("PR", "PR")),
    (both("10", "100"), u("0", NOW), ("NE", None)),
    (m("10"), both("4", "0", NOW), ("PR", "PR")),
    (m("10"), both("4", "200", NOW), ("MR", "SD")),
    (m("10"), m("7.5", NOW), ("MR", "SD")), (m("10"), m("7.6", NOW), ("SD", "SD")),
    (both("0", "0"), both("0", "0", NOW), ("NE", None)),
    (both("0.9", "0"), both("0", "0", NOW), ("NE", None)),
)  # fmt: skip
_LIGHT = rows(
    "light chains alone", "RESP-IMWG-VGPR RESP-IMWG-PR RESP-IMWG-MR", light,
    ("511", "SD"), ("510", "PR"), ("111", "PR"), ("110", "VGPR"), ("260", "PR"), ("700", "SD"),
)  # fmt: skip
_LIGHT_CR = rows(
    "CR by light chains", "RESP-IMWG-CR", level,
    (FLC_BASE, clean(), chains("16", "10", NOW), ("CR", "CR")),
    (FLC_BASE, clean(), chains("17", "10", NOW), ("VGPR", "VGPR")),
    (FLC_BASE, clean(), result("flc_kappa", "5", on=NOW), ("NE", None)),
    ((both("0", "0"), bands("lambda"), chains("10", "1010")), chains("10", "110", NOW),
     ("VGPR", "VGPR")),
    ((both("0", "0"), bands("lambda"), chains("10", "1010")), chains("10", "111", NOW),
     ("PR", "PR")),
)  # fmt: skip
_MARROW = rows(
    "marrow alone", "RESP-IMWG-PR", level,
    (MARROW_BASE, cells("20", NOW), ("PR", "PR")), (MARROW_BASE, cells("20.1", NOW), ("SD", "SD")),
    (MARROW_BASE, clean("4"), ("CR", "CR")), (MARROW_BASE, clean("5"), ("PR", "PR")),
    (MARROW_BASE, cells("10", NOW), cells("25", NOW), ("SD", "SD")),
    (MARROW_BASE, cells("10", NOW), result("marrow_plasma_cells_biopsy", "25", "%", on=NOW),
     ("SD", "SD")),
    (MARROW_BASE, cells("10", NOW), bands(on=day(2)), ("PR", "PR")),
    (MARROW_BASE, cells("<10", NOW), ("PR", "PR")),
    (MARROW_BASE, cells("<25", NOW), ("SD", "SD")),
)  # fmt: skip
_CR = rows(
    "complete response", "RESP-IMWG-CR", level,
    (BASE, clean("4.9"), ("CR", "CR")), (BASE, clean("5"), ("VGPR", "VGPR")),
    (BASE, clean("<5"), ("CR", "CR")), (BASE, both("0", "0", NOW), bands(on=NOW), ("VGPR", "VGPR")),
    (BASE, bands(on=NOW), cells("4", NOW), ("CR", "CR")),
    (BASE, clean(), bands("IgG-kappa", on=NOW), ("VGPR", "VGPR")),
    (BASE, both("0", "0", NOW), cells("4", NOW), ("VGPR", "VGPR")),
    (BASE, both("0.1", "0", NOW), cells("4", NOW), ("VGPR", "VGPR")),
    (BASE, clean(), mass("T10", on=NOW), ("VGPR", None)),
    (BASE, clean("4", day(1)), both("0", "0", day(2)), bands(on=day(2)), ("CR", "CR")),
    ((BASE, cells("4")), both("0", "0", NOW), bands(on=NOW), ("VGPR", "VGPR")),
)  # fmt: skip
_OPEN = rows(
    "levels still possible", "RESP-ALG-MISSING", open_to,
    (BASE, both("0", "0", NOW), bands(on=NOW), ("VGPR", "CR", "sCR")),
    (BASE, both("0", "0", NOW), cells("4", NOW), ("VGPR", "CR", "sCR")),
    (BASE, both("0", "0", NOW), cells("5", NOW), ("VGPR",)),
    (BASE, both("0.1", "0", NOW), cells("4", NOW), ("VGPR",)),
    (BASE, both("0", "1", NOW), cells("4", NOW), ("VGPR",)),
    (BASE, clean(), chains("10", "10", NOW), ("CR", "sCR")), (BASE, clean(), ("CR", "sCR")),
    (BASE, clean(), chains("100", "10", NOW), ("CR",)),
    (BASE, m("0.3", NOW), ("SD", "MR", "PR", "VGPR")),
    (m("4.0"), m("0.3", NOW), ("SD", "MR", "PR", "VGPR")),
    (BASE, both(">4.0", "0", NOW), ("PD", "SD")), (BASE, both("6.0", "0", NOW), ("PD",)),
    (BASE, both("<3.5", "0", NOW), ("VGPR", "CR", "sCR")),
)  # fmt: skip
_SCR = (
    *rows(
        "clonal cells by staining", "RESP-IMWG-SCR", stained,
        (BASE, "4", 100, "sCR"), (BASE, "4.1", 100, "CR"), (BASE, "4", 99, "CR"),
        (LAMBDA, "0.5", 100, "sCR"), (LAMBDA, "0.4", 100, "CR"), (LAMBDA, "9", 100, "sCR"),
        (BASE, "0.1", 100, "sCR"), (UNTYPED, "0.5", 100, "sCR"), (UNTYPED, "4", 100, "sCR"),
        (UNTYPED, "4.1", 100, "CR"), (UNTYPED, "0.4", 100, "CR"),
    ),
    *rows(
        "clonal cells by flow", "RESP-IMWG-SCR", with_cells,
        (BASE, finding("marrow_flow_clonal", False, NOW), "sCR"),
        (BASE, finding("marrow_flow_clonal", True, NOW), "CR"),
        (BASE, finding("marrow_flow_clonal", False, day(2)), "CR"),
        (BASE, finding("marrow_flow_clonal", False, BEFORE), "CR"), (BASE, "CR"),
    ),
)  # fmt: skip
ONLY_SERUM = (*both("4.0", "0"), bands("IgG-kappa"))
_LACKING = rows(
    "visits that lack urine", "RESP-ALG-CONFIRM RESP-ALG-MISSING", course,
    (ONLY_SERUM, both("1.8", "0", NOW), m("1.8", day(2)), both("1.8", "0", day(3)), "PR PR PR"),
    (ONLY_SERUM, both("2.8", "0", NOW), m("1.8", day(2)), "MR PR~"),
    (ONLY_SERUM, both("0.3", "0", NOW), m("1.8", day(2)), both("0.3", "0", day(3)), "MR PR~ VGPR?"),
    (ONLY_SERUM, m("1.8", NOW), m("1.8", day(2)), m("2.2", day(3)), "PR~ PR~ MR"),
    (ONLY_SERUM, m("<3.5", NOW), u("50", NOW), m("2.8", day(2)), "SD~ MR?"),
    (ONLY_SERUM, m("2.8", NOW), "MR?"), (ONLY_SERUM, m("1.8", NOW), "PR~"),
)  # fmt: skip
_TRACE = rows(
    "levels in the trace", "RESP-IMWG-PR RESP-IMWG-SD", answers,
    (BASE, both("1.9", "0", NOW), (("PD-SERUM", "no"), ("PD-URINE", "no"), ("PR", "yes"))),
    (BASE, both("3.9", "0", NOW), (("PD-SERUM", "no"), ("PD-URINE", "no"), ("SD", "yes"))),
    (BASE, m("3.0", NOW), (("PD-SERUM", "no"), ("MR", "unknown"), ("SD", "unknown"))),
)  # fmt: skip
VECTORS: tuple[Vector, ...] = (
    *(
        *_MEASURABLE,
        *_JUDGED,
        *_FOLLOWED,
        *_BASELINE,
        *_FALL,
        *_URINE_ONLY,
        *_STEEP,
        *_LIGHT,
        *_LIGHT_CR,
    ),
    *(*_MARROW, *_CR, *_OPEN, *_SCR, *_LACKING, *_TRACE),
)
