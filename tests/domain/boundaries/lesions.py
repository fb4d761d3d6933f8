"""Give the boundaries of lesions outside the marrow: class, course, onset, dose."""

from __future__ import annotations

from tests.domain.asking import rows
from tests.domain.cases import ct, finding, flc, history, labs, marrow, mri, serum
from tests.domain.lesion_records import MET, MYELOMA, lesion, outside, treated

PET = "pet_ct"
BESIDE, AWAY, OPEN = lesion(), lesion("stomach", contact=False), lesion("neck", contact=None)
ALONE = (*marrow(3), *labs(), *flc(10, 10), serum(), ct(), mri())
IN_BONE = lesion("rib", kind="bone", contact=None, by=PET)


def told(*entries: object) -> object:
    """Give class, number of sites, onset, the narrower definition and the name."""
    found = outside(*entries, as_of="2026-12-31")
    if found is None:
        return None
    return found.category, found.sites, found.onset, found.true_emd.state, found.name_cn


def course(*entries: object) -> object:
    found = outside(MYELOMA, *entries)
    assert found is not None
    return [(then.date, then.category, then.sites) for then in found.course]


def answered(*entries: object) -> object:
    found = outside(*entries)
    assert found is not None
    return {each.id: each.state.state for each in found.criteria}


def noted(*entries: object) -> object:
    found = outside(*entries)
    assert found is not None
    remarks = [note.code for each in found.lesions for note in each.notes]
    return sorted([*remarks, *(note.code for note in found.notes)])


def dose(*sizes: int) -> object:
    found = outside(ALONE, lesion(sizes=sizes, biopsied=True))
    assert found is not None
    (rule,) = [each for each in found.criteria if each.id == "SP-RT"]
    return rule.state.state, rule.note and rule.note.code


def looked(*entries: object) -> object:
    found = outside(MYELOMA, *entries)
    assert found is not None
    return [
        (each.kind, each.classes, each.present.state, each.biopsy_proven, each.site)
        for each in found.lesions
    ]


EMM = "EMM"
WHOLE = finding("mri_focal_lesions", {"count": 0, "extent": "whole_body"}, "2023-02-01")
SPINE = finding("mri_focal_lesions", {"count": 0, "extent": "spine_pelvis"}, "2023-02-01")
PART = finding("bone_lytic_ct", {"count": 0, "extent": "partial"}, "2023-02-01")
SAME_MONTH = finding("bone_lytic_ct", {"count": 0}, "2022-07")
LAST_DAY = finding("bone_lytic_ct", {"count": 0}, "2022-07-31")
GONE = lesion(on="2023-01", gone=True)
UNKNOWN = ("unknown", 0, None, "unknown", None)


def rested(*entries: object) -> object:
    found = outside(MYELOMA, *entries)
    assert found is not None
    return found.as_of


