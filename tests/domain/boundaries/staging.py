"""Give the values around every cut of ISS, R-ISS and Durie-Salmon, and of what counts at all."""

from __future__ import annotations

from desktop_app.domain.record import EarlierDiagnosis, Finding, Result
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import ct, finding, history, plasmacytoma, result, serum, words
from tests.domain.staged import (
    albumin,
    answers,
    b2m,
    fish,
    has,
    ldh,
    maybe_staged,
    other,
    remark,
    said,
    staged,
    treated,
)


def iss(*entries: object) -> tuple[tuple[str, ...], str, str]:
    """Give the stages, and whether either end is met."""
    system = staged(*entries).iss
    told = answers(system)
    return system.possible, told["MM-ISS-B2M"], told["MM-ISS-I"]


def r_iss(*entries: object) -> tuple[tuple[str, ...], str, str]:
    """Give the stages, and the answers of chromosomes and LDH."""
    system = staged(*entries).r_iss
    told = answers(system)
    return system.possible, told["MM-HRCA"], told["MM-RISS-LDH"]


def counting(entry: Result, *others: object) -> str:
    """Tell whether one value counts as that at diagnosis, by the stage that it gives."""
    return "–".join(staged(entry, *others).iss.possible)


def frozen(treatment: str, day: str) -> str:
    """Stage by a value of a day, with treatment from another."""
    return counting(b2m(6, on=day), treated(treatment))


def why(day: str, treatment: str) -> str | None:
    """Say why a value of a day is not used, with treatment from another."""
    return remark(staged(b2m(6, on=day), treated(treatment)).iss, "MM-ISS-B2M")


def basis(*entries: object) -> str:
    """Tell what dates the diagnosis of a record that meets the criteria on 2026-06-01."""
    met = (serum("IgG-kappa"), result("marrow_plasma_cells", 60), hb(13))
    found = maybe_staged(*met, *entries)
    assert found is not None
    assert found.basis is not None
    return found.basis.code.removeprefix("anchor_")


def known(name: str, on: str | None) -> EarlierDiagnosis:
    return history(f"{name}_plasma_cell_leukemia" if name != "myeloma" else "multiple_myeloma", on)


def chromosomes(as_of: str) -> str:
    """Give the answer of a FISH of a day later than the diagnosis, as of another."""
    return answers(staged(has("t(4;14)", on="2026-06-05"), as_of=as_of).r_iss)["MM-HRCA"]


ITEMS = {
    "hemoglobin": result("hemoglobin", 13),
    "calcium": result("calcium_corrected", 9),
    "bone": ct(0),
    "class": serum("IgG-kappa"),
    "m": result("serum_m_protein", 2),
    "urine": result("urine_m_protein_24h", 0),
    "creatinine": result("creatinine", 1),
}


def durie(**changed: object) -> str:
    """Stage with every item in the range of stage I but for what is changed; None leaves it out."""
    items = ITEMS | changed
    found = staged(*(x for x in items.values() if x is not None)).durie_salmon
    return "–".join(found.possible) + "".join(found.possible_suffixes)


def by(item: str, entry: Result | Finding | tuple[object, ...] | None) -> str:
    """Change one item."""
    return durie(**{item: entry})


def older(entry: Result) -> str:
    """Stage by the older Chinese version, with one calcium."""
    found = staged(*(ITEMS | {"calcium": entry}).values())
    return "–".join(other(found, "MM-DS-VERSION").possible)


def flags(entry: Result) -> tuple[str, ...]:
    """Give what is said of the sources on which the answer depends."""
    system = staged(entry).durie_salmon
    return tuple(sorted(x for x in said(system) if x.endswith("source_dependent")))


def amount(chain: str, grams: object) -> str:
    """Stage by an M-protein in g/dL of a class."""
    return durie(
        **{"class": serum(chain) if chain else None, "m": result("serum_m_protein", grams)}
    )


def looks(*seen: object) -> str:
    """Stage by several looks at the bone."""
    return durie(bone=seen)


def hb(value: object, unit: str = "g/dL") -> Result:
    return result("hemoglobin", value, unit)


def ca(value: object, unit: str) -> Result:
    return result("calcium_corrected", value, unit)


def creatinine(value: object, unit: str) -> Result:
    return result("creatinine", value, unit)


def urine(value: object, unit: str = "mg/(24.h)") -> Result:
    return result("urine_m_protein_24h", value, unit)


def lytic(code: str, count: int, extent: str = "whole_body") -> Finding:
    return finding(f"bone_lytic_{code}", {"count": count, "extent": extent})


