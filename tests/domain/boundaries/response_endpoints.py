"""Give the boundaries of the other end-points and of relapse (RESP-IMWG-CLINREL, MRD, REL-*)."""

from __future__ import annotations

from decimal import Decimal

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Cytogenetic, Finding
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import cause, finding, result, words
from tests.domain.responses import (
    BEFORE,
    HB,
    bands,
    blood,
    both,
    cells,
    chains,
    day,
    endpoint,
    line,
    m,
    mass,
    treatment,
    u,
)

NOW, THEN, LATER = day(1), day(2), day(3)
BASE = (both("4.0", "500"), bands("IgG-kappa"))
FALLEN = (both("1.0", "0", "2024-01-25"), both("1.0", "0", NOW))


def hb(value: object, on: str, unit: str = "g/dL") -> object:
    return result(HB, value, unit, on=on)


def cr(value: object, on: str, unit: str = "mg/dL") -> object:
    return result("creatinine", value, unit, on=on)


def ca(value: object, on: str = NOW, unit: str = "mg/dL", code: str = "calcium") -> object:
    return result(code, value, unit, on=on)


def parts(name: str, *entries: object) -> tuple[tuple[str, str, str | None], ...]:
    """Give the parts of an end-point with their answers and notes."""
    found = endpoint(name, *entries)
    return tuple(
        (x.id.removeprefix(name), x.state.state, x.note.code if x.note else None)
        for x in (found.criteria if found else ())
    )


def answer(name: str, *entries: object) -> str | None:
    found = endpoint(name, *entries)
    return found.state.state if found else None


def clinical(*entries: object) -> tuple[tuple[str, str, str | None], ...]:
    return parts("RESP-IMWG-CLINREL", BASE, *entries)


def significant(*entries: object) -> tuple[tuple[str, str, str | None], ...]:
    return parts("REL-SIGPARA", bands("IgG-kappa"), *entries)


def clean(on: str) -> tuple[object, ...]:
    return both("0", "0", on), bands(on=on), cells("1", on)


def mrd(on: str, *, negative: bool = True, depth: str | None = "0.00001") -> Finding:
    """Give a test for residual disease."""
    said: dict[str, object] = {"method": "ngf", "negative": negative}
    if depth is not None:
        said["sensitivity"] = Decimal(depth)
    return finding("mrd", said, on)


def pet(on: str, *, normal: bool | None = True) -> Finding:
    return finding("fdg_uptake", {"normal": normal}, on)


def residual(*entries: object) -> tuple[str | None, ...]:
    """Give MRD, with imaging, and sustained, of a patient in CR since the second month."""
    told = (BASE, clean(NOW), clean(THEN), *entries)
    names = ("RESP-IMWG-MRD", "RESP-IMWG-MRD-IMAGING", "RESP-IMWG-MRD-SUSTAINED")
    return tuple(answer(name, *told) for name in names)


def after_cr(*entries: object) -> tuple[str | None, str | None]:
    """Give relapse from CR and from MRD-negativity."""
    told = (BASE, clean(NOW), clean(THEN), *entries)
    return answer("RESP-IMWG-RELCR", *told), answer("RESP-IMWG-RELMRD", *told)


def features(*entries: object) -> tuple[str, ...]:
    """Give what makes a relapse aggressive, of a patient whose M-protein rose."""
    told = (BASE, FALLEN, both("2.5", "0", THEN), both("2.5", "0", "2024-03-11"), *entries)
    return tuple(name for name, _, _ in parts("REL-AGGRESSIVE", *told))


def stopped(stop: str | None, *entries: object) -> tuple[str, ...]:
    found = endpoint("REL-AGGRESSIVE", BASE, *entries, lines=(line(treatment(stop=stop)),))
    return tuple(x.id.removeprefix("REL-AGGRESSIVE") for x in found.criteria) if found else ()


WELL = (hb("13", THEN), ca("9", THEN), cr("0.8", THEN))
T10 = (BASE, mass("T10", 20, 20))


def fish(name: str, *, found: bool = True) -> Cytogenetic:
    return Cytogenetic(PartialDate(BEFORE), name, detected=found)


