"""Give what the formulas compute at diagnosis: the check values of the rule book (CALC-*)."""

from __future__ import annotations

from decimal import Decimal as D

from desktop_app.domain import derived as formulas
from desktop_app.domain.myeloma_conclusions import Derived
from desktop_app.domain.record import Person, Sex
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import catalogue, result
from tests.domain.staged import albumin, said, staged


def estimate(formula: str, milligrams: object, age: int, sex: str) -> str | None:
    """Compute a formula of creatinine in mg/dL."""
    value = getattr(formulas, formula)(D(str(milligrams)), age, Sex(sex))
    return None if value is None else format(value.normalize(), "f")


def micromoles(formula: str) -> str | None:
    """Compute for the woman of 53 with 204 umol/L."""
    milligrams = catalogue()["creatinine"].converted(D(204), "umol/L", "mg/dL")
    return estimate(formula, milligrams, 53, "female")


def gault(milligrams: object, age: int, weight: int, sex: str) -> str:
    return f"{formulas.cockcroft_gault(D(str(milligrams)), age, D(weight), Sex(sex)):f}"


def corrected(calcium: str, unit: str, beside: str) -> D | None:
    """Correct a calcium for an albumin in g/dL, or g/L beside mmol/L."""
    plain = albumin(beside, "g/L" if unit == "mmol/L" else "g/dL")
    return formulas.corrected_calcium(result("calcium", calcium, unit), plain, catalogue())


def shown(*entries: object) -> tuple[str, ...]:
    """Give what is computed at diagnosis: the rule and the value."""
    return tuple(f"{x.rule} {x.value}" for x in computed(*entries))


def computed(*entries: object) -> tuple[Derived, ...]:
    """Compute for a woman of 66."""
    return staged(*entries, patient=Person(Sex.FEMALE, age_years=66)).derived


def by_calcium(*entries: object) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the stages that a calcium leaves, and which calcium was used."""
    system = staged(result("hemoglobin", 13), *entries).durie_salmon
    used = sorted(x.removeprefix("ds_calcium_") for x in said(system) if "calcium" in x)
    return system.possible, tuple(used)


CREATININE = result("creatinine", "1.0")
PLAIN, BESIDE = result("calcium", "12.0"), albumin("3.0")
EVERY = (
    "CALC-CKDEPI2021 62.13", "CALC-CKDEPI2009 58.66", "CALC-MDRD175 55.47", "CALC-MDRD186 58.96",
)  # fmt: skip
OPEN, OUT = ("I", "II", "III"), ("III",)
VECTORS: tuple[Vector, ...] = (
    *rows(
        "check values", "CALC-CKDEPI2021 CALC-CKDEPI2009 CALC-MDRD175 CALC-MDRD186", estimate,
        ("ckd_epi_2021", "0.9", 55, "female", "75.5"), ("ckd_epi_2021", 1, 60, "male", "86.16"),
        ("ckd_epi_2021", 2, 70, "male", "35.24"), ("ckd_epi_2021", "0.6", 40, "female", "116.3"),
        ("ckd_epi_2009", "0.9", 55, "female", "71.98"), ("ckd_epi_2009", 1, 60, "male", "81.44"),
        ("ckd_epi_2009", 2, 70, "male", "32.84"), ("ckd_epi_2009", "0.6", 40, "female", "114.02"),
        ("mdrd_175", "0.9", 55, "female", "65.01"), ("mdrd_175", 1, 60, "male", "76.22"),
        ("mdrd_175", 2, 70, "male", "33.2"), ("mdrd_175", "0.6", 40, "female", "110.72"),
        ("mdrd_186", "0.9", 55, "female", "69.09"), ("mdrd_186", 1, 60, "male", "81.01"),
        ("mdrd_186", 2, 70, "male", "35.28"), ("mdrd_186", "0.6", 40, "female", "117.68"),
    ),
    *rows(
        "check values at 204 umol/L", "CALC-CKDEPI2021 CALC-CKDEPI2009 CALC-MDRD175", micromoles,
        ("ckd_epi_2021", "24.7"), ("ckd_epi_2009", "23.38"), ("mdrd_175", "22.1"),
        ("mdrd_186", "23.48"),
    ),
    # Both sides of each knot, the youngest age, and what cannot be computed.
    *rows(
        "ends of the formulas", "CALC-CKDEPI2009 CALC-MDRD175 CALC-MDRD186", estimate,
        ("ckd_epi_2009", "0.7", 1, "female", "142.53"),
        ("ckd_epi_2009", "0.9", 1, "male", "140.01"),
        ("ckd_epi_2009", "0.5", 30, "male", "145.42"),
        ("ckd_epi_2009", "0.01", 30, "female", "470.42"),
        ("ckd_epi_2009", 0, 50, "female", None), ("ckd_epi_2009", 1, 50, "unknown", None),
        ("mdrd_175", 1, 1, "male", "175"), ("mdrd_175", "0.01", 1, "male", "35566.25"),
        ("mdrd_175", 1, 0, "male", None), ("mdrd_175", 0, 50, "male", None),
        ("mdrd_175", 1, 50, "unknown", None), ("mdrd_186", 1, 1, "male", "186"),
    ),
    *rows(
        "check values of Cockcroft-Gault", "CALC-CG", gault,
        ("1.0", 60, 70, "male", "77.78"), ("2.0", 70, 60, "male", "29.17"),
        (D(204) / D("88.4"), 53, 55, "female", "24.48"),
    ),
    *rows(
        "check values of corrected calcium", "CALC-CA-MG CALC-CA-MMOL", corrected,
        ("8.0", "mg/dL", "2.5", D("9.2")), ("11.0", "mg/dL", "2.9", D("11.88")),
        ("10.2", "mg/dL", "4.5", D("9.8")), ("1.83", "mmol/L", "26", D("2.11")),
        ("2.69", "mmol/L", "29.4", D("2.902")), ("2.60", "mmol/L", "45", D("2.50")),
    ),
    *rows(
        "computed at diagnosis", "CALC-CKDEPI2021 CALC-CG CALC-CA-MG CALC-CA-MMOL", shown,
        (CREATININE, EVERY), (CREATININE, result("weight", 60), (*EVERY, "CALC-CG 52.42")),
        (CREATININE, result("weight", 60), result("weight", 61), EVERY),
        (CREATININE, result("creatinine", "1.1"), ()), (result("creatinine", ">1"), ()),
        (PLAIN, BESIDE, ("CALC-CA-MG 12.80",)), (PLAIN, BESIDE, albumin("3.1"), ()), (PLAIN, ()),
        (result("calcium", "2.40", "mmol/L"), BESIDE, ("CALC-CA-MMOL 2.600",)),
        (result("calcium", "4.8", "mEq/L"), BESIDE, ()), ((),),
    ),
    *rows(
        "which calcium", "MM-DS-STAGE-CA MM-DS-VERSION", by_calcium,
        (PLAIN, (OPEN, ("measured",))), (PLAIN, BESIDE, (OUT, ("computed", "correction_decides"))),
        (PLAIN, BESIDE, albumin("4.0"), (OPEN, ("computed", "correction_decides"))),
        (PLAIN, BESIDE, result("calcium_corrected", "12.0"), (OPEN, ("reported",))),
        (PLAIN, result("calcium_corrected", "12.1"), (OUT, ("correction_decides", "reported"))),
        (result("calcium", "13"), BESIDE, (OUT, ("computed",))),
    ),
)  # fmt: skip
