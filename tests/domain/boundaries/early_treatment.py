"""Give the boundaries of early treatment: who fitted AQUILA, and what the LEN rules rest on."""

from __future__ import annotations

from desktop_app.domain.conclusions import Criterion
from desktop_app.domain.criteria.daratumumab import aquila
from desktop_app.domain.criteria.lenalidomide import (
    contraindication,
    indication,
    lenalidomide,
    start,
)
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Cytogenetic, Person, Sex
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import (
    DAY,
    WOMAN,
    finding,
    flattened,
    flc,
    gathered,
    history,
    marrow,
    note_of,
    part,
    result,
    serum,
    view,
)

IGG = serum("IgG-kappa")
MAN = Person(Sex.MALE, PartialDate("1960-03-04"))
YEAR_ONLY = Person(Sex.FEMALE, PartialDate("1986"))


def fits(name: str, *entries: object) -> str:
    """Judge one part of ELIG-AQUILA."""
    whole = aquila(gathered(*flattened(entries)), None)
    return part(whole, f"ELIG-AQUILA-{name}").state.state


def trial(*left_out: str) -> str:
    """Judge ELIG-AQUILA with some of what it asks for left out."""
    entries = {
        "time": history("smm", "2025-01-01"),
        "ecog": result("ecog", 1, "{score}"),
        "marrow": marrow(12),
        "iga": serum("IgA-kappa"),
    }
    kept = [entry for name, entry in entries.items() if name not in left_out]
    return aquila(gathered(*flattened(kept)), None).state.state


def ecog(value: object) -> str:
    return fits("ECOG", result("ecog", value, "{score}"))


def diagnosed(on: str | None, first: str | None = None) -> str:
    """Judge 5 years on 30 June 2026 from the history, else from the first M-protein."""
    known = () if on is None else (history("smm", on),)
    day = None if first is None else PartialDate(first).last
    return part(aquila(gathered(*known), day), "ELIG-AQUILA-TIME").state.state


def iu(kappa: object, lambda_: object = 10) -> str:
    return fits("FLC", IGG, *flc(kappa, lambda_))


def low(*codes: str) -> str:
    """Judge how many uninvolved immunoglobulins of an IgG clone are low."""
    values = {"iga": 50, "igm": 30}
    below = {code: value + 1 for code, value in values.items() if code in codes}
    entries = (
        result(code, value, "mg/dL", low=below.get(code, value)) for code, value in values.items()
    )
    return fits("IG", IGG, *entries)


def enough(m: object, kappa: object, percent: object, found: bool | None) -> str:
    """Judge LEN-IND-RISK: two of the four factors."""
    tests = () if found is None else (Cytogenetic(PartialDate(DAY), "t(4;14)", found),)
    chains = flc(kappa, 1)
    entries = (IGG, result("serum_m_protein", m), *chains, *marrow(percent), *tests)
    return part(indication(gathered(*entries)), "LEN-IND-RISK").state.state


def indicated(status: object, m: object) -> str:
    """Judge LEN-IND for ECOG and M-protein, with one other factor met."""
    entries = (IGG, result("serum_m_protein", m), *flc(21, 1), *marrow(12))
    fit = () if status is None else (result("ecog", status, "{score}"),)
    return indication(gathered(*entries, *fit)).state.state


def rule(name: str, *entries: object, patient: Person = WOMAN) -> Criterion:
    """Give the answer of a rule on the dose."""
    found = lenalidomide(gathered(*entries, patient=patient))
    return next(each for each in found if each.id == name)


def dosed(label: str, *values: object, unit: str = "mL/min") -> tuple[str, str | None]:
    """Judge a reported clearance: whether a label adjusts the dose, and what it says."""
    entries = (result("creatinine_clearance", x, unit, lab=str(x)) for x in values)
    answer = rule(f"LEN-RENAL-{label}", *entries)
    return answer.state.state, note_of(answer)


def estimated(
    creatinine: object, weight: object, patient: Person = WOMAN, unit: str = "mg/dL"
) -> str:
    """Judge our own Cockcroft-Gault by the US label."""
    entries = (result("creatinine", creatinine, unit), result("weight", weight))
    return rule("LEN-RENAL-US", *entries, patient=patient).state.state


def beside(*entries: object) -> str:
    return rule("LEN-RENAL-US", *entries).state.state


def blocked(code: str, value: object, unit: str = "10*9/L") -> str:
    name = {"neutrophils": "LEN-START-ANC", "platelets": "LEN-START-PLATELETS"}[code]
    return part(start(view(result(code, value, unit))), name).state.state


def contra(*entries: object, patient: Person = WOMAN) -> str:
    return contraindication(view(*entries, patient=patient)).state.state


