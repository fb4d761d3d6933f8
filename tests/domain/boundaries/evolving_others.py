"""Give the boundaries of the other definitions: Fernandez, Rajkumar, Rosinol, PANGEA and Wu."""

from __future__ import annotations

from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import record, result, serum
from tests.domain.evolution import (
    CR,
    FERNANDEZ,
    HB,
    MG,
    PANGEA,
    RAJKUMAR,
    RATIO,
    ROSINOL,
    SIX,
    START,
    WU,
    YEAR,
    G,
    L,
    M,
    asked,
    chains,
    entries_of,
    evolved,
    in_part,
    of,
    part,
    remarks,
    series,
    steps,
    two,
)


def lambda_ratio(*values: object) -> tuple[str, str | None, str]:
    """Give answer, note and shown value of the ratio of a lambda clone, a year apart."""
    days = (START, "2025-01-15", "2026-01-15")
    ratios = [result(RATIO, value, on=on) for value, on in zip(values, days, strict=False)]
    entry = entries_of(record(serum("IgG-lambda"), *ratios))[PANGEA]
    criterion = part(entry, "EVO-PANGEA-IU")
    shown = f"{entry.value.comparator or ''}{entry.value.value}" if entry.value else ""
    return criterion.state.state, criterion.note.code if criterion.note else None, shown


def yearly(definition: str, *values: object, months: int = 12) -> str | None:
    """Ask about values that many months apart."""
    return of(definition, *steps(*values, months=months))


def yearly_days(*days: str) -> str | None:
    return of(FERNANDEZ, series(M, "g/dL", *((f"1.{n}", on) for n, on in enumerate(days))))


def note_of_ratio(*facts: object) -> tuple[str, str | None]:
    both = two(HB, G, 13, 13)
    assert isinstance(both, tuple)
    criterion = part(entries_of(record(*facts, *both))[PANGEA], "EVO-PANGEA-IU")
    return criterion.state.state, criterion.note.code if criterion.note else None


