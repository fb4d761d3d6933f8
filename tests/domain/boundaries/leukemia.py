"""Give the boundaries of plasma cell leukaemia, and of the end of smouldering myeloma."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.partial_date import PartialDate
from tests.domain.asking import rows
from tests.domain.cases import cause, finding, history, result, serum
from tests.domain.lesion_records import (
    MET,
    MYELOMA,
    count,
    end_of_smm,
    event,
    lesion,
    leukemia,
    smear,
    smouldering,
    treated,
)
from tests.domain.lesion_records import white_cells as wbc

LATER = "2024-12"
OPEN = "unknown unknown unknown unknown"
OLD = "yes unknown unknown yes"
KNOWN = "pcl_definition_for_primary"
IMAGED = lesion("rib", LATER, kind="bone", by="pet_ct")
IGG = serum("IgG-kappa")


def told(*entries: object) -> object:
    """Give the four definitions, the kind, the count and the day."""
    found = leukemia(*entries)
    if found is None:
        return None
    states = (found.imwg_2021, found.kyle_1974, found.who, found.either)
    shown = None if found.absolute is None else str(found.absolute)
    return " ".join(each.state for each in states), found.type, shown, found.since


def noted(*entries: object) -> object:
    found = leukemia(*entries)
    assert found is not None
    uncounted = {part.note.code for x in found.criteria for part in x.criteria if part.note}
    return sorted(uncounted | {note.code for note in found.notes})


def responded(*entries: object) -> object:
    """Give the parts of the response that are met; None without one."""
    found = leukemia(MYELOMA, smear(30), *entries)
    assert found is not None
    parts = [x.criteria for x in found.criteria if x.id == "PCL-RESP"]
    return " ".join(part.state.state for part in parts[0]) if parts else None


def cells(percent: object) -> object:
    return result("marrow_plasma_cells", percent, on=LATER)


def early(percent: object, on: str = "2024-11") -> object:
    return result("marrow_plasma_cells", percent, on=on)


def ended(*entries: object) -> object:
    found = end_of_smm(*entries)
    if found is None or found.note is None:
        return None
    return found.state.state, found.note.code, *(value for _, value in found.note.values)


OF_MONTH = tuple(replace(x, date=PartialDate("2026-05")) for x in MET)
SMM = history("smm", "2022-01-10")
EARLY, LIGHT = smouldering("2024-06-01"), smouldering("2024-06-01", bands="lambda")
CAUSED = (result("hemoglobin", 8), cause("anemia", "clone"))
ANEMIA = (result("hemoglobin", 8), *MET[:3])

VECTORS = (
    *rows(
        "definitions of leukaemia", "PCL-IMWG2021 PCL-KYLE PCL-WHO PCL-EITHER PCL-OUTPUT", told,
        (MYELOMA, smear("4.9"), wbc(10), ("no no no no", None, "0.49", None)),
        (MYELOMA, smear("5.0"), wbc(10), ("yes no no no", "secondary", "0.50", "2024-10")),
        (MYELOMA, smear("19.9"), wbc(11), ("yes no no yes", "secondary", "2.19", "2024-10")),
        (MYELOMA, smear("20.0"), wbc(11), ("yes no yes yes", "secondary", "2.20", "2024-10")),
        (MYELOMA, smear("20.1"), wbc(9), ("yes no no yes", "secondary", "1.81", "2024-10")),
        (MYELOMA, smear("20.1"), wbc(11), ("yes yes yes yes", "secondary", "2.21", "2024-10")),
        (MYELOMA, smear(25), count("2.0"), ("yes no yes yes", "secondary", "2.00", "2024-10")),
        (MYELOMA, smear(25), count("1.9"), ("yes no no yes", "secondary", "1.90", "2024-10")),
        (MYELOMA, smear(10), count("2.0"), ("yes no no no", "secondary", "2.00", "2024-10")),
        (MYELOMA, smear(10), count("2.1"), ("yes no no yes", "secondary", "2.10", "2024-10")),
        (MYELOMA, smear(21), wbc("1.2"), ("yes no no yes", "secondary", "0.25", "2024-10")),
        (MYELOMA, smear(21), ("yes unknown unknown yes", "secondary", None, "2024-10")),
        (MYELOMA, smear(20), ("yes no unknown unknown", "secondary", None, "2024-10")),
        (MYELOMA, smear(0), ("no no no no", None, "0.00", None)),
        (MYELOMA, smear("<5"), wbc(10), ("no no no no", None, None, None)),
        (MYELOMA, smear("<1"), ("no no no unknown", None, None, None)),
        (MYELOMA, smear("<21"), wbc(">10"), (OPEN, None, None, None)),
        (MYELOMA, smear(">=25"), wbc(10), ("yes yes yes yes", "secondary", None, "2024-10")),
        (MYELOMA, count(3), ("unknown unknown unknown yes", None, "3.00", None)),
        (MYELOMA, smear(3), smear(30), wbc(30), (OPEN, None, None, None)),
        (IGG, smear(25), ("unknown unknown unknown yes", "primary", None, None)),
        (MYELOMA, None),
    ),
    *rows(
        "days of leukaemia", "PCL-OUTPUT PCL-TYPE", told,
        (*MET, smear(30, "2026-06-01"), (OLD, "primary", None, "2026-06-01")),
        (*MET, smear(30, "2026-06-02"), (OLD, "secondary", None, "2026-06-02")),
        (*MET, smear(30, "2026-05-31"), (OLD, "primary", None, "2026-06-01")),
        (*OF_MONTH, smear(30, "2026-05"), (OLD, "primary", None, "2026-05")),
        (*MET, smear(1, "2026-04"), smear(30, "2026-05-31"), (OLD, "primary", None, "2026-06-01")),
        (*MET, smear(30, "2026-04"), smear(0, "2026-05"), ("no no no no", None, "0.00", None)),
        (
            *MET, smear(6, "2026-04"), wbc(10, "2026-04"), smear(7, "2026-05"),
            wbc(10, "2026-05"), ("yes no no no", "primary", "0.70", "2026-06-01"),
        ),
        (
            MYELOMA, smear(1, "2024-01"), smear(6), wbc(3), smear(30, LATER),
            wbc(30, LATER), ("yes yes yes yes", "secondary", "0.18", "2024-10"),
        ),
        (
            MYELOMA, smear(21), wbc(20), smear(0, LATER),
            ("yes yes yes yes", "secondary", "4.20", "2024-10"),
        ),
        (
            history("primary_plasma_cell_leukemia"),
            ("yes unknown unknown unknown", "primary", None, None),
        ),
        (
            history("primary_plasma_cell_leukemia"), smear(1), smear(25, LATER),
            ("yes unknown unknown yes", "primary", None, None),
        ),
    ),
    *rows(
        "remarks on leukaemia", "PCL-IMWG2021 PCL-TYPE", noted,
        (MYELOMA, smear(1), wbc(5), []),
        (MYELOMA, smear(21), [KNOWN, "pcl_no_count"]),
        (MYELOMA, smear(21), wbc(20), [KNOWN]),
        (
            MYELOMA, smear(21), wbc(20), smear(0, LATER),
            ["pcl_cleared", KNOWN, "pcl_held_six_weeks"],
        ),
        (IGG, smear(25), wbc(20), ["pcl_myeloma_open"]),
        (
            IGG, treated("2020-01", "2021-10"), smear(30), wbc(20),
            ["pcl_myeloma_open", "pcl_type_by_treatment"],
        ),
        (
            *MET, treated("2020-01", "2021-10"), smear(30, "2026-06-01"),
            wbc(20, "2026-06-01"), ["pcl_type_by_treatment"],
        ),
        (
            *MET, treated("2020-01", "2021-10"), smear(30, "2026-06-02"),
            wbc(20, "2026-06-02"), [KNOWN],
        ),
    ),
    *rows(
        "response of leukaemia", "PCL-RESP", responded,
        (None,),
        (smear(0, LATER), IMAGED, "yes no no no"),
        (smear("0.1", LATER), IMAGED, "no no no no"),
        (smear(0, LATER), "unknown no no no"),
        (smear(0, LATER), lesion(on=LATER), "no no no no"),
        (smear("0.9", LATER), cells(5), IMAGED, "no no no no"),
        (smear(1, LATER), cells(5), IMAGED, "no yes no no"),
        (smear("5.0", LATER), cells(25), IMAGED, "no yes no no"),
        (smear("5.1", LATER), cells(25), IMAGED, "no no no no"),
        (smear(3, LATER), cells(10), lesion(on=LATER), "no unknown no no"),
        (smear(3, LATER), cells("4.9"), IMAGED, "no no no no"),
        (smear(3, LATER), cells("25.1"), IMAGED, "no no no no"),
        (smear(2, "2024-11"), smear("7.0", LATER), cells(90), IMAGED, "no no no no"),
        (smear(2, "2024-11"), smear("7.1", LATER), cells(90), IMAGED, "no no yes no"),
        (smear(0, "2024-11"), smear("0.1", LATER), cells(90), IMAGED, "no no no yes"),
        (smear(0, "2024-11"), smear(0, LATER), IMAGED, "yes no no unknown"),
        (smear(0, "2024-11"), smear(0, LATER), cells(2), IMAGED, "yes no no no"),
        (smear(0, "2024-11"), early(2), smear(0, LATER), cells("11.9"), IMAGED, "yes no no no"),
        (smear(0, "2024-11"), early(2), smear(0, LATER), cells(12), IMAGED, "yes no no yes"),
        (
            early(2, "2024-10-31"), smear(0, "2024-11"), smear(0, LATER), cells(12),
            IMAGED, "yes no no no",
        ),
        (smear(0, "2024-11"), early("<2"), smear(0, LATER), IMAGED, "yes no no unknown"),
    ),
    *rows(
        "end of smouldering myeloma", "SMM-PROG", ended,
        (SMM, *MET, ("yes", "smm_ended", "2026-06-01", "52")),
        (history("smm", "2022-01-02"), *MET, ("yes", "smm_ended", "2026-06-01", "52")),
        (history("smm", "2022-01-01"), *MET, ("yes", "smm_ended", "2026-06-01", "53")),
        (history("smm", "2022-01"), *MET, ("yes", "smm_ended", "2026-06-01", "53")),
        (history("smm", "2022"), *MET, ("yes", "smm_ended", "2026-06-01", "42–53")),
        (history("smm", None), *MET, ("yes", "smm_ended", "2026-06-01", "?")),
        (SMM, history("smm", "2023-06-01"), *MET, ("yes", "smm_ended", "2026-06-01", "52")),
        (*EARLY, *CAUSED, ("yes", "smm_ended", "2026-06-01", "24")),
        (*LIGHT, *CAUSED, ("yes", "smm_ended", "2026-06-01", "24")),
        (*EARLY, CAUSED[0], ("unknown", "smm_possible_progression")),
        (*(x for x in EARLY if x.code != "creatinine"), *CAUSED, None),
        (SMM, history("multiple_myeloma", None), ("yes", "smm_ended_undated")),
        (
            SMM, finding("congo_red", True, "2024-01-10"),
            ("yes", "smm_ended_amyloidosis", "2024-01-10", "24"),
        ),
        (
            SMM, finding("congo_red", True, "2024-01-10"), *MET,
            ("yes", "smm_ended_amyloidosis", "2024-01-10", "24"),
        ),
        (
            SMM, finding("renal_biopsy", "al", "2026-06-02"), *MET,
            ("yes", "smm_ended", "2026-06-01", "52"),
        ),
        (SMM, event("death", "2026-06-30"), ("no", "smm_death", "2026-06-30")),
        (SMM, event("death", "2026-07-01"), None),
        (SMM, event("infection", "2026-06-30"), None),
        (SMM, *ANEMIA, ("unknown", "smm_possible_progression")),
        (history("mgus_non_igm"), *ANEMIA, None),
    ),
)  # fmt: skip
