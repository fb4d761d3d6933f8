"""Give the boundaries of the kidney prompt: urine protein, blood, fall of eGFR (MGRS-PROMPT)."""

from __future__ import annotations

from desktop_app.domain.criteria.kidney_decline import decline
from desktop_app.domain.criteria.kidney_signs import albumin_share, kidney_signs
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Person, Sex
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import DAY, WOMAN, assessed, finding, result, view

PROMPT = "MGRS-PROMPT MGRS-PROMPT-PROTEIN MGRS-PROMPT-BLOOD MGRS-PROMPT-EGFR"
YEAR_ONLY = Person(Sex.FEMALE, PartialDate("1975"))
EARLIER, LATER = "2025-12-01", "2026-06-15"
COLLECTED, SPOT = "urine_protein_24h", "upcr"


def collected(*values: object, unit: str = "mg/(24.h)") -> str:
    """Judge collections of urine, months apart."""
    days = ("2025-06-01", "2025-12-01", DAY)[-len(values) :]
    entries = (result(COLLECTED, x, unit, on=on) for x, on in zip(values, days, strict=True))
    return kidney_signs(view(*entries)).protein.state.state


def dated(first: str, second: str) -> str:
    """Judge two collections above the cut on two days."""
    entries = (result(COLLECTED, 600, on=first), result(COLLECTED, 700, on=second))
    return kidney_signs(view(*entries)).protein.state.state


def spot(value: object, unit: str) -> str:
    return kidney_signs(view(result(SPOT, value, unit))).protein.state.state


def both(spot_value: object, on: str, collected_value: object, collected_on: str) -> str:
    """Judge a spot urine and a collection, each on its day."""
    entries = (
        result(SPOT, spot_value, on=on),
        result(COLLECTED, collected_value, on=collected_on),
    )
    return kidney_signs(view(*entries)).protein.state.state


def blood(*values: bool) -> str:
    entries = (finding("hematuria", value) for value in values)
    return kidney_signs(view(*entries)).blood.state.state


def fell(then: object, now: object, on: str = EARLIER, day: str = DAY) -> str:
    """Judge two reported values of eGFR."""
    return decline(view(result("egfr", then, on=on), result("egfr", now, on=day))).truth.state


def fell_of_three(*values: object) -> str:
    days = ("2025-08-01", "2026-01-01", DAY)
    entries = (result("egfr", x, on=on) for x, on in zip(values, days, strict=True))
    return decline(view(*entries)).truth.state


def fell_of_day(then: object, *now: object) -> str:
    """Judge several values of the latest day: they must agree."""
    entries = (result("egfr", x, lab=str(x)) for x in now)
    return decline(view(result("egfr", then, on=EARLIER), *entries)).truth.state


def fell_since(day: str) -> str:
    """Judge a fall of which the first value lies on 1 December; earlier ones are left out."""
    entries = (result("egfr", 100, on=EARLIER), result("egfr", 50))
    return decline(view(*entries), PartialDate(day).last).truth.state


def rose(then: object, now: object, unit: str = "mg/dL", patient: Person = WOMAN) -> str:
    """Judge two values of creatinine."""
    entries = (result("creatinine", then, unit, on=EARLIER), result("creatinine", now, unit))
    return decline(view(*entries, patient=patient)).truth.state


def share(albumin: object, protein: object, unit: str = "mg/g") -> str:
    return albumin_share(view(result("uacr", albumin, unit), result(SPOT, protein))).state


def biopsied(lesion: str, *entries: object) -> tuple[str, bool, str | None]:
    """Say whether MGRS is suspected, a biopsy is advised, and which lesion was found."""
    mgrs = assessed(finding("renal_biopsy", lesion, on="2026-01-01"), *entries).mgrs
    return mgrs.suspected.state, mgrs.biopsy_advised, mgrs.lesion


def fell_after_biopsy(on: str) -> str:
    """Judge a fall against a biopsy of 1 January that found another cause."""
    entries = (
        finding("renal_biopsy", "unrelated", on="2026-01-01"),
        result("egfr", 100, on=on),
        result("egfr", 50),
    )
    return kidney_signs(view(*entries)).fall.state.state