OPEN = "relapse_cause_open"
_CLINICAL = rows(
    "clinical relapse", "RESP-IMWG-CLINREL", clinical,
    (ca("11.0"), ()), (ca("11.1"), (("-CA", "yes", None),)),
    (ca("2.75", unit="mmol/L"), ()),
    (ca("2.76", unit="mmol/L"), (("-CA", "yes", None),)),
    (ca("12", BEFORE), ()), (ca("12"), ca("9", code="calcium_corrected"), ()),
    (ca("9"), ca("12", code="calcium_corrected"), (("-CA", "yes", None),)),
    (hb("12", BEFORE), hb("10.1", NOW), ()),
    (hb("12", BEFORE), hb("10", NOW), (("-HB", "unknown", OPEN),)),
    (hb("12", BEFORE), hb("10", NOW), cause("anemia", "clone", NOW), (("-HB", "yes", None),)),
    (hb("12", BEFORE), hb("10", NOW), cause("anemia", "other", NOW), ()),
    (hb("12", BEFORE), hb("10", NOW), cause("anemia", "unknown", NOW), (("-HB", "unknown", OPEN),)),
    (hb("12", BEFORE), hb("10", NOW), cause("anemia", "clone", BEFORE), (("-HB", "unknown",
     OPEN),)),
    (hb("8", BEFORE), hb("12", NOW), hb("10", THEN), (("-HB", "unknown", OPEN),)),
    (hb("8", BEFORE), hb("12", NOW), hb("10.1", THEN), ()),
    (hb("14", "2023-12-01"), hb("8", BEFORE), hb("7", NOW), ()),
    (hb("120", BEFORE, "g/L"), hb("100", NOW, "g/L"), (("-HB", "unknown", OPEN),)),
    (hb("12", BEFORE), hb("101", NOW, "g/L"), ()),
    (hb("12", BEFORE), hb("100", NOW, "g/L"), (("-HB", "unknown", OPEN),)),
    (hb("12", BEFORE), ()), (hb("10", NOW), ()), (hb("12", BEFORE), hb("5", NOW, "mmol/L"), (("-HB",
     "unknown", OPEN),)),
    (hb("12", BEFORE), hb("7.2", NOW, "mmol/L"), ()),
    (hb("12", BEFORE), words(HB, "low", NOW), (("-HB", "unknown", None),)),
    (cr("1", BEFORE), cr("2.9", NOW), ()),
    (cr("1", BEFORE), cr("3", NOW), (("-CR", "unknown", OPEN),)),
    (cr("3", BEFORE), cr("1", NOW), cr("3", THEN), cause("renal", "clone", THEN), (("-CR", "yes",
     None),)),
    (cr("100", BEFORE, "umol/L"), cr("276.7", NOW, "umol/L"), ()),
    (cr("100", BEFORE, "umol/L"), cr("276.8", NOW, "umol/L"), (("-CR", "unknown", OPEN),)),
    (cr("1", BEFORE), cr("400", NOW, "umol/L"), (("-CR", "unknown", OPEN),)),
    (cr("1", BEFORE), cr("265", NOW, "umol/L"), ()),
    (ca("9", code="calcium_corrected"), ca("12", THEN), (("-CA", "yes", None),)),
    (ca("12", code="calcium_corrected"), ca("9", THEN), ()),
    (finding("hyperviscosity", True, NOW), (("-VISC", "yes", None),)),
    (finding("hyperviscosity", False, NOW), ()), (finding("hyperviscosity", True, BEFORE), ()),
    (mass("T10", 20, 20), mass("rib", on=NOW), (("-NEW", "yes", None),)),
    (mass("rib", on=NOW), (("-NEW", "unknown", None),)),
    (mass("T10", 20, 20), mass("T10", 30, 20, on=NOW), (("-GROWTH", "yes", None),)),
    (mass("T10", 20, 20), mass("T10", "29.9", 30, on=NOW), (("-GROWTH", "yes", None),)),
    (mass("T10", 20, 20), mass("T10", "29.9", "20.1", on=NOW), ()),
    (mass("T10", 20, 10), mass("T10", 30, "9.9", on=NOW), ()),
    (mass("T10", 20, 10), mass("T10", 30, 10, on=NOW), (("-GROWTH", "yes", None),)),
    (mass("T10", 20), mass("T10", 40, on=NOW), ()), (mass("T10", 20, 20), mass("T10", on=NOW), ()),
    (mass("T10", 0, 0), mass("T10", 20, 20, on=NOW), (("-NEW", "yes", None),)),
)  # fmt: skip
_SIGNIFICANT = rows(
    "significant rise", "REL-SIGPARA", significant,
    (both("0.5", "0"), m("1.0", "2024-03-08"), (("-DOUBLED", "yes", None),)),
    (both("0.5", "0"), m("1.0", "2024-03-09"), ()), (both("0.5", "0"), m("0.99", NOW), ()),
    (both("0.49", "0"), m("1.0", NOW), ()),
    (m("0.5", "2024-01"), m("1.0", "2024-03"), (("-DOUBLED", "unknown", None),)),
    (m("0.5", "2024-01"), m("1.0", "2024-03-31"), (("-DOUBLED", "unknown", None),)),
    (m("0.5", "2024-01"), m("1.0", "2024-04-01"), ()),
    (both("0.5", "0"), m("1.0", NOW), m("0.9", THEN), ()),
    (m("0.5"), m("0.7", NOW), m("1.0", THEN), ()),
    (m("5", unit="g/L"), m("10", NOW, "g/L"), (("-DOUBLED", "yes", None),)),
    (m("2.0"), m("3.0", "2024-06-08"), (("-S", "yes", None),)), (m("2.0"), m("2.99", NOW), ()),
    (m("2.0"), m("2.5", NOW), m("3.0", THEN), ()), (m("2.0"), m("3.0", NOW), m("2.9", THEN), ()),
    (u("1000"), u("1500", NOW), (("-U", "yes", None),)), (u("1000"), u("1499", NOW), ()),
    (u("1000"), u("1500", NOW), u("1499", THEN), ()),
    (u("0"), u("500", NOW), (("-U", "yes", None),)),
    (chains("100", "10"), chains("300", "10", NOW), (("-F", "yes", None),)),
    (chains("100", "10"), chains("299", "10", NOW), ()),
    (chains("100", "10"), chains("300", "200", NOW), ()),
    (chains("1000", "10"), chains("1249", "10", NOW), ()),
    (chains("1000", "10"), chains("1250", "10", NOW), (("-F", "yes", None),)),
    (chains("100", "10"), chains("300", "10", NOW), chains("299", "10", THEN), ()),
)  # fmt: skip
_ESCAPE = rows(
    "light-chain escape", "REL-LCESCAPE", answer,
    ("REL-LCESCAPE", BASE, chains("100", "10"), chains("200", "10", NOW), None),
    ("REL-LCESCAPE", BASE, chains("100", "10"), chains("201", "10", NOW), "yes"),
    ("REL-LCESCAPE", BASE, chains("1000", "10"), chains("1249", "10", NOW), None),
    ("REL-LCESCAPE", BASE, chains("1000", "10"), chains("1250", "10", NOW), "yes"),
    ("REL-LCESCAPE", BASE, m("0.5", NOW), m("1.0", THEN), chains("100", "10"),
     chains("201", "10", NOW), None),
    ("REL-LCESCAPE", BASE, m("0.5", NOW), m("0.99", THEN), chains("100", "10"),
     chains("201", "10", NOW), "yes"),
    ("REL-LCESCAPE", BASE, chains("500", "10"), chains("100", "10", NOW), chains("300", "10",
     THEN), "yes"),
    ("REL-LCESCAPE", BASE, chains("100", "10"), chains("300", "10", NOW), chains("150", "10",
     THEN), None),
    ("REL-LCESCAPE", both("0.5", "0"), bands("IgG-kappa"), chains("50", "10"), chains("900",
     "10", NOW), None),
    ("REL-LCESCAPE", bands("IgG-kappa"), chains("50", "10"), chains("900", "10", NOW), "unknown"),
    ("REL-LCESCAPE", BASE, chains("900", "10", NOW), None),
)  # fmt: skip
_RESIDUAL = rows(
    "residual disease", "RESP-IMWG-MRD", residual,
    (mrd(THEN), ("yes", None, None)), (mrd(THEN, depth="0.000011"), ("unknown", None, None)),
    (mrd(THEN, depth="0.0001"), ("unknown", None, None)),
    (mrd(THEN, depth=None), ("unknown", None, None)),
    (mrd(THEN, depth="0.000001"), ("yes", None, None)),
    (mrd(THEN, negative=False), (None, None, None)),
    (finding("mrd", {"method": "ngf"}, THEN), ("unknown", None, None)),
    (mrd(BEFORE), (None, None, None)),
    (mrd("2024-01-20"), ("unknown", None, None)),
    (mrd(THEN), mrd(LATER, negative=False), (None, None, None)),
    (mrd(NOW), both("2.0", "0", LATER), ("yes", None, None)),
    (mrd(day(4)), both("2.0", "0", LATER), (None, None, None)),
    (mrd(day(5)), both("2.0", "0", LATER), both("2.0", "0", day(4)), (None, None, None)),
    (mrd(THEN), pet(THEN), ("yes", "yes", None)),
    (mrd(THEN), pet(THEN, normal=False), ("yes", None, None)),
    (mrd(THEN), pet(THEN, normal=None), ("yes", "unknown", None)),
    (mrd("2024-03-10"), mrd("2025-03-10"), pet("2024-03-10"), pet("2025-03-10"), ("yes", "yes",
     "yes")),
    (mrd("2024-03-10"), mrd("2025-03-09"), pet("2024-03-10"), pet("2025-03-10"), ("yes", "yes",
     None)),
    (mrd("2024-03-10"), mrd("2025-03-10"), pet("2024-03-10"), pet("2025-03-09"), ("yes", "yes",
     None)),
    (mrd("2024-03-10"), mrd("2024-06-10", negative=False), mrd("2025-03-10"), pet("2024-03-10"),
     pet("2025-03-10"), ("yes", "yes", None)),
    (mrd("2024-03-10"), mrd("2025-03-10"), pet("2024-03-10"), pet("2024-06-10", normal=False),
     pet("2025-03-10"), ("yes", "yes", None)),
    (mrd("2024-03"), mrd("2025-03"), pet("2024-03-10"), pet("2025-03-10"), ("yes", "yes",
     "unknown")),
    (mrd("2024-03"), mrd("2025-03-01"), pet("2024-03-10"), pet("2025-03-10"), ("yes", "yes",
     "unknown")),
    (mrd("2024-03"), mrd("2025-02"), pet("2024-03-10"), pet("2025-03-10"), ("yes", "yes", None)),
    (mrd("2024-03-10"), mrd("2024-06-10", depth=None), mrd("2025-03-10"), pet("2024-03-10"),
     pet("2025-03-10"), ("yes", "yes", "yes")),
    (mrd("2024-03-10", depth=None), pet("2024-03-10"), ("unknown", "unknown", None)),
)  # fmt: skip
_IN_SIGHT = rows(
    "residual disease before CR is known", "RESP-IMWG-MRD", answer,
    ("RESP-IMWG-MRD", BASE, both("0", "0", NOW), bands(on=NOW), mrd(NOW), "unknown"),
    ("RESP-IMWG-MRD", BASE, clean(NOW), mrd(NOW), "unknown"),
    ("RESP-IMWG-MRD", BASE, both("1.0", "0", NOW), mrd(NOW), None),
)  # fmt: skip
_AFTER_CR = rows(
    "relapse from CR and from MRD-negativity", "RESP-IMWG-RELCR RESP-IMWG-RELMRD", after_cr,
    ((None, None),), (mrd(THEN), (None, None)), (clean(LATER), (None, None)),
    (both("0.1", "0", LATER), ("yes", None)), (both("0", "1", LATER), ("yes", None)),
    (mrd(THEN), both("0.1", "0", LATER), ("yes", "yes")),
    (bands("IgG-kappa", on=LATER), ("yes", None)),
    (finding("urine_immunofixation", ["kappa"], LATER), ("yes", None)),
    (cells("4.9", LATER), (None, None)), (cells("5", LATER), ("yes", None)),
    (mrd(THEN), mrd(LATER, negative=False), (None, "yes")),
    (mrd(LATER, negative=False), (None, None)),
    (finding("bone_lytic_ct", {"count": 0}, BEFORE), mass("rib", on=LATER), ("yes", None)),
     (ca("12", LATER), ("yes", None)),
    (both("<0.1", "0", LATER), (None, None)), (both(">0.1", "0", LATER), ("yes", None)),
    (both(">0", "0", LATER), ("yes", None)),
    (bands("IgG-kappa", on=LATER), clean(day(4)), mrd(day(5)), ("yes", None)),
    (mrd(THEN), mrd(THEN, negative=False), (None, "yes")),
    (mrd(LATER), bands("IgG-kappa", on=LATER), ("yes", None)),
    (m("0", LATER), m("0.1", LATER), u("0", LATER), ("unknown", None)),
    (mrd(NOW, negative=False), mrd(THEN), (None, None)),
)  # fmt: skip
_AGGRESSIVE = (
    *rows(
        "signs of an aggressive relapse", "REL-AGGRESSIVE", features,
        (("-THERAPY",),), (fish("t(4;14)"), ("-THERAPY", "-FISH")),
        (fish("del(17p)"), ("-THERAPY", "-FISH")),
        (fish("t(14;16)"), ("-THERAPY", "-FISH")), (fish("t(11;14)"), ("-THERAPY",)),
        (fish("t(4;14)", found=False), ("-THERAPY",)),
        (mass("T10"), ("-THERAPY", "-EMD")),
        (mass("T10"), mass("T10", on=NOW, gone=True), ("-THERAPY",)),
        (mass("T10", kind="bone"), ("-THERAPY",)),
        (result("ldh", "251", "U/L", on=THEN, high="250"), ("-THERAPY", "-LDH")),
        (result("ldh", "250", "U/L", on=THEN, high="250"), ("-THERAPY",)),
        (result("ldh", "900", "U/L", on=THEN), ("-THERAPY",)),
        (result("beta2_microglobulin", "5.5", "mg/L", on=THEN), ("-THERAPY",)),
        (result("beta2_microglobulin", "5.6", "mg/L", on=THEN), ("-THERAPY", "-B2M")),
        (result("albumin", "3.5", "g/dL", on=THEN), ("-THERAPY",)),
        (result("albumin", "34", "g/L", on=THEN), ("-THERAPY", "-ALB")),
        (blood("0", THEN), ("-THERAPY",)), (blood("0.1", THEN), ("-THERAPY", "-BLOOD")),
        (result("circulating_plasma_cells", "1", on=THEN), ("-THERAPY", "-BLOOD")),
        (ca("12", THEN), ("-THERAPY", "-ORGAN")),
    ),
    *rows(
        "progression on treatment", "REL-AGGRESSIVE", stopped,
        (THEN, FALLEN, both("2.5", "0", THEN), ()), (None, FALLEN, both("2.5", "0", THEN), ()),
        (THEN, FALLEN, both("2.5", "0", THEN), both("2.5", "0", LATER), ("-THERAPY",)),
        ("2024-03-09", FALLEN, both("2.5", "0", THEN), both("2.5", "0", LATER), ()),
        (None, FALLEN, both("2.5", "0", THEN), both("2.5", "0", LATER), ("-THERAPY",)),
        (None, both("3.0", "0", NOW), ()), (None, both("1.0", "0", NOW), chains("50", "10"),
         chains("900", "10", NOW), ("REL-LCESCAPE",)),
        (None, ca("12", NOW), ("-ORGAN",)),
    ),
    *rows(
        "biochemical relapse", "REL-BIOCHEM", answer,
        ("REL-BIOCHEM", BASE, FALLEN, both("2.5", "0", THEN), "unknown"),
        ("REL-BIOCHEM", BASE, FALLEN, both("2.5", "0", THEN), WELL, "unknown"),
        ("REL-BIOCHEM", BASE, FALLEN, both("2.5", "0", THEN), both("2.5", "0", LATER), "unknown"),
        ("REL-BIOCHEM", BASE, FALLEN, both("2.5", "0", THEN), both("2.5", "0", LATER), WELL, "yes"),
        ("REL-BIOCHEM", BASE, FALLEN, both("2.5", "0", THEN), both("2.5", "0", LATER), WELL,
         chains("10", "10", day(4)), "yes"),
        ("REL-BIOCHEM", BASE, FALLEN, both("2.5", "0", THEN), both("1.0", "0", LATER), WELL, None),
        ("REL-BIOCHEM", T10, mass("rib", on=THEN), WELL, None),
        ("REL-BIOCHEM", T10, FALLEN, both("2.5", "0", THEN), mass("rib", on=LATER), WELL, None),
        ("REL-BIOCHEM", chains("10", "10", NOW), None),
        ("REL-BIOCHEM", BASE, FALLEN, both("2.5", "0", THEN), hb("8", THEN),
         cause("anemia", "clone", THEN), None),
        ("REL-BIOCHEM", BASE, both("1.0", "0", NOW), hb("13", THEN), ca("9", THEN), cr("0.8",
         THEN), None),
    ),
)  # fmt: skip
VECTORS: tuple[Vector, ...] = (
    *(*_CLINICAL, *_SIGNIFICANT, *_ESCAPE, *_RESIDUAL, *_IN_SIGHT, *_AFTER_CR, *_AGGRESSIVE),
)
