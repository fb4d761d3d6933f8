"""Give the boundaries of the organ values: calcium, kidney, haemoglobin, bone (MM-CRAB-*)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from desktop_app.domain.criteria.bone import bone_cause, bone_lesions
from desktop_app.domain.criteria.calcium import calcium
from desktop_app.domain.criteria.hemoglobin import hemoglobin
from desktop_app.domain.criteria.kidney import renal
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Person, Sex
from tests.domain.asking import rows, state, value_of
from tests.domain.boundaries import Vector
from tests.domain.cases import cause, finding, gathered, note_of, part, result, view

NOBODY = Person()
# CKD-EPI 2021 gives a woman of 51 with 1.56 mg/dL exactly 40.00.
AGED_51 = Person(Sex.FEMALE, PartialDate("1975-03-04"))
YEAR_ONLY = Person(Sex.FEMALE, PartialDate("1975"))
EARLIER, LATER = "2025-06-01", "2026-06-01"


def biopsied(biopsy_on: str, answer_on: str) -> str:
    """Judge a kidney that a biopsy puts down to something else and an answer to the clone."""
    entries = (
        finding("renal_biopsy", "unrelated", on=biopsy_on),
        cause("renal", "clone", on=answer_on),
        *(result("creatinine", 3, on=day) for day in (EARLIER, LATER)),
    )
    return state(renal(view(*entries)))


def first_after(day: str) -> str:
    """Judge a kidney whose first value comes after a biopsy of the first of January."""
    biopsy = finding("renal_biopsy", "unrelated", on="2026-01-01")
    return state(renal(view(biopsy, result("creatinine", 3, on=day))))


def ca(value: object, unit: str, **limits: Any) -> str:
    """Judge a corrected calcium, whatever its cause."""
    return state(value_of(calcium(view(result("calcium_corrected", value, unit, **limits)))))


def total_ca(value: object, high: object, *, albumin: object = None) -> str:
    beside = () if albumin is None else (result("albumin", albumin),)
    return state(value_of(calcium(view(result("calcium", value, high=high), *beside))))


def ca_beside_ionised(ionised: object, on: str = LATER) -> str:
    """Judge 11.5 mg/dL beside ionised calcium of 1.10 to 1.30 mmol/L."""
    beside = result("calcium_ionized", ionised, low="1.10", high="1.30", on=on)
    return state(value_of(calcium(view(result("calcium_corrected", "11.5"), beside))))


def answered(organ: str, code: str, unit: str, then: object, now: object) -> str:
    """Judge a value after an earlier one was put down to another cause."""
    entries = (
        result(code, then, unit, on=EARLIER),
        cause(organ, "other", on=EARLIER),
        result(code, now, unit, on=LATER),
    )
    read = {"calcium": calcium, "anemia": hemoglobin, "renal": renal}[organ]
    return state(part(read(view(*entries)), "MM-ATTR"))


def hb(value: object, unit: str, low: object = None) -> str:
    """Judge haemoglobin, whatever its cause."""
    return state(value_of(hemoglobin(view(result("hemoglobin", value, unit, low=low)))))


def hb_of_day(*values: object) -> str:
    """Judge several haemoglobins of one day: they must agree."""
    return state(value_of(hemoglobin(view(*(result("hemoglobin", x, low=11) for x in values)))))


def arm(name: str, code: str, value: object, unit: str, patient: Person = NOBODY) -> str:
    """Judge one arm of the kidney."""
    criterion = value_of(renal(view(result(code, value, unit), patient=patient)))
    return state(part(criterion, f"MM-CRAB-RENAL-{name}"))


def beside_weight(creatinine: object, *weights: object) -> str | None:
    """Give what is noted of the clearance of a woman of 66 years."""
    entries = (result("creatinine", creatinine), *(result("weight", x) for x in weights))
    return note_of(part(value_of(renal(view(*entries))), "MM-CRAB-RENAL-CRCL"))


def lesions(code: str, count: int, largest: object = None, on: str = LATER) -> object:
    content: dict[str, object] = {"count": count}
    return finding(code, content if largest is None else content | {"largest_mm": largest}, on)


def lytic(*entries: object) -> str:
    return state(value_of(gathered(*entries).bone))


def sized(code: str, largest: str) -> tuple[str, int | None]:
    entry = lesions(code, 1, Decimal(largest))
    return lytic(entry), bone_lesions(view(entry)).count


def xray_and_ct(xray_on: str, ct_on: str) -> str:
    """Judge an X-ray with lesions beside a CT without any."""
    xray = lesions("bone_lytic_xray", 2, on=xray_on)
    return lytic(xray, lesions("bone_lytic_ct", 0, on=ct_on))


def bone_answered(then: int | None, now: int | None) -> str:
    """Tell the cause of lesions after earlier ones were put down to another cause."""
    counted = [(then, EARLIER), (now, LATER)]
    entries = [lesions("bone_lytic_ct", n, on=on) for n, on in counted if n is not None]
    return bone_cause(view(*entries, cause("bone", "other", on=EARLIER))).truth.state


VECTORS: tuple[Vector, ...] = (
    *rows(
        "corrected calcium in limits", "MM-CRAB-CA",
        lambda value, unit, high: ca(value, unit, high=high),
        ("10.9", "mg/dL", "10.5", "no"), ("11", "mg/dL", "10.5", "no"),
        ("11.1", "mg/dL", "10.5", "yes"), ("2.74", "mmol/L", "2.60", "no"),
        ("2.75", "mmol/L", "2.60", "no"), ("2.76", "mmol/L", "2.60", "yes"),
        ("5.4", "mEq/L", "5.2", "no"), ("5.5", "mEq/L", "5.2", "no"),
        ("5.6", "mEq/L", "5.2", "yes"),
        # ULN + 1 mg/dL, 0.25 mmol/L, 0.5 mEq/L
        ("10.8", "mg/dL", "9.8", "no"), ("10.9", "mg/dL", "9.8", "yes"),
        ("2.70", "mmol/L", "2.45", "no"), ("2.71", "mmol/L", "2.45", "yes"),
        ("5.4", "mEq/L", "4.9", "no"), ("5.41", "mEq/L", "4.9", "yes"),
    ),
    *rows(
        "calcium without limit", "MM-CRAB-NOLIMIT MM-CRAB-CA", ca,
        ("10", "mg/dL", "no"), ("10.1", "mg/dL", "unknown"),
        ("2.50", "mmol/L", "no"), ("2.51", "mmol/L", "unknown"),
        ("5.00", "mEq/L", "no"), ("5.01", "mEq/L", "unknown"), ("9", "mg/dL", "no"),
    ),
    *rows(
        "total calcium, not corrected", "MM-CRAB-CA", total_ca,
        ("10", "10.5", "no"), ("10.1", "10.5", "unknown"), ("11.1", "10.5", "yes"),
        ("10", None, "no"),
    ),
    *rows(
        "total calcium with albumin", "MM-CRAB-CA CALC-CA-MG",
        lambda value, albumin: total_ca(value, "10.5", albumin=albumin),
        ("10.2", "3.0", "no"), ("10.3", "3.0", "yes"), ("11.4", "4.5", "no"),
    ),
    *rows(
        "ionised beside high total", "MM-CRAB-CA", ca_beside_ionised,
        ("1.09", "yes"), ("1.10", "unknown"), ("1.30", "unknown"), ("1.31", "yes"),
        ("1.20", "2026-05-31", "yes"),
    ),
    *rows(
        "calcium after an answer", "MM-ATTR",
        lambda unit, then, now: answered("calcium", "calcium_corrected", unit, then, now),
        ("mg/dL", "11.2", "11.6", "no"), ("mg/dL", "11.2", "11.7", "unknown"),
        ("mg/dL", "11.2", "11.1", "no"),
        ("mmol/L", "2.80", "2.91", "no"), ("mmol/L", "2.80", "2.92", "unknown"),
        ("mEq/L", "5.60", "5.83", "no"), ("mEq/L", "5.60", "5.84", "unknown"),
    ),
    *rows(
        "haemoglobin", "MM-CRAB-HB", hb,
        ("10", "g/dL", "11", "no"), ("9.9", "g/dL", "11", "yes"), ("10.1", "g/dL", "11", "no"),
        ("100", "g/L", "110", "no"), ("99", "g/L", "110", "yes"),
        ("6.3", "mmol/L", "7", "no"), ("6.2", "mmol/L", "7", "yes"),
        # LLN - 2 g/dL, 20 g/L
        ("11.5", "g/dL", "13.5", "no"), ("11.4", "g/dL", "13.5", "yes"),
        ("115", "g/L", "135", "no"), ("114", "g/L", "135", "yes"),
        # without a limit
        ("13", "g/dL", "no"), ("12.9", "g/dL", "unknown"), ("10.1", "g/dL", "unknown"),
        ("130", "g/L", "no"), ("129", "g/L", "unknown"),
    ),
    *rows(
        "haemoglobin of one day", "MM-CRAB-HB", hb_of_day,
        ("9.9", "9.8", "yes"), ("9.9", "11.5", "unknown"), ("11.5", "11.6", "no"),
    ),
    *rows(
        "haemoglobin after an answer", "MM-ATTR",
        lambda unit, then, now: answered("anemia", "hemoglobin", unit, then, now),
        ("g/dL", "9.5", "8.6", "no"), ("g/dL", "9.5", "8.5", "unknown"),
        ("g/L", "95", "86", "no"), ("g/L", "95", "85", "unknown"), ("g/dL", "9.5", "9.9", "no"),
    ),
    *rows(
        "clearance", "MM-CRAB-RENAL", lambda *given: arm("CRCL", *given),
        ("creatinine_clearance", "40", "mL/min", "no"),
        ("creatinine_clearance", "39.9", "mL/min", "yes"),
        ("egfr", "40", "mL/min/{1.73_m2}", "no"), ("egfr", "39.9", "mL/min/{1.73_m2}", "yes"),
        # without an age
        ("creatinine", "1.1", "mg/dL", "no"), ("creatinine", "1.2", "mg/dL", "unknown"),
        ("creatinine", "97", "umol/L", "no"), ("creatinine", "97.1", "umol/L", "unknown"),
        ("creatinine", "98", "umol/L", "unknown"), ("creatinine", "0.7", "mg/dL", "no"),
    ),
    *rows(
        "creatinine", "MM-CRAB-RENAL", lambda *given: arm("CR", "creatinine", *given),
        ("2", "mg/dL", "no"), ("2.01", "mg/dL", "yes"), ("1.9", "mg/dL", "no"),
        ("177", "umol/L", "no"), ("178", "umol/L", "yes"),
    ),
    *rows(
        "own estimate of clearance", "MM-CRAB-RENAL CALC-CKDEPI2021",
        lambda value, person: arm("CRCL", "creatinine", value, "mg/dL", person),
        ("1.56", AGED_51, "no"), ("1.57", AGED_51, "yes"),
        # 50 or 51 years
        ("1.56", YEAR_ONLY, "no"), ("1.563", YEAR_ONLY, "unknown"), ("1.58", YEAR_ONLY, "yes"),
    ),
    *rows(
        "creatinine after an answer", "MM-ATTR",
        lambda unit, then, now: answered("renal", "creatinine", unit, then, now),
        ("mg/dL", "2.4", "3.0", "no"), ("mg/dL", "2.4", "3.01", "unknown"),
        ("mg/dL", "2.4", "2.0", "no"), ("umol/L", "200", "250", "no"),
        ("umol/L", "200", "251", "unknown"),
    ),
    *rows(
        "Cockcroft-Gault beside CKD-EPI", "MM-CRAB-RENAL CALC-CG", beside_weight,
        ("1.258", "57.6", "egfr_computed"), ("1.258", "57.5", "cockcroft_gault_disagrees"),
        ("1.258", "57.5", "70", "egfr_computed"), ("1.258", "egfr_computed"),
    ),
    *rows(
        "lytic lesions", "MM-CRAB-BONE", lambda code, count: lytic(lesions(code, count)),
        ("bone_lytic_ct", 0, "no"), ("bone_lytic_ct", 1, "yes"), ("bone_lytic_ct", 2, "yes"),
        ("bone_lytic_pet_ct", 0, "no"), ("bone_lytic_pet_ct", 1, "yes"),
        ("bone_lytic_xray", 0, "unknown"), ("bone_lytic_xray", 1, "yes"),
    ),
    *rows(
        "size of the largest lesion", "MM-CRAB-BONE", sized,
        ("bone_lytic_ct", "4", ("no", 0)), ("bone_lytic_ct", "4.9", ("no", 0)),
        ("bone_lytic_ct", "5", ("yes", 1)), ("bone_lytic_ct", "5.1", ("yes", 1)),
        ("bone_lytic_pet_ct", "4.9", ("no", 0)), ("bone_lytic_pet_ct", "5", ("yes", 1)),
    ),
    *rows(
        "CT overrides X-ray", "MM-CRAB-BONE", xray_and_ct,
        ("2026-06-01", "2026-06-01", "no"), ("2026-06-01", "2026-06-02", "no"),
        ("2026-06-01", "2026-05-31", "yes"), ("2026-05", "2026-05-31", "no"),
        ("2026-05", "2026-05-30", "yes"),
    ),
    *rows(
        "bone after an answer", "MM-ATTR", bone_answered,
        (2, 2, "no"), (2, 3, "unknown"), (2, 1, "no"), (0, 0, "no"), (None, 0, "no"),
        (None, 1, "unknown"), (0, 1, "unknown"), (1, 1, "no"), (None, None, "no"),
    ),
    *rows(
        "biopsy and answer, whichever is later", "MM-ATTR", biopsied,
        (EARLIER, EARLIER, "no"), (EARLIER, LATER, "yes"), (LATER, EARLIER, "no"),
    ),
    *rows(
        "first value after a biopsy", "MM-ATTR", first_after,
        ("2026-04-01", "no"), ("2026-04-02", "unknown"), ("2026-03-31", "no"),
    ),
)  # fmt: skip