_FERNANDEZ = (
    *rows(
        "a tenth in six months", "EVO-FERNANDEZ", asked,
        (FERNANDEZ, M, G, ("3.0", START), ("3.3", SIX), "yes"),
        (FERNANDEZ, M, G, ("3.0", START), ("3.29", SIX), "no"),
        (FERNANDEZ, M, G, ("6.000", START), ("6.597", SIX), "no"),
        (FERNANDEZ, M, G, ("1.0", "2020-01"), ("1.1", "2020-10-01"), ("0.9", "2020-11-15"),
         "unknown"),
        (FERNANDEZ, M, G, ("1.0", "2020-01"), ("1.1", "2020-09-30"), ("0.9", "2020-11-15"), "no"),
        (FERNANDEZ, M, L, ("30", START), ("33", SIX), "yes"),
        (FERNANDEZ, M, L, ("30", START), ("32.9", SIX), "no"),
        (FERNANDEZ, M, G, ("3.0", START), ("3.3", "2024-07-16"), "unknown"),
        (FERNANDEZ, M, G, ("2.9", START), ("3.3", SIX), "unknown"),
        (FERNANDEZ, M, G, ("2.9", START), ("3.1", START), ("3.6", SIX), "unknown"),
        (FERNANDEZ, M, G, ("2.9", START), None),
        (FERNANDEZ, M, "arb", ("2.0", START), ("2.9", SIX), "unknown"),
    ),
    *rows(
        "yearly", "EVO-FERNANDEZ", yearly,
        (FERNANDEZ, 1, "1.1", "1.2", "1.3", "yes"),
        (FERNANDEZ, 1, "1.1", "1.2", "1.2", "no"),
        (FERNANDEZ, 1, "1.1", "1.1", "1.3", "no"),
        (FERNANDEZ, 1, 1, "1.2", "1.3", "no"),
        (FERNANDEZ, 1, "1.1", "1.2", "unknown"),
        (FERNANDEZ, 1, "1.1", ">1.15", "1.6", "unknown"),
        (FERNANDEZ, 1, "1.1", "<1.2", "1.6", "unknown"),
    ),
    *rows(
        "9 to 15 months", "EVO-FERNANDEZ", yearly_days,
        ("2020-01-15", "2020-10-15", "2021-07-15", "2022-04-15", "yes"),
        ("2020-01-15", "2020-10-14", "2021-07-15", "2022-04-15", "unknown"),
        ("2020-01-15", "2021-04-15", "2022-07-15", "2023-10-15", "yes"),
        ("2020-01-15", "2021-04-16", "2022-07-15", "2023-10-15", "unknown"),
        ("2020-01-15", "2021-04-15", "2022-07-15", "2023-10-16", "unknown"),
        ("2020-01", "2020-10-31", "2021-10", "2022-10", "yes"),
        ("2020-01", "2020-10-30", "2021-10", "2022-10", "unknown"),
        ("2020-01", "2021-04-01", "2022-04-01", "2023-04-01", "yes"),
        ("2020-01", "2021-04-02", "2022-04-01", "2023-04-01", "unknown"),
        ("2020-01-15", "2020-10", "2021-10", "2022-10", "unknown"),
    ),
)  # fmt: skip
_RAJKUMAR = rows(
    "twice a quarter", "EVO-RAJKUMAR", asked,
    (RAJKUMAR, M, G, ("2.0", START), ("2.5", "2024-04-15"), ("2.5", SIX), "yes"),
    (RAJKUMAR, M, G, ("2.0", START), ("2.49", "2024-04-15"), ("2.5", SIX), "no"),
    (RAJKUMAR, M, G, ("2.000", START), ("2.499", "2024-04-15"), ("2.499", SIX), "no"),
    (RAJKUMAR, M, G, ("2.0", START), ("2.5", "2024-04-15"), ("2.49", SIX), "no"),
    (RAJKUMAR, M, L, ("20", START), ("25", "2024-04-15"), ("25", SIX), "yes"),
    (RAJKUMAR, M, G, ("2.0", START), ("2.5", "2024-04-15"), ("2.5", "2024-07-16"), "unknown"),
    (RAJKUMAR, M, G, ("2.0", START), ("2.5", "2024-03-15"), ("2.4", "2024-05-15"),
     ("2.5", SIX), "no"),
    (RAJKUMAR, M, G, ("2.0", START), ("2.4", "2024-04-15"), "no"),
    (RAJKUMAR, M, G, ("2.0", START), ("2.5", "2024-04-15"), "unknown"),
    (RAJKUMAR, M, G, ("2.0", START), ("2.5", "2024-08-15"), ("2.5", "2024-09-15"), "unknown"),
    (RAJKUMAR, M, G, ("2.0", START), ("2.5", "2024-04-15"), (">2.4", SIX), "unknown"),
    (RAJKUMAR, M, G, ("2.0", START), (">2.4", "2024-04-15"), ("2.4", SIX), "no"),
)  # fmt: skip
_RAJKUMAR_NOTES = rows(
    "why not twice", "EVO-RAJKUMAR", remarks,
    (RAJKUMAR, two(M, G, "2.0", "2.5", "2024-04-15"), ("evolving_one_value", "derived_in_smm")),
    (RAJKUMAR, two(M, G, "2.0", "2.5", "2024-08-15"), ("evolving_no_value", "derived_in_smm")),
    (RAJKUMAR, two(M, G, "2.0", ">2.4", "2024-04-15"), ("evolving_value_open", "derived_in_smm")),
    (RAJKUMAR, two(M, G, "2.0", "2.5", "2024-04-15"), result(M, ">2.4", on=SIX),
     ("evolving_unconfirmed", "derived_in_smm")),
)  # fmt: skip
_ROSINOL = (
    *rows(
        "pattern", "EVO-ROSINOL", yearly,
        (ROSINOL, 1, "1.1", "1.2", "1.3", "yes"),
        (ROSINOL, 1, "1.1", "1.1", "1.3", "no"),
        (ROSINOL, 1, 1, "1.22", "1.23", "no"),
        (ROSINOL, 1, 1, "1.23", "1.22", "unknown"),
        (ROSINOL, 1, "1.1", "1.2", "1.22", "unknown"),
        (ROSINOL, 1, "1.2", "1.3", "unknown"),
        (ROSINOL, 1, "0.7", 1, "1.6", "unknown"),
        (ROSINOL, 1, "1.1", "1.2", "1.3", 1, "yes"),
        (ROSINOL, 1, 1, 1, 1, "1.3", "no"),
        (ROSINOL, 1, "1.2", "1.3", "1.4", "yes"),
        (ROSINOL, 1, "1.0", "0.9", "0.7", "unknown"),
        (ROSINOL, 1, None),
    ),
    *rows(
        "a year of it", "EVO-ROSINOL", asked,
        (ROSINOL, M, G, (1, START), ("1.1", "2024-06-15"), ("1.2", "2024-09-15"), ("1.3", YEAR),
         "yes"),
        (ROSINOL, M, G, (1, START), ("1.1", "2024-06-15"), ("1.2", "2024-09-15"),
         ("1.3", "2025-01-14"), "unknown"),
        (ROSINOL, M, G, (1, "2024-01"), ("1.1", "2024-06-15"), ("1.2", "2024-09-15"),
         ("1.3", "2025-01-30"), "unknown"),
        (ROSINOL, M, G, (1, "2024-01"), ("1.1", "2024-06-15"), ("1.2", "2024-09-15"),
         ("1.3", "2025-01-31"), "yes"),
    ),
    *rows(
        "pattern named", "EVO-ROSINOL", remarks,
        (ROSINOL, steps(1, "1.1", "1.2", "1.3"),
         ("rosinol_progressive", "for_display", "derived_in_smm")),
        (ROSINOL, steps(1, 1, 1, "1.3"), ("rosinol_abrupt", "for_display", "derived_in_smm")),
        (ROSINOL, steps(1, 1), ("rosinol_open", "for_display", "derived_in_smm")),
    ),
)  # fmt: skip
_PANGEA = (
    *rows(
        "PANGEA", "EVO-PANGEA", in_part,
        (PANGEA, "EVO-PANGEA-M", two(M, G, "2.0", "2.19"), "no"),
        (PANGEA, "EVO-PANGEA-M", two(M, G, "2.0", "2.2"), "yes"),
        (PANGEA, "EVO-PANGEA-M", two(M, L, "20", "21.9"), "no"),
        (PANGEA, "EVO-PANGEA-M", two(M, L, "20", "22"), "yes"),
        (PANGEA, "EVO-PANGEA-M", two(M, G, "2.0", "2.2", "2026-11-22"), "yes"),
        (PANGEA, "EVO-PANGEA-HB", two(HB, G, "13.0", "11.6"), "no"),
        (PANGEA, "EVO-PANGEA-HB", two(HB, G, "13.0", "11.5"), "yes"),
        (PANGEA, "EVO-PANGEA-HB", two(HB, L, "130", "116"), "no"),
        (PANGEA, "EVO-PANGEA-HB", two(HB, L, "130", "115"), "yes"),
        (PANGEA, "EVO-PANGEA-CR", two(CR, MG, "0.8", "1.0"), "no"),
        (PANGEA, "EVO-PANGEA-CR", two(CR, MG, "1.000", "1.251"), "yes"),
        (PANGEA, "EVO-PANGEA-CR", two(CR, "umol/L", "80", "100"), "no"),
        (PANGEA, "EVO-PANGEA-CR", two(CR, "umol/L", "1000", "1251"), "yes"),
        (PANGEA, "EVO-PANGEA-IU", chains(100, 10), chains(299, 10, YEAR), "no"),
        (PANGEA, "EVO-PANGEA-IU", chains(100, 10), chains(300, 10, YEAR), "yes"),
        (PANGEA, "EVO-PANGEA-IU", chains(100, 10), chains(10, 300, YEAR),
         two(HB, G, 13, 13), "unknown"),
        (PANGEA, "EVO-PANGEA-IU", two(RATIO, "1", 10, 30), "yes"),
        (PANGEA, "EVO-PANGEA-IU", two(RATIO, "1", 10, "29.9"), "no"),
        (PANGEA, "EVO-PANGEA-IU", two(HB, G, 13, 13), result(RATIO, 1), "unknown"),
    ),
    *rows(
        "PANGEA as a whole", "EVO-PANGEA", of,
        (PANGEA, two(M, G, 2, 2), "unknown"),
        (PANGEA, two(M, G, 2, 2), two(HB, G, 13, 13), two(CR, MG, 1, 1), two(RATIO, "1", 9, 9),
         "no"),
        (PANGEA, two(M, G, 2, 2), two(HB, G, 13, 11), "yes"),
        (PANGEA, result(M, 2), None),
    ),
    *rows(
        "lambda over kappa", "EVO-PANGEA", lambda_ratio,
        ("0.050", "0.025", ("yes", "printed_ratio_near_cut", "40")),
        ("0.050", "0.026", ("no", None, "38.46")),
        ("0.05", "0.02", ("yes", "printed_ratio_near_cut", "50")),
        ("0.05", "0.01", ("yes", "evolving_unconfirmed", "100")),
        ("0.05", "<0.02", ("yes", "evolving_unconfirmed", ">50")),
        ("0.05", "<0.03", ("unknown", "evolving_value_open", ">33.33")),
        ("0.0500", "0.0400", ("no", None, "25")),
        ("0.0400", "0.0300", ("no", None, "33.33")),
    ),
)  # fmt: skip
_NOBODY_READS = rows(
    "no ratio to read", "EVO-PANGEA", note_of_ratio,
    (serum("IgG"), result(RATIO, "0.26"), ("no", "ratio_normal")),
    (serum("IgG"), result(RATIO, "1.65"), ("no", "ratio_normal")),
    (serum("IgG"), result(RATIO, "1.66", on=START), result(RATIO, 1),
     ("unknown", "involved_chain_unknown")),
    (serum("IgG"), result(RATIO, "0.25", on=START), result(RATIO, 1),
     ("unknown", "involved_chain_unknown")),
    (serum("IgG"), result(RATIO, "<1"), ("unknown", "involved_chain_unknown")),
    (serum("IgG-kappa"), result(RATIO, "0.1"), ("unknown", "light_chain_conflict")),
    (serum("IgG"), ("unknown", "missing")),
    (serum("IgG-kappa"), result(RATIO, 3), ("unknown", "missing")),
)  # fmt: skip
LOW = (
    result("iga", 60, MG, low=70, on=YEAR),
    result("igm", 100, MG, low=40, on=YEAR),
)
RISEN, FALLEN = two(M, G, "1.00", "1.64", YEAR), two(HB, G, "13.00", "11.43", YEAR)
WIDER = (*chains(110, 10), *chains(279, 10, YEAR))
_WU = (
    *rows(
        "Wu", "EVO-WU", in_part,
        (WU, "EVO-WU-M", RISEN, FALLEN, LOW, "yes"),
        (WU, "EVO-WU-M", two(M, G, "1.00", "1.639", YEAR), FALLEN, LOW, "no"),
        (WU, "EVO-WU-M", two(M, L, "10.0", "16.4", YEAR), FALLEN, LOW, "yes"),
        (WU, "EVO-WU-DFLC", RISEN, FALLEN, WIDER, "yes"),
        (WU, "EVO-WU-DFLC", RISEN, FALLEN, chains(110, 10), chains("278.9", 10, YEAR), "no"),
        (WU, "EVO-WU-HB", RISEN, FALLEN, LOW, "yes"),
        (WU, "EVO-WU-HB", RISEN, two(HB, G, "13.00", "11.44", YEAR), LOW, "no"),
        (WU, "EVO-WU-HB", RISEN, two(HB, L, "130.0", "114.3", YEAR), LOW, "yes"),
        (WU, "EVO-WU-HB", RISEN, two(HB, L, "130.0", "114.4", YEAR), LOW, "no"),
        (WU, "EVO-WU-HB", RISEN, WIDER, LOW, two(HB, G, 13, 11, "2025-01-16"), "unknown"),
        (WU, "EVO-WU-IG", RISEN, FALLEN, LOW, "yes"),
    ),
    *rows(
        "Wu, three of four", "EVO-WU", of,
        (WU, RISEN, FALLEN, WIDER, "yes"),
        (WU, RISEN, FALLEN, LOW, "yes"),
        (WU, RISEN, FALLEN, None),
        (WU, RISEN, two(HB, G, 13, 13, YEAR), LOW, "unknown"),
        (WU, RISEN, two(HB, G, 13, 13, YEAR), LOW, WIDER, "yes"),
        (WU, RISEN, two(HB, G, 13, 13, YEAR), chains(110, 10), chains(110, 10, YEAR), LOW, "no"),
        (WU, two(M, G, 1, 2, "2025-01-16"), FALLEN, WIDER, LOW, "yes"),
    ),
    *rows(
        "Wu, confirmed", "EVO-WU", lambda *facts: evolved(*facts)[WU].confirmed,
        (RISEN, FALLEN, LOW, False),
        (RISEN, FALLEN, LOW, result(M, "1.64", on="2025-03-15"),
         result(HB, "11.43", on="2025-03-15"), True),
        (RISEN, FALLEN, WIDER, result(M, "1.64", on="2025-03-15"),
         result(HB, "11.43", on="2025-03-15"), False),
        (RISEN, FALLEN, WIDER, result(M, "1.64", on="2025-03-15"),
         result(HB, "11.43", on="2025-03-15"), chains(279, 10, "2025-03-15"), True),
    ),
)  # fmt: skip

VECTORS: tuple[Vector, ...] = (
    *_FERNANDEZ,
    *_RAJKUMAR,
    *_RAJKUMAR_NOTES,
    *_ROSINOL,
    *_PANGEA,
    *_NOBODY_READS,
    *_WU,
)