VECTORS = (
    *rows(
        "look on which the class rests", "EMD-CLASS", rested,
        (None,),
        (WHOLE, "2023-02-01"),
        (SPINE, None),
        (BESIDE, "2022-07"),
        (BESIDE, lesion("arm", "2023-01"), WHOLE, "2023-01"),
        (BESIDE, GONE, "2023-01"),
        (BESIDE, GONE, WHOLE, IN_BONE, "2023-02-01"),
    ),
    *rows(
        "class of a patient", "EMD-LESION EMD-CLASS EMD-BLADE EMD-CN2024", told,
        (MYELOMA, BESIDE, ("EM-B", 1, "diagnosis", "no", EMM)),
        (MYELOMA, AWAY, ("EM-E", 1, "diagnosis", "yes", EMM)),
        (MYELOMA, BESIDE, AWAY, ("EM-B+EM-E", 2, "diagnosis", "yes", EMM)),
        (MYELOMA, OPEN, ("unknown", 1, "diagnosis", "unknown", EMM)),
        (MYELOMA, lesion(kind="csf"), ("EM-E", 1, "diagnosis", "yes", EMM)),
        (MYELOMA, lesion(kind="effusion"), ("EM-E", 1, "diagnosis", "yes", EMM)),
        (MYELOMA, IN_BONE, ("none", 0, None, "no", None)),
        (MYELOMA, lesion("rib", kind="bone", contact=None), UNKNOWN),
        (MYELOMA, UNKNOWN),
        (MYELOMA, WHOLE, ("none", 0, None, "no", None)),
        (MYELOMA, SPINE, UNKNOWN),
        (MYELOMA, PART, UNKNOWN),
        (MYELOMA, BESIDE, GONE, ("unknown", 0, "diagnosis", "unknown", EMM)),
        (MYELOMA, BESIDE, GONE, SAME_MONTH, ("unknown", 0, "diagnosis", "unknown", EMM)),
        (MYELOMA, BESIDE, GONE, LAST_DAY, ("unknown", 0, "diagnosis", "unknown", EMM)),
        (MYELOMA, BESIDE, GONE, WHOLE, ("none", 0, "diagnosis", "no", EMM)),
        (MYELOMA, BESIDE, lesion(gone=True), ("unknown", 0, "diagnosis", "unknown", EMM)),
        (MYELOMA, BESIDE, lesion(gone=True), AWAY, ("unknown", 1, "diagnosis", "yes", EMM)),
        (serum("IgA-lambda"), AWAY, ("EM-E", 1, None, "yes", None)),
        (serum("IgA-lambda"), IN_BONE, None),
        (ALONE, lesion(biopsied=True), ("EM-B", 1, "diagnosis", "no", "SBP")),
        (ALONE, lesion(contact=False, biopsied=True), ("EM-E", 1, "diagnosis", "yes", "SEP")),
        (ALONE, lesion(contact=None, biopsied=True), ("unknown", 1, "diagnosis", "unknown", None)),
        (
            ALONE, lesion(biopsied=True), lesion("x", on="2022-07", contact=False, gone=True),
            ("EM-B", 1, "diagnosis", "no", None),
        ),
    ),
    *rows(
        "onset of lesions", "EMD-CLASS", told,
        (MYELOMA, treated("2022-07", "2022-10"), BESIDE, ("EM-B", 1, "diagnosis", "no", EMM)),
        (MYELOMA, treated("2022-06-30", "2022-10"), BESIDE, ("EM-B", 1, None, "no", EMM)),
        (MYELOMA, treated("2022-07-01", "2022-10"), BESIDE, ("EM-B", 1, "diagnosis", "no", EMM)),
        (MYELOMA, lesion(on="2022-08-01"), ("EM-B", 1, None, "no", EMM)),
        (MYELOMA, treated("2022"), lesion(on="2022-08-01"), ("EM-B", 1, None, "no", EMM)),
        (MYELOMA, treated("2022"), lesion(on="2022-01-31"), ("EM-B", 1, "diagnosis", "no", EMM)),
        (MYELOMA, treated("2022"), lesion(on="2022-02-01"), ("EM-B", 1, None, "no", EMM)),
        (MYELOMA, treated("2022-07-01"), lesion(on="2022-09-29"), ("EM-B", 1, None, "no", EMM)),
        (
            MYELOMA, treated("2022-07-01"), lesion(on="2022-09-30"),
            ("EM-B", 1, "relapse", "no", EMM),
        ),
        (
            MYELOMA, treated("2022-07-01"), lesion(on="2022"), lesion("arm", "2023"),
            ("EM-B", 2, None, "no", EMM),
        ),
        (MYELOMA, lesion(on="2022-07-31"), ("EM-B", 1, "diagnosis", "no", EMM)),
        (history("multiple_myeloma", None), BESIDE, ("EM-B", 1, None, "no", EMM)),
        (*MET, lesion(on="2026-08-30"), ("EM-B", 1, "diagnosis", "no", EMM)),
        (*MET, lesion(on="2026-08-31"), ("EM-B", 1, None, "no", EMM)),
    ),
    *rows(
        "answers on lesions", "EMD-CLASS EMD-BLADE EMD-CN2024", answered,
        (MYELOMA, OPEN, {"EMD-CLASS": "yes", "EMD-BLADE": "unknown", "EMD-CN2024": "yes"}),
        (MYELOMA, {"EMD-CLASS": "unknown", "EMD-BLADE": "unknown", "EMD-CN2024": "no"}),
        (MYELOMA, WHOLE, {"EMD-CLASS": "no", "EMD-BLADE": "no", "EMD-CN2024": "no"}),
        (
            serum("IgA-lambda"), AWAY,
            {"EMD-CLASS": "yes", "EMD-BLADE": "yes", "EMD-CN2024": "unknown"},
        ),
    ),
    *rows(
        "remarks on lesions", "EMD-LESION EMD-CLASS", noted,
        (MYELOMA, BESIDE, []),
        (MYELOMA, OPEN, ["emd_contact_unknown"]),
        (MYELOMA, lesion("pleura", contact=None), ["emd_ask_contact"]),
        (MYELOMA, lesion("pleura"), []),
        (MYELOMA, IN_BONE, ["emd_in_bone"]),
        (MYELOMA, ["emd_not_imaged"]),
        (MYELOMA, treated("2022-06-30", "2022-10"), BESIDE, []),
        (MYELOMA, BESIDE, AWAY, ["emd_both_as_away"]),
        (
            MYELOMA, treated("2022-07", "2022-10"), BESIDE, lesion("arm", "2023-01"),
            ["emd_new_at_relapse"],
        ),
    ),
    *rows(
        "course of lesions", "EMD-CLASS", course,
        (
            BESIDE, lesion(on="2023-01", gone=True, by=PET),
            [("2022-07", "EM-B", 1), ("2023-01", "none", 0)],
        ),
        (
            lesion(contact=None), lesion(on="2023-01"),
            [("2022-07", "EM-B", 1), ("2023-01", "EM-B", 1)],
        ),
        (BESIDE, lesion("a", "2022"), [("2022-07", "EM-B", 1), ("2022", "EM-B", 2)]),
    ),
    *rows(
        "one lesion", "EMD-LESION", looked,
        (BESIDE, [("plasmacytoma", ("EM-B",), "yes", None, None)]),
        (lesion(sizes=(0, 0)), [("plasmacytoma", ("EM-B",), "no", None, None)]),
        (lesion(sizes=(0, 4)), [("plasmacytoma", ("EM-B",), "yes", None, None)]),
        (lesion(kind="bone"), BESIDE, [("plasmacytoma", ("EM-B",), "yes", None, None)]),
        (
            lesion(biopsied=True, site="rib"), lesion(on="2023-01", biopsied=False),
            [("plasmacytoma", ("EM-B",), "yes", True, "rib")],
        ),
    ),
    *rows(
        "dose", "SP-RT", dose,
        (49, 30, ("no", "sp_dose_small")),
        (50, 30, ("yes", "sp_dose_large")),
        (30, 51, ("yes", "sp_dose_large")),
        (("unknown", "sp_dose_unknown"),),
    ),
)  # fmt: skip
