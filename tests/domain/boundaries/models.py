"""Give the boundaries of every factor of the models beside the leading ones, in each unit."""

from __future__ import annotations

from decimal import Decimal as D
from functools import partial

from desktop_app.domain.criteria.immunoparesis import uninvolved_low
from desktop_app.domain.criteria.light_chains import light_chains, ratio_beyond
from desktop_app.domain.criterion import Op
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Cytogenetic, Finding, Person, Sex
from tests.domain.asking import rows
from tests.domain.asking_models import (
    IGG,
    Answer,
    czech,
    czech_smm,
    evolving,
    factor,
    features,
    grams,
    immunoglobulin,
    kyle,
    kyle_2007,
    mayo_2008,
    of,
    percent,
    pethema,
    printed,
    quotient,
    urine,
)
from tests.domain.boundaries import Vector
from tests.domain.cases import (
    DAY,
    finding,
    gathered,
    mri,
    note_of,
    result,
    serum,
    view,
    words,
)

RAJKUMAR = "SMM-RAJKUMAR2015"
IGA, UNTYPED = serum("IgA-kappa"), None


def one_class(value: object, unit: str, low: object) -> str:
    """Judge IgM beside an IgG clone, whose IgA is normal, by its own limit and unit."""
    entries = (immunoglobulin("iga", "9.0"), immunoglobulin("igm", value, low, unit))
    return uninvolved_low(gathered(IGG, *entries), 1).truth.state


def low_classes(band: Finding | None, count: int, *values: object) -> str:
    """Tell whether so many of IgG, IgA and IgM (each with the limit 7.0) are low, uninvolved."""
    entries = [
        immunoglobulin(code, value)
        for code, value in zip(("igg", "iga", "igm"), values, strict=True)
        if value is not None
    ]
    seen = gathered(*entries, *(() if band is None else (band,)))
    return uninvolved_low(seen, count).truth.state


def in_words(iga: str, igm: str) -> str:
    """Judge immunoglobulins that were reported as low, normal or high only."""
    seen = gathered(IGG, words("iga", iga), words("igm", igm))
    return uninvolved_low(seen, 1).truth.state


def ratio_in_words(said: str, low: str, high: str) -> str:
    """Judge a ratio that was reported as low, normal or high only, by a range whose ends are in."""
    chains = light_chains(view(words("flc_ratio", said)))
    return ratio_beyond(chains, (Op.LT, D(low)), (Op.GT, D(high))).truth.state


def by_assay(method: str) -> Answer:
    """Judge a ratio measured with an assay."""
    measured = result("flc_ratio", "9.00", method=method)
    return factor(mayo_2008, "SMM-MAYO2008-FLC", measured)


def age(birth: str, as_of: str) -> Answer:
    person = Person(Sex.FEMALE, PartialDate(birth) if birth else None)
    found = of(czech(gathered(IGG, patient=person, as_of=as_of)), "MGUS-CMG-AGE")
    return found.state.state, note_of(found)


def smear(*entries: object) -> Answer:
    return factor(czech, "MGUS-CMG-PC", IGG, *entries)


def cells(value: object, code: str = "marrow_plasma_cells", method: str | None = None) -> Answer:
    return smear(result(code, value, "%", method=method))


def haemoglobin(value: object, unit: str) -> Answer:
    return factor(czech, "MGUS-CMG-HB", IGG, result("hemoglobin", value, unit))


def aberrant(*values: object) -> Answer:
    """Judge the share of aberrant cells; several are of the same day."""
    shares = [finding("marrow_aberrant_percent", D(str(value))) for value in values]
    return factor(pethema, "SMM-PETHEMA-ABERRANT", IGG, *shares)


def immunoparesis(igm: object) -> tuple[str, ...]:
    """Ask every model that counts one low uninvolved immunoglobulin, IgA normal."""
    entries = (IGG, immunoglobulin("iga", "9.0"), immunoglobulin("igm", igm))
    models = ((czech, "MGUS-CMG"), (pethema, "SMM-PETHEMA"), (czech_smm, "SMM-CMG"))
    return tuple(factor(model, f"{rule}-IG", *entries)[0] for model, rule in models)