TIME = "ELIG-AQUILA ELIG-AQUILA-TIME"
LABELS = "LEN-RENAL-US LEN-RENAL-EU C-LEN-RENAL"
WEIGHT = result("weight", 72)
VECTORS: tuple[Vector, ...] = (
    *rows(
        "AQUILA, M-protein",
        "ELIG-AQUILA ELIG-AQUILA-M",
        lambda value, unit: fits("M", IGG, result("serum_m_protein", value, unit)),
        (29, "g/L", "no"),
        (30, "g/L", "yes"),
        (31, "g/L", "yes"),
        ("2.9", "g/dL", "no"),
        ("3.0", "g/dL", "yes"),
        ("<3", "g/dL", "no"),
    ),
    *rows(
        "AQUILA, involved/uninvolved",
        "ELIG-AQUILA ELIG-AQUILA-FLC",
        iu,
        (79, "no"),
        (80, "yes"),
        (81, "yes"),
        (999, "yes"),
        (1000, "no"),
        (1001, "no"),
        ("7.9", 1, "no"),
        ("99.9", 1, "yes"),
    ),
    *rows(
        "AQUILA, marrow above 50 and below 60 %",
        "ELIG-AQUILA ELIG-AQUILA-PC50",
        lambda value: fits("PC50", marrow(value)),
        (50, "no"),
        ("50.1", "yes"),
        ("59.9", "yes"),
        (60, "no"),
        ("60.1", "no"),
        ("49.9", "no"),
    ),
    *rows(
        "AQUILA, marrow from 10 %",
        "ELIG-AQUILA ELIG-AQUILA-PC",
        lambda value: fits("PC", marrow(value)),
        ("9.9", "no"),
        (10, "yes"),
        ("10.1", "yes"),
    ),
    *rows(
        "AQUILA, class",
        "ELIG-AQUILA ELIG-AQUILA-IGA",
        lambda *bands: fits("IGA", serum(*bands)),
        ("IgA-kappa", "yes"),
        ("IgG-kappa", "no"),
        ("IgG-kappa", "IgA-kappa", "yes"),
    ),
    *rows("AQUILA, class not known", "ELIG-AQUILA", lambda: fits("IGA"), ("unknown",)),
    *rows(
        "AQUILA, uninvolved immunoglobulins low",
        "ELIG-AQUILA ELIG-AQUILA-IG",
        low,
        ("iga", "igm", "yes"),
        ("iga", "no"),
        ("no",),
    ),
    *rows(
        "AQUILA, ECOG",
        "ELIG-AQUILA ELIG-AQUILA-ECOG",
        ecog,
        (0, "yes"),
        (1, "yes"),
        ("1.1", "no"),
        (2, "no"),
    ),
    *rows(
        "AQUILA, 5 years from the history",
        TIME,
        diagnosed,
        ("2021-06-30", "yes"),
        ("2021-06-29", "no"),
        ("2021-07-01", "yes"),
        ("2021", "unknown"),
        ("2022", "yes"),
        ("2020", "no"),
    ),
    *rows(
        "AQUILA, 5 years from the first M-protein",
        TIME,
        diagnosed,
        (None, "2021-06-30", "yes"),
        (None, "2021-06-29", "unknown"),
        (None, None, "unknown"),
        ("2020", "2025-01-01", "no"),
    ),
    *rows(
        "AQUILA, everything is needed",
        "ELIG-AQUILA",
        trial,
        ("yes",),
        ("time", "unknown"),
        ("ecog", "unknown"),
        ("marrow", "unknown"),
        ("iga", "unknown"),
    ),
    *rows(
        "lenalidomide, two of the four factors",
        "LEN-IND LEN-IND-RISK",
        enough,
        ("2.1", "20.1", 20, None, "yes"),
        ("2.1", 20, "20.1", None, "yes"),
        ("2.0", "20.1", "20.1", None, "yes"),
        ("2.1", 20, 20, True, "yes"),
        ("2.1", 20, 20, None, "unknown"),
        ("2.0", 20, 20, True, "no"),
        ("2.0", 20, 20, None, "no"),
    ),
    *rows(
        "lenalidomide, ECOG 0-1",
        "LEN-IND LEN-IND-ECOG",
        indicated,
        (1, "2.1", "yes"),
        (2, "2.1", "no"),
        (None, "2.1", "unknown"),
        (2, "2.0", "no"),
    ),
    *rows(
        "lenalidomide, clearance",
        LABELS,
        dosed,
        ("US", "60.1", ("no", "len_us_full")),
        ("US", 60, ("yes", "len_us_10")),
        ("US", "59.9", ("yes", "len_us_10")),
        ("US", "30.1", ("yes", "len_us_10")),
        ("US", 30, ("yes", "len_us_10")),
        ("US", "29.9", ("yes", "len_us_15")),
        ("US", "11.1", ("yes", "len_us_15")),
        ("US", 11, ("yes", "len_us_15")),
        ("US", "10.9", ("yes", "len_us_not_studied")),
        ("US", "<10", ("yes", "len_us_not_studied")),
        ("US", ">60", ("no", "len_us_full")),
        ("US", ">=60", ("unknown", "len_bands_open")),
        ("US", "<60", ("yes", "len_bands_open")),
        ("US", ("unknown", "len_clearance_missing")),
        ("US", 61, 62, ("no", "len_us_full")),
        ("US", 59, 61, ("unknown", "len_bands_open")),
        ("US", 29, 31, ("yes", "len_bands_open")),
        ("EU", "50.1", ("no", "len_eu_full")),
        ("EU", 50, ("no", "len_eu_full")),
        ("EU", "49.9", ("yes", "len_eu_10")),
        ("EU", "30.1", ("yes", "len_eu_10")),
        ("EU", 30, ("yes", "len_eu_10")),
        ("EU", "29.9", ("yes", "len_eu_15")),
        ("OVERDOSE", "60.1", ("no", "len_no_overdose")),
        ("OVERDOSE", 60, ("yes", "len_overdose")),
        ("OVERDOSE", "59.9", ("yes", "len_overdose")),
        ("OVERDOSE", "30.1", ("yes", "len_overdose")),
        ("OVERDOSE", 30, ("yes", "len_overdose")),
        ("OVERDOSE", "29.9", ("no", "len_no_overdose")),
    ),
    *rows(
        "lenalidomide, clearance in a unit without a threshold",
        LABELS,
        lambda value: dosed("US", value, unit="mL/s"),
        ("0.5", ("unknown", "len_clearance_missing")),
    ),
    # Cockcroft-Gault: (140 - 66) x 72 / 72 x 0.85 = 62.9 mL/min at 1.0 mg/dL.
    *rows(
        "lenalidomide, own Cockcroft-Gault",
        LABELS,
        estimated,
        ("1.0", 72, "no"),
        ("1.04", 72, "no"),
        ("1.05", 72, "yes"),
        ("1.2", 72, MAN, "no"),
        ("1.3", 72, MAN, "yes"),
        ("88.4", 72, WOMAN, "umol/L", "no"),
        ("95", 72, WOMAN, "umol/L", "yes"),
        ("1.0", 72, Person(), "unknown"),
        (">1.0", 72, "unknown"),
        ("1.0", ">72", "unknown"),
        ("1.42", 72, YEAR_ONLY, "unknown"),
        ("1.40", 72, YEAR_ONLY, "no"),
    ),
    *rows(
        "lenalidomide, what stands for the clearance",
        LABELS,
        beside,
        (result("creatinine", "1.0"), "unknown"),
        (result("egfr", 25), WEIGHT, "unknown"),
        (result("creatinine_clearance", 55), result("creatinine", "0.5"), WEIGHT, "yes"),
        (
            result("creatinine_clearance", 55, on="2026-05-01"),
            result("creatinine", "0.5"),
            WEIGHT,
            "no",
        ),
    ),
    *rows(
        "lenalidomide, counts that block the start",
        "LEN-START LEN-START-ANC LEN-START-PLATELETS",
        blocked,
        ("neutrophils", "1.0", "no"),
        ("neutrophils", "0.99", "yes"),
        ("neutrophils", "1.01", "no"),
        ("neutrophils", 1000, "/uL", "no"),
        ("neutrophils", 999, "/uL", "yes"),
        ("neutrophils", "<1.0", "yes"),
        ("platelets", 75, "no"),
        ("platelets", "74.9", "yes"),
        ("platelets", 74, "yes"),
        ("platelets", 76, "no"),
        ("platelets", 75000, "/uL", "no"),
        ("platelets", 74000, "/uL", "yes"),
    ),
    *rows(
        "lenalidomide, contraindications",
        "LEN-CONTRA",
        contra,
        ("unknown",),
        (finding("pregnancy_possible", True), "yes"),
        (finding("pregnancy_possible", False), "unknown"),
        (finding("pregnancy_possible", False), finding("thalidomide_allergy", False), "no"),
        (finding("pregnancy_possible", False), finding("thalidomide_allergy", True), "yes"),
        (finding("pregnancy_possible", False), finding("allergy", []), "no"),
        (finding("pregnancy_possible", False), finding("allergy", ["Penicillin"]), "no"),
        (finding("allergy", ["Lenalidomide rash"]), "yes"),
        (finding("allergy", ["來那度胺"]), finding("thalidomide_allergy", False), "yes"),
    ),
    *rows(
        "lenalidomide, a man",
        "LEN-CONTRA LEN-CONTRA-PREGNANCY",
        lambda *entries: contra(*entries, patient=MAN),
        (finding("allergy", []), "no"),
        ("unknown",),
    ),
)