def china(*entries: object) -> str:
    """Give A, B or both by creatinine and clearance."""
    return "".join(other(staged(*entries), "MM-DS-AB-CN2020").possible_suffixes)


def clearance(value: object, unit: str = "mL/min") -> Result:
    return result("creatinine_clearance" if unit == "mL/min" else "egfr", value, unit)


ONE, TWO, THREE = ("I",), ("II",), ("III",)
CALCIUM, KIDNEY = ("ds_calcium_source_dependent",), ("ds_creatinine_source_dependent",)
CLEAR = fish("del(17p)", "t(4;14)", "t(14;16)")
VECTORS: tuple[Vector, ...] = (
    *rows(
        "ISS", "MM-ISS-B2M MM-ISS-I", iss,
        (b2m("3.4"), albumin(35, "g/L"), (ONE, "no", "yes")),
        (b2m("3.4"), albumin(34, "g/L"), (TWO, "no", "no")),
        (b2m("3.4"), albumin("3.5"), (ONE, "no", "yes")),
        (b2m("3.4"), albumin("3.4"), (TWO, "no", "no")),
        (b2m("3.5"), albumin("4"), (TWO, "no", "no")), (b2m("5.4"), (TWO, "no", "no")),
        (b2m("5.5"), (THREE, "yes", "no")), (b2m("5.5"), albumin(4), (THREE, "yes", "no")),
        (b2m("3.4"), (("I", "II"), "no", "unknown")),
        (albumin("3.4"), (("II", "III"), "unknown", "no")),
        (albumin("3.5"), (("I", "II", "III"), "unknown", "unknown")),
        (b2m(">5"), (("II", "III"), "unknown", "no")),
        (b2m("<4"), albumin(4), (("I", "II"), "no", "unknown")),
        (b2m(296, "nmol/L"), albumin(4), (ONE, "no", "yes")),
        (b2m(297, "nmol/L"), albumin(4), (TWO, "no", "no")),
        (b2m(466, "nmol/L"), (TWO, "no", "no")), (b2m(467, "nmol/L"), (THREE, "yes", "no")),
    ),
    *rows(
        "R-ISS", "MM-HRCA MM-RISS-LDH", r_iss,
        (b2m(6), CLEAR, ldh(200), (TWO, "no", "no")),
        (b2m(6), CLEAR, ldh(201), (THREE, "no", "yes")),
        (b2m(6), ldh(">200"), (THREE, "unknown", "yes")),
        (b2m(6), ldh(201, None), (("II", "III"), "unknown", "unknown")),
        (b2m(6), has("t(14;16)"), (THREE, "yes", "unknown")),
        (b2m(6), has("t(14;20)", "gain(1q)"), CLEAR[1:], (("II", "III"), "unknown", "unknown")),
        (b2m(6), CLEAR, ldh(199), ldh(201), (("II", "III"), "no", "unknown")),
        (b2m(6), CLEAR, has("t(4;14)"), ldh(199), (("II", "III"), "unknown", "no")),
        (b2m(6), CLEAR, ldh(199), ldh(198), (TWO, "no", "no")),
        (b2m(6), CLEAR, CLEAR, ldh(199), (TWO, "no", "no")),
    ),
    # MM-STAGE-BASE: 90 days either side of 2026-06-01.
    *rows(
        "value at diagnosis", "MM-STAGE-BASE", counting,
        (b2m(6, on="2026-08-30"), "III"), (b2m(6, on="2026-08-31"), "I–II–III"),
        (b2m(6, on="2026-03-03"), "III"), (b2m(6, on="2026-03-02"), "I–II–III"),
        (b2m(6, on="2026-07"), "III"), (b2m(6, on="2026-08"), "I–II–III"),
        (b2m(6, on="2026-03"), "I–II–III"), (b2m(6, on="2026"), "I–II–III"),
        (b2m(6, on="2026-06-10"), b2m(4, on="2026-06-11"), "III"),
        (b2m(6, on="2026-06-10"), b2m(4, on="2026-06-10"), "II–III"),
        (b2m(6, on="2026-06-08"), b2m(4, on="2026-05-25"), "II–III"),
        (b2m(6, on="2026-05-20"), b2m(4, on="2026-06-02"), treated("2026-06-01"), "III"),
        (b2m(6), b2m(4, on="2026-06"), "II–III"), (b2m(6), b2m(4, on="2026-06-02"), "III"),
    ),
    *rows(
        "value of a day, treatment from another", "MM-STAGE-BASE", frozen,
        ("2026-06-10", "2026-06-10", "III"), ("2026-06-10", "2026-06-11", "I–II–III"),
        ("2026-06", "2026-06-30", "III"), ("2026-06-02", "2026-06", "III"),
        ("2026-06", "2026-07-01", "I–II–III"), ("2026-06-02", "2026-07", "I–II–III"),
        ("2026", "2026-06-02", "I–II–III"), ("2026-05", "2026-06-01", "I–II–III"),
    ),
    *rows(
        "why a value is not used", "MM-STAGE-BASE", why,
        ("2026-06-02", "2026-06-01", "staging_not_near"),
        ("2026", "2026-01-01", "staging_date_open"),
        ("2026-06-02", "2026", "staging_date_open"),
        ("2026-09-01", "2026-09-01", "staging_not_near"),
    ),
    # Of a disease that was known or treated before, later criteria tell of a relapse.
    *rows(
        "what dates the diagnosis", "MM-STAGE-BASE", basis,
        ("diagnosis",), (treated("2026-05-31"), "diagnosis"),
        (known("myeloma", "2026-06-01"), "diagnosis"), (known("myeloma", "2026-05-31"), "history"),
        (known("myeloma", "2026"), "diagnosis"), (known("myeloma", "2026-06"), "diagnosis"),
        (known("myeloma", "2026-05"), "history"), (known("myeloma", "2026-08"), "diagnosis"),
        (known("myeloma", None), "diagnosis"),
        (known("myeloma", None), treated("2026-06-01"), "diagnosis"),
        (known("myeloma", None), treated("2026-05-31"), "treatment"),
        (known("myeloma", "2026"), treated("2026-05-31"), "history"),
        (known("primary", "2024"), "history"), (known("secondary", "2026-05"), "values"),
    ),
    *rows(
        "FISH of a day, as of another", "MM-HRCA MM-STAGE-BASE", chromosomes,
        ("2026-06-04", "unknown"), ("2026-06-05", "yes"),
    ),
    *rows(
        "item of Durie-Salmon",
        "MM-DS-STAGE MM-DS-STAGE-HB MM-DS-STAGE-CA MM-DS-STAGE-URINE MM-DS-AB",
        by,
        ("hemoglobin", hb("8.4"), "IIIA"), ("hemoglobin", hb("8.5"), "IIA"),
        ("hemoglobin", hb("10.0"), "IIA"), ("hemoglobin", hb("10.1"), "IA"),
        ("hemoglobin", hb(84, "g/L"), "IIIA"), ("hemoglobin", hb(85, "g/L"), "IIA"),
        ("hemoglobin", hb("5.27", "mmol/L"), "IIIA"), ("hemoglobin", hb("5.28", "mmol/L"), "IIA"),
        ("hemoglobin", hb("<8"), "IIIA"), ("hemoglobin", hb("<9"), "II–IIIA"),
        ("hemoglobin", words("hemoglobin", "normal"), "IA"),
        ("hemoglobin", words("hemoglobin", "low"), "I–II–IIIA"),
        ("hemoglobin", None, "I–II–IIIA"),
        ("calcium", ca("12.0", "mg/dL"), "IA"), ("calcium", ca("12.1", "mg/dL"), "IIIA"),
        ("calcium", ca("2.99", "mmol/L"), "IA"), ("calcium", ca("3.00", "mmol/L"), "IIIA"),
        ("calcium", ca("5.98", "mEq/L"), "IA"),
        ("calcium", ca("5.99", "mEq/L"), "IIIA"),
        ("calcium", words("calcium_corrected", "normal"), "IA"),
        ("calcium", None, "I–IIIA"),
        ("urine", urine(3999), "IA"), ("urine", urine(4000), "IIA"), ("urine", urine(12000), "IIA"),
        ("urine", urine(12001), "IIIA"), ("urine", urine("12.1", "g/(24.h)"), "IIIA"),
        ("urine", words("urine_m_protein_24h", "normal"), "IA"),
        ("urine", finding("urine_immunofixation", []), "IA"),
        ("urine", finding("urine_immunofixation", ["kappa"]), "I–II–IIIA"),
        ("urine", None, "I–II–IIIA"),
        ("creatinine", creatinine("1.99", "mg/dL"), "IA"),
        ("creatinine", creatinine("2.0", "mg/dL"), "IB"),
        ("creatinine", creatinine("176.7", "umol/L"), "IA"),
        ("creatinine", creatinine("176.8", "umol/L"), "IB"),
        ("creatinine", words("creatinine", "normal"), "IA"), ("creatinine", None, "IAB"),
    ),
    *rows(
        "M-protein of Durie-Salmon", "MM-DS-STAGE-M", amount,
        ("IgG-kappa", "4.9", "IA"), ("IgG-kappa", "5.0", "IIA"), ("IgG-kappa", "7.0", "IIA"),
        ("IgG-kappa", "7.1", "IIIA"), ("IgA-kappa", "2.9", "IA"), ("IgA-kappa", "3.0", "IIA"),
        ("IgA-kappa", "5.0", "IIA"), ("IgA-kappa", "5.1", "IIIA"), ("IgD-kappa", "9", "IA"),
        ("kappa", "9", "IA"), ("", "2.9", "IA"), ("", "4", "I–IIA"), ("", "9", "I–IIIA"),
    ),
    *rows(
        "bone of Durie-Salmon", "MM-DS-STAGE-BONE", by,
        ("bone", lytic("xray", 0), "IA"), ("bone", lytic("xray", 1), "IIA"),
        ("bone", lytic("xray", 3), "IIA"), ("bone", lytic("xray", 4), "IIIA"),
        ("bone", lytic("ct", 4, "partial"), "IIIA"),
        ("bone", lytic("ct", 0, "partial"), "I–II–IIIA"),
        ("bone", lytic("ct", 1, "partial"), "II–IIIA"), ("bone", None, "I–II–IIIA"),
    ),
    *rows(
        "two looks at the bone", "MM-DS-STAGE-BONE", looks,
        (lytic("xray", 1), plasmacytoma(), "IA"), (lytic("xray", 2), plasmacytoma(), "IIA"),
        (lytic("xray", 1), plasmacytoma("T10"), plasmacytoma("L1"), "IIA"),
        (lytic("xray", 1), plasmacytoma(biopsied=False), "IIA"),
        (lytic("xray", 0), lytic("ct", 5), "IA"), (lytic("ct", 0), lytic("pet_ct", 5), "IIIA"),
        (lytic("ct", 2, "partial"), lytic("pet_ct", 0), "IIA"),
        (lytic("xray", 0), lytic("xray", 4), "I–IIIA"), (plasmacytoma(), "I–II–IIIA"),
    ),
    *rows(
        "older version", "MM-DS-VERSION", older,
        (ca("2.98", "mmol/L"), "I"), (ca("2.99", "mmol/L"), "III"), (ca("5.96", "mEq/L"), "I"),
        (ca("5.97", "mEq/L"), "III"), (ca("12.0", "mg/dL"), "I"), (ca("12.1", "mg/dL"), "III"),
        (words("calcium_corrected", "normal"), "I"),
    ),
    *rows(
        "depends on the source", "MM-DS-VERSION MM-DS-AB", flags,
        (ca("2.97", "mmol/L"), ()), (ca("2.98", "mmol/L"), CALCIUM),
        (ca("3.00", "mmol/L"), CALCIUM),
        (ca("3.01", "mmol/L"), ()), (ca("5.95", "mEq/L"), ()), (ca("5.96", "mEq/L"), CALCIUM),
        (ca("6.00", "mEq/L"), CALCIUM), (ca("6.01", "mEq/L"), ()), (ca("12", "mg/dL"), ()),
        (words("calcium_corrected", "normal"), ()),
        (creatinine(169, "umol/L"), ()), (creatinine(170, "umol/L"), KIDNEY),
        (creatinine(176, "umol/L"), KIDNEY), (creatinine(177, "umol/L"), ()),
        (creatinine("1.95", "mg/dL"), ()),
    ),
    *rows(
        "A or B in China", "MM-DS-AB-CN2020-CR MM-DS-AB-CN2020-CRCL", china,
        (creatinine(176, "umol/L"), clearance(50), "A"),
        (creatinine(177, "umol/L"), clearance(50), "AB"),
        (creatinine(177, "umol/L"), clearance(40), "B"),
        (creatinine("1.99", "mg/dL"), clearance("40.1"), "A"),
        (creatinine("2.0", "mg/dL"), clearance("40.0"), "B"),
        (creatinine(150, "umol/L"), clearance(35), "AB"),
        (creatinine(177, "umol/L"), clearance("40", "mL/min/{1.73_m2}"), "B"),
        (creatinine(150, "umol/L"), clearance("40.1", "mL/min/{1.73_m2}"), "A"),
        (words("creatinine", "normal"), clearance(41), "A"), (clearance(41), "AB"), ("AB",),
    ),
)  # fmt: skip
