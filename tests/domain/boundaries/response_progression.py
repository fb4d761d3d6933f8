"""Give the boundaries of progression: rows, nadir, lesions (RESP-IMWG-PD-*, RESP-ALG-NADIR)."""

from __future__ import annotations

from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import ct, finding, result
from tests.domain.responses import (
    BEFORE,
    bands,
    baseline,
    blood,
    both,
    cells,
    chains,
    course,
    day,
    last,
    line,
    m,
    mass,
    notes,
    points,
    responded,
    rows_of,
    treatment,
    u,
)

NOW, THEN = day(1), day(2)
NOTHING = (both("0", "0"), chains("10", "10"), cells("5"))


def from_serum(nadir: object, now: object, unit: str = "g/dL") -> str:
    """Give the answer of the serum row against a baseline."""
    return rows_of(last(m(nadir, unit=unit), m(now, NOW, unit)))["RESP-IMWG-PD-SERUM"]


def from_urine(nadir: object, now: object) -> str:
    return rows_of(last(u(nadir), u(now, NOW)))["RESP-IMWG-PD-URINE"]


def from_light(now: object, nadir: object = "110") -> str | None:
    """Give the answer on light chains whose difference was 100 mg/L at its lowest."""
    base = (both("0", "0"), bands("kappa"), chains(nadir, "10"))
    return rows_of(last(base, chains(now, "10", NOW))).get("RESP-IMWG-PD-FLC")


def row(name: str, *entries: object) -> str | None:
    return rows_of(last(*entries)).get(f"RESP-IMWG-PD-{name}")


def read(*entries: object) -> str | None:
    return last(*entries).read


def of_masses(*entries: object) -> tuple[object, ...]:
    """Give what a visit with lesions reads, and the answer of its row."""
    found = last(*entries)
    return found.read, rows_of(found).get("RESP-IMWG-PD-LESION")


def told(*entries: object) -> tuple[object, ...]:
    """Give the level of the last visit and what is said of it."""
    found = last(*entries)
    return found.category, found.confirmed, tuple(sorted(notes(found)))


def said_of_rows(*entries: object) -> tuple[str | None, ...]:
    """Give the notes on the rows of progression."""
    found = [x for x in last(*entries).criteria if "-PD-" in x.id or "HINT" in x.id]
    return tuple(x.note.code if x.note else None for x in found if "ALG" not in x.id)


def seen_after(*entries: object) -> tuple[object, ...]:
    """Give what every visit reads, and whether progression is open, of looks at lesions."""
    return tuple((point.read, "PD" in point.possible) for point in points(*entries))


def nadir_of(*entries: object) -> tuple[str, ...]:
    """Give the nadirs as they are told in the trace of the last visit."""
    given = [x.note for x in last(*entries).criteria if x.note is not None]
    return tuple(dict(x.values)["nadir"] for x in given if x.code == "rise_from_nadir")


def flags(*entries: object) -> tuple[object, ...]:
    """Give the day of the baseline, its markers, and what is said of it."""
    found = baseline(*entries)
    said = tuple(f"{x.code} {dict(x.values)['date']}" for x in found.notes)
    return found.date, found.markers, said


def marks(*entries: object) -> tuple[tuple[str, str, str, str], ...]:
    """Give the marks of the line: role, value, unit, code."""
    found = responded(*entries).marks
    return tuple((x.role, f"{x.value.normalize():f}", x.unit, x.code) for x in found)


def drug_band(start: str, stop: str | None, seen: tuple[str, ...], on: str) -> tuple[str, ...]:
    """Give what is said of a band beside daratumumab from one day to another."""
    given = line(treatment(), treatment(start, stop, "daratumumab"))
    clean = (both("0", "0", on), bands(*seen, on=on))
    return tuple(sorted(notes(last(BASE, clean, lines=(given,)))))


def serum_negative(on: str) -> object:
    return finding("serum_immunofixation", [], on)


def when(*entries: object) -> tuple[str, ...]:
    return tuple(point.date for point in points(*entries))


def serum(*values: object) -> list[object]:
    return [both(value, "0", day(at)) for at, value in enumerate(values, 1)]


BASE = both("4.0", "500")
T10 = (BASE, mass("T10", 20, 20))
PAIR = (BASE, mass("T10", 20, 10), mass("rib", 20, 10))