def rajkumar(rule: str, *entries: object) -> Answer:
    return factor(features, f"{RAJKUMAR}-{rule}", *entries)


def aberrant_and_low(share: object, igm: object) -> str:
    entries = (immunoglobulin("iga", "9.0"), immunoglobulin("igm", igm))
    aberrant_cells = finding("marrow_aberrant_percent", D(str(share)))
    return rajkumar("ABERRANT", IGG, aberrant_cells, *entries)[0]


def two_low(iga: object, igm: object) -> str:
    entries = (immunoglobulin("iga", iga), immunoglobulin("igm", igm))
    return rajkumar("IG", IGG, *entries)[0]


def abnormalities(found: str, absent: str) -> str:
    tests = [Cytogenetic(PartialDate(DAY), name, True) for name in found.split()]
    tests += [Cytogenetic(PartialDate(DAY), name, False) for name in absent.split()]
    return rajkumar("FISH", IGG, *tests)[0]


def circulating(code: str, value: object, unit: str) -> Answer:
    return rajkumar("CPC", IGG, result(code, value, unit))


def focal(count: int) -> Answer:
    return rajkumar("MRI", IGG, mri(count))


def bence_jones(value: object, unit: str = "mg/(24.h)") -> tuple[str, str]:
    """Tell whether urine M-protein is plenty, and whether there is any."""
    score = urine(gathered(IGG, result("urine_m_protein_24h", value, unit)))
    return of(score, "SMM-BJP-500").state.state, of(score, "SMM-BJP-PRESENT").state.state


M_THREE = (
    ("2.9", "g/dL", "no"), ("3", "g/dL", "yes"), ("3.1", "g/dL", "yes"), ("2.99", "g/dL", "no"),
    ("29", "g/L", "no"), ("30", "g/L", "yes"), ("30.1", "g/L", "yes"), ("2990", "mg/dL", "no"),
    ("<3", "g/dL", "no"), (">=3", "g/dL", "yes"), (">2.9", "g/dL", "unknown"),
)  # fmt: skip
M_ONE_AND_A_HALF = (
    ("1.4", "g/dL", "no"), ("1.5", "g/dL", "yes"), ("1.6", "g/dL", "yes"), ("1.49", "g/dL", "no"),
    ("14.9", "g/L", "no"), ("15", "g/L", "yes"), ("1490", "mg/dL", "no"), ("1500", "mg/dL", "yes"),
)  # fmt: skip
TEN = (("9.9", "no"), ("10", "yes"), ("10.1", "yes"), ("<10", "no"), (">=10", "yes"))
NEAR = "printed_ratio_near_cut"
RANGE = (
    ("0.25", ("yes", None)), ("0.26", ("no", NEAR)), ("0.27", ("no", None)),
    ("1.64", ("no", None)), ("1.65", ("no", NEAR)), ("1.66", ("yes", None)),
)  # fmt: skip