BLOOD = finding("hematuria", True)
VECTORS: tuple[Vector, ...] = (
    *rows(
        "24-hour protein twice, mg",
        PROMPT,
        collected,
        (501, 501, "yes"),
        (500, 501, "unknown"),
        (501, 500, "no"),
        (501, "unknown"),
        (500, "no"),
        ("500.5", "500.1", "yes"),
        (600, 100, 600, "yes"),
        (600, 600, 100, "no"),
        (">500", ">500", "yes"),
        (600, "<600", "unknown"),
        ("<=500", "no"),
    ),
    *rows(
        "24-hour protein twice, g",
        PROMPT,
        lambda *values: collected(*values, unit="g/(24.h)"),
        ("0.501", "0.501", "yes"),
        ("0.501", "0.500", "no"),
        ("0.500", "0.501", "unknown"),
    ),
    *rows(
        "24-hour protein on two days",
        PROMPT,
        dated,
        ("2026-05-31", "2026-06-01", "yes"),
        ("2026-06-01", "2026-06-01", "unknown"),
        ("2026-05", "2026-05-31", "unknown"),
        ("2026-04", "2026-05", "yes"),
    ),
    *rows(
        "UPCR",
        PROMPT,
        spot,
        (499, "mg/g", "no"),
        (500, "mg/g", "yes"),
        (501, "mg/g", "yes"),
        ("0.499", "g/g", "no"),
        ("0.5", "g/g", "yes"),
        (49, "mg/mmol", "no"),
        ("49.9", "mg/mmol", "no"),
        (50, "mg/mmol", "yes"),
        (51, "mg/mmol", "yes"),
        ("<500", "mg/g", "no"),
        (">=500", "mg/g", "yes"),
    ),
    *rows(
        "UPCR and 24-hour protein",
        PROMPT,
        both,
        (500, DAY, 100, DAY, "yes"),
        (100, DAY, 600, DAY, "unknown"),
        (100, LATER, 600, DAY, "no"),
        (500, EARLIER, 600, DAY, "yes"),
        (499, EARLIER, 600, DAY, "unknown"),
        (500, EARLIER, 500, DAY, "no"),
    ),
    *rows("haematuria", PROMPT, blood, (True, "yes"), (False, "no"), ("unknown",)),
    *rows("haematuria of one day", PROMPT, blood, (True, False, "unknown")),
    *rows(
        "eGFR, fall by more than 30 %",
        PROMPT,
        fell,
        (100, 70, "no"),
        (100, "69.9", "yes"),
        (1000, 700, "no"),
        (1000, 699, "yes"),
        (100, 71, "no"),
        (">90", 63, "unknown"),
        (">90", 62, "yes"),
        (">90", 80, "unknown"),
        ("<60", 42, "no"),
        ("<60", 41, "unknown"),
        ("<=60", 42, "no"),
        (100, "<70", "yes"),
        (100, "<71", "unknown"),
        (100, ">69", "unknown"),
        (100, ">=70", "no"),
        (100, ">60", "unknown"),
    ),
    *rows(
        "eGFR, best of 12 months",
        PROMPT,
        fell,
        (100, 50, "2025-06-01", "2026-06-01", "yes"),
        (100, 50, "2025-05-31", "2026-06-01", "unknown"),
        (100, 50, "2025-06-02", "2026-06-01", "yes"),
        (100, 50, "2025-06", "2026-06-01", "yes"),
        (100, 50, "2025-05", "2026-05-15", "unknown"),
        (100, 80, "2025-05", "2026-05-15", "no"),
        (100, 50, "2025-05", "2026-05", "unknown"),
        (100, 50, "2025-04", "2026-05-01", "unknown"),
    ),
    *rows(
        "eGFR, the best of several",
        PROMPT,
        fell_of_three,
        (100, 80, 69, "yes"),
        (80, 100, 69, "yes"),
        (80, 80, 69, "no"),
        (80, "<60", 69, "no"),
        (100, ">60", 50, "yes"),
        (60, ">60", 50, "unknown"),
    ),
    *rows(
        "eGFR, several of one day",
        PROMPT,
        fell_of_day,
        (100, 60, 65, "yes"),
        (100, 60, 80, "unknown"),
        (100, 80, 90, "no"),
    ),
    *rows(
        "eGFR, later than a day",
        PROMPT,
        fell_since,
        ("2025-11-30", "yes"),
        ("2025-12-01", "unknown"),
    ),
    # CKD-EPI 2021, woman of 65 and 66: 1.0 mg/dL 63, 1.3 46, 1.35 44, 1.4 42 mL/min/1.73 m2.
    *rows(
        "creatinine, own eGFR",
        PROMPT,
        rose,
        ("1.0", "1.35", "yes"),
        ("1.0", "1.3", "no"),
        ("88.4", "119.3", "umol/L", "yes"),
        ("88.4", "114.9", "umol/L", "no"),
        ("1.0", ">1.4", "unknown"),
        ("1.0", "2.0", "mg/dL", Person(), "unknown"),
        ("1.0", "2.0", "mg/dL", YEAR_ONLY, "yes"),
        ("1.0", "1.346", "mg/dL", YEAR_ONLY, "unknown"),
    ),
    *rows(
        "albumin above half of the urine protein",
        "MGRS-PROMPT AL-SUSPECT",
        share,
        (300, 600, "no"),
        (301, 600, "yes"),
        (299, 600, "no"),
        ("33.93", 600, "mg/mmol", "no"),
        ("33.94", 600, "mg/mmol", "yes"),
        ("<300", 600, "unknown"),
        (300, ">600", "unknown"),
    ),
    *rows(
        "kidney biopsy",
        "MGRS-DX MGRS-LESIONS MGRS-GATE",
        biopsied,
        ("midd", ("yes", False, "midd")),
        ("al", ("yes", False, "al")),
        ("pgnmid", ("yes", False, "pgnmid")),
        ("proximal_tubulopathy", ("yes", False, "proximal_tubulopathy")),
        ("c3g", ("yes", False, "c3g")),
        ("cryoglobulinemic", ("yes", False, "cryoglobulinemic")),
        ("other_mgrs", ("yes", False, "other_mgrs")),
        ("unrelated", BLOOD, ("no", False, "unrelated")),
        ("cast_nephropathy", BLOOD, ("no", False, "cast_nephropathy")),
        ("in free text", ("unknown", False, None)),
        ("in free text", BLOOD, ("yes", False, None)),
    ),
    *rows(
        "fall after a biopsy that found another cause",
        PROMPT,
        fell_after_biopsy,
        ("2026-01-01", "no"),
        ("2026-01-02", "yes"),
    ),
)