_SERUM = rows(
    "PD by serum", "RESP-IMWG-PD-SERUM", from_serum,
    ("1.0", "1.49", "no"), ("1.0", "1.50", "yes"), ("4.0", "4.9", "no"), ("6.0", "7.0", "yes"),
    ("0.4", "1.2", "yes"), ("4.0", "5.0", "yes"), ("4.0", "4.99", "no"), ("6.0", "6.99", "no"),
    ("5.0", "6.0", "yes"), ("4.9", "5.9", "no"), ("4.9", "6.12", "no"), ("4.9", "6.125", "yes"),
    ("0", "0.5", "yes"), ("0", "0.49", "no"), ("10", "15", "g/L", "yes"),
    ("10", "14.9", "g/L", "no"),
    ("60", "70", "g/L", "yes"), ("60", "69", "g/L", "no"), ("2.0", ">2.4", "unknown"),
    ("2.0", ">=2.5", "yes"), ("2.0", ">2.5", "yes"), ("2.0", "<2.5", "no"),
    ("2.0", "<=2.5", "unknown"),
    ("<0.1", "0.6", "yes"), ("<0.1", "0.5", "unknown"), ("<=0.1", "0.6", "yes"),
    (">1.0", "2.0", "unknown"), ("<0.1", "0.45", "no"), ("2.5", ">2.0", "unknown"), ("1.0",
    "1.25", "no"),
)  # fmt: skip
_OTHERS = (
    *rows(
        "PD by urine", "RESP-IMWG-PD-URINE", from_urine,
        ("100", "299", "no"), ("100", "300", "yes"), ("1000", "1249", "no"),
        ("1000", "1250", "yes"),
        ("0", "200", "yes"), ("0", "199", "no"), ("800", "1000", "yes"), ("790", "989", "no"),
    ),
    *rows(
        "PD by light chains", "RESP-IMWG-PD-FLC", from_light,
        ("210", "no"), ("211", "yes"), ("209", "no"), ("1260", "1010", "yes"),
        ("1259", "1010", "no"), ("210", "50", None),
    ),
    *rows(
        "PD by marrow and blood", "RESP-IMWG-PD-MARROW RESP-IMWG-PD-BLOOD", row,
        ("MARROW", NOTHING, cells("14.9", NOW), "no"), ("MARROW", NOTHING, cells("15", NOW), "yes"),
        ("MARROW", NOTHING[:2], cells("60"), cells("74.9", NOW), "no"),
        ("MARROW", NOTHING[:2], cells("60"), cells("75", NOW), "yes"),
        ("MARROW", BASE, cells("5"), cells("90", NOW), None),
        ("MARROW", both("0", "0"), chains("1000", "1"), cells("5"), cells("90", NOW), None),
        ("MARROW", cells("5"), cells("90", NOW), "unknown"),
        ("BLOOD", NOTHING, blood("0.4"), blood("0.59", NOW), "no"),
        ("BLOOD", NOTHING, blood("0.4"), blood("0.6", NOW), "yes"),
        ("BLOOD", NOTHING, blood("0.1"), blood("0.29", NOW), "no"),
        ("BLOOD", NOTHING, blood("0.1"), blood("0.3", NOW), "yes"),
        ("BLOOD", NOTHING, blood("2"), blood("2.9", NOW), "no"),
        ("BLOOD", NOTHING, blood("2"), blood("3", NOW), "yes"),
        ("BLOOD", BASE, blood("0.1"), blood("9", NOW), None),
        ("BLOOD", NOTHING[:2], cells("40"), blood("0.1"), blood("9", NOW), None),
        ("BLOOD", NOTHING, mass("T10", 20, 20), blood("0.1"), blood("9", NOW), None),
        ("BLOOD", both("0", "0"), chains("1000", "1"), blood("0.1"), blood("9", NOW), None),
        ("SERUM", m("2.0", NOW), None), ("SERUM", m("2.0", NOW), m("2.0", THEN), None),
        ("SERUM", m("0.6", NOW), m("0.5", THEN), m("1.2", day(3)), "yes"),
        ("SERUM", both("0", "500"), m("0.5", NOW), "yes"),
        ("SERUM", bands(), u("500"), m("0.5", NOW), "yes"),
        ("SERUM", bands(), u("500"), m("0.49", NOW), "no"),
    ),
)  # fmt: skip
_NADIR = (
    *rows(
        "nadir", "RESP-ALG-NADIR RESP-ALG-ORDER", told,
        (BASE, serum("0.4", "0.4", "1.2", "1.2"), ("PD", True, ())),
        (BASE, serum("0.4", "0.4", "1.2"), ("PD", False, ())),
        (BASE, serum("1.0", "1.0", "0.5", "1.1"), ("PR", True, ("possible_progression",))),
        (BASE, serum("1.0", "1.0", "0.5", "0.5", "1.1"), ("PD", False, ())),
        (BASE, serum("1.0", "0.6", "1.09"), ("PR", True, ())),
        (BASE, serum("1.0", "0.6", "1.10"), ("PR", True, ("possible_progression",))),
        (BASE, serum("0.4", "1.2"), ("PR", True, ("possible_progression",))),
        (serum("1.0", "2.0"), ("NE", False, ("possible_progression",))),
    ),
    *rows(
        "notes on the rows", "RESP-HINT-TWO RESP-IMWG-PD-LESION", said_of_rows,
        (BASE, both("5.0", "500", NOW), ("rise_from_nadir", "rise_from_nadir")),
        (BASE, both("5.0", "700", NOW),
         ("rise_from_nadir", "rise_from_nadir", "two_markers_progress")),
        (m("<4.0"), m("9.0", NOW), (None,)),
        (T10, mass("rib", 5, 5, on=NOW), ("new_lesions",)),
        (BASE, mass("rib", on=NOW), ("first_imaging",)),
        (T10, mass("T10", 20, 20, on=NOW), (None,)),
    ),
)  # fmt: skip
_MASSES = (
    *rows(
        "lesions", "RESP-IMWG-PD-LESION RESP-ALG-LESION", of_masses,
        (T10, both("1.0", "0", NOW), ("PR", None)),
        (T10, both("1.0", "0", NOW), mass("T10", 20, 10, on=NOW), ("PR", "no")),
        (T10, both("1.0", "0", NOW), mass("T10", 20, "10.1", on=NOW), ("SD", "no")),
        (T10, both("1.0", "0", NOW), mass("T10", gone=True, on=NOW), ("PR", "no")),
        (T10, both("1.0", "0", NOW), mass("T10", 0, 0, on=NOW), ("PR", "no")),
        (T10, both("0", "0", NOW), mass("T10", 0, 0, on=NOW), bands(on=NOW), cells("4", NOW),
         ("CR", "no")),
        (T10, both("0", "0", NOW), mass("T10", 5, 5, on=NOW), bands(on=NOW), cells("4", NOW),
         ("VGPR", "no")),
        (T10, both("0", "0", NOW), bands(on=NOW), cells("4", NOW), ("VGPR", None)),
        (T10, both("1.0", "0", NOW), mass("T10", on=NOW), ("PR", "no")),
        ((BASE, mass("T10")), both("1.0", "0", NOW), mass("T10", 1, 1, on=NOW), ("PR", "no")),
        ((BASE, mass("T10")), both("1.0", "0", NOW), mass("T10", gone=True, on=NOW), ("PR", "no")),
        (T10, mass("T10", "29.9", 5, on=NOW), ("NE", "no")),
        (T10, mass("T10", 30, 5, on=NOW), ("PD", "yes")),
        ((BASE, mass("T10", 20, 10)), mass("T10", 90, 10, on=NOW), ("NE", "no")),
        ((BASE, mass("T10", 20, "10.1")), mass("T10", 30, 9, on=NOW), ("PD", "yes")),
        ((BASE, mass("T10", 20)), mass("T10", 30, on=NOW), ("NE", "unknown")),
        (PAIR, mass("T10", 20, "15.9", on=NOW), mass("rib", 20, 14, on=NOW), ("NE", "no")),
        (PAIR, mass("T10", 20, 16, on=NOW), mass("rib", 20, 14, on=NOW), ("PD", "yes")),
        (PAIR, mass("T10", 29, 20, on=NOW), ("NE", "no")),
        ((BASE, mass("T10", 20, 10)), mass("T10", 29, 20, on=NOW), ("NE", "no")),
        (T10, mass("T10", 40, 40, on=NOW, gone=True), ("NE", "no")),
        (T10, mass("T10", gone=True, on=NOW), mass("T10", 5, 5, on=THEN), ("PD", "yes")),
        (T10, mass("T10", 14, 12, on=NOW), mass("T10", 21, 12, on=THEN), ("PD", "yes")),
        (T10, mass("T10", 14, 12, on=NOW), mass("T10", on=THEN), mass("T10", 21, 12, on=day(3)),
         ("PD", "yes")),
        (T10, mass("rib", on=NOW), both("1.0", "0", THEN), ("PD", "yes")),
        (T10, mass("rib", on=NOW), mass("rib", gone=True, on=THEN), ("NE", "no")),
        (T10, mass("rib", gone=True, on=NOW), ("NE", "no")),
        (BASE, mass("rib", on=NOW), mass("liver", on=THEN), ("PD", "yes")),
        (BASE, ct(1), mass("rib", on=NOW), ("NE", "unknown")),
        (BASE, finding("bone_lytic_ct", {"count": 1}, "2023-12"), mass("rib", on=NOW), ("PD",
         "yes")),
        (T10, mass("rib", on=NOW, kind="bone"), ("PD", "yes")),
        (T10, mass("T10", 30, 30, on=NOW), mass("T10", 5, 5, on=NOW), ("PD", "yes")),
        ((both("0", "0"), mass("T10", 20, 20)), mass("T10", 20, 10, on=NOW), ("PR", "no")),
        ((both("0", "0"), chains("9", "9"), cells("5"), mass("T10", 20, 20)), mass("T10", 20, 11,
         on=NOW),
         ("SD", "no")),
        ((both("0", "0"), mass("T10", 20, 20)), both("0", "0", NOW), ("NE", None)),
        ((BASE, mass("fluid", kind="effusion")), both("1.0", "0", NOW), mass("fluid", on=NOW,
         kind="effusion"),
         ("PR", "no")),
    ),
    *rows(
        "first looks at lesions", "RESP-IMWG-PD-LESION RESP-BASE", seen_after,
        (BASE, mass("rib", 20, 20, on="2024-01-20"), both("1.0", "0", NOW), (("PR", False),)),
        (BASE, mass("rib", 20, 20, on="2024-01-24"), mass("rib", 9, 9, on=NOW), both("1", "0", NOW),
         (("PR", False),)),
        (BASE, mass("rib", 20, 20, on="2024-01-25"), both("1.0", "0", NOW),
         (("NE", True), ("PR", False))),
        (BASE, mass("rib", 20, 20, on="2024-01-20"), mass("liver", on=NOW), (("PD", True),)),
        (BASE, both("2.0", "0", "2024-01-20"), mass("rib", 20, 20, on="2024-01-20"),
         both("1.0", "0", NOW), (("PR", False), ("PR", False))),
        ((m("4.0", "2024-01-20"), u("0")), mass("rib", 20, 20, on="2024-01-20"),
         both("1.0", "0", NOW), (("PR", False),)),
        (BASE, ct(1), mass("rib", on=NOW), mass("rib", on=THEN), (("NE", True), ("NE", False))),
        (BASE, finding("bone_lytic_ct", {"count": 1}, "2023-12"), mass("rib", on="2024-01-20"),
         (("PD", True),)),
        (BASE, mass("rib", on=NOW), mass("liver", on=THEN), (("NE", True), ("PD", True))),
        (BASE, mass("ascites", kind="effusion"), both("1.0", "0", NOW), (("PR", False),)),
    ),
    *rows(
        "baseline of lesions", "RESP-BASE", flags,
        (both("0", "0"), mass("T10", 20, 20), (BEFORE, ("lesions",), ())),
        (both("0", "0"), mass("T10", 20, 20, on="2023-11-11"), ("2023-11-11", ("lesions",), ())),
        (both("0", "0"), mass("T10", 20, 20, on="2023-11-10"), ("2023-11-10", ("lesions",),
         ("response_base_old 2023-11-10",))),
        (both("0", "0"), mass("T10", 20, 20, on="2024-01-24"), ("2024-01-24", ("lesions",),
         ("response_base_after_start 2024-01-24",))),
        (both("0", "0"), mass("T10", 20, 20, on="2024-01-25"), (None, (), ())),
        (BASE, mass("T10", 20, 20, on="2023-10-01"), mass("rib", 5, 5), (BEFORE, ("serum", "urine",
         "lesions"), ())),
    ),
    *rows(
        "nadir as it is told", "RESP-ALG-NADIR", nadir_of,
        (both("4.0", "500"), both("1.0", "0", NOW), ("4.0 g/dL", "500 mg/24 h")),
        (m("40", unit="g/L"), m("20", NOW, "g/L"), ("40 g/L",)),
        (m("40", unit="g/L"), m("2", NOW), ("4.0 g/dL",)),
        (m("4.0"), serum_negative(NOW), ("4.0 g/dL",)),
        (m("4.0"), m("1", NOW, "mmol/L"), m("30", NOW, "g/L"), ("40 g/L",)),
        (NOTHING[:2], cells("40"), cells("20", NOW), ("40 %",)),
        (both("0", "0"), bands("kappa"), chains("210", "10"), chains("20", "10", NOW),
         ("200 mg/L",)),
        (both("0", "0"), bands("kappa"), chains("210", "10"), result("flc_kappa", "2", "mg/dL",
         on=NOW), result("flc_lambda", "1", "mg/dL", on=NOW), ("20.0 mg/dL",)),
    ),
    *rows(
        "course of lesions", "RESP-ALG-CONFIRM-PD", course,
        (T10, mass("rib", on=NOW), "PD"),
        (T10, mass("rib", on=NOW), both("1.0", "0", THEN), "PD PD"),
    ),
)  # fmt: skip
_MARKS = rows(
    "marks of the chart", "RESP-ALG-NADIR", marks,
    (BASE, serum("1.0", "0.8"), (("baseline", "4", "g/dL", "serum_m_protein"),
     ("nadir", "1", "g/dL", "serum_m_protein"), ("progression", "1.5", "g/dL", "serum_m_protein"))),
    (m("40", unit="g/L"), m("36", NOW, "g/L"), (("baseline", "40", "g/L", "serum_m_protein"),
     ("nadir", "40", "g/L", "serum_m_protein"), ("progression", "50", "g/L", "serum_m_protein"))),
    (m("6"), (("baseline", "6", "g/dL", "serum_m_protein"),
     ("nadir", "6", "g/dL", "serum_m_protein"), ("progression", "7", "g/dL", "serum_m_protein"))),
    (m("5"), (("baseline", "5", "g/dL", "serum_m_protein"),
     ("nadir", "5", "g/dL", "serum_m_protein"), ("progression", "6", "g/dL", "serum_m_protein"))),
    (both("0", "1000"), (("baseline", "1000", "mg/(24.h)", "urine_m_protein_24h"),
     ("nadir", "1000", "mg/(24.h)", "urine_m_protein_24h"),
     ("progression", "1250", "mg/(24.h)", "urine_m_protein_24h"))),
    (both("0", "0"), bands("kappa"), chains("110", "10"), (("baseline", "100", "mg/L",
     "flc_difference"),
     ("nadir", "100", "mg/L", "flc_difference"), ("progression", "200", "mg/L", "flc_difference"))),
    (both("0", "0"), bands("kappa"), result("flc_kappa", "110", on=BEFORE),
     result("flc_ratio", "9", on=BEFORE), ()),
    (m(">4"), ()),
    (m("4"), m("<1", NOW), m("<1", THEN), (("baseline", "4", "g/dL", "serum_m_protein"),)),
    (mass("T10", 20, 20), ()), (m("0.5"), ()),
    (m("40", unit="g/L"), m("3", NOW, "mmol/L"), (("baseline", "40", "g/L", "serum_m_protein"),
     ("nadir", "40", "g/L", "serum_m_protein"), ("progression", "50", "g/L", "serum_m_protein"))),
    (NOTHING[:2], result("marrow_plasma_cells_biopsy", "40", "%", on=BEFORE),
     (("baseline", "40", "%", "marrow_plasma_cells"), ("nadir", "40", "%", "marrow_plasma_cells"),
      ("progression", "50", "%", "marrow_plasma_cells"))),
)  # fmt: skip
_VISITS = rows(
    "what is a visit", "RESP-BASE", when,
    (BASE, m("1", NOW), (NOW,)), (BASE, u("1", NOW), (NOW,)), (BASE, chains("1", "1", NOW), (NOW,)),
    (BASE, bands(on=NOW), (NOW,)), (BASE, cells("1", NOW), (NOW,)),
    (BASE, mass("T10", on=NOW), (NOW,)),
    (BASE, blood("0.1", NOW), (NOW,)),
    (BASE, result("circulating_plasma_cells", "1", on=NOW), (NOW,)),
    (BASE, finding("marrow_flow_clonal", False, NOW), ()),
    (BASE, result("hemoglobin", "9", on=NOW), ()),
    (m("4", "2024-01-12"), ()), (m("4", "2024-01-12"), m("3", "2024-01-13"), ("2024-01-13",)),
    (m("4", "2024-01-12"), u("0"), u("9", "2024-01-12"), ("2024-01-12",)),
    (chains("9", "1", "2024-01-12"), ()), (m("4", "2024-01"), m("3", "2024-02"), ("2024-02",)),
)  # fmt: skip
DRUG, CLONE = ("band_may_be_the_drug",), ("IgG-kappa",)
_BAND = rows(
    "band of a drug", "RESP-IMWG-CR", drug_band,
    (NOW, None, CLONE, NOW, DRUG), (THEN, None, CLONE, NOW, ()), (NOW, None, ("IgA-kappa",), NOW,
    ()),
    (NOW, NOW, CLONE, "2024-08-10", DRUG), (NOW, NOW, CLONE, "2024-08-11", ()), (NOW, None, (),
    NOW, ()),
)  # fmt: skip
VECTORS: tuple[Vector, ...] = (*_SERUM, *_OTHERS, *_NADIR, *_MASSES, *_MARKS, *_VISITS, *_BAND)