VECTORS: tuple[Vector, ...] = (
    *rows("immunoglobulin and its limit", "SMM-PETHEMA-IG SMM-CMG-IG MGUS-CMG-IG", one_class,
        ("0.4", "g/L", "0.4", "no"), ("0.39", "g/L", "0.4", "yes"), ("0.41", "g/L", "0.4", "no"),
        (40, "mg/dL", 40, "no"), ("39.9", "mg/dL", 40, "yes"), ("<40", "mg/dL", 40, "yes"),
        ("<41", "mg/dL", 40, "unknown"), (39, "mg/dL", None, "unknown"),
    ),
    *rows("uninvolved immunoglobulins", "SMM-PETHEMA-IG", low_classes,
        (IGG, 1, 6, 9, 9, "no"), (IGG, 1, 9, 6, 9, "yes"), (IGG, 1, 6, 9, None, "unknown"),
        (IGG, 1, 9, 6, None, "yes"), (IGA, 1, 9, 6, 9, "no"), (IGA, 1, 9, 6, 6, "yes"),
        (serum("IgG-kappa", "IgA-kappa"), 1, 6, 6, 9, "no"),
        (serum("kappa"), 1, 6, 9, 9, "yes"), (serum("kappa"), 2, 6, 9, 9, "no"),
        (serum("kappa"), 2, 6, 6, 9, "yes"), (IGG, 2, 6, 6, 9, "no"), (IGG, 2, 6, 6, 6, "yes"),
        (UNTYPED, 1, 6, 6, 6, "unknown"), (UNTYPED, 1, 9, 9, 9, "no"),
    ),
    *rows("immunoglobulins in words", "SMM-PETHEMA-IG", in_words,
        ("low", "normal", "yes"), ("normal", "normal", "no"), ("normal", "high", "no"),
    ),
    *rows("one low immunoglobulin", "MGUS-CMG-IG SMM-PETHEMA-IG SMM-CMG-IG", immunoparesis,
        ("6.9", ("yes", "yes", "yes")), ("7.0", ("no", "no", "no")),
    ),
    *rows("ratio in words", "FLC-RANGE-STD FLC-RANGE-CKD", ratio_in_words,
        ("normal", "0.26", "1.65", "no"), ("normal", "0.27", "1.65", "unknown"),
        ("normal", "0.26", "1.64", "unknown"), ("normal", "0.125", "8", "no"),
        ("normal", "0.46", "2.62", "unknown"), ("high", "0.26", "1.65", "unknown"),
        ("low", "0.125", "8", "unknown"),
    ),
    *rows("assay of the light chains", "FLC-ASSAY", by_assay,
        ("Freelite", ("yes", None)), ("N Latex", ("yes", "assay_not_validated")),
    ),
    # MGUS
    *rows("Kyle 2018 M", "MGUS-KYLE-2F-M", grams(kyle, "MGUS-KYLE-2F-M"), *M_ONE_AND_A_HALF),
    *rows("Kyle 2018 ratio", "MGUS-KYLE-2F-FLC", printed(kyle, "MGUS-KYLE-2F-FLC"), *RANGE),
    *rows("Czech MGUS M", "MGUS-CMG-M", grams(czech, "MGUS-CMG-M"), *M_ONE_AND_A_HALF),
    *rows("Czech MGUS ratio", "MGUS-CMG-FLC", printed(czech, "MGUS-CMG-FLC"), *RANGE),
    *rows("Czech MGUS smear", "MGUS-CMG-PC", cells,
        (5, ("no", None)), ("5.1", ("yes", None)), ("4.9", ("no", None)), ("<5", ("no", None)),
        (">5", ("yes", None)), ("<6", ("unknown", None)),
        (6, "marrow_plasma_cells_aspirate", ("yes", None)),
        (6, "marrow_plasma_cells_biopsy", ("unknown", "missing")),
        (6, "marrow_plasma_cells_flow", ("unknown", "missing")),
        (6, "marrow_plasma_cells", "biopsy", ("unknown", "missing")),
        (6, "marrow_plasma_cells", "flow", ("unknown", "missing")),
    ),
    *rows("Czech MGUS age", "MGUS-CMG-AGE", age,
        ("1957-06-30", "2026-06-29", ("no", None)), ("1957-06-30", "2026-06-30", ("yes", None)),
        ("1957", "2026-06-30", ("unknown", "age_not_exact")), ("1956", "2026-06-30", ("yes", None)),
        ("1958", "2026-06-30", ("no", None)), ("", "2026-06-30", ("unknown", "missing")),
    ),
    *rows("Czech MGUS haemoglobin", "MGUS-CMG-HB", haemoglobin,
        ("12.0", "g/dL", ("no", None)), ("11.9", "g/dL", ("yes", None)),
        ("11.95", "g/dL", ("yes", None)), ("12.1", "g/dL", ("no", None)),
        (120, "g/L", ("no", None)), (119, "g/L", ("yes", None)), ("119.9", "g/L", ("yes", None)),
        ("7.44", "mmol/L", ("yes", "hemoglobin_converted")),
        ("7.45", "mmol/L", ("no", "hemoglobin_converted")),
    ),
    # smouldering myeloma: marrow and M-protein
    *rows("Kyle 2007 marrow", "SMM-KYLE2007-PC", percent(kyle_2007, "SMM-KYLE2007-PC"), *TEN),
    *rows("Kyle 2007 M", "SMM-KYLE2007-M", grams(kyle_2007, "SMM-KYLE2007-M"), *M_THREE),
    *rows("Mayo 2008 marrow", "SMM-MAYO2008-PC", percent(mayo_2008, "SMM-MAYO2008-PC"), *TEN),
    *rows("Mayo 2008 M", "SMM-MAYO2008-M", grams(mayo_2008, "SMM-MAYO2008-M"), *M_THREE),
    *rows("Mayo 2008 ratio", "SMM-MAYO2008-FLC", printed(mayo_2008, "SMM-MAYO2008-FLC"),
        ("7.9", ("no", None)), ("8.0", ("yes", NEAR)), ("8.1", ("yes", None)),
        ("7.99", ("no", None)), ("8.01", ("yes", None)), ("8", ("yes", NEAR)),
        ("0.126", ("no", None)), ("0.125", ("yes", NEAR)), ("0.124", ("yes", None)),
        ("0.13", ("no", NEAR)), ("0.12", ("yes", NEAR)), (">8", ("yes", NEAR)),
        (">7", ("unknown", None)), ("<0.1", ("yes", NEAR)),
    ),
    *rows("Mayo 2008 both chains", "SMM-MAYO2008-FLC", quotient(mayo_2008, "SMM-MAYO2008-FLC"),
        (80, 10, "yes"), ("79.9", 10, "no"), ("12.5", 100, "yes"), ("12.6", 100, "no"),
    ),
    # smouldering myeloma: aberrant cells, immunoparesis, ratio
    *rows("PETHEMA aberrant", "SMM-PETHEMA-ABERRANT", aberrant,
        (95, ("yes", None)), ("94.9", ("no", None)), (94, ("no", None)),
        ("95.1", ("yes", None)), (100, ("yes", None)), (("unknown", "missing"),),
        (94, 96, ("unknown", "values_disagree")), (95, 96, ("yes", None)),
    ),
    *rows("Czech ratio", "SMM-CMG-FLC", quotient(czech_smm, "SMM-CMG-FLC"),
        (300, 10, "no"), (301, 10, "yes"), ("300.1", 10, "yes"), ("299.9", 10, "no"),
    ),
    *rows("Czech M", "SMM-CMG-M", grams(czech_smm, "SMM-CMG-M"),
        ("2.2", "g/dL", "no"), ("2.3", "g/dL", "yes"), ("2.4", "g/dL", "yes"),
        ("2.29", "g/dL", "no"), (22, "g/L", "no"), (23, "g/L", "yes"), ("22.9", "g/L", "no"),
    ),
    *rows("Ravi marrow", "SMM-RAVI-PC", percent(evolving, "SMM-RAVI-PC"),
        ("19.9", "no"), (20, "yes"), ("20.1", "yes"),
    ),
    *rows("urine M-protein", "SMM-BJP-500 SMM-BJP-PRESENT", bence_jones,
        (499, ("no", "yes")), (500, ("yes", "yes")), (501, ("yes", "yes")),
        ("0.499", "g/(24.h)", ("no", "yes")), ("0.5", "g/(24.h)", ("yes", "yes")),
        (0, ("no", "no")), (1, ("no", "yes")), ("0.1", ("no", "yes")), ("<30", ("no", "unknown")),
    ),
    # the features of Rajkumar 2015
    *rows("Rajkumar 2015 marrow", f"{RAJKUMAR}-PC", percent(features, f"{RAJKUMAR}-PC"), *TEN),
    *rows("Rajkumar 2015 M", f"{RAJKUMAR}-M", grams(features, f"{RAJKUMAR}-M"), *M_THREE),
    *rows("Rajkumar 2015 class", f"{RAJKUMAR}-IGA", partial(rajkumar, "IGA"),
        (IGA, ("yes", None)), (IGG, ("no", None)), (serum("kappa"), ("no", None)),
        (serum("IgG-kappa", "IgA-lambda"), ("yes", None)), ((), ("unknown", "missing")),
    ),
    *rows("Rajkumar 2015 two classes", f"{RAJKUMAR}-IG", two_low,
        ("6.9", "6.9", "yes"), ("6.9", "7.0", "no"), ("7.0", "7.0", "no"),
    ),
    *rows("Rajkumar 2015 ratio", f"{RAJKUMAR}-FLC", quotient(features, f"{RAJKUMAR}-FLC"),
        (79, 10, "no"), ("79.9", 10, "no"), (80, 10, "yes"), ("80.1", 10, "yes"),
        ("999.9", 10, "yes"), (1000, 10, "no"), ("1000.1", 10, "no"), (10, 10, "no"),
    ),
    *rows("Rajkumar 2015 half", f"{RAJKUMAR}-PC50", percent(features, f"{RAJKUMAR}-PC50"),
        ("49.9", "no"), (50, "yes"), ("50.1", "yes"), ("59.9", "yes"), (60, "no"), ("60.1", "no"),
        (">=50", "unknown"),
    ),
    *rows("Rajkumar 2015 aberrant", f"{RAJKUMAR}-ABERRANT", aberrant_and_low,
        (95, "6.9", "yes"), ("94.9", "6.9", "no"), ("95.1", "6.9", "yes"), (95, "7.0", "no"),
    ),
    *rows("Rajkumar 2015 FISH", f"{RAJKUMAR}-FISH", abnormalities,
        ("t(4;14)", "", "yes"), ("del(17p)", "", "yes"), ("gain(1q)", "", "yes"),
        ("amp(1q)", "", "yes"), ("t(14;16) del(13q)", "", "unknown"),
        ("", "t(4;14) del(17p) gain(1q)", "no"), ("", "t(4;14) del(17p) amp(1q)", "unknown"),
        ("", "t(4;14) del(17p)", "unknown"), ("amp(1q)", "gain(1q)", "yes"),
    ),
    *rows("Rajkumar 2015 circulating", f"{RAJKUMAR}-CPC", circulating,
        ("circulating_plasma_cells", 0, "%", ("no", None)),
        ("circulating_plasma_cells", "0.1", "%", ("unknown", "circulating_not_scored")),
        ("circulating_plasma_cells", "4.9", "%", ("unknown", "circulating_not_scored")),
        ("circulating_plasma_cells_absolute", 0, "10*9/L", ("no", None)),
        ("circulating_plasma_cells_absolute", "0.005", "10*9/L",
            ("unknown", "circulating_not_scored")),
        ("circulating_plasma_cells_absolute", "0.1", "10*9/L",
            ("unknown", "circulating_not_scored")),
    ),
    *rows("Rajkumar 2015 MRI", f"{RAJKUMAR}-MRI", focal,
        (0, ("unknown", "mri_diffuse_open")), (1, ("yes", None)),
        (2, ("unknown", "mri_diffuse_open")),
    ),
    *rows("Rajkumar 2015 PET", f"{RAJKUMAR}-PET", partial(rajkumar, "PET"),
        (finding("pet_focal_uptake_without_lysis", True), ("yes", None)),
        (finding("pet_focal_uptake_without_lysis", False), ("no", None)),
        ((), ("unknown", "missing")),
    ),
)  # fmt: skip
