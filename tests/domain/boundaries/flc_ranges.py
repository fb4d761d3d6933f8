"""Give the boundaries of the light chain ranges that stand beside the score (FLC-RANGE-*)."""

from __future__ import annotations

from desktop_app.domain.criteria.flc_ranges import flc_ranges
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import gathered, note_of, result

RULES = "FLC-RANGE-STD FLC-RANGE-CKD FLC-RANGE-INFO"


def ranges(ratio: object, *entries: object) -> tuple[str, ...]:
    """Give the answers by the usual range, the kidney's and Hutchison's."""
    found = flc_ranges(gathered(result("flc_ratio", ratio), *entries))
    return tuple(each.state.state for each in found)


def at(ratio: object, *filtrations: object) -> tuple[str, ...]:
    """Ask with one eGFR, or with those of several laboratories of a day."""
    entries = [
        result("egfr", value, lab=lab) for value, lab in zip(filtrations, "ABC", strict=False)
    ]
    return ranges(ratio, *entries)


def band(filtration: object) -> tuple[str | None, str | None]:
    """Give the range that was used for an eGFR, and the note."""
    found = flc_ranges(gathered(result("flc_ratio", "1.00"), result("egfr", filtration)))
    return (found[1].threshold, note_of(found[1])) if len(found) > 1 else (None, None)


def by_creatinine(ratio: object, value: object) -> tuple[str, ...]:
    return ranges(ratio, result("creatinine", value))


OPEN = "kidney_bands_open"
WORDS = "eGFR 45-59: 0.46-2.62; 30-44: 0.48-3.38; < 30: 0.54-3.30"
VECTORS: tuple[Vector, ...] = (
    *rows("usual range, healthy kidneys", RULES, at,
        ("0.25", 90, ("yes",)), ("0.26", 90, ("no",)), ("1.65", 90, ("no",)),
        ("1.66", 90, ("yes",)), ("1.66", 60, ("yes",)), ("1.00", ">60", ("no",)),
        ("1.00", ">=90", ("no",)),
    ),
    *rows("band of kidney function", RULES, band,
        (60, (None, None)), ("60.1", (None, None)), ("59.9", (WORDS, OPEN)),
        ("59.5", (WORDS, OPEN)), ("59.1", (WORDS, OPEN)), (59, ("0.46-2.62", None)),
        ("58.9", ("0.46-2.62", None)), (45, ("0.46-2.62", None)), ("44.9", (WORDS, OPEN)),
        ("44.1", (WORDS, OPEN)), (44, ("0.48-3.38", None)), ("43.9", ("0.48-3.38", None)),
        ("45.1", ("0.46-2.62", None)), (30, ("0.48-3.38", None)), ("30.1", ("0.48-3.38", None)),
        ("29.9", ("0.54-3.30", "range_without_dialysis")),
        (15, ("0.54-3.30", "range_without_dialysis")),
        ("<15", ("0.54-3.30", "range_without_dialysis")),
        ("<30", ("0.54-3.30", "range_without_dialysis")),
        ("<60", (WORDS, OPEN)),
    ),
    *rows("range at 45 to 59", RULES, at,
        ("0.45", 50, ("no", "yes", "no")), ("0.46", 50, ("no", "no", "no")),
        ("0.47", 50, ("no", "no", "no")), ("2.61", 50, ("yes", "no", "no")),
        ("2.62", 50, ("yes", "no", "no")), ("2.63", 50, ("yes", "yes", "no")),
    ),
    *rows("range at 30 to 44", RULES, at,
        ("0.47", 35, ("no", "yes", "no")), ("0.48", 35, ("no", "no", "no")),
        ("3.38", 35, ("yes", "no", "yes")), ("3.39", 35, ("yes", "yes", "yes")),
    ),
    *rows("range below 30", RULES, at,
        ("0.53", 20, ("no", "yes", "no")), ("0.54", 20, ("no", "no", "no")),
        ("3.30", 20, ("yes", "no", "yes")), ("3.31", 20, ("yes", "yes", "yes")),
    ),
    *rows("range of Hutchison", RULES, at,
        ("0.36", 35, ("no", "yes", "yes")), ("0.37", 35, ("no", "yes", "no")),
        ("3.10", 35, ("yes", "no", "no")), ("3.11", 35, ("yes", "no", "yes")),
    ),
    *rows("between two bands", RULES, at,
        ("1.00", "59.5", ("no", "no", "no")), ("2.00", "59.5", ("yes", "unknown", "no")),
        ("4.00", "59.5", ("yes", "yes", "yes")), ("0.25", "59.5", ("yes", "yes", "yes")),
        ("0.26", "59.5", ("no", "unknown", "yes")), ("1.65", "59.5", ("no", "no", "no")),
        ("1.66", "59.5", ("yes", "unknown", "no")), ("2.70", "44.5", ("yes", "unknown", "no")),
        ("1.00", 50, 35, ("no", "no", "no")), ("3.00", 50, 35, ("yes", "unknown", "no")),
        ("1.00", 70, 50, ("no", "no", "no")), ("2.00", 70, 50, ("yes", "unknown", "no")),
        ("3.35", 35, 25, ("yes", "unknown", "yes")),
    ),
    *rows("kidney function of our own", RULES, by_creatinine,
        # CKD-EPI 2021 of a woman of 66: 0.8 mg/dL 81, 1.2 mg/dL 50, 1.6 mg/dL 35
        ("2.00", "0.8", ("yes",)), ("2.00", "1.2", ("yes", "no", "no")),
        ("2.00", "1.6", ("yes", "no", "no")), ("0.47", "1.6", ("no", "yes", "no")),
        ("2.00", ">1.2", ("yes", "unknown", "no")), ("1.00", ">1.2", ("no", "no", "no")),
    ),
    *rows("kidney function missing", RULES, ranges, ("2.00", ("yes", "unknown"))),
)  # fmt: skip
